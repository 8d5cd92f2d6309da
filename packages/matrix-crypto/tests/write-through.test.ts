import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { onFatal } from "../src/index.ts";
import { StoreFile } from "../src/store-file.ts";
import { mount } from "../src/write-through.ts";
import { Client } from "./client.ts";
import { Homeserver } from "./homeserver.ts";
import { ALICE, arrive, BOB, open, scratch } from "./kit.ts";

const ACCOUNT = { userId: ALICE, deviceId: "DEVICE" };
const key = randomBytes(32);

interface Store {
  put(value: unknown, key?: string): unknown;
  delete(key: unknown): unknown;
  clear(): unknown;
  index(name: string): { getAll(key: string): Asking };
  getAll(): Asking;
}

interface Asking {
  result: unknown;
  onsuccess: () => void;
}

interface Transaction {
  objectStore(name: string): Store;
  abort(): void;
  oncomplete: () => void;
  onabort: () => void;
}

interface Database {
  transaction(stores: string[], mode: "readonly" | "readwrite"): Transaction;
  createObjectStore(name: string): { createIndex(name: string, keyPath: string): void };
  deleteObjectStore(name: string): void;
  close(): void;
}

interface IndexedDb {
  open(
    name: string,
    version: number,
  ): {
    result: Database;
    onupgradeneeded: () => void;
    onsuccess: () => void;
    onerror: () => void;
    onblocked: () => void;
  };
}

declare const indexedDB: IndexedDb;
declare const IDBKeyRange: { bound(from: string, to: string): unknown };

/** A mounted file, with one database of two object stores. */
async function opened(file: string): Promise<{ database: Database; close: () => void; prefix: string }> {
  const store = StoreFile.open(file, key, ACCOUNT);
  const mounted = await mount(store.load(), store);
  const database = await openDatabase(`${mounted.prefix}::db`, 1, (created) => {
    created.createObjectStore("a").createIndex("by colour", "colour");
    created.createObjectStore("b");
  });
  const close = (): void => {
    mounted.unmount();
    store.close();
  };
  return { database, close, prefix: mounted.prefix };
}

function openDatabase(name: string, version: number, upgrade: (database: Database) => void): Promise<Database> {
  const { promise, resolve, reject } = Promise.withResolvers<Database>();
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result);
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(new Error("not opened"));
  return promise;
}

function change(database: Database, work: (a: Store, b: Store) => void): Promise<"complete" | "abort"> {
  const { promise, resolve } = Promise.withResolvers<"complete" | "abort">();
  const transaction = database.transaction(["a", "b"], "readwrite");
  transaction.oncomplete = () => resolve("complete");
  transaction.onabort = () => resolve("abort");
  work(transaction.objectStore("a"), transaction.objectStore("b"));
  return promise;
}

function read(database: Database, ask: (store: Store) => Asking, store = "a"): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const request = ask(database.transaction([store], "readonly").objectStore(store));
  request.onsuccess = () => resolve(request.result);
  return promise;
}

/** What the file holds, without IndexedDB. */
function onDisk(file: string): string[] {
  const store = StoreFile.open(file, key, ACCOUNT);
  const [database] = store.load();
  store.close();
  return (database?.records ?? [])
    .map((each) => `${each.store}/${String(each.key)}=${JSON.stringify(each.value)}`)
    .sort();
}

interface Sqlite {
  exec(sql: string): void;
  close(): void;
}

/** Lets SQLite fail at the n-th row that is written from now on. */
function failAtRow(file: string, n: number): void {
  const Database: new (file: string) => Sqlite = createRequire(import.meta.url)("better-sqlite3");
  const sqlite = new Database(file);
  sqlite.exec(`CREATE TABLE written (n INTEGER); INSERT INTO written VALUES (0);
    CREATE TRIGGER torn BEFORE INSERT ON records BEGIN
      UPDATE written SET n = n + 1;
      SELECT RAISE(ABORT, 'disk full') FROM written WHERE n >= ${n};
    END;`);
  sqlite.close();
}

/** Collects fatal errors instead of ending the process. */
function collectFatal(): string[] {
  const errors: string[] = [];
  onTestFinished(onFatal((error) => errors.push(error.message)));
  return errors;
}

