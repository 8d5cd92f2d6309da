/**
 * `/vote`: votes of an assembly, or of a cell by itself, and the answers. Rules: docs/rules.md, "Votes".
 *
 * The coordinator opens and closes. In an assembly who holds a seat answers, and is there by answering; in a cell who counts
 * in it. What was answered in a secret vote is said to nobody, not even to the one who answered: an answer on its way would
 * lead from one to the other.
 */
import { command, Refused, usage, type JobRunner, type Reply } from "../src/core/command.ts";
import type { Context, MemberContext } from "../src/core/context.ts";
import { say, type Block, type Message } from "../src/chat/message.ts";
import { ranks } from "../src/chat/levels.ts";
import { cellHere } from "../src/core/options/drive.ts";
import {
  choice,
  council as councilOption,
  duration,
  flag,
  optional,
  required,
  shorten,
  text,
  type Council,
} from "../src/core/options/index.ts";

import { least, majority, vote as voteOption, voteChoice, votesHere } from "../src/core/options/vote.ts";
import { onlyOne } from "../src/core/options/which.ts";
import { phrase, messageIds, time } from "../src/chat/phrase.ts";
import { hasBegun, type Assembly } from "../src/domain/assemblies.ts";
import {
  bases,
  cellVoteLasts,
  isOfCell,
  moreThanHalf,
  units,
  voteCard,
  voteJobs,
  type AssemblyVote,
  type Base,
  type CellVote,
  type Choice,
  type Fraction,
  type Least,
  type Vote,
} from "../src/domain/votes.ts";
import { quorumLine } from "./assembly/messages.ts";
import { saidIn, type ToChats } from "./said.ts";
import { councilHere } from "./council.ts";
import { votedLine } from "./date/messages.ts";
import { aboutWhom, approverLine, questionBlocks, renderVote, resultMessage, voteMessage } from "./vote-message.ts";
import { resultLine } from "./vote-result.ts";

/** Longest question of a vote, in characters. */
const longestText = 300;
/** Votes of a cell that are open at once. */
const mostOpen = 5;
/** How long a cell's vote can be open, in minutes. */
const shortest = 5;
const longest = 14 * 24 * 60;
const minute = 60_000;
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
  where: ["council", "cell", "direct"],
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
    lasts: optional(duration(), { about: "vote-option-lasts", ask: "vote-ask-lasts" }),
    quorum: optional(least(), { about: "vote-option-quorum", ask: "vote-ask-quorum" }),
    council: optional(councilOption(), { about: "council-option-council", ask: "council-ask-council" }),
  },
  async run(context, values) {
    return shown(context, await openVote(context, values));
  },
});

/** What was given for a vote. */
interface Asked {
  readonly text: string;
  readonly rule?: Fraction | undefined;
  readonly base?: Base | undefined;
  readonly by?: (typeof units)[number] | undefined;
  readonly secret?: boolean | undefined;
  /** Minutes. */
  readonly lasts?: number | undefined;
  readonly quorum?: Least | undefined;
  readonly council?: Council | undefined;
}

/**
 * Opens a vote of the cell or the assembly that is meant here.
 * @throws Refused where none can be opened
 */
export async function openVote(context: MemberContext, values: Asked): Promise<Vote> {
  const cellId = await cellThatVotes(context, values.council);
  return cellId === undefined ? openInAssembly(context, values) : openInCell(context, cellId, values);
}

/**
 * The cell (id) that is to vote, or undefined where it is an assembly: that of the chat. In a direct chat an assembly, where
 * one is named or goes on that the person coordinates; else the cell in which they count, if they coordinate that.
 */
async function cellThatVotes(context: MemberContext, named: Council | undefined): Promise<string | undefined> {
  const { group, level, councils, assemblies, person } = context;
  const cellId = cellHere(context);
  if (named !== undefined || cellId === undefined) return undefined;
  if (group !== undefined) return cellId;
  if (ranks[level] < ranks.coordinator) return undefined;
  for (const council of await councils.list({ person: person.id })) {
    if (ranks[await councils.levelOf(person, council)] < ranks.coordinator) continue;
    if ((await assemblies.current(council.id))?.openedAt !== undefined) return undefined;
  }
  return cellId;
}

