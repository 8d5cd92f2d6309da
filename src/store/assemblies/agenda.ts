/** What stands on the agenda, and the item that is in hand. */
import { assemblyCard, type AgendaItem, type AgendaKind } from "../../domain/assemblies.ts";
import type { AgendaItem as ItemRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { purposes, unseal } from "./records.ts";

export async function items(store: Store, assemblyId: string): Promise<readonly AgendaItem[]> {
  const rows = await itemRows(store, assemblyId);
  return rows.map((row, index) => ({
    id: row.id,
    number: index + 1,
    kind: row.kind as AgendaKind, // an edge: only `#plan` and `addItem` write it
    text: unseal(store, row.sealedText, purposes.item, row.id),
    openedAt: row.openedAt?.getTime(),
  }));
}

export async function itemRows(store: Store, assemblyId: string): Promise<readonly ItemRow[]> {
  return store.session.tx.agendaItem.findMany({
    where: { assemblyId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** Adds a proposal at the end. Gives its number. */
export async function addItem(store: Store, assemblyId: string, text: string): Promise<number> {
  const { tx, newId } = store.session;
  const rows = await itemRows(store, assemblyId);
  const id = newId();
  const sealedText = store.federation.sealer.seal(text, purposes.item, id);
  const position = (rows.at(-1)?.position ?? -1) + 1;
  await tx.agendaItem.create({
    data: { id, assemblyId, position, kind: "proposal" satisfies AgendaKind, sealedText },
  });
  store.cards.touch({ kind: assemblyCard, subject: assemblyId });
  return rows.length + 1;
}

/** Moves a proposal to another number; what opens every agenda stays first. */
export async function moveItem(store: Store, assemblyId: string, item: AgendaItem, to: number): Promise<void> {
  const rows = [...(await itemRows(store, assemblyId))];
  const from = rows.findIndex(({ id }) => id === item.id);
  const opening = rows.filter(({ kind }) => kind !== "proposal").length;
  const moved = rows.splice(from, 1);
  rows.splice(Math.max(opening, Math.min(to - 1, rows.length)), 0, ...moved);
  for (const [position, { id }] of rows.entries()) {
    await store.session.tx.agendaItem.update({ where: { id }, data: { position } });
  }
  store.cards.touch({ kind: assemblyCard, subject: assemblyId });
}

/** The assembly comes to this item now. */
export async function openItem(store: Store, assemblyId: string, item: AgendaItem): Promise<void> {
  const { tx, now } = store.session;
  // Come back to later it is the one in hand again.
  const latest = await tx.agendaItem.aggregate({ where: { assemblyId }, _max: { openedAt: true } });
  const openedAt = new Date(Math.max(now, (latest._max.openedAt?.getTime() ?? 0) + 1));
  await tx.agendaItem.update({ where: { id: item.id }, data: { openedAt } });
  store.cards.touch({ kind: assemblyCard, subject: assemblyId });
}
