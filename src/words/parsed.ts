/** Why a text was not accepted, and how the reading of a text ends. The core says it to the person. */
export type WordsError =
  | "moment-not-understood"
  | "moment-in-past"
  | "moment-too-far"
  | "duration-not-understood"
  | "duration-too-long"
  | "time-not-understood"
  | "number-not-understood"
  | "number-out-of-range"
  | "percentage-not-understood"
  | "goal-not-understood";

/** A text that was not accepted. `min` and `max` are there for `number-out-of-range`. */
export interface Failure {
  readonly ok: false;
  readonly error: WordsError;
  readonly min?: number;
  readonly max?: number;
}

/** The value, or why there is none. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Failure;
