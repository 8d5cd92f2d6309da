/**
 * The care ledger: who gave what, and how it is read out. Rules: docs/rules.md, "Care".
 *
 * No ranking, no points: nothing here counts what one person gave, or compares it with another's.
 */

/** Asks somebody after their quiet hours whether an entry may stand. */
export const askJob = "care-ask";

export const careKinds = ["time", "food", "knowledge", "listening"] as const;
export type CareKind = (typeof careKinds)[number];

/** Something that somebody gave. */
export interface Care {
  readonly id: string;
  readonly cellId: string;
  readonly kind: CareKind;
  readonly what: string;
  /** For whom, in words. */
  readonly to: string | undefined;
  /** For whom, where that is a person (id). */
  readonly toId: string | undefined;
  /** Who (id); nobody where it is anonymous. */
  readonly giverId: string | undefined;
  /** Milliseconds since 1970; only the day where it is anonymous. */
  readonly at: number;
}

/** An answer that is still missing is waited for so long. Milliseconds: 14 days. */
export const waitingFor = 14 * 24 * 60 * 60_000;

/** A moment without its time of day, so that nobody can be found by when they were here. */
export const dayOf = (ms: number): number => ms - (((ms % dayMs) + dayMs) % dayMs);
const dayMs = 24 * 60 * 60_000;

/** People read about 130 words aloud in a minute; five minutes, with some time to breathe. */
export const mostWords = 600;

/** One giver in the script, with what they gave. */
export interface Line {
  /** None: somebody who is not named. */
  readonly giverId: string | undefined;
  /** By kind; `things` is empty where there is time for the kind only. Empty where there is time for the name only. */
  readonly gave: readonly { readonly kind: CareKind; readonly things: readonly string[] }[];
}

/** What the script needs to know of one entry. */
export interface Given {
  readonly giverId: string | undefined;
  readonly kind: CareKind;
  /** What, and for whom, as it is read. */
  readonly what: string;
}

export interface ScriptOptions {
  /** A random integer from 0 to below `below`. */
  readonly random: (below: number) => number;
  /** How many words the name of a giver (none: nobody in particular) takes. */
  readonly nameWords: (giverId: string | undefined) => number;
  readonly words?: number;
}

/**
 * The ledger as a script: everyone exactly once, in random order. Each entry without a name is somebody of its own. What is
 * the same is said once; where there is more than can be read in `words` words, everybody's part is cut to the same
 * number of words, then to the kinds of care, and then to the name alone: nobody is left out.
 */
export function script(entries: readonly Given[], options: ScriptOptions): readonly Line[] {
  const { random, nameWords, words = mostWords } = options;
  const lines = shuffle(grouped(entries), random);
  const longest = Math.max(0, ...lines.map(partWords));
  for (let most = longest; most >= 0; most--) {
    const cut = lines.map((line) => cutTo(line, most));
    if (countWords(cut, nameWords) <= words) return cut;
  }
  const kinds = lines.map(({ giverId, gave }) => ({ giverId, gave: gave.map(({ kind }) => ({ kind, things: [] })) }));
  if (countWords(kinds, nameWords) <= words) return kinds;
  return lines.map(({ giverId }) => ({ giverId, gave: [] }));
}

/** Words of a text, as they are read. */
export const wordsIn = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== "");

/** How long a script takes, in words: names, kinds and things. */
export const countWords = (lines: readonly Line[], nameWords: ScriptOptions["nameWords"]): number =>
  lines.reduce((sum, line) => sum + nameWords(line.giverId) + partWords(line) + line.gave.length, 0);

const partWords = ({ gave }: Line): number =>
  gave.reduce((sum, { things }) => sum + things.reduce((all, thing) => all + wordsIn(thing).length, 0), 0);

function grouped(entries: readonly Given[]): Line[] {
  const named = Map.groupBy(
    entries.filter(({ giverId }) => giverId !== undefined),
    ({ giverId }) => giverId,
  );
  const one = (giverId: string | undefined, of: readonly Given[]): Line => ({
    giverId,
    gave: careKinds.flatMap((kind) => {
      const things = [...new Set(of.filter((entry) => entry.kind === kind).map(({ what }) => what))];
      return things.length === 0 ? [] : [{ kind, things }];
    }),
  });
  return [
    ...[...named].map(([giverId, of]) => one(giverId, of)),
    ...entries.filter(({ giverId }) => giverId === undefined).map((entry) => one(undefined, [entry])),
  ];
}

/** The first things of a line, whole while they fit; the first of all is cut if it alone is too long. */
function cutTo({ giverId, gave }: Line, most: number): Line {
  let left = most;
  let first = true;
  const cut = gave.map(({ kind, things }) => {
    const kept: string[] = [];
    for (const thing of things) {
      const words = wordsIn(thing);
      if (words.length <= left) {
        kept.push(thing);
        left -= words.length;
      } else {
        if (first && left > 0) kept.push(`${words.slice(0, left).join(" ")}…`);
        left = 0;
      }
      first = false;
    }
    return { kind, things: kept };
  });
  return { giverId, gave: cut };
}

/** Fisher and Yates: all orders are equally likely. */
export function shuffle<T>(list: readonly T[], random: (below: number) => number): T[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = random(last + 1);
    const [a, b] = [shuffled[last], shuffled[other]];
    if (a === undefined || b === undefined) throw new RangeError("a random number outside its range");
    shuffled[last] = b;
    shuffled[other] = a;
  }
  return shuffled;
}
