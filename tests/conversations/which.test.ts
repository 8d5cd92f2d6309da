/** "Which one?": a command that may be about several things asks, and runs as it was given with the one that is chosen. */
import { expect } from "vitest";
import { conversation } from "../kit/conversation.ts";
import type { StagePerson } from "../kit/stage.ts";

const day = 24 * 60 * 60_000;

/** They can be written to, on Telegram too. */
async function reached(...people: readonly StagePerson[]): Promise<void> {
  for (const one of people) {
    await one.says("/help");
    await one.writes("/help");
  }
}

conversation("which action is asked with their numbers; a day that was named stays that day", async (scene) => {
  const { zoe } = await scene.cell("Depot 5", { sector: "transport" });
  await zoe.says('/action plan Picket from:"28 march 10:00" to:14:00 care:meals');
  await zoe.says('/action plan Camp from:"29 march 10:00" to:14:00 care:meals');
  await zoe.says('/action change from:"in 20 days" where:"Gate 2"').isTold(/Which action\?[^]*1: Picket[^]*2: Camp/);
  await scene.stage.wait(2 * day);
  await zoe.presses("Camp").isTold(/Camp has changed[^]*9 April[^]*Gate 2/);
});

conversation("which council is asked once, and nothing that was typed is asked again", async (scene) => {
  const { zoe } = await scene.cell("Depot 5", { sector: "transport" });
  await scene.cell("Mill", { sector: "textile" });
  for (const name of ["Valley", "Coast"]) await zoe.says(`/council new ${name} cells:Depot 5, Mill zone:Europe/Paris`);
  await zoe.writes('/assembly new Summit rule:"every thursday" time:18:00').isTold(/Which council/);
  await zoe.presses("Coast").isTold(/Summit/);
  await zoe.writes("/assembly next council:Coast").isTold(/Summit/);
  await zoe.writes("/assembly next council:Valley").isTold(/no assembly planned/);
});

conversation("things of one name say their numbers on their buttons", async ({ cell, stage }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await reached(ana);
  for (const goal of [2, 3]) await zoe.says(`/drive new Shall we? goal:${goal} deadline:"in 7 days"`);
  await zoe.says('/drive new Letter goal:2 deadline:"in 7 days"');
  await ana.writes("/pledge in").isTold(/Which drive\?/);
  await ana.presses("2: Shall we?").isTold(/Shall we\? – you're in/);
  expect(await stage.database.read((tx) => tx.drive.count({ where: { number: 2, pledges: { some: {} } } }))).toBe(1);
  await ana.writes("/pledge in");
  await ana.presses("Letter").isTold(/Letter – you're in/);
  // Where a name is not understood, the same is offered.
  await ana.writes("/pledge in drive:99").isTold(/know no drive/);
  await ana.presses("1: Shall we?").isTold(/Shall we\? – you're in/);
  expect(stage.problems).toEqual([]);
});

conversation("“done” is about the drive that still waits for it", async ({ cell, stage }) => {
  const { zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await reached(ana, ben, cho);
  for (const name of ["One", "Two", "Three"]) await zoe.says(`/drive new ${name} goal:1 deadline:"in 7 days"`);
  for (const name of ["One", "Two"]) await ana.writes(`/pledge in drive:${name}`).isTold(/you're in/);
  await ben.writes("/pledge in drive:One").isTold(/you're in/);
  // Not firm: there is nothing to keep.
  await ben.writes("/pledge if 5 drive:Three").isTold(/if 5 others/);
  await stage.wait(8 * day);
  await ben.writes("/pledge done").isTold(/One – noted/);
  await ana.writes("/pledge done").isTold(/Which drive\?[^]*One[^]*Two/);
  await ana.presses("One").isTold(/One – noted/);
  await ana.writes("/pledge done").isTold(/Two – noted/);
  await ana.writes("/pledge done").isTold(/Two – that is noted already/);
  await cho.writes("/pledge done").isTold(/You had no pledge/);
  expect(stage.problems).toEqual([]);
});

conversation("a menu of one word is no menu", async ({ cell }) => {
  const { ana } = await cell("Depot 5", { sector: "transport" });
  await ana.writes("/calendar").isTold(/know you yet|Nothing is in it yet/);
  await reached(ana);
  // Discord has no command without its word.
  await ana.writes("/calendar").isTold(/Nothing is in it yet|^Hello/);
});
