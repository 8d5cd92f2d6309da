/** What the bot does on Telegram: messages in parts, edits, answers to presses, deletions. */
import { InputFile, type Api } from "grammy";
import type { ForceReply, InlineKeyboardMarkup } from "grammy/types";
import type { AdapterHost, Outgoing, Place, Sent } from "../../src/chat/adapter.ts";
import type { FileData } from "../../src/chat/message.ts";
import { telegramCapabilities } from "./capabilities.ts";
import { faultOf, sendErrorOf } from "./failures.ts";
import { isAnonymousId, threadParameters, type Self } from "./inbound.ts";
import { renderParts, renderPlain, type LinkTo, type Keyboard, type Part } from "./render.ts";

export interface SendingParts {
  readonly api: Api;
  /** The bot itself, asked for where it is not known yet. */
  readonly whoAmI: () => Promise<Self>;
  /** None before it was started. */
  readonly host: () => AdapterHost | undefined;
  /** A group goes on under another id. Resolves when that is recorded. */
  readonly moved: (from: string, to: string) => Promise<void>;
}

/** Halves of messages that were sent in part; a retry with the same id goes on behind them. */
const mostUnfinished = 1_000;

export class Sending {
  readonly #parts: SendingParts;
  readonly #api: Api;
  /**
   * Message ids of the parts that arrived, by id of the `Outgoing`. Lost at a restart; then such a message is sent from
   * its beginning, rather than not in full.
   */
  readonly #unfinished = new Map<string, number[]>();
  /** Groups in which the bot may not delete, until its rights change there. Lost at a restart: then one more is refused. */
  readonly #keepsAll = new Set<string>();

  constructor(parts: SendingParts) {
    this.#parts = parts;
    this.#api = parts.api;
  }

  /** What the bot may do in a group is another thing than before. */
  rightsChanged(chat: string): void {
    this.#keepsAll.delete(chat);
  }

  /** Does one thing. Throws `SendError`, or what grammY throws. */
  perform(outgoing: Outgoing): Promise<Sent> {
    switch (outgoing.type) {
      case "message":
        return this.#message(outgoing);
      case "edit":
        return this.#edit(outgoing);
      case "private":
        return this.#private(outgoing);
      case "direct":
        return this.#direct(outgoing);
      case "delete":
        return this.#delete(outgoing);
    }
  }

