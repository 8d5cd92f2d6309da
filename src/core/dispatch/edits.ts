/**
 * Messages that are edited after they were sent. The last wording counts: a typo is mended as long as nothing was done. What
 * was worked on stays so, and that is said once. What came of a message is noted in the inbox, under keys where its edits
 * find it.
 */
import type { Edited, Inbound } from "../../chat/inbound.ts";
import { phrase, type Phrase } from "../../chat/phrase.ts";
import type { Inbox } from "../../store/inbox.ts";
import type { Question } from "../questions.ts";
import type { Here } from "./here.ts";

/**
 * How long a message can be mended by editing it, in milliseconds: two days, as long as Telegram lets people edit. The
 * inbox keeps longer what was worked on.
 */
const mendable = 2 * 24 * 60 * 60 * 1000;

/** What is to be done about another wording. */
export interface Verdict {
  /** It is to be read like a message. */
  readonly read: boolean;
  /** What is to be said instead. */
  readonly say?: Phrase;
  /** A message that is to be taken away, as the first wording was. */
  readonly takeAway?: string;
}

/**
 * Notes an event in the inbox, with every wording that it stands for.
 * @returns `again` if it was noted before; `edit` if it is another wording of what was noted before; else `new`, also
 * for an edit whose first wording has not come
 */
export async function noteEvent(inbox: Inbox, { platform, account, eventId, said }: Inbound) {
  if (!(await inbox.record(platform, account, eventId))) return "again";
  if (said.type !== "text") return "new";
  for (const edit of said.edits ?? []) await inbox.record(platform, account, edit);
  if (said.edited === undefined) return "new";
  const { original } = said.edited;
  return original !== undefined && (await inbox.record(platform, account, original)) ? "new" : "edit";
}

/** What came of one message. */
export class Outcome {
  readonly #here: Pick<Here, "inbox" | "session" | "inbound">;

  constructor(here: Pick<Here, "inbox" | "session" | "inbound">) {
    this.#here = here;
  }

  /** A command was carried out. */
  async worked(text: string): Promise<void> {
    await this.#note("worked");
    await this.#note(`wording ${text.trim()}`);
  }

  /** The message was taken away. */
  async deleted(): Promise<void> {
    await this.#note("deleted");
  }

  /** It was the answer to a question. */
  async answered(question: Question): Promise<void> {
    await this.#note("answer");
    await this.#note(answerTo(question));
  }

  /** Whether what was edited has answered the same question before. */
  async mendsAnswer(question: Question): Promise<boolean> {
    const { said } = this.#here.inbound;
    if (said.type !== "text" || said.edited === undefined) return false;
    return this.#knows(answerTo(question));
  }

  /**
   * Of a new wording. Talk that becomes other talk is nobody's business.
   * @param command whether it reads as a command now
   * @param known whether an earlier wording was noted
   */
  async verdict(text: string, { writtenAt, messageId }: Edited, command: Reads, known: boolean): Promise<Verdict> {
    if (await this.#knows("worked")) {
      // Platforms call it an edit, too, when something else than the words has changed.
      if (await this.#knows(`wording ${text.trim()}`)) return { read: false };
      const gone = messageId !== undefined && (await this.#knows("deleted"));
      const first = await this.#note("told");
      return {
        read: false,
        ...(gone ? { takeAway: messageId } : {}),
        ...(first ? { say: phrase("core-edited") } : {}),
      };
    }
    if (this.#here.session.now - writtenAt > mendable) {
      return { read: false, ...(command === "command" ? { say: phrase("core-edited-late") } : {}) };
    }
    return { read: !known || command !== "talk" || (await this.#knows("answer")) };
  }

  #note(of: Of): Promise<boolean> {
    return this.#here.inbox.record(...this.#key(of));
  }

  #knows(of: Of): Promise<boolean> {
    return this.#here.inbox.knows(...this.#key(of));
  }

  #key(of: Of): [string, string, string] {
    const { platform, account, chat, said } = this.#here.inbound;
    const message = "messageId" in said ? (said.messageId ?? "") : "";
    return [platform, account, `${of} ${chat.id} ${message}`];
  }
}

/** How a text reads: a command of ours, nearly one or another bot's, or no command. */
export type Reads = "command" | "unknown" | "talk";

type Of = "worked" | "answer" | `answer ${string}` | "deleted" | "told" | `wording ${string}`;

/** What is noted of an answer: what was asked, whichever message asked it. */
const answerTo = ({ command, word = "", missing }: Question) => `answer ${command} ${word} ${missing}` as const;
