/**
 * One event in its transaction: what was said is read, the permission checked, the handler run, and what it replies is
 * said. What a person can cause is thrown as `Refused`; the queue undoes what was done and says why.
 */
import type { Completion } from "../../chat/adapter.ts";
import type { Edited, Inbound } from "../../chat/inbound.ts";
import { waitingAnswers } from "../../chat/cards.ts";
import { opensIn } from "../../chat/leads.ts";
import { say, verbatim, type Block, type Button, type Message, type Under } from "../../chat/message.ts";
import { phrase, type Phrase } from "../../chat/phrase.ts";
import { Buttons } from "../../store/buttons.ts";
import { Cards } from "../../store/cards.ts";
import { Facts } from "../../store/facts.ts";
import type { FreshRow } from "../../store/outbox.ts";
import type { Session } from "../../store/session.ts";
import { isAnswer } from "../../words/fixed.ts";
import { isMember } from "../context.ts";
import { Needed, Refused, Several, type Command, type OptionType, type Reply } from "../command.ts";
import { doubtfulFlag } from "../flags.ts";
import { toldApart } from "../options/which.ts";
import { findCommand, findUsage, parseCommand, saidAlone } from "../parse.ts";
import { askedBy, placeOf, threadOf } from "../speak/asker.ts";
import { answersPayload, crowd } from "../speak/waiting.ts";
import { Asking, type Filling } from "./asking.ts";
import { cardsAsked, showCards } from "./cards.ts";
import { Comings } from "./comings.ts";
import { noteEvent, Outcome, type Reads } from "./edits.ts";
import { Here } from "./here.ts";
import { buttonSaid } from "./labels.ts";
import { elsewhere, may, needs } from "./levels.ts";
import { readMeaning } from "./meaning.ts";
import type { Machinery } from "./parts.ts";
import { menuOf, wordsFor } from "./menu.ts";
import { isUnseen, meantBy } from "./unseen.ts";

/** Thrown inside the transaction: the platform has to be asked first whether the sender is an administrator. */
export class NeedsAdministrator extends Error {}

export class Event {
  readonly #machinery: Machinery;
  readonly #here: Here;
  readonly #asking: Asking;
  readonly #outcome: Outcome;
  #administrator: boolean | undefined;
  /** What was asked here is over: it was answered, or a command ended it. */
  over = false;
  /** What was typed is not for others to see, whatever comes of it: it is taken away where the bot may. */
  unseen = false;
  /** What was said is no command, but presses a button or answers a question. */
  #via: "press" | "answer" | undefined;

  /** It has its answer: nothing more is said. */
  readonly #answered: boolean;

  constructor(machinery: Machinery, session: Session, inbound: Inbound, answered = false) {
    this.#machinery = machinery;
    this.#answered = answered;
    this.#here = new Here(machinery, session, inbound);
    this.#outcome = new Outcome(this.#here);
    this.#asking = new Asking(this.#here, machinery.commands, this.#outcome);
  }

  get rows(): readonly FreshRow[] {
    return this.#here.rows;
  }

  /** The federation that a button or a question named, where it is not the one in which the person spoke last. */
  get meant(): string | undefined {
    return this.#here.meant;
  }

  /** `meant`: in a direct chat, the federation that is meant, if the account is known there. */
  async locate(meant?: string): Promise<void> {
    await this.#here.locate(meant);
  }

