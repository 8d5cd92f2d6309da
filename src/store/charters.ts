/**
 * Notes in the margin of a cell's charter. The rules are in src/domain/charter.ts; what the charter says is in its decisions.
 *
 * Whose a note is is kept as an HMAC of the person with a key that only this note has, so that nobody has more than a few
 * open; it goes with the first retention after a meeting has dealt with the note. Numbers are given in random order when notes
 * are shown: they do not tell who wrote first.
 */
import { cardParts } from "../chat/cards.ts";
import { charterJobs, isOpenNote, mostNotes, nextShowing, type MarginNote } from "../domain/charter.ts";
import { shuffle } from "../domain/ledger.ts";
import { minuteOf } from "../domain/time.ts";
import { lastMeeting } from "./decisions.ts";
import { Prisma, type MarginNote as NoteRow } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import { repository, type Store } from "./repository.ts";
import { newBallotKey, voters } from "./secret-ballots.ts";

const purposes = { text: "MarginNote.sealedText", key: "MarginNote.sealedKey" } as const;
const day = 24 * 60 * 60_000;

/** All notes of a cell that are kept, in the order of their numbers; those not shown yet last. */
async function rowsOf(store: Store, cellId: string): Promise<readonly NoteRow[]> {
  const where = { cellId, federationId: store.federation.id };
  const rows = await store.session.tx.marginNote.findMany({ where, orderBy: { id: "asc" } });
  return rows.sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0);
}

/** Notes that have been shown, and that no meeting has dealt with. */
async function open(store: Store, cellId: string): Promise<readonly MarginNote[]> {
  const last = await lastMeeting(store, { cellId });
  const notes = (await rowsOf(store, cellId)).map((row) => record(store, row));
  return notes.filter((one) => one.shownAt !== undefined && isOpenNote(one, last));
}

/** Somebody writes a note. When it is shown, in milliseconds since 1970; undefined: they have as many open as they may. */
async function write(
  store: Store,
  { cellId, rule, text }: { readonly cellId: string; readonly rule: number; readonly text: string },
  personId: string,
): Promise<number | undefined> {
  const { tx, now, newId } = store.session;
  const { sealer, id: federationId } = store.federation;
  if (tx.provider === "postgresql") await tx.$queryRaw`SELECT "id" FROM "Cell" WHERE "id" = ${cellId} ${tx.forUpdate}`;
  const last = await lastMeeting(store, { cellId });
  const theirs = (await rowsOf(store, cellId)).filter(
    (row) => isOpenNote(record(store, row), last) && isBy(store, row, personId),
  );
  if (theirs.length >= mostNotes) return undefined;
  const id = newId();
  const sealedKey = newBallotKey(sealer, purposes.key, id);
  const author = voters(sealedKey, sealer, purposes.key, id)(personId);
  const sealedText = sealer.seal(text, purposes.text, id);
  await tx.marginNote.create({ data: { id, federationId, cellId, rule, sealedText, sealedKey, author } });
  const cell = await tx.cell.findUniqueOrThrow({ where: { id: cellId }, select: { zone: true } });
  const dueAt = nextShowing(now, cell.zone);
  const { notes: kind } = charterJobs;
  await store.jobs.schedule({ kind, key: `${kind}:${cellId}`, payload: { cell: cellId }, dueAt });
  return dueAt;
}

/** Shows all that were not shown yet, in random order. */
async function showNew(
  store: Store,
  cellId: string,
  random: (below: number) => number,
): Promise<readonly MarginNote[]> {
  const { tx, now } = store.session;
  const rows = await rowsOf(store, cellId);
  const fresh = shuffle(
    rows.filter(({ shownAt }) => shownAt === null),
    random,
  );
  let number = Math.max(0, ...rows.map((row) => row.number ?? 0));
  const shown: MarginNote[] = [];
  for (const { id } of fresh) {
    const data = { number: ++number, shownAt: new Date(minuteOf(now)) };
    shown.push(record(store, await tx.marginNote.update({ where: { id }, data })));
  }
  if (shown.length > 0) store.cards.touch({ kind: cardParts.meeting, subject: cellId });
  return shown.sort((a, b) => a.rule - b.rule);
}

