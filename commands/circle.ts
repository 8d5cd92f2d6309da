/** `/circle`: a weekly gathering with a rota of who tells a story and who shares a skill. Rules: docs/rules.md, "Circles". */
import { command, Refused, usage, type JobRunner, type Reply } from "../src/core/command.ts";
import type { FederationContext, MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Button, type Message } from "../src/chat/message.ts";
import { cellHere } from "../src/core/options/drive.ts";
import { shorten } from "../src/core/options/option.ts";
import {
  choice,
  numberOfDay,
  optional,
  person,
  required,
  text,
  timeOfDay,
  weekday,
} from "../src/core/options/index.ts";
import { nameOn, phrase, type Phrase, messageIds, time, type PhraseArg } from "../src/chat/phrase.ts";
import { circleJobs, type Circle, type CirclePart, type Turn } from "../src/domain/circles.ts";
import { toCell, chatsOf } from "./said.ts";
import { nameOf } from "./names.ts";
import { announceGathering } from "./gather/announce.ts";

const everywhere = ["cell", "direct"] as const;
const toPerson = (message: Message): Reply => ({ to: "person", message });
const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };
const when = ({ at }: Pick<Turn, "at">) => time(at, "datetime", { named: true });

const parts = messageIds({ story: "circle-part-story", skill: "circle-part-skill" }) satisfies Record<
  CirclePart,
  string
>;

const button = (word: string, label: Phrase, options: Readonly<Record<string, string>> = {}): Button => ({
  label,
  action: { command: "circle", word, options },
  press: "seen",
});

async function ownCell(context: MemberContext): Promise<string> {
  const cellId = cellHere(context);
  if (cellId === undefined || !(await context.people.isMember(context.person.id, cellId))) {
    throw new Refused(phrase("circle-no-cell"));
  }
  return cellId;
}

async function circleHere(context: MemberContext): Promise<Circle> {
  const found = await context.circles.ofCell(await ownCell(context));
  if (found === undefined) throw new Refused(phrase("circle-none"));
  return found;
}

/** Who does what at the next times, and how to join. */
async function overview(context: FederationContext, of: Circle): Promise<Message> {
  const turns = await context.circles.turns(of);
  const items: Phrase[] = [];
  for (const turn of turns) {
    const who = await whoOf(context, turn);
    items.push(phrase("circle-line", { time: when(turn), part: phrase(parts[turn.part]), who }));
  }
  return {
    blocks: [
      { type: "heading", content: phrase("circle-name") },
      { type: "list", items },
      paragraph(phrase("circle-rota", { people: await context.circles.size(of) }), "quiet"),
      {
        type: "buttons",
        rows: [[button("join", phrase("circle-button-join")), button("leave", phrase("circle-button-leave"))]],
      },
    ],
  };
}

const whoOf = (context: FederationContext, { personId }: Turn): Promise<PhraseArg> | Phrase =>
  personId === undefined ? phrase("circle-nobody") : nameOf(context, personId);

/** The gathering of the next time: there is one, open, and at that time. */
async function meet(context: FederationContext, of: Circle): Promise<readonly Reply[]> {
  const { circles, gatherings } = context;
  const [next] = await circles.turns(of);
  if (next === undefined) return [];
  const standing = of.gatheringId === undefined ? undefined : await gatherings.get(of.gatheringId);
  if (standing?.at === next.at) return [];
  if (standing?.state === "open" && (standing.at ?? 0) > context.now) await gatherings.end(standing.id, "cancelled");
  const made = await gatherings.create({ cellId: of.cellId, kind: "circle", at: next.at });
  await circles.setGathering(of.id, made.id);
  return announceGathering(context, made);
}

const create = usage({
  about: "circle-new-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    day: required(weekday(), { about: "circle-option-day", ask: "circle-ask-day" }),
    time: required(timeOfDay(), { about: "circle-option-time", ask: "circle-ask-time" }),
  },
  async run(context, { day: name, time: minute }) {
    const of = await context.circles.set(await ownCell(context), { weekday: numberOfDay(name), minute });
    const met = await meet(context, of);
    return [{ to: "here", message: await overview(context, of), open: true }, ...met];
  },
});

const show = usage({
  about: "circle-show-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  async run(context) {
    return [{ to: "here", message: await overview(context, await circleHere(context)), open: true }];
  },
});

