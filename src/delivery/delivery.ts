/**
 * From the outbox to the platforms.
 *
 * States of a row: waiting (in the database, and as a head in the queue of its lane) -> in hand (one per lane) -> gone
 * (taken by the platform; a row of a broadcast stays as a receipt) or failed for good with its reason. What failed for
 * now goes back to waiting with a later time; its lane waits with it, so order within a chat is kept. A crash anywhere
 * leaves the row waiting: it is sent again under the same id.
 *
 * A lane is a place. Lanes with an answer to a person come before lanes with a chat's own business, and those before
 * broadcasts; within one priority, the lane that has waited longest (turns.ts).
 *
 * A card stands in the lane of its chat like a row, and is written only when its turn has come: the latest state wins.
 * States: due in the database -> claimed for a while and in its lane -> shown, or put off after a failure.
 *
 * It is woken by commits alone (`rowsWritten`, `cardsDue`), its own included, and by its own timers.
 */
import { type Adapter, type Outgoing, type Sent, SendError } from "../chat/adapter.ts";
import type { Clock } from "../core/clock.ts";
import { cardsAsked, type AskedCard } from "../core/dispatch/cards.ts";
import type { Dispatch } from "../core/dispatch/queue.ts";
import type { Log } from "../core/log.ts";
import { inside } from "../core/inside.ts";
import { kindOfLane, type AskedBy, type OutboxBody } from "../chat/outgoing.ts";
import { reasonOf } from "../core/receipts.ts";
import type { Block, FileData, Message, Rendered, RenderedBlock } from "../chat/message.ts";
import { phrase, time } from "../chat/phrase.ts";
import type { CardView, Command } from "../core/command.ts";
import { nextYear } from "../domain/time.ts";
import { Buttons } from "../store/buttons.ts";
import { noteAsked } from "../core/questions.ts";
import { cardsDue, DueCards, type DueCard } from "../store/cards.ts";
import { Cells } from "../store/cells.ts";
import { isConflict, type Database, type Tx } from "../store/database.ts";
import { Facts } from "../store/facts.ts";
import { Federations, type FederationRecord } from "../store/federations.ts";
import { Outbox, rowsWritten, type OutboxHead, type OutboxResult, type FreshRow } from "../store/outbox.ts";
import type { Keyring, Sealer } from "../store/sealing.ts";
import { findChats, noteDirect } from "../store/whereabouts.ts";
import { AccountBudget, type Learned, type Outcome } from "./budget.ts";
import { Turns, type Due, type Turn } from "./turns.ts";

export interface DeliveryParts {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly adapters: readonly Adapter[];
  readonly commands: readonly Command[];
  readonly dispatch: Dispatch;
  readonly log: Log;
  /** Makes the files that are kept as data until they are sent (src/chat/drawing.ts). */
  readonly fill: (file: FileData) => Promise<FileData>;
  /** Rehearsals: no budgets and no pauses between edits, looks and notes. What failed waits all the same. */
  readonly unlimited: boolean;
  /** Counts a send, or a refusal with its reason, for the metrics. */
  readonly counted?: (platform: string, outcome: string) => void;
}

/** Attempts after network errors before a row is given up: with the pauses below, about six hours. */
const mostAttempts = 14;
/** Pause after the first failure; doubles up to half an hour. Milliseconds. */
const firstPause = 2_000;
const longestPause = 30 * 60 * 1000;
/** Sends in hand at the same time for one account, and how many of them are kept for answers to people. */
const inHandAtOnce = 64;
const keptForAnswers = 8;
/** Heads read from the database at a time. */
const pageSize = 2_000;
/** Bodies of rows just written that are kept in memory, so that they need not be read again. */
const bodiesKept = 2_000;
/** Cards taken up in one look, and the shortest time between two looks (milliseconds): after every commit is too often. */
const cardsAtOnce = 100;
const looksApart = 200;
/** Pause before it is looked again for what could not be read, or may have been committed. Milliseconds. */
const lookAgain = 1_000;
/** How long before the end of a process people had before their eyes what changed or was spoken of. Milliseconds. */
const beforeTheirEyes = 60 * 60 * 1000;
/** For how long a card asks those who pressed then to press once more; afterwards at its next change no longer. */
const asksAgainFor = 2 * 60 * 1000;
/** Cards of which is kept who asked for them. */
const askersKept = 1_000;
/** Of so many cards it is kept what they are made of. */
const partsKept = 10_000;
/** Cards of which is kept until when they yield to everything else: those that moved last. */
const yieldingKept = 10_000;
/** A card is claimed for so long (milliseconds): if this process dies, it is due again then. */
const claimedFor = 60_000;
/**
 * What was sent is noted together with what is sent within so many milliseconds, or with so many others: a commit of its
 * own for each would cost as much as the command that it answers. Whoever dies in between sends these again.
 */
const notedWithin = 20;
const notedAtOnce = 200;

/** What waits in a lane. */
type Item =
  | (Due & { readonly kind: "row" | "answer" | "delete"; readonly head: OutboxHead })
  | (Due & { readonly kind: "card"; readonly card: DueCard });

const cardKey = ({ chatId, kind, subjectId }: Pick<DueCard, "chatId" | "kind" | "subjectId">): string =>
  [chatId, kind, subjectId].join(" ");

