/** Two reads give the same: a command that changed nothing, said again at once, is answered in the same words. */
import type { Played } from "../play.ts";
import type { Check } from "./check.ts";

/** What was answered, without cards; the order of what is read out may be chance. */
const answers = ({ notices }: Played): string =>
  notices
    .filter(({ card, kind }) => !card && kind !== "edit")
    .map(({ text }) => text.split("\n").sort().join("\n"))
    .sort()
    .join("\n");

export const reads: Check = {
  name: "reads",
  begin: () => ({
    step(play, played) {
      const before = play.played.at(-2);
      if (before?.line !== played.line || played.step.type !== "says" || play.didSomething(before)) return [];
      const [word] = played.words;
      if (word === undefined || played.words.length > 1 || before.words[0] !== word) return [];
      const [was, is] = [answers(before), answers(played)];
      if (was === is) return [];
      return [{ feature: word, kind: "two reads differ", detail: `${was}\n--\n${is}` }];
    },
  }),
};
