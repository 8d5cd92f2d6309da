/** Somebody says that a sentence of the bot is wrong: `/help wrong`. */
import { expect } from "vitest";
import { aboutARule, conversation } from "../kit/conversation.ts";
import type { StagePerson } from "../kit/stage.ts";

const depot = { sector: "transport" };
const told = ({ chat, user }: StagePerson, pattern: RegExp): number =>
  chat.stage
    .adapter(chat.platform)
    .shown.filter(({ to, chat: place }) => to === user.id || place === `direct:${user.id}`)
    .filter(({ text }) => pattern.test(text)).length;

conversation(
  "the steward hears of a sentence that is wrong, with its id and without a name",
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", depot);
    await zoe.writes("/help");
    await ana.says("/help");
    await ana.writes("/help wrong “There is no such command” sounds cold. Say: I do not know it.");
    expect(told(ana, /without your name[^]*help-unknown/)).toBe(1);
    expect(told(zoe, /a sentence of mine is wrong[^]*I do not know it[^]*help-unknown.*locales\/en/)).toBe(1);
    expect(told(zoe, /Ana/)).toBe(0);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "where several may be meant it is asked which, and nothing is told until then",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", { ...depot, language: "fr" });
    await zoe.writes("/help");
    await ana.says("/help");
    await ana.writes("/help nonsense").isTold(/n'existe pas/);
    const before = told(zoe, /phrases ne va pas/);
    await ana.writes("/help wrong je ne comprends rien").isTold(/De laquelle parles-tu[^]*Cette commande n'existe pas/);
    expect(told(zoe, /phrases ne va pas/)).toBe(before);
    await ana.presses("4 : Cette commande n'existe pas. /hel…").isTold(/help-unknown/);
    expect(told(zoe, /je ne comprends rien[^]*help-unknown.*locales\/fr/)).toBe(1);
    await ana.writes("/help wrong xyzzy plugh").isTold(/De laquelle/);
    await ana.presses("Aucune de celles-ci").isTold(/^Merci/);
    expect(told(zoe, /xyzzy plugh[^]*elle n'a pas été citée/)).toBe(1);
    // In the chat nobody else reads it.
    const inChat = stage
      .adapter(ana.chat.platform)
      .shown.filter(({ to, chat }) => to === undefined && !chat.startsWith("direct:"));
    expect(inChat.filter(({ text }) => /xyzzy|help-unknown/.test(text))).toEqual([]);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a steward who sleeps is told in the morning, and nothing is kept afterwards",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", depot);
    await ana.says("/help");
    await zoe.writes("/me quiet 12:00 08:00");
    await ana.writes('/help wrong "There is no such command" sounds cold').isTold(/Thank you/);
    expect(told(zoe, /sounds cold/)).toBe(0);
    const kept = async () => stage.database.read((tx) => tx.job.count({ where: { kind: "sentence-wrong" } }));
    expect(await kept()).toBe(1);
    expect(await stage.database.read(async (tx) => JSON.stringify(await tx.job.findMany()))).not.toContain("cold");
    await stage.wait(16 * 60 * 60_000);
    expect(told(zoe, /sounds cold[^]*help-unknown/)).toBe(1);
    expect(await kept()).toBe(0);
    expect(stage.problems).toEqual([]);
  },
);

conversation("nobody is flooded, and where there is no steward that is said", aboutARule, async ({ cell, stage }) => {
  const { zoe, ana } = await cell("Depot 5", depot);
  await zoe.writes("/help");
  await ana.says("/help");
  for (let time = 0; time < 5; time++)
    await ana.writes(`/help wrong no such command ${String(time)}`).isTold(/Thank you/);
  // The same words again are thanked for, and nobody reads them twice.
  await ana.writes("/help wrong no such command 4").isTold(/Thank you/);
  await ana.writes("/help wrong no such command 5").isTold(/enough sentences for now/);
  expect(told(zoe, /a sentence of mine is wrong/)).toBe(5);
  await stage
    .chat("empty")
    .person("Eve")
    .says("/help wrong no such command")
    .isTold(/Tell whoever runs this bot/);
  expect(stage.problems).toEqual([]);
});
