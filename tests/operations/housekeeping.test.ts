/** The table of what is kept for how long, and what the jobs do about it, on a clock that runs for four months. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pollLasts } from "../../src/domain/elections.ts";
import { usualQuorum } from "../../src/domain/quorum.ts";
import { Assemblies } from "../../src/store/assemblies/assemblies.ts";
import { Buttons, Prompts } from "../../src/store/buttons.ts";
import { Codes } from "../../src/store/codes.ts";
import type { Tx } from "../../src/store/database.ts";
import { Federations } from "../../src/store/federations.ts";
import { housekeeping, keepHouse, planHousekeeping } from "../../src/store/housekeeping.ts";
import { Polls } from "../../src/store/polls/polls.ts";
import type { Session } from "../../src/store/session.ts";
import { aboutARule, conversation } from "../kit/conversation.ts";
import { eachDatabase } from "../kit/databases.ts";
import { Stage } from "../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

const table = readFileSync(new URL("../../docs/privacy.md", import.meta.url), "utf8");

/** The number of days in the row that begins so; 0 where it says "until their end". */
function daysIn(row: string): number {
  const line = table.split("\n").find((one) => one.startsWith(`| ${row}`));
  const [, , kept = "nothing"] = line?.split("|") ?? [];
  const days = /(\d+) days?/.exec(kept)?.[1] ?? /until their end/.exec(kept)?.[0].replace(/.*/, "0");
  if (days === undefined) throw new Error(`the table has no row "${row}" with a number of days`);
  return Number(days);
}

/** Something of which there must be some until so many days after `since`, and nothing from a day later on. */
interface Kept {
  readonly what: string;
  readonly since: number;
  readonly days: number;
  readonly count: (tx: Tx) => Promise<number>;
}

conversation("what is forgotten, and when, is what the table says", aboutARule, async ({ stage, cell }) => {
  const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  const begin = stage.clock.now();
  await zoe.says('/drive new "Shall we?" goal:3 deadline:"in 2 hours"');
  await ana.says("/pledge in");
  await ben.says("/pledge if 1");
  await ana.says("/care give soup kind:food");
  await zoe.says("/help-now set Legal line: 0800 555 0100");
  await stage.database.transaction((tx) => everythingOnce(stage.steward.dispatch.sessionIn(tx), begin));
  await zoe.says("/cell new Mill sector:transport");
  await zoe.says('/council new Valley cells:"Depot 5, Mill"');
  await stage.database.transaction((tx) => councilOnce(stage.steward.dispatch.sessionIn(tx)));
  const met = stage.clock.now();
  await stage.wait(3 * hour);
  const closed = begin + 2 * hour;

  const kept: Kept[] = [
    {
      what: "a change of it that waits",
      since: begin,
      days: 0,
      count: (tx: Tx) => tx.helpCard.count({ where: { changeId: { not: null } } }),
    },
    { what: "that an event", since: begin, days: 0, count: (tx: Tx) => tx.inbox.count() },
    {
      what: "a message that was sent",
      since: begin,
      days: 0,
      count: (tx: Tx) => tx.outbox.count({ where: { state: "sent" } }),
    },
    {
      what: "a message that could not be sent",
      since: begin,
      days: 0,
      count: (tx: Tx) => tx.outbox.count({ where: { state: "failed" } }),
    },
    {
      what: "buttons with an end",
      since: begin + 20 * day,
      days: 0,
      count: (tx: Tx) => tx.button.count({ where: { expiresAt: new Date(begin + 20 * day) } }),
    },
    { what: "buttons with an end", since: begin + 20 * day, days: 0, count: (tx: Tx) => tx.prompt.count() },
    { what: "numbered choices", since: begin, days: 0, count: (tx: Tx) => tx.choice.count() },
    { what: "codes", since: begin + 20 * day, days: 0, count: (tx: Tx) => tx.code.count() },
    { what: "an entry in the care ledger", since: begin, days: 0, count: (tx: Tx) => tx.careEntry.count() },
    { what: "who was at an assembly", since: met, days: 0, count: (tx: Tx) => tx.attendance.count() },
    { what: "who was at an assembly", since: met, days: 0, count: (tx: Tx) => tx.speaker.count() },
    {
      what: "who stood in an election",
      since: met + pollLasts,
      days: 0,
      count: (tx: Tx) => tx.pollCandidate.count(),
    },
    { what: "who pledged what", since: closed, days: 0, count: (tx: Tx) => tx.pledge.count() },
  ].map((one) => ({ ...one, days: daysIn(one.what) }));

  const moments = kept
    .flatMap((one) => [
      { at: one.since + one.days * day - hour, one, there: true },
      { at: one.since + (one.days + 1) * day + hour, one, there: false },
    ])
    .sort((a, b) => a.at - b.at);
  for (const { at, one, there } of moments) {
    await stage.wait(Math.max(0, at - stage.clock.now()));
    const count = await stage.database.transaction((tx) => one.count(tx));
    const days = (at - one.since) / day;
    expect(count > 0, `${one.what}, ${days.toFixed(1)} days after`).toBe(there);
  }
  const left = await stage.database.read(async (tx) => ({
    events: await tx.pledgeEvent.count(),
    openedBy: await tx.drive.count({ where: { createdById: { not: null } } }),
    counts: await tx.driveCell.findMany({ select: { histogram: true } }),
    waiting: await tx.outbox.count({ where: { state: "waiting" } }),
    jobs: await tx.job.count({ where: { kind: housekeeping, failedAt: null } }),
  }));
  expect(left).toMatchObject({ events: 0, openedBy: 0, waiting: 1, jobs: 1 });
  expect(left.counts.map(({ histogram }) => histogram)).not.toContain("");
  expect(left.counts).toHaveLength(1);
  expect(stage.problems).toEqual([]);
});

