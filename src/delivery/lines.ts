/**
 * One line for each account of the bot: what waits for it in its lanes, what it has in hand, and when it sends next. What is
 * sent is other files' business (messages.ts, cards.ts): a line gives it to them once its turn has come.
 */
import { SendError, type Adapter } from "../chat/adapter.ts";
import { kindOfLane } from "../chat/outgoing.ts";
import type { DueCard } from "../store/cards.ts";
import { Facts } from "../store/facts.ts";
import type { OutboxHead } from "../store/outbox.ts";
import { AccountBudget, type Learned, type Outcome } from "./budget.ts";
import type { Notes } from "./noting.ts";
import type { DeliveryParts } from "./parts.ts";
import { Turns, type Due, type Turn } from "./turns.ts";

/** Sends in hand at the same time for one account, and how many of them are kept for answers to people. */
const inHandAtOnce = 64;
const keptForAnswers = 8;

/** What waits in a lane. */
export type Item =
  | (Due & { readonly kind: "row" | "answer" | "delete"; readonly head: OutboxHead })
  | (Due & { readonly kind: "card"; readonly card: DueCard });

export const rowItem = (head: OutboxHead): Item => ({
  kind: kindOfLane(head.lane),
  priority: head.priority,
  dueAt: head.dueAt,
  order: head.id,
  by: head.by,
  head,
});
/** Behind all that was written for its chat until now: ids of rows begin with the time in base 36. */
export const cardItem = (card: DueCard, now: number, yieldsUntil: number | undefined): Item => ({
  kind: "card",
  yieldsUntil,
  priority: 1,
  dueAt: now,
  order: `${now.toString(36).padStart(9, "0")}~`,
  card,
});

/** Under which it is kept what an account has found out about its server. */
const learnedKey = (platform: string, account: string): string => `${platform}:budget:${account}`;

export interface Line {
  readonly adapter: Adapter;
  readonly budget: AccountBudget | undefined;
  readonly turns: Turns<Item>;
  inHand: number;
  /** The account is another process's now: what is in hand ends, and nothing follows. */
  over: boolean;
  wake: { readonly at: number; readonly cancel: () => void } | undefined;
}

/** What a line has others do. */
interface Work {
  /** Sends what has its turn. Gives back the row as it waits again, if it does. */
  readonly act: (line: Line, turn: Turn<Item>) => Promise<OutboxHead | undefined>;
  /** Whether files are being made. */
  readonly makes: () => boolean;
  /** Something that was in hand is so no more. */
  readonly rested: () => void;
  /** This waits here no more: the account is another process's. */
  readonly dropped: (items: readonly Item[]) => void;
}

export class Lines {
  readonly #parts: DeliveryParts;
  readonly #notes: Notes;
  readonly #work: Work;
  readonly #lines = new Map<string, Line>();
  #stopping = false;

  constructor(parts: DeliveryParts, notes: Notes, work: Work) {
    this.#parts = parts;
    this.#notes = notes;
    this.#work = work;
  }

