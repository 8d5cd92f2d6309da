/**
 * From one event to what is said about it, in one transaction: note the event, find out who speaks and where, read the
 * command, check the permission, run the handler, write the answers to the outbox. Events that wait together share a
 * transaction, each behind a savepoint, in the order in which they came; one that fails does not take others with it.
 *
 * States of an event: waiting -> (asked the platform whether the sender is an administrator) -> in a transaction ->
 * committed, and only then acknowledged. What a person can cause (`Refused`) is answered in their language; what they
 * cannot is logged with an id, and the person is told that id.
 */
import { isConflict, type Database, type Signal, type Tx } from "../store/database.ts";
import { Actions } from "../store/actions.ts";
import { Buttons } from "../store/buttons.ts";
import { Cards } from "../store/cards.ts";
import { Cells, type Chat, type Group } from "../store/cells.ts";
import { Circles } from "../store/circles.ts";
import { Councils } from "../store/councils.ts";
import { Drives } from "../store/drives.ts";
import { Facts } from "../store/facts.ts";
import { Federations, type FederationRecord } from "../store/federations.ts";
import { Gatherings } from "../store/gatherings.ts";
import { keptDays } from "../store/housekeeping.ts";
import { Inbox } from "../store/inbox.ts";
import type { Job } from "../store/jobs.ts";
import { Outbox, type FreshRow } from "../store/outbox.ts";
import { People, type Person } from "../store/people.ts";
import { Roles } from "../store/roles/roles.ts";
import { withRepositories, type Repositories } from "../store/repositories.ts";
import type { Keyring, Sealer } from "../store/sealing.ts";
import type { Session } from "../store/session.ts";
import { Started, type StartedAccount } from "../store/started.ts";
import { findChats, findWhereabouts, nowhere, type Whereabouts } from "../store/whereabouts.ts";
import type { Adapter, Capabilities, Completion, CompletionRequest, Place } from "../chat/adapter.ts";
import type { Clock } from "./clock.ts";
import {
  describe,
  Needed,
  Refused,
  type Refusal,
  type Awaits,
  type Command,
  type Options,
  type OptionType,
  type Reply,
  type Usage,
} from "./command.ts";
import { inFederation, type Context, type Mentioned } from "./context.ts";
import type { Edited, Inbound, PlatformName, PlatformUser } from "../chat/inbound.ts";
import { inside } from "./inside.ts";
import type { Otherwise, AskedBy, OutboxBody } from "../chat/outgoing.ts";
import { say, verbatim, type Action, type Block, type Message } from "../chat/message.ts";
import { findCommand, findUsage, parseCommand, type Invocation } from "./parse.ts";
import { Patience, type PerPerson } from "./patience.ts";
import { Presenter, type Meaning } from "./present.ts";
import { answered, isJustThat, isPutTo, questionId, questionLife, Questions, type Question } from "./questions.ts";
import { randomId, type Random } from "./random.ts";
import { undisturbed } from "../domain/time.ts";
import { howToMend } from "./receipts.ts";
import {
  answersPayload,
  askedBy,
  crowd,
  eventOf,
  Speaker,
  waitingAnswers,
  wordsKey,
  type Asker,
  type Directory,
  type Voice,
} from "./speak.ts";
import { isAnswer } from "../words/fixed.ts";
import type { Texts } from "./text.ts";
import { phrase, type Phrase } from "../chat/phrase.ts";
import { ranks, type Level, type Where } from "../chat/levels.ts";
import type { CommandDescription } from "../chat/description.ts";

/** Log without text of people, names, platform ids or tokens. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface DispatchParts {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly random: Random;
  readonly texts: Texts;
  readonly commands: readonly Command[];
  readonly adapters: readonly Adapter[];
  readonly log: Log;
  /** How much one account may ask; as people do, where nothing else is said. */
  readonly perPerson?: PerPerson | "unlimited";
  /** How long a command took, in milliseconds, for the metrics. */
  readonly measured?: (command: string, ms: number) => void;
  /** Jobs of the machinery itself, by kind; those of people's business are in `commands`. */
  readonly systemJobs?: Readonly<Record<string, (session: Session) => Promise<unknown>>>;
}

/** A card that somebody asked for in the chat where it is shown. */
export interface AskedCard {
  /** Id of ours. */
  readonly chatId: string;
  readonly kind: string;
  readonly subject: string;
  readonly by: AskedBy;
}

/** Somebody asked for a card. */
export const cardsAsked: Signal<AskedCard> = { name: "cards-asked" };

/** Most events in one transaction. */
const together = 64;
const day = 24 * 60 * 60 * 1000;
/**
 * How long a message can be mended by editing it, in milliseconds: two days, as long as Telegram lets people edit. The
 * inbox keeps longer what was worked on.
 */
const mendable = 2 * 24 * 60 * 60 * 1000;
/** As many choices as a question offers as buttons; who does not see theirs types it. */
const mostChoices = 12;

interface Waiting {
  readonly inbound: Inbound;
  /** One too many of this account: only that is said. */
  readonly over: boolean;
  readonly administrator: boolean | undefined;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

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
}

/** Thrown inside the transaction: the platform has to be asked first, and not from in here. */
class NeedsAdministrator extends Error {}

export class Dispatch {
  readonly #parts: DispatchParts;
  readonly #presenter: Presenter;
  readonly descriptions: readonly CommandDescription[];
  readonly #patience: Patience | undefined;
  #queue: Waiting[] = [];
  #draining: Promise<void> | undefined;
  readonly #federations = new WeakMap<Tx, Map<string, Promise<FederationRecord | undefined>>>();
  #lastRow = { at: 0, count: 0 };
  /** Interactions of floods that are being ended. */
  #ending = 0;
  #stopped = false;

  constructor(parts: DispatchParts) {
    this.#parts = parts;
    this.#patience = parts.perPerson === "unlimited" ? undefined : new Patience(parts.perPerson);
    this.#presenter = new Presenter(parts.texts, parts.commands);
    this.descriptions = parts.commands.map(describe);
  }

  get presenter(): Presenter {
    return this.#presenter;
  }

  /** Takes one event; resolves after the commit. */
  receive(inbound: Inbound): Promise<void> {
    if (this.#stopped) return Promise.reject(new Error("the dispatch has stopped"));
    const verdict = asksSomething(inbound) ? this.#patience?.ask(accountOf(inbound), this.#parts.clock.now()) : "take";
    if (verdict === "drop") {
      this.#endWaiting(inbound);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ inbound, over: verdict === "tell", administrator: undefined, resolve, reject });
      this.#drain();
    });
  }

  /**
   * Lets the waiting of a press or a native command end that is not worked on. Past the outbox: what is lost of it in a
   * crash is a spinning button, and what a flood asks for is not written down. A few at a time, the others spin.
   */
  #endWaiting({ platform, account, interaction, chat, sender }: Inbound): void {
    const adapter = this.#adapter(platform, account);
    if (interaction === undefined || adapter === undefined || this.#ending >= mostEnding) return;
    this.#ending++;
    const id = randomId(this.#parts.random);
    const message = { language: "", blocks: [] };
    const { token } = interaction;
    inside(adapter, () => adapter.send({ id, type: "private", chat, to: sender.id, message, interaction: token }))
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
      const session = this.#session(tx);
      const event = new Event(
        this.#parts,
        session,
        { ...inbound, eventId: "", said: { type: "start" } },
        this.#presenter,
        () => this.#rowId(),
        this.descriptions,
      );
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
          const outcome = await this.#guarded(tx, waiting);
          if (outcome === "ask") asking.push(waiting);
          else rows.push(...outcome);
        }
        if (rows.length > 0) await new Outbox(this.#session(tx)).write(rows);
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
    const asked = new Set(asking);
    for (const waiting of batch) if (!asked.has(waiting)) waiting.resolve();
    for (const waiting of asking) void this.#ask(waiting);
  }

  /** Asks the platform whether the sender is an administrator, and puts the event back. */
  async #ask(waiting: Waiting): Promise<void> {
    const { inbound } = waiting;
    const adapter = this.#adapter(inbound.platform, inbound.account);
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

  #adapter(platform: string, account: string): Adapter | undefined {
    return this.#parts.adapters.find(
      (adapter) => adapter.capabilities.platform === platform && adapter.account === account,
    );
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

