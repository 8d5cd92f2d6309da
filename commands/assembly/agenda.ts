/** `/assembly agenda`: what a council goes through, in which order, and what is read out. */
import { Refused, usage, type Reply } from "../../src/core/command.ts";
import type { Context, MemberContext } from "../../src/core/context.ts";
import type { Block, Message } from "../../src/chat/message.ts";
import { choice, integer, optional, text } from "../../src/core/options/index.ts";
import { gatheringName } from "../../src/core/options/numbered.ts";
import { phrase, type Phrase } from "../../src/chat/phrase.ts";
import type { AgendaItem, Assembly } from "../../src/domain/assemblies.ts";
import { agendaMessage, itemName, titleOf, whenOf } from "./messages.ts";
import { saidIn, type ToChats } from "../said.ts";
import { careScript } from "../care/ledger.ts";
import { openDecisions } from "../decide/messages.ts";
import { councilHere } from "../council.ts";
import type { Level } from "../../src/chat/levels.ts";
import { which, everywhere, lookAt, currentOf, here } from "./meant.ts";

/** Longest proposal, in characters. */
const longestItem = 300;
/** Items on one agenda. */
const mostItems = 50;

const agendaActions = ["add", "move", "open"] as const;

export const agenda = usage({
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
      return [{ to: "here", message: await agendaHere(context, assembly) }];
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

/** The agenda, with what is open of the council's decisions by then. */
async function agendaHere(context: Context, assembly: Assembly): Promise<Message> {
  const { blocks } = agendaMessage(assembly, await context.assemblies.items(assembly.id));
  const open = await toReview(context, assembly);
  if (open.length === 0) return { blocks };
  const heading: Block = { type: "paragraph", style: "strong", content: phrase("gather-open-points") };
  return { blocks: [...blocks, heading, { type: "list", items: open }] };
}

const toReview = (context: Context, { councilId, endsAt }: Assembly): Promise<readonly Phrase[]> =>
  openDecisions(context, { councilId }, endsAt);

/** Whether decisions have an item of their own: in what was planned before they had, they are read with what is open. */
const hasDecisions = async ({ assemblies }: Context, { id }: Assembly): Promise<boolean> =>
  (await assemblies.items(id)).some(({ kind }) => kind === "decisions");

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
  const said: ToChats = { to: "chats", chats, message };
  return saidIn(context, said, phrase("vote-done-elsewhere"));
}

/**
 * What opens the agenda is read out: the care ledger, the decompressions of the council's cells that are still open, what the
 * council has to look at again. What a cell has learnt and what is in its fund is the cell's: it says it itself.
 */
async function readOut(context: MemberContext, assembly: Assembly, { kind }: AgendaItem): Promise<readonly Block[]> {
  if (kind === "proposal") return [];
  if (kind === "learnt") return [{ type: "paragraph", content: phrase("assembly-learnt-how") }];
  if (kind === "fund") return [{ type: "paragraph", content: phrase("assembly-fund-how") }];
  const cells = await context.councils.cells(assembly.councilId);
  const cellIds = cells.map(({ id }) => id);
  if (kind === "care") return careScript(context, cellIds);
  const open = kind === "decisions" ? [] : await context.gatherings.openDecompressions(cellIds);
  const decisions = kind === "open" && (await hasDecisions(context, assembly)) ? [] : await toReview(context, assembly);
  if (open.length + decisions.length === 0) {
    const none = kind === "open" ? phrase("assembly-open-none") : phrase("assembly-decisions-none");
    return [{ type: "paragraph", style: "quiet", content: none }];
  }
  const nameOf = new Map(cells.map(({ id, name }) => [id, name]));
  return [
    {
      type: "list",
      items: [
        ...open.map((one) =>
          phrase("assembly-open-line", { cell: nameOf.get(one.cellId) ?? "", gathering: gatheringName(one) }),
        ),
        ...decisions,
      ],
    },
  ];
}
