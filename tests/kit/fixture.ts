/**
 * Databases that earlier versions of the bot left behind, and what people saw in them (tests/fixtures/README.md): how one
 * is made, brought back, and read.
 */
import { cp, copyFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lineText, renderLines } from "../../adapters/console/render.ts";
import { commands } from "../../commands/index.ts";
import { seededRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { asText } from "../../src/rehearsal/output.ts";
import { play, rehearsalKey } from "../../src/rehearsal/player.ts";
import { parseScenario, type Scenario } from "../../src/rehearsal/scenario.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { plain, type Provider } from "../../src/store/driver.ts";
import { applyMigrations } from "../../src/store/migrate.ts";
import { migrationsFolder } from "../../src/store/schema-engine.ts";
import { openDriver } from "../../src/store/open-driver.ts";

const folder = fileURLToPath(new URL("../fixtures", import.meta.url));

/** What lies in the folder of a version. */
export const fixtureFile = (
  version: string,
  file: "scenario.txt" | "readings.txt" | "seen.txt" | "sqlite.db" | "postgresql.sql",
): string => join(folder, version, file);

/** The versions of which there is a database, the oldest first. */
export async function fixtureVersions(): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The scenario that made the database, or the one that reads in it. */
export const readScenario = async (version: string, which: "scenario" | "readings"): Promise<Scenario> =>
  parseScenario(await readFile(fixtureFile(version, `${which}.txt`), "utf8"));

/**
 * Plays a scenario on a database, through the same core as the bot, and gives what people see: each line that something
 * comes of, after `> `, and what comes of it, as a rehearsal prints it, with the text of files.
 * @param seed what is made at random depends on it alone; two scenarios on one database need two
 */
export async function playOn(url: string, scenario: Scenario, seed: string): Promise<string> {
  const lines = scenario.text.split(/\r?\n/);
  const seen: string[] = [];
  let playing: string | undefined = "the start";
  await play({
    scenario,
    render: (message) => renderLines(message).map((line) => ({ text: lineText(line), aside: line.aside })),
    commands,
    texts: Texts.load(fileURLToPath(new URL("../../locales", import.meta.url))),
    random: seededRandom(seed),
    log: { info: () => undefined, warn: fail, error: fail },
    run: seed,
    open: () => openFixture(url),
    before: ({ line }) => {
      playing = lines[line - 1]?.trim();
    },
    output: (shown) => {
      if (playing !== undefined) seen.push(`> ${playing}`);
      playing = undefined;
      const content = shown.content?.trimEnd().split(/\r?\n/) ?? [];
      seen.push(asText({ ...shown, lines: [...shown.lines, ...content] }));
    },
  });
  return `${seen.join("\n")}\n`;
}

/** Opens it as a start of the bot does, which seals anew what an earlier version sealed. */
export const openFixture = (url: string): Promise<Store> =>
  openStore(url, { from: "environment", key: Buffer.from(rehearsalKey) }, { held: true });

/** Nothing that the bot would log as wrong may pass by. */
function fail(fields: Record<string, unknown>, message: string): never {
  throw new Error(`${message} ${JSON.stringify(fields)}`);
}

/**
 * Puts the database of a version where a test may change it.
 * @param url a database of that kind, whose content is replaced
 */
export async function restoreFixture(version: string, provider: Provider, url: string): Promise<void> {
  if (provider === "sqlite") {
    await copyFile(fixtureFile(version, "sqlite.db"), url.slice("file:".length));
    return;
  }
  const sql = await readFile(fixtureFile(version, "postgresql.sql"), "utf8");
  const migrations = await mkdtemp(join(tmpdir(), "steward-fixture-"));
  const driver = await openDriver(url);
  try {
    for (const [, name = ""] of sql.matchAll(/^-- migration (\S+)$/gm))
      await cp(join(migrationsFolder, provider, name), join(migrations, provider, name), { recursive: true });
    await driver.exclusively((_, adapter) => adapter.executeScript("DROP SCHEMA public CASCADE; CREATE SCHEMA public"));
    await applyMigrations(driver, { folder: migrations });
    await driver.exclusively((_, adapter) => adapter.executeScript(sql));
  } finally {
    await driver.close();
    await rm(migrations, { recursive: true, force: true });
  }
}

/** All rows of a PostgreSQL as SQL, to be run after its migrations, which are named in comments. */
export async function dumpPostgres(url: string): Promise<string> {
  const driver = await openDriver(url);
  try {
    return await driver.exclusively(async (_, adapter) => {
      const column = async (sql: string) => (await adapter.queryRaw(plain(sql))).rows.map(([value]) => String(value));
      const migrations = await column("SELECT migration_name::text FROM _prisma_migrations ORDER BY 1");
      const tables = await column(
        "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1",
      );
      const inserts: string[] = [];
      for (const table of tables) {
        const rows = await column(`SELECT row_to_json(t)::text FROM "${table}" t ORDER BY 1`);
        if (rows.length === 0) continue;
        inserts.push(
          `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $rows$[\n${rows.join(",\n")}\n]$rows$);`,
        );
      }
      return [
        ...migrations.map((name) => `-- migration ${name}`),
        "SET LOCAL session_replication_role = replica; -- in any order, whatever refers to what",
        ...inserts,
        "SET LOCAL session_replication_role = DEFAULT;",
        "",
      ].join("\n");
    });
  } finally {
    await driver.close();
  }
}

/** A time, a date or a figure: digits, with what joins them. */
const figure = String.raw`\d+(?:[.,:/-]\d+)*`;

/** Months and weekdays, long and short, as people see them. */
const dateWords = ["en", "es"].flatMap((language) =>
  (["long", "short"] as const).flatMap((style) => [
    ...Array.from({ length: 12 }, (_, month) =>
      new Date(Date.UTC(2026, month, 1)).toLocaleDateString(language, { month: style, timeZone: "UTC" }),
    ),
    ...Array.from({ length: 7 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 4 + day)).toLocaleDateString(language, { weekday: style, timeZone: "UTC" }),
    ),
  ]),
);

