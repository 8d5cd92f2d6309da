/**
 * Plays stories on the real program: `src/main.ts` as a process with nothing but its environment, and no help. Whether it
 * is idle is read where an operator reads it, at `/metrics`: no message and no card waits, no job is due, and neither
 * delivery nor schedule will act of itself within 15 s.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { codePattern } from "../../src/store/codes.ts";
import { BotProcess, until } from "../kit/running.ts";
import { freePort } from "../kit/matrix/synapse.ts";
import { wordOf, zone, type Line, type Name, type Place, type Story } from "./scenes.ts";

/** What the bot has put on the wire and the platform has taken. */
export interface Told {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/** A platform with one bot on it. */
export interface Wire {
  /** Token and address. */
  readonly environment: Readonly<Record<string, string>>;
  /** People and groups of a story, while the bot runs. */
  stage(index: number, story: Story): Promise<WireStage>;
  /** Other chats that the bot may write in (ids of the platform's): as many, or as many as are worth having. */
  others(count: number): Promise<readonly string[]>;
  /** Everything until now, from everywhere. */
  told(): Promise<readonly Told[]>;
  /** Milliseconds from line to line in a story, at least, where a platform takes only so many messages for a group in a minute. */
  readonly apart?: number;
  close(): Promise<void>;
}

/** The people and groups of one story. */
export interface WireStage {
  says(place: Place, who: Name, text: string): Promise<void>;
  /** Opens the person's direct chat. @returns whether the bot says something there */
  opens(who: Name): Promise<boolean>;
}

/** What people see of calls, each read once: what was told is asked for again and again while an answer is waited for. */
export function readOnce<C extends { readonly status: number }>(
  seen: (call: C) => readonly Told[],
): (call: C) => readonly Told[] {
  const known = new WeakMap<C, readonly Told[]>();
  return (call) => {
    const before = known.get(call);
    if (before !== undefined || call.status === 0) return before ?? [];
    const told = seen(call);
    known.set(call, told);
    return told;
  };
}

/** How one line went. */
export interface Outcome {
  readonly story: string;
  readonly line: Line;
  readonly word: string;
  /** Milliseconds until all of the answer was on the wire; none: not within ten seconds. */
  readonly ms: number | undefined;
  /** What came meanwhile. */
  readonly told: readonly string[];
}

/** The answer must be there by then (milliseconds). */
export const within = 2_000;
/** It is waited for so long, to tell what is late from what is silent. */
const patience = 10_000;
/** No job and no card may fall due so soon (seconds). */
const undisturbed = 15;
/** What falls due at a moment is done so much later (milliseconds). */
const afterwards = 1_000;

/** As `npm start` has it. */
const compiled = fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url));

const people: readonly Name[] = ["Zoe", "Ana", "Ben"];

/** The program on a folder of its own. */
export class Bot {
  readonly #port: number;
  readonly process: BotProcess;

  constructor(environment: Readonly<Record<string, string>>, folder: string, port: number) {
    this.#port = port;
    this.process = new BotProcess(
      "src/main.ts",
      [],
      { ...environment, STEWARD_PORT: String(port), NODE_COMPILE_CACHE: compiled },
      folder,
    );
  }

  /** Several that start at the same time on a small machine take their time. */
  async ready(): Promise<void> {
    let ended = false;
    void this.process.ended.then(() => (ended = true));
    for (const end = Date.now() + 120_000; ; await pause(50)) {
      const { lines, errors } = this.process;
      if (lines.some((line) => line.includes('"msg":"ready"'))) return;
      if (ended || Date.now() > end) throw new Error(`the bot is not ready: ${[...lines, ...errors].join("\n")}`);
    }
  }

  /** Why it is not idle, if it is not. @param seconds nothing may fall due within */
  async busy(seconds = undisturbed): Promise<string | undefined> {
    const page = await (await fetch(`http://127.0.0.1:${String(this.#port)}/metrics`)).text();
    const values = [...page.matchAll(/^(steward_\w+)(\{[^}]*\})? (\S+)$/gmu)].map(([, name, labels = "", value]) => ({
      name: `${name ?? ""}${labels}`,
      value: Number(value),
    }));
    const found = values.find(({ name, value }) => {
      if (/^steward_(?:outbox_waiting|cards_waiting|jobs_due)/u.test(name)) return value > 0;
      // A card that changes when its time has come is due then, days ahead, as a job is.
      return /^steward_wakes_in_seconds\{part="(?:delivery|schedule)"\}/u.test(name) && value < seconds;
    });
    return found === undefined ? undefined : `${found.name} ${String(found.value)}`;
  }

  async idle(seconds = undisturbed): Promise<void> {
    for (const end = Date.now() + 60_000; ; await pause(50)) {
      const why = await this.busy(seconds);
      if (why === undefined) return;
      if (Date.now() > end) throw new Error(`the bot does not come to rest: ${why}`);
    }
  }
}

