/** What stands in the calendar of all: what is for everybody here to see, and nothing besides. */
import type { FederationContext } from "../../src/core/context.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { clockOf } from "../../src/core/options/option.ts";
import { lastMoment, type Assembly } from "../../src/domain/assemblies.ts";
import type { DateProposal } from "../../src/domain/dates.ts";
import type { PhaseCalendar } from "../../src/domain/phases.ts";
import { nextOccurrences } from "../../src/domain/recurrence.ts";
import { addDays, wallClock } from "../../src/domain/time.ts";
import { lengthOf, type Days, type SharedAction } from "../../src/domain/waves.ts";

/** An assembly to come, or one that is planned by its rule. */
export interface Meeting {
  readonly at: number;
  readonly until: number;
  readonly name: string;
  /** Of its series, and the how manieth of it. */
  readonly series: string;
  readonly ordinal: number;
  readonly changes: number;
  readonly plannedAt: number;
}

/** All of it, within some days, on one clock. */
export interface Collected {
  readonly days: Days;
  readonly zone: string;
  readonly phases: PhaseCalendar | undefined;
  readonly dates: readonly (DateProposal & { readonly agreedDay: string })[];
  readonly meetings: readonly Meeting[];
  readonly actions: readonly SharedAction[];
  /** By name: those that have cells. */
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
}

/** The councils (ids) whose dates and assemblies are shown here: that of the chat, or those of the cell. */
async function councilsShown(context: FederationContext): Promise<readonly string[]> {
  if (context.group?.kind === "council") return [context.group.id];
  const cell = cellHere(context);
  return cell === undefined ? [] : (await context.councils.list({ cell })).map(({ id }) => id);
}

export async function collected(context: FederationContext, days: Days): Promise<Collected> {
  const zone = clockOf(context);
  const span = { from: wallClock(days.from, 0, zone), to: wallClock(addDays(days.to, 1), 0, zone) };
  const dates: Collected["dates"][number][] = [];
  const meetings: Meeting[] = [];
  for (const council of await councilsShown(context)) {
    for (const { agreedDay, ...of } of await context.dates.list({ council })) {
      if (agreedDay !== undefined && agreedDay >= days.from && agreedDay <= days.to) dates.push({ ...of, agreedDay });
    }
    for (const assembly of await context.assemblies.upcoming(council)) {
      meetings.push(...(await meetingsOf(context, assembly, lengthOf(days))));
    }
  }
  const inhabited = await context.cells.cellsPerSector();
  return {
    days,
    zone,
    phases: await context.phases.calendar(),
    dates: dates.toSorted((a, b) => (a.agreedDay < b.agreedDay ? -1 : a.agreedDay > b.agreedDay ? 1 : 0)),
    meetings: meetings.filter(({ at }) => at >= span.from && at < span.to).toSorted((a, b) => a.at - b.at),
    actions: await context.waves.within(span),
    sectors: (await context.cells.sectors()).filter(({ id }) => inhabited.has(id)),
  };
}

/** The next one, and those that follow by its rule: no more than one a day. */
async function meetingsOf(
  { assemblies, now }: FederationContext,
  assembly: Assembly,
  most: number,
): Promise<readonly Meeting[]> {
  const { series } = assembly;
  const ordinal = await assemblies.ordinal(assembly);
  const starts = [assembly.startsAt, ...nextOccurrences(series.rule, lastMoment(assembly, now), most)];
  return starts.map((at, later) => ({
    at,
    until: at + series.lengthMinutes * 60_000,
    name: series.name,
    series: series.id,
    ordinal: ordinal + later,
    changes: series.changes,
    plannedAt: assembly.plannedAt,
  }));
}
