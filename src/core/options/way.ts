/** The option types for ways to join a drive: when it is opened, and when it is answered. */
import { wayLimits } from "../../domain/drives.ts";
import { verbatim } from "../../chat/message.ts";
import { spoken } from "../../words/clean.ts";
import { called, isAnswer } from "../../words/fixed.ts";
import type { OptionType } from "../command.ts";
import { isMember } from "../context.ts";
import { drivesHere } from "./drive.ts";
import { lines } from "./lines.ts";
import { fold, mostChoices, refuse } from "./option.ts";

/** What answers a drive already: no way can be called so, nor begin so, since typed it would be read as that answer. */
const taken = called(["in", "if", "withdraw", "done"]);
const isTaken = (way: string): boolean => taken.has(spoken(way)) || taken.has(spoken(way.split(/\s/u, 1)[0] ?? ""));

/** Nobody joins by saying so. */
const refusals = ["no", "cancel"] as const;

/** The ways of a new drive: two at least, the first is what the goal counts. */
export const ways = (): OptionType<readonly string[]> => {
  const type = lines(wayLimits);
  return {
    ...type,
    parse: async (raw, context) => {
      const read = await type.parse(raw, context);
      if ("refusal" in read) return read;
      if (read.value.length < 2) return refuse("options-ways-too-few");
      const word = read.value.find(
        (one) => isTaken(one) || refusals.some((word) => isAnswer(word, one)) || /^[\d\p{P}\p{S}\s]*$/u.test(one),
      );
      return word === undefined ? read : refuse("options-way-taken", { way: word });
    },
  };
};

/** One of the ways of an open drive, in its words. Which drive is meant is not known yet, so that they are read later ({@link wayNamed}). */
export const way = (): OptionType<string> => ({
  kind: "text",
  parse: async (raw) => ({ value: raw.trim().slice(0, 200) }),
  choices: async (context, typed) => {
    if (!isMember(context)) return [];
    const all = (await drivesHere(context, false)).flatMap((one) => one.ways);
    return [...new Set(all)]
      .filter((one) => fold(one).includes(fold(typed)))
      .slice(0, mostChoices)
      .map((one) => ({ value: one, label: verbatim(one) }));
  },
});

/**
 * The place of the way that is meant, from 0: by its number as people count, or by its words. Some of them ('out', 'no') or
 * nearly them ('stay in') may mean the contrary: whoever says so is asked.
 */
export function wayNamed(ways: readonly string[], typed: string): number | undefined {
  const said = spoken(typed);
  const at = /^[1-9]$/u.test(said) ? Number(said) - 1 : ways.map(spoken).indexOf(said);
  return at >= 0 && at < ways.length ? at : undefined;
}
