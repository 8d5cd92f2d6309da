/**
 * Actions of a cell, and the care paired with them. Rules: src/domain/actions.ts.
 *
 * An action is `planned`, then `confirmed`; once its end has passed (`end`, a job) it is `over`, and from then on its
 * decompression (src/store/gatherings.ts) has a job of its own. `cancel` ends it without one. All that falls due for an
 * action is planned anew after each change by `#plan`, from its state alone.
 *
 * On PostgreSQL whoever changes an action or its acts locks the action's row first, then its gathering's.
 */
import { minuteAfter, minuteOf } from "../domain/time.ts";
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons, type Part } from "./of-persons.ts";
import type { Prisma } from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";
import {
  actionCard,
  actionJobs,
  isOpenAction,
  openPlaces,
  overlaps,
  restAfterMove,
  type Action,
  type ActionState,
  type CareAct,
  type Span,
} from "../domain/actions.ts";
import { careAfterMove, nextReminder, openAhead } from "../domain/shifts.ts";
import type { Gathering, GatheringState } from "../domain/gatherings.ts";
import { Cards } from "./cards.ts";
import { Gatherings } from "./gatherings.ts";
import { Jobs } from "./jobs.ts";

export interface NewAction extends Span {
  readonly cellId: string;
  readonly what: string;
  readonly where: string | undefined;
  readonly plannedById: string;
  readonly acts: readonly NewAct[];
  /** When the decompression is held; none is planned without it. */
  readonly rest: number | undefined;
}

export interface NewAct extends Span {
  readonly form: string;
  readonly places: number;
}

/** What may be changed; what is not named stays. */
export interface ActionChanges {
  readonly what?: string;
  readonly where?: string;
  readonly from?: number;
  readonly to?: number;
}

/** What taking on a care act came to. */
export type Taken = "taken" | "already" | "full" | "closed";

const purposes = {
  what: "Action.sealedWhat",
  where: "Action.sealedWhere",
  reason: "Action.sealedReason",
  form: "CareAct.sealedForm",
} as const;
const hour = 60 * 60_000;
const day = 24 * hour;
/** Lists show no more of what is over. */
const mostEnded = 10;
/** The actions that a suggestion for care looks at. */
const lookedBack = 12;