async function openInAssembly(context: MemberContext, values: Asked): Promise<Vote> {
  const { assemblies, votes } = context;
  const council = await councilHere(context, values.council, "coordinator");
  if (values.lasts !== undefined || values.quorum !== undefined) throw new Refused(phrase("vote-assembly-has-its-own"));
  const assembly = await runningAssembly(context, council);
  const [before] = await votes.list({ council: council.id }, { closed: false });
  if (before !== undefined) throw new Refused(phrase("vote-one-at-a-time", { text: shorten(before.text, 80) }));
  const { quorum } = await assemblies.standing(assembly);
  if (!quorum.met)
    throw new Refused(phrase("vote-needs-quorum", { quorum: quorumLine(quorum, assembly.series.quorum) }));
  const items = await assemblies.items(assembly.id);
  const inHand = items
    .filter(({ openedAt }) => openedAt !== undefined)
    .sort((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0))[0];
  return votes.open(assembly, {
    text: values.text,
    rule: { majority: values.rule ?? moreThanHalf, base: values.base ?? "cast", by: values.by ?? "seats" },
    secret: values.secret === true,
    itemId: inHand?.id,
  });
}

async function openInCell(context: MemberContext, cellId: string, values: Asked): Promise<Vote> {
  const { votes, now } = context;
  const { lasts = cellVoteLasts / minute } = values;
  if (values.by !== undefined) throw new Refused(phrase("vote-cell-one-voice"));
  if (lasts < shortest || lasts > longest) throw new Refused(phrase("vote-lasts"));
  const running = await votes.list({ cell: cellId }, { closed: false });
  if (running.some(({ text: asked }) => asked === values.text)) throw new Refused(phrase("vote-asked-already"));
  if (running.length >= mostOpen) throw new Refused(phrase("vote-many-open", { votes: mostOpen }));
  const place = { cellId, closesAt: now + lasts * minute, least: values.quorum };
  return votes.openInCell(place, {
    text: values.text,
    rule: { majority: values.rule ?? moreThanHalf, base: values.base ?? "cast", by: "members" },
    secret: values.secret === true,
  });
}

/** The card of a vote, in the chats of those who vote. Where it appears it says it all. */
export async function shown(context: MemberContext, made: Vote): Promise<readonly Reply[]> {
  const chats = await context.votes.ownChats(made);
  const card: Reply = { to: "card", kind: voteCard, subject: made.id, chats };
  return context.chat !== undefined && chats.includes(context.chat.id)
    ? [card]
    : [{ to: "here", message: say("vote-opened", { number: made.number }) }, card];
}

