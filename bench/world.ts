/**
 * What the benchmarks share: databases in a folder that goes away at the end, the real bot behind a platform that takes
 * everything at once, and a federation that was set up by talking to it.
 */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import type { Adapter, AdapterHost, AdapterStatus, Capabilities, Outgoing, Sent } from "../src/chat/adapter.ts";
import { systemClock } from "../src/core/clock.ts";
import type { Inbound } from "../src/chat/inbound.ts";
import { asNative } from "../src/core/parse.ts";
import { secureRandom } from "../src/core/random.ts";
import { Texts } from "../src/core/text.ts";
import { capabilitiesOf } from "../src/platforms.ts";
import { createSteward, type Steward } from "../src/steward.ts";
import { codePattern } from "../src/store/codes.ts";
import { openDatabase, type Database } from "../src/store/database.ts";
import { openKeyring } from "../src/store/sealing.ts";

export const keyring = openKeyring(new Uint8Array(32).fill(7));
export const loadTexts = (): Texts => Texts.load(fileURLToPath(new URL("../locales", import.meta.url)));
export { commands };

/** A folder for databases; `STEWARD_BENCH_DIR` puts it on another disk. */
export class Folder {
  readonly path: string;
  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<Folder> {
    return new Folder(await mkdtemp(join(process.env["STEWARD_BENCH_DIR"] ?? tmpdir(), "steward-bench-")));
  }

  file(name: string): string {
    return join(this.path, `${name}.db`);
  }

  url(name: string): string {
    return `file:${this.file(name)}`;
  }

  /** Copies a database that is closed. */
  copy(from: string, to: string): Promise<void> {
    return copyFile(this.file(from), this.file(to));
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}

/**
 * Discord's capabilities, cards at its pace, without its limits: what is measured is the bot. It sends nothing anywhere
 * and remembers when an answer to an interaction was handed to it.
 */
export class BenchAdapter implements Adapter {
  readonly capabilities: Capabilities = {
    ...capabilitiesOf("discord"),
    budget: { perSecond: 1_000_000, perChatPerSecond: 1_000_000 },
  };
  readonly account = "bench";
  readonly #answered = new Map<string, () => void>();
  /** Sees everything that is sent. */
  watch: ((outgoing: Outgoing) => void) | undefined;
  #next = 0;

  start(_host: AdapterHost): Promise<void> {
    return Promise.resolve();
  }

  /** Resolves when the interaction with this token is answered. */
  answerTo(token: string): Promise<void> {
    return new Promise((resolve) => this.#answered.set(token, resolve));
  }

  send(outgoing: Outgoing): Promise<Sent> {
    const token = "interaction" in outgoing ? outgoing.interaction : undefined;
    if (token !== undefined) {
      this.#answered.get(token)?.();
      this.#answered.delete(token);
    }
    this.watch?.(outgoing);
    return Promise.resolve({ messageId: outgoing.type === "edit" ? outgoing.messageId : `m${this.#next++}` });
  }

  isAdministrator(): Promise<boolean> {
    return Promise.resolve(true);
  }

  status(): AdapterStatus {
    return { state: "up" };
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** The bot on a database, with its platform. */
export interface World {
  readonly database: Database;
  readonly adapter: BenchAdapter;
  readonly steward: Steward;
  close(): Promise<void>;
}

export async function openWorld(url: string): Promise<World> {
  const database = await openDatabase({ url });
  const adapter = new BenchAdapter();
  const problem = (fields: Record<string, unknown>, message: string): void => {
    process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
    process.exitCode = 1;
  };
  const steward = createSteward({
    database,
    keyring,
    clock: systemClock,
    random: secureRandom,
    commands,
    texts: loadTexts(),
    adapters: [adapter],
    // One person sets everything up here, as fast as it goes.
    perPerson: { atOnce: 1_000_000, perSecond: 1_000_000 },
    log: { info: () => undefined, warn: problem, error: problem },
  });
  await steward.start();
  return {
    database,
    adapter,
    steward,
    async close() {
      await steward.stop();
      await database.checkpoint();
      await database.close();
    },
  };
}

let events = 0;

/** Somebody uses a native command in a chat. */
export function event(chat: string, user: string, typed: string): Inbound {
  const native = asNative(typed, commands);
  if (native === undefined) throw new Error(`not a command: ${typed}`);
  const eventId = `event-${process.pid}-${events++}`;
  return {
    platform: "discord",
    account: "bench",
    eventId,
    chat: { id: chat, kind: "group" },
    sender: { id: user, name: `Member ${user}` },
    said: { type: "command", ...native },
    interaction: { token: eventId, expiresAt: Date.now() + 900_000, seenBy: "person" },
  };
}

/** Hands in an event; resolves once it is confirmed and its answer was handed to the adapter. */
export async function ask({ adapter, steward }: World, inbound: Inbound): Promise<void> {
  const answered = adapter.answerTo(inbound.eventId);
  await steward.dispatch.receive(inbound);
  await answered;
}

/** How large a federation is. */
export interface Size {
  readonly sectors: number;
  readonly chats: number;
  readonly members: number;
}

export const chatName = (index: number): string => `chat${index}`;
export const memberName = (index: number): string => `member${index}`;
/** Members go round the chats. */
export const chatOf = (member: number, { chats }: Size): string => chatName(member % chats);

/** Sets up a federation: sectors, a cell for each chat, and members who have been seen in their chat. */
export async function populate(world: World, size: Size): Promise<void> {
  let code: string | undefined;
  world.adapter.watch = (outgoing) => {
    code = new RegExp(codePattern, "u").exec(JSON.stringify(outgoing))?.[0] ?? code;
  };
  const first = chatName(0);
  const zone = "zone:Europe/Paris language:en";
  await ask(world, event(first, "zoe", `/setup federation:Bench cell:Cell0 sector:Sector0 ${zone}`));
  for (let sector = 1; sector < size.sectors; sector++)
    await ask(world, event(first, "zoe", `/sector new Sector${sector}`));
  for (let chat = 1; chat < size.chats; chat++) {
    code = undefined;
    const sector = `sector:Sector${chat % size.sectors}`;
    await ask(world, event(first, "zoe", `/cell new Cell${chat} ${sector} ${zone}`));
    await world.steward.delivery.idle();
    if (code === undefined) throw new Error("no code was given");
    await ask(world, event(chatName(chat), "zoe", `/cell join ${code}`));
  }
  world.adapter.watch = undefined;
  const all = Array.from({ length: size.members }, (_, index) => index);
  await inFlight(64, all, (index) => ask(world, event(chatOf(index, size), memberName(index), "/help")));
}

/** Does something for each, so many at a time. */
export async function inFlight<T>(most: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await work(one);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
