/**
 * `/delegate`: how a cell chooses who speaks for it in a council, binds them, and takes the seat back. Rules: docs/rules.md,
 * "Delegates".
 *
 * What is asked about elections happens in the chats of the cell, or directly with its people. Who answered what is said to
 * nobody; to the one who answered only when they ask.
 */
import { command } from "../../src/core/command.ts";
import { pollCard } from "../../src/domain/elections.ts";
import { jobs } from "./jobs.ts";
import { pollCardRenderer } from "./messages.ts";
import { choose, stand, propose, accept, decline } from "./candidates.ts";
import { vote } from "./ballots.ts";
import { mandate, recall, stepDown, show } from "./seats.ts";

export const delegate = command({
  name: "delegate",
  about: "delegate-about",
  words: { choose, stand, propose, accept, decline, vote, mandate, recall, "step-down": stepDown, show },
  cards: { [pollCard]: pollCardRenderer },
  jobs,
});
