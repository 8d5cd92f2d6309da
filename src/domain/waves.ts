/**
 * Waves: the actions that cells share, day by day and sector by sector, over the phases, the agreed dates and the assemblies.
 * Rules: docs/rules.md, "The calendar of all". Of a shared action others see what, when and which sector; never where or who.
 *
 * Days are dates of the calendar, as the reader's clock has them; moments are milliseconds since 1970.
 */
import type { Span } from "./actions.ts";
import { stretchesWithin, type PhaseCalendar, type PhaseKind } from "./phases.ts";
import { addDays, daysBetween, localParts } from "./time.ts";

/** An action as everybody may see it who is in a cell of the federation. */
export interface SharedAction extends Span {
  readonly id: string;
  readonly what: string;
  readonly sectorId: string;
  /** When it was shared. */
  readonly sharedAt: number;
}

/** Days from the first to the last. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Days that are shown if nothing else is said: three months. */
export const usualDays = 92;
/** No more days are shown at once: half a year. */
export const mostShownDays = 184;
/** As far reaches a calendar file, back and ahead, in days. */
export const fileReaches = { back: 31, ahead: 366 } as const;

export const lengthOf = ({ from, to }: Days): number => daysBetween(from, to) + 1;

/** All of them, in their order. */
export const eachDay = (of: Days): readonly string[] =>
  Array.from({ length: lengthOf(of) }, (_, index) => addDays(of.from, index));

/** The first and the last day on which a span goes on. What ends at midnight ends on the day before. */
export const daysOf = ({ from, to }: Span, zone: string): Days => ({
  from: localParts(from, zone).date,
  to: localParts(Math.max(from, to - 1), zone).date,
});

/** For each day, how many of these actions go on. */
export function waveOf(actions: readonly Span[], days: Days, zone: string): readonly number[] {
  const counts = new Array<number>(lengthOf(days)).fill(0);
  for (const action of actions) {
    const { from, to } = daysOf(action, zone);
    const first = Math.max(0, daysBetween(days.from, from));
    const last = Math.min(counts.length - 1, daysBetween(days.from, to));
    for (let day = first; day <= last; day++) counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/** A stretch of bursts and lulls, as far as it lies within some days: their places, `until` being behind the last. */
export interface Band {
  readonly kind: PhaseKind;
  readonly from: number;
  readonly until: number;
}

/** The phases within these days. */
export function bandsOf(calendar: PhaseCalendar | undefined, days: Days): readonly Band[] {
  return stretchesWithin(calendar, days).map((stretch) => ({
    kind: stretch.kind,
    from: Math.max(0, daysBetween(days.from, stretch.from)),
    until: Math.min(lengthOf(days), daysBetween(days.from, stretch.until)),
  }));
}
