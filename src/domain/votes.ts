/**
 * Majorities, in exact integers. Rules: docs/rules.md, "Votes".
 *
 * A vote of an assembly is counted by seats (each seat that somebody represents has one voice) or by cells (each cell has
 * one voice: that of more of its seats). Who represents a seat is found out by `representatives` in ./assemblies.ts. A vote
 * of a cell is counted by its members: each has one voice, and is present by giving it.
 */
import { pollLasts, pollQuorumNeeded } from "./elections.ts";

/** A part of a whole, in lowest terms: 2/3 is `{ num: 2, den: 3 }`. */
export interface Fraction {
  readonly num: number;
  readonly den: number;
}

export const moreThanHalf: Fraction = { num: 1, den: 2 };
export const twoThirds: Fraction = { num: 2, den: 3 };

/** The greatest denominator that people may write. */
export const largestDenominator = 100;

/** The part in lowest terms; undefined for what is no part of a whole. */
export function fraction(num: number, den: number): Fraction | undefined {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || num < 1 || den < num || den > largestDenominator) {
    return undefined;
  }
  const by = commonDivisor(num, den);
  return { num: num / by, den: den / by };
}

/**
 * The same, if it can be the rule of a vote: from one half to the whole. Less than half would carry what more people are
 * against.
 */
