/** Calendars as files. The rules of the file are in src/domain/calendar.ts, those of its numbers in src/store/calendars.ts. */
import type { FileData } from "../src/chat/message.ts";
import type { Phrase } from "../src/chat/phrase.ts";
import type { FederationContext } from "../src/core/context.ts";
import { calendarFile, type NumberedEvent } from "../src/domain/calendar.ts";

/** The file of these events, in the language of who gets it. */
export function icsFile(
  context: FederationContext,
  of: { readonly file: string; readonly name: Phrase; readonly events: readonly NumberedEvent<Phrase>[] },
): FileData {
  const events = of.events.map((event) => ({ ...event, summary: context.plain(event.summary) }));
  const text = calendarFile({ name: context.plain(of.name), stamp: context.now, events });
  return { name: of.file, mediaType: "text/calendar", data: Buffer.from(text, "utf8").toString("base64") };
}
