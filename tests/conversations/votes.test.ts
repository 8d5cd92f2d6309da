/** Votes of an assembly, as the people in its chats see them; and what is left of a secret one. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Assemblies } from "../../src/store/assemblies/assemblies.ts";
import { openDatabase } from "../../src/store/database.ts";
import { Federations } from "../../src/store/federations.ts";
import { aboutARule, conversation } from "../kit/conversation.ts";
import { council, type SeatedCell, type StagedCouncil } from "../kit/council.ts";
import { eachDatabase } from "../kit/databases.ts";
import { allRows } from "../kit/rows.ts";
import { Stage } from "../kit/stage.ts";

const day = 24 * 60 * 60_000;

const cells: readonly SeatedCell[] = [
  { name: "Depot", sector: "Transport", seats: [{ delegate: "Ana", alternate: "Abe" }, { delegate: "Ann" }] },
  { name: "Clinic", sector: "Health", seats: [{ delegate: "Cho" }] },
  { name: "School", sector: "Schools", seats: [{ delegate: "Dee" }] },
];

/** An assembly that people can check in to, with a quorum of two seats. */
async function running(of: StagedCouncil): Promise<StagedCouncil> {
  await of.zoe.says('/assembly new Assembly rule:"every thursday" time:18:00 quorum:2');
  await of.stage.wait(6 * day + 60 * 60_000);
  for (const name of ["Ana", "Cho"]) await of.who(name).says("/assembly checkin");
  return of;
}

conversation("is opened, answered by button and by text, closed, and frozen", async (scene) => {
  const of = await running(await council(scene, cells));
  await of
    .who("Ana")
    .says("/vote open Strike on May Day?")
    .isTold(/coordinator/);
  await of.zoe.says("/vote open Strike on May Day? rule:two-thirds base:present");
  of.chat.shows(/Strike on May Day\?\nVote 1, open\n• Needed: two thirds of those present, by seats/);
  await of
    .who("Ana")
    .presses("Yes")
    .isTold(/You voted yes/);
  await of.who("Cho").says("/vote no");
  for (const name of ["Ana", "Cho", "Dee"]) await of.who(name).writes("/help"); // Telegram: only now can they be written to
  await of
    .who("Cho")
    .says("/vote yes")
    .isToldPrivately(/You voted yes/);
  await of
    .who("Dee")
    .says("/vote abstain")
    .isToldPrivately(/You abstained/);
  of.chat.neverShowed(/You voted no|You abstained/);
  await of.stage.wait(60_000);
  of.chat.shows(/3 have voted/);
  of.chat.neverShowed(/Depot: yes/);
  await of.zoe.says("/vote open Another?").isTold(/One vote at a time: “Strike on May Day\?” is still open/);
  await of
    .who("Ana")
    .says("/vote close")
    .isTold(/coordinator/);
  await of.zoe.says("/vote close").chatIsTold(/Carried: 2 of 3 present, needed 2 \(two thirds\)/);
  await of.stage.wait(60_000);
  of.chat.shows(/Seats: 2 yes, 0 no, 1 abstained/);
  of.chat.shows(/Depot: yes/);
  of.chat.shows(/School: abstained/);
  await of
    .who("Ana")
    .says("/vote no")
    .isTold(/No vote is open/);
  await of.zoe.says("/vote close").isTold(/No vote is open/);
  await of
    .cell("School")
    .person("Dee")
    .says("/vote show")
    .chatIsTold(/1: Strike on May Day\? – Carried: 2 of 3 present/);
  of.cell("School").neverShowed(/Depot: yes/);
  expect(of.stage.problems.filter(({ fields }) => fields["kind"] !== "delegate-reminder")).toEqual([]);
});

