/** What is said about actions and their care: the card, and what falls due. Rules: docs/rules.md, "Actions and care". */
import { type CardRenderer, type Reply, nextOf } from "../../src/core/command.ts";
import type { Context, FederationContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { formName } from "../../src/core/options/care.ts";
import { whenNamed } from "../../src/core/options/numbered.ts";
import { phrase, type NameArg, type Phrase, type PhraseArg, messageIds, time } from "../../src/chat/phrase.ts";
import {
  actionCard,
  isOpenAction,
  mostActs,
  openPlaces,
  suggestForms,
  type Action,
  type ActionState,
  type CareAct,
  type Span,
} from "../../src/domain/actions.ts";
import { type Gathering, gatheringCard } from "../../src/domain/gatherings.ts";
import { gaps, hasShifts, isShift, isWholeShift, openAhead, toTake } from "../../src/domain/shifts.ts";
import { localParts } from "../../src/domain/time.ts";
import { gatherButton, timesButtons } from "../gather/announce.ts";
import { cardParts } from "../../src/chat/cards.ts";
import { learntOfForm } from "../debrief/messages.ts";
import { chatsOf } from "../said.ts";

/** Shows an action in the chats of its cell, in a new message. */
export async function announceAction(context: FederationContext, of: Action): Promise<readonly Reply[]> {
  const chats = await chatsOf(context, of.cellId);
  return [{ to: "card", kind: actionCard, subject: of.id, chats, anew: true }];
}

const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };

/** From when to when: the date of the end is left out where it is the same day. */
export function spanLine({ from, to }: Span, zone: string): Phrase {
  const sameDay = localParts(from, zone).date === localParts(to, zone).date;
  const end = sameDay ? time(to, "time", { named: true }) : whenNamed(to);
  return phrase("action-span", { from: time(from, "datetime"), to: end });
}

/** A button that runs a word of `/action` for one action. Who takes on what is no secret in the cell. */
export const actionButton = (
  of: Pick<Action, "id">,
  word: string,
  label: Phrase,
  more: { readonly options?: Readonly<Record<string, string>>; readonly style?: Button["style"] } = {},
): Button => ({
  label,
  action: { command: "action", word, options: { ...more.options, action: `#${of.id}` } },
  press: "seen",
  ...(more.style === undefined ? {} : { style: more.style }),
});

/** So many shifts are offered with a button each at once; the others follow as these are taken on. */
export const mostTakes = 6;
/** So many acts are shown one by one; of more than that, those that are over are left out. */
const mostLines = 10;

/** An act among those of its action: with its day where it is a shift, with its times where there are several of the form. */
export function actLabel(act: CareAct, of: Action): Phrase {
  const form = formName(act.form);
  if (isWholeShift(act, of)) return phrase("action-act-day", { form, day: dayOf(act, of.zone) });
  return of.acts.filter((one) => one.form === act.form).length < 2
    ? form
    : phrase("action-act-label", { form, time: time(act.from, "datetime") });
}

/** The day of a shift, or its first and last one. */
function dayOf({ from, to }: Span, zone: string): PhraseArg {
  const last = to - 60_000;
  if (localParts(from, zone).date === localParts(last, zone).date) return time(from, "date");
  return phrase("action-span", { from: time(from, "date"), to: time(last, "date") });
}

export const takeButton = (act: CareAct, of: Action): Button => ({
  label: phrase("action-button-take", { form: actLabel(act, of) }),
  action: { command: "action", word: "care", options: { action: `#${act.actionId}`, act: `#${act.id}`, do: "take" } },
  press: "seen",
});

const doneButton = (act: CareAct, of: Action): Button => ({
  label: phrase("action-button-done", { form: actLabel(act, of) }),
  action: { command: "action", word: "care", options: { action: `#${act.actionId}`, act: `#${act.id}`, do: "done" } },
  press: "seen",
});

