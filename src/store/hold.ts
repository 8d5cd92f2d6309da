/**
 * Who has a database to themselves: the bot that runs on it, or a command that must not meet one.
 *
 * SQLite: an exclusive transaction on an empty file beside the database, `FILE.lock`. The lock is the operating system's
 * and belongs to the process, so it ends with it, after SIGKILL too; the file stays and means nothing. It lies beside the
 * database and not in it, since commands that only look have to get in, and a copy or a backup must not be held.
 * PostgreSQL: an advisory lock of the session of one connection that does nothing else (hold-postgresql.ts). Several bots may
 * have it together there.
 */
import { createRequire } from "node:module";
import { mkdir, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { databaseFile } from "./location.ts";
import { DatabaseHeld, type BotHold, type Hold } from "./held.ts";

export interface HoldOptions {
  /** How long a holder that is just ending is waited for, in milliseconds. */
  readonly patience?: number;
  /** Somebody else has it now, after the connection was lost (PostgreSQL): stop at once. */
  readonly lost?: () => void;
}

/** A process that was killed gives its lock back at once; the server of a PostgreSQL may take a moment to notice. */
const usualPatience = 3_000;
/** One that starts has a PostgreSQL to itself for as long as its start takes. */
const startPatience = 15_000;
const lookAgain = 100;

/** What is used here of better-sqlite3, which comes without types. */
type Sqlite = new (
  file: string,
  options: { readonly timeout: number },
) => {
  exec(sql: string): void;
  close(): void;
};
const Sqlite = createRequire(import.meta.url)("better-sqlite3") as Sqlite;

/**
 * Takes the database, for as long as the process lives.
 * @throws {DatabaseHeld} when another process has it
 */
export function holdDatabase(url: string, { patience = usualPatience, lost }: HoldOptions = {}): Promise<Hold> {
  return patiently(url, patience, () => tryToHold(url, lost));
}

/**
 * The same for a bot: on PostgreSQL others may have the database together with it.
 * @throws {DatabaseHeld} when a process has it that shares it with nobody: a bot on SQLite or of an earlier version, a command
 */
export async function joinDatabase(url: string, { patience, lost }: HoldOptions = {}): Promise<BotHold> {
  if (databaseFile(url) !== undefined || url === "file::memory:") {
    const hold = await holdDatabase(url, { ...(patience === undefined ? {} : { patience }) });
    return { alone: true, share: () => Promise.resolve(), release: () => hold.release() };
  }
  const { joinPostgresql } = await import("./hold-postgresql.ts");
  return patiently(url, patience ?? startPatience, () => joinPostgresql(url, lost));
}

async function patiently<Held>(url: string, patience: number, take: () => Promise<Held | undefined>): Promise<Held> {
  const until = Date.now() + patience;
  for (;;) {
    const hold = await take();
    if (hold !== undefined) return hold;
    if (Date.now() >= until) throw new DatabaseHeld(await sentence(url));
    await setTimeout(lookAgain);
  }
}

/** The same without waiting; undefined where another process has it. */
export async function tryToHold(url: string, lost: (() => void) | undefined = undefined): Promise<Hold | undefined> {
  if (url === "file::memory:") return { release: () => Promise.resolve() };
  const file = await lockFile(url);
  if (file !== undefined) return holdFile(file);
  const { holdPostgresql } = await import("./hold-postgresql.ts");
  return holdPostgresql(url, lost);
}

async function sentence(url: string): Promise<string> {
  const file = await lockFile(url);
  return (
    // not for people: for whoever runs the bot
    "DATABASE_URL: Steward runs on this database already, or one of its commands does, and two at once would count and " +
    "say things twice. Stop the other one first, or set DATABASE_URL to another database." +
    (file === undefined
      ? " (Bots share it with bots, not with commands, nor with a bot of an earlier version.)"
      : ` (It holds ${file}.)`)
  );
}

/** One file whichever way leads to the database. */
async function lockFile(url: string): Promise<string | undefined> {
  const file = databaseFile(url);
  if (file === undefined) return undefined;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const real = await realpath(file).catch(async () => join(await realpath(dirname(file)), basename(file)));
  return `${real}.lock`;
}

function holdFile(file: string): Hold | undefined {
  const connection = new Sqlite(file, { timeout: 0 });
  try {
    connection.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    connection.close();
    if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") return undefined;
    throw error;
  }
  held.add(connection);
  return {
    release() {
      if (held.delete(connection)) connection.close();
      return Promise.resolve();
    },
  };
}

/** What is held is not to be collected as garbage. */
const held = new Set<object>();