/** An assembly that is closed now, at which somebody was and spoke; and an election that begins, in which they stand. */
async function councilOnce(session: Session): Promise<void> {
  const { tx } = session;
  const federation = await new Federations(session).find((await tx.federation.findFirstOrThrow()).id);
  if (federation === undefined) throw new Error("no federation");
  const { id: councilId } = await tx.council.findFirstOrThrow();
  const { id: personId, cellId } = await tx.person.findFirstOrThrow({ where: { cellId: { not: null } } });
  if (cellId === null) throw new Error("no cell");
  const { sectorId } = await tx.cell.findUniqueOrThrow({ where: { id: cellId } });
  const assemblies = new Assemblies(session, federation);
  const assembly = await assemblies.createSeries(councilId, {
    name: "Assembly",
    rule: { pattern: "FREQ=WEEKLY;BYDAY=FR", start: "2026-03-27", minute: 1080, zone: "Europe/Paris" },
    lengthMinutes: 60,
    quorum: usualQuorum,
    names: true,
  });
  await assemblies.open(assembly.id);
  await assemblies.checkIn(assembly.id, personId, cellId);
  await assemblies.askToSpeak(assembly.id, personId, { cellId, sectorId, as: "delegate" });
  await assemblies.callSpeaker(assembly.id);
  await assemblies.close(assembly.id);
  await assemblies.endSeries(assembly.series);
  const polls = new Polls(session, federation);
  const places = { seats: 1, alternates: 1, renews: true, until: undefined, lasts: undefined };
  const poll = await polls.openElection({ councilId, cellId, ...places });
  if ((await polls.stand(poll, { id: personId, cellId }, "standing")) !== "standing")
    throw new Error("they do not stand");
}

/** One row of each kind, and the job. What has an end gets one in 20 days. */
async function everythingOnce(session: Session, now: number): Promise<void> {
  const { tx, keyring } = session;
  const row = (id: string, state: string, platform = "console") => ({
    id,
    platform,
    account: "a",
    lane: "l",
    priority: 2,
    sealedBody: "",
    state,
    broadcastId: "b",
    createdAt: new Date(now),
    dueAt: new Date(now),
  });
  // Whatever is older, a message that waits is not thrown away; this one is for an account that is not ours.
  await tx.outbox.createMany({ data: [row("s", "sent"), row("f", "failed"), row("w", "waiting", "matrix")] });
  const buttons = new Buttons(session);
  const end = now + 20 * day;
  const button = { federationId: undefined, chatId: undefined, owner: undefined, meaning: "{}", expiresAt: end };
  await buttons.write([button], keyring.system);
  await buttons.offer("place", { "1": "x" });
  await new Prompts(session).put("who", undefined, "{}", end, keyring.system);
  const [federation] = await new Federations(session).list();
  const found = await new Federations(session).find(federation?.id ?? "");
  if (found === undefined) throw new Error("no federation");
  await new Codes(session, found).issue("chat", {}, () => 0);
  await tx.code.updateMany({ data: { expiresAt: new Date(end) } });
  await planHousekeeping(session);
}

eachDatabase((_, open) => {
  it("a table with more than fits into one transaction is gone on with at once, and a restart does not put it off", async () => {
    const stage = await Stage.open(await open());
    const session = (tx: Tx): Session => stage.steward.dispatch.sessionIn(tx);
    const old = new Date(stage.clock.now() - 9 * day);
    await stage.database.transaction(async (tx) => {
      for (let from = 0; from < 6_000; from += 500) {
        await tx.inbox.createMany({
          data: Array.from({ length: 500 }, (_, index) => ({ lookup: `e${from + index}`, at: old })),
        });
      }
    });
    const due = () => stage.database.read((tx) => tx.job.findFirst({ where: { key: housekeeping } }));
    expect(await stage.database.transaction((tx) => keepHouse(session(tx)))).toMatchObject({
      events: 5_000,
      messages: 0,
    });
    await stage.steward.settle();
    expect(await stage.database.read((tx) => tx.inbox.count())).toBe(0);
    const tomorrow = stage.clock.now() + day;
    expect((await due())?.dueAt.getTime()).toBe(tomorrow);
    stage.clock.advanceTo(tomorrow - hour);
    await stage.database.transaction((tx) => planHousekeeping(session(tx)));
    expect((await due())?.dueAt.getTime()).toBe(tomorrow);
    await stage.steward.stop();
  });
});