/** Its words go; that there was a note stays. Undefined: there is none of that number that has words. */
async function hide(store: Store, cellId: string, number: number): Promise<MarginNote | undefined> {
  const row = (await rowsOf(store, cellId)).find((one) => one.number === number && one.sealedText !== null);
  if (row === undefined) return undefined;
  const hidden = await store.session.tx.marginNote.update({ where: { id: row.id }, data: { sealedText: null } });
  store.cards.touch({ kind: cardParts.meeting, subject: cellId });
  return record(store, hidden);
}

function isBy({ federation: { sealer } }: Store, { id, sealedKey, author }: NoteRow, personId: string): boolean {
  return sealedKey !== null && author === voters(sealedKey, sealer, purposes.key, id)(personId);
}

// People who come and go

/** What a person has written, in one cell or (undefined) everywhere, as long as that is known. */
async function by(store: Store, personId: string, cellId?: string): Promise<readonly NoteRow[]> {
  const { id: federationId } = store.federation;
  const where = { federationId, author: { not: null }, ...(cellId === undefined ? {} : { cellId }) };
  const rows = await store.session.tx.marginNote.findMany({ where, orderBy: { id: "asc" } });
  return rows.filter((row) => isBy(store, row, personId));
}

const nobodys = { sealedKey: null, author: null };

async function forget(store: Store, personId: string): Promise<void> {
  const { tx } = store.session;
  for (const { id, shownAt } of await by(store, personId)) {
    if (shownAt === null) await tx.marginNote.delete({ where: { id } });
    else await tx.marginNote.update({ where: { id }, data: nobodys });
  }
}

async function merge(store: Store, first: string, second: string): Promise<void> {
  const { sealer } = store.federation;
  for (const { id, sealedKey } of await by(store, second)) {
    const author = voters(sealedKey ?? "", sealer, purposes.key, id)(first);
    await store.session.tx.marginNote.update({ where: { id }, data: { author } });
  }
}

/** What a meeting has dealt with is nobody's any more, and goes after the time for which the federation keeps things. */
async function clearOld(store: Store): Promise<void> {
  const { tx, now } = store.session;
  const { id: federationId, retentionDays } = store.federation;
  const cells = await tx.marginNote.findMany({
    where: { federationId, shownAt: { not: null } },
    distinct: ["cellId"],
    select: { cellId: true },
    orderBy: { cellId: "asc" },
  });
  for (const { cellId } of cells) {
    const last = await lastMeeting(store, { cellId });
    if (last === undefined) continue;
    const shownBefore = (at: number) => ({ cellId, federationId, shownAt: { lt: new Date(at) } });
    await tx.marginNote.updateMany({ where: { ...shownBefore(last), author: { not: null } }, data: nobodys });
    await tx.marginNote.deleteMany({ where: shownBefore(Math.min(last, now - retentionDays * day)) });
  }
}

function ofPersons(store: Store): OfPersons {
  return {
    tables: ["MarginNote"],
    leavesCell: async ({ person, cellId }) => {
      for (const { id } of await by(store, person.id, cellId)) {
        await store.session.tx.marginNote.update({ where: { id }, data: nobodys });
      }
    },
    countsElsewhere: nothing("members of the cell write in its margin, wherever they count"),
    becomesOne: ({ first, second }) => merge(store, first.id, second),
    forgotten: ({ person }) => forget(store, person.id),
    exported: async ({ personId }) => ({
      marginNotes: (await by(store, personId))
        .map((row) => record(store, row))
        .map(({ rule, text, shownAt }) => ({ rule, text: text ?? null, shown: shownAt !== undefined })),
    }),
    retention: {
      // Which of them a meeting has dealt with is looked at for each cell.
      due: Prisma.sql`SELECT 1 FROM "MarginNote" WHERE "federationId" = ${store.federation.id} AND "shownAt" IS NOT NULL`,
      clear: () => clearOld(store),
    },
    cellLeavesCouncil: nothing("a charter is of a cell alone"),
  };
}

const record = (store: Store, row: NoteRow): MarginNote => ({
  id: row.id,
  number: row.number ?? undefined,
  rule: row.rule,
  text: row.sealedText === null ? undefined : store.federation.sealer.open(row.sealedText, purposes.text, row.id),
  shownAt: row.shownAt?.getTime(),
});

/** The notes in the margins of the charters of one federation, in one transaction. */
export const Charters = repository({ open, write, showNew, hide }, ofPersons);
export type Charters = InstanceType<typeof Charters>;
