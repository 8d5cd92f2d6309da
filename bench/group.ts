/**
 * A tired group: forty people type `/pledge in` within half a minute.
 *
 * On Telegram the real program runs against the emulated Bot API, which enforces every documented limit, on the real
 * clock; beside it, at the same time, the program as it was before groups were answered in time. Half of the people had
 * pressed Start before; the others press the link of a notice a few seconds after they see it. On Matrix the real core,
 * store and delivery run on a virtual clock against Synapse's own limit.
 *
 * STEWARD_BENCH_LOG=1 prints what a member of the group sees.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ManualClock } from "../src/core/clock.ts";
import type { Inbound } from "../src/chat/inbound.ts";
import { secureRandom } from "../src/core/random.ts";
import { capabilitiesOf } from "../src/platforms.ts";
import { createSteward } from "../src/steward.ts";
import { openDatabase } from "../src/store/database.ts";
import type { Group, Person } from "../tests/kit/telegram/people.ts";
import { startTelegram, type TelegramServer } from "../tests/kit/telegram/server.ts";
import type { Shown } from "../tests/kit/telegram/world.ts";
import { Emulated, leaky, Quiet } from "./emulated.ts";
import { printAims, printTable, type Aim } from "./table.ts";
import { commands, Folder, keyring, loadTexts } from "./world.ts";

const people = 40;
/** They type within so many milliseconds. */
const within = 30_000;
/** Nobody waits longer. */
const patience = 300_000;
/** The last version in which answers, cards and deletions waited behind each other. */
const before = "d4e1c44c79b9";
const root = fileURLToPath(new URL("..", import.meta.url));

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until<T>(probe: () => T | undefined | false, ms = 60_000): Promise<T> {
  for (const end = Date.now() + ms; ;) {
    const found = probe();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error("waited in vain");
    await sleep(20);
  }
}

/** Unpacks an earlier version with the packages of this one; undefined where there is no history to take it from. */
async function earlier(folder: Folder): Promise<string | undefined> {
  const there = join(folder.path, "before");
  await mkdir(there);
  try {
    const archive = execFileSync("git", ["-C", root, "archive", before], {
      maxBuffer: 200 * 1024 * 1024,
      stdio: ["ignore", "pipe", "ignore"],
    });
    execFileSync("tar", ["x", "-C", there], { input: archive });
  } catch {
    return undefined;
  }
  await symlink(join(root, "node_modules"), join(there, "node_modules"));
  execFileSync(process.execPath, ["scripts/generate-clients.mjs"], {
    cwd: there,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" },
    stdio: "ignore",
  });
  return there;
}

