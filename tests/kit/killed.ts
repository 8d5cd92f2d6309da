/** A database whose process dies before one of its statements: the transaction is lost, and whatever would have come after it. */
import type { Database, Tx } from "../../src/store/database.ts";

class Killed extends Error {}

/** What dies, and how many statements that change rows were committed before. */
interface Dying {
  readonly database: Database;
  readonly written: () => number;
}

/** Dies before the statement with this number, from 1, of those that come through the database that it gives back. */
function killedAt(database: Database, at: number): Dying {
  let count = 0;
  let writing = 0;
  let written = 0;
  const step = (): void => {
    count += 1;
    if (count >= at) throw new Killed();
  };
  const counting = <Thing extends object>(of: Thing): Thing =>
    new Proxy(of, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === "function") {
          return (...values: unknown[]): unknown => {
            step();
            if (name === "$executeRaw") writing += 1;
            return Reflect.apply(value, target, values);
          };
        }
        return typeof value === "object" && value !== null && name !== "forUpdate" ? counting(value) : value;
      },
    });
  const within = <Open extends object, T>(work: (tx: Open) => Promise<T>) => {
    return (tx: Open): Promise<T> => work(counting(tx));
  };
  const dying: Database = {
    provider: database.provider,
    transaction: async <T>(work: (tx: Tx) => Promise<T>) => {
      writing = 0;
      const result = await database.transaction(within(work));
      written += writing;
      return result;
    },
    read: (work) => database.read(within(work)),
    listen: (signal, listener, far) => database.listen(signal, listener, far),
    passOn: (signal, hints) => database.passOn(signal, hints),
    share: (tell) => database.share(tell),
    backup: (file) => database.backup(file),
    checkpoint: () => {
      step();
      return database.checkpoint();
    },
    sweep: () => database.sweep(),
    probe: () => database.probe(),
    isWhole: () => database.isWhole(),
    close: () => database.close(),
  };
  return { database: dying, written: () => written };
}

/**
 * Again and again, dying before each statement in turn, until there is nothing left to do. Gives how often it died. What was
 * committed is not done again, so that the next statement comes earlier by as many.
 */
export async function killedEverywhere(
  database: Database,
  work: (dying: Database) => Promise<unknown>,
): Promise<number> {
  let kills = 0;
  for (let at = 1; ; kills += 1) {
    const dying = killedAt(database, at);
    try {
      await work(dying.database);
      return kills;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    at = Math.max(1, at + 1 - dying.written());
  }
}
