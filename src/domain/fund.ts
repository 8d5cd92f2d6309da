/**
 * The fund of a cell: money in and out, who must approve what goes out, and the chain by which anybody who has a printed
 * report can see whether the book was rewritten since. It moves no money. Rules: docs/rules.md, "Fund".
 *
 * The book only grows: a mistake is put right by an entry that undoes it. Each entry's hash covers the hash before it, and
 * what stands in the entry, with one salted commitment for its text and one for each person in it. Who is forgotten takes
 * the salt of theirs along: nobody can find out any more whom it was about, and the chain holds.
 */
import { createHash } from "node:crypto";
import type { Money } from "./money.ts";

/** What an entry is: money in, money out, help for a member that nobody else knows of, or an entry that undoes another. */
export const entryKinds = ["in", "out", "hardship", "undo"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a person has to do with an entry: it was paid to them, they wrote it down, they approved it. */
export type FundPart = "payee" | "entered" | "approved";

/** What an entry's hash covers. */
export interface Hashed {
  /** From 1, without a gap. */
  readonly number: number;
  readonly kind: EntryKind;
  /** The number of the entry that this one undoes. */
  readonly undoes: number | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Minor units; less than nothing where it goes out. */
  readonly amount: number;
  readonly currency: string;
  /** Commitments, 64 digits each: {@link commitment}. */
  readonly text: string;
  readonly persons: readonly string[];
}

/** An entry as the chain has it. */
export interface Chained extends Hashed {
  readonly hash: string;
}

const sha256 = (parts: readonly string[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");

/** What the first entry's hash covers instead of the one before it. */
export const beginning = (fundId: string, currency: string): string => sha256(["fund", fundId, currency]);

/**
 * Fixes a value without telling it: only with the salt can anybody see that it was this one.
 * @param salt random, 128 bits or more, used once
 */
export const commitment = (of: "text" | FundPart, salt: string, value: string): string =>
  sha256(["commitment", of, salt, value]);

/** Whether what was fixed is this value. */
export const opens = (fixed: string, of: "text" | FundPart, salt: string, value: string): boolean =>
  fixed === commitment(of, salt, value);

/** The hash of an entry, 64 hexadecimal digits. The order of its persons tells nothing, so it does not count. */
export const entryHash = (
  before: string,
  { number, kind, undoes, at, amount, currency, text, persons }: Hashed,
): string =>
  sha256([
    "entry",
    before,
    String(number),
    kind,
    undoes === undefined ? "" : String(undoes),
    new Date(at).toISOString(),
    String(amount),
    currency,
    text,
    ...[...persons].sort(),
  ]);

/** The number of the first entry that does not fit to the one before it; undefined: the whole chain holds. */
export function firstBroken(
  fund: { readonly id: string; readonly currency: string },
  entries: readonly Chained[],
): number | undefined {
  let before = beginning(fund.id, fund.currency);
  for (const [index, entry] of entries.entries()) {
    const fits =
      entry.number === index + 1 && entry.currency === fund.currency && entry.hash === entryHash(before, entry);
    if (!fits) return index + 1;
    before = entry.hash;
  }
  return undefined;
}

/**
 * What is in the fund, in minor units.
 * @throws where two currencies would be added
 */
export function balanceOf(
  currency: string,
  entries: readonly { readonly amount: number; readonly currency: string }[],
) {
  return entries.reduce((sum, entry) => {
    if (entry.currency !== currency) throw new RangeError("two currencies in one fund");
    return sum + entry.amount;
  }, 0);
}

/** So many different people must approve what goes out. */
export const neededApprovals = 2;
/** An approval counts so long. Milliseconds: seven days. Then those who may approve are asked again. */
export const approvalLife = 7 * 24 * 60 * 60_000;
/** What nobody has decided after so long ends. Milliseconds: four weeks. */
export const requestLife = 4 * approvalLife;
/** What was decided is remembered so long, without its words, so that whoever presses late hears what became of it. Milliseconds. */
export const decidedKept = 7 * 24 * 60 * 60_000;

/** So many members can a cell choose, who approve beside its treasurer and coordinator. */
export const mostChosen = 3;

/** Something that is to go out. */
export interface Outlay {
  /** `ask`: a member asks for themself, seen by those who approve alone. `out`: those who keep the fund wrote it down. */
  readonly kind: "ask" | "out";
  /** The member who gets it (id); undefined: somebody outside of the cell. Of `ask` who asks. */
  readonly payeeId: string | undefined;
}

/** Who could approve: of the cell (treasurer, coordinator, whom it has chosen), and of its councils (treasurers). Ids of people. */
export interface Approvers {
  readonly cell: readonly string[];
  readonly council: readonly string[];
}

/**
 * Who may approve an outlay: those of the cell but who gets it; where these are fewer than needed, the councils' treasurers
 * too. Each person once. Who writes down that something went out has not approved it by that, and may.
 */
export function mayApprove({ payeeId }: Outlay, { cell, council }: Approvers): readonly string[] {
  const of = (ids: readonly string[]): readonly string[] => [...new Set(ids)].filter((id) => id !== payeeId);
  const own = of(cell);
  return own.length >= neededApprovals ? own : of([...own, ...council]);
}

/** An approval as it was given. */
export interface Approval {
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Those whose approval counts now: they still may, and it is no older than seven days. Each once. */
export const approvedBy = (
  approvals: readonly Approval[],
  { may, now }: { readonly may: readonly string[]; readonly now: number },
): readonly string[] => [
  ...new Set(
    approvals
      .filter(({ personId, at }) => may.includes(personId) && now - at < approvalLife)
      .map(({ personId }) => personId),
  ),
];

/**
 * What can be with an outlay: open -> approved by two, or refused by one of those who may approve, or taken back by who asked,
 * or ended, since its payee has gone or nobody decided it in four weeks.
 */
export const requestStates = ["open", "approved", "refused", "withdrawn", "ended"] as const;
export type RequestState = (typeof requestStates)[number];

/** The kind of the live message. Its subject is the fund. */
export const fundCard = "fund";

export const fundJobs = {
  /** One person is asked whether they approve. Payload: `request`, `person`. */
  question: "fund-question",
  /** Those who may approve are asked again, every seven days; after four weeks it ends. Payload: `request`. */
  again: "fund-again",
  /** Who asked for something, or wrote it down, hears what became of it. Payload: `request`, `person`. */
  told: "fund-told",
} as const;

/** A cell's money in one currency. */
export interface Fund {
  readonly id: string;
  readonly cellId: string;
  /** By which people name it, within the cell. */
  readonly number: number;
  readonly name: string;
  readonly currency: string;
}

/** An entry of the book, as members may see it: nobody's name. */
export interface FundEntry {
  readonly number: number;
  readonly kind: EntryKind;
  readonly undoes: number | undefined;
  /** Milliseconds since 1970, to the minute. */
  readonly at: number;
  /** Minor units; less than nothing where it goes out. */
  readonly amount: number;
  /** What for; undefined of a hardship, and once the retention has passed. */
  readonly text: string | undefined;
  readonly hash: string;
}

/** Something that is to go out: for those alone who may approve it, and for who asked. */
export interface FundRequest extends Outlay {
  readonly id: string;
  readonly fund: Fund;
  /** By which people name it, within the cell. */
  readonly number: number;
  /** Minor units, more than nothing. */
  readonly amount: number;
  /** Undefined once it was decided. */
  readonly text: string | undefined;
  /** Who wrote it down; of `ask` who asks. */
  readonly enteredById: string | undefined;
  readonly createdAt: number;
  readonly state: RequestState;
  readonly approvals: readonly Approval[];
}

/** What an approval led to. `short`: there is less in the fund, `balance`; nothing was noted. */
export type Approved =
  | { readonly is: "noted"; readonly by: readonly string[] }
  | { readonly is: "paid"; readonly balance: number }
  | { readonly is: "short"; readonly balance: number }
  | { readonly is: "changed" }
  | { readonly is: "over"; readonly state: RequestState };

/** What came of undoing an entry. */
export type Undone =
  | { readonly is: "done"; readonly entry: FundEntry; readonly balance: number }
  | { readonly is: "short"; readonly balance: number }
  | { readonly is: "unknown" | "undone-already" | "is-undo" };

/** An amount as money of its fund. */
export const moneyOf = ({ currency }: Pick<Fund, "currency">, minor: number): Money => ({ minor, currency });
