/**
 * From what a handler replies to rows of the outbox: who is reached where, in which language, and what happens where a
 * person cannot be reached unseen. The only place that decides this.
 */
import { Broadcasts } from "../store/broadcasts.ts";
import type { Buttons } from "../store/buttons.ts";
import { Cards } from "../store/cards.ts";
import type { Chat } from "../store/cells.ts";
import type { FederationRecord } from "../store/federations.ts";
import { Jobs } from "../store/jobs.ts";
import type { FreshRow, Priority } from "../store/outbox.ts";
import type { Session } from "../store/session.ts";
import type { Capabilities, Outgoing } from "../chat/adapter.ts";
import type { Reply, AnyUsage, Waits } from "./command.ts";
import type { Inbound, PlatformName, PlatformUser } from "../chat/inbound.ts";
import { type Block, type Message, type Rendered, say } from "../chat/message.ts";
import { laneOf, type AskedBy, type OutboxBody } from "../chat/outgoing.ts";
import { plainText, type Meaning, type Presenter } from "./present.ts";
import { Questions } from "./questions.ts";
import { phrase, mention } from "../chat/phrase.ts";

/** Where an answer goes: what is known of the event that is being answered. */
export interface Asker {
  readonly inbound: Inbound;
  readonly capabilities: Capabilities;
  readonly chat: Chat | undefined;
  /** Language and zone of the person. */
  readonly person: Voice;
  /** Language and zone of the place, and what it is called where it is bound. */
  readonly place: Voice & { readonly name?: string | undefined };
  /** The direct chat of the account that speaks, where the bot may write to it. */
  readonly direct: string | undefined;
}

/** How something is said. */
export interface Voice {
  readonly language: string;
  readonly zone: string;
}

/** An account through which a person can be written to. */
export interface Reachable {
  /** Id of ours. */
  readonly identityId: string;
  readonly platform: string;
  readonly account: string;
  /** The platform's user id. */
  readonly userId: string;
  /** The direct chat, where one is known. */
  readonly direct: string | undefined;
}

/** What the replies may look up. */
export interface Directory {
  /** Chats by id of ours, with their voices; those that are closed are left out. */
  chats(ids: readonly string[]): Promise<readonly { readonly chat: Chat; readonly voice: Voice }[]>;
  /** The account through which a person is reached directly: this one (id of ours), or the one that spoke last. */
  reach(person: string, account?: string): Promise<(Reachable & { readonly voice: Voice }) | undefined>;
  /** The platform's id of the account that this person has there, the one that spoke last where they have several. */
  accountOf(person: string, platform: string): Promise<string | undefined>;
  capabilities(platform: string, account: string): Capabilities | undefined;
  /** From when on a person may be told what can wait: now, or the end of their quiet hours (milliseconds since 1970). */
  undisturbed(person: string): Promise<number>;
}

/** The notice in a chat that answers wait there for people who cannot be written to: a live message about the chat. */
export const waitingAnswers = "waiting-answers";
/** What the way to the direct chat says there: who comes gets what waits for them. */
export const answersPayload = "answers";
/** After so long (milliseconds) the notice is posted anew for the next one, where some still wait or all have been read. */
const noticeFor = 2 * 60 * 1000;
const noticeDone = 30 * 1000;
/** What the notice tells apart: nobody, one person, several. An edit for every single one would be noise. */
export const crowd = (people: number): number => Math.min(people, 2);

/** How long an answer waits for somebody to open the direct chat, in milliseconds: a day. */
const heldFor = 24 * 60 * 60 * 1000;

/** Under which it is kept that words in somebody's direct chat may answer a question that has buttons. */
export const wordsKey = (
  { keyring }: Session,
  { platform, account, userId }: Pick<Reachable, "platform" | "account" | "userId">,
): string => keyring.lookup("prompt", platform, account, "words", userId);

export class Speaker {
  readonly #session: Session;
  readonly #buttons: Buttons;
  readonly #presenter: Presenter;
  readonly #federation: FederationRecord | undefined;
  readonly #directory: Directory;
  readonly #rowId: () => string;
  readonly rows: FreshRow[] = [];
  /** Where a person read what was last said to them alone: where they were, or in their direct chat. */
  toldAt: "here" | "direct" = "here";

