/** What `doctor` looks at: over all federations, for whoever has the master key. */
import { cellRecord, chatRecord, type Chat } from "./cells.ts";
import { Facts } from "./facts.ts";
import type { Session } from "./session.ts";

/** A chat that is bound to a cell. */
export interface BoundChat {
  readonly chat: Chat;
  readonly cell: string;
}

export async function boundChats({ tx, keyring }: Session): Promise<readonly BoundChat[]> {
  const rows = await tx.chat.findMany({
    include: { cell: true, federation: { select: { wrappedKey: true } } },
    orderBy: [{ platform: "asc" }, { createdAt: "asc" }],
  });
  return rows.map(({ cell, federation, ...row }) => {
    const sealer = keyring.sealer(row.federationId, federation.wrappedKey);
    return { chat: chatRecord(row, sealer), cell: cellRecord(cell, sealer).name };
  });
}

/** Every zone that a federation, a cell or a person has. */
export async function zonesInUse({ tx }: Session): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ zone: string }>`
    SELECT "zone" FROM "Federation" UNION SELECT "zone" FROM "Cell"
    UNION SELECT "zone" FROM "Person" WHERE "zone" IS NOT NULL ORDER BY "zone"`;
  return rows.map(({ zone }) => zone);
}

/** Writes something, to see whether it can; whoever calls takes it back. */
export const tryToWrite = (session: Session): Promise<void> => new Facts(session).set("doctor", "can write");
