/** What the bot or a person may do in a place, from what the gateway told: to name what is missing, and who runs a server. */
import { ChannelType, PermissionFlagsBits, type Client, type GuildBasedChannel } from "discord.js";

/** The names that Discord's settings show; not for people: an administrator looks for them there. */
const names = {
  view: [PermissionFlagsBits.ViewChannel, "View Channel"],
  send: [PermissionFlagsBits.SendMessages, "Send Messages"],
  thread: [PermissionFlagsBits.SendMessagesInThreads, "Send Messages in Threads"],
  attach: [PermissionFlagsBits.AttachFiles, "Attach Files"],
  manage: [PermissionFlagsBits.ManageMessages, "Manage Messages"],
} as const;

/** Which right a request needed. */
export type Need = "send" | "attach" | "manage";

const isThread = (channel: GuildBasedChannel): boolean =>
  [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread].includes(channel.type);

/** 'Send Messages in #depot-5': the rights that are missing for what was refused. */
export function missingRight(
  client: Client | undefined,
  channelId: string,
  needs: readonly Need[],
): string | undefined {
  const channel = client?.channels.cache.get(channelId);
  if (channel === undefined || channel.isDMBased()) return undefined;
  const me = channel.guild.members.me;
  const held = me === null ? undefined : channel.permissionsFor(me);
  const wanted = [names.view, ...needs.map((need) => names[need === "send" && isThread(channel) ? "thread" : need])];
  const missing = wanted.filter(([bit]) => held?.has(bit) === false);
  // Without an answer from the cache, what was wanted is what is missing.
  const named = (missing.length > 0 ? missing : wanted.slice(-1)).map(([, name]) => name).join(", ");
  const shown = isThread(channel) ? (channel.parent?.name ?? channel.name) : channel.name;
  return `${named} in #${shown}`;
}

/** Whether the bot may delete what others wrote in a channel, as far as the gateway has told. */
export function mayDelete(client: Client | undefined, channelId: string): boolean {
  const channel = client?.channels.cache.get(channelId);
  if (channel === undefined || channel.isDMBased()) return true;
  const me = channel.guild.members.me;
  return me === null || channel.permissionsFor(me).has(PermissionFlagsBits.ManageMessages);
}

/** Which of the rights that the bot needs in a channel it has, as the gateway told: another text when they change. */
export function heldRights(channel: GuildBasedChannel): string {
  const me = channel.guild.members.me;
  const held = me === null ? undefined : channel.permissionsFor(me);
  const needed = [names.view, names.send, names.thread, names.attach];
  return needed.map(([bit]) => (held?.has(bit) === true ? "1" : "0")).join("");
}

/** Whether the bot can write with these rights, in the channel or in its threads. */
export const canWrite = (held: string): boolean => /^1(?:1.|.1)/.test(held);

/** Whether somebody with these roles may manage the server: its owner, an administrator, or by Manage Server. */
export function managesServer(client: Client, guildId: string, userId: string, roles: readonly string[]): boolean {
  const guild = client.guilds.cache.get(guildId);
  if (guild === undefined) return false;
  if (guild.ownerId === userId) return true;
  return [guildId, ...roles].some(
    (id) => guild.roles.cache.get(id)?.permissions.has(PermissionFlagsBits.ManageGuild) === true,
  );
}
