/** A federation's calendar of bursts and lulls, and the job that looks whether a turn is to be told. Rules: src/domain/phases.ts. */
import type { FederationRecord } from "./federations.ts";
import { nothing } from "./of-persons.ts";
import type { Session } from "./session.ts";
import { firstLook, nextStretch, phaseJobs, stretchOn, type PhaseCalendar, type Stretch } from "../domain/phases.ts";
import { localParts } from "../domain/time.ts";
import { Jobs } from "./jobs.ts";

export class Phases {
  readonly ofPersons = nothing("a calendar is of a federation");
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #jobs: Jobs;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#jobs = new Jobs(session, federation.id);
  }

  /** The calendar; undefined where none is set. */
  async calendar(): Promise<PhaseCalendar | undefined> {
    const row = await this.#session.tx.phaseCalendar.findUnique({ where: { federationId: this.#federation.id } });
    return row === null ? undefined : { startsOn: row.startsOn, burst: row.burstDays, lull: row.lullDays };
  }

  /** Sets the calendar, or another one, and plans the telling of its next turn. */
  async set(calendar: PhaseCalendar): Promise<void> {
    const { id: federationId, zone } = this.#federation;
    const data = { startsOn: calendar.startsOn, burstDays: calendar.burst, lullDays: calendar.lull };
    await this.#session.tx.phaseCalendar.upsert({
      where: { federationId },
      create: { federationId, ...data },
      update: data,
    });
    const { from } = nextStretch(calendar, localParts(this.#session.now, zone).date);
    await this.planLook({ date: from, at: firstLook(from) });
  }

  /** No phases any more. False if there were none. */
  async clear(): Promise<boolean> {
    const where = { federationId: this.#federation.id };
    const { count } = await this.#session.tx.phaseCalendar.deleteMany({ where });
    await this.#jobs.cancel(this.#key);
    return count > 0;
  }

  /** The phase at a moment (ms since 1970), by the federation's zone. Undefined without a calendar, and before its start. */
  async at(ms: number): Promise<Stretch | undefined> {
    const { zone } = this.#federation;
    const calendar = await this.calendar();
    return calendar === undefined ? undefined : stretchOn(calendar, localParts(ms, zone).date);
  }

  /** Plans a look at whether the turn on a date is to be told. */
  async planLook({ date, at }: { readonly date: string; readonly at: number }): Promise<void> {
    await this.#jobs.schedule({ kind: phaseJobs.turn, key: this.#key, payload: { date }, dueAt: at });
  }

  get #key(): string {
    return `${phaseJobs.turn}:${this.#federation.id}`;
  }
}
