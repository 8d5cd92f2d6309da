/** What an emulated Discord holds: users, servers ("guilds"), channels with their permissions, messages. */
import { randomBytes } from "node:crypto";

export type Json = Record<string, unknown>;

/** Permissions by the names that Discord's settings show; bits from "Permissions" in its documentation. */
export const permissions = {
  Administrator: 1n << 3n,
  "Manage Server": 1n << 5n,
  "View Channel": 1n << 10n,
  "Send Messages": 1n << 11n,
  "Manage Messages": 1n << 13n,
  "Embed Links": 1n << 14n,
  "Attach Files": 1n << 15n,
  "Read Message History": 1n << 16n,
  "Use Application Commands": 1n << 31n,
  "Send Messages in Threads": 1n << 38n,
  "Pin Messages": 1n << 51n,
} as const;
export type Permission = keyof typeof permissions;

const everything = Object.values(permissions).reduce((sum, bit) => sum | bit, 0n);
/** What everybody may do in a new server. */
export const ordinary: readonly Permission[] = [
  "View Channel",
  "Send Messages",
  "Embed Links",
  "Attach Files",
  "Read Message History",
  "Use Application Commands",
  "Send Messages in Threads",
];

const discordEpoch = 1_420_070_400_000n;
let increment = 0n;

/** An id as Discord makes them: time in its upper bits, so 17 to 19 digits. */
export function snowflake(at: number = Date.now()): string {
  increment = (increment + 1n) & 0xfffn;
  // Worker and process bits carry the overflow of the counter, so that many ids of one millisecond differ.
  return (((BigInt(at) - discordEpoch) << 22n) | (BigInt(randomBytes(1)[0] ?? 0) << 12n) | increment).toString();
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly globalName: string | undefined;
  readonly bot: boolean;
  /** Language of their client. */
  locale: string;
  /** Whether others, the bot among them, may write to them directly. */
  takesDirect: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
}

export interface GuildState {
  readonly id: string;
  readonly name: string;
  ownerId: string;
  readonly roles: Map<string, Role>;
  /** Roles of each member, by user id. */
  readonly members: Map<string, { nick: string | undefined; roles: string[] }>;
  readonly channels: Map<string, ChannelState>;
  /** When the bot was added; ISO 8601. */
  joinedAt: string;
}

export interface ChannelState {
  readonly id: string;
  /** 0 text, 1 direct, 11 thread. */
  readonly type: 0 | 1 | 11;
  name: string;
  readonly guild: GuildState | undefined;
  readonly parent: ChannelState | undefined;
  /** With whom, in a direct channel. */
  readonly recipient: string | undefined;
  /** What is allowed or denied here, by user or role id. */
  readonly overwrites: Map<string, { allow: bigint; deny: bigint }>;
  readonly messages: MessageState[];
  deleted: boolean;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string | undefined;
}

export interface MessageState {
  readonly id: string;
  readonly channel: ChannelState;
  readonly author: string;
  content: string;
  components: readonly Json[];
  embeds: readonly Json[];
  attachments: readonly Attachment[];
  flags: number;
  /** The only person who sees it. */
  readonly onlyFor: string | undefined;
  /** A deferred answer that has not come yet. */
  thinking: boolean;
  deleted: boolean;
  pinned: boolean;
  edits: number;
  /** Whom it pinged. */
  pinged: readonly string[];
  readonly at: number;
  readonly nonce: string | undefined;
}

/** What somebody may do in a server, or in one of its channels. */
export function permissionsOf(guild: GuildState, userId: string, channel?: ChannelState): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return everything;
  const everyone = guild.roles.get(guild.id)?.permissions ?? 0n;
  let sum = member.roles.reduce((bits, role) => bits | (guild.roles.get(role)?.permissions ?? 0n), everyone);
  if ((sum & permissions.Administrator) !== 0n) return everything;
  const place = channel?.type === 11 ? channel.parent : channel;
  if (place === undefined) return sum;
  const apply = (ids: readonly string[]) => {
    let allow = 0n;
    let deny = 0n;
    for (const id of ids) {
      allow |= place.overwrites.get(id)?.allow ?? 0n;
      deny |= place.overwrites.get(id)?.deny ?? 0n;
    }
    sum = (sum & ~deny) | allow;
  };
  apply([guild.id]);
  apply(member.roles);
  apply([userId]);
  return sum;
}

