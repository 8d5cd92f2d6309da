/** The Telegram adapter, through the real grammY, against an emulated server over HTTP. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { SendError, type Outgoing } from "../../src/chat/adapter.ts";
import type { CommandDescription } from "../../src/chat/description.ts";
import type { RenderedBlock } from "../../src/chat/message.ts";
import { renderParts } from "../../adapters/telegram/render.ts";
import {
  adapterOn,
  buttons,
  editOf,
  FakeHost,
  paragraph,
  privately,
  quick,
  rendered,
  telegramHarness,
  toChat,
  toPerson,
  type HarnessOptions,
  type TelegramHarness,
} from "../kit/telegram/harness.ts";
import { parseHtml, withFound } from "../kit/telegram/html.ts";
import type { Group } from "../kit/telegram/people.ts";
import { startTelegram } from "../kit/telegram/server.ts";
import type { Shown } from "../kit/telegram/world.ts";
import type { Where } from "../../src/chat/levels.ts";

const running: TelegramHarness[] = [];
const start = async (options: HarnessOptions = {}): Promise<TelegramHarness> => {
  const harness = await telegramHarness(options);
  running.push(harness);
  return harness;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

const last = (messages: readonly Shown[]): Shown => {
  const message = messages.at(-1);
  if (message === undefined) throw new Error("nothing was said");
  return message;
};
const failureOf = async (work: Promise<unknown>): Promise<SendError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SendError)) throw new Error(`expected a SendError, not ${inspect(error)}`);
  return error;
};
const gate = (): { readonly passed: Promise<void>; readonly open: () => void } => {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
};

// --- Receiving ---

test("an update is confirmed only after its commit", async () => {
  const { server, host } = await start();
  const commit = gate();
  host.beforeCommit = () => commit.passed;
  server.person("Ana").writes("/pledge in");
  await host.when(() => host.handed.length === 1);
  expect(server.unconfirmed).toHaveLength(1);
  commit.open();
  await host.committed(1);
  const polls = server.count("getUpdates");
  while (server.unconfirmed.length > 0) await new Promise((resolve) => setImmediate(resolve));
  expect(server.count("getUpdates")).toBe(polls + 1);
});

test("what a crashed process had not committed comes to the next one, as the same event", async () => {
  const { server, host, adapter, another } = await start();
  const never = gate();
  host.beforeCommit = () => never.passed;
  server.person("Ana").writes("/pledge in");
  await host.when(() => host.handed.length === 1);
  const next = new FakeHost();
  await another({ host: next });
  await next.committed(1);
  expect(next.inbox[0]?.eventId).toBe(host.handed[0]?.eventId);
  expect(host.inbox).toHaveLength(0);
  never.open();
  await adapter.stop();
});

test("an edit is another wording of what was written, and comes once", async () => {
  const { server, host } = await start();
  server.twice = true;
  const ana = server.person("Ana");
  const first = ana.writes("/plege in");
  await host.committed(1);
  ana.edits(first, "/pledge@steward_bot in");
  await host.committed(2);
  expect(host.inbox.map(({ said }) => said)).toEqual([
    { type: "text", text: "/plege in", messageId: String(first.id) },
    {
      type: "text",
      text: "/pledge in",
      messageId: String(first.id),
      edited: { writtenAt: Math.floor(first.at / 1000) * 1000 },
    },
  ]);
  expect(new Set(host.inbox.map(({ eventId }) => eventId)).size).toBe(2);
});

test("of edits in a group the bot learns what concerns it, and no talk", async () => {
  const { server, host } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  ana.edits(ana.says(group, "see you tonight"), "see you tomorrow");
  const command = ana.says(group, "/pledge in");
  await host.committed(1);
  ana.edits(command, "the boss reads along");
  ana.edits(command, "/pledge@another_bot in");
  ana.edits(command, "/start");
  await host.committed(3);
  expect(host.inbox.map(({ said }) => (said.type === "text" ? said.text : said.type))).toEqual([
    "/pledge in",
    "",
    "/start",
  ]);
});

test("SIGKILL at any moment: nothing is lost, what comes twice is the same event, and the order is kept", async () => {
  const server = await startTelegram({ limits: false });
  const folder = mkdtempSync(join(tmpdir(), "steward-telegram-"));
  const file = join(folder, "committed");
  writeFileSync(file, "");
  const script = fileURLToPath(new URL("../kit/telegram/child.ts", import.meta.url));
  const committed = () => readFileSync(file, "utf8").split("\n").slice(0, -1);
  const ana = server.person("Ana");
  const messages = Array.from({ length: 120 }, (_, i) => `${i}`);
  for (const text of messages) ana.writes(text);
  try {
    for (let kills = 0; server.unconfirmed.length > 0; kills++) {
      const child = spawn(process.execPath, [script, server.apiRoot, server.token, file], { stdio: "ignore" });
      const exited = new Promise((resolve) => child.once("exit", resolve));
      const before = committed().length;
      // Some are killed in the middle of a batch, the last may finish.
      while (server.unconfirmed.length > 0 && (kills >= 6 || committed().length < before + 5 + 7 * kills)) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill("SIGKILL");
      await exited;
    }
    const events = new Map(committed().map((line) => JSON.parse(line) as [string, string]));
    expect([...events.values()]).toEqual(messages);
    expect(committed().length).toBeGreaterThan(messages.length);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});

test("an event that could not be recorded is tried again, those after it wait, those before it do not come again", async () => {
  const { server, host } = await start();
  let refusals = 3;
  host.beforeCommit = (inbound) => {
    if (inbound.said.type === "text" && inbound.said.text === "two" && refusals-- > 0)
      throw new Error("database is gone");
  };
  const ana = server.person("Ana");
  for (const text of ["one", "two", "three"]) ana.writes(text);
  await host.committed(3);
  expect(host.written).toEqual(["one", "two", "three"]);
  expect(host.handed.filter(({ said }) => said.type === "text" && said.text === "one")).toHaveLength(1);
  expect(host.handed.filter(({ said }) => said.type === "text" && said.text === "three")).toHaveLength(1);
});

test("twice and out of order: each once, in the order in which they were written", async () => {
  const { server, host } = await start();
  const block = gate();
  host.beforeCommit = () => block.passed;
  const ana = server.person("Ana");
  ana.writes("first");
  await host.when(() => host.handed.length === 1);
  server.twice = true;
  server.reversed = true;
  for (let i = 1; i <= 20; i++) ana.writes(`${i}`);
  block.open();
  await host.committed(21);
  expect(host.written).toEqual(["first", ...Array.from({ length: 20 }, (_, i) => `${i + 1}`)]);
});

test("the answer to getUpdates is lost, the connection is cut, a gateway answers: nothing is lost", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const faults = [
    { type: "lose" },
    { type: "drop" },
    { type: "gateway", code: 502 },
    { type: "status", code: 500 },
  ] as const;
  for (const fault of faults) {
    server.fail("getUpdates", fault, 3);
    // The poll that waits brings this one, the next ones go wrong.
    ana.writes(`before ${fault.type}`);
    ana.writes(fault.type);
    await host.when(() => host.written.includes(fault.type));
    ana.writes(`after ${fault.type}`);
    await host.when(() => host.written.includes(`after ${fault.type}`) && server.faultsLeft === 0);
  }
  expect(host.written).toEqual(faults.flatMap(({ type }) => [`before ${type}`, type, `after ${type}`]));
  expect(adapter.status()).toEqual({ state: "up" });
  expect(host.lines.filter(({ level }) => level === "warn").length).toBeGreaterThanOrEqual(4);
});

test("ids that jump, upwards and downwards, after a quiet week", async () => {
  const { server, host } = await start();
  const ana = server.person("Ana");
  ana.writes("before");
  await host.committed(1);
  server.jumpUpdateId(900_000_000);
  ana.writes("up");
  await host.committed(2);
  // The poll that confirms the last one has to come back empty first, as it does many times in a week.
  const polls = server.count("getUpdates");
  while (server.count("getUpdates") < polls + 2) await new Promise((resolve) => setTimeout(resolve, 50));
  server.jumpUpdateId(17);
  ana.writes("down");
  await host.committed(3);
  expect(host.written).toEqual(["before", "up", "down"]);
});

test("a refused token: the state says so without the token, and it comes back by itself", async () => {
  const harness = await start();
  await harness.adapter.stop();
  const { server } = harness;
  server.refusesToken = true;
  const host = new FakeHost();
  const { adapter } = await harness.another({ host });
  expect(adapter.status()).toMatchObject({ state: "refused" });
  expect(await failureOf(adapter.send(toChat("-4001", rendered(paragraph("hello")))))).toMatchObject({
    failure: "unreachable",
  });
  server.refusesToken = false;
  await host.when(
    () => adapter.status().state === "up" && host.lines.some(({ message }) => message === "Telegram is connected"),
  );
  server.person("Ana").writes("hello");
  await host.committed(1);
  // One line for each change, not one for each try.
  expect(host.lines.filter(({ level }) => level === "warn")).toHaveLength(1);
});

test("down at the start: start resolves, and it goes on trying", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => closed.once("listening", resolve));
  const address = closed.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await new Promise((resolve) => closed.close(resolve));
  const harness = await start();
  const { adapter } = await harness.another({ apiRoot: `http://127.0.0.1:${port}` });
  expect(adapter.status()).toMatchObject({ state: "down" });
  await adapter.stop();
  expect(adapter.status()).toEqual({ state: "stopped" });
});

test("a second poller: down, and says why", async () => {
  const { server, host, adapter, another } = await start();
  const other = await another({ host: new FakeHost() });
  await host.when(() => host.lines.some(({ fields }) => fields["reason"] === "conflict"));
  expect(host.lines.find(({ level }) => level === "warn")?.message).toMatch(/Another program/);
  await other.adapter.stop();
  server.person("Ana").writes("hello");
  await host.committed(1);
  expect(adapter.status().state).toBe("up");
});

test("stop confirms what was recorded, so that it does not come again", async () => {
  const { server, host, adapter } = await start();
  const commit = gate();
  host.beforeCommit = () => commit.passed;
  server.person("Ana").writes("hello");
  await host.when(() => host.handed.length === 1);
  const stopped = adapter.stop();
  commit.open();
  await stopped;
  expect(host.inbox).toHaveLength(1);
  expect(server.unconfirmed).toEqual([]);
});

// --- What is said ---

const said = async (act: (harness: TelegramHarness, group: Group) => void, count = 1, options: HarnessOptions = {}) => {
  const harness = await start({ privacy: false, ...options });
  const group = harness.server.group("Depot 5");
  act(harness, group);
  await harness.host.committed(count);
  return { ...harness, group };
};

test("a command with the bot's own name, and one for another bot", async () => {
  const { host } = await said(({ server }, group) => {
    const ana = server.person("Ana Ruiz", { username: "ana", language: "es" });
    ana.says(group, "/pledge@other_bot in");
    ana.says(group, "/pledge@Steward_BOT if 2");
  });
  expect(host.inbox).toMatchObject([
    {
      platform: "telegram",
      account: "7000000001",
      chat: { kind: "group", title: "Depot 5" },
      sender: { name: "Ana Ruiz", username: "ana", language: "es" },
      said: { type: "text", text: "/pledge if 2" },
    },
  ]);
});

test("people named without a username, also behind the bot's name; a @name stays text", async () => {
  const { host } = await said(({ server }, group) => {
    const ana = server.person("Ana");
    const ben = server.person("Ben 🚎");
    ana.says(group, "/role@steward_bot remove chair 🚎Ben and @cho", { mentions: { "🚎Ben": ben } });
  });
  const [one] = host.said;
  if (one?.type !== "text") throw new Error("no text");
  const [mention] = one.mentions ?? [];
  expect(one.text).toBe("/role remove chair 🚎Ben and @cho");
  expect(one.mentions).toHaveLength(1);
  expect(one.text.slice(mention?.from, mention?.to)).toBe("🚎Ben");
  expect(mention?.user.name).toBe("Ben 🚎");
});

test("talk that a bot sees as an administrator does not leave the adapter", async () => {
  const { host } = await said(({ server }, group) => {
    const ana = server.person("Ana");
    ana.says(group, "let us meet at five");
    ana.says(group, "/help");
  });
  expect(host.written).toEqual(["/help"]);
});

test("start with a payload, and plain talk, in the direct chat", async () => {
  const { host } = await said(({ server }) => {
    const ana = server.person("Ana");
    ana.starts("join-Ab3_");
    ana.starts();
    ana.writes("pledge in");
  }, 3);
  expect(host.said).toMatchObject([
    { type: "start", payload: "join-Ab3_" },
    { type: "start" },
    { type: "text", text: "pledge in" },
  ]);
  expect(host.said[1]).not.toHaveProperty("payload");
  expect(host.inbox[0]?.chat).toEqual({ id: host.inbox[0]?.sender.id, kind: "direct" });
});

test("an address opens the direct chat, or a group with the bot in it, and its payload comes back from there", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  const direct = await adapter.address({ to: "direct", payload: "drive-abc" });
  const name = /^https:\/\/t\.me\/(\w+)\?start=drive-abc$/u.exec(direct)?.[1] ?? "";
  expect(await adapter.address({ to: "group", payload: "join-BCDF2345" })).toBe(
    `https://t.me/${name}?startgroup=join-BCDF2345`,
  );
  expect(await failureOf(adapter.address({ to: "group", payload: "a b" }))).toMatchObject({ failure: "refused" });
  // What Telegram says in the group for whoever has added the bot so.
  ana.says(group, `/start@${name} join-BCDF2345`);
  ana.says(group, "/start@another_bot join-BCDF2345");
  ana.says(group, `/help@${name}`);
  await host.committed(2);
  expect(host.inbox.map(({ said }) => said)).toMatchObject([
    { type: "start", payload: "join-BCDF2345" },
    { type: "text", text: "/help" },
  ]);
});

test("a press: the button's id, an interaction that only the person sees; the answer is an alert", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  await adapter.send(toChat(group.id, rendered(paragraph("Strike?"), buttons({ "I'm in": "b1", No: "b2" }))));
  ana.presses(last(group.told), "I'm in");
  await host.committed(1);
  const [inbound] = host.inbox;
  expect(inbound?.said).toEqual({ type: "press", button: "b1", messageId: String(last(group.told).id) });
  expect(inbound?.interaction).toMatchObject({ seenBy: "person", plainLimit: 200 });
  const token = inbound?.interaction?.token ?? "";
  await adapter.send(privately(group.id, ana.id, token, rendered(paragraph("You are in <now> & @all."))));
  expect(ana.alerts).toEqual(["You are in <now> & @all."]);
  expect(group.told).toHaveLength(1);
  // It can be answered once.
  expect(await failureOf(adapter.send(privately(group.id, ana.id, token, rendered(paragraph("Again")))))).toMatchObject(
    { failure: "too-old" },
  );
});

test("what does not fit an alert goes another way, and the button stops spinning", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  await adapter.send(toChat(group.id, rendered(paragraph("?"), buttons({ Go: "b1" }))));
  for (const message of [rendered(paragraph("🚎".repeat(201))), rendered(paragraph("x"), buttons({ Undo: "b2" }))]) {
    ana.presses(last(group.told), "Go");
    await host.committed(host.inbox.length + 1);
    const token = host.inbox.at(-1)?.interaction?.token ?? "";
    expect(await failureOf(adapter.send(privately(group.id, ana.id, token, message)))).toMatchObject({
      failure: "too-old",
    });
  }
  ana.presses(last(group.told), "Go");
  await host.committed(3);
  await adapter.send(
    privately(group.id, ana.id, host.inbox[2]?.interaction?.token ?? "", rendered(paragraph("🚎".repeat(200)))),
  );
  expect(ana.alerts).toEqual(["🚎".repeat(200)]);
  expect(server.calls.filter(({ method, status }) => method === "answerCallbackQuery" && status === 200)).toHaveLength(
    3,
  );
});

test("an answer in the chat to a press ends the waiting too", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  await adapter.send(toChat(group.id, rendered(paragraph("?"), buttons({ Go: "b1" }))));
  ana.presses(last(group.told), "Go");
  await host.committed(1);
  const interaction = host.inbox[0]?.interaction?.token ?? "";
  await adapter.send(toChat(group.id, rendered(paragraph("Gone")), { interaction }));
  await adapter.send(toChat(group.id, rendered(paragraph("Gone again")), { interaction }));
  expect(group.told.map(({ text }) => text)).toEqual(["?", "Gone", "Gone again"]);
});

test("a question is a ForceReply, and the reply names it", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  const ask: RenderedBlock = { type: "ask", id: "q1", label: "Which day?", placeholder: "Monday" };
  const { messageId } = await adapter.send(toChat(group.id, rendered(ask)));
  expect(last(group.told)).toMatchObject({
    text: "Which day?",
    forceReply: { selective: true, placeholder: "Monday" },
  });
  ana.says(group, "Tuesday", { replyTo: last(group.told) });
  await host.committed(1);
  expect(host.said[0]).toMatchObject({ type: "text", text: "Tuesday", replyTo: messageId });
  // With buttons it is a second message, since one has either a keyboard or a field.
  const both = await adapter.send(toChat(group.id, rendered(paragraph("Day"), buttons({ Monday: "d1" }), ask)));
  expect(group.told.slice(-2)).toMatchObject([
    { text: "Day", forceReply: undefined },
    { text: "Which day?", forceReply: { selective: true } },
  ]);
  expect(both.messageId).toBe(String(last(group.told).id));
});

test("topics: heard with their thread, answered in it, and in the main topic once it is deleted", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { forum: true, members: [ana] });
  const topic = group.topic("Pledges", ana);
  ana.says(group, "/pledge", { topic });
  ana.says(group, "/help");
  await host.committed(2);
  expect(host.inbox.map(({ chat }) => chat.thread)).toEqual([String(topic), undefined]);
  await adapter.send(toChat(group.id, rendered(paragraph("here")), { thread: String(topic) }));
  expect(last(group.told).thread).toBe(topic);
  group.deletesTopic(topic);
  await adapter.send(toChat(group.id, rendered(paragraph("there")), { thread: String(topic) }));
  expect(last(group.told)).toMatchObject({ text: "there", thread: undefined });
});

test("a chain of replies in a supergroup is no topic", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { supergroup: true, members: [ana] });
  await adapter.send(toChat(group.id, rendered(paragraph("Which day?"))));
  ana.says(group, "Monday", { replyTo: last(group.told) });
  await host.committed(1);
  expect(host.inbox[0]?.chat).not.toHaveProperty("thread");
});

test("an anonymous administrator is the group, and an administrator; somebody who speaks as a channel is neither", async () => {
  const { host, adapter, group } = await said(({ server }, of) => {
    const ana = server.person("Ana");
    ana.says(of, "/setup cell:Depot", { anonymous: true });
    ana.says(of, "/setup cell:Depot", { asChannel: { id: -1009, title: "News" } });
  }, 2);
  const [admin, channel] = host.inbox.map(({ sender }) => sender);
  expect(admin).toEqual({ id: `anonymous:${group.id}`, name: "Depot 5", anonymous: true });
  expect(channel).toEqual({ id: "anonymous:-1009", name: "News", anonymous: true });
  expect(await adapter.isAdministrator({ id: group.id }, admin?.id ?? "")).toBe(true);
  expect(await adapter.isAdministrator({ id: group.id }, channel?.id ?? "")).toBe(false);
  expect(await failureOf(adapter.send(toPerson(admin?.id ?? "", rendered(paragraph("psst")))))).toMatchObject({
    failure: "blocked",
  });
});

test("administrators: creator and administrator, nobody else", async () => {
  const { server, adapter } = await start();
  const [ana, ben, cho] = [server.person("Ana"), server.person("Ben"), server.person("Cho")];
  const group = server.group("Depot 5", { owner: ana, admins: [ben], members: [cho] });
  const chat = { id: group.id };
  expect(await Promise.all([ana, ben, cho].map(({ id }) => adapter.isAdministrator(chat, id)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(await adapter.isAdministrator(chat, "12345")).toBe(false);
  expect(await failureOf(adapter.isAdministrator({ id: "-99" }, ana.id))).toMatchObject({ failure: "not-found" });
});

test("the bot is added, removed, blocked, unblocked; people leave", async () => {
  const { host } = await said(({ server }, group) => {
    const [ana, ben] = [server.person("Ana"), server.person("Ben")];
    group.removesBot(ana);
    group.addsBot(ana);
    group.promotesBot(ana);
    group.leaves(ben);
    ana.blocks();
    ana.unblocks();
  }, 7);
  expect(host.inbox.map(({ chat, said: one }) => `${chat.kind} ${one.type}`)).toEqual([
    "group bot-removed",
    "group bot-added",
    "group bot-allowed",
    "group left",
    "group left",
    "direct bot-removed",
    "direct bot-added",
  ]);
  expect(host.said[3]).toMatchObject({ users: [{ name: "Ben" }] });
});

test("a group becomes a supergroup: told by Telegram, once, though it says so twice", async () => {
  const { host, group } = await said(({ server }, of) => {
    const ana = server.person("Ana");
    of.migrates(ana);
    ana.says(of, "/help");
  }, 2);
  expect(host.said).toMatchObject([{ type: "moved", to: group.id }, { type: "text" }]);
  expect(host.handed.filter(({ said: one }) => one.type === "moved")).toHaveLength(2);
});

test("a group becomes a supergroup: found out by an error; the message arrives, the edit goes another way", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { owner: ana });
  const old = group.id;
  const card = await adapter.send(toChat(old, rendered(paragraph("1 firm"))));
  group.migrates(ana, { quietly: true });
  await adapter.send(toChat(old, rendered(paragraph("hello"))));
  expect(last(group.told).text).toBe("hello");
  expect(await failureOf(adapter.send(editOf(old, card.messageId ?? "", rendered(paragraph("2 firm")))))).toMatchObject(
    { failure: "too-old" },
  );
  expect(await adapter.isAdministrator({ id: old }, ana.id)).toBe(true);
  expect(host.inbox).toMatchObject([{ chat: { id: old }, said: { type: "moved", to: group.id } }]);
});

// --- Sending ---

test.each([
  ["limited", { type: "status", code: 429, retryAfter: 7 }, { failure: "limited", retryAfterMs: 7_000 }],
  ["5xx", { type: "status", code: 503 }, { failure: "unreachable" }],
  ["a gateway's page", { type: "gateway", code: 502 }, { failure: "unreachable" }],
  ["a cut connection", { type: "drop" }, { failure: "unreachable" }],
  [
    "no rights",
    { type: "status", code: 400, description: "Bad Request: not enough rights to send text messages to the chat" },
    { failure: "no-rights", detail: "Send Messages" },
  ],
  [
    "restricted",
    { type: "status", code: 400, description: "Bad Request: CHAT_WRITE_FORBIDDEN" },
    { failure: "no-rights" },
  ],
  [
    "kicked",
    { type: "status", code: 403, description: "Forbidden: bot was kicked from the supergroup chat" },
    { failure: "removed" },
  ],
  ["deactivated", { type: "status", code: 403, description: "Forbidden: user is deactivated" }, { failure: "blocked" }],
  [
    "anything else",
    { type: "status", code: 400, description: "Bad Request: can't parse entities: Ana's words" },
    { failure: "refused" },
  ],
] as const)("a refusal: %s", async (_, fault, expected) => {
  const { server, adapter } = await start();
  const group = server.group("Depot 5");
  server.fail("sendMessage", fault);
  const error = await failureOf(adapter.send(toChat(group.id, rendered(paragraph("Ana's words")))));
  expect(error).toMatchObject(expected);
  // Neither the token, which is part of every address, nor what people wrote.
  expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(
    new RegExp(`${server.token}|Ana's words|127\\.0\\.0\\.1`),
  );
});

test("the real limits: a second message within the second is 'limited' with the time to wait", async () => {
  const { server, adapter } = await start({ limits: true });
  const group = server.group("Depot 5");
  await adapter.send(toChat(group.id, rendered(paragraph("one"))));
  expect(await failureOf(adapter.send(toChat(group.id, rendered(paragraph("two")))))).toMatchObject({
    failure: "limited",
    retryAfterMs: 1_000,
  });
});

test("a lost answer: the message may come twice, but is not lost", async () => {
  const { server, adapter } = await start();
  const group = server.group("Depot 5");
  server.fail("sendMessage", { type: "lose" });
  const message = toChat(group.id, rendered(paragraph("hello")));
  expect(await failureOf(adapter.send(message))).toMatchObject({ failure: "unreachable" });
  await adapter.send(message);
  expect(group.told.map(({ text }) => text)).toEqual(["hello", "hello"]);
});

test("a call that hangs is given up", async () => {
  const { server, another } = await start();
  const { adapter } = await another({ timing: { ...quick, callSeconds: 0.1 } });
  const group = server.group("Depot 5");
  server.fail("sendMessage", { type: "slow", ms: 500 });
  expect(await failureOf(adapter.send(toChat(group.id, rendered(paragraph("hello")))))).toMatchObject({
    failure: "unreachable",
  });
});

test("people who never pressed Start, or blocked the bot, and groups that removed it", async () => {
  const { server, adapter } = await start();
  const [ana, ben] = [server.person("Ana"), server.person("Ben")];
  const hello = rendered(paragraph("hello"));
  expect(await failureOf(adapter.send(toPerson(ana.id, hello)))).toMatchObject({ failure: "blocked" });
  expect(await failureOf(adapter.send(toPerson("12345", hello)))).toMatchObject({ failure: "blocked" });
  ben.starts();
  expect(await adapter.send(toPerson(ben.id, hello))).toMatchObject({ direct: ben.id });
  expect(last(ben.told).text).toBe("hello");
  ben.blocks();
  expect(await failureOf(adapter.send(toPerson(ben.id, hello)))).toMatchObject({ failure: "blocked" });
  const group = server.group("Depot 5", { members: [ana] });
  group.removesBot(ana);
  expect(await failureOf(adapter.send(toChat(group.id, hello)))).toMatchObject({ failure: "removed" });
});

test("a live message: edited, an edit that changes nothing is fine, one that is gone is 'too-old'", async () => {
  const { server, adapter } = await start();
  const group = server.group("Depot 5");
  const card = (firm: number) =>
    rendered(
      { type: "heading", content: [{ type: "text", text: "Strike on Friday?" }] },
      { type: "progress", value: firm, goal: 20, label: [{ type: "text", text: `${firm} of 20` }] },
      buttons({ "I'm in": "b1" }),
    );
  const { messageId = "" } = await adapter.send(toChat(group.id, card(3)));
  expect(last(group.told).text).toBe("Strike on Friday?\n▓░░░░░░░░░ 3 of 20");
  await adapter.send(editOf(group.id, messageId, card(20)));
  await adapter.send(editOf(group.id, messageId, card(20)));
  expect(group.told).toHaveLength(1);
  expect(last(group.told)).toMatchObject({ text: "Strike on Friday?\n▓▓▓▓▓▓▓▓▓▓ 20 of 20", edits: 1 });
  expect(last(group.told).buttons).toHaveLength(1);
  last(group.told).deleted = true;
  expect(await failureOf(adapter.send(editOf(group.id, messageId, card(5))))).toMatchObject({ failure: "too-old" });
});

test("long messages: several, buttons under the last; edited together; the rest taken away when it gets short", async () => {
  const { server, adapter } = await start();
  const group = server.group("Depot 5");
  const long = (word: string) => rendered(paragraph(`${word} `.repeat(1_500)), buttons({ Go: "b1" }));
  const { messageId = "" } = await adapter.send(toChat(group.id, long("first")));
  expect(group.told.map((message) => message.buttons.length)).toEqual([0, 0, 1]);
  expect(messageId.split("+")).toHaveLength(3);
  await adapter.send(editOf(group.id, messageId, long("later")));
  expect(group.told.every(({ text }) => /^(?:later ?)+$/.test(text))).toBe(true);
  const short = await adapter.send(editOf(group.id, messageId, rendered(paragraph("short"), buttons({ Go: "b1" }))));
  expect(group.told).toMatchObject([{ text: "short", buttons: [[{ text: "Go" }]] }]);
  expect(short.messageId).toBe(messageId.split("+")[0]);
  expect(await failureOf(adapter.send(editOf(group.id, short.messageId ?? "", long("again"))))).toMatchObject({
    failure: "too-old",
  });
});

test("a long message that is refused in its middle goes on from there", async () => {
  const { server, adapter } = await start();
  const group = server.group("Depot 5");
  const message = toChat(
    group.id,
    rendered(paragraph(`${"a".repeat(4_000)} ${"b".repeat(4_000)} ${"c".repeat(4_000)}`)),
  );
  server.fail("sendMessage", { type: "slow", ms: 1 });
  server.fail("sendMessage", { type: "status", code: 429, retryAfter: 1 });
  expect(await failureOf(adapter.send(message))).toMatchObject({ failure: "limited" });
  await adapter.send(message);
  expect(group.told.map(({ text }) => text.charAt(0))).toEqual(["a", "b", "c"]);
});

test("a link button leads to the direct chat, with its payload", async () => {
  const { server, adapter, host } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  await adapter.send(
    toChat(group.id, rendered({ type: "link", label: "Answer unseen", to: "direct", payload: "d-7_x" })),
  );
  expect(ana.follows(last(group.told), "Answer unseen")).toBe("https://t.me/steward_bot?start=d-7_x");
  const bad = rendered({ type: "link", label: "x", to: "direct", payload: "not allowed" });
  expect(await failureOf(adapter.send(toChat(group.id, bad)))).toMatchObject({ failure: "refused" });
  expect(host.inbox).toEqual([]);
});

test("files and pictures, with the text as their caption", async () => {
  const { server, adapter } = await start();
  const group = server.group("Depot 5");
  const file = {
    name: "terms.ics",
    mediaType: "text/calendar",
    data: Buffer.from("BEGIN:VCALENDAR").toString("base64"),
  };
  const { messageId } = await adapter.send(
    toChat(group.id, rendered(paragraph("Your <terms>"), { type: "file", file })),
  );
  expect(last(group.told)).toMatchObject({ text: "Your <terms>", file: { kind: "document", name: "terms.ics" } });
  expect(last(group.told).file?.data.toString()).toBe("BEGIN:VCALENDAR");
  expect(messageId).toBe(String(last(group.told).id));
  await adapter.send(toChat(group.id, rendered({ type: "file", file: { ...file, name: 'Depot 5; "é"\r\nx: y.ics' } })));
  expect(last(group.told).file).toMatchObject({ name: "Depot_5_é_x_y.ics" });
  const image = { name: "tally.png", mediaType: "image/png", data: Buffer.from("png").toString("base64") };
  await adapter.send(
    toChat(group.id, rendered({ type: "image", file: image, alt: "The tally" }, { type: "file", file })),
  );
  expect(group.told.slice(-2)).toMatchObject([
    { text: "The tally", file: { kind: "photo" } },
    { file: { kind: "document" } },
  ]);
});

test("what people typed is deleted where the bot may; where it may not, that is no failure", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  const typed = ana.says(group, "/pledge in");
  await host.committed(1);
  const deletion = (id: string): Outgoing => ({
    type: "delete",
    id,
    chat: { id: group.id },
    messageId: String(typed.id),
  });
  await adapter.send(deletion("1"));
  expect(typed.deleted).toBe(false);
  // The refusal is remembered, until the bot's rights change.
  await adapter.send(deletion("1"));
  expect(server.count("deleteMessage")).toBe(1);
  group.promotesBot(ana, { canDelete: false });
  await expect.poll(() => server.unconfirmed.length).toBe(0);
  await adapter.send(deletion("1"));
  await adapter.send(deletion("1"));
  expect(server.count("deleteMessage")).toBe(2);
  group.promotesBot(ana);
  await expect.poll(() => server.unconfirmed.length).toBe(0);
  await adapter.send(deletion("2"));
  expect(typed.deleted).toBe(true);
  await adapter.send(deletion("3"));
});

test("people are named by a link that notifies them, those of other platforms by their name", async () => {
  const { server, adapter } = await start();
  const [ana, ben] = [server.person("Ana"), server.person("Ben <b>", { username: "ben" })];
  const group = server.group("Depot 5", { members: [ana, ben] });
  const content = [
    { type: "text" as const, text: "Next: " },
    { type: "mention" as const, user: { id: ben.id }, name: "Ben <b>" },
    { type: "mention" as const, user: { platform: "matrix", id: "@cho:example.org" }, name: "@ben" },
  ];
  await adapter.send(toChat(group.id, rendered({ type: "paragraph", content })));
  expect(last(group.told).text.replaceAll("\u2060", "")).toBe("Next: Ben <b>@ben");
  expect(group.pinged(last(group.told))).toEqual([ben.user.id]);
});

test("a long list of people: everyone is notified, a hundred marks to a message", async () => {
  const { server, adapter } = await start();
  const people = Array.from({ length: 250 }, (_, i) => server.person(`P${i}`));
  const group = server.group("Depot 5", { members: people });
  const items = people.map(({ id, user }) => [{ type: "mention" as const, user: { id }, name: user.first_name }]);
  await adapter.send(toChat(group.id, rendered({ type: "list", items })));
  expect(group.told).toHaveLength(3);
  expect(group.told.flatMap((message) => group.pinged(message))).toEqual(people.map(({ user }) => user.id));
});

test("tables: columns where they fit a telephone, else a list", () => {
  const cell = (text: string) => [{ type: "text" as const, text }];
  const shown = (head: string[], rows: string[][]): string => {
    const [part] = renderParts(
      rendered({ type: "table", head: head.map(cell), rows: rows.map((row) => row.map(cell)) }),
      () => "",
    );
    return part?.type === "text" ? part.html : "";
  };
  expect(
    shown(
      ["Cell", "Firm"],
      [
        ["Depot 5", "12"],
        ["Ward <3>", "7"],
      ],
    ),
  ).toBe("<pre>Cell      Firm\nDepot 5     12\nWard &lt;3&gt;     7</pre>");
  const rows = [["The nurses of the night shift in ward 3", "120", "7"]];
  expect(shown(["Cell", "Firm", "Waiting"], rows)).toBe(
    "• <b>The nurses of the night shift in ward 3</b>\n   Firm: 120 · Waiting: 7",
  );
  expect(shown(["Sector", "Firm"], [["👩‍⚕️", "12"]])).toBe("• <b>👩‍⚕️</b>: 12");
});

// --- Properties ---

/** Text as people may write it, with all that could mean something to Telegram. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(
        "@ben",
        "@all ",
        "<b>",
        "</b>",
        "&lt;",
        "<a href='tg://user?id=5000001'>",
        "&",
        "\n",
        " ",
        "\uD83D",
        "ana@mail.org",
        "\u202E",
        "]]>",
        "```",
        "*_[x](y)",
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));
/** Without what nobody sees, and what Telegram itself takes out. */
const visible = (text: string): string =>
  text.toWellFormed().replace(/[\s\p{Cc}\u2060\u200B\u2028-\u202E\u0333\u033F\u030A\uFEFF]/gu, "");

