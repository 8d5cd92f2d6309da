/** `/gather`: people of a cell meeting. Rules: docs/rules.md, "Gatherings". */
import { command, Refused, usage, type JobRunner, type Reply } from "../../src/core/command.ts";
import type { Context, FederationContext, MemberContext } from "../../src/core/context.ts";
import { say, type Action } from "../../src/chat/message.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { duration, flag, integer, optional, required, text, type Given } from "../../src/core/options/index.ts";
import {
  gathering as gatheringOption,
  gatheringName,
  gatheringOrOnly,
  whenNamed,
} from "../../src/core/options/numbered.ts";
import { givenMeeting, times } from "../../src/core/options/times.ts";
import { phrase, type Phrase, messageIds } from "../../src/chat/phrase.ts";
import {
  gatheringCard,
  gatheringJobs,
  isOverdue,
  overdueJob,
  placeJob,
  type Gathering,
  type GatheringChanges,
  type GatheringState,
  type RsvpAnswer,
} from "../../src/domain/gatherings.ts";
import { filledIn } from "../filled-in.ts";
import { toCell, chatsOf } from "../said.ts";
import { nameOf } from "../names.ts";
import { offerCheckin } from "../checkin.ts";
import {
  announceGathering,
  changedMessage,
  decidedMessage,
  gatheringMessage,
  heldQuestion,
  overdueMessage,
  placeGoneMessage,
  placeMessage,
  reminderMessage,
  renderGathering,
} from "./announce.ts";
import { calendarOf } from "./calendar.ts";

/** Longest name of a gathering, in characters. */
const longestName = 120;
const mostPlaces = 10_000;
/** In minutes. */
const longestLength = 7 * 24 * 60;

const which = optional(gatheringOption(), { about: "gather-option-gathering", ask: "gather-which", position: 0 });
const everywhere = ["cell", "direct"] as const;
const place = optional(text({ max: longestName }), { about: "gather-option-where", ask: "gather-ask-where" });
const length = optional(duration(), { about: "gather-option-length", ask: "gather-ask-length" });

/** How long a gathering lasts, in minutes: a week at most. */
function lengthOf(minutes: number): number {
  if (minutes > longestLength) throw new Refused(phrase("gather-too-long"));
  return minutes;
}

/** The gathering, if it is still open. */
async function open(
  named: Gathering | undefined,
  context: MemberContext,
  fits?: (one: Gathering) => boolean,
): Promise<Gathering> {
  const found = await gatheringOrOnly(named, context, fits);
  if (found.state !== "open") throw new Refused(phrase(endedSentences[found.state]));
  return found;
}

const endedSentences = messageIds({
  held: "gather-ended-held",
  "let-go": "gather-ended-let-go",
  over: "gather-ended-over",
  cancelled: "gather-ended-cancelled",
}) satisfies Record<Exclude<GatheringState, "open">, string>;

/** It has a time of the day that nobody gave: see {@link filledIn}. */
function movable(context: MemberContext, of: Gathering, given: Given | undefined): readonly Reply[] {
  if (given?.filled === undefined) return [];
  const again = (at: string): Action => ({ command: "gather", word: "move", options: { gathering: `#${of.id}`, at } });
  const blocks = filledIn(context, { at: [given.at], filled: given.filled }, again);
  return [{ to: "here", message: { blocks } }];
}

/** What sets up and moves a gathering is for the coordinator, and for who made it. */
function mayRun(context: MemberContext, of: Gathering): void {
  if (context.level === "member" && of.organizerId !== context.person.id) {
    throw new Refused(phrase("gather-needs-organizer"));
  }
}

const create = usage({
  about: "gather-new-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    what: required(text({ max: longestName }), { about: "gather-option-what", ask: "gather-ask-what", position: 0 }),
    at: optional(givenMeeting(), { about: "gather-option-at", ask: "gather-ask-at", guided: true }),
    capacity: optional(integer({ min: 1, max: mostPlaces }), {
      about: "gather-option-capacity",
      ask: "gather-ask-capacity",
      guided: true,
    }),
    where: place,
    length,
  },
  async run(context, { what, at, where, length: minutes, capacity }) {
    const cellId = cellHere(context);
    if (cellId === undefined) throw new Refused(phrase("gather-no-cell"));
    const made = await context.gatherings.create({
      cellId,
      kind: "gathering",
      what,
      where,
      at: at?.at,
      minutes: minutes === undefined ? undefined : lengthOf(minutes),
      capacity,
      organizerId: context.person.id,
    });
    const card = await announceGathering(context, made);
    const said = [...card, ...movable(context, made, at)];
    return context.chat === undefined ? [...said, { to: "here", message: say("gather-done-everywhere") }] : said;
  },
});

