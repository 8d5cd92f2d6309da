/** The menu of a command's words: what somebody may use where they are, a tap each. */
import { ranks } from "../../chat/levels.ts";
import type { Message } from "../../chat/message.ts";
import type { AnyUsage, Command } from "../command.ts";
import { wordLabel } from "../word-labels.ts";
import type { Here } from "./here.ts";
import { levelOf } from "./levels.ts";

/** A word of a command. */
export type Word = readonly [name: string, usage: AnyUsage];

/** The words of a command that this person may use here. */
export function wordsFor(command: Command, here: Here): readonly Word[] {
  const { where } = here;
  const level = levelOf(here);
  return Object.entries(command.words ?? {}).filter(
    ([, usage]) => usage.where.includes(where) && ranks[usage.level] <= ranks[level],
  );
}

/** Buttons in a row. */
const inARow = 3;

/** They as buttons; nothing where there is none. One tap among many words ends nothing: `Under.menu`. */
export function menuOf({ name: command }: Command, words: readonly Word[]): Message | undefined {
  const buttons = words.map(([word, { ends }]) => ({
    label: wordLabel(word, command),
    action: { command, word, ...(ends === true ? { under: { menu: true } } : {}) },
    press: "seen" as const,
  }));
  if (buttons.length === 0) return undefined;
  const rows = [];
  for (let from = 0; from < buttons.length; from += inARow) rows.push(buttons.slice(from, from + inARow));
  return { blocks: [{ type: "buttons", rows }] };
}
