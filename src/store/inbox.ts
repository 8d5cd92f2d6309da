/** Events that have been worked on. Their key is an HMAC, so that no platform id is kept. */
import type { Session } from "./session.ts";

export class Inbox {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Notes an event; false if it was noted before: then nothing of it may be done again. */
  async record(platform: string, account: string, eventId: string): Promise<boolean> {
    const { tx, keyring, now } = this.#session;
    const lookup = keyring.lookup("event", platform, account, eventId);
    const count = await tx.$executeRaw`
      INSERT INTO "Inbox" ("lookup", "at") VALUES (${lookup}, ${new Date(now)}) ON CONFLICT ("lookup") DO NOTHING`;
    return count === 1;
  }

  /** Whether an event was noted. */
  async knows(platform: string, account: string, eventId: string): Promise<boolean> {
    const { tx, keyring } = this.#session;
    const lookup = keyring.lookup("event", platform, account, eventId);
    return (await tx.$queryRaw`SELECT 1 AS "found" FROM "Inbox" WHERE "lookup" = ${lookup}`).length > 0;
  }

  /** Removes what no platform delivers again any more (before: milliseconds since 1970); gives the number of rows. */
  forget(before: number, most: number): Promise<number> {
    return this.#session.tx.$executeRaw`
      DELETE FROM "Inbox" WHERE "lookup" IN
        (SELECT "lookup" FROM "Inbox" WHERE "at" < ${new Date(before)} ORDER BY "at" LIMIT ${most})`;
  }
}
