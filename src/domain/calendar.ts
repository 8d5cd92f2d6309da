/**
 * The calendar file (iCalendar, RFC 5545) of terms, gatherings and meetings.
 *
 * Each is an event of its own at a moment that is known, so its times are in UTC: every calendar shows them in its
 * owner's zone, and there is no VTIMEZONE that could say something else than the bot does. UTC would be wrong for an event
 * that repeats by a rule, whose later moments depend on changes of clocks; there are none here: the repetition is the
 * bot's, and what it moves gets a higher `sequence`.
 */
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";

/** An event as calendars keep it. Texts are for everybody who gets the file: no names that they may not know. */
export interface CalendarEvent {
  /** The same in every file: by it a calendar knows the event again. ASCII, without spaces. */
  readonly uid: string;
  /** 0 at first, and higher after every change of time, text or state. */
  readonly sequence: number;
  /** ms since 1970 */
  readonly start: number;
  /** ms since 1970, later than `start`. */
  readonly end: number;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  /** It stays in the file, so that calendars take it out. */
  readonly cancelled: boolean;
  /** When it was last changed, in ms since 1970. */
  readonly updatedAt: number;
}

/** A calendar and its events. The same input gives the same file, to the byte. */
export interface Calendar {
  /** What calendars call it. */
  readonly name: string;
  /** When the file was made, in ms since 1970 (DTSTAMP). */
  readonly stamp: number;
  readonly events: readonly CalendarEvent[];
}

/** PRODID, who made the file: `-//Steward//Steward//EN`. */
const product = { company: "Steward", product: "Steward", language: "EN" };

/**
 * The text of an `.ics` file: CRLF at the end of each line, lines folded at 75 octets. `METHOD:PUBLISH`: nobody is invited
 * and no answer is asked for. Busy times stay free: to hold a function for a month is no appointment.
 */
export function calendarFile({ name, stamp, events }: Calendar): string {
  const calendar = ical({ name: escaped(name), prodId: product, method: ICalCalendarMethod.PUBLISH });
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(stamp),
      lastModified: new Date(event.updatedAt),
      start: new Date(event.start),
      end: new Date(event.end),
      summary: event.summary,
      description: event.description ?? null,
      location: event.location ?? null,
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** A text as RFC 5545 (section 3.3.11) writes it. The library does that itself for events, but not for the calendar's name. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
