/** Who hosts an assembly. The rule is in src/domain/hosts.ts. */
import type { Assembly, HostAnswer } from "../../domain/assemblies.ts";
import { chooseHost, type HostPlace } from "../../domain/hosts.ts";
import { nameKey, type Cell } from "../cells.ts";
import { Councils } from "../councils.ts";
import type { Store } from "../repository.ts";
import { assemblyRecord, purposes, touch, unseal, withSeries } from "./records.ts";

/** The places that can host, with the cells at each, in the order in which the cells were made. */
async function placesOf(
  store: Store,
  councilId: string,
): Promise<readonly (HostPlace & { readonly label: string; readonly cell: Cell })[]> {
  const cells = await new Councils(store.session, store.federation).cells(councilId);
  const made = await store.session.tx.cell.findMany({
    where: { id: { in: cells.map(({ id }) => id) } },
    select: { id: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const order = new Map(made.map(({ id }, index) => [id, index]));
  return [...cells]
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map((cell) => {
      const label = cell.place ?? cell.name;
      return { sector: cell.sectorId, place: nameKey(label), label, cell };
    });
}

/** Who has hosted this council, the latest last. */
async function hosts(store: Store, councilId: string): Promise<readonly HostPlace[]> {
  const rows = await store.session.tx.assembly.findMany({
    where: { councilId, closedAt: { not: null }, hostSectorId: { not: null } },
    orderBy: [{ startsAt: "asc" }, { number: "asc" }],
    select: { id: true, hostSectorId: true, sealedHostPlace: true },
  });
  return rows.map(({ id, hostSectorId, sealedHostPlace }) => ({
    sector: hostSectorId ?? "",
    place: nameKey(unseal(store, sealedHostPlace, purposes.place, id) ?? ""),
  }));
}

export async function appointHost(store: Store, assembly: Assembly, passed: readonly HostPlace[]): Promise<Assembly> {
  const { sealer } = store.federation;
  const places = await placesOf(store, assembly.councilId);
  const host = chooseHost(places, await hosts(store, assembly.councilId), passed);
  const label = places.find(({ sector, place }) => sector === host?.sector && place === host.place)?.label;
  const row = await store.session.tx.assembly.update({
    where: { id: assembly.id },
    data: {
      hostSectorId: host?.sector ?? null,
      sealedHostPlace: label === undefined ? null : sealer.seal(label, purposes.place, assembly.id),
      hostAnswer: host === undefined ? null : ("asked" satisfies HostAnswer),
      hostWhy: host === undefined ? null : JSON.stringify(host.why),
      sealedPassed: passed.length === 0 ? null : sealer.seal(JSON.stringify(passed), purposes.passed, assembly.id),
    },
    include: withSeries,
  });
  touch(store, assembly.id);
  return assemblyRecord(store, row);
}

/** The cells that host: those of the sector at this place. */
export async function hostCells(store: Store, { councilId, host }: Assembly): Promise<readonly Cell[]> {
  if (host === undefined) return [];
  const key = nameKey(host.place);
  const places = await placesOf(store, councilId);
  return places.filter(({ sector, place }) => sector === host.sectorId && place === key).map(({ cell }) => cell);
}

export async function acceptHost(store: Store, assembly: Assembly): Promise<Assembly> {
  const row = await store.session.tx.assembly.update({
    where: { id: assembly.id },
    data: { hostAnswer: "accepted" satisfies HostAnswer },
    include: withSeries,
  });
  touch(store, assembly.id);
  return assemblyRecord(store, row);
}

/** The host passes it on: to whoever is next by the same rule, among those who have not passed it on. */
export async function passHost(store: Store, assembly: Assembly): Promise<Assembly> {
  const { host } = assembly;
  if (host === undefined) return assembly;
  const row = await store.session.tx.assembly.findUniqueOrThrow({ where: { id: assembly.id } });
  const before = unseal(store, row.sealedPassed, purposes.passed, row.id);
  const passed = before === undefined ? [] : (JSON.parse(before) as HostPlace[]); // an edge: `#chooseHost` writes it
  return appointHost(store, assembly, [...passed, { sector: host.sectorId, place: nameKey(host.place) }]);
}
