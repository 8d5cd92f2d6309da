/**
 * `/vote`: votes of an assembly, their card, and the answers. Rules: README, "Votes".
 *
 * The council's coordinator opens and closes; who holds a seat answers, and is there by answering. What was answered in a
 * secret vote is said to nobody, not even to the one who answered: an answer on its way would lead from one to the other.
 */
import { command, Refused, usage, type CardRenderer, type Reply } from "../src/core/command.ts";
import type { Context, MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Button, type Message } from "../src/chat/message.ts";
import {
  choice,
  council as councilOption,
  flag,
  optional,
  required,
  shorten,
  text,
  type Council,
} from "../src/core/options/index.ts";

import { majority, vote as voteOption, voteChoice, votesHere } from "../src/core/options/vote.ts";
import { onlyOne } from "../src/core/options/which.ts";
import { phrase, type Phrase, messageIds, time } from "../src/chat/phrase.ts";
import type { Assembly } from "../src/domain/assemblies.ts";
import {
  bases,
  choices,
  moreThanHalf,
  units,
  voteCard,
  type CellVoices,
  type Choice,
  type Vote,
} from "../src/domain/votes.ts";
import { quorumLine } from "./assembly/messages.ts";
import { saidIn, type ToChats } from "./said.ts";
import { councilHere } from "./council.ts";
import { countLine, resultLine, ruleLine } from "./vote-result.ts";

/** Longest question of a vote, in characters. */
const longestText = 300;
/** Cells whose voices are named one by one. */
const mostCells = 60;
/** Votes that are listed where none is open. */
const listed = 5;

/** What the choices are called on buttons. */
const baseLabels = {
  cast: phrase("vote-base-cast"),
  present: phrase("vote-base-present"),
  entitled: phrase("vote-base-entitled"),
};
const unitLabels = { seats: phrase("vote-by-seats"), cells: phrase("vote-by-cells") };

const which = { vote: optional(voteOption(), { about: "vote-option-vote", ask: "vote-ask-vote" }) };

const open = usage({
  about: "vote-open-about",
  level: "coordinator",
  where: ["council", "direct"],
  answer: "chat",
  options: {
    text: required(text({ max: longestText }), { about: "vote-option-text", ask: "vote-ask-text", position: 0 }),
    rule: optional(majority(), { about: "vote-option-rule", ask: "vote-ask-rule" }),
    base: optional(choice(bases, { labels: baseLabels }), {
      about: "vote-option-base",
      ask: "vote-ask-base",
    }),
    by: optional(choice(units, { labels: unitLabels }), {
      about: "vote-option-by",
      ask: "vote-ask-by",
    }),
    secret: optional(flag("secret"), {
      about: "vote-option-secret",
      ask: "vote-ask-secret",
    }),
    council: optional(councilOption(), { about: "council-option-council", ask: "council-ask-council" }),
  },
  async run(context, values) {
    const { assemblies, votes } = context;
    const council = await councilHere(context, values.council, "coordinator");
    const assembly = await runningAssembly(context, council);
    const [before] = await votes.list(council.id, { closed: false });
    if (before !== undefined) throw new Refused(phrase("vote-one-at-a-time", { text: shorten(before.text, 80) }));
    const { quorum } = await assemblies.standing(assembly);
    if (!quorum.met)
      throw new Refused(phrase("vote-needs-quorum", { quorum: quorumLine(quorum, assembly.series.quorum) }));
    const items = await assemblies.items(assembly.id);
    const inHand = items
      .filter(({ openedAt }) => openedAt !== undefined)
      .sort((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0))[0];
    const made = await votes.open(assembly, {
      text: values.text,
      rule: { majority: values.rule ?? moreThanHalf, base: values.base ?? "cast", by: values.by ?? "seats" },
      secret: values.secret === true,
      itemId: inHand?.id,
    });
    const chats = await assemblies.councilChats(council.id);
    const card: Reply = { to: "card", kind: voteCard, subject: made.id, chats };
    // Where the card appears it says it all.
    return context.group?.kind === "council"
      ? [card]
      : [{ to: "here", message: say("vote-opened", { number: made.number }) }, card];
  },
});

/** One of the three answers, as a word of its own. */
const answerWord = (about: string, answer: Choice) =>
  usage({
    about,
    level: "delegate",
    where: ["council", "direct"],
    answer: "private",
    // Even of a secret vote, where it says no answer, it would say who has voted.
    fallback: "notice",
    unseen: true,
    options: which,
    async run(context, values) {
      return cast(context, values.vote, answer);
    },
  });

