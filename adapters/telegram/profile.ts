/**
 * What Telegram shows of the bot before anybody has written to it: a description in the empty chat, a short one on its
 * profile and wherever it is shared, both in each language; and the menu button, which opens the list of commands.
 */
import { createHash } from "node:crypto";
import type { Api } from "grammy";
import type { LanguageCode } from "grammy/types";
import type { AdapterHost } from "../../src/chat/adapter.ts";
import { messageIds } from "../../src/chat/phrase.ts";

type Signal = Parameters<Api["getMe"]>[0];

const sentences = messageIds({ description: "core-telegram-description", short: "core-telegram-short-description" });
/** Telegram's limits. */
const longest = { description: 512, short: 120 } as const;

interface Said {
  readonly description: string;
  readonly short: string;
}

const hash = (of: unknown): string => createHash("sha256").update(JSON.stringify(of)).digest("hex");

/**
 * Says it where it is not said yet, or was said in other words by this bot. What whoever runs the bot has written there
 * (with @BotFather) stays: it is neither empty nor what the bot says in any language, now or when it wrote last. Where a
 * language has nothing of its own, Telegram shows what is there for all.
 */
export async function registerProfile(api: Api, host: AdapterHost, account: string, signal: Signal): Promise<void> {
  const said = host.languages.map((language, index) => {
    const text = (of: keyof Said): string => [...host.text(language, sentences[of])].slice(0, longest[of]).join("");
    return {
      code: index === 0 ? undefined : language.slice(0, 2).toLowerCase(),
      description: text("description"),
      short: text("short"),
    };
  });
  const key = `telegram-profile:${account}`;
  const written = readFact(await host.facts.get(key));
  if (written?.all === hash(said)) return;
  const texts = said.flatMap(({ description, short }) => [hash(description), hash(short)]);
  const ours = (text: string): boolean => text === "" || [...texts, ...(written?.texts ?? [])].includes(hash(text));
  let left = 0;
  for (const { code, description, short } of said) {
    // The edge: grammY lists the codes that exist, ours are the folders in `locales`.
    const of = code === undefined ? {} : { language_code: code as LanguageCode };
    const there = (await api.getMyDescription(of, signal)).description;
    if (ours(there)) await api.setMyDescription(description, of, signal);
    else left++;
    const shortThere = (await api.getMyShortDescription(of, signal)).short_description;
    if (ours(shortThere)) await api.setMyShortDescription(short, of, signal);
    else left++;
  }
  const button = await api.getChatMenuButton({}, signal);
  // Another button was chosen on purpose (a web app): it stays.
  if (button.type === "default") await api.setChatMenuButton({ menu_button: { type: "commands" } }, signal);
  const fact: Written = { all: hash(said), texts };
  await host.facts.set(key, JSON.stringify(fact));
  host.log.info({ languages: said.length, left }, "descriptions registered");
}

interface Written {
  /** Of all languages. */
  readonly all: string;
  /** Of each text, as it was written. */
  readonly texts: readonly string[];
}

/** Our own JSON; anything else counts as nothing written. */
function readFact(json: string | undefined): Written | undefined {
  if (json === undefined) return undefined;
  const read: unknown = JSON.parse(json);
  const is = typeof read === "object" && read !== null && "all" in read && "texts" in read && Array.isArray(read.texts);
  return is ? (read as Written) : undefined;
}