const join = usage({
  about: "circle-join-about",
  level: "member",
  where: everywhere,
  answer: "private",
  // Who is in the rota is no secret in the cell.
  fallback: "chat",
  async run(context) {
    const joined = await context.circles.join(await circleHere(context), context.person.id);
    return [toPerson(joined ? say("circle-joined") : say("circle-joined-already"))];
  },
});

const leave = usage({
  about: "circle-leave-about",
  level: "member",
  where: everywhere,
  answer: "private",
  fallback: "chat",
  async run(context) {
    const left = await context.circles.leave(await circleHere(context), context.person.id);
    return [toPerson(left ? say("circle-left") : say("circle-not-in"))];
  },
});

const end = usage({
  about: "circle-end-about",
  ends: true,
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  async run(context) {
    const { circles, gatherings, now } = context;
    const of = await circleHere(context);
    const standing = of.gatheringId === undefined ? undefined : await gatherings.get(of.gatheringId);
    const at = standing?.state === "open" && (standing.at ?? 0) > now ? standing.at : undefined;
    if (standing !== undefined && at !== undefined) await gatherings.end(standing.id, "cancelled");
    await circles.end(of);
    const ended =
      at === undefined
        ? say("circle-ended")
        : say("circle-ended-before", { time: time(at, "datetime", { named: true }) });
    return toCell(context, of, ended);
  },
});

// Swapping, and what one cannot do

/** One's own next turn. */
async function nextTurnOf(context: FederationContext, of: Circle, personId: string): Promise<Turn | undefined> {
  return (await context.circles.turns(of)).find((turn) => turn.personId === personId);
}

const swap = usage({
  about: "circle-swap-about",
  level: "member",
  where: everywhere,
  answer: "private",
  fallback: "chat",
  options: {
    with: optional(person(), { about: "circle-option-with", ask: "circle-ask-with" }),
    mine: optional(text({ max: 40 }), { about: "circle-option-with", ask: "circle-ask-with", hidden: true }),
    theirs: optional(text({ max: 40 }), { about: "circle-option-with", ask: "circle-ask-with", hidden: true }),
    answer: optional(choice(["yes", "no", "cannot"]), {
      about: "circle-option-with",
      ask: "circle-ask-with",
      hidden: true,
    }),
  },
  async run(context, { with: other, mine, theirs, answer }) {
    if (answer === "cannot" && mine !== undefined) return cannot(context, mine);
    if (answer !== undefined && other !== undefined && mine !== undefined && theirs !== undefined) {
      return answerSwap(context, { asker: other.id, askers: theirs, mine, agreed: answer === "yes" });
    }
    const of = await circleHere(context);
    const own = await nextTurnOf(context, of, context.person.id);
    if (own === undefined) throw new Refused(phrase("circle-no-turn"));
    if (other === undefined) throw new Refused(phrase("circle-ask-with"), await withWhom(context, of));
    const turn = await nextTurnOf(context, of, other.id);
    const named = await nameOf(context, other.id);
    if (turn === undefined || other.id === context.person.id)
      throw new Refused(phrase("circle-they-no-turn", { person: named }));
    const asked = await askSwap(context, of, { own, turn, asker: context.person.id, person: other.id });
    return [toPerson(say("circle-swap-asked", { person: named })), asked];
  },
});

/** Those who have a turn to come, as buttons. */
async function withWhom(context: MemberContext, of: Circle): Promise<Message> {
  const turns = await context.circles.turns(of);
  const people = [...new Set(turns.flatMap(({ personId }) => personId ?? []))].filter((id) => id !== context.person.id);
  const known = await context.people.called(people);
  const rows: Button[][] = [];
  for (const id of people) {
    const name = known.get(id);
    if (name === undefined) continue;
    rows.push([button("swap", verbatim(shorten(nameOn(name, context.platform), 40)), { with: `#${id}` })]);
  }
  return { blocks: rows.length === 0 ? [] : [{ type: "buttons", rows }] };
}

/** Two turns that the asker, whose the first one is, would swap with this person (ids). */
interface Swap {
  readonly own: Turn;
  readonly turn: Turn;
  readonly asker: string;
  readonly person: string;
}

/** What a turn is and when, for sentences. */
const told = (turn: Turn) => ({ part: phrase(parts[turn.part]), time: when(turn) });

