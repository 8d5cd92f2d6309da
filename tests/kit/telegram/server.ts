/**
 * An emulated Bot API server over real HTTP, stricter than the real one where that one is vague.
 *
 * States of an update: *queued* when something happens that the bot may see; *delivered* as often as it is asked for;
 * *confirmed*, and gone, when `getUpdates` comes with a higher offset, or the webhook answers 2xx.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { BadRequest, cleaned, parseHtml, plain, withFound, type FormattedText } from "./html.ts";
import { RateLimits } from "./limits.ts";
import { Group, Person, type GroupOptions, type PersonOptions } from "./people.ts";
import {
  GROUP_ANONYMOUS_BOT,
  type Button,
  type Chat,
  type Json,
  type Shown,
  type ShownFile,
  type User,
} from "./world.ts";

export interface ServerOptions {
  readonly token?: string;
  readonly username?: string;
  /** With privacy mode (the default) the bot sees in groups only what concerns it. */
  readonly privacy?: boolean;
  /** Whether the limits on sending are enforced. On by default. */
  readonly limits?: boolean;
  /** How long a press can be answered. */
  readonly callbackValidityMs?: number;
  /** Pause before a webhook is tried again. */
  readonly webhookRetryMs?: number;
  readonly now?: () => number;
}

/** What goes wrong with the next calls of a method (`*`: of any but getUpdates). */
export type Fault =
  /** The connection is cut before anything happened. */
  | { readonly type: "drop" }
  /** It is done, but the answer never arrives. */
  | { readonly type: "lose" }
  /** A proper refusal. */
  | { readonly type: "status"; readonly code: number; readonly description?: string; readonly retryAfter?: number }
  /** A gateway's page of HTML. */
  | { readonly type: "gateway"; readonly code: number }
  | { readonly type: "slow"; readonly ms: number };

export interface Call {
  readonly method: string;
  readonly parameters: Json;
  readonly at: number;
  /** The answer's code, 0 where the connection was cut. */
  status: number;
}

interface Query {
  readonly user: number;
  readonly at: number;
  answered: boolean;
}

interface Queued {
  readonly id: number;
  readonly kind: string;
  readonly body: Json;
  readonly at: number;
}

/** A getUpdates that waits. */
interface Poll {
  stop(conflict: boolean): void;
}

/** An answer that is not `ok`. */
class Failure extends Error {
  readonly code: number;
  readonly parameters: Json | undefined;
  constructor(code: number, description: string, parameters?: Json) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}
const bad = (why: string): Failure => new Failure(400, `Bad Request: ${why}`);

/** `of` are the parameters of the call, from JSON or a form. */
type Method = (of: Json, request: { readonly signal: AbortSignal }) => unknown;

const commandScopes = [
  "default",
  "all_private_chats",
  "all_group_chats",
  "all_chat_administrators",
  "chat",
  "chat_administrators",
  "chat_member",
];
const mostEntities = 100;
const callbackQueueMs = 150_000;
const messageQueueMs = 86_400_000;

export class TelegramServer {
  readonly token: string;
  readonly bot: User;
  privacy: boolean;
  limits: boolean;
  /** While set, every call answers 401. */
  refusesToken = false;
  /** Updates come twice in each answer. */
  twice = false;
  /** Updates of one answer come last first. */
  reversed = false;
  readonly calls: Call[] = [];
  readonly users = new Map<number, User>();
  /** Accounts that pressed Start, and have not blocked the bot. */
  readonly reachable = new Set<number>();
  readonly blockedBy = new Set<number>();
  readonly chats = new Map<number, Chat>();
  /** People's messages that the bot was shown. */
  readonly known = new Set<Shown>();
  /** What each person was told by alerts and toasts. */
  readonly alerts = new Map<number, { readonly text: string; readonly alert: boolean }[]>();
  /** Descriptions, by `description|es`, `short_description|`. */
  readonly profile = new Map<string, string>();
  /** Behind the button beside the field to write in, in direct chats. */
  menuButton = "default";
  readonly menus = new Map<string, readonly { readonly command: string; readonly description: string }[]>();
  readonly reactions: { readonly chat: number; readonly message: number; readonly emoji: string }[] = [];
  /** Answers of the webhook, as status codes. */
  readonly webhookAnswers: number[] = [];
  webhook: { url: string; secret: string | undefined; lastError: string | undefined } | undefined;
  readonly #queries = new Map<string, Query>();
  readonly #options: ServerOptions;
  readonly #rates = new RateLimits();
  readonly #faults: { method: string; fault: Fault; times: number }[] = [];
  readonly #http: Server;
  #queue: Queued[] = [];
  #allowed: readonly string[] = [];
  #nextUpdate = 700_001;
  #nextUser = 5_000_001;
  #nextGroup = 4_001;
  #nextMessage = 1;
  #poll: Poll | undefined;
  #wake: () => void = () => undefined;
  #delivering = false;
  #closed = false;

