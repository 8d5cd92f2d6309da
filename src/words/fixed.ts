/** Fixed words: what options offer, and the answers to a question, as they are called in each language. */
import { bare, fold } from "./clean.ts";
import { languages, listed, pattern } from "./languages.ts";

/** A weekday has its names and their short forms. */
function weekdayNames(word: string): readonly string[] {
  const all = [...languages.values()].map(({ weekdays }) => weekdays);
  const index = all.map((days) => days.findIndex((names) => listed(names)[0] === word)).find((found) => found >= 0);
  return index === undefined ? [] : all.flatMap((days) => listed(days[index] ?? ""));
}

/** All that one of these words may be called, with the word that it stands for. Keys are folded ({@link fold}). */
export function called<W extends string>(words: readonly W[]): ReadonlyMap<string, W> {
  const others = words.flatMap((word) => {
    const names = [...languages.values()].flatMap((language) =>
      listed(Object.hasOwn(language.called, word) ? (language.called[word] ?? "") : ""),
    );
    return [...names, ...weekdayNames(word)].map((other) => [other, word] as const);
  });
  // What a word is called elsewhere never hides another one of the words themselves.
  return new Map([...others, ...words.map((word) => [fold(word), word] as const)]);
}

/** The command that is called so in some language, by its own name; undefined where none is. */
export const commandCalled = (typed: string): string | undefined => commandNames.get(fold(typed.slice(0, 100)));

const commandNames: ReadonlyMap<string, string> = new Map(
  [...languages.values()].flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([name, others]) => listed(others).map((other) => [fold(other), name] as const)),
  ),
);

/** Which of the words of a command is called so in some language; undefined where none is. `typed` may be several words. */
export function wordCalled(words: readonly string[], typed: string): string | undefined {
  const said = fold(typed.slice(0, 100));
  const names = (word: string): readonly string[] => [
    word,
    ...[...languages.values()].flatMap((language) =>
      listed(Object.hasOwn(language.words, word) ? (language.words[word] ?? "") : ""),
    ),
  ];
  return words.find((word) => names(word).includes(said));
}

/** Which of the words is meant, in any language; undefined where it is none of them. */
export const meant = <W extends string>(words: readonly W[], typed: string): W | undefined =>
  called(words).get(fold(typed.slice(0, 100)));

/** Without words at the end that say nothing beside a number or a fixed word: 'please', 'others'. */
export function withoutFillers(text: string): string {
  let rest = text.trim();
  for (let match = fillers.exec(bare(rest)); match !== null; match = fillers.exec(bare(rest))) {
    // Taken by words: without accents the text may be shorter.
    const left = rest.split(/\s+/u).length - match[0].trim().split(/\s+/u).length;
    rest = rest.split(/\s+/u).slice(0, left).join(" ").replace(/,$/u, "");
  }
  return rest;
}

const fillers = new RegExp(`(?:^|\\s+)${pattern("fillers")}[.!]*$`, "u");

/** Whether a text is this answer, and nothing else, in any language. */
export const isAnswer = (answer: "yes" | "no" | "cancel", text: string): boolean => {
  const typed = bare(text.slice(0, 100)).replace(/^[\s"'“”‘’«»¡!./]+|[\s"'“”‘’«»!.]+$/gu, "");
  return [...languages.values()].some(({ answers }) => listed(answers[answer]).includes(typed));
};

/** Behind these a key's word is a noun of somebody's sentence: 'the deadline tomorrow', 'our goal 50'. */
export const beforeNouns: ReadonlySet<string> = new Set(
  [...languages.values()].flatMap((language) => listed(language.beforeNouns ?? "")),
);
