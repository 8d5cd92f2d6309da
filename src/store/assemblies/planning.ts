/** When assemblies are: the next one of each series, what falls due for it, and its end. */
import { cardParts } from "../../chat/cards.ts";
import {
  agendaKinds,
  assemblyJobs,
  lastMoment,
  remindAt,
  type Assembly,
  type AssemblyFinal,
  type Series,
} from "../../domain/assemblies.ts";
import type { QuorumRule } from "../../domain/quorum.ts";
import { nextOccurrence, replanned, type Rule } from "../../domain/recurrence.ts";
import { addCalendar } from "../../domain/time.ts";
import type { AssemblySeries as SeriesRow } from "../generated/sqlite/client.ts";
import { recount } from "../delegates/filling.ts";
import type { Store } from "../repository.ts";
import { itemRows } from "./agenda.ts";
import { findAssembly } from "./finding.ts";
import { appointHost } from "./hosts.ts";
import { standingOf } from "./presence.ts";
import { assemblyRecord, day, hour, minute, purposes, touch, unseal, withSeries } from "./records.ts";

export interface NewSeries {
  readonly name: string;
  readonly rule: Rule;
  readonly lengthMinutes: number;
  readonly quorum: QuorumRule;
  readonly names: boolean;
}

/** What is to be different from the next assembly on; `startsAt` (milliseconds since 1970) is for the next one alone. */
export interface AssemblyChange {
  readonly startsAt?: number | undefined;
  readonly rule?: Rule | undefined;
  readonly lengthMinutes?: number | undefined;
}

/** How long before the beginning people can check in, and how long after its end an assembly closes by itself. */
const openBefore = hour;

const closeAfter = 12 * hour;

/** Days ahead: the cells and the host are reminded. */
const inviteDays = 7;

/** Assemblies that come again; the first one is planned. */
export async function createSeries(store: Store, councilId: string, of: NewSeries): Promise<Assembly> {
  const { tx, now, newId } = store.session;
  const id = newId();
  const series = await tx.assemblySeries.create({
    data: {
      id,
      councilId,
      sealedName: store.federation.sealer.seal(of.name, purposes.name, id),
      rule: JSON.stringify(of.rule),
      lengthMinutes: of.lengthMinutes,
      quorum: JSON.stringify(of.quorum),
      names: of.names,
      createdAt: new Date(now),
    },
  });
  return planNext(store, series, now);
}

/** No more assemblies of the series are planned; the one that is planned is called off. */
export async function endSeries(store: Store, series: Series): Promise<void> {
  const { tx, now } = store.session;
  await tx.assemblySeries.updateMany({ where: { id: series.id }, data: { endedAt: new Date(now) } });
  const planned = await tx.assembly.findMany({ where: { seriesId: series.id, openedAt: null, closedAt: null } });
  for (const { id } of planned) {
    await cancelJobs(store, id);
    touch(store, id);
    await tx.assembly.delete({ where: { id } });
  }
}

/**
 * Plans the next assembly of a series, chooses its host, and everything that falls due for it. Proposals that the last one
 * (`before`) did not reach come first on its agenda.
 */
async function planNext(store: Store, series: SeriesRow, after: number, before?: string): Promise<Assembly> {
  const { tx, newId } = store.session;
  const { councilId } = series;
  const rule = JSON.parse(series.rule) as Rule; // an edge: only `createSeries` writes it
  const startsAt = nextOccurrence(rule, after);
  const last = await tx.assembly.aggregate({ where: { councilId }, _max: { number: true } });
  const id = newId();
  const data = {
    id,
    seriesId: series.id,
    councilId,
    number: (last._max.number ?? 0) + 1,
    plannedAt: new Date(store.session.now),
    slotAt: new Date(startsAt),
    startsAt: new Date(startsAt),
    endsAt: new Date(startsAt + series.lengthMinutes * minute),
  };
  const row = await tx.assembly.create({ data, include: withSeries });
  await tx.agendaItem.createMany({
    data: agendaKinds
      .filter((kind) => kind !== "proposal")
      .map((kind, position) => ({ id: newId(), assemblyId: id, position, kind })),
  });
  const left = before === undefined ? [] : await itemRows(store, before);
  const proposals = left.filter(({ kind, openedAt }) => kind === "proposal" && openedAt === null);
  await tx.agendaItem.createMany({
    data: proposals.map((row, index) => {
      const anew = newId();
      const text = unseal(store, row.sealedText, purposes.item, row.id);
      const sealedText = text === undefined ? null : store.federation.sealer.seal(text, purposes.item, anew);
      return { id: anew, assemblyId: id, position: agendaKinds.length + index, kind: row.kind, sealedText };
    }),
  });
  const hosted = await appointHost(store, assemblyRecord(store, row), []);
  await planJobs(store, hosted);
  return hosted;
}

/**
 * Changes what is planned: the reminders follow, what shows it is shown again, and the delegates are told.
 * Undefined where people can check in already, or it is closed.
 */
