/**
 * Rows of the outbox: what is sent when their turn has come, and what follows from it. What failed for now is given back and
 * waits in its lane; what failed for good is noted with its reason, and for the chat or the person as well.
 */
import { SendError, type Outgoing, type Sent } from "../chat/adapter.ts";
import { kindOfLane, type OutboxBody } from "../chat/outgoing.ts";
import { inside } from "../core/inside.ts";
import { noteLabels } from "../core/labels.ts";
import { noteAsked } from "../core/questions.ts";
import { reasonOf } from "../core/receipts.ts";
import { Buttons } from "../store/buttons.ts";
import { Cells } from "../store/cells.ts";
import { Federations, type FederationRecord } from "../store/federations.ts";
import { Outbox, type OutboxHead } from "../store/outbox.ts";
import type { Sealer } from "../store/sealing.ts";
import { noteDirect } from "../store/whereabouts.ts";
import { reactionsOf } from "./drawn.ts";
import type { Files } from "./filling.ts";
import type { Line, Lines } from "./lines.ts";
import type { Notes } from "./noting.ts";
import { firstPause, mostAttempts, pauseAfter, type DeliveryParts } from "./parts.ts";

/** Bodies of rows just written that are kept in memory, so that they need not be read again. */
const bodiesKept = 2_000;

/** A row whose turn it is. */
interface Row {
  readonly lane: string;
  readonly head: OutboxHead;
}

export class Messages {
  readonly #parts: DeliveryParts;
  readonly #lines: Lines;
  readonly #notes: Notes;
  readonly #files: Files;
  readonly #bodies = new Map<string, OutboxBody>();
  /** Rows whose interaction the platform no longer takes. */
  readonly #overdue = new Set<string>();

  constructor(parts: DeliveryParts, lines: Lines, notes: Notes, files: Files) {
    this.#parts = parts;
    this.#lines = lines;
    this.#notes = notes;
    this.#files = files;
  }

