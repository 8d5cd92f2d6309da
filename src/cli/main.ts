/**
 * `npm run steward -- COMMAND`: what is done by whoever runs the bot.
 *
 * ```
 * init [--container]                              asks for platforms and tokens, tries them, and writes .env
 * key rotate [--yes]                              a new master key
 * federation list                                 the federations with their ids
 * federation shred ID [--yes] [--rotate-key]      destroys a federation for good
 * doctor                                          looks at everything that the bot needs
 * backup FILE                                     copies the database and the Matrix keys
 * restore FILE                                    puts a backup where there is no database yet
 * move postgresql://...  [--yes]                  the whole SQLite database to an empty PostgreSQL
 * fund check [NUMBER]                             whether the books of funds were rewritten since a report was printed
 * ```
 *
 * Ends with 0, with 1 when `doctor` or `fund check` found something wrong, with 2 when something has to be put right first, and with 3
 * when it was not confirmed.
 */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { readConfig, type Config } from "../config.ts";
import { randomId, secureRandom } from "../core/random.ts";
import { Federations, type FederationSummary } from "../store/federations.ts";
import { holdDatabase } from "../store/hold.ts";
import { databaseFile } from "../store/location.ts";
import { exists, openStore, type Store } from "../store/open.ts";
import { finishKeyFile, prepareKeyFile, rotateMasterKey } from "../store/rotate.ts";
import { KEY_BYTES } from "../store/sealing.ts";
import { shredFederation } from "../store/shredding.ts";
import { beginWithKeptZones } from "../zone-data.ts";
import { backup, restore } from "./backup.ts";
import { examine } from "./doctor.ts";
import { checkBooks } from "./fund.ts";
import { init, noTerminal } from "./init.ts";
import { move } from "./move.ts";
import { openTerminal } from "./terminal.ts";
import { CommandError, isExplained, NotConfirmed, printable } from "./words.ts";

const usage = `Usage: npm run steward -- COMMAND

  init [--container]                           Asks for platforms and tokens, tries them, and writes .env.
  key rotate [--yes]                           Replaces the master key. Stop the bot first.
  federation list                              Lists the federations with their ids.
  federation shred ID [--yes] [--rotate-key]   Destroys a federation for good. Stop the bot first.
  doctor                                       Looks at everything that the bot needs, and says what to mend.
  backup FILE                                  Copies the database and the Matrix keys, while the bot runs.
  restore FILE                                 Puts a backup where there is no database yet. Stop the bot first.
  move postgresql://... [--yes]                Moves the SQLite database to an empty PostgreSQL. Stop the bot first.
  fund check [NUMBER]                          Compares the books of funds with the check number of a printed report.

Without --yes it asks before it changes anything.`;

const write = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Asks for a word to be typed. At the end of the input nothing was confirmed. */
async function confirm(question: string, word: string): Promise<boolean> {
  const readline = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<string>((resolve) => readline.once("close", () => resolve("")));
  try {
    const answer = await Promise.race([readline.question(`${question} `), closed]);
    return answer.trim().toLowerCase() === word.toLowerCase();
  } finally {
    readline.close();
  }
}

async function rotate(config: Config, store: Store, yes: boolean): Promise<void> {
  const { masterKey: source, newMasterKey } = config;
  if (source.from === "environment" && newMasterKey === undefined) {
    throw new CommandError(
      "The master key is in STEWARD_MASTER_KEY. Put the key that shall take its place in STEWARD_NEW_MASTER_KEY, and run this again.\n" +
        `Make one with: node -e "console.log(require('node:crypto').randomBytes(${KEY_BYTES}).toString('base64'))"`,
    );
  }
  if (newMasterKey?.equals(store.masterKey) === true) {
    throw new CommandError("STEWARD_NEW_MASTER_KEY is the key that is in use already. Make another one.");
  }
  if (!yes) {
    write("The bot must be stopped. Codes that were given out and questions that are open end now.");
    write("Backups made until today open only with the present key: keep it as long as you keep them, and no longer.");
    if (!(await confirm("Replace the master key? Type yes:", "yes"))) throw new NotConfirmed();
  }
  const key = newMasterKey ?? randomBytes(KEY_BYTES);
  if (source.from === "file") await prepareKeyFile(source.file, key);
  const { federations, chats, accounts } = await rotateMasterKey(store.database, store.masterKey, key);
  if (source.from === "file") await finishKeyFile(source.file);
  write(
    `The master key and the data keys were replaced: ${federations} federations, ${chats} chats, ${accounts} accounts.`,
  );
  write(
    source.from === "file"
      ? `The new key is in ${source.file}. Keep a copy of it apart from the database.`
      : "Now set STEWARD_MASTER_KEY to the new key, remove STEWARD_NEW_MASTER_KEY, and start the bot.",
  );
}

/** The federations, through the repository that the bot uses. */
const inFederations = <T>({ database, keyring }: Store, work: (federations: Federations) => Promise<T>): Promise<T> =>
  database.transaction((tx) =>
    work(new Federations({ tx, keyring, now: Date.now(), newId: () => randomId(secureRandom) })),
  );

async function list(store: Store): Promise<void> {
  const all = await inFederations(store, (federations) => federations.list());
  if (all.length === 0) {
    write("There is no federation yet. One begins with /setup in a chat.");
    return;
  }
  write(`${"ID".padEnd(18)}${"SINCE".padEnd(12)}${"CELLS".padStart(6)}${"PEOPLE".padStart(8)}  NAME`);
  for (const { id, createdAt, cells, people, name } of all) {
    const since = new Date(createdAt).toISOString().slice(0, 10);
    write(
      `${id.padEnd(18)}${since.padEnd(12)}${String(cells).padStart(6)}${String(people).padStart(8)}  ${printable(name)}`,
    );
  }
}