/** Asks the other one; while there is time, not in their quiet hours. */
async function askSwap(context: FederationContext, of: Circle, swap: Swap): Promise<Reply> {
  const { own, turn, asker, person } = swap;
  const message = await swapQuestion(context, swap, undefined);
  const inChat = await swapQuestion(context, swap, await nameOf(context, person));
  return {
    to: "direct",
    person,
    message,
    otherwise: { chats: await chatsOf(context, of.cellId), message: inChat },
    waits: {
      until: Math.min(own.at, turn.at),
      kind: circleJobs.question,
      payload: { own: own.id, turn: turn.id, asker, person },
    },
  };
}

/** Asks after the quiet hours, if both turns are still whose they were. */
const askLater: JobRunner = async (context, payload) => {
  const { own: ownId = "", turn: turnId = "", asker = "", person = "" } = payload;
  const [own, turn] = [await context.circles.turn(ownId), await context.circles.turn(turnId)];
  if (own?.personId !== asker || turn?.personId !== person || Math.min(own.at, turn.at) <= context.now) return [];
  const of = await context.circles.get(own.circleId);
  return of === undefined ? [] : [await askSwap(context, of, { own, turn, asker, person })];
};

/** To the other: their turn for the asker's. In a chat it names whom it asks. */
async function swapQuestion(
  context: FederationContext,
  { own, turn, asker }: Swap,
  asked: PhraseArg | undefined,
): Promise<Message> {
  const options = { with: `#${asker}`, mine: turn.id, theirs: own.id };
  const args = {
    person: await nameOf(context, asker),
    part: phrase(parts[own.part]),
    time: when(own),
    yours: phrase(parts[turn.part]),
    yourTime: when(turn),
  };
  return {
    blocks: [
      paragraph(
        asked === undefined
          ? phrase("circle-swap-question", args)
          : phrase("circle-swap-question-chat", { ...args, asked }),
      ),
      {
        type: "buttons",
        rows: [
          [
            { ...button("swap", phrase("circle-button-yes"), { ...options, answer: "yes" }), style: "primary" },
            button("swap", phrase("circle-button-no"), { ...options, answer: "no" }),
          ],
        ],
      },
    ],
  };
}

/** The other has answered. Both have agreed on these two turns: if one of them is somebody else's by now, it is off. */
async function answerSwap(
  context: MemberContext,
  { asker, askers, mine, agreed }: { asker: string; askers: string; mine: string; agreed: boolean },
): Promise<readonly Reply[]> {
  const { circles, person: me } = context;
  const [own, other] = [await circles.turn(mine), await circles.turn(askers)];
  refuseOver(context, own, other);
  // The two have turned out to be one.
  if (asker === me.id) throw new Refused(phrase("circle-swap-gone"));
  if (own?.personId !== me.id || other === undefined) throw new Refused(phrase("circle-swap-gone"));
  if (agreed) {
    const swapped = await circles.swap({ turn: mine, personId: me.id }, { turn: askers, personId: asker });
    if (!swapped) throw new Refused(phrase("circle-swap-gone"));
  }
  const swap = { own: other, turn: own, asker, person: me.id };
  if (!agreed) return [toPerson(say("circle-swap-declined")), await toAsker(context, swap, agreed)];
  return [
    toPerson(say("circle-swapped", told(other))),
    await toAsker(context, swap, agreed),
    await exchanged(context, swap),
  ];
}

/** Everybody has seen the plan: the chats hear what is different. */
async function exchanged(context: FederationContext, { own, turn, asker, person }: Swap): Promise<Reply> {
  const of = await context.circles.get(own.circleId);
  const has = async (id: string, one: Turn) =>
    phrase("circle-has", { ...told(one), person: await nameOf(context, id) });
  const turns = [await has(person, own), await has(asker, turn)];
  const chats = of === undefined ? [] : await chatsOf(context, of.cellId);
  return { to: "chats", chats, message: say("circle-exchanged", { turns }) };
}

