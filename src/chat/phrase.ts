/**
 * What is to be said, before it has words: the id of a message of the locale files and its arguments, all of it JSON, since
 * it waits in the outbox; and the pieces that it becomes in a reader's language (`src/core/text.ts`), so that an adapter can
 * show a mention or a time in its platform's own way.
 */

/** Something to say: a message of the locale files, by id, and what goes into it. */
export interface Phrase {
  readonly id: string;
  readonly args?: PhraseArgs;
}

export type PhraseArgs = Readonly<Record<string, PhraseArg>>;

/** What may stand in a message. A string is people's text, or the key of a selector. An array is joined as 'a, b and c'. */
export type PhraseArg =
  | string
  | number
  | Phrase
  | TimeArg
  | MentionArg
  | NameArg
  | DurationArg
  | PercentArg
  | MoneyArg
  | MonthArg
  | ListArg
  | readonly PhraseArg[];

export type TimeStyle = "date" | "time" | "datetime" | "relative";

/**
 * A moment. `named`: with the zone's city behind it, 'Fri 27 March, 18:00 (Paris)'. `dated`: with its year in any year, for
 * what is read much later.
 */
export interface TimeArg {
  readonly kind: "time";
  /** ms since 1970 */
  readonly at: number;
  readonly style: TimeStyle;
  readonly named?: boolean;
  readonly dated?: boolean;
}

/** A person on a platform. Without a platform: on the one where the text is shown. */
export interface UserRef {
  readonly platform?: string;
  readonly id: string;
}

export interface MentionArg {
  readonly kind: "mention";
  readonly user: UserRef;
  /** Shown where the platform cannot mention that person. */
  readonly name: string;
  /** The person's accounts on other platforms: where one of them is shown, that account is mentioned. */
  readonly elsewhere?: readonly { readonly user: UserRef; readonly name: string }[];
}

/** What a person is called: on the platform where it is read, as they are known there. */
export interface NameArg {
  readonly kind: "name";
  readonly name: string;
  /** By platform, where it is another one. */
  readonly on?: Readonly<Record<string, string>>;
}

export interface DurationArg {
  readonly kind: "duration";
  readonly minutes: number;
}

export interface PercentArg {
  readonly kind: "percent";
  readonly percent: number;
}

/** Some money. `minor`: in the smallest unit of the currency. `bare`: without the currency, as in a table of it. */
export interface MoneyArg {
  readonly kind: "money";
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly bare?: boolean;
}

/** A month of a year, from 1. */
export interface MonthArg {
  readonly kind: "month";
  readonly year: number;
  readonly month: number;
}

export interface ListArg {
  readonly kind: "list";
  readonly items: readonly PhraseArg[];
  readonly join: "and" | "or";
}

/** A piece of a formatted sentence. Adapters escape `text` and `name`: they may hold what people wrote. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "mention"; readonly user: UserRef; readonly name: string }
  | { readonly type: "time"; readonly at: number; readonly text: string; readonly style: TimeStyle };

/**
 * A phrase. `id` has to be written out, here or in {@link messageIds}: a test finds ids that are not
 * defined or not used, and arguments that are missing, by reading the code.
 *
 * @example phrase("drive-opened", { question, deadline: time(drive.deadline, "datetime", { named: true }) })
 */
export function phrase(id: string, args?: PhraseArgs): Phrase {
  return args === undefined ? { id } : { id, args };
}

/** Marks the strings of a table as ids of messages, for the same test: `const titles = messageIds({ open: "drive-open" })`. */
export function messageIds<const T extends Readonly<Record<string, string>>>(ids: T): T {
  return ids;
}

/** A moment in a sentence, `at` in ms since 1970. */
export function time(at: number, style: TimeStyle, { named = false, dated = false } = {}): TimeArg {
  return { kind: "time", at, style, ...(named && { named }), ...(dated && { dated }) };
}

export function mention(user: UserRef, name: string, elsewhere: NonNullable<MentionArg["elsewhere"]> = []): MentionArg {
  return { kind: "mention", user, name, ...(elsewhere.length === 0 ? {} : { elsewhere }) };
}

/** What somebody is called on a platform. */
export const nameOn = ({ name, on = {} }: NameArg, platform: string | undefined): string =>
  (platform !== undefined && Object.hasOwn(on, platform) ? on[platform] : undefined) ?? name;

/** A length of time: '2 days and 3 hours'. */
export function duration(minutes: number): DurationArg {
  return { kind: "duration", minutes };
}

/** 30 is '30%' in English and '30 %' in Spanish. */
export function percent(value: number): PercentArg {
  return { kind: "percent", percent: value };
}

/** 'EUR 1,234.50' as it is written in each language: '€1,234.50', '1234,50 €'. */
export function money({ minor, currency }: Omit<MoneyArg, "kind" | "bare">, { bare = false } = {}): MoneyArg {
  return { kind: "money", minor, currency, ...(bare && { bare }) };
}

/** 'November 2026'. */
export function month(year: number, of: number): MonthArg {
  return { kind: "month", year, month: of };
}

/** 'a, b or c'. For 'and' an array will do. */
export function either(items: readonly PhraseArg[]): ListArg {
  return { kind: "list", items, join: "or" };
}

/** The pieces as one plain text. */
export function plainText(pieces: readonly Inline[]): string {
  return pieces.map(pieceText).join("");
}

export function pieceText(piece: Inline | undefined): string {
  if (!piece) return "";
  return piece.type === "mention" ? piece.name : piece.text;
}
