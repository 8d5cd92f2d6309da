/** Whom a name means: a table of every option that names a person, and of how people name somebody. */
import { expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Said } from "../../src/chat/inbound.ts";
import { newestCode } from "../kit/conversation.ts";
import { eachDatabase } from "../kit/databases.ts";
import { Stage, type Shown, type StagePerson } from "../kit/stage.ts";

const textOf = (shown: readonly Shown[]): string => shown.map(({ text }) => text).join("\n");

/** Every option of a person, with the words that lead to it. */
const options = commands.flatMap(({ name, bare, words = {} }) =>
  [...(bare === undefined ? [] : [["", bare] as const]), ...Object.entries(words)].flatMap(
    ([word, { options: of = {} }]) =>
      Object.entries(of)
        .filter(([, { type, hidden }]) => type.kind === "person" && hidden !== true)
        .map(([option, { position }]) => ({ command: `${name} ${word}`.trim(), option, key: position === undefined })),
  ),
);

/** What else a command needs before it looks at who is meant. */
const before: Readonly<Record<string, string>> = {
  "role swap": "Keys ",
  "role cover": "Keys to:friday ",
  "role remove": "Keys ",
  "care give": "soup ",
};

/** What a command says where nobody is known by that name, or where somebody is not met yet. */
const unknown = /know nobody called|have not met/;

