import { randomUUID } from "node:crypto";
import "fake-indexeddb/auto";
import { IDBDatabase, IDBKeyRange, IDBTransaction, indexedDB } from "fake-indexeddb";
import { CryptoStoreError, fatal } from "./errors.ts";
import type { Change, ObjectStoreSchema, RecordKey, StoredDatabase, StoredRecord } from "./store-file.ts";

/*
 * IndexedDB in memory (fake-indexeddb), written through.
 *
 * The WebAssembly package keeps its keys in the IndexedDB of the process, and takes a transaction as done when its
 * `complete` event comes. So each read-write transaction is handed to a sink when it has run all of its requests and
 * before `complete`; if the sink throws, the transaction is rolled back in memory and ends with `abort` instead.
 *
 * This needs three private members of fake-indexeddb, which is therefore pinned exactly: `_markFinished` and `_abort` of a
 * transaction, and the raw object stores. Only databases that were mounted here are touched.
 */

/** Where transactions go. Both methods return only when what they were given is durable, or throw. */
export interface Sink {
  /** The rows that one transaction has changed. */
  commit(database: string, changes: readonly Change[]): void;
  /** A whole database, after its schema has changed. */
  replace(database: StoredDatabase): void;
}

/** Databases that are in IndexedDB now. */
export interface Mount {
  /** Names of databases that begin with this belong to the mount. */
  readonly prefix: string;
  /** How many rows are in memory. */
  count(): number;
  /** Takes the databases out of memory. */
  unmount(): void;
}

interface RawRecord {
  key: RecordKey;
  value: unknown;
}

interface RawObjectStore {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly rawIndexes: Map<string, { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }>;
  readonly records: {
    get(key: RecordKey): RawRecord | undefined;
    values(range?: unknown): Iterable<RawRecord>;
    size(): number;
  };
  storeRecord(record: RawRecord, noOverwrite: boolean, rollbackLog?: object): RecordKey;
  deleteRecord(keyOrRange: unknown, rollbackLog?: object): void;
  clear(rollbackLog?: object): void;
}

interface RawDatabase {
  readonly name: string;
  readonly version: number;
  readonly rawObjectStores: Map<string, RawObjectStore>;
}

interface Transaction {
  readonly mode: "readonly" | "readwrite" | "versionchange";
  readonly db: { readonly _rawDatabase: RawDatabase };
  readonly _rollbackLog: object;
  _abort(errorName: string | null): void;
  _markFinished(): void;
}

interface ObjectStore {
  readonly _rawObjectStore: RawObjectStore;
  createIndex(name: string, keyPath: string | string[], options: { unique: boolean; multiEntry: boolean }): void;
  put(value: unknown, key?: RecordKey): void;
}

interface Connection {
  readonly name: string;
  createObjectStore(name: string, options?: { keyPath: string | string[] | null }): ObjectStore;
  close(): void;
}

interface OpenRequest {
  readonly result: Connection;
  readonly error: Error | null;
  onupgradeneeded: () => void;
  onsuccess: () => void;
  onerror: () => void;
}

interface Factory {
  readonly _databases: Map<string, RawDatabase>;
  open(name: string, version: number): OpenRequest;
}

// The types of fake-indexeddb are those of a browser, which Steward does not load: these say what is used of it.
const factory: Factory = indexedDB;
const transactions: Transaction = IDBTransaction.prototype;
const connections: Connection = IDBDatabase.prototype;
const KeyRange: { new (): object; only(key: unknown): object } = IDBKeyRange;

/** What the names of all our databases begin with, followed by a UUID for each mount. */
const FAMILY = "matrix-crypto-";
const PREFIX_LENGTH = FAMILY.length + 36;

/** The mounts by prefix; without a sink while a mount is being filled, and for one that is never written. */
const mounts = new Map<string, Sink | undefined>();

/** Per transaction (known by its rollback log) and object store, the keys that were written or removed. */
const journal = new WeakMap<object, Map<RawObjectStore, Map<string, RecordKey>>>();

const aborted = new WeakSet<Transaction>();

/**
 * Puts databases into IndexedDB under a new name, and from then on hands each transaction on them to the sink.
 * @param sink without one, changes stay in memory.
 */
export async function mount(databases: readonly StoredDatabase[], sink: Sink | undefined): Promise<Mount> {
  const prefix = FAMILY + randomUUID();
  mounts.set(prefix, undefined);
  const ours = (): RawDatabase[] => [...factory._databases.values()].filter(({ name }) => name.startsWith(prefix));
  const unmount = (): void => {
    mounts.delete(prefix);
    for (const { name } of ours()) factory._databases.delete(name);
  };
  try {
    for (const database of databases) await fill(prefix, database);
  } catch (error) {
    unmount();
    throw error;
  }
  mounts.set(prefix, sink);
  const count = (): number =>
    ours()
      .flatMap(({ rawObjectStores }) => [...rawObjectStores.values()])
      .reduce((total, { records }) => total + records.size(), 0);
  return { prefix, count, unmount };
}

