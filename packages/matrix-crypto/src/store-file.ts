import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from "node:crypto";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { CryptoStoreError, fatal } from "./errors.ts";

/*
 * One SQLite file that holds the IndexedDB databases of one machine.
 *
 * better-sqlite3 rather than node:sqlite: the rest of Steward uses it, and two SQLite libraries in one process that touch
 * the same file drop each other's POSIX locks.
 *
 * The WebAssembly package encrypts most of its values, but not all of its keys (the users whose devices are tracked are
 * plain). So every row is sealed here too: AES-256-GCM under a key derived from the store key, bound to its place; the
 * place is an HMAC. What is damaged or was put elsewhere cannot be opened, and then nothing of the file is used.
 *
 * SQLite drops the end of a damaged write-ahead log in silence, which is a step back in time. A second file, the
 * watermark, holds the number of the last transaction. It is written after each commit, so it is never ahead of an intact
 * file, and an older file put in the place of a newer one is refused.
 */

/** A key of IndexedDB, as far as the WebAssembly package uses them. */
export type RecordKey = string | number | readonly RecordKey[];

/** One row of an object store. */
export interface StoredRecord {
  store: string;
  key: RecordKey;
  value: unknown;
}

/** A row that was written, or removed if it has no value. */
export interface Change {
  store: string;
  key: RecordKey;
  written: { value: unknown } | undefined;
}

/** An index of an object store. */
export interface IndexSchema {
  name: string;
  keyPath: string | string[];
  unique: boolean;
  multiEntry: boolean;
}

/** An object store without its rows. */
export interface ObjectStoreSchema {
  name: string;
  keyPath: string | string[] | null;
  indexes: IndexSchema[];
}

/** A whole IndexedDB database. */
export interface StoredDatabase {
  name: string;
  version: number;
  stores: ObjectStoreSchema[];
  records: StoredRecord[];
}

/** Whose keys these are. */
export interface Account {
  userId: string;
  deviceId: string;
}

interface Statement {
  run(...values: unknown[]): unknown;
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
}

interface Sqlite {
  readonly inTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): Statement;
  backup(file: string): Promise<unknown>;
  close(): void;
}

type SqliteClass = new (
  file: string,
  options: { timeout?: number; readonly?: boolean; fileMustExist?: boolean },
) => Sqlite;

// better-sqlite3 has no types of its own, so it is loaded where they can be given.
const Database: SqliteClass = createRequire(import.meta.url)("better-sqlite3");

