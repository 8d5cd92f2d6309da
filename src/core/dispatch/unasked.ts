/**
 * What is said and done when nobody is there to be answered: what fell due, what a card shows, what the delivery has to tell
 * because something could not be sent as it was meant.
 */
import type { Place } from "../../chat/adapter.ts";
import type { PlatformName } from "../../chat/inbound.ts";
import { verbatim } from "../../chat/message.ts";
import type { AskedBy, Otherwise, OutboxBody } from "../../chat/outgoing.ts";
import { phrase } from "../../chat/phrase.ts";
import type { Chat, Group } from "../../store/cells.ts";
import type { Tx } from "../../store/database.ts";
import { Federations, type FederationRecord } from "../../store/federations.ts";
import type { Job } from "../../store/jobs.ts";
import type { FreshRow } from "../../store/outbox.ts";
import type { Session } from "../../store/session.ts";
import { findChats } from "../../store/whereabouts.ts";
import type { Reply } from "../command.ts";
import type { Context, FederationContext } from "../context.ts";
import { howToMend } from "../receipts.ts";
import { eventOf, type Voice } from "../speak/asker.ts";
import type { Speaker } from "../speak/speaker.ts";
import { showCards } from "./cards.ts";
import { federated, makeContext, voiceOf } from "./contexts.ts";
import { speakerFor } from "./directory.ts";
import { capabilitiesOf, sessionIn, type Machinery } from "./parts.ts";

export class Unasked {
  readonly #machinery: Machinery;
  readonly #federations = new WeakMap<Tx, Map<string, Promise<FederationRecord | undefined>>>();

  constructor(machinery: Machinery) {
    this.#machinery = machinery;
  }

  /** Runs what fell due, in the transaction that is open; gives back what is to be said. */
  async runJob(tx: Tx, job: Job): Promise<readonly FreshRow[]> {
    const session = sessionIn(this.#machinery, tx);
    const system = this.#machinery.systemJobs?.[job.kind];
    if (system !== undefined) {
      await system(session, job.payload);
      return [];
    }
    const runner = this.#machinery.commands.map(({ jobs }) => jobs?.[job.kind]).find((found) => found !== undefined);
    if (runner === undefined) throw new Error(`nobody runs jobs of the kind ${job.kind}`);
    if (job.federationId === undefined) throw new Error(`a job of the kind ${job.kind} belongs to no federation`);
    const federation = await this.#federationOf(session, job.federationId);
    // It was shredded in the meantime: nothing is left to do.
    if (federation === undefined) return [];
    const speaker = speakerFor(this.#machinery, session, federation);
    const context = this.contextFor(session, federation);
    await sayUnasked(speaker, await runner(context, job.payload), context);
    return speaker.rows;
  }

  /** Says in chats what could not be said to a person directly. */
  async sayOtherwise(
    session: Session,
    federation: FederationRecord,
    { chats, message, asks }: Otherwise & { readonly asks?: string },
  ): Promise<readonly FreshRow[]> {
    const speaker = speakerFor(this.#machinery, session, federation);
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
    const capabilities = capabilitiesOf(this.#machinery, at.platform, at.account);
    if (capabilities === undefined) return [];
    const speaker = speakerFor(this.#machinery, session, federation);
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
    const capabilities = capabilitiesOf(this.#machinery, platform, account);
    if (capabilities === undefined) return [];
    const [found] =
      federation === undefined || chatId === undefined ? [] : await findChats(session, federation, [chatId]);
    const place =
      found === undefined
        ? by.voice
        : { language: found.chat.language ?? found.group.language, zone: found.group.zone };
    const speaker = speakerFor(this.#machinery, session, federation);
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
    federation: FederationRecord,
    chat?: { readonly chat: Chat; readonly group: Group; readonly voice: Voice },
  ): FederationContext {
    const context = makeContext(this.#machinery, session, {
      federation,
      chat: chat?.chat,
      group: chat?.group,
      voice: chat?.voice ?? voiceOf(federation, this.#machinery),
      platform: chat?.chat.platform ?? "console",
      account: chat?.chat.account ?? "",
    });
    return federated(context);
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
