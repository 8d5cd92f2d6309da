/**
 * Care that is asked for and offered, kept by a real process that is killed again and again: no need, no offer and no answer
 * is lost, each need is asked of one at a time and of nobody twice, and each of the two is told once.
 */
import { randomInt } from "node:crypto";
import { expect, it } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { giverOf, type AskState, type CareNeed } from "../../src/domain/asked-care.ts";
import { openDatabase } from "../../src/store/database.ts";
import { Federations } from "../../src/store/federations.ts";
import { withRepositories } from "../../src/store/repositories.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import { eachDatabase } from "../kit/databases.ts";
import { event, Feeder } from "../kit/feeder.ts";

const givers = Array.from({ length: 6 }, (_, index) => `giver${index}`);
const askers = Array.from({ length: 20 }, (_, index) => `asker${index}`);
const rounds = 4;
const kills = 3;
/** A zone in which it is day now: nobody is asked at night. */
const hour = new Date().getUTCHours();
const zone = hour < 9 ? "Asia/Tokyo" : hour < 18 ? "UTC" : "America/Los_Angeles";

/** What somebody asks for. */
const thing = (asker: string): string => `Thing of ${asker}.`;

/** A command, as its form or button would run it. */
const does = (person: string, word: string, options: Readonly<Record<string, string>>): Inbound => ({
  ...event("Depot", person, ""),
  said: { type: "command", name: "care", word, options },
});

eachDatabase((_, _open, freshUrl) => {
  it(`${askers.length} needs and what is answered to them survive more than ${2 * kills + rounds} kills`, async () => {
    const url = await freshUrl();
    const feeder = new Feeder(url);
    await feeder.start();
    await feeder.ask(event("Depot", "zoe", `/setup federation:F cell:Depot sector:s zone:${zone} language:en`));
    await feeder.underFire(
      givers.flatMap((one) => ["rides", "meals", "rides"].map((form) => does(one, "offer", { form }))),
      kills,
    );
    const when = "in 5 days 12:00";
    // Said twice it is the same.
    const needs = askers.flatMap((one) =>
      [1, 2].map(() => does(one, "need", { what: thing(one), form: "rides", when })),
    );
    await feeder.underFire(needs, kills);

    const answers = new Map<string, AskState>();
    for (let round = 0; round < rounds; round++) {
      await feeder.kill();
      const events: Inbound[] = [];
      for (const need of await read(url)) {
        const giver = giverOf(need);
        if (giver?.state === "given") continue;
        const asked = giver ?? need.asks.find(({ state }) => state === "asked");
        if (asked === undefined) continue;
        const [yes, no] = giver === undefined ? (["can", "cannot"] as const) : (["agree", "another"] as const);
        const doing = randomInt(3) > 0 ? yes : no;
        const states = { can: "yes", cannot: "no", agree: "given", another: "passed" } as const;
        answers.set(`${need.id} ${asked.personId}`, states[doing]);
        const person = giver === undefined ? asked.personId : need.personId;
        events.push(does(person, "mine", { need: need.id, do: doing }));
      }
      await feeder.start();
      await feeder.underFire(events, events.length < 6 ? 0 : 1);
    }

    const after = await read(url, feeder);
    expect(after.map(({ personId }) => personId).sort()).toEqual([...askers].sort());
    for (const need of after) {
      for (const [key, state] of answers) {
        const [id, person] = key.split(" ");
        if (id !== need.id) continue;
        expect(need.asks.find(({ personId }) => personId === person)?.state, key).toBe(state);
      }
      expect(need.asks.filter(({ state }) => state === "asked").length).toBeLessThanOrEqual(1);
      const said = (words: string): number =>
        [...feeder.saidById.values()].filter((text) => text.includes(need.what) && text.includes(words)).length;
      expect(said("You offer that. Can you?"), need.what).toBe(need.asks.length);
      const found = giverOf(need)?.state === "given" ? 1 : 0;
      expect([said("gives you"), said("and you give it")], need.what).toEqual([found, found]);
      const yeses = need.asks.filter(({ state }) => ["yes", "given", "passed"].includes(state)).length;
      expect(said("Shall I bring you together?"), need.what).toBe(yeses);
    }
    expect(feeder.problems).toEqual([]);
  }, 600_000);
});

/** What is asked for, with the accounts for the ids of people; once all that was to be said is said. */
async function read(url: string, feeder?: Feeder): Promise<readonly CareNeed[]> {
  if (feeder !== undefined) {
    // What was handed over before a kill and not noted is handed over again, with the same id.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await feeder.kill();
  }
  const database = await openDatabase({ url });
  try {
    return await database.transaction(async (tx) => {
      const keyring = openKeyring(new Uint8Array(32).fill(7));
      const session = { tx, keyring, now: Date.now(), newId: () => "" };
      const { id } = await tx.federation.findFirstOrThrow();
      const federation = await new Federations(session).find(id);
      if (federation === undefined) throw new Error("no federation");
      const { askedCare, cells } = withRepositories({}, session, federation);
      const rows = await tx.identity.findMany();
      const names = new Map<string, string>();
      for (const name of [...givers, ...askers]) {
        const row = rows.find((one) => federation.sealer.open(one.sealedName, "Identity.sealedName", one.id) === name);
        if (row !== undefined) names.set(row.personId, name);
      }
      const called = (person: string): string => names.get(person) ?? person;
      expect(await tx.careOffer.count()).toBe(2 * givers.length);
      const all = await askedCare.inCells((await cells.list()).map((cell) => cell.id));
      return all.map((need) => ({
        ...need,
        personId: called(need.personId),
        asks: need.asks.map(({ personId, state }) => ({ personId: called(personId), state })),
      }));
    });
  } finally {
    await database.close();
  }
}
