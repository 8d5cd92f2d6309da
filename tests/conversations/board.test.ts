/** The board of an assembly, through a meeting: what it shows, what it keeps to itself, and when it ends. */
import { expect, vi } from "vitest";
import { conversation } from "../kit/conversation.ts";
import { council, type SeatedCell } from "../kit/council.ts";
import { boardAt, newestAddress } from "../kit/following.ts";

const day = 24 * 60 * 60_000;

const cells: readonly SeatedCell[] = [
  { name: "Depot", sector: "Transport", place: "Lyon", seats: [{ delegate: "Ana" }] },
  { name: "Tram", sector: "Transport", place: "Paris", seats: [{ delegate: "Ben" }] },
  { name: "Clinic", sector: "Health", place: "Lyon", seats: [{ delegate: "Cho" }, {}] },
];

conversation("a board shows how the assembly stands, and ends with it", async (scene) => {
  const of = await council(scene, cells);
  const { stage, zoe } = of;
  const [ana, ben, cho] = ["Ana", "Ben", "Cho"].map((name) => of.who(name));
  if (ana === undefined || ben === undefined || cho === undefined) throw new Error("somebody is not there");
  for (const one of [zoe, ana]) await one.writes("/help");
  await zoe.says('/assembly new Assembly rule:"every second Thursday" time:18:00');
  await ana.says("/assembly board").isTold(/coordinat/);
  await zoe.writes("/assembly board").isTold(/The board of Assembly 1.*names nobody.*ends with the assembly/s);
  const address = newestAddress(stage);
  const shown = () => boardAt(stage, address);
  expect(await shown()).toMatchObject({ title: "Assembly 1", quorum: undefined, vote: undefined, floor: [] });
  await stage.wait(6 * day + 60 * 60_000);
  await ana.says("/assembly checkin");
  expect((await shown())?.quorum).toMatchObject({
    present: 1,
    needed: 3,
    all: 4,
    met: false,
    said: expect.stringMatching(/1 of 4 .*2 missing/) as string,
  });
  await ben.says("/assembly checkin");
  await cho.says("/assembly checkin");
  expect((await shown())?.quorum).toMatchObject({ present: 3, met: true });
  expect((await shown())?.sectors.lines).toEqual([
    { label: "Transport", text: "2 of 2" },
    { label: "Health", text: "1 of 2" },
  ]);
  await stage.wait(60 * 60_000);
  await zoe.says("/assembly agenda add Bread <b>& roses</b>");
  await zoe.says("/assembly agenda open 6");
  await ana.says("/assembly speak");
  await cho.says("/assembly speak");
  await zoe.says("/assembly speak next");
  // Who looks changes nothing, and holds up nobody who does: however many screens there are.
  const changing = vi.spyOn(stage.database, "transaction");
  expect((await shown())?.now).toEqual([{ label: "Now: 6", text: "Bread <b>& roses</b>" }]);
  expect(changing).not.toHaveBeenCalled();
  changing.mockRestore();
  expect((await shown())?.floor).toEqual([
    { label: "Speaking", text: "Transport" },
    { label: "Next", text: "Health" },
  ]);
  await zoe.says("/vote open Do we keep the fund");
  await ana.says("/vote yes");
  expect((await shown())?.vote).toMatchObject({
    question: "Do we keep the fund",
    said: "One has voted",
    carried: undefined,
  });
  await ben.says("/vote yes");
  await zoe.says("/vote close");
  expect((await shown())?.vote).toMatchObject({ carried: true, said: expect.stringMatching(/^Carried/) as string });
  expect(JSON.stringify(await shown())).not.toMatch(/Ana|Ben|Cho/u);
  // Of a secret vote only steps of five.
  await zoe.says('/vote open "Do we strike" secret:yes');
  await ana.writes("/vote yes");
  expect((await shown())?.vote?.said).toBe("Fewer than 5 have voted");
  await zoe.says("/vote close");
  await zoe.says("/assembly agenda open 1");
  expect((await shown())?.vote).toBeUndefined();
  await zoe.writes("/assembly board").isTold(/There has been a board since.*cannot show it again/s);
  await zoe.says("/assembly close");
  expect(await shown()).toBeUndefined();
  expect(stage.problems).toEqual([]);
});

conversation(
  "a board is taken down, and speaks the council's language with names where the council wants them",
  async (scene) => {
    const of = await council(scene, cells);
    const { stage, zoe } = of;
    await zoe.writes("/help");
    await zoe.says('/assembly new Asamblea rule:"every second Thursday" time:18:00 names:yes');
    await zoe.writes("/assembly board").isTold(/It names who speaks/);
    const address = newestAddress(stage);
    await stage.wait(6 * day + 60 * 60_000);
    await of.who("Ana").says("/assembly speak");
    await zoe.says("/assembly speak next");
    expect((await boardAt(stage, address))?.floor).toEqual([{ label: "Speaking", text: "Ana (Transport)" }]);
    await of.store(async ({ tx }) => tx.council.updateMany({ data: { language: "es" } }));
    expect(await boardAt(stage, address)).toMatchObject({ language: "es", floor: [{ label: "Habla" }] });
    await zoe.writes("/assembly board end").isTold(/taken down/);
    expect(await boardAt(stage, address)).toBeUndefined();
    await zoe.writes("/assembly board end").isTold(/There is no board/);
  },
);
