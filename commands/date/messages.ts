/** What is said of dates: their card in the council and in its cells, the roster by sector, what is agreed. Nobody is named. */
import { nextOf, type CardRenderer } from "../../src/core/command.ts";
import type { Context, FederationContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { messageIds, phrase, time, type Phrase, type TimeArg } from "../../src/chat/phrase.ts";
import { dayOf, dayValue } from "../../src/core/options/date.ts";
import { isHere, shortName } from "../../src/core/options/drive.ts";
import { hasBegun } from "../../src/domain/assemblies.ts";
import {
  dateCard,
  dateTurnout,
  isAnswered,
  rosterOf,
  sayings,
  turnoutOf,
  type DateProposal,
  type DateResult,
  type RosterLine,
  type Saying,
  type Verdict,
} from "../../src/domain/dates.ts";
import { driveCard, numbersShown, type Drive } from "../../src/domain/drives.ts";
import { addDays, localParts, wallClock } from "../../src/domain/time.ts";
import { voteCard, type Vote } from "../../src/domain/votes.ts";
import { cardParts } from "../../src/chat/cards.ts";

const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };

export const untilOf = ({ closesAt }: DateProposal): TimeArg => time(closesAt, "datetime", { named: true });

/** The live message of a proposal: in the council's chats how it stands; in a cell's also what it is asked. */
export const renderDate: CardRenderer = async (context, subject) => {
  const of = await context.dates.get(subject);
  if (of === undefined) return undefined;
  const cellId = context.group?.kind === "cell" ? context.group.id : undefined;
  if (cellId !== undefined && !(await sitsIn(context, of.councilId, cellId))) {
    // It may come back.
    return { message: goneMessage(of), madeOf: [{ kind: cardParts.seats, subject: of.councilId }] };
  }
  const madeOf = [
    ...(of.driveId === undefined ? [] : [{ kind: driveCard, subject: of.driveId }]),
    ...(of.voteId === undefined ? [] : [{ kind: voteCard, subject: of.voteId }]),
    ...(cellId === undefined || of.closedAt !== undefined
      ? []
      : [
          { kind: dateTurnout, subject: turnoutOf(of.id, cellId) },
          { kind: cardParts.members, subject: cellId },
        ]),
    ...(agreedHere(context, of) ? [{ kind: cardParts.meeting, subject: of.councilId }] : []),
  ];
  const assembly = agreedHere(context, of) ? await context.assemblies.current(of.councilId) : undefined;
  // Of a day that has passed there is no button any more; and there is none before an assembly has begun.
  const changesAt = nextOf(context.now, [
    ...of.days.map((day) => wallClock(addDays(day, 1), 0, context.zone)),
    ...(assembly?.openedAt === undefined ? [] : [assembly.startsAt]),
  ]);
  return { message: await dateMessage(context, of, cellId), madeOf, changesAt };
};

/** Whether it is shown to those who agree on one of its days, and what its cells have said is known. */
const agreedHere = ({ group }: Context, { result, cancelledAt }: DateProposal): boolean =>
  group?.kind === "council" && result !== undefined && cancelledAt === undefined;

/** Whether a cell is in a council now. */
const sitsIn = async ({ councils }: FederationContext, councilId: string, cell: string): Promise<boolean> =>
  (await councils.list({ cell })).some(({ id }) => id === councilId);

/** In the chats of a cell that is in the council no more: nothing to press, and nothing of what the others said. */
const goneMessage = (of: DateProposal): Message => ({
  blocks: [{ type: "heading", content: verbatim(of.what) }, paragraph(phrase("date-cell-gone"), "quiet")],
});

