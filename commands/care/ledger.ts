/** The words of `/care` about the ledger: who gave what. Rules: docs/rules.md, "Care". */
import { Refused, usage, type JobRunner, type OptionType, type Reply } from "../../src/core/command.ts";
import type { Context, FederationContext, MemberContext } from "../../src/core/context.ts";
import { say, verbatim, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { choice, flag, optional, person, required, text, type Person } from "../../src/core/options/index.ts";
import { nameOn, phrase, type Phrase, messageIds, time } from "../../src/chat/phrase.ts";
import { askJob, careKinds, script, wordsIn, type Care, type CareKind, type Line } from "../../src/domain/ledger.ts";
import { nameOf } from "../names.ts";

/** Longest texts, in characters. */
const longestWhat = 200;
const longestTo = 80;
/** As many of one's entries as are shown with a button each. */
const mostShown = 8;
const labelLength = 30;

const kindNames = messageIds({
  time: "care-kind-time",
  food: "care-kind-food",
  knowledge: "care-kind-knowledge",
  listening: "care-kind-listening",
}) satisfies Record<CareKind, string>;

export const kindLabels = {
  time: phrase("care-kind-time"),
  food: phrase("care-kind-food"),
  knowledge: phrase("care-kind-knowledge"),
  listening: phrase("care-kind-listening"),
} satisfies Record<CareKind, Phrase>;

/** For whom: a person whom the bot knows, or words ('the night shift'). */
type Recipient = { readonly person: Person } | { readonly words: string };

const recipient = (): OptionType<Recipient> => ({
  kind: "text",
  max: longestTo,
  parse: async (raw, context) => {
    const found = await person().parse(raw, context);
    if ("value" in found) return { value: { person: found.value } };
    // Two people are called so: words would leave open whose care it was.
    if (found.choices !== undefined) return found;
    const words = await text({ max: longestTo }).parse(raw, context);
    return "value" in words ? { value: { words: words.value } } : words;
  },
});

export const toPerson = (message: Message): Reply => ({ to: "person", message });
const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };

/** What was given, as it is read: with whom it was for, where that was said. */
export const asRead = ({ what, to }: Pick<Care, "what" | "to">): Phrase =>
  to === undefined ? verbatim(what) : phrase("care-what-to", { what, to });

/** A button that runs `/care mine` for one entry. */
const entryButton = (of: Pick<Care, "id">, label: Phrase, options: Readonly<Record<string, string>>): Button => ({
  label,
  action: { command: "care", word: "mine", options: { ...options, entry: of.id } },
  press: "unseen",
});

// Giving

/**
 * Somebody gave care: they are asked, on their own, whether it may stand in the ledger. Nothing is asked twice about the
 * same `source` (an id). Who cannot be reached finds the question in `/care mine`.
 */
export async function askGiver(
  { ledger }: FederationContext,
  given: {
    readonly personId: string;
    readonly cellId: string;
    readonly what: string;
    readonly kind: CareKind;
    /** When, milliseconds since 1970. */
    readonly at: number;
    readonly source: string;
  },
): Promise<readonly Reply[]> {
  const { personId, ...of } = given;
  const care = await ledger.give({ ...of, giverId: personId, waitsForId: personId });
  return care === undefined ? [] : [toBeAsked(care, personId)];
}

/** The question to one person. It has no hour by which it has to be answered, so it waits for any quiet hours. */
const toBeAsked = (care: Care, person: string): Reply => ({
  to: "direct",
  person,
  message: question(care, person),
  waits: { until: Infinity, kind: askJob, payload: { entry: care.id, person } },
});

/** Asks after the quiet hours, if it still waits for an answer. */
export const askLater: JobRunner = async (context, { entry = "", person = "" }) => {
  const care = (await context.ledger.waiting(person)).find(({ id }) => id === entry);
  return care === undefined ? [] : [toBeAsked(care, person)];
};

