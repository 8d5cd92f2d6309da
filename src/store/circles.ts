/**
 * Circles: their rota, and who does what at the times that are planned. Rules: src/domain/circles.ts and docs/rules.md, "Circles".
 *
 * A circle has turns for its next times, two for each: who tells a story, who shares a skill. `#planned` brings them to what
 * they should be after everything that changes something: a turn whose person left is given to the next, a new time gets
 * its turns. Where somebody joins or leaves, those of which nobody has been told yet are shared out anew, so that who joins
 * has a part in them; nothing else changes a plan that people have seen. Turns that have passed stay until the retention,
 * and are never changed.
 */
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons, type Part, type Retention } from "./of-persons.ts";
import { Prisma, type CircleTurn } from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";
import {
  circleJobs,
  circleParts,
  creditOnJoining,
  lasts,
  nextFor,
  nextTimes,
  planned,
  remindBefore,
  type Circle,
  type CirclePart,
  type Place,
  type Turn,
} from "../domain/circles.ts";
import { Gatherings } from "./gatherings.ts";
import { Jobs } from "./jobs.ts";

const day = 24 * 60 * 60_000;

/** The columns of a place that belong to a part. */
const columns = {
  story: { turns: "stories", last: "lastStory" },
  skill: { turns: "skills", last: "lastSkill" },
} as const satisfies Record<CirclePart, unknown>;

