/**
 * A test that reads like a chat log. It runs on each platform's capabilities and on each database that was asked for; where it
 * is not played everywhere, it says why.
 *
 * @example
 * conversation("three stand together", async ({ cell }) => {
 *   const { ana, ben } = await cell("Depot 5", { sector: "transport" });
 *   await ana.says("/pledge if 1").isToldPrivately(/others/);
 * });
 */
import { expect, it } from "vitest";
import type { PlatformName } from "../../src/chat/inbound.ts";
import { platformNames } from "../../src/platforms.ts";
import { codePattern } from "../../src/store/codes.ts";
import { eachDatabase, playedOn } from "./databases.ts";
import { finerThanSaid } from "./minutes.ts";
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

/** A platform, or `encrypted`: Matrix in rooms whose messages are encrypted, where nothing is answered by reactions. */
export type Where = PlatformName | "encrypted";

/** Where people are. The console is for trying the bot out: what is not about a platform is played there (`aboutARule`). */
export const everywhere: readonly Where[] = [...platformNames.filter((name) => name !== "console"), "encrypted"];

/** Where a conversation is played that is not played everywhere. */
export interface Only {
  readonly on: readonly Where[];
  /** Why nowhere else. */
  readonly why: string;
}

export const only = (why: string, ...on: readonly [Where, ...Where[]]): Only => ({ on, why });

/** One place is enough for what no platform changes: the rule decides, and how its answer is shown is played elsewhere. */
export const aboutARule = only("it is about a rule, and not about a platform", "console");

/** The bot may write to everybody elsewhere. */
export const mustPressStart = only("only there it may write to nobody who has not pressed Start", "telegram");

/** On Discord what is typed is a command, and what is asked for in words a form. */
export const asksInWords = only(
  "what people write is a form or a command on Discord",
  "telegram",
  "matrix",
  "encrypted",
);

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

type Play = (scene: Scene) => Promise<void>;

/** Describes a conversation everywhere, or only where it says, with the reason. */
export function conversation(title: string, ...how: readonly [Play] | readonly [Only, Play]): void {
  const [on, play] = how.length === 1 ? [everywhere, how[0]] : [how[0].on, how[1]];
  eachDatabase((database, open) => {
    for (const where of playedOn(database, on)) {
      it(`${title} (${where})`, async () => {
        const encrypted = where === "encrypted";
        const platform = encrypted ? "matrix" : where;
        const stage = await Stage.open(await open(), { platforms: [platform], encrypted });
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
        expect(await stage.database.read(finerThanSaid)).toEqual([]);
      });
    }
  });
}
