/**
 * Who opened the direct chat before any federation knew them (Telegram's Start long before the first command in a group).
 * Kept for a while under an HMAC, so that they can be answered directly from their first command on. States of a row:
 * written, or renewed -> taken when the account becomes known -> gone; or removed at its end, or when the bot is blocked.
 */
import { minuteEnd } from "../domain/time.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Outlived } from "./outlived.ts";
import type { Keyring } from "./sealing.ts";
import type { Session } from "./session.ts";

/** An account, as the platform names it, and the account of the bot that it wrote to. */
export interface StartedAccount {
  readonly platform: string;
  readonly account: string;
  readonly user: string;
}

/** What is sealed in a row: a rotation of the master key computes the look-up again from it. */
export interface StartedRecord extends StartedAccount {
  /** The direct chat's id. */
  readonly direct: string;
}

export const startedPurpose = "Started.sealed";

export const startedLookup = (keyring: Keyring, { platform, account, user }: StartedAccount): string =>
  keyring.lookup("started", platform, account, user);

export class Started {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Remembers that the account can be written to, until `expiresAt` (milliseconds since 1970). */
  async note(of: StartedRecord, expiresAt: number): Promise<void> {
    const { tx, keyring } = this.#session;
    const lookup = startedLookup(keyring, of);
    const { platform, account, user, direct } = of;
    const record: StartedRecord = { platform, account, user, direct };
    const row = {
      sealed: keyring.system.seal(JSON.stringify(record), startedPurpose, lookup),
      expiresAt: new Date(minuteEnd(expiresAt)),
    };
    await tx.started.upsert({ where: { lookup }, create: { lookup, ...row }, update: row });
  }

  /** The direct chat of an account that becomes known, where it was remembered; it is remembered there from now on. */
  async take(of: StartedAccount): Promise<string | undefined> {
    const { tx, keyring, now } = this.#session;
    const lookup = startedLookup(keyring, of);
    const row = await tx.started.findUnique({ where: { lookup } });
    if (row === null) return undefined;
    await this.remove(of);
    if (row.expiresAt.getTime() <= now) return undefined;
    // An edge: only `note` writes it.
    return (JSON.parse(keyring.system.open(row.sealed, startedPurpose, lookup)) as StartedRecord).direct;
  }

  /** The account can no longer be written to. */
  async remove(of: StartedAccount): Promise<void> {
    const { tx, keyring } = this.#session;
    await tx.started.deleteMany({ where: { lookup: startedLookup(keyring, of) } });
  }
}

/** What has ended (now: milliseconds since 1970). */
export const outlivedStarted = (now: number): Outlived => ({
  table: "Started",
  key: "lookup",
  where: Prisma.sql`"expiresAt" < ${new Date(now)}`,
});

const unknown = nothing("a row is about an account that no federation knows, and goes when one does");

/** Nobody whom a federation knows stands there. */
export const startedOfPersons: OfPersons = {
  tables: ["Started"],
  leavesCell: unknown,
  countsElsewhere: unknown,
  becomesOne: unknown,
  forgotten: unknown,
  exported: unknown,
  retention: nothing("rows have an end of their own, and housekeeping removes them"),
  cellLeavesCouncil: unknown,
};
