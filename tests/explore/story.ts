/** A story: a world, aims and chance, line by line, with every check watching. The same seed is the same story. */
import { createHash } from "node:crypto";
import { ScenarioError } from "../../src/rehearsal/scenario.ts";
import { Aims } from "./aims.ts";
import { checks } from "./checks/index.ts";
import type { Check, Found, Watch } from "./checks/check.ts";
import { Cast } from "./cast.ts";
import { Dice } from "./dice.ts";
import { keyOf, type Finding } from "./findings.ts";
import { Grammar } from "./grammar.ts";
import type { Play, Played, Theatre } from "./play.ts";
import { free, held, type Aim } from "./troupe.ts";
import { makeWorld } from "./world.ts";

/** How often a word or a job ran, and how often it did something. */
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
const aimsAtOnce = 3;

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

/** Whether a line only waits, and so much time has passed since a moment: what others waited for counts for all. */
function hasPassed(play: Play, line: string, since: number | undefined): boolean {
  if (since === undefined || !line.startsWith("wait ")) return false;
  const step = play.read(line);
  return step.type === "wait" && play.now - since >= (step.days * 1_440 + step.minutes) * 60_000;
}

export interface TellSettings {
  readonly steps: number;
  /** Ends the story where it is answered with true. */
  readonly found?: (met: Met) => boolean;
  readonly print?: (shown: string) => void;
}

/** Tells the story of a seed. */
export async function tell(theatre: Theatre, seed: number, { steps, found, print }: TellSettings): Promise<Told> {
  const began = process.cpuUsage();
  const dice = new Dice(seed);
  const world = makeWorld(dice);
  const head = [`at ${world.start} ${world.zone}`, `chance explore ${String(seed)}`];
  const hash = createHash("sha256");
  const play = await theatre.begin(head, print === undefined ? {} : { print });
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
      for (const name of new Set([...words, ...jobs])) {
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
    const pack = new Aims({ play, world, dice, grammar, cast });
    const aims: Aim[] = [];
    /** The aim whose scene must not be cut by time. */
    let scene: Aim | undefined;
    /** When each aim's last line was played. */
    const since = new Map<Aim, number>();
    let again: string | undefined;
    for (let tries = 0; step < steps && !ended && tries < steps * 4; tries++) {
      while (aims.length < aimsAtOnce) aims.push(pack.next());
      let line: string | undefined = again;
      let aim: Aim | undefined;
      again = undefined;
      if (line === undefined && dice.chance(scene === undefined ? 65 : 88)) {
        aim = scene ?? dice.pick(aims);
        const { value, done } = await aim.next();
        if (done === true) aims.splice(aims.indexOf(aim), 1);
        if (done === true || value === free) scene = undefined;
        else if (value === held) scene = aim;
        else if (value !== undefined && !hasPassed(play, value, since.get(aim))) line = value;
      } else line ??= await grammar.next(scene !== undefined);
      if (line === undefined) continue;
      const played = await go(line);
      if (aim !== undefined) since.set(aim, play.now);
      if (played === undefined) continue;
      step++;
      // What changed nothing is asked once more: two reads give the same.
      if (played.step.type === "says" && !play.didSomething(played) && dice.chance(6)) again = line;
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