test("whatever people write shows up literally, and neither formats nor notifies", async () => {
  const { server, adapter } = await start();
  const ben = server.person("Ben", { username: "ben" });
  server.person("All", { username: "all" });
  const group = server.group("Depot 5", { members: [ben] });
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const content = [{ type: "text" as const, text }];
      const label = [...text].slice(0, 20).join("");
      await adapter.send(toChat(group.id, rendered({ type: "paragraph", content }, buttons({ [label]: "b1" }))));
      const shown = last(group.told);
      expect(visible(shown.text)).toBe(visible(text) || "·");
      expect(shown.entities.filter(({ type }) => !["url", "email", "bot_command", "hashtag"].includes(type))).toEqual(
        [],
      );
      expect(group.pinged(shown)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("splitting: every piece is within the limit and parses, nothing is lost, no pair of surrogates is broken, nobody is notified", () => {
  const style = fc.constantFrom("heading", "strong", "quiet", "plain", "list", "table");
  const block = fc
    .tuple(style, anyText, fc.integer({ min: 1, max: 900 }), fc.boolean())
    .map(([kind, unit, times, spaced]): { readonly block: RenderedBlock; readonly text: string } => {
      const text = `${unit}${spaced ? " " : ""}`.repeat(times).slice(0, 9_000);
      const content = [{ type: "text" as const, text }];
      if (kind === "heading") return { block: { type: "heading", content }, text };
      if (kind === "list") return { block: { type: "list", items: [content, content] }, text: `•${text}•${text}` };
      if (kind === "table") return { block: { type: "table", head: [], rows: [[content]] }, text };
      return {
        block: {
          type: "paragraph",
          content,
          ...(kind === "plain" ? {} : { style: kind === "strong" ? "strong" : "quiet" }),
        },
        text,
      };
    });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      const parts = renderParts(rendered(...blocks.map((one) => one.block)), () => "");
      const read = parts.map((part) =>
        part.type === "text" ? withFound(parseHtml(part.html)) : { text: "", entities: [] },
      );
      for (const { text, entities } of read) {
        expect(text.length).toBeLessThanOrEqual(4_096);
        expect(text.isWellFormed()).toBe(true);
        expect(
          entities.filter(({ type }) => type === "mention" || type === "text_mention" || type === "text_link"),
        ).toEqual([]);
      }
      const wanted = visible(blocks.map(({ text }) => text).join("")).replaceAll("•", "");
      const got = visible(read.map(({ text }) => text).join("")).replaceAll("•", "");
      expect(got === wanted || (wanted === "" && got === "·")).toBe(true);
    }),
    { numRuns: 300 },
  );
});

