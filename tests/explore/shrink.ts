/**
 * Makes a failing story as small as it can be (delta debugging over its lines). A smaller one has to meet the same key; only
 * the check that found it watches, so that this is quick. Lines that cannot be played any more are left out.
 */
import { checks } from "./checks/index.ts";
import { keyOf, type Finding } from "./findings.ts";
import type { Theatre } from "./play.ts";
import { Watches, type Met } from "./story.ts";

export interface Shrunk {
  readonly head: readonly string[];
  readonly lines: readonly string[];
  readonly finding: Finding;
}

interface Story {
  readonly head: readonly string[];
  readonly lines: readonly string[];
}

/** Checks that remember what they saw at an earlier look: for them every tenth line is looked at, as in the story. */
const remembers: ReadonlySet<string> = new Set(["gone"]);

/** Plays lines until the key is met; gives back those that could be played until then. */
export async function meets(theatre: Theatre, { head, lines }: Story, met: Met): Promise<Shrunk | undefined> {
  const key = keyOf(met.finding);
  const play = await theatre.begin(head);
  try {
    const watches = new Watches(
      play,
      checks.filter(({ name }) => name === met.finding.check),
    );
    for (const [index, line] of lines.entries()) {
      const outcome = await watches.line(line);
      const finding = outcome?.findings.find((one) => keyOf(one) === key);
      if (finding !== undefined && !met.whole) return { head, lines: [...play.lines], finding };
      // What comes to light by a look now and then may need an earlier look: who was there before.
      if (met.whole && index % 10 === 9 && remembers.has(met.finding.check)) await watches.whole(false);
    }
    if (!met.whole) return undefined;
    const finding = (await watches.whole(met.last)).find((one) => keyOf(one) === key);
    return finding === undefined ? undefined : { head, lines: [...play.lines], finding };
  } finally {
    await play.end();
  }
}

/** Work of this process, in milliseconds: a machine that is busy with something else makes no story larger. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Who a line is about: whoever did it, the chat it is in or declares, the machine. */
function about(line: string): readonly string[] {
  const [, person, place] =
    /^(?:late )?([\p{L}\d]+)(?:@([\p{L}\d]+)\S*)?(?: leaves| edits:| replies:|:| presses)/u.exec(line) ?? [];
  const one = /^(?:chat|admin [\p{L}\d]+@?|removed|added) ?([\p{L}\d]+)/u.exec(line)?.[1];
  const machine = /^(?:removed|added|restart|down|again)\b/u.test(line) ? ["the machine"] : [];
  return [person, place === undefined ? one : `at ${place}`, ...machine].filter((name) => name !== undefined);
}

/** So many minutes, written as a line writes them. */
function timeOf(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60];
  const part = (count: number, unit: string): string =>
    count === 0 ? "" : `${String(count)} ${unit}${count === 1 ? "" : "s"}`;
  return [part(days, "day"), part(hours, "hour"), part(rest, "minute")].filter((one) => one !== "").join(" ");
}

const units: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1_440, week: 10_080 };
const minutesIn = (wait: string): number =>
  [...wait.matchAll(/(\d+) (minute|hour|day|week)s?/gu)].reduce(
    (sum, [, count, unit = ""]) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );

/** Waits that follow each other are one. */
function merged(lines: readonly string[]): string[] {
  const all: string[] = [];
  for (const line of lines) {
    const before = all.at(-1);
    if (line.startsWith("wait ") && before?.startsWith("wait ") === true)
      all.splice(-1, 1, `wait ${timeOf(minutesIn(before) + minutesIn(line))}`);
    else all.push(line);
  }
  return all;
}

/** A line with something left out of it: an option, a name of a list, that it came late or in a topic. */
function simpler(line: string): readonly string[] {
  const options = [...line.matchAll(/ [a-z]+:(?:"[^"]*"|\S+)/gu)].map(
    ({ index, 0: option }) => line.slice(0, index) + line.slice(index + option.length),
  );
  const lists = [...line.matchAll(/, [\p{L}\d ]+(?=[",])/gu)].map(
    ({ index, 0: name }) => line.slice(0, index) + line.slice(index + name.length),
  );
  const plain = line.replace(/^late /u, "").replace(/^(\S+@\w+)\/kitchen/u, "$1");
  return [...(plain === line ? [] : [plain]), ...lists, ...options];
}

/** @returns the smallest story that was found within so much work (milliseconds); undefined where the key is not met again */
export async function shrink(
  theatre: Theatre,
  { head, lines }: Story,
  met: Met,
  within: number,
): Promise<Shrunk | undefined> {
  const until = worked() + within;
  const first = await meets(theatre, { head, lines: lines.slice(0, met.after) }, met);
  if (first === undefined) return undefined;
  let best = first;
  const over = (): boolean => worked() > until;
  /** Whether a story still meets the key; then it is the best one. */
  const attempt = async (fewer: readonly string[]): Promise<boolean> => {
    const outcome = await meets(theatre, { head, lines: fewer }, met);
    if (outcome !== undefined) best = outcome;
    return outcome !== undefined;
  };

  // First whatever one person did, what happened in one chat, what the platforms and the machine did.
  const groups = new Map<string, number>();
  for (const line of best.lines) for (const name of about(line)) groups.set(name, (groups.get(name) ?? 0) + 1);
  for (const [name] of [...groups].sort((a, b) => b[1] - a[1])) {
    if (over()) break;
    const rest = best.lines.filter((line) => !about(line).includes(name));
    if (rest.length < best.lines.length) await attempt(rest);
  }
  await thin();
  // Then what is left is made plainer, and looked through once more.
  for (let changed = true; changed && !over();) {
    changed = false;
    const one = merged(best.lines);
    if (one.length < best.lines.length) changed = await attempt(one);
    for (let at = 0; at < best.lines.length && !over(); at++) {
      for (const plain of simpler(best.lines[at] ?? "")) {
        if (over() || plain.length >= (best.lines[at] ?? "").length) break;
        if (await attempt(best.lines.with(at, plain))) changed = true;
      }
    }
    if (changed) await thin();
  }
  return best;

  /** Leaves out runs of lines, shorter and shorter ones. */
  async function thin(): Promise<void> {
    for (let parts = 4; best.lines.length > 1 && !over();) {
      const size = Math.ceil(best.lines.length / parts);
      let smaller = false;
      // From the end: what came last has the most to do with it, but what lies between is mostly chance.
      for (let from = Math.floor((best.lines.length - 1) / size) * size; from >= 0 && !over(); from -= size) {
        if (!(await attempt(best.lines.filter((_, index) => index < from || index >= from + size)))) continue;
        smaller = true;
        from = Math.min(from, best.lines.length);
      }
      if (size === 1 && !smaller) return;
      parts = smaller && size > 1 ? Math.max(2, parts - 1) : Math.min(best.lines.length, parts * 2);
    }
  }
}
