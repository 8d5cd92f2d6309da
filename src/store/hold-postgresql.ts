/**
 * The hold on a PostgreSQL: a part of `hold.ts`, which loads it where it is used.
 *
 * States: held -> away (the connection is lost; it is looked for again) -> held, or lost (another process was quicker).
 * A server that has not noticed yet that the old connection is gone still has our own lock: that session is then ended,
 * so that we do not take ourselves for somebody else. All sessions of one hold have a name that no other has: one that took
 * the lock and whose answer came too late for us is found by it too.
 */
import { PrismaPg } from "@prisma/adapter-pg";
import { randomUUID } from "node:crypto";
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
  ask(sql: string): Promise<void>;
  /** Resolves when the connection is gone. */
  readonly gone: Promise<void>;
  close(): Promise<void>;
}

/** Takes the lock; undefined where another session has it. */
export async function holdPostgresql(url: string, lost: (() => void) | undefined): Promise<Hold | undefined> {
  const name = `steward: ${randomUUID()}`; // not for people: shown by the database
  let session = await open(url, name);
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
      session = await again(url, name, () => released);
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
async function again(url: string, name: string, over: () => boolean): Promise<Session | undefined> {
  while (!over()) {
    try {
      return await open(url, name);
    } catch {
      await setTimeout(lookAgain); // whoever uses the database says that it is away
    }
  }
  return undefined;
}

/** @param name of all sessions of this hold: an earlier one, which may still have the lock, is ended */
async function open(url: string, name: string): Promise<Session | undefined> {
  const options = { connectionString: url, max: 1, idleTimeoutMillis: 0, keepAlive: true, query_timeout: patience };
  const adapter = await new PrismaPg({ ...options, application_name: name }).connect();
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
    // A session that is told to end has its locks until it has ended, and asking too early would take it for another's.
    const ended = await first(
      `SELECT bool_and(pg_terminate_backend(pid, ${String(patience / 2)})) FROM pg_stat_activity
       WHERE application_name = '${name}' AND pid <> pg_backend_pid()`,
    );
    if (ended === false) throw new Error("our earlier session has not ended yet"); // not for people: it is tried again
    if ((await first(`SELECT pg_try_advisory_lock(${LOCK})`)) !== true) {
      await close();
      return undefined;
    }
    return { gone, close, ask: async (sql) => void (await first(sql)) };
  } catch (error) {
    await close();
    throw error;
  }
}
