/** A story: a world, aims and chance, line by line, with every check watching. The same seed is the same story. */
import { createHash } from "node:crypto";
import type { Command } from "../../src/core/command.ts";
import { ScenarioError } from "../../src/rehearsal/scenario.ts";
import { Aims, type Feature } from "./aims.ts";
import { checks } from "./checks/index.ts";
import type { Check, Found, Watch } from "./checks/check.ts";
import { Cast } from "./cast.ts";
import { Dice } from "./dice.ts";
import { keyOf, type Finding } from "./findings.ts";
import { Grammar } from "./grammar.ts";
import type { Play, Played, Theatre } from "./play.ts";
import { reading, readingsOf } from "./reading.ts";
import { free, held, type Aim } from "./troupe.ts";
import { makeWorld } from "./world.ts";

/** How often a word, a job or another step (`removed`) ran, and how often it did something. */
export interface Coverage {
  ran: number;
  did: number;
}

export interface Told {
  readonly seed: number;
  readonly head: readonly string[];
  readonly lines: readonly string[];
  /** Each key that was met, with where it was met first. */
  readonly met: ReadonlyMap<string, Met>;
  readonly coverage: ReadonlyMap<string, Coverage>;
  /** SHA-256 of the lines and of what each message said after them. */
  readonly hash: string;
  /** Of work, checks included. */
  readonly seconds: number;
}

export interface Met {
  readonly finding: Finding;
  /** How many lines had been played. */
  readonly after: number;
  /** Found by a look at everything, and whether that was the last one. */
  readonly whole: boolean;
  readonly last: boolean;
}

/** Every so many lines everything is looked at. */
const everyLines = 10;
const aimsAtOnce = 5;
/** How many of a hundred lines are those of aims, also while one of them must not be cut by time; the rest is chance. */
const ofAims = 86;
const ofScenes = 93;

/** Watches a play with some checks. */
export class Watches {
  readonly #all: readonly { readonly check: Check; readonly watch: Watch }[];
  readonly #play: Play;

  constructor(play: Play, of: readonly Check[] = checks) {
    this.#play = play;
    this.#all = of.map((check) => ({ check, watch: check.begin() }));
  }

  /** Plays a line with the checks around it; undefined where it cannot be played. */
  async line(line: string): Promise<{ readonly played: Played; readonly findings: readonly Finding[] } | undefined> {
    try {
      const step = this.#play.read(line);
      for (const { watch } of this.#all) await watch.before?.(this.#play, step);
      const played = await this.#play.do(line, step);
      const findings = await this.#ask(({ step: look }) => look?.(this.#play, played));
      return { played, findings };
    } catch (error) {
      if (error instanceof ScenarioError) return undefined;
      throw error;
    }
  }

  whole(last: boolean): Promise<readonly Finding[]> {
    return this.#ask(({ whole }) => whole?.(this.#play, { last }));
  }

  async #ask(
    look: (watch: Watch) => Promise<readonly Found[]> | readonly Found[] | undefined,
  ): Promise<readonly Finding[]> {
    const all: Finding[] = [];
    for (const { check, watch } of this.#all) {
      for (const found of (await look(watch)) ?? []) all.push({ check: check.name, ...found });
    }
    return all;
  }
}

/** An aim that has begun; while it waits, the others go on. */
interface Begun {
  readonly aim: Aim;
  /** Until when it waits, in milliseconds since 1970. */
  readonly until: number;
}

/** How long a line lets pass, in milliseconds; undefined where it does something else. */
function waitOf(play: Play, line: string): number | undefined {
  if (!line.startsWith("wait ")) return undefined;
  const step = play.read(line);
  return step.type === "wait" ? (step.days * 1_440 + step.minutes) * 60_000 : undefined;
}