conversation("needs an assembly, a quorum, and a seat", aboutARule, async (scene) => {
  const of = await council(scene, cells);
  await of.zoe.says("/vote open Now?").isTold(/none is open now/);
  await of.zoe.says('/assembly new Assembly rule:"every thursday" time:18:00');
  await of.zoe.says("/vote open Now?").isTold(/none is open now/);
  await of.stage.wait(6 * day + 60 * 60_000);
  await of.zoe.says("/vote open Now?").isTold(/Quorum: no, 0 of 4 seats are there, needed 3 \(3 more\)/);
  for (const name of ["Ana", "Ann", "Cho"]) await of.who(name).says("/assembly checkin");
  await of.zoe.says("/vote open Now? rule:1/3").isTold(/Less than half can't carry anything/);
  await of.zoe.says("/vote open Now?");
  await of.zoe.says("/vote yes").isTold(/Only who holds a seat in Council can vote/);
  await of
    .who("Abe")
    .says("/vote yes")
    .isTold(/Your cell's delegate is here and votes for the seat/);
  // Without a quorum at the close nothing is decided.
  await of.who("Ana").says("/vote yes");
  await of.who("Ann").says("/assembly checkout");
  await of.zoe.says("/vote close").chatIsTold(/Not carried: no quorum any more/);
});

conversation(
  "counts a delegate or their alternate, never both, and by cells one voice each",
  aboutARule,
  async (scene) => {
    const of = await running(await council(scene, cells));
    await of.who("Dee").says("/assembly checkin");
    await of.who("Ana").says("/assembly checkout");
    await of.zoe.says("/vote open By seats? base:entitled");
    await of
      .who("Abe")
      .says("/vote yes")
      .isTold(/You voted yes/);
    await of
      .who("Ana")
      .says("/vote no")
      .isTold(/You voted no/);
    await of.zoe.says("/vote close").chatIsTold(/Not carried: 0 of 4 entitled, needed 3/);
    await of.stage.wait(60_000);
    of.chat.shows(/Seats: 0 yes, 1 no, 0 abstained/);

    await of.zoe.says("/vote open By cells? by:cells");
    await of.who("Ana").says("/vote yes");
    await of.who("Ann").says("/vote no");
    await of.who("Cho").says("/vote yes");
    // Depot is split evenly, so it abstains.
    await of.zoe.says("/vote close").chatIsTold(/Carried: 1 of 1 votes cast, needed 1 \(more than half\)/);
    await of.stage.wait(60_000);
    of.chat.shows(/Cells: 1 yes, 0 no, 1 abstained/);
  },
);

conversation(
  "withdraws the vote of who loses their seat while it is open, and keeps it once it is closed",
  aboutARule,
  async (scene) => {
    const of = await running(await council(scene, cells));
    await of.zoe.says("/vote open First? base:present");
    await of.who("Ana").says("/vote yes");
    await of.who("Cho").says("/vote yes");
    // Ana is recalled: the seat is empty, Abe has moved up and is not there yet.
    const before = await of.store(({ tx }) => tx.ballot.count());
    const anaId = await of.store(async ({ tx }) => {
      const seats = await tx.seat.findMany({ where: { alternateId: { not: null } } });
      return seats[0]?.delegateId ?? "";
    });
    await of.seat("Depot", 1, { delegate: "Abe" });
    await of.store(async (session) => {
      const federation = await new Federations(session).find((await session.tx.federation.findFirstOrThrow()).id);
      if (federation === undefined) throw new Error("gone");
      await new Assemblies(session, federation).delegateGone(of.id, anaId);
    });
    expect(before).toBe(2);
    expect(await of.store(({ tx }) => tx.ballot.count())).toBe(1);
    await of
      .who("Ana")
      .says("/vote yes")
      .isTold(/Only delegates|holds a seat|delegate/i);
    await of
      .who("Abe")
      .says("/vote no")
      .isTold(/You voted no/);
    await of.zoe.says("/vote close").chatIsTold(/Not carried: 1 of 2 present, needed 2/);
    // Cho goes after the close: what was counted stands.
    await of.seat("Clinic", 1, {});
    await of.zoe.says("/vote show vote:1");
    of.chat.shows(/Seats: 1 yes, 1 no, 0 abstained/);
  },
);

conversation("no vote opens secret or unsecret by mistake: a word that may mean both is asked about", async (scene) => {
  const of = await running(await council(scene, cells));
  await of.zoe.says("/vote open Do we keep the fund secret").isTold(/Is it secret\?\n“secret” may also be a word/);
  of.chat.neverShowed(/Vote 1/);
  await of.zoe.presses("No, it is part of my text");
  of.chat.shows(/Do we keep the fund secret\nVote 1, open/);
  // Neither of the two buttons does anything any more.
  expect((await of.zoe.presses("Yes")).map(({ text }) => text).join("\n")).not.toMatch(/One vote at a time/);
  await of.zoe.says("/vote close");
  await of.zoe.says("/council settings language español");
  await of.zoe.says("/me language es");
  await of.zoe.says("/vote open Paramos el viernes, secreto").isTold(/¿Es secreta\?\n«secreto» también puede ser/);
  await of.zoe.presses("Sí");
  of.chat.shows(/Paramos el viernes\nVotación 2, secreta/);
});

conversation("is secret: no button in the group on Matrix, no answer is shown to anybody", async (scene) => {
  const of = await running(await council(scene, cells));
  await of.zoe.says("/vote open Strike? secret");
  of.chat.shows(/Vote 1, secret/);
  const pressing = async (name: string, label: string) => {
    if (scene.platform !== "matrix") return of.who(name).presses(label);
    expect(of.who(name).button(label)).toBeUndefined();
    await of.who(name).writes("/vote show");
    return of.who(name).presses(label);
  };
  const shown = [
    ...(await pressing("Ana", "Yes")),
    ...(await pressing("Cho", "No")),
    ...(await of.who("Dee").says("/vote yes")),
  ];
  const told = shown.filter(({ to, chat }) => to !== undefined || chat.startsWith("direct:")).map(({ text }) => text);
  expect(told.join("\n")).toMatch(/Your vote is in\. Nobody can see what it is/);
  expect(told.filter((text) => /Your vote is in/.test(text)).join("\n")).not.toMatch(/\byes\b|\bno\b/);
  const exported = (await of.who("Ana").writes("/me export")).flatMap(({ rendered }) => rendered.blocks);
  const file = exported.find((block) => block.type === "file");
  const text = file?.type === "file" ? Buffer.from(file.file.data, "base64").toString() : "";
  expect(text).toMatch(/"openVotes"/);
  expect(text).not.toMatch(/"answer": "yes"/);
  await of.zoe.says("/vote close").chatIsTold(/Carried: 2 of 3 votes cast, needed 2 \(more than half\)/);
  await of.zoe.says("/vote show vote:1");
  await of.stage.wait(60_000);
  of.chat.shows(/Seats: 2 yes, 1 no, 0 abstained/);
  of.chat.neverShowed(/Depot: yes|Clinic: no|Ana|Cho|Dee/);
});

// What is left of a secret vote

/** What the database files hold, byte by byte. */
const bytesOf = (file: string): string =>
  [file, `${file}-wal`, `${file}-shm`]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path).toString("latin1"))
    .join("\n");

