/** The anonymous check-in, a word of `/care`: three questions, answered unseen, published once. Rules: docs/rules.md, "Check-in". */
import { Refused, usage, type CardRenderer, type JobRunner, type OptionType, type Reply } from "../src/core/command.ts";
import type { FederationContext, MemberContext } from "../src/core/context.ts";
import type { Block, Button, Message } from "../src/chat/message.ts";
import { cellHere } from "../src/core/options/drive.ts";
import { choice, flag, optional, text } from "../src/core/options/index.ts";
import { gatheringName } from "../src/core/options/numbered.ts";
import { phrase, type Phrase, messageIds, time } from "../src/chat/phrase.ts";
import {
  checkinCard,
  longestWords,
  publish,
  questions,
  taps,
  type Answer,
  type Published,
  type Question,
} from "../src/domain/checkin.ts";
import { gatheringCard } from "../src/domain/gatherings.ts";

type CheckIn = NonNullable<Awaited<ReturnType<FederationContext["checkins"]["get"]>>>;

const asked = messageIds({ me: "checkin-ask-me", need: "checkin-ask-need", us: "checkin-ask-us" });
const tapLabels = messageIds({
  good: "checkin-tap-good",
  "so-so": "checkin-tap-so-so",
  tired: "checkin-tap-tired",
  low: "checkin-tap-low",
  rest: "checkin-tap-rest",
  company: "checkin-tap-company",
  help: "checkin-tap-help",
  nothing: "checkin-tap-nothing",
  close: "checkin-tap-close",
  fine: "checkin-tap-fine",
  strained: "checkin-tap-strained",
  apart: "checkin-tap-apart",
}) satisfies Record<(typeof taps)[Question][number], string>;

const allTaps = questions.flatMap((question) => [...taps[question]]);

/** What the button 'In my own words' gives: the words are asked for, unseen. */
const toBeAsked = "?";
const ownWords = (): OptionType<string> => {
  const words = text({ max: longestWords });
  return {
    ...words,
    parse: async (raw, context) =>
      raw === toBeAsked ? { refusal: phrase("checkin-words-how") } : words.parse(raw, context),
  };
};

const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };
const closing = ({ closesAt }: CheckIn) => time(closesAt, "datetime", { named: true });

const button = (of: CheckIn, label: Phrase, options: Readonly<Record<string, string>> = {}): Button => ({
  label,
  action: { command: "care", word: "checkin", options: { ...options, checkin: of.id } },
  press: "unseen",
});

// Opening

/**
 * Offers a cell a check-in after a gathering, in all of its chats; nothing where there was one after that gathering, or
 * one is open.
 */
export async function offerCheckin(
  context: FederationContext,
  of: { readonly cellId: string; readonly gatheringId?: string },
  sure?: boolean,
): Promise<readonly Reply[]> {
  const { checkins, cells } = context;
  const few = await tooFew(context, of.cellId);
  if (few !== undefined && sure !== true) {
    const chats = (await cells.chats({ cell: of.cellId })).map(({ id }) => id);
    return [{ to: "chats", chats, message: few }];
  }
  const opened = await checkins.open(of);
  if (opened === undefined) return [];
  const chats = (await cells.chats({ cell: of.cellId })).map(({ id }) => id);
  return [{ to: "card", kind: checkinCard, subject: opened.id, chats }];
}

/** What is said first where fewer people are known than must say the same: nothing could be shown. Nothing elsewhere. */
async function tooFew(
  { cells, federation: { smallestGroup } }: FederationContext,
  cellId: string,
): Promise<Message | undefined> {
  const members = await cells.memberCount(cellId);
  if (members >= smallestGroup) return undefined;
  const begin: Button = {
    label: phrase("checkin-button-begin"),
    action: { command: "care", word: "checkin", options: { sure: "yes" } },
    press: "seen",
  };
  return {
    blocks: [
      paragraph(phrase("checkin-too-few", { members, least: smallestGroup })),
      { type: "buttons", rows: [[begin]] },
    ],
  };
}

/** What the chat sees while a check-in is open: nothing of the answers, not even how many there are. */
export const renderCheckin: CardRenderer = async ({ checkins, gatherings }, subject) => {
  const of = await checkins.get(subject);
  if (of === undefined) return undefined;
  const gathering = of.gatheringId === undefined ? undefined : await gatherings.get(of.gatheringId);
  const heading: Block = {
    type: "heading",
    content:
      gathering === undefined
        ? phrase("checkin-card")
        : phrase("checkin-card-after", { gathering: gatheringName(gathering) }),
  };
  const body: readonly Block[] =
    of.closedAt !== undefined
      ? [paragraph(phrase("checkin-closed"))]
      : [
          paragraph(phrase("checkin-how", { least: of.smallestGroup })),
          paragraph(phrase("checkin-until", { until: closing(of) }), "quiet"),
          { type: "buttons", rows: [[{ ...button(of, phrase("checkin-button")), style: "primary" }]] },
          paragraph(phrase("checkin-direct"), "quiet"),
        ];
  return {
    message: { blocks: [heading, ...body] },
    ...(gathering === undefined ? {} : { madeOf: [{ kind: gatheringCard, subject: gathering.id }] }),
  };
};

