/**
 * Encryption of what can identify a person, and look-up of what is encrypted.
 *
 * ```
 * master key --HKDF--> look-up key    HMACs by which a person or a chat is found
 *                      wrapping key   wraps each federation's data key
 *                      system key     seals what belongs to no federation
 *                      matrix key     opens the Matrix key store
 * ```
 *
 * A federation is shredded by destroying its wrapped data key.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";

/** A sealed text cannot be opened: another key, another place, or changed. Says nothing of what is in it. */
export class SealingError extends Error {
  override readonly name = "SealingError";
}

/** Opens what was sealed with one key. */
export interface Opener {
  /** @throws {SealingError} */
  open(sealed: string, column: string, row: string): string;
}

/** Seals texts with one key (AES-256-GCM). */
export interface Sealer extends Opener {
  /**
   * What was sealed for one place does not open at another: the federation (or none), the column and the row are
   * authenticated with it.
   * @param column where the text will be kept, as `Table.column`
   * @param row the key of its row there; of several columns as {@link rowOf} joins them
   */
  seal(text: string, column: string, row: string): string;
}

/** The key of a row that has several columns: ids, in the order of the schema. */
export const rowOf = (...ids: readonly string[]): string => ids.join(":");

/** The keys that come from one master key. */
export interface Keyring {
  /** For what belongs to no federation. */
  readonly system: Sealer;
  /** 32 bytes for what a platform keeps in files of its own (Matrix: the keys for encrypted rooms). */
  storeKey(platform: string): Buffer;
  /**
   * An HMAC-SHA-256, truncated to 128 bits, in base64url (22 characters). Parts are told apart: ("a", "bc") and ("ab", "c")
   * differ. It changes with the master key: after a rotation, compute it again from what is sealed.
   */
  lookup(...parts: readonly string[]): string;
  /** A data key for a new federation. Store `wrappedKey`. */
  newSealer(federationId: string): { readonly wrappedKey: string; readonly sealer: Sealer };
  /**
   * The sealer of a federation. The unwrapped key is kept in memory until {@link forget}.
   * @throws {SealingError} when this master key did not wrap it, or it is another federation's
   */
  sealer(federationId: string, wrappedKey: string): Sealer;
  /** The sealer of a data key that is not the federation's for daily use: of the one that goes, or that comes. Not remembered. */
  sealerOnce(federationId: string, wrappedKey: string): Sealer;
  /** What version 0.1.0 wrote, for the one time that it is sealed anew (see resealing.ts). It was bound to its column only. */
  readonly firstForm: { readonly system: Opener; sealer(federationId: string, wrappedKey: string): Opener };
  /** Drops a shredded federation's data key from memory. Sealers of it that are still held no longer work. */
  forget(federationId: string): void;
}

/** Bytes of a master key and of every key derived from it. */
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The first character of all that is sealed: how the rest is to be read. */
const VERSION = "2";
const FIRST = "1";
/** Before what a migration has put down for the first start to seal: it was not sealed at all in version 0.1.0. */
const NOT_YET = "0";

/** Whether a text was sealed as version 0.1.0 did it: open in any row of its column. */
export const isFirstForm = (sealed: string): boolean => sealed.startsWith(FIRST);

/** Derives the keys. @param masterKey 32 bytes, see master-key.ts */
export function openKeyring(masterKey: Uint8Array): Keyring {
  if (masterKey.length !== KEY_BYTES) throw new SealingError(`A master key has ${String(KEY_BYTES)} bytes.`);
  const lookupKey = createSecretKey(derive(masterKey, "look-up"));
  const wrapping = wrappingSealer(masterKey);
  const sealers = new Map<string, { readonly wrappedKey: string; readonly sealer: KeySealer }>();
  const remember = (federationId: string, wrappedKey: string, key: Buffer): KeySealer => {
    sealers.get(federationId)?.sealer.destroy();
    const sealer = new KeySealer(key, federationId);
    sealers.set(federationId, { wrappedKey, sealer });
    return sealer;
  };
  return {
    // not for people: these words are part of the keys, and stay as they are for ever.
    system: new KeySealer(derive(masterKey, "system data"), noFederation),
    storeKey: (platform) => derive(masterKey, `${platform} store`), // not for people: part of the key
    lookup(...parts) {
      const said = parts.map((part) => `${String(Buffer.byteLength(part))}:${part}`).join("");
      return createHmac("sha256", lookupKey).update(said).digest().subarray(0, 16).toString("base64url");
    },
    newSealer(federationId) {
      const key = randomBytes(KEY_BYTES);
      const wrappedKey = wrapping.seal(key.toString("base64"), wrapped, federationId);
      return { wrappedKey, sealer: remember(federationId, wrappedKey, key) };
    },
    sealer(federationId, wrappedKey) {
      const known = sealers.get(federationId);
      if (known?.wrappedKey === wrappedKey) return known.sealer;
      return remember(federationId, wrappedKey, unwrap(wrapping, federationId, wrappedKey));
    },
    sealerOnce: (federationId, wrappedKey) => new KeySealer(unwrap(wrapping, federationId, wrappedKey), federationId),
    firstForm: {
      system: new FirstForm(derive(masterKey, "system data")), // not for people: part of the key
      sealer(federationId, wrappedKey) {
        const first = new FirstForm(derive(masterKey, "wrapping"));
        // Its column had the row in it, of all columns this one alone.
        const named: Opener = { open: (sealed) => first.open(sealed, `${wrapped}:${federationId}`) };
        return new FirstForm(unwrap(named, federationId, wrappedKey));
      },
    },
    forget(federationId) {
      sealers.get(federationId)?.sealer.destroy();
      sealers.delete(federationId);
    },
  };
}

