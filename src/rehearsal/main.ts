/**
 * `npm run rehearse -- FILE [--json] [--database URL]`: plays a scenario and prints what everybody would see.
 *
 * Ends with 0, or with 2 and one sentence that names the line and what is wrong with it.
 */
import { createHash } from "node:crypto";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { lineText, renderLines } from "../../adapters/console/render.ts";
import { commands } from "../../commands/index.ts";
import { randomId, seededRandom } from "../core/random.ts";
import { Texts } from "../core/text.ts";
import { createLog } from "../log.ts";
import { MigrationError, openDatabase, type Database } from "../store/database.ts";
import { Facts } from "../store/facts.ts";
import { isSealedAnew, sealAnew } from "../store/resealing.ts";
import { openKeyring, SealingError, type Keyring } from "../store/sealing.ts";
import { beginWithKeptZones } from "../zone-data.ts";
import { asJson, asText } from "./output.ts";
import { play, rehearsalKey } from "./player.ts";
import { parseScenario, ScenarioError } from "./scenario.ts";

// not for people: for who starts the program
const usageText = "Usage: npm run rehearse -- FILE [--json] [--database URL]";

/** The rehearsal cannot begin; the message says why and what to do. */
class RehearsalError extends Error {}

interface Arguments {
  readonly file: string;
  readonly json: boolean;
  readonly database: string | undefined;
}

function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, database: { type: "string" } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new RehearsalError(usageText);
    return { file, json: values.json, database: values.database };
  } catch (error) {
    if (error instanceof RehearsalError) throw error;
    throw new RehearsalError(
      `${error instanceof Error ? error.message.split(".")[0] : "The arguments are wrong"}.\n${usageText}`,
    );
  }
}

/** A file system in memory where there is one, so that the database can be opened again after `restart`. */
function memoryFolder(): string {
  const places = ["/dev/shm", tmpdir()].filter((place) => {
    try {
      accessSync(place, constants.W_OK);
      return true;
    } catch {
      return false; // not there, or not ours to write: the next one
    }
  });
  return mkdtempSync(join(places[0] ?? tmpdir(), `steward-rehearsal-${process.pid}-`));
}

/** Refuses a database that is a real bot's, and counts the rehearsals in it. */
async function prepare(database: Database, keyring: Keyring): Promise<number> {
  if (!(await isSealedAnew(database))) await sealAnew(database, keyring);
  return database.transaction(async (tx) => {
    const session = { tx, keyring, now: 0, newId: () => randomId(seededRandom("facts")) };
    const federation = await tx.federation.findFirst({ where: { wrappedKey: { not: "" } } });
    if (federation !== null) keyring.sealer(federation.id, federation.wrappedKey);
    const facts = new Facts(session);
    const runs = Number((await facts.get("rehearsal:runs")) ?? "0");
    await facts.set("rehearsal:runs", String(runs + 1));
    return runs;
  });
}

async function openOnce(url: string): Promise<Database> {
  try {
    return await openDatabase({ url });
  } catch (error) {
    if (error instanceof MigrationError) throw new RehearsalError(error.message);
    throw new RehearsalError(
      `The database cannot be opened (${error instanceof Error ? error.name : "error"}). ` +
        "Check --database: file:PATH or postgresql://USER:PASSWORD@HOST/NAME.",
    );
  }
}

async function rehearse({ file, json, database: given }: Arguments): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new RehearsalError(`The scenario ${file} cannot be read. Is the path right?`);
  });
  const scenario = parseScenario(text);

  const folder = given === undefined ? memoryFolder() : undefined;
  if (folder !== undefined)
    process.on("exit", () => {
      rmSync(folder, { recursive: true, force: true });
    });
  const url = given ?? `file:${join(folder ?? "", "rehearsal.db")}`;

  let database: Database | undefined = await openOnce(url);
  const runs = await prepare(database, openKeyring(rehearsalKey)).catch((error: unknown) => {
    if (!(error instanceof SealingError)) throw error;
    throw new RehearsalError("This database belongs to a running bot, not to rehearsals. Give --database another one.");
  });
  const seed = runs === 0 ? scenario.chance : `${scenario.chance}\nrun ${runs}`;
  const print = json ? asJson : asText;

  await play({
    scenario,
    render: (message) => renderLines(message).map((line) => ({ text: lineText(line), aside: line.aside })),
    commands,
    texts: Texts.load(fileURLToPath(new URL("../../locales", import.meta.url))),
    random: seededRandom(seed),
    log: createLog({ level: "warn", to: 2 }),
    run: createHash("sha256").update(seed).digest("hex").slice(0, 12),
    async open() {
      const opened = database ?? (await openDatabase({ url }));
      database = undefined;
      // A keyring remembers the federations' keys: after a restart it has to find them anew.
      return { database: opened, keyring: openKeyring(rehearsalKey) };
    },
    output: (shown) => {
      process.stdout.write(`${print(shown)}\n`);
    },
  });
}

/** Whoever reads only the beginning (`| head`) has closed the pipe: nothing is wrong. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

beginWithKeptZones();
try {
  await rehearse(readArguments(process.argv.slice(2)));
} catch (error) {
  if (error instanceof ScenarioError) process.stderr.write(`line ${error.line}: ${error.message}\n`);
  else if (error instanceof RehearsalError) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = 2;
}
