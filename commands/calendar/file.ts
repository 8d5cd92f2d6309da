/**
 * The calendar of all as an iCalendar file. It always reaches as far, whatever was asked to be shown: what a file leaves out
 * calendars would take for called off.
 */
import type { FileData } from "../../src/chat/message.ts";
import { phrase, type Phrase } from "../../src/chat/phrase.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { dayUid, midnight, type NewEvent } from "../../src/domain/calendar.ts";
import { stretchesWithin } from "../../src/domain/phases.ts";
import { addDays, localParts } from "../../src/domain/time.ts";
import { fileReaches } from "../../src/domain/waves.ts";
import { meetingEvent } from "../assembly/calendar.ts";
import { icsFile } from "../calendar-file.ts";
import { dateEvent } from "../date/calendar.ts";
import { collected, type Collected } from "./collected.ts";

export async function calendarOfAll(context: FederationContext): Promise<FileData> {
  const today = localParts(context.now, context.zone).date;
  const days = { from: addDays(today, -fileReaches.back), to: addDays(today, fileReaches.ahead) };
  const whose = context.group?.id ?? cellHere(context) ?? "";
  const found = await collected(context, days);
  const events = [
    ...phasesOf(found, whose),
    ...found.dates.map((one) => dateEvent(one, `date-${one.id}-${whose}`)),
    ...meetingsOf(found, whose),
    ...actionsOf(found, whose),
  ];
  const numbered = await context.calendars.number(`waves:${whose}`, events);
  const name = phrase("calendar-file-name", { federation: context.federation.name });
  return icsFile(context, { file: "calendar.ics", name, events: numbered });
}

const phasesOf = ({ phases, days }: Collected, whose: string): readonly NewEvent<Phrase>[] =>
  stretchesWithin(phases, days).map(({ kind, from, until }) => ({
    uid: dayUid(`${kind}-${from}-${whose}`),
    sequence: 0,
    start: midnight(from),
    end: midnight(until),
    allDay: true,
    title: kind === "burst" ? phrase("calendar-burst") : phrase("calendar-lull"),
    cancelled: false,
    changedAt: 0,
  }));

/** Where an assembly meets stands in the council's own file. */
const meetingsOf = ({ meetings }: Collected, whose: string): readonly NewEvent<Phrase>[] =>
  meetings.map((one) =>
    meetingEvent({ ...one, place: undefined }, `assembly-${one.series}-${String(one.ordinal)}-${whose}@steward`),
  );

const actionsOf = ({ actions, sectors }: Collected, whose: string): readonly NewEvent<Phrase>[] =>
  actions.map(({ id, what, sectorId, from, to, sharedAt }) => ({
    uid: `wave-${id}-${whose}@steward`,
    sequence: 0,
    start: from,
    end: to,
    title: phrase("calendar-action", { what, sector: sectors.find((one) => one.id === sectorId)?.name ?? "" }),
    cancelled: false,
    changedAt: sharedAt,
  }));
