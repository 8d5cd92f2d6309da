/**
 * Aims: small stories that pull things together over many lines, so that each feature is reached in most seeds. An aim
 * yields one line after another and looks at the stage in between; other aims and chance happen meanwhile. A line that
 * finds nothing (`undefined`) is left out; while an aim waits, the others go on.
 */
import { alert, emergencyCard } from "./aims-alert.ts";
import { askedCare, ledger } from "./aims-care.ts";
import { action, calledOff, circle, places, times } from "./aims-cell.ts";
import { assembly, dates, election } from "./aims-council.ts";
import { drive, ladder, vouched } from "./aims-drives.ts";
import { book, money } from "./aims-fund.ts";
import { agreed, cellVote, charter, contested, debrief } from "./aims-memory.ts";
import { federation, going, leaderless, linking, machine, promised, rejoined, season, self } from "./aims-people.ts";
import { givenUp, rotation, stoodIn, swapped } from "./aims-roles.ts";
import { Dice } from "./dice.ts";
import { Troupe, type Aim, type Tools } from "./troupe.ts";

/** What an aim is begun with: a cell of the first federation by chance, all of them, the council. */
interface Stage {
  readonly tools: Tools;
  readonly cell: Troupe;
  readonly cells: readonly Troupe[];
  readonly council: Troupe;
}

/** A feature, with the aims that play it in turn. */
export interface Feature {
  readonly name: string;
  /** What it belongs to, by which it can be chosen besides (`--aims memory`). */
  readonly of?: string;
  /** Takes many days, and begins first; or takes away what others need, and comes last. */
  readonly when?: "first" | "last";
  /** Is for people who have been there for more than a week: then the story begins later. */
  readonly settled?: boolean;
  readonly aims: readonly ((stage: Stage) => Aim)[];
  /** Words, jobs and other steps (`removed`) at its heart: it is reached where one of them has done something. */
  readonly heart: readonly string[];
}

/** The cell, or sometimes the council. */
const either = ({ tools, cell, council }: Stage, percent: number): Troupe =>
  tools.dice.chance(percent) ? council : cell;

export const features: readonly Feature[] = [
  {
    name: "drives",
    aims: [({ tools, cell }) => drive(tools, cell), ({ tools, cell }) => vouched(tools, cell)],
    heart: ["drive-goal", "drive-close", "/drive close"],
  },
  { name: "ways", of: "memory", aims: [({ tools, cell }) => ladder(tools, cell)], heart: ["/pledge"] },
  {
    name: "roles",
    when: "first",
    aims: [(stage) => rotation(stage.tools, either(stage, 25)), (stage) => stoodIn(stage.tools, either(stage, 15))],
    heart: ["role-step"],
  },
  {
    name: "turns",
    aims: [(stage) => swapped(stage.tools, either(stage, 20)), (stage) => givenUp(stage.tools, either(stage, 20))],
    heart: ["/role swap", "/role cover", "/role decline", "/role skip", "/role away", "/role leave", "/role remove"],
  },
  {
    name: "actions",
    of: "memory",
    aims: [({ tools, cell }) => action(tools, cell), ({ tools, cell }) => calledOff(tools, cell)],
    heart: ["action-end", "/action close", "/action cancel"],
  },
  {
    name: "debrief",
    of: "memory",
    when: "first",
    aims: [({ tools, cell }) => debrief(tools, cell)],
    heart: ["/debrief", "/debrief write"],
  },
  {
    name: "gatherings",
    aims: [({ tools, cell }) => places(tools, cell), ({ tools, cell }) => times(tools, cell)],
    heart: ["/gather no", "/gather choose", "gathering-place", "gathering-decide"],
  },
  { name: "circles", aims: [({ tools, cell }) => circle(tools, cell)], heart: ["circle-remind", "/circle swap"] },
  {
    name: "votes",
    of: "memory",
    aims: [({ tools, cell }) => cellVote(tools, cell)],
    heart: ["vote-close", "/vote close"],
  },
  {
    name: "charter",
    of: "memory",
    aims: [({ tools, cell }) => charter(tools, cell)],
    heart: ["/charter note", "/charter amend"],
  },
  {
    name: "decisions",
    of: "memory",
    aims: [
      (stage) => {
        const group = either(stage, 25);
        return contested(stage.tools, group, () => (group === stage.council ? group.delegates() : group.voters()));
      },
      (stage) => agreed(stage.tools, either(stage, 25)),
    ],
    heart: ["/decide object", "/decide vote", "/decide supersede", "decision-review"],
  },
  { name: "care", aims: [({ tools, cell }) => ledger(tools, cell)], heart: ["/care give", "/care checkin"] },
  {
    name: "needs",
    of: "memory",
    when: "first",
    aims: [({ tools, cell }) => askedCare(tools, cell)],
    heart: ["care-need-tell", "care-need-over", "care-need-gone"],
  },
  {
    name: "fund",
    of: "memory",
    when: "first",
    aims: [({ tools, cell }) => money(tools, cell), ({ tools, cell }) => book(tools, cell)],
    heart: ["/fund ask", "/fund approve", "/fund refuse", "/fund undo"],
  },
  {
    name: "alerts",
    of: "memory",
    settled: true,
    aims: [({ tools, cell }) => alert(tools, cell)],
    heart: ["/alert confirm"],
  },
  {
    name: "emergency-card",
    when: "first",
    aims: [({ tools, cell }) => emergencyCard(tools, cell)],
    heart: ["/help-now confirm", "/help-now refuse"],
  },
  {
    name: "elections",
    aims: [({ tools, cell, council }) => election(tools, cell, council)],
    heart: ["/delegate mandate", "/delegate recall", "/delegate step-down"],
  },
  {
    name: "assemblies",
    when: "first",
    aims: [({ tools, cells, council }) => assembly(tools, cells, council)],
    heart: ["/assembly close", "assembly-close"],
  },
  {
    name: "dates",
    of: "memory",
    when: "first",
    aims: [({ tools, cells, council }) => dates(tools, cells, council)],
    heart: ["date-close"],
  },
  { name: "accounts", aims: [({ tools }) => linking(tools)], heart: ["/me unlink", "/me cell"] },
  {
    name: "goings",
    when: "last",
    aims: [({ tools }) => going(tools), (stage) => leaderless(stage.tools, either(stage, 50))],
    heart: ["/me leave", "/me forget", "leaves"],
  },
  { name: "self", aims: [({ tools }) => self(tools)], heart: ["/me zone", "/me calendar"] },
  {
    name: "phases",
    of: "memory",
    when: "first",
    aims: [({ tools, cell }) => season(tools, cell)],
    heart: ["phase-turn"],
  },
  {
    name: "machine",
    aims: [({ tools }) => machine(tools), (stage) => rejoined(stage.tools, either(stage, 50))],
    heart: ["removed", "/cell leave", "/council leave"],
  },
  {
    name: "federation",
    aims: [({ tools, cell, council }) => federation(tools, cell, council)],
    heart: ["/steward add", "/steward remove"],
  },
];

