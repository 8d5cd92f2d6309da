/** What is kept of an assembly: who was present in numbers, what was dealt with, what was decided. Rules: README, "Assemblies". */

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
  readonly quorum: {
    readonly by: "seats" | "cells";
    readonly present: number;
    readonly needed: number;
    readonly met: boolean;
  };
  /** In the order in which they were dealt with. */
  readonly items: readonly MinutesItem[];
}

/** An item of the agenda. */
export interface MinutesItem {
  /** None for the care ledger, for open decompressions, and for votes that belonged to no item. */
  readonly title: string | undefined;
  readonly kind: "care" | "open" | "proposal" | "other";
  readonly state: "done" | "not-reached";
  readonly notes: readonly string[];
  readonly votes: readonly MinutesVote[];
}

/** A vote that was closed. */
export interface MinutesVote {
  readonly text: string;
  readonly secret: boolean;
  readonly by: "cells" | "seats";
  /** 1/2 is more than half; every other fraction is at least that. */
  readonly rule: { readonly num: number; readonly den: number; readonly base: "cast" | "present" | "entitled" };
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** The base, in numbers. */
  readonly of: number;
  /** How many yes were needed. */
  readonly needed: number;
  readonly carried: boolean;
}
