/** The gatherings of a cell in a calendar. */
import type { FederationContext } from "../../src/core/context.ts";
import type { FileData } from "../../src/chat/message.ts";
import { gatheringName } from "../../src/core/options/numbered.ts";
import { phrase, type Phrase } from "../../src/chat/phrase.ts";
import { endAt } from "../../src/domain/gatherings.ts";
import type { NewEvent, NumberedEvent } from "../../src/domain/calendar.ts";
import { icsFile } from "../calendar-file.ts";

/** By what calendars know a gathering (id of ours) again. */
export const gatheringUid = (id: string): string => `gathering-${id}@steward`;

/**
 * Those that have a time, with their numbers, the same whoever reads them; the cancelled ones as such, so that calendars
 * that have them strike them out.
 */
export async function gatheringEvents(
  context: FederationContext,
  cellId: string,
): Promise<readonly NumberedEvent<Phrase>[]> {
  const all = await context.gatherings.list(cellId, { ended: true });
  const events = all.flatMap((of): readonly NewEvent<Phrase>[] =>
    of.at === undefined
      ? []
      : [
          {
            uid: gatheringUid(of.id),
            sequence: of.revision,
            start: of.at,
            end: endAt(of.at, of),
            title: gatheringName(of, 120),
            ...(of.where === undefined ? {} : { location: of.where }),
            cancelled: of.state === "cancelled" || of.state === "let-go",
            changedAt: of.changedAt,
          },
        ],
  );
  return context.calendars.number(`gatherings:${cellId}`, events);
}

/** The gatherings of a cell as an iCalendar file; undefined where none has a time. */
export async function calendarOf(context: FederationContext, cellId: string): Promise<FileData | undefined> {
  const events = await gatheringEvents(context, cellId);
  if (events.length === 0) return undefined;
  const cell = await context.cells.get(cellId);
  const name = phrase("gather-ics-name", { cell: cell?.name ?? "" });
  return icsFile(context, { file: "gatherings.ics", name, events });
}
