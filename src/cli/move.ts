/** `steward move postgresql://...`: a whole SQLite database to PostgreSQL. */
import type { Config } from "../config.ts";
import { isUrl } from "../chat/variables.ts";
import { describeError } from "../core/log.ts";
import { randomId, secureRandom } from "../core/random.ts";
import { holdDatabase } from "../store/hold.ts";
import { markMoved, moveDatabase } from "../store/moving.ts";
import type { Store } from "../store/open.ts";
import { CommandError, isExplained, NotConfirmed } from "./words.ts";

/** How the operator is spoken with. */
export interface MoveTalk {
  readonly write: (line: string) => void;
  /** Whether they want it; not asked with `--yes`. */
  readonly confirm: () => Promise<boolean>;
}

/**
 * Moves it, and says what is to be done next. The address is said nowhere: a password may be in it.
 * @param store the caller's alone
 */
export async function move(config: Config, store: Store, to: string, { write, confirm }: MoveTalk): Promise<void> {
  if (store.database.provider !== "sqlite") {
    throw new CommandError("DATABASE_URL is a PostgreSQL already. Only an SQLite database is moved.");
  }
  if (!/^postgres(?:ql)?:/u.test(to) || !isUrl(to, ["postgresql:", "postgres:"])) {
    throw new CommandError("Write where to: npm run steward -- move postgresql://USER:PASSWORD@HOST/NAME");
  }
  write("The bot must be stopped, and a backup made: it is the way back. The PostgreSQL must be empty.");
  if (!(await confirm())) throw new NotConfirmed();
  const { tables, rows, opened } = await moved(store, to, write);
  await store.database.transaction((tx) =>
    markMoved({ tx, keyring: store.keyring, now: Date.now(), newId: () => randomId(secureRandom) }),
  );
  write(`Moved: ${rows} rows of ${tables} tables. All of them are the same there, and ${opened} sealed texts open.`);
  const { masterKey, platforms } = config;
  write("Now set DATABASE_URL to the PostgreSQL" + (masterKey.from === "file" ? "," : ", and start the bot."));
  if (masterKey.from === "file") {
    write(
      `and STEWARD_MASTER_KEY to what is in ${masterKey.file} (with PostgreSQL no key file is read). Start the bot.`,
    );
  }
  if (platforms.matrix !== undefined)
    write(`The Matrix keys stay where they are: set MATRIX_KEYS to ${platforms.matrix.keys}.`);
  write("The SQLite database is not used any more: no bot starts with it.");
}

async function moved(store: Store, to: string, write: MoveTalk["write"]): ReturnType<typeof moveDatabase> {
  let said = "";
  try {
    const hold = await holdDatabase(to);
    try {
      return await moveDatabase(store, to, (what) => {
        if (what !== said) write(what === "copying" ? "Copying ..." : "Checking what was copied ...");
        said = what;
      });
    } finally {
      await hold.release();
    }
  } catch (error) {
    if (isExplained(error)) throw error;
    const { code, error: kind } = describeError(error);
    throw new CommandError(
      said === ""
        ? `That PostgreSQL cannot be opened (${String(code ?? kind)}). Is it running, and are address, user, password and rights correct?`
        : `The move was cut off (${String(code ?? kind)}). Nothing was moved. Try again.`,
    );
  }
}
