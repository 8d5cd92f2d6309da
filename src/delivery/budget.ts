/**
 * How many messages may go out now. Each platform's limits are data (`Capabilities.budget`). A platform that says "wait"
 * closes its gate until then.
 *
 * Platforms count in two ways, and so does this. Most allow so many in any stretch of a second: a sliding window, since
 * a bucket would let nearly twice as many through at its beginning. Within it, what can wait goes at an even pace, so
 * that an answer to a person finds a free place within a few hundredths of a second. Synapse has a bucket with a burst
 * (`rc_message`): what can wait leaves half of the burst to answers.
 */
import type { Budget } from "../core/adapter.ts";
import type { Priority } from "../store/outbox.ts";

/** Of what a platform allows, so much is used: its clock and the way there are not ours. */
const share = 0.97;
/** Of a burst, so much is kept for answers to people. */
const keptForAnswers = 0.5;
/** What goes at a pace may catch up by so many after a timer that rang late. */
const catchUp = 2;

/** A limit on its own; times are milliseconds since 1970. */
interface Limit {
  /** When one may go; now or earlier means at once. */
  readyAt(now: number, priority: Priority): number;
  take(now: number, priority: Priority): void;
  /** Whether nothing of the past matters any more. */
  fresh(now: number): boolean;
}

/** Holds `size` and gains `perSecond`; `kept` of it is for answers. */
class Bucket implements Limit {
  readonly #size: number;
  readonly #kept: number;
  readonly #perMs: number;
  #level: number;
  #at: number;

  constructor(size: number, perSecond: number, kept: number, now: number) {
    this.#size = size;
    this.#kept = kept;
    this.#perMs = perSecond / 1000;
    this.#level = size;
    this.#at = now;
  }

  #fill(now: number): void {
    if (now <= this.#at) return;
    this.#level = Math.min(this.#size, this.#level + (now - this.#at) * this.#perMs);
    this.#at = now;
  }

  readyAt(now: number, priority: Priority): number {
    this.#fill(now);
    const needed = 1 + (priority === 0 ? 0 : this.#kept);
    // A hair of tolerance: 30 times 1/30 must make one.
    return this.#level >= needed - 1e-9 ? now : now + Math.ceil((needed - this.#level) / this.#perMs);
  }

  take(now: number): void {
    this.#fill(now);
    this.#level -= 1;
  }

  fresh(now: number): boolean {
    this.#fill(now);
    return this.#level >= this.#size;
  }
}

/** At most `most` in any stretch of `span` milliseconds. */
class Window implements Limit {
  readonly #most: number;
  readonly #span: number;
  /** When the last `most` went, the oldest at `#oldest` once it is full. */
  readonly #sent: number[] = [];
  #oldest = 0;
  #last = Number.NEGATIVE_INFINITY;

  constructor(most: number, span: number) {
    this.#most = most;
    this.#span = span;
  }

  readyAt(now: number): number {
    if (this.#sent.length < this.#most) return now;
    return Math.max(now, (this.#sent[this.#oldest] ?? now) + this.#span);
  }

  take(now: number): void {
    this.#last = now;
    if (this.#sent.length < this.#most) {
      this.#sent.push(now);
      return;
    }
    this.#sent[this.#oldest] = now;
    this.#oldest = (this.#oldest + 1) % this.#most;
  }

  fresh(now: number): boolean {
    return this.#last + this.#span <= now;
  }
}

/** What can wait goes one by one, `gap` milliseconds apart; answers go as they come. */
class Pace implements Limit {
  readonly #gap: number;
  #next = 0;

  constructor(gap: number) {
    this.#gap = gap;
  }

  readyAt(now: number, priority: Priority): number {
    return priority === 0 ? now : Math.max(now, Math.ceil(this.#next));
  }

  take(now: number, priority: Priority): void {
    if (priority !== 0) this.#next = Math.max(this.#next, now - catchUp * this.#gap) + this.#gap;
  }

  fresh(now: number): boolean {
    return this.#next <= now;
  }
}

/** A window for so many a second; below one a second, for one in so many seconds. */
function windowOf(perSecond: number, used: number): { readonly most: number; readonly span: number } {
  const most = Math.max(1, Math.floor(perSecond * used));
  return { most, span: perSecond >= 1 ? 1000 : Math.ceil(1000 / perSecond) };
}

function overall({ perSecond, burst }: Budget, now: number): readonly Limit[] {
  if (burst !== undefined) return [new Bucket(burst, perSecond * share, Math.floor(burst * keptForAnswers), now)];
  const { most, span } = windowOf(perSecond, share);
  return [new Window(most, span), new Pace(span / most)];
}

function ofLane({ perChatPerSecond, perGroupPerMinute, burst }: Budget, now: number): readonly Limit[] {
  const { most, span } = windowOf(perChatPerSecond, 1);
  return [
    burst === undefined ? new Window(most, span) : new Bucket(burst, perChatPerSecond, 0, now),
    ...(perGroupPerMinute === undefined ? [] : [new Window(perGroupPerMinute, 60_000)]),
  ];
}

const latest = (limits: readonly Limit[], now: number, priority: Priority): number =>
  limits.reduce((at, limit) => Math.max(at, limit.readyAt(now, priority)), now);

interface LaneBudget {
  readonly limits: readonly Limit[];
  /** The platform said to wait for this chat. */
  closedUntil: number;
}

/** How many lanes are remembered before those that are fresh again are dropped. */
const lanesKept = 20_000;

/** The budget of one account. */
export class AccountBudget {
  readonly #budget: Budget;
  readonly #overall: readonly Limit[];
  readonly #lanes = new Map<string, LaneBudget>();
  #tidyAt = lanesKept;
  #closedUntil = 0;
  #limited = { lane: "", until: 0 };

  constructor(budget: Budget, now: number) {
    this.#budget = budget;
    this.#overall = overall(budget, now);
  }

  #lane(lane: string, now: number): LaneBudget {
    const known = this.#lanes.get(lane);
    if (known !== undefined) return known;
    if (this.#lanes.size >= this.#tidyAt) this.#tidy(now);
    const made = { limits: ofLane(this.#budget, now), closedUntil: 0 };
    this.#lanes.set(lane, made);
    return made;
  }

  #tidy(now: number): void {
    for (const [key, { limits, closedUntil }] of this.#lanes) {
      if (closedUntil <= now && limits.every((limit) => limit.fresh(now))) this.#lanes.delete(key);
    }
    // Where few could be dropped, looking again at each new lane would cost more than it saves.
    this.#tidyAt = Math.max(lanesKept, this.#lanes.size * 2);
  }

  /** When this lane may send, as far as the lane itself goes. */
  laneReadyAt(lane: string, now: number): number {
    const known = this.#lanes.get(lane);
    return known === undefined ? now : Math.max(known.closedUntil, latest(known.limits, now, 0));
  }

  /** When the account may send something of this priority. */
  readyAt(now: number, priority: Priority): number {
    return Math.max(this.#closedUntil, latest(this.#overall, now, priority));
  }

  take(lane: string, now: number, priority: Priority): void {
    for (const limit of this.#overall) limit.take(now, priority);
    for (const limit of this.#lane(lane, now).limits) limit.take(now, priority);
  }

  /** The platform said to wait: for this chat; and if it has just said so for another, it means the account. */
  close(lane: string, until: number, now: number): void {
    const of = this.#lane(lane, now);
    of.closedUntil = Math.max(of.closedUntil, until);
    if (this.#limited.lane !== lane && this.#limited.until > now)
      this.#closedUntil = Math.max(this.#closedUntil, until);
    this.#limited = { lane, until };
  }
}
