/**
 * An emulated Discord over real HTTP and WebSocket, stricter than the real one where that one is vague.
 *
 * States of an interaction: *sent* to the bot -> *answered* by its first callback (a message, a deferral, a form,
 * choices) within three seconds, else *failed*, which its person is shown; the token works for fifteen minutes.
 * A deferral of type 5 leaves a 'thinking' message, which an edit of `@original` or the first follow-up resolves.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Gateway, intents } from "./gateway.ts";
import { Channel, Guild, Person, type PersonOptions } from "./people.ts";
import { Rates } from "./rates.ts";
import { commandProblems, completionProblems, messageProblems, modalProblems } from "./rules.ts";
import {
  channelJson,
  guildJson,
  may,
  memberJson,
  messageJson,
  ordinary,
  permissions,
  permissionsOf,
  snowflake,
  userJson,
  type Attachment,
  type ChannelState,
  type GuildState,
  type Json,
  type MessageState,
  type Permission,
  type User,
} from "./world.ts";
import { patience } from "../patience.ts";

export interface ServerOptions {
  readonly token?: string;
  /** Whether rate limits are enforced. On by default. */
  readonly limits?: boolean;
  /** Within which time an interaction has to be answered (3 s). */
  readonly answerWithinMs?: number;
  /** How long the token of an interaction works (15 min). */
  readonly tokenMs?: number;
  /** Shards that `/gateway/bot` recommends. */
  readonly shards?: number;
  readonly now?: () => number;
}

/** What goes wrong with a request. */
export type Fault =
  /** The connection is cut before anything happened. */
  | { readonly type: "drop" }
  /** It is done, but the answer never arrives. */
  | { readonly type: "lose" }
  /** A refusal; with `retryAfter` (seconds) a 429. */
  | {
      readonly type: "status";
      readonly code: number;
      readonly error?: number;
      readonly retryAfter?: number;
      readonly global?: boolean;
    }
  | { readonly type: "slow"; readonly ms: number };

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  readonly at: number;
  /** 0 where the connection was cut. */
  status: number;
}

/** Something that a person did and the bot has to answer. */
export interface InteractionState {
  readonly id: string;
  readonly token: string;
  readonly type: 2 | 3 | 4 | 5;
  readonly at: number;
  readonly user: User;
  readonly channel: ChannelState;
  /** The message under which a button was pressed. */
  readonly source: MessageState | undefined;
  /** Type of the first callback. */
  answered: number | undefined;
  /** Nothing came in time. */
  failed: boolean;
  original: MessageState | undefined;
  readonly followUps: MessageState[];
  modal: Json | undefined;
  choices: readonly Json[] | undefined;
}

/** An answer that is not 2xx. */
class Failure extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
const unknown = (what: string, code: number): Failure => new Failure(404, code, `Unknown ${what}`);

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  readonly files: readonly Attachment[];
  readonly bulk: unknown;
  readonly authorized: boolean;
}

const ephemeral = 1 << 6;

