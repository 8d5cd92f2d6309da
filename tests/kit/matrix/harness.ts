/**
 * A real homeserver with the bot and people on it, for the tests of the Matrix adapter and for the contract that every
 * adapter passes.
 *
 * @example
 * await using world = await MatrixWorld.start();
 * const ana = await world.person("ana");
 * const bot = await world.bot();
 * const room = await world.roomWith(bot, ana, { encrypted: true });
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inviters, MatrixAdapter, type MatrixOptions } from "../../../adapters/matrix/adapter.ts";
import type { AdapterHost } from "../../../src/chat/adapter.ts";
import { Person, type PersonOptions } from "./person.ts";
import { Proxy } from "./proxy.ts";
import { RecordingHost } from "./recording-host.ts";
import { Synapse, type Account, type SynapseOptions } from "./synapse.ts";
import { patience } from "../patience.ts";

/** A bot that runs in this process. */
export interface RunningBot {
  readonly adapter: MatrixAdapter;
  readonly host: RecordingHost;
  readonly account: Account;
}

export interface BotOptions {
  readonly account?: Account;
  readonly host?: RecordingHost;
  readonly mayInvite?: (inviter: string) => boolean;
  /** How it gets in; by default with its token. */
  readonly login?: "token" | "password";
}

export class MatrixWorld {
  readonly synapse: Synapse;
  /** Between the bot and the server, for what goes wrong. */
  readonly proxy: Proxy;
  readonly directory: string;
  readonly #key = randomBytes(32);
  readonly #ends: (() => void | Promise<void>)[] = [];
  #bots = 0;

  private constructor(synapse: Synapse, proxy: Proxy, directory: string) {
    this.synapse = synapse;
    this.proxy = proxy;
    this.directory = directory;
  }

  static async start(options?: SynapseOptions): Promise<MatrixWorld> {
    const synapse = await Synapse.start(options);
    const directory = await mkdtemp(join(tmpdir(), "steward-matrix-world-"));
    return new MatrixWorld(synapse, await Proxy.start(synapse.url), directory);
  }

  async stop(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
    await this.proxy.stop();
    await this.synapse.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  botAccount(): Promise<Account> {
    this.#bots++;
    return this.synapse.register(`steward${String(this.#bots)}`);
  }

  /** Everything that a bot is made of. */
  options(account: Account, { mayInvite = inviters(["*"]), login = "token" }: BotOptions = {}): MatrixOptions {
    return {
      homeserver: this.proxy.url,
      login: login === "token" ? { accessToken: account.token } : { user: account.user, password: account.password },
      keys: { directory: join(this.directory, account.name), key: this.#key },
      mayInvite,
      fatal: (error) => {
        throw error;
      },
    };
  }

  /** The key of the bots' key stores, for a process of its own. */
  get key(): string {
    return this.#key.toString("hex");
  }

  /** An adapter that is not started; for a host of the caller's own. It is stopped with the world. */
  async adapter(options: BotOptions = {}): Promise<{ adapter: MatrixAdapter; account: Account }> {
    const account = options.account ?? (await this.botAccount());
    const adapter = new MatrixAdapter(this.options(account, options));
    this.#ends.push(() => adapter.stop());
    return { adapter, account };
  }

  /** A bot that runs, with a host that only records. */
  async bot(options: BotOptions = {}): Promise<RunningBot> {
    const host = options.host ?? new RecordingHost();
    const { adapter, account } = await this.adapter(options);
    await this.run(adapter, host);
    return { adapter, host, account };
  }

  /** Starts an adapter, and waits until it is up. */
  async run(adapter: MatrixAdapter, host: AdapterHost): Promise<void> {
    await adapter.start(host);
    const until = Date.now() + patience;
    while (adapter.status().state !== "up") {
      if (Date.now() > until) throw new Error(`the bot is ${JSON.stringify(adapter.status())}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async person(name: string, options: Omit<PersonOptions, "url"> & { readonly url?: string } = {}): Promise<Person> {
    const person = await Person.start(await this.synapse.register(name), { url: this.synapse.url, ...options });
    this.#ends.push(() => {
      person.stop();
    });
    return person;
  }

  /** A room of this person that the bot has entered. */
  async roomWith(
    bot: { readonly account: Account },
    person: Person,
    of: {
      readonly name?: string;
      readonly encrypted?: boolean;
      readonly version?: string;
      readonly direct?: boolean;
    } = {},
  ): Promise<string> {
    const room = await person.opensRoom({
      ...(of.direct === true ? {} : { name: "Depot 5" }),
      ...of,
      invite: [bot.account.user],
    });
    await person.untilIn(room, bot.account.user);
    return room;
  }
}
