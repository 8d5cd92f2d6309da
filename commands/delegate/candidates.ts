/** The words of `/delegate` by which an election begins, and people stand in it. */
import { Refused, usage, type JobRunner, type Reply } from "../../src/core/command.ts";
import type { FederationContext, MemberContext } from "../../src/core/context.ts";
import { say, type Block, type Button, type Message } from "../../src/chat/message.ts";
import {
  duration,
  integer,
  moment,
  optional,
  person as personOption,
  required,
  text,
} from "../../src/core/options/index.ts";
import { phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import { delegateJobs, pollCard, type Poll } from "../../src/domain/elections.ts";
import { mostSeats } from "../../src/domain/seats.ts";
import { placesOf } from "./messages.ts";
import { namesOf, nameOf } from "../names.ts";
import { chatsOf } from "../said.ts";
import { whichCouncil, whichPoll, seatsHere, pollHere } from "./meant.ts";

const minute = 60_000;
/** An election takes from an hour to two weeks, in minutes. */
const shortest = 60;
const longest = 14 * 24 * 60;
/** A term that is given as a date ends at midday. */
const midday = 12 * 60;

const whoIsAsked = optional(text({ max: 40 }), { about: "option-person", ask: "delegate-ask-propose", hidden: true });

/** The card in the cell's chats; who asked elsewhere is told that it is there. */
async function posted(context: MemberContext, poll: Poll): Promise<readonly Reply[]> {
  const chats = await chatsOf(context, poll.cellId);
  const card: Reply = { to: "card", kind: pollCard, subject: poll.id, chats };
  const seen = context.chat !== undefined && chats.includes(context.chat.id);
  return seen ? [card] : [{ to: "here", message: say("delegate-opened") }, card];
}

export const choose = usage({
  about: "delegate-choose-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: {
    seats: optional(integer({ min: 1, max: mostSeats }), { about: "delegate-option-seats", ask: "delegate-ask-seats" }),
    alternates: optional(integer({ min: 0, max: mostSeats }), {
      about: "delegate-option-alternates",
      ask: "delegate-ask-alternates",
    }),
    until: optional(moment({ defaultTime: midday }), { about: "delegate-option-until", ask: "delegate-ask-until" }),
    lasts: optional(duration(), { about: "delegate-option-lasts", ask: "delegate-ask-lasts" }),
    council: whichCouncil,
  },
  async run(context, values) {
    const { delegates, polls } = context;
    const { cell, council } = await seatsHere(context, values.council);
    const { lasts } = values;
    if (lasts !== undefined && (lasts < shortest || lasts > longest)) throw new Refused(phrase("delegate-lasts"));
    const open = await polls.open({ cell: cell.id, council: council.id });
    if (open.some(({ kind }) => kind === "election")) throw new Refused(phrase("delegate-choosing-already"));
    await delegates.recount(council.id, cell.id);
    const all = await delegates.seatsOf(council.id, cell.id);
    const empty = all.filter(({ delegateId }) => delegateId === undefined).length;
    const seats = values.seats ?? (empty > 0 ? empty : all.length);
    if (seats > empty && seats !== all.length) {
      throw new Refused(phrase("delegate-seats-are", { all: all.length, empty }));
    }
    const poll = await polls.openElection({
      councilId: council.id,
      cellId: cell.id,
      seats,
      alternates: values.alternates ?? seats,
      renews: seats > empty,
      until: values.until,
      lasts: lasts === undefined ? undefined : lasts * minute,
    });
    return posted(context, poll);
  },
});

export const stand = usage({
  about: "delegate-stand-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  // Who stands is known to the whole cell.
  fallback: "chat",
  options: { poll: whichPoll },
  async run(context, { poll: named }) {
    const poll = await pollHere(context, named, "election");
    return [{ to: "person", message: { blocks: [await standing(context, poll, context.person, "standing")] } }];
  },
});

/** Somebody stands or is proposed; says what came of it, or why not. */
async function standing(
  context: MemberContext,
  poll: Poll,
  who: MemberContext["person"],
  as: "standing" | "proposed",
): Promise<Block> {
  const name = await namesOf(context, [who.id]);
  const args = { person: name(who.id), ...(await placesOf(context, poll)) };
  const paragraph = (content: Phrase): Block => ({ type: "paragraph", content });
  switch (await context.polls.stand(poll, who, as)) {
    case "standing":
      return paragraph(phrase("delegate-you-stand", args));
    case "proposed":
      return paragraph(phrase("delegate-proposed", args));
    case "already":
      return paragraph(phrase("delegate-stands-already", args));
    case "late":
      throw new Refused(phrase("delegate-too-late"));
    case "full":
      throw new Refused(phrase("delegate-full"));
    case "elsewhere":
      throw new Refused(phrase("delegate-counts-elsewhere", args));
    case "holds-seat":
      throw new Refused(phrase("delegate-holds-seat", args));
  }
}