/** Tells the asker what the other has answered; while there is time, not in their quiet hours. */
async function toAsker(
  context: FederationContext,
  { own, turn, asker, person }: Swap,
  agreed: boolean,
): Promise<Reply> {
  const of = await context.circles.get(own.circleId);
  const chats = of === undefined ? [] : await chatsOf(context, of.cellId);
  const other = { person: await nameOf(context, person) };
  const declined = say("circle-swap-declined-chat", { ...other, asker: await nameOf(context, asker) });
  return {
    to: "direct",
    person: asker,
    message: agreed ? say("circle-swapped", told(turn)) : say("circle-swap-declined-there", other),
    // What both agreed on is said in the chats in any case.
    ...(agreed ? {} : { otherwise: { chats, message: declined } }),
    waits: {
      until: Math.min(own.at, turn.at),
      kind: circleJobs.answered,
      payload: { own: own.id, turn: turn.id, asker, person, ...(agreed ? { agreed: "yes" } : {}) },
    },
  };
}

/** What was answered, after the quiet hours; an exchange only if both turns are as they were agreed. */
const tellAsker: JobRunner = async (context, payload) => {
  const { own: ownId = "", turn: turnId = "", asker = "", person = "" } = payload;
  const agreed = payload["agreed"] === "yes";
  const [own, turn] = [await context.circles.turn(ownId), await context.circles.turn(turnId)];
  if (own === undefined || turn === undefined || Math.min(own.at, turn.at) <= context.now) return [];
  if (agreed ? turn.personId !== asker : own.personId !== asker) return [];
  return [await toAsker(context, { own, turn, asker, person }, agreed)];
};

/** What is over is over: nobody else is asked, and nothing is exchanged. */
function refuseOver({ now }: FederationContext, ...turns: readonly (Turn | undefined)[]): void {
  if (turns.some((turn) => turn !== undefined && turn.at <= now)) throw new Refused(phrase("circle-over"));
}

/** Who has a turn cannot: the next is asked, and the chat need not know why. */
async function cannot(context: MemberContext, turnId: string): Promise<readonly Reply[]> {
  refuseOver(context, await context.circles.turn(turnId));
  const turn = await context.circles.cannot(turnId, context.person.id);
  if (turn === undefined) throw new Refused(phrase("circle-swap-gone"));
  const of = await context.circles.get(turn.circleId);
  const told = toPerson(say("circle-cannot"));
  if (of === undefined) return [told];
  const chats = await chatsOf(context, of.cellId);
  const args = { part: phrase(parts[turn.part]), time: when(turn) };
  if (turn.personId === undefined) return [told, { to: "chats", chats, message: say("circle-volunteer", args) }];
  return [told, await reminder(context, of, turn, turn.personId)];
}

// What falls due

async function reminder(context: FederationContext, of: Circle, turn: Turn, personId: string): Promise<Reply> {
  const args = { part: phrase(parts[turn.part]), time: when(turn) };
  const cannotButton = button("swap", phrase("circle-button-cannot"), { mine: turn.id, answer: "cannot" });
  const swapButton = button("swap", phrase("circle-button-swap"));
  const rows = [[{ ...cannotButton, press: "unseen" as const }, swapButton]];
  const inChat: Message = {
    blocks: [
      paragraph(phrase("circle-reminder-chat", { ...args, person: await nameOf(context, personId) })),
      { type: "buttons", rows: [[cannotButton, swapButton]] },
    ],
  };
  return {
    to: "direct",
    person: personId,
    message: { blocks: [paragraph(phrase("circle-reminder", args)), { type: "buttons", rows }] },
    otherwise: { chats: await chatsOf(context, of.cellId), message: inChat },
    waits: { until: turn.at, kind: circleJobs.remind, payload: { turn: turn.id } },
  };
}

/** Two days before; late, if the time has not begun yet, and otherwise not. */
const remind: JobRunner = async (context, { turn: id = "" }) => {
  const turn = await context.circles.turn(id);
  if (turn?.personId === undefined || turn.at <= context.now) return [];
  const of = await context.circles.get(turn.circleId);
  if (of === undefined) return [];
  await context.circles.told(turn.id);
  return [await reminder(context, of, turn, turn.personId)];
};

/** A time is over: the next one is announced. */
const next: JobRunner = async (context, { circle: id = "" }) => {
  const of = await context.circles.advance(id);
  return of === undefined ? [] : meet(context, of);
};

export const circle = command({
  name: "circle",
  about: "circle-about",
  words: { new: create, show, join, leave, swap, end },
  jobs: {
    [circleJobs.remind]: remind,
    [circleJobs.question]: askLater,
    [circleJobs.answered]: tellAsker,
    [circleJobs.next]: next,
  },
});
