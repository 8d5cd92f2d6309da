import { describe, expect, it } from "vitest";
import { driveTally, voteTally } from "../../../commands/tally-message.ts";
import type { Message } from "../../../src/chat/message.ts";
import type { Context } from "../../../src/core/context.ts";
import type { Drive } from "../../../src/domain/drives.ts";
import type { Vote, VoteResult } from "../../../src/domain/votes.ts";

const result: VoteResult = {
  majority: { num: 2, den: 3 },
  base: "cast",
  by: "seats",
  yes: 4,
  no: 2,
  abstain: 9,
  of: 6,
  needed: 4,
  carried: true,
  quorate: true,
  present: 15,
  entitled: 20,
};
const vote: Vote = {
  id: "v",
  place: { assemblyId: "a", councilId: "c" },
  number: 1,
  text: "Shall we?",
  rule: { majority: result.majority, base: "cast", by: "seats" },
  secret: true,
  openedAt: 0,
  closedAt: 1,
  result,
  voices: undefined,
};

it("draws a vote with all bars on one scale, and what was needed across the bar of yes alone", () => {
  const [draws] = voteTally(vote).blocks.flatMap((block) =>
    block.type === "image" && "draws" in block.file && "groups" in block.file.draws ? [block.file.draws] : [],
  );
  expect(
    draws?.groups.map(({ bars, line, most }) => [bars.map(({ parts }) => parts[0]?.value), line?.at, most]),
  ).toEqual([
    [[4], 4, 9],
    [[2, 9], undefined, 9],
  ]);
});

describe("the tally of a drive with more sectors than one picture has room for", () => {
  const drive: Drive = {
    id: "d",
    number: 1,
    question: "Shall we?",
    demands: [],
    ways: [],
    scope: "federation",
    sectorIds: [],
    cellId: "c",
    goal: 100,
    minimum: 2,
    reveal: "live",
    deadline: 2,
    openedAt: 0,
    closedAt: undefined,
    smallestGroup: 5,
  } as unknown as Drive;
  const tallyOf = async (firm: readonly number[]): Promise<Message> => {
    const name = (index: number): string => `S${String(index).padStart(2, "0")}`;
    const figures = {
      firm: firm.reduce((sum, one) => sum + one, 0),
      waiting: 0,
      exact: false,
      leftOut: false,
      sectors: firm.map((one, index) => ({ sectorId: name(index), firm: one, waiting: 0, kept: 0 })),
      ways: [],
    };
    const context = {
      now: 1,
      drives: { figures: () => Promise.resolve(figures) },
      cells: { sectors: () => Promise.resolve(firm.map((_, index) => ({ id: name(index), name: name(index) }))) },
    };
    return driveTally(context as unknown as Context, drive);
  };
  const sectorsOf = (message: Message) => {
    const [draws] = message.blocks.flatMap((block) =>
      block.type === "image" && "draws" in block.file && "groups" in block.file.draws ? [block.file.draws] : [],
    );
    const list = message.blocks.flatMap((block) => (block.type === "list" ? block.items : []));
    return {
      drawn: draws?.groups[1]?.bars.map(({ label }) => label.args?.["text"]),
      more: draws?.groups[1]?.more,
      said: list.filter(({ id }) => id === "tally-more-sectors"),
    };
  };

  it("shows those that have figures, the largest if there is no room for all of these either, and says how many it does not show", async () => {
    const few = sectorsOf(await tallyOf(Array.from({ length: 30 }, (_, index) => (index >= 27 ? 6 : 0))));
    expect(few.drawn).toHaveLength(24);
    expect(few.drawn?.slice(0, 3)).toEqual(["S27", "S28", "S29"]);
    expect([few.more, ...few.said].map((one) => one?.args)).toEqual([{ sectors: 6 }, { sectors: 6 }]);
    const many = sectorsOf(await tallyOf(Array.from({ length: 40 }, (_, index) => 5 + index)));
    expect(many.drawn?.[0]).toBe("S16");
    expect(many.more?.args).toEqual({ sectors: 16 });
  });

  it("draws the sectors on the scale of the whole, and explains no filling that is not there", async () => {
    const [draws] = (await tallyOf([6, 30])).blocks.flatMap((block) =>
      block.type === "image" && "draws" in block.file && "groups" in block.file.draws ? [block.file.draws] : [],
    );
    expect(draws?.groups.map(({ most }) => most)).toEqual([100, 100]);
    expect(draws?.key.map(({ fill }) => fill)).toEqual(["full"]);
  });

  it("says nothing of the kind where all are shown", async () => {
    const all = sectorsOf(await tallyOf(Array.from({ length: 24 }, () => 0)));
    expect(all.drawn).toHaveLength(24);
    expect([all.more, ...all.said]).toEqual([undefined]);
  });
});
