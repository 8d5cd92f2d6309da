/**
 * Alerts. Rules: src/domain/alerts.ts and docs/rules.md, "Alerts".
 *
 * States: begun (waits for a second person, ten minutes) -> sent, or lapsed (ended without being sent) -> over. Whoever confirms or
 * answers locks the alert first (PostgreSQL), so that it is sent once and nothing is answered after its end. 48 hours after it was sent who
 * answered what is deleted.
 */
import {
  alertJobs,
  confirmedWithin,
  lasts,
  limitOver,
  type AlertAnswer,
  type AlertScope,
  type Raiser,
} from "../domain/alerts.ts";
import { minuteOf } from "../domain/time.ts";
import type { FederationRecord } from "./federations.ts";
import { Prisma, type Alert as AlertRow } from "./generated/sqlite/client.ts";
import { Jobs } from "./jobs.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import { rowOf } from "./sealing.ts";
import { planErasure } from "./secret-ballots.ts";
import type { Session } from "./session.ts";

export interface Alert {
  readonly id: string;
  readonly cellId: string;
  readonly scope: AlertScope;
  readonly sectorId: string | undefined;
  readonly text: string;
  readonly beganById: string | undefined;
  readonly confirmedById: string | undefined;
  /** Milliseconds since 1970. */
  readonly beganAt: number;
  readonly confirmedAt: number | undefined;
  readonly endedAt: number | undefined;
}

/** For what place each text is sealed: see sealing.ts. */
const purposes = { text: "Alert.sealedText", answer: "AlertAnswer.sealedAnswer" } as const;
/** Characters of a sealed answer, so that none is told by its length. */
const filledTo = 8;
const day = 24 * 60 * 60_000;

