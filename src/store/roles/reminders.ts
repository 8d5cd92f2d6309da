/** What one person is told of all their roles, and the notes that those who leave write to those who come. */
import type { Outcome, Reminder, Role, Telling } from "../../domain/roles.ts";
import { askedHours, minuteAfter, minuteOf, undisturbed } from "../../domain/time.ts";
import {
  Prisma,
  type Person as PersonRow,
  type RoleNote as NoteRow,
  type RoleTurn as TurnRow,
} from "../generated/sqlite/client.ts";
import type { Store } from "../repository.ts";
import {
  coverAt,
  deadline,
  doneBy,
  isHeld,
  makesSense,
  momentOf,
  othersIn,
  purposes,
  refused,
  termRecord,
  turnRecord,
  type Due,
} from "./records.ts";
import { coversOf, findRole, planTell, termsAround } from "./rows.ts";

/** What one person is to be told now, of all their roles together; undefined: nothing, or not yet (quiet hours). */
export async function tellPerson(store: Store, personId: string): Promise<Telling | undefined> {
  const { tx, now } = store.session;
  const turns = await tx.$queryRaw<TurnRow>`
    SELECT * FROM "RoleTurn" WHERE "remind" IS NOT NULL AND ("personId" = ${personId} OR "id" IN (
      SELECT "turnId" FROM "RoleOffer" WHERE "toId" = ${personId} AND "kind" = 'cover' AND "state" = 'agreed'))`;
  const covers = await coversOf(
    store,
    turns.map(({ id }) => id),
  );
  const due: Due[] = [];
  const settled: string[] = [];
  for (const turn of turns) {
    const role = await findRole(store, turn.roleId);
    const around = role === undefined ? ([undefined, undefined] as const) : await termsAround(store, role);
    const term = around.find((one) => one?.id === turn.termId);
    const at = term === undefined ? now : momentOf(turn.remind, term);
    // Who stands in at that moment is told in place of whose turn it is.
    if (doneBy(turn, covers, at) !== personId) continue;
    settled.push(turn.id);
    if (role === undefined || role.endedAt !== undefined || term === undefined || !makesSense(turn, term, now))
      continue;
    due.push({ turn, term, role, around, cover: coverAt(turn, covers, at) });
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
  if (person === undefined || first === undefined) return tellingOf(store, personId, settled, due, false);
  // Not by `waits` of the reply: what falls due in the meantime joins the same message.
  const quietUntil = undisturbed(now, askedHours(person), store.federation.zone);
  const latest = Math.min(...due.map(({ turn, term }) => deadline(turn, term)));
  if (quietUntil > now && quietUntil < latest) {
    await planTell(store, personId, quietUntil);
    return undefined;
  }
  return tellingOf(store, personId, settled, due, quietUntil > now);
}

async function tellingOf(
  store: Store,
  personId: string,
  settled: readonly string[],
  due: readonly Due[],
  onlyChats: boolean,
): Promise<Telling | undefined> {
  const { tx, now } = store.session;
  if (settled.length > 0) {
    // Who is asked has the time from now on to answer; and is not asked again so soon.
    await tx.$executeRaw`
      UPDATE "RoleTurn" SET "remind" = NULL,
        "changedAt" = CASE WHEN "state" = 'asked' THEN ${new Date(minuteOf(now))} ELSE "changedAt" END
      WHERE "id" IN (${Prisma.join(settled)})`;
  }
  if (due.length === 0) return undefined;
  const reminders: Reminder[] = [];
  for (const { turn, term, role, around, cover } of due) {
    const kind = turn.remind as Reminder["kind"]; // an edge: only `remind` and `ask` write it
    const ids = around.flatMap((one) => one?.turns.map(({ id }) => id) ?? []);
    const others = othersIn(around, term, kind, { personId, covers: await coversOf(store, ids) });
    reminders.push({ kind, role, term: termRecord(term), turn: turnRecord(turn), cover, others });
  }
  return { personId, reminders, onlyChats };
}

/**
 * A note from who holds a role, or held it until the last hand-over, to who comes after them.
 * @returns to whom it goes at once: ids of people; nobody: it is kept for the hand-over
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
  const stoodIn = await stoodInFor(store, role, personId, { to: { gt: new Date(0) } });
  const theirs = (id: string, whose: string | null) => whose === personId || stoodIn.has(id);
  const holds = running.turns.some((one) => theirs(one.id, one.personId) && isHeld(one, running));
  const before = await tx.roleTurn.findMany({
    where: { heldFrom: { not: null }, term: { roleId: role.id, index: running.index - 1 } },
  });
  const held = before.some((one) => theirs(one.id, one.personId));
  const term = holds ? coming : held ? running : undefined;
  if (term === undefined) return refused("not-holder");
  const id = store.session.newId();
  await tx.roleNote.create({
    data: {
      id,
      termId: term.id,
      fromId: personId,
      sealedText: store.federation.sealer.seal(text, purposes.note, id),
      createdAt: new Date(minuteAfter(now, await latestNote(store, term.id))),
    },
  });
  if (holds) return { ok: true, toIds: [] };
  const to = term.turns.filter((one) => one.state === "accepted" && one.personId !== personId);
  const covers = await coversOf(
    store,
    to.map(({ id }) => id),
  );
  return { ok: true, toIds: to.flatMap((one) => doneBy(one, covers, now) ?? []) };
}

/** The turns (ids) of a role in which a person stands in for somebody, with a part of the time that is meant. */
async function stoodInFor(
  store: Store,
  role: Role,
  personId: string,
  when: Prisma.RoleOfferWhereInput,
): Promise<ReadonlySet<string>> {
  const rows = await store.session.tx.roleOffer.findMany({
    where: { AND: [{ roleId: role.id, toId: personId, kind: "cover", state: "agreed" }, when] },
    select: { turnId: true },
  });
  return new Set(rows.map(({ turnId }) => turnId));
}

/** The notes that a person may read: those they left, and those for a term that has begun and that they then held, or stood in for. */
export async function notesFor(
  store: Store,
  role: Role,
  personId: string,
): Promise<readonly { readonly text: string; readonly fromId: string; readonly at: number }[]> {
  const stoodIn = await stoodInFor(store, role, personId, { from: { lte: new Date(store.session.now) } });
  const held = { some: { OR: [{ personId, state: "accepted" }, { id: { in: [...stoodIn] } }] } };
  const theirs = { state: { not: "planned" }, turns: held };
  const rows = await store.session.tx.roleNote.findMany({
    where: { term: { roleId: role.id }, OR: [{ fromId: personId }, { term: theirs }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const { sealer } = store.federation;
  return rows.map((row) => ({
    text: sealer.open(row.sealedText, purposes.note, row.id),
    fromId: row.fromId,
    at: row.createdAt.getTime(),
  }));
}

/** The time of the newest note of a term, one that was brought and is gone now among them: whatever comes next is newer. */
async function latestNote({ session: { tx } }: Store, termId: string): Promise<number | undefined> {
  const { _max: note } = await tx.roleNote.aggregate({ where: { termId }, _max: { createdAt: true } });
  const { _max: turn } = await tx.roleTurn.aggregate({ where: { termId }, _max: { notedAt: true } });
  const times = [note.createdAt, turn.notedAt].flatMap((at) => (at === null ? [] : [at.getTime()]));
  return times.length === 0 ? undefined : Math.max(...times);
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
  const held = running?.turns.filter(({ state }) => state === "accepted") ?? [];
  const covers = await coversOf(
    store,
    held.map(({ id }) => id),
  );
  const turn = held.find((one) => doneBy(one, covers, now) === personId);
  if (turn === undefined) return [];
  const { notedAt } = turn;
  const rows = left.filter(({ createdAt }) => notedAt === null || createdAt > notedAt);
  // The time of the newest one, which tells no more than that does.
  await tx.roleTurn.update({ where: { id: turn.id }, data: { notedAt: left.at(-1)?.createdAt ?? null } });
  const { sealer } = store.federation;
  return rows.map(({ id, sealedText, fromId }) => ({ text: sealer.open(sealedText, purposes.note, id), fromId }));
}
