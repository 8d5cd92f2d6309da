/**
 * Gatherings: who comes, which time was found, and what is still to be asked. Rules: src/domain/gatherings.ts.
 *
 * A gathering is `open` from `create` on, with a time or while one is being chosen. It ends as `held`, `let-go`, `over`
 * or `cancelled`. All that falls due for it is planned anew after each change by `#plan`, from its state alone: so what
 * was moved is reminded of at its new time, and what has ended is not reminded of at all. The decompression of an action
 * that has ended has a job that will ask for it until it is held or let go.
 *
 * On PostgreSQL whoever changes a gathering locks its row first.
 */
import { minuteOf } from "../domain/time.ts";
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons, type Part } from "./of-persons.ts";
import type { Gathering as GatheringRow, Prisma } from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";
import {
  asking,
  bestTime,
  decisionTime,
  endsItself,
  gatheringCard,
  gatheringJobs,
  isOverdue,
  isReminded,
  movedUp,
  nextReminder,
  movedDown,
  overAt,
  placeJob,
  seats,
  type Asking,
  type Gathering,
  type GatheringChanges,
  type GatheringKind,
  type GatheringState,
  type RsvpAnswer,
  type Seats,
} from "../domain/gatherings.ts";
import { cardParts } from "../chat/cards.ts";
import { Cards } from "./cards.ts";
import { Jobs } from "./jobs.ts";
import { comingsTo, goesTo, isGoing, openComing, writeComing } from "./rsvps.ts";

export interface NewGathering {
  readonly cellId: string;
  readonly kind: GatheringKind;
  /** The action after which it is held. */
  readonly actionId?: string;
  readonly what?: string | undefined;
  /** Milliseconds since 1970; without it a time has to be found. */
  readonly at?: number | undefined;
  readonly where?: string | undefined;
  readonly minutes?: number | undefined;
  readonly capacity?: number | undefined;
  readonly organizerId?: string | undefined;
}

/** How many come. */
export interface Turnout {
  readonly seated: number;
  readonly waiting: number;
  readonly maybe: number;
}

/** A person's own answer; `place` is theirs on the waiting list, from 1. */
export interface OwnRsvp {
  readonly answer: RsvpAnswer;
  readonly place: number | undefined;
}

const purpose = "Gathering.sealedWhat";
const wherePurpose = "Gathering.sealedWhere";
const actionPurpose = "Action.sealedWhat";
const day = 24 * 60 * 60_000;
/** Lists show no more of what has ended. */
const mostEnded = 10;

const including = {
  cell: { select: { zone: true } },
  action: { select: { id: true, sealedWhat: true, endedAt: true } },
  times: { orderBy: { at: "asc" }, include: { choices: { select: { personId: true } } } },
} satisfies Prisma.GatheringInclude;
type Row = Prisma.GatheringGetPayload<{ include: typeof including }>;

