/**
 * The connection to Discord's gateway, over discord.js.
 *
 * States: idle -> connecting (a client logs in) -> up -> resuming (the library reconnects that client) -> up ...
 * From connecting, a failure leads to waiting, and after a pause to connecting again with a new client; a refused token
 * leads to refused, and after a longer pause to connecting. `stop` leads to stopped from everywhere.
 *
 * The library reconnects twice a second for as long as an outage lasts. Every attempt of it begins by asking for its
 * session (`retrieveSessionInfo`), so that is where growing pauses are put in. There too a client that was given up is
 * held for ever: destroying one between two attempts does not end it, it would come back and hear everything twice.
 */
import {
  Client,
  Events,
  GatewayIntentBits,
  GatewayCloseCodes,
  Options,
  SimpleShardingStrategy,
  type ClientOptions,
} from "discord.js";
import type { AdapterLog, AdapterStatus } from "../../src/chat/adapter.ts";
import { troubleOf } from "./errors.ts";

export interface Pauses {
  /** After the first failure; doubles. Milliseconds. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** After the token was refused. */
  readonly refusedMs: number;
}

export interface ConnectionParts {
  readonly token: string;
  readonly api: string | undefined;
  readonly pauses: Pauses;
  readonly log: () => AdapterLog | undefined;
  /** Called for each new client, before it connects. */
  readonly attach: (client: Client) => void;
  /** Called when the client is ready. */
  readonly ready: (client: Client<true>) => void;
}

