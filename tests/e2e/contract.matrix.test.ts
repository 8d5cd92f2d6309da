/** The contract of adapters on a real Synapse, with people whose client is matrix-js-sdk; in plain and encrypted rooms. */
import { afterAll, beforeAll } from "vitest";
import {
  adapterContract,
  ContractHost,
  until,
  type ContractPerson,
  type ContractStage,
  type SeenMessage,
} from "../kit/adapter-contract.ts";
import { MatrixAdapter } from "../../adapters/matrix/adapter.ts";
import { MatrixWorld } from "../kit/matrix/harness.ts";
import type { Person, Shown } from "../kit/matrix/person.ts";
import type { Account } from "../kit/matrix/synapse.ts";

let world: MatrixWorld;
let ana: Person;
let ben: Person;
beforeAll(async () => {
  world = await MatrixWorld.start();
  ana = await world.person("anaquiteria");
  ben = await world.person("benedetta");
});
afterAll(() => world.stop());

type Content = Readonly<Record<string, unknown>>;
const record = (value: unknown): Content =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
const text = (value: unknown): string => (typeof value === "string" ? value : "");

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };

/** The text of HTML, as a client shows it. What is a tag is gone. */
const readHtml = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/(?:p|li|h\d|tr)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => named[name] ?? "")
    .trim();

/** A message of the bot as this person's client shows it now. */
function seenBy(person: Person, bot: string, { id, room }: Shown): SeenMessage {
  const event = person.client.getRoom(room)?.findEventById(id);
  const content = record(event?.getContent());
  const mentions = record(content["m.mentions"]);
  const users = Array.isArray(mentions["user_ids"]) ? mentions["user_ids"].map(String) : [];
  const body = text(content["body"]);
  // Old clients: the word alone, in a text that does not say whom it means.
  const everyone = mentions["room"] === true || content["m.mentions"] === undefined || body.includes("@room");
  const isFile = content["msgtype"] === "m.file" || content["msgtype"] === "m.image";
  const size = record(content["info"])["size"];
  const shown = isFile ? "" : readHtml(text(content["formatted_body"]));
  const marks = person.shown.flatMap(({ type, sender, content: of }) => {
    const relation = record(of["m.relates_to"]);
    return type === "m.reaction" && sender === bot && relation["event_id"] === id ? [text(relation["key"])] : [];
  });
  const lines = shown.split("\n");
  const marked = lines.flatMap((line) => {
    const mark = marks.find((one) => line.startsWith(`${one} `)) ?? /^!\d+(?= )/.exec(line)?.[0];
    return mark === undefined ? [] : [line.slice(mark.length + 1)];
  });
  return {
    id,
    text: shown,
    labels: marked,
    pinged: [...users, ...(everyone ? ["everyone"] : [])],
    files: isFile
      ? [{ name: text(content["filename"]), size: typeof size === "number" ? size : -1, alt: text(content["body"]) }]
      : [],
  };
}

/** What the bot said in a room, as this person sees it. */
const saidIn = (person: Person, bot: string, room: string): readonly SeenMessage[] =>
  person.shown
    .filter((one) => one.room === room && one.sender === bot && one.type === "m.room.message")
    .filter(({ content }) => record(content["m.relates_to"])["rel_type"] !== "m.replace")
    .map((one) => seenBy(person, bot, one));

function personIn(person: Person, account: Account, room: string, host: ContractHost): ContractPerson {
  let direct: string | undefined;
  const name = person.user.slice(1).split(":")[0] ?? "";
  return {
    id: person.user,
    name,
    handles: [person.user, `<a href="https://matrix.to/#/${person.user}">${name}</a>`],
    async hails(words) {
      await person.says(room, `!hail ${words}`);
    },
    async writes(words) {
      direct ??= await world.roomWith({ account }, person, { direct: true });
      await person.says(direct, words);
    },
    async presses(label) {
      const found = saidIn(person, account.user, room).findLast(({ labels }) => labels.includes(label));
      const line = found?.text.split("\n").find((one) => one.endsWith(` ${label}`));
      const mark = line?.slice(0, -label.length - 1);
      if (found === undefined || mark === undefined) throw new Error(`there is no choice '${label}'`);
      if (mark.startsWith("!")) await person.says(room, mark);
      else await person.reacts(room, found.id, mark);
    },
    alone: () => [],
    direct: () =>
      [...new Set(person.shown.filter(({ sender }) => sender === account.user).map((one) => one.room))]
        .filter((one) => one !== room)
        .flatMap((one) => saidIn(person, account.user, one)),
    waits: () => false,
    async blocks() {
      const left = direct ?? "";
      await person.client.leave(left);
      await until(
        () => host.received.some(({ said, chat }) => said.type === "left" && chat.id === left),
        "the leaving",
      );
    },
  };
}

const open = (encrypted: boolean) => async (): Promise<ContractStage> => {
  const account = await world.botAccount();
  const host = new ContractHost();
  const start = async (): Promise<MatrixAdapter> => {
    const adapter = new MatrixAdapter(world.options(account));
    await world.run(adapter, host);
    return adapter;
  };
  let adapter = await start();
  const room = await world.roomWith({ account }, ana, { name: "Depot Five", encrypted });
  await ana.client.invite(room, ben.user);
  await ben.untilIs(room, "invite");
  await ben.client.joinRoom(room);
  await ana.untilIn(room, ben.user);
  await until(() => host.received.some(({ said, chat }) => said.type === "bot-added" && chat.id === room), "the bot");
  let mend = (): unknown => undefined;
  return {
    get adapter() {
      return adapter;
    },
    host,
    group: { id: room },
    ana: personIn(ana, account, room, host),
    ben: personIn(ben, account, room, host),
    sees: () => saidIn(ana, account.user, room),
    secrets: [account.token, account.password, "syt_wrong", "Depot Five", room],
    restart: async () => (adapter = await start()),
    impostor: () => {
      const { keys: _, ...options } = world.options(account);
      return new MatrixAdapter({ ...options, login: { accessToken: "syt_wrong" } });
    },
    network: {
      cut: () => {
        mend = world.proxy.rule(({ token }) => (token === account.token ? { type: "drop" } : undefined));
        world.proxy.cut();
      },
      mend: () => mend(),
    },
    unknownChat: "!nowhere:localhost",
    removesBot: async () => {
      await ana.client.kick(room, account.user);
    },
    choices: encrypted ? "typed" : "reactions",
    retries: true,
    redelivers: true,
    sendsOnce: true,
    edits: true,
    pings: true,
    pictures: true,
    interactionsEnd: { not: "there are no interactions" },
    refusesDirect: true,
    pins: {
      allow: async () => {
        await ana.client.setPowerLevel(room, account.user, 50);
      },
      pinned: async () => {
        // Nothing has ever been pinned: there is no such state.
        const state = await ana.client.getStateEvent(room, "m.room.pinned_events", "").catch(() => ({ pinned: [] }));
        const { pinned } = record(state);
        return Array.isArray(pinned) ? pinned.map(String) : [];
      },
    },
    async [Symbol.asyncDispose]() {
      mend();
      await adapter.stop();
    },
  };
};

adapterContract("matrix, in a room that is not encrypted", open(false));
adapterContract("matrix, in an encrypted room", open(true));
