/** What stands in the calendar of all: what is for everybody here to see, and nothing besides. */
import type { FederationContext } from "../../src/core/context.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { clockOf } from "../../src/core/options/option.ts";
import { isAgreed, type AgreedDate } from "../../src/domain/dates.ts";
import type { PhaseCalendar } from "../../src/domain/phases.ts";
import { addDays, wallClock } from "../../src/domain/time.ts";
import { lengthOf, type Days, type SharedAction } from "../../src/domain/waves.ts";
import { meetingsOf, type Meeting } from "../assembly/calendar.ts";

/** All of it, within some days, on one clock. */
export interface Collected {
  readonly days: Days;
  readonly zone: string;
  readonly phases: PhaseCalendar | undefined;
  readonly dates: readonly AgreedDate[];
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
  const dates: AgreedDate[] = [];
  const meetings: Meeting[] = [];
  for (const council of await councilsShown(context)) {
    dates.push(...(await context.dates.list({ council })).filter(isAgreed));
    // No more than one a day.
    meetings.push(...(await meetingsOf(context, council, lengthOf(days) + 1)));
  }
  const inhabited = await context.cells.cellsPerSector();
  return {
    days,
    zone,
    phases: await context.phases.calendar(),
    dates: dates
      .filter(({ agreedDay }) => agreedDay >= days.from && agreedDay <= days.to)
      .toSorted((a, b) => (a.agreedDay < b.agreedDay ? -1 : a.agreedDay > b.agreedDay ? 1 : 0)),
    meetings: meetings.filter(({ at }) => at >= span.from && at < span.to).toSorted((a, b) => a.at - b.at),
    actions: await context.waves.within(span),
    sectors: (await context.cells.sectors()).filter(({ id }) => inhabited.has(id)),
  };
}