export class Circles {
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #jobs: Jobs;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#jobs = new Jobs(session, federation.id);
  }

  async ofCell(cellId: string): Promise<Circle | undefined> {
    return this.#find({ cellId });
  }

  async get(id: string): Promise<Circle | undefined> {
    return this.#find({ id });
  }

  async #find(where: { readonly id: string } | { readonly cellId: string }): Promise<Circle | undefined> {
    const row = await this.#session.tx.circle.findFirst({
      where: { ...where, federationId: this.#federation.id },
      include: { cell: { select: { zone: true } } },
    });
    if (row === null) return undefined;
    const { id, cellId, weekday, minute, gatheringId, cell } = row;
    return { id, cellId, weekday, minute, zone: cell.zone, gatheringId: gatheringId ?? undefined };
  }

  /** Makes a cell's circle, or moves it to another day and time. The gathering of its next time is the caller's to change. */
  async set(cellId: string, at: { readonly weekday: number; readonly minute: number }): Promise<Circle> {
    const row = await this.#session.tx.circle.upsert({
      where: { cellId },
      create: { id: this.#session.newId(), federationId: this.#federation.id, cellId, ...at },
      update: at,
    });
    return this.#planned(row.id);
  }

  /**
   * The clocks of a cell are others now (it is changed already): the turns to come and the gathering of the next time move
   * to the same hour on them. Who said that they come still does.
   */
  async zoneChanged(cellId: string): Promise<void> {
    const row = await this.#session.tx.circle.findFirst({ where: { cellId, federationId: this.#federation.id } });
    if (row === null) return;
    const circle = await this.#planned(row.id);
    const [next] = await this.turns(circle);
    const gatherings = new Gatherings(this.#session, this.#federation);
    const standing = circle.gatheringId === undefined ? undefined : await gatherings.get(circle.gatheringId);
    const ahead = standing?.state === "open" && (standing.at ?? 0) > this.#session.now;
    if (standing !== undefined && next !== undefined && ahead) await gatherings.move(standing, next.at);
  }

  async setGathering(id: string, gatheringId: string): Promise<void> {
    await this.#session.tx.circle.update({ where: { id }, data: { gatheringId } });
  }

  /** Ends a cell's circle, with its rota. */
  async end({ id }: Circle): Promise<void> {
    const { tx } = this.#session;
    for (const turn of await tx.circleTurn.findMany({ where: { circleId: id } })) await this.#cancelReminder(turn.id);
    await this.#jobs.cancel(`${circleJobs.next}:${id}`);
    await tx.circle.delete({ where: { id } });
  }

  // The rota

  async isIn({ id }: Circle, personId: string): Promise<boolean> {
    const key = { circleId_personId: { circleId: id, personId } };
    return (await this.#session.tx.circlePlace.findUnique({ where: key })) !== null;
  }

  async size({ id }: Circle): Promise<number> {
    return this.#session.tx.circlePlace.count({ where: { circleId: id } });
  }

  /** Somebody joins the rota. False if they were in it. */
  async join(circle: Circle, personId: string): Promise<boolean> {
    if (await this.isIn(circle, personId)) return false;
    await this.#release(circle.id);
    const [stories, skills] = [await this.#places(circle.id, "story"), await this.#places(circle.id, "skill")];
    await this.#session.tx.circlePlace.create({
      data: {
        circleId: circle.id,
        personId,
        stories: creditOnJoining(stories),
        skills: creditOnJoining(skills),
      },
    });
    await this.#planned(circle.id);
    return true;
  }

  /** Somebody leaves the rota; their turns to come go to the next. False if they were not in it. */
  async leave(circle: Circle, personId: string): Promise<boolean> {
    await this.#release(circle.id);
    const { count } = await this.#session.tx.circlePlace.deleteMany({ where: { circleId: circle.id, personId } });
    await this.#planned(circle.id);
    return count > 0;
  }

  // People who come and go

  get ofPersons(): OfPersons {
    return {
      tables: ["CirclePlace", "CircleTurn"],
      leavesCell: ({ person, cellId }) => this.#withdraw(person.id, { cellId }),
      countsElsewhere: nothing("members of the cell are in its rota, wherever they count"),
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      forgotten: async ({ person }) => {
        // Nothing stays of who is forgotten, not even that they could not once.
        await this.#changeDeclined(person.id, []);
        await this.#withdraw(person.id, {});
      },
      exported: ({ personId }) => this.#export(personId),
      retention: this.#retention,
      cellLeavesCouncil: nothing("circles are of cells alone"),
    };
  }

  async #export(personId: string): Promise<Part> {
    const { tx } = this.#session;
    const places = await tx.circlePlace.findMany({ where: { personId }, orderBy: { circleId: "asc" } });
    const turns = await tx.circleTurn.findMany({ where: { personId }, orderBy: { at: "asc" } });
    return {
      circles: places.map(({ stories, skills }) => ({ stories, skills })),
      circleTurns: turns.map(({ at, part }) => ({ at, part })),
      circleTurnsDeclined: (await this.#declinedBy(personId)).map(({ at, part }) => ({ at, part })),
    };
  }

  async #withdraw(personId: string, of: { readonly cellId?: string }): Promise<void> {
    const rows = await this.#session.tx.circlePlace.findMany({
      where: { personId, circle: { federationId: this.#federation.id, ...of } },
      orderBy: { circleId: "asc" },
    });
    for (const { circleId } of rows) {
      const circle = await this.get(circleId);
      if (circle !== undefined) await this.leave(circle, personId);
    }
  }

  /** Who could not do a turn is somebody else now, or nobody. */
  async #changeDeclined(personId: string, instead: readonly string[]): Promise<void> {
    const { tx } = this.#session;
    for (const row of await this.#declinedBy(personId)) {
      const ids = declinedIn(row).flatMap((id) => (id === personId ? instead : [id]));
      await tx.circleTurn.update({ where: { id: row.id }, data: { declined: JSON.stringify([...new Set(ids)]) } });
    }
  }

  #declinedBy(personId: string): Promise<CircleTurn[]> {
    return this.#session.tx.circleTurn.findMany({
      where: { declined: { contains: personId }, circle: { federationId: this.#federation.id } },
      orderBy: { at: "asc" },
    });
  }

  async #places(circleId: string, part: CirclePart): Promise<readonly Place[]> {
    const rows = await this.#session.tx.circlePlace.findMany({ where: { circleId }, orderBy: { personId: "asc" } });
    const { turns, last } = columns[part];
    return rows.map((row) => ({ personId: row.personId, turns: row[turns], last: row[last]?.getTime() }));
  }

  // Turns

  /** The turns of the times to come, in their order. */
  async turns({ id }: Circle): Promise<readonly Turn[]> {
    const rows = await this.#session.tx.circleTurn.findMany({
      where: { circleId: id, at: { gt: new Date(this.#session.now) } },
    });
    return rows.map(turnRecord).sort(inOrder);
  }

  async turn(id: string): Promise<Turn | undefined> {
    const where = { id, circle: { federationId: this.#federation.id } };
    const row = await this.#session.tx.circleTurn.findFirst({ where });
    return row === null ? undefined : turnRecord(row);
  }

  /** Who has a turn cannot: the next does it. The turn as it is then; undefined if it is not theirs, or has passed. */
  async cannot(id: string, personId: string): Promise<Turn | undefined> {
    const { tx, now } = this.#session;
    const row = await tx.circleTurn.findFirst({ where: { id, circle: { federationId: this.#federation.id } } });
    if (row?.personId !== personId || row.at.getTime() <= now) return undefined;
    const declined = JSON.stringify([...declinedIn(row), personId]);
    await this.#assign(row, undefined);
    await tx.circleTurn.update({ where: { id }, data: { declined, fixed: false } });
    await this.#planned(row.circleId);
    await this.told(id);
    return this.turn(id);
  }

  /** Two turns to come change hands. False if one of them is no longer as both agreed. */
  async swap(
    one: { readonly turn: string; readonly personId: string },
    other: { readonly turn: string; readonly personId: string },
  ): Promise<boolean> {
    const { tx, now } = this.#session;
    const rows = await tx.circleTurn.findMany({
      where: { id: { in: [one.turn, other.turn] }, at: { gt: new Date(now) } },
    });
    const first = rows.find(({ id, personId }) => id === one.turn && personId === one.personId);
    const second = rows.find(({ id, personId }) => id === other.turn && personId === other.personId);
    if (first === undefined || second === undefined || first.circleId !== second.circleId) return false;
    await this.#assign(first, undefined);
    await this.#assign(second, undefined);
    await this.#assign({ ...first, personId: null }, other.personId);
    await this.#assign({ ...second, personId: null }, one.personId);
    for (const { id } of [first, second]) await this.told(id);
    return true;
  }

  /** Who has a turn knows of it from now on: a reminder that is due by now would say the same again. */
  async told(id: string): Promise<void> {
    const { tx, now } = this.#session;
    const row = await tx.circleTurn.findFirst({ where: { id, circle: { federationId: this.#federation.id } } });
    if (row === null || row.personId === null) return;
    await tx.circleTurn.update({ where: { id }, data: { fixed: true } });
    if (row.at.getTime() - remindBefore <= now) await this.#cancelReminder(id);
  }

  /** Takes back the turns to come of which nobody has been told: they are shared out anew. */
  async #release(circleId: string): Promise<void> {
    const { tx, now } = this.#session;
    const where = { circleId, fixed: false, personId: { not: null }, at: { gt: new Date(now) } };
    for (const turn of await tx.circleTurn.findMany({ where, orderBy: { id: "asc" } })) {
      await this.#assign(turn, undefined);
    }
  }

  /** Gives a turn to somebody else of the rota, or to nobody yet, with what is credited to both. */
  async #assign(turn: CircleTurn, personId: string | undefined): Promise<void> {
    const { tx } = this.#session;
    const { circleId, part } = turn;
    const { turns, last } = columns[part as CirclePart]; // an edge: only `#planned` writes it
    await tx.circleTurn.update({ where: { id: turn.id }, data: { personId: personId ?? null } });
    if (turn.personId !== null) {
      const before = await tx.circleTurn.aggregate({
        where: { circleId, part, personId: turn.personId },
        _max: { at: true },
      });
      await tx.circlePlace.updateMany({
        where: { circleId, personId: turn.personId },
        data: { [turns]: { decrement: 1 }, [last]: before._max.at },
      });
    }
    if (personId === undefined) return this.#cancelReminder(turn.id);
    const place = await tx.circlePlace.findUnique({ where: { circleId_personId: { circleId, personId } } });
    const latest = Math.max(place?.[last]?.getTime() ?? 0, turn.at.getTime());
    await tx.circlePlace.updateMany({
      where: { circleId, personId },
      data: { [turns]: { increment: 1 }, [last]: new Date(latest) },
    });
    await this.#planReminder(turn);
  }

  /** Brings the turns to come to what they should be. */
  async #planned(id: string): Promise<Circle> {
    const { tx, now } = this.#session;
    if (tx.provider === "postgresql") await tx.$queryRaw`SELECT "id" FROM "Circle" WHERE "id" = ${id} ${tx.forUpdate}`;
    const circle = await this.get(id);
    if (circle === undefined) throw new Error("a circle that is not there was to be planned");
    const times = nextTimes(circle, now, planned);
    await this.#moveTurns(circle, times);
    for (const at of times) {
      for (const part of circleParts) {
        const key = { circleId: id, at: new Date(at), part };
        const turn =
          (await tx.circleTurn.findUnique({ where: { circleId_at_part: key } })) ??
          (await tx.circleTurn.create({ data: { id: this.#session.newId(), ...key } }));
        await this.#fill(circle, turn);
      }
    }
    const dueAt = (times[0] ?? now) + lasts;
    const kind = circleJobs.next;
    const running = await tx.job.findUnique({ where: { key: `${kind}:${id}` }, select: { dueAt: true } });
    // While a time is not over, what follows it waits for its end.
    if (running === null || running.dueAt.getTime() > dueAt || running.dueAt.getTime() <= now) {
      await this.#jobs.schedule({ kind, key: `${kind}:${id}`, payload: { circle: id }, dueAt });
    }
    return circle;
  }

  /** Another day, time or zone: the turns to come move to the new times, in their order. */
  async #moveTurns({ id }: Circle, times: readonly number[]): Promise<void> {
    const { tx, now } = this.#session;
    const rows = await tx.circleTurn.findMany({ where: { circleId: id, at: { gt: new Date(now) } } });
    const old = [...new Set(rows.map(({ at }) => at.getTime()))].sort((a, b) => a - b);
    const moved = rows.filter(({ at }) => !times.includes(at.getTime()));
    if (moved.length === 0) return;
    for (const row of rows) {
      await tx.circleTurn.delete({ where: { id: row.id } });
      await this.#cancelReminder(row.id);
    }
    for (const row of rows) {
      const at = times[old.indexOf(row.at.getTime())];
      if (at === undefined) {
        if (row.personId !== null) await this.#uncredit(row);
        continue;
      }
      const turn = await tx.circleTurn.create({ data: { ...row, at: new Date(at) } });
      if (turn.personId !== null) await this.#planReminder(turn);
    }
  }

  async #uncredit({ circleId, personId, part }: CircleTurn): Promise<void> {
    const { turns } = columns[part as CirclePart]; // an edge: only `#planned` writes it
    await this.#session.tx.circlePlace.updateMany({
      where: { circleId, personId: personId ?? "" },
      data: { [turns]: { decrement: 1 } },
    });
  }

  /** Gives a turn that nobody in the rota has to whoever is next. */
  async #fill(circle: Circle, turn: CircleTurn): Promise<void> {
    const { tx } = this.#session;
    const part = turn.part as CirclePart; // an edge: only `#planned` writes it
    const places = await this.#places(circle.id, part);
    if (places.some(({ personId }) => personId === turn.personId)) return;
    const other = await tx.circleTurn.findFirst({ where: { circleId: circle.id, at: turn.at, part: { not: part } } });
    const taken = { otherPart: other?.personId ?? undefined, declined: declinedIn(turn) };
    const next = nextFor(circle, { at: turn.at.getTime(), part }, places, taken);
    if (next === undefined && turn.personId === null) return;
    // Who left the rota has no credit any more that could be taken back.
    await this.#assign({ ...turn, personId: null }, next);
    if (turn.fixed) await tx.circleTurn.update({ where: { id: turn.id }, data: { fixed: false } });
  }

  async #planReminder({ id, at }: CircleTurn): Promise<void> {
    const dueAt = Math.max(this.#session.now, at.getTime() - remindBefore);
    const kind = circleJobs.remind;
    await this.#jobs.schedule({ kind, key: `${kind}:${id}`, payload: { turn: id }, dueAt });
  }

  async #cancelReminder(turnId: string): Promise<void> {
    await this.#jobs.cancel(`${circleJobs.remind}:${turnId}`);
  }

  /** A time is over: the next are planned. Undefined if the circle has ended. */
  async advance(id: string): Promise<Circle | undefined> {
    return (await this.get(id)) === undefined ? undefined : this.#planned(id);
  }

  /** Turns that are older than the federation keeps personal records. */
  get #retention(): Retention {
    const { tx, now } = this.#session;
    const { id: federationId, retentionDays } = this.#federation;
    const old = new Date(now - retentionDays * day);
    return {
      due: Prisma.sql`
        SELECT 1 FROM "Circle" c JOIN "CircleTurn" t ON t."circleId" = c."id"
        WHERE c."federationId" = ${federationId} AND t."at" < ${old}`,
      clear: async () => {
        await tx.circleTurn.deleteMany({ where: { circle: { federationId }, at: { lt: old } } });
      },
    };
  }

  /** Where both were in a rota, the first one's place stays. */
  async #merge(firstId: string, secondId: string): Promise<void> {
    const { tx } = this.#session;
    for (const { circleId, stories, skills } of await tx.circlePlace.findMany({ where: { personId: secondId } })) {
      const key = { circleId_personId: { circleId, personId: firstId } };
      const mine = await tx.circlePlace.findUnique({ where: key });
      const circle = mine === null ? undefined : await this.get(circleId);
      if (mine === null || circle === undefined) continue;
      // One person has one place, and not the turns of two: theirs to come go to the others.
      await this.leave(circle, secondId);
      const left = await tx.circlePlace.findUniqueOrThrow({ where: key });
      const more = { stories: Math.max(left.stories, stories), skills: Math.max(left.skills, skills) };
      await tx.circlePlace.update({ where: key, data: more });
    }
    await tx.circlePlace.updateMany({ where: { personId: secondId }, data: { personId: firstId } });
    await tx.circleTurn.updateMany({ where: { personId: secondId }, data: { personId: firstId } });
    await this.#changeDeclined(secondId, [firstId]);
  }
}

const declinedIn = ({ declined }: CircleTurn): readonly string[] => JSON.parse(declined) as string[]; // only `cannot` writes it

const turnRecord = ({ id, circleId, at, part, personId }: CircleTurn): Turn => ({
  id,
  circleId,
  at: at.getTime(),
  part: part as CirclePart, // an edge: only `#planned` writes it
  personId: personId ?? undefined,
});

const inOrder = (a: Turn, b: Turn): number => a.at - b.at || circleParts.indexOf(a.part) - circleParts.indexOf(b.part);
