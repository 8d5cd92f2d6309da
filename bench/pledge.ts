/**
 * 5,000 members in 50 chats and 10 sectors pledge, one delivery in ten comes twice, on an SQLite file that is flushed at
 * every commit (`synchronous=FULL`). Beside it, in turns with it, the floor: exactly the statements that these pledges
 * run (recorded during the warm-up), through Prisma's client alone, one interactive transaction for each delivery. The
 * floor does not pay for what comes after the answer (taking the row out of the outbox, cards), the bot does.
 */
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaClient } from "../src/store/generated/sqlite/client.ts";
import { recorded, type Recorded } from "./record.ts";
import { count, megabytes, median, ms, printAims, printTable, quantile, times } from "./table.ts";
import {
  ask,
  chatOf,
  event,
  Folder,
  inFlight,
  memberName,
  openWorld,
  populate,
  type Size,
  type World,
} from "./world.ts";

const size: Size = { sectors: 10, chats: 50, members: Number(process.env["STEWARD_BENCH_MEMBERS"] ?? 5_000) };
const rounds = Number(process.env["STEWARD_BENCH_ROUNDS"] ?? 3);
/** As `src/store/driver.ts` sets them. */
const pragmas = [
  "busy_timeout = 5000",
  "journal_mode = WAL",
  "synchronous = FULL",
  "secure_delete = ON",
  "trusted_schema = OFF",
  "foreign_keys = ON",
];

interface Result {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** One in five with a condition. */
const answerOf = (member: number): string => (member % 5 === 0 ? `if ${((member / 5) % 200) + 1}` : "in");

async function pledges(world: World, most: number): Promise<Result> {
  const latencies: number[] = [];
  const members = Array.from({ length: size.members }, (_, index) => index);
  const started = performance.now();
  await inFlight(most, members, async (member) => {
    const inbound = event(chatOf(member, size), memberName(member), `/pledge ${answerOf(member)}`);
    const from = performance.now();
    const confirmed = world.steward.dispatch.receive(inbound);
    await world.adapter.answerTo(inbound.eventId);
    latencies.push(performance.now() - from);
    await confirmed;
    if (member % 10 === 0) await world.steward.dispatch.receive(inbound);
  });
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: size.members / seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

/** The transactions of the events themselves. */
const ofEvents = (transactions: readonly (readonly Recorded[])[]): readonly (readonly Recorded[])[] =>
  transactions
    .filter(([first, second]) => [first, second].some((one) => one?.sql.includes('INTO "Inbox"')))
    .map((statements) => statements.filter(({ sql }) => !/^(?:ROLLBACK; BEGIN|SAVEPOINT|RELEASE)/u.test(sql)));

async function floor(url: string, transactions: readonly (readonly Recorded[])[]): Promise<Result> {
  const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) });
  for (const pragma of pragmas) await client.$queryRawUnsafe(`PRAGMA ${pragma}`);
  const latencies: number[] = [];
  const started = performance.now();
  for (const [index, statements] of transactions.entries()) {
    const from = performance.now();
    await client.$transaction(async (tx) => {
      for (const { sql, values, reader } of statements) {
        if (reader) await tx.$queryRawUnsafe(sql, ...values);
        else await tx.$executeRawUnsafe(sql, ...values);
      }
    });
    latencies.push(performance.now() - from);
    // As the bot does: better-sqlite3 frees its statements only when the event loop turns.
    if (index % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const seconds = (performance.now() - started) / 1000;
  await client.$disconnect();
  return { perSecond: size.members / seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

const folder = await Folder.make();
try {
  const template = await openWorld(folder.url("template"));
  await populate(template, size);
  const goal = `goal:${size.members * 2} deadline:"in 30 days" scope:federation`;
  await ask(template, event("chat0", "zoe", `/drive new "Shall we?" ${goal}`));
  await template.steward.delivery.idle();
  await template.close();

  const run = async (name: string, most: number): Promise<Result> => {
    await folder.copy("template", name);
    const world = await openWorld(folder.url(name));
    const result = await pledges(world, most);
    await world.close();
    return result;
  };

  const transactions = ofEvents(await recorded(async () => void (await run("warm-up", 1))));
  await run("warm-up 64", 64);
  const memory = process.memoryUsage.rss();
  const kinds = new Map<string, number>();
  for (const { sql } of transactions.flat()) {
    const kind = /^\s*(\w+)[^"`]*["`](?:main`\.`)?(\w+)/u.exec(sql)?.slice(1).join(" ") ?? sql.slice(0, 30);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }

  const one: Result[] = [];
  const many: Result[] = [];
  const floors: Result[] = [];
  for (let round = 0; round < rounds; round++) {
    floors.push(
      await (await folder.copy("template", `floor ${round}`), floor(folder.url(`floor ${round}`), transactions)),
    );
    one.push(await run(`one ${round}`, 1));
    many.push(await run(`many ${round}`, 64));
  }

  printTable(
    `pledge: statements of ${count(transactions.length)} deliveries (${count(size.members)} pledges)`,
    ["statement", "a pledge"],
    [...kinds].filter(([, times]) => times >= 50).map(([kind, times]) => [kind, (times / size.members).toFixed(2)]),
  );
  const middle = (of: readonly Result[], pick: (one: Result) => number): number => median(of.map(pick));
  const line = (name: string, of: readonly Result[]): readonly string[] => [
    name,
    count(middle(of, ({ perSecond }) => perSecond)),
    ms(middle(of, ({ p50 }) => p50)),
    ms(middle(of, ({ p99 }) => p99)),
    times(median(of.map(({ perSecond }, index) => perSecond / (floors[index]?.perSecond ?? Number.NaN)))),
    of.map(({ perSecond }) => count(perSecond)).join(" "),
  ];
  printTable(
    `pledge: ${count(size.members)} members, ${size.chats} chats, ${size.sectors} sectors; median of ${rounds} rounds`,
    ["", "commands/s", "p50", "p99", "of the floor", "rounds"],
    [line("floor: bare Prisma", floors), line("1 in flight", one), line("64 in flight", many)],
  );
  process.stdout.write(
    `\nmemory after it: ${megabytes(memory)}; at the end, floor included: ${megabytes(process.memoryUsage.rss())}\n`,
  );
  const ratio = (of: readonly Result[]): number =>
    median(of.map(({ perSecond }, index) => perSecond / (floors[index]?.perSecond ?? Number.NaN)));
  printAims([
    { what: "at least 0.8 of the floor at 1 in flight", met: ratio(one) >= 0.8 },
    { what: "at least twice the floor at 64 in flight", met: ratio(many) >= 2 },
    { what: "memory after it under 300 MB", met: memory < 300 * 1024 * 1024 },
  ]);
} finally {
  await folder.remove();
}
