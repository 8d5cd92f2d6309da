/** What the operator is told, on emulated servers. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { pagesFinding } from "../../src/cli/doctor-pages.ts";
import { examine, zoneData } from "../../src/cli/doctor.ts";
import { zoneVersions } from "../../src/zone-data.ts";
import type { PlatformName } from "../../src/chat/inbound.ts";
import { randomId, secureRandom } from "../../src/core/random.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import { DiscordServer } from "../kit/discord/server.ts";
import { makeCell } from "../kit/in-cell.ts";
import { startTelegram } from "../kit/telegram/server.ts";

const masterKey = Buffer.alloc(32, "0123456789abcdef!");
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Bound {
  readonly platform: PlatformName;
  readonly account: string;
  readonly id: string;
}

/** A database with a cell that has these chats, and the environment of its bot. */
async function withChats(...chats: readonly Bound[]): Promise<Record<string, string>> {
  const at = await mkdtemp(join(tmpdir(), "steward-doctor-"));
  ends.push(() => rm(at, { recursive: true, force: true }));
  const url = `file:${join(at, "steward.db")}`;
  const database = await openDatabase({ url });
  const keyring = openKeyring(masterKey);
  await database.transaction(async (tx) => {
    const session = { tx, keyring, now: Date.now(), newId: () => randomId(secureRandom) };
    const { cells, cell } = await makeCell(session, { zone: "Asia/Almaty" });
    for (const { platform, account, id } of chats)
      await cells.bind(cell, { platform, account, ref: { id }, title: `Chat ${id}`, encrypted: false });
  });
  await database.close();
  return { DATABASE_URL: url, STEWARD_MASTER_KEY: masterKey.toString("base64") };
}

/** Its findings, with what is wrong and its remedy in one line. */
async function told(
  environment: Record<string, string>,
): Promise<{ readonly wrong: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const write = (line: string): void => {
    if (line.startsWith(" ")) lines.push(`${lines.pop() ?? ""} ->${line.trim()}`);
    else lines.push(line);
  };
  // On the day on which the zone data came out, so that it is not old.
  const wrong = await examine(environment, write, Date.parse(zoneVersions().used.date ?? ""));
  expect(lines.filter((line) => line.startsWith("WRONG")).every((line) => /->\S.*\.$/.test(line))).toBe(true);
  return { wrong, lines };
}

