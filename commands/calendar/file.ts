/**
 * The calendar of all as an iCalendar file. It always reaches as far, whatever was asked to be shown: what a file leaves out
 * calendars would take for called off.
 */
import type { FileData } from "../../src/chat/message.ts";
import { verbatim } from "../../src/chat/message.ts";
import { phrase, type Phrase } from "../../src/chat/phrase.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { dayUid, type NewEvent } from "../../src/domain/calendar.ts";
import { stretchesAfter, stretchOn, type Stretch } from "../../src/domain/phases.ts";
import { addDays, localParts } from "../../src/domain/time.ts";
import { fileReaches } from "../../src/domain/waves.ts";
import { icsFile } from "../calendar-file.ts";
import { collected, type Collected } from "./collected.ts";

/** Midnight in UTC: so whole days are written. */
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export async function calendarOfAll(context: FederationContext): Promise<FileData> {
  const today = localParts(context.now, context.zone).date;
  const days = { from: addDays(today, -fileReaches.back), to: addDays(today, fileReaches.ahead) };
  const whose = context.group?.id ?? cellHere(context) ?? "";
  const found = await collected(context, days);
  const events = [
    ...phasesOf(found, whose),
    ...datesOf(found, whose, context.now),
    ...meetingsOf(found, whose),
    ...actionsOf(found, whose),
  ];
  const numbered = await context.calendars.number(`waves:${whose}`, events);
  const name = phrase("calendar-file-name", { federation: context.federation.name });
  return icsFile(context, { file: "calendar.ics", name, events: numbered });
}

function phasesOf({ phases, days }: Collected, whose: string): readonly NewEvent<Phrase>[] {
  if (phases === undefined) return [];
  const first = stretchOn(phases, days.from);
  const all: readonly Stretch[] = [
    ...(first === undefined ? [] : [first]),
    ...stretchesAfter(phases, days.from, days.to),
  ];
  return all.map(({ kind, from, until }) => ({
    uid: dayUid(`${kind}-${from}-${whose}`),
    sequence: 0,
    start: midnight(from),
    end: midnight(until),
    allDay: true,
    title: kind === "burst" ? phrase("calendar-burst") : phrase("calendar-lull"),
    cancelled: false,
    changedAt: 0,
  }));
}

const datesOf = ({ dates }: Collected, whose: string, now: number): readonly NewEvent<Phrase>[] =>
  dates.map(({ id, what, agreedDay, agreements, agreedAt = now }) => ({
    uid: dayUid(`date-${id}-${whose}`),
    sequence: agreements - 1,
    start: midnight(agreedDay),
    end: midnight(addDays(agreedDay, 1)),
    allDay: true,
    title: verbatim(what),
    cancelled: false,
    changedAt: agreedAt,
  }));

const meetingsOf = ({ meetings }: Collected, whose: string): readonly NewEvent<Phrase>[] =>
  meetings.map(({ series, ordinal, changes, at, until, name, plannedAt }) => ({
    // By their order, not by their time: whatever is moved stays the same event in people's calendars.
    uid: `assembly-${series}-${String(ordinal)}-${whose}@steward`,
    sequence: changes + ordinal - 1,
    start: at,
    end: until,
    title: verbatim(name),
    cancelled: false,
    changedAt: plannedAt,
  }));

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
