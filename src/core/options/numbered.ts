/** Option types for what a cell numbers: its actions and its gatherings; and what a command takes when none was named. */
import { type Action, isOpenAction } from "../../domain/actions.ts";
import type { Gathering } from "../../domain/gatherings.ts";
import { Refused, type Choice, type OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim, type Action as ButtonAction } from "../../chat/message.ts";
import { messageIds, phrase, time, type Phrase } from "../../chat/phrase.ts";
import { nearest } from "../../words/clean.ts";
import { cellHere } from "./drive.ts";
import { fold, mostChoices, refuse } from "./option.ts";

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
  readonly label: (one: T) => Phrase;
  readonly isOpen: (one: T) => boolean;
}

const shortened = (text: string, longest: number): string => {
  const letters = [...text];
  return letters.length <= longest
    ? text
    : `${letters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
};

/** What an action is called in a sentence or on a button. */
export const actionName = ({ what }: Pick<Action, "what">, longest = 60): string => shortened(what, longest);

/** What a gathering is called in a sentence or on a button. */
export function gatheringName(
  { kind, what, actionWhat }: Pick<Gathering, "kind" | "what" | "actionWhat">,
  longest = 60,
): Phrase {
  if (what !== undefined) return verbatim(shortened(what, longest));
  return kind === "circle"
    ? phrase("circle-name")
    : phrase("gather-name-after", { action: shortened(actionWhat ?? "", longest - 20) });
}

const actions: Kind<Action> = {
  kind: "action",
  get: (context, id) => context.actions.get(id),
  byNumber: (context, cellId, number) => context.actions.byNumber(cellId, number),
  list: (context, cellId) => context.actions.list(cellId, { ended: true }),
  name: ({ what }) => what,
  label: (one) => verbatim(actionName(one, 40)),
  isOpen: isOpenAction,
};

const gatherings: Kind<Gathering> = {
  kind: "gathering",
  get: (context, id) => context.gatherings.get(id),
  byNumber: (context, cellId, number) => context.gatherings.byNumber(cellId, number),
  list: (context, cellId) => context.gatherings.list(cellId, { ended: true }),
  name: ({ what, actionWhat }) => what ?? actionWhat ?? "",
  label: (one) => gatheringName(one, 40),
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
      : refuse("options-did-you-mean", { typed: shown, near: shortened(near, 60) });
  },
  choices: async (context, typed): Promise<readonly Choice[]> => {
    const cellId = context.federation === undefined ? undefined : cellHere(context);
    const all = cellId === undefined ? [] : await of.list(context, cellId);
    return all
      .filter((one) => of.isOpen(one) && fold(`${one.number} ${of.name(one)}`).includes(fold(typed)))
      .slice(0, mostChoices)
      .map((one) => ({ value: `#${one.id}`, label: of.label(one) }));
  },
});

/** Whether a thing belongs to the cell of this chat, or, in a direct chat, to one of the person's cells. */
async function isHere({ cellId }: Numbered, { group, person, cells }: Context): Promise<boolean> {
  if (group !== undefined) return group.id === cellId;
  if (person === undefined) return false;
  return person.cellId === cellId || (await cells.ofPerson(person.id)).some(({ id }) => id === cellId);
}

export const action = (): OptionType<Action> => numbered(actions);
export const gathering = (): OptionType<Gathering> => numbered(gatherings);

/** How one that was not named is found. */
interface Asking<T> {
  /** The command that is run again with the one that was chosen. */
  readonly again: ButtonAction;
  /** Which can be meant; those that are open if left out. */
  readonly of?: (one: T) => boolean;
}

/**
 * The one that was named; else the only one there is; else the person is asked which.
 * @throws Refused with the choices as buttons, or where there is none
 */
async function orOnly<T extends Numbered>(
  of: Kind<T>,
  named: T | undefined,
  context: Context,
  { again, of: fits = of.isOpen }: Asking<T>,
): Promise<T> {
  if (named !== undefined) return named;
  const cellId = cellHere(context);
  const fitting = cellId === undefined ? [] : (await of.list(context, cellId)).filter(fits);
  const [only] = fitting;
  if (only === undefined) throw new Refused(of.kind === "action" ? phrase("action-none") : phrase("gather-none"));
  if (fitting.length === 1) return only;
  throw new Refused(of.kind === "action" ? phrase("action-which") : phrase("gather-which"), {
    blocks: [
      {
        type: "buttons",
        rows: fitting.slice(-10).map((one) => [
          {
            label: of.label(one),
            action: { ...again, options: { ...again.options, [of.kind]: `#${one.id}` } },
            press: "seen" as const,
          },
        ]),
      },
    ],
  });
}

export const actionOrOnly = (named: Action | undefined, context: Context, asking: Asking<Action>): Promise<Action> =>
  orOnly(actions, named, context, asking);

export const gatheringOrOnly = (
  named: Gathering | undefined,
  context: Context,
  asking: Asking<Gathering>,
): Promise<Gathering> => orOnly(gatherings, named, context, asking);

/** When something is, with the zone's name: for sentences. */
export const whenNamed = (at: number) => time(at, "datetime", { named: true });
