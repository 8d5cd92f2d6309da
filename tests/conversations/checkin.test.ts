/** The anonymous check-in as a cell lives it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { aboutARule, asksInWords, conversation, only } from "../kit/conversation.ts";
import { eachDatabase } from "../kit/databases.ts";
import { allRows } from "../kit/rows.ts";
import { Stage, type StageChat, type StagePerson } from "../kit/stage.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

/** So many people who can be written to. */
async function people(chat: StageChat, count: number): Promise<readonly StagePerson[]> {
  const all = Array.from({ length: count }, (_, index) => chat.person(`P${String.fromCharCode(97 + index)}`));
  for (const one of all) {
    await one.says("/help");
    await one.writes("/help");
  }
  return all;
}

/** Enough people are known in the chat that something can be shown. */
async function known({ chat }: StagePerson): Promise<void> {
  for (const name of ["Ana", "Ben", "Cho", "Dee"]) await chat.person(name).says("/help");
}

/** Answers the three questions in the direct chat, with one tap each. */
async function answers(one: StagePerson, ...labels: readonly string[]): Promise<void> {
  await one.writes("/care checkin").isTold(/How am I\?/);
  for (const label of labels) await one.presses(label);
}

conversation("three questions, answered unseen, and only what is alike is shown, once", async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Depot 5", { sector: "transport" });
  const all = await people(chat, 7);
  await all[0]?.says("/care checkin").isTold(/No check-in is open here/);
  await zoe.writes("/help");
  await known(zoe);
  await zoe.says("/care checkin").isTold(/How am I\?/);
  chat.shows(/How are you\?[^]*at least 5 people said alike[^]*Open until/);
  for (const one of all.slice(0, 6)) await answers(one, "Tired", "Rest", "Close");
  const [, , , , , , last] = all;
  if (last === undefined) throw new Error("nobody is the last");
  await answers(last, "Not well", "Help with something");
  await last.presses("Drifting apart").isTold(/take care[^]*anew until/);
  // Not even how many have answered is seen before the end.
  await stage.wait(23 * hour);
  chat.neverShowed(/Tired|Not well|Rest|Drifting|people$/m);
  await stage.restart();
  await stage.wait(2 * hour);
  // Six alike, and one who would be left over: nobody may be singled out by subtracting.
  chat.shows(/How we are[^]*Fewer than 5 people said the same/);
  chat.neverShowed(/Tired|Not well/);
  chat.shows(/This check-in is closed/);
  await answersAreGone();
  await last.writes("/care checkin").isTold(/No check-in is open/);
  expect(stage.problems).toEqual([]);

  async function answersAreGone(): Promise<void> {
    expect(await stage.database.read((tx) => tx.checkInAnswer.count())).toBe(0);
    expect((await allRows(stage.database)).filter((row) => row.startsWith("CheckInAnswer "))).toEqual([]);
  }
});

conversation(
  "counts and words of at least k are shown, words without a name and without time",
  async ({ cell, stage }) => {
    const { chat, zoe } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/cell settings smallest-group 3");
    await zoe.writes("/help");
    await known(zoe);
    await zoe.says("/care checkin");
    const all = await people(chat, 6);
    for (const [index, one] of all.entries()) {
      await answers(one, index < 3 ? "Good" : "Tired", "In my own words");
      await one.writes(`Sleep ${"abcdef".charAt(index)}`).isTold(/How are we\?/);
      await one.presses(index < 5 ? "Close" : "Strained");
    }
    // The last answer counts.
    await answers(all[5] ?? zoe, "Good");
    await answers(all[5] ?? zoe, "Tired");
    const shown = await stage.wait(day);
    chat.shows(/How am I\?[^]*Good: 3 people[^]*Tired: 3 people/);
    chat.shows(/What do I need\?(?:[^]*“Sleep [a-f]”){6}/);
    // Five and one: the one would be known.
    chat.neverShowed(/Close: 5/);
    const text = shown.map((one) => one.text).join("\n");
    expect([...text.matchAll(/“Sleep ([a-f])”/gu)].map(([, letter]) => letter).join("")).not.toBe("abcdef");
    expect(text).not.toMatch(/P[a-f]\b/u);
  },
);

