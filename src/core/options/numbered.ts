/** Option types for what a cell numbers: its actions and its gatherings; and what a command takes when none was named. */
import { type Action, isOpenAction } from "../../domain/actions.ts";
import type { Gathering } from "../../domain/gatherings.ts";
import type { Choice, OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { messageIds, phrase, time, type Phrase } from "../../chat/phrase.ts";
import { nearest } from "../../words/clean.ts";
import { cellHere } from "./drive.ts";
import { fold, mostChoices, refuse, shorten } from "./option.ts";
import { onlyOne } from "./which.ts";

/** Something of a cell, as an option type sees it. */
interface Numbered {
  readonly id: string;
  readonly number: number;
  readonly cellId: string;
}

/** How things of one kind are found and named. */
interface Kind<T extends Numbered> {
  readonly kind: "action" | "gathering";
  readonly get: (context: Context, id: string) => Promise<T | undefined>;
  readonly byNumber: (context: Context, cellId: string, number: number) => Promise<T | undefined>;
  readonly list: (context: Context, cellId: string) => Promise<readonly T[]>;
  readonly name: (one: T) => string;
  /** What it is called, in so many characters at most. */
  readonly label: (one: T, longest: number) => Phrase;
  readonly isOpen: (one: T) => boolean;
}

/** What an action is called in a sentence or on a button. */
export const actionName = ({ what }: Pick<Action, "what">, longest = 60): string => shorten(what, longest);

/** What a gathering is called in a sentence or on a button. */
export function gatheringName(
  { kind, what, actionWhat }: Pick<Gathering, "kind" | "what" | "actionWhat">,
  longest = 60,
): Phrase {
  if (what !== undefined) return verbatim(shorten(what, longest));
  return kind === "circle"
    ? phrase("circle-name")
    : phrase("gather-name-after", { action: shorten(actionWhat ?? "", longest - 20) });
}

const actions: Kind<Action> = {
  kind: "action",
  get: (context, id) => context.actions.get(id),
  byNumber: (context, cellId, number) => context.actions.byNumber(cellId, number),
  list: (context, cellId) => context.actions.list(cellId, { ended: true }),
  name: ({ what }) => what,
  label: (one, longest) => verbatim(actionName(one, longest)),
  isOpen: isOpenAction,
};

const gatherings: Kind<Gathering> = {
  kind: "gathering",
  get: (context, id) => context.gatherings.get(id),
  byNumber: (context, cellId, number) => context.gatherings.byNumber(cellId, number),
  list: (context, cellId) => context.gatherings.list(cellId, { ended: true }),
  name: ({ what, actionWhat }) => what ?? actionWhat ?? "",
  label: gatheringName,
  isOpen: ({ state }) => state === "open",
};

const unknown = messageIds({ action: "action-option-unknown", gathering: "gather-option-unknown" });

/**
 * One of this cell's things, by its number, its name, or `#<id>`. Those that have ended are understood too: the command
 * says what is no longer possible with them.
 */
const numbered = <T extends Numbered>(of: Kind<T>): OptionType<T> => ({
  kind: of.kind,
  parse: async (raw, context) => {
    const typed = raw.trim().slice(0, 300);
    const shown = typed.slice(0, 60);
    const cellId = cellHere(context);
    const byId = typed.startsWith("#") ? await of.get(context, typed.slice(1)) : undefined;
    // A button of ours stands in a chat of its cell, or is somebody's own: what it names may be looked at there.
    if (byId !== undefined && (await isHere(byId, context))) return { value: byId };
    if (cellId === undefined) return refuse(unknown[of.kind], { typed: shown });
    const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
    const found = number === undefined ? undefined : await of.byNumber(context, cellId, Number(number));
    if (found !== undefined) return { value: found };
    const all = await of.list(context, cellId);
    const named = all.filter((one) => fold(of.name(one)) === fold(typed));
    const [only] = named.filter(of.isOpen).length > 0 ? named.filter(of.isOpen) : named.slice(-1);
    if (only !== undefined) return { value: only };
    const near = nearest(typed, all.map(of.name));
    return near === undefined
      ? refuse(unknown[of.kind], { typed: shown })
      : refuse("options-did-you-mean", { typed: shown, near: shorten(near, 60) });
  },
  choices: async (context, typed): Promise<readonly Choice[]> => {
    const cellId = context.federation === undefined ? undefined : cellHere(context);
    const all = cellId === undefined ? [] : await of.list(context, cellId);
    return all
      .filter((one) => of.isOpen(one) && fold(`${one.number} ${of.name(one)}`).includes(fold(typed)))
      .slice(0, mostChoices)
      .map((one) => choiceOf(of, one));
  },
});

const choiceOf = <T extends Numbered>(of: Kind<T>, one: T): Choice => ({
  value: `#${one.id}`,
  label: of.label(one, 40),
  number: one.number,
});

/** Whether a thing belongs to the cell of this chat, or, in a direct chat, to one of the person's cells. */
async function isHere({ cellId }: Numbered, { group, person, cells }: Context): Promise<boolean> {
  if (group !== undefined) return group.id === cellId;
  if (person === undefined) return false;
  return person.cellId === cellId || (await cells.ofPerson(person.id)).some(({ id }) => id === cellId);
}

export const action = (): OptionType<Action> => numbered(actions);
export const gathering = (): OptionType<Gathering> => numbered(gatherings);

/**
 * The one that was named; else the only one there is, of those that are open or `fit`; else the person is asked which.
 * @throws Refused where there is none; Several where it is to be asked
 */
async function orOnly<T extends Numbered>(
  of: Kind<T>,
  named: T | undefined,
  context: Context,
  fits: (one: T) => boolean,
): Promise<T> {
  if (named !== undefined) return named;
  const cellId = cellHere(context);
  return onlyOne({
    option: of.kind,
    of: cellId === undefined ? [] : (await of.list(context, cellId)).filter(fits),
    none: () => phrase(nothing[of.kind]),
    choice: (one) => choiceOf(of, one),
    line: (one) => ({ number: one.number, name: of.label(one, 80) }),
  });
}

const nothing = messageIds({ action: "action-none", gathering: "gather-none" });

/** The action that is meant: see {@link orOnly}. */
export const actionOrOnly = (
  named: Action | undefined,
  context: Context,
  fits: (one: Action) => boolean = isOpenAction,
): Promise<Action> => orOnly(actions, named, context, fits);

/**
 * The gathering that is meant: see {@link orOnly}. Of those that are open, the ones that `fit` where there are any: the
 * command says of any other why it cannot be.
 */
export async function gatheringOrOnly(
  named: Gathering | undefined,
  context: Context,
  fits: (one: Gathering) => boolean = () => true,
): Promise<Gathering> {
  const cellId = cellHere(context);
  const all = named !== undefined || cellId === undefined ? [] : await gatherings.list(context, cellId);
  const can = (one: Gathering) => gatherings.isOpen(one) && fits(one);
  return orOnly(gatherings, named, context, all.some(can) ? can : gatherings.isOpen);
}

/** When something is, with the zone's name: for sentences. */
export const whenNamed = (at: number) => time(at, "datetime", { named: true });
