/**
 * How an assembly is shown: its card, its roster, its quorum. In the council's own chats delegates are named; everywhere
 * else there are numbers for each sector. Rules: docs/rules.md, "Assemblies".
 */
import type { CardRenderer } from "../../src/core/command.ts";
import type { Context } from "../../src/core/context.ts";
import type { Block, Button, Message } from "../../src/chat/message.ts";
import { shorten } from "../../src/core/options/index.ts";
import { messageIds, phrase, type Phrase, duration, time, type PhraseArg } from "../../src/chat/phrase.ts";
import {
  sectorPresences,
  type AgendaItem,
  type AgendaKind,
  type Assembly,
  type CellPresence,
  type Seat,
} from "../../src/domain/assemblies.ts";
import type { HostReason } from "../../src/domain/hosts.ts";
import type { Quorum, QuorumRule } from "../../src/domain/quorum.ts";
import { cardParts } from "../../src/chat/cards.ts";

/** Seats that are shown one by one, cells whose numbers are, and speakers who are named on the card. */
const mostSeats = 80;
const mostCells = 80;
const mostSpeakers = 5;

/** When it is: 'Fri 27 March, 18:00 (Paris), for 2 hours'. */
export const whenOf = ({ startsAt, endsAt }: Assembly): Phrase =>
  phrase("assembly-when", {
    start: time(startsAt, "datetime", { named: true }),
    // As it was planned: the next ones may be longer.
    length: duration(Math.round((endsAt - startsAt) / 60_000)),
  });

export const titleOf = ({ series, number }: Assembly): Phrase =>
  phrase("assembly-title", { name: series.name, number });

/** Names of sectors and cells, by id. */
export async function sectorNames({ cells }: Context): Promise<ReadonlyMap<string, string>> {
  return new Map((await cells.sectors()).map(({ id, name }) => [id, name]));
}

/** Who hosts, and whether they have said so. */
export async function hostLine(context: Context, { host }: Assembly): Promise<Phrase> {
  if (host === undefined) return phrase("assembly-host-nobody");
  const sector = (await sectorNames(context)).get(host.sectorId) ?? "";
  const args = { sector, place: host.place };
  return host.answer === "accepted" ? phrase("assembly-host-accepted", args) : phrase("assembly-host-asked", args);
}

/** Why this host: so that anybody can check it. */
export function hostReason({ sectorAgo, placeAgo, avoided }: HostReason): readonly Phrase[] {
  const sector =
    sectorAgo === undefined ? phrase("assembly-why-sector-never") : phrase("assembly-why-sector", { ago: sectorAgo });
  const place =
    placeAgo === undefined ? phrase("assembly-why-place-never") : phrase("assembly-why-place", { ago: placeAgo });
  return [sector, place, ...(avoided ? [phrase("assembly-why-avoided")] : [])];
}

/** How it stands with the quorum, in a line. */
export function quorumLine(found: Quorum, rule: QuorumRule): Phrase {
  const { present, all, needed, met, sectors } = found;
  const args = { present, all, needed };
  if (met) return rule.of === "seats" ? phrase("assembly-quorum-met", args) : phrase("assembly-quorum-met-cells", args);
  if (present < needed || all === 0) {
    const missing = { ...args, missing: Math.max(0, needed - present) };
    return rule.of === "seats"
      ? phrase("assembly-quorum-missing", missing)
      : phrase("assembly-quorum-missing-cells", missing);
  }
  return phrase("assembly-quorum-sectors", { present: sectors.present, needed: sectors.needed });
}

/** One line for each sector: how many seats there are, and how many are filled, or present once people check in. */
async function sectorLines(
  context: Context,
  { openedAt }: Assembly,
  cells: readonly CellPresence[],
): Promise<readonly Phrase[]> {
  const names = await sectorNames(context);
  return sectorPresences(cells).map(({ sectorId, seats, filled, present }) => {
    const args = { sector: names.get(sectorId) ?? "", seats, empty: seats - filled };
    return openedAt === undefined
      ? phrase("assembly-sector-filled", { ...args, filled })
      : phrase("assembly-sector-present", { ...args, present });
  });
}

/** The card in a council's own chats. */
export const councilCard: CardRenderer = async (context, subject) => {
  const assembly = await context.assemblies.get(subject);
  if (assembly === undefined) return undefined;
  if (assembly.closedAt !== undefined) return { message: await closedCard(context, assembly) };
  const { waiting } = await context.assemblies.speakers(assembly.id);
  return {
    message: await liveCard(context, assembly),
    madeOf: [
      { kind: cardParts.seats, subject: assembly.councilId },
      ...waiting.slice(0, mostSpeakers).map(({ person }) => ({ kind: cardParts.person, subject: person })),
    ],
  };
};

