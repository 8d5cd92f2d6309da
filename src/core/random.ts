/** Where everything random comes from, handed in, so that a rehearsal can be repeated exactly. */
import { createHash, randomBytes, randomInt } from "node:crypto";

export interface Random {
  bytes(count: number): Uint8Array;
  /** An integer from 0 to below `below` (at most 2^32), each equally likely. */
  integer(below: number): number;
}

/** The operating system's. */
export const secureRandom: Random = {
  bytes: (count) => randomBytes(count),
  integer: (below) => randomInt(below),
};

/** The same sequence for the same seed: SHA-256 in counter mode. For rehearsals and tests, never for secrets. */
export function seededRandom(seed: string): Random {
  let counter = 0;
  let pool = Buffer.alloc(0);
  const bytes = (count: number): Uint8Array => {
    while (pool.length < count) {
      pool = Buffer.concat([pool, createHash("sha256").update(`${counter++}:${seed}`).digest()]);
    }
    const taken = pool.subarray(0, count);
    pool = pool.subarray(count);
    return taken;
  };
  const integer = (below: number): number => {
    const limit = Math.floor(2 ** 32 / below) * below;
    for (;;) {
      const value = Buffer.from(bytes(4)).readUInt32BE();
      if (value < limit) return value % below;
    }
  };
  return { bytes, integer };
}

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

/** A random id of `length` characters [0-9a-z]; 16 of them hold 82 bits. */
export function randomId(random: Random, length = 16): string {
  let id = "";
  while (id.length < length) {
    for (const byte of random.bytes(length + 4)) {
      if (byte < 252 && id.length < length) id += alphabet[byte % 36] ?? "";
    }
  }
  return id;
}
