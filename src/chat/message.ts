/**
 * What is said, as a tree. A handler builds a `Message` of phrases (message ids with arguments); the core resolves it
 * in the reader's language to a `Rendered` tree of plain pieces; an adapter turns that into its platform's own form
 * and escapes every piece of text. No string in either tree is markup.
 */
import type { Drawn, DrawnCode, Made, Printed } from "./drawing.ts";
import type { Leads } from "./leads.ts";
import { phrase, type Inline, type Phrase } from "./phrase.ts";

/** What a button does: a command with options already filled in. It is run like the typed command, permissions included. */
export interface Action {
  /** Name of the command, without a prefix. */
  readonly command: string;
  /** The word after it (`new` in `/drive new`), where the command has words. */
  readonly word?: string;
  /** Raw options by name, as a person would type them, or ids with a leading `#`. */
  readonly options?: Readonly<Record<string, string>>;
  /** Where the button stands: set by the core on buttons of its own, by no handler. */
  readonly under?: Under;
}

/** What a button of the core's stands under: a question, or the menu of a command's words. */
export interface Under {
  /** Its press answers the question for this option. */
  readonly answers?: string;
  /** The command was begun without any option: it asks for those too that may be left out. */
  readonly guided?: boolean;
  /** The option that the command cannot do without after all. */
  readonly needed?: string;
  /** It stands in the menu of words, and its word ends something: one tap among many asks once more. */
  readonly menu?: boolean;
  /** It says from which chat of a cell (id of ours) somebody comes who is not known yet and is in several. */
  readonly from?: string;
  /** It stands beside others of which only one is pressed, once, within the life of a question. */
  readonly once?: boolean;
}

/** A button in a message. */
export interface Button<P = Phrase> {
  /** At most 40 characters once resolved. */
  readonly label: P;
  readonly action: Action;
  /**
   * Whether others may see who pressed it. `seen` may be offered as a reaction or a number in a group on platforms
   * without buttons; `unseen` is never collected in a group there: the card links to the direct chat (docs/privacy.md,
   * "Answering unseen").
   */
  readonly press: "seen" | "unseen";
  readonly style?: "primary" | "danger";
}

/** A file that the bot hands out. `data` is kept in the outbox, so keep it under 256 KiB. */
export interface FileData {
  readonly name: string;
  readonly mediaType: string;
  /** Base64. */
  readonly data: string;
  /** What `data` is made from just before sending: no adapter ever gets it. */
  readonly made?: Made;
}

/** One block of a message. `P` is `Phrase` before, and `readonly Inline[]` after resolving. */
export type Block<P = Phrase> =
  | { readonly type: "heading"; readonly content: P }
  | { readonly type: "paragraph"; readonly content: P; readonly style?: "strong" | "quiet" }
  | { readonly type: "list"; readonly ordered?: boolean; readonly items: readonly P[] }
  | { readonly type: "table"; readonly head: readonly P[]; readonly rows: readonly (readonly P[])[] }
  /** `value` of `goal`; adapters draw ten segments. `label` says the figures in words. */
  | { readonly type: "progress"; readonly value: number; readonly goal: number; readonly label: P }
  /**
   * `alt` says what is to be seen, for those who cannot. Where a platform has no place for it, it is shown as text,
   * unless the text beside the picture says the same (`said`).
   */
  | {
      readonly type: "image";
      readonly file: FileData | Drawn<P> | DrawnCode<P>;
      readonly alt: P;
      readonly said?: boolean;
    }
  | { readonly type: "file"; readonly file: FileData | Printed<P> }
  /** `menu`: one of them ends a question, so a platform may show many as a menu with this label (Discord's select). */
  | { readonly type: "buttons"; readonly rows: readonly (readonly Button<P>[])[]; readonly menu?: P }
  /** A link shown as a button where the platform can: into the direct chat with the bot, or one that takes it into a group. */
  | ({ readonly type: "link"; readonly label: P } & Leads)
  /** The next thing that this person writes here (Telegram: in reply) is the answer; Discord opens a form. */
  | { readonly type: "ask"; readonly label: P; readonly placeholder?: P };

/** What a handler says. */
export interface Message {
  readonly blocks: readonly Block[];
  /** A live message that is pinned when it is posted, in chats where the bot may. */
  readonly pin?: boolean;
  /** Which question this asks (`src/core/questions.ts`): a reply to the message is an answer to that one. */
  readonly question?: string;
}

/** A button as an adapter gets it: the id is all that the platform may know. */
export interface RenderedButton {
  /** At most 20 characters of [A-Za-z0-9_-]. */
  readonly id: string;
  readonly label: string;
  readonly press: "seen" | "unseen";
  readonly style?: "primary" | "danger";
}

/** One block as an adapter gets it. */
export type RenderedBlock =
  | Exclude<
      Block<readonly Inline[]>,
      | { type: "buttons" }
      | { type: "link" }
      | { type: "ask" }
      | { type: "image" }
      | { type: "file" }
      | { type: "progress" }
    >
  | { readonly type: "progress"; readonly value: number; readonly goal: number; readonly label: readonly Inline[] }
  | { readonly type: "image"; readonly file: FileData; readonly alt: string; readonly said?: boolean }
  | { readonly type: "file"; readonly file: FileData }
  | { readonly type: "buttons"; readonly rows: readonly (readonly RenderedButton[])[]; readonly menu?: string }
  /**
   * The same choices where the platform has no buttons: each line is `mark` and label. With `reactions` the marks are
   * emoji that the bot reacts with, else they are typed (`!1`).
   */
  | {
      readonly type: "choices";
      readonly reactions: boolean;
      readonly items: readonly { readonly mark: string; readonly label: string; readonly id: string }[];
    }
  /** The adapter knows the address (Telegram: deep link with `payload`). */
  | ({ readonly type: "link"; readonly label: string } & Leads)
  | { readonly type: "ask"; readonly id: string; readonly label: string; readonly placeholder?: string };

/** A message resolved for one reader. */
export interface Rendered {
  readonly language: string;
  readonly blocks: readonly RenderedBlock[];
  /** Which question it asks; for the core alone. */
  readonly question?: string;
}

/** Text that a person wrote, shown as it is. */
export const verbatim = (text: string): Phrase => ({ id: "verbatim", args: { text } });

/** A message of one paragraph. */
export const say = (id: string, args?: Phrase["args"]): Message => ({
  blocks: [{ type: "paragraph", content: phrase(id, args) }],
});
