import { expect, it, vi } from "vitest";
import { ManualClock } from "../../../src/core/clock.ts";
import { SendError, type Outgoing } from "../../../src/chat/adapter.ts";
import { seededRandom } from "../../../src/core/random.ts";
import { Texts } from "../../../src/core/text.ts";
import { commands } from "../../../commands/index.ts";
import type { Command } from "../../../src/core/command.ts";
import { createSteward } from "../../../src/steward.ts";
import type { Database } from "../../../src/store/database.ts";
import { Cards, DueCards } from "../../../src/store/cards.ts";
import { Outbox, rowsWritten, type FreshRow, type Priority } from "../../../src/store/outbox.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import { nothingForgotten } from "../../kit/forgotten.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { EmulatedAdapter } from "../../kit/stage.ts";

const texts = Texts.load(new URL("../../../locales", import.meta.url).pathname);
const keyring = openKeyring(new Uint8Array(32).fill(7));
const start = Date.UTC(2026, 2, 20, 16, 0);

/** The delivery of a bot, on Telegram if nothing else is said, whose clock stands still until it is moved. */
async function stand(
  real: Database,
  clock = new ManualClock(start),
  commands: readonly Command[] = [],
  platform: "telegram" | "matrix" = "telegram",
) {
  // How many transactions are open: on PostgreSQL they do not wait for each other, so nothing else tells when all is quiet.
  let open = 0;
  const database: Database = {
    provider: real.provider,
    async transaction(work) {
      open++;
      return await real.transaction(work).finally(() => open--);
    },
    read: (work) => real.read(work),
    listen: (signal, listener, far) => {
      real.listen(signal, listener, far);
    },
    passOn: (signal, hints) => {
      real.passOn(signal, hints);
    },
    share: (tell) => real.share(tell),
    backup: (file) => real.backup(file),
    checkpoint: () => real.checkpoint(),
    sweep: () => real.sweep(),
    probe: () => real.probe(),
    isWhole: () => real.isWhole(),
    close: () => real.close(),
  };
  const adapter = new EmulatedAdapter(platform);
  const sent: { readonly id: string; readonly at: number }[] = [];
  let answer: (outgoing: Outgoing) => SendError | undefined = () => undefined;
  adapter.intercept = (outgoing) => {
    const error = answer(outgoing);
    if (error === undefined) sent.push({ id: outgoing.id, at: clock.now() - start });
    return error;
  };
  const steward = createSteward({
    database,
    keyring,
    clock,
    random: seededRandom("delivery"),
    commands,
    texts,
    adapters: [adapter],
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const { delivery, dispatch } = steward;
  let ids = 0;
  const row = (lane: string, priority: Priority = 0): FreshRow => {
    const id = `row${String(ids++).padStart(4, "0")}`;
    const body = { outgoing: { id, type: "message", chat: { id: lane }, message: { language: "en", blocks: [] } } };
    return {
      id,
      federationId: undefined,
      platform: "telegram",
      account: adapter.account,
      chatId: undefined,
      identityId: undefined,
      lane,
      priority,
      sealedBody: keyring.system.seal(JSON.stringify(body), "Outbox.sealedBody", id),
      body,
      broadcastId: priority === 2 ? "broadcast" : undefined,
      attempts: 0,
      dueAt: clock.now(),
    };
  };
  const settled = async () => {
    for (let still = 0; still < 4; still = open === 0 ? still + 1 : 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    database,
    steward,
    sent,
    delivery,
    clock,
    adapter,
    row,
    settled,
    answers(to: (outgoing: Outgoing) => SendError | undefined) {
      answer = to;
    },
    write: (rows: readonly FreshRow[]) => database.transaction((tx) => new Outbox(dispatch.sessionIn(tx)).write(rows)),
    /** Time passes, timer by timer. */
    async pass(ms: number) {
      const until = clock.now() + ms;
      await settled();
      for (let next = clock.next(); next !== undefined && next <= until; next = clock.next()) {
        clock.advanceTo(next);
        await settled();
      }
      clock.advanceTo(until);
      await settled();
    },
    rows: () => database.transaction((tx) => tx.outbox.findMany({ orderBy: { id: "asc" } })),
  };
}

eachDatabase((_, open) => {
  it("sends in order within a chat, at its pace, and forgets what was sent", async () => {
    const { write, row, delivery, pass, sent, rows, adapter } = await stand(await open());
    const gap = Math.ceil(1000 / adapter.capabilities.budget.perChatPerSecond);
    const all = [row("a"), row("a"), row("b"), row("a")];
    await write(all);
    await pass(5_000);
    expect(sent.map(({ id }) => id)).toEqual(["row0000", "row0002", "row0001", "row0003"]);
    expect(sent.map(({ at }) => at)).toEqual([0, 0, gap, 2 * gap]);
    expect(await rows()).toEqual([]);
    expect(delivery.pending).toBe(0);
  });

  it("tries again after network errors with growing pauses, in order, and gives up with the reason", async () => {
    const { write, row, pass, answers, sent, rows, clock } = await stand(await open());
    const tries: number[] = [];
    answers((outgoing) => {
      if (outgoing.id !== "row0000") return undefined;
      tries.push(clock.now() - start);
      return new SendError("unreachable");
    });
    const all = [row("a"), row("a"), row("b")];
    await write(all);
    await pass(20_000);
    expect(tries).toEqual([0, 2_000, 6_000, 14_000]);
    expect(sent.map(({ id }) => id)).toEqual(["row0002"]);
    await pass(12 * 3_600_000);
    expect(tries).toHaveLength(14);
    expect(sent.map(({ id }) => id)).toEqual(["row0002", "row0001"]);
    expect(await rows()).toMatchObject([{ id: "row0000", state: "failed", reason: "unreachable", sealedBody: "" }]);
  });

  it("waits as long as the platform says, without counting it as an attempt", async () => {
    const { write, row, pass, answers, sent, rows } = await stand(await open());
    let refusals = 0;
    answers(() => (refusals++ < 2 ? new SendError("limited", { retryAfterMs: 7_000 }) : undefined));
    const all = [row("a")];
    await write(all);
    await pass(13_999);
    expect(sent).toEqual([]);
    expect(await rows()).toMatchObject([{ state: "waiting", attempts: 0 }]);
    await pass(1);
    expect(sent).toEqual([{ id: "row0000", at: 14_000 }]);
  });

  it("notes what will never work, with what is missing, and goes on", async () => {
    const { write, row, pass, answers, sent, rows } = await stand(await open());
    answers(({ id }) => (id === "row0000" ? new SendError("no-rights", { detail: "Send Messages" }) : undefined));
    const all = [row("a"), row("a")];
    await write(all);
    await pass(2_000);
    expect(sent.map(({ id }) => id)).toEqual(["row0001"]);
    expect(await rows()).toMatchObject([{ id: "row0000", state: "failed", reason: "no-rights: Send Messages" }]);
  });

  it("answers a person within a second while a broadcast goes to a hundred chats, and keeps its receipts", async () => {
    const { write, row, pass, sent, rows } = await stand(await open());
    const broadcast = Array.from({ length: 100 }, (_, index) => row(`chat${index}`, 2));
    await write(broadcast);
    await pass(500);
    const answer = row("chat99");
    await write([answer]);
    await pass(10_000);
    const at = sent.find(({ id }) => id === answer.id)?.at ?? Number.NaN;
    expect(at).toBeLessThanOrEqual(1_500);
    expect(sent).toHaveLength(101);
    const receipts = await rows();
    expect(receipts).toHaveLength(100);
    expect(receipts.every(({ state, sealedBody }) => state === "sent" && sealedBody === "")).toBe(true);
  });

  it("goes on after a restart with what was not sent, in order", async () => {
    const database = await open();
    const before = await stand(database);
    before.answers(() => new SendError("unreachable"));
    const all = [before.row("a"), before.row("a"), before.row("b")];
    await before.write(all);
    await before.pass(100);
    await before.delivery.stop();
    const after = await stand(database, new ManualClock(start + 60_000));
    await after.delivery.takeUp(after.adapter);
    await after.pass(5_000);
    expect(after.sent.map(({ id }) => id)).toEqual(["row0000", "row0002", "row0001"]);
    expect(await after.rows()).toEqual([]);
  });

  /** A cell in which Zoe speaks, of a bot with its budgets and pauses, of which nothing is asked. */
  async function inCell(
    database: Database,
    clock = new ManualClock(start),
    platform: "telegram" | "matrix" = "telegram",
  ) {
    const made = await stand(database, clock, commands, platform);
    const { steward, adapter, pass } = made;
    await steward.start();
    adapter.administrators.add("zoe");
    let events = 0;
    const says = async (text: string, who = "zoe"): Promise<void> => {
      await steward.dispatch.receive({
        platform,
        account: adapter.account,
        eventId: `${String(clock.now())} ${String(events++)}`,
        chat: { id: "depot", kind: "group", title: "Depot" },
        sender: { id: who, name: who, username: who },
        said: { type: "text", text, messageId: "own" },
      });
    };
    const forgotten = () => nothingForgotten(database, steward, { adapters: [adapter], now: clock.now() });
    return {
      ...made,
      says,
      forgotten,
      setUp: () => says("/setup federation:F cell:C sector:S zone:UTC").then(() => pass(60_000)),
    };
  }
  const soup = '/gather new Soup at:"in 3 days 18:00"';
  /** When it has been, and its card says no longer what is open for the next meeting. */
  const soupIsOver = Date.UTC(2026, 2, 24);
  const showsSoup = ({ text, how }: { readonly text: string; readonly how: string }): boolean =>
    how === "message" && text.includes("Soup");

  it("shows a card that is the only answer, though nobody says anything", async () => {
    const { setUp, says, pass, adapter, forgotten } = await inCell(await open());
    await setUp();
    await says(soup);
    await pass(1_000);
    expect(adapter.shown.filter(showsSoup)).toHaveLength(1);
    await pass(60_000);
    await forgotten();
  });

  it.each([
    ["lifted", { perSecond: 1_000, burst: 1_000 }],
    ["as it comes", { perSecond: 0.2, burst: 10 }],
  ] as const)("moves a card as far as the server lets it: its limit is %s", async (limit, { perSecond, burst }) => {
    const made = await inCell(await open(), new ManualClock(start), "matrix");
    const { setUp, says, pass, answers, clock, forgotten } = made;
    await setUp();
    await says(soup);
    await pass(3_600_000);
    const went: { readonly at: number; readonly type: string }[] = [];
    const from = clock.now();
    let [room, filledAt, refused]: [number, number, number] = [burst, from, 0];
    answers(({ type }) => {
      const now = clock.now();
      room = Math.min(burst, room + ((now - filledAt) / 1000) * perSecond);
      filledAt = now;
      if (room < 1) {
        refused++;
        return new SendError("limited", { retryAfterMs: Math.ceil(((1 - room) / perSecond) * 1000) });
      }
      room--;
      went.push({ at: now - from, type });
      return undefined;
    });
    // Somebody changes their mind every second, in the room, where all of it is taken away, and is told so directly.
    for (let times = 0; times < 60; times++) {
      await says(times % 2 === 0 ? "!gather going" : "!gather maybe", `member${String(times % 5)}`);
      await pass(1_000);
    }
    const cards = (until: number): number => went.filter(({ at, type }) => type === "edit" && at < until).length;
    if (limit === "lifted") {
      expect(cards(60_000)).toBeGreaterThanOrEqual(12);
      expect(refused).toBe(0);
    } else {
      expect(cards(60_000)).toBeGreaterThanOrEqual(2);
      expect(cards(60_000)).toBeLessThanOrEqual(4);
      expect(refused).toBeLessThanOrEqual(1);
    }
    await pass(1_800_000);
    await forgotten();
  });

  it("shows a card after its failures, one that could not be noted among them", async () => {
    const { setUp, says, pass, adapter, answers, clock, forgotten } = await inCell(await open());
    await setUp();
    const tries: number[] = [];
    const from = clock.now();
    answers(() => (tries.push(clock.now() - from) < 4 ? new SendError("unreachable") : undefined));
    const noting = vi.spyOn(DueCards.prototype, "putOff").mockRejectedValueOnce(new Error("not noted"));
    await says(soup);
    await pass(59_000);
    expect(tries).toEqual([0]);
    noting.mockRestore();
    // It was claimed for a minute. Each failure is noted a moment later, and told with that.
    await pass(40_000);
    expect(tries.map((at) => Math.round(at / 1_000))).toEqual([0, 60, 62, 66]);
    expect(adapter.shown.filter(showsSoup)).toHaveLength(1);
    await forgotten();
  });

  it("rests once everything is shown, also where it looked for cards while one was being sent", async () => {
    const { setUp, says, pass, adapter, delivery } = await inCell(await open());
    await setUp();
    expect(delivery.wakesAt).toBeUndefined();
    const arrived = Promise.withResolvers<undefined>();
    const send = adapter.send.bind(adapter);
    const slow = vi.spyOn(adapter, "send").mockImplementationOnce(async (outgoing) => {
      await arrived.promise;
      return send(outgoing);
    });
    await says(soup);
    await pass(1_000);
    expect(slow).toHaveBeenCalledTimes(1);
    await says('/gather new Talk at:"in 4 days 18:00"');
    await pass(1_000);
    arrived.resolve(undefined);
    await pass(10_000);
    expect(adapter.shown.slice(-2).map(({ text }) => /Soup|Talk/u.exec(text)?.[0])).toEqual(["Soup", "Talk"]);
    expect(delivery.wakesAt).toBe(soupIsOver);
  });

  it("looks at cards that say what they said without holding up a new one", async () => {
    const database = await open();
    const { steward, setUp, says, pass, adapter, clock, forgotten } = await inCell(database);
    await setUp();
    for (const name of ["One", "Two", "Three", "Four", "Five", "Six"]) {
      await says(`/gather new ${name} at:"in 3 days 18:00"`);
      await pass(60_000);
    }
    await database.transaction(async (tx) => {
      const cards = new Cards({ ...steward.dispatch.sessionIn(tx), now: clock.now() });
      for (const { id } of await tx.gathering.findMany()) cards.touch({ kind: "gathering", subject: id });
    });
    await says(soup);
    await pass(1_000);
    expect(adapter.shown.filter(showsSoup)).toHaveLength(1);
    await pass(60_000);
    await forgotten();
  });

  it("shows at the start what was due, or in hand, when the process died", async () => {
    const database = await open();
    const clock = new ManualClock(start);
    const before = await inCell(database, clock);
    await before.setUp();
    before.answers(() => new SendError("unreachable"));
    await before.says(soup);
    await before.pass(20_000);
    expect(before.adapter.shown.filter(showsSoup)).toEqual([]);
    clock.forget();
    const after = await inCell(database, clock);
    await after.pass(1_000);
    expect(after.adapter.shown.filter(showsSoup)).toHaveLength(1);
    await after.forgotten();
  });

  it("does not send again a card that says what it said, unless it is not sure that it does", async () => {
    const database = await open();
    const { steward, setUp, says, pass, adapter, answers, clock, forgotten } = await inCell(database);
    await setUp();
    await says(soup);
    await pass(60_000);
    const edits = (): number => adapter.shown.filter(({ text, how }) => how === "edit" && text.includes("Soup")).length;
    const changed = async (): Promise<void> => {
      const { id } = await database.transaction((tx) => tx.gathering.findFirstOrThrow());
      await database.transaction((tx) => {
        const session = { ...steward.dispatch.sessionIn(tx), now: clock.now() };
        new Cards(session).touch({ kind: "gathering", subject: id });
        return Promise.resolve();
      });
      await pass(60_000);
    };
    await changed();
    expect(edits()).toBe(0);
    const kept = await database.transaction((tx) => tx.card.findFirstOrThrow());
    expect(kept).toMatchObject({ shown: kept.wanted, dueAt: new Date(soupIsOver) });
    await says("/gather maybe");
    await pass(60_000);
    expect(edits()).toBe(1);
    // One that may have arrived, though it is not known, is sent again, even if it says what was there before.
    let lost = 1;
    answers(({ type }) => (type === "edit" && lost-- > 0 ? new SendError("unreachable") : undefined));
    await says("/gather going");
    for (let times = 0; lost > 0 && times < 20; times++) await pass(500);
    expect(lost).toBe(0);
    await says("/gather maybe");
    await pass(60_000);
    expect(edits()).toBe(2);
    await forgotten();
  });

  it("reads what waits once it can, where that failed at the start, or the outcome of a commit is not known", async () => {
    const database = await open();
    const listening = vi.spyOn(database, "listen");
    const { write, row, pass, sent, steward } = await stand(database);
    await write([row("a")]);
    const reading = vi.spyOn(Outbox.prototype, "waiting").mockRejectedValueOnce(new Error("away"));
    await steward.start();
    await pass(2_000);
    expect(sent.map(({ id }) => id)).toEqual(["row0000"]);

    const heard = listening.mock.calls.find(([signal]) => signal === rowsWritten)?.[1];
    database.listen(rowsWritten, () => undefined);
    await write([row("a")]);
    await pass(2_000);
    expect(sent).toHaveLength(1);
    reading.mockRejectedValueOnce(new Error("away still"));
    heard?.(undefined);
    await pass(2_000);
    expect(sent.map(({ id }) => id)).toEqual(["row0000", "row0001"]);
  });
});
