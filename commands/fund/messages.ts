/** What the fund says: to all members its balance and its book; to who approves, and to who asked, what is asked for. */
import type { CardRenderer, Reply } from "../../src/core/command.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { type Block, type Button, type Message, verbatim } from "../../src/chat/message.ts";
import { messageIds, money, phrase, time, type Phrase, type PhraseArg } from "../../src/chat/phrase.ts";
import {
  approvedBy,
  fundJobs,
  moneyOf,
  type Fund,
  type FundEntry,
  type FundRequest,
  type RequestState,
} from "../../src/domain/fund.ts";
import { chatsOf } from "../said.ts";
import { nameOf } from "../names.ts";
import { keepersOf, mayDecide } from "./approvers.ts";

/** Entries that the card shows. */
const lastShown = 6;

export const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };

/** An amount of the fund, for a sentence. */
export const amountOf = (fund: Pick<Fund, "currency">, minor: number): PhraseArg => money(moneyOf(fund, minor));

/** What an entry was for, without anybody's name. */
export function whatFor({ kind, undoes, text }: FundEntry): Phrase {
  if (kind === "hardship") return phrase("fund-hardship");
  if (kind === "undo") return phrase("fund-undoes", { number: undoes ?? 0 });
  return text === undefined ? phrase("fund-words-gone") : verbatim(text);
}

// For all members

/** Balance and last entries. */
export async function bookMessage(context: FederationContext, fund: Fund): Promise<Message> {
  const entries = await context.funds.entries(fund, { last: lastShown });
  const balance = await context.funds.balance(fund);
  const ask: Button = {
    label: phrase("fund-button-ask"),
    action: { command: "fund", word: "ask", options: { fund: `#${fund.id}` } },
    press: "unseen",
  };
  return {
    blocks: [
      { type: "heading", content: verbatim(fund.name) },
      paragraph(phrase("fund-balance", { balance: amountOf(fund, balance) }), "strong"),
      entries.length === 0
        ? paragraph(phrase("fund-empty"), "quiet")
        : {
            type: "list",
            items: entries.map((entry) =>
              phrase("fund-line", {
                number: entry.number,
                day: time(entry.at, "date"),
                what: whatFor(entry),
                amount: amountOf(fund, entry.amount),
              }),
            ),
          },
      { type: "buttons", rows: [[ask]] },
    ],
  };
}

export const renderFund: CardRenderer = async (context, id) => {
  const fund = await context.funds.get(id);
  return fund === undefined ? undefined : { message: await bookMessage(context, fund) };
};

// For who approves

const decisionButton = (asked: FundRequest, word: "approve" | "refuse"): Button => ({
  label: phrase(word === "approve" ? "fund-button-approve" : "fund-button-refuse"),
  action: {
    command: "fund",
    word,
    options: { request: `#${asked.id}`, seen: String(asked.amount) },
  },
  press: "unseen",
  style: word === "approve" ? "primary" : "danger",
});

/** What somebody who may approve has typed about it, and that they have approved it already. */
export interface Typed {
  readonly word: "approve" | "refuse";
  readonly personId: string;
}

const onePress = messageIds({ approve: "fund-press-approve", refuse: "fund-press-refuse" });

