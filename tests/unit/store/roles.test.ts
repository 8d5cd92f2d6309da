/** Roles in the database, on a clock that is handed in: the jobs are run as the schedule would run them. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { roleJobs, type NewRole, type Role, type RoleNews, type Telling } from "../../../src/domain/roles.ts";
import { wallClock } from "../../../src/domain/time.ts";
import type { Person } from "../../../src/store/people/records.ts";
import { Roles } from "../../../src/store/roles/roles.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { rowsOf } from "../../kit/rows.ts";
import { PeopleStage, type Repositories } from "./people-stage.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Heard = { readonly at: number } & ({ readonly news: RoleNews } | { readonly told: Telling });

/** A cell whose roles live in a database. */
class RoleStage {
  readonly base: PeopleStage;
  /** What was said, in order. */
  heard: Heard[] = [];

  constructor(base: PeopleStage) {
    this.base = base;
  }

  get now(): number {
    return this.base.clock.now();
  }

  run<T>(work: (roles: Roles, repositories: Repositories) => Promise<T>): Promise<T> {
    return this.base.run((repositories) => work(new Roles(repositories.session, this.base.federation), repositories));
  }

  /** Lets time pass; does what falls due, each at its time, or, while the bot is down, at the end. */
  async wait(ms: number, { down = false } = {}): Promise<void> {
    const end = this.now + ms;
    if (down) this.base.clock.advanceTo(end);
    for (let count = 0; ; count++) {
      if (count > 1000) throw new Error("jobs without end");
      const job = await this.run((_, { session }) =>
        session.tx.job.findFirst({
          where: { dueAt: { lte: new Date(end) } },
          orderBy: [{ dueAt: "asc" }, { id: "asc" }],
        }),
      );
      if (job === null) break;
      if (job.dueAt.getTime() > this.now) this.base.clock.advanceTo(job.dueAt.getTime());
      const payload = JSON.parse(job.payload) as Record<string, string>;
      await this.run(async (roles, { session }) => {
        await session.tx.job.delete({ where: { id: job.id } });
        const at = this.now;
        if (job.kind === roleJobs.step) {
          const news = await roles.step(payload["role"] ?? "");
          if (news !== undefined) this.heard.push({ at, news });
        } else if (job.kind === roleJobs.tell) {
          const told = await roles.tell(payload["person"] ?? "");
          if (told !== undefined) this.heard.push({ at, told });
        } else if (job.kind === roleJobs.clear) await roles.clear();
      });
    }
    if (end > this.now) this.base.clock.advanceTo(end);
  }

  async waitUntil(at: number, how = {}): Promise<void> {
    await this.wait(at - this.now, how);
  }

  /** What a person was told since the last look, and what the chats were. */
  told(person: Person): readonly string[] {
    return this.heard.flatMap((one) =>
      "told" in one && one.told.personId === person.id ? [one.told.reminders.map(({ kind }) => kind).join("+")] : [],
    );
  }

  news(): readonly RoleNews[] {
    return this.heard.flatMap((one) => ("news" in one ? [one.news] : []));
  }

  role(of: Partial<NewRole> = {}): Promise<Role> {
    return this.run((roles) =>
      roles.create({
        owner: { cellId: this.base.cell.id, councilId: undefined },
        name: "Keys",
        rule: { pattern: "FREQ=WEEKLY;BYDAY=FR", start: "2026-03-27", minute: 18 * 60, zone: "Europe/Paris" },
        holders: 1,
        limit: 1,
        checklist: "hand over the keys",
        power: false,
        ...of,
      }),
    );
  }

  async pool(role: Role, ...names: string[]): Promise<readonly Person[]> {
    const people: Person[] = [];
    for (const name of names) {
      const person = await this.base.speaks(name);
      expect(await this.run((roles) => roles.join(role, person.id))).toMatchObject({ ok: true });
      people.push(person);
    }
    return people;
  }

