/**
 * Questions of commands: how an option is asked for, what answers it, and how it ends (docs/rules.md, "Questions"). What waits is
 * kept by `questions.ts`.
 */
import type { OptionKind } from "../../chat/description.ts";
import { say, type Action, type Block, type Button, type Under } from "../../chat/message.ts";
import { phrase, type Phrase } from "../../chat/phrase.ts";
import { Refused, type AnyUsage, type Awaits, type Command, type Refusal, type Several } from "../command.ts";
import type { Context } from "../context.ts";
import type { Doubt } from "../flags.ts";
import { toldApart } from "../options/which.ts";
import { findCommand, findUsage, type Invocation } from "../parse.ts";
import { wordsKey } from "../speak/asker.ts";
import type { Outcome } from "./edits.ts";
import type { Here } from "./here.ts";
import { answered, isJustThat, isPutTo, questionId, questionLife, Questions, type Question } from "../questions.ts";

/** As many choices as a question offers as buttons; who does not see theirs types it. */
const mostChoices = 12;

/** A command of which the options are being filled in. */
export interface Filling extends Invocation {
  /** It was begun without any option: it asks for those too that may be left out. */
  readonly guided?: boolean;
  /** The option that it cannot do without after all. */
  readonly needed?: string;
}

/** What became of words that may answer a question. */
export type Answer =
  /** They are talk. */
  | "talk"
  /** What they answer is over: that is to be said. */
  | "gone"
  | Filling;

/** What is asked of one account in one place. */
export class Asking {
  readonly #here: Here;
  readonly #commands: readonly Command[];
  readonly #outcome: Outcome;
  readonly #questions: Questions;

  constructor(here: Here, commands: readonly Command[], outcome: Outcome) {
    this.#here = here;
    this.#commands = commands;
    this.#outcome = outcome;
    this.#questions = new Questions(here.session);
  }

