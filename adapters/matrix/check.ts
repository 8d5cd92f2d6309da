/** What the operator is told of Matrix: whether the log-in works, and whether the bot can write in a room. */
import type { AdapterHost, Place } from "../../src/chat/adapter.ts";
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
import { Sessions } from "./account.ts";
import type { MatrixOptions } from "./adapter.ts";

export interface MatrixCheckOptions {
  readonly homeserver: string;
  readonly login: MatrixOptions["login"];
  /** Only read: the log-in that the bot has made. */
  readonly facts: Pick<AdapterHost["facts"], "get">;
}

export class MatrixCheck implements PlatformCheck {
  readonly #options: MatrixCheckOptions;
  readonly #base: string;
  #token = "";
  #self = "";

  constructor(options: MatrixCheckOptions) {
    this.#options = options;
    this.#base = options.homeserver.replace(/\/+$/u, "");
  }

  #get(path: string): Promise<Asked> {
    return ask(`${this.#base}/_matrix/client${path}`, { headers: { authorization: `Bearer ${this.#token}` } });
  }

  async account(): Promise<AccountFinding> {
    const asked = await this.#get("/versions");
    const ahead = asked.aheadMs === undefined ? {} : { aheadMs: asked.aheadMs };
    if (asked.status !== 200 || !Array.isArray(asked.body["versions"])) {
      const remedy = "See that MATRIX_HOMESERVER is the address of the homeserver itself, not of a web client";
      const finding: Finding =
        asked.status >= 200 && asked.status < 500 && asked.status !== 429
          ? { ok: false, said: "there is no homeserver at MATRIX_HOMESERVER", remedy }
          : unusable(asked, "The homeserver");
      return { finding, ...ahead };
    }
    const token = await this.#tokenInUse();
    if (token === undefined) return { finding: await this.#tryPassword(), ...ahead };
    this.#token = token;
    const who = await this.#get("/v3/account/whoami");
    if (who.status === 401 || who.status === 403) {
      const remedy = "Log the bot's account in anew and set MATRIX_ACCESS_TOKEN, or MATRIX_USER and MATRIX_PASSWORD";
      return { finding: { ok: false, said: "the homeserver does not take the token", remedy }, ...ahead };
    }
    if (who.status !== 200) return { finding: unusable(who, "The homeserver"), ...ahead };
    this.#self = String(who.body["user_id"]);
    const said = `the homeserver takes the token of ${this.#self}`;
    return { finding: { ok: true, said }, account: this.#self, ...ahead };
  }

  invitation(): Promise<Invitation> {
    return Promise.resolve({
      notes: [],
      links: [{ what: "to invite it to a room, or to write to it", address: `https://matrix.to/#/${this.#self}` }],
    });
  }

  /** The token that was given, or the one that the bot got for its password. */
  async #tokenInUse(): Promise<string | undefined> {
    const { login, facts } = this.#options;
    if ("accessToken" in login) return login.accessToken;
    // Not writing, it needs no `set`.
    const stored = { get: (key: string) => facts.get(key), set: () => Promise.resolve() };
    const session = await new Sessions(stored, this.#base, login.user).read();
    return session?.token === "" ? undefined : session?.token;
  }

  /** Before the first start there is no token: the password is tried, and the log-in ended at once. */
  async #tryPassword(): Promise<Finding> {
    const { login } = this.#options;
    if (!("password" in login)) return { ok: false, said: "there is no token", remedy: "Set MATRIX_ACCESS_TOKEN" };
    const asked = await ask(`${this.#base}/_matrix/client/v3/login`, {
      method: "POST",
      body: {
        type: "m.login.password",
        identifier: { type: "m.id.user", user: login.user },
        password: login.password,
        initial_device_display_name: "Steward doctor",
      },
    });
    const token = asked.body["access_token"];
    if (asked.status !== 200 || typeof token !== "string") {
      if (asked.status === 0 || asked.status === 429 || asked.status >= 500) return unusable(asked, "The homeserver");
      const remedy = "See that MATRIX_USER and MATRIX_PASSWORD are right, and that the account is not locked";
      return { ok: false, said: "the homeserver does not take the password", remedy };
    }
    this.#self = String(asked.body["user_id"] ?? login.user);
    const headers = { authorization: `Bearer ${token}` };
    await ask(`${this.#base}/_matrix/client/v3/logout`, { method: "POST", headers, body: {} });
    return { ok: true, said: `the homeserver takes the password of ${login.user}` };
  }

  async chat({ id }: Place): Promise<Finding> {
    if (this.#token === "") return { ok: true, said: "not looked at: the bot has not logged in yet" };
    const path = `/v3/rooms/${encodeURIComponent(id)}/state`;
    const levels = await this.#get(`${path}/m.room.power_levels/`);
    if (levels.status === 403) return gone;
    if (levels.status !== 200 && levels.status !== 404) return unusable(levels, "The homeserver");
    const own = await this.#get(`${path}/m.room.member/${encodeURIComponent(this.#self)}`);
    if (own.body["membership"] !== "join") return gone;
    const encrypted = (await this.#get(`${path}/m.room.encryption/`)).status === 200;
    const type = encrypted ? "m.room.encrypted" : "m.room.message";
    const { users, events } = levels.body;
    const number = (...candidates: readonly unknown[]): number =>
      Number(candidates.find((one) => one !== undefined) ?? 0);
    const needed = number(fields(events)[type], levels.body["events_default"]);
    const mine = number(fields(users)[this.#self], levels.body["users_default"]);
    if (mine < needed) {
      const remedy = `In the room's settings under Roles give ${this.#self} a power level of ${String(needed)}, or let everybody send messages`;
      return { ok: false, said: "the bot may not write there", remedy };
    }
    return { ok: true, said: encrypted ? "the bot can write there, encrypted" : "the bot can write there" };
  }
}

const gone: Finding = {
  ok: false,
  said: "the bot is not in the room",
  remedy: "Invite it again, or take the room off its cell there",
};