  #session(tx: Tx): Session {
    return {
      tx,
      keyring: this.#parts.keyring,
      now: this.#parts.clock.now(),
      newId: () => randomId(this.#parts.random),
    };
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
    { meant, over = false }: Found,
  ): Promise<readonly FreshRow[]> {
    const session = this.#session(tx);
    const { inbound } = waiting;
    if ((await noteEvent(session, inbound)) === "again") return [];
    const event = new Event(this.#parts, session, inbound, this.#presenter, () => this.#rowId(), this.descriptions);
    await event.locate(meant);
    await event.refuse(why, more, over);
    return event.rows;
  }

  async #handle(tx: Tx, waiting: Waiting, found: Found): Promise<readonly FreshRow[]> {
    const { inbound, administrator } = waiting;
    const session = this.#session(tx);
    const noted = await noteEvent(session, inbound);
    if (noted === "again") {
      if (administrator === undefined && asksSomething(inbound)) this.#patience?.giveBack(accountOf(inbound));
      return [];
    }
    const event = new Event(this.#parts, session, inbound, this.#presenter, () => this.#rowId(), this.descriptions);
    await event.locate();
    if (waiting.over) {
      await event.refuse(phrase("core-too-many"), undefined);
      return event.rows;
    }
    try {
      await event.handle(administrator, noted === "edit");
    } finally {
      if (event.meant !== undefined) found.meant = event.meant;
      found.over = event.over;
    }
    return event.rows;
  }

  /** Runs what fell due, in the transaction that is open; gives back what is to be said. */
  async runJob(tx: Tx, job: Job): Promise<readonly FreshRow[]> {
    const session = this.#session(tx);
    const system = this.#parts.systemJobs?.[job.kind];
    if (system !== undefined) {
      await system(session);
      return [];
    }
    const runner = this.#parts.commands.map(({ jobs }) => jobs?.[job.kind]).find((found) => found !== undefined);
    if (runner === undefined) throw new Error(`nobody runs jobs of the kind ${job.kind}`);
    const federation = job.federationId === undefined ? undefined : await this.#federationOf(session, job.federationId);
    // The federation was shredded in the meantime: nothing is left to do.
    if (job.federationId !== undefined && federation === undefined) return [];
    const speaker = this.#speaker(session, federation);
    const context = this.contextFor(session, federation, undefined);
    await sayUnasked(speaker, await runner(context, job.payload), context);
    return speaker.rows;
  }

  /** Says in chats what could not be said to a person directly. */
  async sayOtherwise(
    session: Session,
    federation: FederationRecord,
    { chats, message, asks }: Otherwise & { readonly asks?: string },
  ): Promise<readonly FreshRow[]> {
    const speaker = this.#speaker(session, federation);
    await speaker.toChats(chats, message, { asks });
    return speaker.rows;
  }

  /** Tells who asked for something that it cannot be shown where they asked, which right is missing, and what to do. */
  async sayLacking(
    session: Session,
    federation: FederationRecord | undefined,
    at: { readonly platform: PlatformName; readonly account: string; readonly chat: Place },
    reason: string,
    by: AskedBy,
  ): Promise<readonly FreshRow[]> {
    const capabilities = this.#adapter(at.platform, at.account)?.capabilities;
    if (capabilities === undefined) return [];
    const speaker = this.#speaker(session, federation);
    const chat = by.where === undefined ? phrase("receipts-that-chat") : verbatim(by.where);
    await speaker.toAsker(
      { ...at, capabilities, by },
      { blocks: [{ type: "paragraph", content: howToMend(chat, reason) }] },
    );
    return speaker.rows;
  }

  /** Somebody could be told their answer neither in place nor directly: it waits for them, and the group says so. */
  async sayHeld(
    session: Session,
    federation: FederationRecord | undefined,
    at: { readonly platform: PlatformName; readonly account: string; readonly chatId: string | undefined },
    { chat, message }: NonNullable<OutboxBody["held"]>,
    by: AskedBy,
  ): Promise<readonly FreshRow[]> {
    const { platform, account, chatId } = at;
    const capabilities = this.#adapter(platform, account)?.capabilities;
    if (capabilities === undefined) return [];
    const [found] =
      federation === undefined || chatId === undefined ? [] : await findChats(session, federation, [chatId]);
    const place =
      found === undefined
        ? by.voice
        : { language: found.chat.language ?? found.group.language, zone: found.group.zone };
    const speaker = this.#speaker(session, federation);
    await speaker.notice(
      {
        inbound: eventOf(platform, account, chat, by),
        capabilities,
        chat: found?.chat,
        person: by.voice,
        place,
        direct: undefined,
      },
      message,
    );
    return speaker.rows;
  }

  #speaker(session: Session, federation: FederationRecord | undefined): Speaker {
    return new Speaker({
      session,
      buttons: new Buttons(session),
      presenter: this.#presenter,
      federation,
      directory: new StoreDirectory(session, federation, this.#parts),
      rowId: () => this.#rowId(),
    });
  }

  /** Read once for all jobs of a transaction: no job changes a federation. */
  #federationOf(session: Session, id: string): Promise<FederationRecord | undefined> {
    const known = this.#federations.get(session.tx) ?? new Map<string, Promise<FederationRecord | undefined>>();
    this.#federations.set(session.tx, known);
    const found = known.get(id) ?? new Federations(session).find(id);
    known.set(id, found);
    return found;
  }

  /** A context without a person: for jobs and for showing cards. */
  contextFor(
    session: Session,
    federation: FederationRecord | undefined,
    chat: { chat: Chat; group: Group; voice: Voice } | undefined,
  ): Context {
    return makeContext(this.#parts, session, this.descriptions, {
      federation,
      chat: chat?.chat,
      group: chat?.group,
      voice: chat?.voice ?? voiceOf(federation, this.#parts.texts),
      platform: chat?.chat.platform ?? "console",
      account: chat?.chat.account ?? "",
    });
  }

  /** The session of a transaction that others have opened (delivery, schedule). */
  sessionIn(tx: Tx): Session {
    return this.#session(tx);
  }

  directory(session: Session, federation: FederationRecord): Directory {
    return new StoreDirectory(session, federation, this.#parts);
  }
}

/**
 * Notes an event in the inbox, with every wording that it stands for.
 * @returns `again` if it was noted before; `edit` if it is another wording of what was noted before; else `new`, also
 * for an edit whose first wording has not come
 */
async function noteEvent(session: Session, { platform, account, eventId, said }: Inbound) {
  const inbox = new Inbox(session);
  if (!(await inbox.record(platform, account, eventId))) return "again";
  if (said.type !== "text") return "new";
  for (const edit of said.edits ?? []) await inbox.record(platform, account, edit);
  if (said.edited === undefined) return "new";
  const { original } = said.edited;
  return original !== undefined && (await inbox.record(platform, account, original)) ? "new" : "edit";
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** What may be logged of a mistake: where, not what; its message may hold what people wrote. */
export const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 6)
    .map((line) =>
      line.replace(/^\s+at /u, "").replace(/\(?(?:file:\/\/)?\S*\/((?:[^/\s]+\/)?[^/\s]+:\d+:\d+)\)?$/u, "$1"),
    );
  return { error: error.name, ...("code" in error ? { code: String(error.code) } : {}), at };
};

const voiceOf = (federation: FederationRecord | undefined, texts: Texts): Voice => ({
  language: federation?.language ?? texts.languages[0] ?? "en",
  zone: federation?.zone ?? "UTC",
});

interface ContextOf {
  readonly federation: FederationRecord | undefined;
  readonly chat: Chat | undefined;
  readonly group: Group | undefined;
  readonly voice: Voice;
  readonly platform: Inbound["platform"];
  readonly account: string;
  readonly inbound?: Inbound;
  readonly person?: Person | undefined;
  readonly level?: Level;
  readonly administrator?: boolean;
  readonly mentioned?: readonly Mentioned[];
}

