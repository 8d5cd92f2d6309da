/** A cell's weekly circle. */
import { expect } from "vitest";
import { localParts } from "../../src/domain/time.ts";
import { aboutARule, conversation, mustPressStart, only } from "../kit/conversation.ts";
import type { StagePerson } from "../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

async function join(...people: readonly StagePerson[]): Promise<void> {
  for (const one of people) {
    await one.says("/help");
    await one.writes("/help"); // Telegram: only now can they be written to
    await one.writes("/circle join").isTold(/You are in the rota/);
  }
}

conversation("a circle meets every week, and its turns go round", async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/circle show").isTold(/no circle yet/);
  await zoe
    .says("/circle new day:thursday time:18:00")
    .chatIsTold(/Story-and-skill circle[^]*Thu 26 March, 18:00[^]*nobody yet/);
  chat.shows(/Story-and-skill circle[^]*Thu 26 March, 18:00/);
  await join(ana, ben, cho);
  const [shown] = await ana.says("/circle show").isTold(/a story: [^]*a skill: /);
  const turns = [...(shown?.text ?? "").matchAll(/a (story|skill): @?(\w+)/gu)].map(([, part, name]) => ({
    part,
    name,
  }));
  expect(turns).toHaveLength(6);
  // Three people, three times: each tells one story, and nobody does both at once.
  const tellers = turns.filter(({ part }) => part === "story").map(({ name }) => name);
  expect(tellers.toSorted()).toEqual(["Ana", "Ben", "Cho"]);
  for (const at of [0, 2, 4]) expect(turns[at]?.name).not.toBe(turns[at + 1]?.name);
  const before = await stage.database.read((tx) => tx.gathering.count());
  expect(before).toBe(1);
  await stage.wait(5 * day);
  // Two days before: both are reminded, on their own.
  const direct = stage.adapters
    .flatMap((adapter) => adapter.shown)
    .filter(({ text }) => text.includes("It is your turn in the circle"));
  expect(direct).toHaveLength(2);
  chat.neverShowed(/It is your turn/);
  await stage.restart();
  await stage.wait(4 * day);
  expect(await stage.database.read((tx) => tx.gathering.count())).toBe(2);
  chat.shows(/Story-and-skill circle[^]*Thu 2 April, 18:00/);
  expect(stage.problems).toEqual([]);
});

conversation("two exchange their turns when both agree", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/circle new day:thursday time:18:00");
  await join(ana, ben);
  const turns = () =>
    stage.database.read((tx) => tx.circleTurn.findMany({ orderBy: [{ at: "asc" }, { part: "asc" }] }));
  const who = async () => (await turns()).map(({ personId }) => personId);
  const [a, b] = await who();
  await ana.says("/circle swap with:@Ben").isTold(/The question goes to/);
  await ben.presses("No").isTold(/stays as it is/);
  expect((await who()).slice(0, 2)).toEqual([a, b]);
  await ana.says("/circle swap with:@Ben");
  await ben.presses("Yes, exchange").isTold(/Exchanged/);
  chat.shows(/Exchanged: @?(Ana|Ben) has a (story|skill) on [^]* and @?(Ana|Ben) has a/);
  expect((await who()).slice(0, 2)).toEqual([b, a]);
  const places = await stage.database.read((tx) => tx.circlePlace.findMany());
  for (const { personId, stories, skills } of places) {
    const mine = (await turns()).filter((turn) => turn.personId === personId);
    expect(stories).toBe(mine.filter(({ part }) => part === "story").length);
    expect(skills).toBe(mine.filter(({ part }) => part === "skill").length);
  }
  await ben.presses("Yes, exchange").isTold(/changed in the meantime/);
});

