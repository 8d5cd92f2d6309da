/** The contract of adapters on an emulated Telegram, through the real grammY. */
import { Proxy } from "../kit/matrix/proxy.ts";
import {
  adapterContract,
  ContractHost,
  until,
  type ContractPerson,
  type ContractStage,
  type SeenMessage,
} from "../kit/adapter-contract.ts";
import { adapterOn } from "../kit/telegram/harness.ts";
import type { Group, Person } from "../kit/telegram/people.ts";
import { startTelegram, type TelegramServer } from "../kit/telegram/server.ts";
import type { Shown } from "../kit/telegram/world.ts";

const seen =
  (group: Group) =>
  (shown: Shown): SeenMessage => ({
    id: String(shown.id),
    text: shown.text,
    labels: shown.buttons.flat().map(({ text }) => text),
    pinged: group.pinged(shown).map(String),
    files: shown.file === undefined ? [] : [{ name: shown.file.name, size: shown.file.data.length }],
  });

function personOn(server: TelegramServer, group: Group, person: Person, name: string): ContractPerson {
  const pressed: string[] = [];
  return {
    id: person.id,
    name,
    handles: [
      `@${person.user.username ?? ""}`,
      `<a href="tg://user?id=${person.id}">you</a>`,
      `tg://user?id=${person.id}`,
    ],
    async hails(words) {
      person.says(group, `/hail ${words}`);
    },
    async writes(words) {
      person.writes(words);
    },
    async presses(label) {
      const shown = group.told.findLast(({ buttons }) => buttons.flat().some(({ text }) => text === label));
      if (shown === undefined) throw new Error(`there is no button '${label}'`);
      pressed.push(person.presses(shown, label));
    },
    alone: () =>
      person.alerts.map((text, index) => ({ id: `alert ${index}`, text, labels: [], pinged: [], files: [] })),
    direct: () => person.told.map(seen(group)),
    waits: () =>
      pressed.some(
        (id) =>
          !server.calls.some(
            ({ method, parameters, status }) =>
              method === "answerCallbackQuery" && status === 200 && parameters["callback_query_id"] === id,
          ),
      ),
    async blocks() {
      person.blocks();
    },
  };
}

async function open(): Promise<ContractStage> {
  const server = await startTelegram({ limits: false });
  const proxy = await Proxy.start(server.apiRoot);
  const host = new ContractHost();
  const ana = server.person("Anaquiteria Solano", { username: "anaquiteria" });
  const ben = server.person("Benedetta Fiore", { username: "benedetta" });
  const group = server.group("Depot Five", { members: [ana, ben] });
  const start = async () => {
    const adapter = adapterOn(server, { apiRoot: proxy.url });
    await adapter.start(host);
    await until(() => adapter.status().state === "up", "the bot");
    return adapter;
  };
  let adapter = await start();
  let mend = (): unknown => undefined;
  return {
    get adapter() {
      return adapter;
    },
    host,
    group: { id: group.id },
    ana: personOn(server, group, ana, "Anaquiteria Solano"),
    ben: personOn(server, group, ben, "Benedetta Fiore"),
    sees: () => group.told.map(seen(group)),
    secrets: [
      server.token,
      "AAWrong",
      server.token.split(":")[1] ?? "",
      "Depot Five",
      group.id,
      "anaquiteria",
      "benedetta",
    ],
    restart: async () => (adapter = await start()),
    impostor: () => adapterOn(server, { token: `${server.token.split(":")[0]}:AAWrong` }),
    network: {
      cut: () => {
        mend = proxy.rule(() => ({ type: "drop" }));
        proxy.cut();
      },
      mend: () => mend(),
    },
    unknownChat: "-100123456789",
    removesBot: async () => group.removesBot(ana),
    retries: true,
    redelivers: true,
    sendsOnce: { not: "Telegram has no idempotency keys: what may have been lost is sent again" },
    edits: true,
    pings: true,
    pictures: true,
    interactionsEnd: true,
    refusesDirect: true,
    pins: {
      allow: async () => group.promotesBot(ana),
      pinned: async () => (group.chat.pinned === undefined ? [] : [String(group.chat.pinned)]),
    },
    async [Symbol.asyncDispose]() {
      mend();
      await adapter.stop();
      await proxy.stop();
      await server.close();
    },
  };
}

adapterContract("telegram", open);