/** The live message of an action. */
export const renderAction: CardRenderer = async (context, subject) => {
  const of = await context.actions.get(subject);
  if (of === undefined) return undefined;
  const names = isNamed(context, of) ? of.acts.flatMap(({ takers }) => takers) : [];
  return {
    message: await actionMessage(context, of),
    madeOf: [
      ...(of.rest === undefined ? [] : [{ kind: gatheringCard, subject: of.rest.id }]),
      ...names.map((subject) => ({ kind: cardParts.person, subject })),
      ...(isOpenAction(of) ? [{ kind: cardParts.learnt, subject: of.cellId }] : []),
    ],
    // From its hour on an act can be said to be done; a shift that is over is no gap any more.
    changesAt: nextOf(
      context.now,
      of.acts.flatMap((act) => (isShift(act, of) ? [act.from, act.to] : [act.from])),
    ),
  };
};

/** Who takes on what is named in the cell's own chats only. */
const isNamed = ({ group }: Context, { cellId }: Pick<Action, "cellId">): boolean => group?.id === cellId;

const states = messageIds({
  planned: "action-state-planned",
  confirmed: "action-state-confirmed",
  over: "action-state-over",
  cancelled: "action-state-cancelled",
}) satisfies Record<ActionState, string>;

/** An action as its cell sees it. */
export async function actionMessage(context: FederationContext, of: Action): Promise<Message> {
  const named = isNamed(context, of);
  const acts: Phrase[] = [];
  for (const act of shownActs(of, context.now)) acts.push(await actLine(context, of, act, named));
  // Few acts show by themselves what nobody has yet.
  const open = of.acts.length <= mostLines ? [] : gaps(of, context.now);
  const care: Block = acts.length === 0 ? paragraph(phrase("action-no-care")) : { type: "list", items: acts };
  return {
    blocks: [
      { type: "heading", content: verbatim(of.what) },
      paragraph(spanLine(of, context.zone), "strong"),
      ...(of.where === undefined ? [] : [paragraph(phrase("action-at", { place: of.where }))]),
      care,
      ...(open.length === 0 ? [] : gapBlocks(open, of)),
      // With the action its meeting is off: there is none to look for.
      ...(of.state === "cancelled" ? [] : [paragraph(restLine(of))]),
      ...(of.reason === undefined ? [] : [paragraph(phrase("action-reason", { reason: of.reason }), "quiet")]),
      ...(await learntBefore(context, of)),
      ...(of.shared && isOpenAction(of) ? [paragraph(phrase("action-is-shared"), "quiet")] : []),
      number(of),
      ...(await cardButtons(context, of)),
    ],
  };
}

/** What was learnt from actions of this form, as long as it is of use. */
async function learntBefore(context: FederationContext, of: Action): Promise<readonly Block[]> {
  const lines = isOpenAction(of) ? await learntOfForm(context, of) : [];
  return lines.length === 0
    ? []
    : [paragraph(phrase("action-learnt-before"), "strong"), { type: "list", items: lines }];
}

const gapBlocks = (open: readonly CareAct[], of: Action): readonly Block[] => [
  paragraph(phrase("action-gaps"), "strong"),
  { type: "list", items: gapLines(open, of) },
];

/** The acts that are shown one by one. */
function shownActs(of: Action, now: number): readonly CareAct[] {
  if (of.acts.length <= mostLines) return of.acts;
  return of.acts.filter(({ to }) => to > now).slice(0, mostLines);
}

/** What nobody has taken on yet: of each form the days, 'Childcare: Sat 16 May, Sun 17 May'. */
export const gapLines = (open: readonly CareAct[], of: Action): readonly Phrase[] =>
  [...new Set(open.map(({ form }) => form))].map((form) => {
    const theirs = open.filter((act) => act.form === form);
    const days = theirs
      .slice(0, mostLines)
      .map((act): PhraseArg => (isWholeShift(act, of) ? dayOf(act, of.zone) : time(act.from, "datetime")));
    return phrase("action-gap", { form: formName(form), days, more: theirs.length - days.length });
  });

