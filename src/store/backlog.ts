/** How much waits, over all federations: for the operator. Counts and times only. */
import type { ReadTx } from "./database.ts";

/** What waits to be sent on one platform. */
export interface WaitingMessages {
  readonly platform: string;
  readonly count: number;
  /** When the oldest was written, in milliseconds since 1970. */
  readonly since: number;
}

export interface Backlog {
  /** Live messages whose latest state people do not see yet. */
  readonly cards: number;
  readonly outbox: readonly WaitingMessages[];
  /** Jobs that are due and not done yet, and since when the earliest is. */
  readonly dueJobs: number;
  readonly dueSince: number | undefined;
  /** Jobs that were given up: kinds with their numbers. */
  readonly givenUp: readonly { readonly kind: string; readonly count: number }[];
}

/** Reads along the indexes of what waits: its cost grows with the backlog, not with the database. */
export async function readBacklog(tx: ReadTx, now: number): Promise<Backlog> {
  const outbox = await tx.$queryRaw<{ platform: string; count: number; since: Date }>`
    SELECT "platform", count(*) AS "count", min("createdAt") AS "since" FROM "Outbox"
    WHERE "state" = 'waiting' GROUP BY "platform"`;
  const [cards] = await tx.$queryRaw<{ count: number }>`
    SELECT count(*) AS "count" FROM "Card" WHERE "ended" IS NULL AND "dueAt" IS NOT NULL AND "wanted" <> "shown"`;
  const due = { failedAt: null, dueAt: { lte: new Date(now) } };
  const first = await tx.job.findFirst({ where: due, orderBy: { dueAt: "asc" }, select: { dueAt: true } });
  const givenUp = await tx.job.groupBy({ by: ["kind"], where: { failedAt: { not: null } }, _count: true });
  return {
    cards: Number(cards?.count ?? 0),
    outbox: outbox.map(({ platform, count, since }) => ({ platform, count, since: new Date(since).getTime() })),
    dueJobs: first === null ? 0 : await tx.job.count({ where: due }),
    dueSince: first?.dueAt.getTime(),
    givenUp: givenUp.map(({ kind, _count }) => ({ kind, count: _count })),
  };
}
