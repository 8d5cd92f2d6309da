/** Alerts as people live them. */
import { expect } from "vitest";
import { conversation } from "../kit/conversation.ts";
import { allRows } from "../kit/rows.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

conversation(
  "two raise it, it goes out once, with the emergency card, and who needs help is known to the two alone",
  async (scene) => {
    const { stage, platform } = scene;
    const { chat, zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
    for (const one of [zoe, ana, ben]) {
      await one.says("/help");
      await one.writes("/help");
    }
    await zoe.says("/help-now set Legal line: 0800 555 0100");
    await ana.says("/help-now confirm");
    await ana.says("/alert Police at gate 2").isTold(/waits for a second person/);
    chat.shows(/Ana in Depot 5 raises an alert[^]*Police at gate 2/);
    chat.neverShowed(/Alert: Depot 5/);
    // Her own yes is none, and neither is that of who is as new as she is.
    await ana.presses("It is so: send it").isTold(/not another account of yours/);
    await ben.presses("It is so: send it").isTold(/last seven days/);
    await zoe.presses("It is so: send it").chatIsTold(/Alert: Depot 5[^]*Police at gate 2[^]*0800 555 0100/);
    await ben.says("/alert confirm").isTold(/no alert here|waits no more/);
    expect(chat.messages().filter(({ text }) => text.includes("Alert: Depot 5"))).toHaveLength(1);
    await ben.presses("I'm safe").isTold(/1 safe, 0 coming/);
    await ben.presses("I'm coming").isTold(/0 safe, 1 coming/);
    const shown = await (platform === "matrix" ? ben.writes("/alert i-need-help") : ben.presses("I need help"));
    const called = shown
      .filter(({ text }) => /Ben[^]*needs help/u.test(text))
      .map(({ to, chat: place }) => to ?? place);
    expect(called.map((id) => id.replace("direct:", "")).sort()).toEqual(["user-ana", "user-zoe"]);
    chat.neverShowed(/needs help/);
    await ana.says("/alert show").isTold(/0 safe, 0 coming/);
    await stage.wait(minute);
    await ben.says("/alert off").isTold(/two who raised it/);
    await ana.says("/alert off").chatIsTold(/The alert is over/);
    await ben.writes("/alert i-am-safe").isTold(/no alert here/);
    await stage.wait(49 * hour);
    expect(await stage.database.read((tx) => tx.alertAnswer.count())).toBe(0);
    expect((await allRows(stage.database)).join("\n")).not.toMatch(/gate 2/);
    expect(stage.problems).toEqual([]);
  },
);

conversation("nobody confirms it within ten minutes, or it is taken back: nothing goes out", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
  for (const one of [zoe, ana]) {
    await one.says("/help");
    await one.writes("/help");
  }
  await ana.says("/alert Police at gate 2");
  const told = await stage.wait(11 * minute);
  expect(told.map(({ text }) => text).join("\n")).toMatch(/did not go out[^]*Police at gate 2/);
  await zoe.presses("It is so: send it").isTold(/waits no more/);
  await ana.says("/alert Police at gate 3");
  await zoe.says("/alert Police at gate 4").isTold(/waiting or going on/);
  await ana.says("/alert off").isTold(/Nothing went out/);
  await zoe.says("/alert confirm").isTold(/no alert here/);
  chat.neverShowed(/Alert: Depot 5/);
  // It lapses with who began it, too.
  await ana.says("/alert Police at gate 5");
  await ana.says("/me leave");
  await ana.presses("Yes, leave");
  await zoe.presses("It is so: send it").isTold(/waits no more/);
  chat.neverShowed(/Alert: Depot 5/);
  expect(stage.problems).toEqual([]);
});

conversation("three a day, and a steward lets more be sent", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  for (let time = 0; time < 3; time++) {
    await ana.says("/alert Police at gate 2");
    await zoe.says("/alert confirm").chatIsTold(/Alert: Depot 5/);
    await zoe.says("/alert off");
  }
  await ana.says("/alert Police at gate 2").isTold(/3 alerts went there/);
  await zoe.says("/alert lift").isTold(/3 more/);
  await ana.says("/alert Police at gate 2");
  await zoe.says("/alert confirm").chatIsTold(/Alert: Depot 5/);
  await stage.wait(day);
  expect(chat.messages().filter(({ text }) => text.includes("Alert: Depot 5"))).toHaveLength(4);
});

conversation("who cannot be answered by the two is shown whom to call", async (scene) => {
  const { stage } = scene;
  const { zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
  for (const one of [zoe, ana, ben]) {
    await one.says("/help");
    await one.writes("/help");
  }
  await zoe.says("/help-now set Legal line: 0800 555 0100");
  await ana.says("/help-now confirm");
  await ana.says("/alert Police at gate 2");
  await zoe.says("/alert confirm");
  const [adapter] = stage.adapters;
  if (adapter === undefined) throw new Error("there is no platform");
  const { SendError } = await import("../../src/chat/adapter.ts");
  adapter.intercept = (outgoing) =>
    outgoing.type === "direct" && ["user-zoe", "user-ana"].includes(outgoing.to) ? new SendError("blocked") : undefined;
  await ben.writes("/alert i-need-help").isToldPrivately(/Your call goes to/);
  await stage.wait(29_000);
  const told = await stage.wait(2_000);
  expect(told.map(({ text, to, chat }) => `${to ?? chat} ${text}`).join("\n")).toMatch(
    /user-ben[^]*could not reach[^]*0800 555 0100/,
  );
});