  /** The line of an account; undefined: it is not configured any more, or not yet known. */
  of(platform: string, account: string): Line | undefined {
    const key = `${platform} ${account}`;
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const adapter = this.#parts.adapters.find(
      (one) => one.capabilities.platform === platform && one.account === account,
    );
    if (adapter === undefined || !this.#parts.holds(adapter)) return undefined;
    const budget = this.#parts.unlimited
      ? undefined
      : new AccountBudget(adapter.capabilities.budget, this.#parts.clock.now());
    const line = { adapter, budget, turns: new Turns<Item>(budget), inHand: 0, over: false, wake: undefined };
    this.#lines.set(key, line);
    return line;
  }

  /** The account's budget begins with what an earlier process has found out about its server. */
  async recall({ capabilities: { platform }, account }: Adapter): Promise<void> {
    const kept = await this.#parts.database.transaction((tx) =>
      new Facts(this.#parts.dispatch.sessionIn(tx)).get(learnedKey(platform, account)),
    );
    // An edge: only `ended` writes it.
    if (kept !== undefined) this.of(platform, account)?.budget?.recall(JSON.parse(kept) as Learned);
  }

  /** Nothing is begun for an account any more: it is another process's. What it has in hand ends. */
  drop({ capabilities: { platform }, account }: Adapter): void {
    const key = `${platform} ${account}`;
    const line = this.#lines.get(key);
    if (line === undefined) return;
    this.#lines.delete(key);
    line.over = true;
    line.wake?.cancel();
    line.wake = undefined;
    this.#work.dropped(line.turns.waiting);
  }

  /** Sends whatever may be sent now; sets a timer for the next moment at which something may. */
  pump(line: Line): void {
    if (this.#stopping || line.over) return;
    const { clock } = this.#parts;
    const now = clock.now();
    while (line.inHand < inHandAtOnce) {
      // What waits for the same picture would all be sent in the moment in which it is there.
      const free = !this.#work.makes() && line.inHand < inHandAtOnce - keptForAnswers;
      const turn = line.turns.take(now, free ? 2 : 0);
      if (turn === undefined) break;
      line.inHand++;
      void this.#use(line, turn);
    }
    const at = line.turns.nextAt(now);
    if (line.wake?.at === at) return;
    line.wake?.cancel();
    // Something may go now, but too much is in hand: whatever ends next looks again.
    line.wake = at <= now || at === Number.POSITIVE_INFINITY ? undefined : { at, cancel: this.#ring(line, at - now) };
  }

  /** The same for all lines. */
  pumpAll(): void {
    for (const line of this.#lines.values()) this.pump(line);
  }

  #ring(line: Line, ms: number): () => void {
    return this.#parts.clock.after(ms, () => {
      line.wake = undefined;
      this.pump(line);
    });
  }

  async #use(line: Line, turn: Turn<Item>): Promise<void> {
    const { clock } = this.#parts;
    const { lane } = turn;
    try {
      const again = await this.#work.act(line, turn);
      if (again !== undefined && line.over) this.#work.dropped([rowItem(again)]);
      if (again === undefined || line.over) line.turns.done(lane, clock.now());
      else line.turns.again(lane, rowItem(again), clock.now());
    } finally {
      line.inHand--;
      line.budget?.ended(lane, "failed", clock.now());
      this.pump(line);
      this.#work.rested();
    }
  }

  /** Something was not sent. */
  refused(line: Line, lane: string, error: unknown): void {
    const limited = error instanceof SendError && error.failure === "limited" && !error.alone;
    this.ended(line, lane, limited ? "limited" : "failed", limited ? error.retryAfterMs : undefined);
  }

  /** Tells the budget what became of something, and keeps what it has found out about the server by that. */
  ended(line: Line, lane: string, outcome: Outcome, wait?: number): void {
    const { budget, adapter } = line;
    const before = budget?.learned;
    budget?.ended(lane, outcome, this.#parts.clock.now(), wait);
    const learned = budget?.learned;
    if (learned === undefined || before === undefined) return;
    if (JSON.stringify(learned) === JSON.stringify(before)) return;
    const { platform } = adapter.capabilities;
    this.#notes.add((tx) =>
      new Facts(this.#parts.dispatch.sessionIn(tx)).set(learnedKey(platform, adapter.account), JSON.stringify(learned)),
    );
  }

  /** Whether nothing waits in any line but what was put off to a later moment. */
  quiet(now: number): boolean {
    return [...this.#lines.values()].every(({ turns }) => turns.quiet(now));
  }

  /** The moments for which timers are set, in milliseconds since 1970. */
  get wakesAt(): readonly number[] {
    return [...this.#lines.values()].flatMap(({ wake }) => (wake === undefined ? [] : [wake.at]));
  }

  /** How much is in hand. */
  get inHand(): number {
    return [...this.#lines.values()].reduce((sum, { inHand }) => sum + inHand, 0);
  }

  /** Begins nothing new. */
  stop(): void {
    this.#stopping = true;
    for (const line of this.#lines.values()) {
      line.wake?.cancel();
      line.wake = undefined;
    }
  }
}
