/** Federations: their settings and their data keys. The only repository that sees more than one federation. */
import type { Federation as FederationRow } from "./generated/sqlite/client.ts";
import { enterCode, type CodeKind, type Entered, type Entrant } from "./entering.ts";
import type { Keyring, Sealer } from "./sealing.ts";
import { nothing } from "./of-persons.ts";
import type { Session } from "./session.ts";
import { shredWithin } from "./shredding.ts";
import { noteZone } from "./zone-facts.ts";

/** Everything that one network shares, with the key to what its people wrote. */
export interface FederationRecord {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly zone: string;
  /** `k` of "What is published" (docs/privacy.md): at least 3. */
  readonly smallestGroup: number;
  /** Minutes between two steps of what is published. */
  readonly stepMinutes: number;
  /** How many members must vouch before a person's pledges count; 0 is off. */
  readonly vouches: number;
  /** Days that personal records stay after their drive closed. */
  readonly retentionDays: number;
  readonly sealer: Sealer;
}

/** What `/setup` knows of a new federation. */
export interface NewFederation {
  readonly name: string;
  readonly language: string;
  readonly zone: string;
}

/** What a steward may change. */
export type FederationSettings = Partial<
  Pick<FederationRecord, "name" | "language" | "zone" | "smallestGroup" | "stepMinutes" | "vouches" | "retentionDays">
>;

/** One line of the operator's list. */
export interface FederationSummary {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly cells: number;
  readonly people: number;
}

const purpose = "Federation.sealedName";

/** The record of a row that is not shredded. Unwraps the data key. */
export function federationRecord(row: FederationRow, keyring: Keyring): FederationRecord {
  const sealer = keyring.sealer(row.id, row.wrappedKey);
  return {
    id: row.id,
    name: sealer.open(row.sealedName, purpose, row.id),
    language: row.language,
    zone: row.zone,
    smallestGroup: row.smallestGroup,
    stepMinutes: row.stepMinutes,
    vouches: row.vouches,
    retentionDays: row.retentionDays,
    sealer,
  };
}

export class Federations {
  readonly ofPersons = nothing("a federation is more than who is in it; shredding it takes all of them");
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Makes a federation and its data key. */
  async create({ name, language, zone }: NewFederation): Promise<FederationRecord> {
    const { tx, keyring, now } = this.#session;
    await noteZone(this.#session, zone);
    const id = this.#session.newId();
    const { wrappedKey, sealer } = keyring.newSealer(id);
    const row = await tx.federation.create({
      data: { id, createdAt: new Date(now), wrappedKey, sealedName: sealer.seal(name, purpose, id), language, zone },
    });
    return federationRecord(row, keyring);
  }

  /** The federation, unless there is none with this id or it was shredded. */
  async find(id: string): Promise<FederationRecord | undefined> {
    const { tx, keyring } = this.#session;
    const [row] = await tx.$queryRaw<FederationRow>`SELECT * FROM "Federation" WHERE "id" = ${id}`;
    return row === undefined || row.wrappedKey === "" ? undefined : federationRecord(row, keyring);
  }

  /** Changes settings; what is not named stays. */
  async update(federation: FederationRecord, { name, ...settings }: FederationSettings): Promise<FederationRecord> {
    const { tx, keyring } = this.#session;
    if (settings.zone !== undefined) await noteZone(this.#session, settings.zone);
    const sealed = name === undefined ? {} : { sealedName: federation.sealer.seal(name, purpose, federation.id) };
    const row = await tx.federation.update({ where: { id: federation.id }, data: { ...settings, ...sealed } });
    return federationRecord(row, keyring);
  }

  /** For the operator: all of them, the oldest first. */
  async list(): Promise<readonly FederationSummary[]> {
    const { tx, keyring } = this.#session;
    const rows = await tx.federation.findMany({
      where: { wrappedKey: { not: "" } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      include: { _count: { select: { cells: true, people: true } } },
    });
    return rows.map(({ _count, ...row }) => ({
      id: row.id,
      name: federationRecord(row, keyring).name,
      createdAt: row.createdAt.getTime(),
      cells: _count.cells,
      people: _count.people,
    }));
  }

  /** Destroys a federation in this transaction, for what is small: see shredding.ts. False if there is no such federation. */
  async shred(id: string): Promise<boolean> {
    return shredWithin(this.#session.tx, this.#session.keyring, id);
  }

  /**
   * Somebody enters a code where the federation is not known yet: an unbound chat, a direct chat. A wrong code counts
   * as one of five tries an hour. The code is not used up: that is `Codes.use`.
   */
  async enterCode(kind: CodeKind, typed: string, who: Entrant): Promise<Entered> {
    return enterCode(this.#session, kind, typed, who);
  }
}