// Answering

export const checkin = usage({
  about: "checkin-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  options: {
    checkin: optional(text({ max: 40 }), { about: "checkin-about", ask: "checkin-ask-me", hidden: true }),
    question: optional(choice(questions), { about: "checkin-about", ask: "checkin-ask-me", hidden: true }),
    tap: optional(choice(allTaps), { about: "checkin-about", ask: "checkin-ask-me", hidden: true }),
    words: optional(ownWords(), { about: "checkin-about", ask: "checkin-ask-words", hidden: true }),
    sure: optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true }),
  },
  async run(context, { checkin: id, question, tap, words, sure }) {
    const { replies, of } = await findOrOpen(context, id, sure);
    // It was not begun, and why has been said.
    if (of === undefined) return replies;
    if (!(await context.people.isMember(context.person.id, of.cellId))) throw new Refused(phrase("checkin-elsewhere"));
    const answer: Answer | undefined = tap !== undefined ? { tap } : words !== undefined ? { words } : undefined;
    if (question === undefined) return [...replies, ask(of, "me", false)];
    // A question that is left out is followed by the next one all the same.
    if (answer !== undefined && !(await context.checkins.answer(of.id, context.person.id, question, answer))) {
      throw new Refused(phrase("checkin-too-late"));
    }
    const next = questions[questions.indexOf(question) + 1];
    return [next === undefined ? done(of) : ask(of, next, answer !== undefined)];
  },
});

/** The check-in that is meant: the one of a button; else the one of this cell. Whoever coordinates may begin one. */
async function findOrOpen(
  context: MemberContext,
  id: string | undefined,
  sure: boolean | undefined,
): Promise<{ readonly of: CheckIn | undefined; readonly replies: readonly Reply[] }> {
  const { checkins, level, chat } = context;
  const cellId = cellHere(context);
  const found =
    id === undefined ? (cellId === undefined ? undefined : await checkins.current(cellId)) : await checkins.get(id);
  if (found !== undefined) return { of: found, replies: [] };
  const may = level === "coordinator" || level === "steward";
  if (id !== undefined || cellId === undefined || chat === undefined || !may) throw new Refused(phrase("checkin-none"));
  const replies = await offerCheckin(context, { cellId }, sure);
  return { of: await checkins.current(cellId), replies };
}

/** One question with its taps. */
function ask(of: CheckIn, question: Question, noted: boolean): Reply {
  const row = taps[question].map((tap) => button(of, phrase(tapLabels[tap]), { question, tap }));
  const words = button(of, phrase("checkin-button-words"), { question, words: toBeAsked });
  const blocks: readonly Block[] = [
    ...(noted ? [paragraph(phrase("checkin-noted"), "quiet")] : []),
    paragraph(phrase(asked[question]), "strong"),
    { type: "buttons", rows: [row, [words]] },
  ];
  // Whoever writes instead of tapping has answered as well.
  const action = { command: "care", word: "checkin", options: { checkin: of.id, question } };
  return { to: "person", message: { blocks }, awaits: { action, option: "words", until: of.closesAt } };
}

const done = (of: CheckIn): Reply => ({
  to: "person",
  message: {
    blocks: [
      paragraph(phrase("checkin-done")),
      paragraph(phrase("checkin-done-change", { until: closing(of), least: of.smallestGroup }), "quiet"),
    ],
  },
});

// Publishing

/** The check-in closes: what may be shown is said in the chats of the cell, once, and the answers are deleted. */
export const closeCheckin: JobRunner = async (context, { checkin: id = "" }) => {
  const closed = await context.checkins.close(id);
  if (closed === undefined) return [];
  const { checkin: of, answers } = closed;
  const random = (below: number): number => context.random(below);
  const shown = questions.map((question) => ({
    question,
    published: publish(question, answers.get(question) ?? [], of.smallestGroup, random),
  }));
  const chats = (await context.cells.chats({ cell: of.cellId })).map((chat) => chat.id);
  return [{ to: "chats", chats, message: result(of, shown) }];
};

function result(
  of: CheckIn,
  shown: readonly { readonly question: Question; readonly published: Published }[],
): Message {
  const heading: Block = { type: "heading", content: phrase("checkin-result") };
  const parts = shown.flatMap(({ question, published }) => resultOf(question, published));
  if (parts.length === 0) {
    return { blocks: [heading, paragraph(phrase("checkin-result-none", { least: of.smallestGroup }))] };
  }
  return { blocks: [heading, ...parts, paragraph(phrase("checkin-result-end", { least: of.smallestGroup }), "quiet")] };
}

function resultOf(question: Question, { counts, words }: Published): readonly Block[] {
  if (counts.length === 0 && words.length === 0) return [];
  const lines = counts.map(({ tap, people }) =>
    phrase("checkin-result-line", { people, answer: phrase(labelOf(tap)) }),
  );
  const said = words.map((one) => phrase("checkin-result-words", { words: one }));
  return [paragraph(phrase(asked[question]), "strong"), { type: "list", items: [...lines, ...said] }];
}

const labelOf = (tap: string): string => tapLabels[tap as keyof typeof tapLabels]; // `publish` gives taps only
