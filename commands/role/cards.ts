/** The live messages of roles: one role, and all roles of a cell or council. */
import { type CardRenderer, nextOf } from "../../src/core/command.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { numbered } from "../../src/core/options/role.ts";
import { recurrencePhrase } from "../../src/core/recurrence.ts";
import { phrase, type Phrase, time, type PhraseArg } from "../../src/chat/phrase.ts";
import { type Foreseen, type Role, type RoleCard, type RoleOwner, rolesCard } from "../../src/domain/roles.ts";
import { doneUntil, holdersOf, holding, plainName, standinAt, standsIn } from "./names.ts";
import { cardParts } from "../../src/chat/cards.ts";

/** More roles than these are only counted, so that the message stays one. */
const mostShown = 25;

/** The things of a hand-over, one a line: people give them separated by commas or on lines of their own. */
export const checklistItems = (checklist: string | undefined): readonly string[] =>
  (checklist ?? "")
    .split(/[,;\n]/u)
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
export async function foreseen({ people, empty }: Foreseen, context: FederationContext): Promise<readonly PhraseArg[]> {
  const named = await Array.fromAsync(people, async ({ personId, standinId, accepted }) => {
    const person = await plainName(context, personId);
    if (standinId !== undefined) return standsIn(context, standinId, person);
    return accepted ? phrase("role-person-accepted", { person }) : person;
  });
  return named.length === 0 || empty === 0 ? named : [...named, phrase("role-places-open", { places: empty })];
}

/** Who holds it and until when, who is next, what is handed over. */
export async function roleMessage(context: FederationContext, role: Role): Promise<Message> {
  const heading: Block = { type: "heading", content: verbatim(role.name) };
  if (role.endedAt !== undefined) {
    return { blocks: [heading, { type: "paragraph", content: phrase("role-card-ended") }] };
  }
  const card = await context.roles.card(role);
  const { next } = card;
  const people = await foreseen(next, context);
  const from = time(next.from, "datetime", { named: true });
  const { number } = role;
  const rule = recurrencePhrase(role.rule.pattern, role.rule.minute);
  return {
    blocks: [
      heading,
      { type: "paragraph", style: "strong", content: await nowLine(context, card) },
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

async function nowLine(context: FederationContext, { now, role, wanted }: RoleCard): Promise<Phrase> {
  if (now === undefined || holding(now).length === 0) return phrase("role-card-nobody");
  const holders = await holdersOf(context, now);
  const acting = holding(now).every(({ state }) => state === "acting");
  if (acting && wanted === role.holders)
    return phrase("role-card-acting", { holders: await actingNames(context, now) });
  return phrase("role-card-now", { until: time(doneUntil(now, context.now), "datetime", { named: true }), holders });
}

const actingNames = (context: FederationContext, now: NonNullable<RoleCard["now"]>): Promise<PhraseArg[]> =>
  Array.fromAsync(holding(now), async (turn) => {
    const person = await plainName(context, turn.personId);
    const cover = standinAt(now.covers, turn, context.now);
    return cover === undefined ? person : standsIn(context, cover.byId, person);
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
  const { cells, councils } = context;
  const { cellId, councilId } = owner;
  const group =
    cellId !== undefined
      ? await cells.get(cellId)
      : councilId === undefined
        ? undefined
        : await councils.get(councilId);
  const all = await numbered(context, owner);
  const items: Phrase[] = [];
  for (const { number, role } of all.slice(0, mostShown)) items.push(await overviewLine(context, number, role));
  const more = all.length - items.length;
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

async function overviewLine(context: FederationContext, number: number, role: Role): Promise<Phrase> {
  const card = await context.roles.card(role);
  const { now, next } = card;
  const people = await foreseen(next, context);
  const line = { number, role: role.name };
  const from = time(next.from, "date");
  const then = people.length === 0 ? phrase("role-then-nobody", { from }) : phrase("role-then", { from, people });
  if (now === undefined || holding(now).length === 0) return phrase("role-overview-nobody", { ...line, then });
  return phrase("role-overview-line", { ...line, holders: await holdersOf(context, now), then });
}

export const roleCardRenderer: CardRenderer = async (context, subject) => {
  const role = await context.roles.get(subject);
  if (role === undefined) return undefined;
  const message = await roleMessage(context, role);
  if (role.endedAt !== undefined) return { message };
  const { madeOf, changesAt } = ingredients(await context.roles.card(role), context.now);
  // Its number is that among all of them, and who is next hangs on who holds the others.
  const owner = role.owner.cellId ?? role.owner.councilId ?? "";
  return { message, madeOf: [{ kind: rolesCard, subject: owner }, ...madeOf], changesAt };
};

export const rolesCardRenderer: CardRenderer = async (context, subject) => {
  const { chat } = context;
  if (chat === undefined) return undefined;
  const owner =
    chat.cellId === subject ? { cellId: subject, councilId: undefined } : { cellId: undefined, councilId: subject };
  const all: ReturnType<typeof ingredients>[] = [];
  for (const { role } of (await numbered(context, owner)).slice(0, mostShown)) {
    all.push(ingredients(await context.roles.card(role), context.now));
  }
  return {
    message: await overview(context, owner),
    madeOf: all.flatMap(({ madeOf }) => madeOf),
    changesAt: nextOf(
      context.now,
      all.flatMap(({ changesAt }) => changesAt ?? []),
    ),
  };
};

/** Whom a role's card names, and when one takes over from another. */
function ingredients({ now, next: coming }: RoleCard, at: number) {
  const people = [
    ...(now?.turns ?? []).map(({ personId }) => personId),
    ...(now?.covers ?? []).flatMap(({ byId, forId }) => [byId, forId]),
    ...coming.people.flatMap(({ personId, standinId }) => [personId, standinId]),
  ];
  const moments = [coming.from, ...(now === undefined ? [] : [now.term.to])];
  return {
    madeOf: people.flatMap((id) => (id === undefined ? [] : [{ kind: cardParts.person, subject: id }])),
    changesAt: nextOf(at, [...moments, ...(now?.covers ?? []).flatMap(({ from, to }) => [from, to])]),
  };
}