  constructor(options: ServerOptions = {}) {
    this.#options = options;
    this.token = options.token ?? "7000000001:AAEmulatedTokenThatMustNeverShowUp_01";
    this.privacy = options.privacy ?? true;
    this.limits = options.limits ?? true;
    this.bot = {
      id: Number(this.token.split(":")[0]),
      is_bot: true,
      first_name: "Steward",
      username: options.username ?? "steward_bot",
    };
    this.users.set(this.bot.id, this.bot);
    this.users.set(GROUP_ANONYMOUS_BOT, {
      id: GROUP_ANONYMOUS_BOT,
      is_bot: true,
      first_name: "Group",
      username: "GroupAnonymousBot",
    });
    this.#http = createServer((request, response) => void this.#serve(request, response));
  }

  /** Starts to listen on a free port of 127.0.0.1. */
  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get apiRoot(): string {
    const address = this.#http.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#poll?.stop(false);
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  now(): number {
    return this.#options.now?.() ?? Date.now();
  }

  // --- Scripting ---

  person(name: string, options: PersonOptions = {}): Person {
    const [first = name, ...rest] = name.split(" ");
    const user: User = {
      id: this.#nextUser++,
      is_bot: options.bot ?? false,
      first_name: first,
      ...(rest.length === 0 ? {} : { last_name: rest.join(" ") }),
      ...(options.username === undefined ? {} : { username: options.username }),
      ...(options.language === undefined ? {} : { language_code: options.language }),
    };
    this.users.set(user.id, user);
    return new Person(this, user);
  }

  group(title: string, options: GroupOptions = {}): Group {
    const supergroup = options.supergroup ?? options.forum ?? options.directMessages ?? false;
    const id = supergroup ? -1_001_000_000_000 - this.#nextGroup++ : -this.#nextGroup++;
    const chat = this.newChat(id, supergroup ? "supergroup" : "group", title);
    chat.forum = options.forum ?? false;
    chat.directMessages = options.directMessages ?? false;
    for (const person of options.members ?? []) chat.members.set(person.user.id, "member");
    for (const person of options.admins ?? []) chat.members.set(person.user.id, "administrator");
    if (options.owner !== undefined) chat.members.set(options.owner.user.id, "creator");
    if (options.bot ?? true) chat.members.set(this.bot.id, "member");
    return new Group(this, chat);
  }

  newChat(id: number, type: Chat["type"], title?: string): Chat {
    const chat: Chat = {
      id,
      type,
      title,
      forum: false,
      directMessages: false,
      members: new Map(),
      topics: new Map(),
      messages: [],
      nextMessageId: 1,
      migratedTo: undefined,
      otherBotSpoke: false,
      canDelete: false,
      canWrite: true,
      pinned: undefined,
    };
    this.chats.set(id, chat);
    return chat;
  }

  /** Lets the next `times` calls of `method` go wrong. */
  fail(method: string, fault: Fault, times = 1): void {
    this.#faults.push({ method, fault, times });
  }

  /** The next update gets this id: what happens after a quiet week. */
  jumpUpdateId(to: number): void {
    this.#nextUpdate = to;
  }

  count(method: string): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  /** How many calls are still to go wrong. */
  get faultsLeft(): number {
    return this.#faults.reduce((sum, { times }) => sum + times, 0);
  }

  /** Ids of updates that are not confirmed. */
  get unconfirmed(): readonly number[] {
    return this.#queue.map(({ id }) => id);
  }

  /** Queues an update as it is. */
  enqueue(kind: string, body: Json): void {
    // chat_member and reactions have to be asked for by name; everything else comes by default.
    const byName = ["chat_member", "message_reaction", "message_reaction_count"];
    if (this.#allowed.length === 0 ? byName.includes(kind) : !this.#allowed.includes(kind)) return;
    this.#queue.push({ id: this.#nextUpdate++, kind, body, at: this.now() });
    this.#wake();
    void this.#deliver();
  }

  newQuery(user: number): string {
    const id = `${Math.floor(Math.random() * 2 ** 52)}${this.#queries.size}`;
    this.#queries.set(id, { user, at: this.now(), answered: false });
    return id;
  }

  nextMessageId(chat: Chat): number {
    return chat.type === "supergroup" ? chat.nextMessageId++ : this.#nextMessage++;
  }

  put(chat: Chat, from: User, of: Partial<Shown>): Shown {
    const shown: Shown = {
      id: this.nextMessageId(chat),
      chatId: chat.id,
      from,
      thread: undefined,
      replyTo: undefined,
      at: this.now(),
      text: "",
      entities: [],
      buttons: [],
      forceReply: undefined,
      file: undefined,
      earlier: [],
      edits: 0,
      deleted: false,
      ...of,
    };
    chat.messages.push(shown);
    return shown;
  }

  chatJson(chat: Chat): Json {
    const user = this.users.get(chat.id);
    return {
      id: chat.id,
      type: chat.type,
      ...(chat.type === "private"
        ? { first_name: user?.first_name, last_name: user?.last_name, username: user?.username }
        : { title: chat.title }),
      ...(chat.forum ? { is_forum: true } : {}),
      ...(chat.directMessages ? { is_direct_messages: true } : {}),
    };
  }

  messageJson(shown: Shown, more: Json = {}): Json {
    const chat = this.chats.get(shown.chatId);
    const replied = chat?.messages.find(({ id }) => id === shown.replyTo);
    return {
      message_id: shown.id,
      from: shown.from,
      chat: chat === undefined ? { id: shown.chatId } : this.chatJson(chat),
      date: Math.floor(shown.at / 1000),
      ...(shown.text === "" || shown.file !== undefined ? {} : { text: shown.text }),
      ...(shown.file === undefined || shown.text === "" ? {} : { caption: shown.text }),
      ...(shown.entities.length === 0 ? {} : { entities: shown.entities.map((entity) => this.#entityJson(entity)) }),
      ...threadJson(shown, chat),
      ...(replied === undefined ? {} : { reply_to_message: this.messageJson({ ...replied, replyTo: undefined }) }),
      ...(shown.buttons.length === 0
        ? {}
        : { reply_markup: { inline_keyboard: shown.buttons.map((row) => row.map(buttonJson)) } }),
      ...(shown.file === undefined
        ? {}
        : { document: { file_id: "f", file_unique_id: "u", file_name: shown.file.name } }),
      ...more,
    };
  }

  #entityJson({ userId, ...entity }: Shown["entities"][number]): Json {
    return userId === undefined ? { ...entity } : { ...entity, user: this.users.get(userId) };
  }

  // --- HTTP ---

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = /^\/bot([^/]+)\/(\w+)$/.exec((request.url ?? "").split("?")[0] ?? "");
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const call: Call = { method: path?.[2] ?? "?", parameters: {}, at: this.now(), status: 0 };
    this.calls.push(call);
    const answer = (code: number, body: Json): void => {
      call.status = code;
      response.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    const refuse = ({ code, message, parameters }: Failure): void =>
      answer(code, {
        ok: false,
        error_code: code,
        description: message,
        ...(parameters === undefined ? {} : { parameters }),
      });
    try {
      const parameters = await parametersOf(request);
      Object.assign(call.parameters, parameters);
      const fault = this.#faultFor(call.method);
      if (fault?.type === "drop") return void response.destroy();
      if (fault?.type === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms));
      if (fault?.type === "gateway") {
        call.status = fault.code;
        return void response.writeHead(fault.code, { "content-type": "text/html" }).end("<html>Bad Gateway</html>");
      }
      if (fault?.type === "status") {
        const more = fault.retryAfter === undefined ? undefined : { retry_after: fault.retryAfter };
        throw new Failure(fault.code, fault.description ?? "Internal Server Error", more);
      }
      if (path?.[1] !== this.token || this.refusesToken) throw new Failure(401, "Unauthorized");
      const method = this.#methods[call.method];
      if (method === undefined) throw new Failure(404, "Not Found");
      const result = await method(parameters, { signal: gone.signal });
      if (fault?.type === "lose") return void response.destroy();
      answer(200, { ok: true, result });
    } catch (error) {
      if (error instanceof BadRequest) return refuse(bad(error.message));
      if (error instanceof Failure) return refuse(error);
      refuse(new Failure(500, `Internal Server Error: emulator: ${String(error)}`));
    }
  }

  #faultFor(method: string): Fault | undefined {
    const rule = this.#faults.find(
      (one) => one.times > 0 && (one.method === method || (one.method === "*" && method !== "getUpdates")),
    );
    if (rule !== undefined) rule.times--;
    return rule?.fault;
  }

  // --- Getting updates ---

  #expire(): void {
    const age = (kind: string): number => (kind === "callback_query" ? callbackQueueMs : messageQueueMs);
    this.#queue = this.#queue.filter(({ at, kind }) => this.now() - at < age(kind));
  }

