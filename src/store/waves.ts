/** The actions that cells share with all others: what, when and which sector. Rules: src/domain/waves.ts. */
import { actionCard, type Action, type Span } from "../domain/actions.ts";
import { minuteOf } from "../domain/time.ts";
import type { SharedAction } from "../domain/waves.ts";
import { nothing } from "./of-persons.ts";
import { repository, type Store } from "./repository.ts";

/** What is sealed of an action is sealed there: src/store/actions.ts. */
const purpose = "Action.sealedWhat";

/** Lets others see it, or (`false`) takes that back. False: so it was already. */
async function share(store: Store, { id }: Pick<Action, "id">, shared: boolean): Promise<boolean> {
  const { tx, now } = store.session;
  const { count } = await tx.action.updateMany({
    where: { id, federationId: store.federation.id, sharedAt: shared ? null : { not: null } },
    data: { sharedAt: shared ? new Date(minuteOf(now)) : null },
  });
  if (count > 0) store.cards.touch({ kind: actionCard, subject: id });
  return count > 0;
}

/** What is shared and goes on at some time within a span, the earliest first. What was called off is not there. */
async function within(store: Store, { from, to }: Span): Promise<readonly SharedAction[]> {
  const rows = await store.session.tx.action.findMany({
    where: {
      federationId: store.federation.id,
      sharedAt: { not: null },
      state: { not: "cancelled" },
      startsAt: { lt: new Date(to) },
      endsAt: { gt: new Date(from) },
    },
    select: {
      id: true,
      sealedWhat: true,
      startsAt: true,
      endsAt: true,
      sharedAt: true,
      cell: { select: { sectorId: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, sealedWhat, startsAt, endsAt, sharedAt, cell }) => ({
    id,
    what: store.federation.sealer.open(sealedWhat, purpose, id),
    sectorId: cell.sectorId,
    from: startsAt.getTime(),
    to: endsAt.getTime(),
    sharedAt: sharedAt?.getTime() ?? 0,
  }));
}

/** What is shared of all cells of one federation, in one transaction. */
export const Waves = repository({ share, within }, () => nothing("of a shared action nobody is known"));
export type Waves = InstanceType<typeof Waves>;
