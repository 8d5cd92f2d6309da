/** "Which one?": a command that may be about several things asks, and runs as it was given with the one that is chosen. */
import { conversation } from "../kit/conversation.ts";

const day = 24 * 60 * 60_000;

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