/** Words that tell in what state something is. */
const stateWords =
  "firm waiting reached closed open kept planned confirmed cancelled done asked accepted declined acting agreed " +
  "chosen empty alternate carried failed decided burst lull going maybe away next " +
  "firme espera cumplido cerrada cerrado abierta planeada confirmada cancelada aceptado vacío suplencia aprobada";

/**
 * What people see of their data, without the wording: the figures, dates, states, names and words of theirs in each message,
 * line by line. What only one person sees stands under the line of the scenario that it came of; what a chat sees, in its
 * last state, under the chat and its first line. Which came first, also among lines, and how often is left out.
 * @param seen as {@link playOn} gives it
 * @param made the scenario that made the database: whoever and whatever is named in it is a name
 */
export function factsIn(seen: string, made: Scenario): Readonly<Record<string, readonly string[]>> {
  const typed = made.steps.flatMap((step) => (step.type === "says" ? [step.text] : []));
  const names = new Set([
    ...made.steps.flatMap((step) => ("person" in step ? [step.person] : step.type === "chat" ? [step.chat.name] : [])),
    ...typed.flatMap((text) => [...text.matchAll(/"([^"]+)"/g)].map(([, words = ""]) => words)),
    ...typed.flatMap((text) => [...text.matchAll(/\p{Lu}\p{L}+/gu)].map(([word]) => word)),
    ...dateWords,
    ...stateWords.split(" "),
  ]);
  const words = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const fact = new RegExp(String.raw`(?<![\p{L}\d])(?:${words.join("|")}|${figure})(?![\p{L}\d])`, "gu");
  const factsOf = (text: string): string =>
    [...text.matchAll(fact)]
      .map(([found]) => found)
      .sort()
      .join(" · ");

  const facts: Record<string, string[]> = {};
  const put = (key: string, text: string): void => {
    const lines = text.split("\n").map(factsOf);
    (facts[key] ??= []).push(
      lines
        .filter((line) => line !== "")
        .sort()
        .join("\n"),
    );
  };
  let playing = "";
  for (const part of seen.split(/\n(?! )/)) {
    if (part.startsWith("> ")) playing = part;
    const [, place = "", unseen, text = ""] = /^\S+ (.+?)( > \S+)? [|~](?: |$)(.*)$/su.exec(part) ?? [];
    if (unseen !== undefined) put(playing, text);
    // What all see: a live message is shown when its turn comes, so only its last state counts.
    else if (place !== "") {
      const key = `${place}: ${text.split("\n", 1)[0]?.replace(/[\p{Nd}▓░]/gu, "") ?? ""}`;
      facts[key] = [];
      put(key, text);
    }
  }
  return Object.fromEntries(
    Object.entries(facts).map(([key, all]) => [key, [...new Set(all)].filter((one) => one !== "").sort()]),
  );
}