eachDatabase((provider, open, freshUrl) => {
  const voters = 40;
  const many: readonly SeatedCell[] = Array.from({ length: 4 }, (_, cell) => ({
    name: `Cell${cell}`,
    sector: `Sector${cell % 2}`,
    seats: Array.from({ length: voters / 4 }, (_unused, seat) => ({ delegate: `P${cell}x${seat}` })),
  }));

  async function voted(stage: Stage): Promise<StagedCouncil> {
    const of = await council({ stage, platform: "discord", cell: () => Promise.reject(new Error("not here")) }, many);
    await of.zoe.says('/assembly new Vollversammlung rule:"every thursday" time:18:00 quorum:2');
    await of.stage.wait(6 * day + 60 * 60_000);
    await of.who("P0x0").says("/assembly checkin");
    await of.who("P0x1").says("/assembly checkin");
    await of.zoe.says("/assembly agenda add Moorhuhnfonds");
    await of.zoe.says("/vote open Ziegenpeterstreik? secret");
    for (const [index, name] of many.flatMap(({ seats }) => seats.map(({ delegate = "" }) => delegate)).entries()) {
      if (index % 2 === 0) await of.who(name).presses(index % 3 === 0 ? "No" : "Yes");
      else await of.who(name).says(index % 3 === 0 ? "/vote no" : "/vote yes");
    }
    return of;
  }

  it("once it is closed, nothing in the database or its log file leads from a ballot to a person", async () => {
    const url = await freshUrl();
    const stage = await Stage.open(await openDatabase({ url }), { platforms: ["discord"] });
    const of = await voted(stage);
    const ballots = await of.store(({ tx }) => tx.ballot.findMany());
    const { id: voteId, sealedKey } = await of.store(({ tx }) => tx.vote.findFirstOrThrow());
    expect(ballots).toHaveLength(voters);
    const file = url.slice("file:".length);
    const traces = ballots.map(({ voter }) => voter);
    if (provider === "sqlite") {
      const open = bytesOf(file);
      expect(traces.every((voter) => open.includes(voter))).toBe(true);
      expect(open).toContain(sealedKey);
    }
    await of.zoe.says("/vote close").chatIsTold(/Carried/);
    expect(await of.store(({ tx }) => tx.ballot.count())).toBe(0);
    expect(await of.store(({ tx }) => tx.vote.findFirstOrThrow())).toMatchObject({ sealedKey: null });
    const rows = (await allRows(stage.database)).join("\n");
    for (const trace of [...traces, sealedKey ?? ""]) expect(rows).not.toContain(trace);
    // Nor does what people wrote lie there in the clear.
    expect(rows).not.toMatch(/Vollversammlung|Moorhuhnfonds|Ziegenpeterstreik/);
    // No button says any more what could be answered, and to whom it was offered.
    const named = await of.store(async (session) => {
      const federation = await new Federations(session).find((await session.tx.federation.findFirstOrThrow()).id);
      const buttons = await session.tx.button.findMany({ where: { federationId: federation?.id ?? "" } });
      return buttons.filter(({ id, sealedAction }) =>
        federation?.sealer.open(sealedAction, "Button.sealedAction", id).includes(voteId),
      ).length;
    });
    expect(named).toBe(0);
    if (provider === "sqlite") {
      const closed = bytesOf(file);
      expect(traces.filter((voter) => closed.includes(voter))).toEqual([]);
      expect(closed).not.toContain(sealedKey);
    }
    await stage.steward.stop();
  });

  it("is erased at the next start, where the process died right after the close", async () => {
    if (provider !== "sqlite") return;
    const url = await freshUrl();
    const stage = await Stage.open(await openDatabase({ url }), { platforms: ["discord"] });
    const of = await voted(stage);
    const [ballot] = await of.store(({ tx }) => tx.ballot.findMany());
    const file = url.slice("file:".length);
    // The commit, and then nothing: no tick comes any more.
    const { dispatch } = stage.steward;
    const { place, platform } = of.chat;
    await dispatch.receive({
      platform,
      account: stage.adapter(platform).account,
      eventId: "last",
      chat: place,
      sender: of.zoe.user,
      said: { type: "command", name: "vote", word: "close", options: {} },
    });
    expect(bytesOf(file)).toContain(ballot?.voter);
    await stage.restart();
    expect(bytesOf(file)).not.toContain(ballot?.voter);
    await stage.steward.stop();
  });

  it("is not in a backup while it is open", async () => {
    if (provider !== "sqlite") return;
    const folder = mkdtempSync(join(tmpdir(), "steward-backup-"));
    try {
      const stage = await Stage.open(await open(), { platforms: ["discord"] });
      const of = await voted(stage);
      const ballots = await of.store(({ tx }) => tx.ballot.findMany());
      const target = join(folder, "copy.db");
      await stage.database.backup(target);
      const copied = bytesOf(target);
      expect(ballots.filter(({ voter }) => copied.includes(voter))).toEqual([]);
      const copy = await openDatabase({ url: `file:${target}` });
      const left = await copy.read(async (tx) => [await tx.ballot.count(), await tx.vote.findFirstOrThrow()]);
      expect(left).toMatchObject([0, { sealedKey: null, closedAt: null }]);
      expect(await copy.isWhole()).toBe(true);
      await copy.close();
      await stage.steward.stop();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

conversation(
  "a vote stands when its delegate leaves, and the minutes say who was there at any time",
  aboutARule,
  async (scene) => {
    const of = await running(await council(scene, cells));
    await of.zoe.says("/vote open Strike?");
    for (const name of ["Ana", "Cho"]) await of.who(name).says("/vote yes");
    for (const name of ["Ana", "Cho"]) await of.who(name).says("/assembly checkout");
    // Nobody is there any more: the two who voted count as present in it, which is the quorum.
    await of.zoe.says("/vote close").chatIsTold(/Carried: 2 of 2 votes cast/);
    await of.zoe.says("/assembly close").chatIsTold(/2 of 4 seats were there/);
    expect(of.stage.problems).toEqual([]);
  },
);

conversation(
  "who comes for a delegate that has voted and left may answer anew for the seat",
  aboutARule,
  async (scene) => {
    const of = await running(await council(scene, cells));
    await of.zoe.says("/vote open Strike?");
    for (const name of ["Ana", "Cho"]) await of.who(name).says("/vote yes");
    await of.who("Ana").says("/assembly checkout");
    await of.who("Abe").says("/assembly checkin");
    await of.who("Abe").says("/vote no");
    await of.zoe.says("/vote close").chatIsTold(/Not carried: 1 of 2 votes cast/);
    expect(of.stage.problems).toEqual([]);
  },
);

conversation(
  "what is changed in the council's seats while it meets holds from the close on",
  aboutARule,
  async (scene) => {
    const of = await running(await council(scene, cells));
    await of.zoe.says("/vote open Strike? base:entitled rule:half");
    await of.zoe.says("/council settings seats 5").chatIsTold(/stay as they are until it is closed/);
    await of.zoe.says("/council settings remove School").isTold(/once it is closed/);
    for (const name of ["Ana", "Cho", "Dee"]) await of.who(name).says("/vote yes");
    await of.zoe.says("/vote close").chatIsTold(/Carried: 3 of 4 entitled/);
    await of.zoe.says("/assembly close");
    await of.zoe.says("/assembly roster").isTold(/15 seats|of 15/);
    expect(of.stage.problems).toEqual([]);
  },
);
