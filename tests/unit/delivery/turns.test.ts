import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Budget } from "../../../src/chat/adapter.ts";
import { AccountBudget } from "../../../src/delivery/budget.ts";
import { Heap } from "../../../src/delivery/heap.ts";
import { Turns, type Due } from "../../../src/delivery/turns.ts";

interface Thing extends Due {
  readonly name: string;
  readonly lane: string;
}

let written = 0;
const thing = (lane: string, priority: -1 | 0 | 1 | 2, { dueAt = 0, kind = "row", by }: Partial<Due> = {}): Thing => {
  const order = String(written++).padStart(6, "0");
  return { name: `${lane}${order}`, lane, kind, priority, dueAt, order, by };
};

/** Sends everything at once in virtual time; gives back what went when. */
function sendAll(
  turns: Turns<Thing>,
  arrivals: readonly { readonly at: number; readonly thing: Thing }[],
): { at: number; priority: number; lane: string; thing: Thing }[] {
  const sent: { at: number; priority: number; lane: string; thing: Thing }[] = [];
  const coming = [...arrivals].sort((a, b) => a.at - b.at);
  let now = 0;
  for (;;) {
    for (let next = coming[0]; next !== undefined && next.at <= now; next = coming[0]) {
      coming.shift();
      turns.add(next.thing.lane, next.thing, now);
    }
    for (let turn = turns.take(now); turn !== undefined; turn = turns.take(now)) {
      sent.push({ at: now, priority: turn.priority, lane: turn.lane, thing: turn.due });
      turns.done(turn.lane, now);
    }
    const next = Math.min(turns.nextAt(now), coming[0]?.at ?? Number.POSITIVE_INFINITY);
    if (next === Number.POSITIVE_INFINITY) return sent;
    expect(next).toBeGreaterThan(now);
    now = next;
  }
}

/** The most that went within any stretch of `span`. */
function most(times: readonly number[], span: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + span).length));
}

