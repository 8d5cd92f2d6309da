/** The card of a drive: its figures, where they may be shown, the time that is left, and the buttons. */
import type { CardView } from "../../src/core/command.ts";
import type { Context, FederationContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { concernsCouncil, isHere } from "../../src/core/options/drive.ts";
import { phrase, type Phrase, duration, time, type PhraseArg } from "../../src/chat/phrase.ts";
import { clockOf, numbersShown, type Drive, type Figures } from "../../src/domain/drives.ts";
import { nobodyIn, briefOutcome, whyNotExact } from "./outcome.ts";

/** What the button 'If N others join' gives for N: it is asked for, unseen. */
export const toBeAsked = "?";

export async function renderCard(context: FederationContext, subject: string): Promise<CardView | undefined> {
  const of = await context.drives.get(subject);
  if (of === undefined) return undefined;
  const { group } = context;
  if (group?.kind === "cell" && of.scope === "cell" && of.cellId !== group.id) return undefined;
  if (group?.kind !== "council") return { message: await driveMessage(context, of, group?.id) };
  const concerned = await concernsCouncil(context, group.id, of);
  return concerned ? { message: await driveMessage(context, of, undefined) } : undefined;
}

/** A drive as it is shown in the chats of a cell, or to one of its people: figures, time left, buttons. Nobody's name. */
export async function driveMessage(context: Context, of: Drive, cellId: string | undefined): Promise<Message> {
  const shown = numbersShown(of);
  const numbers = shown ? await numberBlocks(context, of, cellId) : hiddenBlocks(of);
  const closed = of.closedAt !== undefined;
  // In a council's chat nobody answers: each counts in a cell.
  const elsewhere: Block = { type: "link", label: phrase("core-answer-directly"), to: "direct" };
  const buttons: readonly Block[] = !closed
    ? [context.group?.kind === "council" ? elsewhere : answerButtons(of)]
    : of.clearedAt === undefined && context.group?.kind !== "council" && !nobodyIn(of)
      ? [{ type: "buttons", rows: [[doneButton(of)]] }]
      : [];
  return {
    blocks: [
      { type: "heading", content: verbatim(of.question) },
      ...demandBlocks(of),
      ...(closed ? [{ type: "paragraph", style: "strong", content: briefOutcome(of) } as const] : []),
      ...numbers,
      { type: "paragraph", style: "quiet", content: driveTime(of, context.now) },
      ...(await followed(context, of)),
      ...buttons,
    ],
  };
}

/** What is demanded, line by line. */
export const demandBlocks = ({ demands }: Drive): readonly Block[] =>
  demands.length === 0 ? [] : [{ type: "list", ordered: true, items: demands.map(verbatim) }];

/** Which drive it follows, where that one may be named. */
async function followed(context: Context, { afterId }: Drive): Promise<readonly Block[]> {
  const before = afterId === undefined ? undefined : await context.drives.get(afterId);
  if (before === undefined || !(await isHere(before, context))) return [];
  return [{ type: "paragraph", style: "quiet", content: phrase("drive-follows", { number: before.number }) }];
}

/** What is said where no number may be. The goal and the minimum are what was agreed, not what was answered. */
export function hiddenBlocks(of: Drive): readonly Block[] {
  return [
    { type: "paragraph", content: phrase("drive-goal", { goal: of.goal }) },
    ...(of.minimum > 0
      ? [{ type: "paragraph", content: phrase("drive-minimum", { minimum: of.minimum }) } as const]
      : []),
    {
      type: "paragraph",
      content: of.reveal === "at-goal" ? phrase("drive-hidden-until-goal") : phrase("drive-hidden-until-close"),
    },
  ];
}

async function numberBlocks(context: Context, of: Drive, cellId: string | undefined): Promise<readonly Block[]> {
  const figures = await context.drives.figures(of, cellId);
  const { firm, waiting, exact, leftOut, hint, own } = figures;
  const args = { firm, goal: of.goal };
  const progress = phrase(exact ? "drive-progress" : "drive-progress-last", args);
  const [first] = of.ways;
  const lines: Phrase[] = [];
  if (own !== undefined && of.scope !== "cell") {
    const inCell = { firm: own.firm, waiting: own.waiting };
    lines.push(of.closedAt === undefined ? phrase("drive-own", inCell) : phrase("drive-own-closed", inCell));
  }
  if (waiting > 0 && of.closedAt === undefined) {
    lines.push(of.scope === "cell" ? phrase("drive-waiting", { waiting }) : phrase("drive-waiting-last", { waiting }));
  }
  if (hint !== undefined) lines.push(phrase("drive-hint", { more: hint.more, in: hint.in }));
  if (own !== undefined && own.unvouched > 0) lines.push(phrase("drive-unvouched", { people: own.unvouched }));
  if (own !== undefined && of.closedAt !== undefined && own.kept > 0) {
    lines.push(phrase("drive-own-kept", { kept: own.kept, firm: own.firm }));
  }
  const bySector = await sectorLines(context, of, figures);
  const notes = [...whyNotExact(of), ...(leftOut ? [phrase("drive-left-out")] : [])];
  return [
    {
      type: "progress",
      value: Math.min(firm, of.goal),
      goal: of.goal,
      label: first === undefined ? progress : phrase("drive-way-first", { way: first, progress }),
    },
    ...(of.ways.length > 1 ? [{ type: "list", items: wayLines(of, figures) } as const] : []),
    ...(lines.length > 0 ? [{ type: "list", items: lines } as const] : []),
    ...(bySector.length > 0 ? [{ type: "list", items: bySector } as const] : []),
    ...notes.map((content) => ({ type: "paragraph", style: "quiet", content }) as const),
  ];
}

/** How many chose each other way of joining: as published, and exactly in the reader's own cell. */
const wayLines = (of: Drive, { ways, ownWays }: Figures): readonly Phrase[] =>
  of.ways.slice(1).map((way, at) => {
    const args = { way, people: ways[at] ?? 0 };
    if (of.scope === "cell") return phrase("drive-way", args);
    return ownWays === undefined
      ? phrase("drive-way-last", args)
      : phrase("drive-way-own", { ...args, own: ownWays[at] ?? 0 });
  });

/** One line for each sector of which there is something to say; none where there is but one and no minimum. */
async function sectorLines({ cells }: Context, of: Drive, { sectors: figures }: Figures): Promise<readonly Phrase[]> {
  if (of.minimum === 0 && (of.scope === "cell" || figures.length < 2)) return [];
  const names = new Map((await cells.sectors()).map(({ id, name }) => [id, name]));
  return figures.flatMap(({ sectorId, firm, kept }) => {
    const sector = names.get(sectorId) ?? "";
    if (of.closedAt !== undefined) return sectorAtEnd(of, { sector, firm, kept });
    if (of.scope === "cell") return [phrase("drive-sector-minimum", { sector, firm, minimum: of.minimum })];
    if (of.minimum > 0) return [phrase("drive-sector-last-minimum", { sector, firm, minimum: of.minimum })];
    return firm > 0 ? [phrase("drive-sector-last", { sector, firm })] : [];
  });
}

/** Kept next to pledged. Nothing where nobody is published in either. */
function sectorAtEnd(of: Drive, { sector, firm, kept }: { sector: string; firm: number; kept: number }): Phrase[] {
  if (firm === 0 && kept === 0) return [];
  if (of.scope === "cell") return [phrase("drive-sector-kept", { sector, firm, kept })];
  if (kept === 0) return [phrase("drive-sector-last", { sector, firm })];
  // Each is as of its own last count: more may have kept their pledge since than were firm at that of the pledges.
  return [
    firm < kept
      ? phrase("drive-sector-kept-only", { sector, kept })
      : phrase("drive-sector-kept-last", { sector, firm, kept }),
  ];
}

/** How much time is left, to the nearest day, hour or part of one. */
export const timeLeft = (of: Drive, now: number): PhraseArg => duration(clockOf(of.deadline - now).says / 60_000);

export const until = (of: Drive, now: number): Phrase =>
  now < of.deadline
    ? phrase("drive-until", {
        number: of.number,
        deadline: time(of.deadline, "datetime", { named: true }),
        left: timeLeft(of, now),
      })
    : phrase("drive-over", { number: of.number });

const closedOn = (of: Drive): Phrase =>
  phrase("drive-closed-on", {
    number: of.number,
    closed: time(of.closedAt ?? of.deadline, "datetime", { named: true }),
  });

/** Until when it is open, or when it was closed. */
export const driveTime = (of: Drive, now: number): Phrase =>
  of.closedAt === undefined ? until(of, now) : closedOn(of);

export function answerButtons(of: Drive): Block {
  const action = (options: Readonly<Record<string, string>>) => ({
    command: "pledge",
    options: { ...options, drive: `#${of.id}` },
  });
  const [first, ...others] = of.ways;
  const join: Button = {
    label: first === undefined ? phrase("drive-button-in") : verbatim(first),
    action: action({ answer: "in" }),
    press: "unseen",
    style: "primary",
  };
  const rest: readonly Button[] = [
    { label: phrase("drive-button-if"), action: action({ answer: "if", others: toBeAsked }), press: "unseen" },
    { label: phrase("drive-button-withdraw"), action: action({ answer: "withdraw" }), press: "unseen" },
  ];
  if (first === undefined) return { type: "buttons", rows: [[join, ...rest]] };
  const ways = others.map((way, at): Button => ({
    label: verbatim(way),
    action: action({ way: String(at + 2) }),
    press: "unseen",
  }));
  // Five rows at most are shown on every platform.
  const all = [join, ...ways].map((one) => [one]);
  return {
    type: "buttons",
    rows: [...all.slice(0, 3), ...(all.length > 4 ? [all.slice(3).flat()] : all.slice(3)), rest],
  };
}

export const doneButton = (of: Drive) => ({
  label: phrase("drive-button-done"),
  action: { command: "pledge", options: { answer: "done", drive: `#${of.id}` } },
  press: "unseen" as const,
});