export async function changeAssembly(
  store: Store,
  assembly: Assembly,
  { startsAt, rule, lengthMinutes }: AssemblyChange,
): Promise<Assembly | undefined> {
  const { tx, now } = store.session;
  const { id, series } = assembly;
  if (assembly.openedAt !== undefined || assembly.closedAt !== undefined) return undefined;
  const minutes = lengthMinutes ?? series.lengthMinutes;
  const slot = rule === undefined ? assembly.slotAt : slotUnder(rule, series.rule, assembly.slotAt, now);
  const start = startsAt ?? (rule === undefined ? assembly.startsAt : slot);
  await tx.assemblySeries.update({
    where: { id: series.id },
    data: {
      lengthMinutes: minutes,
      changes: { increment: 1 },
      ...(rule === undefined ? {} : { rule: JSON.stringify(rule) }),
    },
  });
  const row = await tx.assembly.update({
    where: { id },
    data: { slotAt: new Date(slot), startsAt: new Date(start), endsAt: new Date(start + minutes * minute) },
    include: withSeries,
  });
  const changed = assemblyRecord(store, row);
  const { invite, moved: kind } = assemblyJobs;
  const invited = (await tx.job.count({ where: { key: `${invite}:${id}` } })) === 0;
  await cancelJobs(store, id);
  await planJobs(store, changed, invited);
  await store.jobs.schedule({ kind, key: `${kind}:${id}`, payload: { assembly: id }, dueAt: now });
  touch(store, id);
  return changed;
}

/** `invited`: the cells were told of it, so that they are told again only if it is more than a week away. */
async function planJobs(store: Store, assembly: Assembly, invited = false): Promise<void> {
  const { now } = store.session;
  const { id, startsAt, endsAt, series } = assembly;
  const before = (days: number): number => addCalendar(startsAt, series.rule.zone, -days);
  const plan = async (kind: string, dueAt: number): Promise<void> =>
    store.jobs.schedule({ kind, key: `${kind}:${id}`, payload: { assembly: id }, dueAt: Math.max(now, dueAt) });
  if (!invited || before(inviteDays) > now) await plan(assemblyJobs.invite, before(inviteDays));
  if (remindAt(assembly) > now) await plan(assemblyJobs.remind, remindAt(assembly));
  await plan(assemblyJobs.open, startsAt - openBefore);
  await plan(assemblyJobs.close, endsAt + closeAfter);
}

async function cancelJobs(store: Store, id: string): Promise<void> {
  for (const kind of Object.values(assemblyJobs)) await store.jobs.cancel(`${kind}:${id}`);
}

/** Closes an assembly, notes how many were there, and plans the next one. Undefined if it is closed already. */
export async function closeAssembly(
  store: Store,
  id: string,
): Promise<{ readonly closed: Assembly; readonly next: Assembly | undefined } | undefined> {
  const { tx, now } = store.session;
  const assembly = await findAssembly(store, id);
  if (assembly === undefined || assembly.closedAt !== undefined) return undefined;
  const { quorum: standing, cells } = await standingOf(store, assembly, { ever: true });
  const final: AssemblyFinal = { quorum: standing, cells };
  await tx.speaker.deleteMany({ where: { assemblyId: id, spokeAt: null } });
  await tx.pageAddress.deleteMany({ where: { assemblyId: id } });
  const row = await tx.assembly.update({
    where: { id },
    data: { closedAt: new Date(now), final: JSON.stringify(final) },
    include: withSeries,
  });
  await cancelJobs(store, id);
  const kind = assemblyJobs.clear;
  const dueAt = now + store.federation.retentionDays * day;
  await store.jobs.schedule({ kind, key: `${kind}:${id}`, payload: { assembly: id }, dueAt });
  touch(store, id);
  store.cards.touch({ kind: cardParts.meeting, subject: assembly.councilId });
  // What was changed meanwhile holds from now on.
  await recount(store, assembly.councilId);
  const next =
    row.series.endedAt === null ? await planNext(store, row.series, lastMoment(assembly, now), id) : undefined;
  return { closed: assemblyRecord(store, row), next };
}

/** The retention has passed: who was there and who spoke is removed. */
export async function clearAssembly(store: Store, id: string): Promise<void> {
  const { tx, now } = store.session;
  await tx.attendance.deleteMany({ where: { assemblyId: id } });
  await tx.speaker.deleteMany({ where: { assemblyId: id } });
  await tx.assembly.updateMany({ where: { id }, data: { clearedAt: new Date(now) } });
}

/** Which moment of a new rule an assembly stands for. Where only the time on the clock is another, its day stays. */
function slotUnder(rule: Rule, before: Rule, slot: number, now: number): number {
  const sameDays = rule.pattern === before.pattern && rule.start === before.start && rule.zone === before.zone;
  const moved = sameDays ? replanned(rule, slot) : now;
  return moved > now ? moved : nextOccurrence(rule, now);
}