  async #message(outgoing: Extract<Outgoing, { type: "message" }>): Promise<Sent> {
    const { id, chat, message, interaction, replyTo, pin } = outgoing;
    // First, since the person's button spins until then. It is a courtesy: the message is what counts.
    if (interaction !== undefined) await this.#endWaiting(interaction);
    const sent = await this.#sendParts(id, chat, await this.#partsOf(message), replyTo);
    if (pin !== undefined && sent.messageId !== undefined) await this.#pin(chat.id, sent.messageId, pin.insteadOf);
    return sent;
  }

  /** Where the bot may: it is there without being pinned, too. Each part is a message; the first is pinned. */
  async #pin(chat: string, messageId: string, before: string | undefined): Promise<void> {
    try {
      await this.#api.pinChatMessage(chat, firstOf(messageId), { disable_notification: true });
      if (before !== undefined) await this.#api.unpinChatMessage(chat, firstOf(before));
    } catch (error) {
      this.#parts.host()?.log.info({ reason: faultOf(error).word }, "a message could not be pinned");
    }
  }

  async #direct({ id, to, direct, message }: Extract<Outgoing, { type: "direct" }>): Promise<Sent> {
    if (isAnonymousId(to)) throw sendErrorOf({ failure: "blocked", code: 0, word: "anonymous" });
    // A direct chat has the id of its person.
    const chat = direct ?? to;
    return { ...(await this.#sendParts(id, { id: chat }, await this.#partsOf(message))), direct: chat };
  }

  async #private({ message, interaction }: Extract<Outgoing, { type: "private" }>): Promise<Sent> {
    if (message.blocks.length === 0) {
      await this.#api.answerCallbackQuery(interaction);
      return {};
    }
    const text = renderPlain(message);
    const { alertLimit = 0 } = telegramCapabilities;
    if (text === undefined || [...text].length > alertLimit) {
      await this.#endWaiting(interaction);
      throw sendErrorOf({ failure: "too-old", code: 0, word: "longer-than-an-alert" });
    }
    await this.#api.answerCallbackQuery(interaction, { text, show_alert: true });
    return {};
  }

  async #endWaiting(interaction: string): Promise<void> {
    try {
      await this.#api.answerCallbackQuery(interaction);
    } catch (error) {
      this.#parts.host()?.log.info({ reason: faultOf(error).word }, "a press was not answered in time");
    }
  }

  async #delete({ chat, messageId }: Extract<Outgoing, { type: "delete" }>): Promise<Sent> {
    if (this.#keepsAll.has(chat.id)) return {};
    try {
      await this.#api.deleteMessage(chat.id, Number(messageId));
    } catch (error) {
      const fault = faultOf(error);
      if (fault.failure === "limited" || fault.failure === "unreachable") throw sendErrorOf(fault);
      this.#parts.host()?.log.info({ reason: fault.word }, "a message could not be deleted"); // No right to: not a failure.
      if (fault.word === "cannot-delete" && !(await this.#mayDelete(chat.id))) this.#keepsAll.add(chat.id);
    }
    return {};
  }

  /** One message may be refused for a reason of its own, such as its age: the right is looked up before it is given up. */
  async #mayDelete(chat: string): Promise<boolean> {
    try {
      const me = await this.#api.getChatMember(chat, (await this.#parts.whoAmI()).id);
      return me.status === "administrator" && me.can_delete_messages;
    } catch (error) {
      this.#parts.host()?.log.info({ reason: faultOf(error).word }, "could not ask whether messages may be deleted");
      return true;
    }
  }

  async #partsOf(message: Extract<Outgoing, { type: "message" }>["message"]): Promise<readonly Part[]> {
    // The bot's name is asked for only where a link needs it.
    const name = message.blocks.some(({ type }) => type === "link") ? (await this.#parts.whoAmI()).username : "";
    return renderParts(message, linkOf(name));
  }

  /**
   * Sends what is not sent yet. The id that is returned names all texts (`12+13`), so that an edit finds them; of a
   * question it is that of the message to reply to, and of files alone that of the first. For an edit, files are named
   * with their kind (`12+photo13`).
   */
  async #sendParts(id: string, chat: Place, parts: readonly Part[], replyTo?: string): Promise<Sent> {
    const sent = this.#unfinished.get(id) ?? [];
    this.#unfinished.delete(id);
    try {
      for (const part of parts.slice(sent.length)) sent.push(await this.#sendPart(chat, part, replyTo));
    } catch (error) {
      if (sent.length > 0) this.#remember(id, sent);
      throw error;
    }
    const idsOf = (wanted: (part: Part) => boolean): number[] =>
      parts.flatMap((part, index) => (wanted(part) ? sent.slice(index, index + 1) : []));
    const asked = idsOf((part) => part.type === "text" && part.ask !== undefined);
    const texts = idsOf(({ type }) => type === "text");
    const messageId = (asked.length > 0 ? asked : texts.length > 0 ? texts : sent.slice(0, 1)).join("+");
    if (parts.every(({ type }) => type === "text")) return { messageId };
    return { messageId, edit: parts.map((part, index) => `${kindOf(part)}${sent[index] ?? ""}`).join("+") };
  }

  #remember(id: string, sent: number[]): void {
    this.#unfinished.set(id, sent);
    const [oldest] = this.#unfinished.keys();
    if (this.#unfinished.size > mostUnfinished && oldest !== undefined) this.#unfinished.delete(oldest);
  }

  async #sendPart(chat: Place, part: Part, replyTo: string | undefined): Promise<number> {
    try {
      return await this.#post(chat, part, replyTo);
    } catch (error) {
      const fault = faultOf(error);
      if (fault.movedTo !== undefined) {
        await this.#parts.moved(chat.id, fault.movedTo);
        return this.#post({ id: fault.movedTo }, part, replyTo);
      }
      // The topic was deleted or closed: better in the group's main topic than nowhere; the same people read it.
      if ((fault.word === "topic-gone" || fault.word === "topic-closed") && chat.thread !== undefined)
        return this.#post({ id: chat.id }, part, replyTo);
      throw error;
    }
  }

  async #post({ id, thread }: Place, part: Part, replyTo: string | undefined): Promise<number> {
    const where = threadParameters(thread);
    if (part.type === "text") {
      const markup = markupOf(part);
      const sent = await this.#api.sendMessage(id, part.html, {
        ...where,
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        ...(markup === undefined ? {} : { reply_markup: markup }),
        ...(part.ask === undefined || replyTo === undefined ? {} : { reply_parameters: answering(replyTo) }),
      });
      return sent.message_id;
    }
    const { file, kind, caption, keyboard } = part;
    const data = inputFile(file);
    const more = {
      ...where,
      ...(caption === undefined ? {} : { caption, parse_mode: "HTML" as const }),
      ...(keyboard === undefined ? {} : { reply_markup: keyboardMarkup(keyboard) }),
    };
    const sent =
      kind === "photo" ? await this.#api.sendPhoto(id, data, more) : await this.#api.sendDocument(id, data, more);
    return sent.message_id;
  }

  async #edit({ chat, messageId, message }: Extract<Outgoing, { type: "edit" }>): Promise<Sent> {
    const edits = pairsOf(messageId, await this.#partsOf(message));
    try {
      for (const { id, part } of edits) {
        if (part === undefined) await this.#delete({ type: "delete", id: "", chat, messageId: id });
        else await this.#editPart(chat.id, Number(id), part);
      }
    } catch (error) {
      const fault = faultOf(error);
      if (fault.movedTo === undefined) throw error;
      // Messages of a group cannot be edited from its supergroup, where they have other ids.
      await this.#parts.moved(chat.id, fault.movedTo);
      throw sendErrorOf({ failure: "too-old", code: fault.code, word: "moved" });
    }
    const left = edits.filter(({ part }) => part !== undefined);
    const texts = left.filter(({ part }) => part?.type === "text");
    return { messageId: (texts.length > 0 ? texts : left.slice(0, 1)).map(({ id }) => id).join("+") };
  }

  async #editPart(chat: string, id: number, part: Part): Promise<void> {
    const under = part.keyboard === undefined ? {} : { reply_markup: keyboardMarkup(part.keyboard) };
    try {
      if (part.type === "text") {
        await this.#api.editMessageText(chat, id, part.html, {
          parse_mode: "HTML",
          link_preview_options: { is_disabled: true },
          ...under,
        });
      } else {
        const { kind, caption } = part;
        const text = caption === undefined ? {} : { caption, parse_mode: "HTML" as const };
        await this.#api.editMessageMedia(chat, id, { type: kind, media: inputFile(part.file), ...text }, under);
      }
    } catch (error) {
      // It shows what it should.
      if (faultOf(error).word !== "not-modified") throw error;
    }
  }
}

