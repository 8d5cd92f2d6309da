/**
 * Secret addresses at which the bot serves pages: a calendar that follows what a person, or a cell, has ahead; the board of an assembly.
 *
 * An address is in use from its making until somebody ends it, makes a new one in its place, or whose it is goes: then its
 * row is removed, so that nobody can tell an address that has ended from one that never was. Of the secret only an HMAC is
 * kept: it is shown once. A cell's calendar ends with whoever was shown its address: once they are not in the cell any more, they
 * are to see nothing new.
 */
import { newSecret, type PageKind } from "../chat/pages.ts";
import { coordinationJobs } from "../domain/coordination.ts";
import { minuteOf } from "../domain/time.ts";
import type { FederationRecord } from "./federations.ts";
import type { PageAddress as Row } from "./generated/sqlite/client.ts";
import { Jobs } from "./jobs.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Session } from "./session.ts";

/** Whose an address is (ids of ours): one of these. */
export type AddressOf = { readonly personId: string } | { readonly cellId: string } | { readonly assemblyId: string };

/** An address in use. */
export interface AddressInUse {
  /** When it was made, to the minute, in milliseconds since 1970. */
  readonly since: number;
  /** Whether a calendar says what each of its events is. */
  readonly named: boolean;
}

/** An address that somebody asks for. */
export interface FoundAddress extends AddressInUse {
  readonly lookup: string;
  readonly federationId: string;
  readonly personId: string | undefined;
  readonly cellId: string | undefined;
  readonly assemblyId: string | undefined;
}

const lookupOf = ({ keyring }: Session, kind: PageKind, secret: string): string =>
  keyring.lookup("page-address", kind, secret);

const inUse = ({ createdAt, named }: Row): AddressInUse => ({ since: createdAt.getTime(), named });

/** The address with this secret, of whatever federation; undefined where none is in use. */
export async function findAddress(session: Session, kind: PageKind, secret: string): Promise<FoundAddress | undefined> {
  const row = await session.tx.pageAddress.findUnique({ where: { lookup: lookupOf(session, kind, secret) } });
  if (row === null) return undefined;
  const { lookup, federationId, personId, cellId, assemblyId } = row;
  return {
    ...inUse(row),
    lookup,
    federationId,
    personId: cellId === null ? (personId ?? undefined) : undefined,
    cellId: cellId ?? undefined,
    assemblyId: assemblyId ?? undefined,
  };
}

/** Beside a cell stands who was shown its address: that is no address of theirs. */
const rowsOf = (of: AddressOf) => ("personId" in of ? { ...of, cellId: null } : of);

const second = 1_000;

