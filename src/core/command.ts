/**
 * How a command is described. A command is data and one function (or one for each of its words). From the description
 * come the parser of typed text, Discord's slash commands, Telegram's menus, the help, and the prompts.
 *
 * Typed form (docs/rules.md, "The commands"): `/name word positional key:value key:"several words"`. Options with
 * `position` have no key when typed; the last of them runs to the next known key or to the end.
 */
import type { Subject } from "../chat/cards.ts";
import type { HelpHere } from "../store/help-touched.ts";
export type { HelpHere } from "../store/help-touched.ts";
import type { NewJob } from "../store/jobs.ts";
import type { Context, FederationContext, MemberContext } from "./context.ts";
import type { Action, Message } from "../chat/message.ts";
import type { Phrase } from "../chat/phrase.ts";
import type { Level, Where } from "../chat/levels.ts";
import type { Page, PageKind } from "../chat/pages.ts";
import type { OptionKind, CommandDescription, UsageDescription } from "../chat/description.ts";
import type { Otherwise } from "../chat/outgoing.ts";

/** What went wrong with something that a person typed, as a phrase in their language. */
export interface Refusal {
  readonly refusal: Phrase;
  /** What can be meant, where that is not all that the option offers. */
  readonly choices?: readonly Choice[];
}

/** A person caused this; it is shown to them and nothing of the command's work is kept. Thrown or returned by `run`. */
export class Refused extends Error {
  readonly phrase: Phrase;
  readonly more: Message | undefined;
  constructor(phrase: Phrase, more?: Message) {
    super(`refused: ${phrase.id}`);
    this.name = "Refused";
    this.phrase = phrase;
    this.more = more;
  }
}

/**
 * Thrown by `run`, before it has changed anything: an option that may be left out is needed after all, or what was given
 * for it is not understood (`refused`), and it is asked for.
 */
export class Needed extends Error {
  readonly option: string;
  readonly refused: Refusal | undefined;
  constructor(option: string, refused?: Refusal) {
    super(`needed: ${option}`);
    this.name = "Needed";
    this.option = option;
    this.refused = refused;
  }
}

/**
 * Thrown by `run`, before it has changed anything: the command may be about several things, and it is asked which
 * (`src/core/options/which.ts`). Each button runs the command as it was given, with this option filled in.
 */
export class Several extends Error {
  readonly option: string;
  readonly choices: readonly Choice[];
  /** What can be meant, one by one, with the number by which people name it; nothing where it has none. */
  readonly lines: readonly Phrase[];
  /** Options that would be read otherwise later, as they were meant. */
  readonly meant: Readonly<Record<string, string>>;
  constructor(
    option: string,
    choices: readonly Choice[],
    lines: readonly Phrase[],
    meant: Readonly<Record<string, string>>,
  ) {
    super(`several: ${option}`);
    this.name = "Several";
    this.option = option;
    this.choices = choices;
    this.lines = lines;
    this.meant = meant;
  }
}

/** One of the values that an option offers: for prompts, autocomplete and "did you mean". */
export interface Choice {
  /** What a person would type; or `#<id>`. */
  readonly value: string;
  readonly label: Phrase;
  /** The number by which people name it: said where another one on offer is called the same. */
  readonly number?: number;
}

/** A kind of value that people can give. */
export interface OptionType<T> {
  /** The kind, for adapters: Discord has native kinds for some. */
  readonly kind: OptionKind;
  /** Reads what was typed. `#<id>` is understood wherever a thing has an id, and checked against this federation. */
  parse(raw: string, context: Context): Promise<{ readonly value: T } | Refusal>;
  /**
   * Whether a text is surely such a value, whatever is in the database: then it may stand behind its key without a colon,
   * and need not be kept apart from what may stand before it.
   */
  reads?(raw: string): boolean;
  /** The value as it can be read again later, where what was typed would then be read otherwise. */
  write?(value: T, context: Context): string;
  /** The values on offer, where they can be listed; at most 25 that fit what was typed. */
  choices?(context: Context, typed: string): Promise<readonly Choice[]>;
  /** Said instead of asking where nothing is on offer. */
  readonly none?: Phrase;
  /** Fixed words, for native choices. */
  readonly words?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

/** One option of a command. */
export interface Option<T, R extends boolean = boolean> {
  readonly type: OptionType<T>;
  readonly required: R;
  /** Id of the phrase that says what it is; at most 100 characters in every language. */
  readonly about: string;
  /** Id of the question asked when it is missing. */
  readonly ask: string;
  /** Its place among the options typed without a key, from 0. */
  readonly position?: number;
  /** Not required, but asked for, with a way to skip it, where the command was begun without any option. */
  readonly guided?: boolean;
  /** Only set by buttons, never typed and not shown. */
  readonly hidden?: boolean;
  /** All that stands without a key is its value where the first option typed so is surely something else. */
  readonly otherwise?: boolean;
}

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values that `run` gets. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T, infer R> ? (R extends true ? T : T | undefined) : never;
};

