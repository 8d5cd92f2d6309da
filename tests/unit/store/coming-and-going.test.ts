/**
 * A federation in which every table has rows (tests/fixtures), played through everything that makes people go: afterwards
 * nobody gone stands in what is open, nothing refers to who was forgotten, all counters are right, and whoever counted on
 * them is told. Each case happens in a transaction of its own, which is undone.
 */
import { expect, it } from "vitest";
import { cardParts } from "../../../src/chat/cards.ts";
import { actionJobs } from "../../../src/domain/actions.ts";
import { circleJobs } from "../../../src/domain/circles.ts";
import { coordinationJobs } from "../../../src/domain/coordination.ts";
import { delegateJobs } from "../../../src/domain/elections.ts";
import { fundJobs } from "../../../src/domain/fund.ts";
import { overdueJob, placeJob, seats as seatsOf } from "../../../src/domain/gatherings.ts";
import { roleJobs } from "../../../src/domain/roles.ts";
import { randomId, seededRandom } from "../../../src/core/random.ts";
import type { Database, Tx } from "../../../src/store/database.ts";
import { Federations, type FederationRecord } from "../../../src/store/federations.ts";
import type { Person } from "../../../src/store/people/records.ts";
import { holdersOfPersons, withRepositories, type Repositories } from "../../../src/store/repositories.ts";
import { rehearsalKey } from "../../../src/rehearsal/player.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import { whichDue } from "../../../src/store/outlived.ts";
import type { Session } from "../../../src/store/session.ts";
import { lackingIn } from "../../explore/checks/export.ts";
import { referencesIn } from "../../explore/checks/gone.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { isGoing } from "../../../src/store/rsvps.ts";
import { comingsIn, pledgesIn } from "../../kit/answers.ts";
import { openFixture, readScenario, restoreFixture } from "../../kit/fixture.ts";
import { recount } from "../../kit/recount.ts";
import { rowsIn } from "../../kit/rows.ts";

/** States of turns that stand for a place. */
const active = ["asked", "accepted", "acting"];
const minute = 60_000;
const day = 24 * 60 * minute;

interface Scene extends Repositories {
  readonly session: Session;
  readonly tx: Tx;
  readonly federation: FederationRecord;
}

/** Thrown to undo what a case did. */
class Undone extends Error {}

/** The database of a version, a minute after its last line. */
class Played {
  readonly database: Database;
  readonly #now: number;
  readonly #keyring = openKeyring(rehearsalKey);
  readonly #random = seededRandom("coming and going");
  #federations: readonly string[] = [];

  private constructor(database: Database, now: number) {
    this.database = database;
    this.#now = now;
  }

