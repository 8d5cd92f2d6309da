/** What a handler may know and use. Everything in it belongs to one transaction and to one federation. */
import type { Chat, Group } from "../store/cells.ts";
import type { FederationRecord } from "../store/federations.ts";
import type { Person } from "../store/people/records.ts";
import type { Repositories } from "../store/repositories.ts";
import type { InboundChat, PlatformName, PlatformUser } from "../chat/inbound.ts";
import type { CommandDescription } from "../chat/description.ts";
import type { Phrase } from "../chat/phrase.ts";
import type { Level } from "../chat/levels.ts";
import type { SentencesHere } from "./sentences.ts";
import type { PageKind } from "../chat/pages.ts";

/** Somebody who is named by their account. */
export interface Mentioned {
  /** As it stands in the text or the option. */
  readonly written: string;
  readonly user: PlatformUser;
}

/** With the repositories; those whose rows belong to a federation throw where there is none. */
export interface Context extends Repositories {
  /** Milliseconds since 1970; the same during the whole command. */
  readonly now: number;
  /** Language and zone of who reads the answer: of the person, else the chat's, else the federation's. */
  readonly language: string;
  readonly zone: string;
  readonly platform: PlatformName;
  readonly account: string;
  /** The federation; none before `/setup`. */
  readonly federation: FederationRecord | undefined;
  /** The bound chat where this happens; none in a direct chat, an unbound chat, or a job. */
  readonly chat: Chat | undefined;
  /** The cell or council that this chat belongs to; none where there is no bound chat. */
  readonly group: Group | undefined;
  /** The place as the platform names it; none in a job. */
  readonly place: InboundChat | undefined;
  /** The account that speaks; none in a job. */
  readonly sender: PlatformUser | undefined;
  /** The person, once the bot has accepted a command or press of theirs. */
  readonly person: Person | undefined;
  readonly level: Level;
  /** What the platform said, if the command needs it. */
  readonly administrator: boolean;
  /** Descriptions of all commands, for the help. */
  readonly commands: readonly CommandDescription[];
  readonly languages: readonly string[];
  /** People mentioned, each with what stands for them in the text: whatever that is, the account decides. */
  readonly mentioned: readonly Mentioned[];

  /** A random id of 16 characters [a-z0-9]. Seeded in rehearsals. */
  newId(): string;
  /** A phrase as plain text in the language and zone of who reads the answer: for files. */
  plain(of: Phrase): string;
  /** Whether the bot can write to a person (id of ours) directly. */
  reaches(person: string): Promise<boolean>;
  /** The whole address of a page with this secret; undefined where this bot has no public address. */
  addressOf(kind: PageKind, secret: string): string | undefined;
  /** Our own sentences, as far as who speaks may know of them. */
  readonly sentences: SentencesHere;
  /** A random integer from 0 to below `below`. */
  random(below: number): number;

  /** The same context bound to a federation that this command has just made or joined. */
  within(federation: FederationRecord): FederationContext;
}

/** Where there is a federation: of jobs, of cards, of commands used in chats of cells and councils (`ContextAt`). */
export type FederationContext = Context & { readonly federation: FederationRecord };
/** Where there is a person, too: of every command whose level is above `anyone`. */
export type MemberContext = FederationContext & { readonly person: Person };

export const isFederated = (context: Context): context is FederationContext => context.federation !== undefined;

export const isMember = (context: Context): context is MemberContext =>
  isFederated(context) && context.person !== undefined;