// --- Menus ---

const described = (name: string, ...where: Where[]): CommandDescription => ({
  name,
  about: `about-${name}`,
  bare: { about: `about-${name}`, level: "member", where, answer: "chat", options: [] },
  words: [],
});

test("menus: per language and scope, registered again only when something changed", async () => {
  const host = new FakeHost({
    commands: [described("pledge", "cell", "direct"), described("setup", "unbound"), described("help-now", "direct")],
    languages: ["en", "es"],
  });
  const { server, another } = await start({ host });
  const names = (key: string) => server.menus.get(key)?.map(({ command }) => command);
  expect(names("all_group_chats|")).toEqual(["pledge", "setup"]);
  expect(names("all_private_chats|es")).toEqual(["pledge", "help_now"]);
  expect(server.menus.get("all_group_chats|es")?.[0]?.description).toBe("about-pledge (es)");
  expect(server.count("setMyCommands")).toBe(4);

  await another();
  expect(server.count("setMyCommands")).toBe(4);
  host.languages = ["en", "fr"];
  await another();
  expect(server.count("setMyCommands")).toBe(8);
  expect([...server.menus.keys()].sort()).toEqual([
    "all_group_chats|",
    "all_group_chats|fr",
    "all_private_chats|",
    "all_private_chats|fr",
  ]);
});

