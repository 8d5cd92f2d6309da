/** What is said elsewhere than where somebody spoke: in many chats, or to a person directly. */
import { Broadcasts } from "../../store/broadcasts.ts";
import { Jobs } from "../../store/jobs.ts";
import { KeptWords } from "../../store/kept.ts";
import type { Place } from "../../chat/adapter.ts";
import type { Message, Rendered } from "../../chat/message.ts";
import type { Reply } from "../command.ts";
import { Questions } from "../questions.ts";
import { wordsKey, type Directory } from "./asker.ts";
import type { Rows } from "./rows.ts";

type ToDirect = Extract<Reply, { readonly to: "direct" }>;

interface ToChatsHow {
  readonly broadcast?: string | undefined;
  readonly asks?: string | undefined;
  /** It goes before all else that waits. */
  readonly urgent?: true | undefined;
  /** The chat (id of ours) where somebody has just said what this answers, and the topic or thread of it. */
  readonly here?: { readonly chatId: string; readonly place: Place } | undefined;
}

/** What has buttons asks something. */
const asks = ({ blocks }: Message): boolean => blocks.some(({ type }) => type === "buttons");

/** Says it in the languages of those who read it, once they may be disturbed. */
export class Elsewhere {
  readonly #rows: Rows;
  readonly #directory: Directory;

  constructor(rows: Rows, directory: Directory) {
    this.#rows = rows;
    this.#directory = directory;
  }

  /** The same message in many chats, each in its own language; a broadcast leaves a receipt for every one of them. */
  async toChats(
    ids: readonly string[],
    message: Message,
    { broadcast, asks: person, here, urgent }: ToChatsHow = {},
  ): Promise<void> {
    const missed = new Set(ids);
    /** Where buttons have ids alone, they are the same in all chats in which the words are. */
    const alike = new Map<string, Rendered>();
    for (const { chat, voice } of await this.#directory.chats(ids)) {
      const capabilities = this.#directory.capabilities(chat.platform, chat.account);
      if (capabilities === undefined) continue;
      missed.delete(chat.id);
      const place = this.#rows.place(chat.platform, chat.account, chat.ref.id);
      // Numbers are counted in each chat, other marks are not.
      const numbered = capabilities.buttons === "none" && chat.encrypted;
      const shared = urgent === true && !numbered && person === undefined;
      const key = shared ? [chat.platform, voice.language, voice.zone].join(" ") : "";
      const before = alike.get(key);
      const rendered =
        shared && before !== undefined
          ? before
          : await this.#rows.present(message, {
              ...voice,
              capabilities,
              kind: "group",
              encrypted: chat.encrypted,
              place,
              chatId: shared ? undefined : chat.id,
              ...(person === undefined ? {} : { owner: await this.#ownerOf(person, chat.platform) }),
            });
      if (shared) alike.set(key, rendered);
      this.#rows.push(
        { id: "", type: "message", chat: chat.id === here?.chatId ? here.place : chat.ref, message: rendered },
        {
          platform: chat.platform,
          account: chat.account,
          chatId: chat.id,
          lane: place,
          priority: urgent === true ? -1 : ids.length > 1 ? 2 : 1,
          broadcastId: broadcast,
        },
      );
    }
    if (broadcast !== undefined && missed.size > 0) {
      await new Broadcasts(this.#rows.session, this.#rows.federation?.id).missed(broadcast, [...missed]);
    }
  }

  /**
   * To one person directly, where they can be reached, or else in the chats that are named for that. `actor`: who does
   * something just now (id of ours), and so is awake.
   */
  async toDirect(reply: ToDirect, actor?: string): Promise<void> {
    const { person, account, message, otherwise, waits, broadcast } = reply;
    const dueAt = await this.#putOffTo(reply, actor);
    if (dueAt !== undefined && typeof waits === "object") {
      const { kind, keeps } = waits;
      const payload = { ...waits.payload, ...(keeps === undefined ? {} : { kept: await this.#keep(keeps) }) };
      const key = [kind, ...Object.values(payload)].join(":");
      await new Jobs(this.#rows.session, this.#rows.federation?.id).schedule({ kind, key, payload, dueAt });
      return;
    }
    const reached = await this.#directory.reach(person, account);
    const capabilities =
      reached === undefined ? undefined : this.#directory.capabilities(reached.platform, reached.account);
    if (
      reached === undefined ||
      capabilities === undefined ||
      (capabilities.direct === "after-start" && reached.direct === undefined)
    ) {
      if (otherwise !== undefined) await this.toChats(otherwise.chats, otherwise.message, { asks: person });
      return;
    }
    // Words that are written now would answer this, and nothing that came before.
    if (asks(message)) {
      await new Questions(this.#rows.session).end(wordsKey(this.#rows.session, reached));
    }
    const lane = this.#rows.directPlace(reached.platform, reached.account, reached.userId, reached.direct);
    const rendered = await this.#rows.present(message, {
      ...reached.voice,
      capabilities,
      kind: "direct",
      encrypted: false,
      place: lane,
      chatId: undefined,
      owner: this.#rows.owner(reached.platform, reached.userId),
    });
    this.#rows.push(
      {
        id: "",
        type: "direct",
        to: reached.userId,
        ...(reached.direct === undefined ? {} : { direct: reached.direct }),
        message: rendered,
      },
      {
        platform: reached.platform,
        account: reached.account,
        identityId: reached.identityId,
        lane,
        priority: waits === "alert" ? -1 : 1,
        broadcastId: broadcast,
        ...(otherwise === undefined ? {} : { otherwise: { ...otherwise, asks: person } }),
      },
    );
  }

  /** Whether somebody else is asked something only later. */
  async asksLater(reply: ToDirect, actor: string | undefined): Promise<boolean> {
    return asks(reply.message) && (await this.#putOffTo(reply, actor)) !== undefined;
  }

  /** When it is said, if the person is not to be disturbed now, and that ends in time. */
  async #putOffTo({ person, message, waits }: ToDirect, actor: string | undefined): Promise<number | undefined> {
    if (typeof waits !== "object" || person === actor) return undefined;
    const dueAt = await this.#directory.undisturbed(person, asks(message));
    return dueAt <= this.#rows.session.now || dueAt >= waits.until ? undefined : dueAt;
  }

  async #keep(words: string): Promise<string> {
    const { session, federation } = this.#rows;
    // Nobody is known, and so waited for, where there is no federation.
    return federation === undefined ? "" : new KeptWords(session, federation).keep(words);
  }

  /** HMAC of the account that a person (id of ours) has on a platform, whose buttons are its own. Where they have no account there, the buttons are nobody's. */
  async #ownerOf(person: string, platform: string): Promise<string> {
    const user = await this.#directory.accountOf(person, platform);
    return user === undefined ? this.#rows.session.keyring.lookup("nobody", person) : this.#rows.owner(platform, user);
  }
}
