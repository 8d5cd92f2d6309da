/** The option type for what comes round. */
import {
  anchor,
  everyDay,
  needsWeekday,
  onWeekday,
  readPattern,
  type Pattern,
  type Rule,
} from "../../domain/recurrence.ts";
import { phrase } from "../../chat/phrase.ts";
import { Needed, Refused, type OptionType } from "../command.ts";
import { parseRecurrence } from "../../words/recurrence.ts";
import { explainRecurrence, recurrencePhrase } from "../recurrence.ts";
import { mostChoices } from "./option.ts";
import { numberOfDay, type Weekday } from "./weekday.ts";

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

/**
 * When it comes round. What the words leave open is asked for.
 * @throws Needed for the option `day` or `time`
 */
export function ruleOf(
  { pattern, minute }: Recurrence,
  given: { readonly day: Weekday | undefined; readonly minute: number | undefined },
  at: { readonly after: number; readonly zone: string },
): Rule {
  const weekday = given.day === undefined ? undefined : numberOfDay(given.day);
  if (weekday !== undefined && pattern.frequency !== "weekly") throw new Refused(phrase("role-day-in-rule"));
  if (needsWeekday(pattern) && weekday === undefined) throw new Needed("day");
  const time = given.minute ?? minute;
  if (time === undefined) throw new Needed("time");
  return anchor(weekday === undefined ? pattern : onWeekday(pattern, weekday), { ...at, minute: time });
}

/**
 * When it comes round from now on, if something of that is given. The hour stays where none is.
 * @throws Needed as of {@link ruleOf}
 */
export function changedRule(
  before: Rule,
  given: {
    readonly every: Recurrence | undefined;
    readonly day: Weekday | undefined;
    readonly minute: number | undefined;
  },
  at: { readonly after: number; readonly zone: string },
): Rule | undefined {
  const { every, day, minute } = given;
  if (every === undefined && day === undefined && minute === undefined) return undefined;
  // Another hour alone: every second week stays the same weeks.
  if (every === undefined && day === undefined) return { ...before, minute: minute ?? before.minute };
  const read = readPattern(before.pattern);
  if (!read.ok) throw new Error("a stored pattern cannot be read");
  const from = every ?? { pattern: read.pattern };
  return ruleOf(from, { day, minute: minute ?? every?.minute ?? before.minute }, at);
}
