/**
 * The attacker of "What is published": sees everything outside of one unit, has `j` accounts inside it, and moves, leaves,
 * comes back and answers as they like, as do all others. Two histories that differ only in the answers of fewer than `k - j`
 * other people in that unit are played side by side.
 */
import { sameAnswer, type Answer } from "../../src/domain/pledges.ts";
import fc from "fast-check";
import { DriveBook, type DriveOf, type Happening } from "./drive-book.ts";

/** A history, and in what another one differs from it. */
export interface Attack {
  readonly of: DriveOf;
  /** The attacker's accounts inside the unit. */
  readonly theirs: readonly number[];
  /** Of these people some answers are others in the other history: in, another way, if N, by turns. */
  readonly differ: readonly number[];
  readonly history: readonly Happening[];
}

/** Four units with k = 5: the target, a pool of two cells (12 people); two of a cell each (11 and 10); and the rest (4). */
const sizes = [6, 6, 11, 10, 4];
const world: DriveOf = {
  cells: sizes.map((members, i) => ({ id: `c${String(i)}`, sector: i < 3 ? "a" : i < 4 ? "b" : "c", members })),
  people: sizes.flatMap((members, cell) => Array.from({ length: members }, () => cell)),
  k: 5,
  target: { people: 15, minimum: new Map() },
  whole: true,
};
const inTarget = 12;

const anAnswer = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Answer>({ scope: "none" }) },
  { weight: 3, arbitrary: fc.constant<Answer>("withdrawn") },
  { weight: 1, arbitrary: fc.constant<Answer>({ scope: "drive", others: 1_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 2 }).map((way): Answer => ({ scope: "way", way })) },
  {
    weight: 3,
    arbitrary: fc.record({ scope: fc.constantFrom("drive" as const, "sector" as const), others: fc.nat(25) }),
  },
);

/** The histories of `length` happenings: the attacker's accounts and those who differ are the first people of the target. */
export const anAttack = (length: number): fc.Arbitrary<Attack> =>
  fc.integer({ min: 0, max: world.k - 2 }).chain((j) =>
    fc.integer({ min: 1, max: world.k - j - 1 }).chain((d) => {
      const theirs = Array.from({ length: j }, (_, i) => i);
      const differ = Array.from({ length: d }, (_, i) => j + i);
      // Who differs stays away from the attacker's own cells: there the exact count is theirs to see.
      const where = (who: number) =>
        who >= j && who < j + d ? fc.constantFrom(0, 1, undefined) : fc.constantFrom(0, 1, 2, 3, 4, undefined);
      const aPerson = fc.oneof(
        { weight: 3, arbitrary: fc.nat(inTarget - 1) },
        { weight: 2, arbitrary: fc.nat(world.people.length - 1) },
      );
      const happening: fc.Arbitrary<Happening> = fc.oneof(
        {
          weight: 12,
          arbitrary: fc.record({ do: fc.constant("answer" as const), who: aPerson, answer: anAnswer }),
        },
        { weight: 3, arbitrary: fc.constant({ do: "tick" as const }) },
        {
          weight: 4,
          arbitrary: aPerson.chain((who) =>
            fc.record({ do: fc.constant("move" as const), who: fc.constant(who), cell: where(who) }),
          ),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            do: fc.constant("vouching" as const),
            apart: fc.subarray(Array.from(world.people.keys()), { maxLength: 6 }),
          }),
        },
      );
      const history = fc.array(happening, { minLength: length, maxLength: length, size: "max" });
      return fc.record({ of: fc.constant(world), theirs: fc.constant(theirs), differ: fc.constant(differ), history });
    }),
  );

/** What one attack came to. */
export interface Outcome {
  readonly steps: number;
  /** Moments at which the attacker saw different figures for the first time since a moment at which they were the same. */
  readonly told: number;
  /** Of these, those in which all in the unit, or all but fewer than `k`, answered alike: left out, and counted. */
  readonly alike: number;
  readonly announced: number;
}

