/**
 * From one event to what is said about it, in one transaction: note the event, find out who speaks and where, read the
 * command, check the permission, run the handler, write the answers to the outbox. Events that wait together share a
 * transaction, each behind a savepoint, in the order in which they came; one that fails does not take others with it.
 *
 * States of an event: waiting -> (asked the platform whether the sender is an administrator) -> in a transaction ->
 * committed, and only then acknowledged. What a person can cause (`Refused`) is answered in their language; what they
 * cannot is logged with an id, and the person is told that id.
 */
import { isConflict, type Tx } from "../../store/database.ts";
import type { FederationRecord } from "../../store/federations.ts";
import { Outbox, type FreshRow } from "../../store/outbox.ts";
import type { Session } from "../../store/session.ts";
import type { Completion, CompletionRequest } from "../../chat/adapter.ts";
import type { CommandDescription } from "../../chat/description.ts";
import type { Inbound } from "../../chat/inbound.ts";
import type { Message } from "../../chat/message.ts";
import { phrase, type Phrase } from "../../chat/phrase.ts";
import { describe, Refused } from "../command.ts";
import { inside } from "../inside.ts";
import { describeError, nameOf } from "../log.ts";
import { findCommand, findUsage } from "../parse.ts";
import { Patience, type Verdict } from "../patience.ts";
import { Presenter } from "../present.ts";
import { Sentences } from "../sentences.ts";
import { randomId } from "../random.ts";
import type { Directory } from "../speak/asker.ts";
import { StoreDirectory } from "./directory.ts";
import { Event, NeedsAdministrator } from "./event.ts";
import { adapterOf, sessionIn, type DispatchParts, type Machinery } from "./parts.ts";
import { pagesChanged, ServedPages } from "./pages.ts";
import { Unasked } from "./unasked.ts";

/** Most events in one transaction. */
const together = 64;

interface Waiting {
  readonly inbound: Inbound;
  /** One too many of this account: only that is said. */
  readonly over: boolean;
  readonly administrator: boolean | undefined;
  readonly state: {
    /** It has its answer (ahead.ts): it is noted, and nothing more is said. */
    answered: boolean;
    /** What it says is being written: it is not answered otherwise any more. */
    written: boolean;
  };
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** How long the database lets somebody wait, before they are told what can be said without it. Milliseconds. */
const longestWait = 4_000;

/** Interactions of floods that are ended at the same time. */
const mostEnding = 4;

const accountOf = ({ platform, sender }: Inbound): string => `${platform} ${sender.id}`;

/** Whether somebody wants something of the bot. What people say to each other, and who comes and goes, is not counted. */
function asksSomething({ said, chat }: Inbound): boolean {
  switch (said.type) {
    case "text":
      return chat.kind === "direct" || said.replyTo !== undefined || /^\s*[/!]/u.test(said.text);
    case "command":
    case "press":
    case "reaction":
    case "answer":
    case "start":
      return true;
    default:
      return false;
  }
}

/** What an event has found out before it was refused, for the answer. */
interface Found {
  /** The federation that a button or a question named. */
  meant?: string;
  /** What was asked here is over: it was answered, or a command ended it. */
  over?: boolean;
  /** What was typed is not for others to see. */
  unseen?: boolean;
}

export class Dispatch {
  readonly #parts: DispatchParts;
  readonly #machinery: Machinery;
  readonly presenter: Presenter;
  readonly descriptions: readonly CommandDescription[];
  /** What is said when nobody is there to be answered. */
  readonly unasked: Unasked;
  /** What is served at secret addresses. */
  readonly pages: ServedPages;
  readonly #patience: Patience | undefined;
  #queue: Waiting[] = [];
  #draining: Promise<void> | undefined;
  #lastRow = { at: 0, count: 0 };
  /** Interactions of floods that are being ended. */
  #ending = 0;
  #stopped = false;

