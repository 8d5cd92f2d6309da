/**
 * 5,000 members in 50 chats and 10 sectors pledge, one delivery in ten comes twice, on an SQLite file that is flushed at
 * every commit (`synchronous=FULL`). Beside it, in turns with it, the floor (`pledge-floor.ts`). The floor does not pay for
 * what comes after the answer (taking the row out of the outbox, cards), the bot does. On a machine that does other things as
 * well the processor's time is what can be compared; `npm run bench -- beside` does that with other work trees.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Answer, Order } from "./pledge-floor.ts";
import { pledges, size, type Result } from "./pledges.ts";
import { count, megabytes, median, ms, printAims, printTable, times } from "./table.ts";
import { ask, event, Folder, openWorld, populate } from "./world.ts";

const rounds = Number(process.env["STEWARD_BENCH_ROUNDS"] ?? 3);
const floor = fork(fileURLToPath(new URL("./pledge-floor.ts", import.meta.url)));
const ended = once(floor, "exit").then(() => Promise.reject(new Error("the floor ended")));
ended.catch(() => undefined); // is for whoever waits for an answer

async function ordered(order: Order): Promise<Answer> {
  floor.send(order);
  const [answer] = (await Promise.race([once(floor, "message"), ended])) as [Answer];
  return answer;
}

const folder = await Folder.make();
try {
  const template = await openWorld(folder.url("template"));
  await populate(template, size);
  const goal = `goal:${size.members * 2} deadline:"in 30 days" scope:federation`;
  await ask(template, event("chat0", "zoe", `/drive new "Shall we?" ${goal}`));
  await template.steward.delivery.idle();
  // People come back after a while: what is noted of that belongs to what their command costs.
  const earlier = new Date(Date.now() - 60 * 60_000);
  await template.database.transaction((tx) => tx.identity.updateMany({ data: { seenAt: earlier } }));
  await template.close();

  const copy = async (name: string): Promise<string> => {
    await folder.copy("template", name);
    return folder.url(name);
  };

  const statements = await ordered({ record: await copy("recorded") });
  await pledges(await copy("warm-up"), 1);
  await pledges(await copy("warm-up 64"), 64);
  const memory = process.memoryUsage.rss();

  const one: Result[] = [];
  const many: Result[] = [];
  const floors: Result[] = [];
  for (let round = 0; round < rounds; round++) {
    const answer = await ordered({ run: await copy(`floor ${round}`) });
    if ("result" in answer) floors.push(answer.result);
    one.push(await pledges(await copy(`one ${round}`), 1));
    many.push(await pledges(await copy(`many ${round}`), 64));
  }

  if ("kinds" in statements)
    printTable(
      `pledge: statements of ${count(statements.deliveries)} deliveries (${count(size.members)} pledges)`,
      ["statement", "a pledge"],
      statements.kinds
        .filter(([, times]) => times >= 50)
        .map(([kind, times]) => [kind, (times / size.members).toFixed(2)]),
    );
  const middle = (of: readonly Result[], pick: (one: Result) => number): number => median(of.map(pick));
  const line = (name: string, of: readonly Result[]): readonly string[] => [
    name,
    count(middle(of, ({ perSecond }) => perSecond)),
    ms(middle(of, ({ p50 }) => p50)),
    ms(middle(of, ({ p99 }) => p99)),
    ms(Math.min(...of.map(({ cpu }) => cpu))),
    times(median(of.map(({ perSecond }, index) => perSecond / (floors[index]?.perSecond ?? Number.NaN)))),
    of.map(({ perSecond }) => count(perSecond)).join(" "),
  ];
  printTable(
    `pledge: ${count(size.members)} members, ${size.chats} chats, ${size.sectors} sectors; median of ${rounds} rounds`,
    ["", "commands/s", "p50", "p99", "processor, lowest", "of the floor", "rounds"],
    [line("floor: bare Prisma", floors), line("1 in flight", one), line("64 in flight", many)],
  );
  process.stdout.write(
    `\nmemory after it: ${megabytes(memory)}; after all rounds: ${megabytes(process.memoryUsage.rss())}\n`,
  );
  const ratio = (of: readonly Result[]): number =>
    median(of.map(({ perSecond }, index) => perSecond / (floors[index]?.perSecond ?? Number.NaN)));
  printAims([
    { what: "at least 0.8 of the floor at 1 in flight", met: ratio(one) >= 0.8 },
    { what: "at least twice the floor at 64 in flight", met: ratio(many) >= 2 },
    { what: "memory after it under 300 MB", met: memory < 300 * 1024 * 1024 },
  ]);
} finally {
  floor.disconnect();
  await folder.remove();
}