conversation("a card offers it, and a press leads to where nobody else reads", async ({ cell }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await ana.writes("/help");
  await known(zoe);
  await zoe.says("/care checkin");
  // Where a group has no private buttons, the card leads to the direct chat.
  if (ana.button("Check in") === undefined) await ana.writes("/care checkin").isTold(/How am I\?/);
  else await ana.presses("Check in").isTold(/How am I\?/);
  await ana.presses("So-so").isTold(/Noted\.[^]*What do I need\?/);
  chat.neverShowed(/What do I need\?|Noted/);
});

conversation(
  "words that are written under a question, and not tapped, are the answer in one's own words",
  async ({ cell, stage, platform }) => {
    const { zoe, ana, ben } = await cell("Depot 5", { sector: "transport" });
    for (const one of [ana, ben]) {
      await one.says("/help");
      await one.writes("/help");
    }
    await known(zoe);
    await zoe.says("/care checkin");
    const kept = (): Promise<number> => stage.database.read((tx) => tx.checkInAnswer.count());
    await ana.writes("/care checkin").isTold(/How am I\?/);
    await stage.wait(hour);
    await ana.writes("Sore knees").isTold(/Noted\.[^]*What do I need\?/);
    await ana.presses("Rest").isTold(/How are we\?/);
    await ana.writes("Close, and tired").isTold(/take care[^]*anew until/);
    expect(await kept()).toBe(3);
    await ana.writes("/care checkin").isTold(/How am I\?/);
    await ana.writes("-").isTold(/^What do I need\?/m);
    await ana.presses("In my own words");
    await ana.writes("-").isTold(/^How are we\?/m);
    await ana.writes("-").isTold(/take care/);
    expect(await kept()).toBe(3);
    // Once all is answered, and where something else is asked or done meanwhile, words are talk.
    await ana.writes("Thank you").isTold(/Hello/);
    await ben.writes("/care checkin").isTold(/How am I\?/);
    await stage.wait(1_000);
    await ben.writes("/me language").isTold(/[Ll]anguage/);
    await ben.writes("English");
    await ben.writes("Good").isTold(/Hello/);
    await ben.writes("/care checkin").isTold(/How am I\?/);
    await ana.says("/me quiet 22:00 08:00");
    if (platform === "matrix") await ben.writes("1").isTold(/What do I need\?/);
    expect(await kept()).toBe(platform === "matrix" ? 4 : 3);
    expect(stage.problems).toEqual([]);
  },
);

conversation(
  "what someone else asks in the direct chat comes before a question of a check-in",
  asksInWords,
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await ana.says("/help");
    await ana.writes("/help");
    await known(zoe);
    await zoe.says("/care checkin");
    await ana.writes("/care checkin").isTold(/How am I\?/);
    await stage.wait(1_000);
    await zoe.says("/care give soup by:@Ana").isTold(/soup/);
    await ana.writes("Yes").isTold(/stands in the ledger/);
    expect(await stage.database.read((tx) => tx.checkInAnswer.count())).toBe(0);
  },
);

conversation("what does not go is said, and a late press changes nothing", aboutARule, async ({ cell, stage }) => {
  const one = await cell("Depot 5", { sector: "transport" });
  const two = await cell("Ward 7", { sector: "health" });
  await known(one.zoe);
  await one.zoe.says("/care checkin");
  await known(one.zoe);
  await one.zoe.says("/care checkin");
  expect(await stage.database.read((tx) => tx.checkIn.count())).toBe(1);
  await one.ana.says("/care checkin").isToldPrivately(/How am I\?/);
  const press = one.ana.button("Tired");
  const eva = two.chat.person("Eva");
  await eva.says("/help");
  await eva.says("/care checkin").isTold(/No check-in is open here/);
  await one.ana.presses("In my own words");
  await one.ana.says("x".repeat(201)).isTold(/too long/);
  await stage.wait(25 * hour);
  await one.ana.pressesId(press?.id ?? "").isTold(/closed/);
  expect(await stage.database.read((tx) => tx.checkInAnswer.count())).toBe(0);
  expect(stage.problems).toEqual([]);
});

