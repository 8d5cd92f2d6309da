/** The sentences for texts of people that were not accepted. */
import { FURTHEST_YEARS } from "../words/durations.ts";
import { LARGEST_NUMBER } from "../words/numbers.ts";
import type { Failure } from "../words/parsed.ts";
import { phrase, type Phrase } from "../chat/phrase.ts";

/** The sentence for a failure, in `core.ftl` of each language. */
export function explain(failure: Failure): Phrase {
  switch (failure.error) {
    case "moment-not-understood":
      return phrase("words-moment-not-understood");
    case "moment-in-past":
      return phrase("words-moment-in-past");
    case "moment-too-far":
      return phrase("words-moment-too-far", { years: FURTHEST_YEARS });
    case "duration-not-understood":
      return phrase("words-duration-not-understood");
    case "duration-too-long":
      return phrase("words-duration-too-long", { years: FURTHEST_YEARS });
    case "time-not-understood":
      return phrase("words-time-not-understood");
    case "number-not-understood":
      return phrase("words-number-not-understood");
    case "number-out-of-range":
      return phrase("words-number-out-of-range", { min: failure.min ?? 0, max: failure.max ?? LARGEST_NUMBER });
    case "percentage-not-understood":
      return phrase("words-percentage-not-understood");
    case "goal-not-understood":
      return phrase("words-goal-not-understood");
  }
}
