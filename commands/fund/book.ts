/** The words of `/fund` about the book that every member may read: opening a fund, money in, undoing, looking, reports. */
import { Needed, Refused, usage, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { optional, required, text } from "../../src/core/options/index.ts";
import {
  amount,
  amountAndText,
  currency,
  entry as entryNumber,
  fund as fundOption,
  fundOrOnly,
  fundsHere,
  month,
  monthNow,
} from "../../src/core/options/fund.ts";
import { fold } from "../../src/core/options/option.ts";
import { say, type Block } from "../../src/chat/message.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { fundCard, type Fund } from "../../src/domain/fund.ts";
import { chatsOf } from "../said.ts";
import { keepersOf, keeps, toDecide } from "./approvers.ts";
import { amountOf, bookMessage, paragraph } from "./messages.ts";
import { reportFiles } from "./report.ts";

/** Longest texts, in characters. */
const longestName = 60;
export const longestFor = 200;

export const whichFund = optional(fundOption(), { about: "fund-option-fund", ask: "fund-ask-fund" });
export const amountOption = required(amount(), { about: "fund-option-amount", ask: "fund-ask-amount", position: 0 });
export const forOption = required(text({ max: longestFor }), {
  about: "fund-option-for",
  ask: "fund-ask-for",
  position: 1,
});

/** @throws Refused for everybody but the treasurer and the coordinator */
export async function needsKeeper(context: MemberContext, { cellId }: Fund): Promise<void> {
  if (!(await keeps(context, cellId, context.person.id))) throw new Refused(phrase("fund-keepers-only"));
}

/** @throws Refused where the person keeps no fund here: in a direct chat none of any of their cells */
export async function keepsHere(context: MemberContext): Promise<void> {
  const { group, cells, person } = context;
  const places = group === undefined ? await cells.ofPerson(person.id) : [group];
  if (group !== undefined && (await fundsHere(context)).length === 0) throw new Refused(phrase("fund-none"));
  for (const { id } of places) if (await keeps(context, id, person.id)) return;
  throw new Refused(phrase("fund-keepers-only"));
}

export const create = usage({
  about: "fund-new-about",
  level: "coordinator",
  where: ["cell"],
  answer: "chat",
  options: {
    name: required(text({ max: longestName }), { about: "fund-option-name", ask: "fund-ask-name", position: 0 }),
    currency: required(currency(), { about: "fund-option-currency", ask: "fund-ask-currency" }),
  },
  async run(context, { name, currency: code }) {
    const { group, funds } = context;
    if (group?.kind !== "cell") throw new Refused(phrase("fund-no-cell"));
    const all = await funds.list(group.id);
    if (all.some((one) => fold(one.name) === fold(name))) throw new Refused(phrase("fund-name-taken", { name }));
    const made = await funds.create({ cellId: group.id, name, currency: code });
    const { treasurers } = await keepersOf(context, group.id);
    const blocks: Block[] = [
      paragraph(phrase("fund-made", { name, currency: code })),
      ...(treasurers.length > 0 ? [] : [paragraph(phrase("fund-no-treasurer"), "quiet")]),
    ];
    return [
      { to: "here", message: { blocks } },
      { to: "card", kind: fundCard, subject: made.id, chats: await chatsOf(context, group.id) },
    ];
  },
});

export const moneyIn = usage({
  about: "fund-in-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "chat",
  options: { amount: amountOption, for: forOption, fund: whichFund },
  first: keepsHere,
  async run(context, values) {
    const fund = await fundOrOnly(values.fund, context);
    await needsKeeper(context, fund);
    const of = amountAndText(values.amount, values.for, fund);
    const { entry, balance } = await context.funds.moneyIn(fund, { ...of, enteredById: context.person.id });
    const undo = {
      label: phrase("fund-button-undo"),
      action: { command: "fund", word: "undo", options: { entry: String(entry.number), fund: `#${fund.id}` } },
      press: "seen" as const,
    };
    const args = { number: entry.number, amount: amountOf(fund, of.amount), text: of.text, fund: fund.name };
    return [
      {
        to: "here",
        message: {
          blocks: [
            paragraph(phrase("fund-in", { ...args, balance: amountOf(fund, balance) })),
            { type: "buttons", rows: [[undo]] },
          ],
        },
      },
    ];
  },
});

export const undo = usage({
  about: "fund-undo-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "chat",
  options: {
    entry: optional(entryNumber(), {
      about: "fund-option-entry",
      ask: "fund-ask-entry",
      position: 0,
    }),
    fund: whichFund,
  },
  first: keepsHere,
  async run(context, values) {
    const fund = await fundOrOnly(values.fund, context);
    await needsKeeper(context, fund);
    if (values.entry === undefined) {
      if ((await context.funds.lastHash(fund)) === undefined) throw new Refused(phrase("fund-empty"));
      throw new Needed("entry");
    }
    const number = values.entry;
    const undone = await context.funds.undo(fund, number, context.person.id);
    switch (undone.is) {
      case "done": {
        const args = { number, entry: undone.entry.number, amount: amountOf(fund, undone.entry.amount) };
        return [here(phrase("fund-undone", { ...args, balance: amountOf(fund, undone.balance) }))];
      }
      case "short":
        throw new Refused(phrase("fund-undo-short", { number, balance: amountOf(fund, undone.balance) }));
      case "unknown":
        throw new Refused(phrase("fund-entry-unknown", { number }));
      case "undone-already":
        throw new Refused(phrase("fund-undone-already", { number }));
      case "is-undo":
        throw new Refused(phrase("fund-is-undo", { number }));
    }
  },
});

const here = (content: ReturnType<typeof phrase>): Reply => ({ to: "here", message: { blocks: [paragraph(content)] } });

export const show = usage({
  about: "fund-show-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "chat",
  options: { fund: { ...whichFund, position: 0 } },
  async run(context, values) {
    const { chat, person } = context;
    // A council's treasurer may have something to decide of a cell that is not theirs.
    const waiting = chat === undefined ? (await toDecide(context, person.id)).length : 0;
    const fund = await fundOrOnly(values.fund, context);
    if (chat !== undefined) return [{ to: "card", kind: fundCard, subject: fund.id, anew: true }];
    const shown: Reply = { to: "here", message: await bookMessage(context, fund) };
    return waiting === 0 ? [shown] : [shown, { to: "here", message: say("fund-waiting", { count: waiting }) }];
  },
});

export const report = usage({
  about: "fund-report-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "chat",
  options: {
    month: optional(month(), { about: "fund-option-month", ask: "fund-ask-month", position: 0 }),
    fund: whichFund,
  },
  async run(context, values) {
    const fund = await fundOrOnly(values.fund, context);
    return [{ to: "here", message: { blocks: await reportFiles(context, fund, values.month ?? monthNow(context)) } }];
  },
});
