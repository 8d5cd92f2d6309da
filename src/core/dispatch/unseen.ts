/** What is typed in a group and is not for others to see: told as soon as it is known which command is meant. */
import type { Command } from "../command.ts";
import type { Context } from "../context.ts";
import { doubtfulFlag } from "../flags.ts";
import { parseCommand, type Invocation } from "../parse.ts";

/** As many slips are put right to find out what is meant: the command's name and its word. */
const mostSlips = 2;

/**
 * The command that is meant, with slips in its name and its word put right. Where no word of a command is near, any of them
 * may be meant ('/delegate xyz Ana'); where no command is, it may be another bot's.
 */
export function meantBy(
  text: string,
  commands: readonly Command[],
  prefixes: readonly string[],
  slips = mostSlips,
): readonly Invocation[] {
  const parsed = parseCommand(text, commands, prefixes);
  if (parsed.type === "talk") return [];
  if (parsed.type !== "unknown-command" && parsed.type !== "unknown-word") return [parsed.invocation];
  const { near } = parsed;
  const trimmed = text.trim();
  if (near === undefined) {
    if (parsed.type === "unknown-command" || parsed.typed === undefined || slips === 0) return [];
    const as = (word: string) => meantBy(withWord(trimmed, word), commands, prefixes, 0);
    return Object.keys(parsed.command.words ?? {}).flatMap(as);
  }
  if (slips === 0) return [];
  const mended =
    parsed.type === "unknown-command"
      ? trimmed.replace(/^\S+/u, `${prefixes.find((prefix) => trimmed.startsWith(prefix)) ?? ""}${near}`)
      : withWord(trimmed, near);
  return meantBy(mended, commands, prefixes, slips - 1);
}

const withWord = (text: string, word: string): string =>
  text.replace(/^(\S+\s+)\S+/u, (_, name: string) => `${name}${word}`);

/**
 * Whether it is not for others to see, before all of it is read and understood. Where that depends on what was given, it
 * does on yes and no, and what may be meant as yes is taken for it.
 */
export async function isUnseen(
  { usage, raw }: Pick<Invocation, "usage" | "raw">,
  context: () => Context,
): Promise<boolean> {
  if (typeof usage.unseen !== "function") return usage.unseen === true;
  const values: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(usage.options ?? {})) {
    const typed = Object.hasOwn(raw, name) ? raw[name]?.trim() : undefined;
    if (type.kind !== "flag" || typed === undefined || typed === "") continue;
    const read = await type.parse(typed, context());
    if ("value" in read) values[name] = read.value;
  }
  const doubt = doubtfulFlag(usage, raw);
  if (doubt !== undefined) values[doubt.flag] = true;
  return usage.unseen(values);
}
