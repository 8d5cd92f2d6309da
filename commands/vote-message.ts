/** How a vote is shown: its card while it is open and afterwards, and its result. Who answered what is in none of it. */
import type { CardRenderer } from "../src/core/command.ts";
import type { Context } from "../src/core/context.ts";
import { verbatim, type Block, type Button, type Message } from "../src/chat/message.ts";
import { cardParts } from "../src/chat/cards.ts";
import { messageIds, phrase, time, type Phrase } from "../src/chat/phrase.ts";
import type { Decision } from "../src/domain/decisions.ts";
import { choices, isOfCell, type CellVoices, type CellVote, type Vote } from "../src/domain/votes.ts";
import { namesOf } from "./names.ts";
import { countLine, resultLine, ruleLine } from "./vote-result.ts";

/** Cells whose voices are named one by one. */
const mostCells = 60;

/** The live message of a vote. */
export const renderVote: CardRenderer = async (context, subject) => {
  const vote = await context.votes.get(subject);
  if (vote === undefined) return undefined;
  const message = await voteMessage(context, vote);
  // How many are entitled.
  const entitled = isOfCell(vote) && vote.closedAt === undefined;
  return entitled ? { message, madeOf: [{ kind: cardParts.members, subject: vote.place.cellId }] } : { message };
};

/**
 * What came of a vote, and of the decision that it was about, or (`settled`) of the person or the day; what else was carried
 * becomes a decision by one tap.
 */
export const resultMessage = (vote: Vote, about: Decision | undefined, settled: Phrase | undefined): Message => ({
  blocks: [
    { type: "heading", content: verbatim(vote.text) },
    { type: "paragraph", style: "strong", content: resultLine(vote) },
    ...(settled === undefined ? [] : [{ type: "paragraph" as const, content: settled }]),
    ...(about === undefined ? [] : [{ type: "paragraph" as const, content: decidedLine(about) }]),
    ...(about === undefined && settled === undefined && vote.result?.carried === true ? [adoptButton(vote)] : []),
  ],
});

const decidedLine = ({ number, state }: Decision): Phrase =>
  state === "stands" ? phrase("decide-voted-stands", { number }) : phrase("decide-voted-rejected", { number });

/** By its number: no button names the vote any more, so that none is taken for one of its answers. */
const adoptButton = ({ number }: Vote): Block => ({
  type: "buttons",
  rows: [
    [
      {
        label: phrase("decide-button-adopt"),
        action: { command: "decide", word: "adopt", options: { vote: String(number) } },
        press: "seen",
      },
    ],
  ],
});

/** A vote as it is shown: with its buttons while it is open, with its result afterwards. */
export async function voteMessage(context: Context, vote: Vote): Promise<Message> {
  if (vote.closedAt === undefined) {
    // Of a council's vote a cell's chat sees how it stands; it is answered elsewhere.
    const asked = isOfCell(vote) || context.group?.kind !== "cell";
    return { blocks: questionBlocks(vote, await standing(context, vote), asked) };
  }
  return { blocks: await closedBlocks(context, vote, vote.closedAt) };
}

/** How many have voted; in a cell also of how many, and until when; and about whom it is. */
async function standing(context: Context, vote: Vote): Promise<readonly Phrase[]> {
  const { votes } = context;
  if (!isOfCell(vote)) return [phrase("vote-card-answered", { answered: await votes.answered(vote.id) })];
  const { voted, members, needed } = await votes.turnout(vote.id, vote.place);
  const about = await aboutWhom(context, vote);
  return [
    ...(about === undefined ? [] : [about]),
    phrase("vote-card-turnout", { voted, members, needed }),
    until(vote),
  ];
}

/** Whom the cell is to choose to approve what goes out of its fund, or no longer, as long as they are there. */
export async function aboutWhom(context: Context, { id }: Vote): Promise<Phrase | undefined> {
  const about = await context.funds.approverOfVote(id);
  if (about === undefined) return undefined;
  const args = { person: (await namesOf(context, [about.personId]))(about.personId) };
  return about.isChosen ? phrase("fund-approver-about-fewer", args) : phrase("fund-approver-about-more", args);
}

/** What a vote about who approves has come to; undefined where nothing changes. `about` as it was before the close. */
export async function approverLine(
  context: Context,
  about: { readonly personId: string; readonly isChosen: boolean } | undefined,
  { result }: Vote,
): Promise<Phrase | undefined> {
  if (about === undefined || result?.carried !== true) return undefined;
  const args = { person: (await namesOf(context, [about.personId]))(about.personId) };
  return phrase(about.isChosen ? "fund-approver-no-more" : "fund-approver-now", args);
}

const until = ({ place: { closesAt } }: CellVote): Phrase =>
  phrase("vote-card-until", { until: time(closesAt, "datetime", { named: true }) });

export function questionBlocks(vote: Vote, lines: readonly Phrase[] = [], withButtons = true): readonly Block[] {
  const { number, secret } = vote;
  const state = secret ? phrase("vote-card-open-secret", { number }) : phrase("vote-card-open", { number });
  const items = [ruleLine(vote), ...lines];
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
  // Only of an assembly's open votes.
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