/** Guilds: servers, channels and rights. DirectMessages: what people write to the bot directly, which needs no privilege. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages];

/** Closing codes after which the library does not come back by itself; their cause is the configuration. */
const refusals: ReadonlySet<number> = new Set([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

/** Shards that are opening their socket have to be left alone for this long at most. */
const settleMs = 2_000;
/** The library's number for a shard that has begun to connect. */
const connecting = 1;

/** discord.js hides the names of `@discordjs/ws` behind its own of the same name. */
const shardEvents = { hello: "hello", closed: "closed", ready: "ready", resumed: "resumed" } as const;

/** What those events carry. */
interface OfShard {
  readonly shardId: number;
}

type WsManager = Parameters<NonNullable<NonNullable<ClientOptions["ws"]>["buildStrategy"]>>[0];

interface Attempt {
  readonly client: Client;
  manager: WsManager | undefined;
  /** Shards whose socket is open. */
  readonly open: Set<number>;
  abandoned: boolean;
  /** Ends it as if Discord had closed it for good. */
  giveUp: () => void;
}

export class Connection {
  readonly #parts: ConnectionParts;
  #attempt: Attempt | undefined;
  #state: AdapterStatus = { state: "starting" };
  #failures = 0;
  #stopped = false;
  readonly #sleepers = new Set<() => void>();
  readonly #lost = new Set<number>();

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  get client(): Client | undefined {
    return this.#attempt?.client;
  }

  status(): AdapterStatus {
    return this.#state;
  }

  /** The token was refused somewhere else than at the gateway. */
  refused(): void {
    this.#enter({ state: "refused", detail: "Discord refuses the token" });
  }

  /** A request was accepted: a refusal of the token before it was a passing one, if the gateway never closed. */
  accepted(): void {
    if (this.#state.state === "refused" && this.#lost.size === 0 && this.client?.isReady() === true) this.#up();
  }

  /** The library failed in the middle of something: what it knows of this connection cannot be trusted. */
  beginAnew(): void {
    this.#attempt?.giveUp();
  }

  /** Begins to connect; resolves after the first attempt, whatever came of it. */
  start(): Promise<void> {
    return new Promise((resolve) => {
      void this.#run(resolve);
    });
  }

  async #run(tried: () => void): Promise<void> {
    for (let refusals = 0; !this.#stopped;) {
      const outcome = await this.#connect(tried);
      if (this.#stopped) return;
      refusals = outcome === "refused" ? refusals + 1 : 0;
      const { firstMs, longestMs, refusedMs } = this.#parts.pauses;
      this.#failures++;
      const pause =
        outcome === "refused"
          ? Math.min(longestMs * 10, refusedMs * 2 ** (refusals - 1))
          : Math.min(longestMs, firstMs * 2 ** (this.#failures - 1));
      tried();
      await this.#pause(pause);
    }
  }

  /** Connects and stays until the connection is over for good. */
  async #connect(tried: () => void): Promise<"down" | "refused"> {
    const attempt = this.#build();
    const { client } = attempt;
    this.#attempt = attempt;
    const over = new Promise<"down" | "refused">((resolve) => {
      attempt.giveUp = () => {
        resolve("down");
      };
      client.on(Events.ShardDisconnect, ({ code }, shard) => {
        this.#lost.add(shard);
        resolve(refusals.has(code) ? "refused" : "down");
        this.#parts.log()?.warn({ code }, "Discord closed the connection");
      });
      client.once(Events.ClientReady, (ready) => {
        this.#up();
        this.#parts.ready(ready);
        tried();
      });
      // Where the gateway itself does not answer, the log-in waits: the first attempt has failed all the same.
      client.on(Events.ShardReconnecting, () => {
        tried();
      });
      client.login(this.#parts.token).catch((error: unknown) => {
        const { status, code } = troubleOf(error);
        const bad = tokenRefused(error);
        this.#parts.log()?.warn({ status, code, refused: bad }, "could not connect to Discord");
        resolve(bad ? "refused" : "down");
      });
    });
    const outcome = await over;
    if (this.#stopped) return outcome;
    if (outcome === "refused") this.refused();
    else this.#enter({ state: "down", detail: "Discord cannot be reached" });
    await this.#abandon(attempt);
    return outcome;
  }

  #build(): Attempt {
    const attempt: Omit<Attempt, "client"> = {
      manager: undefined,
      open: new Set(),
      abandoned: false,
      giveUp: () => undefined,
    };
    /** Shards that were closed and are about to connect again. */
    const returning = new Map<number, number>();
    const client = new Client({
      intents,
      shards: "auto",
      // Nothing of what people say or are called is kept: servers, channels, roles and the bot's own rights are enough.
      makeCache: Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: 0,
        ReactionManager: 0,
        PresenceManager: 0,
        ThreadMemberManager: 0,
        GuildEmojiManager: 0,
        GuildStickerManager: 0,
        UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
        GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      }),
      rest: { ...(this.#parts.api === undefined ? {} : { api: this.#parts.api }), retries: 0 },
      ws: {
        buildStrategy: (manager) => {
          attempt.manager = manager;
          const retrieve = manager.options.retrieveSessionInfo.bind(manager.options);
          manager.options.retrieveSessionInfo = async (shard) => {
            const failures = returning.get(shard);
            if (failures !== undefined) {
              returning.delete(shard);
              // The first time at once, so that a session is resumed before anybody notices.
              if (failures > 1) await this.#pause(this.#pauseAfter(failures - 1));
              if (attempt.abandoned || this.#stopped) return new Promise<never>(() => undefined);
              // A second notice of the same closing may have come during the pause.
              returning.delete(shard);
            }
            return retrieve(shard);
          };
          const failures = new Map<number, number>();
          const on = (event: keyof typeof shardEvents, hear: (of: OfShard) => void) =>
            manager.on(shardEvents[event] as Parameters<WsManager["on"]>[0], hear as () => void);
          on("hello", ({ shardId }) => {
            attempt.open.add(shardId);
          });
          on("closed", ({ shardId }) => {
            attempt.open.delete(shardId);
            // The library may tell of one closing twice.
            if (!returning.has(shardId)) failures.set(shardId, (failures.get(shardId) ?? 0) + 1);
            returning.set(shardId, failures.get(shardId) ?? 1);
          });
          const back = ({ shardId }: OfShard) => {
            failures.delete(shardId);
            returning.delete(shardId);
          };
          on("ready", back);
          on("resumed", back);
          return new SimpleShardingStrategy(manager);
        },
      },
    });
    client.on(Events.ShardReconnecting, (shard) => {
      if (attempt.abandoned) return;
      this.#lost.add(shard);
      this.#enter({ state: "down", detail: "the connection to Discord was lost" });
    });
    const back = (shard: number) => {
      if (attempt.abandoned) return;
      this.#lost.delete(shard);
      if (this.#lost.size === 0 && client.isReady()) this.#up();
    };
    client.on(Events.ShardResume, back);
    client.on(Events.ShardReady, back);
    // Errors of sockets carry addresses; that there was one is said by the change of state.
    client.on(Events.ShardError, () => undefined);
    client.on(Events.Error, () => {
      this.#parts.log()?.warn({}, "discord.js reported an error");
    });
    this.#parts.attach(client);
    return Object.assign(attempt, { client });
  }

  #pauseAfter(failures: number): number {
    const { firstMs, longestMs } = this.#parts.pauses;
    return Math.min(longestMs, firstMs * 2 ** (failures - 1));
  }

  #up(): void {
    this.#failures = 0;
    this.#lost.clear();
    this.#enter({ state: "up" });
  }

  #enter(state: AdapterStatus): void {
    if (this.#stopped || (state.state === this.#state.state && state.detail === this.#state.detail)) return;
    this.#state = state;
    const fields = { platform: "discord", state: state.state };
    if (state.state === "up") this.#parts.log()?.info(fields, "Discord is connected");
    else this.#parts.log()?.warn(fields, state.detail ?? "Discord is not connected");
  }

  /** Ends a client, but not while one of its sockets is opening: the library drops its error handler too early then. */
  async #abandon(attempt: Attempt): Promise<void> {
    attempt.abandoned = true;
    const { client, manager, open } = attempt;
    const until = Date.now() + settleMs;
    for (;;) {
      const statuses = manager === undefined ? [] : [...(await manager.fetchStatus())];
      const opening = statuses.some(([shard, status]) => Number(status) === connecting && !open.has(shard));
      if (!opening) break;
      // Its socket gives up by itself in time, and the client is held back from then on.
      if (Date.now() > until) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await client.destroy().catch(() => undefined);
  }

  #pause(ms: number): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#sleepers.add(wake);
    });
  }

  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#state = { state: "stopped" };
    for (const wake of [...this.#sleepers]) wake();
    if (this.#attempt !== undefined) await this.#abandon(this.#attempt);
  }
}

/** discord.js says it in three ways: an error of its own, a 401, and the text of the gateway's closing. */
function tokenRefused(error: unknown): boolean {
  if (troubleOf(error).status === 401) return true;
  if (!(error instanceof Error)) return false;
  if ("code" in error && error.code === "TokenInvalid") return true;
  // not for people: compared with what the gateway says.
  return ["Authentication failed", "Used disallowed intents", "Used invalid intents"].includes(error.message);
}
