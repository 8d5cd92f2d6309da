/**
 * `/drive`: calls for commitments, their card, and what falls due for them. Rules: README, "Pledge drives".
 *
 * A drive of one cell is opened and run by that cell's coordinator. One of a sector or of the federation concerns cells
 * that are not theirs, so it is a steward's.
 */
import { command, Refused, usage, type CardView, type Reply } from "../src/core/command.ts";
import type { Context, FederationContext, MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Message } from "../src/chat/message.ts";
import {
  cellHere,
  concernsCouncil,
  driveOrOnly,
  drive as driveOption,
  drivesHere,
  shortName,
} from "../src/core/options/drive.ts";
import {
  choice,
  goal,
  integer,
  moment,
  optional,
  required,
  sectors,
  text,
  type TypedGoal,
} from "../src/core/options/index.ts";
import { chatNames, inWords } from "../src/core/receipts.ts";
import { phrase, type Phrase, duration, messageIds, time, type PhraseArg } from "../src/chat/phrase.ts";
import {
  announcementId,
  announcementsOf,
  driveCard,
  driveJobs,
  isOpen,
  numbersShown,
  reveals,
  scopes,
  type Announcement,
  type Drive,
  type DriveChanges,
  type Figures,
  type Final,
  type Scope,
} from "../src/domain/drives.ts";
import type { Goal } from "../src/domain/pledges.ts";

/** Longest question and name, in characters. */
const longestQuestion = 300;
const longestName = 60;
/** A deadline given as a date without a time: minutes of the day, 18:00. */
const endOfDay = 18 * 60;
const dayMs = 24 * 60 * 60_000;
const mostPeople = 1_000_000;

/** What the button 'If N others join' gives for N: it is asked for, unseen. */
export const toBeAsked = "?";

const goalOf = (typed: TypedGoal): Goal =>
  typed.kind === "count" ? { kind: "people", people: typed.count } : { kind: "percent", percent: typed.percent };

const which = optional(driveOption(), { about: "option-drive", ask: "drive-ask-which" });

// The words

const create = usage({
  about: "drive-new-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: {
    question: required(text({ max: longestQuestion }), {
      about: "drive-option-question",
      ask: "drive-ask-question",
      position: 0,
    }),
    goal: required(goal(), { about: "drive-option-goal", ask: "drive-ask-goal" }),
    deadline: required(moment({ defaultTime: endOfDay }), {
      about: "drive-option-deadline",
      ask: "drive-ask-deadline",
    }),
    scope: optional(choice(scopes), {
      about: "drive-option-scope",
      ask: "drive-ask-scope",
    }),
    sectors: optional(sectors(), { about: "drive-option-sectors", ask: "drive-ask-sectors" }),
    reveal: optional(choice(reveals), { about: "drive-option-reveal", ask: "drive-ask-reveal" }),
    minimum: optional(integer({ min: 1, max: mostPeople }), {
      about: "drive-option-minimum",
      ask: "drive-ask-minimum",
    }),
    name: optional(text({ max: longestName }), { about: "drive-option-name", ask: "drive-ask-name" }),
  },
  async run(context, values) {
    const { cells, drives, person } = context;
    const cellId = cellHere(context);
    const cell = cellId === undefined ? undefined : await cells.get(cellId);
    if (cell === undefined) throw new Refused(phrase("drive-no-cell"));
    const scope: Scope = values.scope ?? (values.sectors === undefined ? "cell" : "sector");
    if (scope !== "sector" && values.sectors !== undefined) throw new Refused(phrase("drive-sectors-need-scope"));
    if (scope !== "cell" && context.level !== "steward") throw new Refused(phrase("drive-scope-needs-steward"));
    const drive = await drives.create({
      question: values.question,
      name: values.name,
      scope,
      cellId: cell.id,
      sectors: scope === "sector" ? (values.sectors?.map(({ id }) => id) ?? [cell.sectorId]) : [],
      createdById: person.id,
      goal: goalOf(values.goal),
      minimum: values.minimum ?? 0,
      reveal: values.reveal ?? "live",
      deadline: values.deadline,
    });
    const chats = await drives.chats(drive);
    const opened = phrase("drive-opened", { number: drive.number, chats: chats.length });
    const said = [opened, ...(await warnings(context, drive))];
    return [
      { to: "here", message: { blocks: said.map((content) => ({ type: "paragraph", content })) } },
      { to: "card", kind: driveCard, subject: drive.id, chats },
    ];
  },
});

