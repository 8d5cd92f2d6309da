/** Option types for funds: amounts of money, currencies, months; and what a command is about where nobody has named it. */
import { moneyOf, type Fund, type FundRequest } from "../../domain/fund.ts";
import { currencies, isCurrency } from "../../domain/money.ts";
import { localParts } from "../../domain/time.ts";
import { Needed, Refused, type Choice, type OptionType } from "../command.ts";
import type { Context, MemberContext } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { messageIds, money, month as monthArg, phrase, type Phrase } from "../../chat/phrase.ts";
import { readAmount, readCurrency, type Reading } from "../../words/amounts.ts";
import { cleanText } from "../../words/clean.ts";
import { called } from "../../words/fixed.ts";
import { monthBefore, readMonth, writeMonth, type YearMonth } from "../../words/months.ts";
import { cellHere } from "./drive.ts";
import { person } from "./named.ts";
import { integer } from "./plain.ts";
import { findNamed, fold, mostChoices, namedChoices, refuse, shorten } from "./option.ts";
import { onlyOne } from "./which.ts";
import type { Person } from "../../store/people/records.ts";

const longestAmount = 60;
/** Months that are offered. */
const monthsOffered = 12;
/** As they are typed. */
const usualAmounts = ["10", "20", "50", "100"];
/** Entries that are offered to be undone. */
const entriesOffered = 6;
/** Offered where nobody has named a currency. */
const usualCurrencies = ["EUR", "USD", "GBP", "MXN", "ARS", "COP", "CLP", "INR"];

/** What an option of a button says: so many minor units, and so many words of the text that belong to the amount. */
const exactly = /^#(\d{1,15})(?:\+(\d{1,3}))?$/u;

/**
 * An amount as it is typed. What it comes to depends on the fund's currency, and, where it is typed in words of several
 * ('1 234,50 €'), on the text behind it: {@link amountAndText} reads both.
 */
export const amount = (): OptionType<string> => ({
  kind: "text",
  max: longestAmount,
  reads: (raw) => /^\D{0,4}\d[\d.,]*$/u.test(raw),
  parse: async (raw) => {
    const value = cleanText(raw, { limit: longestAmount + 1 });
    if ([...value].length > longestAmount) return refuse("options-text-too-long", { max: longestAmount });
    const isBegun = /\p{Nd}|\p{Sc}/u.test(value) || isCurrency(value.toUpperCase());
    return isBegun ? { value } : refuse("fund-amount-not-understood");
  },
  choices: async (_context, typed) =>
    usualAmounts.filter((one) => one.startsWith(typed.trim())).map((value) => ({ value, label: verbatim(value) })),
});

const sentences = messageIds({
  "amount-not-understood": "fund-amount-not-understood",
  "amount-other-currency": "fund-amount-other-currency",
  "amount-too-fine": "fund-amount-too-fine",
  "amount-nothing": "fund-amount-nothing",
  "amount-too-large": "fund-amount-too-large",
});

/**
 * The amount, and what it is for.
 * @throws Needed where it can be read in two ways, so that it is asked which; where it is not understood; or without a text
 */
export function amountAndText(
  typed: string,
  text: string | undefined,
  fund: Pick<Fund, "currency">,
): { readonly amount: number; readonly text: string } {
  const { currency } = fund;
  const words = text ?? "";
  const [, minor, taken = "0"] = exactly.exec(typed) ?? [];
  const exact =
    minor === undefined ? undefined : { minor: Number(minor), rest: words.split(" ").slice(Number(taken)).join(" ") };
  const read = exact === undefined ? readAmount(`${typed} ${words}`, currency) : { ok: true as const, ...exact };
  if (!read.ok) {
    if (read.either === undefined) {
      throw new Needed("amount", { refusal: phrase(sentences[read.error], { currency }) });
    }
    const choices = read.either.map((one) => amountChoice(one, words, currency));
    const shown = cleanText(words === read.either[0]?.rest ? typed : `${typed} ${words}`, { limit: 40 });
    throw new Needed("amount", { refusal: phrase("fund-amount-two-ways", { typed: shown }), choices });
  }
  if (read.rest === "") throw new Needed("for");
  return { amount: read.minor, text: read.rest };
}

const count = (words: string): number => words.split(" ").filter((word) => word !== "").length;

/** A reading on a button; with what is left where the readings differ in that. */
function amountChoice({ minor, rest }: Reading, words: string, currency: string): Choice {
  const taken = count(words) - count(rest);
  const args = { amount: money({ minor, currency }) };
  return {
    value: `#${minor}${taken > 0 ? `+${taken}` : ""}`,
    label:
      rest === "" || /^\P{Nd}/u.test(words)
        ? phrase("fund-amount-label", args)
        : phrase("fund-amount-for-label", { ...args, text: shorten(rest, 18) }),
  };
}

/** A currency by its code, its sign or its name. */
export const currency = (): OptionType<string> => ({
  kind: "text",
  max: 60,
  reads: (raw) => readCurrency(raw) !== undefined,
  parse: async (raw) => {
    const value = readCurrency(raw);
    return value === undefined ? refuse("fund-currency-unknown", { typed: raw.trim().slice(0, 60) }) : { value };
  },
  choices: async (_context, typed) =>
    (typed === "" ? usualCurrencies : currencies)
      .filter((code) => code.startsWith(typed.trim().toUpperCase()))
      .slice(0, mostChoices)
      .map((code) => ({ value: code, label: verbatim(code) })),
});