describe("a transaction", () => {
  test("is on disk, all of it, when it is complete", async () => {
    const file = join(scratch(), "db");
    const { database, close } = await opened(file);
    const outcome = await change(database, (a, b) => {
      a.put({ colour: "red" }, "1");
      a.put({ colour: "blue" }, "2");
      b.put(new Uint8Array([1, 2]), "x");
    });
    expect(outcome).toBe("complete");
    await change(database, (a, b) => {
      a.put({ colour: "green" }, "2");
      a.put("short-lived", "3");
      a.delete("3");
      b.clear();
      b.put("y", "y");
    });
    close();
    expect(onDisk(file)).toEqual(['a/1={"colour":"red"}', 'a/2={"colour":"green"}', 'b/y="y"']);
    const again = await opened(file);
    expect(await read(again.database, (a) => a.index("by colour").getAll("green"))).toEqual([{ colour: "green" }]);
    await change(again.database, (a) => a.delete(IDBKeyRange.bound("1", "1")));
    again.close();
    expect(onDisk(file)).toEqual(['a/2={"colour":"green"}', 'b/y="y"']);
  });

  test("that is aborted leaves nothing", async () => {
    const file = join(scratch(), "db");
    const { database, close } = await opened(file);
    await change(database, (a) => a.put("kept", "1"));
    const { promise, resolve } = Promise.withResolvers<void>();
    const transaction = database.transaction(["a"], "readwrite");
    transaction.onabort = () => resolve();
    transaction.objectStore("a").put("gone", "2");
    transaction.abort();
    await promise;
    close();
    expect(onDisk(file)).toEqual(['a/1="kept"']);
  });

  test("that tears in the file is aborted in memory, and nothing is written after it", async () => {
    const file = join(scratch(), "db");
    const first = await opened(file);
    await change(first.database, (a) => a.put("kept", "1"));
    first.close();
    failAtRow(file, 3);
    const errors = collectFatal();

    const { database, close } = await opened(file);
    const outcome = await change(database, (a, b) => {
      a.put("torn", "1");
      a.put("torn", "2");
      b.put("torn", "3");
    });
    expect(outcome).toBe("abort");
    expect(await read(database, (a) => a.getAll())).toEqual(["kept"]);
    expect(await change(database, (a) => a.delete("1"))).toBe("abort");
    close();
    expect(errors).toEqual(["the keys could not be written"]);
    expect(onDisk(file)).toEqual(['a/1="kept"']);
  });

  test("after the file was closed is aborted", async () => {
    const { database, close } = await opened(join(scratch(), "db"));
    close();
    expect(await change(database, (a) => a.put("late", "1"))).toBe("abort");
  });

  test("with a key that has no place in the file is aborted", async () => {
    const errors = collectFatal();
    const file = join(scratch(), "db");
    const { database, close } = await opened(file);
    const date: unknown = new Date();
    expect(await change(database, (a) => a.put("dated", date as string))).toBe("abort");
    close();
    expect([errors, onDisk(file)]).toEqual([[], []]);
  });

  test("that changes the schema is kept too", async () => {
    const file = join(scratch(), "db");
    const { database, close, prefix } = await opened(file);
    await change(database, (a, b) => [a.put("1", "1"), b.put("2", "2")]);
    database.close();
    await openDatabase(`${prefix}::db`, 2, (changed) => {
      changed.deleteObjectStore("b");
      changed.createObjectStore("c");
    });
    close();
    expect(onDisk(file)).toEqual(['a/1="1"']);
    const store = StoreFile.open(file, key, ACCOUNT);
    expect(store.load()).toMatchObject([{ name: "::db", version: 2, stores: [{ name: "a" }, { name: "c" }] }]);
    store.close();
  });
});

test("keys that are equal have one place, however V8 holds them", async () => {
  const file = join(scratch(), "db");
  const { database, close } = await opened(file);
  const plain = "abcdefghijklmnopqrstuvwxyz";
  const wide = `${plain}\u1234`.slice(0, plain.length);
  await change(database, (a) => a.put("first", plain));
  await change(database, (a) => a.put("second", wide));
  close();
  expect(onDisk(file)).toEqual([`a/${plain}="second"`]);
});

test("a message whose index could not be kept is not given out", async () => {
  const server = new Homeserver();
  const storePath = join(scratch(), "store");
  await arrive(server, { userId: BOB });
  const first = await arrive(server, { storePath });
  await first.encrypt("one", [ALICE, BOB]);
  await first.machine.close();
  failAtRow(join(storePath, "matrix-crypto.sqlite3"), 1);
  const errors = collectFatal();
  const second = new Client(await open({ storePath }), server);
  await expect(second.encrypt("two", [ALICE, BOB])).rejects.toThrow();
  expect(errors).toEqual(["the keys could not be written"]);
  await second.machine.close();
});
