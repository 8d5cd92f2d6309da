/** Figures for everybody: shown, posted to many chats after a look at the list, and kept up to date there. */
import { expect, onTestFinished, vi } from "vitest";
import { SendError, type SendFailure } from "../../src/chat/adapter.ts";
import type { RenderedBlock } from "../../src/chat/message.ts";
import { Pages } from "../../src/pages/pages.ts";
import { aboutARule, conversation, newestCode, only, type Scene, type StagedCell } from "../kit/conversation.ts";
import { council } from "../kit/council.ts";
import type { Shown } from "../kit/stage.ts";

const minute = 60_000;
const federationWide = '/drive new Shall we? goal:20 deadline:"in 7 days" scope:federation';

const inPrivate = only("where what only one sees stands in the group, its buttons go with the chat", "telegram");

/** So many people of a cell whom the bot knows: enough for a unit of their own. */
async function members({ chat }: StagedCell, count = 10) {
  const people = Array.from({ length: count }, (_, index) => chat.person(`${chat.place.id}${String(index)}`));
  for (const one of people) await one.says("/help");
  return people;
}

type Image = Extract<RenderedBlock, { readonly type: "image" }>;

const pictures = (shown: readonly Shown[]): readonly Image[] =>
  shown.flatMap(({ rendered }) => rendered.blocks.filter((block) => block.type === "image"));

const isPng = ({ file }: Image): boolean =>
  Buffer.from(file.data, "base64").subarray(1, 4).toString() === "PNG" && file.made === undefined;

/** The messages of a chat that show the tally now. */
const tallies = ({ chat }: Pick<StagedCell, "chat">): readonly Shown[] =>
  chat
    .messages()
    .filter(({ rendered }) => rendered.blocks.some((one) => one.type === "image" && one.file.name !== "add-me.png"));

/** From now on every message to a chat fails. */
function breaks({ stage, platform }: Scene, chat: string, failure: SendFailure, detail?: string): void {
  stage.adapter(platform).intercept = (outgoing) =>
    (outgoing.type === "message" || outgoing.type === "edit") && outgoing.chat.id === chat
      ? new SendError(failure, detail === undefined ? {} : { detail })
      : undefined;
}

/** Two cells of ten, and a drive of both. */
async function twoCells(scene: Scene) {
  const depot = await scene.cell("Depot 5", { sector: "transport" });
  const ward = await scene.cell("Ward 7", { sector: "health" });
  const drivers = await members(depot);
  const nurses = await members(ward);
  await depot.zoe.writes("/help"); // Telegram: only now can she be written to
  return { depot, ward, drivers, nurses, zoe: depot.zoe };
}

conversation("what is published, as text and as a picture with the same figures in words", async (scene) => {
  const { depot, drivers, nurses, zoe } = await twoCells(scene);
  await zoe.says(federationWide);
  for (const one of drivers.slice(0, 7)) await one.says("/pledge in");
  for (const one of nurses.slice(0, 4)) await one.says("/pledge in");
  await zoe.says("/tally show").chatIsTold(/All together: nothing to show yet[^]*Goal: 20/);
  await scene.stage.wait(6 * minute);
  const shown = await depot.ana
    .says("/tally show")
    .chatIsTold(
      /Shall we\?[^]*All together: 7 firm at the last count\n[^]*health: nothing to show yet\n[^]*transport: 7 firm at the last count/,
    );
  const [image] = pictures(shown);
  if (image === undefined) throw new Error("no picture");
  expect(isPng(image)).toBe(true);
  expect(image.alt).toBe(
    "Picture with bars: Shall we?. All together: 7 firm at the last count. Goal: 20. health: nothing to show yet. transport: 7 firm at the last count",
  );
  // An eighth answers: exact in the cell's card, but the tally is what everybody sees.
  await drivers[7]?.says("/pledge in");
  depot.chat.shows(/This cell: 8 firm/);
  await depot.ana.says("/tally show").chatIsTold(/All together: 7 firm at the last count\n/);
  await depot.ana.says("/me language es");
  expect(scene.stage.problems).toEqual([]);
});