  constructor(parts: DispatchParts) {
    this.#parts = parts;
    this.#patience = parts.perPerson === "unlimited" ? undefined : new Patience(parts.perPerson);
    const sentences = new Sentences(parts.texts);
    this.presenter = new Presenter(parts.texts, parts.commands, sentences.lately);
    this.descriptions = parts.commands.map(describe);
    const { presenter, descriptions } = this;
    this.#machinery = { ...parts, presenter, sentences, descriptions, rowId: () => this.#rowId() };
    this.unasked = new Unasked(this.#machinery);
    this.pages = new ServedPages(this.#machinery);
  }

  /**
   * Answers an event before its turn, if it is one that is answered from memory, and remembers that it was. For adapters that
   * know what comes next while what came before cannot be recorded.
   */
  ahead(inbound: Inbound): void {
    const ahead = this.#parts.ahead?.();
    if (this.#stopped || ahead === undefined) return;
    try {
      if (ahead.knows(inbound) || !ahead.concerns(inbound)) return;
      if (this.#patience !== undefined && this.#patience.ask(accountOf(inbound), this.#parts.clock.now()) !== "take")
        return;
      ahead.answer(inbound);
    } catch (error) {
      // It is answered in its turn, if it can be.
      this.#parts.log.error(
        { platform: inbound.platform, ...describeError(error) },
        "an event could not be answered from memory",
      );
    }
  }

  /** Takes one event; resolves after the commit, or where it has been answered from memory and cannot be recorded. */
  async receive(inbound: Inbound): Promise<void> {
    this.ahead(inbound);
    if (this.#parts.ahead?.().knows(inbound) !== true) return this.#receive(inbound);
    try {
      await this.#queued(inbound, "take", true);
    } catch (error) {
      this.#parts.log.warn(
        { platform: inbound.platform, error: nameOf(error) },
        "an event that was answered could not be recorded",
      );
    }
  }

  #receive(inbound: Inbound): Promise<void> {
    if (this.#stopped) return Promise.reject(new Error("the dispatch has stopped"));
    const verdict = asksSomething(inbound) ? this.#patience?.ask(accountOf(inbound), this.#parts.clock.now()) : "take";
    if (verdict === "drop") {
      this.#endWaiting(inbound);
      return Promise.resolve();
    }
    return this.#queued(inbound, verdict, false);
  }

  #queued(inbound: Inbound, verdict: Verdict | undefined, answered: boolean): Promise<void> {
    const state = { answered, written: false };
    const endWaiting = verdict === "take" && !answered ? this.#meanwhile(inbound, state) : undefined;
    const done = new Promise<void>((resolve, reject) => {
      this.#queue.push({ inbound, over: verdict === "tell", administrator: undefined, state, resolve, reject });
      this.#drain();
    });
    return endWaiting === undefined ? done : done.finally(endWaiting);
  }

  /** Where the database lets somebody wait who asks for what can be said without it, that is said. Gives back what ends the waiting. */
  #meanwhile(inbound: Inbound, state: Waiting["state"]): (() => void) | undefined {
    const say = this.#parts.ahead?.().meanwhile(inbound);
    if (say === undefined) return undefined;
    return this.#parts.clock.after(longestWait, () => {
      if (state.written) return;
      state.answered = true;
      try {
        say();
      } catch (error) {
        const { platform } = inbound;
        this.#parts.log.error({ platform, ...describeError(error) }, "an event could not be answered from memory");
      }
    });
  }