const openAnswers = messageIds({ yes: "vote-in-yes", no: "vote-in-no", abstain: "vote-in-abstain" }) satisfies Record<
  Choice,
  string
>;

async function cast(context: MemberContext, named: Vote | undefined, answer: Choice): Promise<readonly Reply[]> {
  const { votes, assemblies, delegates, person } = context;
  const vote = named ?? (await onlyOpen(context, whichToAnswer));
  const holds = await delegates.holds(vote.councilId, person.id);
  const [hold] = holds;
  if (hold === undefined) {
    const council = await context.councils.get(vote.councilId);
    throw new Refused(phrase("vote-no-seat", { council: council?.name ?? "" }));
  }
  if (vote.closedAt !== undefined) throw new Refused(phrase("vote-is-closed"));
  await assemblies.checkIn(vote.assemblyId, person.id, hold.cellId);
  if (
    !holds.some((one) => one.as === "delegate") &&
    !(await assemblies.counts({ id: vote.assemblyId, councilId: vote.councilId }, person.id))
  ) {
    throw new Refused(phrase("vote-delegate-here"));
  }
  if ((await votes.cast(vote, person.id, answer)) === "closed") throw new Refused(phrase("vote-is-closed"));
  const said = vote.secret ? say("vote-in-secret") : say(openAnswers[answer]);
  return [{ to: "person", message: said }];
}

/** The only vote that is open here; else the person is asked which. */
async function onlyOpen(context: Context, ask?: (all: readonly Vote[]) => Refused): Promise<Vote> {
  return onlyOne({
    option: "vote",
    of: await votesHere(context, { closed: false }),
    none: () => phrase("vote-none-open"),
    choice: voteChoice,
    line: ({ number, text: asked }) => ({ number, name: shorten(asked, 80) }),
    ask,
  });
}

/** The answer that was given is not kept while it is asked which vote is meant: nothing leads from who answers to an answer. */
const whichToAnswer = (all: readonly Vote[]): Refused =>
  new Refused(phrase("vote-which-open"), { blocks: all.flatMap((vote) => questionBlocks(vote)) });

const close = usage({
  about: "vote-close-about",
  ends: true,
  level: "coordinator",
  where: ["council", "direct"],
  answer: "chat",
  options: which,
  async run(context, values) {
    const vote = values.vote ?? (await onlyOpen(context));
    const council = await context.councils.get(vote.councilId);
    const here = await councilHere(context, council, "coordinator");
    if (here.id !== vote.councilId) throw new Refused(phrase("vote-none-open"));
    const closed = await context.votes.close(vote);
    if (closed === undefined) throw new Refused(phrase("vote-is-closed"));
    return announceResult(context, closed);
  },
});

/** In every chat of the council, once; who closed it elsewhere is told there. */
async function announceResult(context: MemberContext, vote: Vote): Promise<readonly Reply[]> {
  const chats = await context.assemblies.councilChats(vote.councilId);
  const said: ToChats = { to: "chats", chats, message: resultMessage(vote), broadcast: `vote:${vote.id}:closed` };
  return saidIn(context, said, phrase("vote-done-elsewhere"));
}

export const resultMessage = (vote: Vote): Message => ({
  blocks: [
    { type: "heading", content: verbatim(vote.text) },
    { type: "paragraph", style: "strong", content: resultLine(vote) },
  ],
});

const show = usage({
  about: "vote-show-about",
  level: "member",
  where: ["council", "cell", "direct"],
  answer: "chat",
  options: { vote: { ...which.vote, position: 0 } },
  async run(context, values) {
    const open = await votesHere(context, { closed: false });
    const shown = values.vote === undefined ? open : [values.vote];
    if (shown.length === 0) return [{ to: "here", message: await listMessage(context) }];
    const [only] = shown;
    if (only !== undefined && shown.length === 1 && context.chat !== undefined && context.group?.kind === "council") {
      return [{ to: "card", kind: voteCard, subject: only.id, anew: true }];
    }
    const blocks: Block[] = [];
    for (const vote of shown) blocks.push(...(await voteMessage(context, vote)).blocks);
    return [{ to: "here", message: { blocks }, open: true }];
  },
});

