/**
 * What is logged at its most talkative while people talk and everything goes wrong, through the real adapters and their
 * libraries: no text, no name, no id, no token. Each string that is looked for occurs nowhere else.
 */
import { afterEach, expect, it, vi } from "vitest";
import { DiscordAdapter } from "../../adapters/discord/adapter.ts";
import { TelegramAdapter } from "../../adapters/telegram/adapter.ts";
import { openDatabase } from "../../src/store/database.ts";
import { DiscordServer } from "../kit/discord/server.ts";
import { runSteward, until, type Running } from "../kit/running.ts";
import { quick } from "../kit/telegram/harness.ts";
import { startTelegram } from "../kit/telegram/server.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** What the libraries and Node say past our log would be seen too. */
function listen(): string[] {
  const said: string[] = [];
  const take = (chunk: unknown): boolean => {
    said.push(String(chunk));
    return true;
  };
  for (const stream of [process.stdout, process.stderr]) {
    const spy = vi.spyOn(stream, "write").mockImplementation(take);
    ends.push(() => spy.mockRestore());
  }
  for (const name of ["log", "info", "warn", "error", "debug"] as const) {
    const spy = vi
      .spyOn(console, name)
      .mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(" ")));
    ends.push(() => spy.mockRestore());
  }
  return said;
}

function silentAbout(running: Running, said: readonly string[], secrets: readonly string[]): void {
  const all = [...running.lines, ...said].join("\n");
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThanOrEqual(4);
    expect(
      all.includes(secret),
      `the log holds ${secret}: ${all.split("\n").find((line) => line.includes(secret)) ?? ""}`,
    ).toBe(false);
  }
  for (const line of running.lines)
    expect(Object.keys(JSON.parse(line) as object)).toEqual(expect.arrayContaining(["level", "time", "msg"]));
}

it("Telegram: refusals that quote people, cut connections, a token that is not taken, work that breaks", async () => {
  const server = await startTelegram({ limits: false });
  ends.push(() => server.close());
  const said = listen();
  const database = await openDatabase({ url: "file::memory:" });
  const adapter = new TelegramAdapter({ token: server.token, apiRoot: server.apiRoot, timing: quick });
  const running = await runSteward(database, [adapter]);
  ends.push(() => running.stop());
  const zoe = server.person("Zebediah Quux", { username: "zebquux" });
  const ana = server.person("Anastasia Wibble", { username: "anawibble" });
  const group = server.group("Frobnicate Depot", { owner: zoe, members: [ana] });
  const told = (count: number): Promise<unknown> => until("an answer", () => group.told.length >= count);
  zoe.says(group, "/setup federation:Grumblers cell:Frobcell sector:Snarksector zone:Europe/Paris language:en");
  await told(1);
  zoe.says(group, '/drive new "Shall we xyzzyplugh?" goal:3 deadline:"in 7 days"');
  await told(2);

  const logged = (words: string): Promise<unknown> =>
    until(words, () => running.lines.some((line) => line.includes(words)));
  const quote = 'Bad Request: can\'t parse entities: "xyzzyplugh" of Anastasia Wibble @anawibble';
  server.fail("sendMessage", { type: "status", code: 400, description: quote });
  ana.says(group, "/pledge frotzword");
  server.fail("sendMessage", { type: "drop" });
  server.fail("sendMessage", { type: "gateway", code: 502 });
  ana.writes("/pledge frotzword");
  server.fail("editMessageText", { type: "status", code: 403, description: quote });
  ana.says(group, "/pledge in");
  server.fail("getUpdates", { type: "status", code: 500, description: quote }, 2);
  server.fail("getUpdates", { type: "gateway", code: 502 }, 2);
  await logged("Telegram cannot be reached");
  server.refusesToken = true;
  await logged("does not accept the token");
  server.refusesToken = false;
  await until("Telegram to be back", () => adapter.status().state === "up");

  // The database fails with a sentence that quotes: once inside of an event, and once for everything.
  const { transaction } = database;
  let failures = 0;
  const failing = vi.spyOn(database, "transaction").mockImplementation((work) =>
    failures++ < 4
      ? Promise.reject(
          Object.assign(new Error(`no row for Anastasia Wibble: ${server.token} xyzzyplugh`), {
            code: "P2025",
            meta: { text: "frotzword" },
          }),
        )
      : transaction.call(database, work),
  );
  ana.says(group, "/pledge withdraw");
  await logged("event not recorded");
  await until("it to be recorded", () => server.unconfirmed.length === 0);
  failing.mockRestore();
  group.removesBot(zoe);
  await until("everything to be sent or put off", () => running.steward.delivery.pending <= 5);
  expect(running.lines.length).toBeGreaterThan(5);
  silentAbout(running, said, [
    ...[zoe, ana].map(({ id }) => id),
    group.id,
    server.token,
    server.token.split(":")[1] ?? "",
    ...["Zebediah", "Quux", "zebquux", "Anastasia", "Wibble", "anawibble", "Frobnicate", "Grumblers", "Frobcell"],
    ...["Snarksector", "xyzzyplugh", "frotzword", "parse entities"],
  ]);
});

it("Discord: the same", async () => {
  const server = await DiscordServer.start({ limits: false });
  ends.push(() => server.close());
  const said = listen();
  const adapter = new DiscordAdapter({
    token: server.token,
    api: server.api,
    pauses: { firstMs: 5, longestMs: 40, refusedMs: 40 },
  });
  const running = await runSteward(await openDatabase({ url: "file::memory:" }), [adapter]);
  ends.push(() => running.stop());
  const zoe = server.person("Zebediah Quux");
  const guild = server.guild("Frobnicate Guild", { owner: zoe, members: [zoe], channels: ["frobchannel"] });
  const channel = guild.channel("frobchannel");
  const set = zoe.uses(
    "setup",
    { federation: "Grumblers", cell: "Frobcell", sector: "Snarksector", zone: "Europe/Paris", language: "en" },
    channel,
  );
  await (await set.acknowledged()).answer();
  server.fails("POST", /callback/, { type: "status", code: 500 });
  server.fails("POST", /messages|webhooks/, { type: "status", code: 403, error: 50013 });
  server.fails("PATCH", /webhooks/, { type: "drop" });
  const drive = zoe.uses("drive new", { question: "Shall we xyzzyplugh?", goal: "3", deadline: "in 7 days" }, channel);
  await drive.acknowledged();
  await until("a refusal", () => running.steward.delivery.pending <= 5);
  server.fails("PATCH", /webhooks/, { type: "status", code: 400, error: 50035 });
  await zoe.uses("drive new", { question: "And frotzword?", goal: "3", deadline: "in 7 days" }, channel).acknowledged();
  server.gateway.drop(4000);
  await until("the connection to be lost", () => running.lines.some((line) => /lost|closed/.test(line)));
  await until("Discord to be back", () => adapter.status().state === "up");
  silentAbout(running, said, [
    zoe.id,
    channel.id,
    guild.id,
    server.token,
    ...[...server.interactions.values()].flatMap(({ id, token }) => [id, token]),
    ...[
      "Zebediah",
      "Quux",
      "Frobnicate",
      "frobchannel",
      "Grumblers",
      "Frobcell",
      "Snarksector",
      "xyzzyplugh",
      "frotzword",
    ],
  ]);
});
