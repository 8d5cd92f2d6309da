/** What one person is told of all their roles, and the notes that those who leave write to those who come. */
import type { Outcome, Reminder, Role, Telling } from "../../domain/roles.ts";
import { askedHours, undisturbed } from "../../domain/time.ts";
import type { Person as PersonRow, RoleNote as NoteRow, RoleTurn as TurnRow } from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import {
  deadline,
  isHeld,
  makesSense,
  othersIn,
  purposes,
  refused,
  termRecord,
  turnRecord,
  type Due,
} from "./records.ts";
import { findRole, planTell, termsAround } from "./rows.ts";

/** What one person is to be told now, of all their roles together; undefined: nothing, or not yet (quiet hours). */
export async function tellPerson(store: Store, personId: string): Promise<Telling | undefined> {
  const { tx, now } = store.session;
  const turns = await tx.$queryRaw<TurnRow>`
    SELECT * FROM "RoleTurn" WHERE "personId" = ${personId} AND "remind" IS NOT NULL`;
  const due: Due[] = [];
  for (const turn of turns) {
    const role = await findRole(store, turn.roleId);
    if (role === undefined || role.endedAt !== undefined) continue;
    const around = await termsAround(store, role);
    const term = around.find((one) => one?.id === turn.termId);
    if (term !== undefined && makesSense(turn, term, now)) due.push({ turn, term, role, around });
  }
  due.sort(
    (a, b) =>
      a.term.from.getTime() - b.term.from.getTime() ||
      a.role.createdAt - b.role.createdAt ||
      (a.role.id < b.role.id ? -1 : 1),
  );
  // The cell in which they count, if any, has the zone of who set none.
  const [person] = await tx.$queryRaw<Pick<PersonRow, "zone" | "quietFrom" | "quietTo">>`
    SELECT COALESCE(p."zone", c."zone") AS "zone", p."quietFrom", p."quietTo"
    FROM "Person" p LEFT JOIN "Cell" c ON c."id" = p."cellId"
    WHERE p."id" = ${personId} AND p."federationId" = ${store.federation.id}`;
  const [first] = due;
  if (person === undefined || first === undefined) return tellingOf(store, personId, due, false);
  // Not by `waits` of the reply: what falls due in the meantime joins the same message.
  const quietUntil = undisturbed(now, askedHours(person), first.role.rule.zone);
  const latest = Math.min(...due.map(({ turn, term }) => deadline(turn, term)));
  if (quietUntil > now && quietUntil < latest) {
    await planTell(store, personId, quietUntil);
    return undefined;
  }
  return tellingOf(store, personId, due, quietUntil > now);
}

async function tellingOf(
  store: Store,
  personId: string,
  due: readonly Due[],
  onlyChats: boolean,
): Promise<Telling | undefined> {
  const { tx } = store.session;
  await tx.$executeRaw`UPDATE "RoleTurn" SET "remind" = NULL WHERE "personId" = ${personId} AND "remind" IS NOT NULL`;
  if (due.length === 0) return undefined;
  const reminders = due.map(({ turn, term, role, around }): Reminder => {
    const kind = turn.remind as Reminder["kind"]; // an edge: only `remind` and `ask` write it
    const others = othersIn(around, term, kind, personId);
    return { kind, role, term: termRecord(term), turn: turnRecord(turn), others };
  });
  return { personId, reminders, onlyChats };
}

/**
 * A note from who holds a role, or held it until the last hand-over, to who comes after them.
 * @returns to whom it goes as things stand: ids of people
 */
export async function leaveNote(
  store: Store,
  role: Role,
  personId: string,
  text: string,
): Promise<Outcome<{ readonly toIds: readonly string[] }>> {
  const { tx, now } = store.session;
  const [running, coming] = await termsAround(store, role);
  if (running === undefined) return refused("not-holder");
  const holds = running.turns.some((one) => one.personId === personId && isHeld(one, running));
  const before = await tx.roleTurn.count({
    where: { personId, heldFrom: { not: null }, term: { roleId: role.id, index: running.index - 1 } },
  });
  const term = holds ? coming : before > 0 ? running : undefined;
  if (term === undefined) return refused("not-holder");
  await tx.roleNote.create({
    data: {
      id: store.session.newId(),
      termId: term.id,
      fromId: personId,
      sealedText: store.federation.sealer.seal(text, purposes.note),
      createdAt: new Date(now),
    },
  });
  const to = term.turns.filter((one) => one.state === "accepted" && one.personId !== personId);
  return { ok: true, toIds: to.flatMap((one) => (one.personId === null ? [] : [one.personId])) };
}

/** The notes that a person may read: those they left, and those for a term that has begun and that they then held. */
export async function notesFor(
  store: Store,
  role: Role,
  personId: string,
): Promise<readonly { readonly text: string; readonly fromId: string; readonly at: number }[]> {
  const theirs = { state: { not: "planned" }, turns: { some: { personId, state: "accepted" } } };
  const rows = await store.session.tx.roleNote.findMany({
    where: { term: { roleId: role.id }, OR: [{ fromId: personId }, { term: theirs }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const { sealer } = store.federation;
  return rows.map((row) => ({
    text: sealer.open(row.sealedText, purposes.note),
    fromId: row.fromId,
    at: row.createdAt.getTime(),
  }));
}

/** The notes for the term that runs that a person holding it has not been told of yet. From now on they have. */
export async function freshNotes(
  store: Store,
  role: Role,
  personId: string,
): Promise<readonly { readonly text: string; readonly fromId: string }[]> {
  const { tx, now } = store.session;
  // One statement: it runs at each hand-over, and mostly there is none.
  const left = await tx.$queryRaw<NoteRow>`
    SELECT n.* FROM "RoleNote" n JOIN "RoleTerm" t ON t."id" = n."termId"
    WHERE t."roleId" = ${role.id} AND t."state" = 'begun' AND n."fromId" <> ${personId} ORDER BY n."createdAt", n."id"`;
  if (left.length === 0) return [];
  const [running] = await termsAround(store, role);
  const turn = running?.turns.find((one) => one.personId === personId && one.state === "accepted");
  if (turn === undefined) return [];
  const { notedAt } = turn;
  const rows = left.filter(({ createdAt }) => notedAt === null || createdAt > notedAt);
  await tx.roleTurn.update({ where: { id: turn.id }, data: { notedAt: new Date(now) } });
  const { sealer } = store.federation;
  return rows.map(({ sealedText, fromId }) => ({ text: sealer.open(sealedText, purposes.note), fromId }));
}
