/** The budgets as shipped, against limiters that count exactly as the platforms document it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discordCapabilities } from "../../../adapters/discord/capabilities.ts";
import { matrixCapabilities } from "../../../adapters/matrix/capabilities.ts";
import { telegramCapabilities } from "../../../adapters/telegram/capabilities.ts";
import type { Budget } from "../../../src/chat/adapter.ts";
import { AccountBudget, type Kind, type Learned } from "../../../src/delivery/budget.ts";
import { Turns, type Due } from "../../../src/delivery/turns.ts";
import { Rates } from "../../kit/discord/rates.ts";
import { RateLimits } from "../../kit/telegram/limits.ts";

/** `unsaid`: a live message that says what it said, and so is not sent. */
type Thing = Due & { readonly lane: string; readonly unsaid?: boolean };

interface Coming {
  readonly at: number;
  readonly lane: string;
  readonly kind: Kind;
  readonly priority: 0 | 1 | 2;
  readonly by?: string;
  readonly unsaid?: boolean;
}

interface Gone {
  readonly at: number;
  readonly thing: Thing;
  /** Milliseconds to wait, as the server said; 0 where it took it. */
  readonly refused: number;
}

/** A server: milliseconds to wait, or 0 after having counted this one. */
type Server = (thing: Thing, now: number) => number;

/**
 * Lets things go as the delivery does, in virtual time, until all have gone. `away`: how long a message is under way.
 * `changes`: a live message that has been shown changes again at once, until then.
 */
