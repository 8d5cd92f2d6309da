/**
 * What changes an emergency card, or who is to see it, says so here; the cards in memory (help-memory.ts) change with the
 * commit, by what was read at its end, so that nothing has to be read afterwards.
 */
import type { Signal, Tx } from "./database.ts";
import type { FederationRecord } from "./federations.ts";
import type { Cell as CellRow } from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";

/** In which language and zone somebody reads. */
interface Voice {
  readonly language: string;
  readonly zone: string;
}

/** A card, for one who reads it. */
export interface HelpHere extends Voice {
  readonly cell: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly confirmedAt: number;
}

/** A cell as it is kept. */
export interface CellHelp {
  readonly id: string;
  /** None: the cell has no card. */
  readonly card?: Omit<HelpHere, keyof Voice>;
  readonly chats: ReadonlyMap<string, Voice>;
  readonly members: ReadonlyMap<string, Voice>;
}

/** A cell's card, or who is to see it, is another. */
export const helpChanged: Signal<CellHelp> = { name: "help-changed" };

interface Touched {
  readonly session: Session;
  readonly federation: FederationRecord;
  readonly cellId: string;
}

/** To be called by whatever changes a card, its cell, the cell's chats or members: what is kept in memory changes with the commit. */
export function helpTouched(session: Session, federation: FederationRecord, ...cellIds: readonly string[]): void {
  for (const cellId of cellIds) {
    session.tx.atEnd(readTouched, `help ${cellId}`, { session, federation, cellId } satisfies Touched);
  }
}

async function readTouched(tx: Tx, touched: readonly Touched[]): Promise<void> {
  for (const { federation, cellId } of touched) tx.tell(helpChanged, await readCell(tx, federation, cellId));
}

export async function readCell(
  tx: Tx,
  { sealer, id: federationId }: FederationRecord,
  cellId: string,
): Promise<CellHelp> {
  const none: CellHelp = { id: cellId, chats: new Map(), members: new Map() };
  const [row] = await tx.$queryRaw<CellRow & { readonly sealedText: string; readonly confirmedAt: Date }>`
    SELECT c.*, h."sealedText", h."confirmedAt" FROM "HelpCard" h JOIN "Cell" c ON c."id" = h."cellId"
    WHERE h."cellId" = ${cellId} AND h."federationId" = ${federationId} AND h."sealedText" IS NOT NULL`;
  if (row === undefined) return none;
  const { sealedText, confirmedAt } = row;
  const { language, zone } = row;
  const chats = await tx.$queryRaw<{ lookup: string; language: string | null }>`
    SELECT "lookup", "language" FROM "Chat" WHERE "cellId" = ${cellId}`;
  const members = await tx.$queryRaw<{ lookup: string; language: string | null; zone: string | null }>`
    SELECT i."lookup", p."language", p."zone" FROM "Membership" m
      JOIN "Person" p ON p."id" = m."personId" JOIN "Identity" i ON i."personId" = p."id"
    WHERE m."cellId" = ${cellId}`;
  return {
    id: cellId,
    card: {
      cell: sealer.open(row.sealedName, "Cell.sealedName", cellId),
      text: sealer.open(sealedText, "HelpCard.sealedText", cellId),
      confirmedAt: confirmedAt.getTime(),
    },
    chats: new Map(chats.map((chat) => [chat.lookup, { language: chat.language ?? language, zone }])),
    members: new Map(
      members.map((one) => [one.lookup, { language: one.language ?? language, zone: one.zone ?? zone }]),
    ),
  };
}
