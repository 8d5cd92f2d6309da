import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fits,
  giverOf,
  isOpenPoint,
  mayGive,
  openPointAt,
  saysWhat,
  standing,
  stateOf,
  stateOfBoth,
  toAsk,
  waitUntil,
  wordsOf,
  type AskState,
  type CareNeed,
  type CareOffer,
} from "../../../src/domain/asked-care.ts";
import { inQuietHours } from "../../../src/domain/time.ts";
import { formOfWords } from "../../../src/core/options/care.ts";

const hour = 60 * 60_000;
const day = 24 * hour;
const zone = "Europe/Paris";

const need = (of: Partial<CareNeed> = {}): CareNeed => ({
  id: "n",
  cellId: "c",
  zone,
  personId: "p0",
  what: "A ride",
  form: "rides",
  at: 10 * day,
  openAt: 2 * day,
  listed: true,
  asks: [],
  ...of,
});

const people = fc.constantFrom("p0", "p1", "p2", "p3", "p4");
const states = fc.constantFrom<AskState>("asked", "late", "no", "yes", "given", "passed");
const asks = fc
  .array(fc.record({ personId: people, state: states }))
  .map((all) => [...new Map(all.map((one) => [one.personId, one])).values()]);
const offers = fc
  .array(
    fc.record({
      personId: people,
      form: fc.constantFrom("rides", "Rides", "meals"),
      cellId: fc.constantFrom("c", "d"),
    }),
  )
  .map((all) => all.map((one, index): CareOffer => ({ ...one, id: `o${index}`, saidAt: index % 3 })));

