/** Whom an announcement has reached, why not the others, and what to do about it: told to who can mend it, and nobody else. */
import { expect } from "vitest";
import { SendError, type SendFailure } from "../../src/chat/adapter.ts";
import { aboutARule, conversation, newestCode, type Scene } from "../kit/conversation.ts";

const day = 24 * 60 * 60_000;
const federationWide = '/drive new Shall we? goal:3 deadline:"in 7 days" scope:federation';

/** From now on every message to a chat fails. */
function breaks({ stage, platform }: Scene, chat: string, failure: SendFailure, detail?: string): void {
  stage.adapter(platform).intercept = (outgoing) =>
    (outgoing.type === "message" || outgoing.type === "edit") && outgoing.chat.id === chat
      ? new SendError(failure, detail === undefined ? {} : { detail })
      : undefined;
}

function heals({ stage, platform }: Scene): void {
  stage.adapter(platform).intercept = undefined;
}

conversation("a steward is told which chats an announcement has not reached, and why", async (scene) => {
  const one = await scene.cell("Depot 5", { sector: "transport" });
  const two = await scene.cell("Ward 7", { sector: "health" });
  for (const somebody of [one.zoe, one.ana]) await somebody.writes("/help"); // Telegram: only now can they be written to
  await one.zoe.says(federationWide);
  await one.zoe.says("/drive show").isToldPrivately(/Last announcement: delivered in 2 of 2 chats$/);

  breaks(scene, "ward7", "no-rights", "Send Messages in #ward-7");
  await one.zoe.says("/drive remind");
  await one.zoe
    .says("/drive show")
    .isToldPrivately(
      /delivered in 1 of 2 chats\n.*ward7 \(\w+\): I may not write there; what I lack is “Send Messages”/,
    );
  await one.zoe.writes("/drive show").isTold(/Shall we\?[^]*delivered in 1 of 2 chats/);

  // It is not even tried again, and still there is a receipt with the reason.
  heals(scene);
  await scene.stage.wait(day);
  await one.zoe.says("/drive remind");
  expect(two.chat.messages().filter(({ text }) => text.includes("Not answered yet"))).toHaveLength(0);
  await one.zoe.says("/drive show").isToldPrivately(/delivered in 1 of 2 chats\n.*ward7.*“Send Messages”/);

  const seen = await one.ana.says("/drive show");
  expect(seen.filter(({ text }) => text.includes("Last announcement"))).toEqual([]);
  for (const { chat } of [one, two]) chat.neverShowed(/Last announcement|Send Messages/);

  // Somebody speaks there: the next announcement is tried, and the drive is kept up again.
  await two.ana.says("/help");
  await one.zoe.says("/drive close");
  await one.zoe.says("/drive show").isToldPrivately(/delivered in 2 of 2 chats$/);
  two.chat.shows(/Closed; how the goal stands stays untold/);
});

conversation("each reason in people's words", async (scene) => {
  const one = await scene.cell("Depot 5", { sector: "transport" });
  await scene.cell("Ward 7", { sector: "health" });
  await one.zoe.writes("/help");
  await one.zoe.says(federationWide);
  const reasons: readonly (readonly [SendFailure, RegExp, RegExp])[] = [
    ["blocked", /ward7 \(\w+\): I am blocked there/, /me tienen bloqueado/],
    ["not-found", /the platform no longer finds it/, /ya no lo encuentra/],
    ["refused", /the platform refused the message/, /rechazó el mensaje/],
    ["no-rights", /: I may not write there$/, /no puedo escribir ahí$/],
  ];
  for (const [failure, english, spanish] of reasons) {
    breaks(scene, "ward7", failure);
    await one.zoe.says("/drive remind");
    heals(scene);
    await one.zoe.says("/drive show").isToldPrivately(english);
    await one.zoe.says("/me language es");
    await one.zoe.says("/drive show").isToldPrivately(spanish);
    await one.zoe.says("/me language en");
    await scene.stage.wait(day);
  }
});

conversation("where the card cannot be shown belongs to it", async (scene) => {
  const one = await scene.cell("Depot 5", { sector: "transport" });
  await scene.cell("Ward 7", { sector: "health" });
  await one.zoe.writes("/help");
  breaks(scene, "ward7", "removed");
  await one.zoe.says(federationWide);
  await one.zoe
    .says("/drive show")
    .isToldPrivately(/Last announcement: delivered in 1 of 2 chats\n.*ward7 \(\w+\): I was removed from it/);
  await one.zoe.says("/me language es");
  await one.zoe
    .says("/drive show")
    .isToldPrivately(/Último aviso: entregado en 1 de 2 chats\n.*ward7 \(\w+\): me han sacado del grupo/);
  heals(scene);
  const ward = scene.stage.chat("ward7", scene.platform);
  ward.neverShowed(/Shall we/);
  // Added again: the drive appears.
  const { user } = ward.person("Eve");
  await scene.stage.happen(scene.platform, ward.place, user, { type: "bot-added" });
  ward.shows(/Shall we\?/);
});

conversation("a drive of one cell: its coordinator is told, for its only chat too", aboutARule, async (scene) => {
  const one = await scene.cell("Depot 5", { sector: "transport" });
  const two = await scene.cell("Ward 7", { sector: "health" });
  await two.ana.says("/help");
  await two.ana.writes("/help");
  await two.zoe.says("/cell settings coordinator @Ana");
  await two.zoe.presses("Yes");
  await two.ana.says('/drive new Ours? goal:1 deadline:"in 7 days" scope:cell');
  await two.ana.says("/pledge in");
  two.chat.shows(/The goal is reached/);
  await two.ana.says("/drive show").isToldPrivately(/Last announcement: delivered in 1 of 1 chat$/);
  await scene.stage.database.transaction((tx) =>
    // Of an account that is not configured now: it waits for the day that it is.
    tx.outbox.updateMany({ where: { broadcastId: { not: null } }, data: { state: "waiting", account: "another" } }),
  );
  await two.ana.says("/drive show").isToldPrivately(/delivered in 0 of 1 chat, 1 waiting$/);
  two.chat.neverShowed(/Last announcement/);
  one.chat.neverShowed(/Last announcement/);
});

conversation("a chat that gets nothing is named to who can mend it", async (scene) => {
  const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
  for (const somebody of [zoe, ana]) await somebody.writes("/help");
  await zoe.says("/cell code");
  const night = scene.stage.chat("nightshift", scene.platform);
  await night
    .person("Dee")
    .administrates()
    .says(`/cell join ${newestCode(scene.stage)}`);
  const before = await zoe.says("/cell show");
  expect(before.filter(({ text }) => text.includes("nightshift"))).toEqual([]);

  breaks(scene, "nightshift", "no-rights", "Send Messages");
  await zoe.says('/drive new Shall we? goal:3 deadline:"in 7 days"');
  await zoe
    .says("/cell show")
    .isToldPrivately(/nightshift \(\w+\): I may not write there\. Give me the right “Send Messages”/);
  await zoe.says("/me language es");
  await zoe.writes("/cell show").isTold(/no puedo escribir ahí\. Dame el permiso «Send Messages»/);
  await zoe.says("/me language en");
  heals(scene);
  await scene.stage.happen(scene.platform, night.place, night.person("Dee").user, { type: "bot-removed" });
  await zoe.says("/cell show").isToldPrivately(/nightshift \(\w+\): I was removed\. Add me again/);
  const seen = await ana.says("/cell show");
  expect(seen.filter(({ text }) => text.includes("nightshift"))).toEqual([]);
  chat.neverShowed(/nightshift/);
});
