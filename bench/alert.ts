/**
 * An alert to 1,000 chats on three platforms in the middle of a broadcast to 10,000, with the real dispatch, delivery and
 * database, on a virtual clock; what the confirming press itself costs is measured on the real one. The emulated platforms count exactly
 * as they document it (Matrix lifted to 10 a second) and answer 429 to the first message too many.
 */
import type { Budget, Outgoing } from "../src/chat/adapter.ts";
import type { Inbound } from "../src/chat/inbound.ts";
import { ManualClock } from "../src/core/clock.ts";
import { randomId, secureRandom } from "../src/core/random.ts";
import { capabilitiesOf } from "../src/platforms.ts";
import { createSteward } from "../src/steward.ts";
import { Cells } from "../src/store/cells.ts";
import { openDatabase } from "../src/store/database.ts";
import { Federations } from "../src/store/federations.ts";
import { Outbox, type FreshRow } from "../src/store/outbox.ts";
import { People } from "../src/store/people/people.ts";
import { Emulated, leaky, Quiet, windows, type Limits } from "./emulated.ts";
import { count, ms, printAims, printTable } from "./table.ts";
import { commands, Folder, keyring, loadTexts } from "./world.ts";

const alerted = Number(process.env["STEWARD_BENCH_ALERTED"] ?? 1_000);
const chats = Number(process.env["STEWARD_BENCH_CHATS"] ?? 10_000);
const start = Date.UTC(2026, 2, 20, 16, 0);
const day = 24 * 60 * 60_000;

const cases: readonly {
  readonly name: "telegram" | "discord" | "matrix";
  readonly budget?: Budget;
  readonly limits: Limits;
}[] = [
  { name: "telegram", limits: windows(30, [1, 1000], [20, 60_000]) },
  { name: "discord", budget: { perSecond: 50, perChatPerSecond: 1 }, limits: windows(50, [5, 5000]) },
  { name: "matrix", budget: { perSecond: 10, perChatPerSecond: 10, burst: 10 }, limits: leaky(10, 10, start) },
];

