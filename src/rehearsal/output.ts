/** How a rehearsal is printed: as text for people, or as one JSON object a line. Both formats are fixed (docs/coordinators.md). */
import type { PlatformName } from "../chat/inbound.ts";

/** What somebody sees at one moment. */
export interface Seen {
  /** `2026-03-20T17:00`, in the zone of the scenario's first line. */
  readonly at: string;
  /** The name of the chat, or `direct`. */
  readonly chat: string;
  readonly platform: PlatformName;
  /** Who alone sees it; null if everybody in the chat does. */
  readonly to: string | null;
  readonly kind: "message" | "edit" | "private" | "file";
  /** Lines of the message without its buttons and files. */
  readonly text: string;
  /** Labels, in order. */
  readonly buttons: readonly string[];
  readonly file: { readonly name: string; readonly mediaType: string; readonly size: number } | null;
}

/** What is seen, and how it looks line by line with its buttons. */
export interface Shown {
  readonly seen: Seen;
  readonly lines: readonly string[];
  /** The text in its file, where that is one to be read by programs or people. */
  readonly content?: string;
  /** An earlier message looks like this now; also where it has a file. */
  readonly edited: boolean;
}

/** `... depot5 | text`, `... depot5 ~ text`, `... depot5 > ana | text`, and further lines indented by two spaces. */
export function asText({ seen, lines, edited }: Shown): string {
  const { at, chat, to } = seen;
  const reader = to === null ? "" : ` > ${to}`;
  // A message that begins with its buttons has them on a line of their own all the same.
  const [first = "", ...more] = lines[0]?.startsWith("[") === true && seen.text === "" ? ["", ...lines] : lines;
  const head = `${at} ${chat}${reader} ${edited ? "~" : "|"} ${first}`;
  return [head.trimEnd(), ...more.map((line) => `  ${line}`.trimEnd())].join("\n");
}

export function asJson({ seen }: Shown): string {
  const { at, chat, platform, to, kind, text, buttons, file } = seen;
  return JSON.stringify({ at, chat, platform, to, kind, text, buttons, file });
}
