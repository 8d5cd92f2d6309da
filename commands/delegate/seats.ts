/** The words of `/delegate` about seats: what binds who holds one, taking it back, giving it back, who has which. */
import { Refused, usage, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { say, type Block, type Button, type Message } from "../../src/chat/message.ts";
import {
  flag,
  optional,
  person as personOption,
  required,
  text,
  type Cell,
  type Council,
} from "../../src/core/options/index.ts";
import { phrase, time, type PhraseArgs } from "../../src/chat/phrase.ts";
import { pollCard } from "../../src/domain/elections.ts";
import { councilHere, oneCouncil } from "../council.ts";
import { newMandate } from "./jobs.ts";
import { pollMessage, quoted } from "./messages.ts";
import { chatsOf } from "../said.ts";
import { whichCouncil, seatsHere } from "./meant.ts";
import { namesOf } from "../names.ts";

/** Longest mandate, in characters. */
const longestMandate = 500;

/** A recall that failed is not tried again before that: a week, in milliseconds. */
const recallAgain = 7 * 24 * 60 * 60_000;

export const mandate = usage({
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

export const recall = usage({
  about: "delegate-recall-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  // Nobody is told who wants it, so neither what was typed nor the answer stays where everybody reads it.
  fallback: "notice",
  unseen: true,
  options: {
    person: required(personOption(), { about: "option-person", ask: "delegate-ask-recall", position: 0 }),
    council: whichCouncil,
  },
  async run(context, { person, council: named }) {
    const { delegates, polls, now } = context;
    const { cell, council } = await seatsHere(context, named);
    const name = await namesOf(context, [person.id]);
    const args = { person: name(person.id), cell: cell.name, council: council.name };
    // Not refusals: these may be said in the chat where somebody cannot be reached, and these tell who wants a recall.
    const told = (id: string, more?: PhraseArgs): readonly Reply[] => [
      { to: "person", message: say(id, { ...args, ...more }) },
    ];
    if (context.person.cellId !== cell.id) return told("delegate-vote-elsewhere");
    const seats = await delegates.seatsOf(council.id, cell.id);
    if (!seats.some(({ delegateId }) => delegateId === person.id)) return told("delegate-is-none");
    const open = await polls.open({ cell: cell.id, council: council.id });
    if (open.some(({ personId }) => personId === person.id)) return told("delegate-recall-open");
    const last = await polls.lastRecall(council.id, person.id);
    if (last !== undefined && now < last + recallAgain) {
      return told("delegate-recall-again", { next: time(last + recallAgain, "date", { named: true }) });
    }
    const poll = await polls.openRecall(council.id, cell.id, person.id);
    const chats = await chatsOf(context, cell.id);
    // Who asked for it is not kept, and not said.
    return [{ to: "card", kind: pollCard, subject: poll.id, chats }, ...told("delegate-recall-opened")];
  },
});

export const stepDown = usage({
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

export const show = usage({
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
