import { afterAll, beforeAll } from "vitest";
import { Proxy, type Passed } from "../kit/matrix/proxy.ts";
import { Synapse, type Account } from "../kit/matrix/synapse.ts";
import { until } from "../kit/running.ts";
import type { Told, Wire, WireStage } from "./play.ts";
import type { Name, Place } from "./scenes.ts";

/** One server for all bots, with the limits of messages that it comes with; the bots' are lifted as docs/operators.md says. */
let synapse: Synapse;
let bots = 0;

beforeAll(async () => {
  synapse = await Synapse.start({ limits: "messages" });
});
afterAll(() => synapse.stop());

interface Content {
  readonly body?: string;
  readonly "m.new_content"?: Content;
}

/** A message or an edit of the bot. */
interface Said extends Told {
  readonly room: string;
}

/** What people see of a request of the bot; nothing, if they see nothing. */
function seen({ method, path, body, status, at }: Passed): readonly Said[] {
  const room = /\/rooms\/([^/]+)\/send\/m\.room\.message\//u.exec(path)?.[1];
  if (status !== 200 || method !== "PUT" || room === undefined) return [];
  // An edge: the bot wrote it.
  const content = JSON.parse(body) as Content;
  const text = (content["m.new_content"] ?? content).body ?? "";
  return [{ at, room: decodeURIComponent(room), text }];
}

/** A request of a person's client. */
async function asks({ token }: Account, method: "POST" | "PUT", path: string, body: object): Promise<unknown> {
  const response = await fetch(`${synapse.url}/_matrix/client/v3${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
  return response.json();
}

/** A real Synapse for all, with one more bot on it. */
export async function matrix(): Promise<Wire> {
  const number = ++bots;
  const bot = await synapse.register(`steward${String(number)}`);
  await synapse.lift(bot);
  const proxy = await Proxy.start(synapse.url);
  const said: Said[] = [];
  proxy.onPassed = (passed) => void said.push(...seen(passed));
  let sent = 0;

  const person = async (name: string, index: string): Promise<Account> => {
    const account = await synapse.register(`${name.toLowerCase()}-${String(number)}-${index}`, { shown: name });
    await synapse.lift(account);
    return account;
  };
  /** A room that the bot has entered, in which it has said that it is there. */
  const room = async (owner: Account, others: readonly Account[], of: object): Promise<string> => {
    const invite = [...others, bot].map(({ user }) => user);
    const made = await asks(owner, "POST", "/createRoom", { preset: "private_chat", invite, ...of });
    const { room_id: id } = made as { readonly room_id: string }; // an edge: the server's answer
    for (const other of others) await asks(other, "POST", `/join/${encodeURIComponent(id)}`, {});
    await until("the bot's first words in a room", () => said.some((one) => one.room === id));
    return id;
  };

  const stage = async (index: number, { lines }: Parameters<Wire["stage"]>[1]): Promise<WireStage> => {
    const own = (name: Name): Promise<Account> => person(name, String(index));
    const [Zoe, Ana, Ben] = await Promise.all([own("Zoe"), own("Ana"), own("Ben")]);
    const people: Readonly<Record<Name, Account>> = { Zoe, Ana, Ben };
    // First of all: where nobody has opened one, the bot opens a direct chat that is encrypted.
    const directs = new Map<Name, string>();
    for (const [name, one] of Object.entries(people))
      directs.set(name as Name, await room(one, [], { is_direct: true }));
    const groups = new Map<Place, string>();
    for (const place of new Set<Place>(["cell", ...lines.map((line) => line.place)])) {
      if (place === "direct") continue;
      groups.set(place, await room(Zoe, [Ana, Ben], { name: `${place} ${String(number)}.${String(index)}` }));
    }
    return {
      async says(place, who, text) {
        const mentioned: string[] = [];
        const body = text.replace(/^\//u, "!").replace(/@(Zoe|Ana|Ben)/gu, (_, name: Name) => {
          mentioned.push(people[name].user);
          return people[name].user;
        });
        const id = place === "direct" ? directs.get(who) : groups.get(place);
        if (id === undefined) throw new Error(`there is no ${place}`);
        const path = `/rooms/${encodeURIComponent(id)}/send/m.room.message/m${String(++sent)}`;
        await asks(people[who], "PUT", path, { msgtype: "m.text", body, "m.mentions": { user_ids: mentioned } });
      },
      opens: () => Promise.resolve(false),
    };
  };
  return {
    environment: { MATRIX_HOMESERVER: proxy.url, MATRIX_ACCESS_TOKEN: bot.token },
    stage,
    // One chat takes as many messages as all of them together, and a room takes its time to be made.
    async others() {
      const owner = await person("Eva", "others");
      return [await room(owner, [], { name: `others ${String(number)}` })];
    },
    // A card moves every 3 s, and a little later with every edit.
    apart: 4_000,
    told: () => Promise.resolve(said),
    close: () => proxy.stop(),
  };
}
