/** Care that is asked for in the database: what is answered to how it stood a moment ago, and two who do something at once. */
import { expect, it } from "vitest";
import { careNeedJobs, type CareNeed } from "../../../src/domain/asked-care.ts";
import { Federations } from "../../../src/store/federations.ts";
import type { Nothing } from "../../../src/store/of-persons.ts";
import { withRepositories } from "../../../src/store/repositories.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { Stage } from "../../kit/stage.ts";

const hour = 60 * 60_000;

const within = <T>(stage: Stage, work: (of: ReturnType<typeof withRepositories>) => Promise<T>): Promise<T> =>
  stage.database.transaction(async (tx) => {
    const session = stage.steward.dispatch.sessionIn(tx);
    const { id } = await tx.federation.findFirstOrThrow();
    const federation = await new Federations(session).find(id);
    if (federation === undefined) throw new Error("no federation");
    return work(withRepositories({}, session, federation));
  });

/** Cho needs a ride that Ana and Ben offer. */
async function played(stage: Stage) {
  const chat = stage.chat("depot5");
  await chat
    .person("Zoe")
    .administrates()
    .says("/setup federation:F sector:S cell:Depot zone:Europe/Paris language:en");
  const known: string[] = [];
  for (const name of ["Ana", "Ben", "Cho"]) {
    const before = await stage.database.read((tx) => tx.person.findMany());
    await chat.person(name).says("/help");
    const [one] = await stage.database.read((tx) =>
      tx.person.findMany({ where: { id: { notIn: before.map(({ id }) => id) } } }),
    );
    known.push(one?.id ?? "");
  }
  return within(stage, async ({ askedCare, cells }) => {
    const [cell] = await cells.list();
    if (cell === undefined) throw new Error("no cell");
    const [ana = "", ben = "", cho = ""] = known;
    for (const personId of [ana, ben]) await askedCare.offer({ cellId: cell.id, personId, form: "rides" });
    const at = stage.clock.now() + 50 * hour;
    const need = await askedCare.ask({ cellId: cell.id, personId: cho, what: "A ride", form: "rides", at });
    return { cellId: cell.id, need, ana, ben, cho };
  });
}

/** What happens at a step. */
function step<T>(of: ((going: T) => Promise<void>) | Nothing): (going: T) => Promise<void> {
  if (typeof of !== "function") throw new Error(of.nothing);
  return of;
}

const reread = (stage: Stage, { id }: CareNeed): Promise<CareNeed | undefined> =>
  within(stage, ({ askedCare }) => askedCare.get(id));

eachDatabase((_, open) => {
  it("what is answered to somebody who has just gone back on it is gone", async () => {
    const stage = await Stage.open(await open());
    const { need, ana, ben } = await played(stage);
    const answers = await within(stage, async ({ askedCare }) => {
      await askedCare.answer(need, ana, "yes");
      await askedCare.answer(need, ana, "no");
      const back = [await askedCare.answer(need, ana, "given"), await askedCare.answer(need, ana, "passed")];
      await askedCare.answer(need, ben, "yes");
      // Ana is who was to be brought together with them when they pressed.
      back.push(await askedCare.answer(need, ana, "given"), await askedCare.answer(need, ana, "passed"));
      return [...back, await askedCare.answer(need, ana, "yes"), await askedCare.answer(need, ben, "given")];
    });
    expect(answers).toEqual(["gone", "gone", "gone", "gone", "taken", "noted"]);
    expect((await reread(stage, need))?.asks.map(({ state }) => state).sort()).toEqual(["given", "no"]);
    await stage.steward.stop();
  });

  it("nobody who has said yes at the same moment is waited for, or asked again", async () => {
    const stage = await Stage.open(await open());
    const { need, ana, ben } = await played(stage);
    await within(stage, async ({ askedCare }) => {
      expect(await askedCare.askPerson(need, ana)).toBe(true);
    });
    const stale = await reread(stage, need);
    if (stale === undefined) throw new Error("no need");
    await within(stage, async ({ askedCare }) => {
      await askedCare.answer(stale, ana, "yes");
      await askedCare.tryLater(stale);
      expect(await askedCare.askPerson(stale, ben)).toBe(false);
    });
    expect((await reread(stage, need))?.asks).toEqual([{ personId: ana, state: "yes" }]);
    await stage.steward.stop();
  });

  it("who says yes while they leave, and who turns out to be another, takes the yes along", async () => {
    const stage = await Stage.open(await open());
    const { cellId, need, ana, ben } = await played(stage);
    // What is planned is looked at here, and not done.
    await stage.steward.stop();
    await within(stage, async ({ askedCare }) => {
      await askedCare.askPerson(need, ana);
      await askedCare.askPerson(need, ben);
    });
    /** Somebody's yes is noted, and what happens to them meanwhile has to wait for it. */
    const both = async (person: string, meanwhile: () => Promise<unknown>): Promise<void> => {
      const noted = Promise.withResolvers<undefined>();
      const first = within(stage, async ({ askedCare }) => {
        expect(await askedCare.answer(need, person, "yes")).toBe("noted");
        noted.resolve(undefined);
        await new Promise((resolve) => setTimeout(resolve, 500));
      });
      await noted.promise;
      await Promise.all([first, meanwhile()]);
    };
    const going = { note: () => undefined };
    const who = (id: string) => ({ id, cellId, vouched: 0 });
    await both(ana, () =>
      within(stage, ({ askedCare: { ofPersons } }) =>
        step(ofPersons.leavesCell)({ ...going, person: who(ana), cellId }),
      ),
    );
    const lost = (tx: Parameters<Parameters<typeof stage.database.read>[0]>[0]) =>
      tx.job.count({ where: { kind: careNeedJobs.lost } });
    expect(await stage.database.read(lost)).toBe(1);
    await both(ben, () =>
      within(stage, ({ askedCare: { ofPersons } }) =>
        step(ofPersons.becomesOne)({ ...going, first: who(ana), second: ben, stands: new Map() }),
      ),
    );
    expect((await reread(stage, need))?.asks).toEqual([{ personId: ana, state: "yes" }]);
  });
});
