/** Whether enough are there to decide, in exact integers. Rules: docs/rules.md, "Assemblies". */
import { enough, isEnough, moreThanHalf, type Fraction } from "./votes.ts";

/** How many must be there. */
export interface QuorumRule {
  /** What is counted: seats that somebody represents, or cells with at least one of these. */
  readonly of: "seats" | "cells";
  /** A part of all of them, the empty seats among all; or a number. */
  readonly least: Fraction | number;
  /** How many sectors must be represented besides; 0 asks for none. */
  readonly sectors: number;
}

/** More than half of all seats. */
export const usualQuorum: QuorumRule = { of: "seats", least: moreThanHalf, sectors: 0 };

/** A seat at one moment. */
export interface QuorumSeat {
  readonly cell: string;
  readonly sector: string;
  /** Whether somebody represents it. */
  readonly present: boolean;
}

export interface Quorum {
  readonly met: boolean;
  /** In what the rule counts. */
  readonly present: number;
  readonly all: number;
  readonly needed: number;
  readonly sectors: { readonly present: number; readonly needed: number };
}

/** How it stands with the quorum. Of a council without seats it is never met. */
export function quorum(rule: QuorumRule, seats: readonly QuorumSeat[]): Quorum {
  const there = seats.filter(({ present }) => present);
  const different = (of: readonly QuorumSeat[], key: "cell" | "sector"): number =>
    new Set(of.map((seat) => seat[key])).size;
  const present = rule.of === "seats" ? there.length : different(there, "cell");
  const all = rule.of === "seats" ? seats.length : different(seats, "cell");
  const sectors = { present: different(there, "sector"), needed: rule.sectors };
  const { least } = rule;
  const enoughThere = typeof least === "number" ? present >= least : isEnough(present, least, all);
  return {
    met: all > 0 && enoughThere && sectors.present >= sectors.needed,
    present,
    all,
    needed: typeof least === "number" ? least : enough(least, all),
    sectors,
  };
}
