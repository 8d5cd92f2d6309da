import { expect, it } from "vitest";
import { asJson, asText, type Seen } from "../../../src/rehearsal/output.ts";

const seen: Seen = {
  at: "2026-03-20T17:00",
  chat: "depot5",
  platform: "telegram",
  to: null,
  kind: "message",
  text: "one\ntwo",
  buttons: ["I'm in", "Withdraw"],
  file: null,
};
const lines = ["one", "two", "[I'm in] [Withdraw]"];
const edited = false;

it("a message, with its further lines indented by two spaces and its buttons below", () => {
  expect(asText({ seen, lines, edited })).toBe("2026-03-20T17:00 depot5 | one\n  two\n  [I'm in] [Withdraw]");
});

it("an edit, a private answer, a direct message", () => {
  expect(asText({ seen: { ...seen, kind: "edit" }, lines: ["one"], edited: true })).toBe(
    "2026-03-20T17:00 depot5 ~ one",
  );
  // One with a picture is printed as an edit all the same.
  expect(asText({ seen: { ...seen, kind: "file" }, lines: ["one"], edited: true })).toBe(
    "2026-03-20T17:00 depot5 ~ one",
  );
  expect(asText({ seen: { ...seen, kind: "private", to: "ana" }, lines: ["one"], edited })).toBe(
    "2026-03-20T17:00 depot5 > ana | one",
  );
  expect(asText({ seen: { ...seen, kind: "private", chat: "direct", to: "ana" }, lines: ["one"], edited })).toBe(
    "2026-03-20T17:00 direct > ana | one",
  );
});

it("a message of nothing but buttons keeps them on a line of their own", () => {
  expect(asText({ seen: { ...seen, text: "" }, lines: ["[Done]"], edited })).toBe(
    "2026-03-20T17:00 depot5 |\n  [Done]",
  );
});

it("JSON has exactly these keys, in one line", () => {
  const file = { name: "me.json", mediaType: "application/json", size: 12 };
  const json = asJson({ seen: { ...seen, file }, lines, edited });
  expect(json).not.toContain("\n");
  expect(Object.keys(JSON.parse(json) as object)).toEqual([
    "at",
    "chat",
    "platform",
    "to",
    "kind",
    "text",
    "buttons",
    "file",
  ]);
  expect(json).toContain('"to":null');
  expect(json).toContain('"file":{"name":"me.json","mediaType":"application/json","size":12}');
});
