/**
 * Sentences of languages that are written from right to left. What is Latin in them keeps its order when it stands in an
 * isolate (Unicode's bidirectional algorithm, UAX 9): a command with all that is typed behind it, a key with its colon, a
 * date in digits. Without one '/setup' reads 'setup/', and '2026-03-27' begins with the day. Those who translate write
 * none of these signs; what is put into a sentence (names, numbers, times) is isolated by Fluent.
 */
import type { FluentResource } from "@fluent/bundle";
import { rightToLeftMark } from "../chat/right-to-left.ts";

const LEFT_TO_RIGHT = "\u2066";
const FIRST_STRONG = "\u2068";
const END = "\u2069";

/** What is put in keeps to itself, whichever way it runs. */
export const isolated = (text: string): string => `${FIRST_STRONG}${text}${END}`;

/** Without the signs that turn the direction of writing: for files, and for what is compared or measured. */
export const withoutDirection = (text: string): string =>
  text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "");

/** The first letter, or what stands for a name (`text.ts`). */
const firstLetter = /[\p{L}\uE000]/u;
const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}]/u;

/**
 * A sentence that runs from right to left although it begins with something else, a Latin name or a command: programs look at
 * the first letter, some of them inside of isolates too.
 */
export function facing(text: string): string {
  if (!text.includes(END)) return text;
  const [first = ""] = firstLetter.exec(text) ?? [];
  return rightToLeftLetter.test(first) ? text : `${rightToLeftMark}${text}`;
}

/** Stands for what is put in, while a message is one text. */
const PUT_IN = "\uE010";

const word = "[A-Za-z0-9][A-Za-z0-9_.-]*";
const value = `(?:"[^"]*"|${word}:?|${PUT_IN})`;
const runs = new RegExp(
  [
    // A command, and what belongs to it: '/action confirm { $number } reason:"..."'.
    `[/!](?:[a-z][a-z-]*|${PUT_IN}(?![\\p{L}]))(?:[ ]?(?:${word}:(?:${value})?|"[^"]*")|[ ](?:[a-z][a-z-]*|[A-Z]+|\\d+|${PUT_IN})(?![:\\p{L}]))*`,
    // A key, with its value.
    `[a-z-]+:(?:${value})?`,
    `\\d{4}-\\d{2}(?:-\\d{2}(?: \\d{2}:\\d{2})?)?`,
    // Two Latin words or more; the names of files.
    `${word}(?:[ /]${word})+`,
  ].join("|"),
  "gu",
);

type Message = FluentResource["body"][number];
type Value = Exclude<Message["value"], null>;
type Part = Exclude<Value, string>[number];

/** Puts isolates around what is Latin in the messages of a resource. */
export function isolateLatin(resource: FluentResource): void {
  for (const message of resource.body) if (message.value !== null) message.value = withIsolates(message.value);
}

function withIsolates(pattern: Value): Value {
  const parts = typeof pattern === "string" ? [pattern] : pattern;
  const putIn = parts.filter((part) => typeof part !== "string").map(inVariants);
  const text = parts.map((part) => (typeof part === "string" ? part : PUT_IN)).join("");
  const pieces = text.replace(runs, (run) => `${LEFT_TO_RIGHT}${run}${END}`).split(PUT_IN);
  if (putIn.length === 0) return pieces.join("");
  return pieces.flatMap((piece, index) => {
    const next = putIn[index];
    return [...(piece === "" ? [] : [piece]), ...(next === undefined ? [] : [next])];
  });
}

/** The same in each variant of a choice. */
function inVariants(part: Exclude<Part, string>): Exclude<Part, string> {
  if (part.type !== "select") return part;
  return { ...part, variants: part.variants.map((one) => ({ ...one, value: withIsolates(one.value) })) };
}
