/** `/action`: something a cell does, with its care and its rest. Rules: README, "Actions and care". */
import { command, Refused, usage, type JobRunner, type Reply, type OptionType } from "../../src/core/command.ts";
import type { FederationContext, MemberContext } from "../../src/core/context.ts";
import { say, verbatim, type Action as ActionOfButton, type Block, type Message } from "../../src/chat/message.ts";
import { careForm, careFormList, formName } from "../../src/core/options/care.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { choice, flag, integer, optional, required, text } from "../../src/core/options/index.ts";
import { action as actionOption, actionName, actionOrOnly, whenNamed } from "../../src/core/options/numbered.ts";
import { fold, meant, writtenMoment } from "../../src/core/options/option.ts";
import { onlyOne } from "../../src/core/options/which.ts";
import { comesAgain, momentBeside, start } from "../../src/core/options/times.ts";
import { phrase, type Phrase, messageIds, time } from "../../src/chat/phrase.ts";
import {
  actionCard,
  actionJobs,
  careChangedJob,
  defaultRest,
  isOpenAction,
  longestAction,
  mostActs,
  movedAlong,
  overlaps,
  restAfter,
  suggestForms,
  toTemplate,
  usualLength,
  usualPlaces,
  type Action,
  type ActionState,
  type CareAct,
  type Span,
  type Template,
} from "../../src/domain/actions.ts";
import { addCalendar } from "../../src/domain/time.ts";
import { chatsOf } from "../gather/announce.ts";
import {
  actionMessage,
  addCareButton,
  announceAction,
  endMessage,
  lacks,
  mending,
  openMessage,
  otherForms,
  renderAction,
  restLine,
  spanLine,
  takeButton,
} from "./announce.ts";
import { careDone } from "./done.ts";

/** Longest texts, in characters. */
const longestWhat = 200;
const longestWhere = 120;
const longestReason = 300;
const longestName = 60;
const mostPlaces = 100;
/** Milliseconds. What lasts longer, without a date for its end, may be a slip. */
const seldomLonger = 3 * 24 * 60 * 60_000;
const everywhere = ["cell", "direct"] as const;

const which = optional(actionOption(), { about: "action-option-action", ask: "action-which", position: 0 });

/** What is planned: a template of the cell by its name, or anything else. */
const what = (): OptionType<string> => ({
  ...text({ max: longestWhat }),
  choices: async (context, typed) => {
    const cellId = context.federation === undefined ? undefined : cellHere(context);
    const saved = cellId === undefined ? [] : await context.actions.templates(cellId);
    return saved
      .filter(({ name }) => fold(name).includes(fold(typed)))
      .slice(0, 10)
      .map(({ name }) => ({ value: name, label: verbatim(name.slice(0, 40)) }));
  },
});

/** Where: the places of the last actions are suggested. */
const where = (): OptionType<string> => ({
  ...text({ max: longestWhere }),
  choices: async (context, typed) => {
    const cellId = context.federation === undefined ? undefined : cellHere(context);
    const last = cellId === undefined ? [] : await context.actions.list(cellId, { ended: true });
    const places = [...new Set(last.flatMap((one) => (one.where === undefined ? [] : [one.where])).reverse())];
    return places
      .filter((place) => fold(place).includes(fold(typed)))
      .slice(0, 3)
      .map((place) => ({ value: place, label: verbatim(place.slice(0, 40)) }));
  },
});

const isNone = (typed: string): boolean => meant(["none", "no"], typed) !== undefined;
const isUsual = (typed: string): boolean => meant(["usual"], typed) !== undefined;

/** Said in every chat of the cell; who did it elsewhere is told there that it was done. */
async function toCell(context: MemberContext, of: Action, message: Message): Promise<readonly Reply[]> {
  const chats = await chatsOf(context, of.cellId);
  const said: Reply = { to: "chats", chats, message };
  const here = context.chat !== undefined && chats.includes(context.chat.id);
  return here ? [said] : [said, { to: "here", message: say("gather-done-everywhere") }];
}

