/** What is kept of an assembly: who was present in numbers, what was dealt with, what was decided. Rules: docs/rules.md, "Assemblies". */
import type { AgendaKind } from "./assemblies.ts";
import type { Unit } from "./votes.ts";

/** Times in milliseconds since 1970. */
export interface Minutes {
  /** The council's name. */
  readonly council: string;
  /** Of the assembly, for people. */
  readonly number: number;
  readonly from: number;
  /** Not there while it is still running. */
  readonly to: number | undefined;
  readonly host: { readonly sector: string; readonly place: string | undefined } | undefined;
  /** Of all who were there at any time. */
  readonly presence: {
    readonly seats: number;
    readonly filled: number;
    readonly present: number;
    readonly cells: number;
    readonly cellsPresent: number;
    readonly sectors: readonly { readonly name: string; readonly seats: number; readonly present: number }[];
    /** Who was there: empty unless the council chose names. */
    readonly names: readonly string[];
  };
  /** How many must be there to decide: seats or cells, and sectors (0: no matter how many). Each vote has its own presence. */
  readonly quorum: { readonly by: "seats" | "cells"; readonly needed: number; readonly sectors: number };
  /** In the order in which they were dealt with. */
  readonly items: readonly MinutesItem[];
}

/** An item of the agenda. */
export interface MinutesItem {
  /** None for what opens every agenda, and for votes that belonged to no item. */
  readonly title: string | undefined;
  readonly kind: AgendaKind | "other";
  readonly state: "done" | "not-reached";
  readonly notes: readonly string[];
  readonly votes: readonly MinutesVote[];
}

/** A vote that was closed. */
export interface MinutesVote {
  /** Of the vote, within the council, for people. */
  readonly number: number;
  readonly text: string;
  readonly secret: boolean;
  readonly by: Unit;
  /** 1/2 is more than half; every other fraction is at least that. */
  readonly rule: { readonly num: number; readonly den: number; readonly base: "cast" | "present" | "entitled" };
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** The base, in numbers. */
  readonly of: number;
  /** How many yes were needed. */
  readonly needed: number;
  /** How many of those entitled were there, in what is counted, and whether they were enough to decide. */
  readonly present: number;
  readonly entitled: number;
  readonly quorate: boolean;
  readonly carried: boolean;
}