test("descriptions in each language and the menu button; what somebody else wrote there stays", async () => {
  const host = new FakeHost({ commands: [], languages: ["en", "es"] });
  const { server, another } = await start({ host });
  await host.when(() => server.profile.size === 4 && server.menuButton === "commands");
  expect(server.profile.get("description|")).toBe("core-telegram-description (en)");
  expect(server.profile.get("short_description|es")).toBe("core-telegram-short-description (es)");
  const written = server.count("setMyDescription");
  await another();
  expect(server.count("setMyDescription")).toBe(written);

  server.profile.set("description|", "Ours, by BotFather");
  host.languages = ["en", "fr"];
  await another();
  await host.when(() => server.profile.has("short_description|fr"));
  expect(server.profile.get("description|")).toBe("Ours, by BotFather");
  expect(server.profile.get("short_description|")).toBe("core-telegram-short-description (en)");
  // What is written there for all is shown in each language that has nothing of its own, and is not the bot's.
  expect(server.profile.has("description|fr")).toBe(false);
  expect(server.profile.get("short_description|fr")).toBe("core-telegram-short-description (fr)");
});

test("menus that are refused do not keep the bot from working, and are tried again", async () => {
  const host = new FakeHost({ commands: [described("pledge", "cell")] });
  const { server, another, adapter } = await start();
  await adapter.stop();
  server.fail("setMyCommands", { type: "status", code: 500 }, 2);
  await another({ host });
  server.person("Ana").writes("hello");
  await host.committed(1);
  await host.when(() => host.known.size === 1);
  expect(server.menus.get("all_group_chats|")).toHaveLength(1);
});

