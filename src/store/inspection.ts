/** What `doctor` looks at: over all federations, for whoever has the master key. */
import { chatRecord, groupRecord, type Chat } from "./cells.ts";
import { Facts } from "./facts.ts";
import type { Session } from "./session.ts";

/** A chat, and the name of the cell or council that it is bound to. */
export interface BoundChat {
  readonly chat: Chat;
  readonly group: string;
}

export async function boundChats({ tx, keyring }: Session): Promise<readonly BoundChat[]> {
  const rows = await tx.chat.findMany({
    include: { cell: true, council: true, federation: { select: { wrappedKey: true } } },
    orderBy: [{ platform: "asc" }, { createdAt: "asc" }],
  });
  return rows.map(({ cell, council, federation, ...row }) => {
    const sealer = keyring.sealer(row.federationId, federation.wrappedKey);
    return { chat: chatRecord(row, sealer), group: groupRecord({ cell, council }, sealer).name };
  });
}

/** Every zone that a federation, a cell, a council, a person or a role has. */
export async function zonesInUse({ tx }: Session): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ zone: string }>`
    SELECT "zone" FROM "Federation" UNION SELECT "zone" FROM "Cell" UNION SELECT "zone" FROM "Council"
    UNION SELECT "zone" FROM "Person" WHERE "zone" IS NOT NULL UNION SELECT "zone" FROM "Role" ORDER BY "zone"`;
  return rows.map(({ zone }) => zone);
}

/** Writes something, to see whether it can; whoever calls takes it back. */
export const tryToWrite = (session: Session): Promise<void> => new Facts(session).set("doctor", "can write");
