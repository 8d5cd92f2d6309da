/** Who is answered where, when they type in a group of Telegram: nobody can be written to who has not opened the direct chat. */
import { expect } from "vitest";
import { keepHouse } from "../../src/store/housekeeping.ts";
import { conversation, mustPressStart } from "../kit/conversation.ts";
import type { Stage } from "../kit/stage.ts";

const notices = /only its reader should see|only their readers should see|Nothing waits here/;
const started = (stage: Stage) => stage.database.transaction((tx) => tx.started.findMany());
const minute = 60_000;

conversation(
  "answers that wait for several people have one notice, which says no name and leads everybody to their own",
  mustPressStart,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
    await zoe.says('/drive new "Shall we?" goal:5 deadline:"in 3 days" scope:cell');
    const theirs = () => chat.messages().filter(({ text }) => notices.test(text));
    await ana.says("/pledge in").chatIsTold(/an answer that only its reader should see/);
    await ben.says("/pledge if 1").chatIsTold(/answers for several people/);
    await cho.says("/pledge in");
    expect(theirs()).toHaveLength(1);
    expect(theirs()[0]?.text).not.toMatch(/Ana|Ben|Cho/i);

    await ben.opensDirect().isTold(/in if 1/);
    await ana.opensDirect().isTold(/you're in/);
    chat.shows(/an answer that only its reader should see/);
    // Given once: a second press on the link finds nothing, and neither does somebody for whom nothing waited.
    await ana.opensDirect().isTold(/Nothing waits for you/);
    await zoe.opensDirect().isTold(/Nothing waits for you/);
    await cho.opensDirect().isTold(/you're in/);
    chat.shows(/Nothing waits here for its readers any more/);
    expect(theirs()).toHaveLength(1);

    // Who has opened the direct chat is answered there from now on.
    await ana.says("/pledge").isToldPrivately(/you're in/);
    expect(theirs()).toHaveLength(1);

    // Much later the notice stands too far above to be seen.
    await stage.wait(3 * minute);
    await chat.person("Dee").says("/pledge in");
    expect(theirs()).toHaveLength(2);
    await stage.wait(25 * 60 * minute);
    // What is given up after a day cannot be fetched any more: the way to it goes as well.
    expect(theirs().map(({ text }) => text)).toEqual(Array(2).fill("Nothing waits here for its readers any more."));
  },
);

conversation(
  "an answer that nobody reads within a day waits no longer, and the notice says so by itself",
  mustPressStart,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says('/drive new "Shall we?" goal:5 deadline:"in 3 days" scope:cell');
    await ana.says("/pledge in");
    await stage.wait(10 * minute);
    await ben.says("/pledge in");
    const notice = () => chat.messages().findLast(({ text }) => notices.test(text))?.text;
    expect(notice()).toMatch(/for several people/);
    await stage.wait(24 * 60 * minute - 10 * minute);
    expect(notice()).toMatch(/an answer that only its reader/);
    await stage.wait(10 * minute);
    expect(notice()).toMatch(/^Nothing waits here for its readers any more\.$/);
  },
);

conversation("who is forgotten is waited for no longer", mustPressStart, async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await zoe.says('/drive new "Shall we?" goal:5 deadline:"in 3 days" scope:cell');
  await ana.says("/help");
  await ana.opensDirect();
  await ana.writes("/me forget").isTold(/cannot be undone/);
  await ana.blocks();
  await ana.says("/pledge in").chatIsTold(/only its reader should see/);
  await ana.presses("Yes, forget me");
  await stage.wait(minute);
  chat.shows(/Nothing waits here for its readers any more/);
});

conversation(
  "who pressed Start without the link is given what waits all the same, after a restart too",
  mustPressStart,
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await zoe.says('/drive new "Shall we?" goal:5 deadline:"in 3 days" scope:cell');
    await ana.says("/pledge in");
    await stage.restart();
    await ana.starts().isTold(/you're in/);
    await ana.starts().isTold(/Hello/);
  },
);

conversation(
  "who pressed Start before their first command is answered directly from that one on",
  mustPressStart,
  async ({ cell, stage }) => {
    const { chat, zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    await zoe.says('/drive new "Shall we?" goal:5 deadline:"in 3 days" scope:cell');
    await ana.starts().isTold(/don't know you yet/);
    const [kept] = await started(stage);
    expect(JSON.stringify(kept)).not.toContain("user-ana");
    await ana.says("/pledge in").isToldPrivately(/you're in/);
    chat.neverShowed(notices);
    expect(await started(stage)).toEqual([]);

    // Whatever they wrote first: the direct chat is open.
    await ben.writes("hello?");
    await ben.says("/pledge in").isToldPrivately(/you're in/);
    chat.neverShowed(notices);
  },
);

conversation(
  "that somebody pressed Start is forgotten in time, and when they block the bot",
  mustPressStart,
  async ({ cell, stage }) => {
    const { zoe, ana, ben, cho } = await cell("Depot 5", { sector: "transport" });
    await zoe.says('/drive new "Shall we?" goal:5 deadline:"in 3 days" scope:cell');
    await ana.starts();
    await ben.starts();
    await ben.blocks();
    expect(await started(stage)).toHaveLength(1);
    await ben.says("/pledge in").chatIsTold(/only its reader should see/);
    // Who is known and blocks the bot can no longer be written to either.
    await cho.starts();
    await cho.says("/pledge in").isToldPrivately(/you're in/);
    await cho.blocks();
    await cho.says("/pledge").chatIsTold(/only their readers should see/);

    stage.clock.advanceTo(stage.clock.now() + 31 * 24 * 60 * minute);
    await stage.database.transaction((tx) => keepHouse(stage.steward.dispatch.sessionIn(tx)));
    expect(await started(stage)).toEqual([]);
  },
);
