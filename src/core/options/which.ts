/** "Which one?": what a command is about where nobody has named it. */
import { phrase, type Phrase, type PhraseArg } from "../../chat/phrase.ts";
import { Refused, Several, type Choice } from "../command.ts";

/** How one thing is found among those that can be meant. */
export interface Which<T> {
  /** The option that names it; its question is asked. */
  readonly option: string;
  /** What can be meant here, the oldest first. */
  readonly of: readonly T[];
  /** Said where there is nothing to choose from; looked up only then. */
  readonly none: () => Phrase | Promise<Phrase>;
  /** What a button shows, and the value of the option. */
  readonly choice: (one: T) => Choice | Promise<Choice>;
  /** The number by which people name it, and what it is called beside that. */
  readonly line?: (one: T) => { readonly number: number; readonly name: PhraseArg };
  /** Asks in another way than with buttons that run the command as it was given. */
  readonly ask?: ((all: readonly T[]) => Refused) | undefined;
  /** Options that would be read otherwise later, as they were meant. */
  readonly meant?: Readonly<Record<string, string>> | undefined;
}

/** Choices of one name can be told apart on their buttons: those that have a number say it. */
export function toldApart(choices: readonly Choice[]): readonly Choice[] {
  const name = ({ label }: Choice): string => JSON.stringify(label);
  const times = new Map<string, number>();
  for (const one of choices) times.set(name(one), (times.get(name(one)) ?? 0) + 1);
  return choices.map((one) =>
    one.number === undefined || times.get(name(one)) === 1
      ? one
      : { ...one, label: phrase("options-which-line", { number: one.number, name: one.label }) },
  );
}

/**
 * The only one that can be meant.
 * @throws Refused where there is none; Several where there are more, so that it is asked which
 */
export async function onlyOne<T>({ option, of, none, choice, line, ask, meant = {} }: Which<T>): Promise<T> {
  const [only] = of;
  if (only === undefined) throw new Refused(await none());
  if (of.length === 1) return only;
  if (ask !== undefined) throw ask(of);
  const lines = line === undefined ? [] : of.map((one) => phrase("options-which-line", line(one)));
  throw new Several(option, await Array.fromAsync(of, choice), lines, meant);
}
