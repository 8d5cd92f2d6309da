/** `steward fund check [HASH]`: whether the books of funds were rewritten since a report was printed. */
import type { Store } from "../store/open.ts";
import { checkFunds, type CheckedFund } from "../store/funds/check.ts";
import { CommandError } from "./words.ts";

/** Digits of a check number, and the fewest that are taken for the beginning of one. */
const whole = 64;
const fewest = 16;

/** The number as it stands on paper, in groups. */
function readHash(typed: string): string {
  const hash = typed.replace(/[\s-]/gu, "").toLowerCase();
  if (!/^[0-9a-f]+$/u.test(hash) || hash.length < fewest || hash.length > whole) {
    throw new CommandError(
      `A check number has ${whole} of the digits 0 to 9 and a to f. Type it as it stands on the report, or at least its first ${fewest}.`,
    );
  }
  return hash;
}

const linesOf = ({ id, currency, entries, broken }: CheckedFund): string =>
  broken === undefined
    ? `Fund ${id} (${currency}): ${entries.length} entries, each fits to the one before.`
    : `Fund ${id} (${currency}): entry ${broken} does not fit to the one before. The book was changed there.`;

/**
 * Says what holds.
 * @param typed the check number; empty without one
 * @returns whether all is as it should be
 */
export async function checkBooks(
  store: Pick<Store, "database">,
  typed: string,
  write: (text: string) => void,
): Promise<boolean> {
  const hash = typed === "" ? undefined : readHash(typed);
  const funds = await store.database.read((tx) => checkFunds(tx));
  if (hash === undefined) {
    if (funds.length === 0) write("There is no fund.");
    for (const fund of funds) write(linesOf(fund));
    write("Without the check number of a printed report this proves nothing against whoever runs the bot:");
    write("who can change the database can compute all numbers anew. With one: npm run steward -- fund check NUMBER");
    return funds.every(({ broken }) => broken === undefined);
  }
  for (const fund of funds) {
    const found = fund.entries.find((entry) => entry.hash.startsWith(hash));
    if (found === undefined) continue;
    if (fund.broken !== undefined && fund.broken <= found.number) {
      write(linesOf(fund));
      return false;
    }
    const since = fund.entries.length - found.number;
    write(
      `Entry ${found.number} of fund ${fund.id}, of ${new Date(found.at).toISOString().slice(0, 10)}, has this number.`,
    );
    write(`All that came before it is as it was when the report was printed. Entries since then: ${since}.`);
    if (fund.broken !== undefined) write(linesOf(fund));
    return fund.broken === undefined;
  }
  write(
    "No entry of any fund has this number. Either it was mistyped, or the book was rewritten since it was printed.",
  );
  return false;
}
