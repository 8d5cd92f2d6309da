/**
 * How large the database becomes: bytes of each thing that a federation has many of, with its indexes, and what of them the
 * machinery forgets after some days by itself. docs/scale.md reckons with them.
 */
import type { Database } from "../src/store/database.ts";
import { count, printTable } from "./table.ts";
import { ask, chatOf, event, Folder, inFlight, memberName, openWorld, populate, type Size } from "./world.ts";

const size: Size = { sectors: 10, chats: 50, members: Number(process.env["STEWARD_BENCH_MEMBERS"] ?? 2_000) };
const terms = 2_000;
const day = 24 * 60 * 60_000;

/** Bytes in use. */
async function bytes(database: Database): Promise<number> {
  await database.checkpoint();
  return database.read(async (tx) => {
    const [pages] = await tx.$queryRaw<{ page_count: number }>`PRAGMA page_count`;
    const [free] = await tx.$queryRaw<{ freelist_count: number }>`PRAGMA freelist_count`;
    const [each] = await tx.$queryRaw<{ page_size: number }>`PRAGMA page_size`;
    return (Number(pages?.page_count) - Number(free?.freelist_count)) * Number(each?.page_size);
  });
}

const folder = await Folder.make();
try {
  const world = await openWorld(folder.url("size"));
  const { database } = world;
  const rows: [what: string, of: number, before: number, after: number][] = [];
  const measure = async (what: string, of: number, work: () => Promise<unknown>): Promise<void> => {
    const before = await bytes(database);
    await work();
    await world.steward.delivery.idle();
    rows.push([what, of, before, await bytes(database)]);
  };
  await measure("a cell with its chat", size.chats, () => populate(world, { ...size, members: 0 }));
  const all = Array.from({ length: size.members }, (_, index) => index);
  const say = (of: (member: number) => string) =>
    inFlight(64, all, (member) => ask(world, event(chatOf(member, size), memberName(member), of(member))));
  await measure("a member, seen once", size.members, () => say(() => "/help"));
  const drive = `/drive new "Shall we?" goal:${size.members * 2} deadline:"in 30 days" scope:federation`;
  await measure("a drive over all, for each cell", size.chats, () => ask(world, event("chat0", "zoe", drive)));
  await measure("a pledge, with its event", size.members, () =>
    say((member) => (member % 5 === 0 ? `/pledge if ${(member % 200) + 1}` : "/pledge in")),
  );
  await measure("an answer more of the same person", size.members, () => say(() => "/pledge withdraw"));
  await ask(world, event("chat0", "zoe", "/role new Keys every:2w day:friday time:18:00"));
  await measure("a term of a role", terms, () =>
    database.transaction(async (tx) => {
      const { id: roleId } = await tx.role.findFirstOrThrow();
      const people = await tx.person.findMany({ select: { id: true }, take: 50 });
      const at = (index: number) => new Date(Date.UTC(2020, 0, 1) + index * day);
      const id = (index: number) => `term${String(index).padStart(12, "0")}`;
      const why = { terms: 3, lastEnd: at(0).getTime(), decidedBy: "longest", among: 7, leftOut: {}, relaxed: [] };
      for (let index = 0; index < terms; index++) {
        const time = { from: at(index), to: at(index + 1) };
        await tx.roleTerm.create({
          data: { id: id(index), roleId, index: index + 1_000, ...time, state: "over", stage: 3 },
        });
        const turn = {
          place: 0,
          personId: people[index % people.length]?.id ?? null,
          state: "accepted",
          credited: true,
        };
        const held = { heldFrom: time.from, heldTo: time.to, changedAt: time.from, why: JSON.stringify(why) };
        await tx.roleTurn.create({ data: { id: id(index), roleId, termId: id(index), ...turn, ...held } });
      }
    }),
  );
  const events = await database.read((tx) => tx.inbox.count());
  await measure("of it, for each event: kept for days only", -events, () =>
    database.transaction(async (tx) => {
      await tx.inbox.deleteMany();
      await tx.outbox.deleteMany({ where: { state: { not: "waiting" } } });
    }),
  );
  printTable(
    `size: ${count(size.members)} members, ${size.chats} cells, ${size.sectors} sectors (SQLite)`,
    ["", "how many", "bytes each"],
    rows.map(([what, of, before, after]) => [what, count(Math.abs(of)), count((after - before) / of)]),
  );
  await world.close();
} finally {
  await folder.remove();
}
