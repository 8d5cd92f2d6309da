/** The kinds of values that people can give, and the builders for options. `drive()` is in `drive.ts`. */
export { optional, orNone, required, shorten, writtenMoment, type Given, type OptionTexts } from "./option.ts";
export {
  choice,
  duration,
  flag,
  givenMoment,
  goal,
  integer,
  moment,
  momentAfter,
  percentage,
  text,
  timeOfDay,
} from "./plain.ts";
export { lines } from "./lines.ts";
export { numberOfDay, weekday, type Weekday } from "./weekday.ts";
export { changedRule, recurrence, ruleOf, type Recurrence } from "./recurrence.ts";
export { language, languageName, languageWithState, zone, zoneOfPlace } from "./places.ts";
export { cell, cells, council, person, sector, sectors } from "./named.ts";
export type { Goal as TypedGoal } from "../../words/numbers.ts";
/** What the options about named things give: the words of the store, for commands, which do not import it. */
export type { Cell, Council, Sector } from "../../store/cells.ts";
export type { Person } from "../../store/people/records.ts";
