/**
 * Care over several days has shifts: an act of care for each day, or for each few days where it lasts for weeks. Rules:
 * docs/rules.md, "Actions and care". Times are milliseconds since 1970.
 */
import {
  actAfterMove,
  isOpenAction,
  nextOpenReminder,
  openPlaces,
  overlaps,
  type Action,
  type CareAct,
  type Span,
} from "./actions.ts";
import { addDays, daysBetween, localParts, wallClock } from "./time.ts";

const hour = 60 * 60_000;
const day = 24 * hour;
/** What would be shorter than this belongs to the day beside it. */
const shortestShift = 4 * hour;
/** Most shifts of one act. */
const mostShifts = 14;
/** Minutes of the day at which the chat is told what is open on the next day. */
const eveMinute = 18 * 60;
/** How far ahead such a reminder looks. */
const aheadOfEve = 36 * hour;

/**
 * The days that care over this time is given on, each as far as it belongs to it; runs of days where it lasts for more than 14.
 * What takes no more than 24 hours is one shift. `zone`: whose midnight it is.
 */
export function shiftsOf({ from, to }: Span, zone: string): readonly Span[] {
  if (to - from <= day) return [{ from, to }];
  const first = localParts(from, zone).date;
  const days = daysBetween(first, localParts(to - 1, zone).date) + 1;
  const each = Math.ceil(days / mostShifts);
  const bounds = [from];
  for (let after = each; after < days; after += each) {
    const midnight = wallClock(addDays(first, after), 0, zone);
    if (midnight - (bounds.at(-1) ?? from) >= shortestShift && to - midnight >= shortestShift) bounds.push(midnight);
  }
  return bounds.map((begin, index) => ({ from: begin, to: bounds[index + 1] ?? to }));
}

/** Whether an act takes one of the days of an action of several days, so that its day says when it is. */
export const isWholeShift = (act: Span, of: Pick<Action, "from" | "to" | "zone">): boolean => {
  const all = shiftsOf(of, of.zone);
  return all.length > 1 && all.some(({ from, to }) => from === act.from && to === act.to);
};

/** Whether an act is on one of the days of an action of several days, or for a part of it. */
export const isShift = (act: Span, of: Pick<Action, "from" | "to" | "zone">): boolean => {
  const all = shiftsOf(of, of.zone);
  return all.length > 1 && all.some(({ from, to }) => from <= act.from && act.to <= to);
};

/** Whether an action has care in shifts. */
export const hasShifts = (of: Action): boolean => of.acts.some((act) => isShift(act, of));

/** Acts that nobody has taken on and that are not over: the gaps, where there are shifts. */
export const gaps = (of: Action, now: number): readonly CareAct[] =>
  hasShifts(of) && isOpenAction(of)
    ? of.acts.filter(({ takers, doneAt, to }) => doneAt === undefined && takers.length === 0 && to > now)
    : [];

/** Acts that can still be taken on; of shifts those that are not over. */
export const toTake = (of: Action, now: number): readonly CareAct[] =>
  isOpenAction(of) ? of.acts.filter((act) => openPlaces(act) > 0 && (act.to > now || !isShift(act, of))) : [];

/** What the chat is reminded of: all that is open before the action begins; from then on what begins within a day and a half. */
export const openAhead = (of: Action, now: number): readonly CareAct[] =>
  of.from > now ? toTake(of, now) : toTake(of, now).filter(({ from }) => from > now && from <= now + aheadOfEve);

/**
 * When the chat is next reminded of what is open: before the action begins, and where it has shifts at 18:00 on the day before
 * each of them.
 */
export function nextReminder(of: Action, now: number): number | undefined {
  const eves = of.acts
    .filter((act) => act.from > of.from && isShift(act, of))
    .map(({ from }) => wallClock(addDays(localParts(from, of.zone).date, -1), eveMinute, of.zone));
  const all = [nextOpenReminder(of.from, now), ...eves].filter((at) => at !== undefined && at > now);
  return all.length === 0 ? undefined : Math.min(...all.map((at) => at ?? Infinity));
}

/** What becomes of the acts of an action that has moved. */
export interface CareMoved {
  readonly moved: readonly { readonly act: CareAct; readonly to: Span }[];
  /** Shifts of days that the action did not have before. */
  readonly added: readonly (Span & Pick<CareAct, "form" | "places">)[];
  /** Shifts of days that it does not have any more. */
  readonly fallen: readonly CareAct[];
}

const shared = (a: Span, b: Span): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);

/**
 * The acts after an action has moved. Shifts move along where it lasts as long as before; where it became longer or shorter,
 * whoever has taken on a day keeps that day, and days come and go. All else as in `actAfterMove`. What was done stays.
 */
export function careAfterMove(before: Action, after: Span): CareMoved {
  const { zone } = before;
  const [was, is] = [shiftsOf(before, zone), shiftsOf(after, zone)];
  const split = (act: Span): boolean =>
    was.length > 1 ? isWholeShift(act, before) : is.length > 1 && act.from === before.from && act.to === before.to;
  const moved: { act: CareAct; to: Span }[] = [];
  const added: (Span & Pick<CareAct, "form" | "places">)[] = [];
  const fallen: CareAct[] = [];
  const open = before.acts.filter(({ doneAt }) => doneAt === undefined);
  for (const act of open.filter((one) => !split(one))) moved.push({ act, to: actAfterMove(act, before, after, zone) });
  const alongside = after.to - after.from === before.to - before.from;
  for (const form of new Set(open.filter(split).map((act) => act.form))) {
    const theirs = open.filter((act) => act.form === form && split(act));
    const left = new Set(is);
    for (const from of new Set(theirs.map((act) => act.from))) {
      const index = was.findIndex((one) => one.from === from);
      const source = was[index] ?? before;
      const fitting = [...left].filter((one) => (alongside ? one === is[index] : shared(one, source) > 0));
      const [to] = fitting.sort((a, b) => shared(b, source) - shared(a, source));
      if (to !== undefined) left.delete(to);
      for (const act of theirs.filter((one) => one.from === from)) {
        if (to === undefined) fallen.push(act);
        else moved.push({ act, to });
      }
    }
    const none = left.size === is.length;
    const places = theirs[0]?.places ?? 1;
    for (const one of left) {
      // A day that was taken away before stays away.
      const isNew = was.length === 1 || (alongside ? is.indexOf(one) >= was.length : !overlaps(one, before));
      if (none || isNew) added.push({ ...one, form, places });
    }
  }
  return { moved, added, fallen };
}
