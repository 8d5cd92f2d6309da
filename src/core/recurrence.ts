/** Recurrence in words, as people read it: 'every second Friday at 18:00'; and why what they typed was not understood. */
import {
  nextOccurrences,
  patternText,
  readPattern,
  skips,
  withoutSkips,
  type Pattern,
  type PatternError,
  type Rule,
  type Weekday,
} from "../domain/recurrence.ts";
import type { Action, Block } from "../chat/message.ts";
import { messageIds, phrase, time, type Phrase, type PhraseArg } from "../chat/phrase.ts";

/** The sentence for what was not accepted. */
export function explainRecurrence(error: PatternError): Phrase {
  return phrase(refusals[error]);
}

const refusals = messageIds({
  "rule-not-understood": "recurrence-not-understood",
  "rule-too-often": "recurrence-too-often",
  "rule-too-rare": "recurrence-too-rare",
  "rule-ends": "recurrence-ends",
  "rule-needs-day": "recurrence-needs-day",
  "rule-never": "recurrence-never",
  "rule-part": "recurrence-part",
});

/**
 * What is said of a rule that leaves out months or years, where it is made: that it does, its next three days, and a button
 * that changes it to one that comes in each. Nothing of any other rule.
 *
 * @param after milliseconds since 1970
 * @param action what changes the rule to another pattern
 */
export function skippingBlocks(rule: Rule, after: number, action: (pattern: string) => Action): readonly Block[] {
  const read = readPattern(rule.pattern);
  if (!read.ok || !skips(read.pattern)) return [];
  const dates = nextOccurrences(rule, after, 3).map((at) => time(at, "date", { dated: true }));
  const instead = withoutSkips(read.pattern);
  const label = phrase("recurrence-instead", { rule: recurrencePhrase(instead) });
  return [
    { type: "paragraph", content: phrase("recurrence-skips", { rule: recurrencePhrase(read.pattern), dates }) },
    { type: "buttons", rows: [[{ label, action: action(patternText(instead)), press: "seen" }]] },
  ];
}

/**
 * The pattern in words, for the middle of a sentence: 'every second Friday', 'every first Monday of the month at 18:00'.
 *
 * @param pattern as it is stored (`Rule.pattern`), or read
 * @param minute of the day, where the time belongs to it
 */
export function recurrencePhrase(pattern: Pattern | string, minute?: number): Phrase {
  const days = typeof pattern === "string" ? daysOfText(pattern) : daysPhrase(pattern);
  if (minute === undefined) return days;
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  const time = [hour, rest].map((part) => String(part).padStart(2, "0")).join(":");
  return phrase("recurrence-at", { days, hour, time });
}

function daysOfText(text: string): Phrase {
  const read = readPattern(text);
  return read.ok ? daysPhrase(read.pattern) : phrase("recurrence-rule", { rule: text });
}

function daysPhrase(pattern: Pattern): Phrase {
  const { frequency, interval, weekdays, months } = pattern;
  const rule = phrase("recurrence-rule", { rule: patternText(pattern) });
  const names = weekdays.map(({ day }) => weekdayPhrase(day));
  switch (frequency) {
    case "daily":
      if (weekdays.length + pattern.monthDays.length + pattern.positions.length > 0) return rule;
      return inMonths(phrase("recurrence-days", { interval }), months);
    case "weekly": {
      if (pattern.positions.length > 0) return rule;
      const [only] = names;
      if (only === undefined) return inMonths(phrase("recurrence-weeks", { interval }), months);
      if (names.length === 1 && interval <= 4) {
        return inMonths(phrase("recurrence-weekday", { interval, day: only }), months);
      }
      return inMonths(phrase("recurrence-weeks-on", { interval, days: names }), months);
    }
    case "monthly":
      return monthlyPhrase(pattern) ?? rule;
    case "yearly":
      return yearlyPhrase(pattern) ?? rule;
  }
}

function monthlyPhrase(pattern: Pattern): Phrase | undefined {
  const { interval, months } = pattern;
  const days = inMonthPhrases(pattern);
  const [only] = days ?? [];
  if (days === undefined || only === undefined) return undefined;
  if (interval === 1 && days.length === 1 && pattern.monthDays.length === 0) {
    return inMonths(phrase("recurrence-month-day", { day: only }), months);
  }
  return inMonths(phrase("recurrence-months-on", { interval, days }), months);
}

/** A year with its months, days and one month is told by the month. Without months only dates are the same in each. */
function yearlyPhrase(pattern: Pattern): Phrase | undefined {
  const { interval, months, monthDays, weekdays, positions } = pattern;
  const [month, ...more] = months;
  if (month === undefined || more.length > 0) {
    const same = interval === 1 && positions.length === 0 && (month !== undefined || weekdays.length === 0);
    return same ? monthlyPhrase({ ...pattern, frequency: "monthly" }) : undefined;
  }
  const [day] = monthDays;
  if (day !== undefined && day > 0 && monthDays.length === 1 && weekdays.length + positions.length === 0) {
    return phrase("recurrence-years-date", { interval, day, month: monthPhrase(month) });
  }
  const days = inMonthPhrases(pattern);
  return days && phrase("recurrence-years-on", { interval, days, month: monthPhrase(month) });
}

/** 'first Monday', 'day 15', 'last working day'. Undefined: a combination that has no simple words. */
function inMonthPhrases({ weekdays, monthDays, positions }: Pattern): readonly Phrase[] | undefined {
  if (monthDays.length > 0) {
    if (weekdays.length + positions.length > 0 || monthDays.some((day) => day < -1)) return undefined;
    return monthDays
      .toSorted((a, b) => Number(a < 0) - Number(b < 0) || a - b)
      .map((day) => (day < 0 ? phrase("recurrence-last-day") : phrase("recurrence-date", { day })));
  }
  const workdays = weekdays.map(({ day, nth }) => `${day}${nth ?? ""}`).join("") === "12345";
  const found = positions.length === 0 ? weekdays : placedWeekdays(weekdays, positions);
  if (found === undefined && !workdays) return undefined;
  const days =
    found === undefined
      ? positions.map((nth) => nthPhrase(nth, phrase("recurrence-workday"), 0))
      : found.map(({ day, nth }) => (nth === undefined ? undefined : nthPhrase(nth, weekdayPhrase(day), day)));
  return days.every((day) => day !== undefined) ? days : undefined;
}

/** BYDAY=MO;BYSETPOS=1 is BYDAY=1MO. */
function placedWeekdays(weekdays: readonly Weekday[], positions: readonly number[]): readonly Weekday[] | undefined {
  const [only, ...more] = weekdays;
  if (only === undefined || more.length > 0 || only.nth !== undefined) return undefined;
  return positions.map((nth) => ({ day: only.day, nth }));
}

/**
 * The nth is a key of the message: 1 to 5, or -1. Others have no words.
 *
 * @param weekday 1 (Monday) to 7, or 0 for a working day: the gender of "first" hangs on it in some languages
 */
const nthPhrase = (nth: number, day: PhraseArg, weekday: number): Phrase | undefined =>
  nth === -1 || (nth >= 1 && nth <= 5) ? phrase("recurrence-nth", { nth, day, weekday }) : undefined;

const inMonths = (days: Phrase, months: readonly number[]): Phrase =>
  months.length === 0 ? days : phrase("recurrence-in-months", { days, months: months.map(monthPhrase) });

const weekdayPhrase = (day: number): Phrase => phrase("recurrence-name-weekday", { day });
const monthPhrase = (month: number): Phrase => phrase("recurrence-name-month", { month });