function makeContext(
  parts: DispatchParts,
  session: Session,
  commands: readonly CommandDescription[],
  of: ContextOf,
): Context {
  const build = (federation: FederationRecord | undefined): Context => {
    const fields: Omit<Context, keyof Repositories> = {
      now: session.now,
      language: of.voice.language,
      zone: of.voice.zone,
      platform: of.platform,
      account: of.account,
      federation,
      chat: of.chat,
      group: of.group,
      place: of.inbound?.chat,
      sender: of.inbound?.sender,
      person: of.person,
      level: of.level ?? "anyone",
      administrator: of.administrator ?? false,
      commands,
      languages: parts.texts.languages,
      mentioned: of.mentioned ?? [],
      newId: () => session.newId(),
      plain: (said) => parts.texts.plain(of.voice.language, said, { zone: of.voice.zone, now: session.now }),
      random: (below) => parts.random.integer(below),
      within: (other) => inFederation(build(other)),
    };
    return withRepositories(fields, session, federation);
  };
  return build(of.federation);
}

/** Looks up the places and people that replies go to. */
class StoreDirectory implements Directory {
  readonly #session: Session;
  readonly #federation: FederationRecord | undefined;
  readonly #parts: DispatchParts;

  constructor(session: Session, federation: FederationRecord | undefined, parts: DispatchParts) {
    this.#session = session;
    this.#federation = federation;
    this.#parts = parts;
  }

