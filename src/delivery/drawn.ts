/** What is pure about a card or a message that is sent: its ids, what it is made of, and when it changes by itself. */
import type { Block, Message, Rendered, RenderedBlock } from "../chat/message.ts";
import { phrase, time } from "../chat/phrase.ts";
import type { CardView } from "../core/command.ts";
import { nextYear } from "../domain/time.ts";
import type { DueCard } from "../store/cards.ts";

/** Whether people have a use for a card: it can be pressed, or stands pinned above their talk. */
export const goesOn = ({ pin, blocks }: Message): boolean =>
  pin === true || blocks.some(({ type }) => type === "buttons");

/**
 * When a card changes by itself, in milliseconds since 1970. What goes on does so when the year turns, too: a date bears its
 * year in any other year. What is over keeps the words that it ended with.
 */
export function changeOf({ message, changesAt }: CardView, now: number, zone: string): number | undefined {
  if (!goesOn(message) || !JSON.stringify(message.blocks).includes('"kind":"time"')) return changesAt;
  return Math.min(changesAt ?? Infinity, nextYear(now, zone));
}

/** Under which a card is posted, the same if it is tried again: a second message would stand beside the first. */
export const postId = ({ id, wanted, postedAt }: DueCard): string =>
  [id, wanted, ...(postedAt === undefined ? [] : [postedAt])].join(".");

/**
 * Under which a card is edited. What changes by itself is not wanted anew, so the words count as well: a platform that knows
 * the id would take the second edit for the first.
 */
export const editId = ({ id, wanted }: DueCard, shownAs: string): string => `${id}.${wanted}.${shownAs.slice(0, 8)}`;

/** The message with the request to press once more, above its buttons. */
export function asking(message: Message, until: number): Message {
  const line: Block = {
    type: "paragraph",
    style: "strong",
    content: phrase("core-press-again", { until: time(until, "time") }),
  };
  const at = message.blocks.findIndex(({ type }) => type === "buttons");
  return { ...message, blocks: [...message.blocks.slice(0, at), line, ...message.blocks.slice(at)] };
}

type WithFile = Extract<RenderedBlock, { readonly type: "image" | "file" }>;

export const isMadeLater = (block: RenderedBlock): block is WithFile =>
  (block.type === "image" || block.type === "file") && block.file.made !== undefined;

/** The marks of a message's reactions with the ids of their buttons. */
export function reactionsOf(message: Rendered): Record<string, string> | undefined {
  const marks: Record<string, string> = {};
  for (const block of message.blocks) {
    if (block.type === "choices" && block.reactions) for (const { mark, id } of block.items) marks[mark] = id;
  }
  return Object.keys(marks).length === 0 ? undefined : marks;
}