const rowItem = (head: OutboxHead): Item => ({
  kind: kindOfLane(head.lane),
  priority: head.priority,
  dueAt: head.dueAt,
  order: head.id,
  by: head.by,
  head,
});
/** Behind all that was written for its chat until now: ids of rows begin with the time in base 36. */
const cardItem = (card: DueCard, now: number, yieldsUntil: number | undefined): Item => ({
  kind: "card",
  yieldsUntil,
  priority: 1,
  dueAt: now,
  order: `${now.toString(36).padStart(9, "0")}~`,
  card,
});

/** Under which it is kept what an account has found out about its server. */
const learnedKey = (platform: string, account: string): string => `${platform}:budget:${account}`;

/** What is to be written down of something that was sent. */
interface Note {
  /** The id of the card that it is about; empty where it is about none. */
  readonly card: string;
  /** Gives back what is to be said because of it. */
  readonly work: (tx: Tx) => Promise<readonly FreshRow[] | void>;
}

interface Line {
  readonly adapter: Adapter;
  readonly budget: AccountBudget | undefined;
  readonly turns: Turns<Item>;
  inHand: number;
  wake: { readonly at: number; readonly cancel: () => void } | undefined;
}

/** A row whose turn it is. */
interface Row {
  readonly lane: string;
  readonly head: OutboxHead;
}

