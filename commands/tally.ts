/**
 * `/tally`: what is published of a drive, or the result of a vote, for everybody to see; posted to the chats that it is for,
 * with receipts. Rules: docs/rules.md, "Tallies".
 *
 * What is posted is a live message in each chat, so a later state is shown in the place of the first, and a bot that was
 * killed goes on where it was. A drive or vote of one cell is posted by that cell's coordinator, in its own chats; any other by a
 * council's coordinator, to the council and to those of its cells that the drive concerns, or by a steward, to all of them.
 */
import { command, Refused, usage, type CardRenderer, type OptionType, type Reply } from "../src/core/command.ts";
import type { Context, MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Button, type Message } from "../src/chat/message.ts";
import { cellHere, drive as driveOption, driveOrOnly } from "../src/core/options/drive.ts";
import { council as councilOption, flag, optional, sectors, text } from "../src/core/options/index.ts";
import { vote as voteOption } from "../src/core/options/vote.ts";
import { chatNames, inWords } from "../src/core/receipts.ts";
import { concerns, numbersShown, type Drive, driveCard } from "../src/domain/drives.ts";
import { tallyCard, tallyReceipts } from "../src/domain/tallies.ts";
import { isOfCell, type Vote, voteCard } from "../src/domain/votes.ts";
import { councilHere } from "./council.ts";
import { driveTally, voteTally } from "./tally-message.ts";
import { phrase, type Phrase } from "../src/chat/phrase.ts";
import { ranks, type Level } from "../src/chat/levels.ts";

/** Chats of which it is said one by one what became of the post. */
const mostListed = 30;

/** What is shown or posted. */
type Subject = { readonly drive: Drive } | { readonly vote: Vote };

const idOf = (of: Subject): string => ("drive" in of ? of.drive.id : of.vote.id);

/** The options that name it, for a button. */
const namedBy = (of: Subject): Readonly<Record<string, string>> =>
  "drive" in of ? { drive: `#${of.drive.id}` } : { vote: `#${of.vote.id}` };

/** To which of the chats: the council's own, those of some sectors, or everybody's. */
type Destination =
  { readonly kind: "council" | "federation" } | { readonly kind: "sectors"; readonly ids: readonly string[] };

const destinations: Readonly<Record<string, "council" | "federation">> = {
  council: "council",
  consejo: "council",
  federation: "federation",
  federacion: "federation",
  federación: "federation",
};

const destination = (): OptionType<Destination> => ({
  kind: "text",
  parse: async (raw, context) => {
    const kind = destinations[raw.trim().toLowerCase()];
    if (kind !== undefined) return { value: { kind } };
    const read = await sectors().parse(raw, context);
    return "refusal" in read ? read : { value: { kind: "sectors", ids: read.value.map(({ id }) => id) } };
  },
});

const typedDestination = (to: Destination): string =>
  to.kind === "sectors" ? to.ids.map((id) => `#${id}`).join(",") : to.kind;

const hidden = { about: "option-drive", ask: "drive-ask-which", hidden: true } as const;
const which = {
  drive: optional(driveOption({ closed: true }), { about: "option-drive", ask: "drive-ask-which" }),
  vote: optional(voteOption(), { about: "tally-option-vote", ask: "tally-ask-vote" }),
};

// The words

const show = usage({
  about: "tally-show-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "chat",
  options: which,
  async run(context, values) {
    const of = await subject(context, values);
    const receipts = (await mayPost(context, of)) ? await receiptBlocks(context, idOf(of), true) : [];
    const tally: Reply = { to: "here", message: await messageOf(context, of) };
    return receipts.length === 0 ? [tally] : [tally, { to: "person", message: { blocks: receipts } }];
  },
});

const receipts = usage({
  about: "tally-receipts-about",
  level: "coordinator",
  where: ["cell", "council", "direct"],
  answer: "private",
  fallback: "notice",
  options: which,
  async run(context, values) {
    const of = await subject(context, values);
    if (!(await mayPost(context, of))) throw new Refused(phrase("tally-not-yours"));
    const blocks = await receiptBlocks(context, idOf(of), true);
    if (blocks.length === 0) throw new Refused(phrase("tally-not-posted"));
    return [{ to: "person", message: { blocks } }];
  },
});