export const propose = usage({
  about: "delegate-propose-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: {
    person: required(personOption(), { about: "option-person", ask: "delegate-ask-propose", position: 0 }),
    poll: whichPoll,
  },
  async run(context, { person, poll: named }) {
    const poll = await pollHere(context, named, "election");
    if (person.id === context.person.id) {
      return [{ to: "person", message: { blocks: [await standing(context, poll, person, "standing")] } }];
    }
    const told = await standing(context, poll, person, "proposed");
    // Who is on the list already has been asked, or has said yes.
    if (told.type !== "paragraph" || told.content.id !== "delegate-proposed") {
      return [{ to: "person", message: { blocks: [told] } }];
    }
    return [{ to: "person", message: { blocks: [told] } }, await askProposed(context, poll, person.id)];
  },
});

/** Asks whoever is proposed: directly, else in the cell; not in their quiet hours, if they end while one can stand. */
async function askProposed(context: FederationContext, poll: Poll, person: string): Promise<Reply> {
  const until = time(poll.standUntil, "datetime", { named: true });
  const places = { ...(await placesOf(context, poll)), until };
  const inChats = { ...places, person: await nameOf(context, person) };
  return {
    to: "direct",
    person,
    message: proposal(poll, person, phrase("delegate-you-are-proposed", places), "unseen"),
    otherwise: {
      chats: await chatsOf(context, poll.cellId),
      message: proposal(poll, person, phrase("delegate-you-are-proposed-chat", inChats), "seen"),
    },
    waits: { until: poll.standUntil, kind: delegateJobs.proposed, payload: { poll: poll.id, person } },
  };
}

/** That, after their quiet hours, if the election goes on and they have not answered yet. */
export const askLater: JobRunner = async (context, { poll: id = "", person = "" }) => {
  const poll = await context.polls.get(id);
  if (poll === undefined || poll.closedAt !== undefined || poll.standUntil <= context.now) return [];
  const candidates = await context.polls.candidates(id);
  const waits = candidates.some((one) => one.personId === person && one.state === "proposed");
  return waits ? [await askProposed(context, poll, person)] : [];
};

/** Asks whoever is proposed. In a chat others see the buttons too, so they say whose answer they are. */
function proposal(poll: Poll, asked: string, content: Phrase, press: Button["press"]): Message {
  const button = (word: string, label: Phrase): Button => ({
    label,
    action: { command: "delegate", word, options: { poll: `#${poll.id}`, asked } },
    press,
  });
  const accepts: Button = { ...button("accept", phrase("delegate-button-accept")), style: "primary" };
  return {
    blocks: [
      { type: "paragraph", content },
      { type: "buttons", rows: [[accepts, button("decline", phrase("delegate-button-decline"))]] },
    ],
  };
}

/** Under a question for one person nobody else answers, for them or for themselves. */
function mayAnswer({ person }: MemberContext, asked: string | undefined): void {
  if (asked !== undefined && asked !== person.id) throw new Refused(phrase("delegate-asked-another"));
}

export const accept = usage({
  about: "delegate-accept-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  fallback: "chat",
  options: { poll: whichPoll, asked: whoIsAsked },
  async run(context, { poll: named, asked }) {
    mayAnswer(context, asked);
    const { polls, delegates, person } = context;
    const proposals = named === undefined ? await polls.proposals(person.id) : [named];
    const blocks: Block[] = [];
    for (const poll of proposals) blocks.push(await standing(context, poll, person, "standing"));
    const seats = named === undefined ? await delegates.accept(person.id) : [];
    for (const seat of seats) {
      blocks.push({ type: "paragraph", content: phrase("delegate-accepted", await placesOf(context, seat)) });
    }
    if (blocks.length === 0) throw new Refused(phrase("delegate-nothing-to-accept"));
    return [{ to: "person", message: { blocks } }];
  },
});

export const decline = usage({
  about: "delegate-decline-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: { poll: whichPoll, asked: whoIsAsked },
  async run(context, { poll: named, asked }) {
    mayAnswer(context, asked);
    const poll = await pollHere(context, named, "election");
    if (!(await context.polls.withdraw(poll, context.person.id))) throw new Refused(phrase("delegate-not-standing"));
    return [{ to: "person", message: say("delegate-declined", await placesOf(context, poll)) }];
  },
});