  /**
   * Lets the waiting of a press or a native command end that is not worked on. Past the outbox: what is lost of it in a
   * crash is a spinning button, and what a flood asks for is not written down. A few at a time, the others spin.
   */
  #endWaiting({ platform, account, interaction, chat, sender }: Inbound): void {
    const adapter = adapterOf(this.#parts, platform, account);
    if (interaction === undefined || adapter === undefined || this.#ending >= mostEnding) return;
    this.#ending++;
    const id = randomId(this.#parts.random);
    const message = { language: "", blocks: [] };
    const { token } = interaction;
    const end = async (): Promise<void> => {
      if ((await this.#parts.mayWrite?.(adapter)) === false) return;
      await inside(adapter, () =>
        adapter.send({ id, type: "private", chat, to: sender.id, message, interaction: token }),
      );
    };
    end()
      .catch((error: unknown) => {
        this.#parts.log.info({ platform, error: nameOf(error) }, "a press was not answered");
      })
      .finally(() => this.#ending--);
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    while (this.#draining !== undefined) await this.#draining;
  }

  /** Whether events wait or are being worked on. */
  get busy(): boolean {
    return this.#draining !== undefined || this.#queue.length > 0;
  }

  /** Choices for an option of a native command while the person types. */
  async complete(
    inbound: Omit<Inbound, "said" | "eventId">,
    { command: name, word, option, typed }: CompletionRequest,
  ): Promise<readonly Completion[]> {
    const command = findCommand(this.#parts.commands, name);
    const options = findUsage(command, word)?.options ?? {};
    const type = Object.hasOwn(options, option) ? options[option]?.type : undefined;
    if (type?.choices === undefined) return [];
    return this.#parts.database.transaction(async (tx) => {
      const session = this.sessionIn(tx);
      const event = new Event(this.#machinery, session, { ...inbound, eventId: "", said: { type: "start" } });
      await event.locate();
      return event.complete(type, typed);
    });
  }

  /** Takes nothing new and finishes what waits. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.idle();
  }

  #drain(): void {
    this.#draining ??= this.#work().finally(() => {
      this.#draining = undefined;
      if (this.#queue.length > 0) this.#drain();
    });
  }

  async #work(): Promise<void> {
    // One turn of the event loop lets events that arrive together be worked on together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, together);
      await this.#batch(batch);
    }
  }

  /** Works on some events in one transaction. */
  async #batch(batch: readonly Waiting[]): Promise<void> {
    const { database } = this.#parts;
    const asking: Waiting[] = [];
    try {
      await database.transaction(async (tx) => {
        const rows: FreshRow[] = [];
        asking.length = 0;
        for (const waiting of batch) {
          const { state } = waiting;
          const { answered } = state;
          state.written = false; // whatever came of an attempt before is gone
          const outcome = await this.#guarded(tx, waiting);
          if (outcome === "ask") asking.push(waiting);
          else if (answered || !state.answered) {
            state.written = true;
            rows.push(...outcome);
          }
        }
        if (rows.length > 0) await new Outbox(this.sessionIn(tx)).write(rows);
      });
    } catch (error) {
      if (batch.length > 1) {
        // Something outside of any single event failed (the commit, the connection): each on its own.
        for (const waiting of batch) await this.#batch([waiting]);
        return;
      }
      for (const { reject } of batch) reject(error);
      return;
    }
    this.pages.changed();
    database.passOn(pagesChanged, []);
    const asked = new Set(asking);
    for (const waiting of batch) if (!asked.has(waiting)) waiting.resolve();
    for (const waiting of asking) void this.#ask(waiting);
  }

  /** Asks the platform whether the sender is an administrator, and puts the event back. */
  async #ask(waiting: Waiting): Promise<void> {
    const { inbound } = waiting;
    const adapter = adapterOf(this.#parts, inbound.platform, inbound.account);
    let administrator = false;
    try {
      administrator =
        adapter !== undefined &&
        (await inside(adapter, () => adapter.isAdministrator(inbound.chat, inbound.sender.id)));
    } catch (error) {
      this.#parts.log.warn(
        { platform: inbound.platform, error: nameOf(error) },
        "could not ask who is an administrator",
      );
    }
    this.#queue.push({ ...waiting, administrator });
    this.#drain();
  }

  /** One event behind a savepoint: what fails is undone and answered. A conflict is no such thing: all is done again. */
  async #guarded(tx: Tx, waiting: Waiting): Promise<readonly FreshRow[] | "ask"> {
    const { log } = this.#parts;
    const started = performance.now();
    const found: Found = {};
    try {
      return await tx.savepoint(() => this.#handle(tx, waiting, found));
    } catch (error) {
      if (isConflict(error)) throw error;
      if (error instanceof NeedsAdministrator) return "ask";
      if (error instanceof Refused) {
        return await tx.savepoint(() => this.#refuse(tx, waiting, error.phrase, error.more, found));
      }
      const id = randomId(this.#parts.random, 8);
      log.error({ id, platform: waiting.inbound.platform, ...describeError(error) }, "an event failed");
      return await tx.savepoint(() => this.#refuse(tx, waiting, phrase("core-failed", { id }), undefined, found));
    } finally {
      this.#parts.measured?.(waiting.inbound.said.type, performance.now() - started);
    }
  }

  /** What answers from memory is made of the same. */
  get machinery(): Machinery {
    return this.#machinery;
  }

  /** Ids of outbox rows ascend in the order of writing. */
  #rowId(): string {
    const now = this.#parts.clock.now();
    const last = this.#lastRow;
    this.#lastRow = now > last.at ? { at: now, count: 0 } : { at: last.at, count: last.count + 1 };
    const { at, count } = this.#lastRow;
    return `${at.toString(36).padStart(9, "0")}${count.toString(36).padStart(4, "0")}${randomId(this.#parts.random, 4)}`;
  }

  /** Answers what was refused, after its work was undone. */
  async #refuse(
    tx: Tx,
    waiting: Waiting,
    why: Phrase,
    more: Message | undefined,
    { meant, over, unseen }: Found,
  ): Promise<readonly FreshRow[]> {
    const session = this.sessionIn(tx);
    const { inbound } = waiting;
    const event = new Event(this.#machinery, session, inbound, waiting.state.answered);
    await event.locate(meant);
    if ((await event.note()) === "again") return [];
    await event.refuse(why, more, { over, unseen });
    return event.rows;
  }

  async #handle(tx: Tx, waiting: Waiting, found: Found): Promise<readonly FreshRow[]> {
    const { inbound, administrator } = waiting;
    const session = this.sessionIn(tx);
    const event = new Event(this.#machinery, session, inbound, waiting.state.answered);
    await event.locate();
    const noted = await event.note();
    if (noted === "again") {
      if (administrator === undefined && !waiting.state.answered && asksSomething(inbound))
        this.#patience?.giveBack(accountOf(inbound));
      return [];
    }
    if (waiting.over) {
      await event.refuse(phrase("core-too-many"), undefined);
      return event.rows;
    }
    try {
      await event.handle(administrator, noted === "edit");
    } finally {
      if (event.meant !== undefined) found.meant = event.meant;
      found.over = event.over;
      found.unseen = event.unseen;
    }
    return event.rows;
  }

  /** The session of a transaction that others have opened (delivery, schedule). */
  sessionIn(tx: Tx): Session {
    return sessionIn(this.#parts, tx);
  }

  directory(session: Session, federation: FederationRecord): Directory {
    return new StoreDirectory(session, federation, this.#parts);
  }
}
