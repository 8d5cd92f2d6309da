/** All commands, in the order in which the help and the menus list them. */
import type { Command } from "../src/core/command.ts";
import { action } from "./action/index.ts";
import { alert } from "./alert.ts";
import { assembly } from "./assembly/index.ts";
import { calendar } from "./calendar/index.ts";
import { care } from "./care/index.ts";
import { cell } from "./cell.ts";
import { charter } from "./charter/index.ts";
import { circle } from "./circle.ts";
import { council } from "./council.ts";
import { debrief } from "./debrief/index.ts";
import { date } from "./date/index.ts";
import { decide } from "./decide/index.ts";
import { delegate } from "./delegate/index.ts";
import { drive } from "./drive/index.ts";
import { fund } from "./fund/index.ts";
import { gather } from "./gather/index.ts";
import { help } from "./help.ts";
import { helpNow } from "./help-now.ts";
import { me } from "./me.ts";
import { phase } from "./phase.ts";
import { pledge } from "./pledge.ts";
import { role } from "./role/index.ts";
import { sector } from "./sector.ts";
import { setup } from "./setup.ts";
import { steward } from "./steward.ts";
import { tally } from "./tally.ts";
import { vote } from "./vote.ts";
import { vouch } from "./vouch.ts";

export const commands: readonly Command[] = [
  help,
  helpNow,
  alert,
  pledge,
  drive,
  role,
  action,
  gather,
  debrief,
  care,
  fund,
  circle,
  phase,
  calendar,
  tally,
  assembly,
  vote,
  date,
  decide,
  charter,
  delegate,
  me,
  vouch,
  cell,
  council,
  sector,
  steward,
  setup,
];