/** When it ends: as it was typed, or as usual. */
function endOf(typed: string | undefined, from: number, context: MemberContext, usual: number): number {
  if (typed === undefined) return usual;
  const to = momentBeside(typed, from, context, (at) => at > from);
  if (to === undefined) throw new Refused(phrase("action-time-unknown", { typed: typed.slice(0, 60) }));
  return to;
}

function checkSpan({ from, to }: Span): void {
  if (to <= from) throw new Refused(phrase("action-ends-first"));
  if (to - from > longestAction) throw new Refused(phrase("action-too-long"));
}

/** When the decompression is: as it was typed, the day after at 18:00, or not at all. */
function restOf(typed: string | undefined, to: number, zone: string, context: MemberContext): number | undefined {
  if (typed === undefined || isUsual(typed)) return defaultRest(to, zone);
  if (isNone(typed)) return undefined;
  const at = momentBeside(typed, to, context, (moment) => moment >= to);
  if (at === undefined) throw new Refused(phrase("action-time-unknown", { typed: typed.slice(0, 60) }));
  if (at < to) throw new Refused(phrase("gather-before-end"));
  return at;
}

/** The care acts of a template, moved to where the new action is; what would not overlap it takes its whole time. */
const actsFrom = (plan: Template, span: Span, zone: string) =>
  plan.acts.map(({ form, after, minutes, places }) => {
    const from = addCalendar(span.from, zone, Math.floor(after / 1440), after % 1440);
    const act = { from, to: from + minutes * 60_000 };
    return { form, places, ...(overlaps(act, span) ? act : { from: span.from, to: span.to }) };
  });

const plan = usage({
  about: "action-plan-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    what: required(what(), { about: "action-option-what", ask: "action-ask-what", position: 0 }),
    from: required(start(), { about: "action-option-from", ask: "action-ask-from" }),
    to: optional(text({ max: 60 }), { about: "action-option-to", ask: "action-ask-to" }),
    where: optional(where(), { about: "action-option-where", ask: "action-ask-where", guided: true }),
    care: optional(careFormList(), { about: "action-option-care", ask: "action-ask-care", guided: true }),
    rest: optional(text({ max: 60 }), { about: "action-option-rest", ask: "action-ask-rest" }),
    confirm: optional(flag("confirm"), { about: "action-option-confirm", ask: "action-button-lull", hidden: true }),
  },
  async run(context, values) {
    const cellId = cellHere(context);
    const cell = cellId === undefined ? undefined : await context.cells.get(cellId);
    if (cell === undefined) throw new Refused(phrase("gather-no-cell"));
    const saved = await context.actions.templates(cell.id);
    const template = saved.find(({ name }) => fold(name) === fold(values.what))?.plan;
    const { from } = values;
    const to = endOf(
      values.to,
      from,
      context,
      from + (template === undefined ? usualLength : template.minutes * 60_000),
    );
    const span = { from, to };
    checkSpan(span);
    const same = { command: "action", word: "plan", options: planned(context, { ...values, to }) };
    confirmLong(context, span, values.to, same);
    await confirmLull(context, span, values.confirm, same);
    const forms = values.care?.filter((form) => !isNone(form));
    const acts =
      forms?.map((form) => ({ form, places: usualPlaces, ...span })) ??
      (template === undefined ? [] : actsFrom(template, span, cell.zone));
    const rest =
      values.rest === undefined && template !== undefined
        ? template.rest && restAfter(to, cell.zone, template.rest.days, template.rest.minuteOfDay)
        : restOf(values.rest, to, cell.zone, context);
    const past = await context.actions.pastForms(cell.id);
    const made = await context.actions.create({
      cellId: cell.id,
      what: template?.what ?? values.what,
      where: values.where ?? template?.where,
      plannedById: context.person.id,
      acts: acts.slice(0, mostActs),
      rest,
      ...span,
    });
    const { forms: suggested, repeated } = suggestForms(past);
    const again = repeated.filter((form) => acts.some((act) => act.form === form));
    return [
      ...(await announceAction(context, made)),
      ...(context.chat === undefined ? [{ to: "here", message: say("gather-done-everywhere") } as const] : []),
      ...(again.length === 0 ? [] : [{ to: "here", message: otherForms(made, suggested, again), open: true } as const]),
    ];
  },
});

