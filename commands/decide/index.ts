/**
 * `/decide`: what a cell or council has decided. Rules: docs/rules.md, "Decisions".
 *
 * The coordinator records; whose it is may object, unseen, for 48 hours; with an objection it takes a vote. What a vote has
 * carried is recorded by one tap.
 */
import { command, Refused, usage, type JobRunner, type Reply } from "../../src/core/command.ts";
import type { FederationContext, MemberContext } from "../../src/core/context.ts";
import { say, type Block, type Message } from "../../src/chat/message.ts";
import { messageIds, phrase } from "../../src/chat/phrase.ts";
import { deciderHere, decision as decisionOption, decisionsHere } from "../../src/core/options/decision.ts";
import { flag, moment, optional, required, shorten, text } from "../../src/core/options/index.ts";
import { clockOf, fold } from "../../src/core/options/option.ts";
import { vote as voteOption } from "../../src/core/options/vote.ts";
import {
  decisionCard,
  decisionJobs,
  isInForce,
  saidAlready,
  type Decision,
  type DecisionPlace,
  type Objected,
} from "../../src/domain/decisions.ts";
import { localParts } from "../../src/domain/time.ts";
import { isOfCell } from "../../src/domain/votes.ts";
import { openVote, shown } from "../vote.ts";
import {
  decisionMessage,
  historyBlocks,
  lineOfList,
  objectButton,
  renderDecision,
  reviewMessage,
  settledMessage,
} from "./messages.ts";

/** Longest decision, in characters: as long as the question of a vote. */
const longestText = 300;
/** Decisions in one list. */
const mostListed = 20;
/** A review that is given as a date only is in the morning. */
const morning = 9 * 60;

const where = ["cell", "council", "direct"] as const;
const inChats = ["cell", "council"] as const;

const textOption = required(text({ max: longestText }), {
  about: "decide-option-text",
  ask: "decide-ask-text",
  position: 0,
});
const reviewOption = optional(moment({ defaultTime: morning }), {
  about: "decide-option-review",
  ask: "decide-ask-review",
});
const whichOne = { about: "decide-option-decision", ask: "decide-ask-decision", position: 0 } as const;

/** The date of a moment, on the clock of the place. */
const dateOf = (context: MemberContext, at: number | undefined): string | undefined =>
  at === undefined ? undefined : localParts(at, clockOf(context)).date;

/** The cell or council of the chat. */
function placeHere(context: MemberContext): DecisionPlace {
  const place = deciderHere(context);
  if (place === undefined) throw new Refused(phrase("decide-none"));
  return place;
}

/** Its card, in the chats of those whose it is. Where it appears it says it all. */
export async function posted(context: MemberContext, of: Decision): Promise<readonly Reply[]> {
  const chats = await context.decisions.chats(of);
  const card: Reply = { to: "card", kind: decisionCard, subject: of.id, chats };
  return context.chat !== undefined && chats.includes(context.chat.id)
    ? [card]
    : [card, { to: "here", message: say("decide-recorded", { number: of.number }) }];
}

/**
 * Whoever says the same twice has one decision.
 * @throws Refused with its number
 */
export function notTwice(all: readonly Decision[], of: Pick<Decision, "text" | "rule">, now: number): void {
  const before = saidAlready(all, of, now);
  if (before !== undefined) throw new Refused(phrase("decide-adopted-already", { number: before.number }));
}

const record = usage({
  about: "decide-record-about",
  level: "coordinator",
  where: inChats,
  answer: "chat",
  options: { text: textOption, review: reviewOption },
  async run(context, values) {
    const reviewOn = dateOf(context, values.review);
    const place = placeHere(context);
    notTwice(await context.decisions.list(place), { text: values.text, rule: undefined }, context.now);
    const made = await context.decisions.propose(place, {
      text: values.text,
      reviewOn,
      supersedes: undefined,
    });
    if (made === undefined) throw new Error("a decision that takes nobody's place was refused");
    return posted(context, made);
  },
});

const supersede = usage({
  about: "decide-supersede-about",
  level: "coordinator",
  where: inChats,
  answer: "chat",
  options: {
    decision: required(decisionOption(), whichOne),
    text: { ...textOption, position: 1 },
    review: reviewOption,
  },
  async run(context, { decision: before, text: instead, review }) {
    const of = { text: instead, reviewOn: dateOf(context, review), supersedes: before.id };
    const made = await context.decisions.propose(before.place, of);
    if (made === undefined) throw new Refused(phrase("decide-not-to-supersede", { number: before.number }));
    return posted(context, made);
  },
});

