/**
 * What calendar files have said of each event, so that an event is numbered by what it says: whatever of it changes, its
 * SEQUENCE rises, and one that was given out and is not there any more is given out as cancelled instead of vanishing.
 */
import type { Phrase } from "../chat/phrase.ts";
import { isOfDays, type NewEvent, type NumberedEvent } from "../domain/calendar.ts";
import type { FederationRecord } from "./federations.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import { rowOf } from "./sealing.ts";
import type { Session } from "./session.ts";

/** For what place it is sealed: see sealing.ts. */
const purpose = "CalendarEvent.sealedTitle";

/** How long an event is remembered after its end. Milliseconds: a year. No file reaches back so far. */
const remembered = 365 * 24 * 60 * 60_000;

export class Calendars {
  readonly #session: Session;
  readonly #federation: FederationRecord;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
  }

  get ofPersons(): OfPersons {
    const { tx, now } = this.#session;
    const federationId = this.#federation.id;
    const endsAt = new Date(now - remembered);
    return {
      tables: [],
      leavesCell: nothing("an event names nobody here: what it said of people is a keyed hash"),
      countsElsewhere: nothing("an event names nobody here"),
      becomesOne: nothing("an event names nobody here"),
      forgotten: nothing("an event names nobody here"),
      exported: nothing("an event names nobody here"),
      retention: {
        due: Prisma.sql`SELECT 1 FROM "CalendarEvent" WHERE "federationId" = ${federationId} AND "endsAt" < ${endsAt}`,
        clear: async () => {
          await tx.calendarEvent.deleteMany({ where: { federationId, endsAt: { lt: endsAt } } });
        },
      },
      cellLeavesCouncil: nothing("its events are those of the cell"),
    };
  }

  /**
   * Numbers the events of a calendar for a file: all that it has now. What is ahead and was given out before, but is not
   * among them, comes behind them as cancelled.
   */
  async number(calendar: string, events: readonly NewEvent<Phrase>[]): Promise<readonly NumberedEvent<Phrase>[]> {
    const { tx, now } = this.#session;
    const federationId = this.#federation.id;
    const rows = await tx.calendarEvent.findMany({
      where: { federationId, calendar },
      orderBy: [{ startsAt: "asc" }, { uid: "asc" }],
    });
    const given = new Map(rows.map((row) => [row.uid, row]));
    const there = new Set(events.map(({ uid }) => uid));
    const gone = rows
      .filter(({ uid, endsAt }) => !there.has(uid) && endsAt.getTime() > now)
      .map(({ uid, startsAt, endsAt, sealedTitle, sequence, changedAt }): NewEvent<Phrase> => ({
        uid,
        start: startsAt.getTime(),
        end: endsAt.getTime(),
        title: JSON.parse(this.#federation.sealer.open(sealedTitle, purpose, rowOf(federationId, uid))) as Phrase, // an edge: only `#keep` writes it
        ...(isOfDays(uid) ? { allDay: true } : {}),
        cancelled: true,
        sequence,
        changedAt: changedAt.getTime(),
      }));
    const numbered: NumberedEvent<Phrase>[] = [];
    for (const event of [...events, ...gone]) {
      const { title, summary = title, changedAt, ...said } = event;
      const mark = this.#mark(event);
      const before = given.get(event.uid);
      const same = before?.mark === mark;
      // What changed without leaving a time has changed between the two files: it is said when it was seen.
      const changed = before === undefined || changedAt > before.changedAt.getTime() ? changedAt : now;
      const sequence = before === undefined ? said.sequence : Math.max(before.sequence + 1, said.sequence);
      const numbers = same
        ? { sequence: before.sequence, updatedAt: before.changedAt.getTime() }
        : { sequence, updatedAt: Math.min(changed, now) };
      if (!same) await this.#keep(calendar, event, mark, numbers);
      numbered.push({ ...said, summary, ...numbers });
    }
    return numbered;
  }

  async #keep(
    calendar: string,
    { uid, start, end, title }: NewEvent<Phrase>,
    mark: string,
    { sequence, updatedAt }: { readonly sequence: number; readonly updatedAt: number },
  ): Promise<void> {
    const federationId = this.#federation.id;
    const data = {
      calendar,
      mark,
      sequence,
      sealedTitle: this.#federation.sealer.seal(JSON.stringify(title), purpose, rowOf(federationId, uid)),
      startsAt: new Date(start),
      endsAt: new Date(end),
      changedAt: new Date(updatedAt),
    };
    await this.#session.tx.calendarEvent.upsert({
      where: { federationId_uid: { federationId, uid } },
      create: { federationId, uid, ...data },
      update: data,
    });
  }

  /** All that the event says. Another master key makes others of them: then each event is taken for changed once. */
  #mark({ uid, start, end, title, summary = title, location, cancelled }: NewEvent<Phrase>): string {
    const said = JSON.stringify([start, end, summary, location ?? null, cancelled]);
    return this.#session.keyring.lookup("calendar-event", this.#federation.id, uid, said);
  }
}
