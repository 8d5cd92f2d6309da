import { expect, it, vi } from "vitest";
import { ManualClock } from "../../../src/core/clock.ts";
import { Dispatch } from "../../../src/core/dispatch/queue.ts";
import { seededRandom } from "../../../src/core/random.ts";
import { Texts } from "../../../src/core/text.ts";
import { Schedule } from "../../../src/schedule/schedule.ts";
import type { Database } from "../../../src/store/database.ts";
import { Jobs } from "../../../src/store/jobs.ts";
import type { Session } from "../../../src/store/session.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import { eachDatabase } from "../../kit/databases.ts";

const texts = Texts.load(new URL("../../../locales", import.meta.url).pathname);
const keyring = openKeyring(new Uint8Array(32).fill(7));
const start = Date.UTC(2026, 2, 20, 16, 0);
const minute = 60_000;

/** A schedule whose jobs are noted when they run, and fail while they are told to. */
function stand(database: Database, clock: ManualClock) {
  const ran: string[] = [];
  const failing = new Set<string>();
  const crossed = new Set<string>();
  const doing: { readonly of: string; readonly does: (jobs: Jobs) => Promise<void> }[] = [];
  const failures: string[] = [];
  const note = async (session: Session, { name = "" }: Readonly<Record<string, string>>): Promise<void> => {
    ran.push(name);
    // What a job writes goes with it when it fails.
    const after = { kind: "after", key: `after:${name}`, payload: {}, dueAt: start + 3_600_000 };
    await new Jobs(session).schedule(after);
    for (const { of, does } of doing) if (of === name) await does(new Jobs(session));
    if (failing.has(name)) throw new TypeError("broken");
    // As PostgreSQL's adapter says that another transaction was quicker.
    if (crossed.delete(name)) throw Object.assign(new Error(), { cause: { kind: "TransactionWriteConflict" } });
  };
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_: object, message: string) => void failures.push(message),
  };
  const random = seededRandom("schedule");
  const dispatch = new Dispatch({
    database,
    keyring,
    clock,
    random,
    texts,
    commands: [],
    systemJobs: { note },
    adapters: [],
    log,
  });
  return {
    ran,
    failing,
    crossed,
    /** What a job does besides. */
    then: (of: string, does: (jobs: Jobs) => Promise<void>) => doing.push({ of, does }),
    failures,
    schedule: new Schedule({ database, clock, dispatch, log }),
    plan: (name: string, dueAt: number) =>
      database.transaction((tx) =>
        new Jobs(dispatch.sessionIn(tx)).schedule({ kind: "note", key: `note:${name}`, payload: { name }, dueAt }),
      ),
    jobs: () => database.transaction((tx) => tx.job.findMany({ orderBy: { key: "asc" } })),
  };
}