/** 'Meals, Sat 12:00 to 13:00: Ana and Ben. 1 place open.' */
async function actLine(context: Context, of: Action, act: CareAct, named: boolean): Promise<Phrase> {
  const names = named ? await namesOf(context, act.takers) : [];
  const whole = act.from === of.from && act.to === of.to;
  const form = isWholeShift(act, of) ? actLabel(act, of) : phrase("action-act", formAndSpan(act, context.zone));
  const args = { form: whole ? formName(act.form) : form };
  const open = openPlaces(act);
  if (act.doneAt !== undefined) {
    return names.length === 0 ? phrase("action-act-done", args) : phrase("action-act-done-by", { ...args, names });
  }
  if (act.takers.length === 0 && isWholeShift(act, of))
    return phrase("action-act-nobody", { ...args, places: act.places });
  if (names.length === 0) {
    const taken = act.places - open;
    return phrase("action-act-places", { ...args, taken, places: act.places });
  }
  return open === 0 || !isOpenAction(of)
    ? phrase("action-act-full", { ...args, names })
    : phrase("action-act-taken", { ...args, names, open });
}

const formAndSpan = (act: CareAct, zone: string) => ({ form: formName(act.form), span: spanLine(act, zone) });

/** What people are called, as the chat knows them; by name, since who was first is no matter. */
export async function namesOf({ people }: Context, ids: readonly string[]): Promise<readonly NameArg[]> {
  const names = await people.called(ids);
  return [...names.values()].sort((a, b) => a.name.localeCompare(b.name));
}

export function restLine({ rest }: Action): Phrase {
  if (rest === undefined) return phrase("action-no-rest");
  if (rest.state === "held") return phrase("action-rest-held");
  if (rest.state === "let-go") return phrase("action-rest-let-go");
  return rest.at === undefined
    ? phrase("action-rest-no-time", { number: rest.number })
    : phrase("action-rest-at", { time: whenNamed(rest.at) });
}

/** The buttons that can be of use now: what is open, what mends it, what is next. */
async function cardButtons(context: FederationContext, of: Action): Promise<readonly Block[]> {
  if (of.state === "cancelled") return [];
  const { now } = context;
  const { care, rest } = lacks(of);
  const mend = of.state === "planned" && (care || rest) ? [await mending(context, of)] : [];
  const rows: Button[][] = [
    ...offered(of, toTake(of, now)).map((act) => [takeButton(act, of)]),
    ...offered(of, toSayDone(of, now)).map((act) => [doneButton(act, of)]),
  ];
  if (of.state === "planned") {
    rows.push([actionButton(of, "confirm", phrase("action-button-confirm"), { style: "primary" })]);
  }
  return rows.length === 0 ? mend : [...mend, { type: "buttons", rows }];
}

/** Those of them that have a button: where there are many shifts, the first of those that nobody has taken on, then others. */
function offered(of: Action, acts: readonly CareAct[]): readonly CareAct[] {
  if (!hasShifts(of)) return acts.slice(0, mostActs);
  const nobodys = acts.filter(({ takers }) => takers.length === 0);
  const chosen = new Set([...nobodys, ...acts.filter((act) => !nobodys.includes(act))].slice(0, mostTakes));
  return acts.filter((act) => chosen.has(act));
}

/** Acts of which it can be said that they were done: shifts that nobody has taken on were not. */
const toSayDone = (of: Action, now: number): readonly CareAct[] =>
  of.acts.filter((act) => act.doneAt === undefined && act.from <= now && (act.takers.length > 0 || !isShift(act, of)));

/** Whether an action may be confirmed as it is, and what it lacks. */
export const lacks = ({ acts, rest }: Action) => ({
  care: acts.length === 0,
  // One that was let go before the action lacks as well: it will not be held.
  rest: rest === undefined || rest.state === "let-go",
});