export class Gatherings {
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #jobs: Jobs;
  readonly #cards: Cards;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#jobs = new Jobs(session, federation.id);
    this.#cards = new Cards(session);
  }

  // Making and finding

  async create(of: NewGathering): Promise<Gathering> {
    const { tx, now } = this.#session;
    const { cellId, kind, actionId, what, where, at, minutes, capacity, organizerId } = of;
    const id = this.#session.newId();
    const last = await tx.gathering.aggregate({ where: { cellId }, _max: { number: true } });
    await tx.gathering.create({
      data: {
        id,
        federationId: this.#federation.id,
        cellId,
        number: (last._max.number ?? 0) + 1,
        kind,
        actionId: actionId ?? null,
        sealedWhat: what === undefined ? null : this.#federation.sealer.seal(what, purpose, id),
        sealedWhere: where === undefined ? null : this.#federation.sealer.seal(where, wherePurpose, id),
        at: at === undefined ? null : new Date(at),
        minutes: minutes ?? null,
        capacity: capacity ?? null,
        organizerId: organizerId ?? null,
        createdAt: new Date(minuteOf(now)),
        changedAt: new Date(minuteOf(now)),
      },
    });
    return this.#changed(id);
  }

  async get(id: string): Promise<Gathering | undefined> {
    const where = { id, federationId: this.#federation.id };
    const row = await this.#session.tx.gathering.findFirst({ where, include: including });
    return row === null ? undefined : this.#record(row);
  }

  async byNumber(cellId: string, number: number): Promise<Gathering | undefined> {
    const where = { cellId, number, federationId: this.#federation.id };
    const row = await this.#session.tx.gathering.findFirst({ where, include: including });
    return row === null ? undefined : this.#record(row);
  }

  /** The gatherings of a cell that are open, and with `ended` the last ones that are not; each in their order. */
  async list(cellId: string, { ended = false } = {}): Promise<readonly Gathering[]> {
    const { tx } = this.#session;
    const where = { cellId, federationId: this.#federation.id };
    const open = await tx.gathering.findMany({
      where: { ...where, state: "open" },
      orderBy: { number: "asc" },
      include: including,
    });
    const done = ended
      ? await tx.gathering.findMany({
          where: { ...where, state: { not: "open" } },
          orderBy: { number: "desc" },
          take: mostEnded,
          include: including,
        })
      : [];
    return [...open, ...done.reverse()].map((row) => this.#record(row));
  }

  /**
   * The decompressions that are items for the next assembly of these cells: not held seven days after their action, nor
   * let go. The oldest first.
   */
  async openDecompressions(cellIds: readonly string[]): Promise<readonly Gathering[]> {
    const rows = await this.#session.tx.gathering.findMany({
      where: {
        federationId: this.#federation.id,
        cellId: { in: [...cellIds] },
        kind: "decompression",
        state: "open",
        action: { endedAt: { not: null } },
      },
      include: including,
    });
    return rows
      .map((row) => this.#record(row))
      .filter((one) => isOverdue(one, this.#session.now))
      .sort((a, b) => (a.actionEndedAt ?? 0) - (b.actionEndedAt ?? 0) || (a.id < b.id ? -1 : 1));
  }

  // Coming

  /** Who has a place and who waits. */
  async seats({ id, capacity }: Pick<Gathering, "id" | "capacity">): Promise<Seats> {
    return seats((await this.#comings(id)).filter(isGoing), capacity);
  }

  /** The gatherings (ids) to which a person goes and has a place. */
  goesTo = (personId: string) => goesTo(this.#session.tx, this.#federation.sealer, personId);

  #comings(id: string) {
    return comingsTo(this.#session.tx, this.#federation.sealer, id);
  }

  async turnout(gathering: Gathering): Promise<Turnout> {
    const all = await this.#comings(gathering.id);
    const { seated, waiting } = seats(all.filter(isGoing), gathering.capacity);
    const maybe = all.filter(({ answer }) => answer === "maybe").length;
    return { seated: seated.length, waiting: waiting.length, maybe };
  }

  /**
   * A person's answer; the last one counts. Who says again that they are going keeps their turn. Who moves up from the
   * waiting list because of it is told by a job. Undefined: it is too late for an answer.
   */
  async answer(gathering: Gathering, personId: string, answer: RsvpAnswer): Promise<OwnRsvp | undefined> {
    const { tx, now } = this.#session;
    const { id } = gathering;
    await this.#lock(id);
    const current = await this.get(id);
    if (current?.state !== "open" || (current.at !== undefined && overAt(current.at, current) <= now)) {
      return undefined;
    }
    const all = await this.#comings(id);
    const before = seats(all.filter(isGoing), current.capacity);
    if (all.find((one) => one.personId === personId)?.answer !== answer) {
      const turn = Math.max(0, ...all.map((one) => one.turn)) + 1;
      await writeComing(tx, this.#federation.sealer, { gatheringId: id, personId }, { answer, turn, at: now });
      this.#touch(id);
    }
    const after = await this.seats(current);
    await this.#tellOfPlaces(id, movedUp(before, after));
    const waits = after.waiting.indexOf(personId);
    return { answer, place: waits < 0 ? undefined : waits + 1 };
  }

  async #tellOfPlaces(gathering: string, people: readonly string[]): Promise<void> {
    for (const person of people) {
      const key = `${placeJob}:${gathering}:${person}`;
      const payload = { gathering, person };
      await this.#jobs.schedule({ kind: placeJob, key, payload, dueAt: this.#session.now });
    }
  }

  // People who come and go

  get ofPersons(): OfPersons {
    return {
      tables: ["Gathering", "Rsvp", "TimeChoice"],
      leavesCell: async ({ person, cellId }) => {
        await this.#withdraw(person.id, { cellId });
        // Who looks after what is open is somebody of the cell: the coordinator, where nobody else does.
        const theirs = { organizerId: person.id, cellId, state: "open" };
        await this.#session.tx.gathering.updateMany({ where: theirs, data: { organizerId: null } });
      },
      countsElsewhere: nothing("who is a member of the cell comes to what it does, wherever they count"),
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      forgotten: ({ person }) => this.#withdraw(person.id, {}),
      exported: ({ personId }) => this.#export(personId),
      retention: nothing("each gathering that has ended has a job for it: gathering-clear"),
      cellLeavesCouncil: nothing("gatherings are of cells alone"),
    };
  }

  /** Answers to what is open are withdrawn, and who waited for a place moves up. */
  async #withdraw(personId: string, of: { readonly cellId?: string }): Promise<void> {
    const { tx } = this.#session;
    const open = { state: "open", federationId: this.#federation.id, ...of };
    const rows = await tx.rsvp.findMany({ where: { personId, gathering: open }, orderBy: { gatheringId: "asc" } });
    for (const { gatheringId } of rows) {
      await this.#lock(gatheringId);
      const gathering = await this.get(gatheringId);
      if (gathering === undefined) continue;
      const before = await this.seats(gathering);
      await tx.rsvp.deleteMany({ where: { gatheringId, personId } });
      await this.#tellOfPlaces(gatheringId, movedUp(before, await this.seats(gathering)));
      this.#touch(gatheringId);
    }
    const chosen = await tx.timeChoice.findMany({
      where: { personId, time: { gathering: open } },
      select: { timeId: true, time: { select: { gatheringId: true } } },
    });
    for (const { timeId, time } of chosen) {
      await tx.timeChoice.deleteMany({ where: { timeId, personId } });
      this.#touch(time.gatheringId);
    }
  }

  /** Two persons are one: each gathering has one answer of theirs, the later one, and each time one choice. */
  async #merge(first: string, second: string): Promise<void> {
    const { tx } = this.#session;
    const { sealer } = this.#federation;
    for (const row of await tx.rsvp.findMany({ where: { personId: second }, orderBy: { gatheringId: "asc" } })) {
      const { gatheringId } = row;
      await this.#lock(gatheringId);
      const gathering = await this.get(gatheringId);
      const before = gathering?.state === "open" ? await this.seats(gathering) : undefined;
      const key = { gatheringId, personId: first };
      const own = await tx.rsvp.findUnique({ where: { gatheringId_personId: key } });
      await tx.rsvp.delete({ where: { gatheringId_personId: { gatheringId, personId: second } } });
      const theirs = openComing(sealer, row);
      const mine = own === null ? undefined : openComing(sealer, own);
      const stands = mine === undefined || mine.at < theirs.at ? theirs : mine;
      const turn = mine?.answer === theirs.answer ? Math.min(mine.turn, theirs.turn) : stands.turn;
      await writeComing(tx, sealer, key, { ...stands, turn });
      if (gathering !== undefined && before !== undefined) {
        // One person has one place: whoever waited for the other has it now.
        const moved = movedUp(before, await this.seats(gathering));
        await this.#tellOfPlaces(
          gathering.id,
          moved.filter((id) => id !== first),
        );
      }
      this.#touch(gatheringId);
    }
    const chosen = await tx.timeChoice.findMany({
      where: { personId: second },
      include: { time: { select: { gatheringId: true } } },
    });
    for (const { timeId, time } of chosen) {
      await tx.timeChoice.delete({ where: { timeId_personId: { timeId, personId: second } } });
      await this.#choose(timeId, first);
      this.#touch(time.gatheringId);
    }
    await tx.gathering.updateMany({ where: { organizerId: second }, data: { organizerId: first } });
  }

  async #export(personId: string): Promise<Part> {
    const { tx } = this.#session;
    const made = await tx.gathering.findMany({ where: { organizerId: personId }, orderBy: { createdAt: "asc" } });
    const rsvps = await tx.rsvp.findMany({
      where: { personId },
      include: { gathering: true },
      orderBy: { gatheringId: "asc" },
    });
    const answered = rsvps
      .map(({ gathering, ...row }) => ({ gathering, ...openComing(this.#federation.sealer, row) }))
      .sort((a, b) => a.at - b.at);
    const chosen = await tx.timeChoice.findMany({
      where: { personId },
      include: { time: true },
      orderBy: { timeId: "asc" },
    });
    // The decompression of an action has no name of its own.
    const named = ({ id, kind, at, sealedWhat }: GatheringRow) => ({
      kind,
      at,
      what: sealedWhat === null ? null : this.#federation.sealer.open(sealedWhat, purpose, id),
    });
    return {
      gatheringsMade: made.map(named),
      gatheringsAnswered: answered.map(({ gathering, answer, at }) => ({
        ...named(gathering),
        answer,
        answeredAt: new Date(at),
      })),
      timesChosen: chosen.map(({ time: { at } }) => at),
    };
  }

  // Finding a time

  /** Proposes times instead of the one that was set or the ones that were proposed; people choose from now on. */
  async propose(gathering: Gathering, times: readonly number[]): Promise<Gathering> {
    const { tx, now } = this.#session;
    const { id } = gathering;
    await this.#lock(id);
    await tx.gatheringTime.deleteMany({ where: { gatheringId: id, at: { notIn: times.map((at) => new Date(at)) } } });
    const kept = await tx.gatheringTime.findMany({ where: { gatheringId: id }, select: { at: true } });
    const there = new Set(kept.map(({ at }) => at.getTime()));
    await tx.gatheringTime.createMany({
      data: [...new Set(times)]
        .filter((at) => !there.has(at))
        .map((at) => ({ id: this.#session.newId(), gatheringId: id, at: new Date(at) })),
    });
    await tx.gathering.update({
      where: { id },
      data: {
        at: null,
        askedAt: null,
        decidesAt: new Date(minuteOf(decisionTime(now, times, gathering.zone))),
        ...this.#revised(),
      },
    });
    return this.#changed(id);
  }

  /** Somebody can make a time, or, if they said so before, no longer. Undefined: nothing is being chosen there. */
  async choose(gathering: Gathering, timeId: string, personId: string): Promise<{ readonly can: boolean } | undefined> {
    const { tx } = this.#session;
    await this.#lock(gathering.id);
    const current = await this.get(gathering.id);
    if (current?.state !== "open" || !current.times.some(({ id }) => id === timeId)) return undefined;
    const { count } = await tx.timeChoice.deleteMany({ where: { timeId, personId } });
    if (count === 0) await this.#choose(timeId, personId);
    this.#touch(gathering.id);
    return { can: count === 0 };
  }

  async #choose(timeId: string, personId: string): Promise<void> {
    await this.#session.tx.timeChoice.upsert({
      where: { timeId_personId: { timeId, personId } },
      create: { timeId, personId },
      update: {},
    });
  }

  /** The proposed times that a person can make (ids). */
  async chosen({ id }: Gathering, personId: string): Promise<ReadonlySet<string>> {
    const rows = await this.#session.tx.timeChoice.findMany({ where: { personId, time: { gatheringId: id } } });
    return new Set(rows.map(({ timeId }) => timeId));
  }

  /**
   * Ends the choice: the best time is the gathering's. With `found: false` nobody can make any, and none is set.
   * Undefined: nothing is being chosen (any more).
   */
  async decide(id: string): Promise<{ readonly gathering: Gathering; readonly found: boolean } | undefined> {
    const { tx, now } = this.#session;
    await this.#lock(id);
    const current = await this.get(id);
    if (current?.state !== "open" || current.times.length === 0) return undefined;
    const best = bestTime(current.times, now);
    await tx.gatheringTime.deleteMany({ where: { gatheringId: id } });
    await tx.gathering.update({
      where: { id },
      data: { decidesAt: null, ...(best === undefined ? {} : { at: new Date(best.at), ...this.#revised() }) },
    });
    return { gathering: await this.#changed(id), found: best !== undefined };
  }

  // Changing and ending

  /** Sets a time, or (undefined) takes it away; what was proposed is not chosen from any more. */
  async move(gathering: Gathering, at: number | undefined): Promise<Gathering> {
    const { tx } = this.#session;
    const { id } = gathering;
    await this.#lock(id);
    await tx.gatheringTime.deleteMany({ where: { gatheringId: id } });
    const set = { at: at === undefined ? null : new Date(at), decidesAt: null, askedAt: null, ...this.#revised() };
    await tx.gathering.update({ where: { id }, data: set });
    return this.#changed(id);
  }

  /**
   * Another place, length or number of places. With more of them who waits moves up; with fewer, the last who said that
   * they come wait. Both are told by a job.
   */
  async change(gathering: Gathering, { where, minutes, capacity }: GatheringChanges): Promise<Gathering> {
    const { tx } = this.#session;
    const { id } = gathering;
    await this.#lock(id);
    const before = await this.seats((await this.get(id)) ?? gathering);
    await tx.gathering.update({
      where: { id },
      data: {
        ...(where === undefined ? {} : { sealedWhere: this.#federation.sealer.seal(where, wherePurpose, id) }),
        ...(minutes === undefined ? {} : { minutes }),
        ...(capacity === undefined ? {} : { capacity }),
        ...this.#revised(),
      },
    });
    const changed = await this.#changed(id);
    const after = await this.seats(changed);
    await this.#tellOfPlaces(id, [...movedUp(before, after), ...movedDown(before, after)]);
    return changed;
  }

  /** Ends a gathering that is open. Undefined if it has ended already. */
  async end(id: string, state: Exclude<GatheringState, "open">): Promise<Gathering | undefined> {
    const { tx, now } = this.#session;
    const { count } = await tx.gathering.updateMany({
      where: { id, federationId: this.#federation.id, state: "open" },
      data: { state, endedAt: new Date(minuteOf(now)), decidesAt: null, ...this.#revised() },
    });
    if (count === 0) return undefined;
    await tx.gatheringTime.deleteMany({ where: { gatheringId: id } });
    return this.#changed(id);
  }

  // What falls due

  /** The gathering of which the chat is to be reminded now, if that still makes sense. */
  async remind(id: string): Promise<Gathering | undefined> {
    const gathering = await this.#changed(id);
    return gathering.state === "open" && isReminded(gathering.at, this.#session.now) ? gathering : undefined;
  }

  /** What is to be asked now of a decompression whose action has ended; it is noted as asked. */
  async ask(id: string): Promise<{ readonly gathering: Gathering; readonly what: Asking["what"] } | undefined> {
    const { tx, now } = this.#session;
    await this.#lock(id);
    const current = await this.get(id);
    if (current === undefined) return undefined;
    const next = asking(current);
    if (next === undefined || next.at > now) {
      await this.#plan(current);
      return undefined;
    }
    const minute = new Date(minuteOf(now));
    const data = next.what === "held" ? { askedAt: minute } : { remindedAt: minute };
    await tx.gathering.update({ where: { id }, data });
    return { gathering: await this.#changed(id), what: next.what };
  }

  /** Its time has passed, or nobody has found one for a long time: it is over, without a word. */
  async pass(id: string): Promise<void> {
    const current = await this.get(id);
    if (current?.state !== "open") return;
    const due = endsItself(current);
    if (due === undefined || due > this.#session.now) await this.#plan(current);
    else await this.end(id, "over");
  }

  /** Plans anew all that falls due for it, after its action has changed. */
  async replan(id: string): Promise<void> {
    await this.#changed(id);
  }

  /** The retention has passed: who came, who can come when and who made it are removed. */
  async clear(id: string): Promise<void> {
    const { tx, now } = this.#session;
    const current = await this.get(id);
    if (current === undefined || current.state === "open") return;
    await tx.rsvp.deleteMany({ where: { gatheringId: id } });
    await tx.gathering.update({ where: { id }, data: { clearedAt: new Date(minuteOf(now)), organizerId: null } });
  }

  /** Plans what falls due, shows the card again, and gives the gathering back as it is now. */
  async #changed(id: string): Promise<Gathering> {
    const gathering = await this.get(id);
    if (gathering === undefined) throw new Error("a gathering is not there");
    await this.#plan(gathering);
    this.#touch(id);
    // Another one may be the next now, and the one that shows what is open.
    if (await this.#hasPoints(gathering)) this.#cards.touch({ kind: cardParts.meeting, subject: gathering.cellId });
    return gathering;
  }

  /** Whether the cell may have something open for a meeting. Where not, none of its cards is looked at for nothing. */
  async #hasPoints({ cellId }: Gathering): Promise<boolean> {
    const { tx } = this.#session;
    const one = { where: { cellId }, select: { id: true } };
    const decided = (await tx.decision.findFirst(one)) ?? (await tx.marginNote.findFirst(one));
    if ((decided ?? (await tx.careNeed.findFirst(one))) !== null) return true;
    return (await tx.checkIn.findFirst({ ...one, where: { cellId, subject: { not: null } } })) !== null;
  }

  async #plan(gathering: Gathering): Promise<void> {
    const { now } = this.#session;
    const { id, at, decidesAt, endedAt, state } = gathering;
    const open = state === "open";
    const retention = this.#federation.retentionDays * day;
    const due: Readonly<Record<keyof typeof gatheringJobs, number | undefined>> = {
      remind: open && at !== undefined ? nextReminder(at, now) : undefined,
      decide: open ? decidesAt : undefined,
      rest: asking(gathering)?.at,
      over: endsItself(gathering),
      clear: open || endedAt === undefined ? undefined : endedAt + retention,
    };
    for (const name of Object.keys(gatheringJobs) as (keyof typeof gatheringJobs)[]) {
      const kind = gatheringJobs[name];
      const key = `${kind}:${id}`;
      const dueAt = due[name];
      if (dueAt === undefined) await this.#jobs.cancel(key);
      else await this.#jobs.schedule({ kind, key, payload: { gathering: id }, dueAt });
    }
  }

  #revised() {
    return { revision: { increment: 1 }, changedAt: new Date(minuteOf(this.#session.now)) };
  }

  #touch(id: string): void {
    this.#cards.touch({ kind: gatheringCard, subject: id });
  }

  async #lock(id: string): Promise<void> {
    const { tx } = this.#session;
    if (tx.provider !== "postgresql") return;
    await tx.$queryRaw`SELECT "id" FROM "Gathering" WHERE "id" = ${id} ${tx.forUpdate}`;
  }

  #record(row: Row): Gathering {
    const { sealer } = this.#federation;
    return {
      id: row.id,
      number: row.number,
      cellId: row.cellId,
      zone: row.cell.zone,
      kind: row.kind as GatheringKind, // an edge, like `state`: only `create` and `end` write them
      actionId: row.actionId ?? undefined,
      actionWhat: row.action === null ? undefined : sealer.open(row.action.sealedWhat, actionPurpose, row.action.id),
      actionEndedAt: row.action?.endedAt?.getTime(),
      what: row.sealedWhat === null ? undefined : sealer.open(row.sealedWhat, purpose, row.id),
      where: row.sealedWhere === null ? undefined : sealer.open(row.sealedWhere, wherePurpose, row.id),
      at: row.at?.getTime(),
      minutes: row.minutes ?? undefined,
      capacity: row.capacity ?? undefined,
      state: row.state as GatheringState,
      organizerId: row.organizerId ?? undefined,
      createdAt: row.createdAt.getTime(),
      decidesAt: row.decidesAt?.getTime(),
      askedAt: row.askedAt?.getTime(),
      remindedAt: row.remindedAt?.getTime(),
      endedAt: row.endedAt?.getTime(),
      revision: row.revision,
      changedAt: row.changedAt.getTime(),
      times: row.times.map(({ id, at, choices }) => ({ id, at: at.getTime(), choices: choices.length })),
    };
  }
}
