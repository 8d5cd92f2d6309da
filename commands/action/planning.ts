/** `/action plan` and `/action change`: what, when and where, with its care and its rest. */
import { Refused, usage, type OptionType } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { say, verbatim, type Action as ActionOfButton, type Message } from "../../src/chat/message.ts";
import { careFormList, formName } from "../../src/core/options/care.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { flag, optional, required, text } from "../../src/core/options/index.ts";
import { actionName } from "../../src/core/options/numbered.ts";
import { fold, meant, writtenMoment } from "../../src/core/options/option.ts";
import { comesAgain, momentBeside, start, timeBeside } from "../../src/core/options/times.ts";
import { phrase, type Phrase, time } from "../../src/chat/phrase.ts";
import {
  defaultRest,
  longestAction,
  mostActs,
  movedAlong,
  overlaps,
  restAfter,
  suggestForms,
  usualLength,
  usualPlaces,
  type Action,
  type Span,
  type Template,
} from "../../src/domain/actions.ts";
import { gaps, isWholeShift, shiftsOf } from "../../src/domain/shifts.ts";
import { addCalendar, addDays, wallClock } from "../../src/domain/time.ts";
import { actLabel, announceAction, gapLines, otherForms, restLine, spanLine } from "./announce.ts";
import { everywhere, which, open } from "./meant.ts";
import { toCell } from "../said.ts";

/** Longest texts, in characters. */
const longestWhat = 200;
const longestWhere = 120;
/** Milliseconds. What lasts longer, without a date for its end, may be a slip. */
const seldomLonger = 3 * 24 * 60 * 60_000;

/** What is planned: a template of the cell by its name, or anything else. */
const what = (): OptionType<string> => ({
  ...text({ max: longestWhat }),
  choices: async (context, typed) => {
    const cellId = context.federation === undefined ? undefined : cellHere(context);
    const saved = cellId === undefined ? [] : await context.actionTemplates.list(cellId);
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

const restTime = (): ReturnType<typeof timeBeside> => ({
  ...timeBeside(),
  reads: (raw) => isNone(raw) || timeBeside().reads?.(raw) === true,
});

const isUsual = (typed: string): boolean => meant(["usual"], typed) !== undefined;

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

/**
 * The care acts of a template, moved to where the new action is. Where none of a form would overlap it, that form takes its
 * whole time.
 */
function actsFrom(plan: Template, span: Span, zone: string): readonly NewAct[] {
  const all = plan.acts.map(({ form, after, minutes, places }) => {
    const from = addCalendar(span.from, zone, Math.floor(after / 1440), after % 1440);
    return { form, places, from, to: from + minutes * 60_000 };
  });
  const fitting = all.filter((act) => overlaps(act, span));
  const without = all.filter((act, index) => all.findIndex(({ form }) => form === act.form) === index);
  const left = without.filter(({ form }) => !fitting.some((act) => act.form === form));
  return [...fitting, ...left.flatMap((act) => inShifts({ ...act, ...span }, zone))];
}

type NewAct = Span & { readonly form: string; readonly places: number };

/** An act for each day that it is given on, where it lasts for several. */
const inShifts = (act: NewAct, zone: string): readonly NewAct[] =>
  shiftsOf(act, zone).map((shift) => ({ form: act.form, places: act.places, ...shift }));

export const plan = usage({
  about: "action-plan-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    what: required(what(), { about: "action-option-what", ask: "action-ask-what", position: 0 }),
    from: required(start(), { about: "action-option-from", ask: "action-ask-from" }),
    to: optional(timeBeside(), { about: "action-option-to", ask: "action-ask-to" }),
    where: optional(where(), { about: "action-option-where", ask: "action-ask-where", guided: true }),
    care: optional(careFormList(), { about: "action-option-care", ask: "action-ask-care", guided: true }),
    rest: optional(restTime(), { about: "action-option-rest", ask: "action-ask-rest" }),
    confirm: optional(flag("confirm"), { about: "action-option-confirm", ask: "action-button-lull", hidden: true }),
  },
  async run(context, values) {
    const cellId = cellHere(context);
    const cell = cellId === undefined ? undefined : await context.cells.get(cellId);
    if (cell === undefined) throw new Refused(phrase("gather-no-cell"));
    const saved = await context.actionTemplates.list(cell.id);
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
      forms?.slice(0, mostActs).flatMap((form) => inShifts({ form, places: usualPlaces, ...span }, cell.zone)) ??
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
      acts,
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
  const until = time(wallClock(addDays(phase.until, -1), 12 * 60, context.zone), "date");
  throw new Refused(phrase("action-lull", { until }), {
    blocks: [{ type: "buttons", rows: [[{ label: phrase("action-button-lull"), action, press: "seen" }]] }],
  });
}

export const change = usage({
  about: "action-change-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    action: which,
    what: optional(text({ max: longestWhat }), { about: "action-option-what", ask: "action-ask-what" }),
    from: optional(start(), { about: "action-option-from", ask: "action-ask-from" }),
    to: optional(timeBeside(), { about: "action-option-to", ask: "action-ask-to" }),
    where: optional(text({ max: longestWhere }), { about: "action-option-where", ask: "action-ask-where" }),
    rest: optional(restTime(), { about: "action-option-rest", ask: "action-ask-rest" }),
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
    return toCell(context, after, changeMessage(before, after, context.now));
  },
});

/** What has changed, for the chats: with what moved along. */
function changeMessage(before: Action, after: Action, now: number): Message {
  const items: Phrase[] = [];
  if (after.what !== before.what) items.push(phrase("action-changed-what", { what: after.what }));
  const moved = after.from !== before.from || after.to !== before.to;
  if (moved) items.push(phrase("action-changed-when", { span: spanLine(after, after.zone) }));
  if (after.where !== before.where) items.push(phrase("action-changed-where", { place: after.where ?? "" }));
  for (const act of moved ? after.acts : []) {
    if ((act.from === after.from && act.to === after.to) || isWholeShift(act, after)) continue;
    items.push(phrase("action-act", { form: formName(act.form), span: spanLine(act, after.zone) }));
  }
  for (const act of before.acts.filter(({ id }) => !after.acts.some((one) => one.id === id))) {
    items.push(phrase("action-shift-fallen", { shift: actLabel(act, before) }));
  }
  const open = moved ? gapLines(gaps(after, now), after) : [];
  items.push(...open.map((gap) => phrase("action-gap-line", { gap })));
  if (after.rest?.at !== before.rest?.at || after.rest?.id !== before.rest?.id) items.push(restLine(after));
  return {
    blocks: [
      { type: "paragraph", style: "strong", content: phrase("action-changed", { action: actionName(before) }) },
      { type: "list", items },
    ],
  };
}