  async #getUpdates(of: Json, signal: AbortSignal): Promise<unknown> {
    if (this.webhook !== undefined) {
      throw new Failure(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.#poll?.stop(true);
    const limit = optionalNumber(of, "limit") ?? 100;
    if (limit < 1 || limit > 100) throw bad("limit must be between 1 and 100");
    if (of["allowed_updates"] !== undefined) this.#allowed = listOf(of, "allowed_updates").map(String);
    const offset = optionalNumber(of, "offset") ?? 0;
    if (offset < 0) throw bad("emulator: negative offsets lose updates");
    // Everything below the offset is confirmed; after a jump downwards that forgets what nobody has seen. As it is.
    this.#queue = this.#queue.filter(({ id }) => id >= offset);
    const until = Date.now() + (optionalNumber(of, "timeout") ?? 0) * 1000;
    let own: Poll | undefined;
    for (;;) {
      this.#expire();
      if (this.#queue.some(({ id }) => id >= offset) || Date.now() >= until || signal.aborted) break;
      const conflict = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), until - Date.now());
        const done = (value: boolean): void => {
          clearTimeout(timer);
          resolve(value);
        };
        this.#wake = () => done(false);
        this.#poll = own = { stop: done };
        signal.addEventListener("abort", () => done(false));
      });
      if (this.#poll === own) this.#poll = undefined;
      if (conflict) {
        throw new Failure(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        );
      }
      if (this.#closed) break;
    }
    // What jumped below the offset while this call waited does not come with it.
    const batch = this.#queue
      .filter(({ id }) => id >= offset)
      .slice(0, limit)
      .map(({ id, kind, body }) => ({ update_id: id, [kind]: body }));
    const all = this.twice ? batch.flatMap((update) => [update, update]) : batch;
    return this.reversed ? all.reverse() : all;
  }

