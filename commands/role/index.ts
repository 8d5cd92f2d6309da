/** `/role`: functions that go round among the people of a cell or council. Rules: docs/rules.md, "Role rotation". */
import { command } from "../../src/core/command.ts";
import { roleCard, roleJobs, rolesCard } from "../../src/domain/roles.ts";
import { roleCardRenderer, rolesCardRenderer } from "./cards.ts";
import { balance, history, ics, preview, who, why } from "./look.ts";
import { clear, notesLater, step, tell } from "./reminders.ts";
import { create, edit, end } from "./setup.ts";
import {
  accept,
  answeredLater,
  askLater,
  away,
  cover,
  decline,
  handover,
  join,
  leave,
  offerEnded,
  remove,
  skip,
  stepDown,
  swap,
} from "./turns.ts";

export const role = command({
  name: "role",
  about: "role-about",
  words: {
    who,
    join,
    leave,
    accept,
    decline,
    swap,
    cover,
    away,
    skip,
    "step-down": stepDown,
    handover,
    preview,
    history,
    why,
    balance,
    ics,
    new: create,
    edit,
    remove,
    end,
  },
  cards: { [roleCard]: roleCardRenderer, [rolesCard]: rolesCardRenderer },
  jobs: {
    [roleJobs.step]: step,
    [roleJobs.tell]: tell,
    [roleJobs.offer]: askLater,
    [roleJobs.answered]: answeredLater,
    [roleJobs.notes]: notesLater,
    [roleJobs.offerEnded]: offerEnded,
    [roleJobs.clear]: clear,
  },
});
