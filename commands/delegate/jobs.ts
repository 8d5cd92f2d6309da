/** What falls due for seats and elections: the end of a round, a term, a reminder, and who has to be told of what. */
import type { JobRunner, Reply, Waits } from "../../src/core/command.ts";
import type { Context, FederationContext } from "../../src/core/context.ts";
import type { Otherwise } from "../../src/chat/outgoing.ts";
import { say, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { phrase, type Phrase, messageIds, time } from "../../src/chat/phrase.ts";
import { delegateJobs, pollCard, type Poll, type SeatEnd } from "../../src/domain/elections.ts";
import { askLater } from "./candidates.ts";
import { placesOf, quoted } from "./messages.ts";
import { nameOf, namesOf } from "../names.ts";
import { chatsOf } from "../said.ts";
import { titleOf } from "../assembly/messages.ts";

/** In milliseconds. */
const day = 24 * 60 * 60_000;

const toCell = async ({ cells }: Context, cellId: string, message: Message): Promise<Reply> => ({
  to: "chats",
  chats: (await cells.chats({ cell: cellId })).map(({ id }) => id),
  message,
});

const toCouncil = async ({ councils }: Context, councilId: string, message: Message): Promise<Reply> => ({
  to: "chats",
  chats: (await councils.chats(councilId)).map(({ id }) => id),
  message,
});

/** A button for the mandate, or for the seat that somebody has come into; in a chat, where it is asked before others, `seen`. */
const acceptButton = (press: Button["press"] = "unseen"): Block => ({
  type: "buttons",
  rows: [
    [
      {
        label: phrase("delegate-button-accept"),
        action: { command: "delegate", word: "accept" },
        press,
        style: "primary",
      },
    ],
  ],
});

/** A delegate who cannot be written to is asked in the cell's chats: there everybody knows the mandate. */
async function askedInChat(
  context: FederationContext,
  at: Place,
  person: string,
  mandate: string | undefined,
): Promise<Otherwise> {
  const args = { ...(await placesOf(context, at)), person: await nameOf(context, person) };
  const words = mandate === undefined ? [] : [quoted(mandate)];
  const blocks = [{ type: "paragraph", content: phrase("delegate-asked-in-chat", args) } as const, ...words];
  return { chats: await chatsOf(context, at.cellId), message: { blocks: [...blocks, acceptButton("seen")] } };
}

/** A cell in a council. */
interface Place {
  readonly cellId: string;
  readonly councilId: string;
}

/**
 * Who comes into a seat or loses it has to know by the next assembly; while one goes on, at once. One that nobody has closed
 * after its end goes on no more in this.
 */
async function waiting(
  { assemblies, now }: Context,
  { cellId, councilId }: Place,
  kind: string,
  of: Readonly<Record<string, string>>,
): Promise<Waits> {
  const next = await assemblies.current(councilId);
  const until = next === undefined || next.endsAt < now ? Infinity : next.startsAt;
  return { until, kind, payload: { council: councilId, cell: cellId, ...of } };
}

/** The assembly for which somebody is told now, even at night: the one that goes on, or begins within a day. */
async function assemblyNear({ assemblies, now }: Context, councilId: string): Promise<readonly Block[]> {
  const next = await assemblies.current(councilId);
  if (next === undefined || next.endsAt < now || next.startsAt > now + day) return [];
  const goesOn = next.startsAt <= now;
  const args = {
    assembly: titleOf(next),
    when: time(goesOn ? next.endsAt : next.startsAt, "datetime", { named: true }),
  };
  const content = goesOn ? phrase("delegate-assembly-goes-on", args) : phrase("delegate-assembly-near", args);
  return [{ type: "paragraph", content }];
}

/** Tells somebody that they sit in a council now, and what the cell binds them to. */
async function welcome(
  context: FederationContext,
  at: Place,
  personId: string,
  as: "delegate" | "alternate",
): Promise<Reply> {
  const places = await placesOf(context, at);
  const mandate = as === "delegate" ? await context.delegates.mandate(at.councilId, at.cellId) : undefined;
  const blocks: readonly Block[] = [
    {
      type: "paragraph",
      content: as === "delegate" ? phrase("delegate-you-are", places) : phrase("delegate-you-stand-in", places),
    },
    ...(mandate === undefined
      ? []
      : [{ type: "paragraph", content: phrase("delegate-your-mandate", { mandate }) } as const]),
    ...(as === "delegate" ? [acceptButton()] : []),
  ];
  const waits = await waiting(context, at, delegateJobs.seated, { person: personId });
  const told = { blocks: [...blocks.slice(0, 1), ...(await assemblyNear(context, at.councilId)), ...blocks.slice(1)] };
  const asked = as === "delegate" ? { otherwise: await askedInChat(context, at, personId, mandate) } : {};
  return { to: "direct", person: personId, message: told, waits, ...asked };
}

/** Tells somebody that they sit in it no longer. */
async function farewell(context: Context, at: Place, person: string): Promise<Reply> {
  const content = phrase("delegate-your-seat-ended", await placesOf(context, at));
  const message: Message = {
    blocks: [{ type: "paragraph", content }, ...(await assemblyNear(context, at.councilId))],
  };
  return { to: "direct", person, message, waits: await waiting(context, at, delegateJobs.unseated, { person }) };
}

/** Tells a delegate that the cell binds them to something else. */
export async function newMandate(context: FederationContext, at: Place, person: string, words: string): Promise<Reply> {
  const content = phrase("delegate-new-mandate", await placesOf(context, at));
  const near = await assemblyNear(context, at.councilId);
  const waits = await waiting(context, at, delegateJobs.mandate, { person });
  return {
    to: "direct",
    person,
    message: { blocks: [{ type: "paragraph", content }, quoted(words), ...near, acceptButton()] },
    otherwise: await askedInChat(context, at, person, words),
    waits,
  };
}

/**
 * That, after their quiet hours: the mandate as it is by then, if they still hold the seat and have not accepted it. Who is
 * also to hear that they sit there hears both at once.
 */
const mandateLater: JobRunner = async (context, { council = "", cell = "", person = "" }) => {
  const at = { cellId: cell, councilId: council };
  const seats = await context.delegates.seatsOf(council, cell);
  const waits = seats.some(({ delegateId, accepted }) => delegateId === person && !accepted);
  const words = waits ? await context.delegates.mandate(council, cell) : undefined;
  if (words === undefined) return [];
  const alsoSeated = await context.jobs.cancel([delegateJobs.seated, council, cell, person].join(":"));
  return [alsoSeated ? await welcome(context, at, person, "delegate") : await newMandate(context, at, person, words)];
};

/** What somebody was to be told of their seat, after their quiet hours and as it is by now. */
const tellLater =
  (told: "seated" | "unseated"): JobRunner =>
  async (context, { council = "", cell = "", person = "" }) => {
    const held = (await context.delegates.holds(council, person)).find(({ cellId }) => cellId === cell);
    if ((held !== undefined) !== (told === "seated")) return [];
    const at = { cellId: cell, councilId: council };
    return [held === undefined ? await farewell(context, at, person) : await welcome(context, at, person, held.as)];
  };

/** A round is over: the cell sees what came of it; the council is told who comes; those who were chosen are told directly. */
const close: JobRunner = async (context, { poll: id = "" }) => {
  const ended = await context.polls.end(id);
  if (ended === undefined) return [];
  const { poll } = ended;
  const chats = (await context.cells.chats({ cell: poll.cellId })).map((chat) => chat.id);
  // Anew: an edit far up in the chat is read by nobody.
  const card: Reply = { to: "card", kind: pollCard, subject: poll.id, chats, anew: true };
  if (ended.state === "second-round" || poll.result?.outcome !== "chosen") return [card];
  return [card, ...(await announceChosen(context, poll))];
};

async function announceChosen(context: FederationContext, poll: Poll): Promise<readonly Reply[]> {
  const candidates = await context.polls.candidates(poll.id);
  const people = (numbers: readonly number[] = []) =>
    candidates.flatMap(({ number, personId }) =>
      numbers.includes(number) && personId !== undefined ? [personId] : [],
    );
  const [delegates, alternates] = [people(poll.result?.delegates), people(poll.result?.alternates)];
  const name = await namesOf(context, delegates);
  const places = await placesOf(context, poll);
  const replies: Reply[] = [
    await toCouncil(context, poll.councilId, say("delegate-council-told", { ...places, people: delegates.map(name) })),
  ];
  for (const id of delegates) replies.push(await welcome(context, poll, id, "delegate"));
  for (const id of alternates) replies.push(await welcome(context, poll, id, "alternate"));
  return replies;
}

const endings = messageIds({
  recalled: "delegate-end-recalled",
  "stepped-down": "delegate-end-stepped-down",
  left: "delegate-end-left",
  elsewhere: "delegate-end-elsewhere",
  linked: "delegate-end-linked",
  forgotten: "delegate-end-left",
  term: "delegate-end-term",
}) satisfies Record<SeatEnd, string>;

const isEnding = (why: string): why is SeatEnd => Object.hasOwn(endings, why);

/** Somebody has lost their seat: their cell and the council are told, who moves up, and they themselves. */
const news: JobRunner = async (context, { council = "", cell = "", why = "", gone, moved }) => {
  if (!isEnding(why)) throw new Error("a seat ended for no reason that there is");
  const places = await placesOf(context, { cellId: cell, councilId: council });
  const name = await namesOf(context, [gone, moved]);
  const what = phrase(endings[why], { ...places, person: name(gone) });
  const next =
    moved === undefined ? phrase("delegate-seat-empty") : phrase("delegate-moves-up", { person: name(moved) });
  const message: Message = {
    blocks: [
      { type: "paragraph", content: what },
      { type: "paragraph", content: next, style: "strong" },
    ],
  };
  const replies = [await toCell(context, cell, message), await toCouncil(context, council, message)];
  if (gone !== undefined && (why === "recalled" || why === "term" || why === "elsewhere")) {
    replies.push(await farewell(context, { cellId: cell, councilId: council }, gone));
  }
  if (moved !== undefined) {
    replies.push(await welcome(context, { cellId: cell, councilId: council }, moved, "delegate"));
  }
  return replies;
};

const chooseButton = (councilId: string): Block => ({
  type: "buttons",
  rows: [
    [
      {
        label: phrase("delegate-button-choose"),
        action: { command: "delegate", word: "choose", options: { council: `#${councilId}` } },
        press: "seen",
      },
    ],
  ],
});

const withChoose = (content: Phrase, councilId: string): Message => ({
  blocks: [{ type: "paragraph", content }, chooseButton(councilId)],
});

/** A seat is empty, and nobody chooses: the cell is reminded, week by week. */
const reminder: JobRunner = async (context, { council = "", cell = "" }) => {
  const empty = (await context.delegates.emptySeats(council)).get(cell) ?? 0;
  if (empty === 0) return [];
  await context.delegates.planNextReminder(council, cell);
  const open = await context.polls.open({ cell, council });
  if (open.some(({ kind }) => kind === "election")) return [];
  const places = await placesOf(context, { cellId: cell, councilId: council });
  return [await toCell(context, cell, withChoose(phrase("delegate-empty", { ...places, count: empty }), council))];
};

/** A term ends in two weeks. */
const termAhead: JobRunner = async (context, { seat: id = "" }) => {
  const seat = await context.delegates.seat(id);
  if (seat?.until === undefined || seat.delegateId === undefined) return [];
  const name = await namesOf(context, [seat.delegateId]);
  const places = await placesOf(context, seat);
  const until = time(seat.until, "date", { named: true });
  const content = phrase("delegate-term-ahead", { ...places, person: name(seat.delegateId), until });
  return [await toCell(context, seat.cellId, withChoose(content, seat.councilId))];
};

export const jobs: Readonly<Record<string, JobRunner>> = {
  [delegateJobs.close]: close,
  [delegateJobs.news]: news,
  [delegateJobs.seated]: tellLater("seated"),
  [delegateJobs.unseated]: tellLater("unseated"),
  [delegateJobs.proposed]: askLater,
  [delegateJobs.mandate]: mandateLater,
  [delegateJobs.reminder]: reminder,
  [delegateJobs.termAhead]: termAhead,
  [delegateJobs.term]: async ({ delegates }, { seat = "" }) => {
    await delegates.endTerm(seat);
    return [];
  },
  [delegateJobs.clear]: async ({ polls }, { poll = "" }) => {
    await polls.clear(poll);
    return [];
  },
};
