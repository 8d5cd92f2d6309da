/**
 * The hold on a PostgreSQL: a part of `hold.ts`, which loads it where it is used.
 *
 * States: held -> away (the connection is lost; it is looked for again) -> held, or lost (another process was quicker).
 * A server that has not noticed yet that the old connection is gone still has our own lock: that session is then ended,
 * so that we do not take ourselves for somebody else.
 */
import { PrismaPg } from "@prisma/adapter-pg";
import { setTimeout } from "node:timers/promises";
import type { Hold } from "./held.ts";

/** "stew" in ASCII, with the schema: a space of its own beside that of the migrations' lock, which is one big number. */
const LOCK = `${String(0x7374_6577)}, hashtext(coalesce(current_schema(), ''))`;

/** How often the connection is used, so that nothing on the way takes it for forgotten, and how soon it is missed. */
const beatEvery = 30_000;
const patience = 10_000;
/** Pause before the database is looked for again. */
const lookAgain = 1_000;

/** A session that has the lock. */
interface Session {
  /** The number of its process in the server. */
  readonly pid: number;
  ask(sql: string): Promise<void>;
  /** Resolves when the connection is gone. */
  readonly gone: Promise<void>;
  close(): Promise<void>;
}

/** Takes the lock; undefined where another session has it. */
export async function holdPostgresql(url: string, lost: (() => void) | undefined): Promise<Hold | undefined> {
  let session = await open(url, undefined);
  if (session === undefined) return undefined;
  let released = false;
  const beat = setInterval(() => {
    session?.ask("SELECT 1").catch(() => session?.close());
  }, beatEvery).unref();
  const watch = async (): Promise<void> => {
    for (let last = session; last !== undefined && !released; last = session) {
      await last.gone;
      await last.close();
      if (released) return;
      session = await again(url, last.pid, () => released);
      if (session === undefined && !released) lost?.();
    }
  };
  void watch();
  return {
    async release() {
      released = true;
      clearInterval(beat);
      await session?.close();
    },
  };
}

/** Looks for the database until it is there again. */
async function again(url: string, before: number, over: () => boolean): Promise<Session | undefined> {
  while (!over()) {
    try {
      return await open(url, before);
    } catch {
      await setTimeout(lookAgain); // whoever uses the database says that it is away
    }
  }
  return undefined;
}

/** @param before the number of our earlier session, which may still have the lock */
async function open(url: string, before: number | undefined): Promise<Session | undefined> {
  const options = { connectionString: url, max: 1, idleTimeoutMillis: 0, keepAlive: true, query_timeout: patience };
  const application_name = "steward: in use"; // not for people: shown by the database
  const adapter = await new PrismaPg({ ...options, application_name }).connect();
  const close = (): Promise<void> => adapter.dispose().catch(() => undefined);
  try {
    const pool = adapter.underlyingDriver();
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    pool.on("error", () => {
      resolve();
    });
    pool.on("remove", () => {
      resolve();
    });
    const first = async (sql: string): Promise<unknown> => {
      const { rows } = await pool.query<unknown[]>({ text: sql, rowMode: "array" });
      return rows[0]?.[0];
    };
    if (before !== undefined) {
      // A session that is told to end has its locks until it has ended, and asking too early would take it for another's.
      const ended = await first(
        `SELECT pg_terminate_backend(pid, ${String(patience / 2)}) FROM pg_locks WHERE locktype = 'advisory' AND pid = ${String(before)}
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND classid = ${String(0x7374_6577)}`,
      );
      if (ended === false) throw new Error("our earlier session has not ended yet"); // not for people: it is tried again
    }
    if ((await first(`SELECT pg_try_advisory_lock(${LOCK})`)) !== true) {
      await close();
      return undefined;
    }
    const pid = Number(await first("SELECT pg_backend_pid()"));
    return { pid, gone, close, ask: async (sql) => void (await first(sql)) };
  } catch (error) {
    await close();
    throw error;
  }
}
