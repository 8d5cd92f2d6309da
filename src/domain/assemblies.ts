/**
 * Assemblies: who represents a seat, whose turn it is to speak, what the minutes hold, and the names that the store and the
 * commands share. Rules: docs/rules.md, "Assemblies".
 */
import type { HostReason } from "./hosts.ts";
import type { Quorum, QuorumRule } from "./quorum.ts";
import type { Rule } from "./recurrence.ts";
import { addCalendar } from "./time.ts";

// Presence

/** A seat and who may fill it. */
export interface Seat {
  readonly cell: string;
  readonly sector: string;
  /** Ids of people; undefined: the seat is empty, or has no alternate. */
  readonly delegate: string | undefined;
  readonly alternate: string | undefined;
}

/** What somebody may do in a council: fill a seat of this cell, or stand in for its delegate. */
export interface SeatHold {
  readonly cellId: string;
  readonly sectorId: string;
  readonly as: "delegate" | "alternate";
}

/**
 * Who represents each seat: the delegate who is there; else the alternate who is there. So the two never count together.
 * Somebody counts for one seat only: as a delegate before as an alternate, and for the first of several. Whether they count
 * for any depends on no seats but those in which they sit or stand in themselves.
 * @param here ids of the people who are there
 * @returns for each seat, in the order of `seats`, the id of a person, or undefined
 */
export function representatives(seats: readonly Seat[], here: ReadonlySet<string>): readonly (string | undefined)[] {
  const taken = new Set<string>();
  const take = (person: string | undefined): string | undefined => {
    if (person === undefined || !here.has(person) || taken.has(person)) return undefined;
    taken.add(person);
    return person;
  };
  const delegates = seats.map(({ delegate }) => take(delegate));
  return seats.map(({ delegate, alternate }, index) => {
    const there = delegates[index];
    if (there !== undefined) return there;
    // A delegate who is there, but already counts for another seat, is not absent.
    return delegate !== undefined && here.has(delegate) ? undefined : take(alternate);
  });
}

// Speaking

/** Somebody who asked to speak. */
export interface Speaker {
  readonly person: string;
  readonly sector: string;
}

/** Somebody who spoke, in the order of speaking. */
export interface Spoke extends Speaker {
  /** Whether they had not spoken before. */
  readonly first: boolean;
}

/**
 * Who speaks next. It alternates between those who have not spoken yet and those who have, beginning with the former;
 * among these, the sector that spoke longest ago (never: first) is heard, which is another than the last one wherever
 * there is another; within a sector, who asked first.
 * @param waiting in the order in which they asked
 * @param spoke the latest last
 */
export function nextSpeaker(waiting: readonly Speaker[], spoke: readonly Spoke[]): Spoke | undefined {
  const heard = new Set(spoke.map(({ person }) => person));
  const wanted = spoke.at(-1)?.first !== true;
  const group = waiting.filter(({ person }) => !heard.has(person) === wanted);
  const asked = group.length > 0 ? group : waiting;
  const lastHeard = (sector: string): number => spoke.findLastIndex((one) => one.sector === sector);
  const [next] = [...asked].sort((a, b) => lastHeard(a.sector) - lastHeard(b.sector));
  return next === undefined ? undefined : { ...next, first: !heard.has(next.person) };
}

/** All who wait, in the order in which they will speak if nobody else asks. */
export function speakingOrder(waiting: readonly Speaker[], spoke: readonly Spoke[]): readonly Speaker[] {
  const order: Speaker[] = [];
  let left = [...waiting];
  let said = [...spoke];
  for (let next = nextSpeaker(left, said); next !== undefined; next = nextSpeaker(left, said)) {
    const { person } = next;
    order.push({ person, sector: next.sector });
    said = [...said, next];
    left = left.filter((one) => one.person !== person);
  }
  return order;
}

// Agenda

/** What stands on an agenda, in this order. Every agenda opens with all but the last. */
export const agendaKinds = ["care", "open", "learnt", "decisions", "fund", "proposal"] as const;
export type AgendaKind = (typeof agendaKinds)[number];

export interface AgendaItem {
  readonly id: string;
  /** From 1, as people type it. */
  readonly number: number;
  readonly kind: AgendaKind;
  /** Undefined for the kinds that open every agenda. */
  readonly text: string | undefined;
  /** Milliseconds since 1970. */
  readonly openedAt: number | undefined;
}

// The assembly

/** Whether a place has said that it hosts. */
export type HostAnswer = "asked" | "accepted";

export interface AssemblyHost {
  readonly sectorId: string;
  readonly place: string;
  readonly answer: HostAnswer;
  readonly why: HostReason;
}

