/**
 * Discord, over discord.js: its gateway and caches for what happens, its REST client for what is said.
 *
 * An interaction is deferred first and handled afterwards. One whose deferral Discord did not take is not handled: its
 * person has been told that it failed, and would do it twice. What happened while the bot was away never comes.
 *
 * Not seen: who leaves a server (GUILD_MEMBER_REMOVE needs the privileged intent GuildMembers), and what people write in
 * channels (MessageContent is privileged too): commands, buttons and forms have to be enough.
 */
import {
  ChannelType,
  Events,
  GatewayDispatchEvents,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  REST,
  Routes,
  TextInputStyle,
  ComponentType,
  type APIGuildMember,
  type APIInteraction,
  type APIUser,
  type Client,
  type Guild,
  type GuildBasedChannel,
} from "discord.js";
import {
  SendError,
  type Adapter,
  type AdapterHost,
  type AdapterStatus,
  type Outgoing,
  type Place,
  type Sent,
} from "../../src/chat/adapter.ts";
import { messageIds } from "../../src/chat/phrase.ts";
import type { Inbound, InboundChat } from "../../src/chat/inbound.ts";
import type { Leads } from "../../src/chat/leads.ts";
import { discordCapabilities } from "./capabilities.ts";
import { hashOf, slashCommands } from "./commands.ts";
import { Connection, type Pauses } from "./connection.ts";
import { sendErrorOf, troubleOf } from "./errors.ts";
import {
  chatOf,
  isElsewhere,
  packToken,
  read,
  senderOf,
  userOf,
  type Deferral,
  type Form,
  type InteractionToken,
} from "./interactions.ts";
import { canWrite, heldRights, managesServer } from "./permissions.ts";
import { linkTo } from "./render.ts";
import { Sending } from "./sending.ts";

export interface DiscordOptions {
  readonly token: string;
  /** Another address for the REST interface, for tests; without a version. */
  readonly api?: string;
  readonly pauses?: Partial<Pauses>;
  /** Within which time Discord wants an interaction answered, in milliseconds. */
  readonly answerWithinMs?: number;
  /** Requests that the library lets pass in a second, for tests on a clock of their own; the documented limit otherwise. */
  readonly requestsPerSecond?: number;
}

const defaultPauses: Pauses = { firstMs: 2_000, longestMs: 5 * 60_000, refusedMs: 5 * 60_000 };
/** The token of an interaction works for 15 minutes; a little is kept back for the way. */
const tokenLife = 15 * 60_000 - 15_000;
/** A request that hangs is given up after this. Milliseconds. */
const requestTimeout = 10_000;
const longestFormLabel = 45;
const longestAnswer = 4_000;
/** Pauses before an event is handed over again that could not be recorded; doubles. Milliseconds. */
const firstRetry = 500;
const longestRetry = 30_000;
const commandsFact = "discord-commands";

/** What is said in a place that the bot was not added to, only to who asked, in the language of their client. */
const notAddedText = messageIds({ said: "core-not-added" }).said;
function notAdded(interaction: APIInteraction, host: AdapterHost): unknown {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } };
  }
  const locale = "locale" in interaction ? interaction.locale : "";
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: {
      content: host.text(locale, notAddedText),
      flags: MessageFlags.Ephemeral,
      allowed_mentions: { parse: [] },
    },
  };
}

const hosted: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
]);

export class DiscordAdapter implements Adapter {
  readonly capabilities = discordCapabilities;
  readonly #options: DiscordOptions;
  readonly #rest: REST;
  readonly #connection: Connection;
  readonly #sending: Sending;
  readonly #answerWithinMs: number;
  readonly #inHand = new Set<Promise<void>>();
  #host: AdapterHost | undefined;
  #account: string;
  #stopping = false;
  #registering: Promise<void> | undefined;
  #registerTimer: NodeJS.Timeout | undefined;
  readonly #stops = new AbortController();
  /** The bot's rights by channel, as they were when they last changed. */
  readonly #held = new Map<string, string>();