  /**
   * What was written may be the answer to a question of ours. `marked`: it stood behind `!`, so that it is meant for us.
   */
  async answer(text: string, marked = false): Promise<Answer> {
    const { said, chat } = this.#here.inbound;
    const questions = this.#questions;
    const repliedTo = said.type === "text" ? said.replyTo : undefined;
    const noted =
      said.type === "answer"
        ? said.ask
        : repliedTo === undefined
          ? undefined
          : await questions.askedBy(this.#here.place, repliedTo);
    const key = this.#promptKey();
    const group = chat.kind === "group";
    const waiting = await this.#question(key);
    // Which message asked is noted a moment after the platform has it: a reply as quick as that is the answer.
    const early = repliedTo !== undefined && noted === undefined && waiting !== undefined && waiting.late <= 0;
    // What was not understood was asked anew: once mended it answers that, whichever message it replied to.
    const mends = waiting !== undefined && (await this.#outcome.mendsAnswer(waiting.asked));
    const named = mends || (early && !(await questions.isNoted(waiting.asked.id))) ? waiting.asked.id : noted;
    // What replies to something else that we have said, or to what was asked of somebody else, is no answer.
    if (group && repliedTo !== undefined && (named === undefined || !isPutTo(named, this.#here.owner))) return "talk";
    if (waiting === undefined || (named !== undefined && waiting.asked.id !== named)) {
      if (named === undefined) return "talk";
      if (!group || repliedTo === undefined) throw new Refused(phrase("core-question-gone"));
      await questions.told(this.#here.place, repliedTo);
      return "gone";
    }
    const { asked, late } = waiting;
    const filling = this.#filling(asked);
    if (filling === undefined) return "talk";
    if (group && this.#here.capabilities.ask === "reply" && named === undefined && !marked) {
      const option = filling.usage.options?.[asked.missing];
      if (late > 0 || option === undefined || !(await isJustThat(option, text, this.#here.context(false))))
        return "talk";
    }
    if (late > 0) {
      if (repliedTo !== undefined) await questions.told(this.#here.place, repliedTo);
      // Who just talks in a group, hours later, is left alone.
      const left = group && named === undefined && !marked && late > questionLife;
      // Not thrown: what is refused is undone, and then it would be said again and again.
      await questions.end(key);
      if (left) return "talk";
      return "gone";
    }
    await questions.end(...this.#keys);
    if (said.type === "text") await this.#outcome.answered(asked);
    return { ...filling, raw: answered(asked, text) };
  }

  /** "cancel" ends what waits here, and says so. False where nothing waits. */
  async cancel(): Promise<boolean> {
    const keys = this.#keys;
    const questions = this.#questions;
    let waits = false;
    for (const key of keys) {
      const found = await questions.find(key);
      waits ||= found !== undefined && found.expiresAt > this.#here.session.now;
    }
    if (!waits) return false;
    await questions.end(...keys);
    await this.#here.answer({ answer: "private", fallback: "chat" }, [
      { to: "person", message: say("core-cancelled") },
    ]);
    return true;
  }

  /** What was written directly is the answer to a question that has buttons, and the last that was asked there. */
  async written(text: string): Promise<Filling | "number" | "talk"> {
    if (this.#here.inbound.chat.kind !== "direct") return "talk";
    const found = await this.#questions.find(this.#wordsKey);
    if (found === undefined || found.expiresAt <= this.#here.session.now) return "talk";
    // Where buttons are numbers, a number is one of them, and no words.
    if (this.#here.capabilities.buttons === "none" && /^\d{1,2}$/u.test(text)) return "number";
    const waiting = await this.#question(this.#wordsKey);
    const filling = waiting === undefined ? undefined : this.#filling(waiting.asked);
    if (waiting === undefined || filling === undefined) return "talk";
    await this.#questions.end(this.#wordsKey);
    return { ...filling, raw: answered(waiting.asked, text) };
  }

  /**
   * A button under a question was pressed. The question waits no longer: what the person says next is talk, and a
   * second press no second answer. Late is not too late, since a press says which question it answers.
   */
  async pressed({ command, word, raw }: Invocation, { answers, guided, needed }: Under): Promise<void> {
    const found = await this.#questions.find(this.#promptKey());
    const ours = found !== undefined && found.federationId === this.#here.at.federation?.id;
    const state = ours ? found.read(this.#here.sealerOf(found.federationId)) : undefined;
    // An earlier question of the same round may be answered anew, one of a round before may not.
    const sameRound =
      state?.command === command.name &&
      state.word === word &&
      (guided === undefined || state.guided === guided) &&
      (needed === undefined || state.needed === needed) &&
      Object.entries(raw).every(([name, value]) => name === answers || state.raw[name] === value);
    if (!sameRound) throw new Refused(phrase("core-question-answered"));
    await this.end();
  }

  /** One tap among many words ends nothing: it is asked once more. Who types the word has meant it. */
  async askSure({ command, word, usage }: Invocation): Promise<void> {
    const yes = {
      label: phrase("core-sure-yes"),
      action: { command: command.name, ...(word === undefined ? {} : { word }) },
      press: "seen" as const,
    };
    const blocks: Block[] = [
      { type: "paragraph", content: phrase("core-sure", { about: { id: usage.about } }) },
      { type: "buttons", rows: [[yes]] },
    ];
    const to = usage.answer === "private" ? "person" : "here";
    await this.#here.answer({ answer: usage.answer, fallback: usage.fallback ?? "chat" }, [
      { to, message: { blocks } },
    ]);
  }

  /** Asks for an option, naming the choices where there are any; what was given so far is kept. */
  async ask(
    { command, word, usage, raw, guided, needed }: Filling,
    name: string,
    context: Context,
    refused: Refusal | undefined,
  ): Promise<void> {
    const option = usage.options?.[name];
    if (option === undefined) return;
    const why = refused?.refusal;
    const choices = toldApart(refused?.choices ?? (await option.type.choices?.(context, "")) ?? []);
    if (ofThings.has(option.type.kind) && choices.length === 0 && why !== undefined) throw new Refused(why);
    if (option.type.none !== undefined && choices.length === 0) throw new Refused(why ?? option.type.none);
    const action = (value: string): Action => ({
      command: command.name,
      ...(word === undefined ? {} : { word }),
      options: { ...raw, [name]: value },
      under: {
        answers: name,
        ...(guided === true ? { guided } : {}),
        ...(needed === undefined ? {} : { needed }),
      },
    });
    const blocks: Block[] = [];
    if (why !== undefined) blocks.push({ type: "paragraph", content: why });
    const skippable = !option.required && option.guided === true;
    const { ask, buttons, prefixes } = this.#here.capabilities;
    // A question to be answered in words says itself; a form has it on its button only, a reply apart from other buttons.
    const saysItself = choices.length === 0 && ask !== "form" && !(ask === "reply" && skippable && buttons !== "none");
    if (!saysItself) blocks.push({ type: "paragraph", content: phrase(option.ask), style: "strong" });
    if (choices.length > 0) {
      const most = (buttons === "none" ? undefined : buttons.menu) ?? mostChoices;
      const rows = choices.slice(0, most).map((choice) => [
        {
          label: choice.label,
          action: action(choice.value),
          press: usage.answer === "private" ? ("unseen" as const) : ("seen" as const),
        },
      ]);
      blocks.push({
        type: "buttons",
        rows: option.type.words === undefined ? rows : [rows.flat()],
        menu: phrase(option.ask),
      });
      // The choices are a help. What is not among them is written: in a form, or, in a Telegram group, as a reply.
      if (inWords.has(option.type.kind)) {
        if (ask === "form") blocks.push({ type: "ask", label: phrase("core-something-else") });
        else if (ask === "reply" && this.#here.inbound.chat.kind === "group") {
          blocks.push({ type: "paragraph", content: phrase("core-or-reply"), style: "quiet" });
        }
      }
    } else blocks.push({ type: "ask", label: phrase(option.ask) });
    if (skippable) {
      const skip = { label: phrase("core-skip"), action: action(""), press: "seen" as const };
      blocks.push({ type: "buttons", rows: [[skip]] });
    }
    // Where all talk reaches the bot, a reply is nothing that a client opens by itself.
    const onlyWords = choices.length === 0 && option.type.kind === "text";
    if (onlyWords && ask === "reply" && prefixes.includes("!") && this.#here.inbound.chat.kind === "group") {
      blocks.push({ type: "paragraph", content: phrase("core-how-to-answer"), style: "quiet" });
    }
    const dash = !option.required && needed !== name;
    if (dash && !skippable && option.hidden !== true && choices.length === 0) {
      blocks.push({ type: "paragraph", content: phrase("core-dash"), style: "quiet" });
    }

    const alone = usage.answer === "private";
    const id = questionId(this.#here.session.newId(), this.#here.owner);
    await this.#here.answer({ answer: usage.answer, fallback: usage.fallback ?? "chat" }, [
      { to: alone ? "person" : "here", message: { blocks, question: id } },
    ]);
    const toldAt = this.#here.speaker.toldAt;
    if (toldAt === "direct") await this.#questions.end(this.#wordsKey);
    const state: Question = {
      id,
      command: command.name,
      word,
      raw,
      missing: name,
      dash,
      ...(guided === true ? { guided } : {}),
      ...(needed === undefined ? {} : { needed }),
    };
    await this.#questions.put(
      this.#promptKey(alone ? toldAt : "here"),
      this.#here.at.federation?.id,
      state,
      this.#here.sealer,
    );
  }

  /**
   * A command may be about several things: the buttons run it as it was given, with one of them. It is refused until then,
   * and nothing waits for an answer.
   */
  which(
    { command, word, usage, raw }: Filling,
    values: Values,
    context: Context,
    { option, choices, lines, meant }: Several,
  ): Refused {
    const given = { ...asMeant(usage, raw, values, context), ...meant };
    const { buttons } = this.#here.capabilities;
    const most = (buttons === "none" ? undefined : buttons.menu) ?? mostChoices;
    const asked = usage.options?.[option];
    if (asked === undefined) throw new Error(`/${command.name} ${word ?? ""} cannot be asked for ${option}`);
    const question = phrase(asked.ask);
    // What may be said in the chat may be chosen there.
    const unseen = usage.answer === "private" && usage.fallback === "notice";
    const rows = toldApart(choices.slice(-most)).map(({ value, label }) => [
      {
        label,
        action: {
          command: command.name,
          ...(word === undefined ? {} : { word }),
          options: { ...given, [option]: value },
        },
        press: unseen ? ("unseen" as const) : ("seen" as const),
      },
    ]);
    const list: Block[] = lines.length === 0 ? [] : [{ type: "list", items: lines }];
    return new Refused(question, { blocks: [...list, { type: "buttons", rows, menu: question }] });
  }

  /** A word may be a flag, or one of a text: which is meant is asked, and nothing is done until then. */
  flagOrText(
    { command, word, usage, raw }: Filling,
    values: Values,
    context: Context,
    { option, word: typed, asFlag, asText }: Doubt,
  ): Refused {
    const given = asMeant(usage, raw, values, context);
    const button = (label: Phrase, options: Readonly<Record<string, string>>): Button => ({
      label,
      action: {
        command: command.name,
        ...(word === undefined ? {} : { word }),
        options: { ...given, ...options },
        under: { once: true },
      },
      press: usage.answer === "private" ? "unseen" : "seen",
    });
    const rows = [[button(phrase("core-sure-yes"), asFlag)], [button(phrase("core-part-of-text"), asText)]];
    return new Refused(phrase(option.ask), {
      blocks: [
        { type: "paragraph", content: phrase("core-flag-or-text", { word: typed.slice(0, 40) }), style: "quiet" },
        { type: "buttons", rows },
      ],
    });
  }

  /** Words may answer what was just said, if it was said in the direct chat. */
  async awaitWords({ action, option, until }: Awaits): Promise<void> {
    if (this.#here.inbound.chat.kind !== "direct" && this.#here.speaker.toldAt !== "direct") return;
    const { command, word, options: raw = {} } = action;
    const state: Question = { id: this.#here.session.newId(), command, word, raw, missing: option, dash: true };
    await this.#questions.putUntil(this.#wordsKey, this.#here.at.federation?.id, state, until, this.#here.sealer);
  }

  /** What may wait for who speaks in this place: a question, and in the direct chat words for one that has buttons. */
  get #keys(): readonly string[] {
    return this.#here.inbound.chat.kind === "direct" ? [this.#promptKey(), this.#wordsKey] : [this.#promptKey()];
  }

  /** Nothing waits here any more. */
  async end(): Promise<void> {
    await this.#questions.end(...this.#keys);
  }

  /** The command that asks, as far as it was filled in; nothing if it is no more. */
  #filling({ command: name, word, raw, guided, needed }: Question): Filling | undefined {
    const command = findCommand(this.#commands, name);
    const usage = findUsage(command, word);
    if (command === undefined || usage === undefined) return undefined;
    return {
      command,
      word,
      usage,
      raw,
      ...(guided === undefined ? {} : { guided }),
      ...(needed === undefined ? {} : { needed }),
    };
  }

  /** The question that waits here for who speaks, if it is one that we can still ask; its sealed state was read. */
  async #question(key: string): Promise<{ readonly asked: Question; readonly late: number } | undefined> {
    const found = await this.#questions.find(key);
    if (found === undefined) return undefined;
    if (found.federationId !== undefined && !(await this.#here.goTo(found.federationId))) return undefined;
    return {
      asked: found.read(this.#here.sealerOf(found.federationId)),
      late: this.#here.session.now - found.expiresAt,
    };
  }

  /** A question waits where it is read: in the group, or in the person's direct chat, whichever id that has. */
  #promptKey(at: "here" | "direct" = "here"): string {
    const { platform, account, chat, sender } = this.#here.inbound;
    const place = at === "direct" || chat.kind === "direct" ? "direct" : `group ${chat.id}`;
    return this.#here.session.keyring.lookup("prompt", platform, account, place, sender.id);
  }

  get #wordsKey(): string {
    const { platform, account, sender } = this.#here.inbound;
    return wordsKey(this.#here.session, { platform, account, userId: sender.id });
  }
}

/** The values of a command's options by name. */
type Values = Readonly<Record<string, unknown>>;

/** What was given for the options, so that it means the same when it is read again. */
const asMeant = (
  usage: AnyUsage,
  raw: Readonly<Record<string, string>>,
  values: Values,
  context: Context,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(raw).map(([name, typed]) => {
      const type = usage.options?.[name]?.type;
      return [
        name,
        type?.write === undefined || values[name] === undefined ? typed : type.write(values[name], context),
      ];
    }),
  );

/** Where there is no thing of the kind, there is nothing to ask for. */
const ofThings: ReadonlySet<OptionKind> = new Set(["drive", "role", "action", "gathering"]);

/** Kinds whose choices are suggestions: people may as well write something else. */
const inWords: ReadonlySet<OptionKind> = new Set([
  "text",
  "moment",
  "time",
  "recurrence",
  "zone",
  "goal",
  "integer",
  "duration",
  "cells",
  "sectors",
]);
