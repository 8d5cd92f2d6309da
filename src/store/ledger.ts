/**
 * The care ledger. Rules: src/domain/ledger.ts and docs/rules.md, "Care".
 *
 * An entry waits for the yes of a person, or stands. Declined, or not answered in time, it is removed. One that becomes
 * anonymous is written anew, under another id and with the day alone, so that nothing leads from it to a person.
 */
import { minuteOf } from "../domain/time.ts";
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons, type Part, type Retention } from "./of-persons.ts";
import { Prisma, type CareEntry } from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";
import { dayOf, waitingFor, type Care, type CareKind } from "../domain/ledger.ts";

export interface NewCare {
  readonly cellId: string;
  readonly kind: CareKind;
  readonly what: string;
  readonly to?: string | undefined;
  readonly toId?: string | undefined;
  readonly giverId: string;
  /** Who writes it down, if not the giver. */
  readonly enteredById?: string | undefined;
  /** Whose yes is missing. */
  readonly waitsForId?: string | undefined;
  /** When it was given, milliseconds since 1970. */
  readonly at: number;
  /** What it came from (an id), so that nobody is asked twice. */
  readonly source?: string | undefined;
}

/** An entry that waits for the yes of a person. */
export interface WaitingCare extends Care {
  readonly waitsForId: string;
}

/** How somebody answers to an entry: that it may stand, that it may without their name, or not. */
export type CareAnswer = "yes" | "unnamed" | "no";

/** For what place each text is sealed: see sealing.ts. */
const purposes = { what: "CareEntry.sealedWhat", to: "CareEntry.sealedTo" } as const;
const day = 24 * 60 * 60_000;