/** What a handler says, and to whom. */
export type Reply =
  /**
   * To the person only. `fallback` is said in the chat where they cannot be reached unseen; it may hold nothing private.
   * `awaits`: where they read it in their direct chat, they may write an answer instead of pressing one. `open` as below:
   * where it is said in the chat, what it offers is for everybody there. `publicly`: with `fallback: "chat"`, what is said
   * in the chat instead, without what is private.
   */
  | {
      readonly to: "person";
      readonly message: Message;
      readonly awaits?: Awaits;
      readonly open?: true;
      readonly publicly?: Message;
    }
  /**
   * In the chat where the command was given. Its buttons work for whoever gave the command and for nobody else, and it
   * names them (docs/rules.md, "Questions"); with `open` they are for everybody there, each for themselves.
   */
  | { readonly to: "here"; readonly message: Message; readonly open?: true }
  /**
   * In each of these chats (ids of ours), each in its own language; with a broadcast id for receipts. `asks`: it is put to
   * this person (id of ours), and its buttons work for nobody else.
   */
  | {
      readonly to: "chats";
      readonly chats: readonly string[];
      readonly message: Message;
      readonly broadcast?: string;
      readonly asks?: string;
      /** It goes before everything else that waits: an alert. */
      readonly urgent?: true;
    }
  /**
   * To one person (id of ours) directly, where they can be reached, else nothing. `account` (id of ours): through this
   * account of theirs and no other. `otherwise` is said where they cannot be reached, whether that is known beforehand or
   * the platform says so when it is sent; its buttons are the person's alone. `waits`: how it waits for the end of their
   * quiet hours, or why it does not.
   */
  | {
      readonly to: "direct";
      readonly person: string;
      readonly account?: string;
      readonly message: Message;
      readonly otherwise?: Otherwise;
      readonly waits: Waits | AtOnce;
      /** Leaves a receipt under this id. */
      readonly broadcast?: string;
    }
  /** A live message of this kind and subject, posted in the chat (here by default) if it is not there or `anew`. */
  | {
      readonly to: "card";
      readonly kind: string;
      readonly subject: string;
      readonly chats?: readonly string[];
      readonly anew?: boolean;
    };

/**
 * What a person writes next in their direct chat is the value of this option of the action: as long as nothing else is
 * asked there, and they do nothing else there, until then (milliseconds since 1970).
 */
export interface Awaits {
  readonly action: Action;
  readonly option: string;
  readonly until: number;
}

/**
 * Why something is said in quiet hours, too: it answers what the person did themself just now, on another account; or
 * whoever says it has looked when it may be said, and joins what else there is to say by then; or it belongs to an alert, and goes before
 * everything else that waits.
 */
export type AtOnce = "own-doing" | "looked-after" | "alert";

/**
 * How something waits for the end of a person's quiet hours. Who did something just now is awake: it is said to them at
 * once. Who set no quiet hours is asked nothing between 21:00 and 08:00 all the same. Where these end before `until` (milliseconds since 1970),
 * nothing is said, and the job is planned for their end, which looks again at what is to be said; otherwise it is said at
 * once. The job's key is its kind and the values of its payload, with ":" between them.
 */
export interface Waits extends Pick<NewJob, "kind" | "payload"> {
  readonly until: number;
  /** Words of people that are needed again then: they are kept sealed meanwhile (`context.keptWords`), under the id `kept` of the payload. */
  readonly keeps?: string;
}

/**
 * What `run` gets, by whom it is for and where: at every level above `anyone` the dispatch has found a person, and what is
 * used in chats of cells and councils only has their federation.
 */
export type ContextAt<L extends Level, W extends Where> = [L] extends ["anyone"]
  ? [Extract<W, "unbound" | "direct">] extends [never]
    ? FederationContext
    : Context
  : MemberContext;

