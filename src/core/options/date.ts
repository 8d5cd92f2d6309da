/** Option types for the dates that a council proposes: the days of a new proposal, a proposal, and one of its days. */
import { firstDay, furthestDay, isAnswered, mostDays, noonOf, type DateProposal } from "../../domain/dates.ts";
import { addDays, isDate, localParts } from "../../domain/time.ts";
import type { Choice, OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { phrase, time, type TimeArg } from "../../chat/phrase.ts";
import { parseMoment } from "../../words/moments.ts";
import { parseTimes } from "../../words/times.ts";
import { cellHere } from "./drive.ts";
import {
  anyDay,
  clockOf,
  fold,
  momentContext,
  mostChoices,
  refuse,
  shorten,
  understood,
  writtenMoment,
} from "./option.ts";

const noon = 12 * 60;
const endOfDay = 24 * 60 - 1;
/** Characters. */
const longestList = 300;
/** Weekends that are offered. */
const weekends = [0, 7];

/** A day, said as a date: it is the same on every clock. */
export const dayOf = (day: string, { zone }: Pick<Context, "zone">): TimeArg => time(noonOf(day, zone), "date");

/** Days that cells are asked about: a few dates, apart by commas or 'or'. In their order, each once. */
export const days = (): OptionType<readonly string[]> => ({
  kind: "text",
  max: longestList,
  parse: async (raw, context) => {
    const read = understood(parseTimes(raw, momentContext(context, noon)));
    if ("refusal" in read) return read;
    const zone = clockOf(context);
    const value = [...new Set(read.value.at.map((at) => localParts(at, zone).date))];
    const first = firstDay(context.now, zone);
    const last = addDays(localParts(context.now, zone).date, furthestDay);
    if (value.length === 0 || value.some((day) => day < first)) {
      return refuse("date-days-early", { first: dayOf(first, { zone }) });
    }
    if (value.some((day) => day > last)) return refuse("date-days-far");
    return value.length > mostDays ? refuse("date-days-many", { most: mostDays }) : { value };
  },
  reads: (raw) => parseTimes(raw, anyDay).ok,
  write: (of, context) => of.map((day) => writtenMoment(context, noonOf(day, clockOf(context)))).join("; "),
  choices: async (context, typed) => (typed === "" ? weekendsAhead(context) : []),
});

function weekendsAhead(context: Context): readonly Choice[] {
  const zone = clockOf(context);
  const first = firstDay(context.now, zone);
  const { weekday } = localParts(noonOf(first, zone), zone);
  return weekends.map((later) => {
    const saturday = addDays(first, ((6 - weekday + 7) % 7) + later);
    const both = [saturday, addDays(saturday, 1)].map((day) => noonOf(day, zone));
    return {
      value: both.map((at) => writtenMoment(context, at)).join("; "),
      label: phrase("date-weekend", { days: both.map((at) => time(at, "date")) }),
    };
  });
}

/** A day of the calendar: any date that is written as `2026-03-27`; in words one that is ahead, or today. */
export const calendarDay = (): OptionType<string> => ({
  kind: "moment",
  reads: (raw) => isDate(raw.trim()) || parseMoment(raw, anyDay).ok,
  parse: async (raw, context) => {
    const typed = raw.trim();
    if (isDate(typed)) return { value: typed };
    const read = understood(parseMoment(raw, momentContext(context, endOfDay)));
    return "refusal" in read ? read : { value: localParts(read.value, clockOf(context)).date };
  },
  write: (day) => day,
});

/** Whether a cell is asked about a proposal. */
export const asks = ({ units }: DateProposal, cellId: string): boolean =>
  units.some(({ cells }) => cells.includes(cellId));

/** The proposals that can be meant here: those of the council's chat, or of the councils of the cell; the oldest first. */
export async function datesHere(context: Context): Promise<readonly DateProposal[]> {
  if (context.federation === undefined) return [];
  if (context.group?.kind === "council") return context.dates.list({ council: context.group.id });
  const cell = cellHere(context);
  return cell === undefined ? [] : context.dates.list({ cell });
}

/** A proposal by its number, or `#<id>`. */
export const dateProposal = (): OptionType<DateProposal> => ({
  kind: "text",
  max: 60,
  parse: async (raw, context) => {
    const typed = raw.trim().slice(0, 60);
    const all = await datesHere(context);
    const byId = typed.startsWith("#") ? all.find(({ id }) => id === typed.slice(1)) : undefined;
    if (byId !== undefined) return { value: byId };
    const number = Number(/^#?(\d{1,9})$/u.exec(typed)?.[1]);
    const numbered = all.filter((one) => one.number === number);
    const [only] = numbered;
    if (only === undefined) return refuse("date-unknown", { typed });
    return numbered.length === 1
      ? { value: only }
      : { ...refuse("date-which", { number }), choices: numbered.map(proposalChoice) };
  },
  choices: async (context, typed) =>
    (await datesHere(context))
      .filter(({ number, what }) => fold(`${number} ${what}`).includes(fold(typed)))
      .slice(-mostChoices)
      .map(proposalChoice),
});

export const proposalChoice = ({ id, number, what }: DateProposal): Choice => ({
  value: `#${id}`,
  label: verbatim(shorten(`${number}: ${what}`, 40)),
});

/** One day of a proposal. */
export interface ProposedDay {
  readonly of: DateProposal;
  /** Its place among the days, from 0. */
  readonly index: number;
  readonly day: string;
}

/** Which days can be meant: those that cells can answer about, or those that a council can agree on. */
export type WhichDays = "open" | "closed";

/** None can be meant: whatever was typed, that is what there is to say. */
export const noDay = "none";

/** What a button gives. */
export const dayValue = ({ id }: DateProposal, index: number): string => `#${id}.${index}`;

/** The days that can be meant here. */
export async function daysHere(context: Context, which: WhichDays): Promise<readonly ProposedDay[]> {
  const { now } = context;
  const cell = cellHere(context);
  const today = localParts(now, clockOf(context)).date;
  return (await datesHere(context))
    .filter((of) => of.cancelledAt === undefined && (which === "open") === isAnswered(of, now))
    .filter((of) => cell === undefined || asks(of, cell))
    .flatMap((of) => of.days.map((day, index) => ({ of, index, day })))
    .filter(({ day }) => day >= today);
}

/** A proposed day: as a date, by its number where one proposal alone can be meant, or as a button gives it. */
export const proposedDay = (which: WhichDays): OptionType<ProposedDay | typeof noDay> => ({
  kind: "moment",
  parse: async (raw, context) => {
    const typed = raw.trim().slice(0, 100);
    const [, id, place] = /^#([a-z0-9]+)\.(\d)$/u.exec(typed) ?? [];
    if (id !== undefined) {
      const of = (await datesHere(context)).find((one) => one.id === id);
      const day = of?.days[Number(place)];
      if (of !== undefined && day !== undefined) return { value: { of, index: Number(place), day } };
    }
    const all = await daysHere(context, which);
    const found = all.filter((one) => isMeant(one, typed, all, context));
    const [only] = found;
    if (only !== undefined && found.length === 1) return { value: only };
    if (all.length === 0) return { value: noDay };
    const choices = (only === undefined ? all : found).slice(0, mostChoices);
    return { ...refuse("date-day-unknown", { typed }), choices: choices.map((one) => dayChoice(context, one, all)) };
  },
  reads: (raw) => parseMoment(raw, anyDay).ok,
  choices: async (context, typed) => {
    const all = await daysHere(context, which);
    return typed === "" ? all.slice(0, mostChoices).map((one) => dayChoice(context, one, all)) : [];
  },
});

function isMeant(one: ProposedDay, typed: string, all: readonly ProposedDay[], context: Context): boolean {
  const number = /^\d{1,2}$/u.exec(typed)?.[0];
  if (number !== undefined && all.every(({ of }) => of.id === one.of.id)) return one.index + 1 === Number(number);
  const zone = clockOf(context);
  const read = parseMoment(typed, momentContext(context, noon));
  return one.day === typed || (read.ok && one.day === localParts(read.value, zone).date);
}

/** Which proposal it is of is said where there are several. */
function dayChoice(context: Context, one: ProposedDay, all: readonly ProposedDay[]): Choice {
  const day = dayOf(one.day, { zone: clockOf(context) });
  return {
    value: dayValue(one.of, one.index),
    label: all.every(({ of }) => of.id === one.of.id)
      ? phrase("date-day", { day })
      : phrase("date-day-of", { day, what: shorten(one.of.what, 16) }),
  };
}
