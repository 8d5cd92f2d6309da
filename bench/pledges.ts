/** What both processes of the benchmark `pledge` do: 5,000 members pledge, one delivery in ten comes twice. */
import { quantile } from "./table.ts";
import { chatOf, event, inFlight, memberName, openWorld, type Size } from "./world.ts";

export const size: Size = { sectors: 10, chats: 50, members: Number(process.env["STEWARD_BENCH_MEMBERS"] ?? 5_000) };

/** Latencies, and the processor's time for one pledge (user and system, of the whole process), in milliseconds. */
export interface Result {
  readonly perSecond: number;
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

/** When pledging began. */
export interface Start {
  readonly at: number;
  readonly cpu: NodeJS.CpuUsage;
}

export const start = (): Start => ({ at: performance.now(), cpu: process.cpuUsage() });

/** What came of so many pledges since. */
export function resultOf(since: Start, latencies: readonly number[]): Result {
  const seconds = (performance.now() - since.at) / 1000;
  const { user, system } = process.cpuUsage(since.cpu);
  return {
    perSecond: size.members / seconds,
    cpu: (user + system) / 1000 / size.members,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

/** One in five with a condition. */
const answerOf = (member: number): string => (member % 5 === 0 ? `if ${((member / 5) % 200) + 1}` : "in");

/** All pledge, so many at a time, on a database that was set up. */
export async function pledges(url: string, most: number): Promise<Result> {
  const world = await openWorld(url);
  const latencies: number[] = [];
  const members = Array.from({ length: size.members }, (_, index) => index);
  const started = start();
  await inFlight(most, members, async (member) => {
    const inbound = event(chatOf(member, size), memberName(member), `/pledge ${answerOf(member)}`);
    const from = performance.now();
    const confirmed = world.steward.dispatch.receive(inbound);
    await world.adapter.answerTo(inbound.eventId);
    latencies.push(performance.now() - from);
    await confirmed;
    if (member % 10 === 0) await world.steward.dispatch.receive(inbound);
  });
  const result = resultOf(started, latencies);
  await world.close();
  return result;
}