/** The real program on an emulated Telegram, in a folder of its own. */
async function program(source: string, folder: string, server: TelegramServer): Promise<ChildProcess> {
  await mkdir(folder, { recursive: true });
  await cp(join(root, "package.json"), join(folder, "package.json"));
  return spawn(process.execPath, [join(source, "src/main.ts")], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"] ?? "",
      DATABASE_URL: `file:${join(folder, "steward.db")}`,
      STEWARD_MASTER_KEY: randomBytes(32).toString("base64"),
      STEWARD_PORT: "off",
      TELEGRAM_TOKEN: server.token,
      TELEGRAM_API: server.apiRoot,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const payloadOf = ({ buttons }: Shown): string | undefined =>
  buttons.flat().flatMap(({ url }) => /start=(.+)$/u.exec(url ?? "")?.[1] ?? [])[0];

interface Outcome {
  /** Seconds from the first `/pledge in`. */
  readonly moved: number;
  /** Seconds from the last. */
  readonly right: number;
  /** Seconds from each to its answer, the longest. */
  readonly answered: number;
  /** Seconds from the first to the last answer. */
  readonly all: number;
  readonly notices: number;
  readonly refused: number;
  readonly left: number;
}

/** Somebody whose answer is awaited. */
interface Asking {
  readonly person: Person;
  readonly at: number;
  answeredAt?: number;
  /** When they saw the notice. */
  seenAt?: number;
}

async function telegram(source: string, folder: string, name: string): Promise<Outcome> {
  const server = await startTelegram();
  const bot = await program(source, folder, server);
  try {
    const zoe = server.person("Zoe");
    const members = Array.from({ length: people }, (_, index) => server.person(`Member${String(index + 1)}`));
    const group = server.group("Depot 5", { owner: zoe, members: [zoe, ...members], supergroup: true });
    group.promotesBot(zoe);
    for (const [index, person] of members.entries()) if (index % 2 === 0) person.starts();
    zoe.says(group, '/setup federation:Alliance sector:Transport cell:"Depot 5" zone:Europe/Paris language:en');
    await until(() => group.told.some(({ text }) => text.includes("Alliance")));
    zoe.says(group, '/drive new "Shall we?" goal:100 deadline:"in 3 days" scope:cell');
    const card = await until(() => group.told.find(({ text }) => text.includes("0 firm of 100")));
    await until(() => members.every(({ told }, index) => index % 2 === 1 || told.length > 0));
    await sleep(5_000);
    return await rush({ server, group, members, card, name });
  } finally {
    const ended = new Promise((resolve) => bot.once("exit", resolve));
    bot.kill("SIGTERM");
    await ended;
    await server.close();
  }
}

async function rush({
  server,
  group,
  members,
  card,
  name,
}: {
  server: TelegramServer;
  group: Group;
  members: readonly Person[];
  card: Shown;
  name: string;
}): Promise<Outcome> {
  const start = Date.now();
  const told = members.map((person) => person.told.length);
  const already = server.calls.length;
  const asking: Asking[] = [];
  const seen = new Map<string, string>();
  const lines: string[] = [];
  const seconds = (at: number): number => (at - start) / 1000;
  let moved: number | undefined;
  let right: number | undefined;
  const notices = (): readonly Shown[] => group.chat.messages.filter((one) => payloadOf(one) !== undefined);
  const look = (): void => {
    const now = Date.now();
    for (const message of group.chat.messages) {
      const key = String(message.id);
      const text = message.deleted ? "(deleted)" : message.text;
      if (seen.get(key) === text) continue;
      const how = message.deleted ? "-" : seen.has(key) ? "~" : "+";
      const plain = text.split("\n").slice(0, 2).join(" / ");
      if (message.at >= start || seen.has(key)) {
        lines.push(`${seconds(now).toFixed(1).padStart(6)} ${how} ${key} ${message.from.first_name}: ${plain}`);
      }
      seen.set(key, text);
    }
    const standing = group.told.find(({ id }) => id === card.id)?.text ?? "";
    if (moved === undefined && !standing.includes(" 0 firm of") && /\d+ firm of/u.test(standing)) moved = now;
    if (right === undefined && standing.includes(` ${String(people)} firm of`)) right = now;
    for (const [index, one] of asking.entries()) {
      if (one.answeredAt !== undefined) continue;
      const answer = one.person.told.slice(told[index]).find(({ text }) => text.includes("you're in"));
      if (answer !== undefined) one.answeredAt = now;
      else press(one, index, now);
    }
  };
  /**
   * Whoever is not answered and sees the way to their answer takes it four seconds later. Before, nobody was known to be
   * reachable, and the notices, one for each, stood in the order of the people.
   */
  const press = (one: Asking, index: number, now: number): void => {
    const ways = notices();
    const common = ways.findLast((way) => payloadOf(way) === "answers" && !way.deleted);
    const way = common ?? ways[index];
    const payload = way === undefined ? undefined : payloadOf(way);
    if (payload === undefined) return;
    one.seenAt ??= now;
    if (now - one.seenAt < 4_000) return;
    one.seenAt = Number.POSITIVE_INFINITY;
    one.person.starts(payload);
    setTimeout(() => {
      if (one.answeredAt === undefined) one.seenAt = Date.now();
    }, 6_000).unref();
  };
  look();
  while (Date.now() - start < patience) {
    const due = Math.min(people, 1 + Math.floor(((Date.now() - start) / within) * (people - 1)));
    for (let next = asking.length; next < due; next++) {
      const person = members[next];
      if (person === undefined) break;
      person.says(group, "/pledge in");
      asking.push({ person, at: Date.now() });
    }
    look();
    const done = asking.length === people && asking.every(({ answeredAt }) => answeredAt !== undefined);
    if (done && right !== undefined) break;
    await sleep(25);
  }
  await sleep(3_000);
  look();
  if (process.env["STEWARD_BENCH_LOG"] === "1") process.stdout.write(`\n${name}\n${lines.join("\n")}\n`);
  const last = asking.at(-1)?.at ?? start;
  const never = Number.POSITIVE_INFINITY;
  const left = asking.filter(({ answeredAt }) => answeredAt === undefined).length;
  return {
    moved: moved === undefined ? never : seconds(moved),
    right: right === undefined ? never : (right - last) / 1000,
    answered: Math.max(...asking.map(({ at, answeredAt = never }) => (answeredAt - at) / 1000)),
    all: Math.max(...asking.map(({ answeredAt = never }) => seconds(answeredAt))),
    notices: notices().length,
    refused: server.calls.slice(already).filter(({ status }) => status === 429).length,
    left,
  };
}

/** On Matrix: everybody has a direct chat with the bot, and it may remove what is typed. */
async function matrix(folder: Folder) {
  const start = Date.UTC(2026, 2, 20, 16, 0);
  const clock = new ManualClock(start);
  const adapter = new Emulated(capabilitiesOf("matrix"), leaky(0.2, 10, start), clock);
  const quiet = new Quiet();
  const database = quiet.watch(await openDatabase({ url: folder.url("matrix") }));
  const steward = createSteward({
    database,
    keyring,
    clock,
    random: secureRandom,
    commands,
    texts: loadTexts(),
    adapters: [adapter],
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, text) => void process.stderr.write(`${text} ${JSON.stringify(fields)}\n`),
    },
  });
  await steward.delivery.takeUp(adapter);
  let events = 0;
  const says = (user: string, text: string): Promise<void> => {
    const number = String(events++);
    const inbound: Inbound = {
      platform: "matrix",
      account: adapter.account,
      eventId: `e${number}`,
      chat: { id: "!room", kind: "group" },
      sender: { id: `@${user}:bench`, name: user },
      said: { type: "text", text, messageId: `$${number}` },
    };
    return steward.dispatch.receive(inbound);
  };
  const pass = async (ms: number): Promise<void> => {
    const end = clock.now() + ms;
    await quiet.reached();
    for (let next = clock.next(); next !== undefined && next <= end; next = clock.next()) {
      clock.advanceTo(next);
      await quiet.reached();
    }
    clock.advanceTo(end);
    await quiet.reached();
  };
  await says("zoe", '!setup federation:Alliance sector:Transport cell:"Depot 5" zone:Europe/Paris language:en');
  await pass(60_000);
  await says("zoe", '!drive new "Shall we?" goal:100 deadline:"in 3 days" scope:cell');
  // Whoever has used it once is known, and the room has heard how to answer unseen.
  for (let member = 0; member < people; member++) {
    await says(`member${String(member)}`, "!pledge withdraw");
    await pass(20_000);
  }
  await pass(3_600_000);
  const from = clock.now();
  const already = adapter.log.length;
  const refused = adapter.refusals;
  for (let member = 0; member < people; member++) {
    await says(`member${String(member)}`, "!pledge in");
    await pass(Math.round(within / (people - 1)));
  }
  const lastAt = clock.now();
  await pass(1_800_000);
  const sent = adapter.log.slice(already);
  const direct = sent.filter(({ outgoing }) => outgoing.type === "direct");
  const cards = sent.filter(({ outgoing }) => outgoing.type === "edit");
  const isRight = cards.find(({ outgoing }) => JSON.stringify(outgoing).includes(`"${String(people)} firm of`));
  const answered = Math.max(...direct.map(({ at }) => at - from)) / 1000;
  await database.close();
  // The burst at once and then the rate, of which the card at its pace has a part.
  const best = (people - 10) / (0.2 - 1000 / capabilitiesOf("matrix").edits.everyMs);
  return {
    answers: direct.length,
    moved: ((cards[0]?.at ?? Number.POSITIVE_INFINITY) - from) / 1000,
    right: ((isRight?.at ?? cards.at(-1)?.at ?? Number.POSITIVE_INFINITY) - lastAt) / 1000,
    answered,
    best,
    refused: adapter.refusals - refused,
    deleted: sent.filter(({ outgoing }) => outgoing.type === "delete").length,
  };
}

