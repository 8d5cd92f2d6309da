/**
 * A copy of the database without its key: of every kind of value of which README says ("Who can see what") that it is sealed,
 * none is found in a database in which every feature was used and much is open.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rehearsalKey } from "../../../src/rehearsal/player.ts";
import type { Database } from "../../../src/store/database.ts";
import { Prisma } from "../../../src/store/generated/sqlite/client.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import { comingsIn, pledgesIn } from "../../kit/answers.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { openFixture, playOn, readScenario, restoreFixture } from "../../kit/fixture.ts";

/** Columns in which chance may spell anything: sealed texts, HMACs, ids. */
const opaque = /^(?:sealed|lookup|wrapped)|^(?:tag|voter|lane|shownAs|id|.*Id)$/u;

interface Value {
  readonly place: string;
  readonly text: string;
}

/** Every text that lies there in the clear, and every time. */
const clear = (database: Database): Promise<readonly Value[]> =>
  database.read(async (tx) => {
    const found: Value[] = [];
    for (const table of Object.values(Prisma.ModelName)) {
      for (const row of await tx.$queryRaw(Prisma.sql`SELECT * FROM ${Prisma.raw(`"${table}"`)}`)) {
        for (const [column, value] of Object.entries(row)) {
          if (opaque.test(column)) continue;
          const text = value instanceof Date ? value.toISOString() : String(value);
          found.push({ place: `${table}.${column}`, text });
        }
      }
    }
    return found;
  });

/** Answers to drives, gatherings and votes, as they are stored when they are not sealed. */
const answer = /^(?:in|out|if:\d+(?::sector)?|going|maybe|no|yes|abstain)$/u;
/** Where each answer and ballot lies. */
const sealedAnswers = {
  Pledge: "sealedAnswer",
  PledgeEvent: "sealedChange",
  Rsvp: "sealedAnswer",
  Ballot: "sealedChoice",
  PollBallot: "sealedChoices",
  CheckInAnswer: "sealedAnswer",
} as const;

eachDatabase((name, _open, freshUrl) => {
  it("nothing that is promised to be sealed lies there in the clear, in the rows or in the file", async () => {
    const url = await freshUrl();
    await restoreFixture("0.1.0", name, url);
    const made = await readScenario("0.1.0", "scenario");
    await playOn(url, await readScenario("0.1.0", "readings"), "readings");
    const { database } = await openFixture(url);
    const steps = made.steps.map((step) => ("text" in step ? step.text : ""));
    const people = new Set(made.steps.flatMap((step) => ("person" in step ? [step.person] : [])));
    const phrases = new Set(
      steps.flatMap((text) => [...text.matchAll(/"([^"]{8,})"/gu)].map(([, words = ""]) => words)),
    );
    const names = new Set(
      steps.flatMap((text) =>
        [...text.matchAll(/(?:name|cell|sector|place|federation|new|checklist):?\s"?(\p{Lu}[\p{L} ]{3,})/gu)].map(
          ([, words = ""]) => words,
        ),
      ),
    );
    expect(people.size).toBeGreaterThan(10);
    expect(phrases.size).toBeGreaterThan(10);
    const values = await clear(database);
    expect(new Set(values.map(({ place }) => place.split(".")[0])).size).toBeGreaterThan(45);
    const wrong = values.filter(
      ({ text }) =>
        [...people].some((person) => new RegExp(`(?<![\\w-])@?${person}(?![\\w-])`, "iu").test(text)) ||
        [...phrases, ...names].some((words) => text.toLowerCase().includes(words.toLowerCase())) ||
        answer.test(text),
    );
    expect(wrong).toEqual([]);
    // Codes: eight letters and digits, given out by the bot.
    expect(values.filter(({ text }) => /^[2-9B-Z]{8}$/u.test(text))).toEqual([]);
    // When somebody came, vouched, or did anything: to the minute.
    const fine = values.filter(
      ({ place, text }) =>
        ["Person.createdAt", "Vouch.createdAt", "Inbox.at"].includes(place) && !/:00\.000Z$/u.test(text),
    );
    // What an earlier version wrote stays as it was.
    expect(fine.filter(({ place }) => place === "Inbox.at").length).toBeLessThan(
      values.filter(({ place }) => place === "Inbox.at").length,
    );
    await database.checkpoint();
    await database.close();
    if (name !== "sqlite") return;
    const bytes = readFileSync(url.slice("file:".length)).toString("latin1").toLowerCase();
    for (const words of phrases)
      expect(bytes.includes(Buffer.from(words.toLowerCase()).toString("latin1")), words).toBe(false);
    // Not as a migration has put them down for the first start either.
    expect(bytes).not.toMatch(/0(?:in|if:\d+|out) (?:in|if:\d+|out) [01] 20\d\d-/u);
  }, 180_000);

  it("answers and ballots: equal ones do not look alike, by bytes, length or order", async () => {
    const url = await freshUrl();
    await restoreFixture("0.1.0", name, url);
    const { database } = await openFixture(url);
    const keyring = openKeyring(rehearsalKey);
    await database.read(async (tx) => {
      const answers = new Set((await pledgesIn(tx, keyring)).map((one) => one.answer));
      expect([...answers]).toEqual(expect.arrayContaining(["in", "if:2"]));
      expect((await comingsIn(tx, keyring)).length).toBeGreaterThan(3);
      for (const [table, column] of Object.entries(sealedAnswers)) {
        const rows = await tx.$queryRaw<{ sealed: string }>(
          Prisma.sql`SELECT ${Prisma.raw(`"${column}"`)} AS "sealed" FROM ${Prisma.raw(`"${table}"`)}`,
        );
        expect(rows.length, table).toBeGreaterThan(0);
        expect(new Set(rows.map(({ sealed }) => sealed)).size, table).toBe(rows.length);
        // Check-ins were sealed in version 0.1.0 already, as long as they were.
        if (table !== "CheckInAnswer") expect(new Set(rows.map(({ sealed }) => sealed.length)).size, table).toBe(1);
      }
      if (name !== "sqlite") return;
      const tables = await tx.$queryRaw<{ name: string }>`
        SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "sql" LIKE '%WITHOUT ROWID'`;
      expect(tables.map((table) => table.name)).toEqual(
        expect.arrayContaining([...Object.keys(sealedAnswers), "PledgeTag", "TimeChoice"]),
      );
    });
    await database.close();
  }, 60_000);
});