/** What is planned, as the options of a button that plans it. */
const planned = (
  context: MemberContext,
  values: {
    readonly what: string;
    readonly from: number;
    readonly to: number;
    readonly where?: string | undefined;
    readonly care?: readonly string[] | undefined;
    readonly rest?: string | undefined;
  },
): Readonly<Record<string, string>> => ({
  what: values.what,
  from: writtenMoment(context, values.from),
  to: writtenMoment(context, values.to),
  ...(values.where === undefined ? {} : { where: values.where }),
  ...(values.care === undefined ? {} : { care: values.care.join(", ") }),
  ...(values.rest === undefined ? {} : { rest: values.rest }),
});

/** 'saturday 9:00' for an action that begins on a Saturday at ten is a week later, and hardly meant. */
function confirmLong(
  context: MemberContext,
  { from, to }: Span,
  typed: string | undefined,
  again: ActionOfButton,
): void {
  if (typed === undefined || to - from <= seldomLonger || !comesAgain(typed, to, context)) return;
  const times = { from: time(from, "datetime"), to: time(to, "datetime", { named: true }) };
  throw new Refused(phrase("action-long", times), {
    blocks: [{ type: "buttons", rows: [[{ label: phrase("core-sure-yes"), action: again, press: "seen" }]] }],
  });
}

/** In a lull people rest: whoever plans an action there is asked first. */
async function confirmLull(
  context: MemberContext,
  { from }: Span,
  confirmed: boolean | undefined,
  again: ActionOfButton,
): Promise<void> {
  if (confirmed === true) return;
  const phase = await context.phases.at(from);
  if (phase?.kind !== "lull") return;
  const action = { ...again, options: { ...again.options, confirm: "confirm" } };
  throw new Refused(phrase("action-lull", { until: time(phase.to, "date") }), {
    blocks: [{ type: "buttons", rows: [[{ label: phrase("action-button-lull"), action, press: "seen" }]] }],
  });
}

const confirm = usage({
  about: "action-confirm-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    action: which,
    reason: optional(text({ max: longestReason }), { about: "action-option-reason", ask: "action-ask-reason" }),
  },
  async run(context, { action: named, reason }) {
    const of = await open(named, context);
    const { care, rest } = lacks(of);
    const lacking = care || rest;
    if (of.state === "planned" && lacking && reason === undefined) {
      const why = care && rest ? "both" : care ? "care" : "rest";
      throw new Refused(phrase(lackSentences[why]), {
        blocks: [
          await mending(context, of),
          { type: "paragraph", style: "quiet", content: phrase("action-lacks-way", { number: of.number }) },
        ],
      });
    }
    const confirmed = await context.actions.confirm(of.id, context.person.id, lacking ? reason : undefined);
    if (confirmed === undefined) throw new Refused(phrase("action-confirmed-already"));
    return toCell(context, of, {
      blocks: [
        { type: "heading", content: verbatim(of.what) },
        { type: "paragraph", style: "strong", content: phrase("action-confirmed", { time: whenNamed(of.from) }) },
        ...(confirmed.reason === undefined
          ? []
          : [{ type: "paragraph", content: phrase("action-reason", { reason: confirmed.reason }) } as const]),
      ],
    });
  },
});

const lackSentences = messageIds({
  both: "action-lacks-both",
  care: "action-lacks-care",
  rest: "action-lacks-rest",
});

const endedSentences = messageIds({ over: "action-over", cancelled: "action-cancelled-already" }) satisfies Record<
  Exclude<ActionState, "planned" | "confirmed">,
  string
>;