const folder = await Folder.make();
try {
  const clock = new ManualClock(start);
  const adapters = cases.map(({ name, budget, limits }) => {
    const capabilities = capabilitiesOf(name);
    return new Emulated({ ...capabilities, budget: budget ?? capabilities.budget }, limits, clock);
  });
  const quiet = new Quiet();
  const database = quiet.watch(await openDatabase({ url: folder.url("alert") }));
  const { dispatch, delivery } = createSteward({
    database,
    keyring,
    clock,
    random: secureRandom,
    commands,
    texts: loadTexts(),
    adapters,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, text) => void process.stderr.write(`${text} ${JSON.stringify(fields)}\n`),
    },
  });
  for (const adapter of adapters) await delivery.takeUp(adapter);

  // A federation that is nine days old: a cell for each chat, two of them with somebody who coordinates it.
  const places = Array.from({ length: alerted }, (_, index) => `alerted${String(index)}`);
  const platformOf = (index: number): Emulated => adapters[index % adapters.length] ?? never();
  await database.transaction(async (tx) => {
    const session = { tx, keyring, now: start - 9 * day, newId: () => randomId(secureRandom) };
    const federation = await new Federations(session).create({ name: "Alliance", language: "en", zone: "UTC" });
    const cells = new Cells(session, federation);
    const people = new People(session, federation);
    const sector = await cells.createSector("Transport");
    for (const [index, id] of places.entries()) {
      const cell = await cells.create({
        name: `Cell ${String(index)}`,
        sectorId: sector.id,
        place: undefined,
        zone: "UTC",
        language: "en",
        coordinatorId: undefined,
      });
      const { account, capabilities } = platformOf(index);
      const platform = capabilities.platform;
      const chat = await cells.bind(cell, { platform, account, ref: { id }, title: id, encrypted: false });
      if (index !== 0 && index !== adapters.length) continue;
      const user = { id: `coordinator${String(index)}`, name: "Ana" };
      const { person } = await people.recognise({ platform, account, user, chat, direct: user.id });
      await cells.update(cell, { coordinatorId: person.id });
    }
  });

  let ids = 0;
  const row = (index: number): FreshRow => {
    const { account, capabilities } = platformOf(index);
    const now = clock.now();
    const id = `${now.toString(36).padStart(9, "0")}${(ids++).toString(36).padStart(6, "0")}`;
    const lane = `chat${String(index)}`;
    const outgoing: Outgoing = { id, type: "message", chat: { id: lane }, message: { language: "en", blocks: [] } };
    const sealedBody = keyring.system.seal(JSON.stringify({ outgoing }), "Outbox.sealedBody", id);
    return {
      id,
      federationId: undefined,
      platform: capabilities.platform,
      account,
      chatId: undefined,
      identityId: undefined,
      lane,
      priority: 2,
      sealedBody,
      body: { outgoing },
      broadcastId: "broadcast",
      attempts: 0,
      dueAt: now,
    };
  };
  const broadcast = Array.from({ length: chats }, (_, index) => row(index));
  await database.transaction((tx) => new Outbox(dispatch.sessionIn(tx)).write(broadcast));
  await quiet.reached();

  /** Time passes as far as something is to be done, until this holds. */
  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) {
      const next = clock.next();
      if (next === undefined) throw new Error("nothing is to be done any more");
      clock.advanceTo(next);
      await quiet.reached();
    }
  };
  const says = (index: number, text: string): Promise<void> => {
    const { account, capabilities } = platformOf(index);
    const id = `coordinator${String(index)}`;
    const inbound: Inbound = {
      platform: capabilities.platform,
      account,
      eventId: `event ${text}`,
      chat: { id: places[index] ?? "", kind: "group" },
      sender: { id, name: "Ana" },
      said: { type: "text", text, messageId: text },
    };
    return dispatch.receive(inbound);
  };

  await until(() => clock.now() >= start + 20_000);
  await says(0, "/alert Police at gate 2 scope:federation");
  await until(() => clock.now() >= start + 30_000);
  const isAlert = (outgoing: Outgoing): boolean =>
    outgoing.type === "message" &&
    outgoing.chat.id.startsWith("alerted") &&
    JSON.stringify(outgoing).includes("Alert: ");
  const arrivals = (adapter: Emulated) => adapter.log.filter(({ outgoing }) => isAlert(outgoing));
  const pressed = clock.now();
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  await says(adapters.length, "/alert confirm");
  const real = performance.now() - from;
  // On a machine that others use as well, what the press costs is its own time on a core.
  const { user, system } = process.cpuUsage(cpu);
  const cost = Math.min(real, (user + system) / 1000);
  await quiet.reached();
  await until(() => adapters.reduce((sum, adapter) => sum + arrivals(adapter).length, 0) >= alerted);
  const rows: string[][] = [];
  const outcomes = cases.map(({ name, limits }, index) => {
    const adapter = platformOf(index);
    const mine = arrivals(adapter);
    const first = Math.min(...mine.map(({ at }) => at)) - pressed + cost;
    const end = Math.max(...mine.map(({ at }) => at));
    const went = adapter.log.filter(({ at }) => at > pressed && at <= end).length;
    // What a bucket has in hand at the beginning the broadcast has used up.
    const allowed = limits.allowed(end - pressed) - limits.allowed(0);
    rows.push([
      name,
      String(mine.length),
      ms(first),
      `${count((end - pressed) / 1000)} s`,
      `${((mine.length / allowed) * 100).toFixed(1)} %`,
      String(went - mine.length),
    ]);
    return { first, used: mine.length / allowed };
  });
  await until(() => delivery.pending === 0);
  const refusals = adapters.reduce((sum, one) => sum + one.refusals, 0);
  const lost = broadcast.filter(({ id }) => !adapters.some(({ arrived }) => arrived.has(id))).length;
  await database.close();
  printTable(
    `alert: ${count(alerted)} chats in the middle of a broadcast to ${count(chats)}, virtual time; the press itself by its time on a core, ${ms(cost)} (${ms(real)} on this machine)`,
    ["", "chats", "first", "lasts", "of what is allowed", "others meanwhile"],
    rows,
  );
  printAims([
    { what: "the first within 1 s of the confirming press", met: outcomes.every(({ first }) => first <= 1_000) },
    { what: "all at 95 % or more of what the limits allow", met: outcomes.every(({ used }) => used >= 0.95) },
    { what: "not one 429", met: refusals === 0 },
    { what: "the broadcast loses nothing", met: lost === 0 },
  ]);
} finally {
  await folder.remove();
}

function never(): never {
  throw new Error("there is no platform");
}
