/** `/fund`: a cell's money in and out, help that is asked for unseen, and reports. Rules: docs/rules.md, "Fund". */
import { command } from "../../src/core/command.ts";
import { fundCard } from "../../src/domain/fund.ts";
import { create, moneyIn, report, show, undo } from "./book.ts";
import { jobs } from "./jobs.ts";
import { renderFund } from "./messages.ts";
import { approver } from "./choosing.ts";
import { approve, ask, out, refuse } from "./outlays.ts";

export const fund = command({
  name: "fund",
  about: "fund-about",
  words: { show, ask, in: moneyIn, out, approve, refuse, report, undo, new: create, approver },
  cards: { [fundCard]: renderFund },
  jobs,
});
