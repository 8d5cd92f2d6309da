/** The option type for what comes round. */
import { everyDay, type Pattern } from "../../domain/recurrence.ts";
import type { OptionType } from "../command.ts";
import { parseRecurrence } from "../../words/recurrence.ts";
import { explainRecurrence, recurrencePhrase } from "../recurrence.ts";
import { mostChoices } from "./option.ts";

/** Days that come round, and the time of the day where one was given with them. */
export interface Recurrence {
  readonly pattern: Pattern;
  /** Minutes of the day: 0 to 1439. */
  readonly minute?: number;
}

/** How often: '2w', 'every second Friday at 18:00', 'el primer lunes de cada mes', 'FREQ=MONTHLY;BYDAY=1MO'. */
export const recurrence = (): OptionType<Recurrence> => ({
  kind: "recurrence",
  reads: (raw) => parseRecurrence(raw).ok,
  parse: async (raw) => {
    const read = parseRecurrence(raw);
    if (!read.ok) return { refusal: explainRecurrence(read.error) };
    const { pattern, minute } = read;
    return { value: minute === undefined ? { pattern } : { pattern, minute } };
  },
  // What was typed so far, as it was understood; from nothing, the usual ones.
  choices: async (_context, typed) => {
    if (typed.trim() === "") {
      return usual.slice(0, mostChoices).map(([value, pattern]) => ({ value, label: recurrencePhrase(pattern) }));
    }
    const read = parseRecurrence(typed);
    return read.ok ? [{ value: typed, label: recurrencePhrase(read.pattern, read.minute) }] : [];
  },
});

/** What committees mostly choose, as they would type it. */
const usual: readonly (readonly [string, Pattern])[] = [
  ...[1, 2, 3, 4].map((interval) => [`${interval}w`, { ...everyDay, frequency: "weekly", interval }] as const),
  ["FREQ=MONTHLY;BYDAY=1MO", { ...everyDay, frequency: "monthly", weekdays: [{ day: 1, nth: 1 }] }],
  ["FREQ=MONTHLY;BYDAY=1FR", { ...everyDay, frequency: "monthly", weekdays: [{ day: 5, nth: 1 }] }],
  ["FREQ=MONTHLY;BYMONTHDAY=1", { ...everyDay, frequency: "monthly", monthDays: [1] }],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", { ...everyDay, frequency: "monthly", monthDays: [-1] }],
];
