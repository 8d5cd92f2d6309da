/**
 * One story while it is being played: the real bot on a stage, what it shows, what it logs, and what it changes. A process
 * keeps one database in memory and empties it before each story, since to open one takes longer than many lines.
 */
import { createHash } from "node:crypto";
import { lineText, renderLines } from "../../adapters/console/render.ts";
import { commands as allCommands } from "../../commands/index.ts";
import type { Command, JobRunner, Reply, AnyUsage } from "../../src/core/command.ts";
import type { FileData, Rendered } from "../../src/chat/message.ts";
import { seededRandom, type Random } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { asText } from "../../src/rehearsal/output.ts";
import { Rehearsal, type Life } from "../../src/rehearsal/player.ts";
import {
  parseScenario,
  readStep,
  ScenarioError,
  type ChatDeclaration,
  type Step,
} from "../../src/rehearsal/scenario.ts";
import type { StageChat, StageEvent } from "../../src/rehearsal/stage.ts";
import { openDatabase, type Database } from "../../src/store/database.ts";
import { Prisma } from "../../src/store/generated/sqlite/client.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import type { Session } from "../../src/store/session.ts";
import { phrase } from "../../src/chat/phrase.ts";

/** What was logged as a warning or an error. */
export interface Logged {
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Something that became visible, and when. */
export interface Notice extends StageEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As it was shown then: the message itself is changed by edits. */
  readonly rendered: Rendered;
  readonly text: string;
  /** Whether the bot showed a live message. */
  readonly card: boolean;
}

/** What a handler or a job has said, and which it was. */
export interface Saying {
  readonly by: string;
  readonly replies: readonly Reply[];
}

/** One line after it has been played. */
export interface Played {
  readonly line: string;
  readonly step: Step;
  /** Who did it; undefined where nobody in particular did. */
  readonly actor: string | undefined;
  /** Who did something in the lines right before that reaches the bot only after this one. */
  readonly late: readonly string[];
  readonly notices: readonly Notice[];
  readonly logged: readonly Logged[];
  readonly sayings: readonly Saying[];
  /** Commands with their words that ran; jobs that ran. */
  readonly words: readonly string[];
  readonly jobs: readonly string[];
  /** How many rows of each table were written, changed or removed. */
  readonly changes: ReadonlyMap<string, number>;
}

const key = createHash("sha256").update("steward explorer").digest();
const texts = Texts.load(new URL("../../locales", import.meta.url).pathname);
const tables = Object.values(Prisma.ModelName);
/** Thrown to undo what a look has written. */
class Undone extends Error {}

/**
 * Whether a line asks to press once more: on Discord a press may be lost while the bot dies, and cards ask for it until
 * they change next.
 */
export function asksAgain(line: string): boolean {
  return texts.languages.some((language) => {
    const said = phrase("core-press-again", { until: "…" });
    const [before = "", after = ""] = texts.plain(language, said, { now: 0, zone: "UTC" }).split("…");
    return line.startsWith(before) && line.endsWith(after);
  });
}

const rendered = new WeakMap<Rendered, readonly { readonly text: string; readonly aside: boolean }[]>();
/** A message as lines of text: it is asked for as it is shown and by several checks, and does not change. */
function linesOf(message: Rendered): readonly { readonly text: string; readonly aside: boolean }[] {
  const known = rendered.get(message);
  if (known !== undefined) return known;
  const lines = renderLines(message).map((line) => ({ text: lineText(line), aside: line.aside }));
  rendered.set(message, lines);
  return lines;
}

export const textOf = (message: Rendered): string =>
  linesOf(message)
    .map(({ text }) => text)
    .join("\n");

/** Pictures and pages are left out: what is drawn is checked by tests of its own, and takes a hundred times as long. */
const pages = {
  fill: ({ made, ...file }: FileData): Promise<FileData> =>
    Promise.resolve(made === undefined ? file : { ...file, data: Buffer.from("drawn").toString("base64") }),
  stop: () => Promise.resolve(),
};

/** The database of this process. */
export class Theatre {
  readonly database: Database;

  private constructor(database: Database) {
    this.database = database;
  }

