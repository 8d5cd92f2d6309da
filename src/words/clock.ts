/** Times of the day as people type them. */
import { plainWords } from "./clean.ts";
import { numberWords } from "./durations.ts";
import type { DayPart } from "./language.ts";
import { languages, pattern, simplify } from "./languages.ts";
import type { Parsed } from "./parsed.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

/** A time of the day as it was said. */
interface Said {
  /** Minutes since the beginning of the day. From 1440 on it is the night after it: midnight, 1 at night. */
  readonly minutes: number;
  /** Whether it can be nothing but a time, also beside a date: 'at 8', '18:00', '6pm', but not '8'. */
  readonly certain: boolean;
}

const dayparts = [...languages.values()]
  .flatMap((language) => language.dayparts)
  .map((words) => ({
    before: new RegExp(`^(?:${words.pattern}),? `),
    after: new RegExp(`,? (?:${words.pattern})$`),
    anywhere: new RegExp(`(?<!\\p{L})(?:${words.pattern})(?!\\p{L})`, "u"),
    whole: new RegExp(`^(?:${words.pattern})$`),
    part: words.part,
    alone: words.alone,
  }));

const noon = new RegExp(`^${pattern("noon")}$`);
const midnight = new RegExp(`^${pattern("midnight")}$`);
const clockTime = new RegExp(
  `^(?:(${pattern("at")}|@) ?)?(\\d{1,2})(?: ?([:.h]) ?([0-5]\\d)(?::00)?)?( ?(?:h|hs|${pattern("oclock")})\\.?)?( ?(?:a\\.? ?m\\.?|p\\.? ?m\\.?))?$`,
);
const quarterTo = new RegExp(`^${pattern("quarterTo")}$`);

/** Hours that are written out; 'a' and 'un' are articles. */
const hourWords = new RegExp(
  `(?<!\\p{L})(?:${[...numberWords].flatMap(([word, value]) => (value >= 1 && word.length > 2 && word !== "uno" ? [word] : [])).join("|")})(?!\\p{L})`,
  "gu",
);

/** '18:00', '18.30', '18h', '18h30', '6pm', '6 de la tarde', 'noon', '8 y media', '8' -> minutes of the day. */
export function parseTimeOfDay(text: string): Parsed<number> {
  const words = plainWords(text);
  const said = words === undefined ? undefined : readTime(words);
  return said ? { ok: true, value: said.minutes % DAY } : { ok: false, error: "time-not-understood" };
}

export function readTime(words: string): Said | undefined {
  if (noon.test(words)) return { minutes: 12 * HOUR, certain: true };
  if (midnight.test(words)) return { minutes: DAY, certain: true };
  for (const { whole, before, after, part, alone } of dayparts) {
    if (whole.test(words)) return { minutes: alone, certain: true };
    const rest = before.test(words)
      ? words.replace(before, "")
      : after.test(words)
        ? words.replace(after, "")
        : undefined;
    if (rest === undefined) continue;
    const said = readClock(rest);
    const minutes = said && inPart(said.minutes, part);
    return minutes === undefined ? undefined : { minutes, certain: true };
  }
  return readClock(words);
}

/** The part of the day in a text: 'pm', 'in the evening'. */
export function partIn(words: string): string | undefined {
  const half = /\d ?([ap]\.? ?m\b\.?)/.exec(words)?.[1];
  return half ?? dayparts.map(({ anywhere }) => anywhere.exec(words)?.[0]).find((found) => found !== undefined);
}

/** The clock without a part of the day. Half past, quarter to, and their like become digits first. */
function readClock(words: string): Said | undefined {
  const digits = simplify(
    words.replace(hourWords, (word) => String(numberWords.get(word))),
    ({ clock }) => clock,
  );
  const [hourAfter] =
    quarterTo
      .exec(digits)
      ?.slice(1)
      .filter((found) => found !== undefined) ?? [];
  if (hourAfter !== undefined) {
    const hour = Number(hourAfter);
    return hour >= 1 && hour <= 24 ? { minutes: hour * HOUR - 15, certain: true } : undefined;
  }
  const match = clockTime.exec(digits);
  if (!match) return undefined;
  const [, at, hourDigits, separator, minuteDigits, suffix, half] = match;
  const minute = Number(minuteDigits ?? 0);
  let hour = Number(hourDigits);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.includes("p") ? 12 : 0);
  }
  if (hour > 24 || (hour === 24 && minute > 0)) return undefined;
  const certain = [at, suffix, half].some((sign) => sign !== undefined) || separator === ":" || separator === "h";
  return { minutes: hour * HOUR + minute, certain };
}

/** '6' in the afternoon is 18:00, '12' at night is midnight, '1' at night is after it. */
function inPart(minutes: number, part: DayPart): number | undefined {
  const hour = Math.floor(minutes / HOUR);
  if (part === "dawn") return hour === 12 ? minutes - 12 * HOUR : hour < 12 ? minutes : undefined;
  if (part === "morning") return hour <= 12 ? minutes : undefined;
  if (part === "night" && (hour === 12 || hour < 5)) return hour === 12 ? minutes + 12 * HOUR : minutes + DAY;
  return hour >= 1 && hour < 12 ? minutes + 12 * HOUR : hour >= 12 ? minutes : undefined;
}

/** A time at the end, or else at the beginning, as long as it can be; what remains is the date. Of `plainWords`. */
export function splitTime(words: string): { time: number | undefined; rest: string } {
  const tokens = words.split(" ");
  const joined = (from: number, to: number) => tokens.slice(from, to).join(" ").replace(/^,|,$/g, "");
  for (let i = 0; i < tokens.length; i++) {
    const said = readTime(joined(i, tokens.length));
    // '18.30' alone may be a date, '2h' alone a duration: beside a date they are times.
    const dotted = /\d\.\d\d$/.test(joined(i, tokens.length)) && i > 0;
    const short = i === 0 && /^\d ?hs?$|^1[0-2] ?hs?$/.test(words);
    if (said && (said.certain || dotted) && !short) return { time: said.minutes, rest: withoutFillers(joined(0, i)) };
  }
  for (let i = tokens.length - 1; i > 0; i--) {
    const said = readTime(joined(0, i));
    if (said?.certain) return { time: said.minutes, rest: withoutFillers(joined(i, tokens.length)) };
  }
  return { time: undefined, rest: withoutFillers(words) };
}

const before = new RegExp(`^(?:(?:${pattern("beforeDate")}),? )+`);
const behind = new RegExp(`(?:,| ${pattern("behindDate")})+$`);

/** Without the small words around a date that say nothing about it. */
const withoutFillers = (words: string): string => words.replace(before, "").replace(behind, "").trim();
