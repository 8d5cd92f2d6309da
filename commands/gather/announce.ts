/** What is said about gatherings: their card, and what falls due for them. Rules: docs/rules.md, "Gatherings". */
import { nextOf, type CardRenderer, type Reply } from "../../src/core/command.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { say, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { gatheringName, whenNamed } from "../../src/core/options/numbered.ts";
import { usualTimes } from "../../src/core/options/times.ts";
import { phrase, type Phrase, duration, messageIds, time, type PhraseArg } from "../../src/chat/phrase.ts";
import {
  gatheringCard,
  overAt,
  type Gathering,
  type GatheringChanges,
  type GatheringState,
  type RsvpAnswer,
} from "../../src/domain/gatherings.ts";
import { cardParts } from "../../src/chat/cards.ts";
import { openNeeds } from "../care/asked-messages.ts";
import { openNotes } from "../charter/messages.ts";
import { openDebriefs } from "../debrief/messages.ts";
import { openDecisions } from "../decide/messages.ts";
import { chatsOf } from "../said.ts";

/** Shows a gathering in the chats of its cell, in a new message. */
export async function announceGathering(context: FederationContext, of: Gathering): Promise<readonly Reply[]> {
  const chats = await chatsOf(context, of.cellId);
  return [{ to: "card", kind: gatheringCard, subject: of.id, chats, anew: true }];
}

/** A button that runs a word of `/gather` for one gathering. */
export const gatherButton = (
  of: Pick<Gathering, "id">,
  word: string,
  label: Phrase,
  more: { readonly options?: Readonly<Record<string, string>>; readonly style?: Button["style"] } = {},
): Button => ({
  label,
  action: { command: "gather", word, options: { ...more.options, gathering: `#${of.id}` } },
  // Who comes, and when they can, is no secret in the cell.
  press: "seen",
  ...(more.style === undefined ? {} : { style: more.style }),
});

const buttons = (...row: readonly Button[]): Block => ({ type: "buttons", rows: [row] });
const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };

const answerLabels = messageIds({
  going: "gather-button-going",
  maybe: "gather-button-maybe",
  no: "gather-button-no",
}) satisfies Record<RsvpAnswer, string>;

const rsvpButtons = (of: Gathering): Block =>
  buttons(
    gatherButton(of, "going", phrase(answerLabels.going), { style: "primary" }),
    gatherButton(of, "maybe", phrase(answerLabels.maybe)),
    gatherButton(of, "no", phrase(answerLabels.no)),
  );

/** Buttons that propose times. */
export const timesButtons = (of: Gathering): Block =>
  buttons(...usualTimes.map(({ value, label }) => gatherButton(of, "when", label, { options: { times: value } })));

const ends = messageIds({
  held: "gather-state-held",
  "let-go": "gather-state-let-go",
  over: "gather-state-over",
  cancelled: "gather-state-cancelled",
}) satisfies Record<Exclude<GatheringState, "open">, string>;

/** The live message of a gathering. */
export const renderGathering: CardRenderer = async (context, subject) => {
  const of = await context.gatherings.get(subject);
  if (of === undefined) return undefined;
  const madeOf = [{ kind: cardParts.meeting, subject: of.cellId }];
  // When it has been, the next one has what is open.
  const ends = (await coming(context, of)).flatMap((one) => (one.at === undefined ? [] : [overAt(one.at, one)]));
  return { message: await gatheringMessage(context, of), madeOf, changesAt: nextOf(context.now, ends) };
};

