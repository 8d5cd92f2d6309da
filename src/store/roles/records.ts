/** What the files of this folder share: kinds of rows, and what is read from a row without asking the database. */
import type {
  Cover,
  Offer,
  OfferEnd,
  Reminder,
  Role,
  RoleOwner,
  RoleRefusal,
  Term,
  TermShown,
  TermState,
  Turn,
  TurnState,
} from "../../domain/roles.ts";
import { presentHolder, type LeaveOut, type Standing, type Why } from "../../domain/rotation.ts";
import {
  Prisma,
  type RoleMember as MemberRow,
  type RoleOffer as OfferRow,
  type RoleTerm as TermRow,
  type RoleTurn as TurnRow,
} from "../generated/sqlite/client.ts";

/** For what place each text is sealed: see sealing.ts. */
export const purposes = {
  name: "Role.sealedName",
  checklist: "Role.sealedChecklist",
  note: "RoleNote.sealedText",
} as const;

const minute = 60_000;
/** In milliseconds, as all times here. */
export const day = 24 * 60 * minute;
/** Who joins while a place is free waits so long for others, that all of them have the same chance. */
export const joining = 10 * minute;
/** Turns that stand for a place: it is not free. */
export const active = ["asked", "accepted", "acting"];
/** How a calendar reaches back. */
export const calendarBack = 26 * 7 * day;

/** A term, and all turns in it. */
export type TermWithTurns = TermRow & { turns: TurnRow[] };
/** The term that runs, and the one to come. */
export type Around = readonly [TermWithTurns | undefined, TermWithTurns | undefined];
/** Something that one person is to be told. */
export interface Due {
  readonly turn: TurnRow;
  /** They are told since they stand in then. */
  readonly cover: CoverOfTurn | undefined;
  readonly term: TermWithTurns;
  readonly role: Role;
  readonly around: Around;
}

/** Why something that a person asked for is not done. */
export const refused = (why: RoleRefusal): { readonly ok: false; readonly why: RoleRefusal } => ({ ok: false, why });

/** The roles and chats of a cell or council, for Prisma. */
export const ownedBy = ({ cellId, councilId }: RoleOwner) =>
  cellId === undefined ? { councilId: councilId ?? "" } : { cellId };

/** The same as SQL, of the table with this alias. */
export const ownedBySql = (alias: "c" | "r", { cellId, councilId }: RoleOwner): Prisma.Sql =>
  cellId === undefined
    ? Prisma.sql`${Prisma.raw(`${alias}."councilId"`)} = ${councilId ?? ""}`
    : Prisma.sql`${Prisma.raw(`${alias}."cellId"`)} = ${cellId}`;

/** What a choice looks at. */
export const standing = ({ personId, terms, served, lastEnd, steady }: MemberRow): Standing => ({
  id: personId,
  terms,
  served,
  lastEnd: lastEnd?.getTime(),
  steady,
});

/** Held to the end of its term: nobody else has it until then. */
export const isOpen = (heldTo: Date | null, { to }: Pick<TermRow, "to">): boolean =>
  heldTo !== null && heldTo.getTime() >= to.getTime();
/** Theirs from its hour on, and until then nobody else's. */
export const isHeld = ({ heldFrom, heldTo }: TurnRow, term: Pick<TermRow, "to">): boolean =>
  heldFrom !== null && isOpen(heldTo, term);

/** A stand-in, with the turn that it is a part of. */
export type CoverOfTurn = Cover & { readonly turnId: string };

/** A stand-in as it is kept. */
export const coverOfTurn = ({ id, turnId, fromId, toId, from, to }: OfferRow): CoverOfTurn => ({
  id,
  turnId,
  forId: fromId,
  byId: toId,
  from: from.getTime(),
  to: to.getTime(),
});

/** Who stands in for the holder of a turn at a moment. */
export const coverAt = ({ id }: TurnRow, covers: readonly CoverOfTurn[], at: number): CoverOfTurn | undefined =>
  covers.find(({ turnId, from, to }) => turnId === id && from <= at && at < to);

/** Who does the work of a turn at a moment: who stands in, else whose it is; undefined: somebody who is forgotten. */
export const doneBy = (turn: TurnRow, covers: readonly CoverOfTurn[], at: number): string | undefined =>
  turn.personId === null
    ? undefined
    : presentHolder(
        turn.personId,
        covers.filter(({ turnId }) => turnId === turn.id),
        at,
      );

/** The moment that a reminder is about: the hand-over at which a term begins, or the last of one that ends. */
export const momentOf = (kind: string | null, { from, to }: TermRow): number =>
  kind === "leaving" ? to.getTime() - 1 : from.getTime();

/** The order in which turns are shown: by place, then who was asked first. */
export const byPlace = (a: TurnRow, b: TurnRow): number =>
  a.place - b.place || Number(a.second) - Number(b.second) || a.changedAt.getTime() - b.changedAt.getTime();

/** Whether a term has a moment between two times, in milliseconds since 1970. */
export const overlaps = (term: TermRow, from: number, to: number): boolean =>
  term.from.getTime() < to && from < term.to.getTime();

/** A place that nobody holds, or only somebody acting. */
export function freePlace({ holders }: Role, open: readonly TurnRow[]): number | undefined {
  const firm = new Set(open.filter(({ state }) => state === "accepted").map(({ place }) => place));
  const free = Array.from({ length: holders }, (_, place) => place).filter((place) => !firm.has(place));
  return free.find((place) => !open.some((one) => one.place === place)) ?? free[0];
}

