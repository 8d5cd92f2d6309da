/** What the files of this folder share: kinds of rows, what is read from a row without asking the database, and how answers are written. */
import type { Drive, Reveal, Scope } from "../../domain/drives.ts";
import type { Answer, Goal, Target } from "../../domain/pledges.ts";
import type { Account } from "../../domain/publication.ts";
import type { Held } from "./answers.ts";

export const minute = 60_000;
/** In milliseconds, as all times here. */
export const hour = 60 * minute;
export const day = 24 * hour;

export interface NewDrive {
  readonly question: string;
  readonly name: string | undefined;
  readonly demands?: readonly string[];
  readonly ways?: readonly string[];
  /** The drive that it follows (id). */
  readonly afterId?: string | undefined;
  readonly scope: Scope;
  readonly cellId: string;
  /** Ids, for the scope `sector`; otherwise empty. */
  readonly sectors: readonly string[];
  readonly createdById: string;
  readonly goal: Goal;
  readonly minimum: number;
  readonly reveal: Reveal;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/** Who answers: a person who counts in a cell. */
export interface Answerer {
  readonly id: string;
  readonly cellId: string | undefined;
  /** How many vouch for them. */
  readonly vouched: number;
}

/** What became of an answer. */
export type Answered =
  | {
      readonly outcome: "recorded";
      /** The answer before; `withdrawn` if there was none. */
      readonly before: Answer;
      /** False: shown apart until enough members have vouched. */
      readonly counted: boolean;
      /** This answer met the goal of a drive of one cell: it is to be announced, once. */
      readonly goalReached: boolean;
    }
  | { readonly outcome: "closed" }
  /** The person counts in a cell (or in none) that is not in the drive's scope. */
  | { readonly outcome: "elsewhere" };

/** A person's own answer, for themselves. */
export interface OwnAnswer {
  readonly answer: Answer;
  readonly counted: boolean;
  readonly kept: boolean;
}

/** An open drive that two persons, who turn out to be one, have answered differently. */
export interface Contested {
  readonly drive: Drive;
  readonly first: Answer;
  readonly second: Answer;
  /** The two answers, so that a choice between them is worth nothing once one has changed. */
  readonly key: string;
}

/** What becomes of the answers of two persons who turn out to be one. */
export interface BothAnswers {
  readonly contested: readonly Contested[];
  /** Open drives of the second whose scope does not have the cell in which the person will count. */
  readonly lost: readonly Drive[];
  /** How many closed drives have counted both. */
  readonly closedTwice: number;
}

/** What a cell's own people see of it after the close, and what their conditions were held against: `DriveCell.final`. */
export interface CellFinal {
  readonly firm: number;
  readonly waiting: number;
  readonly reached: number;
  readonly inSector: number;
}

/** What a step or the close came to. */
export interface Stepped {
  readonly drive: Drive;
  /** The goal was met now, for the first time. */
  readonly goalReached: boolean;
}

/** The text that is stored: `in`, `if:N`, `if:N:sector`, `way:N` (its place, from 1), `out`. */
export function writeAnswer(answer: Answer): string {
  if (answer === "withdrawn") return "out";
  if (answer.scope === "none") return "in";
  if (answer.scope === "way") return `way:${answer.way}`;
  return answer.scope === "sector" ? `if:${answer.others}:sector` : `if:${answer.others}`;
}

/** @throws RangeError if the text did not come from `writeAnswer`. */
export function readAnswer(text: string): Answer {
  if (text === "out") return "withdrawn";
  if (text === "in") return { scope: "none" };
  const way = /^way:([1-9])$/.exec(text)?.[1];
  if (way !== undefined) return { scope: "way", way: Number(way) };
  const [, others, sector] = /^if:(\d+)(:sector)?$/.exec(text) ?? [];
  if (others === undefined) throw new RangeError("not an answer");
  return { scope: sector === undefined ? "drive" : "sector", others: Number(others) };
}

/** A pledge of a person, with what is known of its cell and unit. */
interface PledgeRow {
  readonly pledgeId: string | null;
  readonly pledgeCell: string | null;
  readonly answer: string | null;
  readonly atStep: string | null;
  /** Whether it was said to be kept, and when it was given (milliseconds since 1970). */
  readonly kept: boolean | null;
  readonly answeredAt: number | null;
  readonly pledgeStep: number | null;
  readonly counted: boolean | null;
  /** The unit that still publishes `atStep`, though the pledge does not count there any more. */
  readonly away: string | null;
}

/** The person's cell in the drive, and their pledge. */
export interface PlaceRow extends PledgeRow {
  readonly histogram: string;
  readonly sectorId: string;
  readonly unvouched: number;
  readonly unitId: string | null;
  readonly steps: number | null;
  readonly changed: number | null;
  readonly closed: number;
  /** The drive's own key, if anybody has gone. */
  readonly sealedKey: string | null;
}

/** The same as it is stored. */
export type SealedPlaceRow = Omit<PlaceRow, "answer" | "atStep" | "kept" | "answeredAt"> & {
  readonly sealedAnswer: string | null;
};

/** A place with a pledge. */
export interface StandingRow extends PlaceRow {
  readonly pledgeId: string;
  readonly pledgeCell: string;
  readonly answer: string;
}

/** What its pledge holds. */
export const heldAt = ({ answer, atStep, kept, answeredAt }: StandingRow): Held => ({
  answer,
  atStep: atStep ?? "out",
  kept: kept ?? false,
  at: answeredAt ?? 0,
});

export const isStanding = (place: PlaceRow): place is StandingRow =>
  place.pledgeId !== null && place.pledgeCell !== null && place.answer !== null;

/** For what place each text is sealed: see sealing.ts. */
export const purposes = {
  question: "Drive.sealedQuestion",
  name: "Drive.sealedName",
  demands: "Drive.sealedDemands",
  ways: "Drive.sealedWays",
  key: "Drive.sealedKey",
} as const;

/** A cell at the opening. */
export interface CellOfDrive {
  readonly id: string;
  readonly sector: string;
  readonly members: number;
}

/** The answer as it counts. */
export const countedAnswer = ({ answer, counted }: PledgeRow): Answer =>
  answer === null || counted === false ? "withdrawn" : readAnswer(answer);

/** The pledge for the rules of publication; its cell is the one that the place describes. */
export function accountOf(place: PlaceRow): Account {
  return { unit: place.unitId ?? undefined, answer: countedAnswer(place), published: publishedOf(place) };
}

function publishedOf(place: PlaceRow): Account["published"] {
  const unit = place.away ?? place.unitId;
  if (place.pledgeId === null || place.atStep === null || unit === null) return undefined;
  // A pledge last changed before the newest step has its answer as the one at that step.
  const stepped = place.away === null && (place.pledgeStep ?? 0) < (place.steps ?? 0);
  const answer = stepped ? countedAnswer(place) : readAnswer(place.atStep);
  return answer === "withdrawn" ? undefined : { unit, answer };
}

/** What is kept of where an account is published, in a cell whose unit has taken so many steps. */
export const publishedColumns = ({ unit, published }: Account, steps: number | null) => ({
  atStep: writeAnswer(published?.answer ?? "withdrawn"),
  step: steps ?? 0,
  awayUnitId: published !== undefined && published.unit !== unit ? published.unit : null,
});

/** 1 for a standing answer that does not count yet. */
export const apart = (answer: Answer, counted: boolean): 0 | 1 => (!counted && answer !== "withdrawn" ? 1 : 0);

/** SQLite has no booleans: Prisma keeps them as 0 and 1. */
export const bool = (value: boolean, provider: "sqlite" | "postgresql"): boolean | number =>
  provider === "sqlite" ? (value ? 1 : 0) : value;

export function targetOf({ goal, minimum }: Drive, sectorIds: readonly string[]): Target {
  return { people: goal, minimum: new Map(minimum > 0 ? sectorIds.map((id) => [id, minimum]) : []) };
}