conversation("posted after a look at the list, in each chat once, and kept up to date there", async (scene) => {
  const { depot, ward, drivers, nurses, zoe } = await twoCells(scene);
  await zoe.says("/cell settings language es");
  await zoe.says(federationWide);
  for (const one of drivers.slice(0, 6)) await one.says("/pledge in");
  await scene.stage.wait(6 * minute);
  expect([...tallies(depot), ...tallies(ward)]).toEqual([]);

  await zoe.says("/me language en");
  const before = await zoe
    .says("/tally post")
    .isToldPrivately(/6 firm at the last count[^]*This goes to 2 chats:\n.*depot5 \(\w+\)\n.*ward7 \(\w+\)/);
  expect(pictures(before).every(isPng)).toBe(true);
  expect([...tallies(depot), ...tallies(ward)]).toEqual([]);
  await zoe.presses("Post to 2 chats").isTold(/posting it to 2 chats/);
  const [there] = tallies(depot);
  const [here] = tallies(ward);
  expect(there?.text).toMatch(/En total: 6 en firme en el último recuento/);
  expect(here?.text).toMatch(/All together: 6 firm at the last count/);
  expect(pictures([there, here].filter((one) => one !== undefined)).map(({ alt }) => alt)).toEqual([
    expect.stringMatching(/^Imagen con barras: Shall we\?.*6 en firme en el último recuento/),
    expect.stringMatching(/^Picture with bars: Shall we\?.*6 firm at the last count/),
  ]);
  depot.chat.shows(/Publicado: Shall we\?\nEntregado en 2 de 2 chats/);
  ward.chat.neverShowed(/Delivered to/);

  // Pressed twice, and posted once more: the same messages.
  await zoe.presses("Post to 2 chats");
  await zoe.says("/tally post").isToldPrivately(/2 of them have it already/);
  await zoe.presses("Post to 2 chats");
  expect(tallies(depot).map(({ messageId }) => messageId)).toEqual([there?.messageId]);
  expect(tallies(ward).map(({ messageId }) => messageId)).toEqual([here?.messageId]);

  // What is published goes on: so does what was posted, where it stands.
  for (const one of nurses.slice(0, 5)) await one.says("/pledge in");
  await scene.stage.wait(6 * minute);
  expect(tallies(ward).map(({ messageId, how }) => [messageId, how])).toEqual([[here?.messageId, "edit"]]);
  ward.chat.shows(/All together: 11 firm at the last count[^]*health: 5 firm at the last count/);
  expect(
    pictures(tallies(ward)).every((image) => isPng(image) && image.alt.includes("11 firm at the last count")),
  ).toBe(true);
  await zoe.says("/drive close");
  ward.chat.shows(/Closed: 11 pledges are firm[^]*All together: 11 firm/);
  expect(tallies(ward)).toHaveLength(1);
  expect(scene.stage.problems).toEqual([]);
});

conversation(
  "the exact total of one sector at the close hides nothing, and does not say so",
  aboutARule,
  async ({ cell }) => {
    const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
    for (const name of ["Ben", "Cho", "Dee", "Eva", "Fay", "Gil", "Hal", "Ian"]) await chat.person(name).says("/help");
    await ana.says("/help");
    await zoe.says('/drive new "Shall we?" goal:1 deadline:"in 5 days" scope:federation');
    await ana.says("/pledge in");
    const [open] = await zoe.says("/tally show").isTold(/nothing to show yet/);
    expect(open?.text).toMatch(/fewer than 5 people/);
    await zoe.says("/drive close");
    const [closed] = await zoe.says("/tally show").isTold(/All together: 1 firm/);
    expect(closed?.text).not.toMatch(/fewer than/);
  },
);

conversation("a receipt chat by chat, with the reason, and a second try", async (scene) => {
  const { depot, ward, drivers, zoe } = await twoCells(scene);
  await zoe.says(federationWide);
  for (const one of drivers.slice(0, 6)) await one.says("/pledge in");
  await scene.stage.wait(6 * minute);
  breaks(scene, "ward7", "no-rights", "Attach Files in #ward-7");
  await zoe.says("/tally post");
  await zoe.presses("Post to 2 chats");
  depot.chat.shows(/Delivered to 1 of 2 chats, 1 failed/);
  // Matrix has no button that nobody sees.
  const asks = () => (scene.platform === "matrix" ? zoe.says("/tally receipts") : zoe.presses("Who got it?"));
  await asks().isToldPrivately(
    /ward7 \(\w+\): I may not write there; what I lack is “Attach Files”\n.*depot5 \(\w+\): delivered/,
  );
  await zoe.says("/tally show").isToldPrivately(/1 failed[^]*Attach Files/);
  // Who only reads is told the figures and nothing of this.
  for (const { text } of await depot.ana.says("/tally show")) expect(text).not.toMatch(/Attach Files|Delivered/);
  await depot.ana.says("/tally receipts").isTold(/coordinator/);
  ward.chat.neverShowed(/Picture with bars|Attach Files/);
  depot.chat.neverShowed(/Attach Files/);

  scene.stage.adapter(scene.platform).intercept = undefined;
  expect(tallies(ward)).toHaveLength(0);
  await ward.ana.says("/help"); // somebody speaks there: it is tried again soon
  await scene.stage.wait(minute / 6);
  expect(tallies(ward)).toHaveLength(1);
  await zoe.says("/tally post").isToldPrivately(/2 of them have it already/);
  const before = tallies(depot).length;
  await zoe.presses("Post to 2 chats");
  expect(tallies(ward)).toHaveLength(1);
  expect(tallies(depot)).toHaveLength(before);
  await zoe.says("/tally receipts").isToldPrivately(/Delivered to 2 of 2 chats\n/);
});