const when = usage({
  about: "gather-when-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: {
    gathering: which,
    times: required(times(), { about: "gather-option-times", ask: "gather-ask-times", position: 1 }),
  },
  async run(context, values) {
    const { at, filled } = values.times;
    const of = await open(values.gathering, context);
    // A time that stands is taken away by whoever may move it; where there is none, anybody may propose some.
    if (of.at !== undefined) mayRun(context, of);
    const end = await endOf(context, of);
    const possible = at.filter((one) => one >= end);
    if (possible.length === 0) throw new Refused(phrase("gather-before-end"));
    const said = await announceGathering(context, await context.gatherings.propose(of, possible));
    if (filled === undefined) return said;
    const again = (moments: string): Action => ({
      command: "gather",
      word: "when",
      options: { gathering: `#${of.id}`, times: moments },
    });
    return [...said, { to: "here", message: { blocks: filledIn(context, { at: possible, filled }, again) } }];
  },
});

const choose = usage({
  about: "gather-choose-about",
  level: "member",
  where: everywhere,
  answer: "private",
  fallback: "chat",
  options: {
    gathering: which,
    time: optional(text({ max: 40 }), { about: "gather-option-time", ask: "gather-ask-times", hidden: true }),
    now: optional(flag("now"), { about: "gather-option-now", ask: "gather-option-now", position: 1 }),
  },
  async run(context, values) {
    const of = await open(values.gathering, context, ({ times }) => times.length > 0);
    if (of.times.length === 0) throw new Refused(phrase("gather-nothing-to-choose"));
    if (values.now === true) {
      mayRun(context, of);
      return decided(context, of.id);
    }
    if (values.time === undefined) return announceGathering(context, of);
    const timeId = values.time.replace(/^#/u, "");
    const chosen = await context.gatherings.choose(of, timeId, context.person.id);
    const time = of.times.find(({ id }) => id === timeId);
    if (chosen === undefined || time === undefined) throw new Refused(phrase("gather-nothing-to-choose"));
    const args = { time: whenNamed(time.at) };
    return [{ to: "person", message: chosen.can ? say("gather-can", args) : say("gather-cannot", args) }];
  },
});

const recorded = messageIds({
  going: "gather-you-go",
  maybe: "gather-you-maybe",
  no: "gather-you-stay",
}) satisfies Record<RsvpAnswer, string>;
const abouts = messageIds({
  going: "gather-going-about",
  maybe: "gather-maybe-about",
  no: "gather-no-about",
}) satisfies Record<RsvpAnswer, string>;

const rsvp = (answer: RsvpAnswer) =>
  usage({
    about: abouts[answer],
    level: "member",
    where: everywhere,
    answer: "private",
    fallback: "chat",
    options: { gathering: which },
    async run(context, values) {
      const of = await open(values.gathering, context, ({ at }) => at !== undefined);
      const own = await context.gatherings.answer(of, context.person.id, answer);
      if (own === undefined) throw new Refused(phrase("gather-ended-over"));
      const args = { gathering: gatheringName(of) };
      const message =
        own.place === undefined ? say(recorded[answer], args) : say("gather-you-wait", { ...args, place: own.place });
      return [{ to: "person", message }];
    },
  });

const move = usage({
  about: "gather-move-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: {
    gathering: which,
    at: optional(givenMeeting(), { about: "gather-option-at", ask: "gather-ask-at", guided: true }),
    where: place,
    length,
    capacity: optional(integer({ min: 1, max: mostPlaces }), {
      about: "gather-option-capacity",
      ask: "gather-ask-capacity",
    }),
  },
  async run(context, { gathering: named, at: given, where, length: minutes, capacity }) {
    const at = given?.at;
    const changes: GatheringChanges = {
      ...(where === undefined ? {} : { where }),
      ...(minutes === undefined ? {} : { minutes: lengthOf(minutes) }),
      ...(capacity === undefined ? {} : { capacity }),
    };
    const changed = Object.keys(changes).length > 0;
    if (at === undefined && !changed) throw new Refused(phrase("gather-move-what"));
    const of = await open(named, context);
    mayRun(context, of);
    if (at !== undefined && at < (await endOf(context, of))) throw new Refused(phrase("gather-before-end"));
    const after = changed ? await context.gatherings.change(of, changes) : of;
    const said = changed ? await toCell(context, of, changedMessage(of, changes)) : [];
    if (at === undefined) return said;
    const moved = await context.gatherings.move(after, at);
    const args = { gathering: gatheringName(of), time: whenNamed(at) };
    const told = await toCell(context, of, say("gather-moved", args));
    return [...said, ...told, ...(await announceGathering(context, moved)), ...movable(context, moved, given)];
  },
});

