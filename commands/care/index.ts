/** `/care`: the care ledger, care that is asked for, and the check-in. Rules: docs/rules.md, "Care". */
import { command } from "../../src/core/command.ts";
import { checkinCard, checkinJobs } from "../../src/domain/checkin.ts";
import { askJob } from "../../src/domain/ledger.ts";
import { checkin, closeCheckin, renderCheckin } from "../checkin.ts";
import { jobs, need, offer } from "./asked.ts";
import { askLater, give, read } from "./ledger.ts";
import { mine } from "./mine.ts";

export const care = command({
  name: "care",
  about: "care-about",
  words: { give, need, offer, read, mine, checkin },
  cards: { [checkinCard]: renderCheckin },
  jobs: { [checkinJobs.close]: closeCheckin, [askJob]: askLater, ...jobs },
});