const FORMAT = 1;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE databases (name TEXT PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE records (database TEXT, id BLOB, box BLOB NOT NULL, PRIMARY KEY (database, id)) WITHOUT ROWID;
  PRAGMA user_version = ${FORMAT};`;

type Kind = "live" | "backup";

/** The file of one machine's keys. Opened by one at a time; every method that fails leaves it as it was. */
export class StoreFile {
  readonly #sqlite: Sqlite;
  readonly #seal: Sealing;
  readonly #watermark: number | undefined;
  #sequence: bigint;
  #refusal: CryptoStoreError | undefined;
  readonly #statements: Record<"put" | "remove" | "bump", Statement>;

  private constructor(sqlite: Sqlite, seal: Sealing, sequence: bigint, watermark: number | undefined) {
    this.#sqlite = sqlite;
    this.#seal = seal;
    this.#sequence = sequence;
    this.#watermark = watermark;
    this.#statements = {
      put: sqlite.prepare(
        `INSERT INTO records (database, id, box) VALUES (?, ?, ?)
         ON CONFLICT (database, id) DO UPDATE SET box = excluded.box`,
      ),
      remove: sqlite.prepare("DELETE FROM records WHERE database = ? AND id = ?"),
      bump: sqlite.prepare("UPDATE meta SET value = ? WHERE name = 'sequence'"),
    };
  }

  /**
   * Opens the store of an account, or makes it where there is none yet.
   * @param key 32 bytes.
   */
  static open(file: string, key: Uint8Array, account: Account): StoreFile {
    const directory = dirname(file);
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    fs.chmodSync(directory, 0o700);
    const last = readWatermark(file);
    if (last > 0n && !fs.existsSync(file)) throw rolledBack(`${file} is missing`);
    keepPrivate(file);

    const seal = new Sealing(key);
    return openingSqlite(file, { timeout: 0 }, (sqlite) => {
      // Exclusive locking keeps the lock from the first access until the connection ends, by SIGKILL as well.
      sqlite.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
        BEGIN EXCLUSIVE; COMMIT;`);
      if (isEmpty(sqlite)) {
        if (last > 0n) throw rolledBack(`${file} is empty`);
        create(sqlite, seal, account);
      }
      const { kind, sequence, owner } = check(sqlite, seal);
      if (kind === "backup") {
        throw new CryptoStoreError("is-backup", `${file} is a backup: read it with readBackup() into a new device`);
      }
      if (owner.userId !== account.userId || owner.deviceId !== account.deviceId) {
        throw new CryptoStoreError("wrong-account", `${file} belongs to another user or device`);
      }
      const watermark = keepPrivate(watermarkOf(file));
      if (sequence < last || (sequence > 0n && watermark.created)) {
        throw rolledBack(
          `${file} is at transaction ${sequence}, and ${watermark.created ? "its watermark is missing" : `transaction ${last} was written`}`,
        );
      }
      return new StoreFile(sqlite, seal, sequence, fs.openSync(watermarkOf(file), "r+"));
    });
  }

  /** Reads a backup: its account, and its databases. The backup is not changed. */
  static readBackup(file: string, key: Uint8Array): { account: Account; databases: StoredDatabase[] } {
    const seal = new Sealing(key);
    return openingSqlite(file, { readonly: true, fileMustExist: true }, (sqlite) => {
      const { kind, sequence, owner } = check(sqlite, seal);
      if (kind !== "backup") {
        throw new CryptoStoreError("not-a-backup", `${file} is a store in use, or a copy of one, and not a backup`);
      }
      const store = new StoreFile(sqlite, seal, sequence, undefined);
      const databases = store.load();
      store.close();
      return { account: owner, databases };
    });
  }

  /** Everything that the file holds, or an error if any of it cannot be read. */
  load(): StoredDatabase[] {
    try {
      return this.#sqlite
        .prepare("SELECT name, box FROM databases ORDER BY name")
        .all()
        .map((row) => {
          const name = text(row, "name");
          const schema: Omit<StoredDatabase, "records"> = this.#seal.open(bytes(row, "box"), schemaPlace(name));
          return { ...schema, records: this.#recordsOf(name) };
        });
    } catch (cause) {
      throw new CryptoStoreError("corrupt", "a row of the store cannot be read", { cause });
    }
  }

  /** How many rows the file holds. */
  count(): number {
    const total = field(this.#sqlite.prepare("SELECT count(*) AS total FROM records").get(), "total");
    return Number(total);
  }

  /** Writes what one IndexedDB transaction changed: all of it or, with an error, nothing. Durable on return. */
  commit(database: string, changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.#transaction(() => {
      for (const { store, key, written } of changes) this.#write(database, store, key, written);
    });
  }

  /** Writes a database anew, after its schema has changed. */
  replace({ records, ...schema }: StoredDatabase): void {
    const { name } = schema;
    this.#transaction(() => {
      this.#sqlite
        .prepare("INSERT INTO databases (name, box) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET box = excluded.box")
        .run(name, this.#seal.close(schema, schemaPlace(name)));
      this.#sqlite.prepare("DELETE FROM records WHERE database = ?").run(name);
      for (const { store, key, value } of records) this.#write(name, store, key, { value });
    });
  }

  /**
   * Copies the store as it is at one moment between two transactions, while it stays in use. The copy is one file, sealed
   * with the same key, and marked before it gets its name, so that it can never be taken for the store itself.
   * @throws if the target exists.
   */
  async backup(target: string): Promise<void> {
    if (this.#refusal) throw this.#refusal;
    if (fs.existsSync(target)) throw new Error(`${target} exists: a backup does not overwrite`);
    const partial = `${target}.partial`;
    fs.rmSync(partial, { force: true });
    keepPrivate(partial);
    try {
      await this.#sqlite.backup(partial);
      const copy = new Database(partial, { fileMustExist: true });
      try {
        copy.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;");
        copy.prepare("UPDATE meta SET value = 'backup' WHERE name = 'kind'").run();
      } finally {
        copy.close();
      }
      fs.renameSync(partial, target);
      syncDirectory(dirname(target));
    } finally {
      for (const file of [partial, `${partial}-wal`, `${partial}-shm`]) fs.rmSync(file, { force: true });
    }
  }

  /** Ends the use of the file. What is written later is refused. */
  close(): void {
    if (this.#refusal?.problem === "closed") return;
    this.#refusal = new CryptoStoreError("closed", "the store is closed");
    this.#sqlite.close();
    if (this.#watermark !== undefined) fs.closeSync(this.#watermark);
  }

  #recordsOf(database: string): StoredRecord[] {
    return this.#sqlite
      .prepare("SELECT id, box FROM records WHERE database = ?")
      .all(database)
      .map((row) => this.#seal.open<StoredRecord>(bytes(row, "box"), bytes(row, "id")));
  }

  #write(database: string, store: string, key: RecordKey, written: { value: unknown } | undefined): void {
    const id = this.#seal.place(database, store, key);
    if (!written) this.#statements.remove.run(database, id);
    else this.#statements.put.run(database, id, this.#seal.close({ store, key, value: written.value }, id));
  }

  /** After a failure nothing more is written: the machine's memory may be ahead of the file. */
  #transaction(work: () => void): void {
    if (this.#refusal) throw this.#refusal;
    try {
      this.#sqlite.exec("BEGIN IMMEDIATE");
      work();
      const next = this.#sequence + 1n;
      this.#statements.bump.run(next);
      this.#sqlite.exec("COMMIT");
      this.#sequence = next;
      if (this.#watermark !== undefined) writeWatermark(this.#watermark, next);
    } catch (cause) {
      this.#refusal = new CryptoStoreError("write-failed", "the keys could not be written", { cause });
      if (this.#sqlite.inTransaction) this.#sqlite.exec("ROLLBACK");
      fatal(this.#refusal);
      throw this.#refusal;
    }
  }
}

/** Encrypts rows and hides their places. */
class Sealing {
  /** Node needs several times as long for each cipher with a key that lies in a buffer. */
  readonly #box: KeyObject;
  readonly #place: KeyObject;
  readonly check: Buffer;

  constructor(key: Uint8Array) {
    if (key.byteLength !== KEY_BYTES)
      throw new CryptoStoreError("no-key", `the store key must have ${KEY_BYTES} bytes`);
    this.#box = createSecretKey(deriveKey(key, "rows"));
    this.#place = createSecretKey(deriveKey(key, "places"));
    this.check = deriveKey(key, "check");
  }

  /** The same for the same record, and telling nothing without the key. */
  place(database: string, store: string, key: RecordKey): Buffer {
    return createHmac("sha256", this.#place)
      .update(JSON.stringify([database, store, key]))
      .digest();
  }

  close(content: unknown, place: Buffer): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#box, nonce).setAAD(place);
    const sealed = Buffer.concat([cipher.update(serialize(content)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** What `close` was given; that it has the right shape follows from its being authentic. */
  open<T>(box: Buffer, place: Buffer): T {
    const sealed = box.subarray(NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", this.#box, box.subarray(0, NONCE_BYTES))
      .setAAD(place)
      .setAuthTag(box.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return deserialize(Buffer.concat([decipher.update(sealed), decipher.final()]));
  }
}

/** A key for one purpose, so that no key is used for two. */
export function deriveKey(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, new Uint8Array(), `steward matrix-crypto ${purpose}`, KEY_BYTES));
}

const ACCOUNT_PLACE = Buffer.from("account");

function schemaPlace(database: string): Buffer {
  return Buffer.from(`schema ${database}`);
}

function create(sqlite: Sqlite, seal: Sealing, account: Account): void {
  sqlite.exec(`BEGIN IMMEDIATE; ${SCHEMA}`);
  const insert = sqlite.prepare("INSERT INTO meta (name, value) VALUES (?, ?)");
  insert.run("kind", "live" satisfies Kind);
  insert.run("check", seal.check);
  insert.run("account", seal.close(account, ACCOUNT_PLACE));
  insert.run("sequence", 0n);
  sqlite.exec("COMMIT");
}

function isEmpty(sqlite: Sqlite): boolean {
  return sqlite.prepare("SELECT 1 FROM sqlite_schema").get() === undefined;
}

function check(sqlite: Sqlite, seal: Sealing): { kind: Kind; sequence: bigint; owner: Account } {
  const [report] = sqlite.prepare("PRAGMA integrity_check(1)").all();
  if (text(report, "integrity_check") !== "ok") throw new Error(text(report, "integrity_check"));
  if (field(sqlite.prepare("PRAGMA user_version").get(), "user_version") !== FORMAT) throw new Error("unknown format");

  const meta = (name: string): unknown => sqlite.prepare("SELECT value FROM meta WHERE name = ?").get(name);
  const stamp = bytes(meta("check"), "value");
  if (stamp.length !== seal.check.length || !timingSafeEqual(stamp, seal.check)) {
    throw new CryptoStoreError("wrong-key", "the store was made with another key");
  }
  const owner: Account = seal.open(bytes(meta("account"), "value"), ACCOUNT_PLACE);
  const kind = text(meta("kind"), "value");
  if (kind !== "live" && kind !== "backup") throw new Error(`unknown kind ${kind}`);
  const sequence = field(meta("sequence"), "value");
  if (typeof sequence !== "number" || !Number.isSafeInteger(sequence)) throw new Error("no sequence");
  return { kind, sequence: BigInt(sequence), owner };
}

/** Opens a file and hands it to `use`; whatever goes wrong closes it again and gets the name of the problem. */
function openingSqlite<T>(
  file: string,
  options: { timeout?: number; readonly?: boolean; fileMustExist?: boolean },
  use: (sqlite: Sqlite) => T,
): T {
  let sqlite: Sqlite | undefined;
  try {
    sqlite = new Database(file, options);
    return use(sqlite);
  } catch (cause) {
    sqlite?.close();
    if (cause instanceof CryptoStoreError) throw cause;
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(cause))) {
      throw new CryptoStoreError("in-use", `${file} is in use by another process`, { cause });
    }
    throw new CryptoStoreError("corrupt", `${file} cannot be read`, { cause });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function watermarkOf(file: string): string {
  return `${file}.watermark`;
}

/** 0 where there is none, or where a power cut has left it empty: that it is behind is harmless. */
function readWatermark(file: string): bigint {
  if (!fs.existsSync(watermarkOf(file))) return 0n;
  const content = fs.readFileSync(watermarkOf(file));
  return content.length === 8 ? content.readBigUInt64BE() : 0n;
}

function writeWatermark(descriptor: number, sequence: bigint): void {
  const content = Buffer.alloc(8);
  content.writeBigUInt64BE(sequence);
  fs.writeSync(descriptor, content, 0, content.length, 0);
}

/**
 * Makes the file where it is missing, and readable by its owner only in any case. SQLite gives its log the same mode.
 * A file that exists is not opened for it: closing any descriptor of a file drops the locks that the process has on it
 * (fcntl, POSIX), and with them the lock of a machine that has the store open.
 */
function keepPrivate(file: string): { created: boolean } {
  const created = !fs.existsSync(file);
  if (created) fs.closeSync(fs.openSync(file, "wx", 0o600));
  fs.chmodSync(file, 0o600);
  return { created };
}

function syncDirectory(directory: string): void {
  const descriptor = fs.openSync(directory, "r");
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}

function rolledBack(what: string): CryptoStoreError {
  return new CryptoStoreError(
    "rolled-back",
    `${what}: going on would use message keys twice. Make a new device, and read a backup into it`,
  );
}

function field(row: unknown, name: string): unknown {
  return typeof row === "object" && row !== null ? Reflect.get(row, name) : undefined;
}

function text(row: unknown, name: string): string {
  const value = field(row, name);
  if (typeof value !== "string") throw new Error(`${name} is not text`);
  return value;
}

function bytes(row: unknown, name: string): Buffer {
  const value = field(row, name);
  if (!Buffer.isBuffer(value)) throw new Error(`${name} is not a blob`);
  return value;
}