export class Delivery {
  readonly #parts: DeliveryParts;
  readonly #lines = new Map<string, Line>();
  readonly #bodies = new Map<string, OutboxBody>();
  readonly #known = new Set<string>();
  /** Rows whose interaction the platform no longer takes. */
  readonly #overdue = new Set<string>();
  #results: OutboxResult[] = [];
  /** What else is to be written down, together with the results. */
  #notes: Note[] = [];
  #noteTimer: (() => void) | undefined;
  #noting: Promise<void> | undefined;
  #looking: Promise<void> | undefined;
  #lookWanted = false;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #lookTimer: { readonly at: number; readonly cancel: () => void } | undefined;
  readonly #cardsInHand = new Set<string>();
  /** What the cards that were written last are made of, as this process has noted it. */
  readonly #partsOf = new Map<string, string>();
  /** Cards that ask those who pressed to press once more: since when the bot is back, and whether they stand there anew. */
  readonly #again = new Map<string, { readonly until: number; readonly posted: boolean }>();
  /** Who asked for which card, until it is shown. A crash forgets them: who sees nothing asks again. */
  readonly #askers = new Map<string, readonly AskedBy[]>();
  /** Until when a card that was shown yields to everything else. Known by this process alone. */
  readonly #yielding = new Map<string, number>();
  /** Files that are being made. */
  #making = 0;
  #stopping = false;
  #pending = 0;
  #idle: (() => void)[] = [];

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    const { database, clock } = parts;
    database.listen(rowsWritten, (rows) => {
      if (rows === undefined) this.#readLater();
      else this.#take(rows);
    });
    database.listen(cardsAsked, (cards) => {
      this.#asked(cards ?? []);
    });
    database.listen(cardsDue, (moments) => {
      const at = moments?.reduce((least, moment) => Math.min(least, moment)) ?? clock.now();
      if (at <= clock.now()) this.#cards();
      else this.#lookAt(at);
    });
  }

  #line(platform: string, account: string): Line | undefined {
    const key = `${platform} ${account}`;
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const adapter = this.#parts.adapters.find(
      (one) => one.capabilities.platform === platform && one.account === account,
    );
    if (adapter === undefined) return undefined;
    const budget = this.#parts.unlimited
      ? undefined
      : new AccountBudget(adapter.capabilities.budget, this.#parts.clock.now());
    const line = { adapter, budget, turns: new Turns<Item>(budget), inHand: 0, wake: undefined };
    this.#lines.set(key, line);
    return line;
  }

  /**
   * Takes up what was left waiting for an account when the process last ended. To be called once for each, when it is
   * known which account it is: for some platforms that is only when they have answered.
   */
  async takeUp(adapter: Adapter): Promise<void> {
    const { platform } = adapter.capabilities;
    const kept = await this.#parts.database.transaction((tx) =>
      new Facts(this.#session(tx)).get(learnedKey(platform, adapter.account)),
    );
    // An edge: only `#ended` writes it.
    if (kept !== undefined) this.#line(platform, adapter.account)?.budget?.recall(JSON.parse(kept) as Learned);
    await this.#read(adapter);
    await this.#parts.database.transaction(async (tx) => {
      const session = this.#session(tx);
      const cards = new DueCards(session);
      await cards.release(platform, adapter.account);
      // What the bot may do there may have changed while nobody told it.
      for (const { id, federationId } of await cards.withoutRights(platform, adapter.account)) {
        const federation = await new Federations(session).find(federationId);
        if (federation !== undefined) await new Cells(session, federation).tryAgain(id);
      }
    });
  }

  /** Reads what waits for an account, but for what is known already. */
  async #read({ capabilities: { platform }, account }: Adapter): Promise<void> {
    for (let after = ""; !this.#stopping;) {
      const heads = await this.#parts.database.transaction((tx) =>
        new Outbox(this.#session(tx)).waiting(after, pageSize),
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
      const accounts = adapters.filter(({ account }) => account !== "");
      Promise.all(accounts.map((adapter) => this.#read(adapter))).catch((error: unknown) => {
        this.#problem(error, "could not read what waits");
        if (!this.#stopping) this.#readLater();
      });
    });
  }

  #session(tx: Tx) {
    return this.#parts.dispatch.sessionIn(tx);
  }

  /**
   * The process before this one did not end as it should, and the platform does not deliver again what came then: cards
   * that people had before their eyes are posted anew and ask those who pressed to press once more.
   */
  async askAgain({ capabilities: { platform }, account }: Adapter): Promise<void> {
    const until = this.#parts.clock.now();
    const ids = await this.#parts.database.transaction((tx) =>
      new DueCards(this.#session(tx)).recent(platform, account, beforeTheirEyes),
    );
    for (const id of ids) this.#again.set(id, { until, posted: false });
  }

  /** Rows that a transaction has just committed. */
  #take(rows: readonly FreshRow[]): void {
    if (this.#stopping) return; // they wait for the next start
    for (const row of rows) {
      if (this.#bodies.size < bodiesKept) this.#bodies.set(row.id, row.body as OutboxBody); // the speaker wrote it
      const { sealedBody: _sealed, body: _body, ...head } = row;
      this.#enqueue(head);
    }
  }

  /** Cards that somebody asked for: they are told if one cannot be shown for want of a right. */
  #asked(cards: readonly AskedCard[]): void {
    for (const { chatId, kind, subject, by } of cards) {
      const key = cardKey({ chatId, kind, subjectId: subject });
      const others = this.#askers.get(key) ?? [];
      this.#askers.set(key, [...others.filter(({ user }) => user !== by.user), by]);
    }
    while (this.#askers.size > askersKept) this.#askers.delete(this.#askers.keys().next().value ?? "");
  }

  #enqueue(head: OutboxHead): void {
    if (this.#known.has(head.id)) return;
    const line = this.#line(head.platform, head.account);
    // The account is not configured any more: the row waits for the day that it is.
    if (line === undefined) return;
    this.#known.add(head.id);
    this.#pending++;
    line.turns.add(head.lane, rowItem(head), this.#parts.clock.now());
    this.#pump(line);
  }

  /** Sends whatever may be sent now; sets a timer for the next moment at which something may. */
  #pump(line: Line): void {
    if (this.#stopping) return;
    const { clock } = this.#parts;
    const now = clock.now();
    while (line.inHand < inHandAtOnce) {
      // What waits for the same picture would all be sent in the moment in which it is there.
      const free = this.#making === 0 && line.inHand < inHandAtOnce - keptForAnswers;
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

  #ring(line: Line, ms: number): () => void {
    return this.#parts.clock.after(ms, () => {
      line.wake = undefined;
      this.#pump(line);
    });
  }

  async #use(line: Line, { lane, due }: Turn<Item>): Promise<void> {
    const { clock } = this.#parts;
    try {
      const again =
        due.kind === "card"
          ? await this.#showCard(line, lane, due.card)
          : await this.#send(line, { lane, head: due.head });
      if (again === undefined) line.turns.done(lane, clock.now());
      else line.turns.again(lane, rowItem(again), clock.now());
    } finally {
      line.inHand--;
      line.budget?.ended(lane, "failed", clock.now());
      this.#pump(line);
      this.#checkIdle();
    }
  }

  /** Something was not sent. */
  #refused(line: Line, lane: string, error: unknown): void {
    const limited = error instanceof SendError && error.failure === "limited" && !error.alone;
    this.#ended(line, lane, limited ? "limited" : "failed", limited ? error.retryAfterMs : undefined);
  }

  /** Tells the budget what became of something, and keeps what it has found out about the server by that. */
  #ended(line: Line, lane: string, outcome: Outcome, wait?: number): void {
    const { budget, adapter } = line;
    const before = budget?.learned;
    budget?.ended(lane, outcome, this.#parts.clock.now(), wait);
    const learned = budget?.learned;
    if (learned === undefined || before === undefined) return;
    if (JSON.stringify(learned) === JSON.stringify(before)) return;
    const { platform } = adapter.capabilities;
    this.#note((tx) =>
      new Facts(this.#session(tx)).set(learnedKey(platform, adapter.account), JSON.stringify(learned)),
    );
  }

  #sealer(federation: FederationRecord | undefined): Sealer {
    return federation?.sealer ?? this.#parts.keyring.system;
  }

  async #body(head: OutboxHead): Promise<OutboxBody | undefined> {
    const kept = this.#bodies.get(head.id);
    this.#bodies.delete(head.id);
    if (kept !== undefined) return kept;
    return this.#parts.database.transaction(async (tx) => {
      const session = this.#session(tx);
      const sealed = await new Outbox(session).body(head.id);
      if (sealed === undefined || sealed === "") return undefined;
      const federation =
        head.federationId === undefined ? undefined : await new Federations(session).find(head.federationId);
      if (head.federationId !== undefined && federation === undefined) return undefined;
      return JSON.parse(this.#sealer(federation).open(sealed, "Outbox.sealedBody")) as OutboxBody;
    });
  }

  /** Sends a row. Gives back the row as it waits again, if it does. */
  async #send(line: Line, row: Row): Promise<OutboxHead | undefined> {
    const { head } = row;
    const { clock, log } = this.#parts;
    try {
      const body = await this.#body(head);
      const outgoing = body === undefined ? undefined : this.#still(head, body);
      if (body === undefined || outgoing === undefined) {
        this.#done(head, undefined);
        return undefined;
      }
      try {
        const filled = await this.#filled(outgoing);
        const sent = await inside(line.adapter, () => line.adapter.send(filled));
        this.#parts.counted?.(head.platform, "sent");
        this.#ended(line, row.lane, "taken");
        this.#after(head, body, outgoing, sent);
        this.#done(head, undefined);
        return undefined;
      } catch (error) {
        return this.#failed(line, row, body, outgoing, error);
      }
    } catch (error) {
      // The database is not to be had: the row waits there, and here.
      log.error({ error: error instanceof Error ? error.name : typeof error }, "could not prepare a message");
      return { ...head, dueAt: clock.now() + firstPause };
    }
  }

  /** What to send now: an interaction's token that has ended is replaced by another way, or by nothing. */
  #still(head: OutboxHead, { outgoing, interaction }: OutboxBody): Outgoing | undefined {
    const alive = interaction === undefined || interaction.expiresAt > this.#parts.clock.now();
    if (alive && !this.#overdue.has(head.id)) return outgoing;
    if (interaction === undefined) return undefined;
    return interaction.instead === undefined ? undefined : { ...interaction.instead, id: outgoing.id };
  }

  /** With its files made. A picture that cannot be is left out, and what it shows is said instead: the message counts. */
  async #filled(outgoing: Outgoing): Promise<Outgoing> {
    if (!("message" in outgoing) || !outgoing.message.blocks.some(isMadeLater)) return outgoing;
    const fill = (file: FileData): Promise<FileData> => this.#make(file);
    const blocks: RenderedBlock[] = [];
    for (const block of outgoing.message.blocks) {
      if (!isMadeLater(block)) blocks.push(block);
      else if (block.type === "file") blocks.push({ ...block, file: await fill(block.file) });
      else {
        try {
          blocks.push({ ...block, file: await fill(block.file) });
        } catch (error) {
          this.#problem(error, "could not draw a picture");
          const { alt, said = false } = block;
          if (!said) blocks.push({ type: "paragraph", content: [{ type: "text", text: alt }] });
        }
      }
    }
    return { ...outgoing, message: { ...outgoing.message, blocks } };
  }

  async #make(file: FileData): Promise<FileData> {
    this.#making++;
    try {
      return await this.#parts.fill(file);
    } finally {
      this.#making--;
      if (this.#making === 0) for (const line of this.#lines.values()) this.#pump(line);
    }
  }

  /** What is to be remembered of a message that was sent. */
  #after(head: OutboxHead, body: OutboxBody, outgoing: Outgoing, sent: Sent): void {
    const marks = "message" in outgoing ? reactionsOf(outgoing.message) : undefined;
    const { place } = body;
    const { messageId } = sent;
    if (marks !== undefined && messageId !== undefined && place !== undefined) {
      this.#note((tx) => new Buttons(this.#session(tx)).offer(`${place}:${messageId}`, marks));
    }
    const asked = "message" in outgoing ? outgoing.message.question : undefined;
    if (asked !== undefined && messageId !== undefined && place !== undefined) {
      this.#note((tx) => noteAsked(this.#session(tx), place, messageId, asked));
    }
    if (outgoing.type === "direct" && outgoing.direct === undefined && sent.direct !== undefined) {
      const { direct } = sent;
      const { identityId, federationId } = head;
      if (identityId === undefined || federationId === undefined) return;
      this.#note(async (tx) => {
        const session = this.#session(tx);
        const federation = await new Federations(session).find(federationId);
        if (federation !== undefined) await noteDirect(session, federation, { identity: identityId }, direct);
      });
    }
  }

  #done(head: OutboxHead, failed: string | undefined): void {
    this.#overdue.delete(head.id);
    this.#results.push(failed === undefined ? { row: head } : { row: head, failed });
    this.#noteSoon();
  }

  /** Gives back the row as it waits again; undefined if it was given up. */
  #failed(line: Line, row: Row, body: OutboxBody, outgoing: Outgoing, error: unknown): OutboxHead | undefined {
    const { lane, head } = row;
    const { clock, log } = this.#parts;
    const now = clock.now();
    const failure = error instanceof SendError ? error.failure : "unreachable";
    this.#parts.counted?.(head.platform, failure);
    this.#refused(line, lane, error);
    if (!(error instanceof SendError)) {
      log.error(
        { platform: head.platform, error: error instanceof Error ? error.name : typeof error },
        "sending broke",
      );
    }
    switch (failure) {
      case "limited": {
        const until = now + Math.max(500, (error instanceof SendError ? error.retryAfterMs : undefined) ?? 5_000);
        line.budget?.close(lane, kindOfLane(lane), until, now, error instanceof SendError && error.alone);
        return { ...head, dueAt: until };
      }
      case "unreachable": {
        const attempts = head.attempts + 1;
        if (attempts >= mostAttempts) {
          this.#giveUp(head, body, outgoing, "unreachable");
          return undefined;
        }
        const dueAt = now + Math.min(longestPause, firstPause * 2 ** head.attempts);
        this.#note((tx) => new Outbox(this.#session(tx)).putOff(head.id, attempts, dueAt, "unreachable"));
        return { ...head, attempts, dueAt };
      }
      case "too-old": {
        const instead = body.interaction?.instead;
        if (instead === undefined || outgoing.type === instead.type) {
          this.#giveUp(head, body, outgoing, failure);
          return undefined;
        }
        // Its token is of no use: what was to be said goes the other way at once, as if the token had ended.
        this.#bodies.delete(head.id);
        this.#overdue.add(head.id);
        return { ...head, dueAt: now };
      }
      default:
        this.#giveUp(head, body, outgoing, failure, error instanceof SendError ? error.detail : undefined);
        return undefined;
    }
  }

  /** Never again: noted with its reason, and for the chat or the person as well. */
  #giveUp(
    head: OutboxHead,
    { otherwise, askedBy, held }: OutboxBody,
    outgoing: Outgoing,
    failure: string,
    detail?: string,
  ): void {
    const reason = reasonOf(failure, detail);
    this.#done(head, reason);
    const { federationId, chatId, platform } = head;
    if (askedBy !== undefined && failure === "no-rights" && outgoing.type === "message") {
      const at = { platform, account: head.account, chat: outgoing.chat };
      this.#note(async (tx) => {
        const session = this.#session(tx);
        const federation = federationId === undefined ? undefined : await new Federations(session).find(federationId);
        return this.#parts.dispatch.unasked.sayLacking(session, federation, at, reason, askedBy);
      });
    }
    if (askedBy !== undefined && held !== undefined && (failure === "blocked" || failure === "too-old")) {
      this.#note(async (tx) => {
        const session = this.#session(tx);
        const federation = federationId === undefined ? undefined : await new Federations(session).find(federationId);
        const at = { platform, account: head.account, chatId };
        return this.#parts.dispatch.unasked.sayHeld(session, federation, at, held, askedBy);
      });
    }
    if (federationId === undefined) return;
    if (chatId !== undefined && (failure === "removed" || failure === "no-rights")) {
      this.#note(async (tx) => {
        const session = this.#session(tx);
        const federation = await new Federations(session).find(federationId);
        if (federation !== undefined) await new Cells(session, federation).setState(chatId, failure);
      });
    }
    if (outgoing.type === "direct" && failure === "blocked") {
      const user = outgoing.to;
      this.#note(async (tx) => {
        const session = this.#session(tx);
        const federation = await new Federations(session).find(federationId);
        if (federation === undefined) return [];
        await noteDirect(session, federation, { platform, user }, undefined);
        return otherwise === undefined
          ? []
          : await this.#parts.dispatch.unasked.sayOtherwise(session, federation, otherwise);
      });
    }
  }

  // Noting what became of things

  /** @param card the id of the card that it is about */
  #note(work: Note["work"], card = ""): void {
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
            const outbox = new Outbox(this.#session(tx));
            if (results.length > 0) await outbox.settle(results);
            const rows: FreshRow[] = [];
            for (const { work } of notes) rows.push(...(await this.#apart(tx, work)));
            if (rows.length > 0) await outbox.write(rows);
          });
          // Not before: the database would give it as waiting once more.
          for (const { row } of results) this.#known.delete(row.id);
          this.#pending -= results.length;
        } catch (error) {
          this.#problem(error, "could not note what was sent");
          this.#results.unshift(...results);
          this.#notes.unshift(...notes);
          if (this.#stopping) break;
          await new Promise<void>((resolve) => this.#parts.clock.after(1_000, resolve));
        }
      }
    })().finally(() => {
      this.#noting = undefined;
      if ((this.#results.length > 0 || this.#notes.length > 0) && !this.#stopping) this.#noteSoon();
      this.#checkIdle();
    });
  }

  /** One that cannot be written down must not keep the others from it. A conflict is no such thing: all is done again. */
  async #apart(tx: Tx, work: Note["work"]): Promise<readonly FreshRow[]> {
    try {
      return (await tx.savepoint(() => work(tx))) ?? [];
    } catch (error) {
      if (isConflict(error)) throw error;
      this.#problem(error, "could not note what came of a message");
      // If it was about a card, that is claimed still.
      this.#lookAt(this.#parts.clock.now() + claimedFor);
      return [];
    }
  }

  #problem(error: unknown, what: string): void {
    this.#parts.log.error({ error: error instanceof Error ? error.name : typeof error }, what);
  }

  // Cards

  /** Looks which cards are due, or does so soon. */
  #cards(): void {
    if (this.#stopping) return;
    this.#lookWanted = true;
    if (this.#looking !== undefined) return;
    const { clock, unlimited } = this.#parts;
    const at = this.#lookedAt + looksApart;
    // Where the clock was set back, the last look lies ahead.
    if (!unlimited && at > clock.now() && this.#lookedAt <= clock.now()) {
      this.#lookAt(at);
      return;
    }
    this.#looking = this.#look()
      .catch((error: unknown) => {
        this.#problem(error, "could not look for cards");
        this.#lookAt(clock.now() + 5_000);
      })
      .finally(() => {
        this.#looking = undefined;
        if (this.#lookWanted) this.#cards();
        this.#checkIdle();
      });
  }

  #lookAt(at: number): void {
    if (this.#stopping) return;
    if (this.#lookTimer !== undefined && this.#lookTimer.at <= at) return;
    this.#lookTimer?.cancel();
    const { clock } = this.#parts;
    const cancel = clock.after(at - clock.now(), () => {
      this.#lookTimer = undefined;
      this.#cards();
    });
    this.#lookTimer = { at, cancel };
  }

  /** Puts the cards that are due into their lanes. */
  async #look(): Promise<void> {
    const { clock, database } = this.#parts;
    await new Promise((resolve) => setImmediate(resolve));
    this.#lookWanted = false;
    this.#lookedAt = clock.now();
    const { found, next, more } = await database.transaction(async (tx) => {
      const store = new DueCards(this.#session(tx));
      const { cards, next } = await store.due(cardsAtOnce, this.#cardsInHand);
      if (cards.length > 0) {
        await store.claim(
          cards.map(({ id }) => id),
          clock.now() + claimedFor,
        );
      }
      const fresh = cards.filter(({ id }) => !this.#cardsInHand.has(id));
      // Those in hand are claimed anew, and so no longer stand before the others.
      return { found: await this.#places(tx, fresh), next, more: cards.length === cardsAtOnce };
    });
    for (const { card, line, lane } of found) {
      this.#cardsInHand.add(card.id);
      line.turns.add(lane, cardItem(card, clock.now(), this.#yielding.get(card.id)), clock.now());
      this.#pump(line);
    }
    if (more) this.#lookWanted = true;
    if (next !== undefined) this.#lookAt(next);
  }

  /** Where cards are shown; those that are shown nowhere any more are ended. */
  async #places(tx: Tx, cards: readonly DueCard[]) {
    const session = this.#session(tx);
    const store = new DueCards(session);
    const { clock, keyring, adapters } = this.#parts;
    const found: { readonly card: DueCard; readonly line: Line; readonly lane: string }[] = [];
    for (const federationId of new Set(cards.map((card) => card.federationId))) {
      const theirs = cards.filter((card) => card.federationId === federationId);
      const federation = await new Federations(session).find(federationId);
      const ids = theirs.map(({ chatId }) => chatId);
      const chats = federation === undefined ? [] : await findChats(session, federation, ids);
      const byId = new Map(chats.map(({ chat }) => [chat.id, chat]));
      for (const card of theirs) {
        const chat = byId.get(card.chatId);
        if (chat === undefined) {
          await this.#end(store, card, "removed");
          continue;
        }
        const line = this.#line(chat.platform, chat.account);
        if (line === undefined) {
          // Not configured now: looked at again in an hour; sooner if its platform has not answered yet.
          const expected = adapters.some(
            ({ capabilities, account }) => capabilities.platform === chat.platform && account === "",
          );
          await store.putOff(card, clock.now() + (expected ? 5_000 : 3_600_000), false);
          continue;
        }
        found.push({ card, line, lane: keyring.lookup("place", chat.platform, chat.account, chat.ref.id) });
      }
    }
    return found;
  }

  /** Writes a card as things are now, and sends it. What becomes of it is noted; it never goes back into its lane. */
  async #showCard(line: Line, lane: string, claimed: DueCard): Promise<undefined> {
    const { clock, database, counted } = this.#parts;
    const { platform } = line.adapter.capabilities;
    let edited = false;
    try {
      const prepared = await database.transaction((tx) => this.#prepare(tx, line, lane, claimed));
      if (prepared === undefined) return;
      const { card, place, rendered, messageId, pin, federation, shownAs, changesAt } = prepared;
      this.#keepParts(card.id, prepared.parts);
      // What says again what it says is not sent again: on Matrix each edit is an event.
      if (messageId !== undefined && shownAs === claimed.shownAs) {
        this.#askers.delete(cardKey(card));
        const notBefore = clock.now();
        this.#note(
          (tx) => new DueCards(this.#session(tx)).shown(card, undefined, notBefore, shownAs, changesAt),
          card.id,
        );
        return;
      }
      edited = messageId !== undefined;
      const filled = await this.#filled(
        messageId === undefined
          ? { id: postId(card), type: "message", chat: place, message: rendered, ...(pin === undefined ? {} : { pin }) }
          : { id: editId(card, shownAs), type: "edit", chat: place, messageId, message: rendered },
      );
      const sent = await inside(line.adapter, () => line.adapter.send(filled));
      counted?.(platform, "sent");
      this.#ended(line, lane, "taken");
      this.#askers.delete(cardKey(card));
      const again = this.#again.get(card.id);
      if (again !== undefined && !edited) this.#again.set(card.id, { ...again, posted: true });
      const at = messageId ?? sent.edit ?? sent.messageId;
      const marks = reactionsOf(rendered);
      const message =
        at === undefined ? undefined : { sealed: federation.sealer.seal(at, "Card.sealedMessage"), posted: !edited };
      const notBefore = clock.now() + this.#pauseAfter(line, card, edited);
      this.#note(async (tx) => {
        const session = this.#session(tx);
        if (marks !== undefined && sent.messageId !== undefined) {
          await new Buttons(session).offer(`${lane}:${sent.messageId}`, marks);
        }
        await new DueCards(session).shown(card, message, notBefore, shownAs, changesAt);
      }, card.id);
    } catch (error) {
      this.#cardFailed(claimed, line, lane, error, edited);
    } finally {
      this.#note(() => Promise.resolve(void this.#cardsInHand.delete(claimed.id)), claimed.id);
    }
    return undefined;
  }

  /** How long a card waits that has just been shown, in milliseconds. */
  #pauseAfter({ adapter, budget }: Line, { id, edits }: DueCard, edited: boolean): number {
    const pause = budget?.cardPause(adapter.capabilities.edits, edited ? edits + 1 : 0);
    if (pause === undefined) return 0;
    this.#yielding.delete(id);
    if (pause.steady > pause.atLeast) this.#yielding.set(id, this.#parts.clock.now() + pause.steady);
    if (this.#yielding.size > yieldingKept) this.#yielding.delete(this.#yielding.keys().next().value ?? "");
    return pause.atLeast;
  }

  async #prepare(tx: Tx, line: Line, lane: string, claimed: DueCard) {
    const session = this.#session(tx);
    const store = new DueCards(session);
    const card = await store.find(claimed.id);
    if (card === undefined) return undefined;
    const federation = await new Federations(session).find(card.federationId);
    const [found] = federation === undefined ? [] : await findChats(session, federation, [card.chatId]);
    if (federation === undefined || found === undefined) {
      await this.#end(store, card, "removed");
      return undefined;
    }
    const { chat, group } = found;
    const voice = { language: chat.language ?? group.language, zone: group.zone };
    const context = this.#parts.dispatch.unasked.contextFor(session, federation, { chat, group, voice });
    const renderer = this.#parts.commands.map(({ cards }) => cards?.[card.kind]).find((one) => one !== undefined);
    const view = renderer === undefined ? undefined : await renderer(context, card.subjectId);
    if (view === undefined) {
      await this.#end(store, card, "closed");
      return undefined;
    }
    const { message: drawn, madeOf = [] } = view;
    const parts = madeOf.map(({ kind, subject }) => `${kind} ${subject}`).join(",");
    // What a card is made of seldom changes: it is written where this process has not written the same before.
    if (this.#partsOf.get(card.id) !== parts) await store.madeOf(card.id, madeOf);
    const { clock } = this.#parts;
    const again = this.#asksAgain(card.id, drawn);
    const message = again === undefined ? drawn : asking(drawn, again.until);
    const { edits, buttons: _ } = line.adapter.capabilities;
    const old = card.edits >= edits.most || (card.postedAt !== undefined && clock.now() - card.postedAt > edits.ageMs);
    // What is over is not brought before people's eyes once more, nor what only time has changed.
    const tooOld = old && goesOn(message) && card.wanted !== card.shown;
    const before =
      card.sealedMessage === undefined ? undefined : federation.sealer.open(card.sealedMessage, "Card.sealedMessage");
    const messageId = tooOld || again?.posted === false ? undefined : before;
    const rendered = await this.#parts.dispatch.presenter.present(
      message,
      {
        ...voice,
        now: session.now,
        capabilities: line.adapter.capabilities,
        kind: "group",
        encrypted: chat.encrypted,
        place: lane,
        federationId: federation.id,
        chatId: chat.id,
        card: card.id,
        anew: messageId === undefined,
      },
      new Buttons(session),
      federation.sealer,
    );
    const pin = message.pin !== true ? undefined : before === undefined ? {} : { insteadOf: before };
    const shownAs = session.keyring.lookup("card", card.id, JSON.stringify(rendered));
    const changesAt = changeOf(view, session.now, voice.zone);
    return { card, place: chat.ref, rendered, messageId, pin, federation, shownAs, changesAt, parts };
  }

  async #end(store: DueCards, card: DueCard, why: string): Promise<void> {
    this.#partsOf.delete(card.id);
    await store.end(card, why);
  }

  #keepParts(id: string, parts: string): void {
    this.#partsOf.delete(id);
    const [oldest] = this.#partsOf.keys();
    if (this.#partsOf.size >= partsKept && oldest !== undefined) this.#partsOf.delete(oldest);
    this.#partsOf.set(id, parts);
  }

  /** Only what can be pressed asks to be pressed. */
  #asksAgain(id: string, { blocks }: Message): { readonly until: number; readonly posted: boolean } | undefined {
    const again = this.#again.get(id);
    if (again === undefined) return undefined;
    const over = again.posted && this.#parts.clock.now() > again.until + asksAgainFor;
    if (!over && blocks.some(({ type }) => type === "buttons")) return again;
    this.#again.delete(id);
    return undefined;
  }

  #cardFailed(card: DueCard, line: Line, lane: string, error: unknown, edited: boolean): void {
    const { clock, counted } = this.#parts;
    const failure = error instanceof SendError ? error.failure : "unreachable";
    counted?.(line.adapter.capabilities.platform, failure);
    this.#refused(line, lane, error);
    if (!(error instanceof SendError)) this.#problem(error, "showing a card broke");
    const now = clock.now();
    const wait =
      failure === "limited" && error instanceof SendError && error.retryAfterMs !== undefined
        ? error.retryAfterMs
        : Math.min(longestPause, firstPause * 2 ** card.failures);
    if (failure === "limited") line.budget?.close(lane, "card", now + wait, now);
    const askers = failure === "no-rights" ? (this.#askers.get(cardKey(card)) ?? []) : [];
    if (failure === "no-rights" || failure === "removed") this.#askers.delete(cardKey(card));
    this.#note(async (tx) => {
      const store = new DueCards(this.#session(tx));
      if (failure === "removed" || failure === "no-rights") {
        const reason = reasonOf(failure, error instanceof SendError ? error.detail : undefined);
        await this.#end(store, card, reason);
        const session = this.#session(tx);
        const federation = await new Federations(session).find(card.federationId);
        if (federation === undefined) return [];
        const [found] = askers.length === 0 ? [] : await findChats(session, federation, [card.chatId]);
        await new Cells(session, federation).setState(card.chatId, failure);
        if (found === undefined) return [];
        const { platform, account, ref } = found.chat;
        const rows: FreshRow[] = [];
        for (const by of askers) {
          const at = { platform, account, chat: ref };
          rows.push(...(await this.#parts.dispatch.unasked.sayLacking(session, federation, at, reason, by)));
        }
        return rows;
      }
      if (card.failures > mostAttempts) await this.#end(store, card, failure);
      else if (failure === "limited" || failure === "unreachable") await store.putOff(card, now + wait, false);
      // The message is gone, or too old to be edited: shown anew.
      else await store.putOff(card, now + wait, edited);
      return [];
    }, card.id);
  }

  // Ending

  /** How many rows wait, are in hand, or are not noted yet. */
  get pending(): number {
    return this.#pending;
  }

  /** Whether nothing waits but what was put off to a later moment. */
  get quiet(): boolean {
    const now = this.#parts.clock.now();
    return (
      this.#looking === undefined &&
      !this.#lookWanted &&
      this.#noting === undefined &&
      this.#notes.length === 0 &&
      this.#results.length === 0 &&
      this.#cardsInHand.size === 0 &&
      [...this.#lines.values()].every(({ turns }) => turns.quiet(now))
    );
  }

  #checkIdle(): void {
    if (this.#idle.length === 0 || !this.quiet) return;
    const waiting = this.#idle;
    this.#idle = [];
    for (const resolve of waiting) resolve();
  }

  /** When it acts next, if nothing happens before: now, if it is at work. Milliseconds since 1970. */
  get wakesAt(): number | undefined {
    if (!this.quiet || this.#noteTimer !== undefined) return this.#parts.clock.now();
    const timers = [this.#lookTimer, ...[...this.#lines.values()].map(({ wake }) => wake)];
    const moments = timers.flatMap((timer) => (timer === undefined ? [] : [timer.at]));
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
    this.#lookTimer?.cancel();
    for (const line of this.#lines.values()) {
      line.wake?.cancel();
      line.wake = undefined;
    }
    await this.#looking;
    while (this.#inHand() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    if (this.#results.length > 0 || this.#notes.length > 0) this.#noteNow();
    await this.#noting;
  }

  #inHand(): number {
    return [...this.#lines.values()].reduce((sum, { inHand }) => sum + inHand, 0);
  }
}

/** Whether people have a use for a card: it can be pressed, or stands pinned above their talk. */
const goesOn = ({ pin, blocks }: Message): boolean => pin === true || blocks.some(({ type }) => type === "buttons");

/**
 * When a card changes by itself, in milliseconds since 1970. What goes on does so when the year turns, too: a date bears its
 * year in any other year. What is over keeps the words that it ended with.
 */
function changeOf({ message, changesAt }: CardView, now: number, zone: string): number | undefined {
  if (!goesOn(message) || !JSON.stringify(message.blocks).includes('"kind":"time"')) return changesAt;
  return Math.min(changesAt ?? Infinity, nextYear(now, zone));
}

/** Under which a card is posted, the same if it is tried again: a second message would stand beside the first. */
const postId = ({ id, wanted, postedAt }: DueCard): string =>
  [id, wanted, ...(postedAt === undefined ? [] : [postedAt])].join(".");

/**
 * Under which a card is edited. What changes by itself is not wanted anew, so the words count as well: a platform that knows
 * the id would take the second edit for the first.
 */
const editId = ({ id, wanted }: DueCard, shownAs: string): string => `${id}.${wanted}.${shownAs.slice(0, 8)}`;

/** The message with the request to press once more, above its buttons. */
function asking(message: Message, until: number): Message {
  const line: Block = {
    type: "paragraph",
    style: "strong",
    content: phrase("core-press-again", { until: time(until, "time") }),
  };
  const at = message.blocks.findIndex(({ type }) => type === "buttons");
  return { ...message, blocks: [...message.blocks.slice(0, at), line, ...message.blocks.slice(at)] };
}

type WithFile = Extract<RenderedBlock, { readonly type: "image" | "file" }>;

const isMadeLater = (block: RenderedBlock): block is WithFile =>
  (block.type === "image" || block.type === "file") && block.file.made !== undefined;

/** The marks of a message's reactions with the ids of their buttons. */
function reactionsOf(message: Rendered): Record<string, string> | undefined {
  const marks: Record<string, string> = {};
  for (const block of message.blocks) {
    if (block.type === "choices" && block.reactions) for (const { mark, id } of block.items) marks[mark] = id;
  }
  return Object.keys(marks).length === 0 ? undefined : marks;
}
