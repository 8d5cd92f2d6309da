/** The contract of adapters on an emulated Discord, through the real discord.js. */
import {
  adapterContract,
  ContractHost,
  until,
  type ContractPerson,
  type ContractStage,
  type SeenMessage,
} from "../kit/adapter-contract.ts";
import { adapterFor } from "../kit/discord/harness.ts";
import { DiscordServer, type Channel, type Person } from "../kit/discord/server.ts";
import type { Shown, Use } from "../kit/discord/people.ts";

const seen = (shown: Shown): SeenMessage => ({
  id: shown.id,
  text: shown.text,
  labels: shown.labels,
  pinged: shown.state.pinged,
  files: shown.files.map(({ name, bytes, alt }) => ({ name, size: bytes.length, alt })),
});

function personOn(person: Person, name: string, channel: Channel): ContractPerson {
  const uses: Use[] = [];
  const ofBot = (where: Channel): readonly Shown[] =>
    person.sees(where).filter(({ state }) => state.author === person.server.bot.id);
  return {
    id: person.id,
    name,
    handles: [`<@${person.id}>`, `<@!${person.id}>`],
    async hails(words) {
      uses.push(person.uses("/hail", { words }, channel));
    },
    async writes(words) {
      person.writes(words);
    },
    async presses(label) {
      const shown = ofBot(channel).findLast(({ labels }) => labels.includes(label));
      if (shown === undefined) throw new Error(`there is no button '${label}'`);
      uses.push(person.presses(shown, label));
    },
    alone: () =>
      ofBot(channel)
        .filter(({ ephemeral }) => ephemeral)
        .map(seen),
    direct: () => ofBot(person.direct).map(seen),
    waits: () =>
      uses.some(
        ({ state }) => state.answered === undefined || (state.original?.thinking === true && !state.original.deleted),
      ),
    async blocks() {
      person.takesDirect(false);
    },
  };
}

async function open(): Promise<ContractStage> {
  const server = await DiscordServer.start({ limits: false });
  const host = new ContractHost();
  const ana = server.person("Anaquiteria Solano");
  const ben = server.person("Benedetta Fiore");
  const guild = server.guild("Depot Five", { members: [ana, ben], channels: ["depot-five"] });
  const channel = guild.channel("depot-five");
  const start = async () => {
    const adapter = adapterFor(server);
    await adapter.start(host);
    await until(() => adapter.status().state === "up" && server.commands.length > 0, "the bot");
    return adapter;
  };
  let adapter = await start();
  return {
    get adapter() {
      return adapter;
    },
    host,
    group: { id: channel.id },
    ana: personOn(ana, "Anaquiteria Solano", channel),
    ben: personOn(ben, "Benedetta Fiore", channel),
    sees: () => channel.told.map(seen),
    secrets: [
      server.token,
      "wrong.token",
      "secret-part-of-the-token",
      "Depot Five",
      "depot-five",
      channel.id,
      guild.id,
    ],
    restart: async () => (adapter = await start()),
    impostor: () => adapterFor(server, { token: `${server.token.split(".")[0]}.wrong.token` }),
    network: {
      cut: () => {
        server.down = true;
        server.gateway.refusesConnections = true;
        server.gateway.drop();
      },
      mend: () => {
        server.down = false;
        server.gateway.refusesConnections = false;
      },
    },
    unknownChat: "123456789012345678",
    removesBot: async () => guild.removesBot(),
    retries: true,
    redelivers: {
      not: "Discord never delivers again what came while the bot was away, nor asks whether it was handled",
    },
    sendsOnce: true,
    edits: true,
    pings: true,
    pictures: true,
    interactionsEnd: true,
    refusesDirect: true,
    pins: {
      allow: async () => channel.sets("Pin Messages", true),
      pinned: async () => channel.state.messages.filter(({ pinned }) => pinned).map(({ id }) => id),
    },
    async [Symbol.asyncDispose]() {
      await adapter.stop();
      await server.close();
    },
  };
}

adapterContract("discord", open);