  /** Brings what is queued to the webhook, one at a time, until it answers 2xx. */
  async #deliver(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    while (!this.#closed && this.webhook !== undefined) {
      this.#expire();
      const next = this.#queue[0];
      if (next === undefined) break;
      const { url, secret } = this.webhook;
      let status = 0;
      try {
        const answer = await fetch(url, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
          },
          body: JSON.stringify({ update_id: next.id, [next.kind]: next.body }),
        });
        status = answer.status;
      } catch {
        status = 0; // No connection: tried again, like any refusal.
      }
      this.webhookAnswers.push(status);
      if (status >= 200 && status < 300) this.#queue = this.#queue.filter(({ id }) => id !== next.id);
      else {
        if (this.webhook !== undefined) this.webhook.lastError = `Wrong response from the webhook: ${status}`;
        await new Promise((resolve) => setTimeout(resolve, this.#options.webhookRetryMs ?? 50));
      }
    }
    this.#delivering = false;
  }

  // --- Checks ---

  /** The chat to write to, or the Bot API's reason why not. */
  #chatToWrite(of: Json): Chat {
    const chat = this.#chat(of);
    if (chat.type === "private") {
      const user = this.users.get(chat.id);
      if (user?.is_bot === true) throw new Failure(403, "Forbidden: bots can't send messages to bots");
      if (this.blockedBy.has(chat.id)) throw new Failure(403, "Forbidden: bot was blocked by the user");
      if (!this.reachable.has(chat.id))
        throw new Failure(403, "Forbidden: bot can't initiate conversation with a user");
    } else if (!chat.canWrite) throw bad("not enough rights to send text messages to the chat");
    return chat;
  }

  #chat(of: Json): Chat {
    const id = requiredNumber(of, "chat_id");
    const known = this.chats.get(id) ?? (this.users.has(id) ? this.direct(id) : undefined);
    if (known === undefined) throw bad("chat not found");
    if (known.migratedTo !== undefined) {
      throw new Failure(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: known.migratedTo,
      });
    }
    if (known.type !== "private") {
      const status = known.members.get(this.bot.id);
      const kind = known.type === "group" ? "group chat" : "supergroup chat";
      if (status === "kicked") throw new Failure(403, `Forbidden: bot was kicked from the ${kind}`);
      if (status === undefined || status === "left")
        throw new Failure(403, `Forbidden: bot is not a member of the ${kind}`);
    }
    return known;
  }

  /** The direct chat of a person; it exists as soon as anybody asks for it. */
  direct(user: number): Chat {
    return this.chats.get(user) ?? this.newChat(user, "private");
  }

  #limit(chat: Chat): void {
    if (!this.limits) return;
    const seconds = this.#rates.take(chat.id, chat.type !== "private", this.now());
    if (seconds > 0) throw new Failure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }

  #text(of: Json, name: "text" | "caption", most: number): FormattedText {
    const source = cleaned(requiredText(of, name));
    if (!source.isWellFormed()) throw bad("strings must be encoded in UTF-8");
    const mode = of["parse_mode"];
    if (mode !== undefined && mode !== "HTML") throw bad("emulator: parse_mode must be HTML");
    const read = mode === "HTML" ? parseHtml(source) : plain(source);
    if (read.text.replace(/[\s\u2060\u200B]/g, "") === "" && name === "text") throw bad("message text is empty");
    if (read.text.length > most) throw bad(name === "text" ? "message is too long" : "message caption is too long");
    const known = read.entities.filter((entity) => entity.userId === undefined || this.users.has(entity.userId));
    const { text, entities } = withFound({ text: read.text, entities: known });
    // No refusal, it just forgets the rest.
    return { text, entities: entities.slice(0, mostEntities) };
  }

  #keyboard(of: Json): Pick<Shown, "buttons" | "forceReply"> {
    const markup = of["reply_markup"];
    if (markup === undefined) return { buttons: [], forceReply: undefined };
    if (!isJson(markup)) throw bad("can't parse reply keyboard markup JSON object");
    if (markup["force_reply"] === true) {
      const placeholder = markup["input_field_placeholder"];
      if (typeof placeholder === "string" && (placeholder.length < 1 || placeholder.length > 64)) {
        throw bad("input field placeholder must be of length 1 to 64");
      }
      const selective = markup["selective"] === true;
      return { buttons: [], forceReply: typeof placeholder === "string" ? { selective, placeholder } : { selective } };
    }
    const rows = listOf(markup, "inline_keyboard").map((row) => {
      if (!Array.isArray(row)) throw bad("can't parse inline keyboard button row");
      if (row.length > 8) throw bad("emulator: more than 8 buttons in a row");
      return row.map((button) => readButton(isJson(button) ? button : {}));
    });
    if (rows.flat().length > 100) throw bad("reply markup is too long");
    return { buttons: rows.filter((row) => row.length > 0), forceReply: undefined };
  }

  #thread(of: Json, chat: Chat): number | undefined {
    const direct = optionalNumber(of, "direct_messages_topic_id");
    if (chat.directMessages !== (direct !== undefined))
      throw bad("emulator: direct messages need their topic, and only they");
    if (direct !== undefined) return direct;
    const thread = optionalNumber(of, "message_thread_id");
    if (thread === undefined) return undefined;
    const topic = chat.topics.get(thread);
    if (!chat.forum || topic === undefined || topic.deleted) throw bad("message thread not found");
    if (topic.closed && chat.members.get(this.bot.id) !== "administrator") throw bad("TOPIC_CLOSED");
    return thread;
  }

  #send(of: Json, content: Partial<Shown>): Json {
    const chat = this.#chatToWrite(of);
    const thread = this.#thread(of, chat);
    const reply = isJson(of["reply_parameters"]) ? of["reply_parameters"] : undefined;
    const replyTo = reply === undefined ? undefined : requiredNumber(reply, "message_id");
    const exists = chat.messages.some(({ id, deleted }) => id === replyTo && !deleted);
    if (reply !== undefined && !exists && reply["allow_sending_without_reply"] !== true) {
      throw bad("message to be replied not found");
    }
    this.#limit(chat);
    chat.otherBotSpoke = false;
    const shown = this.put(chat, this.bot, { ...content, thread, replyTo: exists ? replyTo : undefined });
    return this.messageJson(shown);
  }

  #ownMessage(of: Json, what: string): { readonly chat: Chat; readonly shown: Shown } {
    const chat = this.#chatToWrite(of);
    const id = requiredNumber(of, "message_id");
    const shown = chat.messages.find((one) => one.id === id && !one.deleted);
    if (shown === undefined) throw bad(`message to ${what} not found`);
    if (shown.from.id !== this.bot.id) throw bad(`message can't be ${what}ed`);
    return { chat, shown };
  }

  #edit(of: Json, changed: (shown: Shown) => Partial<Shown>): Json {
    const { chat, shown } = this.#ownMessage(of, "edit");
    const next = changed(shown);
    const look = (one: Partial<Shown>): string =>
      JSON.stringify([one.text, one.entities, one.buttons, one.file?.data.toString("base64")]);
    if (look({ ...shown, ...next }) === look(shown)) {
      throw bad(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
      );
    }
    this.#limit(chat);
    if (next.text !== undefined && next.text !== shown.text) shown.earlier.push(shown.text);
    Object.assign(shown, next);
    shown.edits++;
    return this.messageJson(shown, { edit_date: Math.floor(this.now() / 1000) });
  }

  #sendFile(of: Json, kind: ShownFile["kind"]): Json {
    const file = of[kind];
    if (!(file instanceof ReceivedFile)) throw bad(`there is no ${kind} in the request`);
    if (file.data.length === 0) throw bad("file must be non-empty");
    if (kind === "photo" && file.data.length > 10 * 2 ** 20) throw new Failure(413, "Request Entity Too Large");
    const caption = of["caption"] === undefined ? plain("") : this.#text(of, "caption", 1024);
    const shown = { kind, name: file.name, mediaType: file.mediaType, data: file.data };
    return this.#send(of, { ...caption, ...this.#keyboard(of), file: shown });
  }

  #member(chat: Chat, id: number): Json {
    const user = this.users.get(id);
    if (user === undefined) throw bad("user not found");
    return {
      user,
      status: chat.members.get(id) ?? "left",
      ...(chat.members.get(id) === "restricted" ? { is_member: true } : {}),
      ...(chat.members.get(id) === "administrator"
        ? { can_delete_messages: id !== this.bot.id || chat.canDelete }
        : {}),
    };
  }

  #describe(what: "description" | "short_description", of: Json, limit: number): true {
    const text = requiredText(of, what);
    if (text.length > limit) throw bad(`${what} is too long`);
    this.profile.set(`${what}|${languageKey(of)}`, text);
    return true;
  }

  /** A language that has none of its own shows that of all (the Bot API, `setMyDescription`). */
  #described(what: string, of: Json): string {
    return this.profile.get(`${what}|${languageKey(of)}`) ?? this.profile.get(`${what}|`) ?? "";
  }

  // --- Methods ---

  readonly #methods: Readonly<Record<string, Method>> = {
    getMe: () => ({
      ...this.bot,
      can_join_groups: true,
      can_read_all_group_messages: !this.privacy,
      supports_inline_queries: false,
    }),
    getUpdates: (of, { signal }) => this.#getUpdates(of, signal),
    setWebhook: (of) => {
      const url = requiredText(of, "url");
      if (url !== "" && !/^https?:\/\//.test(url)) throw bad("bad webhook: An HTTPS URL must be provided for webhook");
      const secret = of["secret_token"];
      if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(String(secret))) {
        throw bad("secret token contains unallowed characters");
      }
      if (of["allowed_updates"] !== undefined) this.#allowed = listOf(of, "allowed_updates").map(String);
      this.webhook =
        url === ""
          ? undefined
          : { url, secret: secret === undefined ? undefined : String(secret), lastError: undefined };
      void this.#deliver();
      return true;
    },
    deleteWebhook: (of) => {
      if (of["drop_pending_updates"] === true) this.#queue = [];
      this.webhook = undefined;
      return true;
    },
    getWebhookInfo: () => ({
      url: this.webhook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: this.#queue.length,
      ...(this.webhook?.lastError === undefined ? {} : { last_error_message: this.webhook.lastError }),
    }),
    sendMessage: (of) => this.#send(of, { ...this.#text(of, "text", 4096), ...this.#keyboard(of) }),
    editMessageText: (of) => {
      const text = this.#text(of, "text", 4096);
      const { buttons } = this.#keyboard(of);
      return this.#edit(of, (shown) => {
        if (shown.file !== undefined) throw bad("there is no text in the message to edit");
        return { ...text, buttons };
      });
    },
    editMessageMedia: (of) => {
      const media = isJson(of["media"]) ? of["media"] : {};
      const kind = media["type"];
      if (kind !== "photo" && kind !== "document") throw bad("wrong type of the media");
      const attached = /^attach:\/\/(.+)$/.exec(String(media["media"]))?.[1];
      const file = attached === undefined ? undefined : of[attached];
      if (!(file instanceof ReceivedFile) || file.data.length === 0) throw bad("file must be non-empty");
      const caption =
        media["caption"] === undefined ? plain("") : this.#text({ ...media, chat_id: of["chat_id"] }, "caption", 1024);
      const { buttons } = this.#keyboard(of);
      return this.#edit(of, (shown) => {
        // A text cannot get a file, nor a file in an album of one kind become another; kept strict here.
        if (shown.file?.kind !== kind) throw bad("message can't be edited");
        const { name, mediaType, data } = file;
        return { ...caption, buttons, file: { kind, name, mediaType, data } };
      });
    },
    editMessageReplyMarkup: (of) => {
      const { buttons } = this.#keyboard(of);
      return this.#edit(of, () => ({ buttons }));
    },
    deleteMessage: (of) => {
      const chat = this.#chat(of);
      const id = requiredNumber(of, "message_id");
      const shown = chat.messages.find((one) => one.id === id && !one.deleted);
      if (shown === undefined) throw bad("message to delete not found");
      const may = shown.from.id === this.bot.id || chat.type === "private" || chat.canDelete;
      if (!may || this.now() - shown.at > 48 * 3_600_000) throw bad("message can't be deleted");
      shown.deleted = true;
      return true;
    },
    answerCallbackQuery: (of) => {
      const query = this.#queries.get(requiredText(of, "callback_query_id"));
      const validity = this.#options.callbackValidityMs ?? callbackQueueMs;
      if (query === undefined || query.answered || this.now() - query.at > validity) {
        throw bad("query is too old and response timeout expired or query ID is invalid");
      }
      const text = of["text"] === undefined ? "" : requiredText(of, "text");
      if (!text.isWellFormed()) throw bad("strings must be encoded in UTF-8");
      if ([...text].length > 200) throw bad("MESSAGE_TOO_LONG");
      query.answered = true;
      const told = this.alerts.get(query.user) ?? [];
      if (text !== "") told.push({ text, alert: of["show_alert"] === true });
      this.alerts.set(query.user, told);
      return true;
    },
    setMyCommands: (of) => {
      const commands = listOf(of, "commands").map((one) => (isJson(one) ? one : {}));
      if (commands.length > 100) throw bad("BOT_COMMANDS_TOO_MUCH");
      const read = commands.map((one) => {
        const command = requiredText(one, "command");
        const description = requiredText(one, "description");
        if (!/^[a-z0-9_]{1,32}$/.test(command)) throw bad("BOT_COMMAND_INVALID");
        if (description.trim() === "" || description.length > 256) throw bad("BOT_COMMAND_DESCRIPTION_INVALID");
        return { command, description };
      });
      if (new Set(read.map(({ command }) => command)).size !== read.length)
        throw bad("emulator: the same command twice");
      this.menus.set(menuKey(of), read);
      return true;
    },
    deleteMyCommands: (of) => {
      this.menus.delete(menuKey(of));
      return true;
    },
    getMyDescription: (of) => ({ description: this.#described("description", of) }),
    setMyDescription: (of) => this.#describe("description", of, 512),
    getMyShortDescription: (of) => ({ short_description: this.#described("short_description", of) }),
    setMyShortDescription: (of) => this.#describe("short_description", of, 120),
    getChatMenuButton: () => ({ type: this.menuButton }),
    setChatMenuButton: (of) => {
      const type = isJson(of["menu_button"]) ? requiredText(of["menu_button"], "type") : "default";
      if (!["commands", "default"].includes(type)) throw bad("unsupported menu button type specified");
      this.menuButton = type;
      return true;
    },
    getMyCommands: (of) => this.menus.get(menuKey(of)) ?? [],
    getChat: (of) => {
      const chat = this.#chat(of);
      return {
        ...this.chatJson(chat),
        accent_color_id: 0,
        max_reaction_count: 11,
        ...(chat.type === "private" ? {} : { permissions: { can_send_messages: chat.canWrite } }),
      };
    },
    getChatMember: (of) => this.#member(this.#chat(of), requiredNumber(of, "user_id")),
    getChatAdministrators: (of) => {
      const chat = this.#chat(of);
      if (chat.type === "private") throw bad("there are no administrators in the private chat");
      return [...chat.members]
        .filter(([, status]) => status === "creator" || status === "administrator")
        .map(([id]) => this.#member(chat, id));
    },
    sendDocument: (of) => this.#sendFile(of, "document"),
    sendPhoto: (of) => this.#sendFile(of, "photo"),
    pinChatMessage: (of) => {
      const chat = this.#chat(of);
      if (chat.type !== "private" && chat.members.get(this.bot.id) !== "administrator") {
        throw bad("not enough rights to manage pinned messages in the chat");
      }
      const id = requiredNumber(of, "message_id");
      if (!chat.messages.some((one) => one.id === id && !one.deleted)) throw bad("message to pin not found");
      chat.pinned = id;
      return true;
    },
    unpinChatMessage: (of) => {
      const chat = this.#chat(of);
      if (chat.type !== "private" && chat.members.get(this.bot.id) !== "administrator") {
        throw bad("not enough rights to manage pinned messages in the chat");
      }
      if (chat.pinned === requiredNumber(of, "message_id")) chat.pinned = undefined;
      return true;
    },
    setMessageReaction: (of) => {
      const chat = this.#chat(of);
      const [reaction] = listOf(of, "reaction");
      if (!isJson(reaction)) throw bad("REACTION_INVALID");
      const emoji = requiredText(reaction, "emoji");
      this.reactions.push({ chat: chat.id, message: requiredNumber(of, "message_id"), emoji });
      return true;
    },
    leaveChat: (of) => {
      const chat = this.#chat(of);
      if (chat.type === "private") throw bad("chat not found");
      chat.members.set(this.bot.id, "left");
      return true;
    },
  };
}

/** A server that listens. */
export const startTelegram = (options: ServerOptions = {}): Promise<TelegramServer> =>
  new TelegramServer(options).listen();

/** A file in a form. */
class ReceivedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly data: Buffer;
  constructor(name: string, mediaType: string, data: Buffer) {
    this.name = name;
    this.mediaType = mediaType;
    this.data = data;
  }
}

async function parametersOf(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (body.length === 0) return {};
  if (type.startsWith("application/json")) {
    const read: unknown = JSON.parse(body.toString("utf8"));
    if (!isJson(read)) throw bad("can't parse JSON object");
    return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null));
  }
  const read: Json = {};
  for (const { name, file, text } of partsOf(body, type)) {
    if (file !== undefined) read[name] = file;
    else if (/^[[{]/.test(text) && name !== "text" && name !== "caption") read[name] = JSON.parse(text);
    else read[name] = text;
  }
  for (const [name, value] of Object.entries(read)) {
    if (typeof value === "string" && value.startsWith("attach://")) read[name] = read[value.slice("attach://".length)];
  }
  return read;
}

/**
 * The parts of a form. grammY writes `filename=` without quotes, which Node's own parser refuses; here a name without
 * quotes must be a token (RFC 2045), as nothing else can be told from the parameters behind it.
 */
function partsOf(
  body: Buffer,
  type: string,
): readonly { readonly name: string; readonly text: string; readonly file?: ReceivedFile }[] {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) throw bad("can't parse multipart form: no boundary");
  return body
    .toString("latin1")
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = "", ...rest] = part.slice(2, -2).split("\r\n\r\n");
      const content = Buffer.from(rest.join("\r\n\r\n"), "latin1");
      const headers = Buffer.from(head, "latin1").toString("utf8");
      const [, name, quoted, token] =
        /^content-disposition:\s*form-data;\s*name="([^"]+)"(?:;\s*filename=(?:"([^"]*)"|([^\s";=,]+)))?\s*$/im.exec(
          headers,
        ) ?? [];
      if (name === undefined) throw bad("can't parse multipart form: content-disposition");
      const filename = quoted ?? token;
      const mediaType = /^content-type:\s*(\S+)/im.exec(headers)?.[1] ?? "text/plain";
      const text = content.toString("utf8");
      return filename === undefined
        ? { name, text }
        : { name, text, file: new ReceivedFile(filename, mediaType, content) };
    });
}

