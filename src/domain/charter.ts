/**
 * The charter: the numbered rules of a cell, and the notes in its margin. Rules: docs/rules.md, "Charter".
 *
 * A rule is a decision that has a number here; it gets the next one when it first stands, and keeps it when another decision
 * takes its place. So the charter is what holds of those decisions, and its version counts how often that has changed.
 *
 * States of a note: written -> shown, with all others, at 18:00 -> dealt with, when the cell has met after that. One that is
 * hidden has lost its words.
 */
import { addDays, localParts, wallClock } from "./time.ts";
import { isInForce, type Decision } from "./decisions.ts";

/** What falls due for a charter, by the name of its job. */
export const charterJobs = { notes: "charter-notes" } as const;

/** The longest note, in characters. */
export const longestNote = 280;
/** Open notes of one person in one cell. */
export const mostNotes = 3;
/** Rules of one charter. */
export const mostRules = 60;
/** Minutes of the day at which notes are shown. */
const showMinute = 18 * 60;

/** A rule as it holds. */
export interface CharterRule {
  readonly number: number;
  readonly text: string;
  /** The decision that it is. */
  readonly decision: Decision;
}

export interface Charter {
  readonly rules: readonly CharterRule[];
  /** How often it has changed; 0: there is none yet. */
  readonly version: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly since: number | undefined;
}

/** The number of the rule that a decision is, if it is one and has stood. */
const ruleOf = ({ rule, state }: Decision): number | undefined =>
  rule !== undefined && rule > 0 && state === "stands" ? rule : undefined;

/** The charter as it holds, from all decisions of the cell. */
export function charterOf(all: readonly Decision[]): Charter {
  const stood = all.filter((one) => ruleOf(one) !== undefined);
  const rules = stood
    .filter((one) => isInForce(all, one))
    .map((one) => ({ number: ruleOf(one) ?? 0, text: one.text, decision: one }))
    .sort((a, b) => a.number - b.number);
  const times = stood.flatMap(({ settledAt }) => settledAt ?? []);
  return { rules, version: stood.length, since: times.length === 0 ? undefined : Math.max(...times) };
}

/** When notes that are written now are shown: the next 18:00 on the clock of the cell. In milliseconds since 1970. */
export function nextShowing(now: number, zone: string): number {
  const { date } = localParts(now, zone);
  const today = wallClock(date, showMinute, zone);
  return today > now ? today : wallClock(addDays(date, 1), showMinute, zone);
}

/** A note in the margin of a rule. Whose it is stands nowhere in it. */
export interface MarginNote {
  readonly id: string;
  /** Within the cell, from when it is shown, for people to type. */
  readonly number: number | undefined;
  /** Of the rule. */
  readonly rule: number;
  /** None in one that was hidden. */
  readonly text: string | undefined;
  /** When it was shown. */
  readonly shownAt: number | undefined;
}

/** Whether a note is open: no meeting of the cell has begun since it was shown. `last`: when the cell last met. */
export const isOpenNote = ({ shownAt }: Pick<MarginNote, "shownAt">, last: number | undefined): boolean =>
  shownAt === undefined || last === undefined || last <= shownAt;

/** Letters of a line, and lines of a page, on the wall at its smallest: fewer than there would be room for. */
const lettersInLine = 45;
const linesOnPage = 32;

/** On how many pages the charter is printed, so that it can be read from the wall. */
export function pagesFor(rules: readonly Pick<CharterRule, "text">[]): number {
  // The heading, and the gap after each rule, take lines too.
  const lines = rules.reduce((sum, { text }) => sum + Math.ceil([...text].length / lettersInLine) + 0.6, 4);
  return Math.max(1, Math.ceil(lines / linesOnPage));
}
