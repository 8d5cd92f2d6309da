/** Which assembly is meant, and the chats that it concerns. */
import type { Assembly } from "../../domain/assemblies.ts";
import type { Prisma } from "../generated/sqlite/client.ts";
import type { Assembly as AssemblyRow, AssemblySeries as SeriesRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import { assemblyRecord, withSeries } from "./records.ts";

/** The how manieth of its series it is, from 1. */
export async function ordinal(store: Store, { series, number }: Assembly): Promise<number> {
  return store.session.tx.assembly.count({ where: { seriesId: series.id, number: { lte: number } } });
}

/** One statement: it runs at every press. */
export async function findAssembly(store: Store, id: string): Promise<Assembly | undefined> {
  const [row] = await store.session.tx.$queryRaw<
    AssemblyRow & Omit<SeriesRow, "id" | "names"> & { names: boolean | number }
  >`
    SELECT a.*, s."sealedName", s."rule", s."lengthMinutes", s."quorum", s."names", s."changes", s."createdAt",
      s."endedAt"
    FROM "Assembly" a JOIN "AssemblySeries" s ON s."id" = a."seriesId" JOIN "Council" c ON c."id" = s."councilId"
    WHERE a."id" = ${id} AND c."federationId" = ${store.federation.id}`;
  if (row === undefined) return undefined;
  // SQLite has no booleans.
  return assemblyRecord(store, { ...row, series: { ...row, id: row.seriesId, names: Boolean(row.names) } });
}

/** Those that go on or are planned, the earliest first: one of each series. */
export async function upcoming(store: Store, councilId: string): Promise<readonly Assembly[]> {
  const rows = await store.session.tx.assembly.findMany({
    where: { councilId, closedAt: null, series: { council: { federationId: store.federation.id } } },
    include: withSeries,
    orderBy: [{ startsAt: "asc" }, { number: "asc" }],
  });
  return rows.map((row) => assemblyRecord(store, row));
}

/** The assembly that goes on, or else the next one; undefined where none is planned. */
export async function current(store: Store, councilId: string): Promise<Assembly | undefined> {
  const all = await upcoming(store, councilId);
  return all.find(({ openedAt }) => openedAt !== undefined) ?? all[0];
}

/** The latest one that is closed. */
export async function latest(store: Store, councilId: string): Promise<Assembly | undefined> {
  const row = await store.session.tx.assembly.findFirst({
    where: { councilId, closedAt: { not: null }, series: { council: { federationId: store.federation.id } } },
    include: withSeries,
    orderBy: { number: "desc" },
  });
  return row === null ? undefined : assemblyRecord(store, row);
}

export async function byNumber(store: Store, councilId: string, number: number): Promise<Assembly | undefined> {
  const row = await store.session.tx.assembly.findFirst({
    where: { councilId, number, series: { council: { federationId: store.federation.id } } },
    include: withSeries,
  });
  return row === null ? undefined : assemblyRecord(store, row);
}

/** The chats (ids of ours) of the council itself. */
export async function councilChats(store: Store, councilId: string): Promise<readonly string[]> {
  return chatsWhere(store, { councilId });
}

/** The chats (ids of ours) of some cells, or of all of the council. */
export async function cellChats(
  store: Store,
  councilId: string,
  cellIds?: readonly string[],
): Promise<readonly string[]> {
  const only = cellIds === undefined ? {} : { id: { in: [...cellIds] } };
  return chatsWhere(store, { cell: { councils: { some: { councilId } }, ...only } });
}

/** The chats (ids of ours) of one cell. */
export const chatsOfCell = (store: Store, cellId: string): Promise<readonly string[]> => chatsWhere(store, { cellId });

async function chatsWhere(store: Store, where: Prisma.ChatWhereInput): Promise<readonly string[]> {
  const rows = await store.session.tx.chat.findMany({
    where: { federationId: store.federation.id, ...where },
    select: { id: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id }) => id);
}
