/** Looks into the database for what was committed, is due, and waits although nothing is being done. */
import type { Adapter } from "../../src/chat/adapter.ts";
import { Prisma } from "../../src/store/generated/sqlite/client.ts";
import type { Database } from "../../src/store/database.ts";
import type { Steward } from "../../src/steward.ts";

/**
 * Nobody wakes a bot up but what it has committed itself: whatever is due when it has settled waits in vain.
 * @throws where there is such a thing: a row that the delivery does not know, a card, a job
 */
export async function nothingForgotten(
  database: Database,
  { delivery }: Steward,
  { adapters, now }: { readonly adapters: readonly Adapter[]; readonly now: number },
): Promise<void> {
  // What is for an account that is not configured waits for the day that it is.
  const ours = Prisma.join(
    adapters.map(
      ({ capabilities: { platform }, account }) => Prisma.sql`("platform" = ${platform} AND "account" = ${account})`,
    ),
    " OR ",
  );
  // After every line of every test: one statement, past Prisma's client.
  const found = await database.read(
    (tx) => tx.$queryRaw<{ what: string; kind: string }>`
      SELECT 'row' AS "what", '' AS "kind" FROM "Outbox" WHERE "state" = 'waiting' AND (${ours})
      UNION ALL
      SELECT 'card', "kind" FROM "Card" WHERE "ended" IS NULL AND "dueAt" <= ${new Date(now)}
        AND "chatId" IN (SELECT "id" FROM "Chat" WHERE ${ours})
      UNION ALL
      SELECT 'job', "kind" FROM "Job" WHERE "failedAt" IS NULL AND "dueAt" <= ${new Date(now)}`,
  );
  const rows = found.filter(({ what }) => what === "row").length;
  const kinds = found.flatMap(({ what, kind }) => (what === "row" ? [] : [kind]));
  if (kinds.length === 0 && rows === delivery.pending) return;
  throw new Error(
    `Nothing is being done, but ${String(kinds.length)} cards and jobs are due (${kinds.join(", ")}), ` +
      `and ${String(rows)} rows wait, of which ${String(delivery.pending)} are known.`,
  );
}
