/** `/delegate vote`: an answer to an election or a recall, by text or by buttons; one's own is shown to oneself. */
import { Refused, usage, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { say, type Message } from "../../src/chat/message.ts";
import { choice, optional, text } from "../../src/core/options/index.ts";
import { fold, meant } from "../../src/core/options/option.ts";
import { phrase, type Phrase, type PhraseArg } from "../../src/chat/phrase.ts";
import type { Poll } from "../../src/domain/elections.ts";
import { ballotButtons, inRound, placesOf } from "./messages.ts";
import { whichPoll, pollHere } from "./meant.ts";
import { namesOf } from "../names.ts";

export const vote = usage({
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
  const names = await context.people.called(candidates.flatMap(({ personId }) => personId ?? []));
  // On another platform they may be called something else: what a card there says is meant, too.
  const isCalled = (personId: string | undefined, said: string): boolean => {
    const called = personId === undefined ? undefined : names.get(personId);
    if (called === undefined) return false;
    const { name, on = {} } = called;
    return [name, ...Object.values(on)].some((one) => fold(one) === fold(said));
  };
  const found = typed
    .split(/[,;،؛]/u)
    .map((part) => part.trim().replace(/^@/u, ""))
    .filter((part) => part !== "")
    .map((part) => {
      const one = candidates.find(({ number, personId }) => String(number) === part || isCalled(personId, part));
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