function play(
  budget: AccountBudget,
  arrivals: readonly Coming[],
  server: Server,
  { from = 0, away = 0, until = Number.POSITIVE_INFINITY, changes = Number.NEGATIVE_INFINITY } = {},
): readonly Gone[] {
  const turns = new Turns<Thing>(budget);
  const coming: { readonly at: number; readonly thing: Thing }[] = arrivals
    .map((one, index) => ({ ...one, index }))
    .sort((a, b) => a.at - b.at)
    .map(({ at, index, ...one }) => ({
      at,
      thing: { ...one, dueAt: at, order: `${String(at).padStart(9, "0")}${String(index).padStart(5, "0")}` },
    }));
  const edits = new Map<string, number>();
  const shown = (thing: Thing, now: number): void => {
    const edited = (edits.get(thing.lane) ?? 0) % matrixCapabilities.edits.most;
    const { atLeast, steady } = budget.cardPause(matrixCapabilities.edits, edited);
    edits.set(thing.lane, edited + 1);
    if (now + atLeast >= changes) return;
    const order = String(now + atLeast).padStart(9, "0");
    coming.push({ at: now + atLeast, thing: { ...thing, dueAt: now + atLeast, order, yieldsUntil: now + steady } });
    coming.sort((a, b) => a.at - b.at);
  };
  const gone: Gone[] = [];
  let underWay: { readonly at: number; readonly thing: Thing; readonly refused: number }[] = [];
  for (let now = from; now < until;) {
    for (const { at, thing, refused } of underWay.filter((one) => one.at <= now)) {
      budget.ended(thing.lane, refused > 0 ? "limited" : "taken", at, refused);
      if (refused > 0) {
        budget.close(thing.lane, thing.kind, now + refused, now);
        turns.again(thing.lane, { ...thing, dueAt: now + refused }, now);
      } else {
        turns.done(thing.lane, now);
        if (thing.kind === "card") shown(thing, now);
      }
    }
    underWay = underWay.filter((one) => one.at > now);
    while (coming[0] !== undefined && coming[0].at <= now) {
      const { thing } = coming[0];
      coming.shift();
      turns.add(thing.lane, thing, now);
    }
    for (let turn = turns.take(now); turn !== undefined; turn = turns.take(now)) {
      if (turn.due.unsaid === true) {
        gone.push({ at: now, thing: turn.due, refused: 0 });
        turns.unsent(turn.lane);
        budget.ended(turn.lane, "failed", now);
        turns.done(turn.lane, now);
        continue;
      }
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
  unsaid: fc.boolean(),
});

const comingOf = ({
  group,
  kind,
  priority,
  by,
  at,
  unsaid,
}: { group: number } & Omit<Coming, "lane" | "by"> & { by: string | undefined }): Coming => ({
  at,
  kind,
  lane: kind === "answer" ? `answer ${by ?? "cho"}` : kind === "delete" ? `delete g${group}` : `g${group}`,
  priority: kind === "card" ? 1 : kind === "answer" ? 0 : kind === "delete" ? 2 : priority,
  ...(by === undefined ? {} : { by }),
  ...(kind === "card" && unsaid === true ? { unsaid } : {}),
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

  it.each([
    ["telegram", telegramCapabilities.budget],
    ["discord", discordCapabilities.budget],
    ["matrix", matrixCapabilities.budget],
  ] as const)("live messages that say what they said delay nothing: %s", (_, budget) => {
    const card = { at: 600_000, lane: "g0", kind: "card", priority: 1 } as const;
    const looked = Array.from({ length: 50 }, () => ({ ...card, unsaid: true }));
    const gone = play(new AccountBudget(budget, 0), [...looked, card], unlimited);
    expect(gone.map(({ at }) => at)).toEqual(Array<number>(51).fill(card.at));
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
  /** Live messages of so many rooms that never stand still. */
  const cards = (rooms: number, from = 0): readonly Coming[] =>
    Array.from({ length: rooms }, (_, index) => ({ at: from, lane: `r${index}`, kind: "card", priority: 1 }));
  const moves = (gone: readonly Gone[]) =>
    gone.filter(({ thing, refused }) => thing.kind === "card" && refused === 0).map(({ at }) => at);
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
        fc.nat(8),
        (perSecond, burst, bursts, away, rooms) => {
          const all = bursts.flatMap(({ at, count }) => answers(count, { from: at }));
          const live = { away, changes: 4 * 3_600_000 };
          const gone = play(new AccountBudget(budget, 0), [...all, ...cards(rooms)], synapse(perSecond, burst), live);
          const refused = refusals(gone);
          for (const [index, at] of refused.slice(1).entries())
            expect(at - (refused[index] ?? 0)).toBeGreaterThanOrEqual(3_600_000);
          const answered = gone.filter(({ refused, thing }) => refused === 0 && thing.kind === "row");
          expect(answered).toHaveLength(all.length);
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

  it("where the limit is lifted a live message moves as people answer, and ever more slowly when it never stands still", () => {
    const gone = play(new AccountBudget(budget, 0), cards(1), unlimited, { away: 50, changes: 3 * 3_600_000 });
    const moved = moves(gone);
    expect(moved.filter((at) => at < 30_000).length).toBeGreaterThanOrEqual(9);
    const gaps = moved.slice(1).map((at, index) => at - (moved[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(matrixCapabilities.edits.quickMs ?? Number.NaN);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(matrixCapabilities.edits.everyMs + 100);
    // Every edit stays for ever: one message has its share of them in more than two hours.
    expect(moved.findIndex((at) => at > 2 * 3_600_000)).toBeLessThan(matrixCapabilities.edits.most);
  });

  it("with Synapse's own limit live messages leave room for answers, and take what these leave", () => {
    const account = new AccountBudget(budget, 0);
    const server = synapse(0.2, 10);
    // Refused once in the first hour, as any new account may be.
    const first = play(account, [...cards(1), ...answers(12, { every: 1_000 })], server, {
      away: 50,
      changes: 600_000,
    });
    expect(refusals(first)).toHaveLength(1);

    const from = 700_000;
    const coming = [...cards(1, from), ...answers(40, { from: from + 600_000, every: 750 })];
    const gone = play(account, coming, server, { away: 50, from, changes: from + 1_800_000 });
    expect(refusals(gone)).toEqual([]);
    // Alone it is as quick as elsewhere at first, and then has what is not kept for answers,
    const alone = moves(gone).filter((at) => at < from + 600_000);
    expect(alone.filter((at) => at < from + 15_000)).toHaveLength(5);
    expect(alone.length).toBeGreaterThanOrEqual(2 * (600 / 30));
    // and the first who want an answer have it at once;
    const answered = gone.filter(({ thing }) => thing.kind === "row").map(({ at }) => at);
    expect((answered[4] ?? Number.NaN) - from - 600_000).toBeLessThanOrEqual(4 * 750);
    // with many it is one in half a minute.
    const last = Math.max(...answered);
    const beside = moves(gone).filter((at) => at >= from + 600_000 && at < last);
    expect(beside.length).toBeGreaterThanOrEqual(Math.floor((last - from - 600_000) / 45_000));
    expect(beside.length).toBeLessThanOrEqual(Math.ceil((last - from - 600_000) / 30_000));
    expect(last - from - 600_000).toBeLessThanOrEqual(((40 - 5) / (0.2 - 1 / 30)) * 1.1 * 1000);
  });

  it("live messages find out that a limit was lifted, within the hour, and ask a limit that stays ever more seldom", () => {
    const restarted = (learned: Learned | undefined, now: number): AccountBudget => {
      const account = new AccountBudget(budget, now);
      if (learned !== undefined) account.recall(learned);
      return account;
    };
    const week = 7 * 24 * 3_600_000;
    const asking = new AccountBudget(budget, 0);
    const refused = refusals(play(asking, cards(3), synapse(0.2, 10), { away: 50, changes: week }));
    const hours = refused.slice(1).map((at, index) => (at - (refused[index] ?? 0)) / 3_600_000);
    for (const [index, pause] of hours.entries()) expect(pause).toBeGreaterThanOrEqual(Math.min(24, 2 ** index));
    expect(hours.length).toBeGreaterThanOrEqual(6);

    const once = new AccountBudget(budget, 0);
    play(once, cards(3), synapse(0.2, 10), { away: 50, changes: 300_000 });
    expect(once.learned?.refusals).toBe(1);
    const from = 3_900_000;
    const lifted = restarted(once.learned, from);
    const moved = moves(play(lifted, cards(1, from), unlimited, { away: 50, from, changes: from + 60_000 }));
    expect(moved.length).toBeGreaterThanOrEqual(60_000 / 4_000);
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