function readButton(of: Json): Button {
  const text = requiredText(of, "text");
  if (!text.isWellFormed()) throw bad("strings must be encoded in UTF-8");
  if (text.trim() === "") throw bad("text buttons are unallowed in the inline keyboard");
  const data = of["callback_data"];
  const url = of["url"];
  if (typeof data === "string" && url === undefined) {
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > 64) throw bad("BUTTON_DATA_INVALID");
    return { text, data };
  }
  if (typeof url !== "string" || data !== undefined) throw bad("BUTTON_TYPE_INVALID");
  if (!/^(?:https?:\/\/[^\s]+\.[^\s]+|tg:\/\/.+)$/.test(url)) throw bad("BUTTON_URL_INVALID");
  const start = /^https:\/\/t\.me\/\w+\?start=(.*)$/.exec(url)?.[1];
  if (start !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(start)) throw bad("emulator: start payload");
  return { text, url };
}

/** In supergroups without topics, a chain of replies has a thread id too, to which nothing can be sent. */
function threadJson(shown: Shown, chat: Chat | undefined): Json {
  if (chat?.directMessages === true) return { direct_messages_topic: { topic_id: shown.thread ?? 0 } };
  if (shown.thread !== undefined) return { message_thread_id: shown.thread, is_topic_message: true };
  const chained = shown.replyTo !== undefined && chat?.type === "supergroup";
  return chained ? { message_thread_id: shown.replyTo } : {};
}