const post = usage({
  about: "tally-post-about",
  level: "coordinator",
  where: ["cell", "council", "direct"],
  answer: "private",
  // To whom it goes is not for everybody in a cell's chat.
  fallback: "notice",
  options: {
    ...which,
    to: optional(destination(), { about: "tally-option-to", ask: "tally-ask-to" }),
    council: optional(councilOption(), hidden),
    /** Where the receipts are shown: the chat in which the post was begun. */
    at: optional(text({ max: 40 }), hidden),
    confirm: optional(flag("confirm"), hidden),
  },
  async run(context, values) {
    const of = await subject(context, values);
    const { to, council } = values;
    const options = {
      ...namedBy(of),
      ...(to === undefined ? {} : { to: typedDestination(to) }),
      ...(council === undefined ? {} : { council: `#${council.id}` }),
    };
    const chats = await audience(context, of, to, council, options);
    if (chats.length === 0) throw new Refused(phrase("tally-nobody"));
    const at = values.at ?? context.chat?.id;
    if (values.confirm !== true) {
      return [
        {
          to: "person",
          message: await preview(context, of, chats, { ...options, ...(at === undefined ? {} : { at }) }),
        },
      ];
    }
    const id = idOf(of);
    // The chat in which it was begun may be gone by now.
    const begun = at === undefined ? undefined : await context.cells.chat(at);
    const receipts = begun === undefined ? [] : [begun.id];
    return [
      { to: "person", message: posted(of, chats.length) },
      { to: "card", kind: tallyCard, subject: id, chats },
      ...receipts.map((chat) => ({ to: "card", kind: tallyReceipts, subject: id, chats: [chat], anew: true }) as const),
    ];
  },
});

export const tally = command({
  name: "tally",
  about: "tally-about",
  words: { show, post, receipts },
  cards: { [tallyCard]: tallyRenderer(), [tallyReceipts]: receiptsRenderer() },
});

// What is shown

async function subject(
  context: Context,
  values: { readonly drive: Drive | undefined; readonly vote: Vote | undefined },
): Promise<Subject> {
  const { drive, vote } = values;
  if (drive !== undefined && vote !== undefined) throw new Refused(phrase("tally-one-of"));
  if (vote !== undefined) {
    if (vote.result === undefined) throw new Refused(phrase("tally-vote-open"));
    return { vote };
  }
  const found = await driveOrOnly(drive, context, { none: () => phrase("tally-none"), of: "open-first" });
  // One cell's own business stays in its chats.
  if (found.scope === "cell" && found.cellId !== cellHere(context)) throw new Refused(phrase("drive-of-another-cell"));
  return { drive: found };
}

const messageOf = (context: Context, of: Subject): Promise<Message> =>
  "drive" in of ? driveTally(context, of.drive) : Promise.resolve(voteTally(of.vote));

function tallyRenderer(): CardRenderer {
  return async (context, id) => {
    const drive = await context.drives.get(id);
    if (drive !== undefined) {
      return { message: await driveTally(context, drive), madeOf: [{ kind: driveCard, subject: drive.id }] };
    }
    const vote = await context.votes.get(id);
    return vote === undefined
      ? undefined
      : { message: voteTally(vote), madeOf: [{ kind: voteCard, subject: vote.id }] };
  };
}

// To whom

/** Whether somebody may post it, and so may know what became of it. */
async function mayPost(context: Context, of: Subject): Promise<boolean> {
  const { level, person, group, councils } = context;
  if (level === "steward") return true;
  if (person === undefined) return false;
  if ("vote" in of) {
    if (isOfCell(of.vote)) return coordinates(level) && of.vote.place.cellId === cellHere(context);
    const council = await councils.get(of.vote.place.councilId);
    return council !== undefined && coordinates(await councils.levelOf(person, council));
  }
  if (of.drive.scope === "cell") return coordinates(level) && of.drive.cellId === cellHere(context);
  if (group !== undefined) return group.kind === "council" && coordinates(level);
  return coordinates(await councils.highestLevel(person));
}

