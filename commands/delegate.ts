/**
 * `/delegate`: how a cell chooses who speaks for it in a council, binds them, and takes the seat back. Rules: README,
 * "Delegates".
 *
 * What is asked about elections happens in the chats of the cell, or directly with its people. Who answered what is said to
 * nobody; to the one who answered only when they ask.
 */
import { command, Refused, usage, type Reply } from "../src/core/command.ts";
import type { MemberContext } from "../src/core/context.ts";
import { say, type Block, type Button, type Message } from "../src/chat/message.ts";
import {
  choice,
  council as councilOption,
  duration,
  flag,
  integer,
  moment,
  optional,
  person as personOption,
  required,
  text,
  type Cell,
  type Council,
} from "../src/core/options/index.ts";
import { poll as pollOption } from "../src/core/options/poll.ts";
import { onlyOne } from "../src/core/options/which.ts";
import { fold, meant } from "../src/core/options/option.ts";
import { phrase, type Phrase, time, type PhraseArg } from "../src/chat/phrase.ts";
import { pollCard, type Poll } from "../src/domain/elections.ts";
import { mostSeats } from "../src/domain/seats.ts";
import { cellHere } from "./cell.ts";
import { councilHere, oneCouncil } from "./council.ts";
import { jobs, newMandate } from "./delegate-jobs.ts";
import {
  ballotButtons,
  inRound,
  namesOf,
  placesOf,
  pollCardRenderer,
  pollMessage,
  quoted,
} from "./delegate-messages.ts";
import { nameOf } from "./names.ts";

/** Longest mandate, in characters. */
const longestMandate = 500;
const minute = 60_000;
const day = 24 * 60 * minute;
/** An election takes from an hour to two weeks. */
const shortest = 60;
const longest = 14 * 24 * 60;
/** A recall that failed is not tried again before that. */
const recallAgain = 7 * day;
/** A term that is given as a date ends at midday. */
const midday = 12 * 60;

const whichCouncil = optional(councilOption(), { about: "council-option-council", ask: "council-ask-council" });
const whichPoll = optional(pollOption(), { about: "delegate-option-poll", ask: "delegate-which", hidden: true });
const whoIsAsked = optional(text({ max: 40 }), { about: "option-person", ask: "delegate-ask-propose", hidden: true });

/** The cell that is meant here, and the council: the one that was named, the only one of the cell; else it is asked which. */
async function seatsHere(
  context: MemberContext,
  named: Council | undefined,
): Promise<{ readonly cell: Cell; readonly council: Council }> {
  const cell = await cellHere(context);
  const sits = await context.councils.list({ cell: cell.id });
  if (named !== undefined && !sits.some(({ id }) => id === named.id)) {
    throw new Refused(phrase("delegate-not-in-council", { cell: cell.name, council: named.name }));
  }
  if (sits.length === 0) throw new Refused(phrase("delegate-no-council", { cell: cell.name }));
  return { cell, council: named ?? (await oneCouncil(sits)) };
}

/** The poll that is meant: the one that a button names, or the only one that is open; else it is asked which. */
async function pollHere(context: MemberContext, named: Poll | undefined, kind?: Poll["kind"]): Promise<Poll> {
  const open = named === undefined ? await context.polls.open({ cell: (await cellHere(context)).id }) : [named];
  return onlyOne({
    option: "poll",
    of: open.filter((one) => kind === undefined || one.kind === kind),
    none: () => phrase("delegate-no-poll"),
    choice: async (one) => ({ value: `#${one.id}`, label: await pollLabel(context, one) }),
  });
}

async function pollLabel(context: MemberContext, { kind, personId, ...of }: Poll): Promise<Phrase> {
  if (kind === "election") return phrase("delegate-which-election", await placesOf(context, of));
  const name = await namesOf(context, [personId]);
  return phrase("delegate-which-recall", { person: name(personId) });
}

const inCellChats = async ({ cells }: MemberContext, cellId: string): Promise<readonly string[]> =>
  (await cells.chats({ cell: cellId })).map(({ id }) => id);

/** The card in the cell's chats; who asked elsewhere is told that it is there. */
async function posted(context: MemberContext, poll: Poll): Promise<readonly Reply[]> {
  const chats = await inCellChats(context, poll.cellId);
  const card: Reply = { to: "card", kind: pollCard, subject: poll.id, chats };
  const seen = context.chat !== undefined && chats.includes(context.chat.id);
  return seen ? [card] : [{ to: "here", message: say("delegate-opened") }, card];
}

