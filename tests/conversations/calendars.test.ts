/** Calendars that follow an address: what is in them, for whom, and when they end. */
import { expect } from "vitest";
import { aboutARule, conversation, newestCode } from "../kit/conversation.ts";
import { eventsAt, fileAt, newestAddress, pageAt } from "../kit/following.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

conversation("a calendar follows where somebody goes, through a change and to the end", async ({ cell, stage }) => {
  const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.writes("/help");
  await ana.writes("/me calendar").isTold(/turns.*gatherings.*steward\.example.*only this once.*Google/s);
  const address = newestAddress(stage);
  await zoe.says('/gather new "Bread and roses" at:"friday 27 march 18:00" where:"Hall 3"');
  expect(await eventsAt(stage, address)).toEqual([]);
  await ana.writes("/gather going").isTold(/going/i);
  const [first] = (await eventsAt(stage, address)) ?? [];
  expect(first).toMatchObject({ title: "Meeting", location: undefined, status: "CONFIRMED" });
  expect(first?.start).toBe(Date.UTC(2026, 2, 27, 17));
  expect(await fileAt(stage, address)).not.toMatch(/bread|hall|depot|ana/iu);

  // What is moved is the same event, with a higher number, over a change of clocks too.
  await stage.wait(hour);
  await zoe.says('/gather move 1 at:"friday 3 april 18:00"');
  await ana.writes("/gather going");
  const [moved] = (await eventsAt(stage, address)) ?? [];
  expect(moved?.uid).toBe(first?.uid);
  expect(moved?.start).toBe(Date.UTC(2026, 3, 3, 16));
  expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? 0);
  expect(moved?.modified).toBeGreaterThan(first?.modified ?? 0);
  await zoe.says("/gather cancel 1");
  expect((await eventsAt(stage, address))?.[0]).toMatchObject({ uid: first?.uid, status: "CANCELLED" });

  // Only who asks for it has one, and sees no one else's.
  await ben.says("/help");
  await ben.writes("/help");
  await ben.writes("/me calendar");
  const other = newestAddress(stage);
  expect(other).not.toBe(address);
  expect(await eventsAt(stage, other)).toEqual([]);

  // It is shown once; another one takes its place; and then there is none.
  await ana.writes("/me calendar").isTold(/since.*cannot show it again/s);
  await ana.writes("/me calendar new").isTold(/old address has ended/);
  expect(await pageAt(stage, address)).toBeUndefined();
  const newer = newestAddress(stage);
  expect(await eventsAt(stage, newer)).toHaveLength(1);
  await ana.writes("/me calendar titles:full").isTold(/which role, gathering/);
  expect((await eventsAt(stage, newer))?.[0]).toMatchObject({ title: "Bread and roses", location: "Hall 3" });
  await ana.writes("/me calendar off").isTold(/has ended/);
  expect(await pageAt(stage, newer)).toBeUndefined();
  await ana.writes("/me calendar off").isTold(/no address/);
  expect(await pageAt(stage, other)).toBeDefined();
});

conversation(
  "a calendar has one's terms and stand-ins, at their hour over a change of clocks",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { chat, zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
    const dee = chat.person("Dee");
    for (const one of [zoe, ana, ben, dee]) {
      await one.says("/help");
      await one.writes("/help");
    }
    await zoe.says("/role new Keys every:1w day:friday time:16:00");
    await ben.says("/role join");
    await stage.wait(16 * hour);
    await ben.presses("Accept");
    await stage.wait(5 * day);
    await ana.says("/role join");
    await stage.wait(2 * day);
    await ana.presses("Accept");
    const addresses: string[] = [];
    for (const one of [ana, ben, dee]) {
      await one.writes("/me calendar");
      addresses.push(newestAddress(stage));
    }
    const [anas = "", bens = "", dees = ""] = addresses;
    // From 16:00 to 16:00 on the clocks of Paris, which change on 29 March.
    expect(await eventsAt(stage, bens)).toMatchObject([
      { title: "Turn", start: Date.UTC(2026, 2, 27, 15), end: Date.UTC(2026, 3, 3, 14) },
    ]);
    expect(await eventsAt(stage, anas)).toMatchObject([
      { start: Date.UTC(2026, 3, 3, 14), end: Date.UTC(2026, 3, 10, 14) },
    ]);
    expect(await eventsAt(stage, dees)).toEqual([]);
    await ana.writes('/role cover by:@Dee from:"friday 3 april 16:00" to:"saturday 4 april 16:00"');
    await dee.presses("Agree");
    expect(await eventsAt(stage, dees)).toMatchObject([
      { title: "Turn (standing in)", start: Date.UTC(2026, 3, 3, 14) },
    ]);
    expect(await eventsAt(stage, anas)).toHaveLength(1);
    await dee.writes("/me calendar titles:full");
    expect(await eventsAt(stage, dees)).toMatchObject([{ title: "Keys (standing in)" }]);
    expect(await fileAt(stage, dees)).not.toMatch(/ana/iu);
  },
);

