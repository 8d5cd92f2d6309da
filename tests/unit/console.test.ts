import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { ConsoleAdapter } from "../../adapters/console/console.ts";
import { displayWidth, lineText, renderLines, wrapLines } from "../../adapters/console/render.ts";
import type { AdapterHost } from "../../src/chat/adapter.ts";
import type { Inbound } from "../../src/chat/inbound.ts";
import type { Rendered, RenderedBlock } from "../../src/chat/message.ts";
import type { Inline } from "../../src/chat/phrase.ts";

const text = (words: string): Inline => ({ type: "text", text: words });
const rendered = (...blocks: RenderedBlock[]): Rendered => ({ language: "en", blocks });
const paragraph = (words: string): RenderedBlock => ({ type: "paragraph", content: [text(words)] });
const buttons: RenderedBlock = {
  type: "buttons",
  rows: [
    [
      { id: "b1", label: "I'm in", press: "unseen" },
      { id: "b2", label: "Withdraw", press: "unseen" },
    ],
  ],
};
const lines = (...blocks: RenderedBlock[]): string[] => renderLines(rendered(...blocks)).map(lineText);

describe("a message as lines", () => {
  it("of every kind of block", () => {
    expect(
      lines(
        { type: "heading", content: [text("Title")] },
        paragraph("one\ntwo"),
        { type: "list", items: [[text("a\nb")], [{ type: "mention", user: { id: "1" }, name: "ben" }]] },
        { type: "list", ordered: true, items: [[text("first")]] },
        { type: "progress", value: 3, goal: 10, label: [text("3 of 10")] },
        { type: "file", file: { name: "me.json", mediaType: "application/json", data: "e30=" } },
        buttons,
        { type: "choices", reactions: false, items: [{ mark: "!1", label: "Going", id: "x" }] },
        { type: "link", label: "Write to me", to: "direct" },
        { type: "ask", id: "q", label: "How many?", placeholder: "50" },
      ),
    ).toEqual([
      "Title",
      "one",
      "two",
      "• a",
      "  b",
      "• @ben",
      "1. first",
      "▓▓▓░░░░░░░ 3 of 10",
      "📎 me.json · application/json · 2 B",
      "[I'm in] [Withdraw]",
      "!1 Going",
      "→ Write to me",
      "How many?",
      "50",
    ]);
  });

  it("with tables aligned by what a terminal shows, not by the length of strings", () => {
    const rows = [
      ["日本", "1"],
      ["Zoë", "22"],
      ["👍🏽", "3"],
    ].map((row) => row.map((cell) => [text(cell)]));
    expect(lines({ type: "table", head: [[text("cell")], [text("n")]], rows })).toEqual([
      "cell  n",
      "日本  1",
      "Zoë   22",
      "👍🏽    3",
    ]);
    expect([displayWidth("日本"), displayWidth("e\u0301"), displayWidth("👩‍👩‍👧"), displayWidth("1️⃣")]).toEqual([
      2 * 2,
      1,
      2,
      2,
    ]);
  });

  it("with a bar that is full only when the goal is met, and not empty when somebody answered", () => {
    const bar = (value: number, goal: number) => lines({ type: "progress", value, goal, label: [text("")] })[0]?.trim();
    expect(bar(0, 50)).toBe("░░░░░░░░░░");
    expect(bar(1, 50)).toBe("▓░░░░░░░░░");
    expect(bar(49, 50)).toBe("▓▓▓▓▓▓▓▓▓░");
    expect(bar(50, 50)).toBe("▓▓▓▓▓▓▓▓▓▓");
    expect(bar(900, 50)).toBe("▓▓▓▓▓▓▓▓▓▓");
    expect(bar(0, 0)).toBe("▓▓▓▓▓▓▓▓▓▓");
  });

  it("no wider than a terminal: broken between words, with buttons whole", () => {
    const wide = [
      ...renderLines(rendered({ type: "list", items: [[text("Whoever wants to take turns presses the button")]] })),
      ...renderLines(rendered(buttons)),
    ];
    expect(wrapLines(wide, 20).map((one) => lineText(one).trimEnd())).toEqual([
      "• Whoever wants to",
      "  take turns presses",
      "  the button",
      "[I'm in] [Withdraw]",
    ]);
    expect(wrapLines(wide.slice(1), 12).map((one) => lineText(one).trimEnd())).toEqual(["[I'm in]", "[Withdraw]"]);
  });

  it("without anything that a terminal would obey", () => {
    const evil = "\u001B[2J\u009B31mred\u0007\u202Eabc\u2066\r\nnext\u2028third\u0000";
    expect(lines(paragraph(evil))).toEqual(["[2J31mredabc", "next", "third"]);
  });
});