/** A line that waits so many milliseconds, or little more. */
export function waiting(milliseconds: number): string {
  const exactly = Math.max(1, Math.ceil(milliseconds / 60_000));
  const minutes = exactly > 600 ? Math.ceil(exactly / 60) * 60 : exactly;
  const parts = [
    [Math.floor(minutes / 1_440), "day"],
    [Math.floor((minutes % 1_440) / 60), "hour"],
    [minutes % 60, "minute"],
  ] as const;
  const said = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}${count === 1 ? "" : "s"}`]));
  return `wait ${said.join(" ")}`;
}

export interface TellSettings {
  readonly steps: number;
  /** What is aimed at; everything if left out. */
  readonly features?: readonly Feature[];
  /** Ends the story where it is answered with true. */
  readonly found?: (met: Met) => boolean;
  readonly print?: (shown: string) => void;
  /** The commands of the bot; for a bot that is broken on purpose. */
  readonly commands?: readonly Command[];
}

/** Tells the story of a seed. */
export async function tell(
  theatre: Theatre,
  seed: number,
  { steps, features, found, print, commands }: TellSettings,
): Promise<Told> {
  const began = process.cpuUsage();
  const dice = new Dice(seed);
  const world = makeWorld(dice);
  const head = [`at ${world.start} ${world.zone}`, `chance explore ${String(seed)}`];
  const hash = createHash("sha256");
  const play = await theatre.begin(head, {
    ...(print === undefined ? {} : { print }),
    ...(commands === undefined ? {} : { commands }),
  });
  const met = new Map<string, Met>();
  const coverage = new Map<string, Coverage>();
  let ended = false;
  try {
    const watches = new Watches(play);
    const note = (findings: readonly Finding[], whole: boolean, last: boolean): void => {
      for (const finding of findings) {
        const key = keyOf(finding);
        if (met.has(key)) continue;
        const one = { finding, after: play.lines.length, whole, last };
        met.set(key, one);
        ended ||= found?.(one) === true;
      }
    };
    const count = ({ words, jobs, ...played }: Played): void => {
      const did = play.didSomething({ words, jobs, ...played });
      const { type } = played.step;
      for (const name of new Set([...words, ...jobs, ...(type === "says" || type === "presses" ? [] : [type])])) {
        const before = coverage.get(name) ?? { ran: 0, did: 0 };
        coverage.set(name, { ran: before.ran + 1, did: before.did + (did ? 1 : 0) });
      }
    };
    const go = async (line: string): Promise<Played | undefined> => {
      const outcome = await watches.line(line);
      if (outcome === undefined) return undefined;
      // What falls due at one moment is sent side by side, and broadcasts wait for the rest: it has no order, and what a
      // message says meanwhile (delivered in so many chats) is left to chance. What it says in the end is not.
      const said = new Map(
        outcome.played.notices.map(({ message, text }) => [message, `${message.chat.id} ${message.to ?? ""} ${text}`]),
      );
      hash.update(`${[line, ...[...said.values()].sort()].join("\n")}\n`);
      count(outcome.played);
      note(outcome.findings, false, false);
      return outcome.played;
    };
    for (const line of world.lines) await go(line);

    // How a federation is set up is no step of its story: that is what happens in it.
    let step = 0;
    const cast = new Cast(play, world);
    const never = { ran: 0, did: 0 };
    const grammar = new Grammar(play, world, dice, {
      cast,
      ran: (word) => coverage.get(word) ?? never,
      late: () => step > steps * 0.75,
    });
    const pack = new Aims({ play, world, dice, grammar, cast }, seed, features);
    if (pack.settled) await go("wait 8 days");
    let begun: readonly Begun[] = [];
    /** The aim whose scene must not be cut by time. */
    let scene: Aim | undefined;
    /** The next line of an aim: of the scene, of one that does not wait, or a wait until one goes on. */
    const nextOfAims = async (): Promise<string | undefined> => {
      const ready = begun.filter(({ until }) => until <= play.now);
      const aim = scene ?? dice.maybe(ready)?.aim;
      if (aim === undefined) return waiting(Math.min(...begun.map(({ until }) => until)) - play.now);
      const { value, done } = await aim.next();
      if (done === true) begun = begun.filter((one) => one.aim !== aim);
      if (done === true || value === free) scene = undefined;
      else if (value === held) scene = aim;
      else {
        const waits = value === undefined || scene !== undefined ? undefined : waitOf(play, value);
        if (waits === undefined) return value;
        begun = begun.map((one) => (one.aim === aim ? { aim, until: play.now + waits } : one));
      }
      return undefined;
    };
    /** A month passes before the end of many stories: what is over is cleared away, what nobody has looked at is asked about. */
    let monthAt = dice.chance(45) ? Math.floor(steps * 0.9) : undefined;
    const toRead = [...readingsOf(seed)];
    const readTwice = new Set<string>();
    /** The next line; undefined where an aim found nothing to say. */
    const nextLine = async (): Promise<string | undefined> => {
      if (step === monthAt) {
        monthAt = undefined;
        return dice.pick(["wait 32 days", "down 32 days"]);
      }
      if (dice.chance(scene === undefined ? ofAims : ofScenes)) return nextOfAims();
      const reads = step > steps * 0.45 && scene === undefined && dice.chance(90) ? toRead.shift() : undefined;
      if (reads !== undefined) {
        const line = await grammar.reading(reads, step > steps * 0.75);
        if (line !== undefined) return line;
        toRead.push(reads);
      }
      return grammar.next(scene !== undefined);
    };
    let again: string | undefined;
    for (let tries = 0; step < steps && !ended && tries < steps * 8; tries++) {
      while (begun.length < aimsAtOnce) begun = [...begun, { aim: await pack.next(), until: play.now }];
      const isSecond = again !== undefined;
      const line = again ?? (await nextLine());
      again = undefined;
      if (line === undefined) continue;
      const played = await go(line);
      if (played === undefined) continue;
      // What changed nothing is asked once more: two reads give the same. That is no step of the story.
      if (isSecond) continue;
      step++;
      const [word = ""] = played.words;
      const twice = reading.has(word) && !readTwice.has(word) ? 75 : 6;
      if (played.step.type === "says" && !play.didSomething(played) && dice.chance(twice)) {
        again = line;
        readTwice.add(word);
      }
      if (step % everyLines === 0 && step < steps) note(await watches.whole(false), true, false);
    }
    if (!ended) note(await watches.whole(true), true, true);
  } finally {
    await play.end();
  }
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  return { seed, head, lines: play.lines, met, coverage, hash: hash.digest("hex"), seconds };
}
