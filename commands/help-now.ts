/**
 * `/help-now`: the emergency card of this place. Rules: docs/rules.md, "Help now". What it shows comes from memory, ahead of the queue
 * (src/core/dispatch/ahead.ts); `run` says the same where nothing is in memory.
 */
import {
  command,
  Refused,
  usage,
  type CardRenderer,
  type HelpHere,
  type JobRunner,
  type Reply,
} from "../src/core/command.ts";
import type { Context, FederationContext, MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Button, type Message } from "../src/chat/message.ts";
import { phrase, time, type Phrase } from "../src/chat/phrase.ts";
import { cellHere } from "../src/core/options/drive.ts";
import { flag, optional, required, text } from "../src/core/options/index.ts";
import { askedAfter, helpCard, helpJobs, longestCard } from "../src/domain/help.ts";

/** A card, without what differs between its readers. */
export type Card = Omit<HelpHere, "language" | "zone">;

const lines = (card: string): Block => ({ type: "list", items: card.split("\n").map(verbatim) });
const quiet = (content: Phrase): Block => ({ type: "paragraph", content, style: "quiet" });

/** The card as people see it. */
export const cardBlocks = ({ cell, text: card, confirmedAt }: Card): readonly Block[] => [
  { type: "heading", content: phrase("help-now-card", { cell }) },
  lines(card),
  quiet(phrase("help-now-confirmed-on", { at: time(confirmedAt, "date", { dated: true }) })),
];

const cards = (all: readonly Card[]): Message => ({ blocks: all.flatMap(cardBlocks) });

/** The card of a cell; nothing where none stands. */
export async function cardOf(context: FederationContext, cellId: string): Promise<Card | undefined> {
  const { stands } = await context.helpCards.get(cellId);
  const cell = await context.cells.get(cellId);
  return stands === undefined || cell === undefined ? undefined : { cell: cell.name, ...stands };
}

const shown = usage({
  about: "help-now-show-about",
  level: "anyone",
  where: ["cell", "direct"],
  answer: "chat",
  ahead: cards,
  async run(context) {
    if (context.federation === undefined) throw new Refused(phrase("help-now-stranger"));
    const federated = context.within(context.federation);
    const all: Card[] = [];
    for (const cellId of await cellsHere(context)) {
      const card = await cardOf(federated, cellId);
      if (card !== undefined) all.push(card);
    }
    if (all.length === 0) throw new Refused(phrase("help-now-none"));
    return [{ to: "here", message: cards(all) }];
  },
});

/** The cell whose chat it is; in a direct chat all cells of which the person is a member. */
async function cellsHere({ chat, group, person, cells }: Context): Promise<readonly string[]> {
  if (chat === undefined && person !== undefined) return (await cells.ofPerson(person.id)).map(({ id }) => id);
  return group === undefined ? [] : [group.id];
}

const set = usage({
  about: "help-now-set-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: {
    text: required(text({ max: longestCard, lines: true }), {
      about: "help-now-option-text",
      ask: "help-now-ask-text",
      position: 0,
    }),
  },
  async run(context, { text: proposed }) {
    const cellId = ownCell(context);
    await context.helpCards.propose(cellId, context.person.id, proposed);
    const chats = (await context.cells.chats({ cell: cellId })).map(({ id }) => id);
    return [
      { to: "person", message: say("help-now-proposed") },
      { to: "card", kind: helpCard, subject: cellId, chats, anew: true },
    ];
  },
});

function ownCell(context: Context): string {
  const cellId = cellHere(context);
  if (cellId === undefined) throw new Refused(phrase("help-now-no-cell"));
  return cellId;
}

const hidden = { about: "help-now-about", ask: "help-now-about", hidden: true } as const;
/** Set by buttons: whose card, and which change of it. */
const which = {
  cell: optional(text({ max: 40 }), hidden),
  change: optional(text({ max: 40 }), hidden),
};

