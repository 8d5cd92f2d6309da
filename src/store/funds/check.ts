/** Whether the books of funds still hold: for whoever runs the bot, with a check number from a printed report. */
import { firstBroken, type Chained, type EntryKind } from "../../domain/fund.ts";
import type { ReadTx } from "../database.ts";

/** A fund whose book was read, by its id: what it is called is its cell's. */
export interface CheckedFund {
  readonly id: string;
  readonly currency: string;
  readonly entries: readonly Chained[];
  /** The number of the first entry that does not fit; undefined: the book holds. */
  readonly broken: number | undefined;
}

/** All funds of all federations, the oldest first. Nothing that is sealed is opened. */
export async function checkFunds(tx: ReadTx): Promise<readonly CheckedFund[]> {
  const funds = await tx.fund.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const checked: CheckedFund[] = [];
  for (const { id, currency } of funds) {
    const rows = await tx.fundEntry.findMany({
      where: { fundId: id },
      orderBy: { number: "asc" },
      include: { persons: { select: { fixed: true } } },
    });
    const entries = rows.map((row): Chained => ({
      number: row.number,
      kind: row.kind as EntryKind, // an edge: only `addEntry` writes it; what was changed since does not fit
      undoes: row.undoes ?? undefined,
      at: row.at.getTime(),
      amount: Number(row.amount),
      currency,
      text: row.textFixed,
      persons: row.persons.map(({ fixed }) => fixed),
      hash: row.hash,
    }));
    checked.push({ id, currency, entries, broken: firstBroken({ id, currency }, entries) });
  }
  return checked;
}