describe("care that is asked for", () => {
  it("asks everybody who offers it, once, and nobody else", () => {
    fc.assert(
      fc.property(asks, offers, (was, all) => {
        const of = need({ asks: was });
        const found = toAsk(of, all, () => 0);
        const wanted = new Set(
          all
            .filter(({ form, cellId }) => form.toLowerCase() === "rides" && cellId === "c")
            .map(({ personId }) => personId)
            .filter((id) => id !== "p0" && !was.some(({ personId }) => personId === id)),
        );
        expect(new Set(found)).toEqual(wanted);
        expect(found).toHaveLength(wanted.size);
      }),
    );
  });

  it("is seen by who coordinates, offers or was asked, and never again by who cannot or is not wanted", () => {
    fc.assert(
      fc.property(asks, people, fc.boolean(), fc.boolean(), (was, person, coordinates, offersIt) => {
        const state = was.find(({ personId }) => personId === person)?.state;
        const may = mayGive(need({ asks: was }), person, { coordinates, offers: offersIt });
        if (person === "p0" || state === "no" || state === "passed") expect(may).toBe(false);
        else expect(may).toBe(coordinates || offersIt || state !== undefined);
      }),
    );
  });

  it("is an open point from its hour to its moment, until both have said yes", () => {
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 12 * day }), fc.boolean(), (was, now, listed) => {
        const of = need({ asks: was, listed });
        const open = listed && now >= of.openAt && now < of.at && giverOf(of)?.state !== "given";
        expect(isOpenPoint(of, now)).toBe(open);
      }),
    );
  });

  it("is given by one at most, and nobody comes back who cannot or is not wanted", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(people, states)), (all) => {
        let asks: CareNeed["asks"] = [];
        for (const [personId, state] of all) {
          const before = stateOf({ asks }, personId);
          const gave = giverOf({ asks });
          const comes = standing({ asks }, personId, state);
          // What waits for the two is about who has said yes, and nobody else.
          if (state === "given" || state === "passed") expect(comes === "noted").toBe(gave?.personId === personId);
          if (comes !== "noted") continue;
          if (state === "yes") expect(["no", "passed"]).not.toContain(before);
          if (state === "asked") expect([before, gave?.personId ?? personId]).toEqual([undefined, personId]);
          asks = [...asks.filter((one) => one.personId !== personId), { personId, state }];
          expect(asks.filter((one) => one.state === "yes" || one.state === "given").length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("has one answer of two persons who are one: a yes stays, a no is asked no more, and who is waited for still is", () => {
    expect(stateOfBoth(["no", "given"])).toBe("given");
    expect(stateOfBoth(["passed", "yes"])).toBe("yes");
    expect(stateOfBoth(["asked", "no"])).toBe("no");
    expect(stateOfBoth(["late", "passed"])).toBe("passed");
    expect(stateOfBoth(["late", "asked"])).toBe("asked");
    expect(stateOfBoth(["late"])).toBe("late");
  });

  const letters = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(..."abcdeéñüжд") });
  const told = fc.array(letters, { minLength: 1, maxLength: 7 });

  it("without a named form is read by who offers whole words of it, one after the other", () => {
    const between = fc.constantFrom(" ", ", ", "  ", " – ", "/");
    fc.assert(
      fc.property(told, fc.nat(6), fc.nat(6), between, fc.boolean(), (words, one, other, joint, loud) => {
        const [begin, end] = [Math.min(one, other), Math.max(one, other)];
        const run = words.slice(begin, end + 1);
        const offered = loud ? run.join(" ").toUpperCase() : run.join(" ");
        const fitting = fits({ cellId: "c", form: offered }, need({ form: words.join(joint) }));
        expect(fitting).toBe(saysWhat(offered));
      }),
    );
  });

  it("is not read by who offers a part of a word, words in another order, or nothing of it", () => {
    const bare = (text: string): string => text.replace(/é/gu, "e").replace(/ñ/gu, "n").replace(/ü/gu, "u");
    fc.assert(
      fc.property(told, letters, fc.nat(6), fc.nat(8), (words, more, at, cut) => {
        const word = words[at % words.length] ?? "";
        const near = [word.slice(0, cut), word.slice(cut), word + more, more + word, [...words].reverse().join(" ")];
        const all = ` ${bare(words.join(" "))} `;
        for (const form of [...near, "", "?", "🍲", more]) {
          const whole = form.length > 0 && all.includes(` ${bare(form)} `) && saysWhat(form);
          expect(fits({ cellId: "c", form }, need({ form: words.join(" ") }))).toBe(whole);
        }
      }),
    );
    const words = "My ex must not come to the door";
    for (const form of ["o", "e", "ex", "doo", "oor", "ust not", "the doors", "door the", "t", "🍲", "."]) {
      expect(fits({ cellId: "c", form }, need({ form: words })), form).toBe(false);
    }
    expect(fits({ cellId: "c", form: "Door" }, need({ form: words }))).toBe(true);
    expect(fits({ cellId: "c", form: "atencion" }, need({ form: "Atención en casa" }))).toBe(true);
    expect(fits({ cellId: "d", form: "Door" }, need({ form: words }))).toBe(false);
    expect(fits({ cellId: "c", form: "ride" }, need({ form: "rides" }))).toBe(false);
    expect(wordsOf("… to/from – Gate 2!")).toEqual(["to", "from", "Gate", "2"]);
  });

  it("waits for nobody beyond its moment, and asks nobody to answer at night where there is a morning", () => {
    const begin = Date.UTC(2026, 2, 20);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 * day }), fc.integer({ min: hour, max: 90 * day }), (after, ahead) => {
        const now = begin + after;
        const at = now + ahead;
        const openAt = openPointAt(now, at, zone);
        expect(openAt).toBeGreaterThan(now);
        expect(openAt).toBeLessThan(at);
        if (ahead > day) expect(inQuietHours(openAt, zone, 21 * 60, 8 * 60)).toBe(false);
        expect(waitUntil(now, at, zone)).toBeGreaterThan(now);
        expect(waitUntil(now, at, zone)).toBeLessThanOrEqual(at + hour);
      }),
    );
  });

  it.each([
    ["a ride to the clinic", "rides"],
    ["someone to watch the kids", "childcare"],
    ["A bed for the night", "shelter"],
    ["una cama para dos", "shelter"],
    ["first aid at the gate", "first-aid"],
    ["comida para dos", "meals"],
    ["two lifts a week", "rides"],
    ["llevar a gente", "rides"],
    ["me llevan al médico", "rides"],
    ["llevar comida", undefined],
    ["cuidar a los peques", "childcare"],
    ["food for the kids", undefined],
    ["insulin", undefined],
  ])("finds what %s is about", (words, form) => {
    expect(formOfWords(words)).toBe(form);
  });
});