async function liveCard(context: Context, assembly: Assembly): Promise<Message> {
  const { cells, quorum } = await context.assemblies.standing(assembly);
  const open = assembly.openedAt !== undefined;
  const items = await context.assemblies.items(assembly.id);
  const current = itemInHand(items);
  const lines = [
    whenOf(assembly),
    await hostLine(context, assembly),
    ...(open ? [quorumLine(quorum, assembly.series.quorum)] : []),
    ...(await sectorLines(context, assembly, cells)),
    ...(current === undefined ? [] : [phrase("assembly-now", { number: current.number, item: itemName(current) })]),
    ...(await speakersLine(context, assembly.id)),
  ];
  return {
    blocks: [
      { type: "heading", content: titleOf(assembly) },
      { type: "list", items: lines },
      ...(open ? [checkInButtons(assembly)] : [quiet(phrase("assembly-opens-later"))]),
    ],
  };
}

async function speakersLine(context: Context, assemblyId: string): Promise<readonly Phrase[]> {
  const { waiting } = await context.assemblies.speakers(assemblyId);
  if (waiting.length === 0) return [];
  const named = waiting.slice(0, mostSpeakers).map(({ person }) => person);
  const names = await context.people.called(named);
  const people = named.map((id) => names.get(id) ?? "");
  return [phrase("assembly-waiting", { count: waiting.length, people })];
}

async function closedCard(context: Context, assembly: Assembly): Promise<Message> {
  const { final, closedAt } = assembly;
  const lines = final === undefined ? [] : await sectorLines(context, assembly, final.cells);
  return {
    blocks: [
      { type: "heading", content: titleOf(assembly) },
      { type: "paragraph", style: "strong", content: phrase("assembly-closed") },
      { type: "list", items: [whenOf(assembly), ...lines] },
      quiet(phrase("assembly-closed-on", { closed: time(closedAt ?? 0, "datetime", { named: true }) })),
    ],
  };
}

const quiet = (content: Phrase): Block => ({ type: "paragraph", style: "quiet", content });

/** The card in the chats of cells: numbers, and what is missing of this cell. */
export const cellCard: CardRenderer = async (context, subject) => {
  const assembly = await context.assemblies.get(subject);
  if (assembly === undefined) return undefined;
  if (assembly.closedAt !== undefined) return { message: await closedCard(context, assembly) };
  const { cells, quorum } = await context.assemblies.standing(assembly);
  const own = cells.find(({ cellId }) => cellId === context.group?.id);
  const lines = [
    whenOf(assembly),
    await hostLine(context, assembly),
    ...(assembly.openedAt === undefined ? [] : [quorumLine(quorum, assembly.series.quorum)]),
    ...(await sectorLines(context, assembly, cells)),
  ];
  const heading: Block = { type: "heading", content: titleOf(assembly) };
  const seats = own === undefined ? [] : ownSeats(own);
  return {
    message: { blocks: [heading, { type: "list", items: lines }, ...seats] },
    madeOf: [{ kind: cardParts.seats, subject: assembly.councilId }],
  };
};

/** What a cell should know of its own seats. */
export function ownSeats({ seats, filled }: CellPresence): readonly Block[] {
  const empty = seats - filled;
  return [
    { type: "paragraph", content: phrase("assembly-own-seats", { seats, filled }) },
    ...(empty > 0 ? [{ type: "paragraph" as const, content: phrase("assembly-own-empty", { empty }) }] : []),
  ];
}

function checkInButtons({ id }: Assembly): Block {
  const button = (label: string, word: string, options = {}): Button => ({
    label: phrase(label),
    action: { command: "assembly", word, options: { ...options, assembly: `#${id}` } },
    press: "seen",
  });
  return {
    type: "buttons",
    rows: [
      [
        { ...button("assembly-button-in", "checkin"), style: "primary" },
        button("assembly-button-out", "checkout"),
        button("assembly-button-speak", "speak"),
      ],
    ],
  };
}

// The agenda

/** What is in hand: the item that was opened last. */
export const itemInHand = (items: readonly AgendaItem[]): AgendaItem | undefined =>
  [...items].filter(({ openedAt }) => openedAt !== undefined).sort((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0))[0];

const openings = messageIds({
  care: "assembly-item-care",
  open: "assembly-item-open",
  learnt: "assembly-item-learnt",
  decisions: "assembly-item-decisions",
  fund: "assembly-item-fund",
}) satisfies Record<Exclude<AgendaKind, "proposal">, string>;