const show = usage({
  about: "drive-show-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "chat",
  options: { drive: optional(driveOption({ closed: true }), { about: "option-drive", ask: "drive-ask-which" }) },
  async run(context, values) {
    const drive = await driveOrOnly(values.drive, context, {
      none: () => phrase("drive-none"),
      of: "open-first",
    });
    const { group } = context;
    if (group?.kind === "council" && !(await concernsCouncil(context, group.id, drive))) {
      throw new Refused(phrase("drive-none"));
    }
    const receipts = await receiptBlocks(context, drive);
    if (context.chat === undefined) {
      const { blocks } = await driveMessage(context, drive, context.person?.cellId);
      return [{ to: "here", message: { blocks: [...blocks, ...receipts] } }];
    }
    const card: Reply = { to: "card", kind: driveCard, subject: drive.id, anew: true };
    return receipts.length === 0 ? [card] : [card, { to: "person", message: { blocks: receipts } }];
  },
});

const list = usage({
  about: "drive-list-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  // Which drives there are is known to the whole chat.
  fallback: "chat",
  async run(context) {
    const drives = await drivesHere(context, true);
    if (drives.length === 0) throw new Refused(phrase("drive-none"));
    const items = drives.map((drive) => {
      const args = { number: drive.number, drive: shortName(drive, 80) };
      return drive.closedAt === undefined
        ? phrase("drive-list-open", { ...args, deadline: time(drive.deadline, "datetime", { named: true }) })
        : phrase("drive-list-closed", { ...args, closed: time(drive.closedAt, "date") });
    });
    return [{ to: "person", message: { blocks: [{ type: "list", items }] } }];
  },
});

const edit = usage({
  about: "drive-edit-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: {
    question: optional(text({ max: longestQuestion }), {
      about: "drive-option-question",
      ask: "drive-ask-question",
      position: 0,
    }),
    deadline: optional(moment({ defaultTime: endOfDay }), {
      about: "drive-option-deadline",
      ask: "drive-ask-deadline",
    }),
    goal: optional(goal(), { about: "drive-option-goal", ask: "drive-ask-goal" }),
    reveal: optional(choice(reveals), { about: "drive-option-reveal", ask: "drive-ask-reveal" }),
    minimum: optional(integer({ min: 0, max: mostPeople }), {
      about: "drive-option-minimum",
      ask: "drive-ask-minimum",
    }),
    name: optional(text({ max: longestName }), { about: "drive-option-name", ask: "drive-ask-name" }),
    drive: which,
  },
  async run(context, values) {
    const drive = await toRun(values.drive, context);
    const { question, deadline, name } = values;
    const wording = {
      ...(question === undefined || question === drive.question ? {} : { question }),
      ...(deadline === undefined || deadline === drive.deadline ? {} : { deadline }),
      ...(name === undefined || name === drive.name ? {} : { name }),
    };
    const terms = {
      ...(values.goal === undefined ? {} : { goal: goalOf(values.goal) }),
      ...(values.reveal === undefined ? {} : { reveal: values.reveal }),
      ...(values.minimum === undefined ? {} : { minimum: values.minimum }),
    };
    const changes: DriveChanges = { ...wording, ...terms };
    if (Object.keys(changes).length === 0) throw new Refused(phrase("drive-edit-what"));
    if (drive.answered && Object.keys(terms).length > 0) throw new Refused(phrase("drive-edit-answered"));
    const edited = await context.drives.edit(drive, changes);
    return drive.answered
      ? announce(context, edited, "edited", editAnnouncement(drive, edited))
      : [here("drive-edited")];
  },
});

