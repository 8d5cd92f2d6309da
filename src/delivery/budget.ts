/**
 * How many messages may go out now. Each platform's limits are data (`Capabilities.budget`). A platform that says "wait"
 * closes its gate until then.
 *
 * Platforms count in two ways, and so does this. Most allow so many in any stretch of a second: a sliding window, since
 * a bucket would let nearly twice as many through at its beginning. Within it, what can wait goes at an even pace, so
 * that an answer to a person finds a free place within a few hundredths of a second. Synapse has a bucket with a burst
 * (`rc_message`): what can wait leaves half of the burst to answers. What it allows may have been changed by its
 * administrator, who tells nobody, so it is found out (`Learning`).
 *
 * In a group live messages and everything else have a share each of what the group takes in a minute: neither can use up
 * what the other needs. Answers to interactions, and the taking away of what people wrote, are no messages and have
 * limits of their own.
 */
import type { Budget, Capabilities } from "../chat/adapter.ts";
import type { Priority } from "../store/outbox.ts";

/** What is sent: a row of the outbox, a live message, an answer to an interaction, or the taking away of a message. */
export type Kind = "row" | "card" | "answer" | "delete";

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
  take(now: number, priority: Priority, lane: string): void;
  /** What was taken at that moment was not sent: its place is free again. */
  giveBack(at: number, priority: Priority): void;
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
    const needed = 1 + (priority <= 0 ? 0 : this.#kept);
    // A hair of tolerance: 30 times 1/30 must make one.
    return this.#level >= needed - 1e-9 ? now : now + Math.ceil((needed - this.#level) / this.#perMs);
  }

  take(now: number): void {
    this.#fill(now);
    this.#level -= 1;
  }

  giveBack(): void {
    this.#level = Math.min(this.#size, this.#level + 1);
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
  #sent: number[] = [];
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

  giveBack(at: number): void {
    const inOrder = [...this.#sent.slice(this.#oldest), ...this.#sent.slice(0, this.#oldest)];
    const index = inOrder.lastIndexOf(at);
    if (index < 0) return;
    this.#sent = inOrder.toSpliced(index, 1);
    this.#oldest = 0;
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
    return priority <= 0 ? now : Math.max(now, Math.ceil(this.#next));
  }

  take(now: number, priority: Priority): void {
    if (priority > 0) this.#next = Math.max(this.#next, now - catchUp * this.#gap) + this.#gap;
  }

  giveBack(_at: number, priority: Priority): void {
    if (priority > 0) this.#next -= this.#gap;
  }

  fresh(now: number): boolean {
    return this.#next <= now;
  }
}

/** What was found out about a server, to be kept over a restart. */
export interface Learned {
  /** Messages a second that it surely takes. */
  readonly perSecond: number;
  /** Before this no more is tried; milliseconds since 1970. */
  readonly triesAt: number;
  /** How many a second are tried then, where a refusal has shown that there is a limit. */
  readonly pace?: number | undefined;
  /** How many refusals there were since more was certain than before. */
  readonly refusals?: number;
}

/** After a refusal no more than is certain is tried for so long (milliseconds). */
const hour = 60 * 60 * 1000;
/** What can wait tries nothing for so long, after many refusals that showed nothing new (milliseconds). */
const day = 24 * hour;
/** As many at once may have come out of a server's burst, and prove nothing about its rate. */
const burstAtMost = 100;
/** After so many that were taken at one pace it is doubled. */
const doubledAfter = 200;
/** Stretches (milliseconds) over which it is counted what a server has taken, and the steps in which it is counted. */
const stretches = [60_000, 300_000, 1_800_000];
const step = 5_000;
/** The rate grows by at least this factor. */
const growth = 1.1;
/** Nobody needs more, and no server allows less (messages a second). */
const fastest = 20;
const slowest = 0.01;

/**
 * A bucket of a size that is not known for certain: what it allows beyond is tried, and kept in mind.
 *
 * States: open -> (a 429) closed for an hour -> open. While open, what the bucket has no room for goes all the same, but
 * one at a time, so that a server that allows no more refuses once and not a burst of messages; after a refusal they go
 * at half the pace that the server's answer leaves possible, which doubles slowly while nothing is refused. While closed,
 * only what the bucket has room for goes. The rate of the bucket grows to what is certain: of N messages that were taken within a
 * stretch of time at most `burstAtMost` came out of the server's burst, the others out of its rate. A refusal of what the
 * bucket had room for halves it.
 *
 * What can wait tries too, since with few answers nothing else would find out that a limit was lifted. But what it uses up
 * of a burst is missing when people want answers: after each refusal in a row it waits twice as long, up to a day.
 *
 * At the start nobody knows how full the server's bucket is, so that ours has room for nothing.
 */
class Learning implements Limit {
  readonly #size: number;
  readonly #kept: number;
  #perSecond: number;
  #triesAt = 0;
  #pace: number | undefined;
  #refusals = 0;
  /** When something was tried last, and how many were taken since the pace has changed. */
  #triedAt = Number.NEGATIVE_INFINITY;
  #tries = 0;
  #level = 0;
  #at: number;
  /** The lane of what is being tried. */
  #trying: string | undefined;
  /** How many were taken, by step. */
  readonly #taken = new Map<number, number>();

  constructor(size: number, perSecond: number, kept: number, now: number) {
    this.#size = size;
    this.#kept = kept;
    this.#perSecond = perSecond;
    this.#at = now;
  }

  get learned(): Learned {
    return { perSecond: this.#perSecond, triesAt: this.#triesAt, pace: this.#pace, refusals: this.#refusals };
  }

  recall({ perSecond, triesAt, pace, refusals = 0 }: Learned): void {
    this.#perSecond = perSecond;
    this.#triesAt = triesAt;
    this.#pace = pace;
    this.#refusals = refusals;
  }

  #fill(now: number): void {
    if (now <= this.#at) return;
    this.#level = Math.min(this.#size, this.#level + ((now - this.#at) / 1000) * this.#perSecond * share);
    this.#at = now;
  }

  #needed(priority: Priority): number {
    return 1 + (priority <= 0 ? 0 : this.#kept);
  }

  /** When something of this priority may be tried. */
  #mayTryAt(priority: Priority): number {
    if (priority <= 0 || this.#refusals === 0) return this.#triesAt;
    return this.#triesAt - hour + Math.min(day, hour * 2 ** (this.#refusals - 1));
  }

  readyAt(now: number, priority: Priority): number {
    this.#fill(now);
    const needed = this.#needed(priority);
    if (this.#level >= needed - 1e-9) return now;
    const wait = Math.ceil(((needed - this.#level) / (this.#perSecond * share)) * 1000);
    const triesAt = this.#mayTryAt(priority);
    if (this.#trying !== undefined) return now >= triesAt ? Number.POSITIVE_INFINITY : now + wait;
    const nextTry = this.#pace === undefined ? now : Math.ceil(this.#triedAt + 1000 / this.#pace);
    return Math.min(now + wait, Math.max(now, triesAt, nextTry));
  }

  take(now: number, priority: Priority, lane: string): void {
    this.#fill(now);
    if (this.#level < this.#needed(priority) - 1e-9) {
      this.#trying = lane;
      this.#triedAt = now;
    }
    this.#level = Math.max(-this.#size, this.#level - 1);
  }

  giveBack(): void {
    this.#level = Math.min(this.#size, this.#level + 1);
  }

  /**
   * What became of something that was taken.
   * @param wait how long the server says to wait, in milliseconds: no longer than it takes to have room for one
   */
  ended(lane: string, outcome: Outcome, now: number, wait = 0): void {
    const tried = this.#trying === lane;
    if (tried) this.#trying = undefined;
    if (outcome === "taken") this.#learn(now, tried);
    if (outcome !== "limited") return;
    // What was under way together with the one that was refused says nothing new.
    const news = now >= this.#triesAt - hour + step;
    if (!tried && news) this.#perSecond = Math.max(slowest, this.#perSecond / 2);
    if (news) {
      const possible = Math.min(this.#pace ?? fastest, 1000 / Math.max(1, wait));
      this.#pace = Math.max(this.#perSecond * 2, possible / 2);
      this.#tries = 0;
      this.#refusals++;
    }
    // The server's bucket is full now, and ours has nothing left: what was tried beyond it is not owed.
    this.#level = 0;
    this.#at = now;
    this.#triesAt = now + hour;
    this.#taken.clear();
  }

  #learn(now: number, tried: boolean): void {
    if (tried && this.#pace !== undefined && ++this.#tries >= doubledAfter) {
      this.#pace = this.#pace * 2 > fastest ? undefined : this.#pace * 2;
      this.#tries = 0;
    }
    const current = Math.floor(now / step);
    this.#taken.set(current, (this.#taken.get(current) ?? 0) + 1);
    const oldest = Math.floor((now - Math.max(...stretches)) / step);
    for (const key of this.#taken.keys()) {
      if (key > oldest) break;
      this.#taken.delete(key);
    }
    for (const stretch of stretches) {
      const from = Math.ceil((now - stretch) / step);
      let count = 0;
      for (const [key, taken] of this.#taken) if (key >= from) count += taken;
      const certain = (count - burstAtMost) / (stretch / 1000);
      // In steps, since each is written down.
      if (certain <= this.#perSecond * growth) continue;
      this.#perSecond = Math.min(fastest, certain);
      this.#refusals = 0;
    }
  }

  fresh(now: number): boolean {
    this.#fill(now);
    return this.#level >= this.#size;
  }
}

/** What became of something that was sent. */
export type Outcome = "taken" | "limited" | "failed";

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

const oneWindow = (perSecond: number): readonly Limit[] => {
  const { most, span } = windowOf(perSecond, 1);
  return [new Window(most, span)];
};

/**
 * A group in a minute: live messages have a share, and the rest has one. What live messages do not use is everybody's,
 * but a few places are kept for when one begins to move.
 */
class Shares {
  readonly #all: Window;
  readonly #cards: Window;
  /** The rest while live messages move, and while none does. */
  readonly #narrow: Window;
  readonly #wide: Window;
  #cardAt = Number.NEGATIVE_INFINITY;

  constructor(most: number, cards: number) {
    this.#all = new Window(most, minute);
    this.#cards = new Window(cards, minute);
    this.#narrow = new Window(most - cards, minute);
    this.#wide = new Window(most - Math.min(cards, keptForCards), minute);
  }

  readyAt(now: number, card: boolean): number {
    const all = this.#all.readyAt(now);
    if (card) return Math.max(all, this.#cards.readyAt(now));
    const narrow = Math.max(now, Math.min(this.#narrow.readyAt(now), this.#cardAt + minute));
    return Math.max(all, this.#wide.readyAt(now), narrow);
  }

  take(now: number, card: boolean): void {
    this.#all.take(now);
    if (card) {
      this.#cards.take(now);
      this.#cardAt = now;
    } else {
      this.#narrow.take(now);
      this.#wide.take(now);
    }
  }

  giveBack(at: number, card: boolean): void {
    for (const window of card ? [this.#all, this.#cards] : [this.#all, this.#narrow, this.#wide]) window.giveBack(at);
  }

  fresh(now: number): boolean {
    return this.#all.fresh(now);
  }
}

const minute = 60_000;
/** Places in a group's minute that are kept for a live message that does not move yet. */
const keptForCards = 3;

interface LaneBudget {
  readonly limits: readonly Limit[];
  readonly shares: Shares | undefined;
  /** The platform said to wait for this chat. */
  closedUntil: number;
}

function ofLane(budget: Budget, kind: Kind, now: number): LaneBudget {
  const { perChatPerSecond, perGroupPerMinute, cardsPerGroupPerMinute = 0, burst, learns, deletes } = budget;
  const made = (limits: readonly Limit[], shares?: Shares): LaneBudget => ({ limits, shares, closedUntil: 0 });
  if (kind === "delete") return made(deletes === undefined ? [] : oneWindow(deletes.perChatPerSecond));
  if (kind === "answer" && budget.answersPerSecond !== undefined) return made([]);
  // A server that counts over all chats takes all of it in one of them.
  if (learns === true) return made([]);
  const { most, span } = windowOf(perChatPerSecond, 1);
  return made(
    [burst === undefined ? new Window(most, span) : new Bucket(burst, perChatPerSecond, 0, now)],
    perGroupPerMinute === undefined ? undefined : new Shares(perGroupPerMinute, cardsPerGroupPerMinute),
  );
}

const latest = (limits: readonly Limit[], now: number, priority: Priority): number =>
  limits.reduce((at, limit) => Math.max(at, limit.readyAt(now, priority)), now);

/** How many lanes are remembered before those that are fresh again are dropped. */
const lanesKept = 20_000;

/** The budget of one account. */
export class AccountBudget {
  readonly #budget: Budget;
  readonly #overall: readonly Limit[];
  readonly #learning: Learning | undefined;
  readonly #answers: readonly Limit[] | undefined;
  readonly #deletes: readonly Limit[] | undefined;
  readonly #lanes = new Map<string, LaneBudget>();
  #tidyAt = lanesKept;
  #closedUntil = 0;
  #limited = { lane: "", until: 0 };

  constructor(budget: Budget, now: number) {
    this.#budget = budget;
    const { perSecond, burst = 1, learns, answersPerSecond, deletes } = budget;
    if (learns === true) {
      this.#learning = new Learning(burst, perSecond, Math.floor(burst * keptForAnswers), now);
    }
    this.#overall = this.#learning === undefined ? overall(budget, now) : [this.#learning];
    this.#answers = answersPerSecond === undefined ? undefined : oneWindow(answersPerSecond);
    this.#deletes = deletes === undefined ? undefined : oneWindow(deletes.perSecond);
  }

  /** What was found out about the server, where that is to be found out. */
  get learned(): Learned | undefined {
    return this.#learning?.learned;
  }

  /** Takes over what an earlier process found out about the server. */
  recall(learned: Learned): void {
    this.#learning?.recall(learned);
  }

  #lane(lane: string, kind: Kind, now: number): LaneBudget {
    const known = this.#lanes.get(lane);
    if (known !== undefined) return known;
    if (this.#lanes.size >= this.#tidyAt) this.#tidy(now);
    const made = ofLane(this.#budget, kind, now);
    this.#lanes.set(lane, made);
    return made;
  }

  #tidy(now: number): void {
    for (const [key, { limits, shares, closedUntil }] of this.#lanes) {
      const fresh = limits.every((limit) => limit.fresh(now)) && shares?.fresh(now) !== false;
      if (closedUntil <= now && fresh) this.#lanes.delete(key);
    }
    // Where few could be dropped, looking again at each new lane would cost more than it saves.
    this.#tidyAt = Math.max(lanesKept, this.#lanes.size * 2);
  }

  /** The limits over all that hold for something of this kind. */
  #over(kind: Kind): readonly Limit[] {
    const own = kind === "answer" ? this.#answers : kind === "delete" ? this.#deletes : undefined;
    return own ?? this.#overall;
  }

  /** When this lane may send, as far as the lane itself goes. */
  laneReadyAt(lane: string, kind: Kind, now: number): number {
    const known = this.#lanes.get(lane);
    if (known === undefined) return now;
    const shares = known.shares?.readyAt(now, kind === "card") ?? now;
    return Math.max(known.closedUntil, latest(known.limits, now, 0), shares);
  }

  /** When the account may send something of this kind and priority. */
  readyAt(kind: Kind, priority: Priority, now: number): number {
    const over = this.#over(kind);
    const closed = over === this.#overall ? this.#closedUntil : 0;
    return Math.max(closed, latest(over, now, priority));
  }

  take(lane: string, kind: Kind, priority: Priority, now: number): void {
    for (const limit of this.#over(kind)) limit.take(now, priority, lane);
    const of = this.#lane(lane, kind, now);
    for (const limit of of.limits) limit.take(now, priority, lane);
    of.shares?.take(now, kind === "card");
  }

  /** What was taken at that moment was not sent after all: nothing had to be said. */
  giveBack(lane: string, kind: Kind, priority: Priority, at: number): void {
    for (const limit of this.#over(kind)) limit.giveBack(at, priority);
    const of = this.#lanes.get(lane);
    for (const limit of of?.limits ?? []) limit.giveBack(at, priority);
    of?.shares?.giveBack(at, kind === "card");
  }

  /**
   * How long a live message that is shown now waits for its next edit, in milliseconds: `atLeast`, and until it then no
   * longer yields to everything else, `steady`. The steady pace is the platform's for the limit that it names, and as much
   * slower or faster as the server's is lower or higher.
   * @param edits how many the message has had
   */
  cardPause(
    { everyMs, quickMs, most }: Capabilities["edits"],
    edits: number,
  ): { readonly atLeast: number; readonly steady: number } {
    const learned = this.#learning?.learned;
    if (quickMs === undefined || learned === undefined) return { atLeast: everyMs, steady: everyMs };
    const atLeast = quickMs + (everyMs - quickMs) * Math.min(1, edits / most);
    return { atLeast, steady: Math.max(atLeast, (everyMs * this.#budget.perSecond) / learned.perSecond) };
  }

  /** What became of something that was taken; where it was refused, with how long the server says to wait (milliseconds). */
  ended(lane: string, outcome: Outcome, now: number, wait?: number): void {
    this.#learning?.ended(lane, outcome, now, wait);
  }

  /**
   * The platform said to wait: for this chat; and if it has just said so for another, it means the account. A server that
   * counts over all chats always means the account.
   * @param alone it is certain that nothing but this chat is meant
   */
  close(lane: string, kind: Kind, until: number, now: number, alone = false): void {
    const of = this.#lane(lane, kind, now);
    of.closedUntil = Math.max(of.closedUntil, until);
    if (alone || this.#over(kind) !== this.#overall) return;
    const account = this.#learning !== undefined || (this.#limited.lane !== lane && this.#limited.until > now);
    if (account) this.#closedUntil = Math.max(this.#closedUntil, until);
    this.#limited = { lane, until };
  }
}