// --- Webhook ---

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

const withWebhook = async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/telegram/hook`;
  const harness = await start({ adapter: { webhook: { url, secret: "s3cret-s3cret", port } }, webhookRetryMs: 5 });
  return { ...harness, url };
};

test("webhook: only with the secret, only on its path", async () => {
  const { host, url } = await withWebhook();
  const update = {
    update_id: 1,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 5, type: "private" },
      from: { id: 5, first_name: "Eve" },
      text: "/x",
    },
  };
  const post = async (to: string, headers: Record<string, string>, body = JSON.stringify(update)): Promise<number> =>
    (await fetch(to, { method: "POST", headers, body })).status;
  const right = { "x-telegram-bot-api-secret-token": "s3cret-s3cret" };
  expect(await post(url, {})).toBe(401);
  expect(await post(url, { "x-telegram-bot-api-secret-token": "s3cret-s3cre" })).toBe(401);
  expect(await post(`${url}/other`, right)).toBe(404);
  expect((await fetch(url)).status).toBe(404);
  expect(await post(url, right, "{")).toBe(400);
  expect(host.handed).toEqual([]);
  expect(await post(url, right)).toBe(200);
  expect(host.inbox).toHaveLength(1);
});

test("webhook: 200 only after the commit, else it is brought again", async () => {
  const { server, host, adapter } = await withWebhook();
  let refusals = 2;
  host.beforeCommit = () => {
    if (refusals-- > 0) throw new Error("database is gone");
  };
  const ana = server.person("Ana");
  ana.writes("one");
  ana.writes("two");
  await host.committed(2);
  expect(host.written).toEqual(["one", "two"]);
  await adapter.stop();
  expect(server.webhookAnswers.slice(0, 3)).toEqual([503, 503, 200]);
  expect(server.webhookAnswers.at(-1)).toBe(200);
});

test("webhook: a port that is taken is said, and tried again", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { adapter, host } = await start({
    adapter: { webhook: { url: `http://127.0.0.1:${port}/`, secret: "s", port } },
  });
  expect(adapter.status()).toMatchObject({
    state: "down",
    detail: expect.stringMatching(/port cannot be listened on/),
  });
  await new Promise((resolve) => taken.close(resolve));
  await host.when(
    () => adapter.status().state === "up" && host.lines.some(({ message }) => message === "Telegram is connected"),
  );
});