export class DiscordServer {
  readonly token: string;
  readonly bot: User;
  readonly applicationId: string;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, GuildState>();
  readonly channels = new Map<string, ChannelState>();
  readonly interactions = new Map<string, InteractionState>();
  readonly calls: Call[] = [];
  /** What broke a rule of Discord, or one of the project's: every message says whom it may ping. */
  readonly violations: string[] = [];
  commands: readonly Json[] = [];
  /** How often the commands were registered. */
  registrations = 0;
  /** Requests refused with 401, 403 or 429; ten thousand in ten minutes ban the address. */
  invalidRequests = 0;
  /** While set, the token is refused: 401, and 4004 from the gateway. */
  refusesToken = false;
  /** While set, everything answers 503. */
  down = false;
  limits: boolean;
  readonly answerWithinMs: number;
  readonly tokenMs: number;
  readonly gateway: Gateway;
  readonly #options: ServerOptions;
  readonly #http: Server;
  #rates = new Rates();
  #port = 0;
  readonly #faults: { matches: (method: string, path: string) => boolean; fault: Fault; times: number }[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(options: ServerOptions) {
    this.#options = options;
    this.limits = options.limits ?? true;
    this.answerWithinMs = options.answerWithinMs ?? 3_000;
    this.tokenMs = options.tokenMs ?? 15 * 60 * 1000;
    const id = snowflake(Date.now() - 86_400_000);
    this.applicationId = id;
    this.token = options.token ?? `${Buffer.from(id).toString("base64url")}.test.secret-part-of-the-token`;
    this.bot = { id, username: "steward", globalName: undefined, bot: true, locale: "en-US", takesDirect: true };
    this.users.set(id, this.bot);
    this.#http = createServer((request, response) => {
      void this.#serve(request, response);
    });
    this.gateway = new Gateway(this.#http, {
      token: () => (this.refusesToken ? "" : this.token),
      ready: () => ({
        v: 10,
        user: { ...userJson(this.bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
        application: { id: this.applicationId, flags: 0 },
        private_channels: [],
      }),
      guilds: (shard, shards) =>
        [...this.guilds.values()]
          .filter(({ id: guild, members }) => members.has(this.bot.id) && shardOf(guild, shards) === shard)
          .map((guild) => guildJson(guild, this.users, this.bot.id)),
      shardOf,
      url: () => this.#gatewayUrl(),
    });
  }

  static async start(options: ServerOptions = {}): Promise<DiscordServer> {
    const server = new DiscordServer(options);
    await server.listen(0);
    return server;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(port, "127.0.0.1", resolve));
    this.#port = (this.#http.address() as AddressInfo).port;
  }

  get port(): number {
    return this.#port;
  }

  /** For discord.js's `rest.api`. */
  get api(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  #gatewayUrl(): string {
    return `ws://127.0.0.1:${this.port}/gateway`;
  }

  now(): number {
    return this.#options.now?.() ?? Date.now();
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.#http.closeAllConnections();
    await new Promise<void>((resolve) => this.#http.close(() => resolve()));
  }

  // The world

  person(name: string, { locale = "en-US", takesDirect = true, id = snowflake() }: PersonOptions = {}): Person {
    const user: User = {
      id,
      username: name.toLowerCase().replace(/[^a-z0-9_.]/g, "_"),
      globalName: name,
      bot: false,
      locale,
      takesDirect,
    };
    this.users.set(id, user);
    return new Person(this, user);
  }

  /** A server with these people; the bot is in it unless `bot` is false. */
  guild(
    name: string,
    {
      members = [],
      owner,
      bot = true,
      channels = ["general"],
    }: {
      readonly members?: readonly Person[];
      readonly owner?: Person;
      readonly bot?: boolean;
      readonly channels?: readonly string[];
    } = {},
  ): Guild {
    const id = snowflake();
    const guild: GuildState = {
      id,
      name,
      ownerId: owner?.id ?? snowflake(),
      roles: new Map([[id, { id, name: "@everyone", permissions: bitsOf(ordinary) }]]),
      members: new Map(),
      channels: new Map(),
      joinedAt: new Date(this.now()).toISOString(),
    };
    this.guilds.set(id, guild);
    for (const one of [...members, ...(owner === undefined ? [] : [owner])])
      guild.members.set(one.id, { nick: undefined, roles: [] });
    const made = new Guild(this, guild);
    for (const one of channels) made.channel(one);
    if (bot) made.addsBot();
    return made;
  }

  /** The direct channel of the bot with somebody. */
  direct(userId: string): ChannelState {
    const known = [...this.channels.values()].find(({ recipient }) => recipient === userId);
    if (known !== undefined) return known;
    const channel: ChannelState = {
      id: snowflake(),
      type: 1,
      name: "",
      guild: undefined,
      parent: undefined,
      recipient: userId,
      overwrites: new Map(),
      messages: [],
      deleted: false,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** Puts a message in a channel. */
  put(of: Partial<MessageState> & Pick<MessageState, "channel" | "author">): MessageState {
    const message: MessageState = {
      id: snowflake(this.now()),
      content: "",
      components: [],
      embeds: [],
      attachments: [],
      flags: 0,
      onlyFor: undefined,
      thinking: false,
      deleted: false,
      pinned: false,
      edits: 0,
      pinged: [],
      at: this.now(),
      nonce: undefined,
      ...of,
    };
    message.channel.messages.push(message);
    this.changed();
    return message;
  }

  // What tests ask

  /** Makes the next `times` matching requests fail. `path` is without `/api/v10`. */
  fails(method: string, path: RegExp, fault: Fault, times = 1): void {
    this.#faults.push({ matches: (of, at) => of === method && path.test(at), fault, times });
  }

  /** Forgets the counts of the rate limits. */
  resetLimits(): void {
    this.#rates = new Rates();
  }

  /** Deferred answers that never came. */
  get thinking(): readonly MessageState[] {
    return [...this.channels.values()].flatMap(({ messages }) =>
      messages.filter((one) => one.thinking && !one.deleted),
    );
  }

  callsTo(method: string, path: RegExp): readonly Call[] {
    return this.calls.filter((call) => call.method === method && path.test(call.path));
  }

  changed(): void {
    for (const check of [...this.#waiting]) check();
  }

  /** Resolves once `probe` gives something; checked after every change. */
  async until<T>(probe: () => T | undefined | false, what: string, withinMs = patience): Promise<T> {
    const given = (): T | undefined => {
      const found = probe();
      return found === false ? undefined : found;
    };
    const now = given();
    if (now !== undefined) return now;
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        clearInterval(poll);
        this.#waiting.delete(check);
      };
      const check = () => {
        const found = given();
        if (found === undefined) return;
        done();
        resolve(found);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`waited ${withinMs} ms for: ${what}`));
      }, withinMs);
      const poll = setInterval(check, 20);
      this.#waiting.add(check);
    });
  }

  // Interactions

  /** Sends an interaction to the bot. Without a connection it is lost, and its person is told that it failed. */
  interact(
    type: InteractionState["type"],
    user: User,
    channel: ChannelState,
    data: Json,
    source?: MessageState,
    more: Json = {},
  ): InteractionState {
    const interaction: InteractionState = {
      id: snowflake(this.now()),
      token: `aW50ZXJhY3Rpb246${Buffer.from(snowflake()).toString("base64url")}`,
      type,
      at: this.now(),
      user,
      channel,
      source,
      answered: undefined,
      failed: false,
      original: undefined,
      followUps: [],
      modal: undefined,
      choices: undefined,
    };
    this.interactions.set(interaction.id, interaction);
    const { guild } = channel;
    const bits = guild === undefined ? 0n : permissionsOf(guild, user.id, channel);
    const botBits = guild === undefined ? 0n : permissionsOf(guild, this.bot.id, channel);
    this.gateway.dispatch(
      "INTERACTION_CREATE",
      {
        id: interaction.id,
        application_id: this.applicationId,
        type,
        token: interaction.token,
        version: 1,
        data,
        channel_id: channel.id,
        channel: channelJson(channel, this.users),
        ...(guild === undefined
          ? { user: userJson(user), context: 1 }
          : {
              guild_id: guild.id,
              guild: { id: guild.id, locale: "en-US", features: [] },
              guild_locale: "en-US",
              member: { ...memberJson(guild, user), permissions: String(bits) },
              context: 0,
            }),
        locale: user.locale,
        app_permissions: String(botBits),
        entitlements: [],
        authorizing_integration_owners: {},
        attachment_size_limit: 10_485_760,
        ...(source === undefined ? {} : { message: messageJson(source, this.users) }),
        ...more,
      },
      guild?.id,
    );
    setTimeout(() => {
      if (interaction.answered === undefined) interaction.failed = true;
      this.changed();
    }, this.answerWithinMs).unref();
    return interaction;
  }

  #callback(id: string, token: string, { body, files }: Request): Json | undefined {
    const interaction = this.interactions.get(id);
    if (interaction === undefined || interaction.token !== token) throw unknown("interaction", 10062);
    if (interaction.answered !== undefined) {
      throw new Failure(400, 40060, "Interaction has already been acknowledged.");
    }
    if (interaction.failed || this.now() - interaction.at > this.answerWithinMs) throw unknown("interaction", 10062);
    const type = Number(body["type"]);
    const data = (body["data"] ?? {}) as Json;
    const flags = Number(data["flags"] ?? 0);
    const fits: Readonly<Record<number, readonly number[]>> = {
      2: [4, 5, 9],
      3: [4, 5, 6, 7, 9],
      4: [8],
      5: [4, 5, 6, 7],
    };
    if (fits[interaction.type]?.includes(type) !== true || (type === 6 && interaction.source === undefined)) {
      throw this.#breach(`callback ${type} does not fit an interaction of type ${interaction.type}`);
    }
    const onlyFor = (flags & ephemeral) === 0 ? undefined : interaction.user.id;
    switch (type) {
      case 4:
        this.#check(messageProblems(data, files.length));
        interaction.original = this.put({
          ...this.#content(data, files),
          channel: interaction.channel,
          author: this.bot.id,
          onlyFor,
        });
        break;
      case 5:
        interaction.original = this.put({ channel: interaction.channel, author: this.bot.id, onlyFor, thinking: true });
        break;
      case 6:
        interaction.original = interaction.source;
        break;
      case 7:
        this.#check(messageProblems(data, files.length, { edit: true }));
        interaction.original = interaction.source;
        if (interaction.source !== undefined) this.#edit(interaction.source, data, files);
        break;
      case 8:
        this.#check(completionProblems(data));
        interaction.choices = data["choices"] as readonly Json[];
        break;
      case 9:
        this.#check(modalProblems(data));
        interaction.modal = data;
        break;
    }
    interaction.answered = type;
    return undefined;
  }

  #byToken(token: string): InteractionState {
    const interaction = [...this.interactions.values()].find((one) => one.token === token);
    if (interaction === undefined || interaction.answered === undefined) throw unknown("Webhook", 10015);
    if (this.now() - interaction.at > this.tokenMs) throw new Failure(401, 50027, "Invalid Webhook Token");
    return interaction;
  }

  #followUp(token: string, { body, files }: Request): Json {
    const interaction = this.#byToken(token);
    this.#check(messageProblems(body, files.length));
    const content = this.#content(body, files);
    const { original } = interaction;
    if (original?.thinking === true) {
      // The first follow-up to a deferred answer takes its place, and its visibility.
      Object.assign(original, content, { thinking: false });
      this.changed();
      return messageJson(original, this.users);
    }
    const onlyFor = (Number(body["flags"] ?? 0) & ephemeral) === 0 ? undefined : interaction.user.id;
    const message = this.put({ ...content, channel: interaction.channel, author: this.bot.id, onlyFor });
    interaction.followUps.push(message);
    return messageJson(message, this.users);
  }

  #original(token: string, which: string): MessageState {
    const { original, followUps } = this.#byToken(token);
    const message = which === "@original" ? original : followUps.find(({ id }) => id === which);
    if (message === undefined || message.deleted) throw unknown("Message", 10008);
    return message;
  }

  // Messages

  #breach(why: string): Failure {
    this.violations.push(why);
    return new Failure(400, 50035, `Invalid Form Body: ${why}`);
  }

  #check(problems: readonly string[]): void {
    const [first] = problems;
    if (first === undefined) return;
    this.violations.push(...problems);
    throw new Failure(400, 50035, `Invalid Form Body: ${problems.join("; ")}`);
  }

  #content(
    body: Json,
    files: readonly Attachment[],
  ): Pick<MessageState, "content" | "components" | "embeds" | "attachments" | "flags" | "pinged"> {
    const content = typeof body["content"] === "string" ? body["content"].trim() : "";
    return {
      content,
      components: (body["components"] ?? []) as readonly Json[],
      embeds: (body["embeds"] ?? []) as readonly Json[],
      attachments: files,
      flags: Number(body["flags"] ?? 0) & ~ephemeral,
      pinged: pings(content, (body["allowed_mentions"] ?? {}) as Json),
    };
  }

  #edit(message: MessageState, body: Json, files: readonly Attachment[]): void {
    const { content, components, embeds, attachments } = this.#content(body, files);
    if (body["content"] !== undefined) message.content = content;
    if (body["components"] !== undefined) message.components = components;
    if (body["embeds"] !== undefined) message.embeds = embeds;
    if (files.length > 0 || body["attachments"] !== undefined) message.attachments = attachments;
    message.thinking = false;
    message.edits++;
    this.changed();
  }

  #channel(id: string): ChannelState {
    const channel = this.channels.get(id);
    if (channel === undefined || channel.deleted) throw unknown("Channel", 10003);
    const { guild } = channel;
    if (guild !== undefined && !may(permissionsOf(guild, this.bot.id, channel), "View Channel")) {
      throw new Failure(403, 50001, "Missing Access");
    }
    return channel;
  }

  #post(channelId: string, { body, files }: Request): Json {
    const channel = this.#channel(channelId);
    const { guild } = channel;
    if (guild !== undefined) {
      const bits = permissionsOf(guild, this.bot.id, channel);
      const needed: readonly Permission[] = [
        channel.type === 11 ? "Send Messages in Threads" : "Send Messages",
        ...(files.length > 0 ? (["Attach Files"] as const) : []),
      ];
      for (const one of needed) if (!may(bits, one)) throw new Failure(403, 50013, "Missing Permissions");
    } else if (this.users.get(channel.recipient ?? "")?.takesDirect !== true) {
      throw new Failure(403, 50007, "Cannot send messages to this user");
    }
    this.#check(messageProblems(body, files.length));
    const nonce = body["nonce"] === undefined ? undefined : String(body["nonce"]);
    if (body["enforce_nonce"] === true) {
      const earlier = channel.messages.find((one) => one.nonce === nonce && this.now() - one.at < 180_000);
      if (earlier !== undefined) return messageJson(earlier, this.users);
    }
    const message = this.put({ ...this.#content(body, files), channel, author: this.bot.id, nonce });
    return messageJson(message, this.users);
  }

  #message(channel: ChannelState, id: string): MessageState {
    const message = channel.messages.find((one) => one.id === id && !one.deleted && one.onlyFor === undefined);
    if (message === undefined) throw unknown("Message", 10008);
    return message;
  }

  #patch(channelId: string, id: string, { body, files }: Request): Json {
    const message = this.#message(this.#channel(channelId), id);
    if (message.author !== this.bot.id) throw new Failure(403, 50005, "Cannot edit a message authored by another user");
    this.#check(messageProblems(body, files.length, { edit: true }));
    this.#edit(message, body, files);
    return messageJson(message, this.users);
  }

  #delete(channelId: string, id: string): undefined {
    const channel = this.#channel(channelId);
    const message = this.#message(channel, id);
    const { guild } = channel;
    const bits = guild === undefined ? 0n : permissionsOf(guild, this.bot.id, channel);
    if (message.author !== this.bot.id && !may(bits, "Manage Messages"))
      throw new Failure(403, 50013, "Missing Permissions");
    message.deleted = true;
    this.changed();
    return undefined;
  }

  #pin(channelId: string, id: string, pinned: boolean): undefined {
    const channel = this.#channel(channelId);
    const message = this.#message(channel, id);
    const { guild } = channel;
    if (guild !== undefined && !may(permissionsOf(guild, this.bot.id, channel), "Pin Messages"))
      throw new Failure(403, 50013, "Missing Permissions");
    message.pinned = pinned;
    this.changed();
    return undefined;
  }

  #openDirect({ body }: Request): Json {
    const user = this.users.get(String(body["recipient_id"]));
    if (user === undefined) throw new Failure(400, 50033, "Invalid Recipient(s)");
    return channelJson(this.direct(user.id), this.users);
  }

  #register(bulk: unknown): unknown {
    this.#check(commandProblems(bulk));
    this.registrations++;
    this.commands = (bulk as readonly Json[]).map((command) => ({
      ...command,
      id: snowflake(),
      type: command["type"] ?? 1,
    }));
    this.changed();
    return this.commands;
  }

  /** Of what the gateway tells of a server, this has no channels and no members. */
  #guild(id: string): Json {
    const { channels: _, threads: __, members: ___, ...rest } = guildJson(this.#open(id), this.users, this.bot.id);
    return rest;
  }

  #open(id: string): GuildState {
    const guild = this.guilds.get(id);
    if (guild === undefined) throw unknown("Guild", 10004);
    if (!guild.members.has(this.bot.id)) throw new Failure(403, 50001, "Missing Access");
    return guild;
  }

  #member(guildId: string, userId: string): Json {
    const guild = this.#open(guildId);
    const user = this.users.get(userId);
    if (user === undefined) throw unknown("User", 10013);
    if (!guild.members.has(userId)) throw unknown("Member", 10007);
    return memberJson(guild, user);
  }

  // HTTP

  readonly #routes: readonly (readonly [
    string,
    RegExp,
    (match: readonly string[], request: Request) => unknown,
    "open"?,
  ])[] = [
    [
      "GET",
      /^\/gateway\/bot$/,
      () => ({
        url: this.#gatewayUrl(),
        shards: this.#options.shards ?? 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 },
      }),
    ],
    ["GET", /^\/users\/@me$/, () => userJson(this.bot)],
    ["GET", /^\/applications\/@me$/, () => ({ id: this.bot.id, bot_public: true, bot_require_code_grant: false })],
    ["PUT", /^\/applications\/(\d+)\/commands$/, (_, { bulk }) => this.#register(bulk)],
    ["GET", /^\/applications\/(\d+)\/commands$/, () => this.commands],
    [
      "POST",
      /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      ([id = "", token = ""], request) => this.#callback(id, token, request),
      "open",
    ],
    ["POST", /^\/webhooks\/\d+\/([^/]+)$/, ([token = ""], request) => this.#followUp(token, request), "open"],
    [
      "PATCH",
      /^\/webhooks\/\d+\/([^/]+)\/messages\/([^/]+)$/,
      ([token = "", which = ""], { body, files }) => {
        const message = this.#original(token, which);
        this.#check(messageProblems(body, files.length, { edit: true }));
        this.#edit(message, body, files);
        return messageJson(message, this.users);
      },
      "open",
    ],
    [
      "DELETE",
      /^\/webhooks\/\d+\/([^/]+)\/messages\/([^/]+)$/,
      ([token = "", which = ""]) => {
        const message = this.#original(token, which);
        message.deleted = true;
        message.thinking = false;
        return undefined;
      },
      "open",
    ],
    ["POST", /^\/users\/@me\/channels$/, (_, request) => this.#openDirect(request)],
    ["POST", /^\/channels\/(\d+)\/messages$/, ([channel = ""], request) => this.#post(channel, request)],
    [
      "PATCH",
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([channel = "", id = ""], request) => this.#patch(channel, id, request),
    ],
    ["DELETE", /^\/channels\/(\d+)\/messages\/(\d+)$/, ([channel = "", id = ""]) => this.#delete(channel, id)],
    ["PUT", /^\/channels\/(\d+)\/messages\/pins\/(\d+)$/, ([channel = "", id = ""]) => this.#pin(channel, id, true)],
    [
      "DELETE",
      /^\/channels\/(\d+)\/messages\/pins\/(\d+)$/,
      ([channel = "", id = ""]) => this.#pin(channel, id, false),
    ],
    ["GET", /^\/channels\/(\d+)$/, ([id = ""]) => channelJson(this.#channel(id), this.users)],
    ["GET", /^\/guilds\/(\d+)$/, ([id = ""]) => this.#guild(id)],
    ["GET", /^\/guilds\/(\d+)\/members\/(\d+)$/, ([guild = "", user = ""]) => this.#member(guild, user)],
  ];

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const [address = ""] = (incoming.url ?? "").split("?", 1);
    const path = address.replace(/^\/api\/v10/, "");
    const method = incoming.method ?? "GET";
    const call: Call = { method, path, body: {}, at: this.now(), status: 0 };
    try {
      const request = await this.#read(incoming, method, path);
      const noted: Call = Object.assign(call, { body: request.body });
      this.calls.push(noted);
      const fault = this.#fault(method, path);
      if (fault?.type === "drop") {
        incoming.socket.destroy();
        return;
      }
      if (fault?.type === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms));
      const [status, body, headers] =
        fault?.type === "status" ? this.#refusal(fault) : this.#answer(request, address.startsWith("/api/v10/"));
      if (fault?.type === "lose") {
        this.changed();
        incoming.socket.destroy();
        return;
      }
      call.status = status;
      if ([401, 403, 429].includes(status)) this.invalidRequests++;
      // An empty answer has no type: the library would read it as JSON, and fail.
      response.writeHead(status, { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
      this.changed();
    } catch (error) {
      // A mistake of the emulator itself: seen by the test, not swallowed.
      this.violations.push(`emulator: ${error instanceof Error ? error.message : String(error)}`);
      response.writeHead(500).end();
    }
  }

  #fault(method: string, path: string): Fault | undefined {
    const found = this.#faults.find((one) => one.matches(method, path) && one.times > 0);
    if (found === undefined) return undefined;
    found.times--;
    return found.fault;
  }

  #refusal({
    code,
    error = 0,
    retryAfter,
    global = false,
  }: Extract<Fault, { type: "status" }>): [number, unknown, Record<string, string>] {
    if (retryAfter === undefined) return [code, { code: error, message: "refused by the test" }, {}];
    return [
      code,
      { message: "You are being rate limited.", retry_after: retryAfter, global },
      {
        "Retry-After": String(retryAfter),
        ...(global ? { "X-RateLimit-Global": "true" } : {}),
        "X-RateLimit-Scope": "user",
      },
    ];
  }

  #answer(request: Request, versioned: boolean): [number, unknown, Record<string, string>] {
    const { method, path } = request;
    if (this.down) return [503, { message: "upstream connect error", code: 0 }, {}];
    if (!versioned) return [404, { code: 0, message: "404: Not Found" }, {}];
    const exempt = path.startsWith("/interactions/") || path.startsWith("/webhooks/");
    const rate = this.limits ? this.#rates.take(method, path, this.now(), exempt) : undefined;
    const headers = rate?.headers ?? {};
    if (rate?.retryAfter !== undefined) {
      return [
        429,
        { message: "You are being rate limited.", retry_after: rate.retryAfter, global: rate.global },
        headers,
      ];
    }
    for (const [verb, pattern, handle, open] of this.#routes) {
      const match = verb === method ? pattern.exec(path) : null;
      if (match === null) continue;
      if (open !== "open" && (!request.authorized || this.refusesToken))
        return [401, { code: 0, message: "401: Unauthorized" }, headers];
      try {
        const body = handle(match.slice(1), request);
        return [body === undefined ? 204 : 200, body, headers];
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return [error.status, { code: error.code, message: error.message }, headers];
      }
    }
    this.violations.push(`no such route: ${method} ${path.replaceAll(/\d{17,20}/g, ":id")}`);
    return [404, { code: 0, message: "404: Not Found" }, headers];
  }

  async #read(incoming: IncomingMessage, method: string, path: string): Promise<Request> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const type = incoming.headers["content-type"] ?? "";
    const authorized = incoming.headers.authorization === `Bot ${this.token}`;
    if (!type.startsWith("multipart/form-data")) {
      const bulk: unknown = bytes.length === 0 ? {} : JSON.parse(bytes.toString("utf8"));
      return { method, path, body: Array.isArray(bulk) ? {} : (bulk as Json), bulk, files: [], authorized };
    }
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    const json = form.get("payload_json");
    const body = (typeof json === "string" ? JSON.parse(json) : {}) as Json;
    const data = path.endsWith("/callback") ? ((body["data"] ?? {}) as Json) : body;
    const described = (data["attachments"] ?? []) as readonly Json[];
    const files: Attachment[] = [];
    for (const [key, value] of form.entries()) {
      if (typeof value === "string") continue;
      const index = Number(/^files\[(\d+)\]$/.exec(key)?.[1]);
      const about = described.find(({ id }) => Number(id) === index);
      files.push({
        id: snowflake(),
        filename: String(about?.["filename"] ?? value.name),
        mediaType: value.type,
        bytes: new Uint8Array(await value.arrayBuffer()),
        description: typeof about?.["description"] === "string" ? about["description"] : undefined,
      });
    }
    return { method, path, body, bulk: body, files, authorized };
  }

  /** Tells the bot about something in a server. */
  tell(event: string, body: Json, guildId: string | undefined, needs: number = intents.guilds): boolean {
    return this.gateway.dispatch(event, body, guildId, needs);
  }
}

const shardOf = (guildId: string | undefined, shards: number): number =>
  guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));

export const bitsOf = (names: readonly Permission[]): bigint =>
  names.reduce((sum, name) => sum | permissions[name], 0n);

/** Whom a text pings: the server looks at the raw text, and backslashes do not count. */
function pings(content: string, allowed: Json): string[] {
  const parse = Array.isArray(allowed["parse"]) ? (allowed["parse"] as readonly string[]) : [];
  const users = Array.isArray(allowed["users"]) ? (allowed["users"] as readonly string[]) : [];
  const found: string[] = [];
  if (parse.includes("everyone")) found.push(...[...content.matchAll(/@(everyone|here)/g)].map(([, who = ""]) => who));
  for (const [, id = ""] of content.matchAll(/<@!?(\d+)>/g)) {
    if (parse.includes("users") || users.includes(id)) found.push(id);
  }
  return found;
}

export { Channel, Guild, Person };
