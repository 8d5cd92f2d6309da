import * as wasm from "@matrix-org/matrix-sdk-crypto-wasm";

/*
 * The small things that matrix-bot-sdk makes and hands over. They are plain objects: those of the WebAssembly package are
 * used up when they are handed over in an array, while the SDK uses its own again. `toWasm...` makes new ones per call.
 */

class Identifier {
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  toString(): string {
    return this.#id;
  }

  toJSON(): string {
    return this.#id;
  }
}

/** A user id, `@localpart:server`. */
export class UserId extends Identifier {
  /** What stands between `@` and the first `:`. */
  get localpart(): string {
    const id = this.toString();
    return id.slice(1, id.indexOf(":"));
  }
}

/** A device id: opaque. */
export class DeviceId extends Identifier {}

/** A room id, `!opaque` with or without a server. */
export class RoomId extends Identifier {}

/** Whose devices changed, and who is no longer of interest, from a sync response. */
export class DeviceLists {
  readonly changed: UserId[];
  readonly left: UserId[];

  constructor(changed?: UserId[] | null, left?: UserId[] | null) {
    this.changed = [...(changed ?? [])];
    this.left = [...(left ?? [])];
  }

  isEmpty(): boolean {
    return this.changed.length === 0 && this.left.length === 0;
  }
}

/** Which algorithm a room uses. */
export const EncryptionAlgorithm = { OlmV1Curve25519AesSha2: 0, MegolmV1AesSha2: 1 } as const;
export type EncryptionAlgorithm = (typeof EncryptionAlgorithm)[keyof typeof EncryptionAlgorithm];

/** Who can see a room's history. */
export const HistoryVisibility = { Invited: 0, Joined: 1, Shared: 2, WorldReadable: 3 } as const;
export type HistoryVisibility = (typeof HistoryVisibility)[keyof typeof HistoryVisibility];

/** Kinds of stores. There is one, whatever is asked for. */
export const StoreType = { Sqlite: 0 } as const;
export type StoreType = (typeof StoreType)[keyof typeof StoreType];

/** Kinds of requests; the numbers are those of the WebAssembly package too. */
export const RequestType = {
  KeysUpload: 0,
  KeysQuery: 1,
  KeysClaim: 2,
  ToDevice: 3,
  SignatureUpload: 4,
  RoomMessage: 5,
  KeysBackup: 6,
} as const;
export type RequestType = (typeof RequestType)[keyof typeof RequestType];

/** How a room's messages are to be encrypted. */
export class EncryptionSettings {
  algorithm: EncryptionAlgorithm | undefined = EncryptionAlgorithm.MegolmV1AesSha2;
  /**
   * How long a session is used, in **milliseconds**: what matrix-bot-sdk 0.8.0 hands over, although the native package
   * reads it as microseconds, and so rotates a thousand times as often as the room asks for.
   */
  rotationPeriod = 604_800_000n;
  /** How many messages a session is used for. */
  rotationPeriodMessages = 100n;
  historyVisibility: HistoryVisibility = HistoryVisibility.Shared;
  /** Share keys with verified devices only. */
  onlyAllowTrustedDevices = false;
  /** Refuse to share where a verified user has an unsigned device or another identity. */
  errorOnVerifiedUserProblem = false;
}

/** An encrypted file. Unlike that of the native package it can be decrypted more than once. */
export class EncryptedAttachment {
  readonly encryptedData: Uint8Array;
  /** JSON: key, initialisation vector and hash, as they stand in the event. */
  readonly mediaEncryptionInfo: string;

  constructor(encryptedData: Uint8Array, mediaEncryptionInfo: string) {
    this.encryptedData = encryptedData;
    this.mediaEncryptionInfo = mediaEncryptionInfo;
  }
}

/** Encrypts and decrypts files. */
export const Attachment = {
  encrypt(content: Uint8Array): EncryptedAttachment {
    using encrypted = wasm.Attachment.encrypt(content);
    const { encryptedData, mediaEncryptionInfo } = encrypted;
    if (mediaEncryptionInfo === undefined) throw new Error("the key of an encrypted file is missing");
    return new EncryptedAttachment(encryptedData, mediaEncryptionInfo);
  },

  /** @throws if the content is not what the hash says. */
  decrypt({ encryptedData, mediaEncryptionInfo }: EncryptedAttachment): Uint8Array {
    using attachment = new wasm.EncryptedAttachment(encryptedData, mediaEncryptionInfo);
    return wasm.Attachment.decrypt(attachment);
  },
};

export function toWasmUsers(users: readonly UserId[]): wasm.UserId[] {
  return users.map((user) => new wasm.UserId(user.toString()));
}

export function toWasmDeviceLists({ changed, left }: DeviceLists): wasm.DeviceLists {
  return new wasm.DeviceLists(toWasmUsers(changed), toWasmUsers(left));
}

/** Signatures are not checked against trust here: what to make of an unverified sender is for the reader to say. */
export function decryptionSettings(): wasm.DecryptionSettings {
  return new wasm.DecryptionSettings(wasm.TrustRequirement.Untrusted);
}

/** @param messages after how many messages Rust itself calls the session expired. */
export function toWasmSettings(settings: EncryptionSettings, messages: number): wasm.EncryptionSettings {
  if (settings.algorithm !== EncryptionAlgorithm.MegolmV1AesSha2) throw new Error("the room's algorithm is not known");
  const result = new wasm.EncryptionSettings();
  result.algorithm = wasm.EncryptionAlgorithm.MegolmV1AesSha2;
  result.historyVisibility = settings.historyVisibility;
  result.rotationPeriod = settings.rotationPeriod * 1000n;
  result.rotationPeriodMessages = BigInt(messages);
  if (settings.onlyAllowTrustedDevices) result.sharingStrategy = wasm.CollectStrategy.onlyTrustedDevices();
  else if (settings.errorOnVerifiedUserProblem) {
    result.sharingStrategy = wasm.CollectStrategy.errorOnUnverifiedUserProblem();
  } else result.sharingStrategy = wasm.CollectStrategy.allDevices();
  return result;
}