eachDatabase((_, open) => {
  it("unknown and out of reach read the same, and the id decides, for every option", { timeout: 600_000 }, async () => {
    const stage = await Stage.open(await open(), { platforms: ["telegram", "discord"] });
    const depot = stage.chat("depot", "telegram");
    const clinic = stage.chat("clinic", "telegram");
    const school = stage.chat("school", "discord");
    const zoe = depot.person("Zoe").administrates();
    const place = "zone:Europe/Paris language:en";
    await zoe.says(`/setup federation:"Alliance" cell:"Depot" sector:Transport ${place}`);
    await zoe.says("/cell settings vouches 1");
    for (const [name, chat, who] of [
      ["Clinic", clinic, "Kim"],
      ["School", school, "Pat"],
    ] as const) {
      await zoe.says(`/cell new ${name} sector:Transport ${place}`);
      await chat
        .person(who)
        .administrates()
        .says(`/cell join ${newestCode(stage)}`);
      await chat.person(who).says("/help");
    }
    // Of the same name in another cell and on another platform; and one with a name that nobody else here has.
    await school.person("Ben").says("/help");
    const [ana, ben] = [depot.person("Ana"), depot.person("Ben")];
    for (const one of [ana, ben]) await one.says("/help");
    for (const one of [ana, zoe]) await one.starts();
    // Where to answer unseen is said once.
    for (const one of [ana, zoe]) await one.says("/pledge in");
    // A steward's names reach the whole federation, so the coordinator here is no steward.
    await zoe.says("/cell settings coordinator @Ana");
    await zoe.presses("Yes");
    await zoe.says("/role new Keys every:1w day:friday time:18:00");
    await ana.says("/role join Keys");
    await zoe.says("/circle new day:thursday time:18:00");

    /** As Telegram sends it: a name is text, and no mention, unless an account comes with it. */
    const types = (who: StagePerson, text: string, named?: { readonly written: string; readonly user: string }) => {
      const from = named === undefined ? -1 : text.lastIndexOf(named.written);
      const mentions =
        named === undefined ? [] : [{ from, to: from + named.written.length, user: clinic.person(named.user).user }];
      const said: Said = { type: "text", text, messageId: stage.nextMessage(), mentions };
      return stage.happen("telegram", depot.place, who.user, said);
    };
    const line = ({ command, option, key }: (typeof options)[number], name: string) =>
      `/${command} ${before[command] ?? ""}${key ? `${option}:` : ""}${name}`;
    const like = (text: string, ...names: string[]) => names.reduce((said, name) => said.replaceAll(name, "…"), text);

    expect(options.length).toBeGreaterThanOrEqual(9);
    for (const one of options) {
      const asker = one.command.startsWith("steward") ? zoe : ana;
      const row = async (name: string, named?: { readonly written: string; readonly user: string }) =>
        textOf(await types(asker, line(one, name), named));
      const nobody = like(await row("@nemo"), "@nemo");
      expect(nobody, one.command).toMatch(unknown);
      const steward = asker === zoe;
      // Of another cell on this platform, of another cell elsewhere, and of the same name elsewhere.
      if (!steward) expect(like(await row("@kim"), "@kim"), one.command).toBe(nobody);
      expect(like(await row("@pat"), "@pat"), one.command).toBe(nobody);
      expect(like(await row("Kim"), "Kim"), one.command).toBe(like(await row("Nemo"), "Nemo"));
      expect(like(await row("Pat"), "Pat"), one.command).toBe(like(await row("Nemo"), "Nemo"));
      // An account that nobody has met, and one that is out of reach: whatever the text says.
      const unmet = like(await row("Ben", { written: "Ben", user: "Nemo" }), "Nemo");
      expect(unmet, one.command).toMatch(unknown);
      if (!steward) expect(like(await row("Ben", { written: "Ben", user: "Kim" }), "Kim"), one.command).toBe(unmet);
      // Who is here is meant by name, by @name, and by an account under somebody else's name, and never a namesake elsewhere.
      for (const known of [await row("Ben"), await row("@ben"), await row("Kim", { written: "Kim", user: "Ben" })]) {
        expect(known, one.command).not.toMatch(unknown);
        expect(known, one.command).not.toMatch(/More than one/);
      }
    }

    // A renamed account is found by its new name alone.
    await stage.happen(
      "telegram",
      depot.place,
      { ...ben.user, name: "Bo", username: "bo" },
      {
        type: "text",
        text: "/help",
        messageId: stage.nextMessage(),
      },
    );
    const vouch = async (name: string) => textOf(await types(ana, `/vouch ${name}`));
    expect(await vouch("@ben")).toMatch(unknown);
    expect(await vouch("Ben")).toMatch(unknown);
    expect(await vouch("@bo")).toMatch(/Bo/);
    expect(await vouch("@bo")).not.toMatch(unknown);
  });

  it("of two with one name it is asked which, wherever somebody is named", async () => {
    const stage = await Stage.open(await open(), { platforms: ["telegram"] });
    const depot = stage.chat("depot", "telegram");
    const zoe = depot.person("Zoe").administrates();
    await zoe.says('/setup federation:"Alliance" cell:"Depot" sector:Transport zone:Europe/Paris language:en');
    await zoe.starts();
    await depot.person("Ben").says("/help");
    await stage.wait(60_000);
    const other = { id: "user-other", name: "Ben", username: "benedict" };
    const help: Said = { type: "text", text: "/help", messageId: "own" };
    await stage.happen("telegram", depot.place, other, help);
    for (const what of ["/cell settings coordinator Ben", "/steward add Ben"]) {
      await zoe.says(what).isTold(/More than one person is called Ben/);
      expect(zoe.button("Ben (@ben)"), what).toBeDefined();
      await zoe.presses("Ben (@benedict)").isTold(/Ben/);
      await zoe.presses("Yes").isTold(/Ben/);
    }
    await zoe.says("/care give soup to:Ben").isTold(/More than one person is called Ben/);
    const { cell, stewards, meant } = await stage.database.read(async (tx) => ({
      cell: await tx.cell.findFirstOrThrow(),
      stewards: await tx.person.findMany({ where: { steward: true }, select: { id: true } }),
      meant: await tx.person.findFirstOrThrow({ orderBy: { createdAt: "desc" }, select: { id: true } }),
    }));
    expect(cell.coordinatorId).toBe(meant.id);
    expect(stewards.map(({ id }) => id)).toContain(meant.id);
    expect(stewards).toHaveLength(2);
  });

  it("Discord offers who is in reach, and an id means that account; so does a Matrix id, and a link to it", async () => {
    const stage = await Stage.open(await open(), { platforms: ["discord", "matrix"] });
    const depot = stage.chat("depot", "discord");
    const room = stage.chat("room", "matrix");
    const zoe = depot.person("Zoe").administrates();
    const place = "zone:Europe/Paris language:en";
    await zoe.says(`/setup federation:"Alliance" cell:"Depot" sector:Transport ${place}`);
    await zoe.says("/cell settings vouches 3");
    const member = { id: "1001", name: "Ben", username: "ben" };
    const stranger = { id: "1002", name: "Kim", username: "kim" };
    const asker = depot.person("Ana");
    await asker.says("/help");
    const clinic = stage.chat("clinic", "discord");
    await zoe.says(`/cell new Clinic sector:Transport ${place}`);
    await clinic
      .person("Max")
      .administrates()
      .says(`/cell join ${newestCode(stage)}`);
    const help: Said = { type: "command", name: "help", options: {} };
    await stage.happen("discord", depot.place, member, help);
    await stage.happen("discord", clinic.place, stranger, help);
    for (const { command, option } of options) {
      const [name = "", word] = command.split(" ");
      const offered = await stage.steward.dispatch.complete(
        { platform: "discord", account: stage.adapter("discord").account, chat: depot.place, sender: asker.user },
        { command: name, ...(word === undefined ? {} : { word }), option, typed: "" },
      );
      const labels = offered.map(({ label }) => label);
      expect(labels, command).toContain("Ben");
      for (const away of ["Kim", "Max"]) expect(labels, command).not.toContain(away);
    }
    const vouch = async (person: string) =>
      textOf(
        await stage.happen("discord", depot.place, asker.user, { type: "command", name: "vouch", options: { person } }),
      );
    expect(await vouch("<@1001>")).toMatch(/Ben/);
    expect(await vouch("<@!1001>")).not.toMatch(unknown);
    expect((await vouch("<@1002>")).replace("1002", "…")).toBe((await vouch("<@1003>")).replace("1003", "…"));
    expect(await vouch("<@1002>")).toMatch(unknown);

    await zoe.writes("/cell code");
    await room
      .person("Pia")
      .administrates()
      .says(`!cell join ${newestCode(stage)}`);
    const bea = { id: "@bea:example.org", name: "Bea" };
    await stage.happen("matrix", room.place, bea, { type: "text", text: "!help", messageId: "own" });
    const pill = async (written: string) =>
      textOf(
        await stage.happen("matrix", room.place, room.person("Pia").user, {
          type: "text",
          text: `!vouch ${written}`,
          messageId: "own",
        }),
      );
    for (const known of [
      "@bea:example.org",
      "https://matrix.to/#/@bea:example.org",
      "https://matrix.to/#/%40bea%3Aexample.org",
    ]) {
      expect(await pill(known), known).toMatch(/Bea/);
      expect(await pill(known.replace("bea", "nemo")), known).toMatch(unknown);
    }
  });

  it(
    "what another cell or council numbers reads like what does not exist, for every option of a thing",
    { timeout: 600_000 },
    async () => {
      const stage = await Stage.open(await open(), { platforms: ["telegram"] });
      const place = "zone:Europe/Paris language:en";
      const [depot, clinic, school, hub] = ["depot", "clinic", "school", "hub"].map((id) => stage.chat(id, "telegram"));
      if (depot === undefined || clinic === undefined || school === undefined || hub === undefined)
        throw new Error("no chat");
      const zoe = depot.person("Zoe").administrates();
      await zoe.says(`/setup federation:"Alliance" cell:"Depot" sector:Transport ${place}`);
      for (const [name, chat, who] of [
        ["Clinic", clinic, "Kim"],
        ["School", school, "Pat"],
      ] as const) {
        await zoe.says(`/cell new ${name} sector:Transport ${place}`);
        await chat
          .person(who)
          .administrates()
          .says(`/cell join ${newestCode(stage)}`);
      }
      const kim = clinic.person("Kim");
      await zoe.says(`/council new Hub cells:"Depot, School" ${place}`);
      await hub
        .person("Zoe")
        .administrates()
        .says(`/council join ${newestCode(stage)}`);
      // Of each kind Depot has two and Clinic one, so that there is something to be mistaken for.
      for (const [who, names] of [
        [zoe, ["Alpha", "Beta"]],
        [kim, ["Gamma"]],
      ] as const) {
        for (const name of names) {
          await who.says(`/drive new "${name}?" goal:5 deadline:"in 20 days" scope:cell`);
          await who.says(`/role new ${name} every:1w day:friday time:18:00`);
          await who.says(`/action plan ${name} from:"in 5 days 10:00" care:meals rest:none`);
          await who.says(`/gather new ${name} at:"in 9 days 18:00"`);
        }
      }
      await hub.person("Zoe").says("/vote open Beta");
      await zoe.says("/cell settings coordinator @Kim");
      const things = await stage.database.read(async (tx) => {
        const [role, action, gathering, drive, vote] = [
          await tx.role.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
          await tx.action.findMany(),
          await tx.gathering.findMany(),
          await tx.drive.findMany(),
          await tx.vote.findMany(),
        ];
        const depotId = (await tx.cell.findMany({ orderBy: { createdAt: "asc" } }))[0]?.id;
        return {
          role: role.filter(({ cellId }) => cellId === depotId).map(({ id }) => id),
          action: action.filter(({ cellId }) => cellId === depotId).map(({ id }) => id),
          gathering: gathering.filter(({ cellId }) => cellId === depotId).map(({ id }) => id),
          drive: drive.filter(({ cellId }) => cellId === depotId).map(({ id }) => id),
          vote: vote.map(({ id }) => id),
        };
      });
      const elsewhere: Readonly<Record<string, readonly string[]>> = {
        role: [...things.role.slice(-1).map((id) => `#${id}`), "2", "Beta"],
        action: [...things.action.slice(-1).map((id) => `#${id}`), "2", "Beta"],
        gathering: [...things.gathering.slice(-1).map((id) => `#${id}`), "2", "Beta"],
        drive: [...things.drive.slice(-1).map((id) => `#${id}`), "1", "2", "Beta?"],
        vote: [...things.vote.slice(-1).map((id) => `#${id}`), "1"],
      };
      const nowhere = (typed: string): string =>
        typed.startsWith("#") ? "#0000000000000000" : /^\d+$/.test(typed) ? "77" : "Omega";
      await kim.starts();
      await kim.says("/pledge in"); // where to answer unseen is said once
      let compared = 0;
      for (const { name, bare, words = {} } of commands) {
        for (const [word, { options: of = {} }] of [
          ...(bare === undefined ? [] : [["", bare] as const]),
          ...Object.entries(words),
        ]) {
          for (const [option, { type, position }] of Object.entries(of)) {
            for (const typed of elsewhere[type.kind] ?? []) {
              for (const way of ["says", "writes"] as const) {
                const asks = async (value: string) =>
                  textOf(
                    await kim[way](
                      `/${`${name} ${word}`.trim()} ${position === undefined ? `${option}:` : ""}${value}`,
                    ),
                  ).replaceAll(value, "…");
                const there = await asks(typed);
                expect(there, `${name} ${word} ${option} ${typed} ${way}`).toBe(await asks(nowhere(typed)));
                expect(there).not.toBe("");
                compared++;
              }
            }
          }
        }
      }
      expect(compared).toBeGreaterThan(150);
      clinic.neverShowed(/Alpha|Depot/);
    },
  );
});