/** Before this moment a decompression cannot be: when its action ends. */
async function endOf({ actions }: MemberContext, of: Gathering): Promise<number> {
  if (of.actionId === undefined) return 0;
  return of.actionEndedAt ?? (await actions.get(of.actionId))?.to ?? 0;
}

const cancel = usage({
  about: "gather-cancel-about",
  ends: true,
  level: "member",
  where: everywhere,
  answer: "chat",
  options: { gathering: which },
  async run(context, values) {
    const of = await open(values.gathering, context);
    mayRun(context, of);
    const args = { gathering: gatheringName(of) };
    if (of.actionEndedAt !== undefined) {
      // What follows an action is held or let go; here only its time is taken away.
      const moved = await context.gatherings.move(of, undefined);
      return [
        ...(await toCell(context, of, say("gather-time-gone", args))),
        ...(await announceGathering(context, moved)),
      ];
    }
    await context.gatherings.end(of.id, "cancelled");
    return toCell(context, of, say("gather-cancelled", args));
  },
});

const held = usage({
  about: "gather-held-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: { gathering: which },
  async run(context, values) {
    const early = ({ actionId, actionEndedAt, at = Infinity }: Gathering): boolean =>
      actionId === undefined ? at > context.now : actionEndedAt === undefined;
    const of = await open(values.gathering, context, (one) => !early(one));
    if (early(of)) throw new Refused(phrase("gather-too-early"));
    await context.gatherings.end(of.id, "held");
    const said = await toCell(context, of, say("gather-held", { gathering: gatheringName(of) }));
    if (of.kind !== "decompression") return said;
    return [...said, ...(await offerCheckin(context, { cellId: of.cellId, gatheringId: of.id }))];
  },
});

const letGo = usage({
  about: "gather-let-go-about",
  ends: true,
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: { gathering: which },
  async run(context, values) {
    const of = await open(values.gathering, context);
    await context.gatherings.end(of.id, "let-go");
    return toCell(context, of, say("gather-let-go", { gathering: gatheringName(of) }));
  },
});

const show = usage({
  about: "gather-show-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: { gathering: which },
  async run(context, values) {
    const of = await gatheringOrOnly(values.gathering, context);
    if (context.chat === undefined) return [{ to: "here", message: await gatheringMessage(context, of) }];
    return [{ to: "card", kind: gatheringCard, subject: of.id, anew: true }];
  },
});

const listLines = messageIds({
  held: "gather-list-held",
  "let-go": "gather-list-let-go",
  over: "gather-list-over",
  cancelled: "gather-list-cancelled",
}) satisfies Record<Exclude<GatheringState, "open">, string>;

function listLine(of: Gathering): Phrase {
  const args = { number: of.number, gathering: gatheringName(of, 80) };
  if (of.state !== "open") return phrase(listLines[of.state], args);
  if (of.at !== undefined) return phrase("gather-list-at", { ...args, time: whenNamed(of.at) });
  return of.times.length > 0 ? phrase("gather-list-choosing", args) : phrase("gather-list-no-time", args);
}

const list = usage({
  about: "gather-list-about",
  level: "member",
  where: everywhere,
  answer: "private",
  // Which gatherings there are is known to the whole chat.
  fallback: "chat",
  async run(context) {
    const cellId = cellHere(context);
    const all = cellId === undefined ? [] : await context.gatherings.list(cellId, { ended: true });
    if (all.length === 0) throw new Refused(phrase("gather-none"));
    return [{ to: "person", message: { blocks: [{ type: "list", items: all.map(listLine) }] } }];
  },
});

const ics = usage({
  about: "gather-ics-about",
  level: "member",
  where: everywhere,
  answer: "private",
  fallback: "chat",
  async run(context) {
    const cellId = cellHere(context);
    const file = cellId === undefined ? undefined : await calendarOf(context, cellId);
    if (file === undefined) throw new Refused(phrase("gather-ics-none"));
    const blocks = [{ type: "paragraph", content: phrase("gather-ics") } as const, { type: "file", file } as const];
    return [{ to: "person", message: { blocks } }];
  },
});