const choose = usage({
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

const stand = usage({
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

const propose = usage({
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
    const places = await placesOf(context, poll);
    const inChats = { ...places, person: await nameOf(context, person.id) };
    const otherwise = {
      chats: await inCellChats(context, poll.cellId),
      message: proposal(poll, person.id, phrase("delegate-you-are-proposed-chat", inChats), "seen"),
    };
    const message = proposal(poll, person.id, phrase("delegate-you-are-proposed", places), "unseen");
    return [
      { to: "person", message: { blocks: [told] } },
      { to: "direct", person: person.id, message, otherwise },
    ];
  },
});

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

const accept = usage({
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

const decline = usage({
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

// Answering

const vote = usage({
  about: "delegate-vote-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  unseen: true,
  options: {
    for: optional(text({ max: 300 }), { about: "delegate-option-for", ask: "delegate-ask-for", position: 0 }),
    poll: whichPoll,
    toggle: optional(text({ max: 60 }), { about: "delegate-option-for", ask: "delegate-ask-for", hidden: true }),
    choice: optional(choice(["yes", "no", "none", "withdraw"]), {
      about: "delegate-option-for",
      ask: "delegate-ask-for",
      hidden: true,
    }),
  },
  async run(context, values) {
    const poll = await pollHere(context, values.poll);
    if (poll.closedAt !== undefined) throw new Refused(phrase("delegate-poll-closed"));
    if (values.toggle !== undefined) return toggle(context, poll, values.toggle);
    const chosen = values.choice === undefined ? await typedChoice(context, poll, values.for) : fixed(values.choice);
    if (chosen === "show") return [{ to: "person", message: await ownBallot(context, poll) }];
    return cast(context, poll, chosen, chosen === "withdraw" ? "delegate-vote-withdrawn" : "delegate-voted-noted");
  },
});

/** A ballot as it is given: what it names; nothing at all; or none. */
type Ballot = readonly string[] | "withdraw";

const fixed = (word: "yes" | "no" | "none" | "withdraw"): Ballot =>
  word === "withdraw" ? "withdraw" : word === "none" ? [] : [word];

const fixedWords = ["yes", "no", "none", "withdraw"] as const;

/** What somebody typed: numbers or names with commas, or one of the fixed words. */
async function typedChoice(context: MemberContext, poll: Poll, typed: string | undefined): Promise<Ballot | "show"> {
  if (typed === undefined) return "show";
  const word = meant(fixedWords, typed);
  const fits = poll.kind === "recall" ? word !== "none" : word !== "yes" && word !== "no";
  if (word !== undefined && fits) return fixed(word);
  if (poll.kind === "recall") throw new Refused(phrase("delegate-yes-or-no"));
  const candidates = inRound(poll, await context.polls.candidates(poll.id));
  const name = await namesOf(
    context,
    candidates.map(({ personId }) => personId),
  );
  const found = typed
    .split(/[,;]/u)
    .map((part) => part.trim().replace(/^@/u, ""))
    .filter((part) => part !== "")
    .map((part) => {
      const one = candidates.find(({ number, personId }) => {
        const called: PhraseArg = name(personId);
        return String(number) === part || (typeof called === "string" && fold(called) === fold(part));
      });
      if (one === undefined) throw new Refused(phrase("delegate-no-candidate", { typed: part.slice(0, 60) }));
      return one.id;
    });
  return [...new Set(found)];
}

async function toggle(context: MemberContext, poll: Poll, id: string): Promise<readonly Reply[]> {
  const candidates = inRound(poll, await context.polls.candidates(poll.id));
  if (!candidates.some((one) => one.id === id)) throw new Refused(phrase("delegate-stands-no-more"));
  const own = (await context.polls.own(poll, context.person.id)) ?? [];
  const taken = own.includes(id);
  const left = own.filter((one) => one !== id);
  // Who takes the last one back has not voted; who wants nobody says so.
  const ballot: Ballot = taken ? (left.length === 0 ? "withdraw" : left) : [...own, id];
  return cast(context, poll, ballot, taken ? "delegate-taken-back" : "delegate-accepts");
}

async function cast(
  context: MemberContext,
  poll: Poll,
  ballot: Ballot,
  sentence: "delegate-vote-withdrawn" | "delegate-voted-noted" | "delegate-taken-back" | "delegate-accepts",
): Promise<readonly Reply[]> {
  switch (await context.polls.vote(poll, context.person, ballot === "withdraw" ? undefined : ballot)) {
    case "closed":
      throw new Refused(phrase("delegate-poll-closed"));
    case "elsewhere":
      throw new Refused(phrase("delegate-vote-elsewhere", await placesOf(context, poll)));
    case "recorded":
      return [{ to: "person", message: say(sentence) }];
  }
}

/** One's own answer, for oneself, with the buttons to change it. */
async function ownBallot(context: MemberContext, poll: Poll): Promise<Message> {
  const candidates = await context.polls.candidates(poll.id);
  const own = await context.polls.own(poll, context.person.id);
  const name = await namesOf(context, [poll.personId, ...candidates.map(({ personId }) => personId)]);
  const places = await placesOf(context, poll);
  const question =
    poll.kind === "recall"
      ? phrase("delegate-recall-question", { ...places, person: name(poll.personId) })
      : phrase("delegate-election", places);
  const rows = ballotButtons(poll, candidates, name, own);
  return {
    blocks: [
      { type: "paragraph", style: "strong", content: question },
      { type: "paragraph", content: ownAnswer(poll, own, candidates, name) },
      ...(rows.length > 0 ? [{ type: "buttons", rows } as const] : []),
    ],
  };
}

function ownAnswer(
  poll: Poll,
  own: readonly string[] | undefined,
  candidates: Parameters<typeof inRound>[1],
  name: (id: string | undefined) => PhraseArg,
): Phrase {
  if (own === undefined) return phrase("delegate-own-none");
  if (poll.kind === "recall") return own.includes("yes") ? phrase("delegate-own-yes") : phrase("delegate-own-no");
  const people = candidates.filter(({ id }) => own.includes(id)).map(({ personId }) => name(personId));
  return people.length === 0 ? phrase("delegate-own-nobody") : phrase("delegate-own-people", { people });
}

// Seats

const mandate = usage({
  about: "delegate-mandate-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: {
    mandate: required(text({ max: longestMandate, lines: true }), {
      about: "delegate-option-mandate",
      ask: "delegate-ask-mandate",
      position: 0,
    }),
    council: whichCouncil,
  },
  async run(context, { mandate: words, council: named }) {
    const { cell, council } = await seatsHere(context, named);
    await context.delegates.setMandate(council.id, cell.id, words);
    const seats = await context.delegates.seatsOf(council.id, cell.id);
    const direct: Reply[] = [];
    for (const { delegateId } of seats) {
      if (delegateId === undefined) continue;
      direct.push(await newMandate(context, { cellId: cell.id, councilId: council.id }, delegateId, words));
    }
    const said = say("delegate-mandate-set", { cell: cell.name, council: council.name });
    return [{ to: "here", message: { blocks: [...said.blocks, quoted(words)] } }, ...direct];
  },
});

const recall = usage({
  about: "delegate-recall-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: {
    person: required(personOption(), { about: "option-person", ask: "delegate-ask-recall", position: 0 }),
    council: whichCouncil,
  },
  async run(context, { person, council: named }) {
    const { delegates, polls, now } = context;
    const { cell, council } = await seatsHere(context, named);
    const name = await namesOf(context, [person.id]);
    const args = { person: name(person.id), cell: cell.name, council: council.name };
    if (context.person.cellId !== cell.id) throw new Refused(phrase("delegate-vote-elsewhere", args));
    const seats = await delegates.seatsOf(council.id, cell.id);
    if (!seats.some(({ delegateId }) => delegateId === person.id)) throw new Refused(phrase("delegate-is-none", args));
    const open = await polls.open({ cell: cell.id, council: council.id });
    if (open.some(({ personId }) => personId === person.id)) throw new Refused(phrase("delegate-recall-open", args));
    const last = await polls.lastRecall(council.id, person.id);
    if (last !== undefined && now < last + recallAgain) {
      throw new Refused(
        phrase("delegate-recall-again", { ...args, next: time(last + recallAgain, "date", { named: true }) }),
      );
    }
    const poll = await polls.openRecall(council.id, cell.id, person.id);
    const chats = await inCellChats(context, cell.id);
    // Who asked for it is not kept, and not said.
    return [
      { to: "card", kind: pollCard, subject: poll.id, chats },
      { to: "person", message: say("delegate-recall-opened", args) },
    ];
  },
});

const stepDown = usage({
  about: "delegate-step-down-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  fallback: "chat",
  options: {
    council: whichCouncil,
    confirm: optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true }),
  },
  async run(context, { council: named, confirm }) {
    const { delegates, councils, group, person } = context;
    const meant = group?.kind === "council" ? group.id : named?.id;
    const held = (await delegates.councilsOf(person.id)).filter((id) => meant === undefined || id === meant);
    if (held.length === 0) throw new Refused(phrase("delegate-you-hold-none"));
    const { id, name: council } = await oneCouncil((await councils.list()).filter((one) => held.includes(one.id)));
    if (confirm !== true) {
      const question: Block = { type: "paragraph", content: phrase("delegate-step-down-sure", { council }) };
      const yes: Button = {
        label: phrase("delegate-step-down-yes"),
        action: { command: "delegate", word: "step-down", options: { council: `#${id}`, confirm: "confirm" } },
        press: "unseen",
        style: "danger",
      };
      return [{ to: "person", message: { blocks: [question, { type: "buttons", rows: [[yes]] }] } }];
    }
    await delegates.stepDown(id, person.id);
    return [{ to: "person", message: say("delegate-stepped-down", { council }) }];
  },
});

const show = usage({
  about: "delegate-show-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "chat",
  options: { council: { ...whichCouncil, position: 0 } },
  async run(context, { council: named }) {
    if (context.group?.kind === "council") {
      const council = await councilHere(context, named, "member");
      return [{ to: "here", message: await councilSeats(context, council) }];
    }
    const { cell, council } = await seatsHere(context, named);
    const replies: Reply[] = [{ to: "here", message: await cellSeats(context, cell, council) }];
    for (const poll of await context.polls.open({ cell: cell.id, council: council.id })) {
      replies.push(
        context.chat === undefined
          ? { to: "here", message: await pollMessage(context, poll) }
          : { to: "card", kind: pollCard, subject: poll.id, anew: true },
      );
    }
    return replies;
  },
});

/** In the council's own chats: who speaks for which cell. */
async function councilSeats(context: MemberContext, council: Council): Promise<Message> {
  const seats = await context.delegates.seatsOf(council.id);
  const name = await namesOf(
    context,
    seats.flatMap(({ delegateId, alternateId }) => [delegateId, alternateId]),
  );
  const cells = await context.councils.cells(council.id);
  const items = cells.map(({ id, name: cell }) => {
    const own = seats.filter(({ cellId }) => cellId === id);
    const people = own.flatMap(({ delegateId }) => (delegateId === undefined ? [] : [name(delegateId)]));
    const empty = own.length - people.length;
    return people.length === 0
      ? phrase("delegate-cell-empty", { cell, count: empty })
      : phrase("delegate-cell-people", { cell, people, empty });
  });
  return {
    blocks: [
      { type: "heading", content: phrase("delegate-show-council", { council: council.name }) },
      { type: "list", items },
    ],
  };
}

/** In a cell's chats: its own delegates by name and what it binds them to; of the others numbers for each sector. */
async function cellSeats(context: MemberContext, cell: Cell, council: Council): Promise<Message> {
  const seats = await context.delegates.seatsOf(council.id);
  const own = seats.filter(({ cellId }) => cellId === cell.id);
  const name = await namesOf(
    context,
    own.flatMap(({ delegateId, alternateId }) => [delegateId, alternateId]),
  );
  const mandateText = await context.delegates.mandate(council.id, cell.id);
  const sectors = await context.cells.sectors();
  return {
    blocks: [
      { type: "heading", content: phrase("delegate-show-cell", { cell: cell.name, council: council.name }) },
      {
        type: "list",
        items: own.map((seat) =>
          seat.delegateId === undefined
            ? phrase("delegate-seat-line-empty", { number: seat.number })
            : phrase("delegate-seat-line", {
                number: seat.number,
                person: name(seat.delegateId),
                alternate:
                  seat.alternateId === undefined
                    ? phrase("delegate-no-alternate")
                    : phrase("delegate-alternate", { person: name(seat.alternateId) }),
                accepted: seat.accepted ? phrase("delegate-has-accepted") : phrase("delegate-has-not-accepted"),
                until:
                  seat.until === undefined
                    ? phrase("delegate-no-term")
                    : phrase("delegate-until", { until: time(seat.until, "date", { named: true }) }),
              }),
        ),
      },
      ...(mandateText === undefined
        ? []
        : [{ type: "paragraph", content: phrase("delegate-mandate", { mandate: mandateText }) } as const]),
      { type: "paragraph", style: "strong", content: phrase("delegate-sectors") },
      {
        type: "list",
        items: sectors.flatMap(({ id, name: sector }) => {
          const there = seats.filter(({ sectorId }) => sectorId === id);
          const filled = there.filter(({ delegateId }) => delegateId !== undefined).length;
          return there.length === 0 ? [] : [phrase("delegate-sector-line", { sector, filled, seats: there.length })];
        }),
      },
    ],
  };
}

export const delegate = command({
  name: "delegate",
  about: "delegate-about",
  words: { choose, stand, propose, accept, decline, vote, mandate, recall, "step-down": stepDown, show },
  cards: { [pollCard]: pollCardRenderer },
  jobs,
});