export const itemName = ({ kind, text }: AgendaItem): PhraseArg =>
  kind === "proposal" ? shorten(text ?? "", 200) : phrase(openings[kind]);

export const agendaMessage = (assembly: Assembly, items: readonly AgendaItem[]): Message => {
  const current = itemInHand(items);
  return {
    blocks: [
      { type: "heading", content: phrase("assembly-agenda-of", { assembly: titleOf(assembly) }) },
      {
        type: "list",
        items: items.map((item) => {
          const args = { number: item.number, item: itemName(item) };
          if (item === current) return phrase("assembly-agenda-now", args);
          return item.openedAt === undefined
            ? phrase("assembly-agenda-line", args)
            : phrase("assembly-agenda-done", args);
        }),
      },
    ],
  };
};

// The roster

/**
 * Cells, seats, delegates, alternates, who is there: with names, for the council's own chats. Of a large council there are
 * numbers for each cell, and the names of the cell that was asked for (id).
 */
export async function namedRoster(context: Context, assembly: Assembly, cell?: string): Promise<Message> {
  const { seats, represented, cells, quorum } = await context.assemblies.standing(assembly);
  const shown = seats
    .map((seat, index) => ({ seat, here: represented[index] }))
    .filter(({ seat }) => cell === undefined || seat.cell === cell);
  const named = shown.length <= mostSeats;
  const cellNames = new Map((await context.councils.cells(assembly.councilId)).map(({ id, name }) => [id, name]));
  const items = named
    ? await seatLines(context, shown, cellNames)
    : cells.map(({ cellId, seats: all, filled, present }) =>
        phrase("assembly-roster-numbers", {
          cell: cellNames.get(cellId) ?? "",
          present,
          seats: all,
          empty: all - filled,
        }),
      );
  const more = items.length - mostCells;
  return {
    blocks: [
      { type: "heading", content: titleOf(assembly) },
      {
        type: "list",
        items: more > 0 ? [...items.slice(0, mostCells), phrase("assembly-roster-more", { cells: more })] : items,
      },
      ...(named ? [] : [quiet(phrase("assembly-roster-names"))]),
      { type: "list", items: await sectorLines(context, assembly, cells) },
      { type: "paragraph", content: quorumLine(quorum, assembly.series.quorum) },
    ],
  };
}

/** One line for each cell, with its seats. */
async function seatLines(
  { people }: Context,
  seats: readonly { readonly seat: Seat; readonly here: string | undefined }[],
  cellNames: ReadonlyMap<string, string>,
): Promise<readonly Phrase[]> {
  const ids = seats.flatMap(({ seat }) => [seat.delegate, seat.alternate]).filter((id) => id !== undefined);
  const names = await people.called([...new Set(ids)]);
  const lines = new Map<string, Phrase[]>();
  for (const { seat, here } of seats) {
    const line = seatLine(seat, here, names);
    const own = lines.get(seat.cell);
    if (own === undefined) lines.set(seat.cell, [line]);
    else own.push(line);
  }
  return [...lines].map(([cellId, own]) =>
    phrase("assembly-roster-cell", { cell: cellNames.get(cellId) ?? "", seats: own }),
  );
}

function seatLine(
  { delegate, alternate }: Seat,
  here: string | undefined,
  names: ReadonlyMap<string, PhraseArg>,
): Phrase {
  const nameOf = (id: string): PhraseArg => names.get(id) ?? "";
  const standIn =
    alternate === undefined
      ? phrase("assembly-no-alternate")
      : phrase("assembly-alternate", { name: nameOf(alternate) });
  if (delegate === undefined) {
    return alternate !== undefined && here === alternate
      ? phrase("assembly-seat-stand-in", { name: nameOf(alternate) })
      : phrase("assembly-seat-empty", { alternate: standIn });
  }
  const args = { name: nameOf(delegate), alternate: standIn };
  if (here === undefined) return phrase("assembly-seat-away", args);
  return here === delegate
    ? phrase("assembly-seat-here", args)
    : phrase("assembly-seat-by-alternate", { name: nameOf(delegate), alternate: nameOf(here) });
}

/** Numbers for each sector, for everybody else. */
export async function countedRoster(context: Context, assembly: Assembly): Promise<Message> {
  const { cells, quorum } = await context.assemblies.standing(assembly);
  return {
    blocks: [
      { type: "heading", content: titleOf(assembly) },
      { type: "list", items: await sectorLines(context, assembly, cells) },
      { type: "paragraph", content: quorumLine(quorum, assembly.series.quorum) },
    ],
  };
}