  static async open(version: string, url: string): Promise<Played> {
    const played = new Played((await openFixture(url)).database, (await readScenario(version, "readings")).start);
    played.#federations = await played.database.transaction(async (tx) =>
      (await tx.federation.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id),
    );
    return played;
  }

  random(below: number): number {
    return this.#random.integer(below);
  }

  get federations(): readonly string[] {
    return this.#federations;
  }

  async within<T>(federationId: string, work: (scene: Scene) => Promise<T>, later = 0): Promise<T> {
    return this.database.transaction(async (tx) => {
      const newId = (): string => randomId(this.#random);
      const session = { tx, keyring: this.#keyring, now: this.#now + later, newId };
      const federation = await new Federations(session).find(federationId);
      if (federation === undefined) throw new Error("a federation is gone");
      return work(withRepositories({ session, tx, federation }, session, federation));
    });
  }

  /** Does something, looks at it, and undoes it. */
  async undone(federationId: string, work: (scene: Scene) => Promise<void>, later = 0): Promise<void> {
    const doing = async (scene: Scene): Promise<never> => {
      await work(scene);
      throw new Undone();
    };
    await this.within(federationId, doing, later).catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  }

  people(federationId: string): Promise<readonly Person[]> {
    return this.within(federationId, async ({ tx, people }) => {
      const rows = await tx.person.findMany({ where: { federationId }, orderBy: { id: "asc" } });
      return Array.fromAsync(rows, async ({ id }) => (await people.get(id)) ?? never());
    });
  }
}

function never(): never {
  throw new Error("somebody is not there");
}

/** What is open, and has somebody in it who is no member there, or does not count there. */
async function strangers(session: Session): Promise<ReadonlySet<string>> {
  const { tx } = session;
  const members = new Set((await tx.membership.findMany()).map(({ personId, cellId }) => `${personId} ${cellId}`));
  const countsIn = new Map((await tx.person.findMany()).map(({ id, cellId }) => [id, cellId]));
  const found = (await referencesIn(session)).filter(
    ({ personId, cells, counts }) =>
      personId !== null &&
      !cells.some((cell) =>
        counts === true ? countsIn.get(personId) === cell : members.has(`${personId} ${cell ?? ""}`),
      ),
  );
  return new Set(found.map(({ feature, personId, cells }) => `${feature} ${personId ?? ""} ${cells.join()}`));
}

/** Who is told what now, by a job: its key begins so. */
type Told = string;

/**
 * Whom it concerns that somebody goes: from one cell, or (undefined) altogether. Worked out from the rows alone.
 * `counting`: whether they counted there, and so sit and vote there.
 */
async function relyOn(
  { tx, session: { now } }: Scene,
  personId: string,
  cellId: string | undefined,
): Promise<readonly Told[]> {
  const told: Told[] = [];
  const here = cellId === undefined ? {} : { cellId };
  const offers = await tx.roleOffer.findMany({
    where: { toId: personId, state: { in: ["offered", "agreed"] }, to: { gt: new Date(now) }, role: here },
  });
  for (const { id, kind, state, fromId } of offers) {
    if (kind === "cover" || state === "offered") told.push(`${roleJobs.offerEnded}:${id}:${fromId}`);
  }
  const held = await tx.roleTurn.findMany({
    where: { personId, heldTo: { gt: new Date(now) }, term: { state: "begun" }, role: { ...here, endedAt: null } },
    include: { role: true },
  });
  for (const { role } of held) told.push(`${roleJobs.step}:${role.createdAt.getTime()}:${role.id}`);
  const places = await tx.carePlace.findMany({
    where: { personId, act: { doneAt: null, action: { state: { in: ["planned", "confirmed"] }, ...here } } },
    include: { act: true },
  });
  for (const { act } of places) told.push(`${actionJobs.open}:${act.actionId}`);
  const gatherings = await tx.gathering.findMany({
    where: { state: "open", capacity: { not: null }, ...here, rsvps: { some: { personId } } },
  });
  const comings = (await comingsIn(tx, openKeyring(rehearsalKey))).filter(isGoing);
  for (const { id, capacity } of gatherings) {
    const going = comings.filter(({ gatheringId }) => gatheringId === id);
    const before = seatsOf(going, capacity ?? undefined);
    const without = going.filter((one) => one.personId !== personId);
    const after = seatsOf(without, capacity ?? undefined);
    for (const one of after.seated) if (before.waiting.includes(one)) told.push(`${placeJob}:${id}:${one}`);
  }
  const paid = await tx.fundRequest.findMany({ where: { payeeId: personId, kind: "out", state: "open", ...here } });
  for (const { id, enteredById } of paid) {
    if (enteredById !== personId) told.push(`${fundJobs.told}:${id}:${enteredById ?? ""}`);
  }
  for (const address of await tx.pageAddress.findMany({ where: { personId, cellId: cellId ?? { not: null } } })) {
    told.push(`${coordinationJobs.calendar}:${address.cellId ?? ""}`);
  }
  for (const seat of await tx.seat.findMany({ where: { delegateId: personId, ...here } })) {
    if (seat.delegateId === personId) told.push(`${delegateJobs.news}:`);
  }
  return told;
}

async function expectTold({ tx, session: { now } }: Scene, told: readonly Told[]): Promise<void> {
  const jobs = (await tx.job.findMany({ where: { dueAt: { lte: new Date(now) } } })).map(({ key }) => key);
  for (const one of told) expect(jobs.some((key) => key.startsWith(one))).toBe(true);
}

/** Whose the turns to come of circles are, by their ids. */
async function turnsAhead({ tx, session: { now } }: Scene): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx.circleTurn.findMany({ where: { at: { gt: new Date(now) } } });
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}

