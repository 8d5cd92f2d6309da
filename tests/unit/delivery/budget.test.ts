/** The budgets as shipped, against limiters that count exactly as the platforms document it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discordCapabilities } from "../../../adapters/discord/capabilities.ts";
import { matrixCapabilities } from "../../../adapters/matrix/capabilities.ts";
import { telegramCapabilities } from "../../../adapters/telegram/capabilities.ts";
import type { Budget } from "../../../src/chat/adapter.ts";
import { AccountBudget, type Kind } from "../../../src/delivery/budget.ts";
import { Turns, type Due } from "../../../src/delivery/turns.ts";
import { Rates } from "../../kit/discord/rates.ts";
import { RateLimits } from "../../kit/telegram/limits.ts";

interface Thing extends Due {
  readonly lane: string;
}

interface Coming {
  readonly at: number;
  readonly lane: string;
  readonly kind: Kind;
  readonly priority: 0 | 1 | 2;
  readonly by?: string;
}

interface Gone {
  readonly at: number;
  readonly thing: Thing;
  /** Milliseconds to wait, as the server said; 0 where it took it. */
  readonly refused: number;
}

/** A server: milliseconds to wait, or 0 after having counted this one. */
type Server = (thing: Thing, now: number) => number;

/** Lets things go as the delivery does, in virtual time, until all have gone. `away`: how long a message is under way. */
function play(
  budget: AccountBudget,
  arrivals: readonly Coming[],
  server: Server,
  { from = 0, away = 0, until = Number.POSITIVE_INFINITY } = {},
): readonly Gone[] {
  const turns = new Turns<Thing>(budget);
  const coming = arrivals
    .map((one, index) => ({ ...one, index }))
    .sort((a, b) => a.at - b.at)
    .map(({ at, index, ...one }) => ({
      at,
      thing: { ...one, dueAt: at, order: `${String(at).padStart(9, "0")}${String(index).padStart(5, "0")}` },
    }));
  const gone: Gone[] = [];
  let underWay: { readonly at: number; readonly thing: Thing; readonly refused: number }[] = [];
  for (let now = from; now < until;) {
    for (const { at, thing, refused } of underWay.filter((one) => one.at <= now)) {
      budget.ended(thing.lane, refused > 0 ? "limited" : "taken", at, refused);
      if (refused > 0) {
        budget.close(thing.lane, thing.kind, now + refused, now);
        turns.again(thing.lane, { ...thing, dueAt: now + refused }, now);
      } else turns.done(thing.lane, now);
    }
    underWay = underWay.filter((one) => one.at > now);
    while (coming[0] !== undefined && coming[0].at <= now) {
      const { thing } = coming[0];
      coming.shift();
      turns.add(thing.lane, thing, now);
    }
    for (let turn = turns.take(now); turn !== undefined; turn = turns.take(now)) {
      const refused = server(turn.due, now);
      gone.push({ at: now, thing: turn.due, refused });
      underWay.push({ at: now + away, thing: turn.due, refused });
      if (away > 0) continue;
      underWay.pop();
      budget.ended(turn.lane, refused > 0 ? "limited" : "taken", now, refused);
      turns.done(turn.lane, now);
    }
    const next = Math.min(
      turns.nextAt(now),
      coming[0]?.at ?? Number.POSITIVE_INFINITY,
      ...underWay.map(({ at }) => at),
    );
    if (next === Number.POSITIVE_INFINITY) break;
    if (next <= now && underWay.length === 0) throw new Error("stands still");
    now = Math.max(next, now + 1);
  }
  return gone;
}

const telegram = (): Server => {
  const limits = new RateLimits();
  const ids = new Map<string, number>();
  return ({ lane, kind }, now) => {
    if (kind === "answer" || kind === "delete") return 0;
    const id = ids.get(lane) ?? ids.size;
    ids.set(lane, id);
    return limits.take(id, true, now) * 1000;
  };
};

const discord = (): Server => {
  const rates = new Rates();
  const ids = new Map<string, string>();
  return ({ lane, kind }, now) => {
    if (kind === "answer") return 0;
    const place = lane.replace(/^delete /u, "");
    const id = ids.get(place) ?? String(10n ** 17n + BigInt(ids.size));
    ids.set(place, id);
    const [method, path] =
      kind === "row"
        ? ["POST", `/channels/${id}/messages`]
        : [kind === "card" ? "PATCH" : "DELETE", `/channels/${id}/messages/100000000000000001`];
    return (rates.take(method, path, now, false).retryAfter ?? 0) * 1000;
  };
};

/** Synapse's `rc_message` (`synapse/api/ratelimiting.py`): a bucket that leaks. */
const synapse = (perSecond: number, burst: number): Server => {
  let level = 0;
  let at = 0;
  return (_, now) => {
    level = Math.max(0, level - ((now - at) / 1000) * perSecond);
    at = now;
    if (level > burst - 1 + 1e-9) return Math.ceil(((level - burst + 1) / perSecond) * 1000);
    level += 1;
    return 0;
  };
};

