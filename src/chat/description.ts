/** A command as adapters and the help see it: only data. */
import type { Level, Where } from "./levels.ts";

/** Which values an option takes. Discord has native kinds for some. */
export type OptionKind =
  | "text"
  | "integer"
  | "choice"
  | "flag"
  | "person"
  | "cell"
  | "cells"
  | "council"
  | "sector"
  | "sectors"
  | "drive"
  | "role"
  | "action"
  | "gathering"
  | "vote"
  | "recurrence"
  | "duration"
  | "moment"
  | "time"
  | "percentage"
  | "goal"
  | "zone"
  | "language";

/** A command as adapters and the help see it: only data. */
export interface CommandDescription {
  readonly name: string;
  readonly about: string;
  readonly bare?: UsageDescription;
  readonly words: readonly ({ readonly name: string } & UsageDescription)[];
}

export interface UsageDescription {
  readonly about: string;
  readonly level: Level;
  readonly where: readonly Where[];
  readonly answer: "private" | "chat";
  readonly options: readonly OptionDescription[];
}

export interface OptionDescription {
  readonly name: string;
  readonly about: string;
  readonly required: boolean;
  readonly kind: OptionKind;
  readonly words?: readonly string[];
  readonly completes: boolean;
  /** Its place among the options typed without a key. */
  readonly position?: number;
  readonly min?: number;
  readonly max?: number;
}
