/** The gatherings of a cell as an iCalendar file. */
import type { FederationContext } from "../../src/core/context.ts";
import type { FileData } from "../../src/chat/message.ts";
import { gatheringName } from "../../src/core/options/numbered.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { calendarFile } from "../../src/domain/calendar.ts";
import { endAt, type Gathering } from "../../src/domain/gatherings.ts";

/** Those that have a time, the cancelled ones as such, so that calendars that have them strike them out. */
export async function calendarOf(
  context: FederationContext,
  gatherings: readonly Gathering[],
): Promise<FileData | undefined> {
  const [first] = gatherings;
  const cell = first === undefined ? undefined : await context.cells.get(first.cellId);
  const events = gatherings.flatMap((of) => {
    if (of.at === undefined) return [];
    return [
      {
        uid: `gathering-${of.id}@steward`,
        sequence: of.revision,
        start: of.at,
        end: endAt(of.at, of),
        summary: context.plain(gatheringName(of, 120)),
        ...(of.where === undefined ? {} : { location: of.where }),
        cancelled: of.state === "cancelled" || of.state === "let-go",
        updatedAt: of.changedAt,
      },
    ];
  });
  if (events.length === 0) return undefined;
  const name = context.plain(phrase("gather-ics-name", { cell: cell?.name ?? "" }));
  const text = calendarFile({ name, stamp: context.now, events });
  return { name: "gatherings.ics", mediaType: "text/calendar", data: Buffer.from(text, "utf8").toString("base64") };
}
