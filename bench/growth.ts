/**
 * The time of a pledge and of a tally (writing a card) with more and more stored pledges, one in five with one of 200
 * conditions. The stored ones are written by SQL, with their counts as histograms, as if people had pledged.
 */
import { driveCard } from "../src/domain/drives.ts";
import { noPledges, replace, writeHistogram, type Histogram } from "../src/domain/pledges.ts";
import { Federations } from "../src/store/federations.ts";
import { findChats } from "../src/store/whereabouts.ts";
import { count, median, ms, printAims, printTable, times } from "./table.ts";
import {
  ask,
  chatOf,
  commands,
  event,
  Folder,
  memberName,
  openWorld,
  populate,
  type Size,
  type World,
} from "./world.ts";

const size: Size = { sectors: 10, chats: 50, members: 200 };
const steps = [1_000, 10_000, 100_000, 1_000_000];
const samples = 200;
const conditions = 200;
const part = 50_000;

/** Stores pledges of people who are not otherwise known, until there are `to`. */
async function store(world: World, from: number, to: number): Promise<void> {
  const { database } = world;
  const [drive, cells] = await database.read(async (tx) => {
    const found = await tx.drive.findFirstOrThrow();
    return [found, await tx.driveCell.findMany({ orderBy: { cellId: "asc" } })] as const;
  });
  for (let start = from; start < to; start += part) {
    const end = Math.min(to, start + part);
    await database.transaction(async (tx) => {
      await tx.$executeRaw`
        CREATE TEMP TABLE IF NOT EXISTS "BenchCell" ("number" INTEGER PRIMARY KEY, "cellId" TEXT)`;
      await tx.$executeRaw`DELETE FROM "BenchCell"`;
      for (const [number, { cellId }] of cells.entries()) {
        await tx.$executeRaw`INSERT INTO "BenchCell" VALUES (${number}, ${cellId})`;
      }
      await tx.$executeRaw`
        WITH RECURSIVE n(i) AS (SELECT ${start} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${end})
        INSERT INTO "Pledge" ("id", "driveId", "personId", "cellId", "sealedAnswer", "step", "counted")
        SELECT 'stored' || i, ${drive.id}, NULL, b."cellId", substr(hex(randomblob(64)), 1, 124), 0, 1
        FROM n JOIN "BenchCell" b ON b."number" = i % ${cells.length}`;
      await tx.$executeRaw`
        INSERT INTO "PledgeEvent" ("id", "pledgeId", "sealedChange")
        SELECT "id", "id", substr(hex(randomblob(64)), 1, 103) FROM "Pledge"
        WHERE "id" LIKE 'stored%' AND NOT EXISTS (SELECT 1 FROM "PledgeEvent" e WHERE e."pledgeId" = "Pledge"."id")
          AND CAST(substr("id", 7) AS INTEGER) >= ${start}`;
    });
  }
  await database.transaction(async (tx) => {
    // Nobody reads these pledges: what they would say is counted alone.
    const counts = new Map<string, number>();
    for (let i = 0; i < to; i++) {
      const answer = i % 5 === 0 ? `if:${(Math.floor(i / 5) % conditions) + 1}` : "in";
      const key = `${i % cells.length} ${answer}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const rows = [...counts].map(([key, people]) => {
      const [number, answer = ""] = key.split(" ");
      return { cellId: cells[Number(number)]?.cellId, answer, people };
    });
    for (const { cellId } of cells) {
      const drivers: [number, number][] = [];
      let histogram: Histogram = noPledges;
      for (const { answer, people } of rows.filter((row) => row.cellId === cellId)) {
        if (answer === "in") histogram = { ...histogram, certain: people };
        else drivers.push([Number(answer.slice(3)), people]);
      }
      histogram = { ...histogram, drive: drivers.sort(([a], [b]) => a - b) };
      // What the bot writes itself reads the same: the form is right.
      const text = writeHistogram(
        replace(replace(histogram, "withdrawn", { scope: "none" }), { scope: "none" }, "withdrawn"),
      );
      await tx.$executeRaw`UPDATE "DriveCell" SET "histogram" = ${text} WHERE "driveId" = ${drive.id} AND "cellId" = ${cellId}`;
    }
  });
}

/** Milliseconds to write the drive's card for a chat, as the delivery does before it sends it. */
async function tally({ database, steward }: World, sample: number): Promise<number> {
  const renderer = commands.map(({ cards }) => cards?.[driveCard]).find((one) => one !== undefined);
  const from = performance.now();
  await database.transaction(async (tx) => {
    const session = steward.dispatch.sessionIn(tx);
    const drive = await tx.drive.findFirstOrThrow();
    const federation = await new Federations(session).find(drive.federationId);
    const [chat] = await tx.chat.findMany({ select: { id: true }, take: 1, skip: sample % size.chats });
    if (federation === undefined || renderer === undefined || chat === undefined) throw new Error("nothing to write");
    const [found] = await findChats(session, federation, [chat.id]);
    if (found === undefined) throw new Error("there is no chat");
    const voice = { language: "en", zone: "UTC" };
    await renderer(steward.dispatch.unasked.contextFor(session, federation, { ...found, voice }), drive.id);
  });
  return performance.now() - from;
}

/** Milliseconds from a pledge to its answer. */
async function pledge(world: World, sample: number): Promise<number> {
  const member = sample % size.members;
  const from = performance.now();
  const need = (sample % conditions) + 1 + Math.floor(sample / size.members);
  await ask(world, event(chatOf(member, size), memberName(member), `/pledge if ${need}`));
  return performance.now() - from;
}

const folder = await Folder.make();
try {
  const template = await openWorld(folder.url("template"));
  await populate(template, size);
  const goal = `goal:900000 deadline:"in 30 days" scope:federation`;
  await ask(template, event("chat0", "zoe", `/drive new "Shall we?" ${goal}`));
  await template.steward.delivery.idle();
  await template.close();

  const measured: {
    readonly stored: number;
    readonly world: World;
    readonly pledges: number[];
    readonly tallies: number[];
  }[] = [];
  for (const stored of steps) {
    await folder.copy("template", String(stored));
    const world = await openWorld(folder.url(String(stored)));
    await store(world, 0, stored);
    await world.database.checkpoint();
    measured.push({ stored, world, pledges: [], tallies: [] });
  }
  // In turns, so that whatever else the machine does meets all of them. The first round is for warming up.
  for (let sample = -size.members; sample < samples; sample++) {
    for (const { world, pledges, tallies } of measured) {
      const [one, other] = [await pledge(world, sample + size.members), await tally(world, sample + size.members)];
      if (sample < 0) continue;
      pledges.push(one);
      tallies.push(other);
    }
  }
  const results = measured.map(({ stored, pledges, tallies }) => ({
    stored,
    pledge: median(pledges),
    tally: median(tallies),
  }));
  for (const { world } of measured) await world.close();
  const [first] = results;
  const last = results.at(-1);
  printTable(
    `growth: median of ${samples}; one in five with one of ${conditions} conditions`,
    ["stored pledges", "a pledge", "a tally"],
    results.map((one) => [count(one.stored), ms(one.pledge), ms(one.tally)]),
  );
  const grown = (of: "pledge" | "tally"): number => (last?.[of] ?? Number.NaN) / (first?.[of] ?? Number.NaN);
  printAims([
    { what: `a pledge: the last within 1.2 of the first (${times(grown("pledge"))})`, met: grown("pledge") <= 1.2 },
    { what: `a tally: the last within 1.2 of the first (${times(grown("tally"))})`, met: grown("tally") <= 1.2 },
  ]);
} finally {
  await folder.remove();
}
