/**
 * Care over several days has shifts: an act of care for each day, or for each few days where it lasts for weeks. Rules:
 * docs/rules.md, "Actions and care". Times are milliseconds since 1970.
 */
import {
  actAfterMove,
  isOpenAction,
  mostActs,
  movedAlong,
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

/** Whether an action still has room for these on each of their days. */
export const hasRoom = (of: Action, added: readonly Span[]): boolean =>
  shiftsOf(of, of.zone)
    .filter((one) => added.some((act) => overlaps(act, one)))
    .every((one) => [...of.acts, ...added].filter((act) => overlaps(act, one)).length <= mostActs);

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

/** The one of these that shares the most time with it; undefined where none shares any. */
function beside(of: Span, all: Iterable<Span>): Span | undefined {
  const [first] = [...all].filter((one) => shared(one, of) > 0).sort((a, b) => shared(b, of) - shared(a, of));
  return first;
}

const within = (of: Span, { from, to }: Span): Span => ({ from: Math.max(of.from, from), to: Math.min(of.to, to) });

/**
 * The acts after an action has moved. Shifts move along where it lasts as long as before; where it became longer or shorter,
 * whoever has taken on a day, or hours of it, keeps them, and days come and go. All else as in `actAfterMove`. What was done
 * stays, and is not to be done again.
 */
export function careAfterMove(before: Action, after: Span): CareMoved {
  const { zone } = before;
  const split = (act: Span): boolean =>
    isShift(act, before) ||
    (shiftsOf(before, zone).length === 1 &&
      shiftsOf(after, zone).length > 1 &&
      act.from === before.from &&
      act.to === before.to);
  const all: CareMoved = {
    moved: before.acts
      .filter((act) => act.doneAt === undefined && !split(act))
      .map((act) => ({ act, to: actAfterMove(act, before, after, zone) })),
    added: [],
    fallen: [],
  };
  return [...Map.groupBy(before.acts.filter(split), ({ form }) => form).values()].reduce((moved, theirs) => {
    const one = formAfterMove(theirs, before, after);
    return {
      moved: [...moved.moved, ...one.moved],
      added: [...moved.added, ...one.added],
      fallen: [...moved.fallen, ...one.fallen],
    };
  }, all);
}

/** The same for the shifts of one form. */
function formAfterMove(theirs: readonly CareAct[], before: Action, after: Span): CareMoved {
  const { zone } = before;
  const [was, is] = [shiftsOf(before, zone), shiftsOf(after, zone)];
  const alongside =
    after.to - after.from === before.to - before.from ||
    // The clocks change on its way.
    movedAlong(before.to, before.from, after.from, zone) === after.to;
  const dayOf = (act: Span): number => was.findIndex(({ from, to }) => from <= act.from && act.to <= to);
  const isDay = (act: Span): boolean => act.from === was[dayOf(act)]?.from && act.to === was[dayOf(act)]?.to;
  const done = theirs.filter(({ doneAt }) => doneAt !== undefined);
  // Where it was done already it is not done twice.
  const isDone = (at: Span, but?: Span): boolean =>
    done.some((one) => overlaps(one, at) && (but === undefined || !overlaps(one, but)));

  /** Which of the days before has a day now. */
  const whose = new Map<Span, number>();
  const stays = (on: Span | undefined, index: number): void => {
    if (on !== undefined && !whose.has(on)) whose.set(on, index);
  };
  const moved: { act: CareAct; to: Span }[] = [];
  const fallen: CareAct[] = [];
  for (const act of done) stays(beside(act, is), dayOf(act));
  for (const act of theirs.filter(({ doneAt }) => doneAt === undefined)) {
    const index = dayOf(act);
    const free = is.filter((one) => (whose.get(one) ?? index) === index);
    const onDay = alongside ? is[index] : beside(act, isDay(act) ? free : is);
    const to = isDay(act) ? onDay : alongside ? actAfterMove(act, before, after, zone) : onDay && within(act, onDay);
    if (to === undefined || isDone(to, act)) fallen.push(act);
    else {
      moved.push({ act, to });
      stays(beside(to, is), index);
    }
  }
  const left = is.filter((one) => !whose.has(one));

  const given = [...Map.groupBy(theirs, dayOf)].sort(([a], [b]) => a - b);
  // What is given once is not given on each day.
  const daily = theirs.some(isDay) || given.length > 1;
  const none = moved.length === 0 && !done.some((one) => overlaps(one, after));
  const added: (Span & Pick<CareAct, "form" | "places">)[] = [];
  for (const day of left) {
    const index = is.indexOf(day);
    // A day that was taken away before stays away.
    const isNew =
      was.length === 1 ||
      (alongside ? index >= was.length || given.some(([one]) => one === index) : !overlaps(day, before));
    if (!none && !(daily && isNew)) continue;
    added.push(...asBeside(day).filter((one) => !isDone(one)));
  }
  const [first] = theirs;
  if (none && added.length === 0 && first !== undefined) {
    added.push(...is.map((one) => ({ ...one, form: first.form, places: first.places })));
  }
  return { moved, added, fallen };

  /** What a new day has: the day, or the hours, that the one nearest to it had. */
  function asBeside(day: Span): readonly (Span & Pick<CareAct, "form" | "places">)[] {
    const apart = (index: number): number => Math.abs((was[index]?.from ?? before.from) - day.from);
    const [nearest] = [...given].sort(([a], [b]) => apart(a) - apart(b));
    const acts = nearest?.[1] ?? [];
    const whole = acts.find(isDay);
    if (whole !== undefined) return [{ ...day, form: whole.form, places: whole.places }];
    return acts.flatMap((act) => {
      const onDate = (of: Span): Span => {
        const from = wallClock(localParts(of.from, zone).date, localParts(act.from, zone).minuteOfDay, zone);
        return within({ from, to: movedAlong(act.to, act.from, from, zone) }, of);
      };
      const at = onDate(day);
      return at.from < at.to ? [{ ...at, form: act.form, places: act.places }] : [];
    });
  }
}
