/**
 * `/assembly`: cross-sector meetings of a council, from the invitation to the minutes. Rules: README, "Assemblies".
 *
 * The council's coordinator plans and runs them; who holds a seat, or stands in for one, checks in, speaks and proposes;
 * every member of its cells may look. Reminders and everything else that falls due are in assembly-jobs.ts.
 */
import { command, Refused, usage, type Reply } from "../src/core/command.ts";
import type { Context, MemberContext } from "../src/core/context.ts";
import { say, type Block, type Message } from "../src/chat/message.ts";
import {
  cell as cellOption,
  choice,
  council as councilOption,
  duration,
  flag,
  integer,
  optional,
  recurrence,
  required,
  text,
  timeOfDay,
  type Council,
  type Recurrence,
} from "../src/core/options/index.ts";
import { meeting } from "../src/core/options/times.ts";
import { gatheringName } from "../src/core/options/numbered.ts";
import { fold } from "../src/core/options/option.ts";
import { seatRule } from "../src/core/options/poll.ts";
import { assembly as assemblyOption, quorum } from "../src/core/options/vote.ts";
import { recurrencePhrase } from "../src/core/recurrence.ts";
import { phrase, type Phrase, time } from "../src/chat/phrase.ts";
import {
  assemblyCard,
  assemblySectorsCard,
  lastMoment,
  type AgendaItem,
  type Assembly,
  type SeatHold,
} from "../src/domain/assemblies.ts";
import { calendarFile } from "../src/domain/calendar.ts";
import { usualQuorum } from "../src/domain/quorum.ts";
import { anchor, needsWeekday, nextOccurrences, type Rule } from "../src/domain/recurrence.ts";
import { assemblyJobRunners, askHost, closedReplies, plannedReplies } from "./assembly-jobs.ts";
import {
  agendaMessage,
  cellCard,
  councilCard,
  countedRoster,
  hostLine,
  hostReason,
  itemName,
  namedRoster,
  quorumLine,
  titleOf,
  whenOf,
} from "./assembly-messages.ts";
import { careScript } from "./care.ts";
import { councilHere } from "./council.ts";
import { minutesFiles } from "./minutes-paper.ts";
import { resultLine } from "./vote-result.ts";
import { ranks, type Level } from "../src/chat/levels.ts";

/** Longest names and proposals, in characters. */
const longestName = 60;
const longestItem = 300;
/** Minutes. */
const usualLength = 120;
const longestLength = 3 * 24 * 60;
/** So far ahead, in milliseconds, an assembly can be moved: half a year. */
const farthest = 183 * 24 * 60 * 60_000;
/** Items on one agenda, and dates in one calendar file. */
const mostItems = 50;
const datesInFile = 12;

const which = optional(councilOption(), { about: "council-option-council", ask: "council-ask-council" });
/** Set by the buttons of a card. */
const ofCard = optional(assemblyOption(), {
  about: "assembly-option-assembly",
  ask: "assembly-option-assembly",
  hidden: true,
});
const everywhere = ["council", "cell", "direct"] as const;
const ofCouncil = ["council", "direct"] as const;

/** The council that is meant by somebody who only looks: in a cell's chat it is shown to the cell. */
const lookAt = (context: MemberContext, named: Council | undefined): Promise<Council> => {
  const needs: Level = context.group?.kind === "cell" && named === undefined ? "anyone" : "member";
  return councilHere(context, named, needs);
};

/** The assembly that goes on, or the next one. */
async function currentOf({ assemblies }: Context, council: Council): Promise<Assembly> {
  const found = await assemblies.current(council.id);
  if (found === undefined) throw new Refused(phrase("assembly-none", { council: council.name }));
  return found;
}

/** Somebody in an assembly that people can check in to. */
interface Attending {
  readonly context: MemberContext;
  readonly assembly: Assembly;
  readonly hold: SeatHold;
}