/** Places of a term for which nobody is asked. One that somebody holds as acting is one of them. */
export function freePlaces({ holders }: Role, term: TermWithTurns): readonly number[] {
  const stands = (turn: TurnRow): boolean =>
    turn.state === "asked" || (turn.state === "accepted" && (term.state === "planned" || isHeld(turn, term)));
  const taken = new Set(term.turns.filter(stands).map(({ place }) => place));
  return Array.from({ length: holders }, (_, place) => place).filter((place) => !taken.has(place));
}

/** Terms in a row before `index`: those that are foreseen, from `first` on, and those that were (`before`). */
export function runBefore(
  index: number,
  id: string,
  foreseen: ReadonlyMap<number, ReadonlySet<string>>,
  first: number,
  before: ReadonlyMap<string, number>,
): number {
  let run = 0;
  while (foreseen.get(index - 1 - run)?.has(id) === true) run++;
  return index - run === first ? run + (before.get(id) ?? 0) : run;
}

/** Until when a reminder makes sense. */
export const deadline = ({ remind }: TurnRow, { from, to, state }: TermRow): number =>
  remind === "leaving" || state === "begun" ? to.getTime() : from.getTime();

/** Whether what a person is still to be told is true and of use `now`. */
export function makesSense(turn: TurnRow, term: TermRow, now: number): boolean {
  if (now >= deadline(turn, term)) return false;
  switch (turn.remind) {
    case "asked":
    case "second":
      return turn.state === "asked";
    case "tomorrow":
      return turn.state === "accepted" && term.state === "planned";
    default:
      return term.state === "begun" && isHeld(turn, term);
  }
}

/** With whom a hand-over is: for who comes, who leaves, and the other way round. Who stands in then does it. */
export function othersIn(
  [running, coming]: Around,
  term: TermRow,
  kind: Reminder["kind"],
  { personId, covers }: { readonly personId: string; readonly covers: readonly CoverOfTurn[] },
): readonly string[] {
  if (kind !== "tomorrow" && kind !== "leaving") return [];
  const turns =
    kind === "leaving"
      ? coming?.turns.filter(({ state }) => state === "accepted")
      : running?.turns.filter((turn) => isHeld(turn, running) && running.id !== term.id);
  const other = kind === "leaving" ? coming : running;
  const at = other === undefined ? 0 : momentOf(kind === "leaving" ? "tomorrow" : "leaving", other);
  return (turns ?? []).flatMap((one) => doneBy(one, covers, at) ?? []).filter((id) => id !== personId);
}

/** How somebody came by their turn; undefined: not by a choice. */
export const readWhy = (json: string | null): Why<LeaveOut> | undefined =>
  json === null ? undefined : (JSON.parse(json) as Why<LeaveOut>); // an edge: only `ask` writes it

/** A term as others see it. */
export const termRecord = ({ id, roleId, index, from, to, state, sequence }: TermRow): Term => ({
  id,
  roleId,
  index,
  from: from.getTime(),
  to: to.getTime(),
  state: state as TermState, // an edge: only this folder writes it
  sequence,
});

/** A term with those who have a part in it now, or are asked. `covers`: those of its turns, perhaps of others too. */
export function termShown(row: TermWithTurns, covers: readonly CoverOfTurn[]): TermShown {
  const turns = row.turns.filter((turn) =>
    row.state === "begun" ? isHeld(turn, row) || turn.state === "asked" : active.includes(turn.state),
  );
  const ids = new Set(row.turns.map(({ id }) => id));
  return {
    term: termRecord(row),
    turns: turns.sort(byPlace).map(turnRecord),
    covers: covers.flatMap(({ turnId, ...cover }) => (ids.has(turnId) ? [cover] : [])),
  };
}

/** A turn as others see it. */
export const turnRecord = (row: TurnRow): Turn => ({
  id: row.id,
  termId: row.termId,
  place: row.place,
  personId: row.personId ?? undefined,
  state: row.state as TurnState, // an edge: only this folder writes it
  second: row.second,
  heldFrom: row.heldFrom?.getTime(),
  heldTo: row.heldTo?.getTime(),
  why: readWhy(row.why),
});

/** Swaps and covers that are asked for, agreed on and still to come, or going on. */
export const openOffers = (now: Date): Prisma.RoleOfferWhereInput => ({
  OR: [{ state: "offered" }, { state: "agreed", kind: "swap" }, { state: "agreed", kind: "cover", to: { gt: now } }],
});

/** What it means for the other one of an open swap or cover that this one has gone; undefined: nothing. */
export function endedFor({ kind, state, fromId }: OfferRow, goneId: string): OfferEnd | undefined {
  const asked = state === "offered";
  if (fromId !== goneId) return kind === "swap" && !asked ? "owes-none" : "cannot";
  if (asked) return undefined; // a question that nobody needs an answer to
  return kind === "swap" ? "not-owed" : "not-needed";
}

/** A swap or cover as others see it. */
export const offerRecord = ({ id, roleId, kind, fromId, toId, from, to }: OfferRow): Offer => ({
  id,
  roleId,
  kind: kind === "swap" ? "swap" : "cover",
  fromId,
  toId,
  from: from.getTime(),
  to: to.getTime(),
});