/** In every hand besides: nothing brings more features together. */
const parting: Feature = {
  name: "parting",
  aims: [({ tools, cell }) => promised(tools, cell)],
  heart: ["/me leave", "/me forget", "leaves"],
};

/**
 * Features by name, or by what they belong to; all of them where none is named.
 * @throws {Error} for a name that is none
 */
export function featuresOf(names: readonly string[]): readonly Feature[] {
  for (const name of names) {
    if (features.some((one) => one.name === name || one.of === name)) continue;
    const known = new Set(features.flatMap(({ name: own, of }) => [own, ...(of === undefined ? [] : [of])]));
    throw new Error(`There is no aim ${name}, but ${[...known].join(", ")}.`);
  }
  return names.length === 0
    ? features
    : features.filter(({ name, of = "" }) => names.includes(name) || names.includes(of));
}

/** So many features are dealt to a seed: about what it can play. */
export const handSize = 14;

/** One feature of a hand; `turn`: how often it has been dealt before, which says which of its aims is played. */
export interface Dealt {
  readonly feature: Feature;
  readonly turn: number;
}

/**
 * What a seed plays. Seeds are dealt from one deck after another, each shuffled by its own number: of any twenty seeds in a
 * row each plays its share of all features, and each feature is played equally often, its aims in turn.
 */
export function handOf(seed: number, from: readonly Feature[] = features): readonly Dealt[] {
  const first = seed * handSize;
  const hand: Dealt[] = [];
  let deck: { readonly turn: number; readonly order: readonly Feature[] } | undefined;
  for (let card = first; card < first + handSize; card++) {
    const turn = Math.floor(card / from.length);
    if (deck?.turn !== turn) deck = { turn, order: new Dice(turn).shuffled(from) };
    const feature = deck.order[card % from.length];
    if (feature !== undefined) hand.push({ feature, turn });
  }
  return hand;
}

const rank = ({ feature: { when } }: Dealt): number => (when === "first" ? 0 : when === undefined ? 1 : 2);

/** The aims of a story, one after another: those that it was dealt, then any. */
export class Aims {
  readonly #tools: Tools;
  readonly #groups: readonly Troupe[];
  readonly #features: readonly Feature[];
  readonly #hand: Dealt[];

  constructor(tools: Tools, seed: number, of: readonly Feature[] = features) {
    this.#tools = tools;
    this.#features = of;
    this.#groups = tools.world.groups.map((group) => new Troupe(tools, group));
    this.#hand = tools.dice.shuffled(handOf(seed, of)).sort((one, other) => rank(one) - rank(other));
    this.#hand.splice(Math.floor(handSize / 2), 0, { feature: parting, turn: 0 });
  }

  /** Whether the story begins when people have been there for more than a week. */
  get settled(): boolean {
    return this.#hand.some(({ feature }) => feature.settled === true);
  }

  async next(): Promise<Aim> {
    const { dice } = this.#tools;
    const { feature, turn } = this.#hand.shift() ?? { feature: dice.pick(this.#features), turn: dice.integer(2) };
    const aim = feature.aims[turn % feature.aims.length];
    const council = this.#groups.find(({ group }) => group.kind === "council");
    if (aim === undefined || council === undefined) throw new Error("the story has no council, or a feature no aim");
    const cells = this.#groups.filter(({ group }) => group.kind === "cell" && group.federation === 1);
    // Where nobody leads little can be done.
    const led: Troupe[] = [];
    for (const cell of cells) if (await cell.isLed()) led.push(cell);
    const cell = dice.pick(led.length > 0 && dice.chance(93) ? led : cells);
    return aim({ tools: this.#tools, cell, cells: led.length > 0 ? led : cells, council });
  }
}
