/** Option types for values that need nothing but their words: text, numbers, fixed words, times. */
import type { Choice, OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { either, type Phrase } from "../../chat/phrase.ts";
import { cleanText, nearest, spoken } from "../../words/clean.ts";
import { parseTimeOfDay } from "../../words/clock.ts";
import { parseDuration } from "../../words/durations.ts";
import { called, isAnswer } from "../../words/fixed.ts";
import { parseMoment } from "../../words/moments.ts";
import { wordLabel } from "../word-labels.ts";
import { parseGoal, parseInteger, parsePercentage, type Goal } from "../../words/numbers.ts";
import {
  comingDays,
  fold,
  isMoment,
  momentChoice,
  momentContext,
  mostChoices,
  refuse,
  understood,
  writtenMoment,
  readGiven,
  type Given,
} from "./option.ts";

/** Text that a person writes, without control characters. `max` counts characters; longer texts are refused, not cut. */
export const text = ({
  max,
  lines = false,
}: {
  readonly max: number;
  readonly lines?: boolean;
}): OptionType<string> => ({
  kind: "text",
  max,
  parse: async (raw) => {
    const value = cleanText(raw, { limit: max + 1, lines });
    if (value === "") return refuse("options-text-empty");
    return [...value].length > max ? refuse("options-text-too-long", { max }) : { value };
  },
});

/** Words that are offered as they are typed. */
const offered = (words: readonly string[], typed: string): readonly Choice[] =>
  words.filter((word) => word.startsWith(typed.trim())).map((value) => ({ value, label: verbatim(value) }));

/** A whole number, `min` and `max` included. `usual` are offered. */
export const integer = ({
  min,
  max,
  usual,
}: {
  readonly min: number;
  readonly max: number;
  readonly usual?: readonly number[];
}): OptionType<number> => ({
  kind: "integer",
  ...(usual === undefined ? {} : { choices: async (_context, typed) => offered(usual.map(String), typed) }),
  reads: (raw) => parseInteger(raw).ok,
  min,
  max,
  parse: async (raw) => understood(parseInteger(raw, { min, max })),
});

/** Whether that is what a button says, in the language of who reads it. */
const saidAs = (label: Phrase, said: string, context: Context): boolean => spoken(context.plain(label)) === said;

/**
 * One of a few fixed words, or what it is called in any language (`called` in `src/words`). `labels` say them in the
 * reader's language.
 * @example choice(["in", "if"])
 */
export const choice = <const W extends string>(
  words: readonly W[],
  { labels }: { readonly labels?: Readonly<Partial<Record<W, Phrase>>> } = {},
): OptionType<W> => {
  const byWord = called(words);
  const labelOf = (word: W): Phrase => labels?.[word] ?? wordLabel(word);
  return {
    kind: "choice",
    words,
    reads: (raw) => byWord.has(spoken(raw)),
    parse: async (raw, context) => {
      const said = spoken(raw);
      const value = byWord.get(said) ?? words.find((word) => saidAs(labelOf(word), said, context));
      if (value !== undefined) return { value };
      const typed = raw.trim().slice(0, 60);
      const near = nearest(fold(typed), byWord.keys());
      return near === undefined
        ? refuse("options-choice-one-of", { words: either(words.map((word) => wordLabel(word))) })
        : refuse("options-did-you-mean", { typed, near });
    },
    choices: async (_context, typed) =>
      words
        .filter((word) => fold(word).startsWith(fold(typed)))
        .slice(0, mostChoices)
        .map((word) => ({ value: word, label: labelOf(word) })),
  };
};

/** A word that is there or not, like `sector` in `/pledge if 10 sector`. Adapters with switches give `true` or `false`. */
export const flag = (word: string): OptionType<boolean> => ({
  kind: "flag",
  words: [word],
  reads: (raw) => called([word]).has(fold(raw.slice(0, 100))),
  parse: async (raw) => {
    const typed = fold(raw.slice(0, 100));
    if (called([word]).has(typed) || typed === "1" || isAnswer("yes", typed)) return { value: true };
    if (typed === "0" || isAnswer("no", typed)) return { value: false };
    return refuse("options-flag", { typed: raw.trim().slice(0, 60), word });
  },
});

/** A length of time, in minutes. */
export const duration = (): OptionType<number> => ({
  kind: "duration",
  reads: (raw) => parseDuration(raw).ok,
  parse: async (raw) => understood(parseDuration(raw)),
});

/** A moment that lies ahead, in ms since 1970. `defaultTime`: minutes of the day, for a date without a time. */
export const moment = ({ defaultTime }: { readonly defaultTime: number }): OptionType<number> => ({
  kind: "moment",
  parse: async (raw, context) => understood(parseMoment(raw, momentContext(context, defaultTime))),
  reads: isMoment,
  write: (at, context) => writtenMoment(context, at),
  choices: momentChoices(defaultTime),
});

/** Days ahead that are offered. */
const usualDays = [1, 3, 7, 14];

const momentChoices =
  (minute: number): NonNullable<OptionType<unknown>["choices"]> =>
  async (context, typed) =>
    typed === "" ? comingDays(context, usualDays, minute).map((at) => momentChoice(context, at)) : [];

/** The same, with whether its time of the day was filled in. */
export const givenMoment = ({ defaultTime }: { readonly defaultTime: number }): OptionType<Given> => ({
  kind: "moment",
  parse: async (raw, context) => readGiven(raw, context, defaultTime),
  reads: isMoment,
  write: ({ at }, context) => writtenMoment(context, at),
  choices: momentChoices(defaultTime),
});

/** Two readings of a day of the week are a week apart. Milliseconds, with room for a change of clocks. */
const aWeek = 8 * 24 * 60 * 60_000;

/**
 * A moment that comes after another: on a Friday, `from:monday to:friday` means the Friday after that Monday. The value
 * gives the moment for the one that it has to follow; what cannot follow it is given as it was read by itself.
 */
export const momentAfter = ({
  defaultTime,
}: {
  readonly defaultTime: number;
}): OptionType<(from: number) => number> => ({
  kind: "moment",
  reads: isMoment,
  choices: momentChoices(defaultTime),
  parse: async (raw, context) => {
    const given = momentContext(context, defaultTime);
    const alone = understood(parseMoment(raw, given));
    if ("refusal" in alone) return alone;
    const after = (from: number): number => {
      if (alone.value > from) return alone.value;
      const next = parseMoment(raw, { ...given, now: from });
      return next.ok && next.value - from < aWeek ? next.value : alone.value;
    };
    return { value: after };
  },
});

/** As they are typed. */
const usualTimesOfDay = ["10:00", "12:00", "17:00", "18:00", "19:00", "20:00"];

/** A time on the clock, in minutes of the day. `usual` are offered, as they are typed. */
export const timeOfDay = (usual: readonly string[] = usualTimesOfDay): OptionType<number> => ({
  kind: "time",
  reads: (raw) => parseTimeOfDay(raw).ok,
  parse: async (raw) => understood(parseTimeOfDay(raw)),
  choices: async (_context, typed) => offered(usual, typed),
});

/** A whole percentage from 1 to 100. */
export const percentage = (): OptionType<number> => ({
  kind: "percentage",
  reads: (raw) => parsePercentage(raw).ok,
  parse: async (raw) => understood(parsePercentage(raw)),
});

/** As they are typed. */
const usualGoals = ["5", "10", "20", "50", "100", "30%", "50%"];

/** A number of pledges, or a percentage of the members. */
export const goal = (): OptionType<Goal> => ({
  kind: "goal",
  reads: (raw) => parseGoal(raw).ok,
  parse: async (raw) => understood(parseGoal(raw)),
  choices: async (_context, typed) => offered(usualGoals, typed),
});
