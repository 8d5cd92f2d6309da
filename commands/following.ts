/**
 * `/me calendar`, `/cell calendar`: an address from which calendars follow what a person, or a cell, has ahead.
 *
 * Whoever keeps the calendar for people reads it too, Google and Apple on their servers: so its titles say no more than
 * that it is a turn or a meeting, unless somebody wants them to. It holds nothing that every reader of it may not see: no
 * names, and of a person's own only what they are in.
 */
import { Refused, usage, type JobRunner, type PageMaker, type PageOf, type Reply } from "../src/core/command.ts";
import type { FederationContext, MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Button, type Message } from "../src/chat/message.ts";
import { messageIds, phrase, time, type Phrase } from "../src/chat/phrase.ts";
import { choice, optional } from "../src/core/options/index.ts";
import { calendarFile, type NumberedEvent } from "../src/domain/calendar.ts";
import type { RoleOwner } from "../src/domain/roles.ts";
import { assemblyEvents } from "./assembly/calendar.ts";
import { neededCell } from "./cell-here.ts";
import { dateEvents } from "./date/calendar.ts";
import { gatheringEvents, gatheringUid } from "./gather/calendar.ts";
import { roleEvents } from "./role/calendar.ts";

const calendar = "calendar";

// What people ask for

const options = {
  action: optional(choice(["new", "off"]), {
    about: "following-option-action",
    ask: "following-option-action",
    position: 0,
  }),
  titles: optional(choice(["neutral", "full"]), { about: "following-option-titles", ask: "following-option-titles" }),
};

interface Wanted {
  readonly action: "new" | "off" | undefined;
  readonly titles: "neutral" | "full" | undefined;
}

/** Whose calendar it is, and how it is said. */
interface Owner {
  readonly of: { readonly personId: string } | { readonly cellId: string };
  readonly command: "me" | "cell";
  /** What follows. */
  readonly follows: Phrase;
}

export const myCalendar = usage({
  about: "following-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  fallback: "notice",
  options,
  run: (context, wanted) =>
    answer(context, wanted, {
      of: { personId: context.person.id },
      command: "me",
      follows: phrase("following-follows-me"),
    }),
});

export const cellCalendar = usage({
  about: "following-cell-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  options,
  async run(context, wanted) {
    const cell = await neededCell(context);
    if (context.level !== "steward" && !(await context.roles.coordinates(cell, context.person.id))) {
      throw new Refused(phrase("following-not-yours", { cell: cell.name }));
    }
    return answer(context, wanted, {
      of: { cellId: cell.id },
      command: "cell",
      follows: phrase("following-follows-cell", { cell: cell.name }),
    });
  },
});

/** The address of a cell's calendar has ended with who had it: whoever follows it would be left with what was. */
export const calendarEnded: JobRunner = async ({ cells, addresses }, { cell: id = "" }) => {
  const cell = await cells.get(id);
  if (cell === undefined || (await addresses.get(calendar, { cellId: id })) !== undefined) return [];
  const chats = (await cells.chats({ cell: id })).map((chat) => chat.id);
  return [{ to: "chats", chats, message: say("following-cell-ended", { cell: cell.name }) }];
};

async function answer(context: MemberContext, { action, titles }: Wanted, owner: Owner): Promise<readonly Reply[]> {
  const { addresses } = context;
  const { of } = owner;
  if (action === "off") {
    const ended = await addresses.end(calendar, of);
    return [toPerson(line(ended ? phrase("following-ended") : phrase("following-none")))];
  }
  // Who runs the bot may have given it an address once, and taken it away since.
  if (context.addressOf(calendar, "") === undefined) throw new Refused(phrase("page-no-address"));
  const standing = await addresses.get(calendar, of);
  if (action === undefined && standing !== undefined) {
    if (titles === undefined) {
      const content = phrase("following-stands", { since: time(standing.since, "date") });
      return [toPerson({ blocks: [paragraph(content), buttons(owner, standing.named)] })];
    }
    await addresses.setNamed(calendar, of, titles === "full");
    return [toPerson({ blocks: [paragraph(titlesLine(titles === "full")), buttons(owner, titles === "full")] })];
  }
  const secret = await addresses.make(calendar, of, context.random, context.person.id);
  if (titles !== undefined) await addresses.setNamed(calendar, of, titles === "full");
  const named = titles === undefined ? (standing?.named ?? false) : titles === "full";
  const address = context.addressOf(calendar, secret) ?? "";
  return [toPerson(made(owner, address, { named, again: standing !== undefined }))];
}

/** What is said of a new address: it, what to do with it, and what everybody should know who puts it anywhere. */
const made = (
  owner: Owner,
  address: string,
  { named, again }: { readonly named: boolean; readonly again: boolean },
): Message => ({
  blocks: [
    { type: "paragraph", content: owner.follows },
    { type: "paragraph", style: "strong", content: verbatim(address) },
    {
      type: "list",
      items: [
        phrase("following-how"),
        titlesLine(named),
        phrase("following-servers"),
        owner.command === "me" ? phrase("following-secret") : phrase("following-secret-cell"),
        ...(again ? [phrase("following-old-ended")] : []),
      ],
    },
    buttons(owner, named),
  ],
});

const titlesLine = (named: boolean): Phrase =>
  named ? phrase("following-titles-full") : phrase("following-titles-neutral");