const close = usage({
  about: "drive-close-about",
  ends: true,
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: { drive: which },
  async run(context, values) {
    const drive = await toRun(values.drive, context);
    const closed = await context.drives.close(drive.id);
    if (closed === undefined) throw new Refused(phrase("drive-closed-already"));
    return announce(context, closed.drive, "closed", closeAnnouncement(closed.drive));
  },
});

const remind = usage({
  about: "drive-remind-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: { drive: which },
  async run(context, values) {
    const drive = await toRun(values.drive, context);
    if (!(await context.drives.remind(drive))) {
      const next = time((drive.remindedAt ?? context.now) + dayMs, "datetime", { named: true });
      throw new Refused(phrase("drive-reminded-already", { next }));
    }
    return announce(context, drive, "reminded", nudge(drive, context.now));
  },
});

export const drive = command({
  name: "drive",
  about: "drive-about",
  words: { new: create, show, list, edit, close, remind },
  cards: { [driveCard]: renderCard },
  jobs: {
    [driveJobs.step]: async (context, { drive: id = "", due = "" }) => {
      const stepped = await context.drives.step(id, Number(due));
      if (stepped?.goalReached !== true) return [];
      return [await announcement(context, stepped.drive, "goal", goalAnnouncement(stepped.drive))];
    },
    [driveJobs.close]: async (context, { drive: id = "" }) => {
      const found = await context.drives.get(id);
      if (found === undefined || context.now < found.deadline) return [];
      const closed = await context.drives.close(id);
      if (closed === undefined) return [];
      return [await announcement(context, closed.drive, "closed", closeAnnouncement(closed.drive))];
    },
    [driveJobs.goal]: async (context, { drive: id = "" }) => {
      const found = await context.drives.get(id);
      if (found === undefined || !(await context.drives.goalInCell(found))) return [];
      return [await announcement(context, found, "goal", goalAnnouncement(found))];
    },
    [driveJobs.clear]: async ({ drives }, { drive: id = "" }) => {
      await drives.clear(id);
      return [];
    },
    [driveJobs.clock]: async ({ drives }, { drive: id = "" }) => {
      await drives.clockMoved(id);
      return [];
    },
  },
});

const here = (id: "drive-edited" | "drive-done-everywhere"): Reply => ({ to: "here", message: say(id) });

/** The open drive that somebody is about to change, if it is theirs to change. */
async function toRun(named: Drive | undefined, context: MemberContext): Promise<Drive> {
  const found = await driveOrOnly(named, context, { none: () => phrase("drive-none-open"), of: "open" });
  const own = found.scope === "cell" && found.cellId === cellHere(context);
  if (!own && context.level !== "steward") {
    throw new Refused(found.scope === "cell" ? phrase("drive-of-another-cell") : phrase("drive-scope-needs-steward"));
  }
  if (!isOpen(found, context.now)) throw new Refused(phrase("drive-closed-already"));
  return found;
}

// What is announced

/** In every chat of the scope, with receipts. */
async function announcement(
  { drives, now }: Context,
  of: Drive,
  what: Announcement,
  message: Message,
): Promise<Reply & { readonly to: "chats" }> {
  return { to: "chats", chats: await drives.chats(of), message, broadcast: announcementId(of.id, what, now) };
}

/** The same; who did it elsewhere is told there that it was done. */
async function announce(
  context: MemberContext,
  of: Drive,
  what: Announcement,
  message: Message,
): Promise<readonly Reply[]> {
  const said = await announcement(context, of, what, message);
  const seen = context.chat !== undefined && said.chats.includes(context.chat.id);
  return seen ? [said] : [said, here("drive-done-everywhere")];
}

/** What whoever opens a drive should know; nothing that stops them. */
async function warnings({ drives, cells }: Context, of: Drive): Promise<readonly Phrase[]> {
  const { members, unshown } = await drives.prospects(of);
  const said: Phrase[] = [];
  if (of.goalPercent === undefined && of.goal > members) said.push(phrase("drive-warn-goal", { members }));
  if (of.minimum > 0 && unshown.length > 0) {
    const names = (await cells.sectors()).filter(({ id }) => unshown.includes(id)).map(({ name }) => name);
    said.push(phrase("drive-warn-minimum", { sectors: names }));
  }
  return said;
}

