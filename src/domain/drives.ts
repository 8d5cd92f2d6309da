/** What a pledge drive is, and who may see what of it when. Rules: docs/rules.md, "Pledge drives". */
import type { Goal } from "./pledges.ts";

export const scopes = ["cell", "sector", "federation"] as const;
export type Scope = (typeof scopes)[number];

/** When numbers are shown: always, once the goal is met, once the drive is closed. */
export const reveals = ["live", "at-goal", "at-close"] as const;
export type Reveal = (typeof reveals)[number];

/** What is said at the close of the whole drive and its goal: `closing` in publication.ts. */
export interface Final {
  readonly firm: number;
  /** Whether that is exact, rather than as of the last count. Of a drive that closed before it could be otherwise it is not kept. */
  readonly exact?: boolean;
  readonly goal: "met" | "missed" | "undecided" | "uncounted";
}

/** A call for commitments. Times in milliseconds since 1970. */
export interface Drive {
  readonly id: string;
  /** Within the federation, for people to type. */
  readonly number: number;
  readonly question: string;
  readonly name: string | undefined;
  /** Lines that stand on card and poster. */
  readonly demands: readonly string[];
  /** Ways to join, in words; the first is what the goal counts. None where there is but one. */
  readonly ways: readonly string[];
  /** The drive that it follows (id). */
  readonly afterId: string | undefined;
  readonly scope: Scope;
  /** The cell that opened it; the scope `cell` is this one. */
  readonly cellId: string;
  /** Ids, for the scope `sector`. */
  readonly sectors: readonly string[];
  /** Ids of the cells that were in these at the opening: they stay in the drive. */
  readonly cells: readonly string[];
  /** Firm pledges to reach. */
  readonly goal: number;
  readonly goalPercent: number | undefined;
  /** Least firm pledges in each sector; 0 is none. */
  readonly minimum: number;
  readonly reveal: Reveal;
  readonly openedAt: number;
  readonly deadline: number;
  readonly closedAt: number | undefined;
  readonly goalAt: number | undefined;
  readonly remindedAt: number | undefined;
  readonly answered: boolean;
  /** `k` at the opening. */
  readonly smallestGroup: number;
  /** Minutes between two steps, as of the opening. */
  readonly stepMinutes: number;
  readonly final: Final | undefined;
  /** When the retention removed what was personal. */
  readonly clearedAt: number | undefined;
}

/** What may be changed. After the first answer only `question`, `name`, `demands` and `deadline`: the command sees to it. */
export interface DriveChanges {
  readonly question?: string;
  readonly name?: string;
  readonly demands?: readonly string[];
  readonly ways?: readonly string[];
  /** The drive (id) that it follows from now on, or none. */
  readonly after?: { readonly id: string | undefined };
  readonly deadline?: number;
  readonly goal?: Goal;
  readonly minimum?: number;
  readonly reveal?: Reveal;
}

/** What became of `/pledge done`. */
export type Kept = "recorded" | "other-way" | "already" | "open" | "no-pledge" | "not-firm" | "cleared";

/** One sector's line. In a drive of several cells it is as of the last count. */
export interface SectorFigures {
  readonly sectorId: string;
  readonly firm: number;
  /** Nobody once the drive is closed. */
  readonly waiting: number;
  readonly kept: number;
}

/**
 * What a reader in one place may see of a drive: on cards, in tallies, lists and minutes. All but `own` and `hint` is the same
 * for everybody.
 */
export interface Figures {
  /** Firm in the whole drive. */
  readonly firm: number;
  /** Nobody once the drive is closed. */
  readonly waiting: number;
  /** Whether `firm` is exact, rather than as of the last count. */
  readonly exact: boolean;
  /** Whether parts are left out, since they add up to more than the total. */
  readonly leftOut: boolean;
  /** '37 more hold if 60 are in'. */
  readonly hint: { readonly more: number; readonly in: number } | undefined;
  /** The reader's own cell, exactly; not there for who is in no cell of the drive. */
  readonly own:
    { readonly firm: number; readonly waiting: number; readonly unvouched: number; readonly kept: number } | undefined;
  readonly sectors: readonly SectorFigures[];
  /** People in each way of joining but the first, in their order. In a drive of several cells as of the last count. */
  readonly ways: readonly number[];
  /** The same in the reader's own cell, exactly; not there for who is in no cell of the drive. */
  readonly ownWays: readonly number[] | undefined;
}

