/** What a calendar has of the assemblies of a council: the next ones of each series that goes on. */
import type { FederationContext } from "../../src/core/context.ts";
import { verbatim } from "../../src/chat/message.ts";
import type { Phrase } from "../../src/chat/phrase.ts";
import { lastMoment, type Assembly } from "../../src/domain/assemblies.ts";
import type { NewEvent, NumberedEvent } from "../../src/domain/calendar.ts";
import { nextOccurrences } from "../../src/domain/recurrence.ts";

/** Dates in one calendar. */
const dates = 12;

/** The events with their numbers, the same whoever reads them; those that were given out and are gone, as cancelled. */
export async function assemblyEvents(
  context: FederationContext,
  councilId: string,
): Promise<readonly NumberedEvent<Phrase>[]> {
  const events: NewEvent<Phrase>[] = [];
  for (const assembly of await context.assemblies.upcoming(councilId)) {
    events.push(...(await eventsOf(context, assembly)));
  }
  return context.calendars.number(`assemblies:${councilId}`, events);
}

async function eventsOf(
  { assemblies, now }: FederationContext,
  assembly: Assembly,
): Promise<readonly NewEvent<Phrase>[]> {
  const { series, host: at } = assembly;
  const ordinal = await assemblies.ordinal(assembly);
  const starts = [assembly.startsAt, ...nextOccurrences(series.rule, lastMoment(assembly, now), dates - 1)];
  return starts.map((start, later) => ({
    // By their order, not by their time: whatever is moved stays the same event in people's calendars.
    uid: `${series.id}-${String(ordinal + later)}@steward`,
    // Higher with every change, and with every assembly that was planned, since that may have moved the later ones.
    sequence: series.changes + ordinal - 1,
    start,
    end: start + series.lengthMinutes * 60_000,
    title: verbatim(series.name),
    ...(start === assembly.startsAt && at !== undefined ? { location: at.place } : {}),
    cancelled: false,
    changedAt: assembly.plannedAt,
  }));
}
