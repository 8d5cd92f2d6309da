/**
 * What an attacker is told by a million happenings to a drive, on the rules alone: tests/kit/attack.ts says what they may do and
 * what they must not be told. Fails where they are.
 */
import fc from "fast-check";
import { anAttack, attack } from "../tests/kit/attack.ts";
import { count, printAims, printTable } from "./table.ts";

const happenings = 1_000_000;
const each = 1_000;

const total = { steps: 0, told: 0, alike: 0, announced: 0 };
const start = performance.now();
fc.assert(
  fc.property(anAttack(each), (one) => {
    const { steps, told, alike, announced } = attack(one);
    total.steps += steps;
    total.told += told;
    total.alike += alike;
    total.announced += announced;
  }),
  { numRuns: happenings / each },
);
printTable(
  "What an attacker is told of a drive",
  ["", "count"],
  [
    ["happenings", count(total.steps)],
    ["figures of two histories came to differ, by a step that sums k or more", count(total.told)],
    ["of these in a unit that answers alike, which is left out", count(total.alike)],
    ["goals announced", count(total.announced)],
    ["seconds", count((performance.now() - start) / 1000)],
  ],
);
// Any other telling has thrown.
printAims([{ what: "nothing is told but by such a step", met: total.steps >= happenings && total.told > 0 }]);