/** The assembly of the card that was pressed, or the one that goes on here, for who holds a seat or stands in for one. */
async function attending(
  context: MemberContext,
  named: Assembly | undefined,
  of: Council | undefined,
): Promise<Attending> {
  const { delegates, councils, person } = context;
  const assembly = named ?? (await currentOf(context, await councilHere(context, of, "delegate")));
  const [hold] = await delegates.holds(assembly.councilId, person.id);
  if (hold === undefined) {
    const council = await councils.get(assembly.councilId);
    throw new Refused(phrase("assembly-no-seat", { council: council?.name ?? "" }));
  }
  if (assembly.closedAt !== undefined) throw new Refused(phrase("assembly-is-closed"));
  if (assembly.openedAt === undefined) throw new Refused(phrase("assembly-not-yet", { when: whenOf(assembly) }));
  return { context, assembly, hold };
}

const here = (content: Phrase): Reply => ({ to: "here", message: { blocks: [{ type: "paragraph", content }] } });
const told = (content: Phrase): Reply => ({ to: "person", message: { blocks: [{ type: "paragraph", content }] } });

const create = usage({
  about: "assembly-new-about",
  level: "coordinator",
  where: ofCouncil,
  answer: "chat",
  options: {
    name: required(text({ max: longestName }), {
      about: "assembly-option-name",
      ask: "assembly-ask-name",
      position: 0,
    }),
    rule: required(recurrence(), { about: "assembly-option-rule", ask: "assembly-ask-rule" }),
    time: optional(timeOfDay(), { about: "assembly-option-time", ask: "assembly-ask-time" }),
    length: optional(duration(), { about: "assembly-option-length", ask: "assembly-ask-length" }),
    quorum: optional(quorum(), { about: "assembly-option-quorum", ask: "assembly-ask-quorum" }),
    seats: optional(seatRule(), { about: "assembly-option-seats", ask: "assembly-ask-seats" }),
    names: optional(flag("names"), { about: "assembly-option-names", ask: "assembly-ask-names" }),
    council: which,
  },
  async run(context, values) {
    const council = await councilHere(context, values.council, "coordinator");
    const { pattern } = values.rule;
    const minute = values.time ?? values.rule.minute;
    if (minute === undefined) throw new Refused(phrase("assembly-needs-time"));
    if (needsWeekday(pattern)) throw new Refused(phrase("assembly-needs-day"));
    const lengthMinutes = values.length ?? usualLength;
    if (lengthMinutes < 1 || lengthMinutes > longestLength) throw new Refused(phrase("assembly-length"));
    const planned = await context.assemblies.upcoming(council.id);
    const same = planned.find(({ series }) => fold(series.name) === fold(values.name));
    if (same !== undefined) {
      throw new Refused(phrase("assembly-planned-already", { name: same.series.name, when: whenOf(same) }));
    }
    if (values.seats !== undefined) await context.delegates.setSeatRule(council.id, values.seats);
    const rule = anchor(pattern, { after: context.now, minute, zone: council.zone });
    const first = await context.assemblies.createSeries(council.id, {
      name: values.name,
      rule,
      lengthMinutes,
      quorum: values.quorum ?? usualQuorum,
      names: values.names === true,
    });
    const said = phrase("assembly-planned", {
      name: values.name,
      rule: recurrencePhrase(rule.pattern, minute),
      when: whenOf(first),
    });
    return [here(said), ...(await plannedReplies(context, first))];
  },
});

const change = usage({
  about: "assembly-change-about",
  level: "coordinator",
  where: ofCouncil,
  answer: "chat",
  options: {
    at: optional(meeting(), { about: "assembly-option-at", ask: "assembly-ask-at" }),
    time: optional(timeOfDay(), { about: "assembly-option-change-time", ask: "assembly-ask-time" }),
    length: optional(duration(), { about: "assembly-option-change-length", ask: "assembly-ask-length" }),
    rule: optional(recurrence(), { about: "assembly-option-change-rule", ask: "assembly-ask-rule" }),
    council: which,
  },
  async run(context, values) {
    const council = await councilHere(context, values.council, "coordinator");
    const before = await currentOf(context, council);
    if (before.openedAt !== undefined) throw new Refused(phrase("assembly-change-late"));
    const { at, length } = values;
    if (length !== undefined && (length < 1 || length > longestLength)) throw new Refused(phrase("assembly-length"));
    // A day that is over was read as that of the next year.
    if (at !== undefined && (at <= context.now || at > context.now + farthest)) {
      throw new Refused(phrase("assembly-change-far", { when: time(at, "datetime", { named: true }) }));
    }
    const rule = changedRule(context, before, values);
    const unchanged =
      (at === undefined || at === before.startsAt) &&
      (length === undefined || length === before.series.lengthMinutes) &&
      rule === undefined;
    if (unchanged) throw new Refused(phrase("assembly-change-what", { when: whenOf(before) }));
    const changed = await context.assemblies.change(before, { startsAt: at, rule, lengthMinutes: length });
    if (changed === undefined) throw new Refused(phrase("assembly-change-late"));
    return changedReplies(context, before, changed);
  },
});

