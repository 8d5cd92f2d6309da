/** People, what they set for themselves, and what they may do: `/me`, `/steward`, `/vouch`, `/help`. */
import { expect } from "vitest";
import { aboutARule, conversation, mustPressStart, newestCode, only } from "../kit/conversation.ts";
import type { StageChat } from "../kit/stage.ts";

const day = 24 * 60 * 60_000;

conversation("one becomes a member with the first command, and stops with /me leave", aboutARule, async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("hello everybody");
  await zoe.says("/cell show").chatIsTold(/One member/);
  await ana.says("/help");
  await zoe.says("/cell show").chatIsTold(/2 members/);
  await ana.says("/me leave").isTold(/only cell/);
  await zoe.says("/cell show").chatIsTold(/2 members/);
  await ana.presses("Yes, leave").isTold(/You have left Depot 5/);
  await zoe.says("/cell show").chatIsTold(/One member/);
});

conversation("who leaves the chat is no member any more", aboutARule, async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.leaves();
  await zoe.says("/cell show").chatIsTold(/One member/);
});

conversation("what I know about you, privately", async ({ cell }) => {
  const { ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.writes("/me show").isTold(/Member of Depot 5[^]*Language: English[^]*No quiet hours/);
  ana.chat.neverShowed(/Accounts:/);
});

conversation("language, time and quiet hours", async ({ cell }) => {
  const { ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.writes("/me zone Madrdi").isTold(/Did you mean/);
  await ana.writes("/me zone Madrid").isTold(/Europe\/Madrid/);
  await ana.writes("/me quiet 22:00").isTold(/When do your quiet hours end/);
  await ana
    .writes("/me quiet 22:00 8am")
    .isTold(/From 22:00 to 08:00 I write to you directly only about what cannot wait/);
  await ana.writes("/me show").isTold(/Quiet hours: 22:00 to 08:00/);
  await ana.writes("/me quiet off").isTold(/no quiet hours/);
  await ana.writes("/me language klingon").isTold(/I speak .*English.*Español/);
  await ana.writes("/me language español").isTold(/Español/);
  await ana.writes("/me show").isTold(/Idioma: Español/);
});

conversation("the cell in which one counts", aboutARule, async ({ stage, cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says('/cell new "Depot 6" sector:transport');
  const max = stage.chat("depot6").person("Max").administrates();
  await max.says(`/cell join ${newestCode(stage)}`);
  await ana.says("/help");
  await ana.writes("/me cell Depot 6").isTold(/not a member of Depot 6/);
  stage.clock.advanceTo(stage.clock.now() + 1);
  await max.chat.person("Ana").says("/help");
  await ana.writes("/me cell").isTold(/You count in Depot 5/);
  await ana.presses("Depot 6").isTold(/now count in Depot 6/);
  await zoe.says("/cell show").chatIsTold(/One member/);
  await max.says("/cell show").chatIsTold(/2 members/);
});

conversation("the last steward cannot leave, be removed, or be forgotten", aboutARule, async ({ cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.says("/steward add @Ana").isTold(/steward/);
  await zoe.says("/steward remove @Zoe").isTold(/has to be one steward/);
  await zoe.says("/me leave").isTold(/only steward/);
  await zoe.says("/me forget").isTold(/only steward/);
  await zoe.says("/steward add @Nobody").isTold(/Nobody/);
  await zoe.says("/steward add @Ana").isTold(/Make @?Ana a steward\? That is Ana \(.+\), of the cell Depot 5/);
  await zoe.presses("Yes").isTold(/Ana is a steward now/);
  await zoe.says("/steward add @Ana").isTold(/already/);
  await zoe.says("/steward remove @Zoe").chatIsTold(/Zoe is no longer a steward/);
  await zoe.says("/sector new health").isTold(/steward/);
});

conversation("everything held about me, as a file, for me alone", async ({ cell }) => {
  const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await ben.says("/help");
  await zoe.says('/drive new "Shall we stop?" goal:5 deadline:"in 3 days" scope:cell');
  await ana.says("/pledge in");
  const shown = await ana.writes("/me export");
  const file = shown.flatMap(({ rendered }) => rendered.blocks).find((block) => block.type === "file");
  if (file?.type !== "file") throw new Error("no file");
  expect(shown.every(({ chat, to }) => to === ana.user.id || chat === `direct:${ana.user.id}`)).toBe(true);
  expect(file.file).toMatchObject({ name: "steward-me.json", mediaType: "application/json" });
  const text = Buffer.from(file.file.data, "base64").toString();
  expect(JSON.parse(text)).toMatchObject({
    federation: "Alliance",
    accounts: [{ id: ana.user.id, name: "Ana" }],
    cells: [{ name: "Depot 5" }],
    pledges: [{ answer: "in", question: "Shall we stop?" }],
  });
  expect(text).not.toMatch(/Ben|user-ben|Zoe/);
});

conversation("forgetting withdraws from open drives, and nothing is left", aboutARule, async ({ stage, cell }) => {
  const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await zoe.says('/drive new "Shall we stop?" goal:5 deadline:"in 3 days" scope:cell');
  await ana.says("/pledge in");
  await ben.says("/pledge in");
  await ana.writes("/me forget").isTold(/cannot be undone/);
  await ana.presses("Yes, forget me").isTold(/forgotten you/);
  const left = await stage.database.transaction(async (tx) => ({
    people: await tx.person.count(),
    identities: await tx.identity.count(),
    pledges: await tx.pledge.count(),
    histograms: (await tx.driveCell.findMany()).map(({ histogram }) => histogram),
  }));
  expect(left).toMatchObject({ people: 2, identities: 2, pledges: 1 });
  await zoe.says("/cell show").chatIsTold(/2 members/);
});

conversation(
  "who left every cell is removed after the retention, and not before",
  aboutARule,
  async ({ stage, cell }) => {
    const { ana, ben } = await cell("Depot 5", { sector: "transport" });
    await ben.says("/help");
    await ana.says("/help");
    await ana.leaves();
    const people = () => stage.database.transaction((tx) => tx.person.count());
    await stage.wait(89 * day);
    expect(await people()).toBe(3);
    await stage.wait(3 * day);
    expect(await people()).toBe(2);
  },
);

conversation("vouching: off by default, never for oneself, once each", aboutARule, async ({ cell }) => {
  const { zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ben.says("/help");
  await ana.says("/vouch @Ben").isTold(/Nobody needs to be vouched for/);
  await ana.says("/vouch").isTold(/Nobody needs to be vouched for/);
  await zoe.says("/cell settings vouches 2").chatIsTold(/2 members have vouched/);
  await ana.says("/vouch @Ana").isTold(/cannot vouch for yourself/);
  await ana.says("/vouch Benn").isTold(/Did you mean “Ben”/);
  await ana.says("/vouch @Ben").isTold(/One member does, of 2/);
  await ana.says("/vouch Ben").isTold(/already/);
  await ana.says("/vouch @Stranger").isTold(/Stranger/);
  // Who has left counts in nothing that vouching is for.
  await cho.says("/help");
  await ana.says("/vouch @Cho").isTold(/One member does, of 2/);
  await cho.says("/me leave");
  await cho.presses("Yes, leave");
  await zoe.says("/vouch @Cho").isTold(/Cho is not a member now/);
  await ben.writes("/help");
  await zoe.says("/vouch @Ben").isTold(/Enough members vouch for you now/);
});

conversation("who has left cannot be vouched for, and is not written to", aboutARule, async ({ cell, stage }) => {
  const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ben.writes("/help");
  await ben.says("/help");
  await zoe.says("/cell settings vouches 1");
  await ben.writes("/me leave");
  await ben.presses("Yes, leave");
  const said = await ana.says("/vouch @Ben").isTold(/Ben is not a member now/);
  const later = await stage.wait(2 * day);
  expect([...said, ...later].filter(({ text }) => text.includes("vouch for you"))).toEqual([]);
  expect(stage.problems).toEqual([]);
});

conversation("help shows each person what they may use", async ({ stage, cell }) => {
  const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help").isTold(/[/!]pledge/);
  const mine = await ana.says("/help cell");
  expect(mine.map(({ text }) => text).join("\n")).toMatch(/[/!]cell show/);
  expect(mine.map(({ text }) => text).join("\n")).not.toMatch(/[/!]cell new/);
  await zoe.says("/help cell new").isTold(/[/!]cell new[^]*stewards[^]*sector: /);
  await ana.says("/help sectr").isTold(/Did you mean “sector”/);
  await ana.says("/help xyzzyx").isTold(/no such command/);
  await ana.says("/help steward").isTold(/not for you/);
  const eve = stage.chat("nowhere").person("Eve");
  const before = await eve.says("/help").isTold(/[/!]setup/);
  // What the help gives as an example can be asked for.
  const example = /[/!]help (\S+)/u.exec(before.map(({ text }) => text).join("\n"))?.[1] ?? "";
  await eve.says(`/help ${example}`).isTold(new RegExp(`[/!]${example}`, "u"));
  await eve.says("/help drive").isTold(/not set up yet/);
});

conversation(
  "whoever wrote directly can be written to, also if it was not understood",
  mustPressStart,
  async ({ cell }) => {
    const { ana } = await cell("Depot 5", { sector: "transport" });
    await ana.says("/help");
    await ana.writes("/drvie").isTold(/Did you mean/);
    await ana.says("/me show").isToldPrivately(/Member of Depot 5/);
  },
);

conversation(
  "who writes directly before they spoke in a group is asked from which cell they are, if they are in groups of several",
  only("elsewhere the platform does not tell in which groups somebody is", "matrix"),
  async ({ cell, stage, platform }) => {
    const depot = await cell("Depot 5", { sector: "transport" });
    const mill = await cell("Mill", { sector: "textile" });
    await depot.zoe.says('!drive new "Shall we stop?" goal:5 deadline:"20 march 18:00" scope:federation');
    const kim = { id: "@kim:example.org", name: "Kim" };
    const writes = (text: string, ...rooms: readonly StageChat[]) =>
      stage.happen(
        platform,
        { id: "direct:kim", kind: "direct" },
        kim,
        { type: "text", text, messageId: `m${text}` },
        undefined,
        rooms.map(({ place }) => place.id),
      );
    const said = async (text: string, ...rooms: readonly StageChat[]): Promise<string> =>
      (await writes(text, ...rooms)).map((one) => one.text).join("\n");
    expect(await said("!pledge in")).toMatch(/I see you in no cell's group/);
    expect(await said("hello")).toMatch(/I see you in no cell's group/);
    const asked = await said("!pledge in", depot.chat, mill.chat);
    expect(asked).toMatch(/In which of these cells do you count\?[^]*Depot 5[^]*Mill/);
    // Only one in whose group they still are.
    expect(await said("!2", depot.chat)).toMatch(/I see you in no cell's group/);
    expect(await said("!1", depot.chat, mill.chat)).toMatch(/you're in/);
    expect(await said("!me show", depot.chat, mill.chat)).toMatch(/Depot 5/);
    await depot.zoe.says("!cell show").chatIsTold(/2 members/);

    const lou = { id: "@lou:example.org", name: "Lou" };
    const louWrites = async (text: string) =>
      (
        await stage.happen(
          platform,
          { id: "direct:lou", kind: "direct" },
          lou,
          { type: "text", text, messageId: `l${text}` },
          undefined,
          [depot.chat.place.id, mill.chat.place.id],
        )
      )
        .map((one) => one.text)
        .join("\n");
    expect(await louWrites("!pledge if 2")).toMatch(/In which of these cells/);
    expect(await louWrites("mill")).toMatch(/you're in if 2 others join/);
    expect(await louWrites("!me show")).toMatch(/Mill/);
    expect(await louWrites("!pledge in")).toMatch(/you're in/);

    // Somebody's very first words, and the number without its mark.
    const max = { id: "@max:example.org", name: "Max", language: "es" };
    const maxWrites = async (text: string, eventId: string) =>
      (
        await stage.happen(
          platform,
          { id: "direct:max", kind: "direct" },
          max,
          { type: "text", text, messageId: eventId },
          undefined,
          [depot.chat.place.id, mill.chat.place.id],
        )
      )
        .map((one) => one.text)
        .join("\n");
    expect(await maxWrites("no, gracias", "x1")).not.toMatch(/¿En cuál de estas células/);
    expect(await maxWrites("Me apunto", "x2")).toMatch(/¿En cuál de estas células cuentas\?/);
    await stage.wait(11 * 60 * 1000);
    expect(await maxWrites("2", "x3")).not.toMatch(/you're in|te has apuntado/i);
    expect(await maxWrites("¡me apunto!", "x4")).toMatch(/¿En cuál de estas células cuentas\?/);
    expect(await maxWrites("2", "x5")).toMatch(/you're in/);
    expect(await maxWrites("if 3 others join", "x6")).toMatch(/you're in if 3 others join/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "before somebody leaves a cell, or counts elsewhere, it is said what becomes of their answers",
  async (scene) => {
    const depot = await scene.cell("Depot 5", { sector: "transport" });
    const mill = await scene.cell("Mill", { sector: "textile" });
    const { ana } = depot;
    await ana.says("/help");
    await scene.stage.wait(1_000);
    await mill.chat.person("Ana").says("/help");
    await ana.writes("/help");
    await depot.zoe.says('/drive new "Shall we stop the buses?" goal:5 deadline:"20 march 18:00" scope:cell');
    await depot.zoe.says('/drive new "Do we march?" goal:5 deadline:"20 march 18:00" scope:federation');
    await ana.writes("/pledge in drive:1").isTold(/you're in/);
    // Nothing of hers would be lost here.
    await ana.writes("/me leave").isTold(/Which cell do you want to leave/);
    await ana.presses("Mill").isTold(/^(?![^]*withdrawn)[^]*Do you want to leave Mill\?/);
    await ana
      .writes("/me cell Mill")
      .isTold(/Do you want to count in Mill\?[^]*no part in[^]*will be withdrawn: .*buses/);
    await depot.zoe.says("/drive show 1");
    depot.chat.shows(/buses[^]*1 firm/);
    await ana.writes("/pledge in drive:2").isTold(/you're in/);
    await ana.writes("/me language es");
    await ana.writes("/me leave");
    await ana
      .presses("Depot 5")
      .isTold(/¿Quieres dejar Depot 5\?[^]*contarán en Mill: .*march[^]*Mill no participa[^]*se retirarán: .*buses/);
    await ana
      .presses("Sí, la dejo")
      .isTold(/Estas respuestas tuyas cuentan en Mill: .*march[^]*se retiran tus respuestas: .*buses/);
    await ana.writes("/me leave").isTold(/¿Quieres dejar Mill\? Es tu única célula\.[^]*se retirarán: .*march/);
    depot.chat.neverShowed(/withdrawn:|retirarán/);
    expect(scene.stage.problems).toEqual([]);
  },
);
