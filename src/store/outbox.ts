/**
 * What is to be said, in the order in which it was written. A row is written in the transaction of what it tells, and
 * goes away once the platform has taken it; rows of a broadcast stay, without their text, as receipts.
 */
import { minuteOf } from "../domain/time.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import type { Signal } from "./database.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Outlived } from "./outlived.ts";
import type { Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";

/** -1: an alert, or the emergency card; 0: an answer that a person waits for; 1: a chat's own business; 2: a broadcast. */
export type Priority = -1 | 0 | 1 | 2;

export interface OutboxRow {
  readonly id: string;
  readonly federationId: string | undefined;
  readonly platform: string;
  readonly account: string;
  readonly chatId: string | undefined;
  readonly identityId: string | undefined;
  /** Key of the place where it is shown. */
  readonly lane: string;
  readonly priority: Priority;
  readonly sealedBody: string;
  readonly broadcastId: string | undefined;
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

/** A row just written, with its text as it was before sealing, so that sending it need not open it again. */
export interface FreshRow extends OutboxRow {
  readonly body: unknown;
  /** Whom it answers (HMAC of the account): nobody's answers wait behind all those of somebody who asks without end. */
  readonly by?: string;
}

/** Rows were written: they are to be sent. */
export const rowsWritten: Signal<FreshRow> = { name: "rows-written" };

/** A row without its text: what the delivery plans with. */
export type OutboxHead = Omit<OutboxRow, "sealedBody"> &
  Pick<FreshRow, "by"> & {
    /** It stands in no table, and this is its text: what is answered while the database may be away. */
    readonly unwritten?: unknown;
  };

export interface OutboxResult {
  readonly row: OutboxHead;
  readonly failed?: string;
}

const headColumns = {
  id: true,
  federationId: true,
  platform: true,
  account: true,
  chatId: true,
  identityId: true,
  lane: true,
  priority: true,
  broadcastId: true,
  attempts: true,
  dueAt: true,
} as const;

/** Rows in one INSERT: SQLite allows 32,766 parameters in a statement, PostgreSQL 65,535. */
const rowsAtOnce = 500;

export class Outbox {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async write(rows: readonly FreshRow[]): Promise<void> {
    const { tx, now } = this.#session;
    const at = new Date(now);
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const values = rows.slice(from, from + rowsAtOnce).map(
        (row) =>
          Prisma.sql`(${row.id}, ${row.federationId ?? null}, ${row.platform}, ${row.account}, ${row.chatId ?? null},
              ${row.identityId ?? null}, ${row.lane}, ${row.priority}, ${row.sealedBody}, ${row.broadcastId ?? null},
              ${row.attempts}, ${at}, ${new Date(row.dueAt)})`,
      );
      await tx.$executeRaw`
        INSERT INTO "Outbox" ("id", "federationId", "platform", "account", "chatId", "identityId", "lane", "priority",
          "sealedBody", "broadcastId", "attempts", "createdAt", "dueAt")
        VALUES ${Prisma.join(values)}`;
    }
    for (const row of rows) tx.tell(rowsWritten, row);
  }

  /** All that waits, after the row `after`, in order. */
  waiting(after: string, limit: number): Promise<readonly OutboxHead[]> {
    return this.#heads({ gt: after }, limit);
  }

  /** Those of these rows that wait, in order. */
  waitingAmong(ids: readonly string[]): Promise<readonly OutboxHead[]> {
    return this.#heads({ in: [...ids] }, ids.length);
  }

  async #heads(id: Prisma.StringFilter<"Outbox">, take: number): Promise<readonly OutboxHead[]> {
    const where = { state: "waiting", id };
    const rows = await this.#session.tx.outbox.findMany({ where, orderBy: { id: "asc" }, take, select: headColumns });
    return rows.map((row) => ({
      id: row.id,
      federationId: row.federationId ?? undefined,
      platform: row.platform,
      account: row.account,
      chatId: row.chatId ?? undefined,
      identityId: row.identityId ?? undefined,
      lane: row.lane,
      priority: row.priority as Priority, // an edge: only `write` writes it
      broadcastId: row.broadcastId ?? undefined,
      attempts: row.attempts,
      dueAt: row.dueAt.getTime(),
    }));
  }

  /** The text of a row; none if it is gone. */
  async body(id: string): Promise<string | undefined> {
    const row = await this.#session.tx.outbox.findUnique({ where: { id }, select: { sealedBody: true } });
    return row?.sealedBody;
  }

  /** Notes what became of rows. */
  async settle(results: readonly OutboxResult[]): Promise<void> {
    const { tx, now } = this.#session;
    const sentAt = new Date(minuteOf(now));
    const gone = results.filter(({ row, failed }) => failed === undefined && row.broadcastId === undefined);
    const kept = results.filter(({ row, failed }) => failed === undefined && row.broadcastId !== undefined);
    const ids = (of: readonly OutboxResult[]): string[] => of.map(({ row }) => row.id);
    if (gone.length > 0) await tx.$executeRaw`DELETE FROM "Outbox" WHERE "id" IN (${Prisma.join(ids(gone))})`;
    if (kept.length > 0) {
      await tx.outbox.updateMany({ where: { id: { in: ids(kept) } }, data: { state: "sent", sealedBody: "", sentAt } });
    }
    for (const { row, failed } of results) {
      if (failed === undefined) continue;
      await tx.outbox.updateMany({
        where: { id: row.id },
        data: { state: "failed", reason: failed, sealedBody: "", sentAt },
      });
    }
  }

  /** Tried in vain; waits until `dueAt`. */
  async putOff(id: string, attempts: number, dueAt: number, reason: string): Promise<void> {
    await this.#session.tx.outbox.updateMany({ where: { id }, data: { attempts, dueAt: new Date(dueAt), reason } });
  }

  /** Changes what a row says and where it goes: an answer whose interaction is too old takes another way. */
  async replace(row: OutboxRow): Promise<void> {
    await this.#session.tx.outbox.updateMany({
      where: { id: row.id },
      data: { sealedBody: row.sealedBody, lane: row.lane, attempts: row.attempts, dueAt: new Date(row.dueAt) },
    });
  }

  /**
   * Takes back answers to people, written since then (milliseconds since 1970) and not sent yet, that show one of these
   * buttons: what they say is not to be known any more.
   */
  async forgetShowing(
    { federationId, since }: { readonly federationId: string; readonly since: number },
    buttons: ReadonlySet<string>,
    sealer: Sealer,
  ): Promise<void> {
    const { tx } = this.#session;
    const rows = await tx.outbox.findMany({
      where: { federationId, state: "waiting", priority: 0, createdAt: { gte: new Date(since) } },
      select: { id: true, sealedBody: true },
    });
    const showing = rows.filter(({ id: row, sealedBody }) => {
      const body = sealer.open(sealedBody, "Outbox.sealedBody", row);
      return [...buttons].some((id) => body.includes(id));
    });
    await tx.outbox.deleteMany({ where: { id: { in: showing.map(({ id }) => id) } } });
  }
}

/** Receipts and failures of messages written before `before` (milliseconds since 1970). */
export const outlivedMessages = (before: number): Outlived => ({
  table: "Outbox",
  key: "id",
  where: Prisma.sql`"state" <> 'waiting' AND "createdAt" < ${new Date(before)}`,
});

/** What becomes of what is to be said to one person alone. */
export function outboxOfPersons({ tx }: Session): OfPersons {
  const said = nothing("what was said to somebody before they went reaches them");
  return {
    tables: ["Outbox"],
    leavesCell: said,
    countsElsewhere: said,
    becomesOne: nothing("a message goes to an account, which the person has from now on"),
    forgotten: async ({ accounts }) => {
      await tx.outbox.deleteMany({ where: { identityId: { in: [...accounts] } } });
    },
    exported: async ({ accounts }) => {
      const rows = await tx.outbox.findMany({ where: { identityId: { in: [...accounts] } }, orderBy: { id: "asc" } });
      return { messagesToYou: rows.map(({ state, createdAt }) => ({ state, createdAt })) };
    },
    retention: nothing("messages go when they are sent, and housekeeping removes receipts"),
    cellLeavesCouncil: said,
  };
}
