import type { Group, Person } from "../kit/telegram/people.ts";
import { startTelegram, type Call } from "../kit/telegram/server.ts";
import { readOnce, type Told, type Wire, type WireStage } from "./play.ts";
import type { Name, Place } from "./scenes.ts";

/** What people see of a call of the bot; nothing, if they see nothing. */
const seen = readOnce(({ method, parameters, status, at }: Call): readonly Told[] => {
  if (status !== 200 || !/^(?:send|edit|answerCallback)/u.test(method)) return [];
  return [
    {
      at,
      text: JSON.stringify(parameters)
        .replace(/<[^>]*>/gu, "")
        .replaceAll("&#39;", "'")
        .replaceAll("&quot;", '\\"')
        .replaceAll("&amp;", "&"),
    },
  ];
});

/** The emulated server, with one bot on it. */
export async function telegram(): Promise<Wire> {
  const server = await startTelegram();
  const stage = (index: number): Promise<WireStage> => {
    const person = (name: Name): Person => server.person(name, { username: `${name.toLowerCase()}_${String(index)}` });
    const people: Readonly<Record<Name, Person>> = { Zoe: person("Zoe"), Ana: person("Ana"), Ben: person("Ben") };
    const all = Object.values(people);
    const group = (title: string): Group =>
      server.group(`${title} ${String(index)}`, { owner: people.Zoe, members: all, supergroup: true });
    const groups: Readonly<Record<Exclude<Place, "direct">, Group>> = {
      cell: group("Depot"),
      hall: group("Hall"),
      third: group("Ward"),
    };
    return Promise.resolve({
      says(place, who, text) {
        const named = text.replace(/@(\w+)/gu, (_, name: string) => `@${name.toLowerCase()}_${String(index)}`);
        if (place === "direct") people[who].writes(named);
        else people[who].says(groups[place], named);
        return Promise.resolve();
      },
      opens(who) {
        people[who].starts();
        return Promise.resolve(true);
      },
    });
  };
  return {
    environment: { TELEGRAM_TOKEN: server.token, TELEGRAM_API: server.apiRoot },
    stage,
    others: (count) =>
      Promise.resolve(
        Array.from({ length: count }, (_, index) => server.group(`Other ${String(index)}`, { supergroup: true }).id),
      ),
    // While a card moves, a group has room for eight other messages in a minute.
    apart: 7_500,
    told: () => Promise.resolve(server.calls.flatMap(seen)),
    close: () => server.close(),
  };
}