  async chats(ids: readonly string[]) {
    const federation = this.#federation;
    if (federation === undefined) return [];
    const found = await findChats(this.#session, federation, ids);
    return found.map(({ chat, group }) => ({
      chat,
      voice: { language: chat.language ?? group.language, zone: group.zone },
    }));
  }

  async reach(person: string, only?: string) {
    const federation = this.#federation;
    if (federation === undefined) return undefined;
    const people = new People(this.#session, federation);
    const who = await people.withVoice(person);
    if (who === undefined) return undefined;
    const reached = (await people.identities(person)).find(
      ({ id, platform, account, direct }) =>
        (only === undefined || id === only) &&
        (direct !== undefined || this.capabilities(platform, account)?.direct === "anybody"),
    );
    if (reached === undefined) return undefined;
    return {
      identityId: reached.id,
      platform: reached.platform,
      account: reached.account,
      userId: reached.ref.id,
      direct: reached.direct,
      voice: this.#voice(federation, who),
    };
  }

  async accountOf(person: string, platform: string) {
    const federation = this.#federation;
    if (federation === undefined) return undefined;
    const accounts = await new People(this.#session, federation).identities(person);
    return accounts.find((one) => one.platform === platform)?.ref.id;
  }

  async undisturbed(person: string) {
    const { now } = this.#session;
    const federation = this.#federation;
    const who = federation === undefined ? undefined : await new People(this.#session, federation).withVoice(person);
    if (federation === undefined || who?.person.quietFrom === undefined) return now;
    return undisturbed(now, who.person, this.#voice(federation, who).zone);
  }

  /** Of a person where they are not in a chat: their own, else their cell's. */
  #voice(federation: FederationRecord, { person, cell }: NonNullable<Awaited<ReturnType<People["withVoice"]>>>): Voice {
    return {
      language: person.language ?? cell.language ?? federation.language,
      zone: person.zone ?? cell.zone ?? federation.zone,
    };
  }

  capabilities(platform: string, account: string): Capabilities | undefined {
    return this.#parts.adapters.find(
      (adapter) => adapter.capabilities.platform === platform && adapter.account === account,
    )?.capabilities;
  }
}

/** Says what a job says: nobody is there to be answered. */
async function sayUnasked(speaker: Speaker, replies: readonly Reply[], context: Context): Promise<void> {
  for (const reply of replies) {
    if (reply.to === "chats") await speaker.toChats(reply.chats, reply.message, reply);
    else if (reply.to === "direct") await speaker.toDirect(reply);
  }
  await showCards(replies, context, undefined);
}

/** Shows the cards among the replies, in the chats that they name, or here. */
async function showCards(replies: readonly Reply[], context: Context, here: Chat | undefined): Promise<void> {
  for (const reply of replies) {
    if (reply.to !== "card") continue;
    const chats = reply.chats ?? (here === undefined ? [] : [here.id]);
    await context.cards.show(reply.kind, reply.subject, chats, reply.anew === true);
  }
}

/** One event in its transaction. */
class Event {
  readonly #parts: DispatchParts;
  readonly #session: Session;
  readonly #inbound: Inbound;
  readonly #presenter: Presenter;
  readonly #rowId: () => string;
  readonly #commands: readonly CommandDescription[];
  readonly #capabilities: Capabilities;
  #at: Whereabouts = nowhere;
  /** What the person may do in the council whose chat this is. */
  #inCouncil: Level = "anyone";
  /** Who coordinates the cell by the role that it named for it; undefined: who made it does. */
  #coordinators: readonly string[] | undefined;
  #speaker: Speaker | undefined;
  #administrator: boolean | undefined;
  /** The federation that a button or a question named, where it is not the one in which the person spoke last. */
  meant: string | undefined;
  /** What was asked here is over: it was answered, or a command ended it. */
  over = false;
  /** What was said is no command, but presses a button or answers a question. */
  #via: "press" | "answer" | undefined;

  constructor(
    parts: DispatchParts,
    session: Session,
    inbound: Inbound,
    presenter: Presenter,
    rowId: () => string,
    commands: readonly CommandDescription[],
  ) {
    this.#parts = parts;
    this.#session = session;
    this.#inbound = inbound;
    this.#presenter = presenter;
    this.#rowId = rowId;
    this.#commands = commands;
    const adapter = parts.adapters.find(
      ({ capabilities, account }) => capabilities.platform === inbound.platform && account === inbound.account,
    );
    if (adapter === undefined) throw new Error("an event came from an account that is not ours");
    this.#capabilities = adapter.capabilities;
  }

  get rows(): readonly FreshRow[] {
    return this.#speaker?.rows ?? [];
  }

  /** `meant`: in a direct chat, the federation that is meant, if the account is known there. */
  async locate(meant?: string): Promise<void> {
    this.#at = await findWhereabouts(this.#session, this.#inbound, meant);
    const { federation, group, known } = this.#at;
    this.#speak(federation);
    if (federation !== undefined && group?.kind === "council" && known !== undefined) {
      this.#inCouncil = await new Councils(this.#session, federation).levelOf(known.person, group);
    }
    await this.#findCoordinators();
  }

  /** Asked at each event: at a hand-over the power has moved at once, old buttons included. */
  async #findCoordinators(): Promise<void> {
    const { federation, group, known } = this.#at;
    if (federation === undefined || group === undefined || known === undefined) return;
    this.#coordinators = await new Roles(this.#session, federation).coordinators(group);
  }

  /**
   * A button or a question in a direct chat belongs to the federation that wrote it, whichever the person spoke in last.
   * False where it is not theirs.
   */
  async #goTo(federation: string): Promise<boolean> {
    if (this.#at.federation?.id === federation) return true;
    if (this.#inbound.chat.kind !== "direct") return false;
    const there = await findWhereabouts(this.#session, this.#inbound, federation);
    if (there.federation?.id !== federation) return false;
    this.#at = there;
    this.#speak(there.federation);
    await this.#findCoordinators();
    this.meant = federation;
    return true;
  }

  #speak(federation: FederationRecord | undefined): Speaker {
    this.#speaker = new Speaker({
      session: this.#session,
      buttons: new Buttons(this.#session),
      presenter: this.#presenter,
      federation,
      directory: new StoreDirectory(this.#session, federation, this.#parts),
      rowId: this.#rowId,
    });
    return this.#speaker;
  }

  get #sealer(): Sealer {
    return this.#at.federation?.sealer ?? this.#session.keyring.system;
  }

  #asker(): Asker {
    const { federation, chat, group, known } = this.#at;
    const person = known?.person;
    const base = voiceOf(federation, this.#parts.texts);
    const place = {
      language: chat?.language ?? group?.language ?? base.language,
      zone: group?.zone ?? base.zone,
      name: group?.name,
    };
    const fresh = federation === undefined ? this.#hint() : undefined;
    return {
      inbound: this.#inbound,
      capabilities: this.#capabilities,
      chat,
      place: fresh === undefined ? place : { ...place, language: fresh },
      person: {
        language: person?.language ?? fresh ?? place.language,
        zone: person?.zone ?? place.zone,
      },
      direct: known?.identity.direct,
    };
  }

  /** The language of somebody nobody knows yet: what their platform says, if the bot speaks it. */
  #hint(): string | undefined {
    const hint = this.#inbound.sender.language?.split("-")[0]?.toLowerCase();
    return this.#parts.texts.languages.find((language) => language === hint);
  }

  #level(): Level {
    const { known, group, chat } = this.#at;
    if (group?.kind === "council") return this.#inCouncil;
    const person = known?.person;
    if (person === undefined) {
      return (chat ?? this.#at.from) === undefined || this.#anonymous() ? "anyone" : "member";
    }
    if (person.steward) return "steward";
    if ((this.#coordinators ?? [group?.coordinatorId]).includes(person.id)) return "coordinator";
    return "member";
  }

  /**
   * Whether the person may use it. In a direct chat the business of a council may be that of any council of theirs: the
   * command itself asks for their level in the one that is meant (`Councils.levelOf`).
   */
  async #may({ level, where }: Usage<Options>): Promise<boolean> {
    if (ranks[this.#level()] >= ranks[level]) return true;
    const { federation, known } = this.#at;
    if (this.#where() !== "direct" || !where.includes("council") || federation === undefined || known === undefined) {
      return false;
    }
    return ranks[await new Councils(this.#session, federation).highestLevel(known.person)] >= ranks[level];
  }

  /** A Telegram administrator who writes in the name of the group: nobody in particular, so nothing can be theirs. */
  #anonymous(): boolean {
    return this.#inbound.sender.id.startsWith("anonymous:");
  }

  #where(): Where {
    if (this.#inbound.chat.kind === "direct") return "direct";
    return this.#at.chat === undefined ? "unbound" : (this.#at.group?.kind ?? "unbound");
  }

  #context(administrator: boolean): Context {
    const { federation, chat, group, known } = this.#at;
    const asker = this.#asker();
    const { said } = this.#inbound;
    return makeContext(this.#parts, this.#session, this.#commands, {
      federation,
      chat,
      group: chat === undefined ? undefined : group,
      voice: asker.person,
      platform: this.#inbound.platform,
      account: this.#inbound.account,
      inbound: this.#inbound,
      person: known?.person,
      level: this.#level(),
      administrator,
      mentioned:
        said.type === "text"
          ? (said.mentions ?? []).map(({ from, to, user }) => ({ written: said.text.slice(from, to), user }))
          : said.type === "command"
            ? (said.users ?? []).map((user) => ({ written: `@${user.id}`, user }))
            : [],
    });
  }

  /** What could be chosen for an option; nothing where the federation is not known. */
  async complete(type: OptionType<unknown>, typed: string): Promise<readonly Completion[]> {
    const { federation } = this.#at;
    if (federation === undefined || type.choices === undefined) return [];
    const context = this.#context(false);
    const choices = await type.choices(context, typed);
    const { language, zone } = this.#asker().person;
    return choices.slice(0, 25).map(({ value, label }) => ({
      value: value.slice(0, 100),
      label: this.#parts.texts.plain(language, label, { zone, now: this.#session.now }).slice(0, 100),
    }));
  }

  async refuse(why: Phrase, more: Message | undefined, over = false): Promise<void> {
    // Whoever writes directly can be written to, also where what they wrote was not understood.
    if (this.#inbound.chat.kind === "direct") await this.#noteDirect();
    const blocks: Block[] = [{ type: "paragraph", content: why }, ...(more?.blocks ?? [])];
    // What was refused was undone. A question that it answered, or that a command ended, is over all the same; and what
    // comes with a refusal asks something else.
    if (over || this.#isCommand() || (this.#inbound.chat.kind === "direct" && more !== undefined)) {
      await new Questions(this.#session).end(...this.#questionKeys());
    }
    // An answer that everybody already sees coming cannot become unseen; a refusal holds nothing private.
    const to = this.#inbound.interaction?.seenBy === "chat" ? "here" : "person";
    await this.#answer({ answer: "private", fallback: "chat" }, [{ to, message: { blocks } }]);
  }

  async #answer(usage: Pick<Usage<Options>, "answer" | "fallback"> | undefined, replies: readonly Reply[]) {
    const speaker = this.#speaker ?? this.#speak(this.#at.federation);
    await speaker.answer(this.#asker(), usage, replies);
  }

  /** `edit`: another wording of a message that was noted before. */
  async handle(administrator: boolean | undefined, edit: boolean): Promise<void> {
    const { said, chat } = this.#inbound;
    this.#administrator = administrator;
    if (said.type !== "bot-removed" && said.type !== "bot-allowed") {
      await (chat.kind === "direct" ? this.#noteDirect() : this.#noteOpen());
    }
    switch (said.type) {
      case "text":
        if (said.edited !== undefined && !(await this.#mended(said.text, said.edited, edit))) return;
        await this.#text(said.text);
        return;
      case "command": {
        const command = findCommand(this.#parts.commands, said.name);
        const usage = findUsage(command, said.word);
        if (command === undefined || usage === undefined) throw new Refused(phrase("core-outdated-command"));
        await this.#run({ command, word: said.word, usage, raw: said.options });
        return;
      }
      case "press":
        await this.#press(said.button);
        return;
      case "reaction": {
        const place = this.#place();
        const id = await new Buttons(this.#session).chosen(`${place}:${said.messageId}`, said.mark);
        if (id !== undefined) await this.#press(id);
        return;
      }
      case "answer":
        if (!isAnswer("cancel", said.text) || !(await this.#cancels())) await this.#answers(said.text);
        return;
      case "start":
        if (said.payload !== undefined && (await this.#hasButton(said.payload))) await this.#press(said.payload);
        else if (await this.#giveHeld()) return;
        else if (said.payload === answersPayload) {
          await this.#answer({ answer: "private", fallback: "chat" }, [
            { to: "person", message: say("core-nothing-waits") },
          ]);
        } else await this.#greet();
        return;
      case "left":
        await this.#left(said.users);
        return;
      case "bot-added":
        await this.#added();
        return;
      case "bot-removed":
        await this.#removed();
        return;
      case "bot-allowed":
        await this.#allowed();
        return;
      case "moved": {
        const { chat: bound, federation } = this.#at;
        if (bound === undefined || federation === undefined) return;
        await new Cells(this.#session, federation).move(bound, said.to);
        return;
      }
    }
  }

  #place(): string {
    const { platform, account, chat } = this.#inbound;
    return this.#session.keyring.lookup("place", platform, account, chat.id);
  }

  /** A question waits where it is read: in the group, or in the person's direct chat, whichever id that has. */
  #promptKey(at: "here" | "direct" = "here"): string {
    const { platform, account, chat, sender } = this.#inbound;
    const place = at === "direct" || chat.kind === "direct" ? "direct" : `group ${chat.id}`;
    return this.#session.keyring.lookup("prompt", platform, account, place, sender.id);
  }

  /** A chat from which something comes is one that the bot sits in, whatever was noted when it was last refused. */
  async #noteOpen(): Promise<void> {
    const { chat, federation } = this.#at;
    if (chat === undefined || federation === undefined || chat.state === "open") return;
    await new Cells(this.#session, federation).setState(chat.id, "open");
  }

  /** Whoever writes directly can be written to from now on. */
  async #noteDirect(): Promise<void> {
    const { known, federation } = this.#at;
    const direct = this.#inbound.chat.id;
    if (known === undefined && this.#capabilities.direct === "after-start") {
      await new Started(this.#session).note({ ...this.#account, direct }, this.#session.now + keptDays.started * day);
      return;
    }
    if (known === undefined || federation === undefined || known.identity.direct === direct) return;
    await new People(this.#session, federation).setDirect(known.identity, direct);
    this.#at = { ...this.#at, known: { ...known, identity: { ...known.identity, direct } } };
  }

  get #account(): StartedAccount {
    const { platform, account, sender } = this.#inbound;
    return { platform, account, user: sender.id };
  }

  /** Gives somebody the answers that wait for them; false if none does. */
  async #giveHeld(): Promise<boolean> {
    const buttons = new Buttons(this.#session);
    const { platform, sender } = this.#inbound;
    const waiting = await buttons.heldFor(this.#session.keyring.lookup("owner", platform, sender.id));
    const federation = waiting.at(-1)?.federationId;
    if (federation === undefined || !(await this.#goTo(federation))) return false;
    const here = waiting.filter(({ federationId }) => federationId === federation);
    const chats = new Set(here.flatMap(({ chatId }) => chatId ?? []));
    const before = new Map<string, number>();
    for (const chat of chats) before.set(chat, await buttons.awaiting(federation, chat));
    for (const row of here) {
      const meaning = readMeaning(buttons.meaning(row, this.#sealerOf(federation)));
      if (!("held" in meaning)) continue;
      await this.#answer({ answer: "private", fallback: "notice" }, [{ to: "person", message: meaning.held }]);
      await buttons.remove(row.id);
    }
    for (const chat of chats) {
      const left = await buttons.awaiting(federation, chat);
      if (crowd(left) === crowd(before.get(chat) ?? 0)) continue;
      new Cards(this.#session).touch({ kind: waitingAnswers, subject: chat });
    }
    return true;
  }

  /** What came of a message, under a key of the inbox, where its edits find it. */
  #outcome(
    of: "worked" | "answer" | `answer ${string}` | "deleted" | "told" | `wording ${string}`,
  ): [string, string, string] {
    const { platform, account, chat, said } = this.#inbound;
    const message = "messageId" in said ? (said.messageId ?? "") : "";
    return [platform, account, `${of} ${chat.id} ${message}`];
  }

  /**
   * Whether the new wording of a message is to be read like a message: a typo is mended as long as nothing was done. What
   * was worked on already stays so, and that is said once. Talk that becomes other talk is nobody's business.
   */
  async #mended(text: string, { writtenAt, messageId }: Edited, known: boolean): Promise<boolean> {
    const inbox = new Inbox(this.#session);
    if (await inbox.knows(...this.#outcome("worked"))) {
      // Platforms call it an edit, too, when something else than the words has changed.
      if (await inbox.knows(...this.#outcome(`wording ${text.trim()}`))) return false;
      if (messageId !== undefined && (await inbox.knows(...this.#outcome("deleted")))) {
        this.#speaker?.deleteFrom(this.#asker(), messageId);
      }
      if (await inbox.record(...this.#outcome("told"))) await this.refuse(phrase("core-edited"), undefined);
      return false;
    }
    const { type } = parseCommand(text, this.#parts.commands, this.#capabilities.prefixes);
    if (this.#session.now - writtenAt > mendable) {
      if (type !== "talk" && type !== "unknown-command") await this.refuse(phrase("core-edited-late"), undefined);
      return false;
    }
    return !known || type !== "talk" || (await inbox.knows(...this.#outcome("answer")));
  }

  async #text(text: string): Promise<void> {
    const { prefixes } = this.#capabilities;
    const direct = this.#inbound.chat.kind === "direct";
    const trimmed = text.trim();
    const behindMark = prefixes.includes("!") && trimmed.startsWith("!") ? trimmed.slice(1).trim() : undefined;
    const mark = /^[!/](\d{1,2})$/u.exec(trimmed)?.[1];
    if (this.#capabilities.buttons === "none" && mark !== undefined) {
      const id = await new Buttons(this.#session).chosen(this.#place(), mark);
      if (id === undefined && (await this.#answers(mark, true))) return;
      if (id === undefined) throw new Refused(phrase("core-no-such-choice"));
      await this.#press(id);
      return;
    }
    if (isAnswer("cancel", trimmed)) {
      if (await this.#cancels()) return;
      // In a group it may be meant for another bot.
      if (/^[!/]/u.test(trimmed) && !direct) return;
      if (/^[!/]/u.test(trimmed)) throw new Refused(phrase("core-nothing-to-cancel"));
    }
    const parsed = parseCommand(text, this.#parts.commands, prefixes);
    switch (parsed.type) {
      case "talk":
        if (behindMark !== undefined && behindMark !== "" && (await this.#answers(behindMark, true))) return;
        if ((await this.#answers(text)) || (trimmed !== "" && (await this.#written(trimmed)))) return;
        if (direct) await this.#greet();
        return;
      case "unknown-command":
        if (parsed.near === undefined && behindMark !== undefined && (await this.#answers(behindMark, true))) return;
        // In a group the command may be meant for another bot: silence, unless it is nearly one of ours.
        if (parsed.near === undefined && !direct) return;
        throw new Refused(
          parsed.near === undefined
            ? phrase("core-unknown-command")
            : phrase("core-did-you-mean", { command: `${prefixes[0] ?? "/"}${parsed.near}` }),
        );
      case "unknown-word": {
        if (this.#where() === "unbound" && this.#at.federation === undefined) await this.#checkWhere(parsed.command);
        const rows = this.#menu(parsed.command);
        throw new Refused(
          parsed.typed === undefined
            ? phrase("core-which", { command: parsed.command.name })
            : parsed.near === undefined
              ? phrase("core-unknown-word", { command: parsed.command.name })
              : phrase("core-did-you-mean", { command: `${prefixes[0] ?? "/"}${parsed.command.name} ${parsed.near}` }),
          rows,
        );
      }
      case "left-over":
        await this.#run(parsed.invocation, parsed.text);
        return;
      case "no-colon":
        throw new Refused(phrase("core-no-colon", { key: parsed.key }));
      case "invocation":
        await this.#run(parsed.invocation);
        return;
    }
  }

  async #checkWhere(command: Command): Promise<void> {
    const usages = [command.bare, ...Object.values(command.words ?? {})];
    if (!usages.some((usage) => usage?.where.includes("unbound") === true))
      throw new Refused(phrase("core-not-set-up"));
  }

  /** The words of a command that this person may use here, as buttons. */
  #menu(command: Command): Message | undefined {
    const where = this.#where();
    const buttons = Object.entries(command.words ?? {})
      .filter(([, usage]) => usage.where.includes(where) && ranks[usage.level] <= ranks[this.#level()])
      .map(([word, usage]) => ({
        label: verbatim(word),
        action: { command: command.name, word, ...(usage.ends === true ? { options: { [fromMenu]: "yes" } } : {}) },
        press: "seen" as const,
      }));
    if (buttons.length === 0) return undefined;
    const rows = [];
    for (let from = 0; from < buttons.length; from += 3) rows.push(buttons.slice(from, from + 3));
    return { blocks: [{ type: "buttons", rows }] };
  }

  async #hasButton(id: string): Promise<boolean> {
    return (await new Buttons(this.#session).find(id)) !== undefined;
  }

  async #press(id: string): Promise<void> {
    const buttons = new Buttons(this.#session);
    const row = await buttons.find(id);
    if (row === undefined || (row.expiresAt !== undefined && row.expiresAt < this.#session.now)) {
      throw new Refused(phrase("core-button-gone"));
    }
    if (row.federationId !== undefined && !(await this.#goTo(row.federationId))) {
      throw new Refused(phrase("core-button-gone"));
    }
    if (row.owner !== undefined && !(await this.#owns(row.owner))) throw new Refused(phrase("core-button-of-another"));
    if (row.chatId !== undefined && row.chatId !== this.#at.chat?.id) throw new Refused(phrase("core-button-gone"));
    const meaning = readMeaning(buttons.meaning(row, this.#sealerOf(row.federationId)));
    if ("held" in meaning) {
      await this.#answer({ answer: "private", fallback: "notice" }, [{ to: "person", message: meaning.held }]);
      return;
    }
    const { action } = meaning;
    const command = findCommand(this.#parts.commands, action.command);
    const usage = findUsage(command, action.word);
    if (command === undefined || usage === undefined) throw new Refused(phrase("core-button-gone"));
    this.#via = "press";
    await this.#run({ command, word: action.word, usage, raw: action.options ?? {} });
  }

  /** Whether what is put to an account is put to who speaks: by that account, or by another one of the same person. */
  async #owns(owner: string): Promise<boolean> {
    const { keyring } = this.#session;
    if (owner === this.#owner) return true;
    const { federation, known } = this.#at;
    if (federation === undefined || known === undefined) return false;
    const accounts = await new People(this.#session, federation).identities(known.person.id);
    return accounts.some((one) => owner === keyring.lookup("owner", one.platform, one.ref.id));
  }

  /** HMAC of the account that speaks: what is put to it is its own. */
  get #owner(): string {
    const { platform, sender } = this.#inbound;
    return this.#session.keyring.lookup("owner", platform, sender.id);
  }

  #sealerOf(federationId: string | undefined): Sealer {
    return federationId === undefined ? this.#session.keyring.system : this.#sealer;
  }

  /** The question that waits here for who speaks, if it is one that we can still ask; its sealed state was read. */
  async #question(key: string): Promise<{ readonly asked: Question; readonly late: number } | undefined> {
    const found = await new Questions(this.#session).find(key);
    if (found === undefined) return undefined;
    if (found.federationId !== undefined && !(await this.#goTo(found.federationId))) return undefined;
    return {
      asked: found.read(this.#sealerOf(found.federationId)),
      late: this.#session.now - found.expiresAt,
    };
  }

  /**
   * What was written may be the answer to a question of ours. `marked`: it stood behind `!`, so that it is meant for us.
   * False where it is talk.
   */
  async #answers(text: string, marked = false): Promise<boolean> {
    const { said, chat } = this.#inbound;
    const questions = new Questions(this.#session);
    const repliedTo = said.type === "text" ? said.replyTo : undefined;
    const noted =
      said.type === "answer"
        ? said.ask
        : repliedTo === undefined
          ? undefined
          : await questions.askedBy(this.#place(), repliedTo);
    const key = this.#promptKey();
    const group = chat.kind === "group";
    const waiting = await this.#question(key);
    // Which message asked is noted a moment after the platform has it: a reply as quick as that is the answer.
    const early = repliedTo !== undefined && noted === undefined && waiting !== undefined && waiting.late <= 0;
    // What was not understood was asked anew: once mended it answers that, whichever message it replied to.
    const mends = waiting !== undefined && (await this.#mendsAnswer(waiting.asked));
    const named = mends || (early && !(await questions.isNoted(waiting.asked.id))) ? waiting.asked.id : noted;
    // What replies to something else that we have said, or to what was asked of somebody else, is no answer.
    if (group && repliedTo !== undefined && (named === undefined || !isPutTo(named, this.#owner))) return false;
    if (waiting === undefined || (named !== undefined && waiting.asked.id !== named)) {
      if (named === undefined) return false;
      if (!group || repliedTo === undefined) throw new Refused(phrase("core-question-gone"));
      await questions.told(this.#place(), repliedTo);
      await this.refuse(phrase("core-question-gone"), undefined);
      return true;
    }
    const { asked, late } = waiting;
    const command = findCommand(this.#parts.commands, asked.command);
    const usage = findUsage(command, asked.word);
    if (command === undefined || usage === undefined) return false;
    if (group && this.#capabilities.ask === "reply" && named === undefined && !marked) {
      const option = usage.options?.[asked.missing];
      if (late > 0 || option === undefined || !(await isJustThat(option, text, this.#context(false)))) return false;
    }
    if (late > 0) {
      if (repliedTo !== undefined) await questions.told(this.#place(), repliedTo);
      // Who just talks in a group, hours later, is left alone.
      const left = group && named === undefined && !marked && late > questionLife;
      // Not thrown: what is refused is undone, and then it would be said again and again.
      await questions.end(key);
      if (left) return false;
      await this.refuse(phrase("core-question-gone"), undefined);
      return true;
    }
    await questions.end(...this.#questionKeys());
    // What is refused is undone, so the question stands as before: in a group only a reply answers it again. In the direct
    // chat whatever is written next would.
    this.over = !group;
    this.#via = "answer";
    if (said.type === "text") {
      const inbox = new Inbox(this.#session);
      await inbox.record(...this.#outcome("answer"));
      await inbox.record(...this.#outcome(answerTo(asked)));
    }
    await this.#run({ command, word: asked.word, usage, raw: answered(asked, text) });
    return true;
  }

  /** Whether what was edited has answered the same question before. */
  async #mendsAnswer(asked: Question): Promise<boolean> {
    const { said } = this.#inbound;
    if (said.type !== "text" || said.edited === undefined) return false;
    return new Inbox(this.#session).knows(...this.#outcome(answerTo(asked)));
  }

  /** "cancel" ends what waits here, and says so. False where nothing waits. */
  async #cancels(): Promise<boolean> {
    const keys = this.#questionKeys();
    const questions = new Questions(this.#session);
    let waits = false;
    for (const key of keys) {
      const found = await questions.find(key);
      waits ||= found !== undefined && found.expiresAt > this.#session.now;
    }
    if (!waits) return false;
    await questions.end(...keys);
    await this.#answer({ answer: "private", fallback: "chat" }, [{ to: "person", message: say("core-cancelled") }]);
    return true;
  }

  /** What may wait for who speaks in this place: a question, and in the direct chat words for one that has buttons. */
  #questionKeys(): readonly string[] {
    return this.#inbound.chat.kind === "direct" ? [this.#promptKey(), this.#wordsKey] : [this.#promptKey()];
  }

  /** Whether what was said is a command, whatever became of it. */
  #isCommand(): boolean {
    const { said } = this.#inbound;
    if (said.type !== "text") return said.type === "command";
    const { type } = parseCommand(said.text, this.#parts.commands, this.#capabilities.prefixes);
    return type !== "talk" && type !== "unknown-command";
  }

  /**
   * Another command ends what was asked here. So does a press in the direct chat, where the next words would be the answer;
   * in a group they are not, and an answer on somebody's card is nothing to do with the question.
   */
  async #endQuestions(): Promise<void> {
    if (this.#via === "press" && this.#inbound.chat.kind === "group") return;
    this.over = true;
    await new Questions(this.#session).end(...this.#questionKeys());
  }

  /** What was written directly is the answer to a question that has buttons, and the last that was asked there. */
  async #written(text: string): Promise<boolean> {
    if (this.#inbound.chat.kind !== "direct") return false;
    const found = await new Questions(this.#session).find(this.#wordsKey);
    if (found === undefined || found.expiresAt <= this.#session.now) return false;
    // Where buttons are numbers, a number is one of them, and no words.
    if (this.#capabilities.buttons === "none" && /^\d{1,2}$/u.test(text)) {
      await this.#text(`!${text}`);
      return true;
    }
    const waiting = await this.#question(this.#wordsKey);
    if (waiting === undefined) return false;
    const { asked } = waiting;
    const command = findCommand(this.#parts.commands, asked.command);
    const usage = findUsage(command, asked.word);
    if (command === undefined || usage === undefined) return false;
    await new Questions(this.#session).end(this.#wordsKey);
    this.#via = "answer";
    await this.#run({ command, word: asked.word, usage, raw: answered(asked, text) });
    return true;
  }

  get #wordsKey(): string {
    const { platform, account, sender } = this.#inbound;
    return wordsKey(this.#session, { platform, account, userId: sender.id });
  }

  /** Words may answer what was just said, if it was said in the direct chat. */
  async #awaitWords({ action, option, until }: Awaits): Promise<void> {
    if (this.#inbound.chat.kind !== "direct" && this.#speaker?.toldAt !== "direct") return;
    const { command, word, options: raw = {} } = action;
    const state: Question = { id: this.#session.newId(), command, word, raw, missing: option, dash: true };
    await new Questions(this.#session).putUntil(this.#wordsKey, this.#at.federation?.id, state, until, this.#sealer);
  }

  /**
   * A button under a question was pressed. The question waits no longer: what the person says next is talk, and a
   * second press no second answer. Late is not too late, since a press says which question it answers.
   */
  async #answeredByPress(
    command: Command,
    word: string | undefined,
    { [asked]: answered, ...given }: Readonly<Record<string, string>>,
  ): Promise<void> {
    const key = this.#promptKey();
    const questions = new Questions(this.#session);
    const found = await questions.find(key);
    const ours = found !== undefined && found.federationId === this.#at.federation?.id;
    const state = ours ? found.read(this.#sealerOf(found.federationId)) : undefined;
    // An earlier question of the same round may be answered anew, one of a round before may not.
    const sameRound =
      state?.command === command.name &&
      state.word === word &&
      Object.entries(given).every(([name, value]) => name === answered || state.raw[name] === value);
    if (!sameRound) throw new Refused(phrase("core-question-answered"));
    await questions.end(...this.#questionKeys());
  }

  async #run({ command, word, usage, raw: given }: Invocation, leftOver?: string): Promise<void> {
    const { said } = this.#inbound;
    const raw = without(without(given, asked), fromMenu);
    if (Object.hasOwn(given, asked)) await this.#answeredByPress(command, word, given);
    else if (this.#via !== "answer") await this.#endQuestions();
    const where = this.#where();
    if (!usage.where.includes(where)) {
      throw new Refused(this.#elsewhere(usage.where));
    }
    if (this.#anonymous() && (usage.level !== "anyone" || usage.needsAdministrator === true)) {
      throw new Refused(phrase("core-anonymous"));
    }
    if (where === "direct" && this.#at.known === undefined && this.#at.from === undefined && usage.level !== "anyone") {
      throw new Refused(phrase("core-not-known"));
    }
    if (!(await this.#may(usage))) throw new Refused(this.#needs(usage.level));
    if (usage.needsAdministrator === true && this.#inbound.chat.kind === "group") {
      if (this.#administrator === undefined) throw new NeedsAdministrator();
      if (!this.#administrator) throw new Refused(phrase("core-needs-administrator"));
    }
    if (leftOver !== undefined) throw new Refused(phrase("core-left-over", { text: leftOver.slice(0, 60) }));

    if (Object.hasOwn(given, fromMenu)) {
      await this.#askSure(command, word, usage);
      return;
    }
    await this.#enter();
    const context = this.#context(this.#administrator ?? false);
    // Begun without any option, a command that can be guided asks for those too that may be left out.
    const guided = Object.keys(raw).length === 0 || Object.hasOwn(raw, guide);
    const kept = guided ? { ...raw, [guide]: "yes" } : raw;
    const values: Record<string, unknown> = {};
    const missing: string[] = [];
    for (const [name, option] of Object.entries(usage.options ?? {})) {
      const typed = Object.hasOwn(raw, name) ? raw[name] : undefined;
      if (typed === undefined || typed.trim() === "") {
        if (option.required || (guided && option.guided === true && typed === undefined)) missing.push(name);
        continue;
      }
      const read = await option.type.parse(typed.trim(), context);
      if ("refusal" in read) {
        await this.#askFor(command, word, usage, without(kept, name), name, context, read);
        return;
      }
      values[name] = read.value;
    }
    const [first] = missing;
    if (first !== undefined) {
      await this.#askFor(command, word, usage, kept, first, context, undefined);
      return;
    }

    let replies: readonly Reply[];
    try {
      replies = await usage.run(context, values);
    } catch (error) {
      if (!(error instanceof Needed)) throw error;
      const { option, refused } = error;
      await this.#askFor(
        command,
        word,
        usage,
        { ...without(kept, option), [needed]: option },
        option,
        context,
        refused,
      );
      return;
    }
    const unseen = typeof usage.unseen === "function" ? usage.unseen(values) : usage.unseen === true;
    if (said.type === "text") {
      const inbox = new Inbox(this.#session);
      await inbox.record(...this.#outcome("worked"));
      await inbox.record(...this.#outcome(`wording ${said.text.trim()}`));
      if (unseen && this.#inbound.chat.kind === "group") {
        if (this.#capabilities.deletesOthers) {
          this.#speaker?.deleteFrom(this.#asker(), said.messageId);
          await inbox.record(...this.#outcome("deleted"));
        }
        await this.#hintOnce();
      }
    }
    await this.#relocate(usage);
    await showCards(replies, context, this.#at.chat);
    this.#noteAsked(replies);
    await this.#answer(usage, replies);
    for (const reply of replies) {
      if (reply.to === "person" && reply.awaits !== undefined) await this.#awaitWords(reply.awaits);
    }
  }

  /** Who asked for a card here is told if it cannot be shown. */
  #noteAsked(replies: readonly Reply[]): void {
    const { chat } = this.#at;
    const by = chat === undefined ? undefined : askedBy(this.#asker());
    if (chat === undefined || by === undefined) return;
    for (const reply of replies) {
      if (reply.to !== "card" || reply.chats?.includes(chat.id) === false) continue;
      this.#session.tx.tell(cardsAsked, { chatId: chat.id, kind: reply.kind, subject: reply.subject, by });
    }
  }

  /** Where a command can be used that cannot be used here. */
  #elsewhere(where: readonly Where[]): Phrase {
    const { group } = this.#at;
    if (this.#where() === "unbound") return phrase("core-not-set-up");
    if (this.#where() === "direct") return phrase("core-only-in-group");
    if (where.includes("unbound")) return phrase("core-set-up-already");
    if (group?.kind === "council" && where.includes("cell")) return phrase("core-of-council", { council: group.name });
    if (group?.kind === "cell" && where.includes("council")) return phrase("core-only-in-council");
    return phrase("core-only-direct");
  }

  /** Whose it is, if it is not this person's. */
  #needs(level: Level): Phrase {
    const { group, known } = this.#at;
    if (level === "steward") return phrase("core-needs-steward");
    if (group?.kind === "council" && this.#level() === "anyone") {
      const council = group.name;
      return known === undefined
        ? phrase("core-council-stranger", { council })
        : phrase("core-council-guest", { council });
    }
    if (level === "delegate") return phrase("core-needs-delegate");
    if (level === "member") return phrase("core-needs-member");
    return group?.kind === "council" ? phrase("core-needs-council-coordinator") : phrase("core-needs-coordinator");
  }

  /** Where what is typed in a group is seen by all, each chat is told once where to answer unseen. */
  async #hintOnce(): Promise<void> {
    const { chat } = this.#at;
    if (chat === undefined || this.#capabilities.unseen === "always") return;
    if (!(await new Facts(this.#session).once(`hint:unseen:${chat.id}`))) return;
    const link: Block = { type: "link", label: phrase("core-answer-directly"), to: "direct" };
    const blocks: Block[] = [{ type: "paragraph", content: phrase("core-typed-is-seen") }, link];
    await this.#speaker?.toChats([chat.id], { blocks });
  }

  /** A command may have bound this chat or changed the person: the answer is written with what is true now. */
  async #relocate(usage: Usage<Options>): Promise<void> {
    if (this.#at.federation === undefined || usage.changesVoice === true) {
      const said = this.#speaker?.rows ?? [];
      await this.locate();
      this.#speaker?.rows.unshift(...said);
    }
  }

  /** The first accepted command or press in a chat of a cell makes one a member (README). */
  async #enter(): Promise<void> {
    const { federation, known } = this.#at;
    const chat = this.#at.chat ?? this.#at.from;
    if (federation === undefined || chat === undefined || this.#anonymous()) return;
    // In a council's chat nobody becomes known, and of who only passes through nothing is noted.
    if (chat.councilId !== undefined && this.#level() === "anyone") return;
    const { platform, account, sender } = this.#inbound;
    const people = new People(this.#session, federation);
    const { kind, id } = this.#inbound.chat;
    const direct = kind === "direct" ? { direct: id } : {};
    const entered = await people.recognise({ platform, account, user: sender, chat, ...direct }, known);
    this.#at = {
      ...this.#at,
      known: { ...entered, present: true, member: chat.cellId !== undefined || known?.member === true },
    };
  }

  /** One tap among many words ends nothing: it is asked once more. Who types the word has meant it. */
  async #askSure(command: Command, word: string | undefined, usage: Usage<Options>): Promise<void> {
    const yes = {
      label: phrase("core-sure-yes"),
      action: { command: command.name, ...(word === undefined ? {} : { word }) },
      press: "seen" as const,
    };
    const blocks: Block[] = [
      { type: "paragraph", content: phrase("core-sure", { about: { id: usage.about } }) },
      { type: "buttons", rows: [[yes]] },
    ];
    const to = usage.answer === "private" ? "person" : "here";
    await this.#answer({ answer: usage.answer, fallback: usage.fallback ?? "chat" }, [{ to, message: { blocks } }]);
  }

  /** Asks for an option, naming the choices where there are any; what was given so far is kept. */
  async #askFor(
    command: Command,
    word: string | undefined,
    usage: Usage<Options>,
    raw: Readonly<Record<string, string>>,
    name: string,
    context: Context,
    refused: Refusal | undefined,
  ): Promise<void> {
    const option = usage.options?.[name];
    if (option === undefined) return;
    const why = refused?.refusal;
    const choices = refused?.choices ?? (await option.type.choices?.(context, "")) ?? [];
    if (ofThings.has(option.type.kind) && choices.length === 0 && why !== undefined) throw new Refused(why);
    const action = (value: string): Action => ({
      command: command.name,
      ...(word === undefined ? {} : { word }),
      options: { ...raw, [asked]: name, [name]: value },
    });
    const blocks: Block[] = [];
    if (why !== undefined) blocks.push({ type: "paragraph", content: why });
    const skippable = !option.required && option.guided === true;
    const { ask, buttons, prefixes } = this.#capabilities;
    // A question to be answered in words says itself; a form has it on its button only, a reply apart from other buttons.
    const saysItself = choices.length === 0 && ask !== "form" && !(ask === "reply" && skippable && buttons !== "none");
    if (!saysItself) blocks.push({ type: "paragraph", content: phrase(option.ask), style: "strong" });
    if (choices.length > 0) {
      const most = (buttons === "none" ? undefined : buttons.menu) ?? mostChoices;
      const rows = choices.slice(0, most).map((choice) => [
        {
          label: choice.label,
          action: action(choice.value),
          press: usage.answer === "private" ? ("unseen" as const) : ("seen" as const),
        },
      ]);
      blocks.push({
        type: "buttons",
        rows: option.type.words === undefined ? rows : [rows.flat()],
        menu: phrase(option.ask),
      });
      // The choices are a help. What is not among them is written: in a form, or, in a Telegram group, as a reply.
      if (inWords.has(option.type.kind)) {
        if (ask === "form") blocks.push({ type: "ask", label: phrase("core-something-else") });
        else if (ask === "reply" && this.#inbound.chat.kind === "group") {
          blocks.push({ type: "paragraph", content: phrase("core-or-reply"), style: "quiet" });
        }
      }
    } else blocks.push({ type: "ask", label: phrase(option.ask) });
    if (skippable) {
      const skip = { label: phrase("core-skip"), action: action(""), press: "seen" as const };
      blocks.push({ type: "buttons", rows: [[skip]] });
    }
    // Where all talk reaches the bot, a reply is nothing that a client opens by itself.
    const onlyWords = choices.length === 0 && option.type.kind === "text";
    if (onlyWords && ask === "reply" && prefixes.includes("!") && this.#inbound.chat.kind === "group") {
      blocks.push({ type: "paragraph", content: phrase("core-how-to-answer"), style: "quiet" });
    }
    const dash = !option.required && raw[needed] !== name;
    if (dash && !skippable && option.hidden !== true && choices.length === 0) {
      blocks.push({ type: "paragraph", content: phrase("core-dash"), style: "quiet" });
    }

    const alone = usage.answer === "private";
    const id = questionId(this.#session.newId(), this.#owner);
    await this.#answer({ answer: usage.answer, fallback: usage.fallback ?? "chat" }, [
      { to: alone ? "person" : "here", message: { blocks, question: id } },
    ]);
    const questions = new Questions(this.#session);
    if (this.#speaker?.toldAt === "direct") await questions.end(this.#wordsKey);
    await questions.put(
      this.#promptKey(alone ? this.#speaker?.toldAt : "here"),
      this.#at.federation?.id,
      { id, command: command.name, word, raw, missing: name, dash },
      this.#sealer,
    );
  }

  /** Says hello to somebody who writes directly without a command. */
  async #greet(): Promise<void> {
    const known = this.#at.known !== undefined;
    await this.#answer({ answer: "private", fallback: "chat" }, [
      { to: "person", message: say(known ? "core-hello" : "core-not-known") },
    ]);
  }

  async #left(users: readonly PlatformUser[]): Promise<void> {
    const { federation, chat } = this.#at;
    if (federation === undefined || chat === undefined) return;
    const people = new People(this.#session, federation);
    const drives = new Drives(this.#session, federation);
    const roles = new Roles(this.#session, federation);
    for (const user of users) {
      const person = await people.leftChat(this.#inbound.platform, user.id, chat);
      if (person === undefined) continue;
      await drives.moved(person);
      if (chat.cellId === undefined) continue;
      await roles.left(person.id, chat.cellId);
      await new Actions(this.#session, federation).withdraw(person.id, chat.cellId);
      await new Gatherings(this.#session, federation).withdraw(person.id, chat.cellId);
      await new Circles(this.#session, federation).withdraw(person.id, chat.cellId);
    }
  }

  async #added(): Promise<void> {
    const { federation, chat } = this.#at;
    if (federation !== undefined && chat !== undefined) {
      await new Cells(this.#session, federation).setState(chat.id, "open");
      return;
    }
    await this.#answer(undefined, [{ to: "here", message: say("core-welcome") }]);
  }

  async #allowed(): Promise<void> {
    const { federation, chat } = this.#at;
    if (federation !== undefined && chat !== undefined) await new Cells(this.#session, federation).tryAgain(chat.id);
  }

  async #removed(): Promise<void> {
    const { federation, chat, known } = this.#at;
    if (this.#inbound.chat.kind === "direct") {
      await new Started(this.#session).remove(this.#account);
      if (federation !== undefined && known !== undefined) {
        await new People(this.#session, federation).setDirect(known.identity, undefined);
      }
      return;
    }
    if (federation === undefined || chat === undefined) return;
    await new Cells(this.#session, federation).setState(chat.id, "removed");
  }
}

/** Where there is no thing of the kind, there is nothing to ask for. */
const ofThings: ReadonlySet<OptionType<unknown>["kind"]> = new Set(["drive", "role", "action", "gathering"]);

/** Kinds whose choices are suggestions: people may as well write something else. */
const inWords: ReadonlySet<OptionType<unknown>["kind"]> = new Set(["text", "moment", "time", "recurrence", "zone"]);

/** What is noted of an answer: what was asked, whichever message asked it. */
const answerTo = ({ command, word = "", missing }: Question) => `answer ${command} ${word} ${missing}` as const;

/** Among the options kept with a question: the command was begun without any. No option can have this name. */
const guide = " guided";

/** Among the options kept with a question: which option the command cannot do without after all. */
const needed = " needed";

/** Among the options of a button that stands under a question: which option its press answers. */
const asked = " asked";

/** Among the options of a button of the menu of words, where its word ends something. */
const fromMenu = " menu";

const without = (raw: Readonly<Record<string, string>>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).filter(([key]) => key !== name));

/** We have written it ourselves, sealed: its shape is certain. */
const readMeaning = (json: string): Meaning => JSON.parse(json) as Meaning;
