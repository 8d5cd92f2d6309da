/** The option types of `/delegate`: an election or recall, and how many seats there are. */
import type { Poll } from "../../domain/elections.ts";
import type { SeatRule } from "../../domain/seats.ts";
import { readSeats } from "../../words/seats.ts";
import type { OptionType } from "../command.ts";
import { refuse } from "./option.ts";

/** An election or recall, by `#<id>`: only buttons set it. */
export const poll = (): OptionType<Poll> => ({
  kind: "text",
  parse: async (raw, context) => {
    const value = await context.polls.get(raw.trim().replace(/^#/u, "").slice(0, 60));
    return value === undefined ? refuse("delegate-poll-gone") : { value };
  },
});

/** `2`, or one and one more for each started ten members, at most five: `10 max 5`. */
export const seatRule = (): OptionType<SeatRule> => ({
  kind: "text",
  parse: async (raw) => {
    const value = readSeats(raw);
    return value === undefined ? refuse("delegate-seats-unknown") : { value };
  },
});
