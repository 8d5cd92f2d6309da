/** Reads what Discord sends about people's doings. Only here is the shape of its events known. */
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  type APIUser,
} from "discord.js";
import type { CompletionRequest } from "../../src/chat/adapter.ts";
import type { CommandDescription, UsageDescription } from "../../src/chat/description.ts";
import type { InboundChat, PlatformUser, Said } from "../../src/chat/inbound.ts";
import { usageOf } from "./commands.ts";
import { askPrefix, menuPrefix, pressPrefix } from "./render.ts";

/** How an interaction was answered at first, and so how its answer is given. */
export type Deferral =
  /** 'Thinking', for one person or for all; the answer takes its place. */
  | "private"
  | "chat"
  /** Nothing is shown; the answer is a new message. */
  | "silent";

/** What the core keeps, sealed, as the interaction's token. */
export interface InteractionToken {
  readonly application: string;
  readonly token: string;
  readonly deferral: Deferral;
}

export const packToken = (token: InteractionToken): string => JSON.stringify(token);

export function unpackToken(packed: string): InteractionToken | undefined {
  try {
    const read: unknown = JSON.parse(packed);
    if (typeof read !== "object" || read === null) return undefined;
    const { application, token, deferral } = read as Partial<Record<keyof InteractionToken, unknown>>;
    if (typeof application !== "string" || typeof token !== "string") return undefined;
    if (deferral !== "private" && deferral !== "chat" && deferral !== "silent") return undefined;
    return { application, token, deferral };
  } catch {
    return undefined;
  }
}

/** A form: the only thing that is answered without the core, since it has to be the first response. */
export interface Form {
  readonly customId: string;
  readonly label: string;
  readonly placeholder: string | undefined;
}

/** What an interaction asks for. */
export type Asked =
  | { readonly type: "said"; readonly said: Said; readonly deferral: Deferral }
  | { readonly type: "form"; readonly form: Form }
  | { readonly type: "complete"; readonly request: CompletionRequest }
  /** A command, a button or a form that is not of this bot's making any more. */
  | { readonly type: "unknown" };

const threads: ReadonlySet<number> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/**
 * Whether it comes from a place that the bot was not added to: a group of direct messages, which is no direct chat, or a
 * server where somebody has it for themselves alone ("user install"; Discord, "Interaction Contexts", "Authorizing
 * Integration Owners"). Nothing can be counted there, nor answered unseen.
 */
export function isElsewhere({
  context,
  guild_id: guild,
  authorizing_integration_owners: owners,
}: APIInteraction): boolean {
  if (context === InteractionContextType.PrivateChannel) return true;
  const byPerson = owners[ApplicationIntegrationType.UserInstall] !== undefined;
  return guild !== undefined && byPerson && owners[ApplicationIntegrationType.GuildInstall] === undefined;
}

/** Where it happened. A thread belongs to its channel, so what is bound to the channel holds in it. */
export function chatOf(interaction: APIInteraction): InboundChat | undefined {
  const { channel } = interaction;
  if (channel === undefined) return undefined;
  if (interaction.guild_id === undefined) return { id: channel.id, kind: "direct" };
  const parent = threads.has(channel.type) && "parent_id" in channel ? channel.parent_id : undefined;
  return typeof parent === "string"
    ? { id: parent, kind: "group", thread: channel.id }
    : { id: channel.id, kind: "group", ...(typeof channel.name === "string" ? { title: channel.name } : {}) };
}

export const userOf = (user: APIUser, nick?: string | null, locale?: string): PlatformUser => ({
  id: user.id,
  name: nick ?? user.global_name ?? user.username,
  username: user.username,
  ...(locale === undefined ? {} : { language: locale }),
});

export function senderOf(interaction: APIInteraction): PlatformUser | undefined {
  const locale = "locale" in interaction ? interaction.locale : undefined;
  if (interaction.member !== undefined) return userOf(interaction.member.user, interaction.member.nick, locale);
  return interaction.user === undefined ? undefined : userOf(interaction.user, undefined, locale);
}

/** Reads an interaction against the commands that the bot has. The types of `APIInteraction` decide by number. */
export function read(interaction: APIInteraction, commands: readonly CommandDescription[]): Asked {
  switch (interaction.type) {
    case 2:
      return "options" in interaction.data || interaction.data.type === 1
        ? command(interaction as APIChatInputApplicationCommandInteraction, commands)
        : { type: "unknown" };
    case 3:
      return press(interaction);
    case 4:
      return completion(interaction.data, commands);
    case 5:
      return submission(interaction);
    default:
      return { type: "unknown" };
  }
}

