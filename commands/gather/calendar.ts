/** The gatherings of a cell as an iCalendar file. */
import type { FederationContext } from "../../src/core/context.ts";
import type { FileData } from "../../src/chat/message.ts";
import { gatheringName } from "../../src/core/options/numbered.ts";
import { phrase, type Phrase } from "../../src/chat/phrase.ts";
import { endAt } from "../../src/domain/gatherings.ts";
import type { NewEvent } from "../../src/domain/calendar.ts";
import { icsFile } from "../calendar-file.ts";

/** Those that have a time, the cancelled ones as such, so that calendars that have them strike them out. */
export async function calendarOf(context: FederationContext, cellId: string): Promise<FileData | undefined> {
  const cell = await context.cells.get(cellId);
  const all = await context.gatherings.list(cellId, { ended: true });
  const events = all.flatMap((of): readonly NewEvent<Phrase>[] =>
    of.at === undefined
      ? []
      : [
          {
            uid: `gathering-${of.id}@steward`,
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
  const numbered = await context.calendars.number(`gatherings:${cellId}`, events);
  if (numbered.length === 0) return undefined;
  const name = phrase("gather-ics-name", { cell: cell?.name ?? "" });
  return icsFile(context, { file: "gatherings.ics", name, events: numbered });
}
