/** What is said of debriefs: their card, what came of them, what was learnt. Nobody is named in any of it. */
import type { CardRenderer } from "../../src/core/command.ts";
import type { Context, FederationContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { shorten } from "../../src/core/options/index.ts";
import { messageIds, phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import {
  debriefQuestions,
  isAlike,
  isUnwritten,
  learntOf,
  type Debrief,
  type Debriefed,
  type DebriefQuestion,
  type Learnt,
} from "../../src/domain/debrief.ts";
import { addDays, wallClock } from "../../src/domain/time.ts";

export const asked = messageIds({
  won: "debrief-ask-won",
  learnt: "debrief-ask-learnt",
  next: "debrief-ask-next",
}) satisfies Record<DebriefQuestion, string>;

export const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };

/** What a debrief is about, in so many characters. A burst has its dates for a name, on the clock of who reads it. */
export function debriefName(of: Debriefed, zone: string, characters = 100): Phrase {
  if (of.kind !== "burst") return verbatim(shorten(of.what, characters));
  const day = (date: string) => time(wallClock(date, 12 * 60, zone), "date");
  return phrase("debrief-of-burst", { from: day(of.from), to: day(addDays(of.until, -1)) });
}

/** Answers are seen by nobody. */
export const answerButton = (
  of: Pick<Debrief, "id">,
  label: Phrase,
  options: Readonly<Record<string, string>> = {},
): Button => ({
  label,
  action: { command: "debrief", options: { ...options, debrief: `#${of.id}` } },
  press: "unseen",
});

/** For who coordinates: they write down what it came to. */
export const writeButton = (id: string, label: Phrase): Button => ({
  label,
  action: { command: "debrief", word: "write", options: { debrief: `#${id}` } },
  press: "seen",
});

export const untilTime = ({ closesAt }: Pick<Debrief, "closesAt">) => time(closesAt, "datetime", { named: true });

/** What the chat sees while it is open: nothing of the answers, not even how many there are. */
export const renderDebrief: CardRenderer = async (context, subject) => {
  const of = await context.checkins.debrief(subject);
  if (of === undefined) return undefined;
  const body: readonly Block[] =
    of.closedAt !== undefined
      ? [paragraph(phrase("debrief-closed"))]
      : [
          paragraph(phrase("debrief-how", { least: of.smallestGroup })),
          paragraph(phrase("debrief-until", { until: untilTime(of) }), "quiet"),
          { type: "buttons", rows: [[{ ...answerButton(of, phrase("debrief-button")), style: "primary" }]] },
          paragraph(phrase("debrief-direct"), "quiet"),
        ];
  return { message: { blocks: [heading(of, context.zone), ...body] } };
};

const heading = ({ of }: Debrief, zone: string): Block => ({
  type: "heading",
  content: phrase("debrief-card", { what: debriefName(of, zone) }),
});

/** Nothing could be shown in so small a cell: people tell each other, and who coordinates writes it down. */
export const aloudMessage = (of: Debrief, zone: string): Message => ({
  blocks: [heading(of, zone), paragraph(phrase("debrief-aloud")), writing(of)],
});

const writing = ({ id }: Debrief): Block => ({
  type: "buttons",
  rows: [[writeButton(id, phrase("debrief-button-write"))]],
});

/** It is closed: what may be shown, and whose turn it is now. */
export function resultMessage(
  of: Debrief,
  shown: ReadonlyMap<DebriefQuestion, readonly string[]>,
  zone: string,
): Message {
  const parts = debriefQuestions.flatMap((question): readonly Block[] => {
    const answers = shown.get(question) ?? [];
    if (answers.length === 0) return [];
    const items = answers.map((words) => phrase("debrief-answer", { words }));
    return [paragraph(phrase(asked[question]), "strong"), { type: "list", items }];
  });
  const then =
    parts.length === 0
      ? [paragraph(phrase("debrief-result-none", { least: of.smallestGroup }))]
      : [
          paragraph(phrase("debrief-result-end", { least: of.smallestGroup }), "quiet"),
          paragraph(phrase("debrief-then")),
        ];
  return { blocks: [heading(of, zone), ...parts, ...then, writing(of)] };
}

/** What the cell has learnt and holds to, the oldest first. */
export async function learntHere(context: FederationContext, cellId: string): Promise<readonly Learnt[]> {
  const debriefs = await context.checkins.debriefs(cellId);
  return debriefs.length === 0 ? [] : learntOf(debriefs, await context.decisions.list({ cellId }));
}

/** 'Picket, 4 May: “Two at each gate.”' */
export const learntLine = ({ debrief, decision }: Learnt, zone: string): Phrase =>
  phrase("debrief-line", {
    what: debriefName(debrief.of, zone),
    at: time(debrief.openedAt, "date"),
    text: decision.text,
  });

/** What is shown of what was learnt from actions of the same form. */
const mostOfForm = 2;

/** What was learnt from actions like this one, the newest first, as lines. */
export async function learntOfForm(
  context: FederationContext,
  { cellId, what }: { readonly cellId: string; readonly what: string },
): Promise<readonly Phrase[]> {
  const all = await learntHere(context, cellId);
  return all
    .filter(({ debrief: { of } }) => of.kind === "action" && isAlike(of.what, what))
    .slice(-mostOfForm)
    .reverse()
    .map((one) => learntLine(one, context.zone));
}

/** What a cell has come to hold to since then (ms since 1970), as its next burst begins; undefined where that is nothing. */
export async function learntSince(
  context: FederationContext,
  cellId: string,
  since: number,
  zone: string,
): Promise<Message | undefined> {
  const all = await learntHere(context, cellId);
  const lately = all.filter(({ decision: { settledAt = 0 } }) => settledAt >= since).slice(-mostAtTurn);
  if (lately.length === 0) return undefined;
  return {
    blocks: [
      { type: "heading", content: phrase("debrief-at-burst") },
      { type: "list", items: lately.map((one) => learntLine(one, zone)) },
    ],
  };
}
const mostAtTurn = 5;

/** What the next meeting of a cell, at that moment, has open: what nobody has written down, until they have met. */
export async function openDebriefs(context: Context, cellId: string, at: number): Promise<readonly Phrase[]> {
  const closed = (await context.checkins.debriefs(cellId)).filter(({ closedAt = Infinity }) => closedAt <= at);
  if (closed.length === 0) return [];
  const decisions = await context.decisions.list({ cellId });
  const last = (await context.decisions.lastMeeting({ cellId })) ?? 0;
  return closed
    .filter((one) => (one.closedAt ?? 0) > last && isUnwritten(one, decisions))
    .map(({ of }) => phrase("debrief-open-point", { what: debriefName(of, context.zone) }));
}
