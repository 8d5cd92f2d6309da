/**
 * What falls due. A job is a row with a due time; there is at most one for each key. It is run and deleted in one
 * transaction together with all that it does, so it happens once however often the process dies.
 */
import { minuteOf } from "../domain/time.ts";
import type { Signal } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Session } from "./session.ts";

export interface NewJob {
  /** Names the `JobRunner`. */
  readonly kind: string;
  /** At most one job has it; scheduling again moves the job. What falls due at one moment is done in the order of keys. */
  readonly key: string;
  /** Ids, no text of people: it is stored in the clear. */
  readonly payload: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

export interface Job extends NewJob {
  readonly id: string;
  readonly federationId: string | undefined;
  readonly attempts: number;
}

/** "jobs" in ASCII: the space of the locks that say which federation's jobs are in hand. */
const JOBS = 0x6a6f_6273;
/** Due jobs that are looked through for federations, and federations of which one process takes jobs at a time. */
const lookedThrough = 1_000;
const inOneHand = 16;

/** A job was planned; when it falls due, in milliseconds since 1970. */
export const jobPlanned: Signal<number> = { name: "job-planned" };

export class Jobs {
  readonly #session: Session;
  readonly #federationId: string | undefined;

  constructor(session: Session, federationId?: string) {
    this.#session = session;
    this.#federationId = federationId;
  }

