/**
 * The emergency cards in memory: what is shown while the database is busy, locked or gone (docs/rules.md, "Help now").
 *
 * Filled at the start, and changed by each commit that changes a card, or a chat or member of its cell (help-touched.ts).
 * Where the outcome of a commit is not known, all is read anew. Only cells that have a card are kept, and accounts by their
 * keyed hashes alone.
 */
import type { Database, Tx } from "./database.ts";
import { Federations } from "./federations.ts";
import { helpChanged, readCell, type CellHelp, type HelpHere } from "./help-touched.ts";
import { identityLookup } from "./people/records.ts";
import type { Keyring } from "./sealing.ts";
import type { Session } from "./session.ts";

export type { HelpHere } from "./help-touched.ts";

const withoutCard = (id: string): CellHelp => ({ id, chats: new Map(), members: new Map() });

/** All cards, found by the place where somebody asks for one. */
export class HelpMemory {
  readonly #database: Database;
  readonly #sessionIn: (tx: Tx) => Session;
  /** The outcome of a commit is not known: what it changed has to be read. */
  readonly #doubtful: () => void;
  readonly #cells = new Map<string, CellHelp>();
  readonly #byChat = new Map<string, string>();
  readonly #byMember = new Map<string, Set<string>>();

  constructor(database: Database, sessionIn: (tx: Tx) => Session, doubtful: () => void) {
    this.#database = database;
    this.#sessionIn = sessionIn;
    this.#doubtful = doubtful;
    database.listen(
      helpChanged,
      (cells) => {
        if (cells === undefined) this.#doubtful();
        else for (const cell of cells) this.#replace(cell);
        database.passOn(
          helpChanged,
          cells?.map(({ id }) => id),
        );
      },
      (ids) => {
        if (ids === undefined) this.#doubtful();
        else void this.#readAgain(ids).catch(this.#doubtful);
      },
    );
  }

  /** Reads what another process has changed. */
  async #readAgain(ids: readonly string[]): Promise<void> {
    const cells = await this.#database.transaction(async (tx) => {
      const federations = new Federations(this.#sessionIn(tx));
      const rows = await tx.helpCard.findMany({
        where: { cellId: { in: [...ids] } },
        select: { cellId: true, federationId: true },
      });
      return Array.fromAsync(ids, async (id): Promise<CellHelp> => {
        const of = rows.find(({ cellId }) => cellId === id)?.federationId;
        const federation = of === undefined ? undefined : await federations.find(of);
        return federation === undefined ? withoutCard(id) : readCell(tx, federation, id);
      });
    });
    for (const cell of cells) this.#replace(cell);
  }

  /** Reads all cards. */
  async fill(): Promise<void> {
    const cells = await this.#database.transaction(async (tx) => {
      const federations = new Federations(this.#sessionIn(tx));
      const rows = await tx.helpCard.findMany({
        select: { cellId: true, federationId: true },
        orderBy: { cellId: "asc" },
      });
      const found: CellHelp[] = [];
      for (const { cellId, federationId } of rows) {
        const federation = await federations.find(federationId);
        if (federation !== undefined) found.push(await readCell(tx, federation, cellId));
      }
      return found;
    });
    for (const id of [...this.#cells.keys()]) this.#replace(withoutCard(id));
    for (const cell of cells) this.#replace(cell);
  }

  /** The card of a cell's chat (its key: `chatLookup`). */
  ofChat(lookup: string): HelpHere | undefined {
    const cell = this.#cells.get(this.#byChat.get(lookup) ?? "");
    const voice = cell?.chats.get(lookup);
    return cell?.card === undefined || voice === undefined ? undefined : { ...cell.card, ...voice };
  }

  /** The cards of all cells of which an account's person is a member. */
  ofAccount(keyring: Keyring, platform: string, user: string): readonly HelpHere[] {
    const lookup = identityLookup(keyring, platform, user);
    return [...(this.#byMember.get(lookup) ?? [])].flatMap((id) => {
      const cell = this.#cells.get(id);
      const voice = cell?.members.get(lookup);
      return cell?.card === undefined || voice === undefined ? [] : [{ ...cell.card, ...voice }];
    });
  }

  #replace(cell: CellHelp): void {
    const before = this.#cells.get(cell.id);
    for (const lookup of before?.chats.keys() ?? []) {
      if (this.#byChat.get(lookup) === cell.id) this.#byChat.delete(lookup);
    }
    for (const lookup of before?.members.keys() ?? []) {
      const cells = this.#byMember.get(lookup);
      cells?.delete(cell.id);
      if (cells?.size === 0) this.#byMember.delete(lookup);
    }
    if (cell.card === undefined) {
      this.#cells.delete(cell.id);
      return;
    }
    this.#cells.set(cell.id, cell);
    for (const lookup of cell.chats.keys()) this.#byChat.set(lookup, cell.id);
    for (const lookup of cell.members.keys()) {
      const cells = this.#byMember.get(lookup) ?? new Set();
      this.#byMember.set(lookup, cells.add(cell.id));
    }
  }
}
