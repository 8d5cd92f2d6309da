/** While somebody else holds the database: what needs none is answered, and the local port tells the truth. */
import { afterEach, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { eachDatabase } from "../kit/databases.ts";
import { runSteward, until } from "../kit/running.ts";
import { EmulatedAdapter } from "../kit/stage.ts";
import { lockOutside } from "../kit/lock-outside.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

eachDatabase((_name, _open, freshUrl) => {
  it("help is there, once, and /readyz says so; and when it is free again all is as it was", async () => {
    const url = await freshUrl();
    const database = await openDatabase({ url });
    ends.push(() => database.close());
    const telegram = new EmulatedAdapter("telegram");
    const running = await runSteward(database, [telegram]);
    ends.push(() => running.stop());
    const says = (eventId: string, language: string) =>
      telegram.host?.receive({
        platform: "telegram",
        account: telegram.account,
        eventId,
        chat: { id: "7", kind: "direct" },
        sender: { id: "7", name: "Ana", language },
        said: { type: "text", text: "/help", messageId: eventId },
      });
    const shown = () => telegram.shown.map(({ text }) => text);
    const ready = async () => (await fetch(`${running.url}/readyz`)).status;
    await until("it to be ready", async () => (await ready()) === 200);

    const release = await lockOutside(url);
    ends.push(release);
    const asked = says("e1", "es")?.catch(() => undefined);
    const began = performance.now();
    expect(await ready()).toBe(503);
    expect(performance.now() - began).toBeLessThan(5_000);
    await until("help without the database", () => shown().length > 0);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toMatch(/^Ahora mismo no puedo consultar nada[^]*\/help-now[^]*\/pledge/);

    await release();
    await asked;
    await until("it to be ready again", async () => (await ready()) === 200);
    // The platform delivers it again, since nothing could be recorded: it has its answer.
    await says("e1", "es");
    await says("e2", "en");
    await until("the usual help", () => shown().length > 1);
    await running.steward.settle();
    expect(shown()).toHaveLength(2);
    expect(shown()[1]).not.toMatch(/look anything up/);
  });
});
