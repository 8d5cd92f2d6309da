/** Looks into the database for what was committed, is due, and waits although nothing is being done. */
import type { Adapter } from "../../src/chat/adapter.ts";
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
  const ours = { OR: adapters.map(({ capabilities: { platform }, account }) => ({ platform, account })) };
  const due = { lte: new Date(now) };
  const { rows, cards, jobs } = await database.read(async (tx) => ({
    rows: await tx.outbox.count({ where: { state: "waiting", ...ours } }),
    cards: await tx.card.findMany({ where: { ended: null, dueAt: due, chat: ours }, select: { kind: true } }),
    jobs: await tx.job.findMany({ where: { failedAt: null, dueAt: due }, select: { kind: true } }),
  }));
  const kinds = [...cards, ...jobs].map(({ kind }) => kind);
  if (kinds.length === 0 && rows === delivery.pending) return;
  throw new Error(
    `Nothing is being done, but ${String(cards.length)} cards and ${String(jobs.length)} jobs are due (${kinds.join(", ")}), ` +
      `and ${String(rows)} rows wait, of which ${String(delivery.pending)} are known.`,
  );
}