export class Ledger {
  readonly #session: Session;
  readonly #federation: FederationRecord;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
  }

  /** Writes an entry down, with a name; undefined if it came from a source that has an entry already. */
  async give(of: NewCare): Promise<Care | undefined> {
    const { tx } = this.#session;
    if (of.source !== undefined && (await tx.careEntry.findUnique({ where: { source: of.source } })) !== null) {
      return undefined;
    }
    const row = await tx.careEntry.create({
      data: {
        ...this.#texts(of),
        giverId: of.giverId,
        toId: of.toId ?? null,
        enteredById: of.enteredById ?? null,
        waitsForId: of.waitsForId ?? null,
        at: new Date(minuteOf(of.at)),
        source: of.source ?? null,
      },
    });
    return this.#record(row);
  }

  /** Writes an entry down that nothing links to a person. */
  async giveUnnamed(of: Pick<NewCare, "cellId" | "kind" | "what" | "to" | "at">): Promise<void> {
    await this.#session.tx.careEntry.create({ data: { ...this.#texts(of), at: new Date(dayOf(of.at)) } });
  }

  #texts({ cellId, kind, what, to }: Pick<NewCare, "cellId" | "kind" | "what" | "to">) {
    const { id: federationId, sealer } = this.#federation;
    const id = this.#session.newId();
    return {
      id,
      federationId,
      cellId,
      kind,
      sealedWhat: sealer.seal(what, purposes.what, id),
      sealedTo: to === undefined ? null : sealer.seal(to, purposes.to, id),
    };
  }

  /** The person whose yes an entry waits for answers. The entry, or undefined if it does not wait for them (any more). */
  async answer(id: string, personId: string, answer: CareAnswer): Promise<Care | undefined> {
    const { tx } = this.#session;
    const where = { id, federationId: this.#federation.id, waitsForId: personId };
    const row = await tx.careEntry.findFirst({ where });
    if (row === null) return undefined;
    const care = this.#record(row);
    if (answer === "yes") await tx.careEntry.updateMany({ where, data: { waitsForId: null } });
    else await tx.careEntry.deleteMany({ where });
    if (answer === "unnamed") {
      // Who it was for says yes to their own name only: without it, the giver's stands.
      if (care.giverId === personId) await this.giveUnnamed(care);
      else await this.give({ ...care, giverId: care.giverId ?? personId, to: undefined, toId: undefined });
    }
    return care;
  }

  /** Entries that wait for a person's yes, the oldest first. */
  async waiting(personId: string): Promise<readonly Care[]> {
    const rows = await this.#session.tx.careEntry.findMany({
      where: { waitsForId: personId, federationId: this.#federation.id },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => this.#record(row));
  }

  /** What stands of what a person gave, the newest first. */
  async ofGiver(personId: string): Promise<readonly Care[]> {
    const rows = await this.#session.tx.careEntry.findMany({
      where: { giverId: personId, waitsForId: null, federationId: this.#federation.id },
      orderBy: [{ at: "desc" }, { id: "asc" }],
    });
    return rows.map((row) => this.#record(row));
  }

  /** What stands in the ledgers of some cells. */
  async read(cellIds: readonly string[]): Promise<readonly Care[]> {
    const rows = await this.#session.tx.careEntry.findMany({
      where: { cellId: { in: [...cellIds] }, waitsForId: null, federationId: this.#federation.id },
      orderBy: { id: "asc" },
    });
    return rows.map((row) => this.#record(row));
  }

  /** A giver sorts an entry of theirs. Undefined if it is not theirs. */
  async sort(id: string, giverId: string, kind: CareKind): Promise<Care | undefined> {
    const { tx } = this.#session;
    const where = { id, giverId, federationId: this.#federation.id };
    await tx.careEntry.updateMany({ where, data: { kind } });
    const row = await tx.careEntry.findFirst({ where });
    return row === null ? undefined : this.#record(row);
  }

  /** A giver takes an entry of theirs out. False if there is none. */
  async remove(id: string, giverId: string): Promise<boolean> {
    const where = { id, giverId, federationId: this.#federation.id };
    return (await this.#session.tx.careEntry.deleteMany({ where })).count > 0;
  }

  /** What is older than the federation keeps personal records, and what waited for a yes in vain. */
  get #retention(): Retention {
    const { tx, now } = this.#session;
    const { id: federationId, retentionDays } = this.#federation;
    const old = new Date(now - retentionDays * day);
    const inVain = new Date(now - waitingFor);
    return {
      due: Prisma.sql`
        SELECT 1 FROM "CareEntry" WHERE "federationId" = ${federationId}
        AND ("at" < ${old} OR ("waitsForId" IS NOT NULL AND "at" < ${inVain}))`,
      clear: async () => {
        const gone = [{ at: { lt: old } }, { waitsForId: { not: null }, at: { lt: inVain } }];
        await tx.careEntry.deleteMany({ where: { federationId, OR: gone } });
      },
    };
  }

  get ofPersons(): OfPersons {
    return {
      tables: ["CareEntry"],
      leavesCell: ({ person, cellId }) => this.#waitsNoMore(person.id, { cellId }),
      countsElsewhere: nothing("what was given stays in the ledger of the cell in which it was"),
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      // What they gave goes with the person, and of what they were given their name does.
      forgotten: ({ person }) => this.#waitsNoMore(person.id, {}),
      exported: ({ personId }) => this.#export(personId),
      retention: this.#retention,
      cellLeavesCouncil: nothing("care is of cells alone"),
    };
  }

  /** Nobody is asked any more: what they gave stands without their yes in no ledger; what they were given, without their name. */
  async #waitsNoMore(personId: string, of: { readonly cellId?: string }): Promise<void> {
    const where = { waitsForId: personId, federationId: this.#federation.id, ...of };
    for (const { id, giverId } of await this.#session.tx.careEntry.findMany({ where, orderBy: { id: "asc" } })) {
      await this.answer(id, personId, giverId === personId ? "no" : "unnamed");
    }
  }

  async #export(personId: string): Promise<Part> {
    const of = async (which: "giverId" | "toId" | "enteredById"): Promise<readonly unknown[]> => {
      const where = { [which]: personId, federationId: this.#federation.id };
      const rows = await this.#session.tx.careEntry.findMany({ where, orderBy: { at: "asc" } });
      return rows.map((row) => {
        const { kind, what, to, at } = this.#record(row);
        return { kind, what, to: to ?? null, at: new Date(at), waits: row.waitsForId !== null };
      });
    };
    return {
      care: { given: await of("giverId"), received: await of("toId"), enteredForOthers: await of("enteredById") },
    };
  }

  async #merge(firstId: string, secondId: string): Promise<void> {
    const { tx } = this.#session;
    const federationId = this.#federation.id;
    await tx.careEntry.updateMany({ where: { giverId: secondId, federationId }, data: { giverId: firstId } });
    await tx.careEntry.updateMany({ where: { toId: secondId, federationId }, data: { toId: firstId } });
    await tx.careEntry.updateMany({ where: { enteredById: secondId, federationId }, data: { enteredById: firstId } });
    await tx.careEntry.updateMany({ where: { waitsForId: secondId, federationId }, data: { waitsForId: firstId } });
    // What is asked about once for each giver is asked about once for the two, too.
    for (const { id, source } of await tx.careEntry.findMany({ where: { source: { contains: secondId } } })) {
      const asked = source?.replaceAll(secondId, firstId) ?? null;
      const there = await tx.careEntry.count({ where: { source: asked } });
      await tx.careEntry.update({ where: { id }, data: { source: there > 0 ? null : asked } });
    }
  }

  #record(row: CareEntry): Care {
    const { sealer } = this.#federation;
    return {
      id: row.id,
      cellId: row.cellId,
      kind: row.kind as CareKind, // an edge: only `give` and `sort` write it
      what: sealer.open(row.sealedWhat, purposes.what, row.id),
      to: row.sealedTo === null ? undefined : sealer.open(row.sealedTo, purposes.to, row.id),
      toId: row.toId ?? undefined,
      giverId: row.giverId ?? undefined,
      at: row.at.getTime(),
    };
  }
}
