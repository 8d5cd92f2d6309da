/** A cell made without any chat: for tests of what is served, kept or printed, where nobody has to say anything. */
import { Federations } from "../../src/store/federations.ts";
import { withRepositories } from "../../src/store/repositories.ts";
import type { Session } from "../../src/store/session.ts";
import type { Running } from "./running.ts";

type Repositories = ReturnType<typeof withRepositories>;

/** A cell in a federation of its own. */
export async function makeCell(session: Session, { zone = "Europe/Paris" } = {}) {
  const federation = await new Federations(session).create({ name: "F", language: "en", zone: "Europe/Paris" });
  const { cells } = withRepositories({}, session, federation);
  const sector = await cells.createSector("transport");
  const of = { name: "Depot", sectorId: sector.id, place: undefined, zone, language: "en", coordinatorId: undefined };
  return { federation, cells, cell: await cells.create(of) };
}

/** A cell in a federation of its own, in Paris, and what is done there: each piece of work in a transaction. */
export async function inCell(running: Running) {
  const { database, steward } = running;
  const made = await database.transaction(async (tx) => {
    const { federation, cell } = await makeCell(steward.dispatch.sessionIn(tx));
    return { federation: federation.id, cellId: cell.id };
  });
  const doing = <T>(work: (of: Repositories) => Promise<T>): Promise<T> =>
    database.transaction(async (tx) => {
      const session = steward.dispatch.sessionIn(tx);
      return work(withRepositories({}, session, await new Federations(session).find(made.federation)));
    });
  return { cellId: made.cellId, doing };
}
