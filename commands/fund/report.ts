/** A month of the fund: a page to print, and a table for a spreadsheet. It names nobody. */
import type { Paper } from "../../src/chat/drawing.ts";
import { verbatim, type Block } from "../../src/chat/message.ts";
import { money, month as monthOf, phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { csvFile, type Cell } from "../../src/core/spreadsheet.ts";
import { moneyOf, type Fund, type FundEntry } from "../../src/domain/fund.ts";
import { decimal } from "../../src/domain/money.ts";
import { localParts, wallClock } from "../../src/domain/time.ts";
import { whatFor } from "./messages.ts";

/** A month, from 1, of a year. */
interface YearMonth {
  readonly year: number;
  readonly month: number;
}

/** What a report says. Amounts in minor units. */
export interface FundReport extends YearMonth {
  readonly fund: Fund;
  readonly cell: string;
  readonly zone: string;
  /** Whether the month is not over yet. */
  readonly runs: boolean;
  readonly before: number;
  readonly entries: readonly FundEntry[];
  /** The last hash of the book by then; undefined: there is no entry. */
  readonly hash: string | undefined;
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
}

const firstDay = ({ year, month }: YearMonth): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;

/** Both files and what to do with them. */
export async function reportFiles(context: FederationContext, fund: Fund, of: YearMonth): Promise<readonly Block[]> {
  const cell = await context.cells.get(fund.cellId);
  const zone = cell?.zone ?? context.zone;
  const from = wallClock(firstDay(of), 0, zone);
  const to = wallClock(
    firstDay(of.month === 12 ? { year: of.year + 1, month: 1 } : { ...of, month: of.month + 1 }),
    0,
    zone,
  );
  const report: FundReport = {
    ...of,
    fund,
    cell: cell?.name ?? "",
    zone,
    runs: context.now < to,
    before: await context.funds.balance(fund, from),
    entries: await context.funds.entries(fund, { from, to }),
    hash: await context.funds.lastHash(fund, to),
    at: context.now,
  };
  const after = lastBalance(report);
  const args = { fund: fund.name, month: monthOf(of.year, of.month) };
  const stamp = firstDay(of).slice(0, 7);
  return [
    { type: "paragraph", content: phrase("fund-report", { ...args, balance: money(moneyOf(fund, after)) }) },
    {
      type: "file",
      file: { name: phrase("fund-file-pdf", { number: fund.number, stamp }), prints: reportPaper(report), as: "pdf" },
    },
    {
      type: "file",
      file: csvFile(
        context.plain(phrase("fund-file-csv", { number: fund.number, stamp })),
        context.language,
        reportTable(report, (one) => context.plain(one)),
      ),
    },
  ];
}

const sum = (entries: readonly FundEntry[]): number => entries.reduce((all, { amount }) => all + amount, 0);
const lastBalance = ({ before, entries }: FundReport): number => before + sum(entries);

/** The hash as it is read from paper: groups of eight. */
export const inGroups = (hash: string): string => hash.match(/.{1,8}/gu)?.join(" ") ?? hash;

/** The page. */
export function reportPaper(report: FundReport): Paper {
  const { fund, cell, year, month, entries, before, hash, runs, at } = report;
  const named = { month: monthOf(year, month) };
  const whole = (minor: number): Phrase => phrase("fund-amount-label", { amount: money(moneyOf(fund, minor)) });
  const bare = (minor: number): Phrase =>
    phrase("fund-amount-label", { amount: money(moneyOf(fund, minor), { bare: true }) });
  const nothing = verbatim("");
  let balance = before;
  const rows = entries.map((entry) => {
    balance += entry.amount;
    const what = phrase("fund-report-line", {
      number: entry.number,
      day: time(entry.at, "date"),
      what: whatFor(entry),
    });
    const isIn = entry.amount >= 0;
    return [what, isIn ? bare(entry.amount) : nothing, isIn ? nothing : bare(-entry.amount), bare(balance)];
  });
  const ins = sum(entries.filter(({ amount }) => amount >= 0));
  const outs = -sum(entries.filter(({ amount }) => amount < 0));
  return {
    title: phrase("fund-report-title", { fund: fund.name }),
    subtitle: phrase("fund-report-subtitle", { ...named, cell }),
    at,
    foot: phrase("fund-report-foot", { fund: fund.name, ...named }),
    blocks: [
      {
        type: "facts",
        facts: [
          [phrase("fund-report-before"), whole(before)],
          [phrase("fund-report-in"), whole(ins)],
          [phrase("fund-report-out"), whole(outs)],
          [phrase("fund-report-after"), whole(balance)],
        ],
      },
      ...(runs
        ? [
            {
              type: "paragraph",
              text: phrase("fund-report-runs", { at: time(at, "datetime", { named: true, dated: true }) }),
              style: "quiet",
            } as const,
          ]
        : []),
      { type: "heading", text: phrase("fund-report-entries") },
      entries.length === 0
        ? { type: "paragraph", text: phrase("fund-report-none") }
        : {
            type: "table",
            head: [
              phrase("fund-report-for"),
              phrase("fund-report-in"),
              phrase("fund-report-out"),
              phrase("fund-report-balance"),
            ],
            rows,
          },
      { type: "paragraph", text: phrase("fund-report-currency", { currency: fund.currency }), style: "quiet" },
      ...(hash === undefined
        ? []
        : [
            { type: "heading", text: phrase("fund-report-hash"), small: true } as const,
            { type: "paragraph", text: verbatim(inGroups(hash)), withNext: true } as const,
            { type: "paragraph", text: phrase("fund-report-check"), style: "quiet" } as const,
          ]),
    ],
  };
}

/** The table: a line for each entry, amounts as numbers. */
export function reportTable(report: FundReport, plain: (of: Phrase) => string): readonly (readonly Cell[])[] {
  const { fund, zone, before, entries } = report;
  const number = (minor: number): Cell => ({ number: decimal(moneyOf(fund, minor)) });
  let balance = before;
  const head = [
    phrase("fund-table-number"),
    phrase("fund-table-date"),
    phrase("fund-table-for"),
    phrase("fund-report-in"),
    phrase("fund-report-out"),
    phrase("fund-report-balance"),
    phrase("fund-table-currency"),
    phrase("fund-table-hash"),
  ].map(plain);
  return [
    head,
    ["", "", plain(phrase("fund-report-before")), "", "", number(before), fund.currency, ""],
    ...entries.map((entry): readonly Cell[] => {
      balance += entry.amount;
      return [
        { number: String(entry.number) },
        localParts(entry.at, zone).date,
        plain(whatFor(entry)),
        entry.amount >= 0 ? number(entry.amount) : "",
        entry.amount >= 0 ? "" : number(-entry.amount),
        number(balance),
        fund.currency,
        entry.hash,
      ];
    }),
  ];
}
