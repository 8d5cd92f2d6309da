/**
 * A copy of the database without its key: of every kind of value of which docs/privacy.md says ("Who can see what") that it is sealed,
 * none is found in a database in which every feature was used and much is open.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rehearsalKey } from "../../../src/rehearsal/player.ts";
import type { Tx } from "../../../src/store/database.ts";
import { Prisma } from "../../../src/store/generated/sqlite/client.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import { comingsIn, pledgesIn } from "../../kit/answers.ts";
import { allRows } from "../../kit/rows.ts";
import { leaksIn, openAll, saidIn, type Leak } from "../../kit/promised.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { openFixture, playOn, readScenario, restoreFixture } from "../../kit/fixture.ts";

/** Where each answer and ballot lies. */
const sealedAnswers = {
  Pledge: "sealedAnswer",
  PledgeEvent: "sealedChange",
  Rsvp: "sealedAnswer",
  Ballot: "sealedChoice",
  PollBallot: "sealedChoices",
  CheckInAnswer: "sealedAnswer",
} as const;

const keyring = openKeyring(rehearsalKey);

/** Thrown to undo what was planted. */
class Undone extends Error {}

eachDatabase((name, _open, freshUrl) => {
  it("nothing that is promised to be sealed lies there in the clear, in the rows or in the file", async () => {
    const url = await freshUrl();
    await restoreFixture("0.1.0", name, url);
    const made = await readScenario("0.1.0", "scenario");
    await playOn(url, await readScenario("0.1.0", "readings"), "readings");
    const { database } = await openFixture(url);
    const tables = new Set((await allRows(database)).map((row) => row.split(" ", 1)[0]));
    expect(tables.size).toBeGreaterThan(45);
    const people = made.steps.flatMap((step) => ("person" in step ? [step.person] : []));
    const phrases = made.steps
      .flatMap((step) => ("text" in step ? [...step.text.matchAll(/"([^"]{8,})"/gu)] : []))
      .map(([, words = ""]) => words.toLowerCase());
    expect(await database.read((tx) => leaksIn(tx, keyring, [...people, ...phrases]))).toEqual([]);
    // The search has all to search for: who is in the scenario (one is forgotten in it), and what they said.
    const said = new Set(saidIn((await database.read((tx) => openAll(tx, keyring))).opened));
    expect(new Set(people.filter((person) => !said.has(person))).size).toBeLessThan(2);
    expect(phrases.filter((words) => said.has(words)).length).toBeGreaterThan(10);
    await database.checkpoint();
    await database.close();
    if (name !== "sqlite") return;
    const bytes = readFileSync(url.slice("file:".length)).toString("latin1").toLowerCase();
    // Texts and accounts; a single word may be one of the program's.
    for (const words of [...said, ...phrases].filter((one) => one.length >= 8 && /\s|\d{6}/u.test(one)))
      expect(bytes.includes(Buffer.from(words).toString("latin1")), words).toBe(false);
    // Not as a migration has put them down for the first start either.
    expect(bytes).not.toMatch(/0(?:in|if:\d+|out) (?:in|if:\d+|out) [01] 20\d\d-/u);
  }, 180_000);

  it("the search finds a value of each kind where somebody has left it in the clear", async () => {
    const url = await freshUrl();
    await restoreFixture("0.1.0", name, url);
    const { database } = await openFixture(url);
    const { opened } = await database.read((tx) => openAll(tx, keyring));
    const some = (place: string, key?: string): string => {
      const value = opened.find((one) => one[0] === place)?.[1];
      if (value === undefined) throw new Error(`nothing is sealed in ${place}`);
      return key === undefined ? value : ((JSON.parse(value) as Record<string, string>)[key] ?? "");
    };
    const put = (table: string, column: string, value: unknown) => (tx: Tx) => {
      const [of, to] = [table, column].map((one) => Prisma.raw(`"${one}"`));
      return tx.$executeRaw`UPDATE ${of} SET ${to} = ${value} WHERE ${to} = (SELECT min(${to}) FROM ${of})`;
    };
    const inJob = (value: unknown) => put("Job", "payload", JSON.stringify({ of: value }));
    const fine = new Date("2026-03-20T17:00:01.001Z");
    const unsealed = Object.entries(sealedAnswers).map(
      ([table, column]) => [`an answer in ${table}`, "not sealed", put(table, column, "in 0 0 2026-03-20")] as const,
    );
    const planted: readonly (readonly [what: string, kind: Leak["kind"], work: (tx: Tx) => Promise<number>])[] = [
      ...unsealed,
      ["a name that was not sealed", "not sealed", put("Identity", "sealedName", "Ana")],
      [
        "a sealed text in another row",
        "not sealed",
        (tx) => tx.$executeRaw`
          UPDATE "Pledge" SET "sealedAnswer" = (SELECT max("sealedAnswer") FROM "Pledge")
          WHERE "id" = (SELECT min("id") FROM "Pledge" WHERE "sealedAnswer" < (SELECT max("sealedAnswer") FROM "Pledge"))`,
      ],
      ["an answer", "answer", put("Card", "kind", "going")],
      ["an answer in JSON", "answer", inJob("if:2")],
      ["a name", "said", put("Chat", "state", some("Identity.sealedName"))],
      ["a user name", "said", inJob([some("Identity.sealedRef", "username")])],
      ["an account", "said", inJob(some("Identity.sealedRef", "id"))],
      ["a direct chat", "said", put("Job", "key", `told:${some("Identity.sealedDirect")}`)],
      ["a chat", "said", inJob(some("Chat.sealedRef", "id"))],
      ["a cell", "said", put("Role", "pattern", some("Cell.sealedName"))],
      ["a question among other words", "said", inJob(`about ${some("Drive.sealedQuestion")}`)],
      ["a message of a platform", "said", inJob(some("Card.sealedMessage"))],
      ["an account in place of its HMAC", "no id", put("Identity", "lookup", some("Identity.sealedName"))],
      ["a code", "code", inJob("BCDF2345")],
      ["a time", "time", put("RoleMember", "joinedAt", fine)],
      ["a time that is kept in order", "time", put("Speaker", "askedAt", fine)],
    ];
    for (const [what, kind, work] of planted) {
      const undone = database.transaction(async (tx) => {
        expect(await work(tx), what).toBeGreaterThan(0);
        expect([...new Set((await leaksIn(tx, keyring)).map((one) => one.kind))], what).toContain(kind);
        throw new Undone();
      });
      await expect(undone, what).rejects.toThrow(Undone);
    }
    expect(await database.read((tx) => leaksIn(tx, keyring))).toEqual([]);
    await database.close();
  }, 180_000);

  it("answers and ballots: equal ones do not look alike, by bytes, length or order", async () => {
    const url = await freshUrl();
    await restoreFixture("0.1.0", name, url);
    const { database } = await openFixture(url);
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
