/**
 * Councils: bodies of several cells' delegates, with chats of their own. A cell may sit in several. Nobody becomes known to
 * the federation in a council's chat: its members are those of its cells (docs/rules.md, "Councils").
 */
import { cardParts } from "../chat/cards.ts";
import { Cards } from "./cards.ts";
import type { Level } from "../chat/levels.ts";
import {
  byNames,
  cellRecord,
  chatRecord,
  councilRecord,
  nameKey,
  purposes,
  type Cell,
  type Chat,
  type Council,
} from "./cells.ts";
import { Delegates } from "./delegates/delegates.ts";
import type { FederationRecord } from "./federations.ts";
import { coordinationJobs } from "../domain/coordination.ts";
import { Jobs } from "./jobs.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Session } from "./session.ts";
import { noteZone } from "./zone-facts.ts";

export interface NewCouncil {
  readonly name: string;
  readonly cellIds: readonly string[];
  readonly zone: string;
  readonly language: string;
  readonly coordinatorId: string;
}

export type CouncilSettings = Partial<
  Pick<Council, "name" | "zone" | "language" | "coordinatorId" | "treasurerRoleId">
>;

export class Councils {
  readonly #session: Session;
  readonly #federation: FederationRecord;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
  }

  /** A new council. The name must not be taken: ask `byName` first. */
  async create({ name, cellIds, ...council }: NewCouncil): Promise<Council> {
    const { tx, now } = this.#session;
    const { id: federationId, sealer } = this.#federation;
    const createdAt = new Date(now);
    await noteZone(this.#session, council.zone);
    const id = this.#session.newId();
    const row = await tx.council.create({
      data: {
        ...council,
        id,
        federationId,
        sealedName: sealer.seal(name, purposes.council, id),
        lookupName: this.#nameLookup(name),
        createdAt,
        cells: { create: cellIds.map((cellId) => ({ cellId, joinedAt: createdAt })) },
      },
    });
    await this.#delegates.recount(row.id);
    return councilRecord(row, sealer);
  }

  async get(id: string): Promise<Council | undefined> {
    const row = await this.#session.tx.council.findFirst({ where: { id, federationId: this.#federation.id } });
    return row === null ? undefined : councilRecord(row, this.#federation.sealer);
  }

  async byName(name: string): Promise<Council | undefined> {
    const row = await this.#session.tx.council.findUnique({
      where: { federationId_lookupName: { federationId: this.#federation.id, lookupName: this.#nameLookup(name) } },
    });
    return row === null ? undefined : councilRecord(row, this.#federation.sealer);
  }

  /** All councils, those in which a cell sits, or those of any cell of a person; by name. */
  async list(of: { readonly cell?: string; readonly person?: string } = {}): Promise<readonly Council[]> {
    const { cell, person } = of;
    const rows = await this.#session.tx.council.findMany({
      where: {
        federationId: this.#federation.id,
        ...(cell === undefined ? {} : { cells: { some: { cellId: cell } } }),
        ...(person === undefined ? {} : { cells: { some: memberOf(person) } }),
      },
    });
    return rows.map((row) => councilRecord(row, this.#federation.sealer)).sort(byNames);
  }

  /** Changes settings; what is not named stays. A new name must not be taken. */
  async update(council: Council, changes: CouncilSettings): Promise<Council> {
    const { sealer } = this.#federation;
    const { name, coordinatorId, treasurerRoleId, ...plain } = changes;
    if (plain.zone !== undefined) await noteZone(this.#session, plain.zone);
    const row = await this.#session.tx.council.update({
      where: { id: council.id, federationId: this.#federation.id },
      data: {
        ...plain,
        ...(name === undefined
          ? {}
          : { sealedName: sealer.seal(name, purposes.council, council.id), lookupName: this.#nameLookup(name) }),
        ...("coordinatorId" in changes ? { coordinatorId: coordinatorId ?? null } : {}),
        ...("treasurerRoleId" in changes ? { treasurerRoleId: treasurerRoleId ?? null } : {}),
      },
    });
    const said = [name, plain.zone, plain.language];
    if (said.some((one) => one !== undefined)) await new Cards(this.#session).touchAll(this.#federation.id);
    return councilRecord(row, sealer);
  }

  // Cells and chats

  /** The cells that send delegates to it, by name. */
  async cells(councilId: string): Promise<readonly Cell[]> {
    const rows = await this.#session.tx.councilCell.findMany({
      where: { councilId, council: { federationId: this.#federation.id } },
      include: { cell: true },
    });
    return rows.map(({ cell }) => cellRecord(cell, this.#federation.sealer)).sort(byNames);
  }

  /** False if the cell was in the council already. */
  async addCell(council: Council, cellId: string): Promise<boolean> {
    const { tx, now } = this.#session;
    const key = { councilId: council.id, cellId };
    if ((await tx.councilCell.findUnique({ where: { councilId_cellId: key } })) !== null) return false;
    await tx.councilCell.create({ data: { ...key, joinedAt: new Date(now) } });
    await this.#delegates.recount(council.id, cellId);
    new Cards(this.#session).touch({ kind: cardParts.seats, subject: council.id });
    return true;
  }

  /** The cell sends nobody any more, and nothing else: `ComingAndGoing.cellLeavesCouncil` does the rest. */
  async removeCell(councilId: string, cellId: string): Promise<void> {
    await this.#session.tx.councilCell.deleteMany({ where: { councilId, cellId } });
  }

  /** The chats of a council, in the order in which they were bound. */
  async chats(councilId: string): Promise<readonly Chat[]> {
    const rows = await this.#session.tx.chat.findMany({
      where: { councilId, federationId: this.#federation.id },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => chatRecord(row, this.#federation.sealer));
  }

  // People

  /** Whether the person is a member of one of its cells. */
  async isMember(personId: string, councilId: string): Promise<boolean> {
    const count = await this.#session.tx.councilCell.count({ where: { councilId, ...memberOf(personId) } });
    return count > 0;
  }

  /**
   * What the person may do in this council, wherever they ask: in its chats, or for its business in a direct chat. A
   * command for delegates has to ask for the seat itself, since a coordinator and a steward may use it too.
   */
  async levelOf(person: { readonly id: string; readonly steward: boolean }, council: Council): Promise<Level> {
    if (person.steward) return "steward";
    if (council.coordinatorId === person.id) return "coordinator";
    if (await this.holdsSeat(person.id, council.id)) return "delegate";
    return (await this.isMember(person.id, council.id)) ? "member" : "anyone";
  }

  /** The highest level that the person has in any council; `anyone` where their cells sit in none. */
  async highestLevel(person: { readonly id: string; readonly steward: boolean }): Promise<Level> {
    if (person.steward) return "steward";
    const coordinated = await this.#session.tx.council.count({
      where: { federationId: this.#federation.id, coordinatorId: person.id },
    });
    if (coordinated > 0) return "coordinator";
    if (await this.holdsSeat(person.id)) return "delegate";
    return (await this.list({ person: person.id })).length > 0 ? "member" : "anyone";
  }

  /** Whether the person is a cell's delegate to this council, or to any. */
  holdsSeat(personId: string, councilId?: string): Promise<boolean> {
    return this.#delegates.isDelegate(personId, councilId);
  }

  get ofPersons(): OfPersons {
    const { tx } = this.#session;
    const { id: federationId } = this.#federation;
    return {
      tables: ["Council"],
      leavesCell: ({ person }) => this.#endCoordination({ coordinatorId: person.id }),
      countsElsewhere: nothing("a council's coordinator is a member of one of its cells, wherever they count"),
      becomesOne: async ({ first, second }) => {
        const where = { federationId, coordinatorId: second };
        await tx.council.updateMany({ where, data: { coordinatorId: first.id } });
      },
      forgotten: ({ person }) => this.#endCoordination({ coordinatorId: person.id }, { forgotten: true }),
      exported: async ({ personId }) => {
        const rows = await tx.council.findMany({ where: { federationId, coordinatorId: personId } });
        return { coordinatesCouncils: rows.map((row) => councilRecord(row, this.#federation.sealer).name) };
      },
      retention: nothing("a council stays until somebody removes it"),
      cellLeavesCouncil: ({ councilId }) => this.#endCoordination({ id: councilId }),
    };
  }

  /** Of councils in none of whose cells they are, they are the coordinator no more; the council's chats hear of it. */
  async #endCoordination(
    of: { readonly coordinatorId: string } | { readonly id: string },
    { forgotten = false } = {},
  ): Promise<void> {
    const { tx, now } = this.#session;
    const rows = await tx.council.findMany({
      where: { ...of, federationId: this.#federation.id },
      orderBy: { id: "asc" },
    });
    for (const { id, coordinatorId } of rows) {
      if (coordinatorId === null || (!forgotten && (await this.isMember(coordinatorId, id)))) continue;
      await tx.council.update({ where: { id }, data: { coordinatorId: null } });
      const kind = coordinationJobs.council;
      const jobs = new Jobs(this.#session, this.#federation.id);
      await jobs.schedule({ kind, key: `${kind}:${id}`, payload: { council: id }, dueAt: now });
    }
  }

  get #delegates(): Delegates {
    return new Delegates(this.#session, this.#federation);
  }

  #nameLookup(name: string): string {
    return this.#session.keyring.lookup("council-name", this.#federation.id, nameKey(name));
  }
}

const memberOf = (personId: string) => ({ cell: { memberships: { some: { personId } } } });
