/** Events that have been worked on. Their key is an HMAC, so that no platform id is kept. */
import { minuteOf } from "../domain/time.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import type { Outlived } from "./outlived.ts";
import type { Session } from "./session.ts";

export class Inbox {
  readonly #session: Session;
  readonly #federationId: string | undefined;

  /** @param federationId whose events are noted, where that is known */
  constructor(session: Session, federationId?: string) {
    this.#session = session;
    this.#federationId = federationId;
  }

  /** Notes an event; false if it was noted before: then nothing of it may be done again. */
  async record(platform: string, account: string, eventId: string): Promise<boolean> {
    const { tx, keyring, now } = this.#session;
    const lookup = keyring.lookup("event", platform, account, eventId);
    const count = await tx.$executeRaw`
      INSERT INTO "Inbox" ("lookup", "at", "federationId")
      VALUES (${lookup}, ${new Date(minuteOf(now))}, ${this.#federationId ?? null}) ON CONFLICT ("lookup") DO NOTHING`;
    return count === 1;
  }

  /** Whose event it was is known by now: what it said has made the federation, or led to it. */
  async belongs(platform: string, account: string, eventId: string): Promise<void> {
    const { tx, keyring } = this.#session;
    const lookup = keyring.lookup("event", platform, account, eventId);
    await tx.inbox.updateMany({ where: { lookup }, data: { federationId: this.#federationId ?? null } });
  }

  /** Whether an event was noted. */
  async knows(platform: string, account: string, eventId: string): Promise<boolean> {
    const { tx, keyring } = this.#session;
    const lookup = keyring.lookup("event", platform, account, eventId);
    return (await tx.$queryRaw`SELECT 1 AS "found" FROM "Inbox" WHERE "lookup" = ${lookup}`).length > 0;
  }
}

/** What no platform delivers again any more (before: milliseconds since 1970). */
export const outlivedEvents = (before: number): Outlived => ({
  table: "Inbox",
  key: "lookup",
  where: Prisma.sql`"at" < ${new Date(before)}`,
});
