/**
 * Telegram for tests: an emulated server, an adapter on it through the real grammY, and a host that stands in for the
 * core. The contract suite of all adapters uses these too.
 */
import { TelegramAdapter, type TelegramOptions } from "../../../adapters/telegram/adapter.ts";
import type { Adapter, AdapterHost, Outgoing } from "../../../src/chat/adapter.ts";
import type { CommandDescription } from "../../../src/chat/description.ts";
import type { Inbound, Said } from "../../../src/chat/inbound.ts";
import type { Rendered, RenderedBlock } from "../../../src/chat/message.ts";
import { startTelegram, type ServerOptions, type TelegramServer } from "./server.ts";

/** Pauses and time-outs short enough for tests, and the order of magnitude between them kept. */
export const quick: NonNullable<TelegramOptions["timing"]> = {
  pollSeconds: 2,
  callSeconds: 1,
  firstPauseMs: 5,
  longestPauseMs: 40,
};

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly message: string;
}

/** Stands in for the core: an inbox that knows what it has seen, facts, and a log. */
export class FakeHost implements AdapterHost {
  /** Every event that was handed over, duplicates too. */
  readonly handed: Inbound[] = [];
  /** What was committed: each event once. */
  readonly inbox: Inbound[] = [];
  readonly lines: LogLine[] = [];
  readonly known = new Map<string, string>();
  commands: readonly CommandDescription[];
  languages: readonly string[];
  wording = new Map<string, string>();
  /** What happens before the commit: throw, and nothing is recorded. */
  beforeCommit: (inbound: Inbound) => Promise<void> | void = () => undefined;
  readonly #waiting: { readonly done: () => boolean; readonly resolve: () => void }[] = [];

  constructor({
    commands = [],
    languages = ["en"],
  }: { commands?: readonly CommandDescription[]; languages?: readonly string[] } = {}) {
    this.commands = commands;
    this.languages = languages;
  }

  readonly receive = async (inbound: Inbound): Promise<void> => {
    this.handed.push(inbound);
    this.#look();
    await this.beforeCommit(inbound);
    if (!this.inbox.some(({ account, eventId }) => account === inbound.account && eventId === inbound.eventId)) {
      this.inbox.push(inbound);
    }
    this.#look();
  };

  readonly complete: AdapterHost["complete"] = () => Promise.resolve([]);

  readonly text = (language: string, id: string): string =>
    this.wording.get(`${language}:${id}`) ?? `${id} (${language})`;

  readonly facts = {
    get: (key: string): Promise<string | undefined> => Promise.resolve(this.known.get(key)),
    set: (key: string, value: string): Promise<void> => {
      this.known.set(key, value);
      return Promise.resolve();
    },
  };

  readonly #log =
    (level: LogLine["level"]) =>
    (fields: LogLine["fields"], message: string): void => {
      this.lines.push({ level, fields, message });
      this.#look();
    };

  readonly log = { info: this.#log("info"), warn: this.#log("warn"), error: this.#log("error") };

  now(): number {
    return Date.now();
  }

  /** Resolves when this holds; looked at whenever something is handed over, committed or logged. */
  when(done: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ done, resolve });
      this.#look();
    });
  }

  /** Resolves when so many events are committed. */
  committed(count: number): Promise<void> {
    return this.when(() => this.inbox.length >= count);
  }

  /** What was said, in order. */
  get said(): readonly Said[] {
    return this.inbox.map(({ said }) => said);
  }

  get written(): readonly string[] {
    return this.said.flatMap((said) => (said.type === "text" ? [said.text] : []));
  }

  #look(): void {
    for (const waiting of this.#waiting.splice(0)) {
      if (waiting.done()) waiting.resolve();
      else this.#waiting.push(waiting);
    }
  }
}

/** A server with an adapter that has started on it. */
export interface TelegramHarness {
  readonly server: TelegramServer;
  readonly host: FakeHost;
  readonly adapter: TelegramAdapter;
  /** Another process with the same token and the same database. */
  another(options?: Partial<TelegramOptions> & { readonly host?: FakeHost }): Promise<Started>;
  stop(): Promise<void>;
}
export interface Started {
  readonly adapter: TelegramAdapter;
  readonly host: FakeHost;
}

export interface HarnessOptions extends ServerOptions {
  readonly host?: FakeHost;
  readonly adapter?: Partial<TelegramOptions>;
}

/** Starts both. Limits on sending are off, unless they are what is tested. */
export async function telegramHarness({
  host = new FakeHost(),
  adapter: options = {},
  ...emulated
}: HarnessOptions = {}): Promise<TelegramHarness> {
  const server = await startTelegram({ limits: false, ...emulated });
  const running: Adapter[] = [];
  const another: TelegramHarness["another"] = async ({ host: other = host, ...more } = {}) => {
    const adapter = adapterOn(server, { ...options, ...more });
    running.push(adapter);
    await adapter.start(other);
    return { adapter, host: other };
  };
  const { adapter } = await another();
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((one) => one.stop()));
    await server.close();
  };
  return { server, host, adapter, another, stop };
}

/** An adapter that has not started. */
export const adapterOn = (server: TelegramServer, options: Partial<TelegramOptions> = {}): TelegramAdapter =>
  new TelegramAdapter({ token: server.token, apiRoot: server.apiRoot, timing: quick, ...options });

/** A rendered message of these blocks. */
export const rendered = (...blocks: readonly RenderedBlock[]): Rendered => ({ language: "en", blocks });

export const paragraph = (text: string): RenderedBlock => ({ type: "paragraph", content: [{ type: "text", text }] });

/** One row of buttons, `label` to id. */
export const buttons = (labels: Readonly<Record<string, string>>): RenderedBlock => ({
  type: "buttons",
  rows: [Object.entries(labels).map(([label, id]) => ({ id, label, press: "seen" as const }))],
});

let nextOutgoing = 0;
const outgoingId = (): string => `out-${++nextOutgoing}`;

export const toChat = (
  chat: string,
  message: Rendered,
  more: { thread?: string; interaction?: string; id?: string } = {},
): Outgoing => {
  const { thread, interaction, id = outgoingId() } = more;
  return {
    type: "message",
    id,
    chat: { id: chat, ...(thread === undefined ? {} : { thread }) },
    message,
    ...(interaction === undefined ? {} : { interaction }),
  };
};

export const toPerson = (to: string, message: Rendered): Outgoing => ({
  type: "direct",
  id: outgoingId(),
  to,
  message,
});

export const editOf = (chat: string, messageId: string, message: Rendered): Outgoing => ({
  type: "edit",
  id: outgoingId(),
  chat: { id: chat },
  messageId,
  message,
});

export const privately = (chat: string, to: string, interaction: string, message: Rendered): Outgoing => ({
  type: "private",
  id: outgoingId(),
  chat: { id: chat },
  to,
  interaction,
  message,
});