conversation("a tally is posted though the chat in which that was begun is gone", inPrivate, async (scene) => {
  const { zoe, drivers } = await twoCells(scene);
  await zoe.says(federationWide);
  for (const one of drivers.slice(0, 6)) await one.says("/pledge in");
  await scene.stage.wait(6 * minute);
  const second = scene.stage.chat("depot5b", scene.platform);
  await zoe.says("/cell code");
  const there = second.person("Zoe").administrates();
  await there.says(`/cell join ${newestCode(scene.stage)}`);
  await there.writes("/help");
  await there.says("/tally post to:federation");
  await there.says("/cell leave");
  await there.presses("Yes, leave");
  await there.presses("Post to 3 chats").isTold(/posting it to 2 chats/);
  expect(scene.stage.problems).toEqual([]);
});

conversation("who may post, and what may not be posted", aboutARule, async (scene) => {
  const { depot, ward, drivers, nurses, zoe } = await twoCells(scene);
  await ward.ana.says("/help");
  await ward.ana.writes("/help");
  await ward.zoe.says("/cell settings coordinator @Ana");
  await ward.zoe.presses("Yes");
  await zoe.says(federationWide);
  await drivers[0]?.says("/tally post").isTold(/coordinator/);
  await ward.ana.says("/tally post").isTold(/coordinator of a council/);
  await zoe.says("/tally post to:nowhere").isTold(/nowhere/);
  await zoe.says("/tally post to:health").isToldPrivately(/This goes to one chat:\n.*ward7/);

  // One cell's own drive: exact, in its own chats, by its coordinator.
  await ward.ana.says('/drive new Ours? goal:3 deadline:"in 7 days" scope:cell');
  for (const one of nurses.slice(0, 2)) await one.says("/pledge in drive:2");
  await ward.ana.says("/tally post drive:2 to:transport").isTold(/own chats only/);
  await ward.ana.says("/tally post drive:2").isToldPrivately(/All together: 2 firm[^]*This goes to one chat/);
  await ward.ana.presses("Post to one chat");
  ward.chat.shows(/Ours\?[^]*All together: 2 firm/);
  await zoe.says("/tally show drive:2").isTold(/another cell|no drive/);
  depot.chat.neverShowed(/Ours\?/);

  // What was to be hidden stays so.
  await zoe.says('/drive new Later? goal:3 deadline:"in 7 days" scope:federation reveal:at-close');
  for (const one of drivers) await one.says("/pledge in drive:3");
  await scene.stage.wait(6 * minute);
  await zoe.says("/tally post drive:3").isTold(/not shown yet/);
  const seen = await zoe.says("/tally show drive:3").chatIsTold(/No numbers are shown until the drive closes/);
  expect(pictures(seen)).toEqual([]);
});

conversation("a council posts to its own chats and to those of its cells", aboutARule, async (scene) => {
  const { depot, ward, drivers, zoe } = await twoCells(scene);
  const school = await scene.cell("School 3", { sector: "education" });
  await depot.zoe.says('/council new "City council" cells:"Depot 5, Ward 7"');
  const chamber = scene.stage.chat("chamber", scene.platform);
  await chamber
    .person("Zoe")
    .administrates()
    .says(`/council join ${newestCode(scene.stage)}`);
  await ward.ana.says("/help");
  await ward.ana.writes("/help");
  await chamber.person("Zoe").says("/council settings coordinator @Ana");
  await chamber.person("Zoe").presses("Yes");
  await zoe.says(federationWide);
  for (const one of drivers.slice(0, 6)) await one.says("/pledge in");
  await scene.stage.wait(6 * minute);

  const ana = chamber.person("Ana");
  await ana
    .says("/tally post")
    .isToldPrivately(/This goes to 3 chats:\n.*chamber \(\w+\)\n.*depot5 \(\w+\)\n.*ward7 \(\w+\)/);
  await ana.says("/tally post to:council").isToldPrivately(/This goes to one chat:\n.*chamber/);
  await ana.says("/tally post to:education").isTold(/no chat to post/);
  await ana.says("/tally post to:federation").isTold(/Only a steward/);
  await ana.writes("/tally post").isTold(/This goes to 3 chats/);
  breaks(scene, "depot5", "removed");
  await ana.says("/tally post");
  await ana.presses("Post to 3 chats");
  for (const chat of [chamber, ward.chat]) chat.shows(/All together: 6 firm at the last count/);
  // The council gets its receipt chat by chat.
  chamber.shows(/Delivered to 2 of 3 chats, 1 failed\n.*depot5 \(\w+\): I was removed from it\n/);
  for (const name of ["chamber", "ward7"]) chamber.shows(new RegExp(`${name} \\(\\w+\\): delivered`, "u"));
  school.chat.neverShowed(/All together/);
  await zoe.says("/tally post to:federation").isToldPrivately(/This goes to 4 chats/);

  // What stood in a chat stands there again as soon as the bot is back, and the receipt says so.
  const { stage, platform } = scene;
  const happens = (type: "bot-removed" | "bot-added") =>
    stage.happen(platform, ward.chat.place, ward.zoe.user, { type });
  await happens("bot-removed");
  await stage.wait(6 * minute);
  for (const one of drivers.slice(6, 9)) await one.says("/pledge in");
  for (const one of drivers.slice(0, 2)) await one.says("/pledge withdraw");
  await stage.wait(6 * minute);
  chamber.shows(/Delivered to 1 of 3 chats, 2 failed/);
  stage.adapter(platform).intercept = undefined;
  await happens("bot-added");
  await stage.wait(6 * minute);
  chamber.shows(/Delivered to 2 of 3 chats, 1 failed/);
});

