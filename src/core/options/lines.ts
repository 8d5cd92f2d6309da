/** The option type for a few lines of people's own words: demands, ways to join. */
import type { OptionType } from "../command.ts";
import { cleanText, spoken } from "../../words/clean.ts";
import { refuse } from "./option.ts";

/** What stands before a line where people write lists by hand. */
const bullet = /^(?:[-*•·–—]|\d{1,2}[.)])\s+/u;

/**
 * Lines separated by semicolons or line breaks, or, where there is neither, by commas. `longest` counts characters of each;
 * what is too long or too much is refused, not cut. A line that stands there twice counts once.
 */
export const lines = ({
  most,
  longest,
}: {
  readonly most: number;
  readonly longest: number;
}): OptionType<readonly string[]> => ({
  kind: "text",
  parse: async (raw) => {
    const typed = cleanText(raw, { limit: 2 * most * (longest + 4), lines: true });
    const parts = typed.split(/[;؛\n]/u.test(typed) ? /[;؛\n]/u : /[,،、]/u);
    const found = new Map(
      parts.flatMap((part) => {
        const line = cleanText(part.trim().replace(bullet, ""), { limit: longest + 1 });
        return line === "" ? [] : [[spoken(line), line] as const];
      }),
    );
    if (found.size === 0) return refuse("options-text-empty");
    if (found.size > most) return refuse("options-lines-too-many", { most });
    const value = [...found.values()];
    return value.some((line) => [...line].length > longest)
      ? refuse("options-line-too-long", { max: longest })
      : { value };
  },
});
