/** What the operator is told of Discord: whether the token works, and which right is missing in a channel. */
import { PermissionFlagsBits } from "discord.js";
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

export interface DiscordCheckOptions {
  readonly token: string;
  readonly api?: string;
}

/** What the bot needs in a channel; the names are those of Discord's settings. */
const channelRights = [
  [PermissionFlagsBits.ViewChannel, "View Channel"],
  [PermissionFlagsBits.SendMessages, "Send Messages"],
  [PermissionFlagsBits.AttachFiles, "Attach Files"],
] as const;
const threadRights = [
  [PermissionFlagsBits.ViewChannel, "View Channel"],
  [PermissionFlagsBits.SendMessagesInThreads, "Send Messages in Threads"],
  [PermissionFlagsBits.AttachFiles, "Attach Files"],
] as const;
/** What an invitation asks for: those, and to pin the overview of roles. */
const invited = [...channelRights, ...threadRights, [PermissionFlagsBits.PinMessages, "Pin Messages"] as const].reduce(
  (sum, [bit]) => sum | bit,
  0n,
);
/** Types of channels that are threads (Discord, "Channel Types"). */
const threads = [10, 11, 12];

export class DiscordCheck implements PlatformCheck {
  readonly #base: string;
  readonly #token: string;
  #self = "";

  constructor({ token, api = "https://discord.com/api" }: DiscordCheckOptions) {
    this.#base = `${api}/v10`;
    this.#token = token;
  }

  #get(path: string): Promise<Asked> {
    return ask(`${this.#base}${path}`, { headers: { authorization: `Bot ${this.#token}` } });
  }

  async account(): Promise<AccountFinding> {
    const asked = await this.#get("/users/@me");
    const ahead = asked.aheadMs === undefined ? {} : { aheadMs: asked.aheadMs };
    if (asked.status === 401) {
      const remedy = "Have a new one made on discord.com/developers, page Bot, and put it in DISCORD_TOKEN";
      return { finding: { ok: false, said: "Discord does not take the token", remedy }, ...ahead };
    }
    if (asked.status !== 200) return { finding: unusable(asked, "Discord"), ...ahead };
    this.#self = String(asked.body["id"]);
    const said = `Discord takes the token of ${String(asked.body["username"])}`;
    return { finding: { ok: true, said }, account: this.#self, ...ahead };
  }

  async invitation(): Promise<Invitation> {
    const application = await this.#get("/applications/@me");
    const gateway = await this.#get("/gateway/bot");
    const { remaining, reset_after: resetMs } = fields(gateway.body["session_start_limit"]);
    const id = String(application.body["id"] ?? this.#self);
    return {
      notes: [
        ...(application.body["bot_require_code_grant"] === true
          ? [
              "It cannot be added to servers: on discord.com/developers, page Bot, switch off “Requires OAuth2 Code Grant”",
            ]
          : []),
        ...(application.body["bot_public"] === false
          ? ["Only you can add it to a server: for others, switch on “Public Bot” on the page Bot"]
          : []),
        ...(gateway.status === 200
          ? []
          : [`Discord's gateway, which brings it what happens: ${unusable(gateway, "it").said}`]),
        ...(remaining === 0
          ? [
              `Discord lets it connect again in ${String(Math.ceil(Number(resetMs) / 60_000))} minutes: it connected too often`,
            ]
          : []),
      ],
      links: [
        {
          what: "onto a server",
          address: `https://discord.com/oauth2/authorize?client_id=${id}&scope=bot+applications.commands&permissions=${String(invited)}`,
        },
      ],
    };
  }

  async chat({ id }: Place): Promise<Finding> {
    const asked = await this.#get(`/channels/${id}`);
    if (asked.status === 404) return gone;
    if (asked.status === 403) return lacks(["View Channel"]);
    if (asked.status !== 200) return unusable(asked, "Discord");
    const isThread = threads.includes(Number(asked.body["type"]));
    // A thread has the rights of its channel.
    const place = isThread ? await this.#get(`/channels/${String(asked.body["parent_id"])}`) : asked;
    const guild = await this.#get(`/guilds/${String(asked.body["guild_id"])}`);
    const member = await this.#get(`/guilds/${String(asked.body["guild_id"])}/members/${this.#self}`);
    const failed = [place, guild, member].find(({ status }) => status !== 200);
    if (failed !== undefined)
      return failed.status === 403 || failed.status === 404 ? gone : unusable(failed, "Discord");
    const held = rightsOf(this.#self, guild.body, member.body, place.body);
    const wanted = isThread ? threadRights : channelRights;
    const missing = wanted.filter(([bit]) => (held & bit) === 0n).map(([, name]) => name);
    return missing.length === 0 ? { ok: true, said: "the bot has every right that it needs there" } : lacks(missing);
  }
}

const gone: Finding = {
  ok: false,
  said: "the channel is gone, or the bot is not on its server",
  remedy: "Invite it again with the link in docs/operators.md, or take the chat off its cell there",
};
const lacks = (names: readonly string[]): Finding => ({
  ok: false,
  said: `the bot lacks ${names.join(", ")}`,
  remedy: "In the channel's settings under Permissions allow it to the bot's role",
});

type Json = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(fields) : []);
const bits = (value: unknown): bigint => BigInt(String(value ?? "0"));

/** Discord, "Permissions": roles of the server, then overwrites for everyone, for the roles, for the member. */
function rightsOf(self: string, guild: Json, member: Json, channel: Json): bigint {
  const guildId = String(guild["id"]);
  const roles = [guildId, ...(Array.isArray(member["roles"]) ? member["roles"].map(String) : [])];
  const all = (1n << 64n) - 1n;
  const base = list(guild["roles"])
    .filter(({ id }) => roles.includes(String(id)))
    .reduce((sum, { permissions }) => sum | bits(permissions), 0n);
  if (guild["owner_id"] === self || (base & PermissionFlagsBits.Administrator) !== 0n) return all;
  const overwrites = list(channel["permission_overwrites"]);
  const apply = (rights: bigint, ids: readonly string[]): bigint => {
    const own = overwrites.filter(({ id }) => ids.includes(String(id)));
    const deny = own.reduce((sum, one) => sum | bits(one["deny"]), 0n);
    const allow = own.reduce((sum, one) => sum | bits(one["allow"]), 0n);
    return (rights & ~deny) | allow;
  };
  return apply(apply(apply(base, [guildId]), roles.slice(1)), [self]);
}
