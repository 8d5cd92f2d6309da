/**
 * Dates: a council proposes days to its cells, each cell says which of them it can, and the council agrees on one by a vote.
 * Rules: docs/rules.md, "Dates".
 *
 * States of a proposal: open (cells answer) -> closed, after 72 hours, when what they said is counted once, published once, and
 * the answers are deleted; then a day is voted on, and agreed where the vote carries it. Another vote may agree on another day
 * later, which takes its place. Until the day is over it can be called off: before a day is agreed on by a word, then by a vote.
 *
 * Days are dates of the calendar ("2026-05-01"), the same in every zone. Moments are milliseconds since 1970.
 */
import type { Unit } from "./publication.ts";
import { addDays, localParts, wallClock } from "./time.ts";

/** The kind of the card that shows a proposal; its subject is the proposal's id. */
export const dateCard = "date";

/** What the card in a cell's chat is made of besides: how many of that cell have answered. */
export const dateTurnout = "date-turnout";
/** Its subject. */
export const turnoutOf = (dateId: string, cellId: string): string => `${dateId}:${cellId}`;

/** What falls due for a proposal, by the name of its job. */
export const dateJobs = {
  remind: "date-remind",
  close: "date-close",
  agreed: "date-agreed",
  off: "date-off",
  debrief: "date-debrief",
} as const;

/** On the morning after an agreed day its cells are asked what they have learnt: minutes of the day. */
export const debriefAt = 10 * 60;

/** How long cells have to answer. */
export const answerFor = 72 * 60 * 60_000;
/** So long before the end, cells that have not answered are reminded, in their chats. */
export const remindBefore = 24 * 60 * 60_000;
/** As many days as one proposal can have: a row of buttons for each (Discord has five). */
export const mostDays = 5;
/** Proposals of one council to which cells answer at once. */
export const mostOpenDates = 3;
/** A day lies at most so many days ahead. */
export const furthestDay = 366;

/** What somebody says of a day. */
export const sayings = ["can", "cannot"] as const;
export type Saying = (typeof sayings)[number];

/** What a cell, or some that are counted together, says of a day. */
export type Verdict = "possible" | "impossible" | "tie" | "no-answer";

/** How many of some people have said what of a day. */
export interface DayCount {
  readonly can: number;
  readonly cannot: number;
  /** All who could answer, those who have among them. */
  readonly members: number;
}

/** Most of those who answered decide, at least a third of the members having answered; a tie abstains. */
export function verdictOf({ can, cannot, members }: DayCount): Verdict {
  const answered = can + cannot;
  if (answered === 0 || 3 * answered < members) return "no-answer";
  return can > cannot ? "possible" : can < cannot ? "impossible" : "tie";
}

/**
 * The same, as others may see it. Units have at least `2k` members when a proposal is made, but for what is left over; one that
 * has fewer by the close is shown only where at least `k` of it answered.
 */
export function publishedVerdict(count: DayCount, k: number): Verdict {
  return count.members < 2 * k && count.can + count.cannot < k ? "no-answer" : verdictOf(count);
}

/** How many people of a cell must have answered. */
export const neededOf = (members: number): number => Math.max(1, Math.ceil(members / 3));

/** Somebody who could answer: the cell in which they count, and what they said of each day. */
export interface Voice {
  readonly cellId: string;
  readonly said: readonly (Saying | undefined)[];
}

/** What is kept of a proposal whose time is over: for each unit and each cell, a verdict for each day. */
export interface DateResult {
  readonly units: readonly {
    /** Empty for the unit 'others'. */
    readonly sectorId?: string;
    /** How many cells are counted together in it. */
    readonly cells: number;
    readonly verdicts: readonly Verdict[];
  }[];
  /** For its own chats: what a cell said that has at least `2k` members, or of which at least `k` people have answered. */
  readonly own: Readonly<Record<string, readonly Verdict[]>>;
}

/**
 * Counts what was said, once.
 * @param cells those that are in the council now; a unit is of those of its cells that are
 * @param voices everybody who counts in one of these cells
 */