/** The buttons that mend what an action lacks. */
export async function mending(context: FederationContext, of: Action): Promise<Block> {
  const { care, rest } = lacks(of);
  const [form = "meals"] = suggestForms(await context.actions.pastForms(of.cellId, of.id)).forms;
  const buttons = [
    ...(care ? [addCareButton(of, form, "primary")] : []),
    ...(rest
      ? [
          actionButton(of, "change", phrase("action-button-add-rest"), {
            options: { rest: "default" },
            style: "primary",
          }),
        ]
      : []),
  ];
  return { type: "buttons", rows: [buttons] };
}

/** Other forms of care than those that a cell has used again and again. */
export function otherForms(of: Action, suggested: readonly string[], repeated: readonly string[]): Message {
  const others = suggested.filter((form) => !of.acts.some((act) => act.form === form)).slice(0, 3);
  return {
    blocks: [
      paragraph(phrase("action-same-form", { forms: repeated.map(formName) })),
      { type: "buttons", rows: [others.map((form) => addCareButton(of, form))] },
    ],
  };
}

export const addCareButton = (of: Action, form: string, style?: "primary"): Button =>
  actionButton(of, "care", phrase("action-button-add-care", { form: formName(form) }), {
    options: { form },
    ...(style === undefined ? {} : { style }),
  });

// What falls due

/** What is still open, to the chat as a whole: days and forms, and nobody's name. */
export function openMessage(of: Action, now: number): Message {
  const open = offered(of, openAhead(of, now));
  return {
    blocks: [
      { type: "heading", content: verbatim(of.what) },
      of.from > now
        ? paragraph(phrase("action-soon", { time: whenNamed(of.from), left: time(of.from, "relative") }))
        : paragraph(phrase("action-shifts-open")),
      ...(open.length === 0
        ? []
        : [
            {
              type: "list" as const,
              items: open.map((act) => phrase("action-open-line", { form: actLabel(act, of), open: openPlaces(act) })),
            },
          ]),
      ...(of.state === "planned" && of.from > now ? [paragraph(phrase("action-not-confirmed"))] : []),
      {
        type: "buttons",
        rows: [
          ...open.map((act) => [takeButton(act, of)]),
          ...(of.state === "planned" && of.from > now
            ? [[actionButton(of, "confirm", phrase("action-button-confirm"))]]
            : []),
        ],
      },
      number(of),
    ],
  };
}

/** What is said of an action has its number: there may be two of one name. */
const number = (of: Action): Block =>
  paragraph(phrase("action-number", { number: of.number, state: phrase(states[of.state]) }), "quiet");

/** The action is over: when the decompression is, or when it could be. */
export function endMessage(of: Action, rest: Gathering, now: number): Message {
  const thanks: readonly Block[] = [{ type: "heading", content: verbatim(of.what) }, paragraph(phrase("action-ended"))];
  const acts = offered(
    of,
    of.acts.filter((act) => act.doneAt === undefined && act.takers.length > 0),
  );
  const done: readonly Block[] = [
    ...(acts.length === 0
      ? []
      : [
          paragraph(phrase("action-care-done-ask")),
          { type: "buttons" as const, rows: acts.map((act) => [doneButton(act, of)]) },
        ]),
    number(of),
  ];
  // Where it has begun by now, whether you met is asked soon, or at once.
  if (rest.state !== "open" || (rest.at ?? Infinity) <= now) return { blocks: [...thanks, ...done] };
  if (rest.times.length > 0) return { blocks: [...thanks, paragraph(phrase("action-ended-choosing")), ...done] };
  if (rest.at === undefined) {
    return { blocks: [...thanks, paragraph(phrase("action-ended-when"), "strong"), timesButtons(rest), ...done] };
  }
  const buttons = [
    gatherButton(rest, "going", phrase("gather-button-going"), { style: "primary" }),
    gatherButton(rest, "when", phrase("gather-button-other-time")),
  ];
  return {
    blocks: [
      ...thanks,
      paragraph(phrase("action-ended-rest", { time: whenNamed(rest.at) }), "strong"),
      { type: "buttons", rows: [buttons] },
      ...done,
    ],
  };
}
