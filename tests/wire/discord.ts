import { bareWord } from "../../adapters/discord/commands.ts";
import { commands } from "../../commands/index.ts";
import { describe } from "../../src/core/command.ts";
import { asNative } from "../../src/core/parse.ts";
import type { OptionValue, Person } from "../kit/discord/people.ts";
import { DiscordServer, type Call, type Channel } from "../kit/discord/server.ts";
import type { Json } from "../kit/discord/world.ts";
import { readOnce, type Told, type Wire, type WireStage } from "./play.ts";
import type { Name, Place } from "./scenes.ts";

/** What people see of a call of the bot; that it thinks is no answer. */
const seen = readOnce(({ method, path, body, status, at }: Call): readonly Told[] => {
  if (status >= 300 || !["POST", "PATCH"].includes(method) || !/messages|callback|webhooks/u.test(path)) return [];
  return [{ at, text: JSON.stringify(body).replace(/[*_]|\\\\/gu, "") }];
});

/** Options as the client would send them: numbers as numbers, one of the choices as its value, people as accounts. */
function chosen(
  server: DiscordServer,
  { name, word, options }: NonNullable<ReturnType<typeof asNative>>,
  person: (text: string) => Person,
): Record<string, OptionValue> {
  const of = (json: Json | undefined): readonly Json[] => (json?.["options"] ?? []) as readonly Json[];
  const command = server.commands.find((one) => one["name"] === name);
  const known = word === undefined ? of(command) : of(of(command).find((one) => one["name"] === word));
  return Object.fromEntries(
    Object.entries(options).map(([option, text]): [string, OptionValue] => {
      switch (known.find((one) => one["name"] === option)?.["type"]) {
        case 4:
          return [option, Number(text)];
        case 5:
          return [option, true];
        case 6:
          return [option, person(text)];
        default:
          return [option, text];
      }
    }),
  );
}

/** The emulated server, with one bot on it. */
export async function discord(): Promise<Wire> {
  const server = await DiscordServer.start();
  const stage = async (index: number): Promise<WireStage> => {
    await server.until(() => server.commands.length > 0, "the commands to be registered", 60_000);
    const people: Readonly<Record<Name, Person>> = {
      Zoe: server.person("Zoe"),
      Ana: server.person("Ana"),
      Ben: server.person("Ben"),
    };
    const places = ["cell", "hall", "third"] as const;
    const guild = server.guild(`Network ${String(index)}`, {
      owner: people.Zoe,
      members: Object.values(people),
      channels: places,
    });
    const channel = (place: Place, who: Name): Channel =>
      place === "direct" ? people[who].direct : guild.channel(place);
    return {
      says(place, who, text) {
        const native = asNative(text, commands);
        if (native === undefined) throw new Error(`no client sends ${text}`);
        const person = (named: string): Person => {
          const [, found] = Object.entries(people).find(([name]) => named.includes(name)) ?? [];
          if (found === undefined) throw new Error(`there is no ${named}`);
          return found;
        };
        // A command with words has its bare form under one that is free.
        const command = commands.find(({ name }) => name === native.name);
        const word = native.word ?? (command === undefined ? undefined : bareWord(describe(command)));
        const used = `/${[native.name, ...(word === undefined ? [] : [word])].join(" ")}`;
        const options = chosen(server, { ...native, ...(word === undefined ? {} : { word }) }, person);
        people[who].uses(used, options, channel(place, who));
        return Promise.resolve();
      },
      opens: () => Promise.resolve(false),
    };
  };
  return {
    environment: { DISCORD_TOKEN: server.token, DISCORD_API: server.api },
    stage,
    others(count) {
      const guild = server.guild("Others");
      return Promise.resolve(Array.from({ length: count }, (_, index) => guild.channel(`other-${String(index)}`).id));
    },
    told: () => Promise.resolve(server.calls.flatMap(seen)),
    close: () => server.close(),
  };
}
