/** The emulated Bot API itself: what it refuses, and how it hands out updates. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseHtml } from "../kit/telegram/html.ts";
import { RateLimits } from "../kit/telegram/limits.ts";
import { startTelegram, type TelegramServer } from "../kit/telegram/server.ts";

let server: TelegramServer;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 21);
  server = await startTelegram({ now: () => clock });
});
afterEach(() => server.close());

interface Answer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

async function call(method: string, parameters: Record<string, unknown> = {}, token = server.token): Promise<Answer> {
  const answer = await fetch(`${server.apiRoot}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(parameters),
  });
  return (await answer.json()) as Answer;
}

const refusal = async (method: string, parameters: Record<string, unknown>): Promise<string | undefined> =>
  (await call(method, parameters)).description;

const updates = async (parameters: Record<string, unknown> = {}): Promise<readonly { readonly update_id: number }[]> =>
  (await call("getUpdates", parameters)).result as readonly { readonly update_id: number }[];

test("updates come again until an offset confirms them", async () => {
  const ana = server.person("Ana");
  ana.writes("one");
  ana.writes("two");
  const [first, second] = await updates();
  expect((await updates()).length).toBe(2);
  expect(await updates({ offset: (first?.update_id ?? 0) + 1 })).toMatchObject([{ update_id: second?.update_id }]);
  expect(await updates({ offset: (second?.update_id ?? 0) + 1 })).toEqual([]);
  expect(await updates()).toEqual([]);
});

test("a long poll answers when something happens, and a second one ends the first with 409", async () => {
  const ana = server.person("Ana");
  const first = call("getUpdates", { timeout: 30 });
  while (server.count("getUpdates") < 1) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const second = call("getUpdates", { timeout: 30 });
  expect(await first).toMatchObject({ ok: false, error_code: 409 });
  ana.writes("hello");
  expect((await second).result).toHaveLength(1);
});

test("presses wait 150 seconds, messages a day", async () => {
  const ana = server.person("Ana");
  ana.starts();
  await call("sendMessage", {
    chat_id: ana.user.id,
    text: "?",
    reply_markup: { inline_keyboard: [[{ text: "Yes", callback_data: "y" }]] },
  });
  const [message] = ana.told;
  if (message === undefined) throw new Error("nothing told");
  ana.presses(message, "Yes");
  clock += 149_000;
  expect(await updates()).toHaveLength(2);
  clock += 2_000;
  expect(await updates()).toHaveLength(1);
  clock += 86_400_000;
  expect(await updates()).toHaveLength(0);
});

test("allowed_updates: what is not asked for does not come, chat_member only by name", async () => {
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  group.promotesBot(ana);
  await updates({ allowed_updates: ["message"] });
  ana.blocks();
  group.leaves(ana);
  expect((await updates()).map((update) => Object.keys(update)[1])).toEqual(["my_chat_member", "message"]);
  await updates({ allowed_updates: ["chat_member"], offset: 900_000 });
  group.leaves(ana);
  expect((await updates()).map((update) => Object.keys(update)[1])).toEqual(["chat_member"]);
});

test("a wrong token is 401, an unknown method 404", async () => {
  expect(await call("getMe", {}, "7000000001:wrong")).toMatchObject({ ok: false, error_code: 401 });
  expect(await call("sendMessages")).toMatchObject({ ok: false, error_code: 404 });
});

test.each([
  ["<b>open", /Can't find end tag corresponding to start tag "b"/],
  ["<blink>x</blink>", /Unsupported start tag "blink"/],
  ["a < b", /Unsupported start tag/],
  ["x</b>", /Unexpected end tag/],
  ["<b><i>x</b></i>", /Unmatched end tag at byte offset 7, expected "<\/i>", found "<\/b>"/],
])("HTML %s is refused", async (text, why) => {
  const ana = server.person("Ana");
  ana.starts();
  expect(await refusal("sendMessage", { chat_id: ana.user.id, text, parse_mode: "HTML" })).toMatch(why);
});

test("HTML becomes text and entities", () => {
  expect(parseHtml(" <b>a &lt;b&gt; <i>c</i></b> &amp;nbsp; &copy; &#33; ")).toEqual({
    text: "a <b> c &nbsp; &copy; !",
    entities: [
      { type: "bold", offset: 0, length: 7 },
      { type: "italic", offset: 6, length: 1 },
    ],
  });
});

test("lengths: text, buttons, alerts, menus", async () => {
  const ana = server.person("Ana");
  ana.starts();
  server.limits = false;
  const chat_id = ana.user.id;
  const keyboard = (button: object): object => ({ chat_id, text: "x", reply_markup: { inline_keyboard: [[button]] } });
  expect((await call("sendMessage", { chat_id, text: `<b>${"x".repeat(4096)}</b>`, parse_mode: "HTML" })).ok).toBe(
    true,
  );
  expect(await refusal("sendMessage", { chat_id, text: "x".repeat(4097) })).toMatch(/message is too long/);
  expect(await refusal("sendMessage", { chat_id, text: " \n" })).toMatch(/text is empty/);
  expect((await call("sendMessage", { ...keyboard({ text: "x", callback_data: "é".repeat(32) }) })).ok).toBe(true);
  expect(await refusal("sendMessage", { ...keyboard({ text: "x", callback_data: `${"é".repeat(32)}x` }) })).toMatch(
    /BUTTON_DATA_INVALID/,
  );
  const [, message] = ana.told;
  if (message === undefined) throw new Error("nothing told");
  const press = ana.presses(message, "x");
  expect(await refusal("answerCallbackQuery", { callback_query_id: press, text: "x".repeat(201) })).toMatch(
    /MESSAGE_TOO_LONG/,
  );
  expect((await call("answerCallbackQuery", { callback_query_id: press, text: "x".repeat(200) })).ok).toBe(true);
  expect(await refusal("answerCallbackQuery", { callback_query_id: press })).toMatch(/query is too old/);
  const menu = (command: string): object => ({ commands: [{ command, description: "d" }] });
  expect(await refusal("setMyCommands", { ...menu("help-now") })).toMatch(/BOT_COMMAND_INVALID/);
  expect(await refusal("setMyCommands", { ...menu("help"), language_code: "eng" })).toMatch(/invalid language code/);
});

test("a press can be answered only for a while", async () => {
  const ana = server.person("Ana");
  ana.starts();
  await call("sendMessage", {
    chat_id: ana.user.id,
    text: "?",
    reply_markup: { inline_keyboard: [[{ text: "Yes", callback_data: "y" }]] },
  });
  const [message] = ana.told;
  if (message === undefined) throw new Error("nothing told");
  const press = ana.presses(message, "Yes");
  clock += 151_000;
  expect(await refusal("answerCallbackQuery", { callback_query_id: press })).toMatch(/query is too old/);
});

test("429 with retry_after: one a second in a chat, twenty a minute in a group, thirty a second over all", async () => {
  const group = server.group("Depot 5");
  const say = (chat_id: number): Promise<Answer> => call("sendMessage", { chat_id, text: "x" });
  expect((await say(group.chat.id)).ok).toBe(true);
  expect(await say(group.chat.id)).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
  for (let i = 1; i < 20; i++) {
    clock += 1_000;
    expect((await say(group.chat.id)).ok).toBe(true);
  }
  clock += 1_000;
  expect(await say(group.chat.id)).toMatchObject({ error_code: 429, parameters: { retry_after: 40 } });
  const limits = new RateLimits();
  for (let chat = 0; chat < 30; chat++) expect(limits.take(chat, false, 0)).toBe(0);
  expect(limits.take(31, false, 500)).toBe(1);
  expect(limits.take(31, false, 1_000)).toBe(0);
});

test("whom a bot cannot write to", async () => {
  const ana = server.person("Ana");
  const group = server.group("Depot 5", { members: [ana] });
  const write = (chat_id: number): Promise<string | undefined> => refusal("sendMessage", { chat_id, text: "x" });
  expect(await write(ana.user.id)).toMatch(/^Forbidden: bot can't initiate conversation/);
  ana.starts();
  ana.blocks();
  expect(await write(ana.user.id)).toMatch(/^Forbidden: bot was blocked/);
  expect(await write(-4)).toMatch(/chat not found/);
  group.removesBot(ana);
  expect(await write(group.chat.id)).toMatch(/^Forbidden: bot was kicked from the group chat/);
  const other = server.group("Depot 6", { members: [ana] });
  const old = other.chat.id;
  other.migrates(ana);
  expect(await call("sendMessage", { chat_id: old, text: "x" })).toMatchObject({
    error_code: 400,
    parameters: { migrate_to_chat_id: other.chat.id },
  });
});

test("an edit that changes nothing is refused", async () => {
  const ana = server.person("Ana");
  ana.starts();
  server.limits = false;
  await call("sendMessage", { chat_id: ana.user.id, text: "one" });
  const [message] = ana.told;
  const edit = { chat_id: ana.user.id, message_id: message?.id };
  expect(await refusal("editMessageText", { ...edit, text: "<b></b>one ", parse_mode: "HTML" })).toMatch(
    /message is not modified/,
  );
  expect((await call("editMessageText", { ...edit, text: "two" })).ok).toBe(true);
  expect(ana.told[0]).toMatchObject({ text: "two", earlier: ["one"], edits: 1 });
  expect(await refusal("editMessageText", { ...edit, message_id: 99, text: "x" })).toMatch(/message to edit not found/);
});

test("privacy mode: commands, replies to the bot and service messages, nothing else", async () => {
  const ana = server.person("Ana");
  const ben = server.person("Ben");
  const helper = server.person("Helper", { bot: true, username: "helper_bot" });
  const group = server.group("Depot 5", { members: [ana, ben, helper] });
  await call("sendMessage", { chat_id: group.chat.id, text: "Hello" });
  const [own] = group.told;
  if (own === undefined) throw new Error("nothing told");
  ana.says(group, "just talk @steward_bot");
  ana.says(group, "/pledge in");
  ana.says(group, "/pledge@helper_bot in");
  helper.says(group, "beep");
  ana.says(group, "/pledge in");
  ana.says(group, "/pledge@Steward_Bot in");
  ana.says(group, "yes", { replyTo: own });
  group.leaves(ben);
  const seen = (await updates()) as unknown as readonly { message: { text?: string; left_chat_member?: object } }[];
  expect(seen.map(({ message }) => message.text ?? Object.keys(message).at(-1))).toEqual([
    "/pledge in",
    "/pledge@Steward_Bot in",
    "yes",
    "left_chat_member",
  ]);
});
