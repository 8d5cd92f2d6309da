/** Option types for the times of actions and gatherings. */
import { mostTimes } from "../../domain/gatherings.ts";
import { addDays, localParts, wallClock } from "../../domain/time.ts";
import type { Choice, OptionType } from "../command.ts";
import { phrase } from "../../chat/phrase.ts";
import { parseDuration } from "../../words/durations.ts";
import { parseMoment } from "../../words/moments.ts";
import { parseTimes, type Times } from "../../words/times.ts";
import {
  anyDay,
  clockOf,
  comingDays,
  isMoment,
  momentChoice,
  momentContext,
  readGiven,
  type Given,
  refuse,
  understood,
  writtenMoment,
} from "./option.ts";
import { text } from "./plain.ts";
import type { Context } from "../context.ts";

/** A time given as a date without a time of the day: minutes of the day. */
const usualStart = 10 * 60;
const usualMeeting = 18 * 60;
/** What does not come again sooner has a date, if only a day of the month. */
const fourWeeks = 28 * 24 * 60 * 60_000;

/** When something begins. Suggested are the next Saturday and Sunday at ten, and the next two weekday evenings. */
export const start = (): OptionType<number> => ({
  kind: "moment",
  parse: async (raw, context) => understood(parseMoment(raw, momentContext(context, usualStart))),
  reads: (raw) => isMoment(raw),
  write: (at, context) => writtenMoment(context, at),
  choices: async (context, typed) =>
    typed === "" ? suggestedStarts(context).map((at) => momentChoice(context, at)) : [],
});

function suggestedStarts(context: Pick<Context, "now" | "zone" | "group">): readonly number[] {
  const { now } = context;
  const zone = clockOf(context);
  const { date, weekday } = localParts(now, zone);
  const next = (day: number): string => addDays(date, ((day - weekday + 6) % 7) + 1);
  const at = [wallClock(next(6), usualStart, zone), wallClock(next(7), usualStart, zone)];
  const evenings = [1, 2, 3].map((ahead) => wallClock(addDays(date, ahead), usualMeeting, zone));
  return [...new Set([...at, ...evenings])].sort((a, b) => a - b).slice(0, 4);
}

/** When people meet. */
export const meeting = (): OptionType<number> => ({
  kind: "moment",
  parse: async (raw, context) => understood(parseMoment(raw, momentContext(context, usualMeeting))),
  reads: (raw) => isMoment(raw),
  write: (at, context) => writtenMoment(context, at),
  choices: async (context, typed) =>
    typed === "" ? comingDays(context, [1, 2, 3, 7], usualMeeting).map((at) => momentChoice(context, at)) : [],
});

/** The same, with whether its time of the day was filled in. */
export const givenMeeting = (): OptionType<Given> => ({
  ...meeting(),
  parse: async (raw, context) => readGiven(raw, context, usualMeeting),
  write: ({ at }, context) => writtenMoment(context, at),
});

/**
 * Times to choose from: a few moments, apart by commas, semicolons or 'or', or words such as 'some evening next week'.
 * What was filled in, as no time was said, is given with them.
 */
export const times = (): OptionType<Times> => ({
  kind: "text",
  max: 400,
  parse: async (raw, context) => {
    const read = understood(parseTimes(raw, momentContext(context, usualMeeting)));
    if ("refusal" in read) return read;
    const { at } = read.value;
    if (at.length === 0) return refuse("options-times-past");
    return at.length > mostTimes ? refuse("options-times-many", { most: mostTimes }) : read;
  },
  reads: (raw) => parseTimes(raw, anyDay).ok,
  write: ({ at }, context) => at.map((one) => writtenMoment(context, one)).join("; "),
  choices: async (_context, typed) => (typed === "" ? usualTimes : []),
});

/** Times that are often meant. The values are not for people: `parseTimes` reads them when they are chosen. */
export const usualTimes: readonly Choice[] = [
  { value: "some evening this week", label: phrase("options-times-this-week") },
  { value: "some evening next week", label: phrase("options-times-next-week") },
  { value: "at the weekend", label: phrase("options-times-weekend") },
];

/** '14h' and '18h30' are hours of the clock where people write them so, while '4h' and '24h' are lengths everywhere. */
const clockHour = /^\s*(?:1[3-9]|2[0-3])\s?h(?:[0-5]\d)?\s*$/iu;

/** A length in minutes. '12:00' is a time of the day here, not twelve hours. */
function lengthIn(raw: string): number | undefined {
  if (clockHour.test(raw)) return undefined;
  const span = parseDuration(raw);
  return span.ok && /\d\s*\p{L}|^\p{L}/u.test(raw) ? span.value : undefined;
}

/** What {@link momentBeside} reads, once it is known beside what. */
export const timeBeside = (): OptionType<string> => ({
  ...text({ max: 60 }),
  reads: (raw) => isMoment(raw) || lengthIn(raw) !== undefined,
});

/**
 * A moment as it is meant beside something that begins at `from`: '3h' is so long after it, 'saturday 18:00' is on the
 * calendar, and what that does not fit, as a time alone, is at or after it. Undefined: not understood.
 *
 * @param fits where the moment has to be; a reading that does not fit is given only where none does
 */
export function momentBeside(
  raw: string,
  from: number,
  context: Pick<Context, "now" | "zone" | "language" | "group">,
  fits: (moment: number) => boolean,
): number | undefined {
  const readings: number[] = [];
  const minutes = lengthIn(raw);
  if (minutes !== undefined) readings.push(from + minutes * 60_000);
  // It may be the very moment at which the other begins.
  for (const reference of [context.now, from - 60_000]) {
    const moment = parseMoment(raw, { ...momentContext(context, usualStart), now: reference });
    if (moment.ok) readings.push(moment.value);
  }
  return readings.find(fits) ?? readings[0];
}

/**
 * Whether the words that were read as this moment mean another one soon after it as well: a weekday or a time alone, and
 * neither a date nor a length.
 */
export function comesAgain(
  raw: string,
  at: number,
  context: Pick<Context, "now" | "zone" | "language" | "group">,
): boolean {
  if (lengthIn(raw) !== undefined) return false;
  const later = parseMoment(raw, { ...momentContext(context, usualStart), now: at });
  return later.ok && later.value - at < fourWeeks;
}
