/** Shared actions, and the calendar of all: what other cells see, and what they never do. */
import { expect } from "vitest";
import { aboutARule, conversation, type Scene } from "../kit/conversation.ts";
import { council } from "../kit/council.ts";
import type { Shown } from "../kit/stage.ts";

const day = 24 * 60 * 60_000;

/** The calendar file that came with it. */
function ics(shown: readonly Shown[]): string {
  const files = shown.flatMap(({ rendered }) =>
    rendered.blocks.flatMap((block) =>
      block.type === "file" && block.file.mediaType === "text/calendar" ? [block.file.data] : [],
    ),
  );
  return Buffer.from(files[0] ?? "", "base64").toString("utf8");
}

async function two(scene: Scene) {
  const depot = await scene.cell("Depot", { sector: "Transport" });
  const clinic = await scene.cell("Clinic", { sector: "Health" });
  return { depot, clinic };
}

conversation("an action is shared: others see what, when and which sector, never where or who", async (scene) => {
  const { stage } = scene;
  const { depot, clinic } = await two(scene);
  await clinic.ana.says("/calendar show").chatIsTold(/Nothing is in it yet/);
  await depot.zoe.says(
    '/action plan "Leaflets" from:"in 5 days 10:00" to:"in 5 days 12:00" where:"Gate 2" care:meals rest:"in 6 days 18:00"',
  );
  await clinic.ana.says("/calendar show").chatIsTold(/Nothing is in it yet/);
  await depot.ana.says("/help");
  await depot.ana.says("/action share 1").isTold(/coordinator/);
  await depot.zoe
    .says("/action share 1")
    .chatIsTold(/Other cells now see in .calendar show: “Leaflets”, .*Transport\. Never where/);
  await depot.zoe.says("/action share 1").isTold(/see it already/);
  await stage.wait(60_000);
  depot.chat.shows(/Other cells see what, when and which sector/);
  const shown = await clinic.ana.says("/calendar show").chatIsTold(/Wed 25 March +Transport: Leaflets/);
  expect(ics(shown)).toMatch(/SUMMARY:Leaflets \(Transport\)/);
  expect(ics(shown)).not.toMatch(/Gate|LOCATION|Zoe|Depot/);
  clinic.chat.neverShowed(/Gate 2|Zoe|Depot/);
  await depot.zoe.presses("Take it back");
  const later = await clinic.ana.says("/calendar show").chatIsTold(/Nothing is in it yet/);
  // Calendars that have it are told that it is gone.
  expect(ics(later)).toMatch(/STATUS:CANCELLED/);
  expect(stage.problems).toEqual([]);
});

conversation("phases, an agreed date and assemblies stand in it, in Spanish too", aboutARule, async (scene) => {
  const of = await council(scene, [
    { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana" }] },
    { name: "Clinic", sector: "Health", seats: [{ delegate: "Cho" }] },
  ]);
  const { stage, zoe, chat } = of;
  await of.cell("Depot").person("Zoe").says("/phase set burst:14 lull:7");
  await zoe.says('/assembly new Assembly rule:"every thursday" time:18:00 quorum:2');
  await zoe.says('/date propose "May Day march" days:"in 20 days, in 21 days"');
  await stage.wait(6 * day + 60 * 60_000);
  for (const name of ["Ana", "Cho"]) await of.who(name).says("/assembly checkin");
  await zoe.says("/date agree 1");
  for (const name of ["Ana", "Cho"]) await of.who(name).says("/vote yes");
  await zoe.says("/vote close");
  await zoe.says("/assembly close");
  const shown = await zoe.says("/calendar show").chatIsTold(/Burst: Fri 20 March[^]*May Day march \(agreed\)/);
  chat.shows(/Assembly at 18:00/);
  expect(ics(shown)).toMatch(/DTSTART;VALUE=DATE:20260409[^]*SUMMARY:May Day march/);
  expect(ics(shown)).toMatch(/DTSTART;VALUE=DATE:20260320[^]*DTEND;VALUE=DATE:20260403[^]*SUMMARY:Burst/);
  const short = await zoe.says("/calendar show from:2026-04-01 to:2026-04-05").chatIsTold(/Wed 1 April to Sun 5 April/);
  // What is asked to be shown changes nothing of the file: nothing is called off.
  expect(ics(short)).toMatch(/SUMMARY:May Day march/);
  expect(ics(short)).not.toMatch(/CANCELLED/);
  await zoe.says("/calendar show from:2026-04-05 to:2026-04-01").isTold(/before the first one/);
  await zoe.says("/calendar show from:2026-04-05 to:2027-04-01").isTold(/184 days at most/);
  await zoe.writes("/me language es");
  await zoe.writes("/calendar show").isTold(/May Day march \(acordado\)|Empuje/);
  expect(stage.problems).toEqual([]);
});
