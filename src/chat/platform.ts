/**
 * What a platform's folder says of itself, in `adapters/NAME/platform.ts`; `src/platforms.ts` lists them. All that the rest
 * knows of a platform comes from here: what it can do, how it is configured, looked at and connected, how a rehearsal plays
 * it. The file is read at every start, so it imports no library: {@link Connection.adapter} and {@link Connection.check}
 * do, once the platform is on, since libraries take longer to load than everything else together.
 */
import type { Adapter, AdapterHost, Capabilities } from "./adapter.ts";
import type { PlatformCheck } from "./check.ts";
import type { ConfigMistake, Given, Variable } from "./variables.ts";

export interface Platform<Name extends string = string, Settings = unknown> {
  /**
   * Lower case. It is kept with every chat and account, so that it stays for ever; people read it with a capital
   * ({@link calledOf}), and its variables begin with it.
   */
  readonly name: Name;
  readonly capabilities: Capabilities;
  /** Not there where nothing is to be configured: the console is given the terminal (`src/main.ts`). */
  readonly connection?: Connection<Name, Settings>;
  readonly rehearsed: Rehearsed;
  /** What its tokens, and its ids of people and chats, look like wherever they stand: the log leaves it out. With flag `g`. */
  readonly telling?: readonly RegExp[];
}

/** How a platform is reached. `Settings` is what its variables come to. */
export interface Connection<Name extends string = string, Settings = unknown> {
  readonly variables: Readonly<Record<`${Uppercase<Name>}_${string}`, Variable>>;
  /**
   * What was set, each value by itself being valid or reported already; undefined where the platform is off, or where
   * something is wrong together, which is reported.
   */
  read(given: Given, reading: Reading): Settings | undefined;
  /**
   * What `npm run steward -- init` asks for next, with what was answered so far (an empty answer is one too); undefined once
   * that is enough. Without it `init` does not offer the platform.
   */
  asks?(answered: Given): Ask<Name> | undefined;
  /** What tells its account from others before it has connected: that of two processes is the same if they would be one. */
  accountOf(settings: Settings): string;
  /** An adapter that has not begun. */
  adapter(settings: Settings, house: House): Promise<Adapter>;
  /** What `npm run steward -- doctor` asks. It only reads the facts that the adapter has kept. */
  check(settings: Settings, facts: Pick<AdapterHost["facts"], "get">): Promise<PlatformCheck>;
}

/** One question of `init`. Plain English, one line or two. */
export interface Ask<Name extends string = string> {
  readonly variable: `${Uppercase<Name>}_${string}`;
  readonly question: string;
  /** The answer may be empty. */
  readonly optional?: true;
}

export interface Reading {
  wrong(mistake: ConfigMistake): void;
  /** The path of a file or folder beside the database's file, or in `data` where it has none. */
  beside(name: string): string;
}

/** What an adapter gets of the house. Both change with the master key. */
export interface House {
  /** A word that only the bot knows, the same for the same purpose. */
  secret(purpose: string): string;
  /** 32 bytes for what the adapter keeps in files of its own. */
  storeKey(): Buffer;
}

/** What a rehearsal has to know beside the capabilities, to stand for the platform's server and its clients. */
export interface Rehearsed {
  /** An id as the platform has them, for a person and for a chat. `digits` gives so many, always the same for the name. */
  personId(name: string, digits: (length: number) => string): string;
  chatId(name: string, digits: (length: number) => string): string;
  /** A direct chat has the id of its person. */
  readonly directIsPerson?: true;
  /** Groups may be end-to-end encrypted, and direct chats are. */
  readonly encrypts?: true;
  /** The bot is told when somebody changes what they wrote. */
  readonly tellsEdits?: true;
  /** `@ben` stays text: the platform does not say whose name it is. */
  readonly leavesNames?: true;
}

/** What people call a platform, of which there may be no folder any more: 'Telegram'. */
export const calledOf = (platform: string): string => platform.slice(0, 1).toUpperCase() + platform.slice(1);
