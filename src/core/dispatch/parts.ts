/** What the dispatch is put together from, and what is made of it once. */
import type { Adapter, Capabilities } from "../../chat/adapter.ts";
import type { CommandDescription } from "../../chat/description.ts";
import type { Inbound } from "../../chat/inbound.ts";
import type { Database, Tx } from "../../store/database.ts";
import type { Keyring } from "../../store/sealing.ts";
import type { Session } from "../../store/session.ts";
import type { Clock } from "../clock.ts";
import type { Command } from "../command.ts";
import type { Log } from "../log.ts";
import type { PerPerson } from "../patience.ts";
import type { Presenter } from "../present.ts";
import { randomId, type Random } from "../random.ts";
import type { Sentences } from "../sentences.ts";
import type { Texts } from "../text.ts";

/** Does what fell due of the machinery's own. */
export type SystemJob = (session: Session, payload: Readonly<Record<string, string>>) => Promise<unknown>;

/** What answers from memory (ahead.ts). */
export interface AnswersAhead {
  /** Whether an event was answered there before. */
  knows(inbound: Inbound): boolean;
  /** Whether there is an answer in memory. */
  concerns(inbound: Inbound): boolean;
  /** Answers an event, if there is an answer in memory. */
  answer(inbound: Inbound): boolean;
  /** Says what there is to say without the database, which is nothing for most; undefined: nothing. */
  meanwhile(inbound: Inbound): (() => void) | undefined;
}

export interface DispatchParts {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly random: Random;
  readonly texts: Texts;
  readonly commands: readonly Command[];
  readonly adapters: readonly Adapter[];
  readonly log: Log;
  /** Where nobody has said in which zone they are: IANA id, UTC if left out. */
  readonly zone?: string;
  /** How much one account may ask; as people do, where nothing else is said. */
  readonly perPerson?: PerPerson | "unlimited";
  /** Where pages are reached from outside, without a slash at its end; undefined: nowhere. */
  readonly publicUrl?: string;
  /** How long a command took, in milliseconds, for the metrics. */
  readonly measured?: (command: string, ms: number) => void;
  /** Whether something may be written to a platform now, past the outbox; it may where there is one process. */
  readonly mayWrite?: (adapter: Adapter) => Promise<boolean>;
  /** What can be done through an account that another process connects, and this one does not know. */
  readonly elsewhere?: (platform: string, account: string) => Capabilities | undefined;
  /** Answers from memory, ahead of the queue. */
  readonly ahead?: () => AnswersAhead;
  /** Jobs of the machinery itself, by kind; those of people's business are in `commands`, and belong to a federation. */
  readonly systemJobs?: Readonly<Record<string, SystemJob>>;
}

/** The parts, with what every event and job shares. */
export interface Machinery extends DispatchParts {
  readonly presenter: Presenter;
  readonly sentences: Sentences;
  readonly descriptions: readonly CommandDescription[];
  /** The id of a new outbox row: they ascend in the order of writing. */
  rowId(): string;
}

/** The adapter of an account of ours. */
export const adapterOf = (
  { adapters }: Pick<DispatchParts, "adapters">,
  platform: string,
  account: string,
): Adapter | undefined =>
  adapters.find((adapter) => adapter.capabilities.platform === platform && adapter.account === account);

/** What can be done through an account of ours, in whichever process it is connected. */
export const capabilitiesOf = (
  parts: Pick<DispatchParts, "adapters" | "elsewhere">,
  platform: string,
  account: string,
): Capabilities | undefined =>
  adapterOf(parts, platform, account)?.capabilities ?? parts.elsewhere?.(platform, account);

/** A transaction with what its repositories need. */
export const sessionIn = ({ keyring, clock, random }: DispatchParts, tx: Tx): Session => ({
  tx,
  keyring,
  now: clock.now(),
  newId: () => randomId(random),
});
