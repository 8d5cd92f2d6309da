/**
 * Emergency cards. Rules: docs/rules.md, "Help now".
 *
 * States of a cell's card: none -> a change waits -> stands; while it stands, another change may wait beside it, and what
 * stood stays until another member confirms. A change falls away when it is refused, when its author goes, when a newer one takes its
 * place, or after two weeks. Whatever is committed goes to the cards in memory (help-memory.ts), which are what people are shown.
 */
import { askedAfter, changeLasts, helpCard, helpJobs } from "../domain/help.ts";
import { minuteOf } from "../domain/time.ts";
import { Cards } from "./cards.ts";
import type { FederationRecord } from "./federations.ts";
import { Prisma, type HelpCard as HelpCardRow } from "./generated/sqlite/client.ts";
import { helpTouched } from "./help-touched.ts";
import { Jobs } from "./jobs.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Session } from "./session.ts";

/** A cell's card as it stands. */
export interface HelpCard {
  readonly text: string;
  /** When somebody said last that it is right; milliseconds since 1970. */
  readonly confirmedAt: number;
}

/** A change that waits for another member's yes. */
export interface HelpChange {
  readonly id: string;
  readonly text: string;
  readonly byId: string | undefined;
}

/** For what place each text is sealed: see sealing.ts. */
export const helpPurposes = { text: "HelpCard.sealedText", change: "HelpCard.sealedChange" } as const;

const noChange = { changeId: null, sealedChange: null, changedAt: null, changedById: null };