  constructor(options: DiscordOptions) {
    this.#options = options;
    this.#answerWithinMs = options.answerWithinMs ?? 3_000;
    this.#account = accountIn(options.token);
    this.#rest = new REST({
      version: "10",
      ...(options.api === undefined ? {} : { api: options.api }),
      // What has to wait waits in the outbox, where it is in order and outlives a crash, not in a queue of the library.
      rejectOnRateLimit: () => true,
      // The rest of what Discord allows is for the gateway's client, which counts by itself.
      globalRequestsPerSecond: options.requestsPerSecond ?? discordCapabilities.budget.perSecond - 1,
      retries: 0,
      timeout: requestTimeout,
    }).setToken(options.token);
    this.#connection = new Connection({
      token: options.token,
      api: options.api,
      pauses: { ...defaultPauses, ...options.pauses },
      log: () => this.#host?.log,
      attach: (client) => {
        this.#attach(client);
      },
      ready: (client) => {
        this.#account = client.user.id;
        // After a 401 the library forgets the token.
        this.#rest.setToken(this.#options.token);
        this.#register(client.application.id);
      },
    });
    this.#sending = new Sending({
      rest: this.#rest,
      account: () => this.#account,
      client: () => this.#connection.client,
      accepted: () => {
        this.#connection.accepted();
      },
      refused: () => {
        this.#connection.refused();
        this.#rest.setToken(this.#options.token);
      },
    });
  }

  get account(): string {
    return this.#account;
  }

  status(): AdapterStatus {
    return this.#connection.status();
  }

  beginAnew(): void {
    this.#connection.beginAnew();
  }

  async start(host: AdapterHost): Promise<void> {
    this.#host = host;
    await this.#connection.start();
    await this.#registering;
  }

  send(outgoing: Outgoing): Promise<Sent> {
    return this.#sending.send(outgoing);
  }

  address(leads: Leads): Promise<string> {
    return Promise.resolve(linkTo(leads, this.#account));
  }

  async isAdministrator({ id }: Place, userId: string): Promise<boolean> {
    const client = this.#connection.client;
    if (client?.isReady() !== true) throw new SendError("unreachable");
    const channel = client.channels.cache.get(id);
    if (channel === undefined) throw new SendError("removed");
    if (channel.isDMBased()) return false;
    try {
      const member = (await this.#rest.get(Routes.guildMember(channel.guildId, userId))) as APIGuildMember;
      return managesServer(client, channel.guildId, userId, member.roles);
    } catch (error) {
      // 10007: not a member of this server.
      if (troubleOf(error).code === 10007) return false;
      throw sendErrorOf(error);
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#stops.abort();
    clearTimeout(this.#registerTimer);
    while (this.#inHand.size > 0) await Promise.allSettled([...this.#inHand]);
    await this.#registering;
    await this.#connection.stop();
  }

  // Commands

  /** Registers the commands if they, or their texts, are not what Discord has already. */
  #register(application: string, failures = 0): void {
    const host = this.#host;
    if (host === undefined || this.#stopping) return;
    const commands = slashCommands(host.commands, host);
    const wanted = `${application}:${hashOf(commands)}`;
    this.#registering = (async () => {
      try {
        if ((await host.facts.get(commandsFact)) === wanted) return;
        await this.#rest.put(Routes.applicationCommands(application), { body: commands });
        await host.facts.set(commandsFact, wanted);
        host.log.info({ commands: commands.length }, "Discord has new commands");
      } catch (error) {
        const { status, code, retryAfterMs } = troubleOf(error);
        host.log.warn({ status, code }, "could not register the commands with Discord");
        const { firstMs, longestMs } = { ...defaultPauses, ...this.#options.pauses };
        const pause = retryAfterMs ?? Math.min(longestMs, firstMs * 2 ** failures);
        if (!this.#stopping) {
          this.#registerTimer = setTimeout(() => {
            this.#register(application, failures + 1);
          }, pause);
        }
      }
    })();
  }

  // What happens

  #attach(client: Client): void {
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
      this.#hold(this.#interaction(interaction, client));
    });
    client.ws.on(GatewayDispatchEvents.MessageCreate, (message: DirectMessage) => {
      this.#hold(this.#message(message));
    });
    // Before the library forgets the channels: this comes first.
    client.ws.on(
      GatewayDispatchEvents.GuildDelete,
      ({ id, unavailable }: { readonly id: string; readonly unavailable?: boolean }) => {
        const guild = client.guilds.cache.get(id);
        if (unavailable !== true && guild !== undefined) this.#hold(this.#removed(guild));
      },
    );
    client.ws.on(
      GatewayDispatchEvents.ChannelDelete,
      ({ id, guild_id: guild }: { readonly id: string; readonly guild_id?: string }) => {
        if (guild !== undefined) this.#hold(this.#happened("bot-removed", `deleted:${id}`, { id, kind: "group" }));
      },
    );
    client.on(Events.GuildCreate, (guild) => {
      this.#hold(this.#added(guild));
    });
    client.on(Events.ChannelUpdate, (_, channel) => {
      if (!channel.isDMBased()) this.#hold(this.#allowed([channel]));
    });
    client.on(Events.GuildRoleUpdate, (_, { guild }) => {
      this.#hold(this.#allowed([...guild.channels.cache.values()]));
    });
    // Comes for the bot itself without the privileged intent.
    client.on(Events.GuildMemberUpdate, (_, { id, guild }) => {
      if (id === client.user?.id) this.#hold(this.#allowed([...guild.channels.cache.values()]));
    });
  }

  /** Keeps what is being worked on, so that `stop` can wait for it. */
  #hold(work: Promise<void>): void {
    const held = work
      .catch((error: unknown) => {
        this.#host?.log.error(
          { error: error instanceof Error ? error.name : typeof error },
          "an event from Discord failed",
        );
      })
      .finally(() => this.#inHand.delete(held));
    this.#inHand.add(held);
  }

  async #interaction(interaction: APIInteraction, client: Client): Promise<void> {
    const host = this.#host;
    if (host === undefined || this.#stopping) return;
    const arrived = Date.now();
    // READY comes before any interaction; until the client has worked through it, the id is that of the token.
    this.#account = client.user?.id ?? this.#account;
    if (isElsewhere(interaction)) {
      await this.#respond(interaction, arrived, notAdded(interaction, host));
      return;
    }
    const chat = chatOf(interaction);
    const sender = senderOf(interaction);
    const asked = read(interaction, host.commands);
    if (chat === undefined || sender === undefined || asked.type === "unknown") return;
    switch (asked.type) {
      case "form":
        await this.#respond(interaction, arrived, { type: InteractionResponseType.Modal, data: modal(asked.form) });
        return;
      case "complete": {
        const account = this.#account;
        const choices = await within(
          host.complete({ platform: "discord", account, chat, sender }, asked.request),
          this.#answerWithinMs * 0.8,
        ).catch(() => []);
        const data = {
          choices: choices
            .filter(({ label, value }) => label.trim() !== "" && value !== "" && value.length <= 100)
            .slice(0, 25)
            .map(({ label, value }) => ({ name: label.slice(0, 100), value })),
        };
        await this.#respond(interaction, arrived, {
          type: InteractionResponseType.ApplicationCommandAutocompleteResult,
          data,
        });
        return;
      }
      case "said": {
        if (!(await this.#respond(interaction, arrived, deferrals[asked.deferral]))) return;
        const token: InteractionToken = {
          application: interaction.application_id,
          token: interaction.token,
          deferral: asked.deferral,
        };
        const expiresAt = host.now() + tokenLife;
        const recorded = await this.#receive(
          {
            platform: "discord",
            account: this.#account,
            eventId: interaction.id,
            chat,
            sender,
            said: asked.said,
            interaction: { token: packToken(token), expiresAt, seenBy: asked.deferral === "chat" ? "chat" : "person" },
          },
          expiresAt,
        );
        if (!recorded && !this.#stopping) await this.#sending.drop(token).catch(() => undefined);
        return;
      }
    }
  }

  /**
   * The first answer to an interaction; whether Discord took it. Tried again as long as there is time: that it was
   * answered already (40060) means that an earlier try, or an earlier delivery of the same event, has come through.
   */
  async #respond(interaction: APIInteraction, arrived: number, body: unknown): Promise<boolean> {
    for (let pause = 50; ; pause *= 2) {
      const left = arrived + this.#answerWithinMs - Date.now();
      try {
        await this.#rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
          body,
          auth: false,
          signal: AbortSignal.timeout(Math.max(1, left)),
        });
        return true;
      } catch (error) {
        const { status, code, retryAfterMs } = troubleOf(error);
        if (code === 40060) return true;
        const wait = retryAfterMs ?? pause;
        const hopeless = status >= 400 && status < 500 && status !== 429;
        if (hopeless || Date.now() + wait >= arrived + this.#answerWithinMs) {
          this.#host?.log.warn({ status, code }, "an interaction could not be answered in time and is not handled");
          return false;
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  /** Hands an event over until it is recorded; false if that did not come about in time. */
  async #receive(inbound: Inbound, until: number): Promise<boolean> {
    const host = this.#host;
    if (host === undefined) return false;
    for (let pause = firstRetry; ; pause = Math.min(longestRetry, pause * 2)) {
      try {
        await host.receive(inbound);
        return true;
      } catch (error) {
        host.log.warn({ error: error instanceof Error ? error.name : typeof error }, "an event could not be recorded");
        if (this.#stopping || host.now() + pause >= until) return false;
        await this.#sleep(pause);
      }
    }
  }

  /** Resolves early when the adapter stops. */
  #sleep(ms: number): Promise<void> {
    const { signal } = this.#stops;
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done);
    });
  }

  /**
   * What somebody wrote to the bot directly; its content comes without a privileged intent. Commands are none of it, only
   * answers to what the bot asked: edits of these are not looked at, since the next question shows what was understood.
   */
  async #message({ id, channel_id: channel, guild_id: guild, author, content, type }: DirectMessage): Promise<void> {
    const host = this.#host;
    if (host === undefined || this.#stopping || guild !== undefined || author.bot === true) return;
    // 0 is an ordinary message, 19 a reply; the rest are Discord's own notices.
    if ((type !== 0 && type !== 19) || content === "") return;
    await this.#receive(
      {
        platform: "discord",
        account: this.#account,
        eventId: id,
        chat: { id: channel, kind: "direct" },
        sender: userOf(author),
        said: { type: "text", text: content, messageId: id },
      },
      host.now() + tokenLife,
    );
  }

  /** The bot is in no channel of this server any more. When it joined makes the event's id another one the next time. */
  async #removed(guild: Guild): Promise<void> {
    const channels = [...guild.channels.cache.values()].filter(({ type }) => hosted.has(type));
    for (const { id } of channels) {
      await this.#happened("bot-removed", `removed:${id}:${guild.joinedTimestamp}`, { id, kind: "group" });
    }
  }

  /** Said once, in the channel that the server has for such notices. */
  async #added(guild: Guild): Promise<void> {
    const { systemChannel } = guild;
    if (systemChannel === null) return;
    const { id, name } = systemChannel;
    await this.#happened("bot-added", `added:${id}:${guild.joinedTimestamp}`, { id, kind: "group", title: name });
  }

  /** What the bot may do in channels may have changed. */
  async #allowed(channels: readonly GuildBasedChannel[]): Promise<void> {
    for (const channel of channels.filter(({ type }) => hosted.has(type))) {
      const { id } = channel;
      const held = heldRights(channel);
      if (this.#held.get(id) === held) continue;
      this.#held.set(id, held);
      if (!canWrite(held)) continue;
      await this.#happened("bot-allowed", `allowed:${id}:${String(this.#host?.now())}`, { id, kind: "group" });
    }
  }

  async #happened(
    type: "bot-added" | "bot-removed" | "bot-allowed",
    eventId: string,
    chat: InboundChat,
  ): Promise<void> {
    const host = this.#host;
    if (host === undefined || this.#stopping) return;
    const sender = { id: this.#account, name: "" };
    await this.#receive(
      { platform: "discord", account: this.#account, eventId, chat, sender, said: { type } },
      host.now() + tokenLife,
    );
  }
}

/** The fields of MESSAGE_CREATE that matter. */
interface DirectMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
  readonly author: APIUser;
  readonly content: string;
  readonly type: number;
}

const deferrals: Readonly<Record<Deferral, object>> = {
  private: { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
  chat: { type: InteractionResponseType.DeferredChannelMessageWithSource },
  silent: { type: InteractionResponseType.DeferredMessageUpdate },
};

/** A form with one field. Its label says the question, as far as it fits. */
function modal({ customId, label, placeholder }: Form) {
  const short = label.length <= longestFormLabel ? label : `${label.slice(0, longestFormLabel - 1)}…`;
  return {
    custom_id: customId,
    title: short,
    components: [
      {
        type: ComponentType.Label,
        label: short,
        component: {
          type: ComponentType.TextInput,
          custom_id: "answer",
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: longestAnswer,
          ...(placeholder === undefined ? {} : { placeholder: placeholder.slice(0, 100) }),
        },
      },
    ],
  };
}

/** The bot's id stands at the beginning of its token, so it is known even while Discord cannot be reached. */
function accountIn(token: string): string {
  const id = Buffer.from(token.split(".")[0] ?? "", "base64url").toString("latin1");
  return /^\d{15,20}$/.test(id) ? id : "";
}

/** Rejects when it takes longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error("too slow"));
        }, ms);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
