/** Who is answered, and who can be reached: what is known of them before anything is said. */
import type { Capabilities } from "../../chat/adapter.ts";
import type { Inbound } from "../../chat/inbound.ts";
import type { AskedBy } from "../../chat/outgoing.ts";
import type { Chat } from "../../store/cells.ts";
import type { Session } from "../../store/session.ts";

/** Where an answer goes: what is known of the event that is being answered. */
export interface Asker {
  readonly inbound: Inbound;
  readonly capabilities: Capabilities;
  readonly chat: Chat | undefined;
  /** Language and zone of the person, and their id (of ours) where they are known. */
  readonly person: Voice & { readonly id?: string };
  /** Language and zone of the place, and what it is called where it is bound. */
  readonly place: Voice & { readonly name?: string | undefined };
  /** The direct chat of the account that speaks, where the bot may write to it. */
  readonly direct: string | undefined;
}

/** How something is said. */
export interface Voice {
  readonly language: string;
  readonly zone: string;
}

/** An account through which a person can be written to. */
export interface Reachable {
  /** Id of ours. */
  readonly identityId: string;
  readonly platform: string;
  readonly account: string;
  /** The platform's user id. */
  readonly userId: string;
  /** The direct chat, where one is known. */
  readonly direct: string | undefined;
}

/** What the replies may look up. */
export interface Directory {
  /** Chats by id of ours, with their voices; those that are closed are left out. */
  chats(ids: readonly string[]): Promise<readonly { readonly chat: Chat; readonly voice: Voice }[]>;
  /** The account through which a person is reached directly: this one (id of ours), or the one that spoke last. */
  reach(person: string, account?: string): Promise<(Reachable & { readonly voice: Voice }) | undefined>;
  /** The platform's id of the account that this person has there, the one that spoke last where they have several. */
  accountOf(person: string, platform: string): Promise<string | undefined>;
  capabilities(platform: string, account: string): Capabilities | undefined;
  /**
   * From when on a person may be told what can wait: now, or the end of their quiet hours (milliseconds since 1970).
   * `asks`: with buttons, which nobody wants at night, quiet hours or not.
   */
  undisturbed(person: string, asks: boolean): Promise<number>;
}

/** Under which it is kept that words in somebody's direct chat may answer a question that has buttons. */
export const wordsKey = (
  { keyring }: Session,
  { platform, account, userId }: Pick<Reachable, "platform" | "account" | "userId">,
): string => keyring.lookup("prompt", platform, account, "words", userId);

/** Who is to be told where an answer cannot be shown in the group; nobody where it is given directly. */
export function askedBy({ inbound, chat, place, direct, person }: Asker): AskedBy | undefined {
  if (inbound.chat.kind === "direct") return undefined;
  const { interaction } = inbound;
  const where = chat?.title ?? inbound.chat.title ?? place.name;
  return {
    user: inbound.sender.id,
    voice: { language: person.language, zone: person.zone },
    ...(direct === undefined ? {} : { direct }),
    ...(where === undefined ? {} : { where }),
    // An alert can be shown once, and has been.
    ...(interaction === undefined || interaction.plainLimit !== undefined ? {} : { interaction }),
  };
}

/** What is left of an event whose answer could not be given. */
export const eventOf = (
  platform: Inbound["platform"],
  account: string,
  chat: { readonly id: string; readonly thread?: string },
  by: AskedBy,
): Inbound => ({
  platform,
  account,
  eventId: "",
  chat: { ...chat, kind: "group" },
  sender: { id: by.user, name: "" },
  said: { type: "start" },
});

/** The place of an event, for what answers it. */
export const placeOf = ({ chat }: Inbound) => ({
  id: chat.id,
  ...(chat.thread === undefined ? {} : { thread: chat.thread }),
});

/** The topic or thread of an event, as a card's: undefined where the bot was set up, "" outside of all of them. */
export const threadOf = ({ chat }: Inbound, { ref }: Chat): string | undefined =>
  chat.thread === ref.thread ? undefined : (chat.thread ?? "");
