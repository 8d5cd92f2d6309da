/** People leave a chat; the bot is added to one, removed, allowed to write again; a chat goes on under another id. */
import type { PlatformUser, Said } from "../../chat/inbound.ts";
import { say } from "../../chat/message.ts";
import { Cells } from "../../store/cells.ts";
import { People } from "../../store/people/people.ts";
import { withRepositories } from "../../store/repositories.ts";
import { Started } from "../../store/started.ts";
import type { Here } from "./here.ts";

/** What happens to a chat, beside what is said there. */
export type Coming = Extract<Said, { readonly type: "left" | "bot-added" | "bot-removed" | "bot-allowed" | "moved" }>;

export class Comings {
  readonly #here: Here;

  constructor(here: Here) {
    this.#here = here;
  }

  async happen(said: Coming): Promise<void> {
    switch (said.type) {
      case "left":
        await this.#left(said.users);
        return;
      case "bot-added":
        await this.#added();
        return;
      case "bot-removed":
        await this.#removed();
        return;
      case "bot-allowed":
        await this.#allowed();
        return;
      case "moved":
        await this.#moved(said.to);
        return;
    }
  }

  async #left(users: readonly PlatformUser[]): Promise<void> {
    const { federation, chat } = this.#here.at;
    if (federation === undefined || chat === undefined) return;
    const { comingAndGoing } = withRepositories({}, this.#here.session, federation);
    for (const { id } of users) await comingAndGoing.leftChat(this.#here.inbound.platform, id, chat);
  }

  async #added(): Promise<void> {
    const { federation, chat } = this.#here.at;
    if (federation !== undefined && chat !== undefined) {
      await new Cells(this.#here.session, federation).setState(chat.id, "open");
      return;
    }
    await this.#here.answer(undefined, [{ to: "here", message: say("core-welcome") }]);
  }

  async #allowed(): Promise<void> {
    const { federation, chat } = this.#here.at;
    if (federation !== undefined && chat !== undefined)
      await new Cells(this.#here.session, federation).tryAgain(chat.id);
  }

  async #removed(): Promise<void> {
    const { federation, chat, known } = this.#here.at;
    if (this.#here.inbound.chat.kind === "direct") {
      await new Started(this.#here.session).remove(this.#here.account);
      if (federation !== undefined && known !== undefined) {
        await new People(this.#here.session, federation).setDirect(known.identity, undefined);
      }
      return;
    }
    if (federation === undefined || chat === undefined) return;
    await new Cells(this.#here.session, federation).setState(chat.id, "removed");
  }

  async #moved(to: string): Promise<void> {
    const { federation, chat } = this.#here.at;
    if (federation !== undefined && chat !== undefined) await new Cells(this.#here.session, federation).move(chat, to);
  }
}