async function shred(config: Config, store: Store, id: string, yes: boolean, rotateKey: boolean): Promise<void> {
  if (store.shredded.includes(id)) {
    write(
      `Shredding ${id} had been interrupted. Now it is destroyed: its data key, and everything that was kept under it.`,
    );
  } else await shredWhole(store, id, yes);
  write("Backups made earlier can still be read by whoever has them and the master key of their time.");
  if (
    rotateKey ||
    (!yes &&
      (await confirm("Replace the master key as well, so that these backups die with the old one? Type yes:", "yes")))
  ) {
    await rotate(config, store, true);
    write("Now destroy every copy of the old key.");
  } else {
    write("To end that: npm run steward -- key rotate, and then destroy every copy of the old key.");
  }
}

async function shredWhole(store: Store, id: string, yes: boolean): Promise<void> {
  const all = await inFederations(store, (federations) => federations.list());
  const found: FederationSummary | undefined = all.find((one) => one.id === id);
  if (found === undefined) {
    throw new CommandError(
      `There is no federation with the id ${printable(id)}. List them with: npm run steward -- federation list`,
    );
  }
  const name = printable(found.name);
  if (!yes) {
    write(
      `"${name}" has ${found.cells} cells and ${found.people} people. All of it will be destroyed and cannot be brought back.`,
    );
    write("The bot must be stopped.");
    if (!(await confirm(`To destroy it, type its id (${id}):`, id))) throw new NotConfirmed();
  }
  await shredFederation(store.database, store.keyring, id);
  write(`"${name}" was destroyed: its data key, and everything that was kept under it.`);
}

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [command, argument] = readCommand(positionals);

  if (command === "init") {
    await beginning(values.container);
    return;
  }
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (command === "doctor") {
    if ((await examine(process.env, write)) > 0) process.exitCode = 1;
    return;
  }
  const config = readConfig(process.env);
  const file = databaseFile(config.databaseUrl);
  if (command !== "restore" && file !== undefined && !(await exists(file))) {
    throw new CommandError(
      `There is no database ${file}. Run this in the folder in which the bot runs, or set DATABASE_URL; the first start makes one.`,
    );
  }
  if (!alone.has(command)) {
    await onStore(config, command, argument, values, false);
    return;
  }
  const hold = await holdDatabase(config.databaseUrl);
  try {
    if (command === "restore") await restore(config, argument, write);
    else await onStore(config, command, argument, values, true);
  } finally {
    await hold.release();
  }
}

/** `init`, with somebody at a terminal. */
async function beginning(container: boolean): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw new CommandError(noTerminal);
  const terminal = openTerminal(process.stdin, process.stdout);
  try {
    await init(terminal, { environment: process.env, folder: process.cwd(), container });
  } finally {
    terminal.close();
  }
}

async function onStore(
  config: Config,
  command: keyof typeof known,
  argument: string,
  values: ReturnType<typeof readArguments>["values"],
  held: boolean,
): Promise<void> {
  const store = await openStore(config.databaseUrl, config.masterKey, { held });
  try {
    if (command === "key rotate") await rotate(config, store, values.yes);
    else if (command === "backup") await backup(config, store, argument, write);
    else if (command === "move") {
      const confirmed = () => (values.yes ? Promise.resolve(true) : confirm("Move it now? Type yes:", "yes"));
      await move(config, store, argument, { write, confirm: confirmed });
    } else if (command === "federation list") await list(store);
    else if (command === "fund check") {
      if (!(await checkBooks(store, argument, write))) process.exitCode = 1;
    } else await shred(config, store, argument, values.yes, values["rotate-key"]);
  } finally {
    await store.database.close();
  }
}

/** Every command, with how many arguments it takes: `any` for one that may be left out, or is written in groups. */
const known = {
  init: 0,
  "key rotate": 0,
  "federation list": 0,
  "federation shred": 1,
  doctor: 0,
  backup: 1,
  restore: 1,
  move: 1,
  "fund check": "any",
} as const;

/** Those that a bot must not run beside: it would go on with keys and rows that are no longer there. */
const alone: ReadonlySet<keyof typeof known> = new Set(["key rotate", "federation shred", "restore", "move"]);

/** The command and its argument, which is empty where there is none. */
function readCommand(positionals: readonly string[]): readonly [command: keyof typeof known, argument: string] {
  for (const command of Object.keys(known) as (keyof typeof known)[]) {
    const words = command.split(" ");
    if (!words.every((word, index) => positionals[index] === word)) continue;
    const given = positionals.slice(words.length);
    if (known[command] === "any") return [command, given.join(" ")];
    const [argument = "", ...more] = given;
    if (more.length === 0 && (argument === "" ? 0 : 1) === known[command]) return [command, argument];
  }
  throw new CommandError(usage);
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        yes: { type: "boolean", default: false },
        "rotate-key": { type: "boolean", default: false },
        container: { type: "boolean", default: false },
      },
    });
  } catch {
    throw new CommandError(usage); // an option that there is none of
  }
}

beginWithKeptZones();
try {
  await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof NotConfirmed) {
    process.stderr.write("Nothing was changed.\n");
    process.exitCode = 3;
  } else if (isExplained(error)) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else throw error;
}
