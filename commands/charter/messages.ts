/** How a charter is printed, and its notes are said. */
import type { Context } from "../../src/core/context.ts";
import type { Paper } from "../../src/chat/drawing.ts";
import { verbatim } from "../../src/chat/message.ts";
import { phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import type { Charter, MarginNote } from "../../src/domain/charter.ts";

/** A note in a line; of one that was hidden only that it was there. */
export const noteLine = ({ number = 0, rule, text }: MarginNote): Phrase =>
  text === undefined ? phrase("charter-note-hidden", { number, rule }) : phrase("charter-note", { number, rule, text });

/** The page for the wall, on so many sheets. */
export function charterPaper(cell: string, { rules, version, since = 0 }: Charter, wall: number): Paper {
  const at = time(since, "date", { dated: true });
  return {
    title: phrase("charter-of", { cell }),
    subtitle: phrase("charter-dated", { version, at }),
    at: since,
    foot: phrase("charter-foot", { version, at }),
    wall,
    blocks: [
      { type: "facts", facts: rules.map(({ number, text }) => [verbatim(`${number}.`), verbatim(text)] as const) },
    ],
  };
}

/** Notes on the card of a meeting; more are counted. */
const mostOnCard = 10;

/** What the next meeting of a cell has open in the margin of its charter, as lines. */
export async function openNotes(context: Context, cellId: string): Promise<readonly Phrase[]> {
  const notes = await context.charters.open(cellId);
  const lines = notes.slice(0, mostOnCard).map(noteLine);
  const more = notes.length - lines.length;
  return more === 0 ? lines : [...lines, phrase("charter-more-notes", { more })];
}