/** A console with a bot that only notes what it is told, and answers nothing. */
async function consoleWith(input: string, wait?: (ms: number) => Promise<void>) {
  const output = new PassThrough();
  const adapter = new ConsoleAdapter({ input: Readable.from([input]), output });
  const received: Inbound[] = [];
  const facts = new Map<string, string>();
  let settled = 0;
  const host: AdapterHost = {
    async receive(inbound) {
      received.push(inbound);
      if (inbound.said.type === "text" && inbound.said.text === "/file") {
        const file = { name: "../steward me.json", mediaType: "application/json", data: "e30=" };
        const message = rendered({ type: "file", file });
        await adapter.send({ id: "3", type: "message", chat: inbound.chat, message });
      }
      if (inbound.said.type !== "text" || !inbound.said.text.startsWith("/card")) return;
      await adapter.send({
        id: "1",
        type: "message",
        chat: inbound.chat,
        message: rendered(paragraph("Card"), buttons),
      });
      await adapter.send({
        id: "2",
        type: "private",
        chat: inbound.chat,
        to: inbound.sender.id,
        message: rendered(paragraph("For you")),
        interaction: inbound.interaction?.token ?? "",
      });
    },
    commands: [
      {
        name: "pledge",
        about: "",
        words: [{ name: "new", about: "", level: "member", where: ["cell"], answer: "chat", options: [] }],
        bare: {
          about: "",
          level: "member",
          where: ["cell"],
          answer: "private",
          options: [
            { name: "drive", about: "", required: false, kind: "drive", completes: true },
            {
              name: "reveal",
              about: "",
              required: false,
              kind: "choice",
              completes: false,
              words: ["live", "at-goal"],
            },
          ],
        },
      },
    ],
    complete: () => Promise.resolve([]),
    languages: ["en"],
    text: (_, id) => `<${id}>`,
    facts: {
      get: (name) => Promise.resolve(facts.get(name)),
      set: (name, value) => {
        facts.set(name, value);
        return Promise.resolve();
      },
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => 1_000_000,
  };
  await adapter.start(host);
  await adapter.run(() => {
    settled++;
    return Promise.resolve();
  }, wait);
  return { adapter, received, printed: String(output.read() ?? ""), settled: () => settled };
}

describe("the console", () => {
  it("begins with three lines, works each line off, and ends with the input", async () => {
    const { received, printed, settled } = await consoleWith("hello\nas ben@depot7\nhi\nzoe@direct: /me show\n");
    expect(printed.split("\n").slice(0, 4)).toEqual([
      "<console-begin>",
      "<console-switch>",
      "<console-connect>",
      "ana@depot5> hello",
    ]);
    expect(received.map(({ sender, chat, said }) => [sender.id, chat.kind, chat.id, said])).toMatchObject([
      ["ana", "group", "depot5", { type: "text", text: "hello" }],
      ["ben", "group", "depot7", { type: "text", text: "hi" }],
      ["zoe", "direct", "direct:zoe", { type: "text", text: "/me show" }],
    ]);
    expect(settled()).toBeGreaterThanOrEqual(4);
  });

  it("hands Enter alone on as an empty answer", async () => {
    const { received } = await consoleWith("/setup\n\n");
    expect(received.map(({ said }) => said)).toMatchObject([{ text: "/setup" }, { type: "text", text: "" }]);
  });

  it("gives every event an id of its own and a way to answer in place", async () => {
    const { received } = await consoleWith("a\nb\n");
    expect(new Set(received.map(({ eventId }) => eventId)).size).toBe(2);
    expect(received[0]?.interaction).toMatchObject({ seenBy: "person" });
  });

  it("shows messages and private answers, and presses buttons by their label", async () => {
    const { received, printed } = await consoleWith("/card\nben@depot5 presses i’M IN\npresses Nothing\n");
    expect(printed).toContain("depot5 | Card\n  [I'm in] [Withdraw]\n");
    expect(printed).toContain("depot5 > ana | For you\n");
    expect(received[1]).toMatchObject({ sender: { id: "ben" }, said: { type: "press", button: "b1" } });
    expect(printed).toContain("<console-no-such-button>");
    expect(received).toHaveLength(2);
  });

  it("tells the bot whom somebody means", async () => {
    const { received } = await consoleWith("ben@depot5: hi\nana@depot5: /vouch @ben and mail@ben\n");
    expect(received[1]?.said).toMatchObject({ mentions: [{ from: 7, to: 11, user: { id: "ben" } }] });
  });

  it("makes who opens a chat its administrator", async () => {
    const { adapter } = await consoleWith("hello\nben@depot5: hello\nben@depot7: hello\n");
    expect(await adapter.isAdministrator({ id: "depot5" }, "ana")).toBe(true);
    expect(await adapter.isAdministrator({ id: "depot5" }, "ben")).toBe(false);
    expect(await adapter.isAdministrator({ id: "depot7" }, "ben")).toBe(true);
  });

  it("prints edits with another sign, also of messages from before a restart", async () => {
    const { adapter } = await consoleWith("quit\n");
    await expect(
      adapter.send({
        id: "9",
        type: "edit",
        chat: { id: "depot5" },
        messageId: "old",
        message: rendered(paragraph("New")),
      }),
    ).resolves.toEqual({ messageId: "old" });
  });

  it("says that time cannot be skipped, and leaves with quit", async () => {
    const { printed, received } = await consoleWith("wait 3 days\nquit\nhello\n");
    expect(printed).toContain("<console-time-passes>");
    expect(received).toEqual([]);
  });

  it("lets time pass where its clock can be moved, and says until when", async () => {
    const waited: number[] = [];
    const { printed, received } = await consoleWith("wait 3 days\nwait 2 hours\nwait a bit\nwait 999 weeks\n", (ms) => {
      waited.push(ms / 3_600_000);
      return Promise.resolve();
    });
    expect(waited).toEqual([72, 2]);
    expect(printed).toContain("<console-now> 1970-01-01 00:16 UTC");
    expect(printed.match(/<console-how-long>/g)).toHaveLength(2);
    expect(received).toEqual([]);
  });

  it("answers talk with how to begin, and takes the name of a command for the command", async () => {
    const { printed, received } = await consoleWith("hello\nPledge\n/none\n");
    expect(printed).toContain("<console-talk>");
    expect(received.map(({ said }) => said)).toMatchObject([
      { text: "hello" },
      { text: "Pledge" },
      { text: "/Pledge" },
      { text: "/none" },
    ]);
  });

  it("stays in the chat when another one speaks, unless one is named", async () => {
    const { received } = await consoleWith("as ben@depot7\nhi\nas cho\nhi\nas \n");
    expect(received.map(({ sender, chat }) => [sender.id, chat.id])).toEqual([
      ["ben", "depot7"],
      ["cho", "depot7"],
    ]);
  });

  it("puts files where they can be opened", async () => {
    const { printed } = await consoleWith("/file\n");
    const path = /^ {2}(\S+steward-me\.json)$/mu.exec(printed)?.[1] ?? "";
    expect(path).not.toContain("..");
    expect(readFileSync(path, "utf8")).toBe("{}");
    rmSync(dirname(path), { recursive: true });
  });

  it("completes commands, words, options and their values, people and chats", async () => {
    const { adapter } = await consoleWith("as ben@depot7\n");
    expect(adapter.complete("/pl")).toEqual([["/pledge "], "/pl"]);
    expect(adapter.complete("!pl")).toEqual([["!pledge "], "!pl"]);
    expect(adapter.complete("/pledge n")[0]).toContain("new ");
    expect(adapter.complete("/pledge x d")).toEqual([["drive:"], "d"]);
    expect(adapter.complete("/pledge drive:1 reveal:at")).toEqual([["reveal:at-goal "], "reveal:at"]);
    expect(adapter.complete("as b")[0]).toEqual(["ben", "ben@depot5", "ben@depot7", "ben@direct"]);
    expect(adapter.complete("as ben@dep")).toEqual([["ben@depot5", "ben@depot7"], "ben@dep"]);
    expect(adapter.complete("pre")).toEqual([["presses "], "pre"]);
  });
});
