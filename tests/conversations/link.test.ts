/** Several accounts of one person: `/me link`, `/me unlink`, and one count over all platforms. */
import { expect, it } from "vitest";
import type { PlatformName } from "../../src/chat/inbound.ts";
import { codePattern } from "../../src/store/codes.ts";
import type { Database } from "../../src/store/database.ts";
import { newestCode } from "../kit/conversation.ts";
import { eachDatabase, playedOn } from "../kit/databases.ts";
import { pledgesIn } from "../kit/answers.ts";
import { recount } from "../kit/recount.ts";
import { Stage, type StageChat, type StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const three: readonly PlatformName[] = ["telegram", "discord", "matrix"];
const pairs: readonly (readonly [PlatformName, PlatformName])[] = [
  ["telegram", "discord"],
  ["discord", "matrix"],
  ["matrix", "telegram"],
  ["console", "telegram"],
];

/** A cell called Depot 5 with a chat on each platform, set up by zoe on the first. */
async function depot(database: Database, platforms: readonly PlatformName[] = three, language = "en") {
  const stage = await Stage.open(database, { platforms });
  const chats = platforms.map((platform) => stage.chat("depot5", platform));
  const [first, ...rest] = chats;
  if (first === undefined) throw new Error("no platform");
  const zoe = first.person("Zoe").administrates();
  await zoe.says(`/setup federation:Alliance cell:"Depot 5" sector:transport zone:Europe/Paris language:${language}`);
  for (const chat of rest) {
    await zoe.writes("/cell code");
    await chat
      .person("Max")
      .administrates()
      .says(`/cell join ${newestCode(stage)}`);
  }
  const on = (platform: PlatformName): StageChat => {
    const chat = chats[platforms.indexOf(platform)];
    if (chat === undefined) throw new Error(`no chat on ${platform}`);
    return chat;
  };
  return { stage, zoe, on };
}

/** A code for linking, as its maker sees it. */
async function codeOf(person: StagePerson): Promise<string> {
  const shown = await person.writes("/me link");
  const code = shown
    .map(({ text }) => text)
    .join("\n")
    .match(codePattern)?.[0];
  if (code === undefined) throw new Error("no code");
  return code;
}

/** Links `second` to `first`, as long as there is nothing to choose. */
async function link(first: StagePerson, second: StagePerson): Promise<void> {
  await second.writes(`/me link ${await codeOf(first)}`).isTold(/I have asked/);
  await first.presses("Yes, it is mine").isTold(/you count once/);
}

const counts = (stage: Stage) =>
  stage.database.read(async (tx) => ({
    people: await tx.person.count(),
    identities: await tx.identity.count(),
    pledges: (await pledgesIn(tx)).filter(({ answer }) => answer !== "out").length,
  }));

async function mistakes(stage: Stage): Promise<readonly string[]> {
  return (await recount(stage.database)).mistakes;
}

eachDatabase((database, open) => {
  for (const [one, other] of playedOn(database, pairs)) {
    it(`an account that nobody has seen yet is linked, and unlinked (${one}, ${other})`, async () => {
      const { stage, on } = await depot(await open(), [one, other]);
      const ana = on(one).person("Ana");
      const away = stage.chat("elsewhere", other).person("Anita");
      await ana.says("/help");
      const code = await codeOf(ana);
      await away.writes("/me show").isTold(/not|don't|in no cell's group/);
      const asked = await away.writes(`/me link ${code}`);
      expect(asked.find(({ to }) => to === away.user.id || to === undefined)?.text).toMatch(/I have asked Ana/);
      // Nothing is known of the account, and it may nothing, until the first has confirmed.
      const before = await counts(stage);
      await away.writes("/me export").isTold(/^(?!.*everything)/);
      expect(await counts(stage)).toEqual(before);
      const done = await ana.presses("Yes, it is mine").isTold(/Ana \(.*\) and Anita|Anita \(.*\) and Ana/);
      expect(done.filter(({ to, text }) => to === away.user.id && text.includes("linked with Ana"))).toHaveLength(1);
      expect(await counts(stage)).toEqual({ ...before, identities: before.identities + 1 });
      await away.writes("/me show").isTold(/Depot 5[^]*Accounts: .*(Ana.*Anita|Anita.*Ana)/);
      // A second press is harmless.
      await ana.presses("Yes, it is mine").isTold(/too late/);

      await away.writes("/me unlink").isTold(/Shall Anita .* stay with Ana/);
      await away.presses("Yes, unlink").isTold(/person of its own[^]*in no cell/);
      expect(await counts(stage)).toEqual({
        ...before,
        people: before.people + 1,
        identities: before.identities + 1,
      });
      await ana.writes("/me unlink").isTold(/only account/);
      await stage.steward.stop();
    });
  }

  it("in each chat people are called as they are known there, also once their accounts are linked", async () => {
    const { stage, zoe, on } = await depot(await open());
    const [telegram, discord, matrix] = [on("telegram"), on("discord"), on("matrix")];
    const ana = telegram.person("Ana");
    const nita = discord.person("Nita");
    const ben = matrix.person("Ben");
    await zoe.says("/role new Keys every:2w day:friday time:18:00");
    await ana.says("/role join Keys");
    for (const one of [ben, nita]) await one.says("/help");
    await link(ana, nita);
    // The account that spoke last is the one on Discord.
    await nita.says("/role who");
    await stage.wait(8 * 24 * 60 * minute);
    for (const chat of [telegram, discord, matrix]) chat.shows(/Keys/);
    telegram.shows(/Ana/);
    telegram.neverShowed(/Nita/);
    discord.shows(/Next: Nita/);
    await ben.says("/role balance Keys").isTold(/Ana|Nita/);
    await telegram
      .person("Zoe")
      .says("/role balance Keys")
      .isTold(/^(?!.*Nita)[^]*Ana/);
    await discord
      .person("Zoe")
      .says("/role balance Keys")
      .isTold(/^(?!.*\bAna\b)[^]*Nita/);
    await stage.steward.stop();
  });

  it("one person on two of three platforms counts once, and the card is live in all chats", async () => {
    const { stage, zoe, on } = await depot(await open());
    const [telegram, discord, matrix] = [on("telegram"), on("discord"), on("matrix")];
    await zoe.says('/drive new "Shall we stop?" goal:9 deadline:"in 3 days" scope:cell');
    for (const chat of [telegram, discord, matrix]) chat.shows(/Shall we stop\?/);
    const ana = telegram.person("Ana");
    const anita = discord.person("Ana");
    const ben = matrix.person("Ben");
    await ana.presses("I'm in");
    await ben.presses("I'm in");
    await anita.presses("I'm in");
    for (const chat of [telegram, discord, matrix]) chat.shows(/3 firm of 9/);
    // The same answer twice: there is nothing to choose.
    await link(ana, anita);
    for (const chat of [telegram, discord, matrix]) chat.shows(/2 firm of 9/);
    expect(await mistakes(stage)).toEqual([]);
    await anita.says("/pledge withdraw");
    for (const chat of [telegram, discord, matrix]) chat.shows(/1 firm of 9/);
    await ana.says("/pledge in");
    await anita.says("/pledge in");
    for (const chat of [telegram, discord, matrix]) chat.shows(/2 firm of 9/);
    // And again two: the answer stays with the other account.
    await anita.writes("/me unlink");
    await anita.presses("Yes, unlink").isTold(/Member of Depot 5/);
    for (const chat of [telegram, discord, matrix]) chat.shows(/2 firm of 9/);
    await anita.says("/pledge in");
    for (const chat of [telegram, discord, matrix]) chat.shows(/3 firm of 9/);
    expect(await mistakes(stage)).toEqual([]);
    await stage.steward.stop();
  });

  it("two answers to one drive: the person chooses, and nothing is linked before", async () => {
    const { stage, zoe, on } = await depot(await open());
    await zoe.says('/drive new "Shall we stop?" goal:9 deadline:"in 3 days" scope:cell');
    await zoe.says('/drive new "Shall we march?" goal:9 deadline:"in 3 days" scope:cell');
    const ana = on("matrix").person("Ana");
    const anita = on("telegram").person("Anita");
    await ana.writes('/pledge in drive:"Shall we stop?"');
    await anita.says('/pledge if 5 drive:"Shall we stop?"');
    await ana.writes('/pledge if 7 sector drive:"Shall we march?"');
    await anita.says('/pledge in drive:"Shall we march?"');
    await anita.says('/pledge withdraw drive:"Shall we march?"');
    const before = await counts(stage);
    const asked = await anita.writes(`/me link ${await codeOf(ana)}`);
    expect(asked.map(({ text }) => text).join("\n")).toMatch(/Both accounts have answered.*stop.*march/);
    await ana.presses("Yes, it is mine").isTold(/Shall we stop\?.*Which one stands\?/);
    expect(await counts(stage)).toEqual(before);
    await ana.presses("If 5 others join").isTold(/Shall we march\?.*Which one stands\?/);
    expect(await counts(stage)).toEqual(before);
    // An answer that changes in between is asked about again.
    await anita.says('/pledge if 6 drive:"Shall we stop?"');
    await ana.presses("Withdrawn").isTold(/Shall we stop\?.*Which one stands\?/);
    expect(await counts(stage)).toEqual(before);
    await ana.presses("If 6 others join").isTold(/you count once/);
    expect(await counts(stage)).toEqual({ people: before.people - 1, identities: before.identities, pledges: 1 });
    expect(await mistakes(stage)).toEqual([]);
    await ana.writes('/pledge drive:"Shall we stop?"').isTold(/6 others/);
    await ana.writes('/pledge drive:"Shall we march?"').isTold(/withdrawn/);
    await stage.steward.stop();
  });

  it("a card that counts the members of a cell counts one more when an account stands alone again", async () => {
    const { stage, zoe, on } = await depot(await open(), ["telegram", "discord"]);
    const [ana, anita] = [on("telegram").person("Ana"), on("discord").person("Anita")];
    await ana.says("/help");
    await anita.says("/help");
    await link(ana, anita);
    await zoe.says('/vote open "Shall we go?"');
    on("telegram").shows(/Nobody of 3 has voted yet/);
    await anita.writes("/me unlink");
    await anita.presses("Yes, unlink").isTold(/Member of Depot 5/);
    on("telegram").shows(/Nobody of 4 has voted yet/);
    await stage.steward.stop();
  });

  it("who counted in two cells counts in the first's, and is told what that does", async () => {
    const { stage, zoe, on } = await depot(await open());
    await zoe.says('/cell new "Depot 6" sector:transport');
    const six = stage.chat("depot6", "discord");
    const max = six.person("Max").administrates();
    await max.says(`/cell join ${newestCode(stage)}`);
    const ana = on("telegram").person("Ana");
    const anita = six.person("Anita");
    await ana.says("/help");
    stage.clock.advanceTo(stage.clock.now() + 1);
    await anita.says("/help");
    await zoe.says('/drive new "For all?" goal:9 deadline:"in 3 days" scope:federation');
    await anita.says("/pledge in").isToldPrivately(/you're in/);
    const asked = await anita.writes(`/me link ${await codeOf(ana)}`);
    expect(asked.map(({ text }) => text).join("\n")).toMatch(/You count in Depot 5/);
    await ana.presses("Yes, it is mine").isTold(/You count in Depot 5/);
    await ana.writes("/me show").isTold(/Member of Depot 5 and Depot 6[^]*You count in Depot 5/);
    expect(await mistakes(stage)).toEqual([]);
    on("telegram").shows(/This cell: 1 firm/);
    // Unlinked, the account is a member where it is, and the first where it is.
    await anita.writes("/me unlink");
    await anita.presses("Yes, unlink").isTold(/Member of Depot 6/);
    await ana.writes("/me show").isTold(/Member of Depot 5\n/);
    await ana.writes("/pledge").isTold(/you're in/);
    expect(await mistakes(stage)).toEqual([]);
    await stage.steward.stop();
  });

  it("an answer that cannot stand in the first's cell is named before it is withdrawn", async () => {
    const { stage, zoe, on } = await depot(await open(), ["telegram", "discord"]);
    await zoe.says('/cell new "Depot 6" sector:transport');
    const six = stage.chat("depot6", "telegram");
    await six
      .person("Zoe")
      .administrates()
      .says(`/cell join ${newestCode(stage)}`);
    const anita = six.person("Anita");
    await anita.says("/help");
    await six.person("Zoe").says('/drive new "Only six?" goal:9 deadline:"in 3 days" scope:cell');
    await anita.says("/pledge in");
    const ana = on("discord").person("Ana");
    await ana.says("/help");
    const asked = await anita.writes(`/me link ${await codeOf(ana)}`);
    expect(asked.map(({ text }) => text).join("\n")).toMatch(/Depot 5 has no part[^]*Only six\?/);
    await ana.presses("No").isTold(/Nothing was linked/);
    expect((await counts(stage)).pledges).toBe(1);
    await anita.writes(`/me link ${await codeOf(ana)}`);
    await ana.presses("Yes, it is mine").isTold(/Depot 5 has no part/);
    expect((await counts(stage)).pledges).toBe(0);
    expect(await mistakes(stage)).toEqual([]);
    await stage.steward.stop();
  });

  it("closed drives keep their figures, and the person is told", async () => {
    const { stage, zoe, on } = await depot(await open());
    await zoe.says('/drive new "Shall we stop?" goal:2 deadline:"in 3 days" scope:cell');
    const ana = on("telegram").person("Ana");
    const anita = on("discord").person("Ana");
    await ana.presses("I'm in");
    await anita.presses("I'm in");
    await zoe.says("/drive close");
    on("matrix").shows(/2/);
    const before = await stage.database.read((tx) => tx.driveCell.findMany());
    const asked = await anita.writes(`/me link ${await codeOf(ana)}`);
    expect(asked.map(({ text }) => text).join("\n")).toMatch(/One closed drive has counted both/);
    await ana.presses("Yes, it is mine").isTold(/figures stay as they are/);
    expect(await stage.database.read((tx) => tx.driveCell.findMany())).toEqual(before);
    expect(await counts(stage)).toMatchObject({ pledges: 2 });
    await anita.says("/pledge done").isToldPrivately(/./);
    await ana.says("/pledge done").isToldPrivately(/already/);
    await stage.steward.stop();
  });

  it("rights of either stay, and are not given away by entering a stranger's code", async () => {
    const { stage, zoe, on } = await depot(await open());
    const eve = on("discord").person("Eve");
    await eve.says("/help");
    const code = await codeOf(eve);
    const warned = await zoe.writes(`/me link ${code}`).isTold(/your rights .* belong to that account/);
    expect(warned.some(({ to }) => to === eve.user.id)).toBe(false);
    expect((await counts(stage)).people).toBe(3 + 1); // Zoe, Eve, and Max on two platforms
    await zoe.presses("Yes, it is my account").isTold(/I have asked Eve/);
    await eve.presses("Yes, it is mine").isTold(/you count once/);
    await eve.writes("/me show").isTold(/You are a steward/);
    await zoe.writes("/me show").isTold(/You are a steward/);
    await zoe.says("/cell show").chatIsTold(/Coordinator: /);
    // The rights stay with the other: there is always a steward.
    await zoe.writes("/me unlink").isTold(/rights stay with Eve/);
    await zoe.presses("Yes, unlink");
    await eve.writes("/me leave").isTold(/only steward/);
    await stage.steward.stop();
  });

  it("wrong, used, late, own and foreign codes: each gets a sentence that helps", async () => {
    const database = await open();
    const { stage, on } = await depot(database, ["telegram", "discord", "matrix"]);
    const ana = on("telegram").person("Ana");
    const anita = on("discord").person("Anita");
    const eve = on("matrix").person("Eve");
    await ana.says("/help");
    const before = await stage.database.read((tx) => tx.code.count());
    await ana.says("/me link").isTold(/write \/me link to me directly/i);
    await ana.says("/me link 23456789").isTold(/directly/);
    expect(await stage.database.read((tx) => tx.code.count())).toBe(before);

    const code = await codeOf(ana);
    await ana.writes(`/me link ${code}`).isTold(/account that made the code/);
    await anita.writes(`/me link ${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`).isTold(/I have asked Ana/);
    await eve.writes(`/me link ${code}`).isTold(/used already/);
    await ana.presses("Yes, it is mine");
    const again = await codeOf(ana);
    await anita.writes(`/me link ${again}`).isTold(/linked already/);
    stage.clock.advanceTo(stage.clock.now() + 10 * minute);
    await eve.writes(`/me link ${again}`).isTold(/expired/);

    // The confirmation has its time too, and is the first's alone.
    await eve.writes(`/me link ${await codeOf(ana)}`).isTold(/I have asked/);
    stage.clock.advanceTo(stage.clock.now() + 11 * minute);
    await ana.presses("Yes, it is mine").isTold(/too late/);

    const dan = stage.chat("elsewhere", "discord").person("Dan");
    for (let n = 0; n < 5; n++) await dan.writes("/me link BBBBBBBB").isTold(/don't know this code/);
    const good = await codeOf(ana);
    await dan.writes(`/me link ${good}`).isTold(/too many wrong codes/);
    stage.clock.advanceTo(stage.clock.now() + 61 * minute);
    await dan.writes(`/me link ${await codeOf(ana)}`).isTold(/I have asked Ana/);
    await dan.writes("/me link").isTold(/not|don't|in no cell's group/);

    const other = stage.chat("union", "matrix").person("Una").administrates();
    await other.says("/setup federation:Union cell:Ward sector:health");
    await other.writes(`/me link ${await codeOf(ana)}`).isTold(/another federation/);
    expect(await mistakes(stage)).toEqual([]);
    await stage.steward.stop();
  });

  it("in Spanish", async () => {
    const { stage, zoe, on } = await depot(await open(), ["telegram", "discord"], "es");
    await zoe.says('/drive new "¿Paramos?" goal:9 deadline:"en 3 días" scope:cell');
    const ana = on("telegram").person("Ana");
    const anita = on("discord").person("Anita");
    await ana.says("/pledge in");
    await anita.says("/pledge if 3");
    await ana.says("/me link").isTold(/Escríbeme \/me link directamente/);
    await anita.writes(`/me link ${await codeOf(ana)}`).isTold(/He preguntado a Ana/);
    await ana.presses("Sí, es mía").isTold(/«¿Paramos\?»: .*¿Cuál vale\?/);
    await ana.presses("Me apunto").isTold(/cuentas una sola vez/);
    await anita.writes("/me unlink").isTold(/se quedan con Ana/);
    await anita.presses("Sí, separarla").isTold(/por sí sola/);
    await anita.writes("/me unlink").isTold(/única cuenta/);
    await stage.steward.stop();
  });

  it("export and forget are about all accounts", async () => {
    const { stage, zoe, on } = await depot(await open());
    await zoe.says('/drive new "Shall we stop?" goal:9 deadline:"in 3 days" scope:cell');
    const ana = on("telegram").person("Ana");
    const anita = on("discord").person("Anita");
    const third = on("matrix").person("Anna");
    await ana.says("/pledge in");
    await anita.says("/help");
    await link(ana, anita);
    await link(anita, third);
    const file = (await third.writes("/me export"))
      .flatMap(({ rendered }) => rendered.blocks)
      .find((block) => block.type === "file");
    if (file?.type !== "file") throw new Error("no file");
    const held: unknown = JSON.parse(Buffer.from(file.file.data, "base64").toString());
    expect(held).toMatchObject({
      accounts: expect.arrayContaining(
        [ana, anita, third].map(({ user, chat }) =>
          expect.objectContaining({ platform: chat.platform, id: user.id, name: user.name }),
        ),
      ) as unknown,
      pledges: [{ answer: "in" }],
    });
    const before = await counts(stage);
    await third.writes(`/me link ${await codeOf(ana)}`);
    await stage
      .chat("elsewhere", "matrix")
      .person("Late")
      .writes(`/me link ${await codeOf(ana)}`);
    await anita.writes("/me forget");
    await anita.presses("Yes, forget me").isTold(/forgotten you/);
    expect(await counts(stage)).toEqual({
      people: before.people - 1,
      identities: before.identities - 3,
      pledges: 0,
    });
    expect(await stage.database.read((tx) => tx.prompt.count())).toBe(0);
    expect(await stage.database.read((tx) => tx.code.count({ where: { kind: "link" } }))).toBe(0);
    await ana.writes("/me show").isTold(/not|don't|in no cell's group/);
    await stage.steward.stop();
  });
});

eachDatabase((_, open) => {
  it("says beforehand which seat is lost by it", async () => {
    const stage = await Stage.open(await open(), { platforms: ["telegram", "matrix"] });
    const five = stage.chat("depot5", "telegram");
    const mill = stage.chat("mill", "matrix");
    const zoe = five.person("Zoe").administrates();
    await zoe.says('/setup federation:Alliance cell:"Depot 5" sector:transport zone:Europe/Paris language:en');
    await zoe.says("/cell new Mill sector:transport");
    await mill
      .person("Max")
      .administrates()
      .says(`!cell join ${newestCode(stage)}`);
    await zoe.says("/council new Valley cells:Depot 5, Mill zone:Europe/Paris");
    const [ana, also] = [five.person("Ana"), mill.person("Anna")];
    for (const one of [ana, also]) await one.writes("/help");
    await ana.says("/help");
    await also.says("!help");
    await zoe.says("/delegate choose alternates:0");
    await ana.says("/delegate stand");
    for (const one of [ana, zoe]) await one.writes("/delegate vote Ana");
    await stage.wait(49 * 60 * minute);
    five.shows(/Chosen: Ana/);
    await ana.writes(`/me link ${await codeOf(also)}`);
    await stage.wait(minute);
    const lost = /The seat of Depot 5 in the council Valley is yours no more/;
    const asked = stage.adapter("matrix").shown.map(({ text }) => text);
    expect(asked.join("\n")).toMatch(lost);
    await also.presses("Yes, it is mine").isTold(lost);
    await stage.wait(minute);
    five.shows(/council Valley[^]*Nobody moves up|The seat is empty/);
    await stage.steward.stop();
  });
});