const coordinates = (level: Level): boolean => ranks[level] >= ranks.coordinator;

/**
 * The chats (ids of ours) that it goes to.
 * @throws Refused where it is not for this person to post, or nothing may be shown of it
 */
async function audience(
  context: MemberContext,
  of: Subject,
  to: Destination | undefined,
  named: Awaited<ReturnType<Context["councils"]["get"]>>,
  options: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  if (!(await mayPost(context, of))) throw new Refused(phrase("tally-not-yours"));
  if ("drive" in of && !numbersShown(of.drive)) throw new Refused(phrase("tally-hidden"));
  if ("drive" in of && of.drive.scope === "cell") {
    if (to !== undefined) throw new Refused(phrase("tally-cell-own"));
    return context.drives.chats(of.drive);
  }
  if ("vote" in of && isOfCell(of.vote)) {
    if (to !== undefined) throw new Refused(phrase("tally-cell-own"));
    return context.votes.chats(of.vote);
  }
  if (to?.kind === "federation") {
    if (context.level !== "steward") throw new Refused(phrase("tally-federation-needs-steward"));
    return everybody(context);
  }
  const base =
    "vote" in of ? await context.votes.chats(of.vote) : await chatsOfDrive(context, of.drive, named, options);
  return to === undefined ? base : narrowed(context, base, to);
}

/** For a steward outside of a council's chat, all that the drive concerns; else one council and its cells. */
async function chatsOfDrive(
  context: MemberContext,
  of: Drive,
  named: Awaited<ReturnType<Context["councils"]["get"]>>,
  options: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { councils, drives, cells, group, level } = context;
  if (level === "steward" && group?.kind !== "council" && named === undefined) {
    const concerned = await drives.chats(of);
    const scope = new Set((await cells.list()).filter((cell) => concerns(of, cell)).map(({ id }) => id));
    const bodies: string[] = [];
    for (const council of await councils.list()) {
      const sends = (await councils.cells(council.id)).some(({ id }) => scope.has(id));
      if (sends) bodies.push(...(await councils.chats(council.id)).map(({ id }) => id));
    }
    return [...bodies, ...concerned];
  }
  const council = await councilHere(context, named, "coordinator", options);
  const members = (await councils.cells(council.id)).filter((cell) => concerns(of, cell));
  if (members.length === 0) throw new Refused(phrase("tally-not-yours"));
  const theirs = new Set(members.map(({ id }) => id));
  const own = (await councils.chats(council.id)).map(({ id }) => id);
  const others = (await cells.chats("federation")).filter(({ cellId }) => cellId !== undefined && theirs.has(cellId));
  return [...own, ...others.map(({ id }) => id)];
}

async function everybody({ councils, cells }: Context): Promise<readonly string[]> {
  const bodies: string[] = [];
  for (const { id } of await councils.list()) bodies.push(...(await councils.chats(id)).map((chat) => chat.id));
  return [...bodies, ...(await cells.chats("federation")).map(({ id }) => id)];
}

async function narrowed({ cells }: Context, base: readonly string[], to: Destination): Promise<readonly string[]> {
  const kept = to.kind === "sectors" ? await cells.list(to.ids) : [];
  const inSectors = new Set(kept.map(({ id }) => id));
  const ofCells = new Map((await cells.chats("federation")).map(({ id, cellId }) => [id, cellId]));
  return base.filter((id) => {
    const cellId = ofCells.get(id);
    return to.kind === "sectors" ? cellId !== undefined && inSectors.has(cellId) : cellId === undefined;
  });
}

// Before, and afterwards

