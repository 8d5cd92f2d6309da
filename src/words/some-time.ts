/** Times that name none exactly: 'some evening next week', 'alguna tarde de la próxima semana', 'at the weekend'. */
import { leastNotice, mostTimes } from "../domain/gatherings.ts";
import { addDays, localParts, wallClock } from "../domain/time.ts";
import { bare } from "./clean.ts";
import { splitTime } from "./clock.ts";
import type { SomeTime } from "./language.ts";
import { languages } from "./languages.ts";

/** Minutes of the day. */
const hours: Readonly<Record<keyof SomeTime["parts"], number>> = {
  morning: 10 * 60,
  noon: 12 * 60,
  afternoon: 16 * 60,
  evening: 18 * 60 + 30,
  night: 20 * 60,
};

const all = [...languages.values()].map(({ someTime }) => someTime);
// `\b` knows Latin letters only.
const wordOf = (pattern: string, flags = "u") =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern === "" ? "(?!)" : pattern})(?![\\p{L}\\p{N}])`, flags);

const partWords = (["morning", "noon", "afternoon", "evening", "night"] as const).flatMap((part) =>
  all.map(({ parts }) => [wordOf(parts[part]), part] as const),
);
const dayWords = all.flatMap(({ days }) => days.map(([pattern, days]) => [wordOf(pattern), days] as const));
const comingWorkdays = [/(?!)/u, (): readonly [number, number] => [0, 6]] as const;
const workdayWords = wordOf(all.flatMap(({ workdays }) => (workdays === "" ? [] : [workdays])).join("|"));
const eachWords = wordOf(all.map(({ each }) => each).join("|"));
const fillers = wordOf(
  [...all.map(({ workdays }) => workdays), ...all.map(({ fillers }) => fillers)].filter((one) => one !== "").join("|"),
  "gu",
);

/**
 * One time for each day that is meant and still ahead by some hours, at most `mostTimes`: at the time that is given, in the
 * part of the day that is named, or else in the evening, which is filled in. Undefined where the words name no such times.
 *
 * @param words as people type them
 */
export function timesInWords(words: string, now: number, zone: string): SomeTimes | undefined {
  const { time, rest: said } = splitTime(bare(words).replace(/\s+/gu, " ").trim());
  // 'This week in the evening': a part of the day is read here, where it means a usual hour.
  const vague = time === undefined || !/\d/u.test(words);
  const folded = vague ? bare(words).replace(/\s+/gu, " ").trim() : said;
  const workdays = workdayWords.test(folded);
  const each = workdays || eachWords.test(folded);
  // 'Every weekday': those of the coming week.
  const days = longestIn(dayWords, folded) ?? (workdays ? comingWorkdays : undefined);
  if (days === undefined) return undefined;
  const part = longestIn(partWords, folded);
  const rest = [days[0], part?.[0]].reduce((left, pattern) => (pattern ? left.replace(pattern, " ") : left), folded);
  if (rest.replace(fillers, " ").trim() !== "") return undefined;
  const { date, weekday } = localParts(now, zone);
  const [first, last] = days[1](weekday);
  // An hour holds for a weekend, for working days and for any day; 'next week at 7' is one moment.
  if (!vague && !each && last - first > 1) return undefined;
  const minutes = vague || time >= 1440 ? hours[part?.[1] ?? "evening"] : time;
  const found: number[] = [];
  for (let ahead = first; ahead <= last && found.length < mostTimes; ahead++) {
    if (workdays && (weekday + ahead - 1) % 7 >= 5) continue;
    const at = wallClock(addDays(date, ahead), minutes, zone);
    if (at >= now + leastNotice) found.push(at);
  }
  return { at: found, ...(vague && part === undefined ? { filled: minutes } : {}) };
}

/**
 * Of the words that stand in a text the longest: one language's 'weekend' is a part of another's 'weekend prochain', and
 * 'tarde' in 'uma tarde' is no evening.
 */
function longestIn<T>(words: readonly (readonly [RegExp, T])[], text: string): readonly [RegExp, T] | undefined {
  const found = words.map((one) => ({ one, length: one[0].exec(text)?.[0].length ?? 0 }));
  const most = Math.max(...found.map(({ length }) => length));
  return most === 0 ? undefined : found.find(({ length }) => length === most)?.one;
}

interface SomeTimes {
  readonly at: readonly number[];
  /** Minutes of the day, where none was said. */
  readonly filled?: number;
}