/** The rule with what is to be different; undefined where nothing is. */
function changedRule(
  { now }: Context,
  { series }: Assembly,
  { rule, time: at }: { readonly rule?: Recurrence | undefined; readonly time?: number | undefined },
): Rule | undefined {
  const minute = at ?? rule?.minute ?? series.rule.minute;
  if (rule !== undefined && needsWeekday(rule.pattern)) throw new Refused(phrase("assembly-needs-day"));
  const { zone } = series.rule;
  const made = rule === undefined ? { ...series.rule, minute } : anchor(rule.pattern, { after: now, minute, zone });
  return made.pattern === series.rule.pattern && made.minute === series.rule.minute ? undefined : made;
}

/** Said once in each chat of the council and of its cells, with what was before; its delegates are told by a job. */
async function changedReplies(context: Context, before: Assembly, changed: Assembly): Promise<readonly Reply[]> {
  const { assemblies } = context;
  const { series } = changed;
  const items = [
    changed.startsAt === before.startsAt
      ? whenOf(changed)
      : phrase("assembly-change-moved", {
          when: whenOf(changed),
          before: time(before.startsAt, "datetime", { named: true }),
        }),
    ...(series.rule.pattern === before.series.rule.pattern && series.rule.minute === before.series.rule.minute
      ? []
      : [
          phrase("assembly-change-rule", {
            rule: recurrencePhrase(series.rule.pattern, series.rule.minute),
          }),
        ]),
  ];
  const message: Message = {
    blocks: [
      { type: "paragraph", style: "strong", content: phrase("assembly-changed", { assembly: titleOf(changed) }) },
      { type: "list", items },
    ],
  };
  const [council, cells] = [
    await assemblies.councilChats(changed.councilId),
    await assemblies.cellChats(changed.councilId),
  ];
  const said: Reply = {
    to: "chats",
    chats: [...council, ...cells],
    message,
    broadcast: `assembly:${changed.id}:changed:${String(series.changes)}`,
  };
  return context.group?.kind === "council" ? [said] : [said, here(phrase("vote-done-elsewhere"))];
}

const next = usage({
  about: "assembly-next-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: { council: which },
  async run(context, values) {
    const assembly = await currentOf(context, await lookAt(context, values.council));
    const kind = context.group?.kind === "council" ? assemblyCard : assemblySectorsCard;
    if (context.chat !== undefined) return [{ to: "card", kind, subject: assembly.id, anew: true }];
    // In a direct chat: with buttons for who holds a seat, without names for everybody.
    const holds = await context.delegates.holds(assembly.councilId, context.person.id);
    const view = await (holds.length > 0 ? councilCard : cellCard)(context, assembly.id);
    return view === undefined ? [] : [{ to: "here", message: view.message }];
  },
});

const roster = usage({
  about: "assembly-roster-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: {
    cell: optional(cellOption(), { about: "assembly-option-cell", ask: "assembly-ask-cell", position: 0 }),
    council: which,
  },
  async run(context, values) {
    const assembly = await currentOf(context, await lookAt(context, values.council));
    const inside = context.group?.kind === "council";
    const message = inside
      ? await namedRoster(context, assembly, values.cell?.id)
      : await countedRoster(context, assembly);
    return [{ to: "here", message }];
  },
});

