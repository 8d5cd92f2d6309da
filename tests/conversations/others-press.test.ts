/** What the bot asks of somebody is answered by nobody else: of every command, in every place, on every platform; and of jobs. */
import { expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { PlatformName } from "../../src/chat/inbound.ts";
import { SendError } from "../../src/chat/adapter.ts";
import type { Database } from "../../src/store/database.ts";
import { newestCode } from "../kit/conversation.ts";
import { eachDatabase, playedOn } from "../kit/databases.ts";
import { buttonsOf, directly, owned, pressAsOthers } from "../kit/pressing.ts";
import { Stage, type Shown, type StageChat, type StagePerson } from "../kit/stage.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

interface World {
  readonly stage: Stage;
  readonly depot: StageChat;
  readonly hub: StageChat;
  readonly zoe: StagePerson;
  /** Members of Depot besides Zoe, Fox left out, who has left. */
  readonly ana: StagePerson;
  readonly ben: StagePerson;
  /** In the chat of Depot: of another cell, a former member, a stranger, of another federation. */
  readonly strangers: readonly StagePerson[];
}

/** Depot and Clinic in the council Hub, and Mill in another federation; two of everything that can be asked about. */
async function world(
  database: Database,
  platform: PlatformName,
  encrypted: boolean,
  more: readonly PlatformName[] = [],
): Promise<World> {
  const stage = await Stage.open(database, { platforms: [platform, ...more] });
  const [depot, clinic, hub, mill] = ["depot", "clinic", "hub", "mill"].map((id) =>
    stage.chat(id, platform, encrypted),
  );
  if (depot === undefined || clinic === undefined || hub === undefined || mill === undefined)
    throw new Error("no chat");
  const zoe = depot.person("Zoe").administrates();
  const kim = clinic.person("Kim").administrates();
  const place = "zone:Europe/Paris language:en";
  await zoe.says(`/setup federation:"Alliance" cell:"Depot" sector:Transport ${place}`);
  await zoe.says("/sector new Health");
  await zoe.says(`/cell new Clinic sector:Health ${place}`);
  await kim.says(`/cell join ${newestCode(stage)}`);
  await mill.person("Eve").administrates().says(`/setup federation:"Other" cell:"Mill" sector:Steel ${place}`);
  const [ana, ben, fox] = [depot.person("Ana"), depot.person("Ben"), depot.person("Fox")];
  for (const one of [ana, ben, fox, kim]) await one.says("/help");
  await zoe.says(`/council new Hub cells:"Depot, Clinic" ${place}`);
  await hub
    .person("Zoe")
    .administrates()
    .says(`/council join ${newestCode(stage)}`);
  const [anywhere, eve] = [depot.person("Nobody"), depot.person("Eve")];
  // Everybody has written directly before: that they did is no news when they press.
  for (const one of [zoe, ana, ben, fox, depot.person("Kim"), anywhere, eve]) {
    await one.starts();
  }
  await fox.leaves();
  return { stage, depot, hub, zoe, ana, ben, strangers: [fox, depot.person("Kim"), anywhere, eve] };
}

/** What a command needs besides its name, where it asks nothing without. A new command is played bare. */
const typed: Readonly<Record<string, string>> = {
  "steward add": "@Ana",
  "cell settings": "coordinator @Ana",
  "council settings": "coordinator @Ana",
  "action plan": 'March from:"friday 10:00" to:"friday 12:00"',
};

/** A platform, whether its chats are encrypted, and where its people have their second account. */
const stages: readonly (readonly [PlatformName, encrypted: boolean, elsewhere: PlatformName])[] = [
  ["telegram", false, "discord"],
  ["discord", false, "matrix"],
  ["matrix", false, "telegram"],
  ["matrix", true, "telegram"],
];

eachDatabase((database, open) => {
  for (const [platform, encrypted, other] of playedOn(database, stages)) {
    const on = `${platform}${encrypted ? ", encrypted" : ""}`;

    it(`what a command asks is answered by nobody else (${on})`, { timeout: 600_000 }, async () => {
      const { stage, depot, hub, zoe, ana, ben, strangers } = await world(await open(), platform, encrypted);
      for (const question of ["Shall we?", "And then?"])
        await zoe.says(`/drive new "${question}" goal:5 deadline:"in 20 days"`);
      for (const name of ["Keys", "Desk"]) await zoe.says(`/role new ${name} every:1w day:friday time:18:00`);
      for (const what of ["Soup", "Songs"]) await zoe.says(`/gather new ${what} at:"in 9 days 18:00"`);
      for (const what of ["Picket", "Camp"]) await zoe.says(`/action plan ${what} from:"in 5 days 10:00" care:meals`);
      await zoe.says("/circle new day:thursday time:18:00");
      await hub.person("Zoe").says('/assembly new Assembly rule:"every second Thursday" time:18:00');

      const wrong = [ana, ben, ...strangers];
      const places = [
        { at: "cell", chat: depot, does: (text: string) => zoe.says(text) },
        { at: "council", chat: hub, does: (text: string) => hub.person("Zoe").says(text) },
        { at: "direct", chat: depot, does: (text: string) => zoe.writes(text) },
      ] as const;
      const pressed = { cell: 0, council: 0, direct: 0 };
      for (const { at, chat, does } of places) {
        for (const { name, words = {}, bare } of commands) {
          // The bare name of a command that has only words is its menu, which is asked of one person too.
          for (const word of ["", ...Object.keys(words)]) {
            const where = (word === "" ? bare : words[word])?.where ?? ["cell"];
            if (!where.includes(at)) continue;
            const named = `${name} ${word}`.trim();
            const shown = await does(`/${named} ${typed[named] ?? ""}`);
            const asked = await owned(stage, shown);
            const others = wrong.map((one) => chat.person(one.name));
            pressed[at] += await pressAsOthers(chat, asked.slice(-1), others, `${named}, ${at}, ${on}`);
            // In a group whatever asks one person names them.
            for (const one of shown.filter(({ how, chat: there }) => how === "message" && there === chat.place.id)) {
              if (asked.some((button) => button.shown === one)) expect(one.text, named).toMatch(/Zoe/);
            }
          }
        }
      }
      expect(pressed.cell).toBeGreaterThan(200);
      expect(pressed.council).toBeGreaterThan(30);
      expect(pressed.direct).toBeGreaterThan(200);
      expect(stage.problems).toEqual([]);
    });

    it(`what linking asks is answered by nobody else (${on})`, { timeout: 600_000 }, async () => {
      const { stage, zoe, ana, ben, strangers } = await world(await open(), platform, encrypted, [other]);
      const away = stage.chat("away", other);
      const [max, anita, kurt] = [away.person("Max").administrates(), away.person("Anita"), away.person("Kurt")];
      await zoe.says("/cell code");
      await max.says(`/cell join ${newestCode(stage)}`);
      for (const one of [max, anita, kurt]) {
        await one.says("/help");
        await one.starts();
      }
      await zoe.says('/drive new "Shall we?" goal:5 deadline:"in 20 days"');
      await zoe.writes("/pledge in");
      await anita.writes("/pledge if 2");
      let pressed = 0;
      /** What has a button with this label is put to one account alone, which then presses it. */
      const asks = async (what: string, label: string, shown: readonly Shown[], whom: StagePerson) => {
        const asked = await owned(stage, shown);
        const its = asked.filter((one) => one.label === label);
        expect(its, `${what}: ${shown.map(({ text }) => text).join("\n---\n")}`).toHaveLength(1);
        for (const one of its) expect(one.shown.chat, what).toBe(directly(whom).id);
        const others = whom.chat === away ? [max, kurt, away.person("Zoe")] : [ana, ben, ...strangers];
        pressed += await pressAsOthers(whom.chat, asked, others, `${what}, ${on}`);
        return whom.presses(label);
      };
      await anita.writes("/me link");
      // Zoe, who is steward, might have been talked into entering a stranger's code.
      const warned = await zoe.writes(`/me link ${newestCode(stage)}`);
      const confirmed = await asks("rights that go", "Yes, it is my account", warned, zoe);
      const contested = await asks("an account", "Yes, it is mine", confirmed, anita);
      await asks("two answers", "I'm in", contested, anita);
      await asks("unlinking", "Yes, unlink", await zoe.writes("/me unlink"), zoe);
      expect(pressed).toBeGreaterThan(30);
      expect(stage.problems).toEqual([]);
    });

    for (const reachable of [true, false]) {
      const how = reachable ? "directly" : "in the group";
      it(`what falls due asks ${how}, and nobody else answers (${on})`, { timeout: 600_000 }, async () => {
        const { stage, depot, zoe, ana, ben, strangers } = await world(await open(), platform, encrypted);
        const adapter = stage.adapter(platform);
        // Ben's direct chat is closed, as far as anybody can tell only when something is sent there.
        if (!reachable) {
          adapter.intercept = (outgoing) =>
            outgoing.type === "direct" && outgoing.to === ben.user.id ? new SendError("blocked") : undefined;
        }
        const wrong = [zoe, ana, ...strangers];
        let pressed = 0;
        /** What has a button with this label is put to Ben, and to him alone; some of it only where he can be reached. */
        const asks = async (what: string, label: string, shown: readonly Shown[], otherwise: "group" | "nowhere") => {
          const asked = shown.filter((one) => buttonsOf([one]).some((button) => button.label === label));
          const told = shown.map(({ text }) => text).join("\n---\n");
          expect(asked.length, `${what}: ${told}`).toBe(reachable || otherwise === "group" ? 1 : 0);
          const buttons = buttonsOf(asked);
          expect(await owned(stage, asked), `${what} is Ben's`).toHaveLength(buttons.length);
          for (const one of asked) {
            expect(one.chat, what).toBe(reachable ? directly(ben).id : depot.place.id);
            if (!reachable) expect(one.text, `${what} names Ben`).toMatch(/Ben/);
          }
          pressed += await pressAsOthers(depot, buttons, wrong, `${what}, ${how}, ${on}`);
        };

        await zoe.says("/role new Keys every:1w day:friday time:18:00");
        await asks(
          "a reminder",
          "Accept",
          [...(await ben.says("/role join Keys")), ...(await stage.wait(30 * minute))],
          "group",
        );
        await ben.says("/role accept Keys");
        await ana.says("/role join Keys");
        await zoe.says('/gather new Songs at:"in 2 days 18:00" capacity:1');
        await ana.says("/gather going");
        await ben.says("/gather going");
        await asks("a place", "Give the place back", await ana.says("/gather no"), "group");
        await asks("care", "Yes", await ana.says("/care give soup by:@Ben"), "nowhere");
        await zoe.says("/circle new day:thursday time:18:00");
        for (const one of [ana, ben]) await one.says("/circle join");
        await asks("an exchange", "Yes, exchange", await ana.says("/circle swap with:@Ben"), "group");
        await zoe.says("/delegate choose");
        await asks("a proposal", "I accept", await ana.says("/delegate propose @Ben"), "group");
        await ben.says("/delegate accept");
        for (const one of [ana, ben]) await one.says("/delegate vote Ben");
        await asks("a seat", "I accept", await stage.wait(3 * day), "group");
        await stage.wait(6 * day);
        await asks("a mandate", "I accept", await zoe.says("/delegate mandate No night shifts"), "group");
        await asks("a swap", "Agree", await ana.says("/role swap Keys with:@Ben"), "group");
        await zoe.says("/role new Desk every:2w day:friday time:18:00");
        await ana.says("/role join Desk");
        await stage.wait(8 * day);
        await ana.says("/role accept Desk");
        const cover = await ana.says('/role cover Desk by:@Ben from:"in 1 day" to:"in 2 days"');
        await asks("a cover", "Agree", cover, "group");
        expect(pressed).toBeGreaterThan(reachable ? 60 : 50);
        expect(stage.problems).toEqual([]);
      });
    }
  }
});
