/** What people change after they have written it, where platforms let a bot see that. */
import { expect } from "vitest";
import type { PlatformName } from "../../src/chat/inbound.ts";
import { asksInWords, conversation, only, type StagedCell } from "../kit/conversation.ts";
import type { Stage } from "../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;
const worked = /I have worked on what you wrote before you changed it/;

/** A cell with an open drive. On Telegram Ana can be written to. */
async function drive(cell: (name: string, of: { sector: string }) => Promise<StagedCell>): Promise<StagedCell> {
  const staged = await cell("Depot 5", { sector: "transport" });
  await staged.zoe.says('/drive new "Shall we walk out?" goal:3 deadline:"in 7 days" scope:cell');
  for (const one of [staged.ana, staged.ben]) {
    await one.says("/help");
    await one.writes("/help");
  }
  return staged;
}

/** Ids of the messages that the bot takes away from now on. */
function takenFrom(stage: Stage, platform: PlatformName): string[] {
  const taken: string[] = [];
  stage.adapter(platform).intercept = (outgoing) => {
    if (outgoing.type === "delete") taken.push(outgoing.messageId);
    return undefined;
  };
  return taken;
}

conversation(
  "a mended typo works, once, and what was typed is taken away",
  asksInWords,
  async ({ cell, stage, platform }) => {
    const { chat, ana, ben } = await drive(cell);
    await ana.says("/plege in").isTold(/Did you mean [/!]pledge/);
    const taken = takenFrom(stage, platform);
    await ana.edits("/pledge in").isToldPrivately(/you're in/);
    chat.shows(/1 firm of 3/);
    expect(taken).toHaveLength(1);
    await ana.edits("/pledge withdraw").isTold(worked);
    chat.shows(/1 firm of 3/);
    // Talk becomes a command, too; and what is far from any command.
    await ben.says("pledge in");
    await ben.edits("/pledge in").isToldPrivately(/you're in/);
    chat.shows(/2 firm of 3/);
    await ben.says("/xyzzy");
    await ben.edits("/pledge withdraw");
    chat.shows(/1 firm of 3/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "what was worked on stays so, and that is said once; the same words say nothing new",
  asksInWords,
  async ({ cell, stage, platform }) => {
    const { chat, ana } = await drive(cell);
    const taken = takenFrom(stage, platform);
    await ana.says("/pledge if 2").isToldPrivately(/in if 2 others/);
    // As Telegram tells of a link's preview.
    expect(await ana.edits("/pledge if 2")).toEqual([]);
    expect(taken).toHaveLength(1);
    await ana.edits("/pledge in", { messageId: "the edit" }).isToldPrivately(worked);
    expect(taken.slice(1)).toEqual(["the edit"]);
    expect(await ana.edits("/pledge withdraw")).toEqual([]);
    chat.shows(/0 firm of 3[^]*1 waiting/);
    chat.neverShowed(worked);
    // Who makes talk of a command may take it for undone.
    await ana.says("/pledge in");
    await ana.edits("never mind").isToldPrivately(worked);
    chat.shows(/1 firm of 3/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "talk that becomes other talk is nobody's business, in the group and directly",
  asksInWords,
  async ({ cell, stage }) => {
    const { ana } = await drive(cell);
    await ana.says("see you tonight");
    expect(await ana.edits("see you tomorrow")).toEqual([]);
    await ana.writes("hm");
    expect(await ana.edits("hmm")).toEqual([]);
    await ana.writes("/plege in");
    await ana.edits("/pledge in").isTold(/you're in/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "a typo is mended a day later, and after two days it is said that it is too late",
  asksInWords,
  async ({ cell, stage }) => {
    const { chat, ana, ben } = await drive(cell);
    await ana.says("/plege in");
    await ben.says("/plege in");
    await stage.wait(day);
    await ana.edits("/pledge in").isToldPrivately(/you're in/);
    await stage.wait(day + hour);
    await ben.edits("/pledge in").isToldPrivately(/too old to be mended/);
    expect(await ben.edits("see you tomorrow")).toEqual([]);
    chat.shows(/1 firm of 3/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "an answer that was not understood is mended; one that was taken stays",
  asksInWords,
  async ({ cell, stage }) => {
    const { chat, zoe } = await drive(cell);
    await zoe.says("/drive new");
    await zoe.answers("Shall we sing?");
    await zoe.answers("as many as can");
    await zoe.edits("4").isTold(/When|until/i);
    await zoe.answers("in 3 days");
    await zoe.edits("in 5 days").isTold(worked);
    chat.shows(/Shall we sing\?[^]*0 firm of 4[^]*3 days left/);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "an edit that came with its message is its last wording, and is no edit of what was worked on before a crash",
  only("only there an edit may come with what it changes, before it, or without it", "matrix", "encrypted"),
  async ({ cell, stage }) => {
    const { chat, ana, ben } = await drive(cell);
    const say = (of: typeof ana, messageId: string, text: string, more: object) =>
      stage.happen("matrix", chat.place, of.user, { type: "text", text, messageId, ...more }, messageId);
    const edit = (of: typeof ana, id: string, original: string, text: string) =>
      stage.happen(
        "matrix",
        chat.place,
        of.user,
        { type: "text", text, messageId: original, edited: { writtenAt: stage.clock.now(), original, messageId: id } },
        id,
      );
    await say(ana, "$1", "!pledge in", { edits: ["$2", "$3"] });
    expect(await edit(ana, "$3", "$1", "!pledge in")).toEqual([]);
    chat.shows(/1 firm of 3/);
    // The process was killed after it had worked on the message; when it comes back, there is an edit.
    await say(ben, "$4", "!pledge if 9", {});
    await stage.restart();
    expect(await say(ben, "$4", "!pledge in", { edits: ["$5"] })).toEqual([]);
    const said = await edit(ben, "$5", "$4", "!pledge in");
    expect(said.map(({ text }) => text).join("\n")).toMatch(worked);
    chat.shows(/1 firm of 3[^]*1 waiting/);
    // What was refused is noted with its edits as well.
    await say(ben, "$6", "!plege in", { edits: ["$7"] });
    expect(await edit(ben, "$7", "$6", "!plege in")).toEqual([]);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "an edit that comes before its message, or without it, is what was said",
  only("only there an edit may come with what it changes, before it, or without it", "matrix", "encrypted"),
  async ({ cell, stage }) => {
    const { chat, ana } = await drive(cell);
    const edited = { writtenAt: stage.clock.now(), original: "$1", messageId: "$2" };
    const at = (said: object, id: string) =>
      stage.happen("matrix", chat.place, ana.user, { type: "text", text: "!pledge in", messageId: "$1", ...said }, id);
    await at({ edited }, "$2");
    chat.shows(/1 firm of 3/);
    expect(await at({ edited }, "$2")).toEqual([]);
    expect(await at({ text: "!pledge withdraw" }, "$1")).toEqual([]);
    chat.shows(/1 firm of 3/);
    expect(stage.problems).toEqual([]);
  },
);
