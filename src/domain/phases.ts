/**
 * A federation's calendar: burst and lull take turns, so that people rest. Rules: docs/rules.md, "Phases".
 *
 * A calendar is one of dates. Which date it is depends on who asks: the same turn comes to each cell in its own zone.
 */
import { addDays, daysBetween, localParts, wallClock } from "./time.ts";

/** What falls due for a calendar, by the name of its job. */
export const phaseJobs = { turn: "phase-turn" } as const;

export const phaseKinds = ["burst", "lull"] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** A lunar month: nobody keeps up a burst for longer. */
export const longestBurst = 29;
export const longestLull = 365;
/** A day begins in the east before it has begun in the west: shorter phases could not be told everywhere in their order. */
export const shortestPhase = 2;

export interface PhaseCalendar {
  /** The date on which the first burst begins: `2026-03-27`. */
  readonly startsOn: string;
  /** Lengths in days, at least `shortestPhase`. */
  readonly burst: number;
  readonly lull: number;
}

/** A stretch of the calendar, in dates. `until` is the first date that is no longer in it. */
export interface Stretch {
  readonly kind: PhaseKind;
  readonly from: string;
  readonly until: string;
}

/** The stretch in which a date lies; undefined before the first burst. */
export function stretchOn({ startsOn, burst, lull }: PhaseCalendar, date: string): Stretch | undefined {
  const days = daysBetween(startsOn, date);
  if (days < 0) return undefined;
  const inRound = days % (burst + lull);
  const kind = inRound < burst ? "burst" : "lull";
  const from = addDays(date, -(kind === "burst" ? inRound : inRound - burst));
  return { kind, from, until: addDays(from, kind === "burst" ? burst : lull) };
}

/** The stretch that comes after a date: the next one, or the first burst. */
export function nextStretch(calendar: PhaseCalendar, date: string): Stretch {
  const now = stretchOn(calendar, date);
  const from = now === undefined ? calendar.startsOn : now.until;
  const next = stretchOn(calendar, from);
  if (next === undefined) throw new RangeError("a calendar without a beginning");
  return next;
}

/** The stretches that begin after `date` and before `until`, in their order. */
export function stretchesAfter(calendar: PhaseCalendar, date: string, until: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let next = nextStretch(calendar, date); next.from < until; next = nextStretch(calendar, next.from)) {
    found.push(next);
  }
  return found;
}

/** The stretches that touch the days from the first to the last, in their order. */
export function stretchesWithin(
  calendar: PhaseCalendar | undefined,
  { from, to }: { readonly from: string; readonly to: string },
): readonly Stretch[] {
  if (calendar === undefined) return [];
  const first = stretchOn(calendar, from);
  return [...(first === undefined ? [] : [first]), ...stretchesAfter(calendar, from, addDays(to, 1))];
}

/** The turn of a phase is told at this time of the day, in each chat's own zone: minutes, 9:00. Nobody is woken. */
export const tellingTime = 9 * 60;

/** When the turn on a date is told in a zone: milliseconds since 1970. */
export const toldAt = (date: string, zone: string): number => wallClock(date, tellingTime, zone);

/** Where the day begins first. A job that wakes then is in time for every zone there is, and for cells made meanwhile. */
const firstZone = "Pacific/Kiritimati";

/** When somebody has to look whether the turn on `date` is to be told: before any chat is due. */
export const firstLook = (date: string): number => toldAt(date, firstZone);

/** The last zone in which a day begins: once it is told there, the turn is over. */
const lastZone = "Etc/GMT+12";

/**
 * When to look again after a look at `now` for the turn on `date`: at the next zone's time, and after all of them at the
 * next turn. `zones` are those in which the federation has chats.
 */
export function nextLook(
  calendar: PhaseCalendar,
  date: string,
  zones: readonly string[],
  now: number,
): { readonly date: string; readonly at: number } {
  const later = zones.map((zone) => toldAt(date, zone)).filter((at) => at > now);
  const last = toldAt(date, lastZone);
  if (later.length > 0) return { date, at: Math.min(...later) };
  // A cell made in the meantime may lie further to the west.
  if (last > now) return { date, at: last };
  const today = localParts(now, lastZone).date;
  const turn = nextStretch(calendar, today < date ? date : today).from;
  return { date: turn, at: Math.max(firstLook(turn), now) };
}

/**
 * What is to be told in a zone at a look for the turn on `date`: the stretch that runs there, if it began on that turn or
 * after it (the bot may have been down for long), and its time of telling has come.
 */
export function toTell(calendar: PhaseCalendar, date: string, zone: string, now: number): Stretch | undefined {
  const stretch = stretchOn(calendar, localParts(now, zone).date);
  if (stretch === undefined || stretch.from < date) return undefined;
  return toldAt(stretch.from, zone) <= now ? stretch : undefined;
}