describe("turns", () => {
  it("keep the order within a lane, one in hand at a time", () => {
    const turns = new Turns<Thing>(undefined);
    const [a, b] = [thing("x", 0), thing("x", 0)];
    turns.add("x", b, 0);
    turns.add("x", a, 0); // read from the database later, written earlier
    expect(turns.take(0)?.due).toBe(a);
    expect(turns.take(0)).toBeUndefined();
    turns.done("x", 0);
    expect(turns.take(0)?.due).toBe(b);
  });

  it("give an alert the first place of all, among lanes and in its own, and keep the order of the rest", () => {
    const turns = new Turns<Thing>(undefined);
    const all = [
      thing("x", 2),
      thing("x", 0),
      thing("y", 0),
      thing("x", 1, { kind: "card" }),
      thing("y", 1),
      thing("x", -1),
      thing("y", -1),
    ];
    for (const one of all) turns.add(one.lane, one, 0);
    const order: Thing[] = [];
    for (let turn = turns.take(0); turn !== undefined; turn = turns.take(0)) {
      order.push(turn.due);
      turns.done(turn.lane, 0);
    }
    expect(order.slice(0, 2).map(({ priority }) => priority)).toEqual([-1, -1]);
    const left = (lane: string) => order.slice(2).filter((one) => one.lane === lane && one.kind === "row");
    expect(left("y")).toEqual([all[2], all[4]]);
    expect(left("x")).toEqual([all[1], all[0]]);
  });

  it("give an answer the first place among lanes, and in its own lane before a broadcast", () => {
    const turns = new Turns<Thing>(undefined);
    const all = [thing("a", 2), thing("b", 2), thing("b", 1), thing("b", 0), thing("c", 1)];
    for (const one of all) turns.add(one.lane, one, 0);
    expect(sendAll(turns, []).map(({ thing: { lane, priority } }) => `${lane}${priority}`)).toEqual([
      "b1",
      "b0",
      "c1",
      "a2",
      "b2",
    ]);
  });

  it("let a lane wait for its head that was put off, and others pass", () => {
    const turns = new Turns<Thing>(undefined);
    const late = thing("x", 0);
    for (const one of [late, thing("x", 0), thing("y", 2)]) turns.add(one.lane, one, 0);
    expect(turns.take(0)?.due).toBe(late);
    turns.again("x", { ...late, dueAt: 5_000 }, 0);
    expect(turns.take(0)?.lane).toBe("y");
    turns.done("y", 0);
    expect(turns.nextAt(0)).toBe(5_000);
    expect(turns.take(4_999)).toBeUndefined();
    expect(turns.take(5_000)?.due.name).toBe(late.name);
  });

  it("never exceed a budget, lose nothing, and keep each lane in order, whatever arrives when", () => {
    const arrival = fc.record({
      at: fc.nat(20_000),
      lane: fc.integer({ min: 0, max: 6 }),
      priority: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(arrival, { maxLength: 120 }),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom(undefined, 4),
        (arrivals, perSecond, perGroupPerMinute) => {
          const budget: Budget = {
            perSecond,
            perChatPerSecond: 1,
            ...(perGroupPerMinute === undefined ? {} : { perGroupPerMinute }),
          };
          const things = [...arrivals]
            .sort((a, b) => a.at - b.at)
            .map(({ at, lane, priority }) => ({
              at,
              thing: thing(`l${lane}`, priority === 0 ? 0 : priority === 1 ? 1 : 2),
            }));
          const sent = sendAll(new Turns<Thing>(new AccountBudget(budget, 0)), things);
          expect(sent).toHaveLength(things.length);
          expect(
            most(
              sent.map(({ at }) => at),
              1000,
            ),
          ).toBeLessThanOrEqual(perSecond);
          for (const lane of new Set(sent.map((one) => one.lane))) {
            const here = sent.filter((one) => one.lane === lane);
            const times = here.map(({ at }) => at);
            expect(most(times, 1000)).toBeLessThanOrEqual(1);
            if (perGroupPerMinute !== undefined) expect(most(times, 60_000)).toBeLessThanOrEqual(perGroupPerMinute);
            for (const broadcast of [true, false]) {
              const orders = here
                .filter(({ thing: { priority } }) => (priority === 2) === broadcast)
                .map((one) => one.thing.order);
              expect(orders).toEqual([...orders].sort());
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a budget with a burst", () => {
  it("is never exceeded, and keeps half of the burst for answers", () => {
    const budget = new AccountBudget({ perSecond: 0.2, perChatPerSecond: 0.2, burst: 10 }, 0);
    let sent = 0;
    for (; budget.readyAt("row", 2, 0) <= 0; sent++) budget.take(`l${sent}`, "row", 2, 0);
    expect(sent).toBe(5);
    for (; budget.readyAt("row", 0, 0) <= 0; sent++) budget.take(`l${sent}`, "row", 0, 0);
    expect(sent).toBe(10);
    expect(budget.readyAt("row", 0, 0)).toBeGreaterThanOrEqual(5_000);
  });
});

describe("a budget that the platform closes", () => {
  it("closes for the one chat, and for all where another was refused as well", () => {
    const budget = new AccountBudget({ perSecond: 30, perChatPerSecond: 1 }, 0);
    budget.close("a", "row", 3_000, 0);
    expect(budget.laneReadyAt("a", "row", 0)).toBe(3_000);
    expect(budget.readyAt("row", 0, 0)).toBe(0);
    budget.close("b", "row", 4_000, 100);
    expect(budget.readyAt("row", 0, 100)).toBe(4_000);
  });
});

describe("a heap", () => {
  it("gives back what went in, the least first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const heap = new Heap<number>((a, b) => a < b);
        for (const number of numbers) heap.push(number);
        const out: number[] = [];
        for (let least = heap.pop(); least !== undefined; least = heap.pop()) out.push(least);
        expect(out).toEqual([...numbers].sort((a, b) => a - b));
      }),
    );
  });
});
