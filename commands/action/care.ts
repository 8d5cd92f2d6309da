/** `/action care`: acts of care beside an action: added, taken on, given back, done, moved, taken away. */
import { Refused, usage, type JobRunner, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { say, type Block, type Message } from "../../src/chat/message.ts";
import { careForm, formName } from "../../src/core/options/care.ts";
import { choice, integer, optional, text } from "../../src/core/options/index.ts";
import { actionName, actionOrOnly } from "../../src/core/options/numbered.ts";
import { fold } from "../../src/core/options/option.ts";
import { onlyOne } from "../../src/core/options/which.ts";
import { momentBeside, timeBeside } from "../../src/core/options/times.ts";
import { phrase, messageIds } from "../../src/chat/phrase.ts";
import {
  actionCard,
  careChangedJob,
  isOpenAction,
  mostActs,
  isOver,
  overlaps,
  suggestForms,
  usualPlaces,
  type Action,
  type CareAct,
  type Span,
} from "../../src/domain/actions.ts";
import { hasRoom, isShift, shiftsOf, toTake } from "../../src/domain/shifts.ts";
import { chatsOf, toCell } from "../said.ts";
import { actLabel, addCareButton, mostTakes, spanLine, takeButton } from "./announce.ts";
import { careDone } from "./done.ts";
import { everywhere, which } from "./meant.ts";

/** So many people take an act on at most. */
const mostPlaces = 100;

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

export const care = usage({
  about: "action-care-about",
  level: "member",
  where: everywhere,
  answer: "private",
  fallback: "chat",
  options: {
    action: which,
    form: optional(careForm(), { about: "action-option-form", ask: "action-ask-care", position: 1 }),
    from: optional(timeBeside(), { about: "action-option-act-from", ask: "action-ask-from" }),
    to: optional(timeBeside(), { about: "action-option-act-to", ask: "action-ask-to" }),
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
    const several = named?.act === undefined && values.do === undefined ? shiftsMeant(context, of, values) : [];
    if (several.length > 1) return changeActs(context, of, several, values);
    const act = named?.act ?? several[0] ?? (values.do === "add" ? undefined : await actNamed(context, of, values));
    if (act === undefined) return add(context, of, values);
    switch (values.do) {
      case "take":
        return take(context, act);
      case "leave":
        return leave(context, of, act);
      case "done":
        return careDone(context, of, act);
      case "remove":
        return remove(context, of, act);
      case "add":
      case undefined:
        return changeActs(context, of, [act], values);
    }
  },
});

/**
 * The act of the action that is meant: of that form, or the only one of which that can be said; else it is asked which.
 * Undefined: one is to be added.
 */
async function actNamed(
  { person, now }: MemberContext,
  of: Action,
  { form, do: doing }: CareValues,
): Promise<CareAct | undefined> {
  const formed = form === undefined ? of.acts : of.acts.filter((act) => fold(act.form) === fold(form));
  const open = toTake(of, now);
  const likely = formed.filter((act) =>
    doing === "take"
      ? open.includes(act)
      : doing === "leave"
        ? act.takers.includes(person.id)
        : doing !== "done" || (act.doneAt === undefined && act.from <= now),
  );
  const fitting = likely.length === 0 ? formed : likely;
  if (doing === undefined && (form === undefined || fitting.length === 0)) return undefined;
  return onlyOne({
    option: "act",
    of: fitting,
    none: () => phrase("action-no-such-care", { action: actionName(of) }),
    choice: (act) => ({
      value: `#${act.id}`,
      label: actLabel(act, of),
    }),
  });
}

/**
 * Where care has shifts, those that a change is about: on each of whose days the time that was typed is ('12:00' all of them,
 * 'sunday 12:00' one); all of the form where no time was.
 */
function shiftsMeant(context: MemberContext, of: Action, { form, from, to, places }: CareValues): readonly CareAct[] {
  if (form === undefined || (from === undefined && to === undefined && places === undefined)) return [];
  const theirs = of.acts.filter((act) => fold(act.form) === fold(form) && isShift(act, of));
  if (from === undefined) return to === undefined ? theirs : [];
  return theirs.filter((act) => {
    const onDay = shiftsOf(of, of.zone).find((one) => one.from <= act.from && act.to <= one.to) ?? act;
    const inside = (at: number): boolean => at >= onDay.from && at < onDay.to;
    const at = momentBeside(from, onDay.from, context, inside);
    return at !== undefined && inside(at);
  });
}

/** The span of an act, as it was typed beside its action. */
function actSpan(context: MemberContext, of: Action, { from, to }: CareValues, before: Span): Span {
  // What is typed for a shift is meant on its day.
  const within = isShift(before, of) ? (shiftsOf(of, of.zone).find((one) => overlaps(one, before)) ?? of) : of;
  const inside = (at: number): boolean => at >= within.from && at <= within.to;
  const read = (typed: string, reference: number, fits: (at: number) => boolean): number => {
    const at = momentBeside(typed, reference, context, fits);
    if (at === undefined) throw new Refused(phrase("action-time-unknown", { typed: typed.slice(0, 60) }));
    return at;
  };
  const begin = from === undefined ? before.from : read(from, within.from, inside);
  // Moved without a new end it stays as long as it was; one that took the whole action, or its day, ends with it.
  const whole = before.from === within.from && before.to === within.to;
  const usual = whole ? within.to : begin + before.to - before.from;
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
  const span = actSpan(context, of, values, of);
  const { form, places = usualPlaces } = values;
  const forms = new Set([...of.acts.map((act) => act.form), form]);
  const shifts = shiftsOf(span, of.zone).map((one) => ({ form, places, ...one }));
  if (forms.size > mostActs || !hasRoom(of, shifts)) {
    throw new Refused(phrase("action-care-many", { most: mostActs }));
  }
  const after = await context.actions.addActs(of, shifts);
  const made = after.acts.filter(({ id }) => !of.acts.some((before) => before.id === id));
  const added = phrase("action-care-added", { form: formName(form), action: actionName(of) });
  const takes = made.slice(0, mostTakes).map((act) => [takeButton(act, after)]);
  const blocks: Block[] = [
    { type: "paragraph", content: added },
    { type: "buttons", rows: takes },
  ];
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

async function leave(context: MemberContext, of: Action, act: CareAct): Promise<readonly Reply[]> {
  const theirs = act.takers.includes(context.person.id);
  // Nothing is open again that is over.
  if (theirs && isOver(act, of, context.now))
    throw new Refused(phrase("action-left-over", { form: formName(act.form) }));
  const left = await context.actions.giveBack(act, context.person.id);
  if (!left) throw new Refused(phrase("action-not-yours"));
  return [{ to: "person", message: say("action-left", { form: formName(act.form) }) }];
}

async function remove(context: MemberContext, of: Action, act: CareAct): Promise<readonly Reply[]> {
  if (!mayRun(context, of)) throw new Refused(phrase("gather-needs-organizer"));
  await context.actions.removeAct(act);
  return toCell(context, of, say("action-care-removed", { form: formName(act.form), action: actionName(of) }));
}

/** Acts are moved, or take more or fewer people. Who has taken them on is told directly, too. */
async function changeActs(
  context: MemberContext,
  of: Action,
  acts: readonly CareAct[],
  values: CareValues,
): Promise<readonly Reply[]> {
  const [first] = acts;
  if (first === undefined) return [];
  if (values.from === undefined && values.to === undefined && values.places === undefined) {
    const there = phrase("action-care-there", { form: formName(first.form) });
    throw new Refused(there, { blocks: [{ type: "buttons", rows: [[takeButton(first, of)]] }] });
  }
  if (!isOpenAction(of)) throw new Refused(phrase("action-over"));
  if (!mayRun(context, of)) throw new Refused(phrase("gather-needs-organizer"));
  const changed = acts.map((act) => ({ ...act, ...actSpan(context, of, values, act) }));
  for (const act of changed) {
    await context.actions.changeAct(act, { from: act.from, to: act.to, places: values.places ?? act.places });
  }
  const others = changed.flatMap((act) =>
    act.takers.filter((person) => person !== context.person.id).map((person) => toTaker(of, act, person)),
  );
  return [...(await toCell(context, of, changedMessage(of, changed))), ...others];
}

const changedMessage = (of: Action, acts: readonly CareAct[]): Message =>
  say("action-care-changed", {
    form: formName(acts[0]?.form ?? ""),
    action: actionName(of),
    span: acts.map((act) => spanLine(act, of.zone)),
  });

const toTaker = (of: Action, act: CareAct, person: string): Reply => ({
  to: "direct",
  person,
  message: changedMessage(of, [act]),
  waits: { until: act.from, kind: careChangedJob, payload: { act: act.id, person } },
});

/** After their quiet hours: as the act is by now, if they still have it. */
export const tellTaker: JobRunner = async (context, { act: id = "", person = "" }) => {
  const found = context.federation === undefined ? undefined : await context.actions.act(id);
  if (found === undefined || !isOpenAction(found.action) || !found.act.takers.includes(person)) return [];
  // What waited while nobody was there to say it may have passed by now.
  if (found.act.to <= context.now) return [];
  return [toTaker(found.action, found.act, person)];
};
