import { afterEach, describe, expect, it } from "vitest";
import { SendError, type AdapterStatus } from "../../src/chat/adapter.ts";
import { Operations, operationsToken } from "../../src/operations/server.ts";
import { Metrics } from "../../src/operations/metrics.ts";
import { systemClock } from "../../src/core/clock.ts";
import { Jobs } from "../../src/store/jobs.ts";
import { eachDatabase } from "../kit/databases.ts";
import { runSteward, until, type Running } from "../kit/running.ts";
import { EmulatedAdapter } from "../kit/stage.ts";

/** A platform whose state the test sets. */
class Platform extends EmulatedAdapter {
  state: AdapterStatus = { state: "up" };
  override status(): AdapterStatus {
    return this.state;
  }
}

let event = 0;
/** Somebody says something in a group of their own. */
const says = (adapter: EmulatedAdapter, text: string): Promise<void> | undefined =>
  adapter.host?.receive({
    platform: adapter.capabilities.platform,
    account: adapter.account,
    eventId: `e${event++}`,
    chat: { id: "-5", kind: "group", title: "Depot 5" },
    sender: { id: "7", name: "Ana" },
    said: { type: "text", text, messageId: `${event}` },
  });

eachDatabase((_, open) => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  const run = async (...adapters: EmulatedAdapter[]): Promise<Running> => {
    const running = await runSteward(await open(), adapters);
    ends.push(() => running.stop());
    return running;
  };
  const page = async (running: Running, path: string, init?: RequestInit) => {
    const response = await fetch(`${running.url}${path}`, init);
    return { status: response.status, text: await response.text(), type: response.headers.get("content-type") };
  };
  /** The value of one line of the metrics. */
  const metric = async (running: Running, line: string): Promise<number | undefined> => {
    const { text } = await page(running, "/metrics");
    const found = text.split("\n").find((one) => one.startsWith(`${line} `));
    return found === undefined ? undefined : Number(found.split(" ").at(-1));
  };

  describe("the local port", () => {
    it("says whether the process lives, and whether everything is up, in one line", async () => {
      const [telegram, discord] = [new Platform("telegram"), new Platform("discord")];
      const running = await run(telegram, discord);
      expect(await page(running, "/healthz")).toMatchObject({ status: 200, text: "ok\n" });
      expect(await page(running, "/readyz")).toMatchObject({
        status: 200,
        text: "ready: database, telegram, discord\n",
      });

      telegram.state = { state: "refused", detail: "Telegram does not\naccept the token." };
      discord.state = { state: "starting" };
      expect(await page(running, "/readyz")).toMatchObject({
        status: 503,
        text: "not ready: telegram is refused (Telegram does not accept the token.); discord is starting\n",
      });
      expect(await metric(running, 'steward_platform_state{platform="telegram",state="refused"}')).toBe(1);
      expect(await metric(running, 'steward_platform_state{platform="telegram",state="up"}')).toBeUndefined();
      expect((await page(running, "/healthz")).status).toBe(200);

      telegram.state = discord.state = { state: "up" };
      running.operations.stopping();
      expect(await page(running, "/readyz")).toMatchObject({ status: 503, text: "not ready: stopping\n" });
    });

    it("is not ready without its database, and lives", async () => {
      const database = await open();
      const metrics = new Metrics({ database, clock: systemClock, adapters: () => [], wakes: () => ({}) });
      const broken = { ...database, probe: () => Promise.reject(new Error("gone")) };
      const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const operations = new Operations({ database: broken, adapters: () => [], metrics, log, token: "t" });
      ends.push(() => operations.close());
      const port = await operations.listen({ host: "127.0.0.1", port: 0 });
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
      expect([ready.status, await ready.text()]).toEqual([503, "not ready: the database does not answer\n"]);
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      await expect(
        new Operations({ database, adapters: () => [], metrics, log, token: "t" }).listen({ host: "127.0.0.1", port }),
      ).rejects.toThrow();
    });

    it("is not ready, and says so within five seconds, while its database hangs; many who ask do not make it worse", async () => {
      const database = await open();
      const metrics = new Metrics({ database, clock: systemClock, adapters: () => [], wakes: () => ({}) });
      let probes = 0;
      const hangs = {
        ...database,
        probe: () => {
          probes += 1;
          return new Promise<void>(() => undefined);
        },
      };
      const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const operations = new Operations({ database: hangs, adapters: () => [], metrics, log, token: "t" });
      ends.push(() => operations.close());
      const port = await operations.listen({ host: "127.0.0.1", port: 0 });
      const began = performance.now();
      const asked = await Promise.all(Array.from({ length: 5 }, () => fetch(`http://127.0.0.1:${port}/readyz`)));
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(asked.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
      expect(probes).toBe(1);
    });

    it("has nothing else, and takes nothing", async () => {
      const running = await run(new Platform("telegram"));
      expect((await page(running, "/")).status).toBe(404);
      expect((await page(running, "/metrics", { method: "POST" })).status).toBe(405);
      expect((await page(running, "/matrix-keys")).status).toBe(405);
      const ask = (token: string) =>
        page(running, "/matrix-keys", {
          method: "POST",
          headers: { authorization: `Bearer ${token}` },
          body: JSON.stringify({ file: "/nowhere" }),
        });
      expect((await ask("guessed")).status).toBe(401);
      expect((await ask(operationsToken(running.keyring))).status).toBe(409);
    });
  });

  describe("the metrics", () => {
    it("count what comes in, what is sent and what is refused, and time it", async () => {
      const telegram = new Platform("telegram");
      telegram.administrators.add("7");
      const running = await run(telegram);
      telegram.intercept = () => new SendError("blocked");
      await says(telegram, "/help");
      await until(
        "a refusal",
        async () => (await metric(running, 'steward_refusals_total{platform="telegram",reason="blocked"}')) === 1,
      );
      telegram.intercept = undefined;
      await says(telegram, "/help");
      await until("a send", async () => (await metric(running, 'steward_sends_total{platform="telegram"}')) === 1);
      expect(await metric(running, 'steward_inbound_total{platform="telegram"}')).toBe(2);
      expect(await metric(running, 'steward_command_seconds_count{said="text"}')).toBe(2);
      expect(await metric(running, "process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
      expect((await page(running, "/metrics")).type).toMatch(/^text\/plain; version=0\.0\.4/);
      const { text } = await page(running, "/metrics");
      for (const personal of ["Ana", "-5", "Depot"]) expect(text).not.toContain(`"${personal}"`);
    });

    it("show what waits, how old it is, what is due, and what was given up", async () => {
      const telegram = new Platform("telegram");
      const running = await run(telegram);
      expect(await metric(running, 'steward_outbox_waiting{platform="telegram"}')).toBe(0);
      telegram.intercept = () => new SendError("unreachable");
      await says(telegram, "/help");
      const waiting = 'steward_outbox_waiting{platform="telegram"}';
      await until("a message that waits", async () => (await metric(running, waiting)) === 1);
      await until(
        "its age",
        async () => ((await metric(running, 'steward_outbox_oldest_seconds{platform="telegram"}')) ?? 0) > 0.01,
      );

      await running.steward.stop(); // so that nobody does the jobs
      const now = Date.now();
      await running.database.transaction(async (tx) => {
        const { dispatch } = running.steward;
        const jobs = new Jobs(dispatch.sessionIn(tx));
        await tx.job.deleteMany();
        for (const [key, dueAt] of [
          ["a", now - 60_000],
          ["b", now - 1_000],
          ["c", now + 60_000],
          ["d", now],
        ] as const) {
          await jobs.schedule({ kind: "nothing", key, payload: {}, dueAt });
        }
        await tx.job.updateMany({ where: { key: "d" }, data: { failedAt: new Date(now) } });
      });
      expect(await metric(running, "steward_jobs_due")).toBe(2);
      const lag = await metric(running, "steward_jobs_lag_seconds");
      expect(lag).toBeGreaterThanOrEqual(60);
      expect(lag).toBeLessThan(70);
      expect(await metric(running, 'steward_jobs_given_up{kind="nothing"}')).toBe(1);
    });
  });
});