eachDatabase((name, open) => {
  it("runs what is due once, the earliest first, and leaves what is not", async () => {
    const clock = new ManualClock(start);
    const { ran, schedule, plan } = stand(await open(), clock);
    await plan("late", start + 2 * minute);
    await plan("second", start + minute);
    await plan("first", start);
    await schedule.tick();
    expect(ran).toEqual(["first"]);
    expect(await schedule.next()).toBe(start + minute);
    clock.advanceTo(start + minute);
    await Promise.all([schedule.tick(), schedule.tick()]);
    await schedule.tick();
    expect(ran).toEqual(["first", "second"]);
  });

  it("looks at what fell due together as a whole: what one of them plans anew or takes back is not done twice", async () => {
    const clock = new ManualClock(start);
    const { ran, schedule, plan, then } = stand(await open(), clock);
    for (const name of ["again", "later", "gone"]) await plan(name, start);
    await plan("a", start - minute);
    then("a", (jobs) => jobs.schedule({ kind: "note", key: "note:again", payload: { name: "anew" }, dueAt: start }));
    then("a", (jobs) =>
      jobs.schedule({ kind: "note", key: "note:later", payload: { name: "later" }, dueAt: start + 1 }),
    );
    then("a", async (jobs) => {
      await jobs.cancel("note:gone");
    });
    await schedule.tick();
    expect(ran).toEqual(["a", "anew"]);
    clock.advanceTo(start + 1);
    await schedule.tick();
    expect(ran).toEqual(["a", "anew", "later"]);
  });

  it("runs more than fit into one transaction", async () => {
    const { ran, schedule, plan } = stand(await open(), new ManualClock(start));
    const names = Array.from({ length: 150 }, (_, index) => `job${String(index).padStart(3, "0")}`);
    for (const name of names) await plan(name, start);
    await schedule.tick();
    expect([...ran].sort()).toEqual(names);
    expect(new Set(ran).size).toBe(names.length);
  });

  it("runs after a restart what fell due while nobody looked, and not what was done", async () => {
    const database = await open();
    const clock = new ManualClock(start);
    const before = stand(database, clock);
    await before.plan("done", start);
    await before.plan("due", start + minute);
    await before.schedule.tick();
    await before.schedule.stop();
    clock.advanceTo(start + 10 * minute);
    await before.schedule.tick();
    expect(before.ran).toEqual(["done"]);
    const after = stand(database, clock);
    await after.schedule.tick();
    expect(after.ran).toEqual(["due"]);
  });

  it("moves a job that is planned again under its key", async () => {
    const clock = new ManualClock(start);
    const { ran, schedule, plan } = stand(await open(), clock);
    await plan("moved", start);
    await plan("moved", start + minute);
    await schedule.tick();
    expect(ran).toEqual([]);
    clock.advanceTo(start + minute);
    await schedule.tick();
    expect(ran).toEqual(["moved"]);
  });

  it("looks of itself when the earliest falls due, whoever planned it meanwhile, and after a failure", async () => {
    const clock = new ManualClock(start);
    const { ran, failing, schedule, plan } = stand(await open(), clock);
    await plan("late", start + 60 * minute);
    await plan("at the start", start);
    schedule.start();
    await schedule.idle();
    expect(ran).toEqual(["at the start"]);
    expect(clock.next()).toBe(start + 60 * minute);
    failing.add("sooner");
    await plan("sooner", start + minute);
    clock.advanceTo(start + minute);
    await schedule.idle();
    expect(ran).toEqual(["at the start", "sooner"]);
    await plan("now", clock.now());
    await schedule.idle();
    failing.clear();
    clock.advanceTo(start + 2 * minute);
    await schedule.idle();
    clock.advanceTo(start + 60 * minute);
    await schedule.idle();
    expect(ran).toEqual(["at the start", "sooner", "now", "sooner", "late"]);
    await schedule.stop();
  });

  it("looks again when the database could not be asked", async () => {
    const clock = new ManualClock(start);
    const database = await open();
    const { ran, failures, schedule, plan } = stand(database, clock);
    await plan("job", start);
    const away = vi.spyOn(database, "transaction").mockRejectedValueOnce(new Error("away"));
    schedule.start();
    await schedule.idle();
    expect([ran, failures]).toEqual([[], ["could not look for what is due"]]);
    away.mockRestore();
    clock.advanceTo(start + 1_000);
    await schedule.idle();
    expect(ran).toEqual(["job"]);
    await schedule.stop();
  });

  it("puts a failing job back with a growing pause, without what it did, while others run; and gives it up", async () => {
    const clock = new ManualClock(start);
    const { ran, failing, schedule, plan, jobs } = stand(await open(), clock);
    failing.add("bad");
    await plan("bad", start);
    await plan("good", start);
    await schedule.tick();
    expect([...ran].sort()).toEqual(["bad", "good"]);
    expect((await jobs()).map(({ key }) => key)).toEqual(["after:good", "note:bad"]);
    expect(await schedule.next()).toBe(start + minute);
    clock.advanceTo(start + minute);
    await schedule.tick();
    const again = (await jobs()).find(({ key }) => key === "note:bad");
    expect(again).toMatchObject({ attempts: 2, reason: "TypeError", failedAt: null });
    expect(again?.dueAt.getTime()).toBe(start + 3 * minute);
    clock.advanceTo(start + 24 * 60 * minute);
    for (let attempt = 2; attempt < 10; attempt++) {
      await schedule.tick();
      clock.advanceTo(clock.now() + 24 * 60 * minute);
    }
    const given = (await jobs()).find(({ key }) => key === "note:bad");
    expect(given?.failedAt).not.toBeNull();
    expect(ran.filter((name) => name === "bad")).toHaveLength(10);
  });

  if (name === "postgresql") {
    it("does all again when another transaction was quicker, and calls nothing failed", async () => {
      const { ran, crossed, failures, schedule, plan, jobs } = stand(await open(), new ManualClock(start));
      crossed.add("crossed");
      await plan("before", start - 1);
      await plan("crossed", start);
      await schedule.tick();
      expect(ran).toEqual(["before", "crossed", "before", "crossed"]);
      expect(failures).toEqual([]);
      expect((await jobs()).map(({ key }) => key)).toEqual(["after:before", "after:crossed"]);
    });
  }
});