/**
 * Every turn to come of a circle is somebody's who is in its rota, nobody has both of one time, and who has got one from
 * somebody else (`before`) is reminded of it.
 */
async function expectCircles(scene: Scene, before: ReadonlyMap<string, string | null>): Promise<void> {
  const { tx, session } = scene;
  for (const { places, turns } of await tx.circle.findMany({ include: { places: true, turns: true } })) {
    const ahead = turns.filter(({ at, personId }) => at.getTime() > session.now && personId !== null);
    const rota = new Set(places.map(({ personId }) => personId));
    expect(ahead.filter(({ personId }) => !rota.has(personId ?? ""))).toEqual([]);
    for (const { id, personId } of ahead.filter((turn) => before.get(turn.id) !== turn.personId)) {
      expect(await tx.job.count({ where: { key: `${circleJobs.remind}:${id}` } }), personId ?? "").toBe(1);
    }
    if (places.length < 3) continue;
    const times = ahead.map(({ at, personId }) => `${String(at.getTime())} ${personId ?? ""}`);
    expect(new Set(times).size).toBe(times.length);
  }
}

/** Answers of drives that are counted wrongly. How many differ from what was published last is counted elsewhere. */
const mistakesIn = async (tx: Tx): Promise<readonly string[]> =>
  (await recount({ read: (work) => work(tx) }, openKeyring(rehearsalKey))).mistakes.filter(
    (one) => !one.startsWith("changed in "),
  );

