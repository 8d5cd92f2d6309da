/** What the operator is told of Telegram: whether the token works, and whether the bot can write in a group. */
import type { Place } from "../../src/chat/adapter.ts";
import {
  ask,
  fields,
  unusable,
  type AccountFinding,
  type Asked,
  type Finding,
  type Invitation,
  type PlatformCheck,
} from "../../src/chat/check.ts";

export interface TelegramCheckOptions {
  readonly token: string;
  readonly apiRoot?: string;
  readonly webhook?: boolean;
}

export class TelegramCheck implements PlatformCheck {
  readonly #base: string;
  readonly #self: number;
  readonly #webhook: boolean;
  #me: Readonly<Record<string, unknown>> = {};

  constructor({ token, apiRoot = "https://api.telegram.org", webhook = false }: TelegramCheckOptions) {
    this.#base = `${apiRoot}/bot${token}`;
    this.#self = Number(token.split(":")[0]);
    this.#webhook = webhook;
  }

  #call(method: string, parameters: object = {}): Promise<Asked> {
    return ask(`${this.#base}/${method}`, { method: "POST", body: parameters });
  }

  async account(): Promise<AccountFinding> {
    const asked = await this.#call("getMe");
    const ahead = asked.aheadMs === undefined ? {} : { aheadMs: asked.aheadMs };
    if (asked.status === 401 || asked.status === 404) {
      const remedy = "Copy TELEGRAM_TOKEN again from @BotFather, or have a new one made there";
      return { finding: { ok: false, said: "Telegram does not take the token", remedy }, ...ahead };
    }
    if (asked.status !== 200) return { finding: unusable(asked, "Telegram"), ...ahead };
    const account = String(this.#self);
    this.#me = fields(asked.body["result"]);
    const { username } = this.#me;
    const trouble = this.#webhook ? await this.#webhookTrouble() : undefined;
    if (trouble !== undefined) return { finding: trouble, account, ...ahead };
    return { finding: { ok: true, said: `Telegram takes the token of @${String(username)}` }, account, ...ahead };
  }

  invitation(): Promise<Invitation> {
    const { username, can_join_groups: joins, can_read_all_group_messages: readsAll } = this.#me;
    const link = `https://t.me/${String(username)}`;
    return Promise.resolve({
      notes: [
        ...(joins === false ? ["It cannot be added to groups: write /setjoingroups to @BotFather, and Enable"] : []),
        ...(readsAll === true
          ? [
              "Privacy mode is off: Telegram brings it everything that is written in its groups, of which it needs nothing. Write /setprivacy to @BotFather, and Enable",
            ]
          : []),
      ],
      links: [
        { what: "into a group", address: `${link}?startgroup` },
        {
          what: "into a group, allowed to delete what was typed by mistake and to pin the overview",
          address: `${link}?startgroup&admin=delete_messages+pin_messages`,
        },
        { what: "to write to it directly", address: link },
      ],
    });
  }

  /** Whether Telegram had trouble to deliver within the last hour. Its sentence is not repeated: it may quote addresses. */
  async #webhookTrouble(): Promise<Finding | undefined> {
    const { last_error_date: at } = fields((await this.#call("getWebhookInfo")).body["result"]);
    if (typeof at !== "number" || Date.now() / 1000 - at > 3_600) return undefined;
    return {
      ok: false,
      said: "Telegram could not deliver to TELEGRAM_WEBHOOK_URL within the last hour",
      remedy: "See that the address leads to TELEGRAM_WEBHOOK_LISTEN, with a certificate that Telegram trusts",
    };
  }

  async chat({ id }: Place): Promise<Finding> {
    const asked = await this.#call("getChatMember", { chat_id: id, user_id: this.#self });
    if (asked.status === 400 || asked.status === 403) return gone;
    if (asked.status !== 200) return unusable(asked, "Telegram");
    const { status, can_send_messages: may } = fields(asked.body["result"]);
    if (status === "left" || status === "kicked") return gone;
    if (status === "restricted" && may === false) return silenced;
    if (status === "administrator" || status === "creator")
      return { ok: true, said: "the bot is an administrator there" };
    const chat = await this.#call("getChat", { chat_id: id });
    if (fields(fields(chat.body["result"])["permissions"])["can_send_messages"] === false) return silenced;
    return { ok: true, said: "the bot can write there" };
  }
}

const gone: Finding = {
  ok: false,
  said: "the bot is not in the group",
  remedy: "Add it to the group again, or take the chat off its cell there",
};
const silenced: Finding = {
  ok: false,
  said: "the bot may not write there",
  remedy: "In the group's settings under Permissions allow members to send messages, or make the bot an administrator",
};
