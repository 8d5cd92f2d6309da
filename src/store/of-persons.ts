/**
 * What a part of the store says of the rows in which people stand: what happens to them when somebody leaves a cell, counts
 * in another one, turns out to be one with another account, is forgotten, reads what is held about them, and when the
 * retention passes; and when a cell leaves a council (docs/rules.md, "People and permission"). Each repository that holds something
 * of persons has one such object, and src/store/coming-and-going.ts walks them all: nothing else keeps a list.
 *
 * No answer is a default. Where nothing happens it says so, and why. Whoever counts on somebody who goes is told by a job,
 * which the step plans; what the person who goes is to be told goes to `note`.
 */
import type { Drive } from "../domain/drives.ts";
import type { Prisma } from "./generated/sqlite/client.ts";

/** Nothing happens there. */
export interface Nothing {
  /** Why not. */
  readonly nothing: string;
}

export const nothing = (why: string): Nothing => ({ nothing: why });

/** A person, as much of them as the steps need: src/store/people/records.ts `Person` is one. */
export interface Who {
  readonly id: string;
  /** The cell in which they count. */
  readonly cellId: string | undefined;
  /** How many members vouch for them. */
  readonly vouched: number;
}

/** What the person who goes is told of what became of theirs. */
export type Effect =
  | { readonly kind: "answers-moved"; readonly drives: readonly Drive[] }
  | { readonly kind: "answers-withdrawn"; readonly drives: readonly Drive[] };

interface Going {
  /** Something that the person is to be told. */
  note(effect: Effect): void;
}

/** Somebody is no member of a cell any more. */
export interface LeavesCell extends Going {
  /** As they are now: the membership has ended, and they count where they count from now on. */
  readonly person: Who;
  readonly cellId: string;
}

/** Somebody counts in another cell now, or in none. They may be a member of the old one still. */
export interface CountsElsewhere extends Going {
  /** As they are now. */
  readonly person: Who;
  /** Where they counted. */
  readonly from: string;
}

/** Two persons turn out to be one. */
export interface BecomesOne extends Going {
  /** As they are now: with the accounts, memberships and vouches of both. */
  readonly first: Who;
  /** Whose rows become the other's. The person is removed afterwards. */
  readonly second: string;
  /** Whose answer stands, by the id of a drive that both have answered. */
  readonly stands: ReadonlyMap<string, "first" | "second">;
}

/** Somebody is about to be forgotten; their person and accounts are removed afterwards. */
export interface IsForgotten extends Going {
  readonly person: Who;
  /** Ids of their accounts. */
  readonly accounts: readonly string[];
  /** As whose what is theirs alone is kept: the HMACs of their accounts (src/store/buttons.ts). */
  readonly owners: readonly string[];
}

/** Who reads what is held about them. */
export interface Exported {
  readonly personId: string;
  readonly accounts: readonly string[];
  readonly owners: readonly string[];
}

/** A cell sends nobody to a council any more. */
export interface CellLeavesCouncil {
  readonly councilId: string;
  readonly cellId: string;
}

type Step<Event> = ((event: Event) => Promise<void>) | Nothing;

/** A part of an export: what it is called there, and what is said. No two parts have the same name. */
export type Part = Readonly<Record<string, unknown>>;

/** What is older than the federation keeps it, of one part of the store. */
export interface Retention {
  /** A query that gives a row where something is: all parts are asked in one statement, most of them in vain. */
  readonly due: Prisma.Sql;
  /** Removes it. */
  clear(): Promise<void>;
}

/** What becomes of the rows in which people stand. */
export interface OfPersons {
  /** The models whose rows these are: each model that refers to people has one owner. */
  readonly tables: readonly Prisma.ModelName[];
  readonly leavesCell: Step<LeavesCell>;
  readonly countsElsewhere: Step<CountsElsewhere>;
  readonly becomesOne: Step<BecomesOne>;
  readonly forgotten: Step<IsForgotten>;
  /** Everything that is held about a person, for them to read. Names of others are not in it. */
  readonly exported: ((of: Exported) => Promise<Part>) | Nothing;
  /** A thing that has an end plans a job of its own for it instead. */
  readonly retention: Retention | Nothing;
  readonly cellLeavesCouncil: Step<CellLeavesCouncil>;
}