const unlimited: Server = () => 0;

const arrival = fc.record({
  at: fc.nat(90_000),
  group: fc.nat(4),
  kind: fc.constantFrom<Kind[]>("row", "row", "card", "delete", "answer"),
  priority: fc.constantFrom<(0 | 1 | 2)[]>(0, 1, 2),
  by: fc.constantFrom(undefined, "ana", "ben"),
});

const comingOf = ({
  group,
  kind,
  priority,
  by,
  at,
}: { group: number } & Omit<Coming, "lane" | "by"> & { by: string | undefined }): Coming => ({
  at,
  kind,
  lane: kind === "answer" ? `answer ${by ?? "cho"}` : kind === "delete" ? `delete g${group}` : `g${group}`,
  priority: kind === "card" ? 1 : kind === "answer" ? 0 : kind === "delete" ? 2 : priority,
  ...(by === undefined ? {} : { by }),
});

describe("on Telegram and Discord", () => {
  it.each([
    ["telegram", telegramCapabilities.budget, telegram],
    ["discord", discordCapabilities.budget, discord],
  ] as const)("nothing is ever refused, and nothing lost: %s", (_, budget, server) => {
    fc.assert(
      fc.property(fc.array(arrival, { maxLength: 200 }), (arrivals) => {
        const gone = play(new AccountBudget(budget, 0), arrivals.map(comingOf), server());
        expect(gone.filter(({ refused }) => refused > 0)).toEqual([]);
        expect(gone).toHaveLength(arrivals.length);
      }),
      { numRuns: 40 },
    );
  });

  it("what people wrote is taken away without taking a message's place", () => {
    const typed = (kind: Kind, lane: string, priority: 0 | 2) =>
      Array.from({ length: 19 }, (_, index): Coming => ({ at: index * 1_100, lane, kind, priority }));
    const rows = typed("row", "g", 0);
    const alone = play(new AccountBudget(telegramCapabilities.budget, 0), rows, telegram());
    const both = play(
      new AccountBudget(telegramCapabilities.budget, 0),
      [...typed("delete", "delete g", 2), ...rows],
      telegram(),
    );
    const times = (gone: readonly Gone[], kind: Kind) =>
      gone.filter(({ thing }) => thing.kind === kind).map(({ at }) => at);
    expect(times(both, "row")).toEqual(times(alone, "row"));
    expect(Math.max(...times(both, "delete"))).toBeLessThanOrEqual(19 * 1_100);
  });

  it("a live message moves while its group is full of answers, and they go on", () => {
    const answers = Array.from({ length: 60 }, (_, index): Coming => {
      return { at: 500 * index, lane: "g", kind: "row", priority: 0, by: `p${index}` };
    });
    const cards = Array.from({ length: 30 }, (_, index): Coming => ({
      at: 6_000 * index,
      lane: "g",
      kind: "card",
      priority: 1,
    }));
    const gone = play(new AccountBudget(telegramCapabilities.budget, 0), [...answers, ...cards], telegram());
    const moved = gone.filter(({ thing, at }) => thing.kind === "card" && at < 180_000).map(({ at }) => at);
    for (const [index, at] of moved.entries()) expect(at - index * 6_000).toBeLessThanOrEqual(4_000);
    for (let from = 0; from < 120_000; from += 60_000) {
      const answered = gone.filter(({ thing, at }) => thing.kind === "row" && at >= from && at < from + 60_000);
      expect(answered.length).toBeGreaterThanOrEqual(8);
    }
  });

  it("a live message moves while the whole account is full of answers", () => {
    const answers = Array.from({ length: 1_200 }, (_, index): Coming => {
      return { at: 0, lane: `p${index}`, kind: "row", priority: 0, by: `p${index}` };
    });
    const cards = Array.from({ length: 4 }, (_, index): Coming => ({
      at: 1_000 + 6_000 * index,
      lane: "g",
      kind: "card",
      priority: 1,
    }));
    const gone = play(new AccountBudget(telegramCapabilities.budget, 0), [...answers, ...cards], telegram());
    const moved = gone.filter(({ thing }) => thing.kind === "card").map(({ at }) => at);
    expect(moved.map((at, index) => at - 1_000 - 6_000 * index).every((wait) => wait <= 1_000)).toBe(true);
  });

  it("who asks without end delays nobody else's answer", () => {
    const flood = Array.from({ length: 40 }, (_, index): Coming => {
      return { at: index, lane: "g", kind: "row", priority: 0, by: "flood" };
    });
    const other: Coming = { at: 5_000, lane: "g", kind: "row", priority: 0, by: "ana" };
    const gone = play(new AccountBudget(telegramCapabilities.budget, 0), [...flood, other], telegram());
    const told = gone.find(({ thing }) => thing.by === "ana")?.at ?? Number.NaN;
    expect(told).toBeLessThanOrEqual(6_500);
    const theirs = gone.filter(({ thing }) => thing.by === "flood").map(({ thing }) => thing.order);
    expect(theirs).toEqual([...theirs].sort());
  });
});

