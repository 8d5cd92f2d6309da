/**
 * What is to go out. open -> approved by two who may, and then an entry of the book; or refused, taken back, or ended
 * (src/domain/fund.ts). Once it was decided its words are gone, and after a week the row is.
 */
import {
  approvedBy,
  approvalLife,
  fundJobs,
  neededApprovals,
  type Approved,
  type Fund,
  type FundRequest,
  type RequestState,
} from "../../domain/fund.ts";
import { minuteOf } from "../../domain/time.ts";
import type { Store } from "../repository.ts";
import { addEntry, balance, lockFunds } from "./entries.ts";
import { purposes, requestRecord } from "./records.ts";

const include = { fund: true, approvals: true } as const;

/** What somebody wants to go out. */
export interface NewRequest {
  readonly kind: FundRequest["kind"];
  readonly amount: number;
  readonly text: string;
  /** A member; undefined: outside. */
  readonly payeeId: string | undefined;
  readonly enteredById: string;
}

/** Notes it; those who may approve are asked again after seven days. */
export async function request(store: Store, fund: Fund, of: NewRequest): Promise<FundRequest> {
  await lockFunds(store, fund.cellId);
  const { tx, now } = store.session;
  const { cellId } = fund;
  const id = store.session.newId();
  const last = await tx.fundRequest.findFirst({ where: { cellId }, orderBy: { number: "desc" } });
  const row = await tx.fundRequest.create({
    data: {
      id,
      fundId: fund.id,
      cellId,
      number: (last?.number ?? 0) + 1,
      kind: of.kind,
      amount: BigInt(of.amount),
      sealedText: store.federation.sealer.seal(of.text, purposes.asked, id),
      payeeId: of.payeeId ?? null,
      enteredById: of.enteredById,
      createdAt: new Date(minuteOf(now)),
    },
    include,
  });
  await askAgain(store, id);
  return requestRecord(row, store.federation.sealer);
}

/** Those who may approve are asked again in seven days. */
export const askAgain = ({ jobs, session }: Store, id: string): Promise<void> =>
  jobs.schedule({
    kind: fundJobs.again,
    key: againKey(id),
    payload: { request: id },
    dueAt: session.now + approvalLife,
  });

/** These people (ids) may have come to approve: each is asked, at once, about what is open in these cells, if it is theirs. */
export async function askOf(store: Store, cellIds: readonly string[], people: readonly string[]): Promise<void> {
  const { question: kind } = fundJobs;
  for (const { id: request } of await openRequests(store, cellIds)) {
    for (const person of people) {
      const key = `${kind}:${request}:${person}`;
      await store.jobs.schedule({ kind, key, payload: { request, person }, dueAt: store.session.now });
    }
  }
}

const againKey = (id: string): string => `${fundJobs.again}:${id}`;

/** Another amount and other words: what was approved is not approved any more. Undefined if it is open no more. */
export async function changeRequest(
  store: Store,
  { id, fund }: FundRequest,
  { amount, text }: { readonly amount: number; readonly text: string },
): Promise<FundRequest | undefined> {
  await lockFunds(store, fund.cellId);
  const { tx } = store.session;
  await tx.fundRequest.updateMany({
    where: { id, state: "open" },
    data: { amount: BigInt(amount), sealedText: store.federation.sealer.seal(text, purposes.asked, id) },
  });
  await tx.fundApproval.deleteMany({ where: { requestId: id } });
  const changed = await findRequest(store, id);
  return changed?.state === "open" ? changed : undefined;
}

export async function findRequest(store: Store, id: string): Promise<FundRequest | undefined> {
  const where = { id, fund: { federationId: store.federation.id } };
  const row = await store.session.tx.fundRequest.findFirst({ where, include });
  return row === null ? undefined : requestRecord(row, store.federation.sealer);
}

/** What is open in some cells, the oldest first. */
export async function openRequests(store: Store, cellIds: readonly string[]): Promise<readonly FundRequest[]> {
  const rows = await store.session.tx.fundRequest.findMany({
    where: { cellId: { in: [...cellIds] }, state: "open", fund: { federationId: store.federation.id } },
    orderBy: [{ createdAt: "asc" }, { number: "asc" }],
    include,
  });
  return rows.map((row) => requestRecord(row, store.federation.sealer));
}

/**
 * Somebody who may approves. Looked at anew each time: whether those who approved still may, whether it is still the
 * amount that they saw, and whether there is enough.
 * @param may who may approve now (ids): `mayApprove` of src/domain/fund.ts
 * @param seen the amount that they saw
 */
export async function approve(
  store: Store,
  { id, fund }: FundRequest,
  of: { readonly by: string; readonly may: readonly string[]; readonly seen: number },
): Promise<Approved> {
  await lockFunds(store, fund.cellId);
  const { tx, now } = store.session;
  const asked = await findRequest(store, id);
  if (asked?.state !== "open") return { is: "over", state: asked?.state ?? "ended" };
  if (asked.amount !== of.seen) return { is: "changed" };
  const given = [...asked.approvals.filter(({ personId }) => personId !== of.by), { personId: of.by, at: now }];
  const by = approvedBy(given, { may: of.may, now });
  if (by.length >= neededApprovals) {
    const there = await balance(store, fund);
    if (there < asked.amount) return { is: "short", balance: there };
    await pay(store, asked, by);
    return { is: "paid", balance: there - asked.amount };
  }
  const key = { requestId: id, personId: of.by };
  const at = new Date(minuteOf(now));
  await tx.fundApproval.upsert({ where: { requestId_personId: key }, create: { ...key, at }, update: { at } });
  return { is: "noted", by };
}

async function pay(store: Store, asked: FundRequest, by: readonly string[]): Promise<void> {
  const { fund, kind, amount, text = "", payeeId, enteredById } = asked;
  await addEntry(store, fund, {
    kind: kind === "ask" ? "hardship" : "out",
    amount: -amount,
    text,
    persons: [
      ...(payeeId === undefined ? [] : [{ part: "payee" as const, personId: payeeId }]),
      ...(kind === "ask" || enteredById === undefined ? [] : [{ part: "entered" as const, personId: enteredById }]),
      ...by.map((personId) => ({ part: "approved" as const, personId })),
    ],
  });
  await decide(store, asked.id, "approved");
}

/** It is refused, taken back, or over. False if it was open no more. */
export async function endRequest(
  store: Store,
  { id, fund }: FundRequest,
  state: Exclude<RequestState, "open" | "approved">,
): Promise<boolean> {
  await lockFunds(store, fund.cellId);
  return decide(store, id, state);
}

/** What was decided keeps no words and no approvals. */
export async function decide(store: Store, id: string, state: RequestState): Promise<boolean> {
  const { tx, now } = store.session;
  const { count } = await tx.fundRequest.updateMany({
    where: { id, state: "open" },
    data: { state, decidedAt: new Date(minuteOf(now)), sealedText: null },
  });
  await tx.fundApproval.deleteMany({ where: { requestId: id } });
  await store.jobs.cancel(againKey(id));
  return count > 0;
}