/** A proposal as it is shown: to a cell with what it is asked, and afterwards what it has said. */
export async function dateMessage(
  context: FederationContext,
  of: DateProposal,
  cellId: string | undefined,
): Promise<Message> {
  const asked = cellId !== undefined && (await context.dates.cellsOf(of)).includes(cellId);
  const open = isAnswered(of, context.now);
  return {
    blocks: [
      { type: "heading", content: verbatim(of.what) },
      paragraph(await stateLine(context, of), "strong"),
      ...(open && asked ? await questionBlocks(context, of, cellId) : []),
      ...(open && !asked ? await openBlocks(context, of) : []),
      ...(of.result === undefined || of.cancelledAt !== undefined
        ? []
        : await resultBlocks(context, of, of.result, cellId)),
    ],
  };
}

/** The vote about one of its days that goes on. */
export async function openVoteOf({ votes }: Context, { voteId }: DateProposal): Promise<Vote | undefined> {
  const vote = voteId === undefined ? undefined : await votes.get(voteId);
  return vote?.closedAt === undefined ? vote : undefined;
}

/** How it stands with it, in a line. What is agreed on is so until a vote says otherwise. */
export async function stateLine(context: Context, of: DateProposal): Promise<Phrase> {
  const { number, agreedDay, votedDay } = of;
  const agreed = agreedDay === undefined ? undefined : dayOf(agreedDay, context);
  if (of.cancelledAt !== undefined) {
    return agreed === undefined
      ? phrase("date-state-off", { number })
      : phrase("date-state-off-agreed", { number, day: agreed });
  }
  const vote = (await openVoteOf(context, of))?.number;
  const day = votedDay === undefined ? undefined : dayOf(votedDay, context);
  if (agreed !== undefined) {
    if (vote === undefined) return phrase("date-state-agreed", { number, day: agreed });
    return day === undefined
      ? phrase("date-state-voting-off", { number, agreed, vote })
      : phrase("date-state-moving", { number, agreed, day, vote });
  }
  if (vote !== undefined && day !== undefined) return phrase("date-state-voting", { number, day, vote });
  return isAnswered(of, context.now)
    ? phrase("date-state-open", { number, until: untilOf(of) })
    : phrase("date-state-answered", { number });
}

/** For the council, while its cells answer. */
async function openBlocks(context: Context, of: DateProposal): Promise<readonly Block[]> {
  const cells = (await context.dates.cellsOf(of)).length;
  return [
    { type: "list", ordered: true, items: of.days.map((day) => phrase("date-day", { day: dayOf(day, context) })) },
    paragraph(phrase("date-how-council", { cells }), "quiet"),
  ];
}

async function questionBlocks(context: Context, of: DateProposal, cellId: string): Promise<readonly Block[]> {
  return [
    paragraph(phrase("date-question")),
    paragraph(phrase("date-turnout", { ...(await context.dates.turnout(of.id, cellId)) })),
    dayButtons(context, of),
    paragraph(phrase("date-how-cell"), "quiet"),
  ];
}

const buttonLabels = { can: "date-button-can", cannot: "date-button-cannot" } as const;

/** A row for each day. Nobody sees who presses what. */
export const dayButtons = (context: Context, of: DateProposal): Block => ({
  type: "buttons",
  rows: of.days.map((day, index) =>
    sayings.map((saying): Button => {
      const args = { day: dayOf(day, context) };
      return {
        label: saying === "can" ? phrase(buttonLabels.can, args) : phrase(buttonLabels.cannot, args),
        action: { command: "date", word: saying, options: { day: dayValue(of, index) } },
        press: "unseen",
      };
    }),
  ),
});

// What the cells have said

const ownLines = messageIds({
  possible: "date-own-possible",
  impossible: "date-own-impossible",
  tie: "date-own-tie",
  "no-answer": "date-own-no-answer",
}) satisfies Record<Verdict, string>;

