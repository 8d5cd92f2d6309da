/**
 * A broadcast to 10,000 chats on each platform, with the real delivery and database, on a virtual clock. The emulated
 * platforms count exactly as they document it and answer 429 to the first message too many. Meanwhile people are
 * answered: directly, and in groups that take part in the broadcast.
 */
import type { Capabilities, Outgoing } from "../src/chat/adapter.ts";
import { ManualClock } from "../src/core/clock.ts";
import { secureRandom } from "../src/core/random.ts";
import type { Budget } from "../src/chat/adapter.ts";
import { capabilitiesOf } from "../src/platforms.ts";
import { createSteward } from "../src/steward.ts";
import { openDatabase } from "../src/store/database.ts";
import { Outbox, type FreshRow, type Priority } from "../src/store/outbox.ts";
import { Emulated, leaky, Quiet, windows, type Limits } from "./emulated.ts";
import { count, ms, printAims, printTable } from "./table.ts";
import { commands, Folder, keyring, loadTexts } from "./world.ts";

const chats = Number(process.env["STEWARD_BENCH_CHATS"] ?? 10_000);
/** So many people are answered during a broadcast. */
const answers = 300;
const start = Date.UTC(2026, 2, 20, 16, 0);

interface Case {
  readonly capabilities: Capabilities;
  readonly documented: Budget;
  readonly limits: () => Limits;
}

const cases: readonly Case[] = [
  {
    capabilities: capabilitiesOf("telegram"),
    documented: { perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20 },
    limits: () => windows(30, [1, 1000], [20, 60_000]),
  },
  {
    capabilities: capabilitiesOf("discord"),
    documented: { perSecond: 50, perChatPerSecond: 1 },
    limits: () => windows(50, [5, 5000]),
  },
  {
    capabilities: capabilitiesOf("matrix"),
    documented: { perSecond: 0.2, perChatPerSecond: 0.2, burst: 10 },
    limits: () => leaky(0.2, 10, start),
  },
];

interface Outcome {
  readonly seconds: number;
  readonly used: number;
  readonly refusals: number;
  /** The longest that an answer waited, in milliseconds. */
  readonly direct: number;
  readonly group: number;
  readonly worked: number;
}

async function fanout(folder: Folder, name: string, capabilities: Capabilities, limits: Limits): Promise<Outcome> {
  const clock = new ManualClock(start);
  const adapter = new Emulated(capabilities, limits, clock);
  const quiet = new Quiet();
  const database = quiet.watch(await openDatabase({ url: folder.url(name) }));
  const { dispatch, delivery } = createSteward({
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
  await delivery.takeUp(adapter);

  let ids = 0;
  const row = (lane: string, priority: Priority, direct: boolean): FreshRow => {
    const now = clock.now();
    const id = `${now.toString(36).padStart(9, "0")}${(ids++).toString(36).padStart(6, "0")}`;
    const message = { language: "en", blocks: [] };
    const outgoing: Outgoing = direct
      ? { id, type: "direct", to: lane, direct: lane, message }
      : { id, type: "message", chat: { id: lane }, message };
    const body = { outgoing };
    return {
      id,
      federationId: undefined,
      platform: capabilities.platform,
      account: adapter.account,
      chatId: undefined,
      identityId: undefined,
      lane,
      priority,
      sealedBody: keyring.system.seal(JSON.stringify(body), "Outbox.sealedBody", id),
      body,
      broadcastId: priority === 2 ? "broadcast" : undefined,
      attempts: 0,
      dueAt: now,
    };
  };
  const write = (rows: readonly FreshRow[]): Promise<void> =>
    database.transaction((tx) => new Outbox(dispatch.sessionIn(tx)).write(rows));

  const from = performance.now();
  const broadcast = Array.from({ length: chats }, (_, index) => row(`chat${index}`, 2, false));
  await write(broadcast);
  await quiet.reached();
  const expected = limits.allowed(1000) > 20 ? (chats / limits.allowed(1000)) * 1000 : (chats / 0.2) * 1000;
  const every = Math.max(expected / answers, capabilities.platform === "matrix" ? 60_000 : 0);
  const asked = new Map<string, { readonly at: number; readonly direct: boolean }>();
  let nextAnswer = start + every;
  let turn = 0;
  while (delivery.pending > 0) {
    const next = clock.next();
    const at = Math.min(nextAnswer, next ?? nextAnswer);
    clock.advanceTo(at);
    if (at >= nextAnswer && broadcast.some(({ id }) => !adapter.arrived.has(id))) {
      nextAnswer += every;
      const direct = turn++ % 2 === 0;
      const lane = direct ? `person${turn}` : `chat${(turn * 7919) % chats}`;
      const answer = row(lane, 0, direct);
      asked.set(answer.id, { at, direct });
      await write([answer]);
    } else if (at >= nextAnswer) nextAnswer = Number.POSITIVE_INFINITY;
    await quiet.reached();
  }
  const end = Math.max(...broadcast.map(({ id }) => adapter.arrived.get(id) ?? Number.NaN));
  const waits = (direct: boolean): number =>
    Math.max(
      ...[...asked]
        .filter(([, one]) => one.direct === direct)
        .map(([id, one]) => (adapter.arrived.get(id) ?? Number.NaN) - one.at),
    );
  const during = [...adapter.arrived.values()].filter((at) => at <= end).length;
  const worked = performance.now() - from;
  await database.close();
  return {
    seconds: (end - start) / 1000,
    used: during / limits.allowed(end - start),
    refusals: adapter.refusals,
    direct: waits(true),
    group: waits(false),
    worked,
  };
}

const folder = await Folder.make();
try {
  const rows: string[][] = [];
  const outcomes: Outcome[] = [];
  const only = process.env["STEWARD_BENCH_PLATFORM"];
  for (const { capabilities, documented, limits } of cases) {
    const { platform } = capabilities;
    if (only !== undefined && only !== platform) continue;
    for (const [which, budget] of [
      ["documented", documented],
      ["as shipped", capabilities.budget],
    ] as const) {
      const outcome = await fanout(folder, `${platform} ${which}`, { ...capabilities, budget }, limits());
      if (which === "documented") outcomes.push(outcome);
      rows.push([
        `${platform}, ${which}`,
        `${count(outcome.seconds)} s`,
        `${(outcome.used * 100).toFixed(1)} %`,
        String(outcome.refusals),
        ms(outcome.direct),
        ms(outcome.group),
        `${(outcome.worked / 1000).toFixed(1)} s`,
      ]);
    }
  }
  printTable(
    `fanout: ${count(chats)} chats on each platform, virtual time; with the documented limits as budget, and as shipped`,
    ["", "lasts", "of what is allowed", "429s", "answer, direct", "answer, in a group", "real time"],
    rows,
  );
  printAims([
    { what: "at least 95 % of what the limits allow", met: outcomes.every(({ used }) => used >= 0.95) },
    { what: "not one 429", met: outcomes.every(({ refusals }) => refusals === 0) },
    { what: "an answer to a person leaves within 1 s: directly", met: outcomes.every(({ direct }) => direct <= 1000) },
    {
      what: "an answer to a person leaves within 1 s: in a group of the broadcast",
      met: outcomes.every(({ group }) => group <= 1000),
    },
  ]);
} finally {
  await folder.remove();
}