/** May it stand? */
function question(care: Care, asked: string): Message {
  const what = asRead(care);
  const giver = care.giverId === asked;
  return {
    blocks: [
      paragraph(giver ? phrase("care-ask-giver", { what }) : phrase("care-ask-recipient", { what })),
      paragraph(phrase("care-ask-why"), "quiet"),
      {
        type: "buttons",
        rows: [
          [
            { ...entryButton(care, phrase("care-button-yes"), { answer: "yes" }), style: "primary" },
            entryButton(care, phrase("care-button-unnamed"), { answer: "unnamed" }),
            entryButton(care, phrase("care-button-no"), { answer: "no" }),
          ],
        ],
      },
    ],
  };
}

export const give = usage({
  about: "care-give-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  // Whether it is to be anonymous is not said where others read it.
  fallback: "notice",
  unseen: ({ anonymous }) => anonymous === true,
  options: {
    what: required(text({ max: longestWhat }), { about: "care-option-what", ask: "care-ask-what", position: 0 }),
    kind: optional(choice(careKinds, { labels: kindLabels }), {
      about: "care-option-kind",
      ask: "care-ask-kind",
    }),
    to: optional(recipient(), { about: "care-option-to", ask: "care-ask-to" }),
    by: optional(person(), { about: "care-option-by", ask: "care-ask-by" }),
    anonymous: optional(flag("anonymous"), {
      about: "care-option-anonymous",
      ask: "care-ask-anonymous",
    }),
  },
  async run(context, { what, kind, to, by, anonymous }) {
    const { ledger, now } = context;
    const cellId = await ownCell(context);
    const giver = by ?? context.person;
    const toWords = to !== undefined && "words" in to ? to.words : undefined;
    const receiver = to !== undefined && "person" in to ? to.person : undefined;
    if (receiver?.id === giver.id) throw new Refused(phrase("care-to-themselves"));
    const of = { cellId, kind: kind ?? "time", what, to: toWords, at: now };
    if (anonymous === true) {
      if (giver.id !== context.person.id) throw new Refused(phrase("care-anonymous-own"));
      if (receiver !== undefined) throw new Refused(phrase("care-anonymous-to"));
      await ledger.giveUnnamed(of);
      return [toPerson(say("care-given-unnamed"))];
    }
    const others = [giver, ...(receiver === undefined ? [] : [receiver])].filter(({ id }) => id !== context.person.id);
    const [other, another] = others;
    if (another !== undefined) throw new Refused(phrase("care-one-at-a-time"));
    if (other !== undefined) return forOther(context, other, { ...of, giverId: giver.id, receiver });
    const care = await ledger.give({ ...of, giverId: giver.id });
    if (care === undefined) throw new Error("an entry without a source had one");
    return [toPerson(noted(care, kind === undefined))];
  },
});

/** An entry that names somebody else waits for their yes. */
async function forOther(
  context: MemberContext,
  other: Person,
  {
    receiver,
    ...of
  }: Pick<Care, "cellId" | "kind" | "what" | "to" | "at"> & {
    readonly giverId: string;
    readonly receiver: Person | undefined;
  },
): Promise<readonly Reply[]> {
  const { ledger, people, person: author } = context;
  if (!(await people.isMember(other.id, of.cellId))) throw new Refused(phrase("care-not-member"));
  const to = receiver === undefined ? {} : { toId: receiver.id };
  const care = await ledger.give({ ...of, ...to, enteredById: author.id, waitsForId: other.id });
  if (care === undefined) throw new Error("an entry without a source had one");
  return [toPerson(say("care-waits", { person: await nameOf(context, other.id) })), toBeAsked(care, other.id)];
}

/** The entry is noted; one that was not sorted can be sorted with one tap. */
const noted = (care: Care, unsorted: boolean): Message => ({
  blocks: [
    paragraph(phrase("care-given", { what: asRead(care) })),
    ...(unsorted
      ? [
          paragraph(phrase("care-sort"), "quiet"),
          {
            type: "buttons",
            rows: [careKinds.map((kind) => entryButton(care, kindLabels[kind], { kind }))],
          } as const,
        ]
      : []),
  ],
});

/** The cell whose ledger is meant, of which the person is a member. */
export async function ownCell(context: MemberContext): Promise<string> {
  const cellId = cellHere(context);
  if (cellId === undefined || !(await context.people.isMember(context.person.id, cellId))) {
    throw new Refused(phrase("care-no-cell"));
  }
  return cellId;
}

