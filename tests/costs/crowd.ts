/** A federation of many cells: what other cells have beside the one whose people say something. */
import { Cells } from "../../src/store/cells.ts";
import type { Tx } from "../../src/store/database.ts";
import { Federations, type FederationRecord } from "../../src/store/federations.ts";
import { People } from "../../src/store/people/people.ts";
import type { Stage } from "../kit/stage.ts";

const day = 86_400_000;

/**
 * Adds cells to the one federation that there is, each with a chat, two members, and something of what a cell has. What is of
 * another cell costs nobody anything: a command that reads it reads more where there are more cells.
 */
export async function addCells(stage: Stage, cells: number): Promise<void> {
  await stage.database.transaction(async (tx) => {
    const session = stage.steward.dispatch.sessionIn(tx);
    const { id } = await tx.federation.findFirstOrThrow();
    const federation = await new Federations(session).find(id);
    if (federation === undefined) throw new Error("there is no federation");
    const { id: sectorId } = await tx.sector.findFirstOrThrow();
    const store = new Cells(session, federation);
    const people = new People(session, federation);
    const [adapter] = stage.adapters;
    const at = { platform: adapter?.capabilities.platform ?? "console", account: adapter?.account ?? "" };
    for (let n = 0; n < cells; n++) {
      const of = { sectorId, place: undefined, zone: "Europe/Paris", language: "en", coordinatorId: undefined };
      const cell = await store.create({ ...of, name: `Other ${n}` });
      const ref = { id: `other ${n}` };
      const chat = await store.bind(cell, { ...at, ref, title: `Other ${n}`, encrypted: false });
      const members: string[] = [];
      for (const name of ["Eve", "Gus"]) {
        const user = { id: `${name} of ${n}`, name, username: `${name.toLowerCase()}${n}` };
        members.push((await people.recognise({ ...at, user, chat })).person.id);
      }
      await addThings(tx, federation, n, cell.id, chat.id, members, session.now);
    }
  });
}

async function addThings(
  tx: Tx,
  federation: FederationRecord,
  n: number,
  cellId: string,
  chatId: string,
  [eve = "", gus = ""]: readonly string[],
  now: number,
): Promise<void> {
  const federationId = federation.id;
  const id = `other${String(n).padStart(11, "0")}`;
  const sealed = (column: string): string => federation.sealer.seal("something", column, id);
  const [past, soon, late] = [new Date(now - day), new Date(now + 2 * day), new Date(now + 30 * day)];
  const own = { id, federationId, cellId };
  const leads = JSON.stringify({ ask: 7, again: 2, last: 1 });
  const rule = { pattern: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", start: "2026-03-06", minute: 1080, zone: "Europe/Paris" };
  await tx.role.create({
    data: { ...own, number: 1, sealedName: sealed("Role.sealedName"), ...rule, leads, createdAt: past },
  });
  await tx.roleMember.create({ data: { roleId: id, personId: eve, joinedAt: past } });
  await tx.roleTerm.create({ data: { id, roleId: id, index: 0, from: past, to: late, state: "begun", stage: 3 } });
  await tx.roleTurn.create({
    data: { id, roleId: id, termId: id, place: 0, personId: eve, state: "accepted", heldFrom: past, changedAt: past },
  });
  await tx.absence.create({ data: { id, personId: gus, from: soon, to: late } });
  await tx.action.create({
    data: { ...own, number: 1, sealedWhat: sealed("Action.sealedWhat"), startsAt: soon, endsAt: late, createdAt: past },
  });
  const gathering = { ...own, number: 1, kind: "gathering", sealedWhat: sealed("Gathering.sealedWhat"), at: soon };
  await tx.gathering.create({ data: { ...gathering, organizerId: eve, createdAt: past, changedAt: past } });
  await tx.careEntry.create({
    data: { ...own, kind: "food", sealedWhat: sealed("CareEntry.sealedWhat"), giverId: eve, toId: gus, at: past },
  });
  await tx.fund.create({
    data: { ...own, number: 1, sealedName: sealed("Fund.sealedName"), currency: "EUR", createdAt: past },
  });
  const decision = { sealedText: sealed("Decision.sealedText"), state: "stands", recordedAt: past, settledAt: past };
  await tx.decision.create({ data: { ...own, number: 1, ...decision } });
  const drive = { goal: 3, reveal: "live", openedAt: past, deadline: late, smallestGroup: 5, stepMinutes: 5 };
  const question = sealed("Drive.sealedQuestion");
  await tx.drive.create({ data: { ...own, number: 1000 + n, sealedQuestion: question, scope: "cell", ...drive } });
  const { sectorId } = await tx.cell.findUniqueOrThrow({ where: { id: cellId } });
  await tx.driveCell.create({ data: { driveId: id, cellId, sectorId, histogram: "[0,[],[]]" } });
  const card = { id, chatId, kind: "drive", subjectId: id, shown: 1, notBefore: past, postedAt: past };
  await tx.card.create({ data: { ...card, sealedMessage: sealed("Card.sealedMessage") } });
  await tx.button.create({ data: { id, federationId, chatId, sealedAction: "", createdAt: past, expiresAt: late } });
  await tx.job.create({ data: { id, federationId, kind: "role-step", key: id, payload: "{}", dueAt: late } });
}
