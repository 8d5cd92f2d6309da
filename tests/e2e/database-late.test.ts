/** A PostgreSQL that is not there yet when the bot starts is waited for. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { eachDatabase } from "../kit/databases.ts";
import { BotProcess, until } from "../kit/running.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve) =>
    server.listen(port, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    }),
  );

eachDatabase((name, _open, freshUrl) => {
  if (name === "sqlite") {
    it("an SQLite database is made where there is none", () => undefined);
    return;
  }

  it("says once that it waits, and starts when it is there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "steward-late-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const real = new URL(await freshUrl());
    // On this port there will be a way to the server.
    const way = createServer((socket) => {
      const on = connect(Number(real.port), real.hostname);
      for (const one of [socket, on]) one.on("error", () => undefined);
      socket.pipe(on).pipe(socket);
    });
    const port = await listening(way, 0);
    await new Promise((resolve) => way.close(resolve));
    const url = new URL(real);
    url.port = String(port);
    const environment = { DATABASE_URL: url.href, STEWARD_MASTER_KEY: randomBytes(32).toString("base64") };
    const bot = new BotProcess("src/main.ts", [], environment, folder);
    ends.push(() => {
      bot.kill("SIGKILL");
    });
    const waits = () => bot.errors.filter((line) => line.includes("it is waited for"));
    await until("it to wait", () => waits().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 2_500)); // it looks again, and says no more
    expect(waits()).toHaveLength(1);
    expect(waits()[0]).not.toContain(url.password);
    await listening(way, port);
    ends.push(() => {
      way.close();
    });
    // At the console whose input is over it starts, and ends properly.
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    expect(bot.errors).toHaveLength(1);
  });

  it("does not wait for what will not come: another password", async () => {
    const folder = await mkdtemp(join(tmpdir(), "steward-late-"));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const url = new URL(await freshUrl());
    url.password = "another";
    const environment = { DATABASE_URL: url.href, STEWARD_MASTER_KEY: randomBytes(32).toString("base64") };
    const bot = new BotProcess("src/main.ts", [], environment, folder);
    expect((await bot.ended).code).toBe(2);
    expect(bot.errors.join("\n")).toMatch(/DATABASE_URL: the database cannot be opened \(/);
  });
});
