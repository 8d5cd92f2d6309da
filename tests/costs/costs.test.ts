/**
 * Nothing costs what grows: every command and word, said in one cell of a federation with 20 other cells and with 200. The
 * statements of all that comes of it and the rows that they gave stand in `table.json`, first of the smaller one; in the larger federation they
 * are no more, unless it is said why. And none reads a table from one end to the other.
 *
 * Something new, or something that costs more for a good reason: `STEWARD_COSTS=write npx vitest run tests/costs`, and look at the
 * difference. `STEWARD_COSTS=look` prints the statements of what grows.
 */
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ofWork, recorded, type Recorded } from "../../bench/record.ts";
import type { InboundChat } from "../../src/chat/inbound.ts";
import { codePattern } from "../../src/store/codes.ts";
import { openDatabase } from "../../src/store/database.ts";
import { Stage, type StageChat } from "../kit/stage.ts";
import { stories, type Line, type Story } from "../wire/scenes.ts";
import { addCells } from "./crowd.ts";

const tableFile = new URL("table.json", import.meta.url);
const wish = process.env["STEWARD_COSTS"];

/** Statements, and rows that they gave. */
type Cost = readonly [statements: number, rows: number];

/** So much more is no growth: a card that is written a moment later, together with another one. */
const slack: Cost = [6, 12];

/** What may cost more where there are more cells, and why; by the beginning of what is said. */
const grows: Readonly<Record<string, string>> = {
  '/drive new "Who marches?"': "it is shown in the chats of all cells",
  "/tally post": "it says to how many chats it would go, and names the first of them",
  "/phase set": "every chat is told",
  "/phase off": "every chat is told",
  "/council new": "its cells are found among all of them, by name or nearly",
  "/council settings": "any card may say so, and is written anew",
  '/cell settings place "Gate 3"': "any card may say so, and is written anew",
  "/cell settings vouches": "all answers of open drives are counted anew",
};

/** Tables that may be read whole, and why. */
const fewRows: Readonly<Record<string, string>> = {
  Outbox:
    "of one person, for `/me export` and `/me forget` alone: it holds what waits, and receipts for a while; an index would cost every answer",
};

/** A database of better-sqlite3, which has no types of its own. */
interface Reader {
  prepare(sql: string): { all(...values: readonly unknown[]): readonly { readonly detail: string }[] };
  close(): void;
}
const Sqlite = createRequire(import.meta.url)("better-sqlite3") as new (file: string) => Reader; // an edge

interface Played {
  /** Of each line, by its story and what is said. */
  readonly lines: ReadonlyMap<string, readonly Recorded[]>;
  /** The statements that read a table from one end to the other, with what SQLite says of it. */
  readonly whole: ReadonlySet<string>;
}

const costOf = (statements: readonly Recorded[] = []): Cost => [
  statements.length,
  statements.reduce((sum, { rows }) => sum + rows, 0),
];

const platform = "telegram";
/** In which the stories are told here, whatever the hour. */
const zone = "Europe/Paris";
const start = Date.UTC(2026, 2, 20, 16);
const minute = 60_000;

