/**
 * An emulated Discord with the real adapter connected to it, for the adapter's own tests and for the contract suite.
 *
 * @example
 * await using discord = await startDiscord({ commands });
 * const ana = discord.server.person("Ana");
 * const depot = discord.server.guild("Depot 5", { members: [ana] }).channel("depot-5");
 * ana.uses("/pledge", { answer: "in" }, depot);
 * const inbound = await discord.host.next();
 * await discord.adapter.send({ id: "1", type: "private", chat: depot, to: ana.id, message, interaction: inbound.interaction.token });
 * ana.sees(depot);
 */
import { DiscordAdapter, type DiscordOptions } from "../../../adapters/discord/adapter.ts";
import type { AdapterHost, Completion, CompletionRequest } from "../../../src/chat/adapter.ts";
import type { CommandDescription } from "../../../src/chat/description.ts";
import type { Inbound } from "../../../src/chat/inbound.ts";
import type { Rendered, RenderedBlock } from "../../../src/chat/message.ts";
import { DiscordServer, type ServerOptions } from "./server.ts";
import type { Inline } from "../../../src/chat/phrase.ts";
import { patience } from "../patience.ts";

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A core that records what it gets and does nothing else, unless a test says so. */
export class FakeHost implements AdapterHost {
  readonly received: Inbound[] = [];
  readonly lines: LogLine[] = [];
  readonly remembered = new Map<string, string>();
  readonly requests: CompletionRequest[] = [];
  commands: readonly CommandDescription[];
  languages: readonly string[] = ["en", "es"];
  texts: (language: string, id: string) => string = (language, id) => `${id} (${language})`;
  /** What `receive` does before it resolves. */
  handle: (inbound: Inbound) => Promise<void> = async () => undefined;
  completions: (request: CompletionRequest) => Promise<readonly Completion[]> = async () => [];
  #read = 0;

  constructor(commands: readonly CommandDescription[]) {
    this.commands = commands;
  }

  async receive(inbound: Inbound): Promise<void> {
    await this.handle(inbound);
    this.received.push(inbound);
  }

  complete(_: Omit<Inbound, "said" | "eventId">, request: CompletionRequest): Promise<readonly Completion[]> {
    this.requests.push(request);
    return this.completions(request);
  }

  text(language: string, id: string): string {
    return this.texts(language, id);
  }

  readonly facts = {
    get: async (key: string) => this.remembered.get(key),
    set: async (key: string, value: string) => {
      this.remembered.set(key, value);
    },
  };

  readonly log = {
    info: (fields: LogLine["fields"], message: string) => void this.lines.push({ level: "info", fields, message }),
    warn: (fields: LogLine["fields"], message: string) => void this.lines.push({ level: "warn", fields, message }),
    error: (fields: LogLine["fields"], message: string) => void this.lines.push({ level: "error", fields, message }),
  };

  now(): number {
    return Date.now();
  }

  /** The next event that was not taken yet. */
  async next(withinMs = patience): Promise<Inbound> {
    const until = Date.now() + withinMs;
    for (;;) {
      const found = this.received[this.#read];
      if (found !== undefined) {
        this.#read++;
        return found;
      }
      if (Date.now() > until) throw new Error("no event came");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

export interface Harness extends AsyncDisposable {
  readonly server: DiscordServer;
  readonly adapter: DiscordAdapter;
  readonly host: FakeHost;
  /** Stops the adapter and the server; throws if a rule was broken on the way, unless `allowed` fits it. */
  close(allowed?: RegExp): Promise<void>;
}

export interface HarnessOptions {
  readonly commands?: readonly CommandDescription[];
  readonly server?: ServerOptions;
  readonly adapter?: Partial<DiscordOptions>;
  /** Another host than the fake one. */
  readonly host?: FakeHost;
  /** Prepares the world before the bot connects. */
  readonly prepare?: (server: DiscordServer) => void;
  /** Do not start the adapter. */
  readonly idle?: boolean;
}

/** An adapter that talks to that server, with short pauses. */
export const adapterFor = (server: DiscordServer, options: Partial<DiscordOptions> = {}): DiscordAdapter =>
  new DiscordAdapter({
    token: server.token,
    api: server.api,
    pauses: { firstMs: 50, longestMs: 400, refusedMs: 300 },
    answerWithinMs: server.answerWithinMs,
    ...options,
  });

export async function startDiscord(options: HarnessOptions = {}): Promise<Harness> {
  const server = await DiscordServer.start({ limits: false, ...options.server });
  options.prepare?.(server);
  const host = options.host ?? new FakeHost(options.commands ?? []);
  const adapter = adapterFor(server, options.adapter);
  if (options.idle !== true) await adapter.start(host);
  let closed = false;
  const close = async (allowed?: RegExp) => {
    if (closed) return;
    closed = true;
    await adapter.stop();
    await server.close();
    const broken = server.violations.filter((one) => allowed?.test(one) !== true);
    if (broken.length > 0) throw new Error(`rules of Discord were broken:\n${broken.join("\n")}`);
  };
  return { server, adapter, host, close, [Symbol.asyncDispose]: () => close() };
}

// Short forms of rendered messages, for tests

export const text = (of: string): Inline[] => [{ type: "text", text: of }];
export const paragraph = (of: string, style?: "strong" | "quiet"): RenderedBlock => ({
  type: "paragraph",
  content: text(of),
  ...(style === undefined ? {} : { style }),
});
export const message = (...blocks: readonly (RenderedBlock | string)[]): Rendered => ({
  language: "en",
  blocks: blocks.map((block) => (typeof block === "string" ? paragraph(block) : block)),
});