export class HelpCards {
  readonly #session: Session;
  readonly #federation: FederationRecord;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
  }

  /** What stands, and what waits. */
  async get(
    cellId: string,
  ): Promise<{ readonly stands: HelpCard | undefined; readonly change: HelpChange | undefined }> {
    const row = await this.#session.tx.helpCard.findFirst({ where: { cellId, federationId: this.#federation.id } });
    return {
      stands: row === null ? undefined : this.#stands(row),
      change: row === null ? undefined : this.#change(row),
    };
  }

  /** What stands in all cells of the federation, by their ids. */
  async all(): Promise<ReadonlyMap<string, HelpCard>> {
    const where = { federationId: this.#federation.id, sealedText: { not: null } };
    const rows = await this.#session.tx.helpCard.findMany({ where });
    return new Map(
      rows.flatMap((row) => {
        const stands = this.#stands(row);
        return stands === undefined ? [] : [[row.cellId, stands] as const];
      }),
    );
  }

  /** A change is proposed, in the place of one that waited. */
  async propose(cellId: string, personId: string, text: string): Promise<void> {
    const { tx, now, newId } = this.#session;
    const { id: federationId, sealer } = this.#federation;
    const change = {
      changeId: newId(),
      sealedChange: sealer.seal(text, helpPurposes.change, cellId),
      changedAt: new Date(minuteOf(now)),
      changedById: personId,
    };
    await tx.helpCard.upsert({ where: { cellId }, create: { cellId, federationId, ...change }, update: change });
    this.#touch(cellId);
  }

  /** Another member says that the change is right. False: it waits no more, or it is their own. */
  async confirm(cellId: string, changeId: string, personId: string): Promise<boolean> {
    const row = await this.#lock(cellId);
    if (row?.changeId !== changeId || row.changedById === personId) return false;
    const change = this.#change(row);
    if (change === undefined) return false;
    const sealedText = this.#federation.sealer.seal(change.text, helpPurposes.text, cellId);
    await this.#session.tx.helpCard.update({ where: { cellId }, data: { sealedText, ...noChange } });
    await this.stillRight(cellId);
    return true;
  }

  /** Somebody says that what stands is right. */
  async stillRight(cellId: string): Promise<void> {
    const { tx, now } = this.#session;
    const where = { cellId, federationId: this.#federation.id, sealedText: { not: null } };
    await tx.helpCard.updateMany({ where, data: { confirmedAt: new Date(minuteOf(now)) } });
    await this.askAt(cellId, now + askedAfter);
    this.#touch(cellId);
  }

  /** The change falls away. False: it waits no more. */
  async refuse(cellId: string, changeId: string): Promise<boolean> {
    const row = await this.#lock(cellId);
    if (row?.changeId !== changeId) return false;
    await this.#drop([cellId]);
    return true;
  }

  /** When somebody is asked next whether it is still right (milliseconds since 1970). */
  async askAt(cellId: string, dueAt: number): Promise<void> {
    const kind = helpJobs.check;
    const jobs = new Jobs(this.#session, this.#federation.id);
    await jobs.schedule({ kind, key: `${kind}:${cellId}`, payload: { cell: cellId }, dueAt });
  }

  get ofPersons(): OfPersons {
    const { tx, now } = this.#session;
    const { id: federationId } = this.#federation;
    const old = new Date(now - changeLasts);
    return {
      tables: ["HelpCard"],
      leavesCell: ({ person, cellId }) => this.#dropWhere({ changedById: person.id, cellId }),
      countsElsewhere: nothing("who may change a card is a member of its cell, wherever they count"),
      becomesOne: async ({ first, second }) => {
        await tx.helpCard.updateMany({ where: { changedById: second, federationId }, data: { changedById: first.id } });
      },
      forgotten: ({ person }) => this.#dropWhere({ changedById: person.id }),
      exported: async ({ personId }) => {
        const rows = await tx.helpCard.findMany({
          where: { changedById: personId, federationId },
          orderBy: { cellId: "asc" },
        });
        return { emergencyCardChanges: rows.map((row) => ({ text: this.#change(row)?.text, at: row.changedAt })) };
      },
      retention: {
        due: Prisma.sql`SELECT 1 FROM "HelpCard" WHERE "federationId" = ${federationId} AND "changedAt" < ${old}`,
        clear: () => this.#dropWhere({ changedAt: { lt: old } }),
      },
      cellLeavesCouncil: nothing("a card is its cell's alone"),
    };
  }

  async #dropWhere(where: {
    readonly changedById?: string;
    readonly cellId?: string;
    readonly changedAt?: { readonly lt: Date };
  }): Promise<void> {
    const rows = await this.#session.tx.helpCard.findMany({
      where: { ...where, federationId: this.#federation.id },
      select: { cellId: true },
      orderBy: { cellId: "asc" },
    });
    await this.#drop(rows.map(({ cellId }) => cellId));
  }

  async #drop(cellIds: readonly string[]): Promise<void> {
    await this.#session.tx.helpCard.updateMany({ where: { cellId: { in: [...cellIds] } }, data: noChange });
    for (const subject of cellIds) new Cards(this.#session).touch({ kind: helpCard, subject });
  }

  #touch(cellId: string): void {
    new Cards(this.#session).touch({ kind: helpCard, subject: cellId });
    helpTouched(this.#session, this.#federation, cellId);
  }

  async #lock(cellId: string): Promise<HelpCardRow | null> {
    const { tx } = this.#session;
    const where = { cellId, federationId: this.#federation.id };
    if (tx.provider === "postgresql")
      await tx.$queryRaw`SELECT "cellId" FROM "HelpCard" WHERE "cellId" = ${cellId} ${tx.forUpdate}`;
    return tx.helpCard.findFirst({ where });
  }

  #stands({ cellId, sealedText, confirmedAt }: HelpCardRow): HelpCard | undefined {
    if (sealedText === null || confirmedAt === null) return undefined;
    const text = this.#federation.sealer.open(sealedText, helpPurposes.text, cellId);
    return { text, confirmedAt: confirmedAt.getTime() };
  }

  #change({ cellId, changeId, sealedChange, changedById }: HelpCardRow): HelpChange | undefined {
    if (changeId === null || sealedChange === null) return undefined;
    const text = this.#federation.sealer.open(sealedChange, helpPurposes.change, cellId);
    return { id: changeId, text, byId: changedById ?? undefined };
  }
}
