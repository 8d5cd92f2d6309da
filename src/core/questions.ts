/**
 * Questions that wait for what a person writes. One for each person and place.
 *
 * States: asked -> answered (by a reply to it, by its button, in its form; in a direct chat by what is written next), or
 * ended (by another command there, by "cancel", by a newer question), or too late (ten minutes). Rules: docs/rules.md, "Questions".
 * A refused answer is undone, and the question stands as before; in a direct chat refused words end it.
 *
 * In a group the bot hears what is not meant for it. So there only a reply to the question answers it, or words behind `!`
 * where people write commands so; a choice, a number or a time also by itself. All other talk is left alone.
 */
import { Buttons, Prompts } from "../store/buttons.ts";
import type { Sealer } from "../store/sealing.ts";
import type { Session } from "../store/session.ts";
import type { Option } from "./command.ts";
import type { Context } from "./context.ts";
import { fold } from "./options/option.ts";
import { cleanText } from "../words/clean.ts";

/** How long a question waits for its answer, in milliseconds: ten minutes. */
export const questionLife = 10 * 60 * 1000;
/** A longer text is not the value of an option that anybody means (code points). */
const longestText = 4_000;
/** Talk that is longer is no choice, number or time that somebody just types (UTF-16 units). */
const longestValue = 80;

/** What waits for an answer. */
export interface Question {
  /** Tells this question from earlier ones of the same person in the same place. */
  readonly id: string;
  readonly command: string;
  readonly word: string | undefined;
  /** What was given so far, by option. */
  readonly raw: Readonly<Record<string, string>>;
  /** The option that is asked for. */
  readonly missing: string;
  /** A dash leaves it out. */
  readonly dash?: boolean;
  /** The command was begun without any option: it asks for those too that may be left out. */
  readonly guided?: boolean;
  /** The option that it cannot do without after all. */
  readonly needed?: string;
}

/** A question as it is kept: not read yet, for it is sealed by the federation that asks. */
export interface Waiting {
  readonly federationId: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  read(sealer: Sealer): Question;
}

export class Questions {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Asks; the earlier question under this key no longer waits. */
  async put(key: string, federationId: string | undefined, question: Question, sealer: Sealer): Promise<void> {
    await this.putUntil(key, federationId, question, this.#session.now + questionLife, sealer);
  }

  /** The same with an end of its own (milliseconds since 1970). */
  async putUntil(
    key: string,
    federationId: string | undefined,
    question: Question,
    until: number,
    sealer: Sealer,
  ): Promise<void> {
    await new Prompts(this.#session).put(key, federationId, JSON.stringify(question), until, sealer);
  }

  async find(key: string): Promise<Waiting | undefined> {
    const row = await new Prompts(this.#session).find(key);
    if (row === undefined) return undefined;
    const { federationId, expiresAt } = row;
    // We have written it ourselves, sealed: its shape is certain.
    return { federationId, expiresAt, read: (sealer) => JSON.parse(row.read(sealer)) as Question };
  }

  /** They wait no longer. */
  async end(...keys: readonly string[]): Promise<void> {
    await new Prompts(this.#session).remove(...keys);
  }

  /** Which question a message of the bot asked; nothing where it asked none. */
  async askedBy(place: string, messageId: string): Promise<string | undefined> {
    return new Buttons(this.#session).chosen(questionLookup(place, messageId), question);
  }

  /** Whether it is known which message asked it. */
  async isNoted(id: string): Promise<boolean> {
    return (await new Buttons(this.#session).chosen(notedLookup(this.#session, id), question)) !== undefined;
  }

  /** It was said that a message's question no longer waits: what replies to it now is talk. */
  async told(place: string, messageId: string): Promise<void> {
    await new Buttons(this.#session).forgetChoice(questionLookup(place, messageId));
  }
}

const question = "question";

/** The id of a question to an account (HMAC): it tells whom it was put to, and nobody who. */
export const questionId = (newId: string, owner: string): string => `${newId}.${owner.slice(0, 8)}`;

/** Whether a question was put to this account (HMAC). */
export const isPutTo = (id: string, owner: string): boolean => id.endsWith(`.${owner.slice(0, 8)}`);

/** Under which it is kept what a message asked. `place` is the HMAC of the place. */
const questionLookup = (place: string, messageId: string): string => `${place}:${messageId}:${question}`;

const notedLookup = ({ keyring }: Session, id: string): string => keyring.lookup("asked", id);

/** Notes which question a message asked, once the platform has given the message its id. */
export async function noteAsked(session: Session, place: string, messageId: string, id: string): Promise<void> {
  const buttons = new Buttons(session);
  await buttons.offer(questionLookup(place, messageId), { [question]: id });
  await buttons.offer(notedLookup(session, id), { [question]: id });
}

/** What was given before, with the answer. */
export function answered({ raw, missing, dash }: Question, text: string): Readonly<Record<string, string>> {
  const left = dash === true && /^[-‐–—−]$/u.test(text.trim());
  return { ...raw, [missing]: left ? "" : cleanText(text, { limit: longestText }) };
}

/**
 * Whether talk in a group is a value of the option and nothing else: one of its choices, a number, a time. Free text never
 * is: anything could be that.
 */
export async function isJustThat(option: Option<unknown>, said: string, context: Context): Promise<boolean> {
  const text = said.trim();
  if (text === "" || text.length > longestValue || /\n/u.test(text)) return false;
  const { type } = option;
  if (type.kind !== "text") return "value" in (await type.parse(text, context));
  const choices = (await type.choices?.(context, text)) ?? [];
  return choices.some(({ value, label }) => [value, context.plain(label)].some((one) => fold(one) === fold(text)));
}