/** A row of assemblies that come again. */
export interface Series {
  readonly id: string;
  readonly councilId: string;
  readonly name: string;
  /** When: days, time on the clock, zone. */
  readonly rule: Rule;
  readonly lengthMinutes: number;
  readonly quorum: QuorumRule;
  /** Whether the minutes name who was there. */
  readonly names: boolean;
  /** How often its dates, its rule or its length were changed. */
  readonly changes: number;
}

/** One assembly. Planned -> open (people can check in) -> closed. Times in milliseconds since 1970. */
export interface Assembly {
  readonly id: string;
  readonly councilId: string;
  readonly series: Series;
  /** Number within the council. */
  readonly number: number;
  readonly plannedAt: number;
  /** The moment of the rule that it stands for; it begins at another where it was moved. */
  readonly slotAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly openedAt: number | undefined;
  readonly closedAt: number | undefined;
  /** Undefined where every place has passed it on, or the council has no cell yet. */
  readonly host: AssemblyHost | undefined;
  readonly final: AssemblyFinal | undefined;
  readonly clearedAt: number | undefined;
}

/** Whether it goes on and its hour has come: before that people check in, and nothing is decided. */
export const hasBegun = ({ openedAt, closedAt, startsAt }: Assembly, now: number): boolean =>
  openedAt !== undefined && closedAt === undefined && now >= startsAt;

/**
 * After which moment the next assembly of a series is: for one that was moved ahead, after the moment of the rule that it
 * stands for, too. In milliseconds since 1970.
 */
export const lastMoment = ({ slotAt, startsAt }: Pick<Assembly, "slotAt" | "startsAt">, now: number): number =>
  Math.max(now, slotAt, startsAt);

/** How many seats there are and were filled at the close, cell by cell: what stays when people are forgotten. */
export interface AssemblyFinal {
  readonly quorum: Quorum;
  readonly cells: readonly CellPresence[];
}

export interface CellPresence {
  readonly cellId: string;
  readonly sectorId: string;
  readonly seats: number;
  /** Seats with a delegate. */
  readonly filled: number;
  /** Seats that somebody represents. */
  readonly present: number;
}

/** How many there are of each cell now. */
export function cellPresences(
  seats: readonly Seat[],
  represented: readonly (string | undefined)[],
): readonly CellPresence[] {
  const cells = new Map<string, { cellId: string; sectorId: string; seats: number; filled: number; present: number }>();
  for (const [index, { cell, sector, delegate }] of seats.entries()) {
    const own = cells.get(cell) ?? { cellId: cell, sectorId: sector, seats: 0, filled: 0, present: 0 };
    own.seats++;
    if (delegate !== undefined) own.filled++;
    if (represented[index] !== undefined) own.present++;
    cells.set(cell, own);
  }
  return [...cells.values()];
}

export type SectorPresence = Omit<CellPresence, "cellId">;

/** The same by sector: what may be said outside the council. */
export function sectorPresences(cells: readonly CellPresence[]): readonly SectorPresence[] {
  const sectors = new Map<string, { sectorId: string; seats: number; filled: number; present: number }>();
  for (const { sectorId, seats, filled, present } of cells) {
    const own = sectors.get(sectorId) ?? { sectorId, seats: 0, filled: 0, present: 0 };
    own.seats += seats;
    own.filled += filled;
    own.present += present;
    sectors.set(sectorId, own);
  }
  return [...sectors.values()];
}

/** When delegates and host are reminded of an assembly, in milliseconds since 1970: a day before, at its hour. */
export const remindAt = ({ startsAt, series }: Pick<Assembly, "startsAt" | "series">): number =>
  addCalendar(startsAt, series.rule.zone, -1);

// Names that are shared

/** The kind of the live message that shows an assembly in the council's own chats; its subject is the assembly's id. */
export const assemblyCard = "assembly";
/** The same in the chats of cells: numbers for each sector, and no names. */
export const assemblySectorsCard = "assembly-sectors";

/** Kinds of jobs that src/store/assemblies plans; their runners are in commands/assembly. Payload: `assembly`. */
export const assemblyJobs = {
  /** The cells and the host are reminded, a week ahead. */
  invite: "assembly-invite",
  /** The delegates are reminded, a day ahead. */
  remind: "assembly-remind",
  /** The delegates are told that it was moved. */
  moved: "assembly-moved",
  /** One delegate whose quiet hours were kept. Payload: `person` too. */
  nudge: "assembly-nudge",
  /** People can check in, an hour ahead. */
  open: "assembly-open",
  /** The numbers in the chats of cells are brought up to date. */
  figures: "assembly-figures",
  /** It is closed if nobody has closed it. */
  close: "assembly-close",
  /** The retention. */
  clear: "assembly-clear",
} as const;