  /** The body of a row that was just written need not be read again. */
  keep(id: string, body: OutboxBody): void {
    if (this.#bodies.size < bodiesKept) this.#bodies.set(id, body);
  }

  /** Sends a row. Gives back the row as it waits again, if it does. */
  async send(line: Line, row: Row): Promise<OutboxHead | undefined> {
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
        const filled = await this.#files.filled(outgoing, line.adapter);
        // What stands in no table is answered while the database may be away, by whoever has the connection.
        const claim = head.unwritten === undefined ? await this.#parts.claim(line.adapter, head.id) : "ours";
        if (claim !== "ours") {
          line.turns.unsent(row.lane);
          if (claim === "unsure") return { ...head, dueAt: clock.now() + firstPause };
          this.#done(head, undefined);
          return undefined;
        }
        const sent = await inside(line.adapter, () => line.adapter.send(filled));
        this.#parts.counted?.(head.platform, "sent");
        this.#lines.ended(line, row.lane, "taken");
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

  #sealer(federation: FederationRecord | undefined): Sealer {
    return federation?.sealer ?? this.#parts.keyring.system;
  }

  async #body(head: OutboxHead): Promise<OutboxBody | undefined> {
    // An edge: only `Delivery.ahead` hands it in.
    if (head.unwritten !== undefined) return head.unwritten as OutboxBody;
    const kept = this.#bodies.get(head.id);
    this.#bodies.delete(head.id);
    if (kept !== undefined) return kept;
    return this.#parts.database.transaction(async (tx) => {
      const session = this.#parts.dispatch.sessionIn(tx);
      const sealed = await new Outbox(session).body(head.id);
      if (sealed === undefined || sealed === "") return undefined;
      const federation =
        head.federationId === undefined ? undefined : await new Federations(session).find(head.federationId);
      if (head.federationId !== undefined && federation === undefined) return undefined;
      return JSON.parse(this.#sealer(federation).open(sealed, "Outbox.sealedBody", head.id)) as OutboxBody;
    });
  }

  /** What to send now: an interaction's token that has ended is replaced by another way, or by nothing. */
  #still(head: OutboxHead, { outgoing, interaction }: OutboxBody): Outgoing | undefined {
    const alive = interaction === undefined || interaction.expiresAt > this.#parts.clock.now();
    if (alive && !this.#overdue.has(head.id)) return outgoing;
    if (interaction === undefined) return undefined;
    return interaction.instead === undefined ? undefined : { ...interaction.instead, id: outgoing.id };
  }

  /** What is to be remembered of a message that was sent. */
  #after(head: OutboxHead, body: OutboxBody, outgoing: Outgoing, sent: Sent): void {
    const marks = "message" in outgoing ? reactionsOf(outgoing.message) : undefined;
    const { place } = body;
    const { messageId } = sent;
    if (marks !== undefined && messageId !== undefined && place !== undefined) {
      this.#notes.add(async (tx) => {
        const buttons = new Buttons(this.#parts.dispatch.sessionIn(tx));
        await buttons.offer(`${place}:${messageId}`, marks);
        await buttons.isNewest(place, messageId);
      });
    }
    const asked = "message" in outgoing ? outgoing.message.question : undefined;
    if (asked !== undefined && messageId !== undefined && place !== undefined) {
      this.#notes.add((tx) => noteAsked(this.#parts.dispatch.sessionIn(tx), place, messageId, asked));
    }
    // What goes to no bound chat is said directly, and ends what could be typed under what was said before.
    const at =
      outgoing.type === "direct"
        ? (sent.direct ?? outgoing.direct)
        : head.chatId === undefined
          ? outgoing.chat.id
          : undefined;
    if (at !== undefined && "message" in outgoing && outgoing.message.blocks.length > 0) {
      const { message } = outgoing;
      this.#notes.add(async (tx) => {
        const session = this.#parts.dispatch.sessionIn(tx);
        await noteLabels(session, session.keyring.lookup("place", head.platform, head.account, at), messageId, message);
      });
    }
    if (outgoing.type === "direct" && outgoing.direct === undefined && sent.direct !== undefined) {
      const { direct } = sent;
      const { identityId, federationId } = head;
      if (identityId === undefined || federationId === undefined) return;
      this.#notes.add(async (tx) => {
        const session = this.#parts.dispatch.sessionIn(tx);
        const federation = await new Federations(session).find(federationId);
        if (federation !== undefined) await noteDirect(session, federation, { identity: identityId }, direct);
      });
    }
  }

  #done(head: OutboxHead, failed: string | undefined): void {
    this.#overdue.delete(head.id);
    this.#notes.done(head, failed);
  }

  /** Gives back the row as it waits again; undefined if it was given up. */
  #failed(line: Line, row: Row, body: OutboxBody, outgoing: Outgoing, error: unknown): OutboxHead | undefined {
    const { lane, head } = row;
    const { clock, log } = this.#parts;
    const now = clock.now();
    const failure = error instanceof SendError ? error.failure : "unreachable";
    this.#parts.counted?.(head.platform, failure);
    this.#lines.refused(line, lane, error);
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
        const dueAt = now + pauseAfter(head.attempts);
        this.#notes.add((tx) =>
          new Outbox(this.#parts.dispatch.sessionIn(tx)).putOff(head.id, attempts, dueAt, "unreachable"),
        );
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
      this.#notes.add(async (tx) => {
        const session = this.#parts.dispatch.sessionIn(tx);
        const federation = federationId === undefined ? undefined : await new Federations(session).find(federationId);
        return this.#parts.dispatch.unasked.sayLacking(session, federation, at, reason, askedBy);
      });
    }
    if (askedBy !== undefined && held !== undefined && (failure === "blocked" || failure === "too-old")) {
      this.#notes.add(async (tx) => {
        const session = this.#parts.dispatch.sessionIn(tx);
        const federation = federationId === undefined ? undefined : await new Federations(session).find(federationId);
        const at = { platform, account: head.account, chatId };
        return this.#parts.dispatch.unasked.sayHeld(session, federation, at, held, askedBy);
      });
    }
    if (federationId === undefined) return;
    if (chatId !== undefined && (failure === "removed" || failure === "no-rights")) {
      this.#notes.add(async (tx) => {
        const session = this.#parts.dispatch.sessionIn(tx);
        const federation = await new Federations(session).find(federationId);
        if (federation !== undefined) await new Cells(session, federation).setState(chatId, failure);
      });
    }
    if (outgoing.type === "direct" && failure === "blocked") {
      const user = outgoing.to;
      this.#notes.add(async (tx) => {
        const session = this.#parts.dispatch.sessionIn(tx);
        const federation = await new Federations(session).find(federationId);
        if (federation === undefined) return [];
        await noteDirect(session, federation, { platform, user }, undefined);
        return otherwise === undefined
          ? []
          : await this.#parts.dispatch.unasked.sayOtherwise(session, federation, otherwise);
      });
    }
  }
}