function buttons({ command }: Owner, named: boolean): Block {
  const button = (label: Phrase, given: Readonly<Record<string, string>>): Button => ({
    label,
    action: { command, word: "calendar", options: given },
    press: "unseen",
  });
  return {
    type: "buttons",
    rows: [
      [
        button(phrase("following-button-new"), { action: "new" }),
        button(phrase("following-button-off"), { action: "off" }),
      ],
      [
        named
          ? button(phrase("following-button-neutral"), { titles: "neutral" })
          : button(phrase("following-button-full"), { titles: "full" }),
      ],
    ],
  };
}

const paragraph = (content: Phrase): Block => ({ type: "paragraph", content });
const line = (content: Phrase): Message => ({ blocks: [paragraph(content)] });
const toPerson = (message: Message): Reply => ({ to: "person", message });

// What calendars read

/** What an event is. */
type Kind = "term" | "stand-in" | "gathering" | "assembly" | "date";

interface Followed {
  readonly kind: Kind;
  readonly event: NumberedEvent<Phrase>;
  /** What it is called where it is said; names of people are in none. */
  readonly title: Phrase;
}

const neutral = messageIds({
  term: "following-term",
  "stand-in": "following-stand-in",
  gathering: "following-gathering",
  assembly: "following-assembly",
  date: "following-date",
}) satisfies Record<Kind, string>;

/** How far a calendar reaches back. Milliseconds: 30 days. */
const back = 30 * 24 * 60 * 60_000;
/** After how many minutes it is worth reading again. */
const refresh = 60;

export const calendarPage: PageMaker = async (context, of) => {
  const all = await followed(context, of);
  if (all === undefined) return undefined;
  const said: Partial<Record<Kind, string>> = {};
  const events = all
    .filter(({ event }) => event.end > context.now - back)
    .sort((a, b) => a.event.start - b.event.start || (a.event.uid < b.event.uid ? -1 : 1))
    .map(({ kind, event: { location, ...event }, title }) => ({
      ...event,
      ...(of.named && location !== undefined ? { location } : {}),
      summary: of.named ? context.plain(title) : (said[kind] ??= context.plain(phrase(neutral[kind]))),
    }));
  const text = calendarFile({ name: context.plain(phrase("following-name")), refresh, events });
  return { type: "calendar", text };
};

async function followed(context: FederationContext, of: PageOf): Promise<readonly Followed[] | undefined> {
  if (of.personId !== undefined) return ofPerson(context, of.personId);
  const cell = of.cellId === undefined ? undefined : await context.cells.get(of.cellId);
  if (cell === undefined) return undefined;
  const councils = await context.councils.list({ cell: cell.id });
  return [
    ...(await termsIn(context, { cellId: cell.id, councilId: undefined })),
    ...(await gatheringsIn(context, cell.id)),
    ...(await Array.fromAsync(councils, ({ id }) => assembliesOf(context, id))).flat(),
    ...(await Array.fromAsync(councils, ({ id }) => datesOf(context, id))).flat(),
  ];
}

/** What a person is in: terms, where they stand in, where they go, days that are agreed on, and the assemblies where they have a seat. */
async function ofPerson(context: FederationContext, personId: string): Promise<readonly Followed[] | undefined> {
  const cells = await context.cells.ofPerson(personId);
  if (cells.length === 0) return undefined;
  const councils = await context.councils.list({ person: personId });
  const owners: readonly RoleOwner[] = [
    ...cells.map(({ id }) => ({ cellId: id, councilId: undefined })),
    ...councils.map(({ id }) => ({ cellId: undefined, councilId: id })),
  ];
  const goes = new Set([...(await context.gatherings.goesTo(personId))].map(gatheringUid));
  const sits = new Set(await context.delegates.councilsOf(personId));
  const all: Followed[] = [];
  for (const owner of owners) all.push(...(await termsIn(context, owner, personId)));
  for (const { id } of cells) {
    all.push(...(await gatheringsIn(context, id)).filter(({ event }) => goes.has(event.uid)));
  }
  for (const { id, coordinatorId } of councils) {
    if (sits.has(id) || coordinatorId === personId) all.push(...(await assembliesOf(context, id)));
    all.push(...(await datesOf(context, id)));
  }
  return all;
}

/** The terms in a cell or council, and where somebody stands in; of one person, where they are named. */
async function termsIn(context: FederationContext, owner: RoleOwner, personId?: string): Promise<readonly Followed[]> {
  const all: Followed[] = [];
  for (const role of await context.roles.list(owner, { ended: true })) {
    for (const { event, kind, people } of await roleEvents(context, role)) {
      if (personId !== undefined && !people.includes(personId)) continue;
      const title = kind === "term" ? verbatim(role.name) : phrase("following-stand-in-full", { role: role.name });
      all.push({ kind, event, title });
    }
  }
  return all;
}

const gatheringsIn = async (context: FederationContext, cellId: string): Promise<readonly Followed[]> =>
  (await gatheringEvents(context, cellId)).map((event) => ({ kind: "gathering", event, title: event.summary }));

/** What a council agrees on concerns everybody in its cells. */
const datesOf = async (context: FederationContext, councilId: string): Promise<readonly Followed[]> =>
  (await dateEvents(context, councilId)).map((event) => ({ kind: "date", event, title: event.summary }));

const assembliesOf = async (context: FederationContext, councilId: string): Promise<readonly Followed[]> =>
  (await assemblyEvents(context, councilId)).map((event) => ({ kind: "assembly", event, title: event.summary }));
