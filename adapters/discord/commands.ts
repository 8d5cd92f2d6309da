/**
 * Slash commands from the platform-neutral descriptions.
 *
 * A command with words becomes one with subcommands. Discord does not let such a command be used bare: where it has only
 * words, the list that Discord shows is the menu of them; where it has a bare form of its own as well, that form gets a
 * word of its own here, the first of `bareWords` that is free. No option is required: the core asks for what is missing,
 * in its own words and with its own choices.
 */
import { createHash } from "node:crypto";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { AdapterHost } from "../../src/chat/adapter.ts";
import type { CommandDescription, OptionDescription, UsageDescription } from "../../src/chat/description.ts";

export type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

const bareWords = ["open", "show", "menu", "start", "here"] as const;
const longestDescription = 100;
const mostOptions = 25;
const mostChoices = 25;

/** The word by which the bare form of a command is used on Discord; `undefined` where it needs none or there is none. */
export function bareWord({ bare, words }: CommandDescription): string | undefined {
  if (bare === undefined || words.length === 0) return undefined;
  return bareWords.find((word) => words.every(({ name }) => name !== word));
}

/** The usage that somebody chose, and its word as the core knows it. */
export function usageOf(
  description: CommandDescription,
  word: string | undefined,
): { readonly usage: UsageDescription; readonly word: string | undefined } | undefined {
  const named = description.words.find(({ name }) => name === word);
  if (named !== undefined) return { usage: named, word };
  const { bare } = description;
  if (bare === undefined || word !== bareWord(description)) return undefined;
  return { usage: bare, word: undefined };
}

type Texts = Pick<AdapterHost, "languages" | "text">;

/** All commands, as the bulk PUT takes them. */
export const slashCommands = (commands: readonly CommandDescription[], texts: Texts): SlashCommand[] =>
  commands.map((command) => slashCommand(command, texts));

/** Changes when the commands or one of their texts do. */
export const hashOf = (commands: readonly SlashCommand[]): string =>
  createHash("sha256").update(JSON.stringify(commands)).digest("base64url").slice(0, 22);

function slashCommand(command: CommandDescription, texts: Texts): SlashCommand {
  const usages = [...(command.bare === undefined ? [] : [command.bare]), ...command.words];
  const contexts = [
    ...(usages.some(({ where }) => where.some((one) => one !== "direct")) ? [InteractionContextType.Guild] : []),
    ...(usages.some(({ where }) => where.includes("direct")) ? [InteractionContextType.BotDM] : []),
  ];
  const bare = bareWord(command);
  const subcommands: APIApplicationCommandSubcommandOption[] = [
    ...(bare === undefined || command.bare === undefined ? [] : [{ name: bare, ...command.bare }]),
    ...command.words,
  ]
    .slice(0, mostOptions)
    .map(({ name, about, options }) => ({
      type: ApplicationCommandOptionType.Subcommand,
      name,
      ...described(about, texts),
      options: nativeOptions(options, texts),
    }));
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    ...described(command.about, texts),
    contexts,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: subcommands.length > 0 ? subcommands : nativeOptions(command.bare?.options ?? [], texts),
  };
}

const nativeOptions = (options: readonly OptionDescription[], texts: Texts): APIApplicationCommandBasicOption[] =>
  options.slice(0, mostOptions).map((option) => nativeOption(option, texts));

function nativeOption(option: OptionDescription, texts: Texts): APIApplicationCommandBasicOption {
  const base = { name: option.name, ...described(option.about, texts), required: false };
  const words = option.words ?? [];
  switch (option.kind) {
    case "integer":
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        ...(option.min === undefined ? {} : { min_value: option.min }),
        ...(option.max === undefined ? {} : { max_value: option.max }),
      };
    case "flag":
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case "person":
      return { ...base, type: ApplicationCommandOptionType.User };
    default:
      if (words.length > 0 && words.length <= mostChoices) {
        return {
          ...base,
          type: ApplicationCommandOptionType.String,
          choices: words.map((word) => ({ name: word, value: word })),
        };
      }
      return option.completes
        ? { ...base, type: ApplicationCommandOptionType.String, autocomplete: true }
        : { ...base, type: ApplicationCommandOptionType.String };
  }
}

const discordLocales: readonly Locale[] = Object.values(Locale);

/** Discord's locales of one of our languages: `es` is `es-ES` and `es-419`. */
const localesOf = (language: string): readonly Locale[] =>
  discordLocales.filter((locale) => locale === language || locale.split("-")[0] === language);

function described(id: string, texts: Texts): { description: string; description_localizations?: LocalizationMap } {
  const [first = "en", ...others] = texts.languages;
  const text = (language: string): string => {
    const said = texts.text(language, id).replace(/\s+/gu, " ").trim();
    return said.length <= longestDescription ? said || "…" : `${said.slice(0, longestDescription - 1)}…`;
  };
  const description = text(first);
  const localised: LocalizationMap = {};
  for (const language of others) for (const locale of localesOf(language)) localised[locale] = text(language);
  return Object.keys(localised).length === 0 ? { description } : { description, description_localizations: localised };
}
