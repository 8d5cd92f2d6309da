/** Where the master key comes from: the environment, or on the embedded default a file beside the database. */
import { randomBytes } from "node:crypto";
import { link, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { KEY_BYTES } from "./sealing.ts";

/** The master key cannot be used; the message says what is wrong and what to do, and never shows the key. */
export class MasterKeyError extends Error {
  override readonly name = "MasterKeyError";
}

const HOW = `Make one with: node -e "console.log(require('node:crypto').randomBytes(32).toString('base64'))"`;

/**
 * Reads STEWARD_MASTER_KEY: 32 bytes as 64 hexadecimal digits or as base64 (either alphabet).
 * @throws {MasterKeyError}
 */
export function parseMasterKey(value: string): Buffer {
  const text = value.trim();
  if (text === "") throw new MasterKeyError(`STEWARD_MASTER_KEY is empty. ${HOW}`);
  if (/^[0-9a-f]{64}$/i.test(text)) return usable(Buffer.from(text, "hex"));
  if (!/^[A-Za-z0-9+/_-]+=*$/.test(text)) {
    throw new MasterKeyError(`STEWARD_MASTER_KEY is neither base64 nor hexadecimal. ${HOW}`);
  }
  const key = Buffer.from(text, "base64");
  if (key.length !== KEY_BYTES) {
    throw new MasterKeyError(
      `STEWARD_MASTER_KEY has ${String(key.length)} bytes instead of ${String(KEY_BYTES)}. ${HOW}`,
    );
  }
  return usable(key);
}

function usable(key: Buffer): Buffer {
  if (new Set(key).size < 8) throw new MasterKeyError(`STEWARD_MASTER_KEY is not random. ${HOW}`);
  return key;
}

/** The key of a file, and whether it was made just now (then the bot says so). */
export interface KeyFile {
  readonly key: Buffer;
  readonly created: boolean;
}

/**
 * Reads the key file, or makes it on the first start, with mode 0600, whole or not at all.
 * @param file `data/master.key`, beside the database
 * @throws {MasterKeyError} when others may read it, or it is not a key
 */
export async function keyFile(file: string): Promise<KeyFile> {
  const there = await readKeyFile(file);
  if (there) return { key: there, created: false };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const created = await writeKeyFile(file, randomBytes(KEY_BYTES));
  const key = await readKeyFile(file); // another start may have been quicker
  if (!key) throw new MasterKeyError(`${file} vanished while it was made. Start again.`);
  return { key, created };
}

async function readKeyFile(file: string): Promise<Buffer | undefined> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!found) return undefined;
  const mode = found.mode & 0o777;
  if (process.platform !== "win32" && mode !== 0o600) {
    throw new MasterKeyError(`${file} has the mode ${mode.toString(8)} instead of 600. Run: chmod 600 ${file}`);
  }
  const handle = await open(file, "r");
  try {
    const text = (await handle.readFile("utf8")).trim();
    const key = Buffer.from(text, "base64");
    if (key.length === KEY_BYTES && key.toString("base64") === text) return key;
  } finally {
    await handle.close();
  }
  throw new MasterKeyError(
    `${file} does not hold a key of ${String(KEY_BYTES)} bytes in base64. Put back your copy of it. Without it what people ` +
      "wrote cannot be read; to begin anew, remove it together with the database.",
  );
}

/** Writes beside it, then gives it its name, unless the name is taken. */
async function writeKeyFile(file: string, key: Buffer): Promise<boolean> {
  const temporary = `${file}.${String(process.pid)}.${randomBytes(4).toString("hex")}`;
  const handle = await open(temporary, "wx", 0o600);
  try {
    await handle.writeFile(`${key.toString("base64")}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(temporary, file); // unlike rename, never replaces a key
    const folder = await open(dirname(file), "r");
    await folder.sync().finally(() => folder.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Replaces the key file in one step, for a rotation. The new key lies in `FILE.next` until then; write that before the
 * database is committed (a crash between the two leaves both keys on the disk, and one of them fits).
 */
export async function replaceKeyFile(file: string, key: Buffer): Promise<void> {
  const temporary = `${file}.next`;
  await rm(temporary, { force: true });
  await writeKeyFile(temporary, key);
  await rename(temporary, file);
  const folder = await open(dirname(file), "r");
  await folder.sync().finally(() => folder.close());
}
