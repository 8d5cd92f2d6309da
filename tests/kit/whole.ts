/** The whole bot for tests: the real core, store, delivery, commands and sentences, behind whatever adapters are handed in. */
import { commands } from "../../commands/index.ts";
import type { Adapter } from "../../src/chat/adapter.ts";
import { systemClock, type Clock } from "../../src/core/clock.ts";
import { secureRandom, type Random } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { createSteward, type Steward } from "../../src/steward.ts";
import type { Database } from "../../src/store/database.ts";
import { openKeyring } from "../../src/store/sealing.ts";

export interface WholeBot extends AsyncDisposable {
  readonly steward: Steward;
  /** What was logged as a warning or an error. */
  readonly problems: readonly string[];
}

/** Starts the bot. `unlimited`: without budgets and pauses. */
export async function wholeBot({
  database,
  adapters,
  clock = systemClock,
  random = secureRandom,
  unlimited = false,
  received,
}: {
  readonly database: Database;
  readonly adapters: readonly Adapter[];
  readonly clock?: Clock;
  readonly random?: Random;
  readonly unlimited?: boolean;
  /** Called for each event that was taken in. */
  readonly received?: () => void;
}): Promise<WholeBot> {
  const problems: string[] = [];
  const note = (fields: Record<string, unknown>, message: string): void => {
    problems.push(`${message} ${JSON.stringify(fields)}`);
  };
  const steward = createSteward({
    database,
    keyring: openKeyring(new Uint8Array(32).fill(7)),
    clock,
    random,
    commands,
    texts: Texts.load(new URL("../../locales", import.meta.url).pathname),
    adapters,
    log: { info: () => undefined, warn: note, error: note },
    unlimited,
    ...(received === undefined ? {} : { received }),
  });
  await steward.start();
  let stopped: Promise<void> | undefined;
  return { steward, problems, [Symbol.asyncDispose]: () => (stopped ??= steward.stop()) };
}
