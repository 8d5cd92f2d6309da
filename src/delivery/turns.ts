/**
 * Whose turn it is, for one account: the lanes (places) that have something to send.
 *
 * States of a lane: empty -> timed (its head, or its own budget, has to wait until a moment) -> ready -> in hand (one at a
 * time, so order within it is kept) -> timed, ready, or empty. A lane has the priority of the most urgent thing in it,
 * since that has to wait for what stands before it; among lanes of one priority the one whose head came first goes
 * first. Within a lane everything goes in the order of writing, with four exceptions. An alert goes before all else, in its
 * lane and among all lanes. A broadcast stands behind the rest:
 * with one message a second in a chat, an answer to a person would else wait a second for it. Whoever has caused more
 * than a few things that wait stands behind the others with the next ones. And a live message lets only so many pass that
 * were written before it, as it is let pass by as many: in its lane, and among all lanes. One that moves again sooner than
 * it has to (`yieldsUntil`) lets everything pass, and takes nothing that is kept for answers. Everything costs the logarithm
 * of the number of lanes: ten thousand of them wait during a broadcast.
 */
import type { Priority } from "../store/outbox.ts";
import type { AccountBudget, Kind } from "./budget.ts";
import { Heap } from "./heap.ts";

/** Something to send. */
export interface Due {
  readonly kind: Kind;
  readonly priority: Priority;
  /** Not before; milliseconds since 1970. */
  readonly dueAt: number;
  /** Ascends in the order of writing: what is least goes first in its lane. */
  readonly order: string;
  /** Who caused it, where it answers somebody. */
  readonly by?: string | undefined;
  /** A live message: until then everything else goes first. Milliseconds since 1970. */
  readonly yieldsUntil?: number | undefined;
}

/** So many of what one person caused wait in the order of writing; the next ones let others pass. */
const inOrder = 3;
/** So many may go before a live message that is ready: in its lane, and among all lanes. */
const passInLane = 2;
const passInAll = 3;

interface Waiting<T> {
  readonly due: T;
  /** 0, or how many more than `inOrder` of the same person waited before. */
  readonly rank: number;
}

interface Lane<T> {
  readonly key: string;
  readonly rows: Waiting<T>[];
  readonly cards: Waiting<T>[];
  /** How many of each priority wait or are in hand: of -1, 0, 1, 2. */
  readonly counts: [number, number, number, number];
  /** How many wait of what each person caused. */
  readonly by: Map<string, number>;
  /** How many went since a live message has waited. */
  passed: number;
  inHand: Waiting<T> | undefined;
  /** What that has used up of the budget. */
  taken: { readonly kind: Kind; readonly urgency: Priority; readonly at: number } | undefined;
  /** Raised whenever the lane is placed anew: what stands in a heap under an older one no longer counts. */
  stamp: number;
}

interface Place<T> {
  readonly lane: Lane<T>;
  readonly stamp: number;
  readonly kind: Kind;
  readonly priority: Priority;
  readonly order: string;
  readonly at: number;
  /** That of the live message; 0 where there is none. */
  readonly yieldsUntil: number;
}

/** A turn that was given: to be ended with `done` or `again`. */
export interface Turn<T> {
  readonly lane: string;
  readonly due: T;
  /** That of the lane, which may be more urgent than what is sent. */
  readonly priority: Priority;
}