  static async open(): Promise<Theatre> {
    const database = await openDatabase({ url: "file::memory:" });
    await database.transaction(async (tx) => {
      await tx.$executeRaw`CREATE TEMP TABLE "changed" ("name" TEXT PRIMARY KEY, "count" INTEGER NOT NULL DEFAULT 0)`;
      for (const table of tables) {
        await tx.$executeRaw`INSERT INTO "changed" ("name") VALUES (${table})`;
        for (const event of ["INSERT", "UPDATE", "DELETE"]) {
          await tx.$executeRaw(
            Prisma.raw(
              `CREATE TEMP TRIGGER "${event} ${table}" AFTER ${event} ON "main"."${table}" BEGIN ` +
                `UPDATE "changed" SET "count" = "count" + 1 WHERE "name" = '${table}'; END`,
            ),
          );
        }
      }
    });
    return new Theatre(database);
  }

  async #empty(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.$executeRaw(Prisma.raw("PRAGMA defer_foreign_keys = ON"));
      for (const table of tables) await tx.$executeRaw(Prisma.raw(`DELETE FROM "${table}"`));
    });
  }

  /** Begins a story: `head` has its first two lines. */
  async begin(head: readonly string[], settings: PlaySettings = {}): Promise<Play> {
    await this.#empty();
    const { start, zone, chance } = parseScenario(head.join("\n"));
    const play = new Play(this.database, head, { start, zone, chance }, settings);
    await play.begin();
    return play;
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}

/** How a story is played. */
export interface PlaySettings {
  /** Takes what people see, as a rehearsal prints it. */
  readonly print?: (shown: string) => void;
  /** The commands of the bot; for a bot that is broken on purpose. */
  readonly commands?: readonly Command[];
}

/** Ways of the machinery: that these change is nothing that a command has done. */
const plumbing = new Set(["Inbox", "Outbox", "Button", "Choice", "Prompt", "Card", "Identity", "Fact", "Job"]);

export class Play {
  readonly database: Database;
  readonly head: readonly string[];
  readonly zone: string;
  readonly commands: readonly Command[];
  readonly rehearsal: Rehearsal;
  /** All lines that were played. */
  readonly lines: string[] = [];
  readonly played: Played[] = [];
  readonly #chats = new Map<string, ChatDeclaration>();
  #notices: Notice[] = [];
  #logged: Logged[] = [];
  #sayings: Saying[] = [];
  #words: string[] = [];
  #jobs: string[] = [];
  /** While the explorer itself looks, the chance of the story stays where it is. */
  #looking = false;

