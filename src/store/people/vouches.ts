/** Who vouches for whom. */
import { minuteOf } from "../../domain/time.ts";
import { vouchLostJob } from "../../domain/vouches.ts";
import type { Store } from "../repository.ts";
import type { Person } from "./records.ts";

export interface Vouched {
  readonly outcome: "vouched" | "already";
  /** How many vouch for the person now. */
  readonly count: number;
  /** The threshold was reached with this vouch: `drives.vouchedFor` has to be called. */
  readonly reached: boolean;
}

/** One member vouches for another, once. */
export async function vouch(store: Store, from: Person, to: Person): Promise<Vouched> {
  const { tx, now } = store.session;
  const pair = { fromId: from.id, toId: to.id };
  if ((await tx.vouch.findUnique({ where: { fromId_toId: pair } })) !== null) {
    return { outcome: "already", count: to.vouched, reached: false };
  }
  await tx.vouch.create({ data: { ...pair, createdAt: new Date(minuteOf(now)) } });
  const { vouched } = await tx.person.update({ where: { id: to.id }, data: { vouched: { increment: 1 } } });
  return { outcome: "vouched", count: vouched, reached: vouched === store.federation.vouches };
}

/**
 * Somebody who vouched for a person does so no more. They are told where fewer do than are needed: their next answers do not
 * count, and nothing else would say so.
 */
export async function takeVouch(store: Store, personId: string): Promise<void> {
  const { tx, now } = store.session;
  const { vouched } = await tx.person.update({ where: { id: personId }, data: { vouched: { decrement: 1 } } });
  if (vouched + 1 !== store.federation.vouches) return;
  const key = `${vouchLostJob}:${personId}`;
  await store.jobs.schedule({ kind: vouchLostJob, key, payload: { person: personId }, dueAt: now });
}

/** Each vouches once, and for nobody twice, and not for themselves; gives back how many vouch for the one person. */
export async function uniteVouches(store: Store, first: string, second: string): Promise<number> {
  const { tx } = store.session;
  await tx.vouch.deleteMany({
    where: {
      OR: [
        { fromId: first, toId: second },
        { fromId: second, toId: first },
      ],
    },
  });
  const forBoth = await tx.vouch.findMany({
    where: { fromId: second, to: { vouchesReceived: { some: { fromId: first } } } },
  });
  for (const { toId } of forBoth) {
    await tx.vouch.delete({ where: { fromId_toId: { fromId: second, toId } } });
    await takeVouch(store, toId);
  }
  const byThem = await tx.vouch.findMany({ where: { toId: first }, select: { fromId: true } });
  await tx.vouch.deleteMany({ where: { toId: second, fromId: { in: byThem.map(({ fromId }) => fromId) } } });
  await tx.vouch.updateMany({ where: { fromId: second }, data: { fromId: first } });
  await tx.vouch.updateMany({ where: { toId: second }, data: { toId: first } });
  return tx.vouch.count({ where: { toId: first } });
}