export function majorityRule(num: number, den: number): Fraction | undefined {
  return 2 * num < den ? undefined : fraction(num, den);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

export const isHalf = ({ num, den }: Fraction): boolean => 2 * num === den;

/**
 * How many of `base` are enough: more than half where the fraction is one half, at least the fraction otherwise. Two thirds
 * of 30, 31, 32 and 33 are 20, 21, 22 and 22 (Robert's Rules of Order, "two-thirds vote").
 */
export function enough(of: Fraction, base: number): number {
  return isHalf(of) ? Math.floor(base / 2) + 1 : Math.ceil((of.num * base) / of.den);
}

/** Whether `count` of `base` are enough: by multiplication, so that nothing is rounded. Of nothing, nothing is enough. */
export function isEnough(count: number, of: Fraction, base: number): boolean {
  if (base <= 0) return false;
  return isHalf(of) ? count * of.den > of.num * base : count * of.den >= of.num * base;
}

export const choices = ["yes", "no", "abstain"] as const;
export type Choice = (typeof choices)[number];

/** What the yeses are measured by: votes cast (abstentions are not among them), those present, all who are entitled. */
export const bases = ["cast", "present", "entitled"] as const;
export type Base = (typeof bases)[number];

/** Whose voices are counted in an assembly, as people choose; in a cell it is its members'. */
export const units = ["seats", "cells"] as const;
export type Unit = (typeof units)[number] | "members";

export interface VoteRule {
  readonly majority: Fraction;
  readonly base: Base;
  readonly by: Unit;
}

/** Voices, in seats or in cells. */
export interface VoteCount {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Represented at the close, whether they voted or not. */
  readonly present: number;
  /** All of the council, the empty seats among them. */
  readonly entitled: number;
}

/** How a vote ended: everything that its one line says. */
export interface VoteResult extends VoteRule, VoteCount {
  readonly carried: boolean;
  /** What the yeses were measured by, as a number. */
  readonly of: number;
  /** The fewest yeses that would have carried it; of a base of zero, none could. */
  readonly needed: number;
  /** Whether enough were there to decide. */
  readonly quorate: boolean;
  /** Of a cell: how many had to vote. */
  readonly quorum?: number;
}

/** The number that a base stands for. */
export function baseOf(base: Base, count: VoteCount): number {
  if (base === "cast") return count.yes + count.no;
  return base === "present" ? count.present : count.entitled;
}

/** Carried or not. A base of zero fails, a tie fails, and so does everything without a quorum. */
export function decide(rule: VoteRule, count: VoteCount, quorate = true): VoteResult {
  const of = baseOf(rule.base, count);
  const carried = quorate && count.yes !== count.no && isEnough(count.yes, rule.majority, of);
  return { ...rule, ...count, carried, of, needed: enough(rule.majority, of), quorate };
}

/** The answers of one cell's seats. */
export interface CellVoices {
  readonly cellId: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** The answers cell by cell, of those that gave any: what an open vote leaves for everybody to see. */
export function voicesByCell(seats: readonly CountedSeat[]): readonly CellVoices[] {
  return [...byCell(seats)]
    .map(([cellId, own]) => ({ cellId, ...count(own) }))
    .filter(({ yes, no, abstain }) => yes + no + abstain > 0)
    .map(({ cellId, yes, no, abstain }) => ({ cellId, yes, no, abstain }));
}

/** One seat of the council at the moment of counting. */
export interface CountedSeat {
  readonly cell: string;
  /** Whether somebody represents it. */
  readonly present: boolean;
  /** The answer of who represents it. */
  readonly choice: Choice | undefined;
}

/**
 * The seats of a council as a vote counts them. Who represents a seat answers for it. An answer stands when its delegate
 * leaves the meeting, and they count as present in it, until somebody who represents the seat then gives another.
 * `represented`: who does, in the order of the seats; `ballotOf`: what somebody has answered.
 */
export function countedSeats(
  seats: readonly {
    readonly cell: string;
    readonly delegate: string | undefined;
    readonly alternate: string | undefined;
  }[],
  represented: readonly (string | undefined)[],
  ballotOf: (person: string) => Choice | undefined,
): readonly CountedSeat[] {
  // Nobody answers for two seats.
  const taken = new Set(represented.filter((person) => person !== undefined));
  return seats.map(({ cell, delegate, alternate }, index) => {
    const there = represented[index];
    const own = there === undefined ? undefined : ballotOf(there);
    if (own !== undefined) return { cell, present: true, choice: own };
    const left = [delegate, alternate].find(
      (person) => person !== undefined && !taken.has(person) && ballotOf(person) !== undefined,
    );
    if (left === undefined) return { cell, present: there !== undefined, choice: undefined };
    taken.add(left);
    return { cell, present: true, choice: ballotOf(left) };
  });
}

/** Counts the voices one by one, or by cells. */
export function countVoices(seats: readonly CountedSeat[], by: Unit): VoteCount {
  return count(by === "cells" ? voicesOfCells(seats) : seats);
}

/** The members of a cell as a vote of theirs counts them: who has answered, abstentions too, is there. */
export const countedMembers = (
  cell: string,
  members: readonly string[],
  ballotOf: (person: string) => Choice | undefined,
): readonly CountedSeat[] =>
  members.map((person) => {
    const choice = ballotOf(person);
    return { cell, present: choice !== undefined, choice };
  });

/** How many must vote in a cell: a part of those who count in it, or a number. */
export type Least = Fraction | number;

/** How many that is, of so many members: at least half, where nothing else was set. Of an empty cell one, who is not there. */
export function leastOf(least: Least | undefined, members: number): number {
  if (least === undefined) return pollQuorumNeeded(members);
  return Math.max(1, typeof least === "number" ? least : enough(least, members));
}

/** How a vote of a cell ends. `voices`: one for each who counts in it at that moment ({@link countedMembers}). */
export function decideInCell(rule: VoteRule, voices: readonly CountedSeat[], least: Least | undefined): VoteResult {
  const counted = countVoices(voices, rule.by);
  const needed = leastOf(least, voices.length);
  return { ...decide(rule, counted, counted.present >= needed), quorum: needed };
}

/** How long a vote of a cell is open, if nobody said: as long as its elections. Milliseconds. */
export const cellVoteLasts = pollLasts;

/** What falls due for a vote of a cell, by the name of its job. */
export const voteJobs = { close: "vote-close" } as const;

type Voice = Omit<CountedSeat, "cell">;

function count(voices: readonly Voice[]): VoteCount {
  const tally = { yes: 0, no: 0, abstain: 0 };
  let present = 0;
  for (const voice of voices) {
    if (!voice.present) continue;
    present++;
    if (voice.choice !== undefined) tally[voice.choice]++;
  }
  return { ...tally, present, entitled: voices.length };
}

function byCell(seats: readonly CountedSeat[]): ReadonlyMap<string, readonly CountedSeat[]> {
  const cells = new Map<string, CountedSeat[]>();
  for (const seat of seats) {
    const own = cells.get(seat.cell);
    if (own === undefined) cells.set(seat.cell, [seat]);
    else own.push(seat);
  }
  return cells;
}

/** Each cell's voice is that of more of its seats; split evenly, or with abstentions only, it abstains. */
function voicesOfCells(seats: readonly CountedSeat[]): readonly Voice[] {
  return [...byCell(seats).values()].map((own) => {
    const { yes, no, abstain, present } = count(own);
    const voted = yes + no + abstain > 0;
    return { present: present > 0, choice: voted ? (yes > no ? "yes" : no > yes ? "no" : "abstain") : undefined };
  });
}

export interface AssemblyPlace {
  readonly assemblyId: string;
  readonly councilId: string;
}

export interface CellPlace {
  readonly cellId: string;
  /** When it is counted. */
  readonly closesAt: number;
  /** How many must vote; at least half, where it was not set. */
  readonly least: Least | undefined;
}

/** A vote, as everybody who may see it may know it: no ballot is in it. */
interface VoteIn<Place> {
  readonly id: string;
  readonly place: Place;
  /** Number within the council or cell, for people to type. */
  readonly number: number;
  readonly text: string;
  readonly rule: VoteRule;
  readonly secret: boolean;
  /** Milliseconds since 1970, here and below. */
  readonly openedAt: number;
  readonly closedAt: number | undefined;
  /** Frozen at the close. */
  readonly result: VoteResult | undefined;
  /** How each cell answered, once an open vote is closed; of a secret one it is never known. */
  readonly voices: readonly CellVoices[] | undefined;
}

export type AssemblyVote = VoteIn<AssemblyPlace>;
/** A vote of a cell by itself. */
export type CellVote = VoteIn<CellPlace>;
export type Vote = AssemblyVote | CellVote;

export const isOfCell = (vote: Vote): vote is CellVote => "cellId" in vote.place;

/** The kind of the live message that shows a vote; its subject is the vote's id. */
export const voteCard = "vote";