// One's own

export const answered = messageIds({ yes: "care-answer-yes", unnamed: "care-answer-unnamed", no: "care-answer-no" });

/** What waits for one's yes, and what stands. */
export async function entriesOf({ ledger, person: asking }: MemberContext): Promise<readonly Reply[]> {
  const waiting = await ledger.waiting(asking.id);
  const given = await ledger.ofGiver(asking.id);
  const shown = given.slice(0, mostShown);
  const asked = waiting.slice(0, mostShown - 1).map((care) => toPerson(question(care, asking.id)));
  if (shown.length === 0) return asked;
  return [
    ...asked,
    toPerson({
      blocks: [
        paragraph(phrase("care-mine", { count: given.length }), "strong"),
        {
          type: "list",
          items: given.map((care) =>
            phrase("care-mine-line", { kind: kindLabels[care.kind], what: asRead(care), day: time(care.at, "date") }),
          ),
        },
        {
          type: "buttons",
          rows: shown.map((care) => [
            entryButton(care, phrase("care-button-remove", { what: beginning(care.what) }), { remove: "confirm" }),
          ]),
        },
      ],
    }),
  ];
}

function beginning(what: string): string {
  const letters = [...what];
  return letters.length <= labelLength - 10 ? what : `${letters.slice(0, labelLength - 11).join("")}…`;
}

// Reading it out

export const read = usage({
  about: "care-read-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "chat",
  async run(context) {
    const cellIds =
      context.group?.kind === "council"
        ? (await context.councils.cells(context.group.id)).map(({ id }) => id)
        : [await ownCell(context)];
    return [{ to: "here", message: { blocks: await careScript(context, cellIds) } }];
  },
});

/**
 * What was given in some cells, to be read aloud in five minutes: everyone once, in an order that is different each time.
 * It names those who agreed, so it belongs into the chats of these cells and of their council only.
 */
export async function careScript(context: FederationContext, cellIds: readonly string[]): Promise<readonly Block[]> {
  const entries = await context.ledger.read(cellIds);
  if (entries.length === 0) return [paragraph(phrase("care-read-none"))];
  const names = await namesOf(context, entries);
  const nameWords = (giverId: string | undefined): number =>
    giverId === undefined ? 1 : wordsIn(names.get(giverId) ?? "").length || 1;
  const receivers = (care: Care): string | undefined =>
    care.toId === undefined ? care.to : (names.get(care.toId) ?? care.to);
  const given = entries.map((care) => ({
    giverId: care.giverId,
    kind: care.kind,
    what: context.plain(asRead({ what: care.what, to: receivers(care) })),
  }));
  const lines = script(given, { random: (below) => context.random(below), nameWords });
  const name = (id: string | undefined): Phrase | string =>
    (id === undefined ? undefined : names.get(id)) ?? phrase("people-somebody");
  const heading: Block = { type: "heading", content: phrase("care-read") };
  const end = paragraph(phrase("care-read-end"), "quiet");
  if (lines.every(({ gave }) => gave.length === 0)) {
    const everybody = lines.map(({ giverId }) => name(giverId));
    return [heading, paragraph(phrase("care-read-names", { names: everybody })), end];
  }
  return [heading, { type: "list", items: lines.map((line) => lineOf(line, name(line.giverId))) }, end];
}

/** 'Ana – food: soup, bread; time: rides' */
const lineOf = ({ gave }: Line, name: Phrase | string): Phrase =>
  phrase("care-read-line", {
    name,
    gave: gave.map(({ kind, things }) =>
      things.length === 0 ? phrase(kindNames[kind]) : phrase("care-read-part", { kind: kindLabels[kind], things }),
    ),
  });

/** What people in the ledger are called, in one or two queries for nearly all of them. */
async function namesOf({ people, platform }: Context, entries: readonly Care[]): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(entries.flatMap(({ giverId, toId }) => [giverId ?? [], toId ?? []].flat()));
  const names = await people.called([...wanted]);
  return new Map([...names].map(([id, name]) => [id, nameOn(name, platform)]));
}
