/** What was pressed while the bot died is lost where the platform does not deliver it again: the card says so, and no other. */
import { expect } from "vitest";
import { conversation } from "../kit/conversation.ts";

const minute = 60_000;
const asks = /I was away until .* Please press once more\./;

conversation(
  "after an end that was not clean, cards ask those who pressed just then",
  async ({ cell, stage, platform }) => {
    const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await zoe.says('/drive new Shall we? goal:3 deadline:"in 7 days"');
    await zoe.says("/role who"); // a card without buttons
    const cards = (text: RegExp) => chat.messages().filter((one) => text.test(one.text));
    const forgets = stage.adapter(platform).capabilities.forgetsEvents === true;
    expect(forgets).toBe(platform === "discord");
    const before = chat.messages().length;

    await stage.restart();
    await stage.steward.settle();
    expect(chat.messages()).toHaveLength(before + (forgets ? 1 : 0));
    expect(cards(asks)).toHaveLength(forgets ? 1 : 0);
    if (!forgets) return;
    expect(cards(asks)[0]?.text).toMatch(/^Shall we\?/);

    // It stands there for a while, whatever else changes; then it goes with the next change, and nothing is posted for it.
    await ana.presses("I'm in");
    expect(cards(asks)[0]?.text).toMatch(/1 firm of 3/);
    await stage.wait(3 * minute);
    await zoe.presses("I'm in");
    expect(cards(asks)).toEqual([]);
    expect(chat.messages().at(-1)?.text).toMatch(/2 firm of 3/);
    expect(chat.messages()).toHaveLength(before + 1);

    // After a clean end nothing is asked; and long after people have last looked at it, neither.
    await stage.steward.stop();
    await stage.restart();
    await stage.steward.settle();
    expect(chat.messages()).toHaveLength(before + 1);
  },
);

conversation("what nobody has looked at for long is left alone", async ({ cell, stage, platform }) => {
  const one = await cell("Depot 5", { sector: "transport" });
  const two = await cell("Ward 7", { sector: "health" });
  await one.zoe.says('/drive new Shall we? goal:3 deadline:"in 7 days" scope:cell');
  await stage.wait(90 * minute);
  await two.zoe.says('/drive new Shall they? goal:3 deadline:"in 7 days" scope:cell');
  await stage.restart();
  await stage.steward.settle();
  expect(one.chat.messages().filter(({ text }) => asks.test(text))).toEqual([]);
  expect(two.chat.messages().filter(({ text }) => asks.test(text))).toHaveLength(platform === "discord" ? 1 : 0);
});
