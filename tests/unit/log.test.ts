/** What the nets of the log catch, wherever it stands. */
import { expect, it } from "vitest";
import { describeError } from "../../src/core/log.ts";
import { createLog } from "../../src/log.ts";

/** What is written of these fields. */
function logged(fields: Record<string, unknown>, message = "said"): string {
  const lines: string[] = [];
  createLog({ level: "debug", to: { write: (line: string) => void lines.push(line) } }).info(fields, message);
  return lines.join("");
}

const random = (length: number): string => "Ab0-_9Zy".repeat(length).slice(0, length);
/** Of the form of each platform's tokens, and of nobody. */
const telegram = `${"1".repeat(10)}:${random(35)}`;
const discord = `${random(26)}.${random(6)}.${random(38)}`;
const matrix = `syt_${"Ab09".repeat(6)}_${"x".repeat(10)}`;
const interaction = random(60);

it.each([
  ["Telegram: the path of an address", `https://api.telegram.org/bot${telegram}/sendMessage`, telegram.slice(11)],
  ["Telegram: escaped", `GET /bot${telegram.replace(":", "%3A")}/getMe failed`, telegram.slice(11)],
  ["Telegram: a file", `https://api.telegram.org/file/bot${telegram}/photos/1.jpg`, telegram.slice(11)],
  ["Discord: in a query", `wss://gateway.discord.gg/?token=${discord}&v=10`, discord],
  ["Discord: glued", `Bot${discord}`, discord.slice(-38)],
  ["Discord: an interaction", `https://discord.com/api/v10/interactions/123/${interaction}/callback`, interaction],
  ["Discord: a webhook", `https://discord.com/api/webhooks/123/${interaction}/messages/@original`, interaction],
  ["Matrix: in a query", `https://m.example.org/_matrix/client/v3/sync?access_token=${matrix}`, matrix],
  ["Matrix: escaped", `https://m.example.org/?redirect=x%3Faccess_token%3D${matrix}`, matrix],
  ["Matrix: a room in an address", "https://m.example.org/rooms/%21zwiebel%3Aexample.org/send", "zwiebel"],
  ["Matrix: a person in an address", "https://m.example.org/profile/%40quetzal%3aexample.org", "quetzal"],
  ["a password in an address", "postgresql://steward:hunter2hunter2@db/steward", "hunter2hunter2"],
])("%s", (_, text, secret) => {
  expect(text).toContain(secret);
  for (const line of [logged({ reason: text }), logged({ deep: { list: [text] } }), logged({}, text)]) {
    expect(line).not.toContain(secret);
    expect(line).toContain("[redacted]");
  }
});

it("an error is its kind and its places; a line of its message that looks like a place is none", () => {
  const words = "no row for this:\n    at Quetzalcoatl (/secret/words.ts:1:2)\n    at Moorhuhn";
  const error = new TypeError(words);
  const { error: kind, at } = describeError(error) as { readonly error: string; readonly at: readonly string[] };
  expect(kind).toBe("TypeError");
  expect(at.length).toBeGreaterThan(0);
  expect(at[0]).toMatch(/log\.test\.ts:\d+:\d+/u);
  for (const line of [JSON.stringify(at), logged({ failure: error }), logged(describeError(error))]) {
    expect(line).not.toMatch(/Quetzalcoatl|Moorhuhn|secret/u);
    expect(line).toContain("log.test.ts");
  }
  // Whose message was changed afterwards: nobody can tell where it ends.
  error.message = "something else";
  expect(logged({ failure: error })).not.toMatch(/Quetzalcoatl|Moorhuhn|something else/u);
});
