/**
 * `/date`: a council proposes days, its cells answer in their chats, unseen, and it agrees on one by a vote. Rules:
 * docs/rules.md, "Dates".
 */
import { command, Needed, Refused, usage, type JobRunner, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { verbatim, type Block } from "../../src/chat/message.ts";
import { messageIds, phrase, time } from "../../src/chat/phrase.ts";
import {
  asks,
  dateProposal,
  datesHere,
  days,
  daysHere,
  noDay,
  proposedDay,
  type ProposedDay,
  type WhichDays,
} from "../../src/core/options/date.ts";
import { cellHere, drive as driveOption } from "../../src/core/options/drive.ts";
import { optional, required, shorten, text } from "../../src/core/options/index.ts";
import { clockOf } from "../../src/core/options/option.ts";
import {
  dateCard,
  dateJobs,
  isAnswered,
  mostOpenDates,
  type DateProposal,
  type Saying,
} from "../../src/domain/dates.ts";
import { localParts } from "../../src/domain/time.ts";
import { beginDebrief } from "../debrief/begin.ts";
import { openVote, shown } from "../vote.ts";
import {
  agreedMessage,
  cardIn,
  dateMessage,
  dayButtons,
  dayOf,
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
    const { dates, group, now } = context;
    if (group === undefined) throw new Refused(phrase("council-none"));
    if (drive?.scope === "cell") throw new Refused(phrase("drive-of-another-cell"));
    const open = (await dates.list({ council: group.id })).filter((one) => isAnswered(one, now));
    if (open.length >= mostOpenDates) throw new Refused(phrase("date-many-open", { most: mostOpenDates }));
    // The answers to the same question at two times could be compared.
    const again = asked.find((day) => open.some((one) => one.days.includes(day)));
    if (again !== undefined) throw new Refused(phrase("date-day-asked", { day: dayOf(again, context) }));
    const made = await dates.propose(group.id, { what, days: asked, driveId: drive?.id });
    return [cardIn(made, await dates.chats(made))];
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

/** Whether something is still to be done about it, or to come. */
function isCurrent(context: MemberContext, of: DateProposal): boolean {
  const today = localParts(context.now, clockOf(context)).date;
  return of.agreedDay === undefined ? of.days.some((day) => day >= today) : of.agreedDay >= today;
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
  options: { day: dayOption("closed") },
  async run(context, { day: named }) {
    const { of, day } = await dayOrAsk(context, named, "closed");
    const { assemblies, dates, group } = context;
    const said = dayOf(day, context);
    if (of.result === undefined) throw new Refused(phrase("date-still-open", { until: untilOf(of) }));
    if (day < localParts(context.now, clockOf(context)).date) throw new Refused(phrase("date-day-past", { day: said }));
    if (of.agreedDay === day) throw new Refused(phrase("date-agreed-already", { day: said }));
    const running = await openVoteOf(context, of);
    if (running !== undefined) throw new Refused(phrase("date-voting", { vote: running.number }));
    const assembly = await assemblies.current(of.councilId);
    if (assembly?.openedAt === undefined) {
      throw new Refused(
        assembly === undefined
          ? phrase("date-needs-assembly")
          : phrase("date-needs-assembly-at", { when: time(assembly.startsAt, "datetime", { named: true }) }),
      );
    }
    const question = context.plain(phrase("date-vote-text", { what: of.what, day: said }));
    const made = await openVote(context, { text: question, council: group?.kind === "council" ? group : undefined });
    await dates.putToVote(of, day, made.id);
    return shown(context, made);
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
  const { dates, councils, cells } = context;
  const of = await dates.get(date);
  // It has been moved again since: that is told.
  if (of === undefined || String(of.agreements) !== agreement) return [];
  const council = await councils.get(of.councilId);
  const told = new Set(await dates.allChats(of));
  return [...(await cells.zones())].flatMap(([zone, chats]): readonly Reply[] => {
    const there = chats.filter((id) => told.has(id));
    if (there.length === 0) return [];
    const message = agreedMessage({ zone }, of, council?.name ?? "");
    return [{ to: "chats", chats: there, message, broadcast: `date:${of.id}:agreed:${agreement}` }];
  });
};

/** On the morning after the day that was agreed on, each cell of the council is asked what it has learnt. */
const debrief: JobRunner = async (context, { date: id = "" }) => {
  const of = await context.dates.get(id);
  if (of?.agreedDay === undefined) return [];
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
  },
  cards: { [dateCard]: renderDate },
  jobs: {
    [dateJobs.remind]: remind,
    [dateJobs.close]: close,
    [dateJobs.agreed]: announce,
    [dateJobs.debrief]: debrief,
  },
});