const including = {
  cell: { select: { zone: true } },
  acts: {
    orderBy: [{ startsAt: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    include: { takers: { orderBy: [{ takenAt: "asc" }, { id: "asc" }], select: { personId: true } } },
  },
  gatherings: {
    where: { kind: "decompression", state: { not: "cancelled" } },
    orderBy: { number: "desc" },
    take: 1,
    select: { id: true, number: true, at: true, state: true },
  },
} satisfies Prisma.ActionInclude;
type Row = Prisma.ActionGetPayload<{ include: typeof including }>;

export class Actions {
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #jobs: Jobs;
  readonly #cards: Cards;
  readonly #gatherings: Gatherings;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#jobs = new Jobs(session, federation.id);
    this.#cards = new Cards(session);
    this.#gatherings = new Gatherings(session, federation);
  }

  // Planning and finding

  /** @throws RangeError for a care act that does not overlap the action: the command has checked it */
  async create(of: NewAction): Promise<Action> {
    const { tx, now } = this.#session;
    const { sealer, id: federationId } = this.#federation;
    const id = this.#session.newId();
    const last = await tx.action.aggregate({ where: { cellId: of.cellId }, _max: { number: true } });
    await tx.action.create({
      data: {
        id,
        federationId,
        cellId: of.cellId,
        number: (last._max.number ?? 0) + 1,
        sealedWhat: sealer.seal(of.what, purposes.what, id),
        sealedWhere: of.where === undefined ? null : sealer.seal(of.where, purposes.where, id),
        startsAt: new Date(of.from),
        endsAt: new Date(of.to),
        plannedById: of.plannedById,
        createdAt: new Date(minuteOf(now)),
      },
    });
    for (const act of of.acts) await this.#createAct(id, of, act);
    if (of.rest !== undefined) await this.#createRest(id, of.cellId, of.plannedById, of.rest);
    return this.#changed(id);
  }

  async #createAct(actionId: string, action: Span, { form, from, to, places }: NewAct): Promise<string> {
    if (!overlaps({ from, to }, action)) throw new RangeError("a care act does not overlap its action");
    const { tx, now } = this.#session;
    const id = this.#session.newId();
    const sealedForm = this.#federation.sealer.seal(form, purposes.form, id);
    const times = { startsAt: new Date(from), endsAt: new Date(to), createdAt: new Date(now) };
    await tx.careAct.create({ data: { id, actionId, sealedForm, places, ...times } });
    return id;
  }

  #createRest(
    actionId: string,
    cellId: string,
    organizerId: string | undefined,
    at: number | undefined,
  ): Promise<Gathering> {
    return this.#gatherings.create({ cellId, kind: "decompression", actionId, organizerId, at });
  }

  async get(id: string): Promise<Action | undefined> {
    const where = { id, federationId: this.#federation.id };
    const row = await this.#session.tx.action.findFirst({ where, include: including });
    return row === null ? undefined : this.#record(row);
  }

  async byNumber(cellId: string, number: number): Promise<Action | undefined> {
    const where = { cellId, number, federationId: this.#federation.id };
    const row = await this.#session.tx.action.findFirst({ where, include: including });
    return row === null ? undefined : this.#record(row);
  }

  /** The act with its action. */
  async act(id: string): Promise<{ readonly action: Action; readonly act: CareAct } | undefined> {
    const row = await this.#session.tx.careAct.findFirst({
      where: { id, action: { federationId: this.#federation.id } },
      select: { actionId: true },
    });
    const action = row === null ? undefined : await this.get(row.actionId);
    const act = action?.acts.find((one) => one.id === id);
    return action === undefined || act === undefined ? undefined : { action, act };
  }

  /** The actions of a cell that lie ahead or go on, the next first; and with `ended` before them the last that are over. */
  async list(cellId: string, { ended = false } = {}): Promise<readonly Action[]> {
    const { tx } = this.#session;
    const where = { cellId, federationId: this.#federation.id };
    const open = await tx.action.findMany({
      where: { ...where, state: { in: ["planned", "confirmed"] } },
      orderBy: [{ startsAt: "asc" }, { number: "asc" }],
      include: including,
    });
    const over = ended
      ? await tx.action.findMany({
          where: { ...where, state: { notIn: ["planned", "confirmed"] } },
          orderBy: [{ endsAt: "desc" }, { number: "desc" }],
          take: mostEnded,
          include: including,
        })
      : [];
    return [...over.reverse(), ...open].map((row) => this.#record(row));
  }

  /** The forms of care of the cell's last actions that were not cancelled, the newest first; without the one named. */
  async pastForms(cellId: string, without?: string): Promise<readonly (readonly string[])[]> {
    const rows = await this.#session.tx.action.findMany({
      where: {
        cellId,
        federationId: this.#federation.id,
        state: { not: "cancelled" },
        ...(without === undefined ? {} : { id: { not: without } }),
      },
      orderBy: { number: "desc" },
      take: lookedBack,
      select: { acts: { select: { id: true, sealedForm: true } } },
    });
    return rows.map(({ acts }) => acts.map((act) => this.#form(act)));
  }

  // Care

  /** Adds care acts. @throws RangeError where one does not overlap the action: the command has checked it */
  async addActs(action: Action, acts: readonly NewAct[]): Promise<Action> {
    await this.#lock(action.id);
    const current = (await this.get(action.id)) ?? action;
    for (const act of acts) await this.#createAct(action.id, current, act);
    return this.#changed(action.id);
  }

  /** Changes when an act is, or how many it takes. @throws RangeError where it would not overlap its action */
  async changeAct(act: CareAct, to: Span & { readonly places: number }): Promise<Action> {
    await this.#lock(act.actionId);
    const action = await this.get(act.actionId);
    if (action === undefined || !overlaps(to, action)) throw new RangeError("a care act does not overlap its action");
    await this.#session.tx.careAct.update({
      where: { id: act.id },
      data: { startsAt: new Date(to.from), endsAt: new Date(to.to), places: to.places },
    });
    return this.#changed(act.actionId);
  }

  async removeAct(act: CareAct): Promise<Action> {
    await this.#session.tx.careAct.deleteMany({ where: { id: act.id } });
    return this.#changed(act.actionId);
  }

  /** Somebody takes on a place. */
  async take(act: CareAct, personId: string): Promise<Taken> {
    const { tx, now } = this.#session;
    await this.#lock(act.actionId);
    const current = await this.act(act.id);
    if (current === undefined || current.action.state === "cancelled" || current.act.doneAt !== undefined) {
      return "closed";
    }
    if (current.act.takers.includes(personId)) return "already";
    if (openPlaces(current.act) === 0) return "full";
    const latest = await tx.carePlace.aggregate({ where: { actId: act.id }, _max: { takenAt: true } });
    const takenAt = new Date(minuteAfter(now, latest._max.takenAt?.getTime()));
    await tx.carePlace.create({ data: { id: this.#session.newId(), actId: act.id, personId, takenAt } });
    this.#touch(act.actionId);
    return "taken";
  }

  /** Somebody cannot after all. False if they had no place. What was done is asked about before (`isOver`). */
  async giveBack(act: CareAct, personId: string): Promise<boolean> {
    const { count } = await this.#session.tx.carePlace.deleteMany({ where: { actId: act.id, personId } });
    this.#touch(act.actionId);
    return count > 0;
  }

  /** It was done. False if that was noted before. */
  async done(act: CareAct): Promise<boolean> {
    const { tx, now } = this.#session;
    const { count } = await tx.careAct.updateMany({
      where: { id: act.id, doneAt: null },
      data: { doneAt: new Date(now) },
    });
    if (count > 0) this.#touch(act.actionId);
    return count > 0;
  }

  // People who come and go

  get ofPersons(): OfPersons {
    return {
      tables: ["Action", "CarePlace"],
      leavesCell: async ({ person, cellId }) => {
        await this.#withdraw(person.id, { cellId });
        // Who looks after what is ahead is somebody of the cell.
        const theirs = { plannedById: person.id, cellId, state: { in: ["planned", "confirmed"] } };
        await this.#session.tx.action.updateMany({ where: theirs, data: { plannedById: null } });
      },
      countsElsewhere: nothing("care is given by members of the cell, wherever they count"),
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      forgotten: ({ person }) => this.#forget(person.id),
      exported: ({ personId }) => this.#export(personId),
      retention: nothing("each action that has ended has a job for it: action-clear"),
      cellLeavesCouncil: nothing("actions are of cells alone"),
    };
  }

  /** What somebody took on in actions ahead is open again, and the chat is asked who takes it on. */
  async #withdraw(personId: string, of: { readonly cellId?: string }): Promise<void> {
    const { tx } = this.#session;
    const rows = await tx.carePlace.findMany({
      where: {
        personId,
        act: {
          doneAt: null,
          action: { federationId: this.#federation.id, state: { in: ["planned", "confirmed"] }, ...of },
        },
      },
      select: { id: true, act: { select: { actionId: true } } },
    });
    await tx.carePlace.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
    for (const action of new Set(rows.map(({ act }) => act.actionId))) {
      const kind = actionJobs.open;
      const dueAt = this.#session.now;
      await this.#jobs.schedule({ kind, key: `${kind}:${action}`, payload: { action }, dueAt });
      this.#touch(action);
    }
  }

  async #forget(personId: string): Promise<void> {
    await this.#withdraw(personId, {});
    // Who is forgotten leaves no words of theirs behind; that it was confirmed stays.
    await this.#session.tx.action.updateMany({ where: { confirmedById: personId }, data: { sealedReason: null } });
  }

  /** Two persons are one: what the second took on and planned is the first's. */
  async #merge(first: string, second: string): Promise<void> {
    const { tx } = this.#session;
    const theirs = await tx.carePlace.findMany({
      where: { personId: second },
      include: { act: { select: { actionId: true } } },
    });
    for (const { id, actId, act } of theirs) {
      const mine = await tx.carePlace.findUnique({ where: { actId_personId: { actId, personId: first } } });
      if (mine === null) await tx.carePlace.update({ where: { id }, data: { personId: first } });
      else await tx.carePlace.delete({ where: { id } });
      this.#touch(act.actionId);
    }
    await tx.action.updateMany({ where: { plannedById: second }, data: { plannedById: first } });
    await tx.action.updateMany({ where: { confirmedById: second }, data: { confirmedById: first } });
  }

  async #export(personId: string): Promise<Part> {
    const { tx } = this.#session;
    const { sealer } = this.#federation;
    const orderBy = { createdAt: "asc" } as const;
    const planned = await tx.action.findMany({ where: { plannedById: personId }, orderBy });
    const confirmed = await tx.action.findMany({ where: { confirmedById: personId }, orderBy });
    const places = await tx.carePlace.findMany({
      where: { personId },
      include: { act: { include: { action: true } } },
      orderBy: { takenAt: "asc" },
    });
    return {
      actionsPlanned: planned.map(({ id, sealedWhat }) => sealer.open(sealedWhat, purposes.what, id)),
      actionsConfirmed: confirmed.map(({ id, sealedWhat, confirmedAt, sealedReason }) => ({
        action: sealer.open(sealedWhat, purposes.what, id),
        at: confirmedAt,
        reason: sealedReason === null ? null : sealer.open(sealedReason, purposes.reason, id),
      })),
      careTakenOn: places.map(({ takenAt, act }) => ({
        action: sealer.open(act.action.sealedWhat, purposes.what, act.action.id),
        form: sealer.open(act.sealedForm, purposes.form, act.id),
        from: act.startsAt,
        to: act.endsAt,
        takenAt,
        doneAt: act.doneAt,
      })),
    };
  }

  // Confirming, changing, ending

  /** `reason`: why it is confirmed though it lacks care or rest. Undefined if it is not merely planned any more. */
  async confirm(id: string, by: string, reason: string | undefined): Promise<Action | undefined> {
    const { tx, now } = this.#session;
    const sealedReason = reason === undefined ? null : this.#federation.sealer.seal(reason, purposes.reason, id);
    const { count } = await tx.action.updateMany({
      where: { id, federationId: this.#federation.id, state: "planned" },
      data: { state: "confirmed", confirmedById: by, confirmedAt: new Date(minuteOf(now)), sealedReason },
    });
    return count === 0 ? undefined : this.#changed(id);
  }

  /** Gives an action that lacks it a decompression; one that had no time yet gets it. */
  async addRest(action: Action, organizerId: string, at: number): Promise<Gathering> {
    await this.#lock(action.id);
    const { rest } = (await this.get(action.id)) ?? action;
    const gathering = rest?.state === "open" ? await this.#gatherings.get(rest.id) : undefined;
    const given =
      gathering === undefined
        ? await this.#createRest(action.id, action.cellId, organizerId, at)
        : await this.#gatherings.move(gathering, at);
    this.#touch(action.id);
    return given;
  }

  /**
   * Changes an action. When its times change, its care acts and its decompression move along, so that every act still
   * overlaps it and the decompression is still after it.
   */
  async change(id: string, changes: ActionChanges): Promise<Action> {
    const { tx } = this.#session;
    const { sealer } = this.#federation;
    await this.#lock(id);
    const before = await this.get(id);
    if (before === undefined) throw new Error("an action is not there");
    const after = { from: changes.from ?? before.from, to: changes.to ?? before.to };
    if (after.from >= after.to) throw new RangeError("an action ends before it begins");
    await tx.action.update({
      where: { id },
      data: {
        ...(changes.what === undefined ? {} : { sealedWhat: sealer.seal(changes.what, purposes.what, id) }),
        ...(changes.where === undefined ? {} : { sealedWhere: sealer.seal(changes.where, purposes.where, id) }),
        startsAt: new Date(after.from),
        endsAt: new Date(after.to),
      },
    });
    if (after.from !== before.from || after.to !== before.to) {
      const { moved, added, fallen } = careAfterMove(before, after);
      for (const { act, to } of moved) {
        const data = { startsAt: new Date(to.from), endsAt: new Date(to.to) };
        await tx.careAct.update({ where: { id: act.id }, data });
      }
      await tx.careAct.deleteMany({ where: { id: { in: fallen.map((act) => act.id) } } });
      for (const act of added) await this.#createAct(id, after, act);
      await this.#moveRest(before, after.to);
    }
    return this.#changed(id);
  }

  async #moveRest({ rest, to, zone }: Action, endsAt: number): Promise<void> {
    if (rest?.state !== "open" || to === endsAt) return;
    const gathering = await this.#gatherings.get(rest.id);
    if (gathering?.at === undefined) return;
    await this.#gatherings.move(gathering, restAfterMove(gathering.at, to, endsAt, zone));
  }

  /** It does not take place: nothing more falls due for it or for its decompression. Undefined if it is too late. */
  async cancel(id: string): Promise<Action | undefined> {
    const { tx, now } = this.#session;
    await this.#lock(id);
    const before = await this.get(id);
    if (before === undefined || !isOpenAction(before)) return undefined;
    if (before.rest?.state === "open") await this.#gatherings.end(before.rest.id, "cancelled");
    await tx.action.update({ where: { id }, data: { state: "cancelled", endedAt: new Date(minuteOf(now)) } });
    return this.#changed(id);
  }

  /**
   * It is over: by `close` now, though it would have gone on; otherwise only once its end has come. From now on its
   * decompression is asked for; without one it gets one that has no time yet. Undefined if there is nothing to end.
   */
  async end(id: string, { early = false } = {}): Promise<Action | undefined> {
    const { tx, now } = this.#session;
    await this.#lock(id);
    const before = await this.get(id);
    if (before === undefined || !isOpenAction(before)) return undefined;
    if (!early && before.to > now) {
      await this.#plan(before);
      return undefined;
    }
    const endedAt = Math.min(minuteOf(now), before.to);
    await tx.action.update({ where: { id }, data: { state: "over", endedAt: new Date(endedAt) } });
    if (before.rest === undefined) {
      await this.#createRest(id, before.cellId, before.plannedById, undefined);
    } else await this.#gatherings.replan(before.rest.id);
    return this.#changed(id);
  }

  /** The action whose open places the chat is to be reminded of now, if there are any, or if it is not confirmed yet. */
  async remind(id: string): Promise<Action | undefined> {
    const action = await this.#changed(id);
    const { now } = this.#session;
    if (!isOpenAction(action)) return undefined;
    // A late one is left to the next where that comes within the hour.
    const next = nextReminder(action, now);
    if (next !== undefined && next - now < hour) return undefined;
    const isToConfirm = action.state === "planned" && action.from > now;
    return isToConfirm || openAhead(action, now).length > 0 ? action : undefined;
  }

  /** The retention has passed: who planned it, why it was confirmed, and who took on what are removed. */
  async clear(id: string): Promise<void> {
    const { tx, now } = this.#session;
    const action = await this.get(id);
    if (action === undefined || isOpenAction(action)) return;
    await tx.carePlace.deleteMany({ where: { act: { actionId: id } } });
    await tx.rsvp.deleteMany({ where: { gathering: { actionId: id, state: { not: "open" } } } });
    const nobody = { plannedById: null, confirmedById: null, sealedReason: null };
    await tx.action.update({ where: { id }, data: { ...nobody, clearedAt: new Date(minuteOf(now)) } });
    this.#touch(id);
  }

  /** Plans what falls due, shows the card again, and gives the action back as it is now. */
  async #changed(id: string): Promise<Action> {
    const action = await this.get(id);
    if (action === undefined) throw new Error("an action is not there");
    await this.#plan(action);
    this.#touch(id);
    await this.#touchLacking(action);
    return action;
  }

  /** What is suggested to the others of a cell that have no care yet goes by what its actions have. */
  async #touchLacking({ id, cellId }: Action): Promise<void> {
    const where = { cellId, id: { not: id }, state: { in: ["planned", "confirmed"] }, acts: { none: {} } };
    for (const other of await this.#session.tx.action.findMany({ where, select: { id: true } })) this.#touch(other.id);
  }

  async #plan(action: Action): Promise<void> {
    const { now } = this.#session;
    const open = isOpenAction(action);
    const retention = this.#federation.retentionDays * day;
    const due: Readonly<Record<keyof typeof actionJobs, number | undefined>> = {
      open: open ? nextReminder(action, now) : undefined,
      end: open ? action.to : undefined,
      clear: open || action.endedAt === undefined ? undefined : action.endedAt + retention,
    };
    for (const name of Object.keys(actionJobs) as (keyof typeof actionJobs)[]) {
      const kind = actionJobs[name];
      const key = `${kind}:${action.id}`;
      const dueAt = due[name];
      if (dueAt === undefined) await this.#jobs.cancel(key);
      else await this.#jobs.schedule({ kind, key, payload: { action: action.id }, dueAt });
    }
  }

  #touch(id: string): void {
    this.#cards.touch({ kind: actionCard, subject: id });
  }

  async #lock(id: string): Promise<void> {
    const { tx } = this.#session;
    if (tx.provider !== "postgresql") return;
    await tx.$queryRaw`SELECT "id" FROM "Action" WHERE "id" = ${id} ${tx.forUpdate}`;
  }

  #form({ id, sealedForm }: { readonly id: string; readonly sealedForm: string }): string {
    return this.#federation.sealer.open(sealedForm, purposes.form, id);
  }

  #record(row: Row): Action {
    const { sealer } = this.#federation;
    const [rest] = row.gatherings;
    return {
      id: row.id,
      number: row.number,
      cellId: row.cellId,
      zone: row.cell.zone,
      what: sealer.open(row.sealedWhat, purposes.what, row.id),
      where: row.sealedWhere === null ? undefined : sealer.open(row.sealedWhere, purposes.where, row.id),
      from: row.startsAt.getTime(),
      to: row.endsAt.getTime(),
      state: row.state as ActionState, // an edge: only `confirm`, `cancel` and `end` write it
      plannedById: row.plannedById ?? undefined,
      reason: row.sealedReason === null ? undefined : sealer.open(row.sealedReason, purposes.reason, row.id),
      endedAt: row.endedAt?.getTime(),
      shared: row.sharedAt !== null,
      acts: row.acts.map((act) => ({
        id: act.id,
        actionId: row.id,
        form: this.#form(act),
        from: act.startsAt.getTime(),
        to: act.endsAt.getTime(),
        places: act.places,
        takers: act.takers.map(({ personId }) => personId),
        doneAt: act.doneAt?.getTime(),
      })),
      rest:
        rest === undefined
          ? undefined
          : {
              id: rest.id,
              number: rest.number,
              at: rest.at?.getTime(),
              state: rest.state as GatheringState, // an edge: see gatherings.ts
            },
    };
  }
}