/** One of the three answers, as a word of its own. */
const answerWord = (about: string, answer: Choice) =>
  usage({
    about,
    // In an assembly it asks for a seat besides.
    level: "member",
    where: ["council", "cell", "direct"],
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
  const { votes, person } = context;
  const vote = named ?? (await onlyToAnswer(context));
  if (isOfCell(vote)) await mayInCell(context, vote);
  else await mayInAssembly(context, vote);
  if ((await votes.cast(vote, person.id, answer)) === "closed") throw new Refused(phrase("vote-is-closed"));
  const said = vote.secret ? say("vote-in-secret") : say(openAnswers[answer]);
  return [{ to: "person", message: said }];
}

/** Who counts in the cell has a voice in it. */
async function mayInCell({ person, cells }: MemberContext, { place, closedAt }: CellVote): Promise<void> {
  if (person.cellId !== place.cellId) {
    throw new Refused(phrase("vote-elsewhere", { cell: (await cells.get(place.cellId))?.name ?? "" }));
  }
  if (closedAt !== undefined) throw new Refused(phrase("vote-is-closed"));
}

/** Who represents a seat has a voice, and is there by giving it. */
async function mayInAssembly(context: MemberContext, { place, closedAt }: AssemblyVote): Promise<void> {
  const { assemblies, delegates, person } = context;
  const { councilId, assemblyId } = place;
  const holds = await delegates.holds(councilId, person.id);
  const [hold] = holds;
  if (hold === undefined) {
    const council = await context.councils.get(councilId);
    throw new Refused(phrase("vote-no-seat", { council: council?.name ?? "" }));
  }
  if (closedAt !== undefined) throw new Refused(phrase("vote-is-closed"));
  await assemblies.checkIn(assemblyId, person.id, hold.cellId);
  if (
    !holds.some((one) => one.as === "delegate") &&
    !(await assemblies.counts({ id: assemblyId, councilId }, person.id))
  ) {
    throw new Refused(phrase("vote-delegate-here"));
  }
}

/** The open votes that somebody can answer here; where they can answer none, those that there are, to be told why. */
async function answerable(context: MemberContext): Promise<readonly Vote[]> {
  const { group, person, delegates } = context;
  const all = await votesHere(context, { closed: false });
  // A council's vote is answered in its own chats and in the direct chat.
  const here = group?.kind === "cell" ? all.filter(isOfCell) : all;
  const own: Vote[] = [];
  for (const vote of here) {
    const may = isOfCell(vote)
      ? vote.place.cellId === person.cellId
      : (await delegates.holds(vote.place.councilId, person.id)).length > 0;
    if (may) own.push(vote);
  }
  return own.length > 0 ? own : here;
}

/** The only one of these open votes; else the person is asked which. */
const onlyOpen = (of: readonly Vote[], ask?: (all: readonly Vote[]) => Refused): Promise<Vote> =>
  onlyOne({
    option: "vote",
    of,
    none: () => phrase("vote-none-open"),
    choice: voteChoice,
    line: ({ number, text: asked }) => ({ number, name: shorten(asked, 80) }),
    ask,
  });

/**
 * The only vote that somebody can answer here; else they are asked which, with what each is about. The answer that was given is
 * not kept meanwhile: nothing leads from who answers to an answer.
 */
async function onlyToAnswer(context: MemberContext): Promise<Vote> {
  const all = await answerable(context);
  const blocks: Block[] = [];
  for (const vote of all) {
    const about = await aboutWhom(context, vote);
    blocks.push(...questionBlocks(vote, about === undefined ? [] : [about]));
  }
  return onlyOpen(all, () => new Refused(phrase("vote-which-open"), { blocks }));
}

const close = usage({
  about: "vote-close-about",
  ends: true,
  level: "coordinator",
  where: ["council", "cell", "direct"],
  answer: "chat",
  options: which,
  async run(context, values) {
    const vote = values.vote ?? (await onlyOpen(await closable(context)));
    if (!(await mayClose(context, vote))) throw new Refused(phrase("vote-none-open"));
    const said = await closeAndSay(context, vote);
    if (said === undefined) throw new Refused(phrase("vote-is-closed"));
    return saidIn(context, said, phrase("vote-done-elsewhere"));
  },
});

/** The open votes of this chat's cell or council; in a direct chat those of councils, and of the cell that the person coordinates. */
async function closable(context: MemberContext): Promise<readonly Vote[]> {
  const all = await votesHere(context, { closed: false });
  if (context.group?.kind === "cell") return all.filter(isOfCell);
  return ranks[context.level] >= ranks.coordinator ? all : all.filter((vote) => !isOfCell(vote));
}

/** @throws Refused where it is a council's that somebody else coordinates */
async function mayClose(context: MemberContext, vote: Vote): Promise<boolean> {
  if (isOfCell(vote)) return ranks[context.level] >= ranks.coordinator && cellHere(context) === vote.place.cellId;
  if (context.group?.kind === "cell") return false;
  const council = await context.councils.get(vote.place.councilId);
  return (await councilHere(context, council, "coordinator")).id === vote.place.councilId;
}

/** Closes a vote and says its result, once in every chat of those who voted; undefined where it is closed already. */
async function closeAndSay(context: Context, open: Vote): Promise<ToChats | undefined> {
  const { votes, decisions, dates, funds } = context;
  // About whom it is, before the close makes them one who approves, or one no more.
  const approver = await funds.approverOfVote(open.id);
  const vote = await votes.close(open);
  if (vote === undefined) return undefined;
  const chats = await votes.ownChats(vote);
  const date = await dates.ofVote(vote.id);
  const settled = date === undefined ? await approverLine(context, approver, vote) : votedLine(context, date, vote);
  const message = resultMessage(vote, await decisions.ofVote(vote.id), settled);
  return { to: "chats", chats, message, broadcast: `vote:${vote.id}:closed` };
}

/** The hour of a cell's vote has come. */
const closeLater: JobRunner = async (context, { vote: id = "" }) => {
  const vote = await context.votes.get(id);
  if (vote === undefined || !isOfCell(vote) || vote.place.closesAt > context.now) return [];
  const said = await closeAndSay(context, vote);
  return said === undefined ? [] : [said];
};

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
    if (only !== undefined && shown.length === 1 && (isOfCell(only) ? "cell" : "council") === context.group?.kind) {
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
  cards: { [voteCard]: renderVote },
  jobs: { [voteJobs.close]: closeLater },
});

/** The assembly that goes on in a council. */
async function runningAssembly({ assemblies, now }: Context, council: Council): Promise<Assembly> {
  const assembly = await assemblies.current(council.id);
  if (assembly?.openedAt === undefined) throw new Refused(phrase("vote-needs-assembly"));
  if (!hasBegun(assembly, now)) {
    throw new Refused(phrase("vote-not-begun", { start: time(assembly.startsAt, "time", { named: true }) }));
  }
  return assembly;
}