describe("on Matrix", () => {
  const { budget } = matrixCapabilities;
  const answers = (count: number, { from = 0, every = 0 } = {}): readonly Coming[] =>
    Array.from({ length: count }, (_, index) => ({
      at: from + index * every,
      lane: `r${index % 50}`,
      kind: "row" as const,
      priority: 0 as const,
    }));
  const refusals = (gone: readonly Gone[]) => gone.filter(({ refused }) => refused > 0).map(({ at }) => at);

  it("what a server allows is found: an unlimited one is used one message after the other", () => {
    const gone = play(new AccountBudget(budget, 0), answers(100), unlimited, { away: 50 });
    expect(gone).toHaveLength(100);
    expect(Math.max(...gone.map(({ at }) => at))).toBeLessThanOrEqual(6_000);
  });

  it("at most one refusal an hour, never two in a row, whatever the server allows from Synapse's own limit up", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.integer({ min: 10, max: 90 }),
        fc.array(fc.record({ at: fc.nat(7_200_000), count: fc.integer({ min: 1, max: 150 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 1, max: 400 }),
        (perSecond, burst, bursts, away) => {
          const all = bursts.flatMap(({ at, count }) => answers(count, { from: at }));
          const gone = play(new AccountBudget(budget, 0), all, synapse(perSecond, burst), { away });
          const refused = refusals(gone);
          for (const [index, at] of refused.slice(1).entries())
            expect(at - (refused[index] ?? 0)).toBeGreaterThanOrEqual(3_600_000);
          expect(gone.filter((one) => one.refused === 0)).toHaveLength(all.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("with Synapse's own limit it is as fast as that allows, but for a tenth", () => {
    const gone = play(new AccountBudget(budget, 0), answers(60), synapse(0.2, 10), { away: 50 });
    expect(Math.max(...gone.map(({ at }) => at))).toBeLessThanOrEqual(((60 - 10) / 0.2) * 1.1 * 1000);
    expect(refusals(gone)).toHaveLength(1);
  });

  it("after a refusal and the hour that follows it goes at what the server takes, and knows it after a restart", () => {
    const account = new AccountBudget(budget, 0);
    const server = synapse(3, 20);
    const first = play(account, answers(1_000), server, { away: 50, until: 60_000 });
    expect(refusals(first)).toHaveLength(1);
    const learned = account.learned;
    expect(learned?.triesAt).toBeGreaterThan(3_600_000);

    const restarted = new AccountBudget(budget, 60_000);
    if (learned !== undefined) restarted.recall(learned);
    // Nothing is tried within the hour.
    const within = play(restarted, answers(400, { from: 60_000 }), server, {
      away: 50,
      from: 60_000,
      until: 3_600_000,
    });
    expect(refusals(within)).toEqual([]);
    // Later what is certain grows, and what is tried stays below the limit for long.
    const later = play(restarted, answers(600, { from: 4_000_000 }), server, { away: 50, from: 4_000_000 });
    expect(later.filter(({ refused }) => refused === 0)).toHaveLength(600);
    expect(Math.max(...later.map(({ at }) => at)) - 4_000_000).toBeLessThanOrEqual((600 / 3) * 4 * 1000);
    expect(refusals(later).length).toBeLessThanOrEqual(1);
    expect(restarted.learned?.perSecond).toBeGreaterThan(0.2);
    expect(restarted.learned?.perSecond).toBeLessThanOrEqual(3);
  });

  it("a server that takes less than is usual is obeyed, and its limit found", () => {
    const account = new AccountBudget(budget, 0);
    const gone = play(account, answers(300), synapse(0.05, 3), { away: 50 });
    const refused = refusals(gone);
    expect(account.learned?.perSecond).toBeLessThan(0.1);
    // Halved twice, and then one refusal an hour.
    const hours = Math.max(...gone.map(({ at }) => at)) / 3_600_000;
    expect(refused.length).toBeLessThanOrEqual(Math.ceil(hours) + 3);
  });

  it("what was taken away counts as messages do, and waits for all of them", () => {
    const deletes = answers(5).map((one) => ({
      ...one,
      kind: "delete" as const,
      lane: `delete ${one.lane}`,
      priority: 2 as const,
    }));
    const gone = play(new AccountBudget(budget, 0), [...deletes, ...answers(12)], synapse(0.2, 10), { away: 50 });
    const last = Math.max(...gone.filter(({ thing }) => thing.kind === "row").map(({ at }) => at));
    const first = gone.filter(({ thing, refused }) => thing.kind === "delete" && refused === 0).map(({ at }) => at);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(last);
  });
});

it("a budget without limits of its own for deletions counts them as messages", () => {
  const plain: Budget = { perSecond: 2, perChatPerSecond: 2 };
  const gone = play(
    new AccountBudget(plain, 0),
    Array.from({ length: 4 }, (): Coming => ({ at: 0, lane: "delete g", kind: "delete", priority: 2 })),
    unlimited,
  );
  expect(Math.max(...gone.map(({ at }) => at))).toBeGreaterThan(1_000);
});