  /** Notes the event, after `locate`: as one of its federation. */
  note(): Promise<"again" | "edit" | "new"> {
    return noteEvent(this.#here.inbox, this.#inbound);
  }

  /** What could be chosen for an option; nothing where the federation is not known. */
  async complete(type: OptionType<unknown>, typed: string): Promise<readonly Completion[]> {
    const { federation } = this.#at;
    if (federation === undefined || type.choices === undefined) return [];
    const context = this.#here.context(false);
    const choices = toldApart(await type.choices(context, typed));
    const { language, zone } = this.#here.asker().person;
    return choices.slice(0, 25).map(({ value, label }) => ({
      value: value.slice(0, 100),
      label: this.#machinery.texts.plain(language, label, { zone, now: this.#session.now }).slice(0, 100),
    }));
  }

  /** `over` and `unseen` as the event that was refused had them. */
  async refuse(why: Phrase, more: Message | undefined, { over = false, unseen = false } = {}): Promise<void> {
    // Whoever writes directly can be written to, also where what they wrote was not understood.
    if (this.#inbound.chat.kind === "direct") await this.#here.noteDirect();
    if (this.#answered) return this.#endWaiting();
    const blocks: Block[] = [{ type: "paragraph", content: why }, ...(more?.blocks ?? [])];
    // What was refused was undone. A question that it answered, or that a command ended, is over all the same; and what
    // comes with a refusal asks something else.
    if (over || this.#reads() === "command" || (this.#inbound.chat.kind === "direct" && more !== undefined)) {
      await this.#asking.end();
    }
    // An answer that everybody already sees coming cannot become unseen; a refusal holds nothing private.
    const to = this.#inbound.interaction?.seenBy === "chat" ? "here" : "person";
    // But it may repeat what was typed: what is not for others to see is not said to them either.
    const fallback = unseen && this.#at.chat !== undefined && !this.#here.anonymous ? "notice" : "chat";
    await this.#here.answer({ answer: "private", fallback }, [{ to, message: { blocks } }]);
    if (unseen) await this.#takeAway();
  }

  /** `edit`: another wording of a message that was noted before. */
  async handle(administrator: boolean | undefined, edit: boolean): Promise<void> {
    await this.#handle(administrator, edit);
    if (this.unseen) await this.#takeAway();
  }

  async #handle(administrator: boolean | undefined, edit: boolean): Promise<void> {
    const { said, chat } = this.#inbound;
    if (chat.unsuited === true) {
      if (this.#reads() === "talk") return;
      await this.#here.answer({ answer: "chat" }, [{ to: "here", message: say("core-unsuited") }]);
      return;
    }
    this.#administrator = administrator;
    if (said.type !== "bot-removed" && said.type !== "bot-allowed") {
      await (chat.kind === "direct" ? this.#here.noteDirect() : this.#here.noteOpen());
    }
    switch (said.type) {
      case "text":
        if (said.edited === undefined || (await this.#isRead(said.text, said.edited, edit)))
          await this.#text(said.text);
        return;
      case "command": {
        const command = findCommand(this.#machinery.commands, said.name);
        const usage = findUsage(command, said.word);
        if (command === undefined || usage === undefined) throw new Refused(phrase("core-outdated-command"));
        await this.#run({ command, word: said.word, usage, raw: said.options });
        return;
      }
      case "press":
        await this.#press(said.button);
        return;
      case "reaction": {
        const place = this.#here.place;
        const id = await new Buttons(this.#session).chosen(`${place}:${said.messageId}`, said.mark);
        if (id !== undefined) await this.#press(id);
        return;
      }
      case "answer":
        if (!isAnswer("cancel", said.text) || !(await this.#asking.cancel())) await this.#answers(said.text);
        return;
      case "start":
        if (said.payload !== undefined && (await this.#opens(said.payload))) return;
        // In a group an address has no other meaning.
        if (chat.kind === "group") return;
        if (said.payload !== undefined && (await this.#hasButton(said.payload))) await this.#press(said.payload);
        else if (await this.#giveHeld()) return;
        else if (said.payload === answersPayload) {
          await this.#here.answer({ answer: "private", fallback: "chat" }, [
            { to: "person", message: say("core-nothing-waits") },
          ]);
        } else await this.#greet();
        return;
      case "left":
      case "bot-added":
      case "bot-removed":
      case "bot-allowed":
      case "moved":
        await new Comings(this.#here).happen(said);
        return;
    }
  }

  /** Somebody has opened an address of ours, by a link or a camera: what it is for is done as if they had typed it. */
  async #opens(payload: string): Promise<boolean> {
    const opens = opensIn(payload);
    const group = this.#inbound.chat.kind === "group";
    if (opens === undefined || "join" in opens !== group) return false;
    const [name, word, raw] =
      "join" in opens
        ? (["cell", "join", { code: opens.join }] as const)
        : (["pledge", undefined, { drive: `#${opens.drive}` }] as const);
    const command = findCommand(this.#machinery.commands, name);
    const usage = findUsage(command, word);
    if (command === undefined || usage === undefined) return false;
    await this.#run({ command, word, usage, raw });
    return true;
  }

  /** Whether a new wording is to be read; says what is to be said of it where it is not. */
  async #isRead(text: string, edited: Edited, known: boolean): Promise<boolean> {
    const { read, say: why, takeAway } = await this.#outcome.verdict(text, edited, this.#reads(), known);
    if (takeAway !== undefined) this.#here.speaker.deleteFrom(this.#here.asker(), takeAway);
    if (why !== undefined) await this.refuse(why, undefined);
    return read;
  }

  /** How what was said reads, whatever becomes of it. */
  #reads(): Reads {
    const { said } = this.#inbound;
    if (said.type === "command") return "command";
    if (said.type !== "text") return "talk";
    const { type } = parseCommand(said.text, this.#machinery.commands, this.#here.capabilities.prefixes);
    return type === "talk" ? "talk" : type === "unknown-command" ? "unknown" : "command";
  }

  /** Gives somebody the answers that wait for them; false if none does. */
  async #giveHeld(): Promise<boolean> {
    const buttons = new Buttons(this.#session);
    const { platform, sender } = this.#inbound;
    const waiting = await buttons.heldFor(this.#session.keyring.lookup("owner", platform, sender.id));
    const federation = waiting.at(-1)?.federationId;
    if (federation === undefined || !(await this.#here.goTo(federation))) return false;
    const here = waiting.filter(({ federationId }) => federationId === federation);
    const chats = new Set(here.flatMap(({ chatId }) => chatId ?? []));
    const before = new Map<string, number>();
    for (const chat of chats) before.set(chat, crowd(await buttons.awaiting(federation, chat)));
    for (const row of here) {
      const meaning = readMeaning(buttons.meaning(row, this.#here.sealerOf(federation)));
      if (!("held" in meaning)) continue;
      await this.#here.answer({ answer: "private", fallback: "notice" }, [{ to: "person", message: meaning.held }]);
      await buttons.remove(row.id);
    }
    for (const chat of chats) {
      if (crowd(await buttons.awaiting(federation, chat)) === before.get(chat)) continue;
      new Cards(this.#session).touch({ kind: waitingAnswers, subject: chat });
    }
    return true;
  }

  async #text(text: string): Promise<void> {
    const { prefixes } = this.#here.capabilities;
    const direct = this.#inbound.chat.kind === "direct";
    // In a group a command may be meant for another bot.
    const ours = direct || this.#here.capabilities.alone === true;
    const trimmed = text.trim();
    const behindMark = prefixes.includes("!") && trimmed.startsWith("!") ? trimmed.slice(1).trim() : undefined;
    const mark = /^[!/](\d{1,2})$/u.exec(trimmed)?.[1];
    if (this.#here.capabilities.buttons === "none" && mark !== undefined) {
      const id = await new Buttons(this.#session).typed(this.#here.place, mark, this.#replyTo);
      if (id === undefined && (await this.#answers(mark, true))) return;
      if (id === undefined) throw new Refused(phrase("core-no-such-choice"));
      await this.#press(id);
      return;
    }
    if (isAnswer("cancel", trimmed)) {
      if (await this.#asking.cancel()) return;
      if (/^[!/]/u.test(trimmed) && !ours) return;
      if (/^[!/]/u.test(trimmed)) throw new Refused(phrase("core-nothing-to-cancel"));
    }
    const parsed = parseCommand(text, this.#machinery.commands, prefixes);
    const meant = meantBy(text, this.#machinery.commands, prefixes);
    for (const one of meant) this.unseen ||= await isUnseen(one, () => this.#here.context(false));
    switch (parsed.type) {
      case "talk":
        if (behindMark !== undefined && behindMark !== "" && (await this.#answers(behindMark, true))) return;
        if ((await this.#answers(text)) || (trimmed !== "" && (await this.#written(trimmed)))) return;
        if (await this.#said(behindMark ?? trimmed, behindMark !== undefined)) return;
        if (direct) await this.#sayAlone(trimmed);
        return;
      case "unknown-command":
        if (parsed.near === undefined && behindMark !== undefined && (await this.#answers(behindMark, true))) return;
        if (behindMark !== undefined && (await this.#said(behindMark, true))) return;
        // What Telegram's own button says there, written by hand or on another platform.
        if (direct && /^.start$/iu.test(trimmed)) {
          await this.#greet();
          return;
        }
        // Silence, unless it is nearly one of ours.
        if (parsed.near === undefined && !ours) return;
        throw new Refused(
          parsed.near === undefined
            ? phrase("core-unknown-command")
            : phrase("core-did-you-mean", { command: `${prefixes[0] ?? "/"}${parsed.near}` }),
        );
      case "unknown-word": {
        if (this.#here.where === "unbound" && this.#at.federation === undefined) this.#checkWhere(parsed.command);
        const words = wordsFor(parsed.command, this.#here);
        const { known, from, between } = this.#at;
        if (direct && words.length === 0 && (known ?? from ?? between) === undefined) throw new Refused(this.#notKnown);
        const [only, ...others] = words;
        // A menu of one is a tap for nothing.
        if (parsed.typed === undefined && only !== undefined && others.length === 0 && only[1].ends !== true) {
          const [word, usage] = only;
          await this.#run({ command: parsed.command, word, usage, raw: {} });
          return;
        }
        const rows = menuOf(parsed.command, words);
        throw new Refused(
          parsed.typed === undefined
            ? phrase("core-which", { command: parsed.command.name })
            : parsed.near === undefined
              ? phrase("core-unknown-word", { command: parsed.command.name })
              : phrase("core-did-you-mean", { command: `${prefixes[0] ?? "/"}${parsed.command.name} ${parsed.near}` }),
          rows,
        );
      }
      case "left-over":
        await this.#run(parsed.invocation, {}, parsed.text);
        return;
      case "no-colon":
        throw new Refused(phrase("core-no-colon", { key: parsed.key }));
      case "invocation":
        await this.#run(parsed.invocation);
        return;
    }
  }

  /** "I'm in" is understood in the direct chat without its command, though nothing stands there yet; all else is talk. */
  async #sayAlone(text: string): Promise<void> {
    const meant = saidAlone(text, this.#machinery.commands);
    if (meant === undefined) await this.#greet();
    else await this.#run(meant);
  }

  /** What was written is what a button says: it is pressed. */
  async #said(text: string, marked: boolean): Promise<boolean> {
    const id = await buttonSaid(this.#here, text, marked);
    if (id === undefined) return false;
    await this.#press(id);
    return true;
  }

  /** What was written may answer a question of ours; `marked` as in {@link Asking.answer}. False where it is talk. */
  async #answers(text: string, marked = false): Promise<boolean> {
    const answer = await this.#asking.answer(text, marked);
    if (answer === "talk") return false;
    if (answer === "gone") {
      await this.refuse(phrase("core-question-gone"), undefined);
      return true;
    }
    // What is refused is undone, so the question stands as before: in a group only a reply answers it again. In the direct
    // chat whatever is written next would.
    this.over = this.#inbound.chat.kind === "direct";
    this.#via = "answer";
    await this.#run(answer);
    return true;
  }

  /** What was written directly is the answer to a question that has buttons, and the last that was asked there. */
  async #written(text: string): Promise<boolean> {
    const written = await this.#asking.written(text);
    if (written === "talk") return false;
    if (written === "number") {
      await this.#text(`!${text}`);
      return true;
    }
    this.#via = "answer";
    await this.#run(written);
    return true;
  }

  /**
   * Another command ends what was asked here. So does a press in the direct chat, where the next words would be the answer;
   * in a group they are not, and an answer on somebody's card is nothing to do with the question.
   */
  async #endQuestions(): Promise<void> {
    if (this.#via === "press" && this.#inbound.chat.kind === "group") return;
    this.over = true;
    await this.#asking.end();
  }

  #checkWhere(command: Command): void {
    const usages = [command.bare, ...Object.values(command.words ?? {})];
    if (!usages.some((usage) => usage?.where.includes("unbound") === true))
      throw new Refused(phrase("core-not-set-up"));
  }

  async #hasButton(id: string): Promise<boolean> {
    return (await new Buttons(this.#session).find(id)) !== undefined;
  }

  async #press(id: string): Promise<void> {
    const buttons = new Buttons(this.#session);
    const row = await buttons.find(id);
    if (row === undefined || (row.expiresAt !== undefined && row.expiresAt < this.#session.now)) {
      throw new Refused(phrase("core-button-gone"));
    }
    if (row.federationId !== undefined && !(await this.#here.goTo(row.federationId))) {
      throw new Refused(phrase("core-button-gone"));
    }
    if (row.owner !== undefined && !(await this.#here.owns(row.owner)))
      throw new Refused(phrase("core-button-of-another"));
    if (row.chatId !== undefined && row.chatId !== this.#at.chat?.id) throw new Refused(phrase("core-button-gone"));
    const meaning = readMeaning(buttons.meaning(row, this.#here.sealerOf(row.federationId)));
    if ("held" in meaning) {
      await this.#here.answer({ answer: "private", fallback: "notice" }, [{ to: "person", message: meaning.held }]);
      return;
    }
    const { action } = meaning;
    const command = findCommand(this.#machinery.commands, action.command);
    const usage = findUsage(command, action.word);
    if (command === undefined || usage === undefined) throw new Refused(phrase("core-button-gone"));
    this.#via = "press";
    await this.#run({ command, word: action.word, usage, raw: action.options ?? {} }, action.under);
    if (action.under?.once === true) await buttons.removeWith(id);
  }

  async #run(filling: Filling, under: Under = {}, leftOver?: string): Promise<void> {
    const { usage, raw } = filling;
    this.unseen = await isUnseen(filling, () => this.#here.context(false));
    if (under.from !== undefined) await this.#here.comesFrom(under.from);
    if (under.answers !== undefined) await this.#asking.pressed(filling, under);
    else if (this.#via !== "answer") await this.#endQuestions();
    const where = this.#here.where;
    if (!usage.where.includes(where)) {
      throw new Refused(await elsewhere(this.#here, usage));
    }
    if (this.#here.anonymous && (usage.level !== "anyone" || usage.needsAdministrator === true || this.unseen)) {
      throw new Refused(phrase("core-anonymous"));
    }
    if (where === "direct" && this.#at.known === undefined && this.#at.from === undefined && usage.level !== "anyone") {
      throw this.#unknown(filling);
    }
    if (!(await may(this.#here, usage))) throw new Refused(await needs(this.#here, usage.level));
    if (usage.needsAdministrator === true && this.#inbound.chat.kind === "group") {
      if (this.#administrator === undefined) throw new NeedsAdministrator();
      if (!this.#administrator) throw new Refused(phrase("core-needs-administrator"));
    }
    if (leftOver !== undefined) throw new Refused(phrase("core-left-over", { text: leftOver.slice(0, 60) }));

    if (under.menu === true) {
      await this.#asking.askSure(filling);
      return;
    }
    await this.#here.enter();
    const context = this.#here.context(this.#administrator ?? false);
    // By its level a usage gets a member's context (`ContextAt`).
    if (usage.level !== "anyone" && !isMember(context))
      throw new Error("a command that needs a member ran without one");
    await usage.first?.(context);
    // Begun without any option, a command that can be guided asks for those too that may be left out.
    const needed = filling.needed ?? under.needed;
    const guided =
      filling.guided === true || under.guided === true || (Object.keys(raw).length === 0 && needed === undefined);
    const kept: Filling = { ...filling, guided, ...(needed === undefined ? {} : { needed }) };
    const values: Record<string, unknown> = {};
    const missing: string[] = [];
    for (const [name, option] of Object.entries(usage.options ?? {})) {
      const typed = Object.hasOwn(raw, name) ? raw[name] : undefined;
      if (typed === undefined || typed.trim() === "") {
        if (option.required || (guided && option.guided === true && typed === undefined)) missing.push(name);
        continue;
      }
      const read = await option.type.parse(typed.trim(), context);
      if ("refusal" in read) {
        await this.#asking.ask({ ...kept, raw: without(raw, name) }, name, context, read);
        return;
      }
      values[name] = read.value;
    }
    const [first] = missing;
    if (first !== undefined) {
      await this.#asking.ask(kept, first, context, undefined);
      return;
    }
    const doubt = doubtfulFlag(usage, raw);
    if (doubt !== undefined) throw this.#asking.flagOrText(filling, values, context, doubt);

    let replies: readonly Reply[];
    try {
      replies = await usage.run(context, values);
    } catch (error) {
      if (error instanceof Several) throw this.#asking.which(kept, values, context, error);
      if (!(error instanceof Needed)) throw error;
      const { option, refused } = error;
      await this.#asking.ask({ ...kept, raw: without(raw, option), needed: option }, option, context, refused);
      return;
    }
    if (this.#answered) return this.#endWaiting();
    await this.#here.relocate(usage);
    if (typeof usage.unseen === "function") this.unseen = usage.unseen(values);
    if (this.#inbound.said.type === "text") await this.#outcome.worked(this.#inbound.said.text);
    const { chat } = this.#at;
    const { sealer } = this.#here;
    await showCards(replies, context, chat && { chat, thread: threadOf(this.#inbound, chat), sealer });
    this.#noteAsked(replies);
    await this.#here.answer(usage, replies);
    for (const reply of replies) {
      if (reply.to === "person" && reply.awaits !== undefined) await this.#asking.awaitWords(reply.awaits);
    }
  }

  /** Somebody writes directly who is not known: they may be in chats of several cells, and are asked; or in none. */
  #unknown({ command, word, raw }: Filling): Refused {
    const { between } = this.#at;
    if (between === undefined) return new Refused(this.#notKnown);
    const rows = between.map(({ chat, cell }): readonly Button[] => [
      {
        label: verbatim(cell.slice(0, 40)),
        action: {
          command: command.name,
          ...(word === undefined ? {} : { word }),
          options: raw,
          under: { from: chat.id },
        },
        press: "unseen",
      },
    ]);
    return new Refused(phrase("core-which-cell"), { blocks: [{ type: "buttons", rows }] });
  }

  /** What was typed in a group is taken away where the bot may; where not, it is said where to answer unseen. */
  async #takeAway(): Promise<void> {
    const { said, chat } = this.#inbound;
    if (said.type !== "text" || chat.kind !== "group") return;
    if (this.#here.capabilities.deletesOthers) {
      this.#here.speaker.deleteFrom(this.#here.asker(), said.messageId);
      await this.#outcome.deleted();
    }
    await this.#hintOnce();
  }

  /** What was answered in the chat, and not in the place of the waiting, leaves that to be ended. */
  async #endWaiting(): Promise<void> {
    if (this.#inbound.interaction?.seenBy === "person") await this.#here.answer(undefined, []);
  }

  /** Who asked for a card here is told if it cannot be shown. */
  #noteAsked(replies: readonly Reply[]): void {
    const { chat } = this.#at;
    const by = chat === undefined ? undefined : askedBy(this.#here.asker());
    if (chat === undefined || by === undefined) return;
    for (const reply of replies) {
      if (reply.to !== "card" || reply.chats?.includes(chat.id) === false) continue;
      this.#session.tx.tell(cardsAsked, { chatId: chat.id, kind: reply.kind, subject: reply.subject, by });
    }
  }

  /** Where what is typed in a group is seen by all, each chat is told once where to answer unseen. */
  async #hintOnce(): Promise<void> {
    const { chat } = this.#at;
    if (chat === undefined || this.#here.capabilities.unseen === "always") return;
    if (!(await new Facts(this.#session).once(`hint:unseen:${chat.id}`))) return;
    const link: Block = { type: "link", label: phrase("core-answer-directly"), to: "direct" };
    const blocks: Block[] = [{ type: "paragraph", content: phrase("core-typed-is-seen") }, link];
    const here = { chatId: chat.id, place: placeOf(this.#inbound) };
    await this.#here.speaker.toChats([chat.id], { blocks }, { here });
  }

  /** Says hello to somebody who writes directly without a command. */
  async #greet(): Promise<void> {
    const { known, from, between } = this.#at;
    const content = (known ?? from ?? between) === undefined ? this.#notKnown : phrase("core-hello");
    await this.#here.answer({ answer: "private", fallback: "chat" }, [
      { to: "person", message: { blocks: [{ type: "paragraph", content }] } },
    ]);
  }

  /** Said to somebody who is known in no federation: where the platform tells in which groups they are, they are in none of ours. */
  get #notKnown(): Phrase {
    return this.#inbound.shares === undefined ? phrase("core-not-known") : phrase("core-in-no-group");
  }

  get #at() {
    return this.#here.at;
  }

  /** The message of ours that was answered. */
  get #replyTo(): string | undefined {
    const { said } = this.#inbound;
    return said.type === "text" ? said.replyTo : undefined;
  }

  get #inbound(): Inbound {
    return this.#here.inbound;
  }

  get #session(): Session {
    return this.#here.session;
  }
}

const without = (raw: Readonly<Record<string, string>>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).filter(([key]) => key !== name));
