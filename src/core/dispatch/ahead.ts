/**
 * What is answered ahead of the queue, from memory: the emergency card (docs/rules.md, "Help now"). It waits for no transaction and
 * asks no database, and so comes while that is busy, locked, full or gone. And what can be said without the database (`/help`),
 * once that has let somebody wait for some seconds.
 *
 * An event that was answered here goes on to the queue all the same, which notes it and makes its sender known, and says nothing
 * more. Where it cannot be noted, or is delivered again, it is remembered here by its id: so twice only after a restart.
 */
import type { Outgoing } from "../../chat/adapter.ts";
import type { Inbound } from "../../chat/inbound.ts";
import type { Block, Message, Rendered, RenderedBlock } from "../../chat/message.ts";
import { laneOf, type OutboxBody } from "../../chat/outgoing.ts";
import type { Phrase } from "../../chat/phrase.ts";
import { nearestLanguage } from "../../domain/nearest-language.ts";
import { chatLookup } from "../../store/cells.ts";
import type { HelpHere, HelpMemory } from "../../store/help-memory.ts";
import type { OutboxHead } from "../../store/outbox.ts";
import { fallback } from "../../words/languages.ts";
import type { AnyUsage } from "../command.ts";
import { findCommand, findUsage, parseCommand } from "../parse.ts";
import { placeOf, type Voice } from "../speak/asker.ts";
import { adapterOf, type AnswersAhead, type Machinery } from "./parts.ts";

/** What is sent without standing in a table. */
export type Unwritten = OutboxHead & { readonly unwritten: OutboxBody };

/** Ids of answered events that are remembered. */
const remembered = 10_000;

export class Ahead implements AnswersAhead {
  readonly #machinery: Machinery;
  readonly #memory: HelpMemory;
  readonly #send: (head: Unwritten) => void;
  readonly #answered = new Set<string>();

  /** @param send hands on what is to be sent before all else */
  constructor(machinery: Machinery, memory: HelpMemory, send: (head: Unwritten) => void) {
    this.#machinery = machinery;
    this.#memory = memory;
    this.#send = send;
  }

  knows(inbound: Inbound): boolean {
    return this.#answered.has(keyOf(inbound));
  }

  concerns(inbound: Inbound): boolean {
    return this.#found(inbound) !== undefined;
  }

  answer(inbound: Inbound): boolean {
    const found = this.#found(inbound);
    if (found === undefined) return false;
    this.#remember(inbound);
    this.#say(inbound, this.#render(found.message, found.voice, inbound));
    return true;
  }

  meanwhile(inbound: Inbound): (() => void) | undefined {
    const said = this.#usage(inbound)?.meanwhile;
    if (said === undefined) return undefined;
    return () => {
      this.#remember(inbound);
      const message = this.#render(said(this.#machinery.descriptions), this.#voice(inbound), inbound);
      // What only who asked would have seen is not shown to all.
      this.#say(inbound, message, { unseen: inbound.chat.kind === "group" });
    };
  }

  #remember(inbound: Inbound): void {
    this.#answered.add(keyOf(inbound));
    const [oldest] = this.#answered;
    if (this.#answered.size > remembered && oldest !== undefined) this.#answered.delete(oldest);
  }

  /** In which language somebody is answered of whom nothing can be asked: that of their emergency card, else of their platform. */
  #voice(inbound: Inbound): Voice {
    const [card] = this.#cards(inbound);
    if (card !== undefined) return card;
    const { texts, zone = "UTC" } = this.#machinery;
    const hint = inbound.sender.language;
    const language = hint === undefined ? undefined : nearestLanguage(hint, texts.languages);
    return { language: language ?? fallback, zone };
  }

  #found(inbound: Inbound): { readonly message: Message; readonly voice: HelpHere } | undefined {
    const usage = this.#usage(inbound);
    if (usage?.ahead === undefined) return undefined;
    const cards = this.#cards(inbound);
    const [voice] = cards;
    return voice === undefined ? undefined : { message: usage.ahead(cards), voice };
  }

  /** What was typed or chosen, where that is all that it says. */
  #usage({ said, platform, account }: Inbound): AnyUsage | undefined {
    const { commands } = this.#machinery;
    if (said.type === "command") {
      return Object.keys(said.options).length > 0 ? undefined : findUsage(findCommand(commands, said.name), said.word);
    }
    if (said.type !== "text" || said.edited !== undefined) return undefined;
    const prefixes = adapterOf(this.#machinery, platform, account)?.capabilities.prefixes ?? [];
    // Most of what is written is no command, and costs nothing here.
    if (!prefixes.some((prefix) => said.text.trimStart().startsWith(prefix))) return undefined;
    const parsed = parseCommand(said.text, commands, prefixes);
    return parsed.type === "invocation" && Object.keys(parsed.invocation.raw).length === 0
      ? parsed.invocation.usage
      : undefined;
  }

  #cards({ platform, account, chat, sender, shares = [] }: Inbound): readonly HelpHere[] {
    const { keyring } = this.#machinery;
    const inChat = (id: string): readonly HelpHere[] => {
      const card = this.#memory.ofChat(chatLookup(keyring, platform, account, id));
      return card === undefined ? [] : [card];
    };
    if (chat.kind === "group") return inChat(chat.id);
    const own = this.#memory.ofAccount(keyring, platform, sender.id);
    if (own.length > 0) return own;
    // Who has never spoken in their group: the platform tells in which they are.
    const shared = new Map(shares.flatMap(inChat).map((card) => [card.cell, card]));
    return [...shared.values()];
  }

  /** As `Presenter` does, for what has no buttons and no files. */
  #render(message: Message, { language, zone }: Voice, { platform, account }: Inbound): Rendered {
    const { texts, clock, presenter } = this.#machinery;
    const { capabilities } = adapterOf(this.#machinery, platform, account) ?? {};
    const place = { zone, now: clock.now() };
    const inline = (of: Phrase) => presenter.typed(texts.format(language, of, place), of, capabilities);
    const blocks = message.blocks.flatMap((block: Block): readonly RenderedBlock[] => {
      if (block.type === "heading" || block.type === "paragraph") return [{ ...block, content: inline(block.content) }];
      return block.type === "list" ? [{ ...block, items: block.items.map(inline) }] : [];
    });
    return { language, blocks };
  }

  #say(inbound: Inbound, message: Rendered, { unseen = false } = {}): void {
    const { keyring, clock } = this.#machinery;
    const { platform, account, interaction } = inbound;
    const id = this.#machinery.rowId();
    const { chat, sender } = inbound;
    const outgoing: Outgoing =
      unseen && interaction !== undefined && interaction.seenBy !== "chat"
        ? { id, type: "private", chat, to: sender.id, message, interaction: interaction.token }
        : { id, type: "message", chat: placeOf(inbound), message };
    const lane = laneOf(outgoing, inbound, (...parts) => keyring.lookup(...parts));
    const inPlace = interaction?.seenBy === "chat" ? interaction : undefined;
    this.#send({
      id,
      federationId: undefined,
      platform,
      account,
      chatId: undefined,
      identityId: undefined,
      lane,
      priority: -1,
      broadcastId: undefined,
      attempts: 0,
      dueAt: clock.now(),
      unwritten: {
        outgoing: inPlace === undefined ? outgoing : { ...outgoing, interaction: inPlace.token },
        ...(inPlace === undefined ? {} : { interaction: { expiresAt: inPlace.expiresAt, instead: outgoing } }),
      },
    });
  }
}

const keyOf = ({ platform, account, eventId }: Inbound): string => `${platform} ${account} ${eventId}`;
