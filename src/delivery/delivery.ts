/**
 * From the outbox to the platforms.
 *
 * States of a row: waiting (in the database, and as a head in the queue of its lane) -> in hand (one per lane) -> gone
 * (taken by the platform; a row of a broadcast stays as a receipt) or failed for good with its reason. What failed for
 * now goes back to waiting with a later time; its lane waits with it, so order within a chat is kept. A crash anywhere
 * leaves the row waiting: it is sent again under the same id.
 *
 * A lane is a place. Lanes with an answer to a person come before lanes with a chat's own business, and those before
 * broadcasts; within one priority, the lane that has waited longest (turns.ts). Cards stand in them like rows (cards.ts).
 *
 * It is woken by commits alone (`rowsWritten`, `cardsDue`), its own included, and by its own timers.
 */
import type { Adapter } from "../chat/adapter.ts";
import type { OutboxBody } from "../chat/outgoing.ts";
import { cardsAsked } from "../core/dispatch/cards.ts";
import { cardsDue, DueCards } from "../store/cards.ts";
import { Cells } from "../store/cells.ts";
import { Federations } from "../store/federations.ts";
import { Outbox, rowsWritten, type FreshRow, type OutboxHead } from "../store/outbox.ts";
import { CardsToShow } from "./cards.ts";
import { Files } from "./filling.ts";
import { Lines, rowItem } from "./lines.ts";
import { Messages } from "./messages.ts";
import { Notes } from "./noting.ts";
import { problem, type DeliveryParts } from "./parts.ts";

/** Heads read from the database at a time. */
const pageSize = 2_000;
/** Pause before it is looked again for what could not be read, or may have been committed. Milliseconds. */
const lookAgain = 1_000;