it("a configuration, a database, zones: what is wrong is named with its remedy", async () => {
  expect((await told({ LOG_LEVEL: "loud", DISCORD_TOKEN: "x" })).lines).toEqual([
    expect.stringMatching(/^WRONG {2}LOG_LEVEL: .*->Use one of/) as string,
    expect.stringMatching(/^WRONG {2}DISCORD_TOKEN: .*->Copy it again/) as string,
    "2 things are wrong.",
  ]);
  const environment = await withChats();
  const healthy = await told(environment);
  expect(healthy.lines).toContain("Everything is as it should be.");
  expect(healthy.lines.join("\n")).toMatch(
    /zone data: 20\d\d[a-z] of 20\d\d-\d\d-\d\d; knows Asia\/Almaty, Europe\/Paris/,
  );
  const otherKey = { ...environment, STEWARD_MASTER_KEY: Buffer.alloc(32, "another key of bytes").toString("base64") };
  expect((await told(otherKey)).lines.join("\n")).toMatch(
    /WRONG {2}database: .*another master key ->Set the one that it was made with\./,
  );
  expect(
    (await told({ ...environment, DATABASE_URL: "postgresql://steward:geheim@127.0.0.1:9/x" })).lines.join("\n"),
  ).toMatch(/WRONG {2}database: it cannot be opened \(.*->See that DATABASE_URL is right/);
});

it("zone data: an unknown zone, data that is there and not used, and old data are named", () => {
  const version = { version: "2026f", date: "2026-10-29" };
  const versions = { used: version, wanted: version };
  const day = Date.UTC(2027, 3, 29);
  const said = (words: string, remedy: string) => ({
    ok: false,
    said: expect.stringContaining(words) as string,
    remedy: expect.stringContaining(remedy) as string,
  });
  expect(zoneData(["Europe/Paris"], day, versions)).toEqual({
    ok: true,
    said: "2026f of 2026-10-29; knows Europe/Paris",
  });
  expect(zoneData(["Mars/Olympus"], day, versions)).toEqual(said("does not know Mars/Olympus", "docs/operators.md"));
  expect(zoneData([], day + 3 * 86_400_000, versions)).toEqual(said("over six months old", "docs/operators.md"));
  // Without a date the year alone tells.
  const undated = { version: "2026f", date: undefined };
  expect(zoneData([], Date.UTC(2027, 5, 30), { used: undated, wanted: undated }).ok).toBe(true);
  expect(zoneData([], Date.UTC(2027, 7, 1), { used: undated, wanted: undated }).ok).toBe(false);
  expect(zoneData([], day, { used: { version: "2026c", date: undefined }, wanted: version })).toEqual(
    said("2026c is used, although 2026f is there", "ICU_TIMEZONE_FILES_DIR"),
  );
});

it("Telegram: a token, a clock, a group", async () => {
  const server = await startTelegram({ limits: false });
  ends.push(() => server.close());
  const owner = server.person("Zoe");
  const good = server.group("good", { owner });
  const silent = server.group("silent", { owner });
  silent.chat.canWrite = false;
  const left = server.group("left", { owner, bot: false });
  const account = String(server.bot.id);
  const environment = {
    ...(await withChats(
      ...[good, silent, left].map(({ id }) => ({ platform: "telegram" as const, account, id })),
      { platform: "telegram", account: "999", id: "-42" },
      { platform: "discord", account: "1", id: "5" },
      { platform: "telex", account: "1", id: "6" },
      { platform: "console", account: "console", id: "7" },
    )),
    TELEGRAM_TOKEN: server.token,
    TELEGRAM_API: server.apiRoot,
  };
  const { wrong, lines } = await told(environment);
  expect(lines).toContain("ok     telegram: Telegram takes the token of @steward_bot");
  expect(lines).toContain("ok     clock: agrees with telegram's");
  expect(lines).toContain(`ok     telegram, Depot (Chat ${good.id}): the bot can write there`);
  expect(lines.find((line) => line.includes(`Chat ${silent.id}`))).toMatch(
    /^WRONG.*may not write there ->In the group's settings/,
  );
  expect(lines.find((line) => line.includes(`Chat ${left.id}`))).toMatch(/^WRONG.*not in the group ->Add it/);
  expect(lines.find((line) => line.includes("Chat -42"))).toMatch(/^WRONG.*another account of the bot/);
  expect(lines.find((line) => line.startsWith("WRONG  discord"))).toMatch(/chats on it, but it is off/);
  expect(lines.find((line) => line.startsWith("WRONG  telex"))).toMatch(
    /chats on it, but this version does not know it/,
  );
  expect(wrong).toBe(5);

  server.refusesToken = true;
  expect((await told(environment)).lines.find((line) => line.startsWith("WRONG  telegram"))).toMatch(
    /does not take the token ->Copy/,
  );
  expect((await told({ ...environment, TELEGRAM_API: "http://127.0.0.1:9" })).lines.join("\n")).toMatch(
    /WRONG {2}telegram: Telegram cannot be reached/,
  );
  expect(lines.join("\n")).not.toContain(server.token);
});

it("Discord: a token, and the right that is missing in a channel", async () => {
  const server = await DiscordServer.start({ limits: false });
  ends.push(() => server.close());
  const guild = server.guild("G", { channels: ["good", "silent", "hidden"] });
  const [good, silent, hidden] = ["good", "silent", "hidden"].map((name) => guild.channel(name));
  silent?.sets("Send Messages", false);
  hidden?.sets("View Channel", false);
  const bound = [good, silent, hidden].map((channel) => ({
    platform: "discord" as const,
    account: server.bot.id,
    id: channel?.id ?? "",
  }));
  const environment = { ...(await withChats(...bound)), DISCORD_TOKEN: server.token, DISCORD_API: server.api };
  const { wrong, lines } = await told(environment);
  const about = (channel: typeof good): string | undefined =>
    lines.find((line) => line.includes(`Chat ${channel?.id ?? ""})`));
  expect(about(good)).toMatch(/^ok .*every right/);
  expect(about(silent)).toMatch(/^WRONG.*lacks Send Messages ->In the channel's settings/);
  expect(about(hidden)).toMatch(/^WRONG.*lacks View Channel/);
  expect(wrong).toBe(2);
  expect((await told({ ...environment, DISCORD_TOKEN: "a.b.c" })).lines.join("\n")).toMatch(
    /Discord does not take the token/,
  );
});

it("Matrix: a homeserver, a token or a password, a room; and a clock that is wrong", async () => {
  const seen: string[] = [];
  const answers = (request: IncomingMessage): [number, object] => {
    const path = decodeURIComponent(request.url ?? "").replace("/_matrix/client", "");
    seen.push(`${request.method ?? ""} ${path}`);
    if (path === "/versions") return [200, { versions: ["v1.15"] }];
    if (path === "/v3/login") return [200, { access_token: "fresh-token" }];
    if (path === "/v3/logout") return [200, {}];
    if (request.headers.authorization !== "Bearer good-token") return [401, { errcode: "M_UNKNOWN_TOKEN" }];
    if (path === "/v3/account/whoami") return [200, { user_id: "@steward:example.org" }];
    if (path.startsWith("/v3/rooms/!gone")) return [403, { errcode: "M_FORBIDDEN" }];
    if (path.endsWith("/m.room.power_levels/"))
      return [200, { events_default: path.includes("!quiet") ? 50 : 0, users_default: 0 }];
    if (path.includes("/m.room.member/")) return [200, { membership: "join" }];
    if (path.endsWith("/m.room.encryption/") && path.includes("!secret"))
      return [200, { algorithm: "m.megolm.v1.aes-sha2" }];
    return [404, { errcode: "M_NOT_FOUND" }];
  };
  const http = createServer((request, response) => {
    const [status, body] = answers(request);
    // An hour ahead of us.
    response.writeHead(status, { date: new Date(Date.now() + 3_600_000).toUTCString() }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  ends.push(() => http.close());
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`; // it listens on TCP
  const rooms = ["!good:x.org", "!quiet:x.org", "!gone:x.org", "!secret:x.org"];
  const bound = rooms.map((id) => ({ platform: "matrix" as const, account: "@steward:example.org", id }));
  const base = { ...(await withChats(...bound)), MATRIX_HOMESERVER: address };
  const { lines } = await told({ ...base, MATRIX_ACCESS_TOKEN: "good-token" });
  expect(lines).toContain("ok     matrix: the homeserver takes the token of @steward:example.org");
  expect(lines.find((line) => line.startsWith("WRONG  clock"))).toMatch(
    /this machine's is 3(?:600|599|601) s behind matrix's ->Set it by the network/,
  );
  expect(lines.find((line) => line.includes("!good"))).toMatch(/^ok .*can write there/);
  expect(lines.find((line) => line.includes("!secret"))).toMatch(/^ok .*encrypted/);
  expect(lines.find((line) => line.includes("!quiet"))).toMatch(/^WRONG.*may not write there ->.*power level of 50/);
  expect(lines.find((line) => line.includes("!gone"))).toMatch(/^WRONG.*not in the room ->Invite it again/);
  expect((await told({ ...base, MATRIX_ACCESS_TOKEN: "other-token" })).lines.join("\n")).toMatch(
    /does not take the token ->Log the bot's account in anew/,
  );
  const password = { MATRIX_USER: "@steward:example.org", MATRIX_PASSWORD: "correct horse" };
  expect((await told({ ...base, ...password })).lines.join("\n")).toMatch(
    /takes the password of @steward:example\.org/,
  );
  expect(seen).toContain("POST /v3/logout");
});

it("pages: whether they are reached, and nothing else is", async () => {
  /** The bot, and what is in front of it: what each path answers. */
  const answers = new Map<RegExp, number | string>();
  const http = createServer((request, response) => {
    const [, answer] = [...answers].find(([path]) => path.test(request.url ?? "")) ?? [undefined, 404];
    if (typeof answer === "string") response.end(answer);
    else response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  ends.push(() => http.close());
  const { port } = http.address() as AddressInfo; // it listens on TCP
  const at = `http://127.0.0.1:${String(port)}`;
  const operations = { host: "127.0.0.1", port };
  const look = (publicUrl = `${at}/bot`) => pagesFinding({ publicUrl, operations });
  const wrong = (said: string, remedy: string) => ({
    ok: false,
    said: expect.stringContaining(said) as string,
    remedy: expect.stringContaining(remedy) as string,
  });
  expect(await pagesFinding({ publicUrl: undefined, operations })).toBeUndefined();
  expect(await look()).toEqual({ ok: true, said: `${at}/bot, not looked at: the bot does not run` });
  answers.set(/^\/healthz$/u, 200);
  expect(await look("http://127.0.0.1:9/bot")).toEqual(wrong("is not reached", "the name leads to this machine"));
  expect(await look()).toEqual(wrong("answers 404, and not for the bot", "path and all"));
  // The boards are left out.
  answers.set(/^\/bot\/c\/\w{32}\.ics$/u, 410);
  expect(await look()).toEqual(wrong("answers 404, and not for the bot", "pass /c/ and /b/ on"));
  answers.set(/^\/bot\/b\/\w{32}$/u, 410);
  expect(await look()).toEqual({ ok: true, said: `${at}/bot is reached` });
  // The figures are at the root of the bot, whatever its pages are below.
  const figures = /^\/metrics$/u;
  answers.set(figures, "something else\n");
  expect(await look()).toMatchObject({ ok: true });
  answers.set(figures, "steward_jobs_due 0\n");
  expect(await look()).toEqual(wrong(`figures at ${at}/metrics`, "nothing but /c/ and /b/"));
});