conversation(
  "an address ends with who leaves or is forgotten, and not because accounts are linked",
  aboutARule,
  async (scene) => {
    const { stage } = scene;
    const { zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
    for (const one of [zoe, ana, ben]) {
      await one.says("/help");
      await one.writes("/help");
    }
    await ana.writes("/me calendar");
    const anas = newestAddress(stage);
    await ben.writes("/me calendar");
    const bens = newestAddress(stage);
    // Another account of hers, which has one of its own.
    const other = stage.chat("tram7", "console").person("Anita");
    await zoe.writes('/cell new "Tram 7" sector:transport');
    await other.administrates().says(`/cell join ${newestCode(stage)}`);
    await other.writes("/me calendar");
    const others = newestAddress(stage);
    await ana.writes("/me link");
    await other.writes(`/me link ${newestCode(stage)}`).isTold(/I have asked/);
    await ana.presses("Yes, it is mine").isTold(/you count once/);
    for (const one of [anas, others]) expect(await pageAt(stage, one)).toBeDefined();
    await ana.writes("/me calendar new");
    const newer = newestAddress(stage);
    for (const one of [anas, others]) expect(await pageAt(stage, one)).toBeUndefined();
    await ana.says("/me leave");
    await ana.presses("Yes, leave");
    // She is in a cell still.
    expect(await pageAt(stage, newer)).toBeDefined();
    await other.says("/me leave");
    await other.presses("Yes, leave");
    expect(await pageAt(stage, newer)).toBeUndefined();
    await ben.writes("/me forget");
    await ben.presses("Yes, forget me");
    expect(await pageAt(stage, bens)).toBeUndefined();
  },
);

conversation("a cell's calendar is its coordinator's to give, and without a public address nobody's", async (scene) => {
  const { stage } = scene;
  const { zoe, ana } = await scene.cell("Depot 5", { sector: "transport" });
  for (const one of [zoe, ana]) {
    await one.says("/help");
    await one.writes("/help");
  }
  await ana.says("/cell calendar").isTold(/coordinator/);
  await zoe.writes("/cell calendar").isTold(/Depot 5.*only to people of the cell/s);
  const address = newestAddress(stage);
  await zoe.says('/gather new "Bread and roses" at:"friday 27 march 18:00"');
  expect(await eventsAt(stage, address)).toMatchObject([{ title: "Meeting" }]);
  stage.publicUrl = undefined;
  await stage.restart();
  await zoe.writes("/cell calendar").isTold(/no public address yet/);
  await ana.writes("/me calendar").isTold(/no public address yet/);
});

conversation("a cell's calendar ends with who was shown its address, and the cell hears of it", async (scene) => {
  const { stage } = scene;
  const { chat, zoe, ana, ben } = await scene.cell("Depot 5", { sector: "transport" });
  for (const one of [zoe, ana, ben]) {
    await one.says("/help");
    await one.writes("/help");
  }
  await zoe.says("/cell settings coordinator @Ana");
  await zoe.presses("Yes");
  await ana.writes("/cell calendar").isTold(/when you are no longer in the cell/);
  const anas = newestAddress(stage);
  // Somebody else coordinates: she is a member still, who sees nothing there that members do not.
  await zoe.says("/cell settings coordinator @Ben");
  await zoe.presses("Yes");
  expect(await pageAt(stage, anas)).toBeDefined();
  await ana.says("/me leave");
  await ana.presses("Yes, leave");
  expect(await pageAt(stage, anas)).toBeUndefined();
  chat.shows(/calendars follow Depot 5 has ended.*[!/]cell calendar/);
  // Who coordinates now makes another; of a person it is none.
  await ben.writes("/cell calendar").isTold(/Calendars can follow Depot 5/);
  const bens = newestAddress(stage);
  await ben.writes("/me calendar").isTold(/Your calendar can follow/);
  await ben.writes("/me calendar off").isTold(/has ended/);
  expect(await pageAt(stage, bens)).toBeDefined();
  await ben.writes("/me forget");
  await ben.presses("Yes, forget me");
  expect(await pageAt(stage, bens)).toBeUndefined();
});
