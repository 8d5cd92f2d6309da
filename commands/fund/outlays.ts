/** The words of `/fund` about what is to go out: seen by those who approve alone, and by who asks. */
import { Refused, usage, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { amountAndText, fundOrOnly, payee, requestLabel } from "../../src/core/options/fund.ts";
import { choice, flag, integer, optional, text } from "../../src/core/options/index.ts";
import { Needed } from "../../src/core/command.ts";
import { say, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { messageIds, phrase, type Phrase } from "../../src/chat/phrase.ts";
import { approvedBy, type Fund, type FundRequest, type RequestState } from "../../src/domain/fund.ts";
import { nameOf } from "../names.ts";
import { mayDecide, toDecide } from "./approvers.ts";
import { amountOption, forOption, keepsHere, needsKeeper, whichFund } from "./book.ts";
import { amountOf, outcome, paragraph, questions, requestMessage } from "./messages.ts";

/** Open requests that are listed with a button each. */
const mostListed = 10;

const toPerson = (message: Message): Reply => ({ to: "person", message });
const told = (content: Phrase, more: readonly Block[] = []): Reply =>
  toPerson({ blocks: [paragraph(content), ...more] });

/** The names of those who may approve, for a sentence. */
const namesOf = (context: MemberContext, ids: readonly string[]) => Array.fromAsync(ids, (id) => nameOf(context, id));

export const out = usage({
  about: "fund-out-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  // Who gets money is nobody's business but of those who approve.
  unseen: true,
  options: {
    amount: amountOption,
    for: forOption,
    to: optional(payee(), { about: "fund-option-to", ask: "fund-ask-to" }),
    fund: whichFund,
  },
  first: keepsHere,
  async run(context, values) {
    const { funds, people, person } = context;
    const fund = await fundOrOnly(values.fund, context);
    await needsKeeper(context, fund);
    const { amount, text: what } = amountAndText(values.amount, values.for, fund);
    const { to } = values;
    if (to === undefined) throw new Needed("to");
    if (to !== "outside" && !(await people.isMember(to.id, fund.cellId))) throw new Refused(phrase("fund-not-member"));
    const asked = await funds.request(fund, {
      kind: "out",
      amount,
      text: what,
      payeeId: to === "outside" ? undefined : to.id,
      enteredById: person.id,
    });
    const may = await mayDecide(context, asked);
    const others = await questions(context, asked, person.id);
    if (may.includes(person.id)) return [toPerson(await requestMessage(context, asked, may)), ...others];
    return [told(phrase("fund-out", { number: asked.number, amount: amountOf(fund, amount) })), ...others];
  },
});

export const ask = usage({
  about: "fund-ask-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  unseen: true,
  options: {
    amount: amountOption,
    for: { ...forOption, about: "fund-option-ask-for", ask: "fund-ask-ask-for" },
    fund: whichFund,
    instead: optional(choice(["change", "too"]), { about: "fund-option-for", ask: "fund-ask-for", hidden: true }),
  },
  async run(context, values) {
    const { funds, person } = context;
    const fund = await fundOrOnly(values.fund, context);
    const { amount, text: what } = amountAndText(values.amount, values.for, fund);
    const open = (await funds.open([fund.cellId])).filter(
      (one) => one.kind === "ask" && one.payeeId === person.id && one.fund.id === fund.id,
    );
    const [before] = open;
    if (before !== undefined && values.instead === undefined) return [askWhich(fund, before, { amount, what })];
    const changed =
      before === undefined || values.instead !== "change"
        ? undefined
        : await funds.change(before, { amount, text: what });
    const asked =
      changed ??
      (await funds.request(fund, { kind: "ask", amount, text: what, payeeId: person.id, enteredById: person.id }));
    const may = await mayDecide(context, asked);
    const withdraw = withdrawButton(asked, phrase("fund-button-withdraw"));
    const blocks: Block[] = [
      ...(may.length < 2 ? [paragraph(phrase("fund-asked-few"))] : []),
      { type: "buttons", rows: [[withdraw]] },
    ];
    const args = { number: asked.number, amount: amountOf(fund, amount) };
    const people = await namesOf(context, may);
    const said = may.length === 0 ? phrase("fund-asked-nobody", args) : phrase("fund-asked", { ...args, people });
    return [told(said, blocks), ...(await questions(context, asked))];
  },
});

/** Who asked takes it back. */
const withdrawButton = ({ id }: FundRequest, label: Phrase): Button => ({
  label,
  action: { command: "fund", word: "refuse", options: { request: `#${id}`, confirm: "confirm" } },
  press: "unseen",
});

/** Somebody who asks again may mean another amount, or more. */
function askWhich(
  fund: Fund,
  before: FundRequest,
  { amount, what }: { readonly amount: number; readonly what: string },
): Reply {
  const button = (instead: string, label: Phrase): Button => ({
    label,
    action: {
      command: "fund",
      word: "ask",
      options: { amount: `#${amount}`, for: what, fund: `#${fund.id}`, instead },
    },
    press: "unseen",
  });
  const args = { amount: amountOf(fund, amount) };
  const asked = { number: before.number, before: amountOf(fund, before.amount) };
  const withdraw = withdrawButton(before, phrase("fund-button-withdraw-one", { number: before.number }));
  // What is the same already is nothing to change.
  const change =
    before.amount !== amount
      ? [button("change", phrase("fund-button-change", args))]
      : before.text !== what
        ? [button("change", phrase("fund-button-change-words"))]
        : [];
  return told(phrase("fund-ask-open", asked), [
    { type: "buttons", rows: [[...change, button("too", phrase("fund-button-too", args))], [withdraw]] },
  ]);
}

const requestOption = optional(text({ max: 40 }), {
  about: "fund-option-request",
  ask: "fund-ask-request",
  position: 0,
});
/** Set by buttons: the amount that somebody saw when they pressed. */
const seenOption = optional(integer({ min: 1, max: 1_000_000_000_000 }), {
  about: "fund-option-amount",
  ask: "fund-ask-amount",
  hidden: true,
});

const over = messageIds({
  open: "fund-request-unknown",
  approved: "fund-over-approved",
  refused: "fund-over-refused",
  withdrawn: "fund-over-withdrawn",
  ended: "fund-over-ended",
}) satisfies Record<RequestState, string>;

/** What a person names: one that they may decide, or their own. What they may not know of reads like what there is not. */
async function requestOf(
  context: MemberContext,
  named: string,
): Promise<{ asked: FundRequest; may: readonly string[] }> {
  const { funds, person } = context;
  const unknown = (): Refused => new Refused(phrase("fund-request-unknown"));
  const typed = named.trim();
  const byNumber = async (): Promise<FundRequest | undefined> => {
    const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
    const all = [...(await toDecide(context, person.id)), ...(await ownOpen(context))];
    return all.find((one) => String(one.number) === number);
  };
  const asked = (await byNumber()) ?? (typed.startsWith("#") ? await funds.find(typed.slice(1)) : undefined);
  if (asked === undefined) throw unknown();
  const may = await mayDecide(context, asked);
  if (!may.includes(person.id) && asked.enteredById !== person.id && asked.payeeId !== person.id) throw unknown();
  if (asked.state !== "open") throw new Refused(phrase(over[asked.state]));
  return { asked, may };
}

/** What a person has asked for, in any of their cells, and nobody has decided. */
async function ownOpen({ cells, funds, person }: MemberContext): Promise<readonly FundRequest[]> {
  const open = await funds.open((await cells.ofPerson(person.id)).map(({ id }) => id));
  return open.filter(({ kind, payeeId }) => kind === "ask" && payeeId === person.id);
}

/** What waits for them, one by one if it is little. */
async function list(context: MemberContext, word: "approve" | "refuse"): Promise<readonly Reply[]> {
  const theirs = await toDecide(context, context.person.id);
  const own = word === "refuse" ? await ownOpen(context) : [];
  const all = [...theirs, ...own];
  const [only] = all;
  if (only === undefined) return [toPerson(say("fund-nothing-waits"))];
  if (all.length === 1) return look(context, only, await mayDecide(context, only));
  const rows = all.slice(0, mostListed).map((asked): readonly Button[] => [
    {
      label: requestLabel(asked),
      action: { command: "fund", word, options: { request: `#${asked.id}` } },
      press: "unseen",
    },
  ]);
  return [
    told(phrase("fund-which", { count: all.length }), [{ type: "buttons", rows, menu: phrase("fund-ask-request") }]),
  ];
}

/** Nobody approves or refuses what they have not looked at: a number alone shows it, and a button does it. */
async function look(
  context: MemberContext,
  asked: FundRequest,
  may: readonly string[],
  word?: "approve" | "refuse",
): Promise<readonly Reply[]> {
  const personId = context.person.id;
  if (may.includes(personId)) {
    const typed = word === undefined ? undefined : { word, personId };
    return [toPerson(await requestMessage(context, asked, may, typed))];
  }
  const { number, amount, fund } = asked;
  if (asked.kind !== "ask" || asked.payeeId !== context.person.id) throw new Refused(phrase("fund-not-yours"));
  const withdraw = withdrawButton(asked, phrase("fund-button-withdraw"));
  const args = { number, amount: amountOf(fund, amount) };
  return [told(phrase("fund-own", args), [{ type: "buttons", rows: [[withdraw]] }])];
}

export const approve = usage({
  about: "fund-approve-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  unseen: true,
  options: { request: requestOption, seen: seenOption },
  async run(context, { request, seen }) {
    const { funds, person, now } = context;
    if (request === undefined) return list(context, "approve");
    const { asked, may } = await requestOf(context, request);
    if (!may.includes(person.id)) throw new Refused(phrase("fund-not-yours"));
    if (seen === undefined) return look(context, asked, may, "approve");
    const { fund } = asked;
    const amount = amountOf(fund, asked.amount);
    const approved = await funds.approve(asked, { by: person.id, may, seen });
    switch (approved.is) {
      case "over":
        throw new Refused(phrase(over[approved.state]));
      case "changed":
        return [told(phrase("fund-changed")), ...(await look(context, asked, may))];
      case "short":
        throw new Refused(phrase("fund-short", { balance: amountOf(fund, approved.balance), amount }));
      case "noted": {
        const done = approvedBy([...asked.approvals, { personId: person.id, at: now }], { may, now });
        const missing = may.filter((id) => !done.includes(id));
        if (missing.length === 0) return [told(phrase("fund-noted-nobody", { amount }))];
        return [told(phrase("fund-noted", { amount, people: await namesOf(context, missing) }))];
      }
      case "paid": {
        const said = phrase("fund-paid", { amount, balance: amountOf(fund, approved.balance) });
        return [told(said), ...(await toOthers(context, { ...asked, state: "approved" }))];
      }
    }
  },
});

/** Who asked or wrote it down hears of it, unless they have just done it themself. */
const toOthers = async (context: MemberContext, asked: FundRequest): Promise<readonly Reply[]> =>
  asked.enteredById === context.person.id ? [] : outcome(context, asked);

export const refuse = usage({
  about: "fund-refuse-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  unseen: true,
  options: {
    request: requestOption,
    seen: seenOption,
    confirm: optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true }),
  },
  async run(context, { request, seen, confirm }) {
    const { funds, person } = context;
    if (request === undefined) return list(context, "refuse");
    const { asked, may } = await requestOf(context, request);
    const isOwn = asked.kind === "ask" && asked.payeeId === person.id;
    if (isOwn && confirm === true) {
      await funds.end(asked, "withdrawn");
      return [toPerson(say("fund-withdrawn"))];
    }
    if (seen === undefined || !may.includes(person.id)) return look(context, asked, may, "refuse");
    if (seen !== asked.amount) return [told(phrase("fund-changed")), ...(await look(context, asked, may))];
    await funds.end(asked, "refused");
    return [told(phrase("fund-refused")), ...(await toOthers(context, { ...asked, state: "refused" }))];
  },
});