const s = (value: number): string => (Number.isFinite(value) ? `${value.toFixed(1)} s` : "never");

async function onTelegram(folder: Folder): Promise<readonly Aim[]> {
  const old = await earlier(folder);
  const [now, then] = await Promise.all([
    telegram(root, join(folder.path, "run-now"), "this build"),
    old === undefined ? undefined : telegram(old, join(folder.path, "run-before"), `the build before (${before})`),
  ]);
  const line = (name: string, of: Outcome): readonly string[] => [
    name,
    s(of.moved),
    s(of.right),
    s(of.answered),
    s(of.all),
    String(of.notices),
    String(of.refused),
    String(of.left),
  ];
  printTable(
    `group: ${String(people)} people type /pledge in within ${String(within / 1000)} s in one group of Telegram`,
    ["", "card moves", "right after last", "longest answer", "all answered", "notices", "429s", "left"],
    [line("this build", now), ...(then === undefined ? [] : [line(`before (${before.slice(0, 7)})`, then)])],
  );
  if (then === undefined) {
    process.stdout.write(`\nThe build before could not be run: ${before} is not in the history that is here.\n`);
  }
  return [
    { what: "Telegram: the card moves within 6 s of the first", met: now.moved <= 6 },
    { what: "Telegram: the card is right within 10 s after the last", met: now.right <= 10 },
    { what: "Telegram: all are answered within 60 s", met: now.all <= 60 },
    { what: "Telegram: at most 3 notices", met: now.notices <= 3 },
    { what: "Telegram: not one 429", met: now.refused === 0 },
  ];
}

async function onMatrix(folder: Folder): Promise<readonly Aim[]> {
  const synapse = await matrix(folder);
  printTable(
    "group: the same on Matrix with Synapse's own limit (0.2 a second, 10 at once), virtual time",
    ["", "answers", "card moves", "right after last", "all answered", "best", "429s", "deleted"],
    [
      [
        "this build",
        String(synapse.answers),
        s(synapse.moved),
        s(synapse.right),
        s(synapse.answered),
        s(synapse.best),
        String(synapse.refused),
        String(synapse.deleted),
      ],
    ],
  );
  return [
    {
      what: "Matrix: all are answered in the time that the limit allows, the card at its pace, and 10 %",
      met: synapse.answers === people && synapse.answered <= synapse.best * 1.1,
    },
    { what: "Matrix: at most one 429", met: synapse.refused <= 1 },
  ];
}

const folder = await Folder.make();
try {
  const only = process.env["STEWARD_BENCH_PLATFORM"];
  printAims([
    ...(only === undefined || only === "telegram" ? await onTelegram(folder) : []),
    ...(only === undefined || only === "matrix" ? await onMatrix(folder) : []),
  ]);
} finally {
  await folder.remove();
}