async function preview(
  context: Context,
  of: Subject,
  chats: readonly string[],
  options: Readonly<Record<string, string>>,
): Promise<Message> {
  const before = await context.cards.deliveries(tallyCard, idOf(of));
  const there = new Set(before.filter(({ state }) => state === "sent").map(({ chatId }) => chatId));
  const again = chats.filter((id) => there.has(id)).length;
  const closed = await context.broadcasts.closed(chats);
  const nameOf = await chatNames(context, chats.slice(0, mostListed));
  const items = chats.slice(0, mostListed).map((id) => {
    const reason = closed.get(id);
    return reason === undefined ? nameOf(id) : phrase("receipts-failed", { chat: nameOf(id), why: inWords(reason) });
  });
  if (chats.length > items.length) items.push(phrase("receipts-more", { chats: chats.length - items.length }));
  const confirm: Button = {
    label: phrase("tally-button-post", { chats: chats.length }),
    action: { command: "tally", word: "post", options: { ...options, confirm: "yes" } },
    press: "unseen",
    style: "primary",
  };
  return {
    blocks: [
      ...(await messageOf(context, of)).blocks,
      { type: "paragraph", style: "strong", content: phrase("tally-preview", { chats: chats.length }) },
      { type: "list", items },
      ...(again === 0
        ? []
        : [{ type: "paragraph", content: phrase("tally-preview-again", { chats: again }) } as const]),
      { type: "buttons", rows: [[confirm]] },
    ],
  };
}

const posted = (of: Subject, chats: number): Message => ({
  blocks: [...say("tally-posting", { chats }).blocks, { type: "buttons", rows: [[receiptsButton(namedBy(of))]] }],
});

const receiptsButton = (options: Readonly<Record<string, string>>): Button => ({
  label: phrase("tally-button-receipts"),
  action: { command: "tally", word: "receipts", options },
  press: "unseen",
});

/** How many chats have it; with `named`, chat by chat. Nothing where it was never posted. */
async function receiptBlocks(context: Context, id: string, named: boolean): Promise<readonly Block[]> {
  const all = await context.cards.deliveries(tallyCard, id);
  if (all.length === 0) return [];
  const of = (state: string) => all.filter((one) => one.state === state);
  const [sent, waiting, failed] = [of("sent"), of("waiting"), of("failed")];
  const summary: Block = {
    type: "paragraph",
    style: "strong",
    content: phrase("tally-receipts", {
      sent: sent.length,
      chats: all.length,
      waiting: waiting.length,
      failed: failed.length,
    }),
  };
  if (!named) return [summary];
  // What did not arrive first: it is what somebody has to see to.
  const listed = [...failed, ...waiting, ...sent].slice(0, mostListed);
  const nameOf = await chatNames(
    context,
    listed.map(({ chatId }) => chatId),
  );
  const items: Phrase[] = listed.map(({ chatId, state, reason }) => {
    const chat = nameOf(chatId);
    if (state === "failed") return phrase("receipts-failed", { chat, why: inWords(reason) });
    return state === "sent" ? phrase("tally-receipt-sent", { chat }) : phrase("tally-receipt-waiting", { chat });
  });
  if (all.length > listed.length) items.push(phrase("receipts-more", { chats: all.length - listed.length }));
  return [summary, { type: "list", items }];
}

/** In a council's chat, chat by chat; in a cell's only how many, and the rest for who may see it. */
function receiptsRenderer(): CardRenderer {
  return async (context, id) => {
    const drive = await context.drives.get(id);
    const vote = drive === undefined ? await context.votes.get(id) : undefined;
    const of: Subject | undefined = drive === undefined ? (vote === undefined ? undefined : { vote }) : { drive };
    if (of === undefined) return undefined;
    const inCouncil = context.group?.kind === "council";
    const blocks = await receiptBlocks(context, id, inCouncil);
    if (blocks.length === 0) return undefined;
    const title = verbatim("drive" in of ? (of.drive.name ?? of.drive.question) : of.vote.text);
    const buttons = inCouncil ? [] : [{ type: "buttons", rows: [[receiptsButton(namedBy(of))]] } as const];
    return {
      message: {
        blocks: [{ type: "paragraph", content: phrase("tally-receipts-of", { title }) }, ...blocks, ...buttons],
      },
    };
  };
}
