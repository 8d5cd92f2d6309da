/** Plans of actions that a cell has saved under a name, to plan from again. Who planned them is in none. */
import type { Template } from "../domain/actions.ts";
import { nothing } from "./of-persons.ts";
import { repository, type Store } from "./repository.ts";

const purposes = { name: "ActionTemplate.sealedName", plan: "ActionTemplate.sealedPlan" } as const;

export interface SavedTemplate {
  readonly id: string;
  readonly name: string;
  readonly plan: Template;
}

/** Saves the plan under a name; an earlier one of the same name is replaced. */
async function save(store: Store, cellId: string, name: string, plan: Template): Promise<void> {
  const { tx, now } = store.session;
  const { sealer, id: federationId } = store.federation;
  const same = (await list(store, cellId)).find((one) => one.name.toLowerCase() === name.toLowerCase());
  const id = same?.id ?? store.session.newId();
  const data = {
    sealedName: sealer.seal(name, purposes.name, id),
    sealedPlan: sealer.seal(JSON.stringify(plan), purposes.plan, id),
    savedAt: new Date(now),
  };
  if (same !== undefined) await tx.actionTemplate.update({ where: { id }, data });
  else await tx.actionTemplate.create({ data: { id, federationId, cellId, ...data } });
}

/** The cell's templates, the one saved last first. */
async function list(store: Store, cellId: string): Promise<readonly SavedTemplate[]> {
  const { sealer, id: federationId } = store.federation;
  const rows = await store.session.tx.actionTemplate.findMany({
    where: { cellId, federationId },
    orderBy: [{ savedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(({ id, sealedName, sealedPlan }) => ({
    id,
    name: sealer.open(sealedName, purposes.name, id),
    plan: JSON.parse(sealer.open(sealedPlan, purposes.plan, id)) as Template, // an edge: only `save` writes it
  }));
}

/** The templates of one federation, in one transaction. */
export const ActionTemplates = repository({ save, list }, () => nothing("a template is a cell's, and names nobody"));
export type ActionTemplates = InstanceType<typeof ActionTemplates>;
