/**
 * A test that reads like a chat log. It runs on each platform's capabilities and on each database that was asked for.
 *
 * @example
 * conversation("three stand together", async ({ cell }) => {
 *   const { ana, ben } = await cell("Depot 5", { sector: "transport" });
 *   await ana.says("/pledge if 1").isToldPrivately(/others/);
 * });
 */
import { it } from "vitest";
import type { PlatformName } from "../../src/chat/inbound.ts";
import { platformNames } from "../../src/platforms.ts";
import { codePattern } from "../../src/store/codes.ts";
import { eachDatabase } from "./databases.ts";
import { Stage, type StageChat, type StagePerson } from "./stage.ts";

/** A cell with one chat, set up by zoe, who is its coordinator and the federation's steward. */
export interface StagedCell {
  readonly chat: StageChat;
  readonly zoe: StagePerson;
  readonly ana: StagePerson;
  readonly ben: StagePerson;
  readonly cho: StagePerson;
  readonly dee: StagePerson;
}

export interface Scene {
  readonly stage: Stage;
  readonly platform: PlatformName;
  /** The first call makes the federation "Alliance"; later ones add cells to it, made by zoe. */
  cell(name: string, of: { readonly sector: string; readonly language?: string }): Promise<StagedCell>;
}

/** The newest code that the bot gave to anybody on this stage. */
export function newestCode(stage: Stage): string {
  const all = stage.adapters.flatMap(({ shown }) => shown).map(({ text }) => text);
  const code = all.join("\n").match(new RegExp(codePattern, "gu"))?.at(-1);
  if (code === undefined) throw new Error("the bot gave no code");
  return code;
}

/** Describes a conversation on all platforms (or those named). */
export function conversation(
  title: string,
  play: (scene: Scene) => Promise<void>,
  on: readonly PlatformName[] = platformNames,
): void {
  eachDatabase((_, open) => {
    for (const platform of on) {
      it(`${title} (${platform})`, async () => {
        const stage = await Stage.open(await open(), { platforms: [platform] });
        let first: StagedCell | undefined;
        await play({
          stage,
          platform,
          async cell(name, { sector, language = "en" }) {
            const chat = stage.chat(name.toLowerCase().replaceAll(" ", ""), platform);
            const zoe = chat.person("Zoe").administrates();
            if (first === undefined) {
              await zoe.says(
                `/setup federation:"Alliance" cell:"${name}" sector:"${sector}" zone:Europe/Paris language:${language}`,
              );
            } else {
              await first.zoe.says(`/sector new ${sector}`);
              await first.zoe.says(`/cell new "${name}" sector:"${sector}" zone:Europe/Paris language:${language}`);
              await zoe.says(`/cell join ${newestCode(stage)}`);
            }
            const staged = {
              chat,
              zoe,
              ana: chat.person("Ana"),
              ben: chat.person("Ben"),
              cho: chat.person("Cho"),
              dee: chat.person("Dee"),
            };
            first ??= staged;
            return staged;
          },
        });
        await stage.steward.stop();
      });
    }
  });
}