// Whom it reached

/** Chats of which it is said one by one why something did not arrive. */
const mostNamed = 20;

/**
 * How many chats the last announcement has reached, and why it did not reach the others; and where the card cannot be
 * shown. For stewards, and for the coordinator of a drive of one cell.
 */
async function receiptBlocks(context: Context, of: Drive): Promise<readonly Block[]> {
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

const closeAnnouncement = (of: Drive): Message => ({
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

/**
 * Whether there is nothing that anybody could have done. Only where the number is shown anyway: a missing button would
 * tell it.
 */
const nobodyIn = (of: Drive): boolean => numbersShown(of) && of.final?.firm === 0;

const outcomes = messageIds({
  met: "drive-outcome-met",
  missed: "drive-outcome-missed",
  undecided: "drive-outcome-undecided",
});
const hiddenOutcomes = messageIds({
  met: "drive-outcome-met",
  missed: "drive-outcome-missed-hidden",
  undecided: "drive-outcome-undecided-hidden",
});

const briefOutcomes = messageIds({
  met: "drive-card-met",
  "met-before": "drive-card-met-before",
  missed: "drive-card-missed",
  undecided: "drive-card-undecided",
});

/** What is said of the goal. What was announced while the drive was open stays true, though people may have withdrawn. */
const goalAtEnd = ({ goal }: Final, { goalAt }: Drive): Final["goal"] | "met-before" =>
  goal === "missed" && goalAt !== undefined ? "met-before" : goal;

/** How a closed drive ended, in a few words for its card, which has the numbers where they may be shown. */
function briefOutcome(of: Drive): Phrase {
  if (of.final === undefined) return phrase("drive-is-closed");
  const result = goalAtEnd(of.final, of);
  return result === "missed" && !numbersShown(of) ? phrase("drive-card-missed-hidden") : phrase(briefOutcomes[result]);
}

/** How a closed drive ended. With `at-goal`, the numbers of a drive that missed its goal are never shown. */
export function outcome(of: Drive): Phrase {
  const { final } = of;
  if (final === undefined) return phrase("drive-is-closed");
  const result = goalAtEnd(final, of);
  if (result === "met-before") return phrase("drive-outcome-met-before", { firm: final.firm, goal: of.goal });
  if (numbersShown(of)) return phrase(outcomes[result], { firm: final.firm, goal: of.goal });
  return phrase(hiddenOutcomes[result], { firm: final.firm, goal: of.goal });
}

function editAnnouncement(before: Drive, after: Drive): Message {
  const items: Phrase[] = [];
  if (after.question !== before.question) items.push(phrase("drive-changed-question", { question: after.question }));
  if (after.name !== before.name) items.push(phrase("drive-changed-name", { name: after.name ?? after.question }));
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

const nudge = (of: Drive, now: number): Message => ({
  blocks: [
    { type: "heading", content: verbatim(of.question) },
    { type: "paragraph", content: phrase("drive-nudge", { left: timeLeft(of, now) }) },
    { type: "paragraph", style: "quiet", content: until(of, now) },
    answerButtons(of),
  ],
});

// The card

async function renderCard(context: FederationContext, subject: string): Promise<CardView | undefined> {
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
      ...(closed ? [{ type: "paragraph", style: "strong", content: briefOutcome(of) } as const] : []),
      ...numbers,
      { type: "paragraph", style: "quiet", content: driveTime(of, context.now) },
      ...buttons,
    ],
  };
}

/** What is said where no number may be. The goal and the minimum are what was agreed, not what was answered. */
export function hiddenBlocks(of: Drive): readonly Block[] {
  if (of.closedAt !== undefined) return [];
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
  const { firm, waiting, exact, hint, own } = figures;
  const args = { firm, goal: of.goal };
  const lines: Phrase[] = [];
  if (own !== undefined && of.scope !== "cell") {
    const inCell = { firm: own.firm, waiting: own.waiting };
    lines.push(of.closedAt === undefined ? phrase("drive-own", inCell) : phrase("drive-own-closed", inCell));
  }
  if (waiting > 0 && of.closedAt === undefined) {
    lines.push(of.scope === "cell" ? phrase("drive-waiting", { waiting }) : phrase("drive-waiting-least", { waiting }));
  }
  if (hint !== undefined) lines.push(phrase("drive-hint", { more: hint.more, in: hint.in }));
  if (own !== undefined && own.unvouched > 0) lines.push(phrase("drive-unvouched", { people: own.unvouched }));
  if (own !== undefined && of.closedAt !== undefined && own.kept > 0) {
    lines.push(phrase("drive-own-kept", { kept: own.kept, firm: own.firm }));
  }
  const bySector = await sectorLines(context, of, figures);
  return [
    {
      type: "progress",
      value: Math.min(firm, of.goal),
      goal: of.goal,
      label: exact ? phrase("drive-progress", args) : phrase("drive-progress-least", args),
    },
    ...(lines.length > 0 ? [{ type: "list", items: lines } as const] : []),
    ...(bySector.length > 0 ? [{ type: "list", items: bySector } as const] : []),
  ];
}

/** One line for each sector of which there is something to say; none where there is but one and no minimum. */
async function sectorLines({ cells }: Context, of: Drive, { sectors: figures }: Figures): Promise<readonly Phrase[]> {
  if (of.scope === "cell" ? of.minimum === 0 : figures.length < 2 && of.minimum === 0) return [];
  const names = new Map((await cells.sectors()).map(({ id, name }) => [id, name]));
  return figures.flatMap(({ sectorId, firm, kept }) => {
    const sector = names.get(sectorId) ?? "";
    if (of.closedAt !== undefined) return sectorAtEnd(of, { sector, firm, kept });
    if (of.scope === "cell") return [phrase("drive-sector-minimum", { sector, firm, minimum: of.minimum })];
    if (of.minimum > 0) return [phrase("drive-sector-least-minimum", { sector, firm, minimum: of.minimum })];
    return firm > 0 ? [phrase("drive-sector-least", { sector, firm })] : [];
  });
}

/** Kept next to pledged. Nothing where both are 'at least 0'. */
function sectorAtEnd(of: Drive, { sector, firm, kept }: { sector: string; firm: number; kept: number }): Phrase[] {
  if (firm === 0 && kept === 0) return [];
  if (of.scope === "cell") return [phrase("drive-sector-kept", { sector, firm, kept })];
  if (kept === 0) return [phrase("drive-sector-least", { sector, firm })];
  // Nothing steps at the close: of a sector more may have kept their pledge than were published before it.
  return [
    firm < kept
      ? phrase("drive-sector-kept-only", { sector, kept })
      : phrase("drive-sector-kept-least", { sector, firm, kept }),
  ];
}

/** Whole days while there is more than one, then hours and minutes. */
function timeLeft(of: Drive, now: number): PhraseArg {
  const minutes = Math.max(1, Math.round((of.deadline - now) / 60_000));
  const perDay = 24 * 60;
  return duration(minutes > perDay ? Math.round(minutes / perDay) * perDay : minutes);
}

const until = (of: Drive, now: number): Phrase =>
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

function answerButtons(of: Drive): Block {
  const action = (options: Readonly<Record<string, string>>) => ({
    command: "pledge",
    options: { ...options, drive: `#${of.id}` },
  });
  return {
    type: "buttons",
    rows: [
      [
        { label: phrase("drive-button-in"), action: action({ answer: "in" }), press: "unseen", style: "primary" },
        { label: phrase("drive-button-if"), action: action({ answer: "if", others: toBeAsked }), press: "unseen" },
        { label: phrase("drive-button-withdraw"), action: action({ answer: "withdraw" }), press: "unseen" },
      ],
    ],
  };
}

const doneButton = (of: Drive) => ({
  label: phrase("drive-button-done"),
  action: { command: "pledge", options: { answer: "done", drive: `#${of.id}` } },
  press: "unseen" as const,
});
