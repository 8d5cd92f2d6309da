/** Sectors, cells, and the chats that are bound to cells and councils. */
import type { PlatformName } from "../chat/inbound.ts";
import type {
  Cell as CellRow,
  Chat as ChatRow,
  Council as CouncilRow,
  Sector as SectorRow,
} from "./generated/sqlite/client.ts";
import { Cards } from "./cards.ts";
import { coordinationJobs } from "../domain/coordination.ts";
import { Facts } from "./facts.ts";
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import { helpTouched } from "./help-touched.ts";
import { Jobs } from "./jobs.ts";
import type { Keyring, Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";
import { noteZone } from "./zone-facts.ts";

/** A branch of work. */
export interface Sector {
  readonly id: string;
  readonly name: string;
}

/** A committee of one workplace or neighbourhood. */
export interface Cell {
  readonly id: string;
  readonly federationId: string;
  readonly sectorId: string;
  readonly name: string;
  readonly place: string | undefined;
  readonly zone: string;
  readonly language: string;
  /** Who made it, or was named later: coordinates it until the role in `powerRoleId` has a holder (`Roles.coordinators`). */
  readonly coordinatorId: string | undefined;
  /** The role whose holder coordinates it. */
  readonly powerRoleId: string | undefined;
  /** The role whose holder keeps its money (`Roles.present`). */
  readonly treasurerRoleId: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A body of several cells' delegates. */
export interface Council {
  readonly id: string;
  readonly federationId: string;
  readonly name: string;
  readonly zone: string;
  readonly language: string;
  /** Id of the person who coordinates it. */
  readonly coordinatorId: string | undefined;
  /** The role whose holder keeps its money. */
  readonly treasurerRoleId: string | undefined;
}

/** What a chat is bound to: a cell or a council. */
export interface Group extends Council {
  readonly kind: "cell" | "council";
  /** Of a cell: the role whose holder coordinates it. */
  readonly powerRoleId?: string | undefined;
}

/** Why nothing can be sent to a chat, or that it can. */
export type ChatState = "open" | "removed" | "no-rights";

/** A group on a platform, bound to one cell or to one council: exactly one of the two ids is there. */
export interface Chat {
  readonly id: string;
  readonly federationId: string;
  readonly cellId: string | undefined;
  readonly councilId: string | undefined;
  readonly platform: PlatformName;
  /** Which account of the bot sits in it. */
  readonly account: string;
  /** As the platform names it; `thread` is where the bot was set up, and says what it says unasked. */
  readonly ref: ChatRef;
  readonly title: string | undefined;
  readonly encrypted: boolean;
  /** Where it differs from that of the cell or council. */
  readonly language: string | undefined;
  readonly state: ChatState;
}

export interface ChatRef {
  readonly id: string;
  readonly thread?: string;
}

export interface NewCell {
  readonly name: string;
  readonly sectorId: string;
  readonly place: string | undefined;
  readonly zone: string;
  readonly language: string;
  readonly coordinatorId: string | undefined;
}

export type CellSettings = Partial<
  Pick<Cell, "name" | "place" | "zone" | "language" | "sectorId" | "coordinatorId" | "treasurerRoleId">
>;

/** A chat as a platform names it, about to be bound. */
export interface NewChat {
  readonly platform: PlatformName;
  readonly account: string;
  readonly ref: ChatRef;
  readonly title: string | undefined;
  readonly encrypted: boolean;
}

/** For what place each text is sealed: see sealing.ts. */
export const purposes = {
  sector: "Sector.sealedName",
  cell: "Cell.sealedName",
  council: "Council.sealedName",
  place: "Cell.sealedPlace",
  ref: "Chat.sealedRef",
  title: "Chat.sealedTitle",
} as const;

/** The key by which a chat is found before its federation is known. A thread is part of its chat. */
export const chatLookup = (keyring: Keyring, platform: string, account: string, id: string): string =>
  keyring.lookup("chat", platform, account, id);

/** Names that differ in case, accents' form or spaces only are the same. */
export const nameKey = (name: string): string => name.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();

/** 'Depot 9' before 'Depot 10', the same on every machine. The database cannot sort what it cannot read. */
const collator = new Intl.Collator("en", { numeric: true });
export const byNames = (a: { readonly name: string }, b: { readonly name: string }): number =>
  collator.compare(a.name, b.name);

/** A chat as people see it. */
export function chatRecord(row: ChatRow, sealer: Sealer): Chat {
  return {
    id: row.id,
    federationId: row.federationId,
    cellId: row.cellId ?? undefined,
    councilId: row.councilId ?? undefined,
    platform: row.platform,
    account: row.account,
    ref: JSON.parse(sealer.open(row.sealedRef, purposes.ref, row.id)) as ChatRef, // an edge: only `bind` and `move` write it
    title: row.sealedTitle === null ? undefined : sealer.open(row.sealedTitle, purposes.title, row.id),
    encrypted: row.encrypted,
    language: row.language ?? undefined,
    state: row.state as ChatState, // an edge: only `setState` writes it
  };
}

/** A cell as people see it. */
export function cellRecord(row: CellRow, sealer: Sealer): Cell {
  return {
    id: row.id,
    federationId: row.federationId,
    sectorId: row.sectorId,
    name: sealer.open(row.sealedName, purposes.cell, row.id),
    place: row.sealedPlace === null ? undefined : sealer.open(row.sealedPlace, purposes.place, row.id),
    zone: row.zone,
    language: row.language,
    coordinatorId: row.coordinatorId ?? undefined,
    powerRoleId: row.powerRoleId ?? undefined,
    treasurerRoleId: row.treasurerRoleId ?? undefined,
    createdAt: row.createdAt.getTime(),
  };
}

/** A council as people see it. */
export function councilRecord(row: CouncilRow, sealer: Sealer): Council {
  return {
    id: row.id,
    federationId: row.federationId,
    name: sealer.open(row.sealedName, purposes.council, row.id),
    zone: row.zone,
    language: row.language,
    coordinatorId: row.coordinatorId ?? undefined,
    treasurerRoleId: row.treasurerRoleId ?? undefined,
  };
}

/** What a chat is bound to. `bind` sees to it that there is one. */
export function groupRecord(
  { cell, council }: { readonly cell: CellRow | null; readonly council: CouncilRow | null },
  sealer: Sealer,
): Group {
  if (council !== null) return { kind: "council", ...councilRecord(council, sealer) };
  if (cell === null) throw new Error("a chat belongs to no cell and to no council");
  return { kind: "cell", ...cellRecord(cell, sealer) };
}

export class Cells {
  readonly #session: Session;
  readonly #federation: FederationRecord;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
  }

  // Sectors

  /** A new sector. The name must not be taken: ask `sectorByName` first. */
  async createSector(name: string): Promise<Sector> {
    const { tx, now } = this.#session;
    const id = this.#session.newId();
    const row = await tx.sector.create({
      data: {
        id,
        federationId: this.#federation.id,
        sealedName: this.#federation.sealer.seal(name, purposes.sector, id),
        lookupName: this.#nameLookup("sector", name),
        createdAt: new Date(now),
      },
    });
    return this.#sector(row);
  }

  async sector(id: string): Promise<Sector | undefined> {
    const row = await this.#session.tx.sector.findFirst({ where: { id, federationId: this.#federation.id } });
    return row === null ? undefined : this.#sector(row);
  }

  async sectorByName(name: string): Promise<Sector | undefined> {
    const lookupName = this.#nameLookup("sector", name);
    const row = await this.#session.tx.sector.findUnique({
      where: { federationId_lookupName: { federationId: this.#federation.id, lookupName } },
    });
    return row === null ? undefined : this.#sector(row);
  }

  /** All sectors, by name. */
  async sectors(): Promise<readonly Sector[]> {
    const rows = await this.#session.tx.sector.findMany({ where: { federationId: this.#federation.id } });
    return rows.map((row) => this.#sector(row)).sort(byNames);
  }

  /** How many cells each sector has, by its id. A sector without cells is not in it. */
  async cellsPerSector(): Promise<ReadonlyMap<string, number>> {
    const groups = await this.#session.tx.cell.groupBy({
      by: ["sectorId"],
      where: { federationId: this.#federation.id },
      _count: { _all: true },
    });
    return new Map(groups.map(({ sectorId, _count }) => [sectorId, _count._all]));
  }

  // Cells

  /** A new cell. The name must not be taken: ask `byName` first. */
  async create({ name, place, coordinatorId, ...cell }: NewCell): Promise<Cell> {
    const { tx, now } = this.#session;
    const { id: federationId, sealer } = this.#federation;
    await noteZone(this.#session, cell.zone);
    const id = this.#session.newId();
    const row = await tx.cell.create({
      data: {
        ...cell,
        id,
        federationId,
        sealedName: sealer.seal(name, purposes.cell, id),
        lookupName: this.#nameLookup("cell", name),
        sealedPlace: place === undefined ? null : sealer.seal(place, purposes.place, id),
        coordinatorId: coordinatorId ?? null,
        createdAt: new Date(now),
      },
    });
    return cellRecord(row, sealer);
  }

  async get(id: string): Promise<Cell | undefined> {
    const [row] = await this.#session.tx.$queryRaw<CellRow>`
      SELECT * FROM "Cell" WHERE "id" = ${id} AND "federationId" = ${this.#federation.id}`;
    return row === undefined ? undefined : cellRecord(row, this.#federation.sealer);
  }

  async byName(name: string): Promise<Cell | undefined> {
    const lookupName = this.#nameLookup("cell", name);
    const row = await this.#session.tx.cell.findUnique({
      where: { federationId_lookupName: { federationId: this.#federation.id, lookupName } },
    });
    return row === null ? undefined : cellRecord(row, this.#federation.sealer);
  }

  /** All cells, or those of some sectors, by name. */
  async list(sectorIds?: readonly string[]): Promise<readonly Cell[]> {
    const rows = await this.#session.tx.cell.findMany({
      where: { federationId: this.#federation.id, ...(sectorIds && { sectorId: { in: [...sectorIds] } }) },
    });
    return rows.map((row) => cellRecord(row, this.#federation.sealer)).sort(byNames);
  }

  /** The cells that a person is a member of, in the order in which they joined. */
  async ofPerson(personId: string): Promise<readonly Cell[]> {
    const rows = await this.#session.tx.membership.findMany({
      where: { personId, cell: { federationId: this.#federation.id } },
      orderBy: [{ joinedAt: "asc" }, { cellId: "asc" }],
      include: { cell: true },
    });
    return rows.map(({ cell }) => cellRecord(cell, this.#federation.sealer));
  }

  /** Changes settings; what is not named stays. A new name must not be taken. */
  async update(cell: Cell, changes: CellSettings): Promise<Cell> {
    const { sealer } = this.#federation;
    const { name, place, coordinatorId, treasurerRoleId, ...plain } = changes;
    if (plain.zone !== undefined) await noteZone(this.#session, plain.zone);
    const row = await this.#session.tx.cell.update({
      where: { id: cell.id, federationId: this.#federation.id },
      data: {
        ...plain,
        ...(name === undefined
          ? {}
          : { sealedName: sealer.seal(name, purposes.cell, cell.id), lookupName: this.#nameLookup("cell", name) }),
        ...("place" in changes
          ? { sealedPlace: place === undefined ? null : sealer.seal(place, purposes.place, cell.id) }
          : {}),
        ...("coordinatorId" in changes ? { coordinatorId: coordinatorId ?? null } : {}),
        ...("treasurerRoleId" in changes ? { treasurerRoleId: treasurerRoleId ?? null } : {}),
      },
    });
    helpTouched(this.#session, this.#federation, cell.id);
    const said = [name, plain.zone, plain.language, "place" in changes ? "place" : undefined];
    if (said.some((one) => one !== undefined)) await new Cards(this.#session).touchAll(this.#federation.id);
    return cellRecord(row, sealer);
  }

  /** How many people count in the cell (docs/rules.md: in the first of their cells, until they change it). */
  async memberCount(cellId: string): Promise<number> {
    return this.#session.tx.person.count({ where: { cellId, federationId: this.#federation.id } });
  }

  /** How many people count in each cell, by its id, in one query. A cell in which nobody counts is not in it. */
  async memberCounts(cellIds?: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const groups = await this.#session.tx.person.groupBy({
      by: ["cellId"],
      where: {
        federationId: this.#federation.id,
        cellId: cellIds === undefined ? { not: null } : { in: [...cellIds] },
      },
      _count: { _all: true },
    });
    return new Map(groups.flatMap(({ cellId, _count }) => (cellId === null ? [] : [[cellId, _count._all] as const])));
  }

  // Chats

  /** Binds a chat to a cell or a council. It must not be bound: the dispatch has looked. */
  async bind(to: Cell | Council, { platform, account, ref, title, encrypted }: NewChat): Promise<Chat> {
    const { tx, keyring, now } = this.#session;
    const { id: federationId, sealer } = this.#federation;
    const id = this.#session.newId();
    const row = await tx.chat.create({
      data: {
        id,
        federationId,
        ...("sectorId" in to ? { cellId: to.id } : { councilId: to.id }),
        platform,
        account,
        lookup: chatLookup(keyring, platform, account, ref.id),
        sealedRef: sealer.seal(JSON.stringify(ref), purposes.ref, id),
        sealedTitle: title === undefined ? null : sealer.seal(title, purposes.title, id),
        encrypted,
        createdAt: new Date(now),
      },
    });
    this.#helpTouched(chatRecord(row, sealer));
    return chatRecord(row, sealer);
  }

  async chat(id: string): Promise<Chat | undefined> {
    const row = await this.#session.tx.chat.findFirst({ where: { id, federationId: this.#federation.id } });
    return row === null ? undefined : chatRecord(row, this.#federation.sealer);
  }

  /** The cells' chats: of one, of some sectors, or of the whole federation, in the order in which they were bound. */
  async chats(
    of: { readonly cell: string } | { readonly sectors: readonly string[] } | "federation",
  ): Promise<readonly Chat[]> {
    const scope =
      of === "federation"
        ? { cellId: { not: null } }
        : "cell" in of
          ? { cellId: of.cell }
          : { cell: { sectorId: { in: [...of.sectors] } } };
    const rows = await this.#session.tx.chat.findMany({
      where: { federationId: this.#federation.id, ...scope },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => chatRecord(row, this.#federation.sealer));
  }

  /** The chats (ids) of the federation, or those of them that are named, by the zones of their cells or councils. */
  async zones(among?: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.#session.tx.chat.findMany({
      where: { federationId: this.#federation.id, ...(among === undefined ? {} : { id: { in: [...among] } }) },
      select: { id: true, cell: { select: { zone: true } }, council: { select: { zone: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const groups = Map.groupBy(rows, ({ cell, council }) => cell?.zone ?? council?.zone ?? this.#federation.zone);
    return new Map([...groups].map(([zone, chats]) => [zone, chats.map(({ id }) => id)]));
  }

  /** What chats are called, by their ids: their title, else the name of their cell or council. */
  async called(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly name: string; readonly platform: PlatformName }>> {
    const { id: federationId, sealer } = this.#federation;
    const rows = await this.#session.tx.chat.findMany({
      where: { id: { in: [...ids] }, federationId },
      include: { cell: true, council: true },
    });
    return new Map(
      rows.map((row) => {
        const { id, title, platform } = chatRecord(row, sealer);
        return [id, { name: title ?? groupRecord(row, sealer).name, platform }];
      }),
    );
  }

  /** Notes whether something can be sent to the chat. */
  async setState(chatId: string, state: ChatState): Promise<void> {
    if (state === "open") await new Cards(this.#session).revive(chatId);
    await this.#session.tx.chat.updateMany({
      where: { id: chatId, federationId: this.#federation.id },
      data: { state },
    });
  }

  /** The bot's rights in the chat have changed: what could not be shown there is tried at once. */
  async tryAgain(chatId: string): Promise<void> {
    await new Cards(this.#session).revive(chatId, "now");
    await this.#session.tx.chat.updateMany({
      where: { id: chatId, federationId: this.#federation.id, state: { not: "removed" } },
      data: { state: "open" },
    });
  }

  /** The language of one chat; `undefined`: that of its cell or council. */
  async setChatLanguage(chatId: string, language: string | undefined): Promise<void> {
    await this.#session.tx.chat.updateMany({
      where: { id: chatId, federationId: this.#federation.id },
      data: { language: language ?? null },
    });
    const chat = await this.chat(chatId);
    if (chat !== undefined) this.#helpTouched(chat);
  }

  /**
   * The chat goes on under another id (Telegram supergroup, Matrix room upgrade). Live messages are posted anew, since
   * the old ones cannot be edited there. False if the new id is bound already.
   */
  async move(chat: Chat, to: string): Promise<boolean> {
    const { tx, keyring } = this.#session;
    const lookup = chatLookup(keyring, chat.platform, chat.account, to);
    if ((await tx.chat.findUnique({ where: { lookup }, select: { id: true } })) !== null) return false;
    const sealedRef = this.#federation.sealer.seal(JSON.stringify({ id: to }), purposes.ref, chat.id);
    await tx.chat.update({
      where: { id: chat.id, federationId: this.#federation.id },
      data: { lookup, sealedRef, state: "open" },
    });
    const anew = { sealedMessage: null, sealedThread: null, postedAt: null, edits: 0 };
    await tx.card.updateMany({ where: { chatId: chat.id }, data: anew });
    this.#helpTouched(chat);
    return true;
  }

  /** The chat belongs to no cell or council any more. Who was seen in it is forgotten, its live messages end. */
  async unbind(chat: Chat): Promise<void> {
    await new Facts(this.#session).forgetChat(chat.id);
    await new Cards(this.#session).endIn(chat.id);
    this.#helpTouched(chat);
    await this.#session.tx.chat.deleteMany({ where: { id: chat.id, federationId: this.#federation.id } });
  }

  get ofPersons(): OfPersons {
    const { tx } = this.#session;
    const { id: federationId } = this.#federation;
    return {
      tables: ["Cell"],
      leavesCell: ({ person, cellId }) => this.#endCoordination({ id: cellId, coordinatorId: person.id }),
      countsElsewhere: nothing("a coordinator is a member, wherever they count"),
      becomesOne: async ({ first, second }) => {
        const where = { federationId, coordinatorId: second };
        await tx.cell.updateMany({ where, data: { coordinatorId: first.id } });
      },
      forgotten: ({ person }) => this.#endCoordination({ coordinatorId: person.id }),
      exported: async ({ personId }) => {
        const rows = await tx.cell.findMany({ where: { federationId, coordinatorId: personId } });
        return { coordinates: rows.map((row) => cellRecord(row, this.#federation.sealer).name) };
      },
      retention: nothing("a cell stays until somebody removes it"),
      cellLeavesCouncil: nothing("a cell has its coordinator whether or not it sends delegates anywhere"),
    };
  }

  /** Who coordinated has gone: the cell's chats hear of it, unless a role has the power there. */
  async #endCoordination(of: { readonly id?: string; readonly coordinatorId: string }): Promise<void> {
    const { tx, now } = this.#session;
    const rows = await tx.cell.findMany({
      where: { ...of, federationId: this.#federation.id },
      orderBy: { id: "asc" },
    });
    for (const { id } of rows) {
      await tx.cell.update({ where: { id }, data: { coordinatorId: null } });
      const kind = coordinationJobs.cell;
      const jobs = new Jobs(this.#session, this.#federation.id);
      await jobs.schedule({ kind, key: `${kind}:${id}`, payload: { cell: id }, dueAt: now });
    }
  }

  /** Another chat shows the cell's emergency card, or one shows it otherwise. */
  #helpTouched({ cellId }: Chat): void {
    if (cellId !== undefined) helpTouched(this.#session, this.#federation, cellId);
  }

  #sector(row: SectorRow): Sector {
    return { id: row.id, name: this.#federation.sealer.open(row.sealedName, purposes.sector, row.id) };
  }

  #nameLookup(kind: "sector" | "cell", name: string): string {
    return this.#session.keyring.lookup(`${kind}-name`, this.#federation.id, nameKey(name));
  }
}
