/**
 * What became of things is written down: what was sent, together with what is sent within a moment. Whatever is to be said
 * because of it goes to the outbox in the same transaction.
 */
import { isConflict, type Tx } from "../store/database.ts";
import { Outbox, type FreshRow, type OutboxHead, type OutboxResult } from "../store/outbox.ts";
import { problem, type DeliveryParts } from "./parts.ts";

/**
 * What was sent is noted together with what is sent within so many milliseconds, or with so many others: a commit of its
 * own for each would cost as much as the command that it answers. Whoever dies in between sends these again.
 */
const notedWithin = 20;
const notedAtOnce = 200;

/** What is to be written down of something that was sent. */
interface Note {
  /** The id of the card that it is about; empty where it is about none. */
  readonly card: string;
  /** Gives back what is to be said because of it. */
  readonly work: (tx: Tx) => Promise<readonly FreshRow[] | void>;
}

/** Who has to know how writing down goes. */
interface Listener {
  /** These rows are settled in the database. */
  readonly settled: (rows: readonly OutboxHead[]) => void;
  /** Something could not be written down. If it was about a card, that is claimed still. */
  readonly lost: () => void;
  /** Nothing is being written down any more. */
  readonly rested: () => void;
}

export class Notes {
  readonly #parts: DeliveryParts;
  readonly #on: Listener;
  #results: OutboxResult[] = [];
  /** What else is to be written down, together with the results. */
  #notes: Note[] = [];
  #noteTimer: (() => void) | undefined;
  #noting: Promise<void> | undefined;
  #stopping = false;

  constructor(parts: DeliveryParts, on: Listener) {
    this.#parts = parts;
    this.#on = on;
  }

  /** Whether nothing waits to be written down. */
  get quiet(): boolean {
    return this.#noting === undefined && this.#notes.length === 0 && this.#results.length === 0;
  }

  /** Whether it writes within a moment, by a timer of its own. */
  get soon(): boolean {
    return this.#noteTimer !== undefined;
  }

  /** A row is done with: it was sent, or it was given up, with its reason. */
  done(row: OutboxHead, failed: string | undefined): void {
    this.#results.push(failed === undefined ? { row } : { row, failed });
    this.#noteSoon();
  }

  /** @param card the id of the card that it is about */
  add(work: Note["work"], card = ""): void {
    this.#notes.push({ card, work });
    this.#noteSoon();
  }

  /** Notes after a short while, or at once where much waits or nothing else is going to happen. */
  #noteSoon(): void {
    const { clock, unlimited } = this.#parts;
    if (this.#noting !== undefined) return;
    if (unlimited || this.#stopping || this.#results.length + this.#notes.length >= notedAtOnce) this.#noteNow();
    else
      this.#noteTimer ??= clock.after(notedWithin, () => {
        this.#noteNow();
      });
  }

  /** Notes in one transaction what became of things since the last time. */
  #noteNow(): void {
    this.#noteTimer?.();
    this.#noteTimer = undefined;
    this.#noting ??= (async () => {
      await new Promise((resolve) => setImmediate(resolve));
      while (this.#results.length > 0 || this.#notes.length > 0) {
        const results = this.#results;
        // In the order in which whoever changes what several cards show locks them, so that neither waits for the other.
        const notes = this.#notes.toSorted((one, other) =>
          one.card < other.card ? -1 : one.card > other.card ? 1 : 0,
        );
        this.#results = [];
        this.#notes = [];
        try {
          await this.#parts.database.transaction(async (tx) => {
            const outbox = new Outbox(this.#parts.dispatch.sessionIn(tx));
            if (results.length > 0) await outbox.settle(results);
            const rows: FreshRow[] = [];
            for (const { work } of notes) rows.push(...(await this.#apart(tx, work)));
            if (rows.length > 0) await outbox.write(rows);
          });
          // Not before: the database would give it as waiting once more.
          this.#on.settled(results.map(({ row }) => row));
        } catch (error) {
          problem(this.#parts.log, error, "could not note what was sent");
          this.#results.unshift(...results);
          this.#notes.unshift(...notes);
          if (this.#stopping) break;
          await new Promise<void>((resolve) => this.#parts.clock.after(1_000, resolve));
        }
      }
    })().finally(() => {
      this.#noting = undefined;
      if ((this.#results.length > 0 || this.#notes.length > 0) && !this.#stopping) this.#noteSoon();
      this.#on.rested();
    });
  }

  /** One that cannot be written down must not keep the others from it. A conflict is no such thing: all is done again. */
  async #apart(tx: Tx, work: Note["work"]): Promise<readonly FreshRow[]> {
    try {
      return (await tx.savepoint(() => work(tx))) ?? [];
    } catch (error) {
      if (isConflict(error)) throw error;
      problem(this.#parts.log, error, "could not note what came of a message");
      this.#on.lost();
      return [];
    }
  }

  /** What comes from now on is written down at once. */
  hurry(): void {
    this.#stopping = true;
  }

  /** Writes down what is left. */
  async end(): Promise<void> {
    if (this.#results.length > 0 || this.#notes.length > 0) this.#noteNow();
    await this.#noting;
  }
}