export class Turns<T extends Due> {
  readonly #budget: AccountBudget | undefined;
  readonly #lanes = new Map<string, Lane<T>>();
  readonly #timed = new Heap<Place<T>>((a, b) => a.at < b.at);
  readonly #ready: Readonly<Record<Kind, Heap<Place<T>>>> = {
    answer: new Heap<Place<T>>(moreUrgent),
    row: new Heap<Place<T>>(moreUrgent),
    card: new Heap<Place<T>>(movesFirst),
    delete: new Heap<Place<T>>(moreUrgent),
  };
  /** How many went since a live message has been ready. */
  #passed = 0;

  constructor(budget: AccountBudget | undefined) {
    this.#budget = budget;
  }

  /** Puts something into its lane: at the end, or before what was written later (after a restart, both come at once). */
  add(key: string, due: T, now: number): void {
    let lane = this.#lanes.get(key);
    if (lane === undefined) {
      lane = {
        key,
        rows: [],
        cards: [],
        counts: [0, 0, 0, 0],
        by: new Map(),
        passed: 0,
        inHand: undefined,
        taken: undefined,
        stamp: 0,
      };
      this.#lanes.set(key, lane);
    }
    const before = priorityOf(lane);
    const waiting: Waiting<T> = { due, rank: rankOf(lane, due) };
    const queue = due.kind === "card" ? lane.cards : lane.rows;
    let at = queue.length;
    for (; at > 0; at--) {
      const previous = queue[at - 1];
      if (previous === undefined || !goesFirst(waiting, previous)) break;
    }
    queue.splice(at, 0, waiting);
    lane.counts[placeOf(due)]++;
    if (at === 0 || priorityOf(lane) < before) this.#place(lane, now);
  }

  /** What of a lane goes next, and when. */
  #next(lane: Lane<T>, now: number): { readonly head: Waiting<T>; readonly at: number } | undefined {
    const at = ({ due }: Waiting<T>): number =>
      Math.max(due.dueAt, this.#budget?.laneReadyAt(lane.key, due.kind, now) ?? now);
    const [row] = lane.rows;
    const [card] = lane.cards;
    if (row === undefined || card === undefined) {
      const head = row ?? card;
      return head === undefined ? undefined : { head, at: at(head) };
    }
    const yields = (card.due.yieldsUntil ?? 0) > now;
    const alert = row.due.priority < 0;
    const cardFirst = !alert && !yields && (card.due.order < row.due.order || lane.passed >= passInLane);
    const [first, second] = cardFirst ? [card, row] : [row, card];
    const [firstAt, secondAt] = [at(first), at(second)];
    return secondAt < firstAt && firstAt > now ? { head: second, at: secondAt } : { head: first, at: firstAt };
  }

  #place(lane: Lane<T>, now: number): void {
    lane.stamp++;
    const next = lane.inHand === undefined ? this.#next(lane, now) : undefined;
    if (next === undefined) return;
    const { order, kind, yieldsUntil = 0 } = next.head.due;
    const place = { lane, stamp: lane.stamp, kind, priority: priorityOf(lane), order, at: next.at, yieldsUntil };
    (next.at <= now ? this.#ready[kind] : this.#timed).push(place);
  }

  /** The next turn, if something may be sent now. What is less urgent than `least` is left where it is. */
  take(now: number, least: Priority = 2): Turn<T> | undefined {
    for (let place = current(this.#timed); place !== undefined && place.at <= now; place = current(this.#timed)) {
      this.#timed.pop();
      this.#place(place.lane, now);
    }
    for (const kind of this.#inOrder(now)) {
      const place = current(this.#ready[kind]);
      if (place === undefined || place.priority > least || this.#readyAt(place, now) > now) continue;
      const head = (kind === "card" ? place.lane.cards : place.lane.rows)[0];
      if (head === undefined) continue;
      this.#ready[kind].pop();
      return this.#give(place, head, now);
    }
    return undefined;
  }

  /** Which kind comes first now: answers and deletions are counted apart, the rest shares what there is. */
  #inOrder(now: number): readonly Kind[] {
    const card = current(this.#ready.card);
    const row = current(this.#ready.row);
    if (card !== undefined && card.yieldsUntil > now) return ["answer", "row", "delete", "card"];
    if (row !== undefined && row.priority < 0) return ["answer", "row", "card", "delete"];
    const cardFirst = card !== undefined && (row === undefined || this.#passed >= passInAll || moreUrgent(card, row));
    return cardFirst ? ["answer", "card", "row", "delete"] : ["answer", "row", "card", "delete"];
  }

  /** A live message whose turn it is has waited for answers long enough: it may take what is kept for them. */
  #urgency({ kind, priority, yieldsUntil }: Place<T>, now: number): Priority {
    if (kind !== "card") return priority;
    if (yieldsUntil > now) return 1;
    return this.#passed >= passInAll ? 0 : priority;
  }

  #readyAt(place: Place<T>, now: number): number {
    const from = (at: number): number =>
      Math.max(at, this.#budget?.readyAt(place.kind, this.#urgency(place, at), now) ?? now);
    return place.yieldsUntil > now ? Math.min(from(now), from(place.yieldsUntil)) : from(now);
  }

  #give(place: Place<T>, head: Waiting<T>, now: number): Turn<T> {
    const { lane, kind, priority } = place;
    const urgency = this.#urgency(place, now);
    this.#budget?.take(lane.key, kind, urgency, now);
    lane.taken = { kind, urgency, at: now };
    if (kind === "card") {
      lane.cards.shift();
      lane.passed = 0;
    } else {
      lane.rows.shift();
      if (lane.cards.length > 0) lane.passed++;
    }
    if (kind === "card") this.#passed = 0;
    else if (kind === "row" && current(this.#ready.card) !== undefined) this.#passed++;
    lane.inHand = head;
    lane.stamp++;
    return { lane: lane.key, due: head.due, priority };
  }

  /** When to ask again, if nothing changes before; infinity if there is no need to. */
  nextAt(now: number): number {
    const ready = (["answer", "row", "card", "delete"] as const).flatMap((kind) => {
      const place = current(this.#ready[kind]);
      return place === undefined ? [] : [this.#readyAt(place, now)];
    });
    return Math.min(current(this.#timed)?.at ?? Number.POSITIVE_INFINITY, ...ready);
  }

  /** What is in hand had nothing to say, and was not sent: what it has used up of the budget is given back. */
  unsent(key: string): void {
    const { taken } = this.#inHand(key).lane;
    if (taken !== undefined) this.#budget?.giveBack(key, taken.kind, taken.urgency, taken.at);
  }

  /** What was in hand is dealt with; the next of the lane may follow. */
  done(key: string, now: number): void {
    const { lane, hand } = this.#inHand(key);
    lane.counts[placeOf(hand.due)]--;
    forget(lane, hand.due);
    lane.inHand = undefined;
    if (lane.rows.length + lane.cards.length === 0) this.#lanes.delete(key);
    else this.#place(lane, now);
  }

  /** What was in hand goes back, changed, and its lane waits with it. */
  again(key: string, due: T, now: number): void {
    const { lane, hand } = this.#inHand(key);
    lane.counts[placeOf(hand.due)]--;
    lane.counts[placeOf(due)]++;
    (due.kind === "card" ? lane.cards : lane.rows).unshift({ due, rank: hand.rank });
    lane.inHand = undefined;
    this.#place(lane, now);
  }

  /** All that waits, and is not in hand. */
  get waiting(): readonly T[] {
    return [...this.#lanes.values()].flatMap(({ rows, cards }) => [...rows, ...cards].map(({ due }) => due));
  }

  /** Whether nothing is in hand, nor anything due by now that only waits for its turn. Looks at every lane. */
  quiet(now: number): boolean {
    const later = (head: Waiting<T> | undefined): boolean => (head?.due.dueAt ?? Number.POSITIVE_INFINITY) > now;
    return [...this.#lanes.values()].every(
      ({ inHand, rows: [row], cards: [card] }) => inHand === undefined && later(row) && later(card),
    );
  }

  #inHand(key: string): { readonly lane: Lane<T>; readonly hand: Waiting<T> } {
    const lane = this.#lanes.get(key);
    if (lane?.inHand === undefined) throw new Error("a turn was ended that was not given");
    return { lane, hand: lane.inHand };
  }
}

function rankOf<T>({ by }: Lane<T>, { by: who }: Due): number {
  if (who === undefined) return 0;
  const before = by.get(who) ?? 0;
  by.set(who, before + 1);
  return Math.max(0, before - inOrder + 1);
}

function forget<T>({ by }: Lane<T>, { by: who }: Due): void {
  if (who === undefined) return;
  const left = (by.get(who) ?? 1) - 1;
  if (left === 0) by.delete(who);
  else by.set(who, left);
}

/**
 * In the order of writing; only an alert goes before the rest, a broadcast that has not had its turn lets pass what a chat
 * says and hears itself, and what one person has caused too much of lets pass what others have.
 */
function goesFirst<T extends Due>(a: Waiting<T>, b: Waiting<T>): boolean {
  const [aAlerts, bAlerts] = [a.due.priority < 0, b.due.priority < 0];
  if (aAlerts !== bAlerts) return aAlerts;
  const [aWaits, bWaits] = [a.due.priority === 2, b.due.priority === 2];
  if (aWaits !== bWaits) return bWaits;
  return a.rank === b.rank ? a.due.order < b.due.order : a.rank < b.rank;
}

const moreUrgent = <T>(a: Place<T>, b: Place<T>): boolean =>
  a.priority < b.priority || (a.priority === b.priority && a.order < b.order);

/** Those that yield stand behind the others, and the one that was shown first before the rest of them. */
const movesFirst = <T>(a: Place<T>, b: Place<T>): boolean =>
  a.priority === b.priority && a.yieldsUntil !== b.yieldsUntil ? a.yieldsUntil < b.yieldsUntil : moreUrgent(a, b);

const priorityOf = <T>({ counts: [alerts, answers, own] }: Lane<T>): Priority =>
  alerts > 0 ? -1 : answers > 0 ? 0 : own > 0 ? 1 : 2;

/** Where something is counted in `counts`. */
const placeOf = ({ priority }: Due): 0 | 1 | 2 | 3 => (priority < 0 ? 0 : priority === 0 ? 1 : priority === 1 ? 2 : 3);

/** The least that still counts. */
function current<T>(heap: Heap<Place<T>>): Place<T> | undefined {
  for (let place = heap.peek(); place !== undefined; place = heap.peek()) {
    if (place.stamp === place.lane.stamp) return place;
    heap.pop();
  }
  return undefined;
}
