/** Works on the database of a process that is killed again and again (feeder.ts), while no process has it. */
import { openDatabase } from "../../src/store/database.ts";
import { Federations, type FederationRecord } from "../../src/store/federations.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import type { Session } from "../../src/store/session.ts";

/** The key of `tests/kit/process.ts`. */
const keyring = openKeyring(new Uint8Array(32).fill(7));

/** Runs `work` in one transaction on the only federation that there is. */
export async function between<T>(
  url: string,
  work: (session: Session, federation: FederationRecord) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ url });
  try {
    let ids = 0;
    return await database.transaction(async (tx) => {
      const session = { tx, keyring, now: Date.now(), newId: () => `between-${String(Date.now())}-${String(ids++)}` };
      const federation = await new Federations(session).find((await tx.federation.findFirstOrThrow()).id);
      if (federation === undefined) throw new Error("there is no federation");
      return work(session, federation);
    });
  } finally {
    await database.close();
  }
}