conversation("who cannot is followed by the next, and who leaves too", aboutARule, async ({ cell, stage }) => {
  const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await zoe.says("/circle new day:thursday time:18:00");
  await join(ana, ben, cho);
  const next = () =>
    stage.database.read((tx) => tx.circleTurn.findFirstOrThrow({ where: { part: "story" }, orderBy: { at: "asc" } }));
  const first = await next();
  const identities = await stage.database.read((tx) => tx.identity.findMany());
  expect(identities).toHaveLength(4);
  await stage.wait(5 * day);
  const told = stage.adapters
    .flatMap((adapter) => adapter.shown)
    .filter(({ text }) => /It is your turn in the circle: a story/.test(text));
  const teller = [ana, ben, cho].find(({ user }) => told.some((one) => one.chat.includes(user.id)));
  if (teller === undefined) throw new Error("nobody was reminded");
  await teller.presses("I can't").isTold(/next in the rota is asked/);
  await stage.wait(hour);
  // The next one hears of it once.
  const later = stage.adapters.flatMap((adapter) => adapter.shown);
  expect(later.filter(({ text }) => /It is your turn in the circle: a story, on Thu 26/.test(text))).toHaveLength(2);
  const second = await next();
  expect(second.personId).not.toBe(first.personId);
  expect(second.personId).not.toBeNull();
  chat.neverShowed(/can't|cannot/);
  await stage.wait(2 * day);
  await teller.presses("I can't").isTold(/That is over/);
  for (const one of [ana, ben, cho]) await one.writes("/circle leave").isTold(/left the rota/);
  await ana.says("/circle show").isTold(/a story: nobody yet/);
});

conversation(
  "moved to another day, the turns and the gathering move along; ended, nothing is left",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/circle new day:thursday time:18:00");
    await join(ana, ben);
    await zoe.says("/circle new day:saturday time:11:00").isTold(/Sat 21 March, 11:00/);
    const after = await stage.database.read((tx) => tx.circleTurn.findMany());
    expect(after).toHaveLength(6);
    for (const { at, personId } of after) {
      expect(localParts(at.getTime(), "Europe/Paris")).toMatchObject({ weekday: 6, time: "11:00" });
      expect(personId).not.toBeNull();
    }
    expect(await stage.database.read((tx) => tx.gathering.count({ where: { state: "open" } }))).toBe(1);
    await ana.says("/circle end").isTold(/coordinator/);
    await zoe.says("/circle end").isTold(/has ended/);
    expect(await stage.database.read((tx) => tx.job.count({ where: { kind: { startsWith: "circle" } } }))).toBe(0);
    expect(await stage.database.read((tx) => tx.gathering.count({ where: { state: "open" } }))).toBe(0);
    await stage.wait(30 * day);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "when the cell's clocks are others, the circle keeps its hour on them, and who comes still does",
  aboutARule,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/cell settings zone America/New_York");
    await zoe.says("/circle new day:thursday time:18:00");
    await join(ana, ben);
    await ana.says("/gather going 1");
    const turns = () =>
      stage.database.read((tx) => tx.circleTurn.findMany({ orderBy: [{ at: "asc" }, { part: "asc" }] }));
    const before = await turns();
    await zoe.says("/cell settings zone Asia/Kathmandu");
    const after = await turns();
    expect(after.map(({ id, part }) => [id, part])).toEqual(before.map(({ id, part }) => [id, part]));
    for (const { at, personId } of after) {
      expect(personId).not.toBeNull();
      expect(localParts(at.getTime(), "Asia/Kathmandu")).toMatchObject({ weekday: 4, time: "18:00" });
    }
    const gathering = await stage.database.read((tx) => tx.gathering.findFirstOrThrow({ include: { rsvps: true } }));
    expect(gathering.at).toEqual(after[0]?.at);
    expect(gathering.rsvps).toHaveLength(1);
    chat.shows(/Thu 26 March, 18:00 \(Kathmandu\)[^]*1 is coming/);
    // Two days before the new time, and not the old one, which is ten hours later.
    await stage.wait((after[0]?.at.getTime() ?? 0) - stage.clock.now() - 2 * day + hour);
    const told = stage.adapters.flatMap((adapter) => adapter.shown).filter(({ text }) => /It is your turn/.test(text));
    expect(told).toHaveLength(2);
    await stage.wait(7 * day);
    chat.shows(/Thu 2 April, 18:00 \(Kathmandu\)/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "who leaves the cell or is forgotten leaves the rota, and nothing of them stays",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/circle new day:thursday time:18:00");
    await join(ana, ben);
    const anaId = (await stage.database.read((tx) => tx.circlePlace.findMany({ orderBy: { personId: "asc" } }))).map(
      ({ personId }) => personId,
    );
    await stage.wait(5 * day);
    await ana.presses("I can't");
    await ana.says("/me forget");
    await ana.presses("Yes, forget me");
    const left = await stage.database.read(async (tx) => ({
      places: await tx.circlePlace.findMany(),
      turns: await tx.circleTurn.findMany({ where: { at: { gt: new Date(stage.clock.now()) } } }),
      jobs: await tx.job.findMany({ where: { kind: "circle-remind" } }),
    }));
    expect(left.places).toHaveLength(1);
    const gone = anaId.find((id) => id !== left.places[0]?.personId) ?? "";
    expect(JSON.stringify(left)).not.toContain(gone);
    expect(left.turns.map(({ personId }) => personId)).toEqual(left.turns.map(() => left.places[0]?.personId));
    await ben.leaves();
    expect(await stage.database.read((tx) => tx.circlePlace.count())).toBe(0);
    await stage.wait(100 * day);
    expect(await stage.database.read((tx) => tx.circleTurn.count({ where: { personId: { not: null } } }))).toBe(0);
  },
);

conversation("in Spanish", only("what is said is the same everywhere", "console"), async ({ cell }) => {
  const { chat, zoe } = await cell("Cochera 5", { sector: "transporte", language: "es" });
  await zoe
    .says("/circle new day:jueves time:18:00")
    .chatIsTold(/Círculo de historias y saberes[^]*una historia: nadie todavía/);
  await zoe.presses("Unirme").isTold(/Estás en los turnos/);
  chat.shows(/Círculo de historias y saberes/);
});

conversation(
  "who cannot be written to is asked and told in the chat, by name, and can answer there",
  mustPressStart,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/circle new day:thursday time:18:00");
    for (const one of [ana, ben]) await one.says("/circle join");
    await ana.says("/circle swap with:@Ben").chatIsTold(/@?Ben, @?Ana would like to exchange: you would take/);
    await ben.presses("Yes, exchange").isTold(/Exchanged[^]*Exchanged: .*Ben has .* and .*Ana has/);
    await ben.says("/circle swap with:@Ana").chatIsTold(/@?Ana, @?Ben would like to exchange/);
    await ana.presses("No").isTold(/@?Ben, @?Ana cannot exchange/);
    await stage.wait(5 * day);
    chat.shows(/@?(Ana|Ben) has a story for us/);
    for (const one of [ana, ben]) await one.presses("I can't");
    chat.shows(/somebody is needed/);
    await zoe.says("/circle end").chatIsTold(/has ended\. It does not meet on Thu/);
    expect(stage.problems).toEqual([]);
  },
);
