/** Funds, and their books: entries are added, and neither changed nor removed. */
import {
  balanceOf as sumOf,
  beginning,
  commitment,
  entryHash,
  fundCard,
  type EntryKind,
  type Fund,
  type FundEntry,
  type FundPart,
  type Undone,
} from "../../domain/fund.ts";
import { minuteOf } from "../../domain/time.ts";
import type { Store } from "../repository.ts";
import { entryRecord, fundRecord, purposes, type Opening } from "./records.ts";

/** Locks a cell's funds, on PostgreSQL: what goes out is measured by what is in, and numbers have no gaps. */
export async function lockFunds({ session: { tx } }: Store, cellId: string): Promise<void> {
  if (tx.provider !== "postgresql") return;
  await tx.$queryRaw`SELECT "id" FROM "Cell" WHERE "id" = ${cellId} ${tx.forUpdate}`;
}

/** A new fund. Its name must not be taken in the cell: ask `listFunds` first. */
export async function createFund(
  store: Store,
  { cellId, name, currency }: Pick<Fund, "cellId" | "name" | "currency">,
): Promise<Fund> {
  await lockFunds(store, cellId);
  const { tx, now } = store.session;
  const { id: federationId, sealer } = store.federation;
  const id = store.session.newId();
  const last = await tx.fund.findFirst({ where: { cellId }, orderBy: { number: "desc" }, select: { number: true } });
  const row = await tx.fund.create({
    data: {
      id,
      federationId,
      cellId,
      number: (last?.number ?? 0) + 1,
      sealedName: sealer.seal(name, purposes.name, id),
      currency,
      createdAt: new Date(minuteOf(now)),
    },
  });
  return fundRecord(row, sealer);
}

/** A cell's funds, in the order of their numbers. */
export async function listFunds(store: Store, cellId: string): Promise<readonly Fund[]> {
  const where = { cellId, federationId: store.federation.id };
  const rows = await store.session.tx.fund.findMany({ where, orderBy: { number: "asc" } });
  return rows.map((row) => fundRecord(row, store.federation.sealer));
}

export async function findFund(store: Store, id: string): Promise<Fund | undefined> {
  const row = await store.session.tx.fund.findFirst({ where: { id, federationId: store.federation.id } });
  return row === null ? undefined : fundRecord(row, store.federation.sealer);
}

/** What is in the fund, in minor units; with `before`, what was in it then (milliseconds since 1970). */
export async function balance(store: Store, { id }: Pick<Fund, "id">, before?: number): Promise<number> {
  const { _sum } = await store.session.tx.fundEntry.aggregate({
    where: { fundId: id, ...(before === undefined ? {} : { at: { lt: new Date(before) } }) },
    _sum: { amount: true },
  });
  return Number(_sum.amount ?? 0n);
}

/** The last entries, or those from one moment to before another; the oldest first. */
export async function entriesOf(
  store: Store,
  { id }: Pick<Fund, "id">,
  which: { readonly last: number } | { readonly from: number; readonly to: number },
): Promise<readonly FundEntry[]> {
  const rows = await store.session.tx.fundEntry.findMany({
    where: { fundId: id, ...("last" in which ? {} : { at: { gte: new Date(which.from), lt: new Date(which.to) } }) },
    orderBy: { number: "desc" },
    ...("last" in which ? { take: which.last } : {}),
  });
  return rows.map((row) => entryRecord(row, store.federation.sealer)).reverse();
}

/** The last hash of the book, or that which was the last before a moment; undefined: there is no entry yet. */
export async function lastHash(store: Store, { id }: Pick<Fund, "id">, before?: number): Promise<string | undefined> {
  const row = await store.session.tx.fundEntry.findFirst({
    where: { fundId: id, ...(before === undefined ? {} : { at: { lt: new Date(before) } }) },
    orderBy: { number: "desc" },
    select: { hash: true },
  });
  return row?.hash;
}

