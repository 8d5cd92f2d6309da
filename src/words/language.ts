/**
 * What a language brings for reading what people type. `src/words/<code>.ts` exports it as `words`; what the bot says is in
 * `locales/<code>/`. Whatever language a person has chosen, all are understood; their own comes first where two differ.
 *
 * All words are written in lower case. Those of tables are without accents and apart by spaces; in `called` a `-` stands for the
 * space inside of one. Patterns are parts of regular expressions without groups that count; an empty one says that the
 * language has no such words.
 */
import type { Chrono } from "chrono-node";

/** Parts of the day as the hours of the clock are read in them: '6' in the afternoon is 18:00. */
export type DayPart = "morning" | "afternoon" | "night" | "dawn";

/** A part of the day, `alone`: minutes of the day that are meant where no hour is said with it. */
export interface DayPartWords {
  readonly pattern: string;
  readonly part: DayPart;
  readonly alone: number;
}

/** One way of saying for several. */
export type SameMeaning = readonly (readonly [said: RegExp, simple: string])[];

/** The patterns that a language has. */
export interface Patterns {
  /** Behind a percentage, besides '%'. */
  readonly percent: string;
  /** Behind a figure of money, where they make another one of it: 'thousand'. */
  readonly manifold: string;
  /** Behind a number or a fixed word, where they say nothing. */
  readonly fillers: string;
  /** Between the parts of a list and of a length of time: 'and'. */
  readonly and: string;
  /** Behind 'and' where it tells minutes: 'half', 'a quarter'. */
  readonly half: string;
  /** Between what can be chosen: 'or'. */
  readonly or: string;
  /** The whole of a time of the day. */
  readonly noon: string;
  readonly midnight: string;
  /** Before a time of the day, and behind it. */
  readonly at: string;
  readonly oclock: string;
  /** With the hour in a group: 'quarter to 6'. */
  readonly quarterTo: string;
  /** What has passed: as the whole of a text, and anywhere in it. */
  readonly now: string;
  readonly past: string;
  /** Before and behind a length of time that begins now. */
  readonly within: string;
  readonly fromNow: string;
  /** Small words before and behind a date that say nothing about it. */
  readonly beforeDate: string;
  readonly behindDate: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly dayAfterTomorrow: string;
  /** Before a weekday: the one in the week that begins next Monday; the next one that is ahead. And behind it. */
  readonly nextWeeks: string;
  readonly nextAhead: string;
  readonly ofNextWeek: string;
  readonly ofAhead: string;
  readonly week: string;
  readonly weekend: string;
  /** Before a day that is ahead anyway: 'this'. */
  readonly this: string;
  /** Before a day that is too late itself. */
  readonly before: string;
  /** Before a week, month or year whose last day is meant; the whole of a text for the last day of the month. */
  readonly endOf: string;
  readonly monthEnd: string;
  /** Between the first and the last of several days. */
  readonly to: string;
  /** Behind a number that is a day of the month: 'th'. */
  readonly ordinalSuffix: string;
  /** Before what comes round: 'every'. */
  readonly each: string;
  /** 'the', also with 'on', before a day; and all that may stand between a month and its days. */
  readonly article: string;
  readonly of: string;
  /** Between 'of' and 'month'. */
  readonly ofThe: string;
  readonly workday: string;
  readonly day: string;
  /** More often than daily; the whole of a text that says so. */
  readonly tooOften: string;
  readonly hourly: string;
}

/** Days counted from today's weekday (1 is Monday): the first and the last that are meant. */
export type Days = (weekday: number) => readonly [first: number, last: number];

/** Words for times that name none exactly, without accents: 'some evening next week'. */
export interface SomeTime {
  readonly parts: Readonly<Record<"morning" | "noon" | "afternoon" | "evening" | "night", string>>;
  readonly days: readonly (readonly [string, Days])[];
  readonly workdays: string;
  /** Words that make an hour hold for several days: 'any day next week at 7'. */
  readonly each: string;
  /** What may stand around them without changing what is meant. */
  readonly fillers: string;
}

/** How 'and' or 'or' sounds before the last of a list, where it depends on that: Spanish 'e Íñigo'. Of lower-case text. */
export interface Joint {
  readonly join: "and" | "or";
  readonly usual: string;
  readonly before: RegExp;
  readonly other: string;
}

export interface Language {
  /**
   * Who has read every sentence as a native speaker, and agreed to be named in docs/translating.md. Where there is nobody,
   * people are told that the language is a draft. English is what the others are made from.
   */
  readonly readers?: readonly string[];
  /** By whose habits numbers and dates are written. */
  readonly locale: string;
  /** What reads dates, the first one first. `tag`: the person's language as it is set, in lower case, if it is this one. */
  readonly calendars: (tag: string) => readonly Chrono[];
  readonly joints: readonly Joint[];
  /** Whether 3/4 is in March. */
  readonly monthFirst: (tag: string) => boolean;
  /** Answers to a question. */
  readonly answers: Readonly<Record<"yes" | "no" | "cancel", string>>;
  /** Behind these the word of a key is a noun of somebody's sentence: 'the deadline tomorrow', 'our goal 50'. */
  readonly beforeNouns?: string;
  /** Other names of commands, with a `-` for the space inside of one: what people reach for when there is no time to look it up. */
  readonly commands: Readonly<Record<string, string>>;
  /** Other names of the words of commands ("yes" of `/vote yes`), written in the same way. */
  readonly words: Readonly<Record<string, string>>;
  /** Other words for the fixed words of options. A word that one option offers has one meaning there. */
  readonly called: Readonly<Record<string, string>>;
  readonly numbers: readonly (readonly [number, string])[];
  /** 'every other': two. */
  readonly other: string;
  readonly ordinals: readonly (readonly [number, string])[];
  readonly units: Readonly<Record<"minute" | "hour" | "day" | "week" | "month" | "year", string>>;
  /** From Monday on. */
  readonly weekdays: readonly string[];
  /** From January on. */
  readonly months: readonly string[];
  readonly dayparts: readonly DayPartWords[];
  readonly patterns: Patterns;
  /** Sets apart what is written in one with the word behind it ('and', in Arabic), before a text is parted. As it is typed. */
  readonly apart?: SameMeaning;
  /** In a length of time; in a time on the clock; in a moment; in what comes round (there without accents). */
  readonly spans: SameMeaning;
  readonly clock: SameMeaning;
  readonly moments: SameMeaning;
  readonly recurrence: SameMeaning;
  /** Seats of a cell: 'per 10 members max 5'. Patterns without accents. */
  readonly seats: Readonly<Record<"per" | "members" | "max", string>>;
  readonly someTime: SomeTime;
  /** Words that stand in nearly all that people write and say nothing of what it is about: 'the', 'with', 'need'. */
  readonly little: string;
}
