/**
 * Actions and the acts of care paired with them. Rules: docs/rules.md, "Actions and care".
 *
 * Times are milliseconds since 1970; a span is `[from, to)`.
 */
import type { GatheringState } from "./gatherings.ts";
import { addDays, localParts, wallClock } from "./time.ts";

/** The kind of the card that shows an action. */
export const actionCard = "action";

/** What falls due for an action, by the name of its job. */
export const actionJobs = { open: "action-open", end: "action-end", clear: "action-clear" } as const;
/** Tells who has taken on care that it has changed, after their quiet hours. */
export const careChangedJob = "action-care-changed";

/** `planned` until it is confirmed; `over` once it has ended. */
export type ActionState = "planned" | "confirmed" | "over" | "cancelled";

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An act of care: what is given, when, and who has taken it on. */
export interface CareAct extends Span {
  readonly id: string;
  readonly actionId: string;
  /** One of `careForms`, or the cell's own words. */
  readonly form: string;
  /** How many people it takes. */
  readonly places: number;
  /** Ids of people, the first to take it on first. */
  readonly takers: readonly string[];
  readonly doneAt: number | undefined;
}

/** Something a cell does. */
export interface Action extends Span {
  readonly id: string;
  /** Within the cell, for people to type. */
  readonly number: number;
  readonly cellId: string;
  /** Of the cell. */
  readonly zone: string;
  readonly what: string;
  readonly where: string | undefined;
  readonly state: ActionState;
  readonly plannedById: string | undefined;
  /** Why it was confirmed without care or rest. */
  readonly reason: string | undefined;
  readonly endedAt: number | undefined;
  /** Whether all cells may see what it is, when and of which sector. */
  readonly shared: boolean;
  readonly acts: readonly CareAct[];
  /** Its decompression, if there is one that was not cancelled. */
  readonly rest: Rest | undefined;
}

/** The decompression of an action, as far as the action has to know it. */
export interface Rest {
  readonly id: string;
  readonly number: number;
  readonly at: number | undefined;
  readonly state: GatheringState;
}

/** An action as it is planned again: times are minutes from its beginning. */
export interface Template {
  readonly what: string;
  readonly where?: string;
  readonly minutes: number;
  readonly acts: readonly {
    readonly form: string;
    readonly after: number;
    readonly minutes: number;
    readonly places: number;
  }[];
  /** The decompression: days after the day on which the action ends, and minutes of the day. */
  readonly rest?: { readonly days: number; readonly minuteOfDay: number };
}

/** Forms of care that have a name in every language. */
export const careForms = ["meals", "childcare", "rides", "pantry", "first-aid", "quiet-room"] as const;
export type CareForm = (typeof careForms)[number];

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long an action lasts if nothing else is said. */
export const usualLength = 3 * hour;
/** The longest that one action may last: what is longer is a series of them. */
export const longestAction = 31 * day;
/** Minutes of the day of a decompression: 18:00. */
export const restTime = 18 * 60;
/** A template keeps a decompression that is so many days after the action at most. */
const latestRest = 3;
/** People that a care act takes if nothing else is said. */
export const usualPlaces = 2;
/** Most forms of care of one action, and most care acts on each of its days. */
export const mostActs = 8;
/** That many actions in a row with the same form, and others are suggested. */
const running = 3;

export const isOpenAction = ({ state }: Pick<Action, "state">): boolean => state === "planned" || state === "confirmed";

/** Whether a care act is over: it was done, its time has passed, or its action has ended. `now` in ms since 1970. */
export const isOver = (act: CareAct, { state }: Pick<Action, "state">, now: number): boolean =>
  act.doneAt !== undefined || act.to <= now || state === "over" || state === "cancelled";

/** Whether two spans share any time. An act that only touches its action does not overlap it. */
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to && a.from < a.to && b.from < b.to;

/** How many places of an act nobody has taken on. */
export const openPlaces = ({ places, takers, doneAt }: CareAct): number =>
  doneAt === undefined ? Math.max(0, places - takers.length) : 0;

/** The day after the action ends, 18:00 local. What ends at midnight ends on the day before. */
export const defaultRest = (endsAt: number, zone: string): number => restAfter(endsAt, zone, 1, restTime);

/** So many days after the day on which the action ends, at that minute of the day. */
export const restAfter = (endsAt: number, zone: string, days: number, minuteOfDay: number): number =>
  wallClock(addDays(localParts(endsAt - 1, zone).date, days), minuteOfDay, zone);