const checkin = usage({
  about: "assembly-checkin-about",
  level: "delegate",
  where: ofCouncil,
  answer: "private",
  // Who is there is seen in the council's chats anyway.
  fallback: "chat",
  options: { assembly: ofCard, council: which },
  async run(context, values) {
    const { assembly, hold } = await attending(context, values.assembly, values.council);
    const { assemblies, cells, person } = context;
    const came = await assemblies.checkIn(assembly.id, person.id, hold.cellId);
    const cell = (await cells.get(hold.cellId))?.name ?? "";
    if (hold.as === "delegate") return [told(phrase(came ? "assembly-in" : "assembly-in-already", { cell }))];
    const counts = await assemblies.counts(assembly, person.id);
    return [told(phrase(counts ? "assembly-in-for" : "assembly-in-beside", { cell }))];
  },
});

const checkout = usage({
  about: "assembly-checkout-about",
  level: "delegate",
  where: ofCouncil,
  answer: "private",
  fallback: "chat",
  options: { assembly: ofCard, council: which },
  async run(speaking, values) {
    const { context, assembly } = await attending(speaking, values.assembly, values.council);
    const gone = await context.assemblies.checkOut(assembly.id, context.person.id);
    return [told(gone ? phrase("assembly-out") : phrase("assembly-out-already"))];
  },
});

const quorumWord = usage({
  about: "assembly-quorum-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: { council: which },
  async run(context, values) {
    const assembly = await currentOf(context, await lookAt(context, values.council));
    const { quorum: found } = await context.assemblies.standing(assembly);
    return [here(quorumLine(found, assembly.series.quorum))];
  },
});

// The agenda

const agendaActions = ["add", "move", "open"] as const;

const agenda = usage({
  about: "assembly-agenda-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: {
    action: optional(choice(agendaActions), {
      about: "assembly-option-action",
      ask: "assembly-ask-action",
      position: 0,
    }),
    text: optional(text({ max: longestItem }), {
      about: "assembly-option-item",
      ask: "assembly-ask-item",
      position: 1,
    }),
    to: optional(integer({ min: 1, max: mostItems }), { about: "assembly-option-to", ask: "assembly-ask-to" }),
    council: which,
  },
  async run(context, values) {
    if (values.action === undefined) {
      const assembly = await currentOf(context, await lookAt(context, values.council));
      return [{ to: "here", message: agendaMessage(assembly, await context.assemblies.items(assembly.id)) }];
    }
    const needs: Level = values.action === "add" ? "delegate" : "coordinator";
    const council = await councilHere(context, values.council, needs);
    const assembly = await currentOf(context, council);
    if (values.text === undefined) throw new Refused(phrase("assembly-agenda-what"));
    if (values.action === "add") return addItem(context, assembly, values.text);
    const { number, to } = numbersIn(values.text, values.to);
    const items = await context.assemblies.items(assembly.id);
    const item = items.find((one) => one.number === number);
    if (item === undefined) throw new Refused(phrase("assembly-agenda-no-item", { typed: values.text.slice(0, 20) }));
    return values.action === "open"
      ? openItem(context, assembly, item)
      : moveItem(context, assembly, item, to, items.length);
  },
});

/** `3`, or `3 1`: which item, and where to. */
function numbersIn(
  typed: string,
  named: number | undefined,
): { readonly number: number; readonly to: number | undefined } {
  const [, number, to] = /^(\d{1,3})(?:\D+(\d{1,3}))?$/u.exec(typed.trim()) ?? [];
  return { number: Number(number), to: named ?? (to === undefined ? undefined : Number(to)) };
}

async function addItem({ assemblies }: Context, assembly: Assembly, item: string): Promise<readonly Reply[]> {
  if ((await assemblies.items(assembly.id)).length >= mostItems) throw new Refused(phrase("assembly-agenda-full"));
  const number = await assemblies.addItem(assembly.id, item);
  return [here(phrase("assembly-agenda-added", { number, item, assembly: titleOf(assembly) }))];
}