  /** Whoever is asked now answers. */
  async answers(answer: "accept" | "cant", second = false): Promise<string> {
    const turn = await this.run((_, { session }) =>
      session.tx.roleTurn.findFirstOrThrow({ where: { state: "asked", second } }),
    );
    expect(await this.run((roles) => roles.answer(turn.id, turn.personId ?? "", answer))).toMatchObject({ ok: true });
    return turn.personId ?? "";
  }

  present(role: Role): Promise<readonly string[]> {
    return this.run((roles) => roles.present(role.id));
  }
}

const friday = (date: string): number => wallClock(date, "18:00", "Europe/Paris");

eachDatabase((_provider, open) => {
  const stage = async () => new RoleStage(await PeopleStage.make(await open()));

  it("asks seven days ahead, reminds both a day ahead, and hands over at the hour", async () => {
    const cell = await stage();
    const role = await cell.role();
    const people = await cell.pool(role, "Ana", "Ben", "Cho");
    await cell.wait(day);
    const first = await cell.answers("accept");
    const [one] = people.filter(({ id }) => id === first);
    await cell.waitUntil(friday("2026-03-27") - 1);
    expect(one && cell.told(one)).toEqual(["asked", "tomorrow"]);
    expect(await cell.present(role)).toEqual([]);
    await cell.wait(2000);
    expect(await cell.present(role)).toEqual([first]);
    expect(cell.news().at(-1)?.handOver).toMatchObject({
      wanted: 0,
      left: [],
      holders: [{ personId: first, state: "accepted" }],
    });
    // The next one, a week later over the change of clocks, is somebody else; the holder hears that it ends.
    await cell.wait(day);
    const second = await cell.answers("accept");
    expect(second).not.toBe(first);
    await cell.waitUntil(friday("2026-04-03"));
    expect(await cell.present(role)).toEqual([second]);
    expect(one && cell.told(one)).toEqual(["asked", "tomorrow", "leaving"]);
    expect(cell.news().at(-1)?.handOver?.left).toEqual([first]);
    // The third is asked at the same hour, and credited.
    const balance = await cell.run((roles) => roles.balance(role));
    expect(balance).toMatchObject({ spread: 0, members: [{ terms: 1 }, { terms: 1 }, { terms: 1 }] });
  });

  it("without an answer two days ahead somebody else is asked as well, and who accepts first holds it", async () => {
    const cell = await stage();
    const role = await cell.role();
    await cell.pool(role, "Ana", "Ben", "Cho");
    await cell.waitUntil(friday("2026-03-27") - day - hour);
    const turns = await cell.run((_, { session }) => session.tx.roleTurn.findMany({ orderBy: { second: "asc" } }));
    expect(turns.map(({ state, second }) => ({ state, second }))).toEqual([
      { state: "asked", second: false },
      { state: "asked", second: true },
    ]);
    const [slow, quick] = turns;
    expect(await cell.answers("accept", true)).toBe(quick?.personId);
    const late = await cell.run((roles) => roles.answer(slow?.id ?? "", slow?.personId ?? "", "accept"));
    expect(late).toEqual({ ok: false, why: "turn-taken" });
    const { members } = await cell.run((roles) => roles.balance(role));
    expect(members.find(({ personId }) => personId === quick?.personId)?.terms).toBe(1);
    expect(members.find(({ personId }) => personId === slow?.personId)?.terms).toBe(0);
    await cell.waitUntil(friday("2026-03-27") + 1);
    expect(await cell.present(role)).toEqual([quick?.personId]);
  });

  it("if nobody has accepted by the hour the holder stays as acting, even if away, and a volunteer is wanted", async () => {
    const cell = await stage();
    const role = await cell.role();
    const [ana] = await cell.pool(role, "Ana");
    if (ana === undefined) throw new Error("nobody");
    await cell.wait(hour);
    await cell.answers("accept");
    await cell.waitUntil(friday("2026-03-27") + hour);
    await cell.run((roles) => roles.setAway(ana.id, friday("2026-04-01"), friday("2026-04-20")));
    const [ben] = await cell.pool(role, "Ben");
    if (ben === undefined) throw new Error("nobody");
    await cell.waitUntil(friday("2026-04-03") - 1000);
    expect(cell.told(ben)).toEqual(["asked", "asked"]);
    await cell.wait(2000);
    expect(await cell.present(role)).toEqual([ana.id]);
    expect(cell.news().at(-1)?.handOver).toMatchObject({ wanted: 1, holders: [{ personId: ana.id, state: "acting" }] });
    // Silence is no refusal: Ben may still accept, or anybody else.
    const cho = await cell.base.speaks("Cho");
    expect(await cell.run((roles) => roles.volunteer(role.id, cho.id))).toMatchObject({ ok: true });
    expect(await cell.present(role)).toEqual([cho.id]);
    expect(await cell.run((roles) => roles.volunteer(role.id, ben.id))).toEqual({ ok: false, why: "turn-taken" });
    const history = await cell.run((roles) => roles.history(role, 9));
    expect(history[0]?.turns.map(({ personId, state }) => [personId, state])).toEqual([
      [ana.id, "acting"],
      [cho.id, "accepted"],
    ]);
  });

  it("relaxing is told to the chat, and a role for which there is nobody is not silent", async () => {
    const cell = await stage();
    const role = await cell.role();
    const [ana] = await cell.pool(role, "Ana");
    if (ana === undefined) throw new Error("nobody");
    await cell.wait(hour);
    await cell.answers("accept");
    await cell.waitUntil(friday("2026-03-27") + hour);
    expect(cell.news().flatMap(({ relaxed }) => relaxed)).toMatchObject([{ personId: ana.id, rules: ["limit"] }]);
    await cell.answers("cant");
    await cell.waitUntil(friday("2026-04-03") - hour);
    expect(cell.news().at(-1)?.nobodyFor).toMatchObject({ index: 1 });
    await cell.wait(2 * hour);
    expect(cell.news().at(-1)?.handOver).toMatchObject({ wanted: 1, holders: [{ personId: ana.id, state: "acting" }] });
  });

  it("after ten days down each person gets one message that makes sense now, and the hand-over happened once", async () => {
    const cell = await stage();
    const roles_ = [await cell.role(), await cell.role({ name: "Minutes" })];
    const people: Person[] = [];
    for (const name of ["Ana", "Ben", "Cho", "Dan", "Eva"]) people.push(await cell.base.speaks(name));
    for (const role of roles_) for (const { id } of people) await cell.run((roles) => roles.join(role, id));
    await cell.wait(hour);
    const held: string[] = [];
    for (let count = 0; count < 2; count++) held.push(await cell.answers("accept"));
    expect(new Set(held).size).toBe(2);
    cell.heard = [];
    await cell.waitUntil(friday("2026-04-04"), { down: true });
    await cell.wait(minute);
    const holders = [...(await cell.present(roles_[0] as Role)), ...(await cell.present(roles_[1] as Role))];
    expect([...holders].sort()).toEqual([...held].sort());
    for (const person of people) expect(cell.told(person).length).toBeLessThanOrEqual(1);
    expect(cell.news().filter(({ handOver }) => handOver !== undefined)).toHaveLength(2);
    for (const role of roles_) {
      const history = await cell.run((roles) => roles.history(role, 9));
      // The second hand-over came while nobody could be asked: who held it holds it still, as acting.
      expect(history.map(({ turns }) => turns.map(({ state }) => state))).toEqual([["acting"], ["accepted"]]);
    }
  });

  it("nobody is told in their quiet hours what can wait, and several reminders are one message", async () => {
    const cell = await stage();
    const roles_ = [await cell.role({ holders: 1 }), await cell.role({ name: "Minutes" })];
    const ana = await cell.base.speaks("Ana");
    await cell.run((_, { people }) => people.update(ana, { quietFrom: 0, quietTo: 20 * 60 }));
    for (const role of roles_) await cell.run((roles) => roles.join(role, ana.id));
    await cell.wait(day);
    const told = cell.heard.filter((one) => "told" in one);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ at: wallClock("2026-03-20", "20:00", "Europe/Paris") });
    expect(cell.told(ana)).toEqual(["asked+asked"]);
    // Quiet until the hour has passed: then it is said in the chats.
    await cell.run((_, { people }) => people.update(ana, { quietFrom: 0, quietTo: 23 * 60 }));
    for (let count = 0; count < 2; count++) await cell.answers("accept");
    cell.heard = [];
    await cell.waitUntil(friday("2026-03-27") - minute);
    expect(cell.heard.filter((one) => "told" in one)).toMatchObject([{ told: { onlyChats: false } }]);
    await cell.waitUntil(friday("2026-03-29"));
    expect(cell.heard.filter((one) => "told" in one && one.told.onlyChats)).toEqual([]);
  });

  it("the power is with who holds the role now, a cover included, and gone from who had it", async () => {
    const cell = await stage();
    const role = await cell.role({ power: true });
    const coordinates = (id: string) =>
      cell.run(async (roles, { cells }) => {
        const here = await cells.get(cell.base.cell.id);
        return here !== undefined && roles.coordinates(here, id);
      });
    const maker = await cell.base.speaks("Zoe");
    await cell.run((_, { cells }) => cells.update(cell.base.cell, { coordinatorId: maker.id }));
    const people = await cell.pool(role, "Ana", "Ben");
    expect(await coordinates(maker.id)).toBe(true);
    await cell.wait(hour);
    const first = await cell.answers("accept");
    await cell.waitUntil(friday("2026-03-27") + minute);
    const other = people.find(({ id }) => id !== first)?.id ?? "";
    expect([await coordinates(maker.id), await coordinates(first), await coordinates(other)]).toEqual([
      false,
      true,
      false,
    ]);
    const offered = await cell.run((roles) =>
      roles.offerCover(role, first, other, friday("2026-03-28"), friday("2026-03-30")),
    );
    if (!offered.ok) throw new Error(offered.why);
    expect(await coordinates(other)).toBe(false);
    expect(await cell.run((roles) => roles.agree(offered.offer.id, first))).toEqual({ ok: false, why: "not-yours" });
    expect(await cell.run((roles) => roles.agree(offered.offer.id, other))).toMatchObject({ ok: true });
    await cell.waitUntil(friday("2026-03-29"));
    expect([await coordinates(first), await coordinates(other)]).toEqual([false, true]);
    await cell.waitUntil(friday("2026-03-30"));
    expect([await coordinates(first), await coordinates(other)]).toEqual([true, false]);
    // Taken out: the power is gone at once, and goes back to who made the cell until somebody holds the role.
    await cell.run((roles) => roles.remove(role, first));
    expect([await coordinates(first), await coordinates(maker.id)]).toEqual([false, true]);
    await cell.run((roles) => roles.end(role));
    expect(await coordinates(maker.id)).toBe(true);
  });

  it("a swap needs both; who gave a turn away serves the next one of the other", async () => {
    const cell = await stage();
    const role = await cell.role();
    const people = await cell.pool(role, "Ana", "Ben", "Cho");
    await cell.wait(hour);
    const first = await cell.answers("accept");
    const other = people.find(({ id }) => id !== first)?.id ?? "";
    const offered = await cell.run((roles) => roles.offerSwap(role, first, other));
    if (!offered.ok) throw new Error(offered.why);
    expect(await cell.run((roles) => roles.agree(offered.offer.id, other))).toMatchObject({ ok: true });
    expect(await cell.run((roles) => roles.agree(offered.offer.id, other))).toEqual({ ok: false, why: "offer-gone" });
    const served: string[][] = [];
    for (let week = 0; week < 3; week++) {
      await cell.waitUntil(friday("2026-03-27") + week * 7 * day + 2 * hour);
      served.push([...(await cell.present(role))]);
      await cell.answers("accept");
    }
    expect(served[0]).toEqual([other]);
    expect(served.flat().filter((id) => id === first)).toHaveLength(1);
    expect(new Set(served.flat()).size).toBe(3);
    const { spread } = await cell.run((roles) => roles.balance(role));
    expect(spread).toBeLessThanOrEqual(1);
  });

  it("notes go to who comes after, and to nobody else; an edit moves the hand-over; an end ends it", async () => {
    const cell = await stage();
    const role = await cell.role();
    const people = await cell.pool(role, "Ana", "Ben", "Cho");
    await cell.wait(hour);
    const first = await cell.answers("accept");
    await cell.waitUntil(friday("2026-03-27") + hour);
    const second = await cell.answers("accept");
    const third = people.find(({ id }) => id !== first && id !== second)?.id ?? "";
    // It is kept for the hand-over: who comes may change until then.
    expect(await cell.run((roles) => roles.note(role, first, "the lock sticks"))).toEqual({ ok: true, toIds: [] });
    expect(await cell.run((roles) => roles.note(role, third, "no"))).toEqual({ ok: false, why: "not-holder" });
    const texts = async (id: string) => (await cell.run((roles) => roles.notes(role, id))).map(({ text }) => text);
    // Who is next reads it from the hand-over on.
    expect([await texts(first), await texts(second), await texts(third)]).toEqual([["the lock sticks"], [], []]);

    const before = await cell.run((roles) => roles.calendar(role));
    await cell.run((roles) => roles.edit(role, { rule: { ...role.rule, pattern: "FREQ=WEEKLY;BYDAY=SU" } }));
    const after = await cell.run((roles) => roles.calendar(role));
    expect(after.map(({ term }) => term.id)).toEqual(before.map(({ term }) => term.id));
    expect(after.every(({ term }, index) => term.sequence > (before[index]?.term.sequence ?? 0))).toBe(true);
    expect(after[1]?.term.from).toBe(wallClock("2026-03-29", "18:00", "Europe/Paris"));
    await cell.waitUntil(wallClock("2026-03-29", "18:00", "Europe/Paris") + 1000);
    expect(await cell.present(role)).toEqual([second]);
    expect([await texts(second), await texts(third)]).toEqual([["the lock sticks"], []]);

    await cell.run((roles) => roles.end(role));
    expect(await cell.present(role)).toEqual([]);
    expect((await cell.run((roles) => roles.calendar(role))).map(({ term }) => term.state)).toEqual([
      "over",
      "over",
      "cancelled",
    ]);
    await cell.wait(89 * day);
    expect(await cell.run((roles) => roles.get(role.id))).toBeDefined();
    await cell.wait(2 * day);
    expect(await cell.run((roles) => roles.get(role.id))).toBeUndefined();
  });

  it("who is forgotten leaves no trace, and what they held is asked of another; an export holds what is theirs", async () => {
    const cell = await stage();
    const role = await cell.role();
    const people = await cell.pool(role, "Ana", "Ben");
    await cell.wait(hour);
    const first = await cell.answers("accept");
    const person = people.find(({ id }) => id === first);
    if (person === undefined) throw new Error("nobody");
    await cell.waitUntil(friday("2026-03-27") + hour);
    await cell.run((roles) => roles.note(role, first, "the lock sticks"));
    await cell.run((roles) => roles.setAway(first, friday("2026-05-01"), friday("2026-05-09")));
    const held = await cell.run((_, { comingAndGoing }) => comingAndGoing.export(person));
    expect(held["roles"]).toMatchObject({
      pools: [{ role: "Keys", terms: 1 }],
      turns: [{ role: "Keys", state: "accepted" }],
      notes: [{ text: "the lock sticks" }],
      away: [{ from: new Date(friday("2026-05-01")) }],
    });
    await cell.run((_, { comingAndGoing }) => comingAndGoing.forget(person));
    expect((await rowsOf(cell.base.database, cell.base.federation.id)).filter((row) => row.includes(first))).toEqual(
      [],
    );
    expect(await cell.present(role)).toEqual([]);
    await cell.wait(minute);
    expect(cell.news().at(-1)?.handOver).toMatchObject({ wanted: 1, holders: [] });
    await cell.run((_, { federations }) => federations.shred(cell.base.federation.id));
    expect(await rowsOf(cell.base.database, cell.base.federation.id)).toEqual([]);
  });

  it("terms are kept as long as the federation's retention says", async () => {
    const cell = await stage();
    const role = await cell.role();
    await cell.pool(role, "Ana", "Ben", "Cho");
    for (let week = 0; week < 40; week++) {
      await cell.wait(7 * day);
      await cell.run(async (roles, { session }) => {
        for (const turn of await session.tx.roleTurn.findMany({ where: { state: "asked" } })) {
          await roles.answer(turn.id, turn.personId ?? "", "accept");
        }
      });
    }
    const history = await cell.run((roles) => roles.history(role, 99));
    const oldest = Math.min(...history.map(({ term }) => term.to));
    expect(cell.now - oldest).toBeLessThanOrEqual(97 * day);
    expect(cell.now - oldest).toBeGreaterThan(80 * day);
    // Some answer late, so that somebody else has the term: what they are credited with on coming back evens it out.
    const { members } = await cell.run((roles) => roles.balance(role));
    const counted = members.map(({ terms, credited }) => terms + credited);
    expect(Math.max(...counted) - Math.min(...counted)).toBeLessThanOrEqual(1);
  });

  it("the balance shows the terms that were theirs; what they were credited with on joining or coming back is apart", async () => {
    const cell = await stage();
    const roles_ = [await cell.role(), await cell.role({ name: "Minutes" })];
    for (const role of roles_) await cell.pool(role, "Ana", "Ben", "Cho");
    for (let week = 0; week < 10; week++) {
      await cell.wait(7 * day);
      for (let asked = 0; asked < roles_.length; asked++) await cell.answers("accept");
    }
    const [keys] = roles_ as [Role];
    const [dan] = await cell.pool(keys, "Dan");
    for (const role of roles_) {
      const { members, spread } = await cell.run((roles) => roles.balance(role));
      const turns = await cell.run((_, { session }) =>
        session.tx.roleTurn.findMany({ where: { roleId: role.id, credited: true } }),
      );
      for (const { personId, terms } of members) {
        expect(terms).toBe(turns.filter((one) => (one.forId ?? one.personId) === personId).length);
      }
      expect(members.reduce((sum, { terms }) => sum + terms, 0)).toBe(turns.length);
      const terms = members.map((one) => one.terms);
      expect(terms).toEqual([...terms].sort((a, b) => a - b));
      expect(spread).toBe(Math.max(...terms) - Math.min(...terms));
    }
    const { members } = await cell.run((roles) => roles.balance(keys));
    const others = members.filter(({ personId }) => personId !== dan?.id);
    const fewest = Math.min(...others.map(({ terms, credited }) => terms + credited));
    expect(fewest).toBeGreaterThan(0);
    expect(members[0]).toMatchObject({ personId: dan?.id, terms: 0, lastEnd: undefined });
    expect(members[0]?.credited).toBeGreaterThanOrEqual(fewest);
  });

  it("who is acting in one place and then accepts another has one place", async () => {
    const cell = await stage();
    const role = await cell.role({ holders: 2, limit: 2 });
    const people = await cell.pool(role, "Ana", "Ben");
    await cell.wait(hour);
    for (let place = 0; place < 2; place++) await cell.answers("accept");
    await cell.waitUntil(friday("2026-03-27") + hour);
    // Asked for the other place than the one that they hold.
    await cell.run((_, { session }) =>
      session.tx.roleTurn.findMany({ where: { state: "asked" } }).then(async (asked) => {
        expect(asked).toHaveLength(2);
        const holders = await session.tx.roleTurn.findMany({ where: { heldFrom: { not: null } } });
        for (const turn of asked) {
          const place = 1 - (holders.find(({ personId }) => personId === turn.personId)?.place ?? 0);
          await session.tx.roleTurn.update({ where: { id: turn.id }, data: { place } });
        }
      }),
    );
    await cell.waitUntil(friday("2026-04-03") + hour);
    const ids = people.map(({ id }) => id).sort();
    expect([...(await cell.present(role))].sort()).toEqual(ids);
    const asked = await cell.run((_, { session }) =>
      session.tx.roleTurn.findMany({ where: { state: "asked", term: { state: "begun" } } }),
    );
    expect(asked).toHaveLength(2);
    for (const turn of asked) {
      expect(await cell.run((roles) => roles.answer(turn.id, turn.personId ?? "", "accept"))).toMatchObject({
        ok: true,
      });
      expect([...(await cell.present(role))].sort()).toEqual(ids);
    }
    const { now } = await cell.run((roles) => roles.why(role));
    expect(now?.turns.map(({ place, state }) => [place, state])).toEqual([
      [0, "accepted"],
      [1, "accepted"],
    ]);
  });

  it("whatever people do: one holder for a place, no gap, no overlap, nobody asked while away, the past stays", async () => {
    const anAct = fc.tuple(
      fc.constantFrom(
        "accept",
        "accept",
        "accept",
        "cant",
        "join",
        "leave",
        "away",
        "back",
        "skip",
        "step-down",
        "swap",
        "cover",
        "volunteer",
      ),
      fc.nat(5),
      fc.nat(5),
      fc.integer({ min: 1, max: 100 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(anAct, { minLength: 10, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 2 }),
        async (acts, holders, limit) => {
          const cell = await stage();
          const role = await cell.role({ holders, limit });
          const people: Person[] = [];
          for (const name of ["Ana", "Ben", "Cho", "Dan", "Eva", "Fay"]) people.push(await cell.base.speaks(name));
          for (const { id } of people.slice(0, 4)) await cell.run((roles) => roles.join(role, id));
          let past: string[] = [];
          for (const [what, a, b, hours] of acts) {
            await act(cell, role, what, people[a]?.id ?? "", people[b]?.id ?? "");
            await check(cell, role, past);
            await cell.wait(hours * hour);
            past = await check(cell, role, past);
          }
        },
      ),
      { numRuns: 7, endOnFailure: true, examples: [actsThenOtherPlace, owesAndChosen] },
    );
  });
});

