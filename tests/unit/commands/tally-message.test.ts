import { expect, it } from "vitest";
import { voteTally } from "../../../commands/tally-message.ts";
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
  assemblyId: "a",
  councilId: "c",
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
    block.type === "image" && "draws" in block.file ? [block.file.draws] : [],
  );
  expect(
    draws?.groups.map(({ bars, line, most }) => [bars.map(({ parts }) => parts[0]?.value), line?.at, most]),
  ).toEqual([
    [[4], 4, 9],
    [[2, 9], undefined, 9],
  ]);
});
