/**
 * What the law says of a zone's clocks, kept as data: so that a moment that was computed under one version of the zone data
 * can be told from what another version says.
 */
import { Temporal } from "temporal-polyfill";

/** Ascending: from a moment on (milliseconds since 1970) clocks are so many minutes ahead of UTC. The first holds before, too. */
export type ZoneRules = readonly (readonly [from: number, minutes: number])[];

/** The rules of a zone as this process knows them, between two moments (milliseconds since 1970). */
export function zoneRules(zone: string, from: number, to: number): ZoneRules {
  let local = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const rules: (readonly [number, number])[] = [[from, minutesAhead(local)]];
  for (;;) {
    const next = local.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds > to) return rules;
    local = next;
    // Some changes are of the name only.
    if (minutesAhead(local) !== rules.at(-1)?.[1]) rules.push([local.epochMilliseconds, minutesAhead(local)]);
  }
}

const minutesAhead = ({ offsetNanoseconds }: Temporal.ZonedDateTime): number => offsetNanoseconds / 60_000_000_000;

/**
 * The moment at which a clock shows, by what this process knows of the zone, what it would have shown at `at` under the
 * rules. `at` itself where both agree on it; otherwise, of a time that does not exist or exists twice, as `wallClock` says.
 */
export function sameClock(at: number, rules: ZoneRules, zone: string): number {
  const minutes = (rules.findLast(([from]) => from <= at) ?? rules[0])?.[1];
  const known = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  if (minutes === undefined || minutes === minutesAhead(known)) return at;
  return Temporal.Instant.fromEpochMilliseconds(at + minutes * 60_000)
    .toZonedDateTimeISO("UTC")
    .toPlainDateTime()
    .toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
}