conversation(
  "what people wrote is text in the picture, in its description and in the message",
  aboutARule,
  async (scene) => {
    const { depot, drivers, zoe } = await twoCells(scene);
    await zoe.says('/drive new "<b>Shall</b> & *we*?" goal:20 deadline:"in 7 days" scope:federation');
    for (const one of drivers.slice(0, 6)) await one.says("/pledge in");
    await scene.stage.wait(6 * minute);
    const [image] = pictures(await depot.ana.says("/tally show"));
    expect(image?.alt).toContain("<b>Shall</b> & *we*?");
    expect(image === undefined ? false : isPng(image)).toBe(true);
  },
);

conversation(
  "the result of a vote, once it is closed, in the council's chats and in those of its cells",
  aboutARule,
  async (scene) => {
    const of = await council(scene, [
      { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana" }, { delegate: "Ann" }] },
      { name: "Clinic", sector: "Health", seats: [{ delegate: "Cho" }] },
    ]);
    await of.zoe.writes("/help");
    await of.zoe.says('/assembly new Assembly rule:"every thursday" time:18:00 quorum:2');
    await of.stage.wait(6 * 24 * 60 * minute + 60 * minute);
    for (const name of ["Ana", "Ann", "Cho"]) await of.who(name).says("/assembly checkin");
    await of.zoe.says("/vote open Strike on May Day? rule:two-thirds base:present");
    await of.who("Ana").says("/vote yes");
    await of.who("Ann").says("/vote yes");
    await of.who("Cho").says("/vote no");
    // Nothing of it before it is over.
    await of.zoe.says("/tally show vote:1").isTold(/still open/);
    await of.zoe.says("/tally post vote:1").isTold(/still open/);
    await of.zoe.says("/vote close");
    const shown = await of.zoe
      .says("/tally show vote:1")
      .chatIsTold(/Carried: 2 of 3 present, needed 2 \(two thirds\)/);
    const [image] = pictures(shown);
    expect(image === undefined ? false : isPng(image)).toBe(true);
    expect(image?.alt).toMatch(/Strike on May Day\?\. Yes: 2\. No: 1\. Abstaining: 0\. Carried/);
    await of
      .who("Ana")
      .says("/tally post vote:1")
      .isTold(/coordinator/);
    await of.zoe.says("/tally post vote:1").isToldPrivately(/This goes to 3 chats/);
    await of.zoe.presses("Post to 3 chats");
    for (const name of ["Depot", "Clinic"]) of.cell(name).shows(/Strike on May Day\?\nCarried: 2 of 3 present/);
    of.cell("Clinic").neverShowed(/Cho|Clinic: no/);
  },
);

conversation("where the picture cannot be drawn the figures arrive all the same", aboutARule, async (scene) => {
  const { depot, drivers, zoe } = await twoCells(scene);
  await zoe.says(federationWide);
  for (const one of drivers.slice(0, 6)) await one.says("/pledge in");
  await scene.stage.wait(6 * minute);
  const broken = vi.spyOn(Pages.prototype, "fill").mockRejectedValue(new Error("no paint"));
  onTestFinished(() => broken.mockRestore());
  await zoe.says("/tally post");
  await zoe.presses("Post to 2 chats");
  depot.chat.shows(/Shall we\?\n.*All together: 6 firm at the last count/);
  expect(tallies(depot)).toEqual([]);
  expect(scene.stage.problems.map(({ message }) => message)).toContain("could not draw a picture");
});