/** What is to be written into the book. */
interface NewEntry {
  readonly kind: EntryKind;
  /** Minor units; less than nothing where it goes out. */
  readonly amount: number;
  readonly text: string;
  readonly undoes?: number;
  readonly persons: readonly { readonly part: FundPart; readonly personId: string }[];
}

/** Writes an entry. The cell's funds are locked. Of a hardship the words are fixed, and known to nobody any more. */
export async function addEntry(store: Store, fund: Fund, of: NewEntry): Promise<FundEntry> {
  const { session, federation, cards } = store;
  const { tx, now } = session;
  const { sealer } = federation;
  const salt = (): string => `${session.newId()}${session.newId()}`;
  const last = await tx.fundEntry.findFirst({ where: { fundId: fund.id }, orderBy: { number: "desc" } });
  const id = session.newId();
  const text: Opening = { salt: salt(), value: of.text };
  const persons = of.persons.map(({ part, personId }) => {
    const opening: Opening = { salt: salt(), value: personId };
    return { part, personId, opening, fixed: commitment(part, opening.salt, personId) };
  });
  const hashed = {
    number: (last?.number ?? 0) + 1,
    kind: of.kind,
    undoes: of.undoes,
    // A clock that was put back moves nothing in the book.
    at: Math.max(minuteOf(now), last?.at.getTime() ?? 0),
    amount: of.amount,
    currency: fund.currency,
    text: commitment("text", text.salt, text.value),
    persons: persons.map(({ fixed }) => fixed),
  };
  const row = await tx.fundEntry.create({
    data: {
      id,
      fundId: fund.id,
      number: hashed.number,
      kind: hashed.kind,
      undoes: of.undoes ?? null,
      amount: BigInt(of.amount),
      at: new Date(hashed.at),
      textFixed: hashed.text,
      hash: entryHash(last?.hash ?? beginning(fund.id, fund.currency), hashed),
      sealedText: of.kind === "hardship" ? null : sealer.seal(JSON.stringify(text), purposes.text, id),
    },
  });
  for (const { part, personId, opening, fixed } of persons) {
    const own = session.newId();
    const sealedOpening = sealer.seal(JSON.stringify(opening), purposes.opening, own);
    await tx.fundPart.create({ data: { id: own, entryId: id, part, fixed, sealedOpening, personId } });
  }
  cards.touch({ kind: fundCard, subject: fund.id });
  return entryRecord(row, sealer);
}

/** Money came in. Gives what is in the fund now. */
export async function moneyIn(
  store: Store,
  fund: Fund,
  of: { readonly amount: number; readonly text: string; readonly enteredById: string },
): Promise<{ readonly entry: FundEntry; readonly balance: number }> {
  await lockFunds(store, fund.cellId);
  const { amount, text, enteredById } = of;
  const persons = [{ part: "entered", personId: enteredById } as const];
  const entry = await addEntry(store, fund, { kind: "in", amount, text, persons });
  return { entry, balance: await balance(store, fund) };
}

/** An entry is undone by another one: once, and never so that there is less than nothing. */
export async function undoEntry(store: Store, fund: Fund, number: number, enteredById: string): Promise<Undone> {
  await lockFunds(store, fund.cellId);
  const { tx } = store.session;
  const row = await tx.fundEntry.findUnique({ where: { fundId_number: { fundId: fund.id, number } } });
  if (row === null) return { is: "unknown" };
  if (row.kind === "undo") return { is: "is-undo" };
  if ((await tx.fundEntry.count({ where: { fundId: fund.id, undoes: number } })) > 0) return { is: "undone-already" };
  const there = await balance(store, fund);
  const amount = -Number(row.amount);
  if (there + amount < 0) return { is: "short", balance: there };
  const persons = [{ part: "entered", personId: enteredById } as const];
  const entry = await addEntry(store, fund, { kind: "undo", amount, text: "", undoes: number, persons });
  return {
    is: "done",
    entry,
    balance: sumOf(fund.currency, [
      { amount: there, ...fund },
      { ...fund, amount },
    ]),
  };
}
