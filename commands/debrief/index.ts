/**
 * `/debrief`: what was won, what was learnt, what is next. Rules: docs/rules.md, "What was learnt".
 *
 * Members answer unseen; what may be shown is shown once, all together; who coordinates makes two or three sentences of it,
 * a decision to which the cell can object.
 */
import { command, Refused, usage, type JobRunner, type OptionType, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import type { Block } from "../../src/chat/message.ts";
import { phrase, type Phrase } from "../../src/chat/phrase.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { choice, optional, required, text } from "../../src/core/options/index.ts";
import { onlyOne } from "../../src/core/options/which.ts";
import { isInForce, isPending } from "../../src/domain/decisions.ts";
import {
  debriefCard,
  debriefJobs,
  debriefQuestions,
  isUnwritten,
  longestAnswer,
  longestLearnt,
  publishAnswers,
  type Debrief,
  type DebriefQuestion,
} from "../../src/domain/debrief.ts";
import { posted } from "../decide/index.ts";
import { chatsOf } from "../said.ts";
import {
  answerButton,
  asked,
  debriefName,
  learntHere,
  learntLine,
  paragraph,
  renderDebrief,
  resultMessage,
  untilTime,
  writeButton,
} from "./messages.ts";

/** So much of what was learnt is listed, the newest last. */
const mostListed = 20;

/** What the button 'Write it' gives: the words are asked for, unseen. */
const toBeAsked = "?";
const ownWords = (): OptionType<string> => {
  const words = text({ max: longestAnswer });
  return {
    ...words,
    parse: async (raw, context) =>
      raw === toBeAsked ? { refusal: phrase("debrief-words-how") } : words.parse(raw, context),
  };
};

/** Which debrief, by its id: only buttons give it. */
const whichOne = optional(text({ max: 40 }), { about: "debrief-about", ask: "debrief-which", hidden: true });

// Answering

const answer = usage({
  about: "debrief-answer-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  // What follows it by a slip may be an answer.
  unseen: true,
  options: {
    debrief: whichOne,
    question: optional(choice(debriefQuestions), { about: "debrief-about", ask: "debrief-ask-won", hidden: true }),
    words: optional(ownWords(), { about: "debrief-about", ask: "debrief-ask-words", hidden: true }),
  },
  async run(context, { debrief: id, question, words }) {
    const of = await open(context, id);
    if (!(await context.people.isMember(context.person.id, of.cellId))) throw new Refused(phrase("debrief-elsewhere"));
    if (question === undefined) return [ask(context, of, "won", false)];
    // A question that is left out is followed by the next one all the same.
    if (words !== undefined && !(await context.checkins.answer(of.id, context.person.id, question, { words }))) {
      throw new Refused(phrase("debrief-too-late"));
    }
    const next = debriefQuestions[debriefQuestions.indexOf(question) + 1];
    return [next === undefined ? done(of) : ask(context, of, next, words !== undefined)];
  },
});

/** The debrief that is meant and can be answered: the one of a button; else the one of this cell. */
async function open(context: MemberContext, id: string | undefined): Promise<Debrief> {
  const { checkins, now } = context;
  const isOpen = ({ closedAt, closesAt }: Debrief): boolean => closedAt === undefined && closesAt > now;
  if (id !== undefined) {
    const of = await checkins.debrief(id.replace(/^#/u, ""));
    if (of === undefined) throw new Refused(phrase("debrief-none"));
    if (!isOpen(of)) throw new Refused(phrase("debrief-too-late"));
    return of;
  }
  const cellId = cellHere(context);
  const all = cellId === undefined ? [] : await checkins.debriefs(cellId);
  const asking = all.filter(isOpen);
  if (asking.length === 0) throw await nothingOpen(context, all);
  return oneOf(context, asking, phrase("debrief-none"));
}

/** None is open; who coordinates may have come to write one down. */
async function nothingOpen(context: MemberContext, all: readonly Debrief[]): Promise<Refused> {
  const { level, decisions } = context;
  const cellId = cellHere(context);
  if (cellId === undefined || (level !== "coordinator" && level !== "steward"))
    return new Refused(phrase("debrief-none"));
  const written = await decisions.list({ cellId });
  const buttons = all
    .filter((one) => isUnwritten(one, written))
    .slice(-3)
    .map((one) => [
      writeButton(one.id, phrase("debrief-button-write-of", { what: debriefName(one.of, context.zone, 30) })),
    ]);
  if (buttons.length === 0) return new Refused(phrase("debrief-none"));
  return new Refused(phrase("debrief-none-to-write"), { blocks: [{ type: "buttons", rows: buttons }] });
}

/** The only one, or it is asked which. */
const oneOf = (context: MemberContext, of: readonly Debrief[], none: Phrase): Promise<Debrief> =>
  onlyOne({
    option: "debrief",
    of,
    none: () => none,
    choice: ({ id, of: about }) => ({ value: `#${id}`, label: debriefName(about, context.zone, 40) }),
  });

/** One question; whoever writes instead of pressing has answered as well. */
function ask(context: MemberContext, of: Debrief, question: DebriefQuestion, noted: boolean): Reply {
  const words = answerButton(of, phrase("debrief-button-words"), { question, words: toBeAsked });
  const skip = answerButton(of, phrase("debrief-button-skip"), { question });
  const blocks: readonly Block[] = [
    ...(noted ? [paragraph(phrase("debrief-noted"), "quiet")] : []),
    ...(question === "won"
      ? [paragraph(phrase("debrief-card", { what: debriefName(of.of, context.zone) }), "quiet")]
      : []),
    paragraph(phrase(asked[question]), "strong"),
    // Who writes at once has not read what the button says.
    ...(question === "won" ? [paragraph(phrase("debrief-words-how"), "quiet")] : []),
    { type: "buttons", rows: [[words, skip]] },
  ];
  const action = { command: "debrief", options: { debrief: `#${of.id}`, question } };
  return { to: "person", message: { blocks }, awaits: { action, option: "words", until: of.closesAt } };
}

const done = (of: Debrief): Reply => ({
  to: "person",
  message: {
    blocks: [
      paragraph(phrase("debrief-done")),
      paragraph(phrase("debrief-done-change", { until: untilTime(of), least: of.smallestGroup }), "quiet"),
    ],
  },
});

/** Its time is over: what may be shown is said in the chats of the cell, once, and the answers are deleted. */
const close: JobRunner = async (context, { debrief: id = "" }) => {
  const closed = await context.checkins.close(id);
  const of = closed === undefined ? undefined : await context.checkins.debrief(id);
  if (closed === undefined || of === undefined) return [];
  const shown = new Map(
    debriefQuestions.map((question) => {
      const words = (closed.answers.get(question) ?? []).flatMap((one) => ("words" in one ? [one.words] : []));
      return [question, publishAnswers(words, of.smallestGroup)] as const;
    }),
  );
  const { zone } = (await context.cells.get(of.cellId)) ?? context;
  return [{ to: "chats", chats: await chatsOf(context, of.cellId), message: resultMessage(of, shown, zone) }];
};

// Writing it down

const write = usage({
  about: "debrief-write-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  async first(context) {
    const { of, none } = await writable(context);
    if (of.length === 0) throw new Refused(none);
  },
  options: {
    text: required(text({ max: longestLearnt }), {
      about: "debrief-option-text",
      ask: "debrief-ask-text",
      position: 0,
    }),
    debrief: whichOne,
  },
  async run(context, { text: learnt, debrief: id }) {
    const of = await toWrite(context, id);
    const written = await context.decisions.list({ cellId: of.cellId });
    const same = written.find(
      (one) => one.debriefId === of.id && one.text === learnt && (isPending(one) || isInForce(written, one)),
    );
    // The two days in which the cell can object would begin anew.
    if (same !== undefined) throw new Refused(phrase("debrief-written-so", { number: same.number }));
    const made = await context.decisions.writeLearnt(of.cellId, { debriefId: of.id, text: learnt });
    if (made === undefined) throw new Refused(phrase("debrief-voting"));
    return posted(context, made);
  },
});

/** What nobody has written yet; else what can still be written anew. And why there is none, where there is none. */
async function writable(context: MemberContext): Promise<{ readonly of: readonly Debrief[]; readonly none: Phrase }> {
  const cellId = cellHere(context);
  const all = cellId === undefined ? [] : await context.checkins.debriefs(cellId);
  const closed = all.filter(({ closedAt }) => closedAt !== undefined);
  const written = cellId === undefined ? [] : await context.decisions.list({ cellId });
  const unwritten = closed.filter((one) => isUnwritten(one, written));
  const anew = closed.filter((one) => written.some((of) => of.debriefId === one.id && isPending(of)));
  const asking = all.findLast(({ closedAt }) => closedAt === undefined);
  const standing = written.findLast(({ debriefId }) => closed.some(({ id }) => id === debriefId));
  const none =
    asking !== undefined
      ? phrase("debrief-write-later", { until: untilTime(asking) })
      : standing === undefined
        ? phrase("debrief-nothing-to-write")
        : phrase("debrief-written", { number: standing.number });
  return { of: unwritten.length > 0 ? unwritten : anew, none };
}

/** What is to be written down: what a button names, else what can be. */
async function toWrite(context: MemberContext, id: string | undefined): Promise<Debrief> {
  const { of, none } = await writable(context);
  if (id === undefined) return oneOf(context, of, none);
  const cellId = cellHere(context);
  const all = cellId === undefined ? [] : await context.checkins.debriefs(cellId);
  const named = all.find((one) => one.id === id.replace(/^#/u, ""));
  if (named === undefined) throw new Refused(phrase("debrief-elsewhere"));
  if (named.closedAt === undefined) throw new Refused(phrase("debrief-write-later", { until: untilTime(named) }));
  return named;
}

const show = usage({
  about: "debrief-show-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  // Its cell has agreed to it, and it is shown there.
  fallback: "chat",
  async run(context) {
    const cellId = cellHere(context);
    const all = cellId === undefined ? [] : await learntHere(context, cellId);
    if (all.length === 0) throw new Refused(phrase("debrief-nothing-learnt"));
    const items = all.slice(-mostListed).map((one) => learntLine(one, context.zone));
    const message = {
      blocks: [
        { type: "heading", content: phrase("debrief-learnt") },
        { type: "list", items },
      ],
    } as const;
    return [{ to: "person", message }];
  },
});

export const debrief = command({
  name: "debrief",
  about: "debrief-about",
  bare: answer,
  words: { show, write },
  cards: { [debriefCard]: renderDebrief },
  jobs: { [debriefJobs.close]: close },
});