test("from webhook back to polling, without losing what waited", async () => {
  const { server, adapter } = await withWebhook();
  await adapter.stop();
  server.person("Ana").writes("meanwhile");
  const host = new FakeHost();
  const poller = adapterOn(server);
  await poller.start(host);
  await host.committed(1);
  expect(host.written).toEqual(["meanwhile"]);
  await poller.stop();
});

// --- Secrets ---

test("no log line and no state holds the token, a name, an id or what was written", async () => {
  const { server, host, adapter } = await start();
  const ana = server.person("Anastasia", { username: "anastasia" });
  const group = server.group("Depot 5", { members: [ana] });
  for (const method of ["getUpdates", "sendMessage", "answerCallbackQuery", "deleteMessage"]) {
    server.fail(method, { type: "drop" });
    server.fail(method, { type: "status", code: 400, description: "Bad Request: secret words of Anastasia" });
  }
  ana.says(group, "/secret words");
  for (let i = 0; i < 3; i++)
    await adapter
      .send(toChat(group.id, rendered(paragraph("secret words")), { interaction: "1" }))
      .catch(() => undefined);
  await adapter.send({ type: "delete", id: "1", chat: { id: group.id }, messageId: "1" }).catch(() => undefined);
  await host.committed(1);
  await host.when(() => host.lines.some(({ level }) => level === "warn"));
  const written = inspect([host.lines, adapter.status()], { depth: 10 });
  expect(host.lines.length).toBeGreaterThan(3);
  expect(written).not.toMatch(
    new RegExp(`${server.token}|AAEmulated|secret|Anastasia|${ana.id}|${group.id}|127\\.0`, "i"),
  );
});
