/** The federations of a story's database, as the product itself opens them. */
import { Federations, type FederationRecord } from "../../../src/store/federations.ts";
import type { Session } from "../../../src/store/session.ts";

export const FederationsIn = {
  async all(session: Session): Promise<readonly FederationRecord[]> {
    const rows = await session.tx.federation.findMany({ select: { id: true }, orderBy: { id: "asc" } });
    const found: FederationRecord[] = [];
    for (const { id } of rows) {
      const one = await new Federations(session).find(id);
      if (one !== undefined) found.push(one);
    }
    return found;
  },
};
