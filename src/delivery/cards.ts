/**
 * Cards: a card stands in the lane of its chat like a row, and is written only when its turn has come: the latest state wins.
 * States: due in the database -> claimed for a while and in its lane -> shown, or put off after a failure.
 */
import { asSeen } from "../chat/as-seen.ts";
import { SendError, type Adapter, type Place } from "../chat/adapter.ts";
import type { Message, Rendered } from "../chat/message.ts";
import type { AskedBy } from "../chat/outgoing.ts";
import type { AskedCard } from "../core/dispatch/cards.ts";
import { inside } from "../core/inside.ts";
import { reasonOf } from "../core/receipts.ts";
import { Buttons } from "../store/buttons.ts";
import { cardThread, DueCards, type DueCard } from "../store/cards.ts";
import { Cells, type Chat, type Group } from "../store/cells.ts";
import { isConflict, type Tx } from "../store/database.ts";
import { Federations, type FederationRecord } from "../store/federations.ts";
import type { FreshRow } from "../store/outbox.ts";
import { findChats } from "../store/whereabouts.ts";
import { asking, changeOf, editId, goesOn, postId, reactionsOf } from "./drawn.ts";
import type { Files } from "./filling.ts";
import { cardItem, type Line, type Lines } from "./lines.ts";
import type { Notes } from "./noting.ts";
import { mostAttempts, pauseAfter, problem, type DeliveryParts } from "./parts.ts";

/** Cards taken up in one look, and the shortest time between two looks (milliseconds): after every commit is too often. */
const cardsAtOnce = 100;
const looksApart = 200;
/** How long before the end of a process people had before their eyes what changed or was spoken of. Milliseconds. */
const beforeTheirEyes = 60 * 60 * 1000;
/** For how long a card asks those who pressed then to press once more; afterwards at its next change no longer. */
const asksAgainFor = 2 * 60 * 1000;
/** Cards drawn in one transaction: on SQLite whoever is answered waits for it. */
const drawnAtOnce = 16;
/** Cards of which is kept who asked for them. */
const askersKept = 1_000;
/** Of so many cards it is kept what they are made of. */
const partsKept = 10_000;
/** Cards of which is kept until when they yield to everything else: those that moved last. */
const yieldingKept = 10_000;
/** A card is claimed for so long (milliseconds): if this process dies, it is due again then. */
const claimedFor = 60_000;

const cardKey = ({ chatId, kind, subjectId }: Pick<DueCard, "chatId" | "kind" | "subjectId">): string =>
  [chatId, kind, subjectId].join(" ");

/** A card as it is to be sent. */
interface Drawn {
  readonly card: DueCard;
  readonly place: Place;
  readonly rendered: Rendered;
  readonly messageId: string | undefined;
  readonly pin: { readonly insteadOf?: string } | undefined;
  readonly federation: FederationRecord;
  /** HMAC of what people will see. */
  readonly shownAs: string;
  readonly changesAt: number | undefined;
  /** What it is made of, in one line. */
  readonly parts: string;
}

/** A card as it stands now, and where. */
interface Standing {
  readonly card: DueCard;
  readonly federation: FederationRecord | undefined;
  readonly at: { readonly chat: Chat; readonly group: Group } | undefined;
}

/** A card whose turn has come. */
interface ToDraw {
  readonly line: Line;
  readonly lane: string;
  readonly card: DueCard;
  readonly resolve: (drawn: Drawn | undefined) => void;
  readonly reject: (error: unknown) => void;
}

export class CardsToShow {
  readonly #parts: DeliveryParts;
  readonly #lines: Lines;
  readonly #notes: Notes;
  readonly #files: Files;
  readonly #rested: () => void;
  #looking: Promise<void> | undefined;
  #lookWanted = false;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #lookTimer: { readonly at: number; readonly cancel: () => void } | undefined;
  #stopping = false;
  readonly #inHand = new Set<string>();
  #toDraw: ToDraw[] = [];
  #drawing: Promise<void> | undefined;
  /** What the cards that were written last are made of, as this process has noted it. */
  readonly #partsOf = new Map<string, string>();
  /** Cards that ask those who pressed to press once more: since when the bot is back, and whether they stand there anew. */
  readonly #again = new Map<string, { readonly until: number; readonly posted: boolean }>();
  /** Who asked for which card, until it is shown. A crash forgets them: who sees nothing asks again. */
  readonly #askers = new Map<string, readonly AskedBy[]>();
  /** Until when a card that was shown yields to everything else. Known by this process alone. */
  readonly #yielding = new Map<string, number>();