async function listMessage(context: Context): Promise<Message> {
  const latest = (await votesHere(context)).slice(-listed);
  if (latest.length === 0) throw new Refused(phrase("vote-none"));
  return {
    blocks: [
      {
        type: "list",
        items: latest.map((vote) =>
          phrase("vote-line", { number: vote.number, text: shorten(vote.text, 120), result: resultLine(vote) }),
        ),
      },
    ],
  };
}

const renderCard: CardRenderer = async (context, subject) => {
  const vote = await context.votes.get(subject);
  return vote === undefined ? undefined : { message: await voteMessage(context, vote) };
};

export const vote = command({
  name: "vote",
  about: "vote-about",
  words: {
    open,
    yes: answerWord("vote-yes-about", "yes"),
    no: answerWord("vote-no-about", "no"),
    abstain: answerWord("vote-abstain-about", "abstain"),
    close,
    show,
  },
  cards: { [voteCard]: renderCard },
});

/** The assembly that goes on in a council. */
async function runningAssembly({ assemblies }: Context, council: Council): Promise<Assembly> {
  const assembly = await assemblies.current(council.id);
  if (assembly?.openedAt === undefined) throw new Refused(phrase("vote-needs-assembly"));
  return assembly;
}

/** A vote as it is shown: with its buttons while it is open, with its result afterwards. */
export async function voteMessage(context: Context, vote: Vote): Promise<Message> {
  if (vote.closedAt === undefined) {
    const answered = await context.votes.answered(vote.id);
    const cellsChat = context.group?.kind === "cell";
    return { blocks: questionBlocks(vote, phrase("vote-card-answered", { answered }), !cellsChat) };
  }
  return { blocks: await closedBlocks(context, vote, vote.closedAt) };
}

function questionBlocks(vote: Vote, answered?: Phrase, withButtons = true): readonly Block[] {
  const { number, secret } = vote;
  const state = secret ? phrase("vote-card-open-secret", { number }) : phrase("vote-card-open", { number });
  const items = [ruleLine(vote), ...(answered === undefined ? [] : [answered])];
  return [
    { type: "heading", content: verbatim(vote.text) },
    { type: "paragraph", content: state, style: "strong" },
    { type: "list", items },
    ...(secret
      ? [{ type: "paragraph" as const, style: "quiet" as const, content: phrase("vote-card-secret-note") }]
      : []),
    ...(withButtons ? [answerButtons(vote)] : []),
  ];
}

const labels = messageIds({ yes: "vote-button-yes", no: "vote-button-no", abstain: "vote-button-abstain" });

const answerButtons = ({ id, secret }: Vote): Block => ({
  type: "buttons",
  rows: [
    choices.map((word): Button => ({
      label: phrase(labels[word]),
      action: { command: "vote", word, options: { vote: `#${id}` } },
      press: secret ? "unseen" : "seen",
    })),
  ],
});

async function closedBlocks(context: Context, vote: Vote, closedAt: number): Promise<readonly Block[]> {
  const { result, voices } = vote;
  const closed = phrase("vote-card-closed", {
    number: vote.number,
    closed: time(closedAt, "datetime", { named: true }),
  });
  const roll = voices === undefined || context.group?.kind === "cell" ? [] : await rollCall(context, voices);
  return [
    { type: "heading", content: verbatim(vote.text) },
    { type: "paragraph", style: "strong", content: resultLine(vote) },
    ...(result === undefined ? [] : [{ type: "list" as const, items: [countLine(result), ...roll] }]),
    { type: "paragraph", style: "quiet", content: closed },
  ];
}

/** How each cell answered in an open vote: for the council itself. */
async function rollCall({ cells }: Context, voices: readonly CellVoices[]): Promise<readonly Phrase[]> {
  const names = new Map((await cells.list()).map(({ id, name }) => [id, name]));
  const lines = voices.slice(0, mostCells).map(({ cellId, yes, no, abstain }) => {
    const cell = names.get(cellId) ?? "";
    if (yes + no + abstain > 1) return phrase("vote-cell-voices", { cell, yes, no, abstain });
    return yes === 1
      ? phrase("vote-cell-yes", { cell })
      : no === 1
        ? phrase("vote-cell-no", { cell })
        : phrase("vote-cell-abstain", { cell });
  });
  const more = voices.length - lines.length;
  return more > 0 ? [...lines, phrase("vote-cells-more", { cells: more })] : lines;
}
