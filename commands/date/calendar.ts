/** What calendars have of the days that councils have agreed on. */
import type { FederationContext } from "../../src/core/context.ts";
import { verbatim } from "../../src/chat/message.ts";
import type { Phrase } from "../../src/chat/phrase.ts";
import { dayUid, midnight, type NewEvent, type NumberedEvent } from "../../src/domain/calendar.ts";
import { isAgreed, type AgreedDate } from "../../src/domain/dates.ts";
import { addDays, localParts } from "../../src/domain/time.ts";
import { fileReaches } from "../../src/domain/waves.ts";

/** The day as calendars keep it. A later vote moves the same event. */
export const dateEvent = ({ what, agreedDay, agreements, agreedAt }: AgreedDate, name: string): NewEvent<Phrase> => ({
  uid: dayUid(name),
  sequence: agreements - 1,
  start: midnight(agreedDay),
  end: midnight(addDays(agreedDay, 1)),
  allDay: true,
  title: verbatim(what),
  cancelled: false,
  changedAt: agreedAt,
});

/** The days of a council with their numbers; what was given out and is called off, as cancelled. */
export async function dateEvents(
  context: FederationContext,
  councilId: string,
): Promise<readonly NumberedEvent<Phrase>[]> {
  const first = addDays(localParts(context.now, context.zone).date, -fileReaches.back);
  const agreed = (await context.dates.list({ council: councilId })).filter(isAgreed);
  const events = agreed.filter(({ agreedDay }) => agreedDay >= first).map((one) => dateEvent(one, `date-${one.id}`));
  return context.calendars.number(`dates:${councilId}`, events);
}
