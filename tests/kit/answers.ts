/** Answers as they stand in the database, opened: for tests that count them again. */
import type { ReadTx } from "../../src/store/database.ts";
import { openHeld, type Held } from "../../src/store/drives/answers.ts";
import type { Pledge } from "../../src/store/generated/sqlite/client.ts";
import { openComing, type Coming } from "../../src/store/rsvps.ts";
import { openKeyring, type Keyring, type Sealer } from "../../src/store/sealing.ts";

/** That of most tests. */
const testKeyring = openKeyring(new Uint8Array(32).fill(7));

type Reading = Pick<ReadTx, "federation" | "pledge" | "rsvp">;

async function sealers(tx: Reading, keyring: Keyring): Promise<(federation: string) => Sealer> {
  const all = await tx.federation.findMany({ where: { wrappedKey: { not: "" } } });
  const of = new Map(all.map(({ id, wrappedKey }) => [id, keyring.sealerOnce(id, wrappedKey)]));
  return (federation) => {
    const sealer = of.get(federation);
    if (sealer === undefined) throw new Error("a federation is gone");
    return sealer;
  };
}

/** Every pledge, with what it holds. */
export async function pledgesIn(tx: Reading, keyring = testKeyring): Promise<readonly (Pledge & Held)[]> {
  const of = await sealers(tx, keyring);
  const rows = await tx.pledge.findMany({
    include: { drive: { select: { federationId: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ drive, ...row }) => ({
    ...row,
    ...openHeld({ federation: { sealer: of(drive.federationId) } }, row),
  }));
}

/** Every answer to a gathering. */
export async function comingsIn(
  tx: Reading,
  keyring = testKeyring,
): Promise<readonly (Coming & { readonly gatheringId: string; readonly personId: string })[]> {
  const of = await sealers(tx, keyring);
  const rows = await tx.rsvp.findMany({ include: { gathering: { select: { federationId: true } } } });
  return rows.map(({ gathering, ...row }) => ({ ...row, ...openComing(of(gathering.federationId), row) }));
}