  /** Plans a job, or moves the one with the same key. */
  async schedule({ kind, key, payload, dueAt }: NewJob): Promise<void> {
    const id = this.#session.newId();
    const of = this.#federationId ?? null;
    await this.#session.tx.$executeRaw`
      INSERT INTO "Job" ("id", "federationId", "kind", "key", "payload", "dueAt", "attempts")
      VALUES (${id}, ${of}, ${kind}, ${key}, ${JSON.stringify(payload)}, ${new Date(dueAt)}, 0)
      ON CONFLICT ("key") DO UPDATE SET "kind" = excluded."kind", "payload" = excluded."payload",
        "dueAt" = excluded."dueAt", "attempts" = 0, "failedAt" = NULL`;
    this.#session.tx.tell(jobPlanned, dueAt);
  }

  /** A planned job falls due at this moment at the latest; nothing happens if there is none. */
  async sooner(key: string, dueAt: number): Promise<void> {
    const at = new Date(dueAt);
    const where = { key, dueAt: { gt: at }, failedAt: null };
    const { count } = await this.#session.tx.job.updateMany({ where, data: { dueAt: at } });
    if (count > 0) this.#session.tx.tell(jobPlanned, dueAt);
  }

  /** Takes a planned job back; nothing happens if there is none. Whether there was one. */
  async cancel(key: string): Promise<boolean> {
    const { count } = await this.#session.tx.job.deleteMany({ where: { key } });
    return count > 0;
  }

  /** Whether the job with this key has fallen due, and is still to be done: what falls due together is looked at as a whole. */
  async isDue(key: string): Promise<boolean> {
    const { tx, now } = this.#session;
    return (await tx.job.count({ where: { key, failedAt: null, dueAt: { lte: new Date(now) } } })) > 0;
  }

  /**
   * What is planned for somebody is planned for who they are now. Of who is forgotten nothing is said to anybody: what was for
   * them goes, and what is for others does not name them.
   */
  async #naming(personId: string, now: string | undefined): Promise<void> {
    const { tx } = this.#session;
    const rows = await tx.job.findMany({
      where: {
        federationId: this.#federationId ?? null,
        OR: [{ payload: { contains: personId } }, { key: { contains: personId } }],
      },
      orderBy: { id: "asc" },
    });
    for (const row of rows) {
      await tx.job.delete({ where: { id: row.id } });
      const payload = Object.entries(readPayload(row.payload));
      const theirs = payload.some(([name, value]) => name === "person" && value === personId);
      if (now === undefined && theirs) continue;
      const changed = payload.flatMap(([name, value]): [string, string][] =>
        value !== personId ? [[name, value]] : now === undefined ? [] : [[name, now]],
      );
      const key = row.key.replaceAll(personId, now ?? "");
      const data = { ...row, key, payload: JSON.stringify(Object.fromEntries(changed)) };
      // Something of the kind may be planned for the one already: that stands.
      await tx.job.upsert({ where: { key }, create: data, update: {} });
    }
  }

  get ofPersons(): OfPersons {
    const looks = nothing("a job looks how things stand when it is run");
    return {
      tables: ["Job"],
      leavesCell: looks,
      countsElsewhere: looks,
      becomesOne: ({ first, second }) => this.#naming(second, first.id),
      forgotten: ({ person }) => this.#naming(person.id, undefined),
      exported: nothing("what is planned for a person names them by id, and holds nothing besides"),
      retention: nothing("a job goes when it is done"),
      cellLeavesCouncil: looks,
    };
  }
}

/** The jobs as the scheduler sees them, over all federations. */
export class DueJobs {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * The earliest jobs that are due, at most `limit`. On PostgreSQL those of federations that no other process has in hand: what
   * falls due together in one is looked at as a whole, in one order, by one process at a time. They are in hand until the
   * end of the transaction, also where that is the end of the process. And when the next one falls due of those that are not:
   * what they plan says so itself (`jobPlanned`); where none was given, when the next one of all does.
   */
  async due(limit: number): Promise<{ readonly jobs: readonly Job[]; readonly next: number | undefined }> {
    const { tx, now } = this.#session;
    const at = new Date(now);
    const due = Prisma.sql`"failedAt" IS NULL AND "dueAt" <= ${at}`;
    const [mine, among] =
      tx.provider === "sqlite"
        ? [Prisma.empty, Prisma.empty]
        : [
            Prisma.sql`
              WITH earliest AS MATERIALIZED (
                SELECT COALESCE("federationId", '') AS "of", "dueAt" FROM "Job" WHERE ${due}
                ORDER BY "dueAt", "key" LIMIT ${lookedThrough}
              ), waiting AS MATERIALIZED (
                SELECT "of" FROM earliest GROUP BY "of" ORDER BY min("dueAt")
              ), mine AS MATERIALIZED (
                SELECT "of" FROM waiting
                WHERE pg_try_advisory_xact_lock(${JOBS}::int, hashtext(current_schema() || ' ' || "of")) LIMIT ${inOneHand}
              )`,
            Prisma.sql`AND COALESCE("federationId", '') IN (SELECT "of" FROM mine)`,
          ];
    const rows = await tx.$queryRaw<JobRow & { readonly next: Date | null }>`
      ${mine} SELECT "id", "federationId", "kind", "key", "payload", "dueAt", "attempts",
        (SELECT "dueAt" FROM "Job" WHERE "failedAt" IS NULL AND "dueAt" > ${at} ORDER BY "dueAt" LIMIT 1) AS "next"
      FROM "Job" WHERE ${due} ${among}
      ORDER BY "dueAt", "key" LIMIT ${limit} ${tx.forUpdate}`;
    const [first] = rows;
    return { jobs: rows.map(jobRecord), next: first === undefined ? await this.next() : first.next?.getTime() };
  }

  /** When the next job falls due. */
  async next(): Promise<number | undefined> {
    const [row] = await this.#session.tx.$queryRaw<{ dueAt: Date }>`
      SELECT "dueAt" FROM "Job" WHERE "failedAt" IS NULL ORDER BY "dueAt" LIMIT 1`;
    return row?.dueAt.getTime();
  }

  /**
   * Takes a job away to run it, as it is planned by now: one that was done before it in the same transaction may have moved it,
   * or taken it back. Undefined: it is not due any more. On PostgreSQL whoever deletes it first has it.
   */
  async take({ id }: Job): Promise<Job | undefined> {
    const { tx, now } = this.#session;
    const [row] = await tx.$queryRaw<JobRow>`
      DELETE FROM "Job" WHERE "id" = ${id} AND "dueAt" <= ${new Date(now)}
      RETURNING "id", "federationId", "kind", "key", "payload", "dueAt", "attempts"`;
    return row === undefined ? undefined : jobRecord(row);
  }

  /** Puts a job that failed back: to be tried again at `retryAt`, or (undefined) given up and kept for the operator. */
  async putBack(job: Job, retryAt: number | undefined, reason: string): Promise<void> {
    const { tx, now } = this.#session;
    const row = {
      federationId: job.federationId ?? null,
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      dueAt: new Date(retryAt ?? job.dueAt),
      attempts: job.attempts + 1,
      failedAt: retryAt === undefined ? new Date(minuteOf(now)) : null,
      reason,
    };
    await tx.job.upsert({
      where: { key: job.key },
      create: { id: job.id, key: job.key, ...row },
      // Its work was undone, but somebody else has planned the same again: theirs stands.
      update: {},
    });
    if (retryAt !== undefined) tx.tell(jobPlanned, retryAt);
  }
}

interface JobRow {
  readonly id: string;
  readonly federationId: string | null;
  readonly kind: string;
  readonly key: string;
  readonly payload: string;
  readonly dueAt: Date;
  readonly attempts: number;
}

const jobRecord = (row: JobRow): Job => ({
  id: row.id,
  federationId: row.federationId ?? undefined,
  kind: row.kind,
  key: row.key,
  payload: readPayload(row.payload),
  dueAt: row.dueAt.getTime(),
  attempts: row.attempts,
});

function readPayload(json: string): Record<string, string> {
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null) throw new Error("the payload of a job is no object");
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}
