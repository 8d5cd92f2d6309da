/**
 * Whose turn it is, for one account: the lanes (places) that have something to send.
 *
 * States of a lane: empty -> timed (its head, or its own budget, has to wait until a moment) -> ready -> in hand (one at a
 * time, so order within it is kept) -> timed, ready, or empty. A lane has the priority of the most urgent thing in it,
 * since that has to wait for what stands before it; among lanes of one priority the one whose head came first goes
 * first. Within a lane everything goes in the order of writing, except that a broadcast stands behind the rest: with one
 * message a second in a chat, an answer to a person would else wait a second for it. Everything costs the logarithm of the number of lanes: ten thousand of them wait during a broadcast.
 */
import type { Priority } from "../store/outbox.ts";
import type { AccountBudget } from "./budget.ts";
import { Heap } from "./heap.ts";

/** Something to send. */
export interface Due {
  readonly priority: Priority;
  /** Not before; milliseconds since 1970. */
  readonly dueAt: number;
  /** Ascends in the order of writing: what is least goes first in its lane. */
  readonly order: string;
}

interface Lane<T> {
  readonly key: string;
  readonly queue: T[];
  /** How many of each priority are in the queue. */
  readonly counts: [number, number, number];
  inHand: boolean;
  /** Raised whenever the lane is placed anew: what stands in a heap under an older one no longer counts. */
  stamp: number;
}

interface Place<T> {
  readonly lane: Lane<T>;
  readonly stamp: number;
  readonly priority: Priority;
  readonly order: string;
  readonly at: number;
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
  readonly #ready = new Heap<Place<T>>(
    (a, b) => a.priority < b.priority || (a.priority === b.priority && a.order < b.order),
  );

  constructor(budget: AccountBudget | undefined) {
    this.#budget = budget;
  }

  /** Puts something into its lane: at the end, or before what was written later (after a restart, both come at once). */
  add(key: string, due: T, now: number): void {
    let lane = this.#lanes.get(key);
    if (lane === undefined) {
      lane = { key, queue: [], counts: [0, 0, 0], inHand: false, stamp: 0 };
      this.#lanes.set(key, lane);
    }
    const before = priorityOf(lane);
    const { queue } = lane;
    let at = queue.length;
    for (; at > (lane.inHand ? 1 : 0); at--) {
      const before = queue[at - 1];
      if (before === undefined || !goesFirst(due, before)) break;
    }
    queue.splice(at, 0, due);
    lane.counts[due.priority]++;
    if (at === 0 || priorityOf(lane) < before) this.#place(lane, now);
  }

  #place(lane: Lane<T>, now: number): void {
    lane.stamp++;
    const [head] = lane.queue;
    if (lane.inHand || head === undefined) return;
    const at = Math.max(head.dueAt, this.#budget?.laneReadyAt(lane.key, now) ?? now);
    const place = { lane, stamp: lane.stamp, priority: priorityOf(lane), order: head.order, at };
    (at <= now ? this.#ready : this.#timed).push(place);
  }

  /** The next turn, if something may be sent now. What is less urgent than `least` is left where it is. */
  take(now: number, least: Priority = 2): Turn<T> | undefined {
    for (let place = current(this.#timed); place !== undefined && place.at <= now; place = current(this.#timed)) {
      this.#timed.pop();
      this.#place(place.lane, now);
    }
    const place = current(this.#ready);
    const head = place?.lane.queue[0];
    if (place === undefined || head === undefined || place.priority > least) return undefined;
    if ((this.#budget?.readyAt(now, place.priority) ?? now) > now) return undefined;
    const { lane, priority } = place;
    this.#ready.pop();
    lane.inHand = true;
    lane.stamp++;
    this.#budget?.take(lane.key, now, priority);
    return { lane: lane.key, due: head, priority };
  }

  /** When to ask again, if nothing changes before; infinity if there is no need to. */
  nextAt(now: number): number {
    const timed = current(this.#timed)?.at ?? Number.POSITIVE_INFINITY;
    const ready = current(this.#ready);
    if (ready === undefined) return timed;
    return Math.min(timed, this.#budget?.readyAt(now, ready.priority) ?? now);
  }

  /** What was in hand is dealt with; the next of the lane may follow. */
  done(key: string, now: number): void {
    const lane = this.#inHand(key);
    const head = lane.queue.shift();
    if (head !== undefined) lane.counts[head.priority]--;
    lane.inHand = false;
    if (lane.queue.length === 0) this.#lanes.delete(key);
    else this.#place(lane, now);
  }

  /** What was in hand goes back, changed, and its lane waits with it. */
  again(key: string, due: T, now: number): void {
    const lane = this.#inHand(key);
    const [head] = lane.queue;
    if (head !== undefined) {
      lane.counts[head.priority]--;
      lane.counts[due.priority]++;
      lane.queue[0] = due;
    }
    lane.inHand = false;
    this.#place(lane, now);
  }

  /** Whether nothing is in hand, nor anything due by now that only waits for its turn. Looks at every lane. */
  quiet(now: number): boolean {
    return [...this.#lanes.values()].every(({ inHand, queue: [head] }) => !inHand && (head?.dueAt ?? now) > now);
  }

  #inHand(key: string): Lane<T> {
    const lane = this.#lanes.get(key);
    if (lane?.inHand !== true) throw new Error("a turn was ended that was not given");
    return lane;
  }
}

/** In the order of writing; only a broadcast that has not had its turn lets pass what a chat says and hears itself. */
function goesFirst(a: Due, b: Due): boolean {
  const [aWaits, bWaits] = [a.priority === 2, b.priority === 2];
  return aWaits === bWaits ? a.order < b.order : bWaits;
}

const priorityOf = <T>({ counts }: Lane<T>): Priority => (counts[0] > 0 ? 0 : counts[1] > 0 ? 1 : 2);

/** The least that still counts. */
function current<T>(heap: Heap<Place<T>>): Place<T> | undefined {
  for (let place = heap.peek(); place !== undefined; place = heap.peek()) {
    if (place.stamp === place.lane.stamp) return place;
    heap.pop();
  }
  return undefined;
}
