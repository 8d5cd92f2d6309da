/**
 * Steward on Telegram.
 *
 * States: `starting` until Telegram has answered getMe; then `up`; `down` while Telegram cannot be reached, or somebody
 * else polls with the same token; `refused` while it does not accept the token. From the last two it comes back by
 * itself: it tries again with growing pauses. `stopped` is the end.
 *
 * Why a loop of its own around `getUpdates` and not grammY's `bot.start()`: that one moves its offset past an update
 * whose handler threw, and so confirms what was not recorded. Here an update is confirmed by the offset of the next
 * call, which is made only after `receive` resolved for it, one after the other. The order matters: a person's last
 * answer counts, and they may give it in another chat than the first.
 */
import { Api, InputFile } from "grammy";
import type { ForceReply, InlineKeyboardMarkup, Update } from "grammy/types";
import {
  SendError,
  type Adapter,
  type AdapterHost,
  type AdapterStatus,
  type Outgoing,
  type Place,
  type Sent,
} from "../../src/chat/adapter.ts";
import type { Inbound } from "../../src/chat/inbound.ts";
import type { FileData } from "../../src/chat/message.ts";
import { telegramCapabilities } from "./capabilities.ts";
import { faultOf, sendErrorOf, type Fault } from "./failures.ts";
import { allowedUpdates, anonymousId, inboundOf, isAnonymousId, movedInbound, type Self } from "./inbound.ts";
import { registerMenus } from "./menus.ts";
import { renderParts, renderPlain, type DirectLink, type Keyboard, type Part } from "./render.ts";
import { ListenFailed, WebhookServer, type WebhookOptions } from "./webhook.ts";

export interface TelegramOptions {
  /** From @BotFather: `<id of the bot>:<secret>`. */
  readonly token: string;
  /** Another server of the Bot API, without a slash at its end. */
  readonly apiRoot?: string;
  /** Updates are brought to this address instead of being fetched. */
  readonly webhook?: WebhookOptions;
  readonly timing?: Partial<Timing>;
}

export interface Timing {
  /** How long Telegram may hold a getUpdates while nothing happens. */
  readonly pollSeconds: number;
  /** How long any call may take, getUpdates beyond that. */
  readonly callSeconds: number;
  /** Pauses after failures: the first, and the longest; each is twice the one before. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

const usualTiming: Timing = { pollSeconds: 30, callSeconds: 20, firstPauseMs: 1_000, longestPauseMs: 60_000 };

/** What the operator can do; not for people: it is shown in the status. */
const remedies = new Map([
  ["token-refused", "Telegram does not accept the token. Look it up at @BotFather, or have a new one made there."],
  ["conflict", "Another program receives this bot's messages with the same token. Stop it."],
  ["broken", "The connection to Telegram broke off and is made anew."],
  ["port-taken", "The webhook's port cannot be listened on. Choose another one, or stop who has it."],
]);
const broken: Fault = { failure: "unreachable", code: 0, word: "broken" };
const portTaken: Fault = { failure: "unreachable", code: 0, word: "port-taken" };

/** The signal as grammY's types know it; at run time it takes Node's own. */
type CallSignal = NonNullable<Parameters<Api["getMe"]>[0]>;
const signalOf = (signal: AbortSignal): CallSignal => signal as unknown as CallSignal;

/** Halves of messages that were sent in part; a retry with the same id goes on behind them. */
const mostUnfinished = 1_000;

export class TelegramAdapter implements Adapter {
  readonly capabilities = telegramCapabilities;
  readonly account: string;
  readonly #api: Api;
  /** The same, with more patience: getUpdates is meant to wait. */
  readonly #polling: Api;
  readonly #webhookOptions: WebhookOptions | undefined;
  readonly #timing: Timing;
  /** Aborted at the end. */
  readonly #stop = new AbortController();
  /** Aborted when the connection is given up, to be made anew, and at the end. */
  #round = new AbortController();
  /**
   * Message ids of the parts that arrived, by id of the `Outgoing`. Lost at a restart; then such a message is sent from
   * its beginning, rather than not in full.
   */
  readonly #unfinished = new Map<string, number[]>();
  /** Groups in which the bot may not delete, until its rights change there. Lost at a restart: then one more is refused. */
  readonly #keepsAll = new Set<string>();
  #host: AdapterHost | undefined;
  #self: Self | undefined;
  #webhook: WebhookServer | undefined;
  #status: AdapterStatus = { state: "starting" };
  #work: Promise<unknown> = Promise.resolve();
  /** The first update that is not confirmed; none where Telegram has nothing to forget. */
  #offset: number | undefined;

