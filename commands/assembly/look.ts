/** The words of `/assembly` that show: the next one, its roster, quorum and votes, its dates. */
import { Refused, usage } from "../../src/core/command.ts";
import { verbatim } from "../../src/chat/message.ts";
import { cell as cellOption, optional } from "../../src/core/options/index.ts";
import { phrase, type Phrase } from "../../src/chat/phrase.ts";
import { assemblyCard, assemblySectorsCard, lastMoment } from "../../src/domain/assemblies.ts";
import { nextOccurrences } from "../../src/domain/recurrence.ts";
import type { NewEvent } from "../../src/domain/calendar.ts";
import { icsFile } from "../calendar-file.ts";
import { cellCard, councilCard, countedRoster, namedRoster, quorumLine } from "./messages.ts";
import { resultLine } from "../vote-result.ts";
import { which, everywhere, lookAt, currentOf, here } from "./meant.ts";

/** Dates in one calendar file. */
const datesInFile = 12;

export const next = usage({
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

export const roster = usage({
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

export const quorumWord = usage({
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

export const votesWord = usage({
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

export const ics = usage({
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
    const events = starts.map((start, later): NewEvent<Phrase> => ({
      // By their order, not by their time: whatever is moved stays the same event in people's calendars.
      uid: `${series.id}-${String(ordinal + later)}@steward`,
      // Higher with every change, and with every assembly that was planned, since that may have moved the later ones.
      sequence: series.changes + ordinal - 1,
      start,
      end: start + series.lengthMinutes * 60_000,
      title: verbatim(series.name),
      ...(start === assembly.startsAt && at !== undefined ? { location: at.place } : {}),
      cancelled: false,
      changedAt: assembly.plannedAt,
    }));
    const numbered = await context.calendars.number(`assemblies:${council.id}`, events);
    const file = icsFile(context, { file: "assembly.ics", name: verbatim(series.name), events: numbered });
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
