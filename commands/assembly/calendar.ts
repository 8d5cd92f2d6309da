/** What calendars have of the assemblies of a council: the next ones of each series that goes on. */
import type { FederationContext } from "../../src/core/context.ts";
import { verbatim } from "../../src/chat/message.ts";
import type { Phrase } from "../../src/chat/phrase.ts";
import { lastMoment, type Assembly } from "../../src/domain/assemblies.ts";
import type { NewEvent, NumberedEvent } from "../../src/domain/calendar.ts";
import { nextOccurrences } from "../../src/domain/recurrence.ts";

/** Dates of one series in the council's file. */
const dates = 12;

/** An assembly to come, or one that is planned by its rule. */
export interface Meeting {
  readonly at: number;
  readonly until: number;
  readonly name: string;
  /** Of its series, and the how manieth of it. */
  readonly series: string;
  readonly ordinal: number;
  /** Higher with every change, and with every assembly that was planned, since that may have moved the later ones. */
  readonly revision: number;
  readonly plannedAt: number;
  /** Where the next one meets, once that is known. */
  readonly place: string | undefined;
}

/** The events with their numbers, the same whoever reads them; those that were given out and are gone, as cancelled. */
export async function assemblyEvents(
  context: FederationContext,
  councilId: string,
): Promise<readonly NumberedEvent<Phrase>[]> {
  const meetings = await meetingsOf(context, councilId, dates);
  const events = meetings.map((one) => meetingEvent(one, `${one.series}-${String(one.ordinal)}@steward`));
  return context.calendars.number(`assemblies:${councilId}`, events);
}

/** The next assembly of each series of a council, and those that follow by its rule: so many in all. */
export async function meetingsOf(
  context: FederationContext,
  councilId: string,
  most: number,
): Promise<readonly Meeting[]> {
  const all: Meeting[] = [];
  for (const assembly of await context.assemblies.upcoming(councilId)) {
    all.push(...(await meetingsFrom(context, assembly, most)));
  }
  return all;
}

async function meetingsFrom(
  { assemblies, now }: FederationContext,
  assembly: Assembly,
  most: number,
): Promise<readonly Meeting[]> {
  const { series, plannedAt } = assembly;
  const ordinal = await assemblies.ordinal(assembly);
  const starts = [assembly.startsAt, ...nextOccurrences(series.rule, lastMoment(assembly, now), most - 1)];
  return starts.map((at, later) => ({
    at,
    until: at + series.lengthMinutes * 60_000,
    name: series.name,
    series: series.id,
    ordinal: ordinal + later,
    revision: series.changes + ordinal - 1,
    plannedAt,
    place: at === assembly.startsAt ? assembly.host?.place : undefined,
  }));
}

/**
 * A meeting as calendars keep it.
 * @param uid made of its order, not of its time: whatever is moved stays the same event in people's calendars
 */
export const meetingEvent = (
  { at, until, name, revision, plannedAt, place }: Meeting,
  uid: string,
): NewEvent<Phrase> => ({
  uid,
  sequence: revision,
  start: at,
  end: until,
  title: verbatim(name),
  ...(place === undefined ? {} : { location: place }),
  cancelled: false,
  changedAt: plannedAt,
});
