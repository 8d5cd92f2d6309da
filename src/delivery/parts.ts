/** What the files of this folder share: what delivery is given, and how it waits after a failure. */
import type { Adapter } from "../chat/adapter.ts";
import type { FileData } from "../chat/message.ts";
import type { Clock } from "../core/clock.ts";
import type { Command } from "../core/command.ts";
import type { Dispatch } from "../core/dispatch/queue.ts";
import type { Log } from "../core/log.ts";
import type { Database } from "../store/database.ts";
import type { Claim } from "../store/leases.ts";
import type { Keyring } from "../store/sealing.ts";

export interface DeliveryParts {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly adapters: readonly Adapter[];
  readonly commands: readonly Command[];
  readonly dispatch: Dispatch;
  readonly log: Log;
  /** Makes the files that are kept as data until they are sent (src/chat/drawing.ts). */
  readonly fill: (file: FileData) => Promise<FileData>;
  /** Rehearsals: no budgets and no pauses between edits, looks and notes. What failed waits all the same. */
  readonly unlimited: boolean;
  /** Other processes may send through accounts that this one does not hold, or does not know. */
  readonly several: boolean;
  /** Whether this process is the one that sends through an account; it always is where there is but one. */
  readonly holds: (adapter: Adapter) => boolean;
  /** To be asked right before each write to a platform ({@link Leases.claim}). */
  readonly claim: (adapter: Adapter, row?: string) => Promise<Claim>;
  /** Counts a send, or a refusal with its reason, for the metrics. */
  readonly counted?: (platform: string, outcome: string) => void;
}

/** Attempts after network errors before a row is given up: with the pauses below, about six hours. */
export const mostAttempts = 14;
/** Pause after the first failure; doubles up to half an hour. Milliseconds. */
export const firstPause = 2_000;
const longestPause = 30 * 60 * 1000;

/** How long to wait after so many failures in a row, in milliseconds. */
export const pauseAfter = (failures: number): number => Math.min(longestPause, firstPause * 2 ** failures);

/** Says in the log that something broke, and nothing of what it was about. */
export function problem(log: Log, error: unknown, what: string): void {
  log.error({ error: error instanceof Error ? error.name : typeof error }, what);
}