async function moveItem(
  { assemblies }: Context,
  assembly: Assembly,
  item: AgendaItem,
  to: number | undefined,
  count: number,
): Promise<readonly Reply[]> {
  if (item.kind !== "proposal") throw new Refused(phrase("assembly-agenda-stays"));
  if (to === undefined || to > count) throw new Refused(phrase("assembly-agenda-where"));
  await assemblies.moveItem(assembly.id, item, to);
  return [{ to: "here", message: agendaMessage(assembly, await assemblies.items(assembly.id)) }];
}

/** The council comes to an item: said in its chats, with what is read out at the opening. */
async function openItem(context: MemberContext, assembly: Assembly, item: AgendaItem): Promise<readonly Reply[]> {
  if (assembly.openedAt === undefined) throw new Refused(phrase("assembly-not-yet", { when: whenOf(assembly) }));
  await context.assemblies.openItem(assembly.id, item);
  const content = phrase("assembly-now", { number: item.number, item: itemName(item) });
  const read = await readOut(context, assembly, item);
  const message: Message = { blocks: [{ type: "paragraph", style: "strong", content }, ...read] };
  const chats = await context.assemblies.councilChats(assembly.councilId);
  const said: Reply = { to: "chats", chats, message };
  return context.group?.kind === "council" ? [said] : [said, here(phrase("vote-done-elsewhere"))];
}

/** The agenda opens with the care ledger and with the decompressions of the council's cells that are still open. */
async function readOut(context: MemberContext, assembly: Assembly, { kind }: AgendaItem): Promise<readonly Block[]> {
  if (kind === "proposal") return [];
  const cells = await context.councils.cells(assembly.councilId);
  const cellIds = cells.map(({ id }) => id);
  if (kind === "care") return careScript(context, cellIds);
  const open = await context.gatherings.openDecompressions(cellIds);
  if (open.length === 0) return [{ type: "paragraph", style: "quiet", content: phrase("assembly-open-none") }];
  const nameOf = new Map(cells.map(({ id, name }) => [id, name]));
  return [
    {
      type: "list",
      items: open.map((one) =>
        phrase("assembly-open-line", { cell: nameOf.get(one.cellId) ?? "", gathering: gatheringName(one) }),
      ),
    },
  ];
}

// Speaking

const speak = usage({
  about: "assembly-speak-about",
  level: "delegate",
  where: ofCouncil,
  answer: "private",
  fallback: "chat",
  options: {
    action: optional(choice(["off", "next"]), {
      about: "assembly-option-speak",
      ask: "assembly-ask-speak",
      position: 0,
    }),
    assembly: ofCard,
    council: which,
  },
  async run(context, values) {
    if (values.action === "next") return nextToSpeak(context, values.council);
    const { assembly, hold } = await attending(context, values.assembly, values.council);
    const { assemblies, person } = context;
    if (values.action === "off") {
      const stopped = await assemblies.stopAsking(assembly.id, person.id);
      return [told(stopped ? phrase("assembly-speak-off") : phrase("assembly-speak-not-waiting"))];
    }
    await assemblies.checkIn(assembly.id, person.id, hold.cellId);
    await assemblies.askToSpeak(assembly.id, person.id, hold);
    const { waiting } = await assemblies.speakers(assembly.id);
    const place = waiting.findIndex((one) => one.person === person.id) + 1;
    return [told(phrase("assembly-speak-place", { place }))];
  },
});

/** The council's coordinator calls whose turn it is. */
async function nextToSpeak(context: MemberContext, of: Council | undefined): Promise<readonly Reply[]> {
  const { assemblies, people } = context;
  const council = await councilHere(context, of, "coordinator");
  const assembly = await currentOf(context, council);
  const called = await assemblies.callSpeaker(assembly.id);
  if (called === undefined) throw new Refused(phrase("assembly-speak-nobody"));
  const { waiting } = await assemblies.speakers(assembly.id);
  const after = waiting[0]?.person;
  const names = await people.names([called.person, ...(after === undefined ? [] : [after])]);
  const name = names.get(called.person) ?? "";
  const content =
    after === undefined
      ? phrase("assembly-speaks", { name })
      : phrase("assembly-speaks-then", { name, after: names.get(after) ?? "" });
  const chats = await assemblies.councilChats(council.id);
  const said: Reply = { to: "chats", chats, message: { blocks: [{ type: "paragraph", style: "strong", content }] } };
  return context.group?.kind === "council" ? [said] : [said, told(phrase("vote-done-elsewhere"))];
}