/** How a decompression lies behind the end of its action: what `restAfter` takes. */
export function restOffset(
  endsAt: number,
  at: number,
  zone: string,
): { readonly days: number; readonly minuteOfDay: number } {
  const { date, minuteOfDay } = localParts(at, zone);
  return { days: daysBetween(localParts(endsAt - 1, zone).date, date), minuteOfDay };
}

const soonRest = (offset: { readonly days: number; readonly minuteOfDay: number }) =>
  offset.days > latestRest ? { days: 1, minuteOfDay: restTime } : offset;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / day);

/**
 * Where `moment` is moved when what began at `before` begins at `after`: by as many days and minutes of the clock, so
 * that a meal at noon stays at noon over a change of clocks.
 */
export function movedAlong(moment: number, before: number, after: number, zone: string): number {
  const [was, is, its] = [localParts(before, zone), localParts(after, zone), localParts(moment, zone)];
  const minutes = its.minuteOfDay + is.minuteOfDay - was.minuteOfDay;
  const days = daysBetween(was.date, is.date) + Math.floor(minutes / 1440);
  return wallClock(addDays(its.date, days), ((minutes % 1440) + 1440) % 1440, zone);
}

/**
 * The span of a care act after its action has moved: moved along with it where it then still overlaps the action; the
 * whole action where it does not, or took the whole of it before.
 */
export function actAfterMove(act: Span, before: Span, after: Span, zone: string): Span {
  if (act.from === before.from && act.to === before.to) return { from: after.from, to: after.to };
  const from = movedAlong(act.from, before.from, after.from, zone);
  const to = Math.max(from + minute, movedAlong(act.to, before.from, after.from, zone));
  const moved = { from, to };
  return overlaps(moved, after) ? moved : { from: after.from, to: after.to };
}

/**
 * When a decompression is held after its action has moved: as many days after the end as before, at the same hour; the
 * usual time where that would not be after the end.
 */
export function restAfterMove(at: number, endBefore: number, endAfter: number, zone: string): number {
  const { days, minuteOfDay } = restOffset(endBefore, at, zone);
  const moved = restAfter(endAfter, zone, days, minuteOfDay);
  return moved >= endAfter ? moved : defaultRest(endAfter, zone);
}

/** When the chat is reminded of places that are open: two days, one day and three hours before; the next one ahead. */
export function nextOpenReminder(startsAt: number, now: number): number | undefined {
  return [2 * day, day, 3 * hour].map((before) => startsAt - before).find((at) => at > now);
}

/** What a cell is suggested for care. */
export interface Suggested {
  /** Forms with a name, the best suggestion first. */
  readonly forms: readonly CareForm[];
  /** Forms that each of the last three actions had. */
  readonly repeated: readonly string[];
}

/**
 * Which forms of care to suggest, by what the last actions had (the newest first). Usually what was used last comes
 * first, since people know how to do it. A form that each of the last three had comes last: then those that were not
 * used for the longest time come first.
 */
export function suggestForms(past: readonly (readonly string[])[]): Suggested {
  const lately = past.slice(0, running);
  const first = lately.length < running ? [] : [...new Set(lately[0])];
  const repeated = first.filter((form) => lately.every((forms) => forms.includes(form)));
  const ago = (form: string): number => {
    const at = past.findIndex((forms) => forms.includes(form));
    return at < 0 ? past.length : at;
  };
  const forms = [...careForms].sort((a, b) => (repeated.length > 0 ? ago(b) - ago(a) : ago(a) - ago(b)));
  return { forms, repeated };
}

/**
 * The template of an action as it was planned. `rest`: when its decompression is held; one that came late is planned for
 * the usual time again.
 */
export function toTemplate(action: Action, rest: number | undefined): Template {
  const minutes = (ms: number): number => Math.round(ms / minute);
  return {
    what: action.what,
    ...(action.where === undefined ? {} : { where: action.where }),
    minutes: minutes(action.to - action.from),
    acts: action.acts.map(({ form, from, to, places }) => ({
      form,
      after: minutes(from - action.from),
      minutes: minutes(to - from),
      places,
    })),
    ...(rest === undefined ? {} : { rest: soonRest(restOffset(action.to, rest, action.zone)) }),
  };
}
