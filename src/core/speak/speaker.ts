/**
 * From what a handler replies to rows of the outbox: who is reached where, in which language, and what happens where a
 * person cannot be reached unseen. The only place that decides this.
 */
import type { Capabilities, Outgoing } from "../../chat/adapter.ts";
import type { Inbound, PlatformName, PlatformUser } from "../../chat/inbound.ts";
import { say, type Block, type Message, type Rendered } from "../../chat/message.ts";
import type { AskedBy } from "../../chat/outgoing.ts";
import { mention, phrase } from "../../chat/phrase.ts";
import type { FreshRow } from "../../store/outbox.ts";
import type { AnyUsage, Reply } from "../command.ts";
import { plainText } from "../present.ts";
import { askedBy, eventOf, placeOf, threadOf, type Asker, type Directory, type Voice } from "./asker.ts";
import { Elsewhere } from "./elsewhere.ts";
import { Rows, type RowParts } from "./rows.ts";
import { keepAnswer } from "./waiting.ts";

const askedLater: Block = { type: "paragraph", content: phrase("core-asked-later"), style: "quiet" };

/** Speaks for one event or job, in one transaction. */
export class Speaker {
  readonly #rows: Rows;
  readonly #elsewhere: Elsewhere;
  /** Where a person read what was last said to them alone: where they were, or in their direct chat. */
  toldAt: "here" | "direct" = "here";

  constructor({ directory, ...parts }: RowParts & { readonly directory: Directory }) {
    this.#rows = new Rows(parts);
    this.#elsewhere = new Elsewhere(this.#rows, directory);
  }

  /** The rows of all that was said. */
  get rows(): FreshRow[] {
    return this.#rows.rows;
  }

  /** HMAC of a place. */
  place(platform: string, account: string, id: string): string {
    return this.#rows.place(platform, account, id);
  }