async function resultBlocks(
  context: FederationContext,
  of: DateProposal,
  result: DateResult,
  cellId: string | undefined,
): Promise<readonly Block[]> {
  const lines = rosterOf(result);
  const own = cellId === undefined ? undefined : result.own[cellId];
  const drive = await driveHere(context, of);
  const perDay = of.days.map((day, index) => dayLine(context, day, lines, index));
  const days =
    agreedHere(context, of) && (await openVoteOf(context, of)) === undefined ? agreeButtons(context, of) : [];
  // Nothing is decided outside an assembly.
  const assembly = days.length === 0 ? undefined : await context.assemblies.current(of.councilId);
  const buttons = assembly !== undefined && hasBegun(assembly, context.now) ? days : [];
  return [
    { type: "list", ordered: true, items: perDay },
    ...(lines.length < 2 && drive === undefined ? [] : [await sectorTable(context, of, lines, drive)]),
    ...(own === undefined
      ? cellId !== undefined && (await context.dates.cellsOf(of)).includes(cellId)
        ? [paragraph(phrase("date-own-few"), "strong")]
        : []
      : [
          paragraph(phrase("date-own"), "strong"),
          {
            type: "list" as const,
            items: own.map((one, index) => phrase(ownLines[one], { day: dayOf(of.days[index] ?? "", context) })),
          },
        ]),
    ...(drive === undefined ? [] : [paragraph(driveLine(drive), "quiet")]),
    paragraph(phrase("date-note", { members: 2 * of.smallestGroup }), "quiet"),
    ...(days.length > buttons.length ? [paragraph(phrase("date-then"), "quiet")] : []),
    ...(buttons.length === 0 ? [] : [{ type: "buttons" as const, rows: buttons.map((one) => [one]) }]),
  ];
}

/** The drive that was named, where it may be: a council has cells whom it does not concern. */
async function driveHere(context: FederationContext, { driveId }: DateProposal): Promise<Drive | undefined> {
  const found = driveId === undefined ? undefined : await context.drives.get(driveId);
  return found !== undefined && (await isHere(found, context)) ? found : undefined;
}

/** How many of all cells can, cannot, are split, and gave no answer. */
function dayLine(context: Context, day: string, lines: readonly RosterLine[], index: number): Phrase {
  const sum = (verdict: Verdict): number => lines.reduce((all, { days }) => all + (days[index]?.[verdict] ?? 0), 0);
  const [can, cannot, tie, silent] = [sum("possible"), sum("impossible"), sum("tie"), sum("no-answer")];
  if (can + cannot + tie === 0) return phrase("date-cells-few", { day: dayOf(day, context) });
  const rest: readonly Phrase[] = [
    ...(cannot === 0 ? [] : [phrase("date-cells-cannot", { cells: cannot })]),
    ...(tie === 0 ? [] : [phrase("date-cells-tie", { cells: tie })]),
    ...(silent === 0 ? [] : [phrase("date-cells-silent", { cells: silent })]),
  ];
  const args = { day: dayOf(day, context), can, cells: lines.reduce((all, { cells }) => all + cells, 0) };
  return rest.length === 0 ? phrase("date-cells-all", args) : phrase("date-cells", { ...args, rest });
}

/** By sector: how many of its cells can on which day, the days by their numbers; and who is ready by the drive. */
async function sectorTable(
  context: FederationContext,
  of: DateProposal,
  lines: readonly RosterLine[],
  drive: Drive | undefined,
): Promise<Block> {
  const names = new Map((await context.cells.sectors()).map(({ id, name }) => [id, name]));
  const ready = drive === undefined || !numbersShown(drive) ? undefined : await readyBySector(context, drive);
  const nameOf = (sectorId: string | undefined): Phrase =>
    sectorId === undefined ? phrase("date-others") : verbatim(names.get(sectorId) ?? "");
  // The names are in their order already; cells of several sectors come last.
  const order = [...names.keys()];
  const place = ({ sectorId }: RosterLine): number => (sectorId === undefined ? Infinity : order.indexOf(sectorId));
  const sorted = lines.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  return {
    type: "table",
    head: [
      phrase("date-sector"),
      ...of.days.map((_, index) => verbatim(String(index + 1))),
      ...(ready === undefined ? [] : [phrase("date-ready")]),
    ],
    rows: sorted.map(({ sectorId, cells, days }) => [
      nameOf(sectorId),
      ...days.map((one) => cellOfTable(one, cells)),
      ...(ready === undefined ? [] : [verbatim(sectorId === undefined ? "–" : String(ready.get(sectorId) ?? 0))]),
    ]),
  };
}