/** The gatherings of the same cell that are still to come, or go on; one that nobody says was held is not. */
async function coming({ gatherings, now }: FederationContext, { cellId }: Gathering): Promise<readonly Gathering[]> {
  const all = (await gatherings.list(cellId)).filter((one) => one.at !== undefined && overAt(one.at, one) > now);
  return all.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** What the cell has open for its next meeting, where that is the one. */
async function openPoints(context: FederationContext, of: Gathering, at: number): Promise<readonly Block[]> {
  const [next] = await coming(context, of);
  if (next?.id !== of.id) return [];
  const points = [
    ...(await openDebriefs(context, of.cellId, at)),
    ...(await openDecisions(context, { cellId: of.cellId }, at)),
    ...(await openNotes(context, of.cellId)),
    ...(await openNeeds(context, of.cellId)),
  ];
  return points.length === 0
    ? []
    : [paragraph(phrase("gather-open-points"), "strong"), { type: "list", items: points }];
}

/** A gathering as its cell sees it: when, how many come, or the times to choose from. Nobody's name. */
export async function gatheringMessage(context: FederationContext, of: Gathering): Promise<Message> {
  const heading: Block = { type: "heading", content: gatheringName(of, 200) };
  if (of.state !== "open") return { blocks: [heading, paragraph(phrase(ends[of.state]), "strong"), number(of)] };
  const known = placeLines(of);
  const place: readonly Block[] = known.length === 0 ? [] : [{ type: "list", items: known }];
  if (of.times.length > 0) return { blocks: [heading, ...place, ...choosing(of), number(of)] };
  if (of.at === undefined) {
    return { blocks: [heading, paragraph(phrase("gather-no-time")), ...place, timesButtons(of), number(of)] };
  }
  const { seated, waiting, maybe } = await context.gatherings.turnout(of);
  const lines = [
    ...placeLines(of),
    of.capacity === undefined
      ? phrase("gather-going", { going: seated })
      : phrase("gather-going-of", { going: seated, capacity: of.capacity }),
    ...(waiting > 0 ? [phrase("gather-waiting", { waiting })] : []),
    ...(maybe > 0 ? [phrase("gather-maybe", { maybe })] : []),
  ];
  return {
    blocks: [
      heading,
      paragraph(whenLine(of.at), "strong"),
      { type: "list", items: lines },
      ...(await openPoints(context, of, of.at)),
      rsvpButtons(of),
      number(of),
    ],
  };
}

/** Where it is and how long it lasts, as far as somebody said so. */
const placeLines = ({ where, minutes }: Pick<Gathering, "where" | "minutes">): readonly Phrase[] => [
  ...(where === undefined ? [] : [phrase("gather-where", { place: where })]),
  ...(minutes === undefined ? [] : [phrase("gather-length", { length: duration(minutes) })]),
];

/** What has changed besides the time, for the chats. */
export const changedMessage = (of: Gathering, changes: GatheringChanges): Message => ({
  blocks: [
    paragraph(phrase("gather-changed", { gathering: gatheringName(of) }), "strong"),
    {
      type: "list",
      items: [
        ...placeLines({ where: changes.where, minutes: changes.minutes }),
        ...(changes.capacity === undefined ? [] : [phrase("gather-places", { places: changes.capacity })]),
      ],
    },
  ],
});

export const whenLine = (at: number): Phrase => phrase("gather-when", { time: whenNamed(at) });

const number = (of: Gathering): Block => paragraph(phrase("gather-number", { number: of.number }), "quiet");

/** The proposed times, each a button, with how many can make it. */
function choosing(of: Gathering): readonly Block[] {
  return [
    paragraph(phrase("gather-choose-how")),
    {
      type: "list",
      items: of.times.map(({ at, choices }) => phrase("gather-time-line", { time: whenNamed(at), people: choices })),
    },
    {
      type: "buttons",
      rows: of.times.map(({ id, at }) => [
        gatherButton(of, "choose", phrase("options-time-label", { time: time(at, "datetime") }), {
          options: { time: `#${id}` },
        }),
      ]),
    },
    ...(of.decidesAt === undefined
      ? []
      : [paragraph(phrase("gather-decides", { time: whenNamed(of.decidesAt) }), "quiet")]),
  ];
}

// What falls due

/** A day and an hour before. What is said of a gathering ends with its number: there may be two of one name. */
export const reminderMessage = (of: Gathering, at: number): Message => ({
  blocks: [
    { type: "heading", content: gatheringName(of, 200) },
    paragraph(phrase("gather-reminder", { time: whenNamed(at), left: time(at, "relative") })),
    rsvpButtons(of),
    number(of),
  ],
});

/** What came of the choice between times. */
export const decidedMessage = (of: Gathering, found: boolean): Message =>
  found && of.at !== undefined
    ? {
        blocks: [
          { type: "heading", content: gatheringName(of, 200) },
          paragraph(phrase("gather-decided", { time: whenNamed(of.at) }), "strong"),
          number(of),
        ],
      }
    : {
        blocks: [
          { type: "heading", content: gatheringName(of, 200) },
          paragraph(phrase("gather-decided-none")),
          timesButtons(of),
          number(of),
        ],
      };

const heldButtons = (of: Gathering): Block =>
  buttons(
    gatherButton(of, "held", phrase("gather-button-held"), { style: "primary" }),
    gatherButton(of, "when", phrase("gather-button-other-time")),
    gatherButton(of, "let-go", phrase("gather-button-let-go")),
  );

/** Was it held? */
export const heldQuestion = (of: Gathering): Message => ({
  blocks: [
    { type: "heading", content: gatheringName(of, 200) },
    paragraph(phrase("gather-held-ask")),
    heldButtons(of),
    number(of),
  ],
});

/** Seven days and more after the action: to whoever planned it, or in the chat. */
export const overdueMessage = (of: Gathering): Message => ({
  blocks: [
    { type: "heading", content: gatheringName(of, 200) },
    paragraph(phrase("gather-overdue")),
    paragraph(phrase("gather-overdue-how")),
    heldButtons(of),
    number(of),
  ],
});

/** There are fewer places than before, and somebody who had one waits now. */
export const placeGoneMessage = (of: Gathering, place: number): Message =>
  say("gather-place-gone", { gathering: gatheringName(of), place });

const placeFree = messageIds({ direct: "gather-place-free", chat: "gather-place-free-chat" });
const placeFreeAt = messageIds({ direct: "gather-place-free-at", chat: "gather-place-free-at-chat" });

/** A place is free for somebody who waited: to themselves, or, naming them, in the chats of their cell. */
export const placeMessage = (of: Gathering, inChats?: { readonly person: PhraseArg }): Message => {
  const where = inChats === undefined ? "direct" : "chat";
  const args = { gathering: gatheringName(of), ...inChats };
  const free =
    of.at === undefined
      ? phrase(placeFree[where], args)
      : phrase(placeFreeAt[where], { ...args, time: whenNamed(of.at) });
  return { blocks: [paragraph(free), buttons(gatherButton(of, "no", phrase("gather-button-give-back")))] };
};