  constructor(
    database: Database,
    head: readonly string[],
    { start, zone, chance }: { readonly start: number; readonly zone: string; readonly chance: string },
    { print, commands = allCommands }: PlaySettings,
  ) {
    this.database = database;
    this.commands = commands;
    this.head = head;
    this.zone = zone;
    const [own, looks] = [seededRandom(chance), seededRandom(`looks ${chance}`)];
    const random: Random = {
      bytes: (count) => (this.#looking ? looks : own).bytes(count),
      integer: (below) => (this.#looking ? looks : own).integer(below),
    };
    const log = (fields: Record<string, unknown>, message: string): void => {
      if (!this.#looking) this.#logged.push({ message, fields });
    };
    // The database outlives the bot, as a file would.
    const kept = new Proxy(database, {
      get: (of, name) => {
        if (name === "close") return () => Promise.resolve();
        const value: unknown = Reflect.get(of, name, of);
        return typeof value === "function" ? (value.bind(of) as unknown) : value;
      },
    });
    this.rehearsal = new Rehearsal({
      scenario: { start, zone },
      render: linesOf,
      commands: commands.map((command) => this.#counted(command)),
      texts,
      random,
      log: { info: () => undefined, warn: log, error: log },
      run: createHash("sha256").update(chance).digest("hex").slice(0, 12),
      open: () => Promise.resolve({ database: kept, keyring: openKeyring(key) }),
      output: (shown) => {
        print?.(asText(shown));
      },
      noticed: (event) => {
        this.#notices.push({
          ...event,
          at: this.now,
          rendered: event.message.rendered,
          text: textOf(event.message.rendered),
          card: event.outgoing.includes("."),
        });
      },
      pages,
    });
  }

  /** A command that notes that it ran and what it said. */
  #counted(command: Command): Command {
    const usage = (of: AnyUsage, name: string): AnyUsage => ({
      ...of,
      run: async (context, values) => {
        this.#words.push(name);
        const replies = await of.run(context, values);
        this.#sayings.push({ by: name, replies });
        return replies;
      },
    });
    const job = (kind: string, runner: JobRunner): JobRunner => {
      return async (context, payload) => {
        this.#jobs.push(kind);
        const replies = await runner(context, payload);
        this.#sayings.push({ by: kind, replies });
        return replies;
      };
    };
    const entries = <T, U>(of: Readonly<Record<string, T>> | undefined, make: (one: T, name: string) => U) =>
      Object.fromEntries(Object.entries(of ?? {}).map(([name, one]) => [name, make(one, name)]));
    return {
      ...command,
      ...(command.bare === undefined ? {} : { bare: usage(command.bare, `/${command.name}`) }),
      ...(command.words === undefined
        ? {}
        : { words: entries(command.words, (one, word) => usage(one, `/${command.name} ${word}`)) }),
      ...(command.jobs === undefined ? {} : { jobs: entries(command.jobs, (one, kind) => job(kind, one)) }),
    };
  }

  get life(): Life {
    return this.rehearsal.life;
  }

  get stage() {
    return this.rehearsal.stage;
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.rehearsal.running ? this.life.clock.now() : 0;
  }

  async begin(): Promise<void> {
    await this.rehearsal.begin();
    await this.#changes();
  }

  /** Reads a line. @throws {ScenarioError} when it is none */
  read(line: string): Step {
    return readStep(this.lines.length + this.head.length + 1, line, this.#chats);
  }

  /** Who did what came last: what comes again is theirs. */
  #lastActor(): string | undefined {
    return this.played.findLast(({ step: { type } }) => !["again", "wait", "down", "restart"].includes(type))?.actor;
  }

  /**
   * Plays a line.
   * @throws {ScenarioError} when it cannot be played now
   */
  async do(line: string, step: Step): Promise<Played> {
    this.#notices = [];
    this.#logged = [];
    this.#sayings = [];
    this.#words = [];
    this.#jobs = [];
    try {
      await this.rehearsal.play(step);
    } catch (error) {
      if (error instanceof ScenarioError) throw error;
      const at = error instanceof Error ? (error.stack ?? "").split("\n").slice(0, 3).join(" ") : String(error);
      this.#logged.push({ message: "the bot threw", fields: { error: at } });
    }
    this.lines.push(line);
    const deed = step.type === "late" ? step.deed : step;
    const before = this.played.at(-1);
    const played: Played = {
      line,
      step,
      actor: "person" in deed ? deed.person : step.type === "again" ? this.#lastActor() : undefined,
      late: before?.step.type === "late" ? [...before.late, ...(before.actor === undefined ? [] : [before.actor])] : [],
      notices: this.#notices,
      logged: this.#logged,
      sayings: this.#sayings,
      words: this.#words,
      jobs: this.#jobs,
      changes: await this.#changes(),
    };
    this.played.push(played);
    return played;
  }

  /** Whether a line changed more than the machinery needs for every line, or told somebody else something. */
  didSomething({ changes, notices, actor, step }: Played): boolean {
    if ([...changes.keys()].some((table) => !plumbing.has(table))) return true;
    const deed = step.type === "late" ? step.deed : step;
    const place = "place" in deed && deed.place.type === "chat" ? deed.place.chat : undefined;
    return notices.some(
      ({ kind, message: { to, chat } }) => kind !== "edit" && (to ?? chat.person) !== actor && chat.name !== place,
    );
  }

  async #changes(): Promise<ReadonlyMap<string, number>> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.$queryRaw<{ name: string; count: number }>`
        SELECT "name", "count" FROM "changed" WHERE "count" > 0`;
      if (rows.length > 0) await tx.$executeRaw`UPDATE "changed" SET "count" = 0 WHERE "count" > 0`;
      return new Map(rows.map(({ name, count }) => [name, count]));
    });
  }

  /** Looks into the database as it is; whatever `work` writes is undone. */
  async look<T>(work: (session: Session) => Promise<T>): Promise<T> {
    let found: { readonly value: T } | undefined;
    this.#looking = true;
    try {
      await this.database.transaction(async (tx) => {
        found = { value: await work(this.life.steward.dispatch.sessionIn(tx)) };
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    } finally {
      this.#looking = false;
    }
    if (found === undefined) throw new Error("a look found nothing");
    return found.value;
  }

  /** What would be offered for an option while somebody types in that chat. */
  async choices(
    chat: StageChat,
    person: string,
    request: { readonly command: string; readonly word?: string; readonly option: string },
  ): Promise<readonly { readonly label: string; readonly value: string }[]> {
    this.#looking = true;
    try {
      return await this.life.steward.dispatch.complete(this.stage.at(chat, person), { ...request, typed: "" });
    } finally {
      this.#looking = false;
    }
  }

  async end(): Promise<void> {
    await this.rehearsal.end();
  }

  /** The story so far as a rehearsal. */
  get text(): string {
    return [...this.head, ...this.lines].join("\n") + "\n";
  }
}