interface Chosen {
  readonly word: string | undefined;
  readonly usage: UsageDescription;
  readonly options: readonly APIApplicationCommandInteractionDataBasicOption[];
}

/** Which usage was chosen: subcommands come as an option that holds the options. */
function chosen(
  data: { readonly name: string; readonly options?: readonly APIApplicationCommandInteractionDataOption[] },
  commands: readonly CommandDescription[],
): Chosen | undefined {
  const description = commands.find(({ name }) => name === data.name);
  if (description === undefined) return undefined;
  const given = data.options ?? [];
  const [first] = given;
  if (first?.type === ApplicationCommandOptionType.Subcommand) {
    const found = usageOf(description, first.name);
    return found === undefined ? undefined : { ...found, options: first.options ?? [] };
  }
  const found = usageOf(description, undefined);
  return found === undefined
    ? undefined
    : {
        ...found,
        options: given.filter((one): one is APIApplicationCommandInteractionDataBasicOption => "value" in one),
      };
}

function command(
  interaction: APIChatInputApplicationCommandInteraction,
  commands: readonly CommandDescription[],
): Asked {
  const { data } = interaction;
  const found = chosen(data, commands);
  // What was registered once and is gone now: the core says that the command has changed.
  if (found === undefined) {
    return { type: "said", said: { type: "command", name: data.name, word: "", options: {} }, deferral: "private" };
  }
  const options: Record<string, string> = {};
  const users: PlatformUser[] = [];
  for (const { name, type, value } of found.options) {
    if (type === ApplicationCommandOptionType.User) {
      const id = String(value);
      options[name] = `@${id}`;
      const user = data.resolved?.users?.[id];
      if (user !== undefined) users.push(userOf(user, data.resolved?.members?.[id]?.nick));
    } else if (type === ApplicationCommandOptionType.Boolean) options[name] = value ? "yes" : "no";
    else options[name] = String(value);
  }
  return {
    type: "said",
    said: {
      type: "command",
      name: data.name,
      ...(found.word === undefined ? {} : { word: found.word }),
      options,
      ...(users.length === 0 ? {} : { users }),
    },
    deferral: found.usage.answer,
  };
}

function press({ data, message }: APIMessageComponentInteraction): Asked {
  const { custom_id: id } = data;
  if (id.startsWith(menuPrefix)) {
    const [button] = data.component_type === ComponentType.StringSelect ? data.values : [];
    if (button === undefined) return { type: "unknown" };
    return { type: "said", said: { type: "press", button, messageId: message.id }, deferral: "silent" };
  }
  if (id.startsWith(pressPrefix)) {
    const said: Said = { type: "press", button: id.slice(pressPrefix.length), messageId: message.id };
    return { type: "said", said, deferral: "silent" };
  }
  if (!id.startsWith(askPrefix)) return { type: "unknown" };
  const [ask = "", ...rest] = id.slice(askPrefix.length).split(":");
  const placeholder = rest.join(":");
  const buttons = (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow ? row.components : [],
  );
  const button = buttons.find((one) => "custom_id" in one && one.custom_id === id);
  const label = button !== undefined && "label" in button ? button.label : undefined;
  return {
    type: "form",
    form: {
      customId: `${askPrefix}${ask}`,
      label: label ?? "…",
      placeholder: placeholder === "" ? undefined : placeholder,
    },
  };
}

function submission({ data }: APIModalSubmitInteraction): Asked {
  const ask = data.custom_id.startsWith(askPrefix) ? data.custom_id.slice(askPrefix.length) : undefined;
  // A text input stands in a label, or as older clients send it, in a row.
  const inputs = data.components.flatMap((one) =>
    "component" in one ? [one.component] : "components" in one ? one.components : [],
  );
  const text = inputs.flatMap((input) => (input.type === ComponentType.TextInput ? [input.value] : []))[0];
  if (ask === undefined || text === undefined) return { type: "unknown" };
  return { type: "said", said: { type: "answer", ask, text }, deferral: "silent" };
}

function completion(
  data: { readonly name: string; readonly options?: readonly APIApplicationCommandInteractionDataOption[] },
  commands: readonly CommandDescription[],
): Asked {
  const found = chosen(data, commands);
  const option = found?.options.find((one) => "focused" in one && one.focused === true);
  if (found === undefined || option === undefined) return { type: "unknown" };
  return {
    type: "complete",
    request: {
      command: data.name,
      ...(found.word === undefined ? {} : { word: found.word }),
      option: option.name,
      typed: String(option.value),
    },
  };
}