  /** @param rested is called once no look for cards is going on any more */
  constructor(parts: DeliveryParts, lines: Lines, notes: Notes, files: Files, rested: () => void) {
    this.#parts = parts;
    this.#lines = lines;
    this.#notes = notes;
    this.#files = files;
    this.#rested = rested;
  }

  /** Cards are due from these moments on, in milliseconds since 1970; without any, perhaps now. */
  due(moments: readonly number[] | undefined): void {
    const { clock } = this.#parts;
    const at = moments?.reduce((least, moment) => Math.min(least, moment)) ?? clock.now();
    if (at <= clock.now()) this.#cards();
    else this.#lookAt(at);
  }

  /** Looks again once what is claimed now is so no more. */
  lookAgain(): void {
    this.#lookAt(this.#parts.clock.now() + claimedFor);
  }

  /** What was to be shown through an account that is another process's now: it may have changed there when it comes back. */
  drop(cards: readonly DueCard[]): void {
    for (const { id } of cards) this.#inHand.delete(id);
    this.#partsOf.clear();
    this.#yielding.clear();
  }

  /** Cards that somebody asked for: they are told if one cannot be shown for want of a right. */
  asked(cards: readonly AskedCard[]): void {
    for (const { chatId, kind, subject, by } of cards) {
      const key = cardKey({ chatId, kind, subjectId: subject });
      const others = this.#askers.get(key) ?? [];
      this.#askers.set(key, [...others.filter(({ user }) => user !== by.user), by]);
    }
    while (this.#askers.size > askersKept) this.#askers.delete(this.#askers.keys().next().value ?? "");
  }

  /**
   * The process before this one did not end as it should, and the platform does not deliver again what came then: cards
   * that people had before their eyes are posted anew and ask those who pressed to press once more.
   */
  async askAgain({ capabilities: { platform }, account }: Adapter): Promise<void> {
    const until = this.#parts.clock.now();
    const ids = await this.#parts.database.transaction((tx) =>
      new DueCards(this.#parts.dispatch.sessionIn(tx)).recent(platform, account, beforeTheirEyes),
    );
    for (const id of ids) this.#again.set(id, { until, posted: false });
  }

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
        problem(this.#parts.log, error, "could not look for cards");
        this.#lookAt(clock.now() + 5_000);
      })
      .finally(() => {
        this.#looking = undefined;
        if (this.#lookWanted) this.#cards();
        this.#rested();
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
    const { adapters, holds, several } = this.#parts;
    // Of accounts that are not configured here another process may show them; where there is none they are put off.
    const accounts = !several
      ? undefined
      : adapters.filter(holds).map(({ capabilities: { platform }, account }) => ({ platform, account }));
    if (accounts?.length === 0) return;
    const { found, next, more } = await database.transaction(async (tx) => {
      const store = new DueCards(this.#parts.dispatch.sessionIn(tx));
      const { cards, next } = await store.due(cardsAtOnce, this.#inHand, accounts);
      if (cards.length > 0) {
        await store.claim(
          cards.map(({ id }) => id),
          clock.now() + claimedFor,
        );
      }
      const fresh = cards.filter(({ id }) => !this.#inHand.has(id));
      // Those in hand are claimed anew, and so no longer stand before the others.
      return { found: await this.#places(tx, fresh), next, more: cards.length === cardsAtOnce };
    });
    for (const { card, line, lane } of found) {
      this.#inHand.add(card.id);
      line.turns.add(lane, cardItem(card, clock.now(), this.#yielding.get(card.id)), clock.now());
      this.#lines.pump(line);
    }
    if (more) this.#lookWanted = true;
    if (next !== undefined) this.#lookAt(next);
  }

  /** Where cards are shown; those that are shown nowhere any more are ended. */
  async #places(tx: Tx, cards: readonly DueCard[]) {
    const session = this.#parts.dispatch.sessionIn(tx);
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
          await store.untried(card);
          await this.#end(store, card, "removed");
          continue;
        }
        const line = this.#lines.of(chat.platform, chat.account);
        if (line === undefined) {
          // Not configured now: looked at again in an hour; sooner if its platform has not answered yet.
          const expected = adapters.some(
            ({ capabilities, account }) => capabilities.platform === chat.platform && account === "",
          );
          await store.untried(card);
          await store.putOff(card, clock.now() + (expected ? 5_000 : 3_600_000), false);
          continue;
        }
        found.push({ card, line, lane: keyring.lookup("place", chat.platform, chat.account, chat.ref.id) });
      }
    }
    return found;
  }

  /** Writes a card as things are now, and sends it. What becomes of it is noted; it never goes back into its lane. */
  async show(line: Line, lane: string, claimed: DueCard): Promise<undefined> {
    const { clock, counted } = this.#parts;
    const { platform } = line.adapter.capabilities;
    let edited = false;
    try {
      const prepared = await this.#drawn(line, lane, claimed);
      if (prepared === undefined) {
        line.turns.unsent(lane);
        return;
      }
      const { card, place, rendered, messageId, pin, federation, shownAs, changesAt } = prepared;
      this.#keepParts(card.id, prepared.parts);
      // What says again what it says is not sent again: on Matrix each edit is an event.
      if (messageId !== undefined && shownAs === claimed.shownAs) {
        line.turns.unsent(lane);
        this.#askers.delete(cardKey(card));
        const notBefore = clock.now();
        this.#notes.add(
          (tx) =>
            new DueCards(this.#parts.dispatch.sessionIn(tx)).shown(card, undefined, notBefore, shownAs, changesAt),
          card.id,
        );
        return;
      }
      edited = messageId !== undefined;
      const filled = await this.#files.filled(
        messageId === undefined
          ? { id: postId(card), type: "message", chat: place, message: rendered, ...(pin === undefined ? {} : { pin }) }
          : { id: editId(card, shownAs), type: "edit", chat: place, messageId, message: rendered },
        line.adapter,
      );
      if ((await this.#parts.claim(line.adapter)) !== "ours") {
        line.turns.unsent(lane);
        // Another process shows it, once it has taken the account over.
        if (this.#parts.holds(line.adapter)) throw new SendError("unreachable");
        return;
      }
      const sent = await inside(line.adapter, () => line.adapter.send(filled));
      counted?.(platform, "sent");
      this.#lines.ended(line, lane, "taken");
      this.#askers.delete(cardKey(card));
      const again = this.#again.get(card.id);
      if (again !== undefined && !edited) this.#again.set(card.id, { ...again, posted: true });
      const at = messageId ?? sent.edit ?? sent.messageId;
      const marks = reactionsOf(rendered);
      const message =
        at === undefined
          ? undefined
          : { sealed: federation.sealer.seal(at, "Card.sealedMessage", card.id), posted: !edited };
      const notBefore = clock.now() + this.#restAfter(line, card, edited);
      this.#notes.add(async (tx) => {
        const session = this.#parts.dispatch.sessionIn(tx);
        if (marks !== undefined && sent.messageId !== undefined) {
          await new Buttons(session).offer(`${lane}:${sent.messageId}`, marks);
          if (!edited) await new Buttons(session).isNewest(lane, sent.messageId);
        }
        await new DueCards(session).shown(card, message, notBefore, shownAs, changesAt);
      }, card.id);
    } catch (error) {
      this.#cardFailed(claimed, line, lane, error, edited);
    } finally {
      this.#notes.add(() => Promise.resolve(void this.#inHand.delete(claimed.id)), claimed.id);
    }
    return undefined;
  }

  /** How long a card waits that has just been shown, in milliseconds. */
  #restAfter({ adapter, budget }: Line, { id, edits }: DueCard, edited: boolean): number {
    const pause = budget?.cardPause(adapter.capabilities.edits, edited ? edits + 1 : 0);
    if (pause === undefined) return 0;
    this.#yielding.delete(id);
    if (pause.steady > pause.atLeast) this.#yielding.set(id, this.#parts.clock.now() + pause.steady);
    if (this.#yielding.size > yieldingKept) this.#yielding.delete(this.#yielding.keys().next().value ?? "");
    return pause.atLeast;
  }

  /** Draws a card, together with those that wait to be drawn as well: what they are made of is read once for all of them. */
  #drawn(line: Line, lane: string, card: DueCard): Promise<Drawn | undefined> {
    return new Promise((resolve, reject) => {
      this.#toDraw.push({ line, lane, card, resolve, reject });
      this.#drawing ??= this.#draw().finally(() => (this.#drawing = undefined));
    });
  }

  async #draw(): Promise<void> {
    await Promise.resolve(); // those whose turn has come together are all there then
    while (this.#toDraw.length > 0) {
      const some = this.#toDraw.splice(0, drawnAtOnce);
      try {
        const done = await this.#parts.database.transaction(async (tx) => {
          const standing = await this.#standing(tx, some);
          return Array.fromAsync(some, async ({ line, lane, card, resolve, reject }) => {
            const found = standing.get(card.id);
            try {
              const drawn = found && (await tx.savepoint(() => this.#prepare(tx, line, lane, found)));
              return () => {
                resolve(drawn);
              };
            } catch (error) {
              if (isConflict(error)) throw error; // all is done again
              return () => {
                reject(error);
              };
            }
          });
        });
        for (const tell of done) tell();
      } catch (error) {
        for (const { reject } of some) reject(error);
      }
    }
  }

  /** Cards as they stand now, each with its federation and chat, as far as there are these still. */
  async #standing(tx: Tx, some: readonly ToDraw[]): Promise<ReadonlyMap<string, Standing>> {
    const session = this.#parts.dispatch.sessionIn(tx);
    const cards = [...(await new DueCards(session).find(some.map(({ card }) => card.id))).values()];
    const standing = new Map<string, Standing>();
    for (const id of new Set(cards.map(({ federationId }) => federationId))) {
      const theirs = cards.filter(({ federationId }) => federationId === id);
      const federation = await new Federations(session).find(id);
      const chats =
        federation === undefined
          ? []
          : await findChats(session, federation, [...new Set(theirs.map(({ chatId }) => chatId))]);
      for (const card of theirs)
        standing.set(card.id, { card, federation, at: chats.find(({ chat }) => chat.id === card.chatId) });
    }
    return standing;
  }