/**
 * Wraps a federation's data key with another master key; what it sealed stays as it is.
 *
 * A rotation also has to compute every `lookup*` column again (from the sealed ids, with the new keyring's `lookup`) and
 * to seal again what `system` sealed.
 * @throws {SealingError} when the old master key did not wrap it
 */
export function rewrap(federationId: string, wrappedKey: string, oldMaster: Uint8Array, newMaster: Uint8Array): string {
  const key = unwrap(wrappingSealer(oldMaster), federationId, wrappedKey);
  try {
    return wrappingSealer(newMaster).seal(key.toString("base64"), wrapped, federationId);
  } finally {
    key.fill(0);
  }
}

/** A new data key for a federation, wrapped; it becomes the federation's when all is sealed with it (see resealing.ts). */
export const newWrappedKey = (federationId: string, masterKey: Uint8Array): string =>
  wrappingSealer(masterKey).seal(randomBytes(KEY_BYTES).toString("base64"), wrapped, federationId);

/** What belongs to no federation is bound to this. */
const noFederation = "";
/** Where data keys lie. */
const wrapped = "Federation.wrappedKey";

const wrappingSealer = (masterKey: Uint8Array): Sealer => new KeySealer(derive(masterKey, "wrapping"), noFederation);

function unwrap(wrapping: Opener, federationId: string, wrappedKey: string): Buffer {
  try {
    return Buffer.from(wrapping.open(wrappedKey, wrapped, federationId), "base64");
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    throw new SealingError(
      "The master key does not fit this database: a federation's key does not open with it. " +
        "Start with the master key that the database was made with (STEWARD_MASTER_KEY, or the file master.key beside it).",
    );
  }
}

function derive(masterKey: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, "steward/1", use, KEY_BYTES));
}

/** `VERSION || base64url(nonce || cipher text || tag)`; version, federation, column and row are authenticated with it. */
class KeySealer implements Sealer {
  /** Node needs several times as long for each cipher with a key that lies in a buffer. */
  #key: KeyObject | undefined;
  readonly #federation: string;

  /** @param key is copied, and wiped */
  constructor(key: Buffer, federation: string) {
    this.#key = createSecretKey(key);
    key.fill(0);
    this.#federation = federation;
  }

  #use(): KeyObject {
    if (!this.#key) throw new SealingError("The federation was shredded, or its key was replaced.");
    return this.#key;
  }

  /** Unambiguous: of these only the row can have a colon in it. */
  #place(column: string, row: string): Buffer {
    return Buffer.from(`${VERSION}:${this.#federation}:${column}:${row}`);
  }

  seal(text: string, column: string, row: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#use(), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(this.#place(column, row));
    const body = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
    return VERSION + body.toString("base64url");
  }

  open(sealed: string, column: string, row: string): string {
    return decipher(this.#use(), sealed, VERSION, this.#place(column, row));
  }

  /** Node wipes the memory when it frees the key. */
  destroy(): void {
    this.#key = undefined;
  }
}

/** Opens what version 0.1.0 sealed, or left in the clear. Nothing is kept so any more. */
class FirstForm implements Opener {
  readonly #key: KeyObject;

  /** @param key is copied, and wiped */
  constructor(key: Buffer) {
    this.#key = createSecretKey(key);
    key.fill(0);
  }

  open(sealed: string, column: string): string {
    if (sealed.startsWith(NOT_YET)) return sealed.slice(NOT_YET.length);
    return decipher(this.#key, sealed, FIRST, Buffer.from(`${FIRST}:${column}`));
  }
}

function decipher(key: KeyObject, sealed: string, version: string, place: Buffer): string {
  const body = Buffer.from(sealed.slice(version.length), "base64url");
  // Written back it must be the same: base64 has several spellings of the same bytes.
  if (sealed !== version + body.toString("base64url") || body.length < NONCE_BYTES + TAG_BYTES) {
    throw new SealingError("This is not a sealed text.");
  }
  const opening = createDecipheriv("aes-256-gcm", key, body.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  opening.setAAD(place);
  opening.setAuthTag(body.subarray(-TAG_BYTES));
  try {
    const text = Buffer.concat([opening.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), opening.final()]);
    return text.toString("utf8");
  } catch {
    throw new SealingError("A sealed text does not open: another key, another place, or it was changed.");
  }
}