type Acts = [what: string, who: number, other: number, hours: number][];

/** Somebody who is acting in one place accepts another one. */
const actsThenOtherPlace: [Acts, number, number] = [
  [
    ["back", 0, 1, 2],
    ["accept", 3, 5, 6],
    ["cover", 0, 2, 100],
    ["away", 3, 1, 2],
    ["cover", 3, 3, 5],
    ["leave", 4, 0, 99],
    ["leave", 1, 2, 99],
    ["away", 0, 2, 35],
    ["step-down", 0, 1, 7],
    ["accept", 5, 2, 93],
  ],
  3,
  2,
];
/** Somebody owes a turn to one who is chosen, and is chosen for another place of that term. */
const owesAndChosen: [Acts, number, number] = [
  [
    ["accept", 0, 1, 89],
    ["step-down", 1, 2, 64],
    ["volunteer", 3, 3, 27],
    ["step-down", 4, 1, 31],
    ["back", 0, 4, 48],
    ["swap", 2, 1, 41],
    ["accept", 2, 2, 85],
  ],
  3,
  1,
];

async function act(cell: RoleStage, role: Role, what: string, who: string, other: string): Promise<void> {
  await cell.run(async (roles, { session }) => {
    const asked = await session.tx.roleTurn.findMany({ where: { state: "asked" }, orderBy: { id: "asc" } });
    switch (what) {
      case "accept":
        for (const turn of asked) await roles.answer(turn.id, turn.personId ?? "", "accept");
        break;
      case "cant":
        for (const turn of asked.slice(0, 1)) await roles.answer(turn.id, turn.personId ?? "", "cant");
        break;
      case "join":
        await roles.join(role, who);
        break;
      case "leave":
        await roles.leave(role, who);
        break;
      case "away":
        await roles.setAway(who, cell.now + day, cell.now + 12 * day);
        break;
      case "back":
        await roles.back(who);
        break;
      case "skip":
        await roles.skip(role, who);
        break;
      case "step-down":
        await roles.stepDown(role, who);
        break;
      case "volunteer":
        await roles.volunteer(role.id, who);
        break;
      default: {
        const offered =
          what === "swap"
            ? await roles.offerSwap(role, who, other)
            : await roles.offerCover(role, who, other, cell.now, cell.now + day);
        if (offered.ok) await roles.agree(offered.offer.id, other);
      }
    }
  });
}

