/** The menus of commands that Telegram shows behind `/`: one for groups and one for direct chats, in each language. */
import { createHash } from "node:crypto";
import type { Api } from "grammy";
import type { BotCommand, LanguageCode } from "grammy/types";
import type { AdapterHost } from "../../src/chat/adapter.ts";
import type { CommandDescription } from "../../src/chat/description.ts";
import type { Where } from "../../src/chat/levels.ts";

type Scope = "all_group_chats" | "all_private_chats";

/** Which menu it is. No language: for everybody whose language has none. */
interface MenuKey {
  readonly scope: Scope;
  readonly language?: string;
}
export interface Menu extends MenuKey {
  readonly commands: readonly BotCommand[];
}

const scopes: readonly (readonly [scope: Scope, where: readonly Where[]])[] = [
  ["all_group_chats", ["cell", "council", "unbound"]],
  ["all_private_chats", ["direct"]],
];
const mostCommands = 100;
const descriptionLimit = 256;

/** A command's name as Telegram allows it: `help-now` is `help_now`. */
export const menuName = (name: string): string => name.replaceAll("-", "_");

/** All menus. The first language is the one for everybody else. */
export function menusOf(host: Pick<AdapterHost, "commands" | "languages" | "text">): readonly Menu[] {
  return scopes.flatMap(([scope, where]) =>
    host.languages.map((language, index): Menu => {
      const usable = host.commands.filter((command) => wheresOf(command).some((one) => where.includes(one)));
      return {
        scope,
        // Telegram knows languages by two letters.
        ...(index === 0 ? {} : { language: language.slice(0, 2).toLowerCase() }),
        commands: usable.slice(0, mostCommands).map(({ name, about }) => ({
          command: menuName(name),
          description: [...host.text(language, about)].slice(0, descriptionLimit / 2).join(""),
        })),
      };
    }),
  );
}

const wheresOf = ({ bare, words }: CommandDescription): readonly Where[] =>
  [bare, ...words].flatMap((of) => of?.where ?? []);

/** Registers the menus if they are not what was registered last, and takes away those of languages that are gone. */
export async function registerMenus(
  api: Api,
  host: AdapterHost,
  account: string,
  signal: Parameters<Api["getMe"]>[0],
): Promise<void> {
  const menus = menusOf(host);
  const hash = createHash("sha256").update(JSON.stringify(menus)).digest("hex");
  const key = `telegram-menus:${account}`;
  const registered = readFact(await host.facts.get(key));
  if (registered?.hash === hash) return;
  const gone = (registered?.menus ?? []).filter((old) => !menus.some((menu) => sameMenu(menu, old)));
  for (const old of gone) await api.deleteMyCommands(parametersOf(old), signal);
  for (const menu of menus) await api.setMyCommands(menu.commands, parametersOf(menu), signal);
  await host.facts.set(key, JSON.stringify({ hash, menus: menus.map(({ commands: _, ...of }) => of) }));
  host.log.info({ menus: menus.length, removed: gone.length }, "command menus registered");
}

const sameMenu = (a: MenuKey, b: MenuKey): boolean => a.scope === b.scope && a.language === b.language;

const parametersOf = ({ scope, language }: MenuKey) => ({
  scope: { type: scope },
  // The edge: grammY lists the codes that exist, ours are the folders in `locales`.
  ...(language === undefined ? {} : { language_code: language as LanguageCode }),
});

interface Registered {
  readonly hash: string;
  readonly menus: readonly MenuKey[];
}

/** Our own JSON; anything else counts as nothing registered. */
function readFact(json: string | undefined): Registered | undefined {
  if (json === undefined) return undefined;
  const read: unknown = JSON.parse(json);
  const is =
    typeof read === "object" && read !== null && "hash" in read && "menus" in read && Array.isArray(read.menus);
  return is ? (read as Registered) : undefined;
}
