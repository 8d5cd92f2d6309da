/** All checks, in the order in which they look; `shred` takes everything away, and comes last. */
import { cards } from "./cards.ts";
import type { Check } from "./check.ts";
import { counters } from "./counters.ts";
import { exports } from "./export.ts";
import { gone } from "./gone.ts";
import { log } from "./log.ts";
import { preview } from "./preview.ts";
import { quiet } from "./quiet.ts";
import { reads } from "./reads.ts";
import { restart } from "./restart.ts";
import { seen } from "./seen.ts";
import { shred } from "./shred.ts";
import { twice } from "./twice.ts";

export const checks: readonly Check[] = [
  log,
  twice,
  quiet,
  seen,
  gone,
  preview,
  restart,
  reads,
  cards,
  counters,
  exports,
  shred,
];
