/** What is said of seats, elections and recalls. Names are those of a cell's own people, in its chats and the council's. */
import { type CardRenderer, nextOf } from "../../src/core/command.ts";
import type { Context } from "../../src/core/context.ts";
import { verbatim, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { shorten } from "../../src/core/options/index.ts";
import { phrase, type Phrase, time, type PhraseArg } from "../../src/chat/phrase.ts";
import { pollQuorumNeeded, type Poll, type PollCandidate, type PollResult } from "../../src/domain/elections.ts";
import { cardParts } from "../../src/chat/cards.ts";
import { namesOf } from "../names.ts";

/** The names of a cell and a council, for sentences. */
export async function placesOf(
  { cells, councils }: Context,
  { cellId, councilId }: { readonly cellId: string; readonly councilId: string },
): Promise<{ readonly cell: string; readonly council: string }> {
  const [cell, council] = [await cells.get(cellId), await councils.get(councilId)];
  return { cell: cell?.name ?? "", council: council?.name ?? "" };
}

/** Those about whom people are asked in this round. */
export const inRound = (poll: Poll, candidates: readonly PollCandidate[]): readonly PollCandidate[] =>
  candidates.filter(({ state, scores }) => state === "standing" && scores.length === poll.round - 1);

const voteAction = (poll: Poll, options: Readonly<Record<string, string>>) => ({
  command: "delegate",
  word: "vote",
  options: { poll: `#${poll.id}`, ...options },
});

/** One button for each name, a tap accepts and another takes it back; or the two answers of a recall. */
export function ballotButtons(
  poll: Poll,
  candidates: readonly PollCandidate[],
  name: (id: string | undefined) => PhraseArg,
  own: readonly string[] = [],
): readonly (readonly Button[])[] {
  if (poll.kind === "recall") {
    const answer = (label: Phrase, choice: string): Button => ({
      label,
      action: voteAction(poll, { choice }),
      press: "unseen",
    });
    return [[answer(phrase("delegate-recall-yes"), "yes"), answer(phrase("delegate-recall-no"), "no")]];
  }
  const names = inRound(poll, candidates).map(({ id, personId }): Button => {
    const label = name(personId);
    const text = shortName(label);
    return {
      label: own.includes(id)
        ? phrase("delegate-accepted-name", { name: text })
        : phrase("delegate-name", { name: text }),
      action: voteAction(poll, { toggle: id }),
      press: "unseen",
    };
  });
  if (names.length === 0) return [];
  const none: Button = {
    label: phrase("delegate-button-none"),
    action: voteAction(poll, { choice: "none" }),
    press: "unseen",
  };
  // Each platform puts as many in a row as it has room for.
  return [names, [none]];
}

const standButton = (poll: Poll): Button => ({
  label: phrase("delegate-button-stand"),
  action: { command: "delegate", word: "stand", options: { poll: `#${poll.id}` } },
  press: "seen",
});

/** A poll as it is shown in its cell's chats. Who answered what is in none of it. */
export const pollCardRenderer: CardRenderer = async (context, subject) => {
  const poll = await context.polls.get(subject);
  if (poll === undefined) return undefined;
  const people = [poll.personId, ...(await context.polls.candidates(poll.id)).map(({ personId }) => personId)];
  return {
    message: await pollMessage(context, poll),
    madeOf: [
      // How many are entitled.
      ...(poll.result === undefined ? [{ kind: cardParts.members, subject: poll.cellId }] : []),
      ...people.flatMap((id) => (id === undefined ? [] : [{ kind: cardParts.person, subject: id }])),
    ],
    ...(poll.result === undefined && poll.kind === "election" && poll.round === 1
      ? { changesAt: nextOf(context.now, [poll.standUntil]) }
      : {}),
  };
};

export async function pollMessage(context: Context, poll: Poll): Promise<Message> {
  const candidates = await context.polls.candidates(poll.id);
  const name = await namesOf(context, [poll.personId, ...candidates.map(({ personId }) => personId)]);
  const heading = await headingOf(context, poll, name);
  if (poll.result !== undefined) {
    return { blocks: [heading, ...resultBlocks(poll, poll.result, candidates, name)] };
  }
  const { voted, members } = await context.polls.turnout(poll);
  const until = time(poll.closesAt, "datetime", { named: true });
  const standing = poll.kind === "election" && poll.round === 1 && context.now < poll.standUntil;
  const rows = [...ballotButtons(poll, candidates, name)];
  if (standing) rows.splice(Math.max(0, rows.length - 1), 1, [...(rows.at(-1) ?? []), standButton(poll)]);
  return {
    blocks: [
      heading,
      ...(poll.kind === "election" ? electionBlocks(context, poll, candidates, name) : []),
      {
        type: "paragraph",
        style: "quiet",
        content:
          poll.round > 1
            ? phrase("delegate-turnout-again", { voted, until })
            : phrase("delegate-turnout", { voted, members, needed: pollQuorumNeeded(members), until }),
      },
      ...(rows.length > 0 ? [{ type: "buttons", rows } as const] : []),
    ],
  };
}

async function headingOf(
  context: Context,
  poll: Poll,
  name: (id: string | undefined) => PhraseArg,
): Promise<Extract<Block, { type: "heading" }>> {
  const places = await placesOf(context, poll);
  return {
    type: "heading",
    content:
      poll.kind === "recall"
        ? phrase("delegate-recall-question", { ...places, person: name(poll.personId) })
        : phrase("delegate-election", places),
  };
}

function electionBlocks(
  { now }: Context,
  poll: Poll,
  candidates: readonly PollCandidate[],
  name: (id: string | undefined) => PhraseArg,
): readonly Block[] {
  const { seats, alternates } = poll.places;
  const shown = poll.round > 1 ? inRound(poll, candidates) : candidates.filter(({ state }) => state !== "withdrawn");
  const lines = shown.map(({ number, personId, state }) => {
    const args = { number, name: name(personId) };
    return state === "proposed" ? phrase("delegate-proposed-line", args) : phrase("delegate-candidate-line", args);
  });
  const term =
    poll.until === undefined
      ? []
      : [phrase("delegate-term-line", { until: time(poll.until, "date", { named: true }) })];
  const how = poll.round > 1 ? phrase("delegate-second-round") : phrase("delegate-how");
  const stand =
    poll.round > 1
      ? phrase("delegate-lot-if-tie", { seal: poll.sealOfLot.slice(0, 16) })
      : now < poll.standUntil
        ? phrase("delegate-stand-until", { until: time(poll.standUntil, "datetime", { named: true }) })
        : phrase("delegate-stand-over");
  return [
    { type: "paragraph", content: phrase("delegate-places", { seats, alternates }) },
    ...term.map((content): Block => ({ type: "paragraph", content })),
    lines.length === 0 ? { type: "paragraph", content: phrase("delegate-nobody-yet") } : { type: "list", items: lines },
    { type: "paragraph", content: how },
    { type: "paragraph", style: "quiet", content: stand },
  ];
}

/** What came of it: the numbers, who was chosen, and how the lot can be drawn again. */
export function resultBlocks(
  poll: Poll,
  result: PollResult,
  candidates: readonly PollCandidate[],
  name: (id: string | undefined) => PhraseArg,
): readonly Block[] {
  const of = (number: number): PhraseArg => name(candidates.find((one) => one.number === number)?.personId);
  const { voted, members, yes = 0 } = result;
  const figures = { voted, members, needed: pollQuorumNeeded(members) };
  const strong = (content: Phrase): Block => ({ type: "paragraph", style: "strong", content });
  const person = name(poll.personId);
  switch (result.outcome) {
    case "no-quorum":
      return [strong(phrase("delegate-no-quorum", figures))];
    case "void":
      return [strong(phrase("delegate-void"))];
    case "nobody":
      return [strong(phrase("delegate-nobody"))];
    case "recalled":
      return [strong(phrase("delegate-recalled", { person, yes, voted, members }))];
    case "kept":
      return [strong(phrase("delegate-kept", { person, yes, voted, members }))];
    case "chosen":
      return [
        strong(phrase("delegate-chosen", { people: (result.delegates ?? []).map(of) })),
        ...((result.alternates ?? []).length === 0
          ? []
          : [strong(phrase("delegate-chosen-alternates", { people: (result.alternates ?? []).map(of) }))]),
        {
          type: "list",
          items: candidates
            .filter(({ scores }) => scores.length > 0)
            .map(({ personId, number, scores }) =>
              phrase("delegate-score", { number, name: name(personId), count: scores[0] ?? 0 }),
            ),
        },
        { type: "paragraph", style: "quiet", content: phrase("delegate-voted", figures) },
        ...lotBlocks(result, of),
      ];
  }
}

/** The lot, so that everybody can draw it again. */
function lotBlocks({ drawn = [], seed }: PollResult, of: (number: number) => PhraseArg): readonly Block[] {
  if (seed === undefined || drawn.length === 0) return [];
  return [
    { type: "paragraph", content: phrase("delegate-lot", { people: drawn.map(of) }) },
    { type: "paragraph", style: "quiet", content: phrase("delegate-lot-how", { seed, numbers: drawn.map(String) }) },
  ];
}

/** A text that people wrote, apart. */
export const quoted = (text: string): Block => ({ type: "paragraph", content: verbatim(text) });

/** A name for a button, cut on each platform. */
function shortName(label: PhraseArg): PhraseArg {
  const cut = (name: string): string => shorten(name, 34);
  if (typeof label === "string") return cut(label);
  if (typeof label !== "object" || !("kind" in label) || label.kind !== "name") return label;
  const on = Object.entries(label.on ?? {}).map(([platform, name]) => [platform, cut(name)] as const);
  return { ...label, name: cut(label.name), on: Object.fromEntries(on) };
}