export function countDates(
  units: readonly Unit[],
  cells: ReadonlySet<string>,
  voices: readonly Voice[],
  days: number,
  k: number,
): DateResult {
  const byCell = Map.groupBy(voices, ({ cellId }) => cellId);
  const countsOf = (ids: readonly string[]): readonly DayCount[] => {
    const of = ids.flatMap((id) => byCell.get(id) ?? []);
    return Array.from({ length: days }, (_, day) => ({
      can: of.filter(({ said }) => said[day] === "can").length,
      cannot: of.filter(({ said }) => said[day] === "cannot").length,
      members: of.length,
    }));
  };
  const there = units
    .map((unit) => ({ ...unit, cells: unit.cells.filter((id) => cells.has(id)) }))
    .filter((unit) => unit.cells.length > 0);
  const own = there
    .flatMap((unit) => unit.cells)
    .flatMap((id) => {
      const people = byCell.get(id) ?? [];
      const answered = people.filter(({ said }) => said.some((one) => one !== undefined)).length;
      return answered < k && people.length < 2 * k
        ? []
        : [[id, countsOf([id]).map((one) => publishedVerdict(one, k))] as const];
    });
  return {
    units: there.map(({ sector, cells: ids }) => ({
      ...(sector === undefined ? {} : { sectorId: sector }),
      cells: ids.length,
      verdicts: countsOf(ids).map((one) => publishedVerdict(one, k)),
    })),
    own: Object.fromEntries(own),
  };
}

/** A line of the roster: for each day, how many of a sector's cells say what. */
export interface RosterLine {
  /** Undefined: cells of small sectors, counted together. */
  readonly sectorId: string | undefined;
  readonly cells: number;
  readonly days: readonly Readonly<Record<Verdict, number>>[];
}

/** By sector, in the order of their units; what is in no sector comes last. Cells that are counted together count alike. */
export function rosterOf({ units }: DateResult): readonly RosterLine[] {
  const bySector = Map.groupBy(units, ({ sectorId }) => sectorId);
  const lines = [...bySector].map(([sectorId, of]) => ({
    sectorId,
    cells: of.reduce((sum, { cells }) => sum + cells, 0),
    days: (of[0]?.verdicts ?? []).map((_, day) => {
      const cellsOf = (verdict: Verdict): number =>
        of.reduce((sum, { cells, verdicts }) => (verdicts[day] === verdict ? sum + cells : sum), 0);
      return {
        possible: cellsOf("possible"),
        impossible: cellsOf("impossible"),
        tie: cellsOf("tie"),
        "no-answer": cellsOf("no-answer"),
      };
    }),
  }));
  return lines.toSorted((a, b) => Number(a.sectorId === undefined) - Number(b.sectorId === undefined));
}

/** Days that a council proposes to its cells. */
export interface DateProposal {
  readonly id: string;
  readonly councilId: string;
  /** Within the council, for people to type. */
  readonly number: number;
  readonly what: string;
  /** Dates of the calendar, in their order. */
  readonly days: readonly string[];
  /** The drive whose published figures stand beside the roster. */
  readonly driveId: string | undefined;
  readonly smallestGroup: number;
  readonly units: readonly Unit[];
  readonly openedAt: number;
  readonly closesAt: number;
  readonly closedAt: number | undefined;
  readonly result: DateResult | undefined;
  /** The latest vote about it, and about which of its days; without a day: about calling off the one that was agreed on. */
  readonly voteId: string | undefined;
  readonly votedDay: string | undefined;
  /** What was agreed on. */
  readonly agreedDay: string | undefined;
  readonly agreedAt: number | undefined;
  /** How often a day was agreed on: 2 where it was moved once. */
  readonly agreements: number;
  /** When it was called off: the question, or the day that was agreed on. */
  readonly cancelledAt: number | undefined;
}

/** One of whose days was agreed on, and which is not called off. */
export interface AgreedDate extends DateProposal {
  readonly agreedDay: string;
  readonly agreedAt: number;
}

export const isAgreed = (of: DateProposal): of is AgreedDate =>
  of.agreedDay !== undefined && of.agreedAt !== undefined && of.cancelledAt === undefined;

/** The day after which there is nothing to call off any more: that which was agreed on, else the last that was proposed. */
export const lastDay = ({ agreedDay, days }: DateProposal): string => agreedDay ?? days.at(-1) ?? "";

/** Whether cells can answer. */
export const isAnswered = ({ closedAt, closesAt }: DateProposal, now: number): boolean =>
  closedAt === undefined && now < closesAt;

/** The first day that can be proposed, as the clock of the council has it: cells have answered by then. */
export const firstDay = (now: number, zone: string): string => addDays(localParts(now + answerFor, zone).date, 1);

/** A moment that is on this day in that zone, to be shown as a date. */
export const noonOf = (day: string, zone: string): number => wallClock(day, 12 * 60, zone);