/** What is asked for, as one who may approve sees it, with the buttons; what they have `typed` is one press away. */
export async function requestMessage(
  context: FederationContext,
  asked: FundRequest,
  may: readonly string[],
  typed?: Typed,
) {
  const { fund, kind, amount, payeeId, number, text = "" } = asked;
  const payee = payeeId === undefined ? phrase("fund-outside") : await nameOf(context, payeeId);
  const args = { person: payee, amount: amountOf(fund, amount), text };
  const approved = approvedBy(asked.approvals, { may, now: context.now });
  const by = await Array.fromAsync(approved, (id) => nameOf(context, id));
  const isDone = typed?.word === "approve" && approved.includes(typed.personId);
  const [approve, refuse] = [decisionButton(asked, "approve"), decisionButton(asked, "refuse")];
  const cell = await context.cells.get(fund.cellId);
  const balance = amountOf(fund, await context.funds.balance(fund));
  const blocks: Block[] = [
    paragraph(kind === "ask" ? phrase("fund-request-ask", args) : phrase("fund-request-out", args), "strong"),
    paragraph(phrase("fund-request-facts", { number, fund: fund.name, cell: cell?.name ?? "", balance })),
    ...(by.length === 0 ? [] : [paragraph(phrase("fund-request-approved", { people: by }))]),
    paragraph(phrase("fund-request-unseen"), "quiet"),
    ...(typed === undefined ? [] : [paragraph(phrase(isDone ? "fund-approved-already" : onePress[typed.word]))]),
    {
      type: "buttons",
      rows: [typed === undefined ? [approve, refuse] : [isDone || typed.word === "refuse" ? refuse : approve]],
    },
  ];
  return { blocks } satisfies Message;
}

/** One who may approve is asked, on their own. Where they cannot be reached, the cell's chats say only that they have mail. */
export async function question(
  context: FederationContext,
  asked: FundRequest,
  may: readonly string[],
  person: string,
): Promise<Reply> {
  const isMember = await context.people.isMember(person, asked.fund.cellId);
  return {
    to: "direct",
    person,
    message: await requestMessage(context, asked, may),
    ...(isMember
      ? {
          otherwise: {
            chats: await chatsOf(context, asked.fund.cellId),
            message: {
              blocks: [
                paragraph(phrase("fund-mail", { person: await nameOf(context, person) })),
                { type: "link", to: "direct", label: phrase("core-open-direct") },
              ],
            },
          },
        }
      : {}),
    waits: { until: Infinity, kind: fundJobs.question, payload: { request: asked.id, person } },
  };
}

/** Everybody who may approve and has not, but `but`, is asked. */
export async function questions(
  context: FederationContext,
  asked: FundRequest,
  but?: string,
): Promise<readonly Reply[]> {
  const may = await mayDecide(context, asked);
  const done = approvedBy(asked.approvals, { may, now: context.now });
  const wanted = may.filter((id) => id !== but && !done.includes(id));
  return Array.fromAsync(wanted, (id) => question(context, asked, may, id));
}

// For who asked

const toAsker = messageIds({
  approved: "fund-told-approved",
  refused: "fund-told-refused",
  withdrawn: "fund-over-withdrawn",
  ended: "fund-told-ended",
}) satisfies Record<Exclude<RequestState, "open">, string>;

const toWriter = messageIds({
  approved: "fund-told-out-approved",
  refused: "fund-told-out-refused",
  withdrawn: "fund-over-withdrawn",
  ended: "fund-told-out-ended",
}) satisfies Record<Exclude<RequestState, "open">, string>;

/** Who asked, or wrote it down, hears what became of it: nowhere but on their own. Nobody hears who refused. */
export async function outcome(context: FederationContext, asked: FundRequest): Promise<readonly Reply[]> {
  const { id: request, fund, kind, number, amount, state, enteredById: person } = asked;
  if (person === undefined || state === "open" || state === "withdrawn") return [];
  // Who has gone is not written to any more.
  if (!(await context.people.isMember(person, fund.cellId))) return [];
  const { treasurers, coordinators } = await keepersOf(context, fund.cellId);
  const keepers = (treasurers.length > 0 ? treasurers : coordinators).filter((one) => one !== person);
  const args = {
    number,
    amount: amountOf(fund, amount),
    ...(keepers.length === 0 ? {} : { people: await Array.fromAsync(keepers, (one) => nameOf(context, one)) }),
  };
  const alone = kind === "ask" && state === "approved" && keepers.length === 0;
  const id = alone ? "fund-told-approved-alone" : (kind === "ask" ? toAsker : toWriter)[state];
  return [
    {
      to: "direct",
      person,
      message: { blocks: [paragraph(phrase(id, args))] },
      waits: { until: Infinity, kind: fundJobs.told, payload: { request, person } },
    },
  ];
}