export const may = (bits: bigint, permission: Permission): boolean => (bits & permissions[permission]) !== 0n;

export const userJson = (user: User): Json => ({
  id: user.id,
  username: user.username,
  global_name: user.globalName ?? null,
  discriminator: "0",
  avatar: null,
  bot: user.bot,
  public_flags: 0,
});

export const memberJson = (guild: GuildState, user: User): Json => {
  const member = guild.members.get(user.id);
  return {
    user: userJson(user),
    nick: member?.nick ?? null,
    roles: member?.roles ?? [],
    joined_at: guild.joinedAt,
    deaf: false,
    mute: false,
    flags: 0,
    avatar: null,
  };
};

export const channelJson = (channel: ChannelState, users: ReadonlyMap<string, User>): Json => {
  const recipient = channel.recipient === undefined ? undefined : users.get(channel.recipient);
  return {
    id: channel.id,
    type: channel.type,
    ...(channel.guild === undefined
      ? { recipients: recipient === undefined ? [] : [userJson(recipient)] }
      : {
          guild_id: channel.guild.id,
          name: channel.name,
          position: 0,
          topic: null,
          nsfw: false,
          rate_limit_per_user: 0,
        }),
    parent_id: channel.parent?.id ?? null,
    last_message_id: null,
    flags: 0,
    permission_overwrites: [...channel.overwrites].map(([id, { allow, deny }]) => ({
      id,
      type: channel.guild?.roles.has(id) === true ? 0 : 1,
      allow: String(allow),
      deny: String(deny),
    })),
    ...(channel.type === 11
      ? {
          owner_id: "0",
          message_count: 0,
          member_count: 1,
          thread_metadata: {
            archived: false,
            auto_archive_duration: 1440,
            archive_timestamp: new Date(0).toISOString(),
            locked: false,
          },
        }
      : {}),
  };
};

export const guildJson = (guild: GuildState, users: ReadonlyMap<string, User>, botId: string): Json => {
  const bot = users.get(botId);
  const channels = [...guild.channels.values()];
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    vanity_url_code: null,
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    verification_level: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    preferred_locale: "en-US",
    system_channel_id: channels.find(({ type }) => type === 0)?.id ?? null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    features: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    joined_at: guild.joinedAt,
    premium_progress_bar_enabled: false,
    roles: [...guild.roles.values()].map((role, position) => ({
      id: role.id,
      name: role.name,
      permissions: String(role.permissions),
      position,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: false,
      flags: 0,
    })),
    channels: channels.filter(({ type }) => type === 0).map((channel) => channelJson(channel, users)),
    threads: channels.filter(({ type }) => type === 11).map((channel) => channelJson(channel, users)),
    members: bot === undefined ? [] : [memberJson(guild, bot)],
  };
};

export const messageJson = (message: MessageState, users: ReadonlyMap<string, User>): Json => {
  const author = users.get(message.author);
  return {
    id: message.id,
    channel_id: message.channel.id,
    author:
      author === undefined ? { id: message.author, username: "?", discriminator: "0", avatar: null } : userJson(author),
    content: message.content,
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.edits > 0 ? new Date(message.at).toISOString() : null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: message.attachments.map(({ id, filename, mediaType, bytes }) => ({
      id,
      filename,
      size: bytes.length,
      content_type: mediaType,
      url: `https://cdn.invalid/${id}`,
      proxy_url: `https://cdn.invalid/${id}`,
    })),
    embeds: message.embeds,
    components: message.components,
    pinned: message.pinned,
    type: 0,
    flags: message.flags | (message.onlyFor === undefined ? 0 : 64) | (message.thinking ? 128 : 0),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
  };
};