export class Delivery {
  readonly #parts: DeliveryParts;
  readonly #notes: Notes;
  readonly #files: Files;
  readonly #lines: Lines;
  readonly #messages: Messages;
  readonly #cards: CardsToShow;
  /** The rows that wait, are in hand, or are not noted yet. */
  readonly #known = new Set<string>();
  #stopping = false;
  #idle: (() => void)[] = [];

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    const rested = (): void => {
      this.#checkIdle();
    };
    this.#notes = new Notes(parts, {
      settled: (rows) => {
        for (const { id } of rows) this.#known.delete(id);
      },
      lost: () => {
        this.#cards.lookAgain();
      },
      rested,
    });
    this.#files = new Files(parts, () => {
      this.#lines.pumpAll();
    });
    this.#lines = new Lines(parts, this.#notes, {
      act: (line, { lane, due }) =>
        due.kind === "card"
          ? this.#cards.show(line, lane, due.card)
          : this.#messages.send(line, { lane, head: due.head }),
      makes: () => this.#files.atWork,
      rested,
      dropped: (items) => {
        for (const item of items) if (item.kind !== "card") this.#known.delete(item.head.id);
        this.#cards.drop(items.flatMap((item) => (item.kind === "card" ? item.card : [])));
      },
    });
    this.#messages = new Messages(parts, this.#lines, this.#notes, this.#files);
    this.#cards = new CardsToShow(parts, this.#lines, this.#notes, this.#files, rested);
    const { database } = parts;
    database.listen(
      rowsWritten,
      (rows) => {
        if (rows === undefined) this.#readLater();
        else this.#take(rows);
      },
      (ids) => {
        if (ids === undefined) this.#readLater();
        else void this.#readAmong(ids);
      },
    );
    database.listen(cardsAsked, (cards) => {
      this.#cards.asked(cards ?? []);
    });
    database.listen(
      cardsDue,
      (moments) => {
        this.#cards.due(moments);
        database.passOn(cardsDue, moments && [String(moments.reduce((least, moment) => Math.min(least, moment)))]);
      },
      (hints) => {
        this.#cards.due(hints?.map(Number));
      },
    );
  }

  /**
   * Takes up what was left waiting for an account when the process last ended. To be called once for each, when it is
   * known which account it is: for some platforms that is only when they have answered.
   */
  async takeUp(adapter: Adapter): Promise<void> {
    const { platform } = adapter.capabilities;
    await this.#lines.recall(adapter);
    await this.#read(adapter);
    await this.#parts.database.transaction(async (tx) => {
      const session = this.#parts.dispatch.sessionIn(tx);
      const cards = new DueCards(session);
      await cards.release(platform, adapter.account);
      // What the bot may do there may have changed while nobody told it.
      for (const { id, federationId } of await cards.withoutRights(platform, adapter.account)) {
        const federation = await new Federations(session).find(federationId);
        if (federation !== undefined) await new Cells(session, federation).tryAgain(id);
      }
    });
  }

  /** An account is another process's from now on: nothing more is begun. What it has in hand ends, as it was claimed. */
  letGo(adapter: Adapter): void {
    this.#lines.drop(adapter);
    this.#checkIdle();
  }

  /** Rows that another process has written. */
  async #readAmong(ids: readonly string[]): Promise<void> {
    const { adapters, holds, log } = this.#parts;
    if (this.#stopping || !adapters.some(holds)) return;
    try {
      const heads = await this.#parts.database.transaction((tx) =>
        new Outbox(this.#parts.dispatch.sessionIn(tx)).waitingAmong(ids),
      );
      if (!this.#stopping) for (const head of heads) this.#enqueue(head);
    } catch (error) {
      problem(log, error, "could not read what another process has written");
      this.#readLater();
    }
  }

  /** Reads what waits for an account, but for what is known already. */
  async #read({ capabilities: { platform }, account }: Adapter): Promise<void> {
    for (let after = ""; !this.#stopping;) {
      const heads = await this.#parts.database.transaction((tx) =>
        new Outbox(this.#parts.dispatch.sessionIn(tx)).waiting(after, pageSize),
      );
      for (const head of heads) if (head.platform === platform && head.account === account) this.#enqueue(head);
      const last = heads.at(-1);
      if (last === undefined || heads.length < pageSize) break;
      after = last.id;
    }
  }

  /** Rows may have been committed of which nobody was told. */
  #readLater(): void {
    const { clock, adapters } = this.#parts;
    clock.after(lookAgain, () => {
      const accounts = adapters.filter((adapter) => adapter.account !== "" && this.#parts.holds(adapter));
      Promise.all(accounts.map((adapter) => this.#read(adapter))).catch((error: unknown) => {
        problem(this.#parts.log, error, "could not read what waits");
        if (!this.#stopping) this.#readLater();
      });
    });
  }

  /** {@link CardsToShow.askAgain} */
  askAgain(adapter: Adapter): Promise<void> {
    return this.#cards.askAgain(adapter);
  }

  /** Rows that a transaction has just committed. */
  #take(rows: readonly FreshRow[]): void {
    if (this.#stopping) return; // they wait for the next start
    const elsewhere: string[] = [];
    for (const row of rows) {
      if (this.#lines.of(row.platform, row.account) === undefined) {
        elsewhere.push(row.id);
        continue;
      }
      this.#messages.keep(row.id, row.body as OutboxBody); // the speaker wrote it
      const { sealedBody: _sealed, body: _body, ...head } = row;
      this.#enqueue(head);
    }
    if (elsewhere.length > 0) this.#parts.database.passOn(rowsWritten, elsewhere);
  }

  /**
   * Sends what stands in no table before all else that waits. It needs no database, and is gone with the process.
   */
  ahead(head: OutboxHead & { readonly unwritten: OutboxBody }): void {
    if (!this.#stopping) this.#enqueue(head);
  }

  #enqueue(head: OutboxHead): void {
    if (this.#known.has(head.id)) return;
    const line = this.#lines.of(head.platform, head.account);
    // The account is not configured any more: the row waits for the day that it is.
    if (line === undefined) return;
    this.#known.add(head.id);
    line.turns.add(head.lane, rowItem(head), this.#parts.clock.now());
    this.#lines.pump(line);
  }

  // Ending

  /** How many rows wait, are in hand, or are not noted yet. */
  get pending(): number {
    return this.#known.size;
  }

  /** Whether nothing waits but what was put off to a later moment. */
  get quiet(): boolean {
    const now = this.#parts.clock.now();
    return this.#cards.quiet && this.#notes.quiet && this.#lines.quiet(now);
  }

  #checkIdle(): void {
    if (this.#idle.length === 0 || !this.quiet) return;
    const waiting = this.#idle;
    this.#idle = [];
    for (const resolve of waiting) resolve();
  }

  /** When it acts next, if nothing happens before: now, if it is at work. Milliseconds since 1970. */
  get wakesAt(): number | undefined {
    if (!this.quiet || this.#notes.soon) return this.#parts.clock.now();
    const moments = [...this.#lines.wakesAt, ...[this.#cards.looksAt].filter((at) => at !== undefined)];
    return moments.length === 0 ? undefined : Math.min(...moments);
  }

  /** Resolves when nothing is left to send now. With budgets this may take its time; what failed waits for the clock. */
  idle(): Promise<void> {
    if (this.quiet) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Begins nothing new, lets what is in hand finish, notes it. What waits stays in the database. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#notes.hurry();
    this.#lines.stop();
    await this.#cards.stop();
    while (this.#lines.inHand > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await this.#notes.end();
  }
}
