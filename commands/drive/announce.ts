/** What is announced of a drive, in every chat of its scope, and whom it has reached. */
import type { Reply } from "../../src/core/command.ts";
import type { Context, MemberContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Message } from "../../src/chat/message.ts";
import { cellHere, shortName } from "../../src/core/options/drive.ts";
import { saidIn, type ToChats } from "../said.ts";
import { chatNames, inWords } from "../../src/core/receipts.ts";
import { phrase, type Phrase, time } from "../../src/chat/phrase.ts";
import { announcementId, announcementsOf, driveCard, type Announcement, type Drive } from "../../src/domain/drives.ts";
import { nobodyIn, outcome } from "./outcome.ts";
import { timeLeft, until, answerButtons, doneButton } from "./card.ts";

/** In every chat of the scope, with receipts. */
export async function announcement(
  { drives, now }: Context,
  of: Drive,
  what: Announcement,
  message: Message,
): Promise<ToChats> {
  return { to: "chats", chats: await drives.chats(of), message, broadcast: announcementId(of.id, what, now) };
}

/** The same; who did it elsewhere is told there that it was done. */
export async function announce(
  context: MemberContext,
  of: Drive,
  what: Announcement,
  message: Message,
): Promise<readonly Reply[]> {
  return saidIn(context, await announcement(context, of, what, message), phrase("drive-done-everywhere"));
}

// Whom it reached

/** Chats of which it is said one by one why something did not arrive. */
const mostNamed = 20;

/**
 * How many chats the last announcement has reached, and why it did not reach the others; and where the card cannot be
 * shown. For stewards, and for the coordinator of a drive of one cell.
 */
export async function receiptBlocks(context: Context, of: Drive): Promise<readonly Block[]> {
  const own = context.level === "coordinator" && of.scope === "cell" && of.cellId === cellHere(context);
  if (!own && context.level !== "steward") return [];
  const cards = await context.cards.receipts(driveCard, of.id);
  const latest = await context.broadcasts.latest(announcementsOf(of.id));
  // The card that appears is how a drive is announced at its opening.
  const said = latest === undefined ? cards : await context.broadcasts.receipts(latest);
  const chats = said.sent + said.waiting + said.failed.length;
  if (chats === 0) return [];
  const told = new Set(said.failed.map(({ chatId }) => chatId));
  const without = cards.failed.filter(({ chatId }) => !told.has(chatId));
  const nameOf = await chatNames(context, [...told, ...without.map(({ chatId }) => chatId)]);
  const items = [
    ...said.failed.map(({ chatId, reason }) =>
      phrase("receipts-failed", { chat: nameOf(chatId), why: inWords(reason) }),
    ),
    ...without.map(({ chatId, reason }) => phrase("receipts-card", { chat: nameOf(chatId), why: inWords(reason) })),
  ];
  const more = items.length - mostNamed;
  const named = more > 0 ? [...items.slice(0, mostNamed), phrase("receipts-more", { chats: more })] : items;
  return [
    {
      type: "paragraph",
      content: phrase("receipts-last", { sent: said.sent, chats, waiting: said.waiting }),
    },
    ...(named.length === 0 ? [] : [{ type: "list", items: named } as const]),
  ];
}

/** The goal is met. Said once in every chat of the scope, without a number that not everybody may see. */
export const goalAnnouncement = (of: Drive): Message => ({
  blocks: [
    { type: "heading", content: verbatim(of.question) },
    { type: "paragraph", style: "strong", content: phrase("drive-goal-reached", { goal: of.goal }) },
  ],
});

export const closeAnnouncement = (of: Drive): Message => ({
  blocks: [
    { type: "heading", content: verbatim(of.question) },
    { type: "paragraph", style: "strong", content: outcome(of) },
    ...(nobodyIn(of)
      ? []
      : [
          { type: "paragraph", content: phrase("drive-closed-next") } as const,
          { type: "buttons", rows: [[doneButton(of)]] } as const,
        ]),
  ],
});

export function editAnnouncement(before: Drive, after: Drive): Message {
  const items: Phrase[] = [];
  if (after.question !== before.question) items.push(phrase("drive-changed-question", { question: after.question }));
  if (after.name !== before.name) items.push(phrase("drive-changed-name", { name: after.name ?? after.question }));
  if (after.demands.join("\n") !== before.demands.join("\n")) {
    items.push(...after.demands.map((demand) => phrase("drive-changed-demand", { demand })));
    if (after.demands.length === 0) items.push(phrase("drive-changed-no-demands"));
  }
  if (after.deadline !== before.deadline) {
    items.push(phrase("drive-changed-deadline", { deadline: time(after.deadline, "datetime", { named: true }) }));
  }
  const changed = phrase("drive-changed", { number: after.number, drive: shortName(before, 80) });
  return {
    blocks: [
      { type: "paragraph", style: "strong", content: changed },
      { type: "list", items },
    ],
  };
}

export const nudge = (of: Drive, now: number): Message => ({
  blocks: [
    { type: "heading", content: verbatim(of.question) },
    { type: "paragraph", content: phrase("drive-nudge", { left: timeLeft(of, now) }) },
    { type: "paragraph", style: "quiet", content: until(of, now) },
    answerButtons(of),
  ],
});