/** The most demands of a drive and the longest of them, and the same of ways to join. Lengths in code points. */
export const demandLimits = { most: 5, longest: 120 } as const;
export const wayLimits = { most: 5, longest: 30 } as const;

/** Kinds of jobs that src/store/drives/ plans; their runners are in commands/drive. */
export const driveJobs = {
  /** A moment of the grid. Payload: `drive`, `due`. */
  step: "drive-step",
  /** The deadline. Payload: `drive`. */
  close: "drive-close",
  /** The goal of a drive of one cell may have been met by something other than an answer. Payload: `drive`. */
  goal: "drive-goal",
  /** The retention. Payload: `drive`. */
  clear: "drive-clear",
  /** The card says anew how much time is left. Payload: `drive`. */
  clock: "drive-clock",
} as const;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** With more than so much time left, a card says it in these steps. Milliseconds. */
const clockSteps = [
  { above: day, step: day },
  { above: 3 * hour, step: hour },
  { above: hour, step: 30 * minute },
] as const;
const lastSteps = { above: 0, step: 15 * minute } as const;

/**
 * How much time is left, as a card says it: to the nearest whole day, later hour or part of one, so that it says so for a
 * while; and with how much left it says something else (undefined: never again). All in milliseconds.
 *
 * @param left time until the deadline
 */
export function clockOf(left: number): { readonly says: number; readonly until: number | undefined } {
  const minutes = Math.round(left / minute) * minute;
  const { above, step } = clockSteps.find((one) => minutes > one.above) ?? lastSteps;
  const says = Math.max(step, Math.round(minutes / step) * step);
  // At the half it is still the longer time.
  const least = Math.max(Math.ceil((says - step / 2) / minute) * minute, above + minute);
  return { says, until: says > lastSteps.step ? least - minute / 2 - 1 : undefined };
}

/** The kind of the live message that shows a drive. */
export const driveCard = "drive";

/**
 * What is announced of a drive in every chat of its scope. The opening is not among them: it is the card that appears,
 * and its receipts are the cards' own.
 */
export const announcements = ["edited", "reminded", "goal", "closed"] as const;
export type Announcement = (typeof announcements)[number];

/** What the ids of all broadcasts of a drive begin with. */
export const announcementsOf = (driveId: string): string => `drive:${driveId}:`;

/**
 * The id of a broadcast of a drive. The ids of one drive ascend with time, so that the latest is found without looking
 * at the others; at one moment, in the order of `announcements`.
 */
export function announcementId(driveId: string, what: Announcement, at: number): string {
  const moment = at.toString(36).padStart(9, "0");
  return `${announcementsOf(driveId)}${moment}${announcements.indexOf(what)}`;
}

/** Whether numbers of a drive are shown to anybody now. With `at-goal`, one that missed its goal is shown at its close. */
export function numbersShown({ reveal, goalAt, closedAt }: Drive): boolean {
  if (reveal === "live" || closedAt !== undefined) return true;
  return reveal === "at-goal" && goalAt !== undefined;
}

/** Whether the goal is announced while the drive is open. */
export const saysGoal = ({ reveal, goalAt }: Drive): boolean => reveal !== "at-close" && goalAt === undefined;

/** Whether answers are taken. A drive whose deadline has passed is closed, even before the job has come round to it. */
export const isOpen = ({ closedAt, deadline }: Drive, now: number): boolean => closedAt === undefined && now < deadline;

/**
 * Whether a cell is in the drive's scope: the sector in which it was at the opening counts, or, if it was made later, the one
 * in which it is.
 */
export function concerns(
  drive: Drive,
  cell: { readonly id: string; readonly sectorId: string; readonly createdAt: number },
): boolean {
  if (drive.scope === "federation") return true;
  if (drive.scope === "cell") return drive.cellId === cell.id;
  return drive.cells.includes(cell.id) || (cell.createdAt > drive.openedAt && drive.sectors.includes(cell.sectorId));
}