/** The id of the first of a message's parts. */
const firstOf = (messageId: string): number => Number(messageId.split("+")[0]);

const kindOf = (part: Part): "" | "photo" | "document" => (part.type === "text" ? "" : part.kind);

/**
 * The messages that show something, each with what it is to show now, or nothing more. A file cannot become a text, and
 * there is no room between two messages.
 * @throws {SendError} `too-old` where there is more to show than there are messages for: it is posted anew
 */
function pairsOf(
  messageId: string,
  parts: readonly Part[],
): readonly { readonly id: string; readonly part: Part | undefined }[] {
  const shown = messageId
    .split("+")
    .map((name) => ({ kind: name.replace(/\d+$/u, ""), id: /\d+$/u.exec(name)?.[0] ?? "" }));
  return (["", "photo", "document"] as const).flatMap((kind) => {
    const ids = shown.filter((one) => one.kind === kind);
    const now = parts.filter((part) => kindOf(part) === kind);
    if (now.length > ids.length) throw sendErrorOf({ failure: "too-old", code: 0, word: "more-messages" });
    return ids.map(({ id }, index) => ({ id, part: now[index] }));
  });
}

const inputFile = (file: FileData): InputFile => new InputFile(Buffer.from(file.data, "base64"), fileName(file.name));

/** grammY writes the name into a header as it is, without quotes: a blank or a line break would end it, or worse. */
const fileName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[^\p{L}\p{N}._-]+/gu, "_")
    .slice(-100) || "file";

/** Telegram, "Deep links": `start` opens the direct chat, `startgroup` lets people choose a group to which they add the bot. */
export const linkOf =
  (username: string): LinkTo =>
  ({ to, payload }) => {
    const key = to === "group" ? "startgroup" : "start";
    if (payload === undefined) return to === "group" ? `https://t.me/${username}?${key}` : `https://t.me/${username}`;
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(payload))
      throw sendErrorOf({ failure: "refused", code: 0, word: "link-payload" });
    return `https://t.me/${username}?${key}=${payload}`;
  };

/** Whom a selective question is for. They may have deleted what they wrote meanwhile: the question is asked all the same. */
const answering = (messageId: string) => ({ message_id: Number(messageId), allow_sending_without_reply: true });

const keyboardMarkup = (keyboard: Keyboard): InlineKeyboardMarkup => ({
  inline_keyboard: keyboard.map((row) => [...row]),
});

function markupOf({ keyboard, ask }: Extract<Part, { type: "text" }>): InlineKeyboardMarkup | ForceReply | undefined {
  if (keyboard !== undefined) return keyboardMarkup(keyboard);
  if (ask === undefined) return undefined;
  const { placeholder } = ask;
  // Selective: for those who are named in the text or replied to, not for everybody in the group.
  return {
    force_reply: true,
    selective: true,
    ...(placeholder === undefined ? {} : { input_field_placeholder: placeholder }),
  };
}