  constructor(parts: {
    session: Session;
    buttons: Buttons;
    presenter: Presenter;
    federation: FederationRecord | undefined;
    directory: Directory;
    rowId: () => string;
  }) {
    this.#session = parts.session;
    this.#buttons = parts.buttons;
    this.#presenter = parts.presenter;
    this.#federation = parts.federation;
    this.#directory = parts.directory;
    this.#rowId = parts.rowId;
  }

  get #sealer() {
    return this.#federation?.sealer ?? this.#session.keyring.system;
  }

  /** HMAC of a place. */
  place(platform: string, account: string, id: string): string {
    return this.#session.keyring.lookup("place", platform, account, id);
  }

  /** Says the replies to an event. An interaction is answered exactly once, even if there is nothing to say. */
  async answer(asker: Asker, usage: Pick<AnyUsage, "answer" | "fallback"> | undefined, replies: readonly Reply[]) {
    let interaction = asker.inbound.interaction;
    for (const reply of replies) {
      switch (reply.to) {
        case "person":
          await this.#toPerson(asker, usage, reply.message, interaction, reply.open);
          if (interaction?.seenBy === "person") interaction = undefined;
          break;
        case "here": {
          const token = interaction?.seenBy === "chat" ? interaction : undefined;
          await this.#here(asker, reply.message, token, reply.open);
          if (token !== undefined) interaction = undefined;
          break;
        }
        case "chats":
          await this.toChats(reply.chats, reply.message, { broadcast: reply.broadcast, asks: reply.asks });
          break;
        case "direct":
          await this.toDirect(reply);
          break;
        case "card":
          break;
      }
    }
    if (interaction !== undefined) {
      const { inbound } = asker;
      this.#write(
        {
          type: "private",
          chat: placeOf(inbound),
          to: inbound.sender.id,
          message: { language: asker.person.language, blocks: [] },
          interaction: interaction.token,
        },
        { asker, priority: 0, expiresAt: interaction.expiresAt },
      );
    }
  }

  async #present(asker: Asker, message: Message, voice: Voice, owner?: string): Promise<Rendered> {
    const { inbound, capabilities, chat } = asker;
    const whose = inbound.chat.kind === "direct" ? this.#owner(inbound.platform, inbound.sender.id) : owner;
    return this.#presenter.present(
      message,
      {
        ...voice,
        now: this.#session.now,
        capabilities,
        kind: inbound.chat.kind,
        encrypted: inbound.chat.encrypted === true,
        place: this.place(inbound.platform, inbound.account, inbound.chat.id),
        federationId: this.#federation?.id,
        chatId: chat?.id,
        ...(whose === undefined ? {} : { owner: whose }),
      },
      this.#buttons,
      this.#sealer,
    );
  }

  /**
   * Where everybody reads it. What it asks is put to who gave the command, unless it is `open` to all: its buttons are
   * theirs, and in a group it names them.
   */
  async #here(asker: Asker, message: Message, interaction: Inbound["interaction"], open?: true) {
    const { sender, platform, chat } = asker.inbound;
    const voice = chat.kind === "direct" ? asker.person : asker.place;
    const rendered =
      open === true
        ? await this.#present(asker, message, voice)
        : await this.#present(
            asker,
            chat.kind === "group" && waits(message) ? putTo(sender, platform, message) : message,
            voice,
            this.#owner(platform, sender.id),
          );
    const { said } = asker.inbound;
    const asks = said.type === "text" && rendered.blocks.some(({ type }) => type === "ask");
    const outgoing = {
      type: "message",
      chat: placeOf(asker.inbound),
      message: rendered,
      ...(asks ? { replyTo: said.messageId } : {}),
    } as const;
    const by = askedBy(asker);
    if (interaction === undefined) this.#write(outgoing, { asker, priority: 0, by });
    else {
      this.#write(
        { ...outgoing, interaction: interaction.token },
        { asker, priority: 0, expiresAt: interaction.expiresAt, instead: outgoing, by },
      );
    }
  }

  async #toPerson(
    asker: Asker,
    usage: Pick<AnyUsage, "answer" | "fallback"> | undefined,
    message: Message,
    interaction: Inbound["interaction"],
    open: true | undefined,
  ) {
    const { inbound, capabilities, direct } = asker;
    if (inbound.chat.kind === "direct" && interaction === undefined) {
      await this.#here(asker, message, undefined);
      return;
    }
    this.toldAt = "here";
    const owner = this.#owner(inbound.platform, inbound.sender.id);
    const unseen = interaction?.seenBy === "person" ? interaction : undefined;
    // Where it can be given neither in place nor directly, which the platform only says then, it waits for its reader.
    const late =
      inbound.chat.kind === "direct" ? {} : { by: askedBy(asker), held: { chat: placeOf(inbound), message } };

    if (unseen !== undefined) {
      const rendered = await this.#present(asker, message, asker.person, owner);
      const limit = unseen.plainLimit;
      const text = limit === undefined ? undefined : plainText(rendered);
      if (limit === undefined || (text !== undefined && [...text].length <= limit)) {
        const instead = await this.#directly(asker, message);
        this.#write(
          {
            type: "private",
            chat: placeOf(inbound),
            to: inbound.sender.id,
            message: rendered,
            interaction: unseen.token,
          },
          {
            asker,
            priority: 0,
            expiresAt: unseen.expiresAt,
            instead,
            ...late,
          },
        );
        return;
      }
    }

    const reachable =
      inbound.chat.kind === "direct" || capabilities.direct === "anybody" || direct !== undefined
        ? await this.#directly(asker, message)
        : undefined;
    if (reachable !== undefined) {
      this.toldAt = "direct";
      this.#write(reachable, { asker, priority: 0, ...late });
      // In the direct chat the answer itself is before their eyes.
      const there = inbound.chat.kind === "direct" ? undefined : say("core-see-direct");
      if (unseen !== undefined) await this.#alert(asker, unseen, there);
      return;
    }

    if (usage?.fallback === "chat") {
      await this.#here(asker, message, undefined, open);
      if (unseen !== undefined) await this.#alert(asker, unseen, undefined);
      return;
    }
    this.toldAt = "direct";
    await this.notice(asker, message);
    if (unseen !== undefined) await this.#alert(asker, unseen, say("core-open-direct-first"));
  }

  /** Keeps an answer for its reader. All those that wait for somebody in a chat have one notice there. */
  async notice(asker: Asker, message: Message): Promise<void> {
    const owner = this.#owner(asker.inbound.platform, asker.inbound.sender.id);
    const meaning = JSON.stringify({ held: message } satisfies Meaning);
    const expiresAt = this.#session.now + heldFor;
    const { chat } = asker;
    const federation = this.#federation;
    if (federation !== undefined && chat !== undefined) {
      const before = await this.#buttons.awaiting(federation.id, chat.id);
      await this.#buttons.hold(
        { federationId: federation.id, chatId: chat.id, owner, meaning, expiresAt },
        this.#sealer,
      );
      const now = await this.#buttons.awaiting(federation.id, chat.id);
      const cards = new Cards(this.#session);
      const there = await cards.standing(waitingAnswers, chat.id, chat.id);
      // Long above, nobody sees it any more; what is on its way will be seen.
      const postedAt = there?.postedAt ?? (there?.due === true ? this.#session.now : Number.NEGATIVE_INFINITY);
      const seen = this.#session.now - postedAt < (before === 0 ? noticeDone : noticeFor);
      if (!seen) await cards.show(waitingAnswers, chat.id, [chat.id], true);
      else if (crowd(before) !== crowd(now)) cards.touch({ kind: waitingAnswers, subject: chat.id });
      return;
    }
    const [held = ""] = await this.#buttons.write(
      [
        {
          federationId: this.#federation?.id,
          chatId: undefined,
          owner,
          meaning,
          expiresAt,
        },
      ],
      this.#sealer,
    );
    const notice: Message = {
      blocks: [
        { type: "paragraph", content: phrase("core-answer-waits") },
        { type: "link", label: phrase("core-open-direct"), to: "direct", payload: held },
      ],
    };
    await this.#here(asker, notice, undefined);
  }

  async #directly(asker: Asker, message: Message): Promise<Outgoing & { readonly type: "direct" }> {
    const { inbound, direct } = asker;
    const place = direct ?? (inbound.chat.kind === "direct" ? inbound.chat.id : undefined);
    const rendered = await this.#presenter.present(
      message,
      {
        ...asker.person,
        now: this.#session.now,
        capabilities: asker.capabilities,
        kind: "direct",
        encrypted: false,
        place: this.#directPlace(inbound.platform, inbound.account, inbound.sender.id, place),
        federationId: this.#federation?.id,
        chatId: undefined,
        owner: this.#owner(inbound.platform, inbound.sender.id),
      },
      this.#buttons,
      this.#sealer,
    );
    return {
      id: "",
      type: "direct",
      to: inbound.sender.id,
      ...(place === undefined ? {} : { direct: place }),
      message: rendered,
    };
  }

  /** Tells somebody alone what became of what they asked for in a group: in place if that is possible, else directly. */
  async toAsker(
    at: {
      readonly platform: Inbound["platform"];
      readonly account: string;
      readonly chat: { readonly id: string; readonly thread?: string };
      readonly capabilities: Capabilities;
      readonly by: AskedBy;
    },
    message: Message,
  ): Promise<void> {
    const { platform, account, capabilities, by } = at;
    const { interaction } = by;
    const inbound = eventOf(platform, account, at.chat, by);
    const asker: Asker = {
      inbound,
      capabilities,
      chat: undefined,
      person: by.voice,
      place: by.voice,
      direct: by.direct,
    };
    const reachable = by.direct !== undefined || capabilities.direct === "anybody";
    const directly = reachable ? await this.#directly(asker, message) : undefined;
    if (interaction !== undefined) {
      const rendered = await this.#present(asker, message, by.voice, this.#owner(platform, by.user));
      this.#write(
        { type: "private", chat: at.chat, to: by.user, message: rendered, interaction: interaction.token },
        {
          asker,
          priority: 0,
          expiresAt: interaction.expiresAt,
          ...(directly === undefined ? {} : { instead: directly }),
        },
      );
    } else if (directly !== undefined) this.#write(directly, { asker, priority: 0 });
  }

  /** HMAC of the account whose buttons are its own. */
  #owner(platform: string, user: string): string {
    return this.#session.keyring.lookup("owner", platform, user);
  }

  /** The same of a person (id of ours) on a platform. Where they have no account there, the buttons are nobody's. */
  async #ownerOf(person: string, platform: string): Promise<string> {
    const user = await this.#directory.accountOf(person, platform);
    return user === undefined ? this.#session.keyring.lookup("nobody", person) : this.#owner(platform, user);
  }

  #directPlace(platform: string, account: string, user: string, place: string | undefined): string {
    return place === undefined
      ? this.#session.keyring.lookup("direct", platform, account, user)
      : this.place(platform, account, place);
  }

  async #alert(asker: Asker, interaction: NonNullable<Inbound["interaction"]>, message: Message | undefined) {
    const { inbound, person } = asker;
    const rendered =
      message === undefined ? { language: person.language, blocks: [] } : await this.#present(asker, message, person);
    this.#write(
      {
        type: "private",
        chat: placeOf(inbound),
        to: inbound.sender.id,
        message: rendered,
        interaction: interaction.token,
      },
      { asker, priority: 0, expiresAt: interaction.expiresAt },
    );
  }

  /** The same message in many chats, each in its own language; a broadcast leaves a receipt for every one of them. */
  async toChats(
    ids: readonly string[],
    message: Message,
    { broadcast, asks: person }: { readonly broadcast?: string | undefined; readonly asks?: string | undefined } = {},
  ): Promise<void> {
    const missed = new Set(ids);
    for (const { chat, voice } of await this.#directory.chats(ids)) {
      const capabilities = this.#directory.capabilities(chat.platform, chat.account);
      if (capabilities === undefined) continue;
      missed.delete(chat.id);
      const place = this.place(chat.platform, chat.account, chat.ref.id);
      const rendered = await this.#presenter.present(
        message,
        {
          ...voice,
          now: this.#session.now,
          capabilities,
          kind: "group",
          encrypted: chat.encrypted,
          place,
          federationId: this.#federation?.id,
          chatId: chat.id,
          ...(person === undefined ? {} : { owner: await this.#ownerOf(person, chat.platform) }),
        },
        this.#buttons,
        this.#sealer,
      );
      this.#push(
        { id: "", type: "message", chat: chat.ref, message: rendered },
        {
          platform: chat.platform,
          account: chat.account,
          chatId: chat.id,
          lane: place,
          priority: ids.length > 1 ? 2 : 1,
          broadcastId: broadcast,
        },
      );
    }
    if (broadcast !== undefined && missed.size > 0) {
      await new Broadcasts(this.#session, this.#federation?.id).missed(broadcast, [...missed]);
    }
  }

  /** To one person directly, where they can be reached, or else in the chats that are named for that. */
  async toDirect({
    person,
    account,
    message,
    otherwise,
    waits,
  }: Extract<Reply, { readonly to: "direct" }>): Promise<void> {
    if (waits !== undefined && (await this.#putOff(person, waits))) return;
    const reached = await this.#directory.reach(person, account);
    const capabilities =
      reached === undefined ? undefined : this.#directory.capabilities(reached.platform, reached.account);
    if (
      reached === undefined ||
      capabilities === undefined ||
      (capabilities.direct === "after-start" && reached.direct === undefined)
    ) {
      if (otherwise !== undefined) await this.toChats(otherwise.chats, otherwise.message, { asks: person });
      return;
    }
    // What has buttons asks something: words that are written now would answer this, and nothing that came before.
    if (message.blocks.some(({ type }) => type === "buttons")) {
      await new Questions(this.#session).end(wordsKey(this.#session, reached));
    }
    const lane = this.#directPlace(reached.platform, reached.account, reached.userId, reached.direct);
    const rendered = await this.#presenter.present(
      message,
      {
        ...reached.voice,
        now: this.#session.now,
        capabilities,
        kind: "direct",
        encrypted: false,
        place: lane,
        federationId: this.#federation?.id,
        chatId: undefined,
        owner: this.#owner(reached.platform, reached.userId),
      },
      this.#buttons,
      this.#sealer,
    );
    this.#push(
      {
        id: "",
        type: "direct",
        to: reached.userId,
        ...(reached.direct === undefined ? {} : { direct: reached.direct }),
        message: rendered,
      },
      {
        platform: reached.platform,
        account: reached.account,
        identityId: reached.identityId,
        lane,
        priority: 1,
        ...(otherwise === undefined ? {} : { otherwise: { ...otherwise, asks: person } }),
      },
    );
  }

  /** Whether the person has quiet hours now that end in time: then a job says it later. */
  async #putOff(person: string, { until, kind, payload }: Waits): Promise<boolean> {
    const dueAt = await this.#directory.undisturbed(person);
    if (dueAt <= this.#session.now || dueAt >= until) return false;
    const key = [kind, ...Object.values(payload)].join(":");
    await new Jobs(this.#session, this.#federation?.id).schedule({ kind, key, payload, dueAt });
    return true;
  }

  /** Asks the platform to take away what a person wrote in a group. */
  deleteFrom(asker: Asker, messageId: string): void {
    this.#write({ type: "delete", chat: placeOf(asker.inbound), messageId }, { asker, priority: 2 });
  }

  #write(
    outgoing: Unnumbered<Outgoing>,
    how: {
      asker: Asker;
      priority: Priority;
      expiresAt?: number;
      instead?: Unnumbered<Outgoing>;
      by?: AskedBy | undefined;
      held?: NonNullable<OutboxBody["held"]>;
    },
  ) {
    const { inbound, chat } = how.asker;
    const numbered: Outgoing = { ...outgoing, id: "" };
    this.#push(numbered, {
      platform: inbound.platform,
      account: inbound.account,
      ...(outgoing.type === "direct" || chat === undefined ? {} : { chatId: chat.id }),
      lane: laneOf(numbered, inbound, (...parts) => this.#session.keyring.lookup(...parts)),
      priority: how.priority,
      by: this.#owner(inbound.platform, inbound.sender.id),
      ...(how.by === undefined ? {} : { askedBy: how.by }),
      ...(how.held === undefined ? {} : { held: how.held }),
      ...(how.expiresAt === undefined
        ? {}
        : {
            interaction: {
              expiresAt: how.expiresAt,
              ...(how.instead === undefined ? {} : { instead: { ...how.instead, id: "" } }),
            },
          }),
    });
  }

  #push(
    outgoing: Outgoing,
    how: {
      platform: string;
      account: string;
      chatId?: string;
      identityId?: string;
      lane: string;
      priority: Priority;
      broadcastId?: string | undefined;
      interaction?: OutboxBody["interaction"];
      otherwise?: OutboxBody["otherwise"];
      by?: string;
      askedBy?: AskedBy;
      held?: NonNullable<OutboxBody["held"]>;
    },
  ) {
    const id = this.#rowId();
    const body: OutboxBody = {
      outgoing: { ...outgoing, id },
      place: how.lane,
      ...(how.interaction === undefined ? {} : { interaction: how.interaction }),
      ...(how.otherwise === undefined ? {} : { otherwise: how.otherwise }),
      ...(how.askedBy === undefined ? {} : { askedBy: how.askedBy }),
      ...(how.held === undefined ? {} : { held: how.held }),
    };
    this.rows.push({
      id,
      federationId: this.#federation?.id,
      platform: how.platform,
      account: how.account,
      chatId: how.chatId,
      identityId: how.identityId,
      lane: how.lane,
      priority: how.priority,
      sealedBody: this.#sealer.seal(JSON.stringify(body), "Outbox.sealedBody"),
      body,
      broadcastId: how.broadcastId,
      attempts: 0,
      dueAt: this.#session.now,
      ...(how.by === undefined ? {} : { by: how.by }),
    });
  }
}