export class Addresses {
  readonly #session: Session;
  readonly #federation: FederationRecord;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
  }

  get ofPersons(): OfPersons {
    const { tx } = this.#session;
    const federationId = this.#federation.id;
    return {
      tables: ["PageAddress"],
      leavesCell: async ({ person, cellId }) => {
        // It shows what they see in the cells that are left; who is in none is no member any more.
        if (person.cellId === undefined)
          await tx.pageAddress.deleteMany({ where: { federationId, personId: person.id, cellId: null } });
        await this.#endOfCells({ personId: person.id, cellId });
      },
      countsElsewhere: nothing("a calendar shows all cells of a person, wherever they count"),
      becomesOne: async ({ first, second: other }) => {
        // Calendars follow both: no phone goes blank because accounts were linked.
        await tx.pageAddress.updateMany({ where: { federationId, personId: other }, data: { personId: first.id } });
      },
      forgotten: async ({ person }) => {
        await this.#endOfCells({ personId: person.id, cellId: { not: null } });
        await tx.pageAddress.deleteMany({ where: { federationId, personId: person.id } });
      },
      exported: async ({ personId }) => {
        const rows = await tx.pageAddress.findMany({
          where: { federationId, personId },
          orderBy: [{ createdAt: "asc" }, { lookup: "asc" }],
        });
        return {
          calendarAddresses: rows.map(({ kind, cellId, createdAt, named, changedAt }) => ({
            kind,
            ofCell: cellId !== null,
            createdAt,
            named,
            changedAt,
          })),
        };
      },
      retention: nothing("an address is in use until somebody ends it, or whose it is goes"),
      cellLeavesCouncil: nothing("an address is of a person, a cell or an assembly"),
    };
  }

  /**
   * Makes an address in place of those that there were, and gives its secret: the only time that anybody sees it.
   * `random` gives an integer from 0 to below its argument (`context.random`). `shownTo`: of a cell's, who sees it.
   */
  async make(kind: PageKind, of: AddressOf, random: (below: number) => number, shownTo?: string): Promise<string> {
    const { tx, now } = this.#session;
    const named = (await this.get(kind, of))?.named ?? false;
    await this.end(kind, of);
    const secret = newSecret(random);
    await tx.pageAddress.create({
      data: {
        ...("cellId" in of && shownTo !== undefined ? { ...of, personId: shownTo } : of),
        lookup: lookupOf(this.#session, kind, secret),
        federationId: this.#federation.id,
        kind,
        named,
        createdAt: new Date(minuteOf(now)),
      },
    });
    return secret;
  }

  /** The address in use, the newest where accounts were linked that had one each. */
  async get(kind: PageKind, of: AddressOf): Promise<AddressInUse | undefined> {
    const row = await this.#session.tx.pageAddress.findFirst({
      where: { ...rowsOf(of), kind, federationId: this.#federation.id },
      orderBy: [{ createdAt: "desc" }, { lookup: "asc" }],
    });
    return row === null ? undefined : inUse(row);
  }

  /** Whether the calendar says what each of its events is, from now on. */
  async setNamed(kind: PageKind, of: AddressOf, named: boolean): Promise<void> {
    await this.#session.tx.pageAddress.updateMany({
      where: { ...rowsOf(of), kind, federationId: this.#federation.id },
      data: { named },
    });
  }

  /** From now on nothing is served there. False where there was none. */
  async end(kind: PageKind, of: AddressOf): Promise<boolean> {
    const { count } = await this.#session.tx.pageAddress.deleteMany({
      where: { ...rowsOf(of), kind, federationId: this.#federation.id },
    });
    return count > 0;
  }

  /** Ends addresses of cells' calendars. Whose phones follow them hear of it, since they would show what was, and nothing new. */
  async #endOfCells(where: {
    readonly personId: string;
    readonly cellId: string | { readonly not: null };
  }): Promise<void> {
    const { tx, now } = this.#session;
    const rows = await tx.pageAddress.findMany({
      where: { ...where, federationId: this.#federation.id },
      orderBy: { cellId: "asc" },
    });
    const kind = coordinationJobs.calendar;
    const jobs = new Jobs(this.#session, this.#federation.id);
    for (const { lookup, cellId } of rows) {
      const cell = cellId ?? "";
      await tx.pageAddress.delete({ where: { lookup } });
      await jobs.schedule({ kind, key: `${kind}:${cell}`, payload: { cell }, dueAt: now });
    }
  }

  /**
   * Notes what is served there, where it is not what was served last. Gives since when it is that, to the second, in
   * milliseconds since 1970: never the same for two that differ.
   */
  async served(lookup: string, text: string): Promise<number> {
    const { tx, keyring, now } = this.#session;
    const mark = keyring.lookup("page-said", lookup, text);
    const row = await tx.pageAddress.findUniqueOrThrow({ where: { lookup }, select: { mark: true, changedAt: true } });
    if (row.mark === mark && row.changedAt !== null) return row.changedAt.getTime();
    const changedAt = Math.max(now - (now % second), (row.changedAt?.getTime() ?? 0) + second);
    await tx.pageAddress.update({ where: { lookup }, data: { mark, changedAt: new Date(changedAt) } });
    return changedAt;
  }
}
