/** The whole of Steward on an emulated Discord: the real core, store and delivery behind the real discord.js. */
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { systemClock } from "../../src/core/clock.ts";
import { secureRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { createSteward } from "../../src/steward.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import { eachDatabase } from "../kit/databases.ts";
import { adapterFor } from "../kit/discord/harness.ts";
import { DiscordServer } from "../kit/discord/server.ts";

eachDatabase((_, open) => {
  test("a cell is set up, a drive opened and answered, with commands, forms and buttons", async () => {
    const server = await DiscordServer.start();
    const zoe = server.person("Zoe");
    const ana = server.person("Ana", { locale: "es-ES" });
    const ben = server.person("Ben");
    const depot = server
      .guild("Depot 5", { owner: zoe, members: [ana, ben], channels: ["depot-5"] })
      .channel("depot-5");
    const adapter = adapterFor(server);
    const problems: string[] = [];
    const note = (fields: Record<string, unknown>, message: string) =>
      void problems.push(`${message} ${JSON.stringify(fields)}`);
    const steward = createSteward({
      database: await open(),
      keyring: openKeyring(new Uint8Array(32).fill(7)),
      clock: systemClock,
      random: secureRandom,
      commands,
      texts: Texts.load("locales"),
      adapters: [adapter],
      log: { info: () => undefined, warn: note, error: note },
    });
    await steward.start();
    try {
      await server.until(() => adapter.status().state === "up" && server.registrations === 1, "the bot");

      // Nobody but an administrator sets up; a missing option is asked for with a form.
      ana.uses("/setup", { federation: "Alliance", sector: "transport", cell: "Depot 5" }, depot);
      await server.until(
        () => server.thinking.length === 0 && depot.told.some((one) => one.text.includes("administre este chat")),
        "a refusal",
      );
      const setup = zoe.uses("/setup", { federation: "Alliance", sector: "transport" }, depot);
      const asked = await setup.answer();
      const [label = ""] = asked.labels;
      const filled = await zoe.fillsIn(zoe.presses(asked, label), "Depot 5");
      await filled.acknowledged();
      await server.until(() => depot.told.some((one) => one.text.includes("Alliance")), "the set-up");

      zoe.uses("/drive new", { question: "Shall we *walk out* @everyone?", goal: "2", deadline: "in 3 days" }, depot);
      const card = await server.until(
        () => depot.told.find((one) => one.text.includes("Shall we *walk out* @everyone?") && one.labels.length > 1),
        "the card",
      );
      expect(card.read().mentions).not.toContain("here");
      const [iAmIn = ""] = card.labels;
      const before = ben.sees(depot).length;
      const mine = await ana.presses(card, iAmIn).answer();
      expect(mine.ephemeral).toBe(true);
      expect(ben.sees(depot)).toHaveLength(before);
      await zoe.uses("/pledge", { answer: "in" }, depot).answer();
      await server.until(() => card.text.includes("2"), "the card's new count");
      expect(server.thinking).toEqual([]);
      expect(problems).toEqual([]);
      expect(server.violations).toEqual([]);
      expect([...server.channels.values()].flatMap(({ messages }) => messages.flatMap(({ pinged }) => pinged))).toEqual(
        [],
      );
    } finally {
      await steward.stop();
      await adapter.stop();
      await server.close();
    }
  });
});