/** The action, if it still lies ahead or goes on. */
async function open(named: Action | undefined, context: MemberContext): Promise<Action> {
  const of = await actionOrOnly(named, context);
  if (of.state === "over" || of.state === "cancelled") throw new Refused(phrase(endedSentences[of.state]));
  return of;
}

/** What sets up and moves an act of care is for the coordinator, and for who planned the action. */
const mayRun = ({ level, person }: MemberContext, of: Action): boolean =>
  level !== "member" || of.plannedById === person.id;

const doings = ["add", "take", "leave", "done", "remove"] as const;
type Doing = (typeof doings)[number];

/** What `/action care` was given. */
interface CareValues {
  readonly form: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly places: number | undefined;
  readonly do: Doing | undefined;
  readonly act: string | undefined;
}

const care = usage({
  about: "action-care-about",
  level: "member",
  where: everywhere,
  answer: "private",
  fallback: "chat",
  options: {
    action: which,
    form: optional(careForm(), { about: "action-option-form", ask: "action-ask-care", position: 1 }),
    from: optional(text({ max: 60 }), { about: "action-option-act-from", ask: "action-ask-from" }),
    to: optional(text({ max: 60 }), { about: "action-option-act-to", ask: "action-ask-to" }),
    places: optional(integer({ min: 1, max: mostPlaces }), {
      about: "action-option-places",
      ask: "action-option-places",
    }),
    do: optional(choice(doings), { about: "action-option-do", ask: "action-option-do" }),
    act: optional(text({ max: 40 }), { about: "action-option-form", ask: "action-which-care", hidden: true }),
  },
  async run(context, values) {
    const named = values.act === undefined ? undefined : await context.actions.act(values.act.replace(/^#/u, ""));
    // What was done is often said afterwards.
    const fits = (one: Action) => isOpenAction(one) || (values.do === "done" && one.state === "over");
    const of = await actionOrOnly(named?.action ?? values.action, context, fits);
    if (of.state === "cancelled") throw new Refused(phrase("action-cancelled-already"));
    const act = named?.act ?? (values.do === "add" ? undefined : await actNamed(of, values));
    if (act === undefined) return add(context, of, values);
    switch (values.do) {
      case "take":
        return take(context, act);
      case "leave":
        return leave(context, act);
      case "done":
        return careDone(context, of, act);
      case "remove":
        return remove(context, of, act);
      case "add":
      case undefined:
        return changeAct(context, of, act, values);
    }
  },
});

/** The act of the action that is meant: of that form, or the only one; else it is asked which. Undefined: one is to be added. */
async function actNamed(of: Action, { form, do: doing }: CareValues): Promise<CareAct | undefined> {
  const fitting = form === undefined ? of.acts : of.acts.filter((act) => fold(act.form) === fold(form));
  if (doing === undefined && (form === undefined || fitting.length === 0)) return undefined;
  return onlyOne({
    option: "act",
    of: fitting,
    none: () => phrase("action-no-such-care", { action: actionName(of) }),
    choice: (act) => ({
      value: `#${act.id}`,
      label: phrase("action-act-label", { form: formName(act.form), time: time(act.from, "datetime") }),
    }),
  });
}

/** The span of an act, as it was typed beside its action. */
function actSpan(context: MemberContext, of: Action, { from, to }: CareValues, before: Span): Span {
  const inside = (at: number): boolean => at >= of.from && at <= of.to;
  const read = (typed: string, reference: number, fits: (at: number) => boolean): number => {
    const at = momentBeside(typed, reference, context, fits);
    if (at === undefined) throw new Refused(phrase("action-time-unknown", { typed: typed.slice(0, 60) }));
    return at;
  };
  const begin = from === undefined ? before.from : read(from, of.from, inside);
  // Moved without a new end it stays as long as it was; one that took the whole action ends with it.
  const whole = before.from === of.from && before.to === of.to;
  const usual = whole ? of.to : begin + before.to - before.from;
  const end = to === undefined ? (from === undefined ? before.to : usual) : read(to, begin, (at) => at > begin);
  const span = { from: begin, to: end };
  if (!overlaps(span, of)) throw new Refused(phrase("action-care-outside", { span: spanLine(of, context.zone) }));
  return span;
}

async function add(context: MemberContext, of: Action, values: CareValues): Promise<readonly Reply[]> {
  if (!isOpenAction(of)) throw new Refused(phrase("action-over"));
  if (values.form === undefined) {
    const { forms } = suggestForms(await context.actions.pastForms(of.cellId, of.id));
    const left = forms.filter((form) => !of.acts.some((act) => act.form === form)).slice(0, 4);
    throw new Refused(phrase("action-ask-care"), {
      blocks: [{ type: "buttons", rows: [left.map((form) => addCareButton(of, form))] }],
    });
  }
  if (of.acts.length >= mostActs) throw new Refused(phrase("action-care-many", { most: mostActs }));
  const span = actSpan(context, of, values, of);
  const after = await context.actions.addAct(of, {
    form: values.form,
    places: values.places ?? usualPlaces,
    ...span,
  });
  const act = after.acts.find(({ id }) => !of.acts.some((before) => before.id === id));
  const added = phrase("action-care-added", { form: formName(values.form), action: actionName(of) });
  const blocks: Block[] = [{ type: "paragraph", content: added }];
  if (act !== undefined) blocks.push({ type: "buttons", rows: [[takeButton(act)]] });
  return [
    { to: "person", message: { blocks }, open: true },
    { to: "card", kind: actionCard, subject: of.id, chats: await chatsOf(context, of.cellId) },
  ];
}

const takings = messageIds({
  already: "action-taken-already",
  full: "action-taken-full",
  closed: "action-taken-closed",
});

async function take(context: MemberContext, act: CareAct): Promise<readonly Reply[]> {
  const taken = await context.actions.take(act, context.person.id);
  const args = { form: formName(act.form) };
  if (taken === "full" || taken === "closed") throw new Refused(phrase(takings[taken], args));
  const back = {
    label: phrase("action-button-leave"),
    action: {
      command: "action",
      word: "care",
      options: { action: `#${act.actionId}`, act: `#${act.id}`, do: "leave" },
    },
    press: "unseen" as const,
  };
  const sentence =
    taken === "taken"
      ? phrase("action-taken", { ...args, span: spanLine(act, context.zone) })
      : phrase(takings.already, args);
  const blocks: Block[] = [
    { type: "paragraph", content: sentence },
    { type: "buttons", rows: [[back]] },
  ];
  return [{ to: "person", message: { blocks } }];
}

async function leave(context: MemberContext, act: CareAct): Promise<readonly Reply[]> {
  const left = await context.actions.giveBack(act, context.person.id);
  if (!left) throw new Refused(phrase("action-not-yours"));
  return [{ to: "person", message: say("action-left", { form: formName(act.form) }) }];
}

async function remove(context: MemberContext, of: Action, act: CareAct): Promise<readonly Reply[]> {
  if (!mayRun(context, of)) throw new Refused(phrase("gather-needs-organizer"));
  await context.actions.removeAct(act);
  return toCell(context, of, say("action-care-removed", { form: formName(act.form), action: actionName(of) }));
}

/** An act is moved, or takes more or fewer people. Who has taken it on is told directly, too. */
async function changeAct(
  context: MemberContext,
  of: Action,
  act: CareAct,
  values: CareValues,
): Promise<readonly Reply[]> {
  if (values.from === undefined && values.to === undefined && values.places === undefined) {
    const there = phrase("action-care-there", { form: formName(act.form) });
    throw new Refused(there, { blocks: [{ type: "buttons", rows: [[takeButton(act)]] }] });
  }
  if (!isOpenAction(of)) throw new Refused(phrase("action-over"));
  if (!mayRun(context, of)) throw new Refused(phrase("gather-needs-organizer"));
  const span = actSpan(context, of, values, act);
  await context.actions.changeAct(act, { ...span, places: values.places ?? act.places });
  const changed = { ...act, ...span };
  const others = act.takers.filter((person) => person !== context.person.id);
  return [
    ...(await toCell(context, of, changedMessage(of, changed))),
    ...others.map((person) => toTaker(of, changed, person)),
  ];
}

const changedMessage = (of: Action, act: CareAct): Message =>
  say("action-care-changed", { form: formName(act.form), action: actionName(of), span: spanLine(act, of.zone) });

const toTaker = (of: Action, act: CareAct, person: string): Reply => ({
  to: "direct",
  person,
  message: changedMessage(of, act),
  waits: { until: act.from, kind: careChangedJob, payload: { act: act.id, person } },
});

/** After their quiet hours: as the act is by now, if they still have it. */
const tellTaker: JobRunner = async (context, { act: id = "", person = "" }) => {
  const found = context.federation === undefined ? undefined : await context.actions.act(id);
  if (found === undefined || !isOpenAction(found.action) || !found.act.takers.includes(person)) return [];
  return [toTaker(found.action, found.act, person)];
};

const change = usage({
  about: "action-change-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    action: which,
    what: optional(text({ max: longestWhat }), { about: "action-option-what", ask: "action-ask-what" }),
    from: optional(start(), { about: "action-option-from", ask: "action-ask-from" }),
    to: optional(text({ max: 60 }), { about: "action-option-to", ask: "action-ask-to" }),
    where: optional(text({ max: longestWhere }), { about: "action-option-where", ask: "action-ask-where" }),
    rest: optional(text({ max: 60 }), { about: "action-option-rest", ask: "action-ask-rest" }),
  },
  async run(context, values) {
    const again = {
      ...(values.what === undefined ? {} : { what: values.what }),
      ...(values.from === undefined ? {} : { from: writtenMoment(context, values.from) }),
      ...(values.to === undefined ? {} : { to: values.to }),
      ...(values.where === undefined ? {} : { where: values.where }),
      ...(values.rest === undefined ? {} : { rest: values.rest }),
    };
    if (Object.keys(again).length === 0) throw new Refused(phrase("action-change-what"));
    const before = await open(values.action, context);
    const from = values.from ?? before.from;
    const to = endOf(values.to, from, context, movedAlong(before.to, before.from, from, before.zone));
    checkSpan({ from, to });
    const meant = { ...again, action: `#${before.id}`, to: writtenMoment(context, to) };
    confirmLong(context, { from, to }, values.to, { command: "action", word: "change", options: meant });
    if (to <= context.now) throw new Refused(phrase("action-change-past"));
    const { what: named, where: place } = values;
    const changed = await context.actions.change(before.id, {
      ...(named === undefined ? {} : { what: named }),
      ...(place === undefined ? {} : { where: place }),
      from,
      to,
    });
    const rest = values.rest === undefined ? undefined : restOf(values.rest, to, before.zone, context);
    if (rest !== undefined) await context.actions.addRest(changed, context.person.id, rest);
    const after = (await context.actions.get(before.id)) ?? changed;
    return toCell(context, after, changeMessage(before, after));
  },
});

/** What has changed, for the chats: with what moved along. */
function changeMessage(before: Action, after: Action): Message {
  const items: Phrase[] = [];
  if (after.what !== before.what) items.push(phrase("action-changed-what", { what: after.what }));
  const moved = after.from !== before.from || after.to !== before.to;
  if (moved) items.push(phrase("action-changed-when", { span: spanLine(after, after.zone) }));
  if (after.where !== before.where) items.push(phrase("action-changed-where", { place: after.where ?? "" }));
  for (const act of moved ? after.acts : []) {
    if (act.from === after.from && act.to === after.to) continue;
    items.push(phrase("action-act", { form: formName(act.form), span: spanLine(act, after.zone) }));
  }
  if (after.rest?.at !== before.rest?.at || after.rest?.id !== before.rest?.id) items.push(restLine(after));
  return {
    blocks: [
      { type: "paragraph", style: "strong", content: phrase("action-changed", { action: actionName(before) }) },
      { type: "list", items },
    ],
  };
}

const cancel = usage({
  about: "action-cancel-about",
  ends: true,
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: { action: which },
  async run(context, values) {
    const of = await open(values.action, context);
    if ((await context.actions.cancel(of.id)) === undefined) throw new Refused(phrase("action-over"));
    return toCell(context, of, say("action-cancelled", { action: actionName(of) }));
  },
});

const close = usage({
  about: "action-close-about",
  ends: true,
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: { action: which },
  async run(context, values) {
    const of = await open(values.action, context);
    if (of.from > context.now) throw new Refused(phrase("action-not-begun"));
    const over = await context.actions.end(of.id, { early: true });
    if (over === undefined) throw new Refused(phrase("action-over"));
    const message = await ended(context, over);
    return message === undefined ? [] : toCell(context, over, message);
  },
});

/** What is said when an action is over. */
async function ended(context: FederationContext, of: Action): Promise<Message | undefined> {
  const rest = of.rest === undefined ? undefined : await context.gatherings.get(of.rest.id);
  return rest === undefined ? undefined : endMessage(of, rest);
}

const template = usage({
  about: "action-template-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    action: which,
    name: required(text({ max: longestName }), { about: "action-option-name", ask: "action-ask-name", position: 1 }),
  },
  async run(context, { action: named, name }) {
    const of = await actionOrOnly(named, context, () => true);
    await context.actions.saveTemplate(of.cellId, name, toTemplate(of, of.rest?.at));
    return [{ to: "here", message: say("action-template-saved", { name }) }];
  },
});