  async #prepare(tx: Tx, line: Line, lane: string, { card, federation, at }: Standing): Promise<Drawn | undefined> {
    const session = this.#parts.dispatch.sessionIn(tx);
    const store = new DueCards(session);
    if (federation === undefined || at === undefined) {
      await this.#end(store, card, "removed");
      return undefined;
    }
    const { chat, group } = at;
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
      card.sealedMessage === undefined
        ? undefined
        : federation.sealer.open(card.sealedMessage, "Card.sealedMessage", card.id);
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
    const shownAs = session.keyring.lookup("card", card.id, asSeen(rendered, line.adapter.capabilities));
    const changesAt = changeOf(view, session.now, voice.zone);
    const thread =
      card.sealedThread === undefined
        ? chat.ref.thread
        : federation.sealer.open(card.sealedThread, cardThread, card.id) || undefined;
    const place: Place = { id: chat.ref.id, ...(thread === undefined ? {} : { thread }) };
    return { card, place, rendered, messageId, pin, federation, shownAs, changesAt, parts };
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
    this.#lines.refused(line, lane, error);
    if (!(error instanceof SendError)) problem(this.#parts.log, error, "showing a card broke");
    const now = clock.now();
    const wait =
      failure === "limited" && error instanceof SendError && error.retryAfterMs !== undefined
        ? error.retryAfterMs
        : pauseAfter(card.failures);
    if (failure === "limited") line.budget?.close(lane, "card", now + wait, now);
    const askers = failure === "no-rights" ? (this.#askers.get(cardKey(card)) ?? []) : [];
    if (failure === "no-rights" || failure === "removed") this.#askers.delete(cardKey(card));
    this.#notes.add(async (tx) => {
      const store = new DueCards(this.#parts.dispatch.sessionIn(tx));
      if (failure === "removed" || failure === "no-rights") {
        const reason = reasonOf(failure, error instanceof SendError ? error.detail : undefined);
        await this.#end(store, card, reason);
        const session = this.#parts.dispatch.sessionIn(tx);
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

  /** Whether no look is going on, and no card in hand. */
  get quiet(): boolean {
    return this.#looking === undefined && !this.#lookWanted && this.#inHand.size === 0;
  }

  /** When it looks next, in milliseconds since 1970, as far as it is known. */
  get looksAt(): number | undefined {
    return this.#lookTimer?.at;
  }

  /** Looks no more; what it finds meanwhile waits for the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#lookTimer?.cancel();
    await this.#looking;
  }
}