  constructor({ token, apiRoot, webhook, timing }: TelegramOptions) {
    this.account = token.split(":")[0] ?? "";
    this.#timing = { ...usualTiming, ...timing };
    this.#webhookOptions = webhook;
    const { pollSeconds, callSeconds } = this.#timing;
    const root = apiRoot === undefined ? {} : { apiRoot };
    this.#api = new Api(token, { timeoutSeconds: callSeconds, ...root });
    this.#polling = new Api(token, { timeoutSeconds: pollSeconds + callSeconds, ...root });
  }

  status(): AdapterStatus {
    return this.#status;
  }

  /** Resolves after the first try to connect, whatever came of it. */
  async start(host: AdapterHost): Promise<void> {
    this.#host = host;
    await new Promise<void>((tried) => {
      this.#work = this.#live(tried);
    });
  }

  beginAnew(): void {
    this.#down(broken);
    this.#round.abort();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#round.abort();
    await this.#webhook?.close();
    await this.#work;
    this.#status = { state: "stopped" };
  }

  // --- Receiving ---

  /** One connection after the other. */
  async #live(tried: () => void): Promise<void> {
    for (let failures = 0; !this.#stop.signal.aborted; failures++) {
      this.#round = new AbortController();
      const began = Date.now();
      await this.#run(tried);
      if (this.#stop.signal.aborted) return;
      await this.#webhook?.close();
      this.#webhook = undefined;
      if (Date.now() - began > this.#timing.longestPauseMs) failures = 0;
      await this.#pause(failures, 0, this.#stop.signal);
    }
  }

  async #run(tried: () => void): Promise<void> {
    await this.#untilDone("connect", () => this.#connect(), tried);
    if (this.#round.signal.aborted) return;
    const menus = this.#untilDone("menus", () => this.#registerMenus(), tried);
    if (this.#webhookOptions === undefined) await this.#poll();
    else await over(this.#round.signal);
    await menus;
    tried();
  }

  /** Tries until it works or the adapter stops. `tried` is called after the first failure, and after menus are done. */
  async #untilDone(what: "connect" | "menus", work: () => Promise<void>, tried: () => void): Promise<void> {
    for (let failures = 0; !this.#round.signal.aborted; failures++) {
      try {
        await work();
        if (what === "menus") tried();
        return;
      } catch (error) {
        const fault = error instanceof ListenFailed ? portTaken : faultOf(error);
        if (what === "connect") this.#down(fault);
        else this.#host?.log.warn({ reason: fault.word, code: fault.code }, "command menus not registered");
        tried();
        await this.#pause(failures, fault.retryAfterMs);
      }
    }
    tried();
  }

  async #connect(): Promise<void> {
    const signal = signalOf(this.#round.signal);
    await this.#whoAmI();
    if (this.#webhookOptions === undefined) {
      await this.#api.deleteWebhook({ drop_pending_updates: false }, signal);
    } else {
      const { url, secret } = this.#webhookOptions;
      this.#webhook ??= new WebhookServer(this.#webhookOptions, (update) => this.#take(update));
      await this.#webhook.listen();
      // One at a time: with more, two answers of one person could overtake each other.
      await this.#api.setWebhook(
        url,
        { secret_token: secret, max_connections: 1, allowed_updates: allowedUpdates },
        signal,
      );
    }
    this.#up();
  }

  async #whoAmI(): Promise<Self> {
    if (this.#self !== undefined) return this.#self;
    const me = await this.#api.getMe(signalOf(this.#round.signal));
    this.#self = { id: me.id, username: me.username };
    return this.#self;
  }

  async #registerMenus(): Promise<void> {
    if (this.#host !== undefined)
      await registerMenus(this.#api, this.#host, this.account, signalOf(this.#round.signal));
  }

  async #poll(): Promise<void> {
    let failures = 0;
    while (!this.#round.signal.aborted) {
      let updates: readonly Update[];
      try {
        updates = await this.#nextUpdates();
      } catch (error) {
        if (this.#round.signal.aborted) break;
        const fault = faultOf(error);
        this.#down(fault);
        await this.#pause(failures++, fault.retryAfterMs);
        continue;
      }
      this.#up();
      failures = (await this.#takeAll(updates)) ? 0 : failures + 1;
      if (failures > 0) await this.#pause(failures - 1);
    }
    await this.#confirm();
  }

  /**
   * What is not confirmed, in order. With an offset it confirms everything below; when nothing is left the offset has
   * done its work and is forgotten, so that ids may jump downwards after a quiet week.
   */
  async #nextUpdates(): Promise<readonly Update[]> {
    const { pollSeconds } = this.#timing;
    const offset = this.#offset;
    const updates = await this.#polling.getUpdates(
      { timeout: pollSeconds, allowed_updates: allowedUpdates, ...(offset === undefined ? {} : { offset }) },
      signalOf(this.#round.signal),
    );
    if (updates.length === 0) this.#offset = undefined;
    return [...updates].sort((a, b) => a.update_id - b.update_id);
  }

  /** Hands on one after the other; false if one could not be recorded, which is then, with all after it, not confirmed. */
  async #takeAll(updates: readonly Update[]): Promise<boolean> {
    for (const update of updates) {
      if (this.#round.signal.aborted) return true;
      try {
        await this.#take(update);
      } catch {
        return false; // `#take` has logged it.
      }
      this.#offset = update.update_id + 1;
    }
    return true;
  }

  /** Resolves when everything in the update is recorded. */
  async #take(update: Update): Promise<void> {
    const host = this.#host;
    if (host === undefined || this.#self === undefined) throw new Error("not started");
    if (update.my_chat_member !== undefined) this.#keepsAll.delete(String(update.my_chat_member.chat.id));
    const events = this.#eventsIn(update, this.#self, host);
    try {
      for (const inbound of events) await host.receive(inbound);
    } catch (error) {
      host.log.error({ update: update.update_id }, "event not recorded, it will be delivered again");
      throw error;
    }
  }

  /** An update that we cannot read is left out: it would stand in the way of all after it, for ever. */
  #eventsIn(update: Update, self: Self, host: AdapterHost): readonly Inbound[] {
    try {
      return inboundOf(update, self, host.now());
    } catch {
      host.log.error({ update: update.update_id }, "an update of Telegram could not be read, it is left out");
      return [];
    }
  }

  /** Tells Telegram at the end what was recorded. Where it fails, the inbox recognises what comes again. */
  async #confirm(): Promise<void> {
    if (this.#offset === undefined) return;
    try {
      const signal = signalOf(AbortSignal.timeout(2_000));
      await this.#polling.getUpdates(
        { offset: this.#offset, limit: 1, timeout: 0, allowed_updates: allowedUpdates },
        signal,
      );
    } catch (error) {
      this.#host?.log.info({ reason: faultOf(error).word }, "last events not confirmed");
    }
  }

  #pause(failures: number, atLeastMs = 0, signal = this.#round.signal): Promise<void> {
    const { firstPauseMs, longestPauseMs } = this.#timing;
    const growing = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 20));
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, Math.max(atLeastMs, growing));
      signal.addEventListener("abort", done);
    });
  }

  // --- Status: one line in the log for each change ---

  #up(): void {
    if (this.#status.state === "up" || this.#round.signal.aborted) return;
    this.#status = { state: "up" };
    const mode = this.#webhookOptions === undefined ? "polling" : "webhook";
    this.#host?.log.info({ platform: "telegram", state: "up", mode }, "Telegram is connected");
  }

  #down({ word, code }: Fault): void {
    const state = word === "token-refused" ? "refused" : "down";
    const detail =
      remedies.get(word) ?? `Telegram cannot be reached (${code === 0 ? "" : `${code}, `}${word}). Trying again.`;
    if (this.#stop.signal.aborted || (this.#status.state === state && this.#status.detail === detail)) return;
    this.#status = { state, detail };
    this.#host?.log.warn({ platform: "telegram", state, reason: word, code }, detail);
  }

  // --- Sending ---

  async send(outgoing: Outgoing): Promise<Sent> {
    try {
      return await this.#perform(outgoing);
    } catch (error) {
      if (error instanceof SendError) throw error;
      const fault = faultOf(error);
      if (fault.word === "token-refused") this.#down(fault);
      // A person who never pressed Start may be no chat to Telegram at all.
      if (isDirect(outgoing) && fault.word === "not-found") throw sendErrorOf({ ...fault, failure: "blocked" });
      throw sendErrorOf(fault);
    }
  }

  #perform(outgoing: Outgoing): Promise<Sent> {
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
    const sent = await this.#sendParts(id, chat, await this.#parts(message), replyTo);
    if (pin !== undefined && sent.messageId !== undefined) await this.#pin(chat.id, sent.messageId, pin.insteadOf);
    return sent;
  }

  /** Where the bot may: it is there without being pinned, too. Each part is a message; the first is pinned. */
  async #pin(chat: string, messageId: string, before: string | undefined): Promise<void> {
    try {
      await this.#api.pinChatMessage(chat, firstOf(messageId), { disable_notification: true });
      if (before !== undefined) await this.#api.unpinChatMessage(chat, firstOf(before));
    } catch (error) {
      this.#host?.log.info({ reason: faultOf(error).word }, "a message could not be pinned");
    }
  }

  async #direct({ id, to, direct, message }: Extract<Outgoing, { type: "direct" }>): Promise<Sent> {
    if (isAnonymousId(to)) throw sendErrorOf({ failure: "blocked", code: 0, word: "anonymous" });
    // A direct chat has the id of its person.
    const chat = direct ?? to;
    return { ...(await this.#sendParts(id, { id: chat }, await this.#parts(message))), direct: chat };
  }

  async #private({ message, interaction }: Extract<Outgoing, { type: "private" }>): Promise<Sent> {
    if (message.blocks.length === 0) {
      await this.#api.answerCallbackQuery(interaction);
      return {};
    }
    const text = renderPlain(message);
    const { alertLimit = 0 } = this.capabilities;
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
      this.#host?.log.info({ reason: faultOf(error).word }, "a press was not answered in time");
    }
  }

  async #delete({ chat, messageId }: Extract<Outgoing, { type: "delete" }>): Promise<Sent> {
    if (this.#keepsAll.has(chat.id)) return {};
    try {
      await this.#api.deleteMessage(chat.id, Number(messageId));
    } catch (error) {
      const fault = faultOf(error);
      if (fault.failure === "limited" || fault.failure === "unreachable") throw sendErrorOf(fault);
      this.#host?.log.info({ reason: fault.word }, "a message could not be deleted"); // No right to: not a failure.
      if (fault.word === "cannot-delete" && !(await this.#mayDelete(chat.id))) this.#keepsAll.add(chat.id);
    }
    return {};
  }

  /** One message may be refused for a reason of its own, such as its age: the right is looked up before it is given up. */
  async #mayDelete(chat: string): Promise<boolean> {
    try {
      const me = await this.#api.getChatMember(chat, (await this.#whoAmI()).id);
      return me.status === "administrator" && me.can_delete_messages;
    } catch (error) {
      this.#host?.log.info({ reason: faultOf(error).word }, "could not ask whether messages may be deleted");
      return true;
    }
  }

  async #parts(message: Extract<Outgoing, { type: "message" }>["message"]): Promise<readonly Part[]> {
    // The bot's name is asked for only where a link needs it.
    const name = message.blocks.some(({ type }) => type === "link") ? (await this.#whoAmI()).username : "";
    return renderParts(message, directLinkOf(name));
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
        await this.#reportMove(chat.id, fault.movedTo);
        return this.#post({ id: fault.movedTo }, part, replyTo);
      }
      // The topic was deleted: better in the group's main topic than nowhere; the same people read it.
      if (fault.word === "topic-gone" && chat.thread !== undefined) return this.#post({ id: chat.id }, part, replyTo);
      throw error;
    }
  }

  async #post({ id, thread }: Place, part: Part, replyTo: string | undefined): Promise<number> {
    const where = thread === undefined ? {} : { message_thread_id: Number(thread) };
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
    const edits = pairsOf(messageId, await this.#parts(message));
    try {
      for (const { id, part } of edits) {
        if (part === undefined) await this.#delete({ type: "delete", id: "", chat, messageId: id });
        else await this.#editPart(chat.id, Number(id), part);
      }
    } catch (error) {
      const fault = faultOf(error);
      if (fault.movedTo === undefined) throw error;
      // Messages of a group cannot be edited from its supergroup, where they have other ids.
      await this.#reportMove(chat.id, fault.movedTo);
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

  async #reportMove(from: string, to: string): Promise<void> {
    const self = await this.#whoAmI();
    await this.#host?.receive(movedInbound(from, to, self));
  }

  async isAdministrator(chat: Place, userId: string): Promise<boolean> {
    if (isAnonymousId(userId)) return userId === anonymousId(chat.id);
    try {
      const { status } = await this.#api.getChatMember(chat.id, Number(userId));
      return status === "creator" || status === "administrator";
    } catch (error) {
      const fault = faultOf(error);
      if (fault.movedTo !== undefined) {
        await this.#reportMove(chat.id, fault.movedTo);
        return this.isAdministrator({ id: fault.movedTo }, userId);
      }
      // Telegram does not know that account in this chat.
      if (fault.word === "no-such-member") return false;
      throw sendErrorOf(fault);
    }
  }
}

/** Resolves when it is aborted. */
const over = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener("abort", () => {
        resolve();
      });
  });

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

/** Ids of people are positive, those of groups negative. */
const isDirect = (outgoing: Outgoing): boolean => outgoing.type === "direct" || !outgoing.chat.id.startsWith("-");

const directLinkOf =
  (username: string): DirectLink =>
  (payload) => {
    if (payload === undefined) return `https://t.me/${username}`;
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(payload))
      throw sendErrorOf({ failure: "refused", code: 0, word: "link-payload" });
    return `https://t.me/${username}?start=${payload}`;
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
