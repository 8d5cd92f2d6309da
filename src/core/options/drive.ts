/** The option type for a pledge drive, and what a command takes when none was named. */
import { concerns, isOpen, type Drive } from "../../domain/drives.ts";
import type { Choice, OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import type { Phrase } from "../../chat/phrase.ts";
import { nearest } from "../../words/clean.ts";
import { fold, mostChoices, refuse, shorten } from "./option.ts";
import { onlyOne } from "./which.ts";

/** The cell whose drives are meant: that of the chat; in a direct chat the one in which the person counts; none in a council's. */
export const cellHere = ({ group, person }: Context): string | undefined =>
  group === undefined ? person?.cellId : group.kind === "cell" ? group.id : undefined;

/** Whether a drive concerns a cell of the council. One cell's own drive is nobody's business there, not even a steward's. */
export async function concernsCouncil({ councils }: Context, councilId: string, one: Drive): Promise<boolean> {
  return one.scope !== "cell" && (await councils.cells(councilId)).some((cell) => concerns(one, cell));
}

/** What a drive is called in a sentence or on a button: its name, else the beginning of its question. */
export const shortName = ({ name, question }: Pick<Drive, "name" | "question">, longest = 40): string =>
  shorten(name ?? question, longest);

/**
 * A drive of the scope of this place, by its number, its name, or `#<id>`. One that is closed is understood too: the
 * command says what is no longer possible with it. `closed` offers these as well.
 */
export const drive = ({ closed = false }: { readonly closed?: boolean } = {}): OptionType<Drive> => ({
  kind: "drive",
  parse: async (raw, context) => {
    const typed = raw.trim().slice(0, 200);
    const found = typed.startsWith("#") ? await context.drives.get(typed.slice(1)) : undefined;
    if (found !== undefined && (await isHere(found, context))) return { value: found };
    // An id, of a button or an address: nothing that a person would know again.
    if (/^#[a-z0-9]{16}$/u.test(typed)) return refuse("drive-option-elsewhere");
    const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
    const numbered = number === undefined ? undefined : await context.drives.byNumber(Number(number));
    if (numbered !== undefined && (await isHere(numbered, context))) return { value: numbered };
    const all = await drivesHere(context, true);
    const named = all.filter((one) =>
      [one.name, one.question].some((name) => name !== undefined && fold(name) === fold(typed)),
    );
    const [only] = named.length > 1 ? named.filter((one) => isOpen(one, context.now)) : named;
    if (only !== undefined) return { value: only };
    const near = nearest(
      typed,
      all.map((one) => one.name ?? one.question),
    );
    const shown = typed.slice(0, 60);
    return near === undefined
      ? refuse("drive-option-unknown", { typed: shown })
      : refuse("options-did-you-mean", { typed: shown, near });
  },
  choices: async (context, typed) =>
    context.federation === undefined
      ? []
      : (await drivesHere(context, closed))
          .filter((one) => fold(`${one.number} ${one.name ?? ""} ${one.question}`).includes(fold(typed)))
          .slice(0, mostChoices)
          .map(driveChoice),
});

/**
 * The drive that another one follows. Not of the kind `drive`, since a number that stands without a key names what a command
 * is about: `/drive new 10 of us at the gate?`.
 */
export const driveBefore = (): OptionType<Drive> => ({ ...drive({ closed: true }), kind: "text", reads: () => false });

const driveChoice = (one: Drive): Choice => ({
  value: `#${one.id}`,
  label: verbatim(shortName(one)),
  number: one.number,
});

/**
 * Whether a drive may be named here. One cell's own is shown in its chats, and directly to its members, and nowhere else,
 * to nobody (docs/privacy.md, "What is published"). A steward may name any other.
 */
export async function isHere(one: Drive, context: Context): Promise<boolean> {
  const { group, person, cells } = context;
  if (group?.kind === "council") return concernsCouncil(context, group.id, one);
  if (one.scope !== "cell" && context.level === "steward") return true;
  const cell = group === undefined ? undefined : await cells.get(group.id);
  if (group !== undefined) return cell !== undefined && concerns(one, cell);
  return person !== undefined && (await cells.ofPerson(person.id)).some((cell) => concerns(one, cell));
}

/** The drives of this place; in a council's chat those that concern one of its cells; for a steward without a cell, the federation's. */
export async function drivesHere(context: Context, closed: boolean): Promise<readonly Drive[]> {
  const { group } = context;
  if (group?.kind === "council") {
    const all = await context.drives.list(undefined, { closed });
    const cells = await context.councils.cells(group.id);
    return all.filter((one) => cells.some((cell) => concerns(one, cell)));
  }
  const cellId = cellHere(context);
  if (cellId !== undefined) return context.drives.list(cellId, { closed });
  return context.level === "steward" ? context.drives.list(undefined, { closed }) : [];
}

/** How {@link driveOrOnly} looks for one. */
export interface Looking {
  /** Said where there is nothing to choose from; looked up only then. */
  readonly none: () => Phrase | Promise<Phrase>;
  /** Which drives can be meant. */
  readonly of: "open" | "closed" | "open-first";
  /** Of several closed ones, those that are likely meant; one at least. */
  readonly among?: (closed: readonly Drive[]) => Promise<readonly Drive[]>;
}

/**
 * The drive that was named; else the only one there is; else the person is asked which.
 * @throws Refused where there is no drive; Several where it is to be asked
 */
export async function driveOrOnly(
  named: Drive | undefined,
  context: Context,
  { none, of, among }: Looking,
): Promise<Drive> {
  if (named !== undefined) return named;
  const all = await drivesHere(context, of !== "open");
  const open = all.filter((one) => isOpen(one, context.now));
  const closed = all.filter((one) => one.closedAt !== undefined);
  const likely = of === "closed" && among !== undefined && closed.length > 1 ? await among(closed) : closed;
  return onlyOne({
    option: "drive",
    of: of === "closed" ? likely : open.length > 0 ? open : of === "open" ? [] : closed.slice(-1),
    none,
    choice: driveChoice,
    line: (one) => ({ number: one.number, name: shortName(one, 80) }),
  });
}
