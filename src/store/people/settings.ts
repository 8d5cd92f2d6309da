/** What people set for themselves, where the bot may write to them, and who is a steward. */
import { chatLookup } from "../cells.ts";
import type { Store } from "../repository.ts";
import { readersChanged } from "./memberships.ts";
import { personRecord, purposes, type Identity, type Person } from "./records.ts";

/** What a person may set with `/me`. `undefined` goes back to the chat's. */
export type PersonSettings = Partial<Pick<Person, "language" | "zone" | "quietFrom" | "quietTo">>;

/** The bot may write directly to this account in that chat, or (undefined) no longer. */
export async function setDirect(store: Store, identity: Identity, direct: string | undefined): Promise<void> {
  const { tx, keyring } = store.session;
  await tx.identity.updateMany({
    where: { id: identity.id, federationId: store.federation.id },
    data: {
      sealedDirect: direct === undefined ? null : store.federation.sealer.seal(direct, purposes.direct, identity.id),
      lookupDirect: direct === undefined ? null : chatLookup(keyring, identity.platform, identity.account, direct),
    },
  });
}

/** Changes settings; what is not named stays, what is `undefined` goes back to the chat's. */
export async function changeSettings(store: Store, person: Person, settings: PersonSettings): Promise<Person> {
  const data = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, value ?? null]));
  const row = await store.session.tx.person.update({ where: { id: person.id }, data });
  if ("language" in data || "zone" in data) await readersChanged(store, person.id);
  return personRecord(row);
}

export async function setSteward(store: Store, person: Person, steward: boolean): Promise<Person> {
  const row = await store.session.tx.person.update({ where: { id: person.id }, data: { steward } });
  return personRecord(row);
}

/** Whether nobody else is a steward: then they cannot leave. */
export async function isLastSteward(store: Store, person: Person): Promise<boolean> {
  if (!person.steward) return false;
  const others = await store.session.tx.person.count({
    where: { federationId: store.federation.id, steward: true, id: { not: person.id } },
  });
  return others === 0;
}
