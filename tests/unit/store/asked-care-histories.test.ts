/**
 * Care that is asked for, over histories that nobody thought of: whatever people do in whatever order, nobody outside reads
 * what somebody needs, and neither of the two learns of the other before both have said yes.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { giverOf, stateOf, type CareNeed } from "../../../src/domain/asked-care.ts";
import { Federations } from "../../../src/store/federations.ts";
import { withRepositories } from "../../../src/store/repositories.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { Stage, type Shown, type StagePerson } from "../../kit/stage.ts";

const minute = 60_000;
const names = ["Zoe", "Ana", "Ben", "Cho", "Dee"] as const;
type Name = (typeof names)[number];
const forms = ["rides", "meals", "Company at night"] as const;
type Form = (typeof forms)[number];
const buttons = [
  "I can",
  "I can't",
  "Yes, bring us together",
  "No, somebody else",
  "Take it back",
  "Not at the meeting",
  "I can't after all",
  "Not needed any more",
] as const;

const who = fc.constantFrom(...names);
const form = fc.constantFrom(...forms);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant("offer"), who, form }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("need"), who, form, hours: fc.integer({ min: 2, max: 60 }) }) },
  { weight: 7, arbitrary: fc.record({ does: fc.constant("press"), who, label: fc.constantFrom(...buttons) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("mine"), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("leave"), who: fc.constantFrom(...names.slice(1)) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("wait"), minutes: fc.integer({ min: 10, max: 900 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Asked {
  readonly asker: Name;
  readonly form: Form;
}

/** A cell in which Zoe coordinates, and what came of what was said there. */
class History {
  readonly #stage: Stage;
  readonly #people: ReadonlyMap<string, StagePerson>;
  readonly #names: ReadonlyMap<string, Name>;
  readonly #asked = new Map<string, Asked>();
  readonly #offered = new Map<Form, Set<Name>>(forms.map((one) => [one, new Set<Name>()]));
  #before: readonly CareNeed[] = [];

  private constructor(stage: Stage, people: ReadonlyMap<string, StagePerson>, ids: ReadonlyMap<string, Name>) {
    this.#stage = stage;
    this.#people = people;
    this.#names = ids;
  }

  static async open(stage: Stage): Promise<History> {
    const chat = stage.chat("depot5");
    const people = new Map<string, StagePerson>(names.map((name) => [name, chat.person(name)]));
    await people
      .get("Zoe")
      ?.administrates()
      .says("/setup federation:F sector:S cell:Depot zone:Europe/Paris language:en");
    for (const name of names) await people.get(name)?.says("/help");
    await people.get("Zoe")?.says('/gather new "Meeting" at:"in 4 days 19:00"');
    const rows = await stage.database.read((tx) => tx.identity.findMany({ orderBy: { seenAt: "asc" } }));
    return new History(stage, people, new Map(rows.map(({ personId }, index) => [personId, names[index] ?? "Zoe"])));
  }

  async does(step: Step): Promise<void> {
    const shown = await this.#say(step);
    const now = await this.#needs();
    for (const one of shown) this.#mayRead(one, now);
    for (const need of now) this.#came(need, step);
    this.#before = now;
    expect(this.#stage.problems).toEqual([]);
  }

  async #say(step: Step): Promise<readonly Shown[]> {
    if (step.does === "wait") return this.#stage.wait((step.minutes ?? 0) * minute);
    const person = this.#people.get(step.who ?? "");
    if (person === undefined) throw new Error("nobody");
    switch (step.does) {
      case "offer":
        this.#offered.get(step.form)?.add(step.who);
        return person.writes(`/care offer ${step.form}`);
      case "need": {
        const what = `Thing ${this.#asked.size}`;
        this.#asked.set(what, { asker: step.who, form: step.form });
        const kind = step.form === "Company at night" ? "other" : step.form;
        // What has no name of its own is found by its words.
        const words = kind === "other" ? `${step.form} ${what}` : what;
        return person.writes(`/care need "${words}" form:${kind} when:"in ${step.hours} hours"`);
      }
      case "press":
        return person.button(step.label) === undefined ? [] : person.presses(step.label);
      case "mine":
        return person.writes("/care mine");
      case "leave":
        await person.says("/me leave");
        return person.button("Yes, leave") === undefined ? [] : person.presses("Yes, leave");
      default:
        throw new Error("no such step");
    }
  }

  #needs(): Promise<readonly CareNeed[]> {
    return this.#stage.database.transaction(async (tx) => {
      const session = this.#stage.steward.dispatch.sessionIn(tx);
      const { id } = await tx.federation.findFirstOrThrow();
      const federation = await new Federations(session).find(id);
      if (federation === undefined) throw new Error("no federation");
      const { askedCare, cells } = withRepositories({}, session, federation);
      return askedCare.inCells((await cells.list()).map((cell) => cell.id));
    });
  }

  #mayRead({ text, to, chat }: Shown, now: readonly CareNeed[]): void {
    const reader = names.find((name) => {
      const id = this.#people.get(name)?.user.id;
      return to === id || chat === `direct:${String(id)}`;
    });
    for (const [word] of text.matchAll(/Thing \d+/gu)) {
      const asked = this.#asked.get(word);
      const part = `${String(reader)}: ${text}`;
      if (asked === undefined || reader === undefined) throw new Error(`said to all: ${text}`);
      const mayRead = reader === asked.asker || reader === "Zoe" || this.#offered.get(asked.form)?.has(reader);
      expect(mayRead, part).toBe(true);
      const others = names.filter((name) => name !== reader && new RegExp(`\\b${name}\\b`, "u").test(text));
      for (const other of others) {
        const need = [...now, ...this.#before].find(
          (one) => one.what.includes(word) && giverOf(one)?.state === "given",
        );
        const pair = [asked.asker, this.#names.get((need && giverOf(need)?.personId) ?? "")];
        expect(pair.includes(reader) && pair.includes(other), part).toBe(true);
      }
    }
  }

  /** Only what was said by the two brings them together, one after the other. */
  #came(need: CareNeed, step: Step): void {
    const before = this.#before.find(({ id }) => id === need.id);
    const gives = need.asks.filter(({ state }) => state === "yes" || state === "given");
    expect(gives.length).toBeLessThanOrEqual(1);
    expect(need.asks.filter(({ state }) => state === "asked").length).toBeLessThanOrEqual(1);
    expect(need.asks.every(({ personId }) => personId !== need.personId)).toBe(true);
    for (const { personId, state } of need.asks) {
      const was = before && stateOf(before, personId);
      if (was === state) continue;
      const [person, asker] = [this.#names.get(personId), this.#names.get(need.personId)];
      const pressed = (label: string, by: Name | undefined): boolean =>
        step.does === "press" && step.label === label && step.who === by;
      if (was !== undefined) expect(state).not.toBe("asked");
      if (state === "yes") expect(pressed("I can", person)).toBe(true);
      if (state === "given") expect([was, pressed("Yes, bring us together", asker)]).toEqual(["yes", true]);
      if (state === "passed") expect([was, pressed("No, somebody else", asker)]).toEqual(["yes", true]);
    }
  }
}

eachDatabase((_, open) => {
  it("nobody outside learns who asks for what, and neither learns of the other before both say yes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
        const stage = await Stage.open(await open());
        try {
          const history = await History.open(stage);
          // So that there is something to tell from the beginning.
          await history.does({ does: "offer", who: "Ana", form: "rides" });
          await history.does({ does: "need", who: "Cho", form: "rides", hours: 50 });
          for (const one of steps) await history.does(one);
        } finally {
          await stage.steward.stop();
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});