/** Plays all stories among so many other cells. */
async function playAmong(cells: number): Promise<Played> {
  const lines = new Map<string, readonly Recorded[]>();
  const whole = new Set<string>();
  const folder = await mkdtemp(join(tmpdir(), "steward-costs-"));
  try {
    const begun = join(folder, "begun.db");
    const [first] = stories;
    if (first === undefined) throw new Error("there are no stories");
    for (const [title, statements] of await begin(begun, first, cells)) lines.set(title, statements);
    for (const story of stories) {
      const file = join(folder, "story.db");
      await copyFile(begun, file);
      for (const [said, statements] of await goOn(file, story)) lines.set(`${story.title}: ${said}`, statements);
      for (const found of readWhole(file, [...lines.values()].flat())) whole.add(found);
      for (const rest of ["", "-wal", "-shm"]) await rm(`${file}${rest}`, { force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { lines, whole };
}

type Said = readonly [said: string, statements: readonly Recorded[]];

/** The first line of all stories; then everybody is known, and the other cells come. */
async function begin(file: string, { title, lines }: Story, cells: number): Promise<readonly Said[]> {
  const database = await openDatabase({ url: `file:${file}` });
  const stage = await Stage.open(database, { platforms: [platform], start });
  const [line] = lines;
  if (line === undefined) throw new Error("a story has no lines");
  const statements = await costs(stage, line, line.says.replace("{zone}", zone));
  for (const name of ["Zoe", "Ana", "Ben"]) {
    await stage.chat("group cell").person(name).writes("/help");
    await stage.chat("group cell").person(name).says("/help");
  }
  await addCells(stage, cells);
  await stage.wait(10 * minute);
  expect(stage.problems).toEqual([]);
  await stage.steward.stop();
  await database.checkpoint();
  await database.close();
  // In which zone they play depends on the hour (tests/wire/scenes.ts).
  return [[`${title}: ${line.says.replace(/zone:\S+/u, "zone:ZONE")}`, statements]];
}

/** The others. */
async function goOn(file: string, { lines }: Story): Promise<readonly Said[]> {
  const all: Said[] = [];
  const database = await openDatabase({ url: `file:${file}` });
  const stage = await Stage.open(database, { platforms: [platform], start: start + 20 * minute });
  // No event or id of before comes again.
  await stage.restart();
  await stage.restart();
  const zoe = stage.chat("group cell").person("Zoe");
  for (const name of ["Zoe", "Ana", "Ben"]) stage.adapter(platform).started.add(zoe.chat.person(name).user.id);
  for (let n = 0; n < 50; n++)
    stage.event(zoe.chat, zoe.chat.place, zoe.user, { type: "text", text: "", messageId: "" });
  let code = "";
  let soon = soonest(stage.clock.now());
  for (const line of lines.slice(1)) {
    if (line.says.includes("{time}")) soon = soonest(stage.clock.now());
    if (line.later === true) await stage.wait(Math.max(0, soon.at + 1_000 - stage.clock.now()));
    await stage.wait(minute / 2);
    const text = line.says.replace("{code}", code).replace("{day}", soon.day).replace("{time}", soon.time);
    all.push([line.says, await costs(stage, line, text)]);
    await stage.wait(minute / 2);
    const shown = stage.adapter(platform).shown.map((one) => one.text);
    code = shown.join("\n").match(new RegExp(codePattern, "gu"))?.at(-1) ?? code;
  }
  expect(stage.problems).toEqual([]);
  await stage.steward.stop();
  await database.checkpoint();
  await database.close();
  return all;
}

/** Somebody says something, and what comes of it is done: the statements of that, without those of the stage itself. */
async function costs(stage: Stage, { place, who }: Line, text: string): Promise<readonly Recorded[]> {
  const chat: StageChat = stage.chat(place === "direct" ? "group cell" : `group ${place}`);
  const { user } = chat.person(who).administrates();
  const mentions = [...text.matchAll(/@(\p{L}+)/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    user: chat.person(match[1] ?? "").user,
  }));
  const where: InboundChat = place === "direct" ? { id: `direct:${user.id}`, kind: "direct" } : chat.place;
  const said = { type: "text", text, messageId: stage.nextMessage(), mentions } as const;
  const transactions = await recorded(async () => {
    await stage.steward.dispatch.receive(stage.event(chat, where, user, said));
    await stage.steward.settle();
  });
  return ofWork(transactions).flat();
}

/** The minute after the next two, as people of the stories say it. */
function soonest(now: number): { readonly at: number; readonly day: string; readonly time: string } {
  const at = (Math.floor(now / minute) + 3) * minute;
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(at).toLowerCase();
  return { at, day: part({ weekday: "long" }), time: part({ hour: "2-digit", minute: "2-digit" }) };
}

/** A statement that takes the first few of an order reads no more than those; one whose condition never holds, nothing. */
const readsLittle = /\bLIMIT\b|\b1=0\b/iu;

function readWhole(file: string, statements: readonly Recorded[]): readonly string[] {
  const reader = new Sqlite(file);
  const found: string[] = [];
  for (const { sql, values } of new Map(statements.map((one) => [one.sql, one])).values()) {
    // What Prisma asks for has a limit of -1 where there is none.
    const unlimited = / LIMIT \? OFFSET \?$/u.test(sql) && Number(values.at(-2)) === -1;
    const limited = readsLittle.test(unlimited ? sql.replace(/ LIMIT \? OFFSET \?$/u, "") : sql);
    if (limited || !/^\s*(?:SELECT|UPDATE|DELETE|WITH)\b/iu.test(sql)) continue;
    for (const { detail } of reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values)) {
      const [, table] = /^SCAN (?:main\.)?(\w+)/u.exec(detail) ?? [];
      if (table === undefined || table === "CONSTANT" || fewRows[table] !== undefined) continue;
      found.push(`${detail}: ${sql}`);
    }
  }
  reader.close();
  return found;
}

/** What somebody who looks for the reason wants to know. */
function look(few: Played, many: Played): void {
  const by = (statements: readonly Recorded[] = []) => Map.groupBy(statements, ({ sql }) => sql);
  for (const [line, statements] of many.lines) {
    const before = by(few.lines.get(line));
    process.stdout.write(`${costOf(few.lines.get(line)).join(" ")}  ${costOf(statements).join(" ")}  ${line}\n`);
    for (const [sql, own] of by(statements)) {
      const [count, rows] = [costOf(before.get(sql)), costOf(own)];
      if (rows[0] > count[0] || rows[1] > count[1] + 1) {
        process.stdout.write(
          `      ${count.join(" ")} -> ${rows.join(" ")}  ${sql.replace(/\s+/gu, " ").slice(0, 300)}\n`,
        );
      }
    }
  }
}

/** Of thousands a few in a hundred more are none. */
const above = ([statements, rows]: Cost, [most, mostRows]: Cost): boolean =>
  statements > most * 1.05 + slack[0] || rows > mostRows * 1.05 + slack[1];

it("costs no more among 200 cells than among 20, and no more than the table says, and no table is read whole", async () => {
  const [few, many] = [await playAmong(20), await playAmong(200)];
  if (wish === "look") look(few, many);
  const found = [...few.lines].map(([line, statements]): [string, [Cost, Cost]] => [
    line,
    [costOf(statements), costOf(many.lines.get(line))],
  ]);
  const allowed = (line: string): boolean => Object.keys(grows).some((said) => line.includes(`: ${said}`));
  expect(found.filter(([line, [less, more]]) => above(more, less) && !allowed(line))).toEqual([]);
  expect([...few.whole, ...many.whole]).toEqual([]);
  if (wish === "write") {
    const rows = found.map(([line, cost]) => `  ${JSON.stringify(line)}: ${JSON.stringify(cost.flat().join(" "))}`);
    await writeFile(tableFile, `{\n${rows.join(",\n")}\n}\n`);
  }
  const table = JSON.parse(await readFile(tableFile, "utf8")) as Readonly<Record<string, string>>;
  const dearer = found.filter(([line, [less, more]]) => {
    const [statements = 0, rows = 0, statementsOfMany = 0, rowsOfMany = 0] = (table[line] ?? "").split(" ").map(Number);
    return above(less, [statements, rows]) || above(more, [statementsOfMany, rowsOfMany]);
  });
  expect(dearer.map(([line, cost]) => ({ line, cost, table: table[line] }))).toEqual([]);
}, 300_000);