// Votes, the end, the minutes

const votesWord = usage({
  about: "assembly-vote-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: { council: which },
  async run(context, values) {
    const assembly = await currentOf(context, await lookAt(context, values.council));
    const votes = await context.votes.ofAssembly(assembly.id);
    if (votes.length === 0) throw new Refused(phrase("vote-none"));
    const items = votes.map(({ vote }) =>
      phrase("vote-line", { number: vote.number, text: vote.text, result: resultLine(vote) }),
    );
    return [{ to: "here", message: { blocks: [{ type: "list", items }] } }];
  },
});

const close = usage({
  about: "assembly-close-about",
  ends: true,
  level: "coordinator",
  where: ofCouncil,
  answer: "chat",
  options: { council: which },
  async run(context, values) {
    const council = await councilHere(context, values.council, "coordinator");
    const assembly = await currentOf(context, council);
    if (assembly.openedAt === undefined) {
      throw new Refused(phrase("assembly-close-early", { assembly: titleOf(assembly), when: whenOf(assembly) }));
    }
    const [open] = await context.votes.list(council.id, { closed: false });
    if (open !== undefined) {
      const button = {
        label: phrase("vote-button-close"),
        action: { command: "vote", word: "close", options: { vote: `#${open.id}` } },
        press: "seen" as const,
      };
      throw new Refused(phrase("assembly-vote-open", { text: open.text.slice(0, 80) }), {
        blocks: [{ type: "buttons", rows: [[button]] }],
      });
    }
    const done = await context.assemblies.close(assembly.id);
    if (done === undefined) throw new Refused(phrase("assembly-is-closed"));
    const said = await closedReplies(context, done);
    return context.group?.kind === "council" ? said : [...said, here(phrase("vote-done-elsewhere"))];
  },
});

const minutes = usage({
  about: "assembly-minutes-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: {
    number: optional(integer({ min: 1, max: 1_000_000 }), {
      about: "assembly-option-number",
      ask: "assembly-ask-number",
      position: 0,
    }),
    council: which,
  },
  async run(context, values) {
    const { assemblies } = context;
    const council = await lookAt(context, values.council);
    const running = await assemblies.current(council.id);
    const found =
      values.number !== undefined
        ? await assemblies.byNumber(council.id, values.number)
        : running?.openedAt === undefined
          ? await assemblies.latest(council.id)
          : running;
    if (found === undefined) throw new Refused(phrase("assembly-minutes-none"));
    const held = await assemblies.minutes(found);
    const content = phrase(found.closedAt === undefined ? "assembly-minutes-so-far" : "assembly-minutes-of", {
      assembly: titleOf(found),
      start: time(found.startsAt, "date"),
    });
    return [{ to: "here", message: { blocks: [{ type: "paragraph", content }, ...minutesFiles(held)] } }];
  },
});

// The host

const host = usage({
  about: "assembly-host-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: {
    action: optional(choice(["accept", "pass"]), {
      about: "assembly-option-host",
      ask: "assembly-ask-host",
      position: 0,
    }),
    assembly: ofCard,
    council: which,
  },
  async run(context, values) {
    const { assemblies } = context;
    const assembly = values.assembly ?? (await currentOf(context, await lookAt(context, values.council)));
    if (values.action === undefined) return [{ to: "here", message: await hostMessage(context, assembly) }];
    if (assembly.openedAt !== undefined || assembly.closedAt !== undefined) {
      throw new Refused(phrase("assembly-host-too-late"));
    }
    await mayAnswerForHost(context, assembly);
    if (values.action === "accept") {
      const accepted = await assemblies.acceptHost(assembly);
      const chats = await assemblies.councilChats(assembly.councilId);
      const said: Reply = {
        to: "chats",
        chats,
        message: say("assembly-host-said-yes", { host: await hostLine(context, accepted) }),
      };
      return context.group?.kind === "council" ? [said] : [said, here(phrase("assembly-host-thanks"))];
    }
    const passed = await assemblies.passHost(assembly);
    return [
      here(phrase("assembly-host-passed", { host: await hostLine(context, passed) })),
      ...(await askHost(context, passed)),
    ];
  },
});