function fill(prefix: string, { name, version, stores, records }: StoredDatabase): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const request = factory.open(prefix + name, version);
  request.onerror = () => reject(request.error ?? new Error(`${name} could not be filled`));
  request.onupgradeneeded = () => {
    const created = new Map(stores.map((schema) => [schema.name, createStore(request.result, schema)]));
    for (const { store, key, value } of records) {
      const target = created.get(store);
      if (!target) throw new Error(`${name} has rows of ${store}, which it does not have`);
      if (target._rawObjectStore.keyPath === null) target.put(value, key);
      else target.put(value);
    }
  };
  request.onsuccess = () => {
    request.result.close();
    resolve();
  };
  return promise;
}

function createStore(connection: Connection, { name, keyPath, indexes }: ObjectStoreSchema): ObjectStore {
  const store = connection.createObjectStore(name, { keyPath });
  for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
  return store;
}

const { _abort: abort, _markFinished: markFinished } = transactions;
const { createObjectStore } = connections;
for (const member of [abort, markFinished, createObjectStore]) {
  if (typeof member !== "function")
    throw new Error("this is not the fake-indexeddb that matrix-crypto was written for");
}

transactions._abort = function (this: Transaction, errorName) {
  aborted.add(this);
  abort.call(this, errorName);
};

transactions._markFinished = function (this: Transaction) {
  if (!aborted.has(this)) {
    try {
      persist(this);
    } catch (error) {
      // A sink reports its own errors. The transaction ends as failed; ending it calls this method again.
      if (!(error instanceof CryptoStoreError)) fatal(new Error("a transaction could not be kept", { cause: error }));
      this._abort("UnknownError");
      return;
    }
  }
  markFinished.call(this);
};

connections.createObjectStore = function (this: Connection, name, options) {
  const store = createObjectStore.call(this, name, options);
  if (this.name.startsWith(FAMILY)) keepJournal(store._rawObjectStore);
  return store;
};

function persist({ mode, db, _rollbackLog }: Transaction): void {
  const database = db._rawDatabase;
  if (mode === "readonly" || !database.name.startsWith(FAMILY)) return;
  const prefix = database.name.slice(0, PREFIX_LENGTH);
  if (!mounts.has(prefix)) throw new CryptoStoreError("closed", "the store is closed");
  const sink = mounts.get(prefix);
  if (!sink) return;
  const name = database.name.slice(PREFIX_LENGTH);
  if (mode === "versionchange") sink.replace(snapshot(name, database));
  else sink.commit(name, changesIn(_rollbackLog));
}

function changesIn(rollbackLog: object): Change[] {
  const changes: Change[] = [];
  for (const [raw, keys] of journal.get(rollbackLog) ?? []) {
    for (const key of keys.values()) {
      const record = raw.records.get(key);
      changes.push({ store: raw.name, key, written: record && { value: record.value } });
    }
  }
  return changes;
}

function snapshot(name: string, { version, rawObjectStores }: RawDatabase): StoredDatabase {
  const stores: ObjectStoreSchema[] = [];
  const records: StoredRecord[] = [];
  for (const raw of rawObjectStores.values()) {
    if (raw.autoIncrement) throw new Error(`${raw.name} numbers its own keys, which is not kept`);
    stores.push({
      name: raw.name,
      keyPath: raw.keyPath,
      indexes: [...raw.rawIndexes.values()].map(({ name: index, keyPath, unique, multiEntry }) => ({
        name: index,
        keyPath,
        unique,
        multiEntry,
      })),
    });
    for (const { key, value } of raw.records.values()) records.push({ store: raw.name, key: checked(key), value });
  }
  return { name, version, stores, records };
}

/** Notes which keys a transaction touches. What became of them is read when it ends. */
function keepJournal(raw: RawObjectStore): void {
  const note = (rollbackLog: object | undefined, keys: Iterable<RecordKey>): void => {
    // Rolling back itself uses these methods, without a log.
    if (!rollbackLog) return;
    const stores = journal.get(rollbackLog) ?? new Map<RawObjectStore, Map<string, RecordKey>>();
    journal.set(rollbackLog, stores);
    const touched = stores.get(raw) ?? new Map<string, RecordKey>();
    stores.set(raw, touched);
    for (const key of keys) touched.set(JSON.stringify(checked(key)), key);
  };
  const { storeRecord, deleteRecord, clear } = raw;
  raw.storeRecord = (record, noOverwrite, rollbackLog) => {
    const key = storeRecord.call(raw, record, noOverwrite, rollbackLog);
    note(rollbackLog, [key]);
    return key;
  };
  raw.deleteRecord = (keyOrRange, rollbackLog) => {
    const range = keyOrRange instanceof KeyRange ? keyOrRange : KeyRange.only(keyOrRange);
    const doomed = Array.from(raw.records.values(range), ({ key }) => key);
    deleteRecord.call(raw, keyOrRange, rollbackLog);
    note(rollbackLog, doomed);
  };
  raw.clear = (rollbackLog) => {
    const doomed = Array.from(raw.records.values(), ({ key }) => key);
    clear.call(raw, rollbackLog);
    note(rollbackLog, doomed);
  };
}

/**
 * A key has one place in the file, found by its JSON text; other kinds of keys have none.
 * (v8.serialize would not do: the same text can come out in two ways, depending on how V8 holds it.)
 */
function checked(key: unknown): RecordKey {
  if (typeof key === "string" || (typeof key === "number" && Number.isFinite(key))) return key;
  if (Array.isArray(key)) return key.map(checked);
  throw new Error("a key of IndexedDB is neither text nor number");
}
