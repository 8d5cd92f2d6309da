/** How a vote's rule and result are said. Rules: docs/rules.md, "Votes". */
import { type Phrase, messageIds, phrase } from "../src/chat/phrase.ts";
import { isHalf, type Base, type Fraction, type Unit, type Vote, type VoteResult } from "../src/domain/votes.ts";

/** 'two thirds', 'more than half', '3/5'. */
export function majorityName(of: Fraction): Phrase {
  if (isHalf(of)) return phrase("vote-half");
  if (of.num === 2 && of.den === 3) return phrase("vote-two-thirds");
  return phrase("vote-part", { num: of.num, den: of.den });
}

const ruleLines = messageIds({ cast: "vote-rule-cast", present: "vote-rule-present", entitled: "vote-rule-entitled" });
const cellRuleLines = messageIds({
  cast: "vote-rule-cell-cast",
  present: "vote-rule-cell-present",
  entitled: "vote-rule-cell-entitled",
}) satisfies Record<Base, string>;
const carriedLines = messageIds({
  cast: "vote-carried-cast",
  present: "vote-carried-present",
  entitled: "vote-carried-entitled",
}) satisfies Record<Base, string>;
const failedLines = messageIds({
  cast: "vote-failed-cast",
  present: "vote-failed-present",
  entitled: "vote-failed-entitled",
}) satisfies Record<Base, string>;

/** The rule of a vote in a line: 'Two thirds of those present, by cells'; in a cell 'Two thirds of those who vote'. */
export const ruleLine = ({ rule: { majority, base, by } }: Vote): Phrase =>
  by === "members"
    ? phrase(cellRuleLines[base], { majority: majorityName(majority) })
    : phrase(ruleLines[base], { majority: majorityName(majority), by: unitName(by) });

const unitName = (by: Exclude<Unit, "members">): Phrase =>
  by === "seats" ? phrase("vote-by-seats") : phrase("vote-by-cells");

/** The result in one line: 'Carried: 21 of 30 present, needed 20 (two thirds)'. Of an open vote, that it is open. */
export function resultLine({ result }: Pick<Vote, "result">): Phrase {
  if (result === undefined) return phrase("vote-still-open");
  const { yes, of, needed, majority, quorum, present: voted, entitled: members } = result;
  if (!result.quorate) {
    return quorum === undefined ? phrase("vote-no-quorum") : phrase("vote-too-few", { voted, members, needed: quorum });
  }
  if (of === 0) return phrase("vote-nobody");
  const line = (result.carried ? carriedLines : failedLines)[result.base];
  return phrase(line, { yes, of, needed, majority: majorityName(majority) });
}

const countLines = messageIds({
  seats: "vote-count-seats",
  cells: "vote-count-cells",
  members: "vote-count-members",
}) satisfies Record<Unit, string>;

/** Yes, no and abstentions, in seats, cells or members. */
export const countLine = ({ yes, no, abstain, by, entitled }: VoteResult): Phrase =>
  phrase(countLines[by], { yes, no, abstain, entitled });