/** By one tap after a vote that has carried it. */
const adopt = usage({
  about: "decide-adopt-about",
  level: "coordinator",
  where: inChats,
  answer: "chat",
  options: {
    vote: required(voteOption(), { about: "vote-option-vote", ask: "vote-ask-vote", position: 0 }),
    review: reviewOption,
  },
  async run(context, { vote, review }) {
    const place = placeHere(context);
    const { place: of } = vote;
    const own = isOfCell(vote) ? "cellId" in place && place.cellId === vote.place.cellId : "councilId" in place;
    if (!own || ("councilId" in of && "councilId" in place && of.councilId !== place.councilId)) {
      throw new Refused(phrase("decide-adopt-elsewhere"));
    }
    if (vote.result === undefined) throw new Refused(phrase("decide-adopt-open"));
    if (!vote.result.carried) throw new Refused(phrase("decide-adopt-failed", { number: vote.number }));
    const made = await context.decisions.adopt(place, vote, dateOf(context, review));
    if (made !== undefined) return posted(context, made);
    const before = await context.decisions.ofVote(vote.id);
    throw new Refused(phrase("decide-adopted-already", { number: before?.number ?? 0 }));
  },
});

const list = usage({
  about: "decide-list-about",
  level: "member",
  where,
  answer: "chat",
  options: {
    words: optional(text({ max: 100 }), { about: "decide-option-words", ask: "decide-ask-words", position: 0 }),
  },
  async run(context, { words }) {
    const all = await decisionsHere(context);
    const sought = fold(words ?? "")
      .split("-")
      .filter((word) => word !== "");
    const found = all
      .filter((one) => sought.every((word) => fold(one.text).includes(word)))
      .filter((one) => words !== undefined || one.state !== "rejected");
    if (found.length === 0) {
      throw new Refused(words === undefined ? phrase("decide-none") : phrase("decide-none-with", { words }));
    }
    // The newest are looked for most.
    const listed = found.slice(-mostListed);
    const more = found.length - listed.length;
    const blocks: readonly Block[] = [
      { type: "heading", content: phrase("decide-list") },
      { type: "list", items: listed.map((one) => lineOfList(all, one)) },
      ...(more === 0 ? [] : [{ type: "paragraph" as const, content: phrase("decide-more", { more }) }]),
    ];
    return [{ to: "here", message: { blocks } }];
  },
});

const show = usage({
  about: "decide-show-about",
  level: "member",
  where,
  answer: "chat",
  options: { decision: required(decisionOption(), whichOne) },
  async run(context, { decision }) {
    const card = await decisionMessage(context, decision);
    const blocks = [...card.blocks, ...(await historyBlocks(context, decision))];
    return [{ to: "here", message: { blocks }, open: true }];
  },
});

const noted = messageIds({
  noted: "decide-objected",
  already: "decide-objected-already",
  "taken-back": "decide-taken-back",
  none: "decide-nothing-to-take-back",
  "too-late": "decide-too-late",
  "not-theirs": "decide-not-yours",
}) satisfies Record<Objected, string>;

const objecting = (about: string, how: "object" | "take-back") =>
  usage({
    about,
    level: "member",
    where,
    answer: "private",
    // It would say who objects.
    fallback: "notice",
    unseen: true,
    options: { decision: required(decisionOption(), whichOne) },
    async run(context, { decision }) {
      const became = await context.decisions.object(decision, context.person, how);
      const args = { number: decision.number, text: shorten(decision.text, 80) };
      const blocks: readonly Block[] = [
        { type: "paragraph", content: phrase(noted[became], args) },
        ...(became === "noted" || became === "already"
          ? [{ type: "buttons" as const, rows: [[objectButton(decision, "take-back")]] }]
          : []),
      ];
      return [{ to: "person", message: { blocks } }];
    },
  });

const vote = usage({
  about: "decide-vote-about",
  level: "coordinator",
  where: inChats,
  answer: "chat",
  options: {
    decision: required(decisionOption(), whichOne),
    secret: optional(flag("secret"), { about: "vote-option-secret", ask: "vote-ask-secret" }),
  },
  async run(context, { decision, secret }) {
    if (decision.state !== "waiting" && decision.state !== "contested") {
      throw new Refused(phrase("decide-not-to-vote", { number: decision.number }));
    }
    const made = await openVote(context, { text: decision.text, secret: secret === true });
    await context.decisions.putToVote(decision.id, made.id);
    return shown(context, made);
  },
});

/** Its 48 hours are over: it stands, or is to be voted on. */
const settle: JobRunner = async (context, { decision: id = "" }) => {
  const of = await context.decisions.settle(id);
  return of === undefined ? [] : [await toAll(context, of, settledMessage(of), "settled")];
};

const toAll = async (context: FederationContext, of: Decision, message: Message, what: string): Promise<Reply> => ({
  to: "chats",
  chats: await context.decisions.chats(of),
  message,
  broadcast: `decision:${of.id}:${what}`,
});

/** The day of its review has come. */
const remind: JobRunner = async (context, { decision: id = "" }) => {
  const of = await context.decisions.get(id);
  if (of === undefined || !isInForce(await context.decisions.list(of.place), of)) return [];
  return [await toAll(context, of, reviewMessage(of), "review")];
};

export const decide = command({
  name: "decide",
  about: "decide-about",
  bare: record,
  words: {
    list,
    show,
    supersede,
    object: objecting("decide-object-about", "object"),
    "take-back": objecting("decide-take-back-about", "take-back"),
    vote,
    adopt,
  },
  cards: { [decisionCard]: renderDecision },
  jobs: { [decisionJobs.settle]: settle, [decisionJobs.review]: remind },
});
