/**
 * Makes a failing story as small as it can be (delta debugging over its lines). A smaller one has to meet the same key; only
 * the check that found it watches, so that this is quick. Lines that cannot be played any more are left out.
 */
import { checks } from "./checks/index.ts";
import { keyOf, type Finding } from "./findings.ts";
import type { Theatre } from "./play.ts";
import { Watches, type Met } from "./story.ts";

export interface Shrunk {
  readonly lines: readonly string[];
  readonly finding: Finding;
}

interface Story {
  readonly head: readonly string[];
  readonly lines: readonly string[];
}

/** Plays lines until the key is met; gives back those that could be played until then. */
async function meets(theatre: Theatre, { head, lines }: Story, met: Met): Promise<Shrunk | undefined> {
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
      if (finding !== undefined && !met.whole) return { lines: [...play.lines], finding };
      // What comes to light by a look now and then may need an earlier look: who was there before.
      if (met.whole && index % 10 === 9 && !met.last) await watches.whole(false);
    }
    if (!met.whole) return undefined;
    const finding = (await watches.whole(met.last)).find((one) => keyOf(one) === key);
    return finding === undefined ? undefined : { lines: [...play.lines], finding };
  } finally {
    await play.end();
  }
}

/** Work of this process, in milliseconds: a machine that is busy with something else makes no story larger. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** @returns the smallest story that was found within so much work (milliseconds); undefined where the key is not met again */
export async function shrink(
  theatre: Theatre,
  { head, lines }: Story,
  met: Met,
  within: number,
): Promise<Shrunk | undefined> {
  const until = worked() + within;
  let best = await meets(theatre, { head, lines: lines.slice(0, met.after) }, met);
  if (best === undefined) return undefined;
  const over = (): boolean => worked() > until;
  // First whatever one person did, what happened in one chat, what the platforms and the machine did.
  const about = (line: string): readonly string[] => {
    const [, person, place] = /^(?:late )?([\p{L}\d]+)(?:@([\p{L}\d]+)\S*)?(?: leaves|:| presses)/u.exec(line) ?? [];
    const one = /^(?:chat|admin [\p{L}\d]+@?|removed|added) ?([\p{L}\d]+)/u.exec(line)?.[1];
    const machine = /^(?:removed|added|restart|down|again)\b/u.test(line) ? ["the machine"] : [];
    return [person, place === undefined ? one : `at ${place}`, ...machine].filter((name) => name !== undefined);
  };
  const groups = new Map<string, number>();
  for (const line of best.lines) for (const name of about(line)) groups.set(name, (groups.get(name) ?? 0) + 1);
  for (const [name] of [...groups].sort((a, b) => b[1] - a[1])) {
    if (over()) break;
    const rest: readonly string[] = best.lines.filter((line) => !about(line).includes(name));
    if (rest.length < best.lines.length) best = (await meets(theatre, { head, lines: rest }, met)) ?? best;
  }
  for (let parts = 4; best.lines.length > 1 && !over();) {
    const size = Math.ceil(best.lines.length / parts);
    let smaller: Shrunk | undefined;
    // From the end: what came last has the most to do with it, but what lies between is mostly chance.
    for (let from = Math.floor((best.lines.length - 1) / size) * size; from >= 0 && !over(); from -= size) {
      const rest: string[] = best.lines.filter((_, index) => index < from || index >= from + size);
      const outcome: Shrunk | undefined = await meets(theatre, { head, lines: rest }, met);
      if (outcome === undefined) continue;
      smaller = best = outcome;
      from = Math.min(from, outcome.lines.length);
    }
    if (size === 1 && smaller === undefined) break;
    parts = smaller !== undefined && size > 1 ? Math.max(2, parts - 1) : Math.min(best.lines.length, parts * 2);
  }
  return best;
}