conversation(
  "an answer goes with the person who is forgotten, and is in nobody else's export",
  aboutARule,
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    await known(zoe);
    await zoe.says("/care checkin");
    await ana.says("/care checkin");
    await ana.presses("Not well");
    const held = async (one: StagePerson): Promise<string> => {
      const shown = await one.says("/me export");
      const file = shown.flatMap(({ rendered }) => rendered.blocks).find((block) => block.type === "file");
      return file?.type === "file" && "data" in file.file ? Buffer.from(file.file.data, "base64").toString() : "";
    };
    expect(await held(ana)).toMatch(/"checkInAnswers": \[[^]*"tap": "low"/);
    expect(await held(zoe)).toMatch(/"checkInAnswers": \[\]/);
    await ana.says("/me forget");
    await ana.presses("Yes, forget me");
    expect(await stage.database.read((tx) => tx.checkInAnswer.count())).toBe(0);
  },
);

conversation("in Spanish", only("what is said is the same everywhere", "console"), async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Cochera 5", { sector: "transporte", language: "es" });
  await zoe.says("/cell settings smallest-group 3");
  await known(zoe);
  await zoe.says("/care checkin").isTold(/¿Cómo estoy\?/);
  for (const name of ["Ana", "Ben", "Cho"]) {
    const one = chat.person(name);
    await one.says("/care checkin");
    await one.presses("Con cansancio").isToldPrivately(/¿Qué necesito\?/);
  }
  await stage.wait(day);
  chat.shows(/Cómo estamos[^]*Con cansancio: 3 personas/);
});

/** What the database files hold, byte by byte. */
const bytesOf = (file: string): string =>
  [file, `${file}-wal`, `${file}-shm`]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path).toString("latin1"))
    .join("\n");

eachDatabase((provider, _open, freshUrl) => {
  /** An open check-in with an answer of each person to each question. */
  async function answered(url: string) {
    const stage = await Stage.open(await openDatabase({ url }));
    const chat = stage.chat("depot");
    const zoe = chat.person("Zoe").administrates();
    await zoe.says("/setup federation:Alliance cell:Depot sector:transport zone:Europe/Paris language:en");
    await known(zoe);
    await zoe.says("/care checkin");
    for (const one of await people(chat, 7)) {
      await answers(one, "Tired", "In my own words");
      await one.writes("Seelenbaumler");
      await one.presses("Close");
    }
    const kept = await stage.database.read((tx) => tx.checkInAnswer.findMany());
    expect(kept).toHaveLength(21);
    return { stage, traces: kept.map(({ sealedAnswer }) => sealedAnswer), file: url.slice("file:".length) };
  }

  it("once it is closed, nothing in the database or its log file leads from an answer to a person", async () => {
    const { stage, traces, file } = await answered(await freshUrl());
    if (provider === "sqlite") {
      const open = bytesOf(file);
      expect(traces.filter((answer) => !open.includes(answer))).toEqual([]);
    }
    await stage.wait(day);
    const rows = (await allRows(stage.database)).join("\n");
    for (const trace of [...traces, "Seelenbaumler"]) expect(rows).not.toContain(trace);
    if (provider === "sqlite") {
      const closed = bytesOf(file);
      expect(traces.filter((answer) => closed.includes(answer))).toEqual([]);
      expect(closed).not.toContain("Seelenbaumler");
    }
    await stage.steward.stop();
  });

  it("is left out of a backup while it is open", async () => {
    if (provider !== "sqlite") return;
    const { stage, traces } = await answered(await freshUrl());
    const folder = mkdtempSync(join(tmpdir(), "steward-checkin-"));
    try {
      const copy = join(folder, "copy.db");
      await stage.database.backup(copy);
      const bytes = bytesOf(copy);
      expect(bytes).toContain("CheckInAnswer");
      expect(traces.filter((answer) => bytes.includes(answer))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    await stage.steward.stop();
  });
});

conversation("where nothing could ever be shown, that is said before it begins", async ({ cell, stage }) => {
  const { chat, zoe, ana } = await cell("Depot 5", { sector: "transport" });
  await ana.says("/help");
  await zoe.says("/care checkin").isTold(/I know 2 members[^]*only what 5 people say alike/);
  chat.neverShowed(/How are you\?/);
  await zoe.presses("Begin it all the same");
  chat.shows(/How are you\?[^]*at least 5 people said alike/);
  expect(stage.problems).toEqual([]);
});