async function hostMessage(context: Context, assembly: Assembly): Promise<Message> {
  const why = assembly.host === undefined ? [] : hostReason(assembly.host.why);
  return {
    blocks: [
      { type: "heading", content: titleOf(assembly) },
      { type: "paragraph", content: await hostLine(context, assembly) },
      ...(why.length === 0 ? [] : [{ type: "list" as const, items: why }]),
    ],
  };
}

/** For a host answer the coordinator of a cell that hosts, or whoever runs the council. */
async function mayAnswerForHost(context: MemberContext, assembly: Assembly): Promise<void> {
  const { councils, assemblies, person } = context;
  const council = await councils.get(assembly.councilId);
  if (council === undefined || assembly.host === undefined) throw new Refused(phrase("assembly-host-nobody"));
  if (ranks[await councils.levelOf(person, council)] >= ranks.coordinator) return;
  const cells = await assemblies.hostCells(assembly);
  if (!cells.some(({ coordinatorId }) => coordinatorId === person.id))
    throw new Refused(phrase("assembly-host-not-yours"));
}

const ics = usage({
  about: "assembly-ics-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: { council: which },
  async run(context, values) {
    const council = await lookAt(context, values.council);
    const assembly = await currentOf(context, council);
    const { series, host: at } = assembly;
    const ordinal = await context.assemblies.ordinal(assembly);
    const starts = [
      assembly.startsAt,
      ...nextOccurrences(series.rule, lastMoment(assembly, context.now), datesInFile - 1),
    ];
    const data = calendarFile({
      name: series.name,
      stamp: context.now,
      events: starts.map((start, later) => ({
        // By their order, not by their time: whatever is moved stays the same event in people's calendars.
        uid: `${series.id}-${String(ordinal + later)}@steward`,
        // Higher with every change, and with every assembly that was planned, since that may have moved the later ones.
        sequence: series.changes + ordinal - 1,
        start,
        end: start + series.lengthMinutes * 60_000,
        summary: series.name,
        ...(start === assembly.startsAt && at !== undefined ? { location: at.place } : {}),
        cancelled: false,
        updatedAt: context.now,
      })),
    });
    const file = { name: "assembly.ics", mediaType: "text/calendar", data: Buffer.from(data).toString("base64") };
    const content = phrase("assembly-ics-file", { name: series.name, count: starts.length });
    return [
      {
        to: "here",
        message: {
          blocks: [
            { type: "paragraph", content },
            { type: "file", file },
          ],
        },
      },
    ];
  },
});

const end = usage({
  about: "assembly-end-about",
  level: "coordinator",
  where: ofCouncil,
  answer: "chat",
  options: {
    council: which,
    confirm: optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true }),
  },
  async run(context, values) {
    const council = await councilHere(context, values.council, "coordinator");
    const assembly = await currentOf(context, council);
    const { name } = assembly.series;
    if (values.confirm !== true) {
      const button = {
        label: phrase("assembly-end-yes"),
        action: { command: "assembly", word: "end", options: { confirm: "confirm", council: `#${council.id}` } },
        press: "seen" as const,
        style: "danger" as const,
      };
      const blocks: Block[] = [
        { type: "paragraph", content: phrase("assembly-end-sure", { name }) },
        { type: "buttons", rows: [[button]] },
      ];
      return [{ to: "here", message: { blocks } }];
    }
    await context.assemblies.endSeries(assembly.series);
    return [here(phrase("assembly-ended", { name }))];
  },
});

export const assembly = command({
  name: "assembly",
  about: "assembly-about",
  words: {
    new: create,
    change,
    next,
    roster,
    checkin,
    checkout,
    quorum: quorumWord,
    agenda,
    speak,
    vote: votesWord,
    close,
    minutes,
    host,
    ics,
    end,
  },
  cards: { [assemblyCard]: councilCard, [assemblySectorsCard]: cellCard },
  jobs: assemblyJobRunners,
});
