/** Builders for the options of a command, and what all option types share. */
import type { Choice, Option, OptionType, Refusal } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { either, phrase, time, type PhraseArgs } from "../../chat/phrase.ts";
import { addDays, localParts, wallClock } from "../../domain/time.ts";
import { fold, nearest } from "../../words/clean.ts";
import { meant } from "../../words/fixed.ts";
import { fallback } from "../../words/languages.ts";
import { parseMoment, writeMoment, type MomentContext } from "../../words/moments.ts";
import type { Parsed } from "../../words/parsed.ts";
import { explain } from "../explain.ts";

/** What a builder needs besides the type. */
export interface OptionTexts {
  /** Id of the phrase that says what it is. */
  readonly about: string;
  /** Id of the question asked when it is missing or was not understood. */
  readonly ask: string;
  /** Its place among the options typed without a key, from 0. */
  readonly position?: number;
  /** Only set by buttons. */
  readonly hidden?: boolean;
  /** All that stands without a key is its value where the first option typed so is surely something else. */
  readonly otherwise?: boolean;
  /** May be left out, but is asked for where the command was begun with nothing; an empty answer leaves it out. */
  readonly guided?: boolean;
}

/** An option that the command cannot do without: it is asked for. */
export const required = <T>(type: OptionType<T>, texts: OptionTexts): Option<T, true> => ({
  type,
  required: true,
  ...texts,
});

/** An option that may be left out. */
export const optional = <T>(type: OptionType<T>, texts: OptionTexts): Option<T, false> => ({
  type,
  required: false,
  ...texts,
});

/** A value, or `none` where "none" or a dash is given for it. Of types that are read again as they were typed. */
export const orNone = <T, N>(type: OptionType<T>, none: N): OptionType<T | N> => ({
  ...type,
  parse: async (raw, context) => (isNone(raw) ? { value: none } : type.parse(raw, context)),
});

const isNone = (raw: string): boolean => /^\s*[-‐–—−]\s*$/u.test(raw) || meant(["none"], raw) !== undefined;

/** What was typed is not accepted, and why. */
export const refuse = (id: string, args?: PhraseArgs): Refusal => ({ refusal: phrase(id, args) });

/** The value that was understood, or the sentence for why it was not. */
export const understood = <T>(parsed: Parsed<T>): { readonly value: T } | Refusal =>
  parsed.ok ? { value: parsed.value } : { refusal: explain(parsed) };

/**
 * How moments are read that a person types: on the clock of the cell or council in whose chat they are typed, where all
 * read them; on their own in a direct chat. `defaultTime`: minutes of the day, for a date without a time.
 */
export const momentContext = (
  context: Pick<Context, "now" | "zone" | "language" | "group">,
  defaultTime: number,
): MomentContext => ({ now: context.now, zone: clockOf(context), language: context.language, defaultTime });

/** The zone of that clock. */
export const clockOf = ({ zone, group }: Pick<Context, "zone" | "group">): string => group?.zone ?? zone;

/** The moments so many days ahead at that minute of the day, as far as they still come. */
export function comingDays(
  context: Pick<Context, "now" | "zone" | "group">,
  ahead: readonly number[],
  minute: number,
): readonly number[] {
  const zone = clockOf(context);
  const { date } = localParts(context.now, zone);
  return ahead.map((days) => wallClock(addDays(date, days), minute, zone)).filter((at) => at > context.now);
}

/** A moment on a button. */
export const momentChoice = (context: Pick<Context, "zone" | "group">, at: number): Choice => ({
  value: writtenMoment(context, at),
  label: phrase("options-time-label", { time: time(at, "datetime") }),
});

/** A moment that somebody gave, maybe without its time of the day. */
export interface Given {
  /** ms since 1970. */
  readonly at: number;
  /** Minutes of the day that were filled in where no time was given. */
  readonly filled?: number;
}

/** Reads a moment, and whether its time of the day was given. */
export function readGiven(
  raw: string,
  context: Pick<Context, "now" | "zone" | "language" | "group">,
  defaultTime: number,
): { readonly value: Given } | Refusal {
  const given = momentContext(context, defaultTime);
  const read = understood(parseMoment(raw, given));
  if ("refusal" in read) return read;
  // What another default makes another moment of has no time.
  const other = parseMoment(raw, { ...given, defaultTime: (defaultTime + 60) % (24 * 60) });
  const filled = !other.ok || other.value !== read.value;
  return { value: { at: read.value, ...(filled ? { filled: defaultTime } : {}) } };
}

/** A moment as the option of a button, which says the hour on the clock on which moments are read there. */
export const writtenMoment = (context: Pick<Context, "zone" | "group">, at: number): string =>
  writeMoment(at, clockOf(context));

/** A day on which nothing is near: for whether words are a moment at all. A Sunday. */
export const anyDay: MomentContext = {
  now: Date.UTC(2023, 0, 1),
  zone: "UTC",
  language: fallback,
  defaultTime: 12 * 60,
};

/** Whether words are surely a moment, whatever day it is. */
export const isMoment = (raw: string): boolean => {
  const read = parseMoment(raw, anyDay);
  return read.ok || read.error === "moment-too-far";
};

/** Adapters show no more at once (Discord: 25 choices). */
export const mostChoices = 25;
/** A refusal names no more than this. */
const mostNamed = 8;

export { fold, meant, nearest };

/** A text for a sentence or a button: cut to `longest` characters, with a sign where it was cut. */
export function shorten(text: string, longest: number): string {
  const letters = [...text];
  if (letters.length <= longest) return text;
  const kept = letters.slice(0, longest - 1).join("");
  return `${kept.trimEnd()}…`;
}

/** A thing with an id and a name that a person gave it. */
export interface Nameable {
  readonly id: string;
  readonly name: string;
}

/** The choices whose name fits what was typed so far, as `#<id>`. */
export const namedChoices = (things: readonly Nameable[], typed: string): readonly Choice[] =>
  things
    .filter(({ name }) => fold(name).includes(fold(typed)))
    .slice(0, mostChoices)
    .map(({ id, name }) => ({ value: `#${id}`, label: verbatim(name) }));

/** 'Did you mean', for a name that nothing has. */
export function unknownName(typed: string, names: readonly string[]): Refusal {
  const near = nearest(typed, names);
  const shown = typed.slice(0, 60);
  if (near !== undefined) return refuse("options-did-you-mean", { typed: shown, near });
  if (names.length === 0) return refuse("options-name-unknown", { typed: shown });
  return refuse("options-name-one-of", { typed: shown, names: either(names.slice(0, mostNamed)) });
}

/** Reads `#<id>`, or a name. What is not found leads to 'did you mean' over all names. */
export async function findNamed<T extends Nameable>(
  raw: string,
  find: {
    readonly byId: (id: string) => Promise<T | undefined>;
    readonly byName: (name: string) => Promise<T | undefined>;
    readonly all: () => Promise<readonly T[]>;
  },
): Promise<{ readonly value: T } | Refusal> {
  const typed = raw.trim();
  if (typed.startsWith("#")) {
    const value = await find.byId(typed.slice(1));
    if (value !== undefined) return { value };
  }
  const value = typed === "" ? undefined : await find.byName(typed);
  if (value !== undefined) return { value };
  const all = await find.all();
  // Names that differ in accents only are not worth a question, as long as one alone fits.
  const alike = all.filter(({ name }) => fold(name) === fold(typed));
  const [only] = alike;
  if (only !== undefined && alike.length === 1) return { value: only };
  return unknownName(
    typed,
    all.map(({ name }) => name),
  );
}