/** Who is to be told where an answer cannot be shown in the group; nobody where it is given directly. */
export function askedBy({ inbound, chat, place, direct, person }: Asker): AskedBy | undefined {
  if (inbound.chat.kind === "direct") return undefined;
  const { interaction } = inbound;
  const where = chat?.title ?? inbound.chat.title ?? place.name;
  return {
    user: inbound.sender.id,
    voice: { language: person.language, zone: person.zone },
    ...(direct === undefined ? {} : { direct }),
    ...(where === undefined ? {} : { where }),
    // An alert can be shown once, and has been.
    ...(interaction === undefined || interaction.plainLimit !== undefined ? {} : { interaction }),
  };
}

/** What is left of an event whose answer could not be given. */
export const eventOf = (
  platform: Inbound["platform"],
  account: string,
  chat: { readonly id: string; readonly thread?: string },
  by: AskedBy,
): Inbound => ({
  platform,
  account,
  eventId: "",
  chat: { ...chat, kind: "group" },
  sender: { id: by.user, name: "" },
  said: { type: "start" },
});

/** An `Outgoing` that has not got its id yet. */
type Unnumbered<T> = T extends unknown ? Omit<T, "id"> & { readonly id?: string } : never;

/** Whether it waits for an answer. */
const waits = ({ blocks }: Message): boolean => blocks.some(({ type }) => type === "buttons" || type === "ask");

/** A question that others read too says whom it asks. */
function putTo(to: PlatformUser, platform: PlatformName, message: Message): Message {
  const person = mention({ platform, id: to.id }, to.name);
  const [first, ...rest] = message.blocks;
  const blocks: readonly Block[] =
    first?.type === "paragraph"
      ? [{ ...first, content: phrase("core-asked", { person, question: first.content }) }, ...rest]
      : [{ type: "paragraph", content: phrase("core-asked-below", { person }) }, ...message.blocks];
  return { ...message, blocks };
}

const placeOf = ({ chat }: Inbound) => ({ id: chat.id, ...(chat.thread === undefined ? {} : { thread: chat.thread }) });
