/**
 * `/date`: a council proposes days, its cells answer in their chats, unseen, and it agrees on one by a vote. Rules:
 * docs/rules.md, "Dates".
 */
import { command, Needed, Refused, usage, type JobRunner, type Reply } from "../../src/core/command.ts";
import type { FederationContext, MemberContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Button } from "../../src/chat/message.ts";
import { messageIds, phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import {
  asks,
  dateProposal,
  datesHere,
  dayOf,
  days,
  dayValue,
  daysHere,
  noDay,
  proposalChoice,
  proposedDay,
  type ProposedDay,
  type WhichDays,
} from "../../src/core/options/date.ts";
import { cellHere, drive as driveOption } from "../../src/core/options/drive.ts";
import { optional, required, shorten, text } from "../../src/core/options/index.ts";
import { clockOf } from "../../src/core/options/option.ts";
import { onlyOne } from "../../src/core/options/which.ts";
import { hasBegun } from "../../src/domain/assemblies.ts";
import {
  dateCard,
  dateJobs,
  isAgreed,
  isAnswered,
  lastDay,
  mostOpenDates,
  type DateProposal,
  type Saying,
} from "../../src/domain/dates.ts";
import { localParts } from "../../src/domain/time.ts";
import { beginDebrief } from "../debrief/begin.ts";
import { sureOption } from "../making.ts";
import { openVote, shown } from "../vote.ts";
import {
  agreedMessage,
  cardIn,
  dateMessage,
  dayButtons,
  offMessage,
  openVoteOf,
  ownAnswers,
  renderDate,
  stateLine,
  untilOf,
} from "./messages.ts";

/** Longest description, in characters: with a day behind it, it is the question of a vote. */
const longestWhat = 120;
/** Proposals in one list. */
const mostListed = 12;

const dayTexts = { about: "date-option-day", ask: "date-ask-day", position: 0 } as const;
const dayOption = (which: WhichDays) => optional(proposedDay(which), dayTexts);

const propose = usage({
  about: "date-propose-about",
  level: "coordinator",
  where: ["council"],
  answer: "chat",
  options: {
    what: required(text({ max: longestWhat }), { about: "date-option-what", ask: "date-ask-what", position: 0 }),
    days: required(days(), { about: "date-option-days", ask: "date-ask-days" }),
    drive: optional(driveOption(), { about: "date-option-drive", ask: "drive-ask-which" }),
  },
  async run(context, { what, days: asked, drive }) {
    const { dates, group } = context;
    if (group === undefined) throw new Refused(phrase("council-none"));
    if (drive?.scope === "cell") throw new Refused(phrase("drive-of-another-cell"));
    const open = await dates.askedNow(group.id);
    const own = open.filter(({ councilId }) => councilId === group.id);
    if (own.length >= mostOpenDates) throw new Refused(phrase("date-many-open", { most: mostOpenDates }));
    // The answers to the same question at two times, or of two councils, could be compared.
    const taken = asked.filter((day) => open.some((one) => one.days.includes(day)));
    const free = asked.filter((day) => !taken.includes(day));
    const elsewhere = taken.some((day) => !own.some((one) => one.days.includes(day)));
    const said = { days: taken.map((day) => dayOf(day, context)) };
    if (free.length === 0) throw new Refused(phrase(elsewhere ? "date-day-asked-elsewhere" : "date-day-asked", said));
    const made = await dates.propose(group.id, { what, days: free, driveId: drive?.id });
    const card = cardIn(made, await dates.chats(made));
    return taken.length === 0
      ? [card]
      : [card, toHere(phrase(elsewhere ? "date-left-out-elsewhere" : "date-left-out", said))];
  },
});

const show = usage({
  about: "date-show-about",
  level: "member",
  where: ["council", "cell", "direct"],
  answer: "chat",
  options: {
    date: optional(dateProposal(), { about: "date-option-date", ask: "date-ask-date", position: 0 }),
  },
  async run(context, { date }) {
    const all = date === undefined ? await datesHere(context) : [date];
    const current = date === undefined ? all.filter((of) => isCurrent(context, of)) : all;
    if (all.length === 0) throw new Refused(phrase("date-none"));
    if (context.group === undefined) return showOwn(context, current.length === 0 ? all.slice(-1) : current);
    const [only] = current.length === 0 ? all.slice(-1) : current;
    if (only !== undefined && current.length <= 1) return [cardIn(only, [context.chat?.id ?? ""], true)];
    const items = await Array.fromAsync(current.slice(-mostListed), async (of) =>
      phrase("date-line", { what: shorten(of.what, 80), state: await stateLine(context, of) }),
    );
    const blocks: readonly Block[] = [
      { type: "heading", content: phrase("date-list") },
      { type: "list", items },
      { type: "paragraph", style: "quiet", content: phrase("date-list-more") },
    ];
    return [{ to: "here", message: { blocks } }];
  },
});

/** The date today, as the clock here has it. */
const today = (context: MemberContext): string => localParts(context.now, clockOf(context)).date;

const toHere = (content: Phrase, ...row: readonly Button[]): Reply => ({
  to: "here",
  message: {
    blocks: [{ type: "paragraph", content }, ...(row.length === 0 ? [] : [{ type: "buttons" as const, rows: [row] }])],
  },
});

/** Whether something is still to be done about it, or to come. */
function isCurrent(context: MemberContext, of: DateProposal): boolean {
  return of.cancelledAt === undefined && lastDay(of) >= today(context);
}

/** In the direct chat: what one has answered oneself, with the buttons. */
async function showOwn(context: MemberContext, all: readonly DateProposal[]): Promise<readonly Reply[]> {
  const { dates, person, now } = context;
  const cell = cellHere(context);
  const blocks: Block[] = [];
  for (const of of all.slice(-mostListed)) {
    if (!isAnswered(of, now) || cell === undefined || !asks(of, cell)) {
      blocks.push(...(await dateMessage(context, of, cell)).blocks);
      continue;
    }
    const said = await dates.own(of, person.id);
    blocks.push(
      { type: "heading", content: verbatim(of.what) },
      { type: "paragraph", content: phrase("date-question-until", { until: untilOf(of) }) },
      { type: "list", items: ownAnswers(context, of, said) },
      dayButtons(context, of),
    );
  }
  return [{ to: "person", message: { blocks } }];
}

const noted = messageIds({ can: "date-noted-can", cannot: "date-noted-cannot" }) satisfies Record<Saying, string>;

/** One of the two answers about a day, as a word of its own. */
const answering = (about: string, saying: Saying) =>
  usage({
    about,
    level: "member",
    where: ["cell", "direct"],
    answer: "private",
    // It would say who can and who cannot.
    fallback: "notice",
    unseen: true,
    options: { day: dayOption("open") },
    async run(context, { day }) {
      const { of, index } = await dayOrAsk(context, day, "open");
      const { dates, person, now } = context;
      const { cellId } = person;
      if (of.cancelledAt !== undefined) throw new Refused(phrase("date-off-already"));
      if (!isAnswered(of, now)) throw new Refused(phrase("date-too-late"));
      if (cellId === undefined || !(await dates.cellsOf(of)).includes(cellId)) {
        throw new Refused(phrase("date-not-yours"));
      }
      const said = await dates.answer(of, { id: person.id, cellId }, index, saying);
      if (said === undefined) throw new Refused(phrase("date-too-late"));
      const missing = of.days.filter((_, place) => said[place] === undefined);
      const more =
        missing.length === 0
          ? phrase("date-all-answered", { until: untilOf(of) })
          : phrase("date-missing", { days: missing.map((one) => dayOf(one, context)) });
      const content = phrase(noted[saying], { day: dayOf(of.days[index] ?? "", context) });
      return [
        {
          to: "person",
          message: {
            blocks: [
              { type: "paragraph", content },
              { type: "paragraph", content: more },
            ],
          },
        },
      ];
    },
  });

/**
 * The day that was named; else it is asked for.
 * @throws Refused where there is none to be meant; Needed where there is
 */
async function dayOrAsk(
  context: MemberContext,
  named: ProposedDay | typeof noDay | undefined,
  which: WhichDays,
): Promise<ProposedDay> {
  if (named !== undefined && named !== noDay) return named;
  if (named === noDay || (await daysHere(context, which)).length === 0)
    throw new Refused(phrase(which === "open" ? "date-none-open" : "date-none-closed"));
  throw new Needed("day");
}

const agree = usage({
  about: "date-agree-about",
  level: "coordinator",
  where: ["council"],
  answer: "chat",
  options: { day: dayOption("closed"), confirm: sureOption() },
  async run(context, { day: named, confirm }) {
    const { of, day, index } = await dayOrAsk(context, named, "closed");
    const said = dayOf(day, context);
    if (of.cancelledAt !== undefined) throw new Refused(phrase("date-off-already"));
    if (of.result === undefined) {
      // Between the last moment for an answer and the count.
      throw new Refused(
        isAnswered(of, context.now) ? phrase("date-still-open", { until: untilOf(of) }) : phrase("date-counting"),
      );
    }
    if (day < today(context)) throw new Refused(phrase("date-day-past", { day: said }));
    if (of.agreedDay === day) throw new Refused(phrase("date-agreed-already", { day: said }));
    await mayVote(context, of);
    const { what } = of;
    if (of.agreedDay === undefined) return voteOn(context, of, day, phrase("date-vote-text", { what, day: said }));
    const before = dayOf(of.agreedDay, context);
    if (confirm === true) return voteOn(context, of, day, phrase("date-vote-move-text", { what, day: said, before }));
    const yes: Button = {
      label: phrase("date-button-move-sure"),
      action: { command: "date", word: "agree", options: { day: dayValue(of, index), confirm: "confirm" } },
      press: "seen",
      style: "primary",
    };
    return [toHere(phrase("date-move-ask", { what: shorten(what, 80), day: said, before }), yes)];
  },
});

/**
 * A council agrees in its assembly, once that has begun.
 * @throws Refused with what is to be done first
 */
async function mayVote(context: MemberContext, of: DateProposal): Promise<void> {
  const running = await openVoteOf(context, of);
  if (running !== undefined) throw new Refused(phrase("date-voting", { vote: running.number }));
  const assembly = await context.assemblies.current(of.councilId);
  if (assembly === undefined) throw new Refused(phrase("date-needs-assembly"));
  if (!hasBegun(assembly, context.now)) {
    const when = time(assembly.startsAt, "datetime", { named: true });
    throw new Refused(phrase("date-needs-assembly-at", { when }));
  }
}

/** Puts a day to the vote; without one, whether what was agreed on is called off. */
async function voteOn(
  context: MemberContext,
  of: DateProposal,
  day: string | undefined,
  question: Phrase,
): Promise<readonly Reply[]> {
  const council = context.group?.kind === "council" ? context.group : undefined;
  const made = await openVote(context, { text: context.plain(question), council });
  await context.dates.putToVote(of, day, made.id);
  return shown(context, made);
}

/** What was not agreed on yet is called off at once; what a vote has agreed on, by another vote. */
const cancel = usage({
  about: "date-cancel-about",
  ends: true,
  level: "coordinator",
  where: ["council"],
  answer: "chat",
  options: {
    date: optional(dateProposal(), { about: "date-option-date", ask: "date-ask-date", position: 0 }),
  },
  async run(context, { date: named }) {
    const of =
      named ??
      (await onlyOne({
        option: "date",
        of: (await datesHere(context)).filter((one) => isCurrent(context, one)),
        none: () => phrase("date-none-to-cancel"),
        choice: proposalChoice,
      }));
    if (of.cancelledAt !== undefined) throw new Refused(phrase("date-off-already"));
    if (lastDay(of) < today(context)) {
      throw new Refused(phrase("date-day-past", { day: dayOf(lastDay(of), context) }));
    }
    if (of.agreedDay !== undefined) {
      await mayVote(context, of);
      const args = { what: of.what, day: dayOf(of.agreedDay, context) };
      return voteOn(context, of, undefined, phrase("date-vote-off-text", args));
    }
    const running = await openVoteOf(context, of);
    if (running !== undefined) throw new Refused(phrase("date-voting", { vote: running.number }));
    const after = await context.dates.callOff(of.id);
    if (after === undefined) throw new Refused(phrase("date-off-already"));
    return [cardIn(after, [context.chat?.id ?? ""])];
  },
});

/** A day before the end: cells of which too few have answered see their card again. */
const remind: JobRunner = async ({ dates, now }, { date = "" }) => {
  const of = await dates.get(date);
  if (of === undefined || !isAnswered(of, now)) return [];
  const chats = await dates.slow(of);
  return chats.length === 0 ? [] : [cardIn(of, chats, true)];
};

/** The 72 hours are over: what the cells said is shown, to the council where it looks. */
const close: JobRunner = async ({ dates }, { date = "" }) => {
  const of = await dates.close(date);
  return of === undefined ? [] : [cardIn(of, await dates.ownChats(of), true)];
};

/** Something was agreed on: all cells are told, once. */
const announce: JobRunner = async (context, { date = "", agreement = "" }) => {
  const of = await context.dates.get(date);
  // It has been moved again since, or called off: that is told.
  if (of === undefined || of.cancelledAt !== undefined || String(of.agreements) !== agreement) return [];
  return telling(context, of, await context.dates.allChats(of), agreedMessage, `agreed:${agreement}`);
};

/** It was called off: whoever was asked is told, or, where a day was agreed on, all cells, once. */
const announceOff: JobRunner = async (context, { date = "" }) => {
  const { dates } = context;
  const of = await dates.get(date);
  if (of?.cancelledAt === undefined) return [];
  const chats = of.agreedDay === undefined ? await dates.chats(of) : await dates.allChats(of);
  return telling(context, of, chats, offMessage, "off");
};

/** A message to these chats, with days as the clock of each has them. */
async function telling(
  { councils, cells }: FederationContext,
  of: DateProposal,
  chats: readonly string[],
  message: typeof agreedMessage,
  what: string,
): Promise<readonly Reply[]> {
  const council = await councils.get(of.councilId);
  const broadcast = `date:${of.id}:${what}`;
  return [...(await cells.zones(chats))].map(([zone, there]): Reply => ({
    to: "chats",
    chats: there,
    message: message({ zone }, of, council?.name ?? ""),
    broadcast,
  }));
}

/** On the morning after the day that was agreed on, each cell of the council is asked what it has learnt. */
const debrief: JobRunner = async (context, { date: id = "" }) => {
  const of = await context.dates.get(id);
  if (of === undefined || !isAgreed(of)) return [];
  const replies: Reply[] = [];
  for (const { id: cellId } of await context.councils.cells(of.councilId)) {
    const about = { cellId, of: { kind: "date", what: of.what }, subject: `date:${of.id}:${cellId}` } as const;
    replies.push(...(await beginDebrief(context, about)));
  }
  return replies;
};

export const date = command({
  name: "date",
  about: "date-about",
  words: {
    propose,
    show,
    can: answering("date-can-about", "can"),
    cannot: answering("date-cannot-about", "cannot"),
    agree,
    cancel,
  },
  cards: { [dateCard]: renderDate },
  jobs: {
    [dateJobs.remind]: remind,
    [dateJobs.close]: close,
    [dateJobs.agreed]: announce,
    [dateJobs.off]: announceOff,
    [dateJobs.debrief]: debrief,
  },
});
