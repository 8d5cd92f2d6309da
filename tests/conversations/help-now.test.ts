/** The emergency card as people live it. */
import { expect } from "vitest";
import { conversation } from "../kit/conversation.ts";
import { allRows } from "../kit/rows.ts";

const day = 24 * 60 * 60_000;

conversation("the card stands once another member has checked it, and a change leaves what stood", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.says("/help-now").isTold(/no emergency card here yet/);
  await ana.says("/help-now set Legal: 555 0100").isTold(/coordinator of this cell/);
  await zoe.says("/help-now set Legal line: 0800 555 0100");
  chat.shows(/A new emergency card: Depot 5[^]*0800 555 0100/);
  await zoe.presses("Checked, they are right").isTold(/somebody else has to check/);
  await ana.says("/help-now").isTold(/no emergency card here yet/);
  await ana.presses("Checked, they are right").isTold(/It stands/);
  await ana.says("/help-now").chatIsTold(/Help now: Depot 5[^]*0800 555 0100[^]*checked this on/);
  await ana.says("/help_now").chatIsTold(/0800 555 0100/);
  await zoe.says("/help-now set Legal line: 0800 555 0199");
  await ana.says("/help-now").chatIsTold(/0800 555 0100/);
  await ana.presses("Not right").isTold(/does not stand/);
  await zoe.says("/help-now confirm").isTold(/today's date/);
  await stage.restart();
  await ana.says("/help-now").chatIsTold(/0800 555 0100/);
  await ana.writes("/help-now").isToldPrivately(/0800 555 0100/);
  expect(stage.problems).toEqual([]);
});

conversation("after thirty days somebody is asked whether it is still right", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
  await zoe.writes("/help");
  await ana.says("/help");
  await zoe.says("/help-now set Legal line: 0800 555 0100");
  await ana.says("/help-now confirm");
  await stage.wait(29 * day);
  expect(zoe.button("Checked, still right")).toBeUndefined();
  await stage.wait(2 * day);
  await zoe.presses("Checked, still right").isTold(/today's date/);
  chat.neverShowed(/still right\?/);
  await ana.says("/help-now").chatIsTold(/checked this on [^]*April 2026/);
  await stage.wait(31 * day);
  await zoe.presses("Checked, still right").isTold(/today's date/);
});

conversation(
  "a change goes with who made it; and the card is seen by who is a member, and no longer",
  async (scene) => {
    const { stage, platform } = scene;
    const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
    const eva = chat.person("Eva");
    for (const one of [ana, eva]) {
      await one.says("/help");
      await one.writes("/help");
    }
    await zoe.says("/help-now set Legal line: 0800 555 0100");
    await ana.says("/help-now confirm");
    await eva.writes("/help-now").isToldPrivately(/0800 555 0100/);
    await eva.says("/me leave");
    await eva.presses("Yes, leave");
    // On Matrix it is known that she is in the group still.
    if (platform !== "matrix") await eva.writes("/help-now").isToldPrivately(/no emergency card/);
    await zoe.says("/help-now set Another line: 0800 555 0200");
    chat.shows(/A new emergency card: Depot 5[^]*0800 555 0200/);
    await zoe.says("/me export");
    await zoe.says("/steward add @Ana");
    await zoe.presses("Yes");
    await zoe.says("/me leave");
    await zoe.presses("Yes, leave");
    await ana.says("/help-now confirm").isTold(/today's date/);
    await ana.says("/help-now").chatIsTold(/0800 555 0100/);
    const rows = (await allRows(stage.database)).join("\n");
    expect(rows).not.toMatch(/555 0100|555 0200/);
  },
);

conversation("an event that comes again is answered once, and each language has its own word", async (scene) => {
  const { stage, platform } = scene;
  const { chat, zoe, ana } = await scene.cell("Cochera 5", { sector: "transporte", language: "es" });
  await ana.says("/help");
  await zoe.says("/help-now set Línea legal: 0800 555 0100");
  await ana.says("/help-now confirm");
  await ana.says("/help-now", "once").chatIsTold(/Ayuda ya: Cochera 5[^]*0800 555 0100/);
  expect(await ana.says("/help-now", "once")).toEqual([]);
  // Where commands are native, they have their one name.
  if (platform !== "discord") await ana.says("/ayuda-ya").chatIsTold(/Ayuda ya: Cochera 5/);
  const before = chat.messages().length;
  await stage.restart();
  await ana.says("/help-now", "twice").chatIsTold(/0800 555 0100/);
  expect(chat.messages().length).toBe(before + 1);
  expect(stage.problems).toEqual([]);
});
