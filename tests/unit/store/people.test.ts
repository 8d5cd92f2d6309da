import { minuteOf } from "../../../src/domain/time.ts";
import { expect, it } from "vitest";
import type { Chat } from "../../../src/store/cells.ts";
import { People } from "../../../src/store/people/people.ts";
import type { Session } from "../../../src/store/session.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { PeopleStage } from "./people-stage.ts";
import type { Person } from "../../../src/store/people/records.ts";

const day = 24 * 60 * 60_000;

eachDatabase((_name, open) => {
  it("makes a person a member with their first command, and counts them in the first of their cells", async () => {
    const stage = await PeopleStage.make(await open());
    const ana = await stage.speaks("Ana");
    expect(ana.cellId).toBe(stage.cell.id);
    const other = await stage.anotherCell("Depot 6");
    const again = await stage.speaks("Ana", other.chat);
    expect(again.id).toBe(ana.id);
    expect(again.cellId).toBe(stage.cell.id);
    await stage.run(async ({ cells, people }) => {
      expect((await cells.ofPerson(ana.id)).map(({ name }) => name)).toEqual(["Depot 5", "Depot 6"]);
      expect([await people.memberCount(stage.cell.id), await people.memberCount(other.cell.id)]).toEqual([1, 0]);
      expect(await cells.memberCounts()).toEqual(new Map([[stage.cell.id, 1]]));
    });
  });

  it("writes nothing for somebody who only speaks again, and what changed otherwise", async () => {
    const stage = await PeopleStage.make(await open());
    const ana = await stage.speaks("Ana");
    const [before] = await stage.run(({ people }) => people.identities(ana.id));
    if (before === undefined) throw new Error("no identity");
    stage.clock.advanceTo(stage.clock.now() + 1_000);
    await stage.run(async ({ people, session }) => {
      const known = { person: ana, identity: before, present: true, member: true };
      // Reading or writing anything would be an error here.
      const refuse = (_: unknown, key: string | symbol): never => {
        throw new Error(String(key));
      };
      const none = { ...session, tx: new Proxy<Session["tx"]>(session.tx, { get: refuse }) };
      const seen = { platform: "telegram", account: "bot", chat: stage.chat } as const;
      const user = { id: "id-Ana", name: "Ana", username: "ana" };
      const same = await new People(none, stage.federation).recognise({ ...seen, user }, known);
      expect(same.identity).toEqual(before);
      const renamed = await people.recognise(
        { ...seen, user: { id: "id-Ana", name: "Ana B.", username: "anab" } },
        known,
      );
      expect(renamed.identity).toMatchObject({ name: "Ana B.", seenAt: minuteOf(stage.clock.now()) });
      expect((await people.byUsername("AnaB", "telegram"))?.id).toBe(ana.id);
      expect(await people.byUsername("ana", "telegram")).toBeUndefined();
    });
  });

  it("notes the federation in which an account spoke last, though the clock stands still", async () => {
    const database = await open();
    const [first, second] = [await PeopleStage.make(database), await PeopleStage.make(database, "Union")];
    const user = { id: "id-Ana", name: "Ana" };
    const spokeLast = async () => {
      const rows = await first.run(({ session }) =>
        session.tx.identity.findMany({ orderBy: { seenAt: "desc" }, select: { federationId: true } }),
      );
      return rows[0]?.federationId;
    };
    for (const stage of [first, second, first, first, second]) {
      await stage.speaks(user);
      expect(await spokeLast()).toBe(stage.federation.id);
    }
  });

  it("never finds a person of another federation", async () => {
    const database = await open();
    const [mine, theirs] = [await PeopleStage.make(database), await PeopleStage.make(database, "Union")];
    const ana = await theirs.speaks("Ana");
    await mine.run(async ({ people, cells }) => {
      expect(await people.get(ana.id)).toBeUndefined();
      expect(await people.byAccount("telegram", "id-Ana")).toBeUndefined();
      expect(await people.byUsername("ana", "telegram")).toBeUndefined();
      expect(await people.inCells([theirs.cell.id])).toEqual([]);
      expect(await people.identities(ana.id)).toEqual([]);
      expect(await cells.get(theirs.cell.id)).toBeUndefined();
      expect(await cells.chat(theirs.chat.id)).toBeUndefined();
      expect(await cells.sector(theirs.sector.id)).toBeUndefined();
    });
  });

  it("moves the count to the next cell when a person leaves, and takes the coordination away", async () => {
    const stage = await PeopleStage.make(await open());
    const ana = await stage.speaks("Ana");
    await stage.run(({ cells }) => cells.update(stage.cell, { coordinatorId: ana.id }));
    stage.clock.advanceTo(stage.clock.now() + 1_000);
    const other = await stage.anotherCell("Depot 6");
    await stage.speaks("Ana", other.chat);
    const leave = async (who: Person, cellId: string) =>
      (await stage.run(({ comingAndGoing }) => comingAndGoing.leaveCell(who, cellId))).person;
    const after = await leave(ana, stage.cell.id);
    expect(after.cellId).toBe(other.cell.id);
    expect((await stage.run(({ cells }) => cells.get(stage.cell.id)))?.coordinatorId).toBeUndefined();
    const none = await leave(after, other.cell.id);
    expect(none.cellId).toBeUndefined();
  });

  it("ends a membership only when the last chat of the cell was left", async () => {
    const stage = await PeopleStage.make(await open());
    const ana = await stage.speaks("Ana");
    const second = await stage.run(({ cells }) =>
      cells.bind(stage.cell, {
        platform: "telegram",
        account: "bot",
        ref: { id: "second" },
        title: undefined,
        encrypted: false,
      }),
    );
    await stage.speaks("Ana", second);
    const leaves = (id: string, chat: Chat) =>
      stage.run(({ comingAndGoing }) => comingAndGoing.leftChat("telegram", id, chat));
    await leaves("id-Ana", stage.chat);
    expect(await stage.run(({ people }) => people.isMember(ana.id, stage.cell.id))).toBe(true);
    await leaves("nobody", second);
    await leaves("id-Ana", second);
    expect(await stage.run(({ people }) => people.isMember(ana.id, stage.cell.id))).toBe(false);
  });

  it("knows the last steward", async () => {
    const stage = await PeopleStage.make(await open());
    const [ana, ben] = [await stage.speaks("Ana"), await stage.speaks("Ben")];
    const steward = await stage.run(({ people }) => people.setSteward(ana, true));
    expect(await stage.run(({ people }) => people.isLastSteward(steward))).toBe(true);
    expect(await stage.run(({ people }) => people.isLastSteward(ben))).toBe(false);
    await stage.run(({ people }) => people.setSteward(ben, true));
    expect(await stage.run(({ people }) => people.isLastSteward(steward))).toBe(false);
  });

  it("counts a vouch once, says when the threshold is reached, and takes it back with who gave it", async () => {
    const stage = await PeopleStage.make(await open());
    stage.federation = await stage.run(({ federations }) => federations.update(stage.federation, { vouches: 2 }));
    const [ana, ben, cho] = [await stage.speaks("Ana"), await stage.speaks("Ben"), await stage.speaks("Cho")];
    const give = (from: typeof ana) => stage.run(({ people }) => people.vouch(from, cho));
    expect(await give(ana)).toEqual({ outcome: "vouched", count: 1, reached: false });
    expect(await give(ana)).toMatchObject({ outcome: "already", reached: false });
    expect(await give(ben)).toEqual({ outcome: "vouched", count: 2, reached: true });
    await stage.run(({ comingAndGoing }) => comingAndGoing.forget(ana));
    const after = await stage.run(({ people }) => people.get(cho.id));
    const rows = await stage.run(({ session }) => session.tx.vouch.count({ where: { toId: cho.id } }));
    expect([after?.vouched, rows]).toEqual([1, 1]);
  });

  it("exports everything of a person, and nothing of others", async () => {
    const stage = await PeopleStage.make(await open());
    const [ana] = [await stage.speaks("Ana"), await stage.speaks("Benedict")];
    await stage.run(async ({ people, drives }) => {
      await people.update(ana, { language: "es", zone: "Europe/Madrid", quietFrom: 1320, quietTo: 480 });
      const drive = await drives.create({
        question: "Shall we stop the line?",
        name: undefined,
        scope: "cell",
        cellId: stage.cell.id,
        sectors: [],
        createdById: ana.id,
        goal: { kind: "people", people: 5 },
        deadline: stage.clock.now() + day,
        minimum: 0,
        reveal: "live",
      });
      await drives.answer(drive, ana, { scope: "none" });
    });
    const held = JSON.stringify(await stage.run(({ comingAndGoing }) => comingAndGoing.export(ana)));
    for (const one of [
      "Ana",
      "id-Ana",
      "Alliance",
      "Depot 5",
      "es",
      "Europe/Madrid",
      "1320",
      "Depot 5 crew",
      "chat of Alliance",
      "Shall we stop the line?",
    ]) {
      expect(held).toContain(one);
    }
    expect(held).not.toContain("Benedict");
  });

  it("forgets a person whole", async () => {
    const stage = await PeopleStage.make(await open());
    const ana = await stage.speaks("Ana");
    await stage.run(({ cells }) => cells.update(stage.cell, { coordinatorId: ana.id }));
    await stage.run(async ({ comingAndGoing, codes, session }) => {
      await codes.issue("link", { personId: ana.id }, () => 5);
      const owner = session.keyring.lookup("owner", "telegram", "id-Ana");
      const at = new Date(session.now);
      await session.tx.button.create({
        data: { id: "b", federationId: stage.federation.id, identityId: owner, sealedAction: "x", createdAt: at },
      });
      await comingAndGoing.forget(ana);
    });
    await stage.run(async ({ people, session: { tx }, cells }) => {
      expect(await people.get(ana.id)).toBeUndefined();
      expect(await people.byAccount("telegram", "id-Ana")).toBeUndefined();
      expect((await cells.get(stage.cell.id))?.coordinatorId).toBeUndefined();
      expect(await tx.identity.count()).toBe(0);
      expect(await tx.membership.count()).toBe(0);
      expect(await tx.presence.count()).toBe(0);
      expect(await tx.code.count()).toBe(0);
      expect(await tx.button.count()).toBe(0);
    });
    expect((await stage.speaks("Ana")).id).not.toBe(ana.id);
  });

  it("removes those who left every cell, after the retention and not before", async () => {
    const stage = await PeopleStage.make(await open());
    const [ana, ben] = [await stage.speaks("Ana"), await stage.speaks("Ben")];
    await stage.run(({ comingAndGoing }) => comingAndGoing.leaveCell(ana, stage.cell.id));
    const clean = () =>
      stage.run(async ({ comingAndGoing, session: { tx } }) => {
        const before = await tx.person.count();
        await comingAndGoing.retention();
        return before - (await tx.person.count());
      });
    stage.clock.advanceTo(stage.clock.now() + 89 * day);
    expect(await clean()).toBe(0);
    stage.clock.advanceTo(stage.clock.now() + 2 * day);
    expect(await clean()).toBe(1);
    await stage.run(async ({ people }) => {
      expect(await people.get(ana.id)).toBeUndefined();
      expect(await people.get(ben.id)).toBeDefined();
    });
  });
});
