/** The ledger, check-ins and circles in the database: two persons who are one, the end of a federation, another key. */
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { CheckIns } from "../../../src/store/checkins.ts";
import { Circles } from "../../../src/store/circles.ts";
import { Ledger } from "../../../src/store/ledger.ts";
import { Phases } from "../../../src/store/phases.ts";
import { withRepositories } from "../../../src/store/repositories.ts";
import { rotateMasterKey } from "../../../src/store/rotate.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import { Federations } from "../../../src/store/federations.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { Stage } from "../../kit/stage.ts";

const hour = 60 * 60_000;

/** A cell in which Ana and Ben have given care, answered a check-in, and have turns in the circle. */
async function played(stage: Stage): Promise<void> {
  const chat = stage.chat("depot5");
  const zoe = chat.person("Zoe").administrates();
  await zoe.says("/setup federation:F sector:S cell:Depot zone:Europe/Paris language:en");
  await zoe.says("/circle new day:thursday time:18:00");
  await zoe.says("/phase set burst:5 lull:5");
  await zoe.says("/care checkin");
  await zoe.presses("Begin it all the same");
  for (const name of ["Ana", "Ben"]) {
    const one = chat.person(name);
    await one.says(`/care give soup of ${name}`);
    await one.says("/circle join");
    await one.says("/care checkin");
    await one.presses("Tired");
  }
  await chat.person("Ben").presses("Rest");
  await zoe.says("/care give rides by:@Ben");
}

/** The repositories in one transaction. */
const within = <T>(stage: Stage, work: (of: ReturnType<typeof repositories>) => Promise<T>): Promise<T> =>
  stage.database.transaction(async (tx) => {
    const session = stage.steward.dispatch.sessionIn(tx);
    const row = await tx.federation.findFirstOrThrow();
    const federation = await new Federations(session).find(row.id);
    if (federation === undefined) throw new Error("no federation");
    return work(repositories(session, federation));
  });

const repositories = (
  session: ConstructorParameters<typeof Ledger>[0],
  federation: ConstructorParameters<typeof Ledger>[1],
) => ({
  tx: session.tx,
  federation,
  ledger: new Ledger(session, federation),
  checkins: new CheckIns(session, federation),
  circles: new Circles(session, federation),
  comingAndGoing: withRepositories({}, session, federation).comingAndGoing,
  phases: new Phases(session, federation),
});

eachDatabase((_, open) => {
  it("two persons who turn out to be one keep what both gave, one answer to each question, and one place", async () => {
    const stage = await Stage.open(await open());
    await played(stage);
    await within(stage, async ({ tx, comingAndGoing, ledger, federation }) => {
      const people = await tx.person.findMany({ include: { identities: true, careGiven: true } });
      const [ana, ben] = ["Ana", "Ben"].map((name) =>
        people.find(({ identities }) =>
          identities.some((one) => federation.sealer.open(one.sealedName, "Identity.sealedName", one.id) === name),
        ),
      );
      if (ana === undefined || ben === undefined) throw new Error("somebody is missing");
      const person = (row: typeof ana) => ({
        id: row.id,
        federationId: row.federationId,
        language: undefined,
        zone: undefined,
        quietFrom: undefined,
        quietTo: undefined,
        steward: false,
        cellId: row.cellId ?? undefined,
        vouched: 0,
      });
      await comingAndGoing.becomeOne(person(ana), person(ben), new Map());
      expect((await ledger.ofGiver(ana.id)).map(({ what }) => what).toSorted()).toEqual(["soup of Ana", "soup of Ben"]);
      expect((await ledger.waiting(ana.id)).map(({ what }) => what)).toEqual(["rides"]);
      const answers = await tx.checkInAnswer.findMany({ orderBy: { question: "asc" } });
      expect(answers.map(({ personId, question }) => [personId, question])).toEqual([
        [ana.id, "me"],
        [ana.id, "need"],
      ]);
      expect((await tx.circlePlace.findMany()).map(({ personId }) => personId)).toEqual([ana.id]);
      const turns = await tx.circleTurn.findMany();
      expect(new Set(turns.map(({ personId }) => personId))).toEqual(new Set([ana.id]));
    });
    await stage.steward.stop();
  });

  it("a shredded federation leaves nothing of them", async () => {
    const stage = await Stage.open(await open());
    await played(stage);
    await stage.database.transaction(async (tx) => {
      const session = stage.steward.dispatch.sessionIn(tx);
      const { id } = await tx.federation.findFirstOrThrow();
      expect(await new Federations(session).shred(id)).toBe(true);
      const left = [
        await tx.careEntry.count(),
        await tx.checkIn.count(),
        await tx.checkInAnswer.count(),
        await tx.circle.count(),
        await tx.circlePlace.count(),
        await tx.circleTurn.count(),
        await tx.phaseCalendar.count(),
        await tx.job.count({ where: { federationId: id } }),
      ];
      expect(left).toEqual(left.map(() => 0));
    });
    await stage.steward.stop();
  });

  it("with another master key everything can still be read", async () => {
    const stage = await Stage.open(await open());
    await played(stage);
    await stage.steward.stop();
    const key = randomBytes(32);
    await rotateMasterKey(stage.database, new Uint8Array(32).fill(7), key);
    const keyring = openKeyring(key);
    await stage.database.transaction(async (tx) => {
      const session = { tx, keyring, now: stage.clock.now() + 25 * hour, newId: () => randomBytes(8).toString("hex") };
      const row = await tx.federation.findFirstOrThrow();
      const federation = await new Federations(session).find(row.id);
      if (federation === undefined) throw new Error("no federation");
      const { ledger, checkins } = repositories(session, federation);
      const [cell] = await tx.cell.findMany();
      const entries = await ledger.read([cell?.id ?? ""]);
      expect(entries.map(({ what }) => what).toSorted()).toEqual(["soup of Ana", "soup of Ben"]);
      const [checkin] = await tx.checkIn.findMany();
      const closed = await checkins.close(checkin?.id ?? "");
      expect(closed?.answers.get("me")).toEqual([{ tap: "tired" }, { tap: "tired" }]);
      expect(await checkins.close(checkin?.id ?? "")).toBeUndefined();
    });
  });

  it("nobody is asked twice about the same care, and a phase is known at every moment", async () => {
    const stage = await Stage.open(await open());
    await played(stage);
    await within(stage, async ({ tx, ledger, phases }) => {
      const { cellId, giverId, at } = await tx.careEntry.findFirstOrThrow({ where: { giverId: { not: null } } });
      if (giverId === null) throw new Error("nobody gave it");
      const of = { cellId, giverId, kind: "food", what: "meals", at: at.getTime(), source: "act:1" } as const;
      expect(await ledger.give({ ...of, waitsForId: giverId })).toMatchObject({ what: "meals" });
      expect(await ledger.give({ ...of, waitsForId: giverId })).toBeUndefined();
      const now = stage.clock.now();
      expect(await phases.at(now)).toEqual({
        kind: "burst",
        from: "2026-03-20",
        until: "2026-03-25",
      });
      expect(await phases.at(now + 6 * 24 * hour)).toEqual({
        kind: "lull",
        from: "2026-03-25",
        until: "2026-03-30",
      });
      expect(await phases.at(now - 3 * 24 * hour)).toBeUndefined();
    });
    await stage.steward.stop();
  });
});
