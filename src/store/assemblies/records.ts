/** What the files of this folder share: what is read from a row of an assembly or its series. */
import {
  assemblyCard,
  assemblySectorsCard,
  type Assembly,
  type AssemblyFinal,
  type AssemblyHost,
  type HostAnswer,
  type Series,
} from "../../domain/assemblies.ts";
import type { HostReason } from "../../domain/hosts.ts";
import type { QuorumRule } from "../../domain/quorum.ts";
import type { Rule } from "../../domain/recurrence.ts";
import type { Assembly as AssemblyRow, AssemblySeries as SeriesRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";

export const minute = 60_000;

export const hour = 60 * minute;

export const day = 24 * hour;

/** For what place each text is sealed: see sealing.ts. */
export const purposes = {
  name: "AssemblySeries.sealedName",
  place: "Assembly.sealedHostPlace",
  passed: "Assembly.sealedPassed",
  item: "AgendaItem.sealedText",
} as const;

type Row = AssemblyRow & { readonly series: SeriesRow };

export const withSeries = { series: true } as const;

export function touch(store: Store, id: string): void {
  store.cards.touch({ kind: assemblyCard, subject: id });
  store.cards.touch({ kind: assemblySectorsCard, subject: id });
}

export function unseal(store: Store, sealed: string | null, purpose: string, row: string): string | undefined {
  return sealed === null ? undefined : store.federation.sealer.open(sealed, purpose, row);
}

export function assemblyRecord(store: Store, row: Row): Assembly {
  return {
    id: row.id,
    councilId: row.councilId,
    series: seriesRecord(store, row.series),
    number: row.number,
    plannedAt: row.plannedAt.getTime(),
    slotAt: row.slotAt.getTime(),
    startsAt: row.startsAt.getTime(),
    endsAt: row.endsAt.getTime(),
    openedAt: row.openedAt?.getTime(),
    closedAt: row.closedAt?.getTime(),
    host: hostRecord(store, row),
    final: row.final === null ? undefined : (JSON.parse(row.final) as AssemblyFinal), // an edge: only `close` writes it
    clearedAt: row.clearedAt?.getTime(),
  };
}

function hostRecord(
  store: Store,
  { id, hostSectorId, sealedHostPlace, hostAnswer, hostWhy }: AssemblyRow,
): AssemblyHost | undefined {
  const place = unseal(store, sealedHostPlace, purposes.place, id);
  if (hostSectorId === null || place === undefined || hostWhy === null) return undefined;
  return {
    sectorId: hostSectorId,
    place,
    answer: hostAnswer as HostAnswer, // an edge, like the next: only `#chooseHost` and `acceptHost` write them
    why: JSON.parse(hostWhy) as HostReason,
  };
}

function seriesRecord(store: Store, row: SeriesRow): Series {
  return {
    id: row.id,
    councilId: row.councilId,
    name: store.federation.sealer.open(row.sealedName, purposes.name, row.id),
    rule: JSON.parse(row.rule) as Rule, // an edge, like the next: only `createSeries` writes them
    lengthMinutes: row.lengthMinutes,
    quorum: JSON.parse(row.quorum) as QuorumRule,
    names: row.names,
    changes: row.changes,
  };
}
