/** What becomes of the people in funds: see src/store/of-persons.ts. */
import { decidedKept, fundCard, fundJobs } from "../../domain/fund.ts";
import { Prisma } from "../generated/sqlite/client.ts";
import { nothing, type OfPersons, type Part, type Retention } from "../of-persons.ts";
import type { Store } from "../repository.ts";
import { dropApprover, mergeApprovers } from "./approvers.ts";
import { entryRecord, requestRecord } from "./records.ts";
import { decide } from "./requests.ts";

const day = 24 * 60 * 60_000;

export const ofPersons = (store: Store): OfPersons => ({
  tables: ["FundPart", "FundRequest", "FundApproval", "FundApprover"],
  leavesCell: async ({ person, cellId }) => {
    await endTheirs(store, person.id, { cellId });
    await dropApprover(store, person.id, { cellId });
  },
  countsElsewhere: nothing("who asks and who approves is a member of the cell, wherever they count"),
  becomesOne: ({ first, second }) => becomeOne(store, first.id, second),
  forgotten: ({ person }) => forget(store, person.id),
  exported: ({ personId }) => exported(store, personId),
  retention: retention(store),
  cellLeavesCouncil: nothing("whose treasurer may approve is looked at when somebody approves"),
});

/** What they asked for is taken back; what was to be paid to them ends, and who wrote it down hears of it. */
async function endTheirs(store: Store, personId: string, of: { readonly cellId?: string }): Promise<void> {
  const { tx, now } = store.session;
  const where = { ...of, payeeId: personId, state: "open", fund: { federationId: store.federation.id } };
  for (const { id, kind, enteredById } of await tx.fundRequest.findMany({ where, orderBy: { id: "asc" } })) {
    await decide(store, id, kind === "ask" ? "withdrawn" : "ended");
    if (enteredById === null || enteredById === personId) continue;
    const key = `${fundJobs.told}:${id}:${enteredById}`;
    const payload = { request: id, person: enteredById };
    await store.jobs.schedule({ kind: fundJobs.told, key, payload, dueAt: now });
  }
}

/** Only their salts and references go: the chain holds, and nobody finds out any more whom it was about. */
async function forget(store: Store, personId: string): Promise<void> {
  const { tx } = store.session;
  await endTheirs(store, personId, {});
  await dropApprover(store, personId, {});
  await tx.fundPart.updateMany({ where: { personId }, data: { sealedOpening: null, personId: null } });
  await tx.fundRequest.deleteMany({ where: { payeeId: personId, kind: "ask" } });
}

/** To whom something is to be paid is somebody else now: what was approved is to be approved anew. */
async function becomeOne(store: Store, firstId: string, secondId: string): Promise<void> {
  const { tx } = store.session;
  await mergeApprovers(store, firstId, secondId);
  const paid = await tx.fundRequest.findMany({ where: { payeeId: secondId }, select: { id: true } });
  await tx.fundApproval.deleteMany({ where: { requestId: { in: paid.map(({ id }) => id) } } });
  const approved = await tx.fundApproval.findMany({ where: { personId: firstId }, select: { requestId: true } });
  await tx.fundApproval.deleteMany({
    where: { personId: secondId, requestId: { in: approved.map(({ requestId }) => requestId) } },
  });
  await tx.fundApproval.updateMany({ where: { personId: secondId }, data: { personId: firstId } });
  await tx.fundRequest.updateMany({ where: { payeeId: secondId }, data: { payeeId: firstId } });
  await tx.fundRequest.updateMany({ where: { enteredById: secondId }, data: { enteredById: firstId } });
  await tx.fundPart.updateMany({ where: { personId: secondId }, data: { personId: firstId } });
}

async function exported(store: Store, personId: string): Promise<Part> {
  const { tx } = store.session;
  const { sealer } = store.federation;
  const stands = await tx.fundPart.findMany({
    where: { personId },
    include: { entry: { include: { fund: true } } },
    orderBy: { id: "asc" },
  });
  const asked = await tx.fundRequest.findMany({
    where: { OR: [{ payeeId: personId }, { enteredById: personId }] },
    include: { fund: true, approvals: true },
    orderBy: { id: "asc" },
  });
  const approvals = await tx.fundApproval.findMany({
    where: { personId },
    include: { request: { include: { fund: true, approvals: true } } },
    orderBy: { requestId: "asc" },
  });
  const approves = await tx.fundApprover.findMany({ where: { personId }, orderBy: { cellId: "asc" } });
  return {
    fundsApproved: approves.map(({ chosenAt }) => ({ chosenAt })),
    fundEntries: stands.map(({ part, entry }) => {
      const { number, kind, amount, text, at } = entryRecord(entry, sealer);
      const { currency } = entry.fund;
      return { part, number, kind, amount, currency, for: text ?? null, at: new Date(at) };
    }),
    fundRequests: asked.map((row) => {
      const { number, kind, amount, fund, text, state, createdAt } = requestRecord(row, sealer);
      const part = row.payeeId === personId ? "payee" : "entered";
      return {
        part,
        number,
        kind,
        amount,
        currency: fund.currency,
        for: text ?? null,
        state,
        at: new Date(createdAt),
      };
    }),
    fundApprovals: approvals.map(({ at, request }) => {
      const { number, amount, fund } = requestRecord(request, sealer);
      return { number, amount, currency: fund.currency, at };
    }),
  };
}

/** Texts and people go from entries with the retention; what was decided, after a week. Amounts, dates and hashes stay. */
function retention(store: Store): Retention {
  const { now } = store.session;
  const { id: federationId, retentionDays } = store.federation;
  const old = new Date(now - retentionDays * day);
  const decided = new Date(now - decidedKept);
  return {
    due: Prisma.sql`
      SELECT 1 FROM "Fund" f JOIN "FundEntry" e ON e."fundId" = f."id" LEFT JOIN "FundPart" p ON p."entryId" = e."id"
      WHERE f."federationId" = ${federationId} AND e."at" < ${old}
      AND (e."sealedText" IS NOT NULL OR p."personId" IS NOT NULL OR p."sealedOpening" IS NOT NULL)
      UNION ALL SELECT 1 FROM "Fund" f JOIN "FundRequest" r ON r."fundId" = f."id"
      WHERE f."federationId" = ${federationId} AND r."decidedAt" < ${decided}`,
    clear: () => clearOld(store, old, decided),
  };
}

async function clearOld(store: Store, before: Date, decided: Date): Promise<void> {
  const { tx } = store.session;
  const { id: federationId } = store.federation;
  const old = { at: { lt: before }, fund: { federationId } };
  const told = { ...old, sealedText: { not: null } };
  for (const { fundId } of await tx.fundEntry.findMany({
    where: told,
    distinct: ["fundId"],
    select: { fundId: true },
  })) {
    store.cards.touch({ kind: fundCard, subject: fundId });
  }
  await tx.fundEntry.updateMany({ where: told, data: { sealedText: null } });
  await tx.fundPart.updateMany({
    where: { entry: old, OR: [{ personId: { not: null } }, { sealedOpening: { not: null } }] },
    data: { sealedOpening: null, personId: null },
  });
  await tx.fundRequest.deleteMany({
    where: { fund: { federationId }, decidedAt: { lt: decided } },
  });
}