  /** Says the replies to an event. An interaction is answered exactly once, even if there is nothing to say. */
  async answer(asker: Asker, usage: Pick<AnyUsage, "answer" | "fallback"> | undefined, replies: readonly Reply[]) {
    let interaction = asker.inbound.interaction;
    for (const reply of await this.#telling(asker, replies)) {
      switch (reply.to) {
        case "person":
          await this.#toPerson(asker, usage, reply, interaction);
          if (interaction?.seenBy === "person") interaction = undefined;
          break;
        case "here": {
          const token = interaction?.seenBy === "chat" ? interaction : undefined;
          await this.#here(asker, reply.message, token, reply.open);
          if (token !== undefined) interaction = undefined;
          break;
        }
        case "chats":
          await this.toChats(reply.chats, reply.message, {
            broadcast: reply.broadcast,
            asks: reply.asks,
            urgent: reply.urgent,
            here:
              asker.inbound.chat.kind === "group" && asker.chat !== undefined
                ? { chatId: asker.chat.id, place: placeOf(asker.inbound) }
                : undefined,
          });
          break;
        case "direct":
          await this.toDirect(reply, asker.person.id);
          break;
        case "card":
          break;
      }
    }
    if (interaction !== undefined) {
      const { inbound } = asker;
      this.#rows.write(
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

  /** Whoever has somebody asked hears where that is not done before the end of a night or of quiet hours. */
  async #telling(asker: Asker, replies: readonly Reply[]): Promise<readonly Reply[]> {
    const later = await Array.fromAsync(
      replies,
      (reply) => reply.to === "direct" && this.#elsewhere.asksLater(reply, asker.person.id),
    );
    const at = later.includes(true) ? replies.findIndex(({ to }) => to === "person" || to === "here") : -1;
    return replies.map((reply, index) =>
      index === at && (reply.to === "person" || reply.to === "here")
        ? { ...reply, message: { ...reply.message, blocks: [...reply.message.blocks, askedLater] } }
        : reply,
    );
  }

  async #present(asker: Asker, message: Message, voice: Voice, owner?: string): Promise<Rendered> {
    const { inbound, capabilities, chat } = asker;
    const whose = inbound.chat.kind === "direct" ? this.#rows.owner(inbound.platform, inbound.sender.id) : owner;
    return this.#rows.present(message, {
      ...voice,
      capabilities,
      kind: inbound.chat.kind,
      encrypted: inbound.chat.encrypted === true,
      place: this.place(inbound.platform, inbound.account, inbound.chat.id),
      chatId: chat?.id,
      ...(whose === undefined ? {} : { owner: whose }),
    });
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
            this.#rows.owner(platform, sender.id),
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
    if (interaction === undefined) this.#rows.write(outgoing, { asker, priority: 0, by });
    else {
      this.#rows.write(
        { ...outgoing, interaction: interaction.token },
        { asker, priority: 0, expiresAt: interaction.expiresAt, instead: outgoing, by },
      );
    }
  }

  async #toPerson(
    asker: Asker,
    usage: Pick<AnyUsage, "answer" | "fallback"> | undefined,
    { message, open, publicly = message }: Extract<Reply, { readonly to: "person" }>,
    interaction: Inbound["interaction"],
  ) {
    const { inbound, capabilities, direct } = asker;
    if (inbound.chat.kind === "direct" && interaction === undefined) {
      await this.#here(asker, message, undefined);
      return;
    }
    this.toldAt = "here";
    const owner = this.#rows.owner(inbound.platform, inbound.sender.id);
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
        this.#rows.write(
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
      this.#rows.write(reachable, { asker, priority: 0, ...late });
      // In the direct chat the answer itself is before their eyes.
      const there = inbound.chat.kind === "direct" ? undefined : say("core-see-direct");
      if (unseen !== undefined) await this.#alert(asker, unseen, there);
      return;
    }

    if (usage?.fallback === "chat") {
      await this.#here(asker, publicly, undefined, open);
      if (unseen !== undefined) await this.#alert(asker, unseen, undefined);
      return;
    }
    this.toldAt = "direct";
    await this.notice(asker, message);
    if (unseen !== undefined) await this.#alert(asker, unseen, say("core-open-direct-first"));
  }

  /** Keeps an answer for its reader. All those that wait for somebody in a chat have one notice there. */
  async notice(asker: Asker, message: Message): Promise<void> {
    const { session, buttons, sealer, federation } = this.#rows;
    const owner = this.#rows.owner(asker.inbound.platform, asker.inbound.sender.id);
    const { inbound, chat } = asker;
    const thread = chat && threadOf(inbound, chat);
    const keeping = { session, buttons, sealer, federationId: federation?.id, chatId: chat?.id, thread, owner };
    const notice = await keepAnswer(keeping, message);
    if (notice !== undefined) await this.#here(asker, notice, undefined);
  }

  async #directly(asker: Asker, message: Message): Promise<Outgoing & { readonly type: "direct" }> {
    const { inbound, direct } = asker;
    const place = direct ?? (inbound.chat.kind === "direct" ? inbound.chat.id : undefined);
    const rendered = await this.#rows.present(message, {
      ...asker.person,
      capabilities: asker.capabilities,
      kind: "direct",
      encrypted: false,
      place: this.#rows.directPlace(inbound.platform, inbound.account, inbound.sender.id, place),
      chatId: undefined,
      owner: this.#rows.owner(inbound.platform, inbound.sender.id),
    });
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
      const rendered = await this.#present(asker, message, by.voice, this.#rows.owner(platform, by.user));
      this.#rows.write(
        { type: "private", chat: at.chat, to: by.user, message: rendered, interaction: interaction.token },
        {
          asker,
          priority: 0,
          expiresAt: interaction.expiresAt,
          ...(directly === undefined ? {} : { instead: directly }),
        },
      );
    } else if (directly !== undefined) this.#rows.write(directly, { asker, priority: 0 });
  }

  async #alert(asker: Asker, interaction: NonNullable<Inbound["interaction"]>, message: Message | undefined) {
    const { inbound, person } = asker;
    const rendered =
      message === undefined ? { language: person.language, blocks: [] } : await this.#present(asker, message, person);
    this.#rows.write(
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
  toChats(...said: Parameters<Elsewhere["toChats"]>): Promise<void> {
    return this.#elsewhere.toChats(...said);
  }

  /** To one person directly, where they can be reached, or else in the chats that are named for that. */
  toDirect(...said: Parameters<Elsewhere["toDirect"]>): Promise<void> {
    return this.#elsewhere.toDirect(...said);
  }

  /** Asks the platform to take away what a person wrote in a group. */
  deleteFrom(asker: Asker, messageId: string): void {
    this.#rows.write({ type: "delete", chat: placeOf(asker.inbound), messageId }, { asker, priority: 2 });
  }
}

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
