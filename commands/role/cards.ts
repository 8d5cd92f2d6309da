/** The live messages of roles: one role, and all roles of a cell or council. */
import { type CardRenderer, nextOf } from "../../src/core/command.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { recurrencePhrase } from "../../src/core/recurrence.ts";
import { phrase, type Phrase, time, type PhraseArg } from "../../src/chat/phrase.ts";
import {
  type Foreseen,
  type Role,
  type RoleCard,
  type RoleOwner,
  rolesCard,
  type TermShown,
} from "../../src/domain/roles.ts";
import { namesOf } from "../names.ts";
import { doneUntil, holdersOf, holding, standinAt, standsIn, type Names } from "./names.ts";
import { cardParts } from "../../src/chat/cards.ts";

/** More roles than these are only counted, so that the message stays one. */
const mostShown = 25;

/** The things of a hand-over, one a line: people give them separated by commas or on lines of their own. */
export const checklistItems = (checklist: string | undefined): readonly string[] =>
  (checklist ?? "")
    .split(/[,;،؛\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");

export function checklistBlocks({ checklist }: Role): readonly Block[] {
  const items = checklistItems(checklist);
  if (items.length === 0) return [];
  return [
    { type: "paragraph", content: phrase("role-card-checklist") },
    { type: "list", items: items.map(verbatim) },
  ];
}

/** Who would have a term, who stands in for them when it begins, and how many places nobody has yet. None: nobody at all. */
export function foreseen({ people, empty }: Foreseen, names: Names): readonly PhraseArg[] {
  const named = people.map(({ personId, standinId, accepted }) => {
    if (standinId !== undefined) return standsIn(names, standinId, personId);
    return accepted ? phrase("role-person-accepted", { person: names(personId) }) : names(personId);
  });
  return named.length === 0 || empty === 0 ? named : [...named, phrase("role-places-open", { places: empty })];
}

/** The names of everybody whom these terms to come name. */
export const namesIn = (context: FederationContext, terms: readonly Foreseen[]): Promise<Names> =>
  namesOf(
    context,
    terms.flatMap(({ people }) => people.flatMap(({ personId, standinId }) => [personId, standinId])),
  );

/** The names of everybody whom these cards name. */
const namesOn = (context: FederationContext, cards: readonly RoleCard[]): Promise<Names> =>
  namesOf(context, cards.flatMap(peopleOn));

/** Who holds it and until when, who is next, what is handed over. */
export async function roleMessage(context: FederationContext, role: Role): Promise<Message> {
  if (role.endedAt !== undefined) return endedMessage(role);
  const card = await context.roles.card(role);
  return cardMessage(card, await namesOn(context, [card]), context.now);
}

function cardMessage(card: RoleCard, names: Names, now: number): Message {
  const { role, next } = card;
  const people = foreseen(next, names);
  const from = time(next.from, "datetime", { named: true });
  const { number } = role;
  const rule = recurrencePhrase(role.rule.pattern, role.rule.minute);
  return {
    blocks: [
      { type: "heading", content: verbatim(role.name) },
      { type: "paragraph", style: "strong", content: nowLine(card, names, now) },
      {
        type: "paragraph",
        content:
          people.length === 0 ? phrase("role-card-next-nobody", { from }) : phrase("role-card-next", { from, people }),
      },
      ...checklistBlocks(role),
      ...(role.power ? [{ type: "paragraph", content: phrase("role-card-power") } as const] : []),
      { type: "paragraph", style: "quiet", content: phrase("role-card-foot", { number, rule, pool: card.pool }) },
      { type: "buttons", rows: [cardButtons(card)] },
    ],
  };
}

const endedMessage = (role: Role): Message => ({
  blocks: [
    { type: "heading", content: verbatim(role.name) },
    { type: "paragraph", content: phrase("role-card-ended") },
  ],
});

function nowLine({ now: shown, role, wanted }: RoleCard, names: Names, now: number): Phrase {
  if (shown === undefined || holding(shown).length === 0) return phrase("role-card-nobody");
  const acting = holding(shown).every(({ state }) => state === "acting");
  if (acting && wanted === role.holders) return phrase("role-card-acting", { holders: actingNames(shown, names, now) });
  const holders = holdersOf(names, shown, now);
  return phrase("role-card-now", { until: time(doneUntil(shown, now), "datetime", { named: true }), holders });
}

const actingNames = (shown: TermShown, names: Names, now: number): PhraseArg[] =>
  holding(shown).map((turn) => {
    const cover = standinAt(shown.covers, turn, now);
    return cover === undefined ? names(turn.personId) : standsIn(names, cover.byId, turn.personId);
  });

/** Where a place is free from now on, it can be taken with one tap. */
function cardButtons({ role, now, wanted }: RoleCard): readonly Button[] {
  const join = {
    label: phrase("role-button-join"),
    action: { command: "role", word: "join", options: { role: `#${role.id}` } },
    press: "seen" as const,
  };
  return now !== undefined && wanted > 0 ? [takeButton(role), join] : [join];
}

export const takeButton = (role: Role): Button => ({
  label: phrase("role-button-take"),
  action: { command: "role", word: "accept", options: { role: `#${role.id}` } },
  press: "seen",
  style: "primary",
});

/** All roles of a cell or council, a line each. */
export async function overview(context: FederationContext, owner: RoleOwner): Promise<Message> {
  const roles = await context.roles.list(owner);
  return overviewOf(context, owner, await shownIn(context, roles), roles.length);
}

/** The cards of those that an overview shows. */
const shownIn = (context: FederationContext, roles: readonly Role[]): Promise<readonly RoleCard[]> =>
  context.roles.cards(roles.slice(0, mostShown));

/** `of`: how many roles there are. */
async function overviewOf(
  context: FederationContext,
  owner: RoleOwner,
  cards: readonly RoleCard[],
  of: number,
): Promise<Message> {
  const { cells, councils } = context;
  const { cellId, councilId } = owner;
  const group =
    cellId !== undefined
      ? await cells.get(cellId)
      : councilId === undefined
        ? undefined
        : await councils.get(councilId);
  const names = await namesOn(context, cards);
  const items = cards.map((card) => overviewLine(card, names, context.now));
  const more = of - items.length;
  const body: readonly Block[] =
    items.length === 0
      ? [{ type: "paragraph", content: phrase("role-overview-none") }]
      : [
          { type: "list", items },
          ...(more > 0 ? [{ type: "paragraph", content: phrase("role-overview-more", { roles: more }) } as const] : []),
        ];
  return {
    blocks: [{ type: "heading", content: phrase("role-overview", { cell: group?.name ?? "" }) }, ...body],
    pin: true,
  };
}

function overviewLine({ role, now: shown, next }: RoleCard, names: Names, now: number): Phrase {
  const people = foreseen(next, names);
  const line = { number: role.number, role: role.name };
  const from = time(next.from, "date");
  const then = people.length === 0 ? phrase("role-then-nobody", { from }) : phrase("role-then", { from, people });
  if (shown === undefined || holding(shown).length === 0) return phrase("role-overview-nobody", { ...line, then });
  return phrase("role-overview-line", { ...line, holders: holdersOf(names, shown, now), then });
}

export const roleCardRenderer: CardRenderer = async (context, subject) => {
  const role = await context.roles.get(subject);
  if (role === undefined) return undefined;
  if (role.endedAt !== undefined) return { message: endedMessage(role) };
  const card = await context.roles.card(role);
  const message = cardMessage(card, await namesOn(context, [card]), context.now);
  const { madeOf, changesAt } = ingredients(card, context.now);
  // Its number is that among all of them, and who is next hangs on who holds the others.
  const owner = role.owner.cellId ?? role.owner.councilId ?? "";
  return { message, madeOf: [{ kind: rolesCard, subject: owner }, ...madeOf], changesAt };
};

export const rolesCardRenderer: CardRenderer = async (context, subject) => {
  const { chat } = context;
  if (chat === undefined) return undefined;
  const owner =
    chat.cellId === subject ? { cellId: subject, councilId: undefined } : { cellId: undefined, councilId: subject };
  const roles = await context.roles.list(owner);
  const cards = await shownIn(context, roles);
  const all = cards.map((card) => ingredients(card, context.now));
  return {
    message: await overviewOf(context, owner, cards, roles.length),
    madeOf: all.flatMap(({ madeOf }) => madeOf),
    changesAt: nextOf(
      context.now,
      all.flatMap(({ changesAt }) => changesAt ?? []),
    ),
  };
};

/** Whom a role's card names. Ids. */
const peopleOn = ({ now, next: coming }: RoleCard): readonly string[] =>
  [
    ...(now?.turns ?? []).map(({ personId }) => personId),
    ...(now?.covers ?? []).flatMap(({ byId, forId }) => [byId, forId]),
    ...coming.people.flatMap(({ personId, standinId }) => [personId, standinId]),
  ].filter((id) => id !== undefined);

/** Whom a role's card names, and when one takes over from another. */
function ingredients(card: RoleCard, at: number) {
  const { now, next: coming } = card;
  const moments = [coming.from, ...(now === undefined ? [] : [now.term.to])];
  return {
    madeOf: peopleOn(card).map((id) => ({ kind: cardParts.person, subject: id })),
    changesAt: nextOf(at, [...moments, ...(now?.covers ?? []).flatMap(({ from, to }) => [from, to])]),
  };
}