const show = usage({
  about: "action-show-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: { action: which },
  async run(context, values) {
    const of = await actionOrOnly(values.action, context);
    if (context.chat === undefined) return [{ to: "here", message: await actionMessage(context, of) }];
    return [{ to: "card", kind: actionCard, subject: of.id, anew: true }];
  },
});

const listLines = messageIds({
  planned: "action-list-planned",
  confirmed: "action-list-confirmed",
  over: "action-list-over",
  cancelled: "action-list-cancelled",
}) satisfies Record<ActionState, string>;

const list = usage({
  about: "action-list-about",
  level: "member",
  where: everywhere,
  answer: "private",
  // Which actions there are is known to the whole chat.
  fallback: "chat",
  async run(context) {
    const cellId = cellHere(context);
    const all = cellId === undefined ? [] : await context.actions.list(cellId, { ended: true });
    if (all.length === 0) throw new Refused(phrase("action-none"));
    const items = all.map((of) =>
      phrase(listLines[of.state], { number: of.number, action: actionName(of, 80), time: whenNamed(of.from) }),
    );
    return [{ to: "person", message: { blocks: [{ type: "list", items }] } }];
  },
});

/** A job for one action; one whose federation was shredded has nothing left to do. */
const onAction =
  (run: (context: FederationContext, id: string) => Promise<readonly Reply[]>): JobRunner =>
  async (context, { action: id = "" }) => {
    return (await context.actions.get(id)) === undefined ? [] : run(context, id);
  };

export const action = command({
  name: "action",
  about: "action-about",
  words: { plan, show, list, care, confirm, change, cancel, close, template },
  cards: { [actionCard]: renderAction },
  jobs: {
    [actionJobs.open]: onAction(async (context, id) => {
      const of = await context.actions.remind(id);
      return of === undefined
        ? []
        : [{ to: "chats", chats: await chatsOf(context, of.cellId), message: openMessage(of) }];
    }),
    [actionJobs.end]: onAction(async (context, id) => {
      const over = await context.actions.end(id);
      const message = over === undefined ? undefined : await ended(context, over);
      if (over === undefined || message === undefined) return [];
      return [{ to: "chats", chats: await chatsOf(context, over.cellId), message }];
    }),
    [careChangedJob]: tellTaker,
    [actionJobs.clear]: onAction(async ({ actions }, id) => {
      await actions.clear(id);
      return [];
    }),
  },
});