/** Ends the choice between times, and says what came of it. */
async function decided(context: FederationContext, id: string): Promise<readonly Reply[]> {
  const result = await context.gatherings.decide(id);
  if (result === undefined) return [];
  const { gathering, found } = result;
  const chats = await chatsOf(context, gathering.cellId);
  const said: Reply = { to: "chats", chats, message: decidedMessage(gathering, found) };
  return found ? [said, ...(await announceGathering(context, gathering))] : [said];
}

/** A job for one gathering that is still there. */
const onGathering =
  (run: (context: FederationContext, id: string) => Promise<readonly Reply[]>): JobRunner =>
  async (context, { gathering: id = "" }) => {
    return (await context.gatherings.get(id)) === undefined ? [] : run(context, id);
  };

/** Asks whether a decompression was held, or reminds of one that was not. */
const ask = onGathering(async (context, id) => {
  const asked = await context.gatherings.ask(id);
  if (asked === undefined) return [];
  const { gathering, what } = asked;
  const chats = await chatsOf(context, gathering.cellId);
  if (what === "held") return [{ to: "chats", chats, message: heldQuestion(gathering) }];
  const facilitator = await facilitatorOf(context, gathering);
  const message = overdueMessage(gathering);
  // The chat reads it too: who alone is reminded can be away, and nobody is blamed by it.
  return [
    ...(facilitator === undefined ? [] : [toFacilitator(gathering, facilitator)]),
    { to: "chats", chats, message },
  ];
});

/** Who looks after it: who made it, else the cell's coordinator. */
const facilitatorOf = async ({ cells }: Context, of: Gathering): Promise<string | undefined> =>
  of.organizerId ?? (await cells.get(of.cellId))?.coordinatorId;

/** A decompression was not held. It has no hour by which it has to be known, so it waits for any quiet hours. */
const toFacilitator = (of: Gathering, person: string): Reply => ({
  to: "direct",
  person,
  message: overdueMessage(of),
  waits: { until: Infinity, kind: overdueJob, payload: { gathering: of.id, person } },
});

export const gather = command({
  name: "gather",
  about: "gather-about",
  words: {
    new: create,
    when,
    choose,
    going: rsvp("going"),
    maybe: rsvp("maybe"),
    no: rsvp("no"),
    show,
    list,
    move,
    cancel,
    held,
    "let-go": letGo,
    ics,
  },
  cards: { [gatheringCard]: renderGathering },
  jobs: {
    [gatheringJobs.remind]: onGathering(async (context, id) => {
      const of = await context.gatherings.remind(id);
      if (of?.at === undefined) return [];
      return [{ to: "chats", chats: await chatsOf(context, of.cellId), message: reminderMessage(of, of.at) }];
    }),
    [gatheringJobs.decide]: onGathering(decided),
    [gatheringJobs.rest]: ask,
    [gatheringJobs.over]: onGathering(async ({ gatherings }, id) => {
      await gatherings.pass(id);
      return [];
    }),
    [gatheringJobs.clear]: onGathering(async ({ gatherings }, id) => {
      await gatherings.clear(id);
      return [];
    }),
    [placeJob]: async (context, { gathering: id = "", person = "" }) => {
      const of = await context.gatherings.get(id);
      if (of?.state !== "open") return [];
      const { seated, waiting } = await context.gatherings.seats(of);
      const waits = { until: of.at ?? Infinity, kind: placeJob, payload: { gathering: id, person } };
      if (waiting.includes(person)) {
        const gone = placeGoneMessage(of, waiting.indexOf(person) + 1);
        return [{ to: "direct", person, message: gone, waits }];
      }
      if (!seated.includes(person)) return [];
      // Where they cannot be reached the chat calls them: a place of which its holder does not know stays empty.
      const message = placeMessage(of, { person: await nameOf(context, person) });
      const otherwise = { chats: await chatsOf(context, of.cellId), message };
      return [{ to: "direct", person, message: placeMessage(of), otherwise, waits }];
    },
    [overdueJob]: async (context, { gathering: id = "", person = "" }) => {
      const of = await context.gatherings.get(id);
      if (of === undefined || !isOverdue(of, context.now)) return [];
      return (await facilitatorOf(context, of)) === person ? [toFacilitator(of, person)] : [];
    },
  },
});
