/**
 * The hold on a PostgreSQL: a part of `hold.ts`, which loads it where it is used.
 *
 * Commands, and builds from before several processes could share a database, take the lock for themselves; bots take it
 * together, so that each kind keeps the other out. What only one bot may do at its start it does before it shares the lock.
 *
 * States: held -> away (the connection is lost; it is looked for again) -> held, or lost (another process was quicker).
 * A server that has not noticed yet that the old connection is gone still has our own lock: that session is then ended,
 * so that we do not take ourselves for somebody else. All sessions of one hold have a name that no other has: one that took
 * the lock and whose answer came too late for us is found by it too.
 */
import { PrismaPg } from "@prisma/adapter-pg";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { BotHold, Hold } from "./held.ts";

/** "stew" in ASCII, with the schema: a space of its own beside that of the migrations' lock, which is one big number. */
const LOCK = `${String(0x7374_6577)}, hashtext(coalesce(current_schema(), ''))`;

/** How often the connection is used, so that nothing on the way takes it for forgotten, and how soon it is missed. */
const beatEvery = 30_000;
const patience = 10_000;
/** Pause before the database is looked for again. */
const lookAgain = 1_000;
/** How long a bot may take to start, in milliseconds. */
const startsWithin = 15_000;

/** A session that has the lock. */
interface Session {
  ask(sql: string): Promise<void>;
  /** Resolves when the connection is gone. */
  readonly gone: Promise<void>;
  close(): Promise<void>;
}

/** Who else may have the lock at the same time: nobody, or other bots. */
type How = "alone" | "together";

/** That of all sessions of one hold; shown by the database. */
const nameOfHold = (): string => `steward: ${randomUUID()}`; // not for people

/** For a command: takes the lock for itself; undefined where another session has it. */
export async function holdPostgresql(url: string, lost: (() => void) | undefined): Promise<Hold | undefined> {
  const name = nameOfHold();
  const session = await open(url, name, "alone");
  return session && keep(url, name, session, { how: "alone" }, lost);
}

/** For a bot: takes the lock alone where nobody has it, else with the bots that have it; undefined where another has it alone. */
export async function joinPostgresql(url: string, lost: (() => void) | undefined): Promise<BotHold | undefined> {
  const name = nameOfHold();
  const first = await open(url, name, "alone");
  const session = first ?? (await open(url, name, "together"));
  if (session === undefined) return undefined;
  const shared: { how: How } = { how: first === undefined ? "together" : "alone" };
  const hold = keep(url, name, session, shared, lost);
  return {
    alone: first !== undefined,
    async share() {
      if (shared.how === "together") return;
      shared.how = "together";
      // Both at once for a moment, so that nobody comes between.
      await session.ask(`SELECT pg_advisory_lock_shared(${LOCK})`);
      await session.ask(`SELECT pg_advisory_unlock(${LOCK})`);
    },
    release: () => hold.release(),
  };
}

function keep(
  url: string,
  name: string,
  first: Session,
  shared: { readonly how: How },
  lost: (() => void) | undefined,
): Hold {
  let session: Session | undefined = first;
  let released = false;
  const beat = setInterval(() => {
    session?.ask("SELECT 1").catch(() => session?.close());
  }, beatEvery).unref();
  const watch = async (): Promise<void> => {
    for (let last = session; last !== undefined && !released; last = session) {
      await last.gone;
      await last.close();
      if (released) return;
      session = await again(
        url,
        name,
        () => shared.how,
        () => released,
      );
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

/** Looks for the database until it is there again. A bot that is just starting has the lock to itself for a while. */
async function again(url: string, name: string, how: () => How, over: () => boolean): Promise<Session | undefined> {
  let refused = 0;
  while (!over()) {
    try {
      const session = await open(url, name, how());
      if (session !== undefined || how() === "alone" || ++refused > startsWithin / lookAgain) return session;
      await setTimeout(lookAgain);
    } catch {
      await setTimeout(lookAgain); // whoever uses the database says that it is away
    }
  }
  return undefined;
}

/** @param name of all sessions of this hold: an earlier one, which may still have the lock, is ended */
async function open(url: string, name: string, how: How): Promise<Session | undefined> {
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
    const lock = { alone: "pg_try_advisory_lock", together: "pg_try_advisory_lock_shared" }[how];
    if ((await first(`SELECT ${lock}(${LOCK})`)) !== true) {
      await close();
      return undefined;
    }
    return { gone, close, ask: async (sql) => void (await first(sql)) };
  } catch (error) {
    await close();
    throw error;
  }
}
