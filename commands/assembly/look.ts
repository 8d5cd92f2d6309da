/** The words of `/assembly` that show: the next one, its roster, quorum and votes, its dates. */
import { Refused, usage } from "../../src/core/command.ts";
import { verbatim } from "../../src/chat/message.ts";
import { cell as cellOption, optional } from "../../src/core/options/index.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { assemblyCard, assemblySectorsCard } from "../../src/domain/assemblies.ts";
import { icsFile } from "../calendar-file.ts";
import { dateEvents } from "../date/calendar.ts";
import { assemblyEvents } from "./calendar.ts";
import { cellCard, councilCard, countedRoster, namedRoster, quorumLine } from "./messages.ts";
import { resultLine } from "../vote-result.ts";
import { which, everywhere, lookAt, currentOf, here } from "./meant.ts";

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
    await currentOf(context, council);
    const names = (await context.assemblies.upcoming(council.id)).map(({ series }) => series.name);
    const name = verbatim([...new Set(names)].join(", "));
    const meetings = await assemblyEvents(context, council.id);
    const agreed = await dateEvents(context, council.id);
    const ahead = (of: typeof agreed): number =>
      of.filter(({ cancelled, end }) => !cancelled && end > context.now).length;
    const file = icsFile(context, { file: "assembly.ics", name, events: [...meetings, ...agreed] });
    const days = ahead(agreed);
    const content = phrase("assembly-ics-file", { name, count: ahead(meetings) });
    return [
      {
        to: "here",
        message: {
          blocks: [
            { type: "paragraph", content },
            ...(days === 0 ? [] : [{ type: "paragraph" as const, content: phrase("assembly-ics-days", { days }) }]),
            { type: "file", file },
          ],
        },
      },
    ];
  },
});