/** These are the next one in the other history. */
const turned: readonly Answer[] = [{ scope: "none" }, { scope: "way", way: 1 }, { scope: "drive", others: 1_000 }];

/** The other history's answer. One to one, so that whoever differs from the last step does so in both. */
function other(answer: Answer): Answer {
  const at = turned.findIndex((one) => sameAnswer(one, answer));
  return at < 0 ? answer : (turned[(at + 1) % turned.length] ?? answer);
}

/** Something that is seen, or done, against the rules. */
export class Told extends Error {
  override readonly name = "Told";
}

const sameSets = (a: ReadonlySet<number> | undefined, b: ReadonlySet<number> | undefined): boolean =>
  a?.size === b?.size && [...(a ?? [])].every((one) => b?.has(one));

/**
 * Plays an attack.
 * @throws Told where a step is over fewer than `k` accounts, a figure is one of fewer than `k`, or figures come to differ, or to be
 *   the same again, other than by a step that sums the changes of at least `k` accounts, those who differ among them
 */
export function attack({ of, theirs, differ, history }: Attack): Outcome {
  const [one, two] = [new DriveBook(of), new DriveBook(of)];
  const different = new Set(differ);
  const target = one.people[differ[0] ?? -1]?.account.unit ?? "";
  let [told, alike, announced] = [0, 0, 0];
  // Whether a step has summed the changes of somebody who differs: from then on figures may.
  let summed = false;
  let wasSame = true;
  for (const event of history) {
    if (event.do !== "tick") {
      const differs = event.do === "answer" && different.has(event.who);
      one.happens(event);
      two.happens(differs ? { ...event, answer: other(event.answer) } : event);
      continue;
    }
    const [a, b] = [one.tick(), two.tick()];
    for (const book of [one, two]) covered(book, of.k);
    for (const { id } of one.units) {
      const over = a.stepped.get(id);
      if (!sameSets(over, b.stepped.get(id))) throw new Told(`${id} steps in one history only, or over others`);
      if (over === undefined) continue;
      if (over.size < of.k) throw new Told(`${id} steps over ${String(over.size)} accounts`);
      if (id === target && [...over].filter((who) => !theirs.includes(who)).length < of.k - theirs.length) {
        throw new Told("a step sums the changes of too few others");
      }
      summed ||= differ.some((who) => over.has(who));
    }
    announced += Number(a.goal);
    if (a.stepped.size === 0 && (a.looked || b.looked)) throw new Told("the exact count is looked at without a step");
    const same = one.seenOutside(target) === two.seenOutside(target);
    if (!same && !summed) throw new Told("figures differ, though no step has summed the changes of who differs");
    if (same !== wasSame && a.stepped.size === 0) throw new Told("figures come to differ without a step");
    if (!same && wasSame) {
      told++;
      alike += Number(answersAlike(one, target, of.k));
    }
    wasSame = same;
  }
  return { steps: history.length, told, alike, announced };
}

/** Every figure is of nobody or at least `k`. */
function covered(book: DriveBook, k: number): void {
  const { units, sectors, all } = book.published;
  const figures = [...units.values(), ...sectors.values(), all].flatMap(({ firm, waiting }) => [firm, waiting]);
  const parts = book.shown.flatMap(({ shown }) => [...shown.rungs, ...shown.ways].map(([, people]) => people));
  for (const people of [...figures, ...parts, ...book.published.ways.map(([, there]) => there)])
    if (people !== 0 && people < k) throw new Told(`a figure is ${String(people)}`);
}

/** Whether all in a unit, or all but fewer than `k`, answer alike. */
function answersAlike(book: DriveBook, unit: string, k: number): boolean {
  const answers = book.people.filter(({ account }) => account.unit === unit).map(({ account }) => account.answer);
  return answers.some((answer) => answers.filter((there) => sameAnswer(there, answer)).length > answers.length - k);
}