/** The cell that is meant, of which the person has to be a member, and its change, if that is still the one that was shown. */
async function meant(
  context: MemberContext,
  { cell, change: shownChange }: { readonly cell: string | undefined; readonly change: string | undefined },
) {
  const cellId = cell ?? ownCell(context);
  if (!(await context.people.isMember(context.person.id, cellId))) throw new Refused(phrase("help-now-elsewhere"));
  const { stands, change } = await context.helpCards.get(cellId);
  if (shownChange !== undefined && shownChange !== change?.id) throw new Refused(phrase("help-now-gone"));
  return { cellId, stands, change };
}

const confirm = usage({
  about: "help-now-confirm-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: { ...which, still: optional(flag("confirm"), hidden) },
  async run(context, { still, ...of }) {
    const { cellId, stands, change } = await meant(context, of);
    if (still === true || change === undefined) {
      if (stands === undefined) throw new Refused(phrase("help-now-none"));
      await context.helpCards.stillRight(cellId);
      return [{ to: "person", message: say("help-now-still-right") }];
    }
    if (change.byId === context.person.id) throw new Refused(phrase("help-now-own"));
    if (!(await context.helpCards.confirm(cellId, change.id, context.person.id)))
      throw new Refused(phrase("help-now-gone"));
    return [{ to: "person", message: say("help-now-stands") }];
  },
});

const refuse = usage({
  about: "help-now-refuse-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: which,
  async run(context, of) {
    const { cellId, change } = await meant(context, of);
    if (change === undefined || !(await context.helpCards.refuse(cellId, change.id)))
      throw new Refused(phrase("help-now-gone"));
    return [{ to: "person", message: say("help-now-refused") }];
  },
});

const button = (label: Phrase, word: string, options: Readonly<Record<string, string>>): Button => ({
  label,
  action: { command: "help-now", word, options },
  press: "seen",
});

/** A change, for another member to look at; afterwards what stands. */
const render: CardRenderer = async (context, cellId) => {
  const cell = await context.cells.get(cellId);
  if (cell === undefined) return undefined;
  const { stands, change } = await context.helpCards.get(cellId);
  if (change !== undefined) {
    const options = { cell: cellId, change: change.id };
    return {
      message: {
        blocks: [
          { type: "heading", content: phrase("help-now-change", { cell: cell.name }) },
          lines(change.text),
          { type: "paragraph", content: phrase("help-now-change-how") },
          {
            type: "buttons",
            rows: [
              [
                { ...button(phrase("help-now-button-confirm"), "confirm", options), style: "primary" },
                button(phrase("help-now-button-refuse"), "refuse", options),
              ],
            ],
          },
        ],
      },
    };
  }
  return {
    message: stands === undefined ? say("help-now-none") : { blocks: cardBlocks({ cell: cell.name, ...stands }) },
  };
};

/** Thirty days after it was said last: is it still right? Put to who coordinates the cell, or else to its chats. */
const ask: JobRunner = async (context, { cell: cellId = "" }) => {
  const { helpCards, cells, roles, now } = context;
  const { stands } = await helpCards.get(cellId);
  const cell = await cells.get(cellId);
  if (cell === undefined || stands === undefined || now < stands.confirmedAt + askedAfter) return [];
  await helpCards.askAt(cellId, now + askedAfter);
  const message: Message = {
    blocks: [
      ...cardBlocks({ cell: cell.name, ...stands }),
      { type: "paragraph", content: phrase("help-now-ask-still") },
      {
        type: "buttons",
        rows: [
          [
            {
              ...button(phrase("help-now-button-still"), "confirm", { cell: cellId, still: "yes" }),
              style: "primary",
            },
          ],
        ],
      },
    ],
  };
  const chats = (await cells.chats({ cell: cellId })).map(({ id }) => id);
  const [coordinator] = await roles.coordinators(cell);
  if (coordinator === undefined) return [{ to: "chats", chats, message }];
  const waits = { until: Infinity, kind: helpJobs.check, payload: { cell: cellId } };
  return [{ to: "direct", person: coordinator, message, otherwise: { chats, message }, waits } satisfies Reply];
};

export const helpNow = command({
  name: "help-now",
  about: "help-now-about",
  bare: shown,
  words: { set, confirm, refuse },
  cards: { [helpCard]: render },
  jobs: { [helpJobs.check]: ask },
});