/** What is the same for a command and for one of its words. */
export interface Usage<O extends Options, L extends Level, W extends Where> {
  /** Id of the phrase that says what it does; at most 100 characters in every language. */
  readonly about: string;
  readonly level: L;
  readonly where: readonly W[];
  /** Who sees the answer. Discord must know before the handler has run. */
  readonly answer: "private" | "chat";
  /**
   * With `answer: "private"`, what is said in the chat where the person cannot be reached unseen: `notice` a short
   * sentence with a link to the direct chat, without the answer; `chat` the answer itself, because it holds nothing
   * private. There is no default.
   */
  readonly fallback?: "notice" | "chat";
  /** The platform is asked, before the transaction, whether the person is an administrator of the chat. */
  readonly needsAdministrator?: boolean;
  /** It ends something, and that is not taken back: where it is chosen from the menu of words, it is asked once more. */
  readonly ends?: true;
  /** Changes the person's language or zone: the answer is given in the new one. */
  readonly changesVoice?: boolean;
  /** What the person typed in a group is deleted where the bot may (their answer in a drive), always or with these options. */
  readonly unseen?: boolean | ((values: Values<O>) => boolean);
  /** Its words mean it in the direct chat by themselves, where nothing else does ("I'm in"). */
  readonly alone?: true;
  readonly options?: O;
  /**
   * What is said from memory, ahead of the queue and without the database, where it is used without options and there is an
   * emergency card (src/core/dispatch/ahead.ts). It says what `run` would.
   */
  readonly ahead?: (cards: readonly HelpHere[]) => Message;
  /**
   * What is said without the database where that has not let the event be worked on for some seconds (src/core/dispatch/ahead.ts),
   * used without options: nothing of whoever asks is known.
   */
  readonly meanwhile?: (commands: readonly CommandDescription[]) => Message;
  /** Looked at before any option is asked for. @throws Refused where nothing that could be answered would do */
  readonly first?: (context: ContextAt<L, W>) => Promise<void>;
  run(context: ContextAt<L, W>, values: Values<O>): Promise<readonly Reply[]>;
}

/** A command as a file in `commands/` exports it. */
export interface Command {
  readonly name: string;
  readonly about: string;
  /** The command itself, if it can be used without a word. */
  readonly bare?: AnyUsage;
  readonly words?: Readonly<Record<string, AnyUsage>>;
  /** What a live message of some kind shows in a chat now; `undefined` ends it. */
  readonly cards?: Readonly<Record<string, CardRenderer>>;
  /** What is served at an address of this kind (STEWARD_PUBLIC_URL). */
  readonly pages?: Readonly<Partial<Record<PageKind, PageMaker>>>;
  /** What is done when a job of this kind falls due, in one transaction with its being done. */
  readonly jobs?: Readonly<Record<string, JobRunner>>;
}

/** What a live message shows in one chat now. */
export interface CardView {
  readonly message: Message;
  /** What it is made of besides its subject: when one of these changes, it is written anew. */
  readonly madeOf?: readonly Subject[];
  /** When it changes by itself, in milliseconds since 1970. */
  readonly changesAt?: number | undefined;
}

/** The first of some moments that is still to come (milliseconds since 1970): for {@link CardView.changesAt}. */
export function nextOf(now: number, moments: readonly number[]): number | undefined {
  const ahead = moments.filter((at) => at > now);
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

/** Shows a live message in one chat. Runs at sending, in a transaction of its own, and only reads. */
export type CardRenderer = (context: FederationContext, subject: string) => Promise<CardView | undefined>;

/** Makes what is served at an address now; undefined where there is nothing any more. It has no chat. */
export type PageMaker = (context: FederationContext, of: PageOf) => Promise<Page | undefined>;

/** Whose address it is (ids of ours), and whether a calendar says what each event is. */
export interface PageOf {
  readonly personId: string | undefined;
  readonly cellId: string | undefined;
  readonly assemblyId: string | undefined;
  readonly named: boolean;
}

/** Does what fell due. The context has no chat and no person. */
export type JobRunner = (
  context: FederationContext,
  payload: Readonly<Record<string, string>>,
) => Promise<readonly Reply[]>;

/** Any usage, as the core handles it: it checks level, place and options before `run` gets them. */
export interface AnyUsage extends Omit<Usage<Options, Level, Where>, "run" | "first"> {
  readonly first?: (context: Context) => Promise<void>;
  run(context: Context, values: Values<Options>): Promise<readonly Reply[]>;
}

/** Declares the words and the bare form with their context and option types checked against `run`. */
export const usage = <const O extends Options, const L extends Level, const W extends Where>(
  of: Usage<O, L, W>,
): AnyUsage => of as unknown as AnyUsage;

export const command = (of: Command): Command => of;

const describeUsage = (of: AnyUsage): UsageDescription => ({
  about: of.about,
  level: of.level,
  where: of.where,
  answer: of.answer,
  options: Object.entries(of.options ?? {})
    .filter(([, option]) => option.hidden !== true)
    .map(([name, option]) => ({
      name,
      about: option.about,
      required: option.required,
      kind: option.type.kind,
      completes: option.type.choices !== undefined && option.type.words === undefined,
      ...(option.position === undefined ? {} : { position: option.position }),
      ...(option.type.words === undefined ? {} : { words: option.type.words }),
      ...(option.type.min === undefined ? {} : { min: option.type.min }),
      ...(option.type.max === undefined ? {} : { max: option.type.max }),
    })),
});

/** The data of a command, for adapters and for the help. */
export const describe = (of: Command): CommandDescription => ({
  name: of.name,
  about: of.about,
  ...(of.bare === undefined ? {} : { bare: describeUsage(of.bare) }),
  words: Object.entries(of.words ?? {}).map(([name, word]) => ({ name, ...describeUsage(word) })),
});