/** Nobody's answer is not a No. */
const cellOfTable = (one: RosterLine["days"][number], cells: number): Phrase =>
  one["no-answer"] === cells ? verbatim("–") : phrase("date-can-of", { can: one.possible, cells });

/** What is published of the drive, and nothing besides. */
async function readyBySector(context: FederationContext, drive: Drive): Promise<ReadonlyMap<string, number>> {
  const { sectors } = await context.drives.figures(drive, undefined);
  return new Map(sectors.map(({ sectorId, firm }) => [sectorId, firm]));
}

const driveLine = (drive: Drive): Phrase => {
  const args = { drive: shortName(drive, 60), number: drive.number };
  return numbersShown(drive) ? phrase("date-drive", args) : phrase("date-drive-hidden", args);
};

/** One for each day that still comes and is not agreed on. */
const agreeButtons = (context: Context, of: DateProposal): readonly Button[] =>
  of.days.flatMap((day, index): readonly Button[] =>
    day === of.agreedDay || day < localParts(context.now, context.zone).date
      ? []
      : [
          {
            label:
              of.agreedDay === undefined
                ? phrase("date-button-agree", { day: dayOf(day, context) })
                : phrase("date-button-move", { day: dayOf(day, context) }),
            action: { command: "date", word: "agree", options: { day: dayValue(of, index) } },
            press: "seen",
          },
        ],
  );

// What is agreed

/** What a vote about a day came to, beside its result. */
export function votedLine(context: Context, of: DateProposal, vote: Vote): Phrase | undefined {
  const { votedDay, agreedDay } = of;
  const carried = vote.result?.carried === true;
  const agreed = agreedDay === undefined ? undefined : dayOf(agreedDay, context);
  if (votedDay === undefined) {
    if (agreed === undefined) return undefined;
    return carried ? phrase("date-voted-off", { day: agreed }) : phrase("date-voted-stays", { day: agreed });
  }
  if (carried) return phrase("date-voted-carried", { day: dayOf(votedDay, context) });
  return agreed === undefined
    ? phrase("date-voted-failed", { day: dayOf(votedDay, context) })
    : phrase("date-voted-stays", { day: agreed });
}

/** Told to all cells. */
export const agreedMessage = (context: Pick<Context, "zone">, of: DateProposal, council: string): Message => ({
  blocks: [
    { type: "heading", content: verbatim(of.what) },
    paragraph(
      of.agreements > 1
        ? phrase("date-agreed-anew", { council, day: dayOf(of.agreedDay ?? "", context) })
        : phrase("date-agreed", { council, day: dayOf(of.agreedDay ?? "", context) }),
      "strong",
    ),
  ],
});

/** Told to all who were asked, or to whom a day was told. */
export const offMessage = (
  context: Pick<Context, "zone">,
  { what, agreedDay }: DateProposal,
  council: string,
): Message => ({
  blocks: [
    { type: "heading", content: verbatim(what) },
    paragraph(
      agreedDay === undefined
        ? phrase("date-off", { council })
        : phrase("date-off-agreed", { council, day: dayOf(agreedDay, context) }),
      "strong",
    ),
  ],
});

// One person's own answer

const ownSayings = messageIds({ can: "date-you-can", cannot: "date-you-cannot" }) satisfies Record<Saying, string>;

/** A line for each day, as its person alone reads it. */
export const ownAnswers = (
  context: Context,
  of: DateProposal,
  said: readonly (Saying | undefined)[],
): readonly Phrase[] =>
  of.days.map((day, index) => {
    const saying = said[index];
    return phrase(saying === undefined ? "date-you-nothing" : ownSayings[saying], { day: dayOf(day, context) });
  });

/** Its card, in these chats. */
export const cardIn = (of: DateProposal, chats: readonly string[], anew = false) =>
  ({ to: "card", kind: dateCard, subject: of.id, chats, anew }) as const;