/**
 * Plays stories side by side with one bot, line by line in turn, so that no group is talked to without a break.
 * @param together resolves when all can begin: bots that start take the machine from those that are measured
 */
export async function play(
  wire: Wire,
  stories: readonly Story[],
  together: () => Promise<void>,
): Promise<readonly Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), "steward-wire-"));
  const outcomes: Outcome[] = [];
  const bot = new Bot(wire.environment, folder, await freePort());
  try {
    await bot.ready();
    await until("the platform", async () => (await bot.busy()) === undefined);
    const stages = await Promise.all(stories.map((story, index) => wire.stage(index, story)));
    await together();
    const codes = stories.map(() => "");
    const soon = stories.map(() => soonest(0));
    const saidAt = stories.map(() => 0);
    const most = Math.max(...stories.map(({ lines }) => lines.length));
    for (let turn = 0; turn < most; turn++) {
      for (const [index, story] of stories.entries()) {
        const line = story.lines[turn];
        const stage = stages[index];
        if (line === undefined || stage === undefined) continue;
        await pause(Math.max(0, (saidAt[index] ?? 0) + (wire.apart ?? 0) - Date.now()));
        if (line.says.includes("{time}")) soon[index] = soonest(Date.now());
        const { at = 0, day = "", time = "" } = soon[index] ?? {};
        if (line.later) await pause(Math.max(0, at + afterwards - Date.now()));
        const says = line.says
          .replace("{zone}", zone)
          .replace("{code}", codes[index] ?? "")
          .replace("{day}", day)
          .replace("{time}", time);
        const said = { ...line, says };
        const outcome = await one(bot, wire, stage, said);
        saidAt[index] = Date.now();
        outcomes.push({ story: story.title, line, word: wordOf(line), ...outcome });
        const [code] = outcome.told.join("\n").match(new RegExp(codePattern, "gu"))?.slice(-1) ?? [];
        if (code !== undefined) codes[index] = code;
        if (turn === 0) await introduce(bot, wire, stage);
      }
    }
    return outcomes;
  } finally {
    bot.process.kill("SIGTERM");
    await bot.process.ended;
    await wire.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The next full minute but one after now, as people of the stories say it: the bot has to be told of it before. */
function soonest(now: number): { readonly at: number; readonly day: string; readonly time: string } {
  const minute = 60_000;
  const at = (Math.floor(now / minute) + 2) * minute;
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(at).toLowerCase();
  return { at, day: part({ weekday: "long" }), time: part({ hour: "2-digit", minute: "2-digit" }) };
}

/** The others become members, and everybody can be written to directly. Nothing of it is measured. */
async function introduce(bot: Bot, wire: Wire, stage: WireStage): Promise<void> {
  const answered = async (what: () => Promise<boolean>): Promise<void> => {
    const before = (await wire.told()).length;
    if (await what()) await until("an answer", async () => (await wire.told()).length > before);
    await bot.idle();
  };
  const helps = (who: Name) => async (): Promise<boolean> => {
    await stage.says("cell", who, "/help");
    return true;
  };
  for (const who of people) {
    await answered(() => stage.opens(who));
    if (who !== "Zoe") await answered(helps(who));
  }
}

async function one(bot: Bot, wire: Wire, stage: WireStage, line: Line): Promise<Pick<Outcome, "ms" | "told">> {
  await bot.idle(undisturbed + line.quiet);
  await pause(line.quiet * 1_000);
  const why = await bot.busy();
  if (why !== undefined) throw new Error(`before ${line.says}: the bot was idle, and is not a moment later: ${why}`);
  const before = (await wire.told()).length;
  const from = Date.now();
  await stage.says(line.place, line.who, line.says);
  for (;;) {
    const told = (await wire.told()).slice(before);
    const came = [...line.comes, ...line.moves].map((what) => told.find(({ text }) => what.test(text))?.at ?? Infinity);
    const last = Math.max(...came);
    if (last < Infinity) return { ms: last - from, told: told.map(({ text }) => text) };
    if (Date.now() > from + patience) return { ms: undefined, told: told.map(({ text }) => text) };
    await pause(20);
  }
}

/** Deals stories out to so many bots, the long ones first, each to who has the least to do. */
export function dealt(stories: readonly Story[], bots: number): readonly (readonly Story[])[] {
  const hands = Array.from({ length: bots }, (): Story[] => []);
  const load = (hand: readonly Story[]): number => hand.reduce((sum, { lines }) => sum + lines.length, 0);
  for (const story of [...stories].sort((a, b) => b.lines.length - a.lines.length)) {
    hands.reduce((least, hand) => (load(hand) < load(least) ? hand : least)).push(story);
  }
  return hands;
}