export class Alerts {
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #jobs: Jobs;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#jobs = new Jobs(session, federation.id);
  }

  /** Begins one: it waits for a second person. */
  async begin(of: Pick<Alert, "cellId" | "scope" | "sectorId" | "text">, personId: string): Promise<Alert> {
    const { tx, now, newId } = this.#session;
    const id = newId();
    const row = await tx.alert.create({
      data: {
        id,
        federationId: this.#federation.id,
        cellId: of.cellId,
        scope: of.scope,
        sectorId: of.sectorId ?? null,
        sealedText: this.#federation.sealer.seal(of.text, purposes.text, id),
        beganById: personId,
        beganAt: new Date(now),
      },
    });
    await this.#plan(alertJobs.lapse, id, now + confirmedWithin);
    return this.#record(row);
  }

  async get(id: string): Promise<Alert | undefined> {
    const row = await this.#session.tx.alert.findFirst({ where: { id, federationId: this.#federation.id } });
    return row === null ? undefined : this.#record(row);
  }

  /** The alert as it is, until the transaction ends. */
  async locked(id: string): Promise<Alert | undefined> {
    const { tx } = this.#session;
    if (tx.provider === "postgresql") await tx.$queryRaw`SELECT "id" FROM "Alert" WHERE "id" = ${id} ${tx.forUpdate}`;
    return this.get(id);
  }

  /** Those that wait for a second person or are going on, and concern a cell; the newest first. */
  async open(cell: { readonly id: string; readonly sectorId: string }): Promise<readonly Alert[]> {
    const rows = await this.#session.tx.alert.findMany({
      where: {
        federationId: this.#federation.id,
        endedAt: null,
        OR: [{ cellId: cell.id }, { scope: "sector", sectorId: cell.sectorId }, { scope: "federation" }],
      },
      orderBy: [{ beganAt: "desc" }, { id: "desc" }],
    });
    return rows.map((row) => this.#record(row));
  }

  /** Whether one waits or goes on in the same scope; and how many were sent there within a day. To be asked with the scope locked. */
  async inScope(
    of: Pick<Alert, "cellId" | "scope" | "sectorId">,
  ): Promise<{ readonly open: boolean; readonly sent: number }> {
    const { tx, now } = this.#session;
    const federationId = this.#federation.id;
    if (tx.provider === "postgresql")
      await tx.$queryRaw`SELECT "id" FROM "Federation" WHERE "id" = ${federationId} ${tx.forUpdate}`;
    const where = { federationId, ...scopeOf(of) };
    const open = await tx.alert.count({ where: { ...where, endedAt: null } });
    const since = new Date(now - limitOver);
    const sent = await tx.alert.count({ where: { ...where, lifted: false, confirmedAt: { gt: since } } });
    return { open: open > 0, sent };
  }

  /** A steward lets three more be sent today. */
  async lift(of: Pick<Alert, "cellId" | "scope" | "sectorId">): Promise<void> {
    const where = { federationId: this.#federation.id, ...scopeOf(of) };
    await this.#session.tx.alert.updateMany({ where, data: { lifted: true } });
  }

  /** A second person confirms: it is to be sent. With it locked, and looked at. */
  async confirm({ id }: Alert, personId: string): Promise<void> {
    const { tx, now } = this.#session;
    await tx.alert.update({ where: { id }, data: { confirmedById: personId, confirmedAt: new Date(minuteOf(now)) } });
    await this.#jobs.cancel(`${alertJobs.lapse}:${id}`);
    await this.#plan(alertJobs.over, id, now + lasts);
  }

  /** It is over, or was never sent. */
  async end({ id }: Alert): Promise<void> {
    const { tx, now } = this.#session;
    await tx.alert.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date(minuteOf(now)) } });
    await this.#jobs.cancel(`${alertJobs.lapse}:${id}`);
  }

  /** Who answered what is deleted. */
  async clear(id: string): Promise<void> {
    await this.#session.tx.alertAnswer.deleteMany({ where: { alertId: id } });
    await planErasure(this.#session);
  }

  /** Notes what somebody answers; the last one counts. Gives what they had answered before. With the alert locked. */
  async answer({ id }: Alert, personId: string, answer: AlertAnswer): Promise<AlertAnswer | undefined> {
    const where = { alertId_personId: { alertId: id, personId } };
    const before = await this.#session.tx.alertAnswer.findUnique({ where });
    const sealedAnswer = this.#seal(id, personId, answer);
    await this.#session.tx.alertAnswer.upsert({
      where,
      create: { alertId: id, personId, sealedAnswer },
      update: { sealedAnswer },
    });
    return before === null ? undefined : this.#open(id, personId, before.sealedAnswer);
  }

  /** How many are safe, and how many are coming. Who needs help is in no count. */
  async counts(id: string): Promise<{ readonly safe: number; readonly coming: number }> {
    const rows = await this.#session.tx.alertAnswer.findMany({ where: { alertId: id } });
    const answers = rows.map(({ personId, sealedAnswer }) => this.#open(id, personId, sealedAnswer));
    const of = (wanted: AlertAnswer): number => answers.filter((one) => one === wanted).length;
    return { safe: of("safe"), coming: of("coming") };
  }

  /** Looks after half a minute whether a call for help has reached one of the two. */
  async watchCall(alertId: string, call: string, personId: string, dueAt: number): Promise<void> {
    const kind = alertJobs.reached;
    const payload = { alert: alertId, call, person: personId };
    await this.#jobs.schedule({ kind, key: `${kind}:${call}`, payload, dueAt });
  }

  /** How somebody stands in a cell, for the rule of who may raise an alert. */
  async standing(
    person: { readonly id: string; readonly steward: boolean },
    cellId: string | undefined,
    coordinates: boolean,
  ): Promise<Raiser> {
    const { tx } = this.#session;
    const membership = await tx.membership.findFirst({
      where: {
        personId: person.id,
        cell: { federationId: this.#federation.id },
        ...(cellId === undefined ? {} : { cellId }),
      },
      orderBy: { joinedAt: "asc" },
      include: { cell: true },
    });
    const made = membership?.cell.createdAt.getTime() ?? 0;
    return {
      person: person.id,
      cell: membership?.cellId,
      // Who is in no cell has not joined any, and is new in none.
      joinedAt: membership?.joinedAt.getTime() ?? 0,
      cellMadeAt: made,
      coordinates,
      steward: person.steward,
    };
  }

  /** Ids of the stewards. */
  async stewards(): Promise<readonly string[]> {
    const where = { federationId: this.#federation.id, steward: true };
    return (await this.#session.tx.person.findMany({ where, orderBy: { id: "asc" } })).map(({ id }) => id);
  }

  get ofPersons(): OfPersons {
    const { tx, now } = this.#session;
    const { id: federationId, retentionDays } = this.#federation;
    const old = new Date(now - retentionDays * day);
    return {
      tables: ["Alert", "AlertAnswer"],
      leavesCell: ({ person, cellId }) => this.#leaves(person.id, { cellId }),
      countsElsewhere: nothing("a member of the cell may raise an alert, wherever they count"),
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      forgotten: ({ person }) => this.#leaves(person.id, {}),
      exported: async ({ personId }) => {
        const raised = await tx.alert.findMany({
          where: { federationId, OR: [{ beganById: personId }, { confirmedById: personId }] },
          orderBy: { beganAt: "asc" },
        });
        const answers = await tx.alertAnswer.findMany({ where: { personId }, orderBy: { alertId: "asc" } });
        return {
          alertsRaised: raised.map((row) => ({ text: this.#record(row).text, at: row.beganAt })),
          alertsAnswered: answers.map((row) => ({ answer: this.#open(row.alertId, personId, row.sealedAnswer) })),
        };
      },
      retention: {
        due: Prisma.sql`SELECT 1 FROM "Alert" WHERE "federationId" = ${federationId} AND "beganAt" < ${old}`,
        clear: async () => {
          await tx.alert.deleteMany({ where: { federationId, beganAt: { lt: old } } });
        },
      },
      cellLeavesCouncil: nothing("an alert goes to cells"),
    };
  }

  /** One who waited for a second person is gone; of what goes on they are none of the two any more, and count no more. */
  async #leaves(personId: string, of: { readonly cellId?: string }): Promise<void> {
    const { tx } = this.#session;
    const mine = { ...of, federationId: this.#federation.id, endedAt: null };
    const waiting = await tx.alert.findMany({
      where: { ...mine, beganById: personId, confirmedAt: null },
      orderBy: { id: "asc" },
    });
    for (const row of waiting) await this.end(this.#record(row));
    await tx.alert.updateMany({ where: { ...mine, beganById: personId }, data: { beganById: null } });
    await tx.alert.updateMany({ where: { ...mine, confirmedById: personId }, data: { confirmedById: null } });
    await tx.alertAnswer.deleteMany({ where: { personId, alert: mine } });
  }

  /** Where both have answered, the first one's answer stands. */
  async #merge(first: string, second: string): Promise<void> {
    const { tx } = this.#session;
    const federationId = this.#federation.id;
    await tx.alert.updateMany({ where: { federationId, beganById: second }, data: { beganById: first } });
    await tx.alert.updateMany({ where: { federationId, confirmedById: second }, data: { confirmedById: first } });
    const mine = new Set((await tx.alertAnswer.findMany({ where: { personId: first } })).map(({ alertId }) => alertId));
    for (const { alertId, sealedAnswer } of await tx.alertAnswer.findMany({ where: { personId: second } })) {
      await tx.alertAnswer.delete({ where: { alertId_personId: { alertId, personId: second } } });
      if (mine.has(alertId)) continue;
      const answer = this.#seal(alertId, first, this.#open(alertId, second, sealedAnswer));
      await tx.alertAnswer.create({ data: { alertId, personId: first, sealedAnswer: answer } });
    }
  }

  async #plan(kind: string, id: string, dueAt: number): Promise<void> {
    await this.#jobs.schedule({ kind, key: `${kind}:${id}`, payload: { alert: id }, dueAt });
  }

  #seal(alertId: string, personId: string, answer: AlertAnswer): string {
    return this.#federation.sealer.seal(answer.padEnd(filledTo), purposes.answer, rowOf(alertId, personId));
  }

  #open(alertId: string, personId: string, sealed: string): AlertAnswer {
    // An edge: only `#seal` writes it.
    return this.#federation.sealer.open(sealed, purposes.answer, rowOf(alertId, personId)).trim() as AlertAnswer;
  }

  #record(row: AlertRow): Alert {
    return {
      id: row.id,
      cellId: row.cellId,
      scope: row.scope as AlertScope, // an edge: only `begin` writes it
      sectorId: row.sectorId ?? undefined,
      text: this.#federation.sealer.open(row.sealedText, purposes.text, row.id),
      beganById: row.beganById ?? undefined,
      confirmedById: row.confirmedById ?? undefined,
      beganAt: row.beganAt.getTime(),
      confirmedAt: row.confirmedAt?.getTime(),
      endedAt: row.endedAt?.getTime(),
    };
  }
}

const scopeOf = ({ scope, cellId, sectorId }: Pick<Alert, "cellId" | "scope" | "sectorId">) =>
  scope === "cell" ? { scope, cellId } : scope === "sector" ? { scope, sectorId: sectorId ?? null } : { scope };