const buttonJson = ({ text, data, url }: Button): Json => ({
  text,
  ...(data === undefined ? {} : { callback_data: data }),
  ...(url === undefined ? {} : { url }),
});

function menuKey(of: Json): string {
  const scope = isJson(of["scope"]) ? requiredText(of["scope"], "type") : "default";
  if (!commandScopes.includes(scope)) throw bad("unsupported scope");
  return `${scope}|${languageKey(of)}`;
}

function languageKey(of: Json): string {
  const language = of["language_code"] === undefined ? "" : requiredText(of, "language_code");
  if (!/^(?:[a-z]{2})?$/.test(language)) throw bad("invalid language code specified");
  return language;
}

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

function requiredText(of: Json, name: string): string {
  const value = of[name];
  if (typeof value !== "string")
    throw bad(`${name === "text" ? "message text is empty" : `parameter "${name}" is required`}`);
  return value;
}

function requiredNumber(of: Json, name: string): number {
  const value = optionalNumber(of, name);
  if (value === undefined) throw bad(`parameter "${name}" is required`);
  return value;
}

function optionalNumber(of: Json, name: string): number | undefined {
  const value = of[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw bad(`parameter "${name}" must be a number`);
  return number;
}

function listOf(of: Json, name: string): readonly unknown[] {
  const value = of[name];
  if (!Array.isArray(value)) throw bad(`parameter "${name}" must be an array`);
  return value;
}