eachDatabase((name, _open, freshUrl) => {
  const opened = async (): Promise<Played> => {
    const version = "0.1.0";
    const url = await freshUrl();
    await restoreFixture(version, name, url);
    const played = await Played.open(version, url);
    const [federationId = ""] = await withMost(played);
    // What the version left without rows: times to choose from, somebody who stands in without being in the rotation, a turn
    // of a circle that was declined, something for each to be told later, a pledge that has gone and is still published, a
    // change of the emergency card, and an alert.
    await played.within(federationId, async (scene) => {
      const { tx, session, drives, gatherings, roles, circles, jobs, helpCards, alerts, funds } = scene;
      const row = await tx.gathering.findFirstOrThrow({ where: { state: "open", capacity: 2 } });
      const open = (await gatherings.get(row.id)) ?? never();
      const found = await gatherings.create({ cellId: open.cellId, kind: "gathering", what: "Choir" });
      const { times } = await timesOf(found.id);
      async function timesOf(id: string) {
        const gathering = (await gatherings.get(id)) ?? never();
        await gatherings.propose(gathering, [session.now + 3 * day, session.now + 4 * day]);
        return tx.gathering.findUniqueOrThrow({ where: { id }, include: { times: true } });
      }
      const members = await tx.membership.findMany({ where: { cellId: open.cellId }, orderBy: { personId: "asc" } });
      for (const { personId } of members) {
        await tx.timeChoice.createMany({ data: times.map(({ id }) => ({ timeId: id, personId })) });
      }
      for (const { personId } of members) {
        await scene.addresses.make("calendar", { personId }, (below) => played.random(below));
      }
      const shownTo = members.at(-1)?.personId ?? never();
      await scene.addresses.make("calendar", { cellId: open.cellId }, (below) => played.random(below), shownTo);
      for (const [index, { personId }] of members.slice(0, 3).entries()) {
        await funds.proposeApprover(open.cellId, personId, `about-${index}`);
      }
      await tx.fundApprover.updateMany({
        where: { voteId: "about-0" },
        data: { chosenAt: new Date(session.now - (session.now % minute)) },
      });
      await helpCards.propose(open.cellId, members[0]?.personId ?? never(), "Legal line: 0800 555 0100");
      const raised = { cellId: open.cellId, scope: "cell", sectorId: undefined, text: "Police at gate 2" } as const;
      const alert = await alerts.begin(raised, members[0]?.personId ?? never());
      await alerts.confirm(alert, members[1]?.personId ?? never());
      for (const { personId } of members) await alerts.answer(alert, personId, "safe");
      const turn = await tx.roleTurn.findFirstOrThrow({
        where: {
          state: "accepted",
          heldTo: { gt: new Date(session.now) },
          role: { cellId: open.cellId, endedAt: null },
        },
        include: { role: { include: { members: true } }, term: true },
      });
      const inIt = new Set(turn.role.members.map(({ personId }) => personId));
      const outside = members.find(({ personId }) => !inIt.has(personId)) ?? never();
      const role = (await roles.get(turn.roleId)) ?? never();
      const to = turn.term.to.getTime();
      const asked = await roles.offerCover(role, turn.personId ?? "", outside.personId, session.now + minute, to);
      if (!asked.ok) throw new Error(asked.why);
      const agreed = await roles.agree(asked.offer.id, outside.personId);
      if (!agreed.ok) throw new Error(agreed.why);
      const ahead = { at: { gt: new Date(session.now + day) }, personId: { not: null } };
      for (const { id, personId } of await tx.circleTurn.findMany({ where: ahead, orderBy: { id: "asc" }, take: 2 })) {
        await circles.cannot(id, personId ?? "");
      }
      const card = await tx.card.findFirstOrThrow({ where: { chat: { cellId: open.cellId } } });
      await tx.cardPart.createMany({
        data: members.map(({ personId }) => ({ cardId: card.id, kind: cardParts.person, subjectId: personId })),
      });
      const stepped = await tx.pledge.findMany({
        where: { step: 0, drive: { closedAt: null, counts: { some: { unit: { steps: { gt: 0 } } } } } },
      });
      const ids = new Set(stepped.map(({ id }) => id));
      const published = (await pledgesIn(tx, openKeyring(rehearsalKey))).findLast(
        ({ id, answer }) => answer === "in" && ids.has(id),
      );
      await drives.withdrawAll(published?.personId ?? "");
      const [keeper, payee] = members.map(({ personId }) => personId);
      if (keeper === undefined || payee === undefined) throw new Error("the cell has too few members");
      const fund = await funds.create({ cellId: open.cellId, name: "Strike fund", currency: "EUR" });
      await funds.moneyIn(fund, { amount: 9_000, text: "Collection", enteredById: keeper });
      const wanted = { amount: 500, text: "Rent", payeeId: payee };
      const help = await funds.request(fund, { ...wanted, kind: "ask", enteredById: payee });
      await funds.approve(help, { by: keeper, may: [keeper], seen: 500 });
      await funds.request(fund, { ...wanted, kind: "out", enteredById: keeper });
      for (const { personId } of members) {
        const asked = { cellId: open.cellId, personId, what: "A ride", form: "rides", at: session.now + 9 * day };
        const need = await scene.askedCare.ask(asked);
        await scene.askedCare.offer({ cellId: open.cellId, personId, form: "meals" });
        const gives = members.find((one) => one.personId !== personId)?.personId ?? never();
        await scene.askedCare.answer(need, gives, "yes");
      }
      for (const { personId: person } of members) {
        const payload = { gathering: found.id, person };
        const key = `${overdueJob}:${found.id}:${person}`;
        await jobs.schedule({ kind: overdueJob, key, payload, dueAt: session.now + day });
      }
    });
    // A council of the cell has proposed days.
    await played.within(federationId, async ({ tx, councils, dates }) => {
      const { cellId } = await tx.gathering.findFirstOrThrow({ where: { state: "open", capacity: 2 } });
      const people = await tx.person.findMany({ where: { cellId }, orderBy: { id: "asc" } });
      const sits = await tx.councilCell.findFirst({ where: { cellId }, orderBy: { councilId: "asc" } });
      const coordinatorId = people[0]?.id ?? never();
      const made = { name: "Harbour", cellIds: [cellId], zone: "UTC", language: "en", coordinatorId };
      const councilId = sits?.councilId ?? (await councils.create(made)).id;
      const of = await dates.propose(councilId, { what: "Strike", days: ["2099-05-01"], driveId: undefined });
      for (const { id } of people) await dates.answer(of, { id, cellId }, 0, "can");
    });
    // Somebody objects to a decision, and notes stand in the margin of a charter.
    await played.within(federationId, async ({ tx, charters, decisions }) => {
      const { cellId } = await tx.gathering.findFirstOrThrow({ where: { state: "open", capacity: 2 } });
      const of = { text: "We meet on Thursdays", reviewOn: undefined, supersedes: undefined };
      const decision = (await decisions.propose({ cellId }, of)) ?? never();
      for (const { personId: id } of await tx.membership.findMany({
        where: { cellId },
        orderBy: { personId: "asc" },
      })) {
        const person = await tx.person.findUniqueOrThrow({ where: { id } });
        await decisions.object(decision, { id, cellId: person.cellId ?? undefined }, "object");
        await charters.write({ cellId, rule: 1, text: "Too late for who has children" }, id);
      }
    });
    return played;
  };
  const withMost = async ({ database, federations }: Played): Promise<readonly string[]> =>
    database.transaction(async (tx) => {
      const counts = new Map<string, number>();
      for (const id of federations) counts.set(id, await tx.person.count({ where: { federationId: id } }));
      return [...federations].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    });

  it("every table in which people stand has rows, nobody stands where they do not belong, and an export lacks nothing", async () => {
    const played = await opened();
    for (const federationId of played.federations) {
      await played.within(federationId, async (scene) => {
        const { tx, session, federation, comingAndGoing } = scene;
        const rows = await rowsIn(tx);
        const filled = new Set(rows.map((row) => row.split(" ", 1)[0] ?? ""));
        const tables = holdersOfPersons(session, federation).flatMap((one) => one.tables);
        // Who opened the direct chat before anybody knew them is nobody whom a federation knows.
        const empty = tables.filter((table) => !filled.has(table) && table !== "Started");
        expect(empty, "tables without rows: `opened` makes those that no version left (docs/development.md)").toEqual(
          [],
        );
        for (const row of await tx.person.findMany({ where: { federationId } })) {
          const person = (await scene.people.get(row.id)) ?? never();
          expect(lackingIn(await comingAndGoing.export(person), rows, row.id)).toEqual([]);
        }
        await expectCircles(scene, await turnsAhead(scene));
      });
    }
    await played.database.close();
  });

  it("who leaves a cell stands in nothing there, and whoever counted on them is told", async () => {
    const played = await opened();
    let told = 0;
    for (const federationId of played.federations) {
      for (const person of await played.people(federationId)) {
        const cells = await played.within(federationId, ({ cells: all }) => all.ofPerson(person.id));
        for (const cell of cells) {
          await played.undone(federationId, async (scene) => {
            const before = await strangers(scene.session);
            const turns = await turnsAhead(scene);
            const rely = await relyOn(scene, person.id, cell.id);
            told += rely.length;
            await scene.comingAndGoing.leaveCell(person, cell.id);
            expect([...(await strangers(scene.session))].filter((one) => !before.has(one))).toEqual([]);
            expect(await mistakesIn(scene.tx)).toEqual([]);
            await expectTold(scene, rely);
            await expectCircles(scene, turns);
          });
        }
      }
    }
    // There is something to tell, or the test tests nothing.
    expect(told).toBeGreaterThan(10);
    await played.database.close();
  });

  it("who counts elsewhere sits, stands and votes in the old cell no more", async () => {
    const played = await opened();
    let moved = 0;
    for (const federationId of played.federations) {
      for (const person of await played.people(federationId)) {
        const cells = await played.within(federationId, ({ cells: all }) => all.ofPerson(person.id));
        for (const cell of cells.filter(({ id }) => id !== person.cellId)) {
          moved++;
          await played.undone(federationId, async (scene) => {
            const { tx, session, comingAndGoing } = scene;
            const before = await strangers(session);
            const sat = await tx.seat.count({ where: { delegateId: person.id, cellId: person.cellId ?? "" } });
            await comingAndGoing.countIn(person, cell.id);
            expect([...(await strangers(session))].filter((one) => !before.has(one))).toEqual([]);
            expect(await mistakesIn(tx)).toEqual([]);
            await expectTold(
              scene,
              Array.from({ length: sat }, () => `${delegateJobs.news}:`),
            );
          });
        }
      }
    }
    expect(moved).toBeGreaterThan(2);
    await played.database.close();
  });

  it("nothing refers to who is forgotten, and whoever counted on them is told", async () => {
    const played = await opened();
    for (const federationId of played.federations) {
      for (const person of await played.people(federationId)) {
        await played.undone(federationId, async (scene) => {
          const before = await strangers(scene.session);
          const turns = await turnsAhead(scene);
          const rely = await relyOn(scene, person.id, undefined);
          const accounts = (await scene.people.identities(person.id)).map(({ id }) => id);
          await scene.comingAndGoing.forget(person);
          const rows = await rowsIn(scene.tx);
          expect(rows.filter((row) => [person.id, ...accounts].some((id) => row.includes(id)))).toEqual([]);
          expect([...(await strangers(scene.session))].filter((one) => !before.has(one))).toEqual([]);
          // Of closed drives the counts stay, and so of them no answers are counted anew.
          expect(await mistakesIn(scene.tx)).toEqual([]);
          await expectTold(scene, rely);
          await expectCircles(scene, turns);
        });
      }
    }
    await played.database.close();
  });

  it("two who turn out to be one are one everywhere", async () => {
    const played = await opened();
    for (const federationId of played.federations) {
      const people = await played.people(federationId);
      const pairs = people.flatMap((one, index) =>
        people
          .slice(index + 1, index + 3)
          .map((other) => (index % 2 === 0 ? ([one, other] as const) : ([other, one] as const))),
      );
      // And those who are asked for one term, or hold it.
      const terms = await played.within(federationId, ({ tx }) =>
        tx.roleTerm.findMany({
          where: { state: { in: ["planned", "begun"] }, role: { federationId, endedAt: null } },
          include: { turns: { where: { state: { in: active } } } },
        }),
      );
      for (const { turns } of terms) {
        const ids = new Set(turns.map(({ personId }) => personId));
        const [one, other] = people.filter(({ id }) => ids.has(id));
        if (one !== undefined && other !== undefined) pairs.push([other, one]);
      }
      for (const [first, second] of pairs) {
        await played.undone(federationId, async (scene) => {
          const { tx, session, comingAndGoing, drives } = scene;
          const before = await strangers(session);
          const renamed = (id: string | null): string | null => (id === second.id ? first.id : id);
          const turns = new Map([...(await turnsAhead(scene))].map(([id, whose]) => [id, renamed(whose)]));
          const served = await servedTerms(tx, first.id, second.id);
          const { contested } = await drives.ofBoth(first.id, second.id, first.cellId ?? second.cellId);
          const stands = new Map(contested.map(({ drive }) => [drive.id, "second"] as const));
          const person = await comingAndGoing.becomeOne(first, second, stands);
          const rows = await rowsIn(tx);
          expect(rows.filter((row) => row.includes(second.id))).toEqual([]);
          const after = await strangers(session);
          const known = new Set([...before].map((one) => one.replaceAll(second.id, first.id)));
          expect([...after].filter((one) => !known.has(one))).toEqual([]);
          expect(await mistakesIn(tx)).toEqual([]);
          expect(lackingIn(await comingAndGoing.export(person), rows, person.id)).toEqual([]);
          expect(await twice(tx, person.id)).toEqual([]);
          expect(await servedTerms(tx, first.id, second.id)).toBeLessThanOrEqual(served);
          await expectCircles(scene, turns);
        });
      }
    }
    await played.database.close();
  });

  it("a cell that leaves a council leaves nobody behind in it", async () => {
    const played = await opened();
    let left = 0;
    for (const federationId of played.federations) {
      const pairs = await played.within(federationId, ({ tx }) =>
        tx.councilCell.findMany({ where: { council: { federationId } }, orderBy: { cellId: "asc" } }),
      );
      for (const { councilId, cellId } of pairs) {
        left++;
        await played.undone(federationId, async (scene) => {
          const { tx, session, comingAndGoing } = scene;
          const before = await strangers(session);
          await comingAndGoing.cellLeavesCouncil(councilId, cellId);
          const found = [...(await strangers(session))].map((one) => one.split(" ").slice(0, 2).join(" "));
          const known = new Set([...before].map((one) => one.split(" ").slice(0, 2).join(" ")));
          expect(found.filter((one) => !known.has(one))).toEqual([]);
          expect(await tx.seat.count({ where: { councilId, cellId } })).toBe(0);
        });
      }
    }
    expect(left).toBeGreaterThan(3);
    await played.database.close();
  });

  it("each part removes something where it says that something is due, and there alone", async () => {
    const played = await opened();
    const seen = { due: new Set<string>(), vain: 0 };
    for (const federationId of played.federations) {
      for (const later of [0, 1, 4, 8, 40, 91, 120, 400, 800]) {
        await played.undone(
          federationId,
          async ({ tx, session, federation }) => {
            for (const { tables, retention } of holdersOfPersons(session, federation)) {
              if (!("due" in retention)) continue;
              const said = (await whichDue(session, [retention.due])).size > 0;
              const before = await rowsIn(tx);
              await retention.clear();
              const cleared = (await rowsIn(tx)).join("\n") !== before.join("\n");
              const part = tables.join() || "calendars";
              // Margins are looked at wherever a note has been shown: a meeting may have dealt with it since.
              if (said && part !== "MarginNote") expect(cleared, `${part} after ${String(later)} days`).toBe(true);
              if (cleared) expect(said, `${part} after ${String(later)} days`).toBe(true);
              if (said) seen.due.add(part);
              else seen.vain++;
            }
          },
          later * day,
        );
      }
    }
    expect(seen.vain).toBeGreaterThan(20);
    const parts = [
      "Alert,AlertAnswer",
      "CareEntry",
      "CareNeed,CareOffer,CareAsk",
      "CirclePlace,CircleTurn",
      "HelpCard",
    ];
    expect([...seen.due].filter((one) => !one.startsWith("Fund")).toSorted()).toEqual(parts);
    expect([...seen.due].filter((one) => one.startsWith("Fund"))).toHaveLength(1);
    await played.database.close();
  });

  it("the retention removes people who are in no cell any more, from everything", async () => {
    const played = await opened();
    for (const federationId of played.federations) {
      const [person] = (await played.people(federationId)).filter(({ steward }) => !steward);
      if (person === undefined) continue;
      await played.undone(
        federationId,
        async ({ tx, comingAndGoing, cells, people }) => {
          for (const cell of await cells.ofPerson(person.id)) {
            await comingAndGoing.leaveCell((await people.get(person.id)) ?? never(), cell.id);
          }
          await tx.pledge.updateMany({ where: { personId: person.id }, data: { personId: null } });
          await comingAndGoing.retention();
          expect((await rowsIn(tx)).filter((row) => row.includes(person.id))).toEqual([]);
        },
        800 * day,
      );
    }
    await played.database.close();
  });
});

/** How many terms of roles two persons have to their credit, together. */
async function servedTerms(tx: Tx, ...people: readonly string[]): Promise<number> {
  const { _sum } = await tx.roleMember.aggregate({ where: { personId: { in: [...people] } }, _sum: { served: true } });
  return _sum.served ?? 0;
}

/** Where one person stands twice. */
async function twice(tx: Tx, personId: string): Promise<readonly string[]> {
  const turns = await tx.roleTurn.findMany({
    where: { personId, state: { in: active }, term: { state: "planned" }, role: { endedAt: null } },
  });
  const seats = await tx.seat.findMany({ where: { OR: [{ delegateId: personId }, { alternateId: personId }] } });
  const all = [...turns.map(({ termId }) => `term ${termId}`), ...seats.map(({ councilId }) => `council ${councilId}`)];
  return all.filter((one, index) => all.indexOf(one) !== index);
}
