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
  /** It is of whole days: `start` and `end` are midnights in UTC, and the same dates are meant everywhere. */
  readonly allDay?: boolean;
  /** It stays in the file, so that calendars take it out. */
  readonly cancelled: boolean;
  /** When it was last changed, in ms since 1970. */
  readonly updatedAt: number;
}

/** An event with its numbers. `P`: a text that is the same for readers of all languages. */
export interface NumberedEvent<P> extends Omit<CalendarEvent, "summary" | "description"> {
  readonly summary: P;
}

/** An event as it is now, before it is compared with what was given out of it. */
export interface NewEvent<P> extends Omit<NumberedEvent<P>, "summary" | "updatedAt"> {
  /** What it is called where nobody is named: that is kept as long as the event is. */
  readonly title: P;
  /** What it is called with those who are in it; the title by default. */
  readonly summary?: P;
  /** Its sequence is at least that. */
  readonly sequence: number;
  /** When it was made or last changed, in ms since 1970, as far as that is known. */
  readonly changedAt: number;
}

/** A calendar and its events. The same input gives the same file, to the byte. */
export interface Calendar {
  /** What calendars call it. */
  readonly name: string;
  /**
   * When the file was made, in ms since 1970 (DTSTAMP). Without, each event says when it was last changed: of a calendar
   * that is read again and again only what is new is then other than before.
   */
  readonly stamp?: number;
  /** After how many minutes it is worth reading again. */
  readonly refresh?: number;
  readonly events: readonly CalendarEvent[];
}

/** What the ids of events of whole days begin with. */
const ofDays = "day-";

/** The id of an event of whole days. */
export const dayUid = (rest: string): string => `${ofDays}${rest}@steward`;
export const isOfDays = (uid: string): boolean => uid.startsWith(ofDays);

/** Where a date of the calendar begins in an event of whole days: midnight in UTC. */
export const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** PRODID, who made the file: `-//Steward//Steward//EN`. */
const product = { company: "Steward", product: "Steward", language: "EN" };

/**
 * The text of an `.ics` file: CRLF at the end of each line, the last one too; lines folded at 75 octets. `METHOD:PUBLISH`:
 * nobody is invited and no answer is asked for. Busy times stay free: to hold a function for a month is no appointment.
 */
export function calendarFile({ name, stamp, refresh, events }: Calendar): string {
  const calendar = ical({
    name: escaped(name),
    prodId: product,
    method: ICalCalendarMethod.PUBLISH,
    ...(refresh === undefined ? {} : { ttl: refresh * 60 }),
  });
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(stamp ?? event.updatedAt),
      lastModified: new Date(event.updatedAt),
      start: new Date(event.start),
      end: new Date(event.end),
      allDay: event.allDay === true,
      summary: event.summary,
      description: event.description ?? null,
      location: event.location ?? null,
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // The library ends without a line break, and folds wherever a line is full, in the midst of `\,` too.
  return `${calendar.toString()}\r\n`.replace(/\r\n /g, "").replace(/[^\r\n]+/g, folded);
}

/** Octets of a line, without its end. */
const longestLine = 75;

/** A line folded as RFC 5545 (section 3.1) has it, between characters; and never within an escape, which some readers drop. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= longestLine) return line;
  let octets = 0;
  return line.replace(/\\[^]|[^]/gu, (piece) => {
    const size = Buffer.byteLength(piece);
    if (octets + size <= longestLine) {
      octets += size;
      return piece;
    }
    octets = 1 + size;
    return `\r\n ${piece}`;
  });
}

/** A text as RFC 5545 (section 3.3.11) writes it. The library does that itself for events, but not for the calendar's name. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