/** A month of the clocks of this place; the last twelve are offered. */
export const month = (): OptionType<YearMonth> => ({
  kind: "text",
  max: 60,
  reads: (raw) => readMonth(raw, { year: 2000, month: 12 }) !== undefined,
  parse: async (raw, context) => {
    const now = monthNow(context);
    const value = readMonth(raw, now);
    if (value === undefined) return refuse("fund-month-unknown", { typed: raw.trim().slice(0, 60) });
    const isAhead = value.year > now.year || (value.year === now.year && value.month > now.month);
    return isAhead || value.year < 2000 ? refuse("fund-month-ahead") : { value };
  },
  choices: async (context, typed) => {
    const all: YearMonth[] = [monthNow(context)];
    for (let last = all[0]; last !== undefined && all.length < monthsOffered;) all.push((last = monthBefore(last)));
    return all
      .map((one) => ({
        value: writeMonth(one),
        label: phrase("fund-month-label", { month: monthArg(one.year, one.month) }),
      }))
      .filter(({ value, label }) => value.startsWith(typed.trim()) || fold(context.plain(label)).includes(fold(typed)));
  },
});

/** The month that it is on the clocks of this place. */
export function monthNow({ now, zone, group }: Pick<Context, "now" | "zone" | "group">): YearMonth {
  const { date } = localParts(now, group?.zone ?? zone);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}

/** Who gets money: a member, or somebody outside. Never a name that nobody knows. */
export type Payee = Person | "outside";
const outside = called(["outside"]);

export const payee = (): OptionType<Payee> => ({
  kind: "text",
  max: 100,
  parse: async (raw, context) => (outside.has(fold(raw)) ? { value: "outside" } : person().parse(raw, context)),
  write: (value) => (value === "outside" ? value : `#${value.id}`),
  choices: async (context, typed) => [
    ...("outside".startsWith(typed.trim()) ? [{ value: "outside", label: phrase("fund-outside-label") }] : []),
    ...((await person().choices?.(context, typed)) ?? []).slice(0, mostChoices - 1),
  ],
});

// Funds

/** The funds of this place. */
export async function fundsHere(context: Context): Promise<readonly Fund[]> {
  const cellId = context.federation === undefined ? undefined : cellHere(context);
  return cellId === undefined ? [] : context.funds.list(cellId);
}

/** A fund of this place, by its number, its name, or `#<id>`; in a direct chat of any cell of the person. */
export const fund = (): OptionType<Fund> => ({
  kind: "text",
  max: 100,
  parse: async (raw, context) => {
    const all = await fundsHere(context);
    const number = /^#?(\d{1,9})$/u.exec(raw.trim())?.[1];
    const numbered = all.find((one) => String(one.number) === number);
    if (numbered !== undefined) return { value: numbered };
    return findNamed(raw, {
      byId: async (id) => {
        const found = await context.funds.get(id);
        return found !== undefined && (await isOfTheirs(found, context)) ? found : undefined;
      },
      byName: async (name) => all.find((one) => fold(one.name) === fold(name)),
      all: async () => all,
    });
  },
  write: ({ id }) => `#${id}`,
  choices: async (context, typed) => namedChoices(await fundsHere(context), typed),
});

async function isOfTheirs({ cellId }: Fund, { group, person: asking, people }: Context): Promise<boolean> {
  if (group !== undefined) return group.id === cellId;
  return asking !== undefined && people.isMember(asking.id, cellId);
}

/**
 * The fund that was named, else the only one there is.
 * @throws Refused where there is none; Several where it is to be asked
 */
export async function fundOrOnly(named: Fund | undefined, context: MemberContext): Promise<Fund> {
  const found =
    named ??
    (await onlyOne({
      option: "fund",
      of: await fundsHere(context),
      none: () => phrase(cellHere(context) === undefined ? "fund-no-cell" : "fund-none"),
      choice: ({ id, name }) => ({ value: `#${id}`, label: verbatim(shorten(name, 40)) }),
      line: ({ number, name }) => ({ number, name }),
    }));
  if (!(await context.people.isMember(context.person.id, found.cellId))) throw new Refused(phrase("fund-no-cell"));
  return found;
}

/** The number of an entry; the last ones are offered, where there is one fund. */
export const entry = (): OptionType<number> => ({
  ...integer({ min: 1, max: 1_000_000 }),
  choices: async (context, typed) => {
    const [only, ...more] = await fundsHere(context);
    if (only === undefined || more.length > 0) return [];
    return (await context.funds.entries(only, { last: entriesOffered }))
      .filter(({ kind, number }) => kind !== "undo" && String(number).startsWith(typed.trim()))
      .reverse()
      .map(({ number, amount: minor }) => ({
        value: String(number),
        label: phrase("fund-request-label", { number, amount: money(moneyOf(only, minor)) }),
      }));
  },
});

/** What a request is called on a button. */
export const requestLabel = ({ number, fund: of, amount: minor }: FundRequest): Phrase =>
  phrase("fund-request-label", { number, amount: money(moneyOf(of, minor)) });