/** Checks all that must hold at any time; gives back what is past, which must stay as it is. */
async function check(cell: RoleStage, role: Role, past: readonly string[]): Promise<string[]> {
  const now = cell.now;
  return cell.run(async (roles, { session }) => {
    const terms = await session.tx.roleTerm.findMany({ include: { turns: true }, orderBy: { index: "asc" } });
    terms.forEach((term, index) => {
      expect(term.index).toBe(index);
      if (index > 0) expect(term.from).toEqual(terms[index - 1]?.to);
      expect(term.state).toBe(index === terms.length - 1 ? "planned" : index === terms.length - 2 ? "begun" : "over");
      // Nobody is asked for two places of a term, and no place is firmly two people's.
      const standing = term.turns.filter(({ state }) => state === "asked" || state === "accepted");
      const open = standing.filter(({ heldTo }) => heldTo === null || heldTo.getTime() >= term.to.getTime());
      expect(new Set(open.map(({ personId }) => personId)).size).toBe(open.length);
    });
    const held = terms.flatMap(({ turns }) => turns.filter(({ heldFrom }) => heldFrom !== null));
    for (let place = 0; place < role.holders; place++) {
      const here = held
        .filter((one) => one.place === place && Number(one.heldTo) > Number(one.heldFrom))
        .sort((a, b) => Number(a.heldFrom) - Number(b.heldFrom));
      here.forEach((one, index) => {
        const next = here[index + 1];
        if (next === undefined) return;
        expect(Number(next.heldFrom)).toBeGreaterThanOrEqual(Number(one.heldTo));
      });
    }
    const present = await roles.present(role.id);
    expect(new Set(present).size).toBe(present.length);
    const absences = await session.tx.absence.findMany();
    for (const term of terms.filter(({ state }) => state === "planned")) {
      for (const turn of term.turns.filter(({ state }) => state === "asked")) {
        const away = absences.filter(
          (one) => one.personId === turn.personId && one.from < term.to && one.to > term.from,
        );
        expect(away).toEqual([]);
      }
    }
    const credited = new Map<string, number>();
    for (const turn of terms.flatMap(({ turns }) => turns).filter((one) => one.credited)) {
      const whose = turn.forId ?? turn.personId ?? "";
      credited.set(whose, (credited.get(whose) ?? 0) + 1);
    }
    for (const member of await session.tx.roleMember.findMany()) {
      expect(member.terms).toBeGreaterThanOrEqual(credited.get(member.personId) ?? 0);
    }
    const told = held
      .filter(({ heldTo }) => Number(heldTo) <= now)
      .map(({ id, personId, place, heldFrom, heldTo }) => JSON.stringify([id, personId, place, heldFrom, heldTo]));
    for (const line of past) expect(told).toContain(line);
    return told;
  });
}
