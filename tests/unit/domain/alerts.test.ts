import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alertScopes, newFor, whyNotBegin, whyNotTogether, type Raiser } from "../../../src/domain/alerts.ts";

const now = Date.UTC(2026, 2, 20);
const day = 24 * 60 * 60_000;
const raiser = fc.record<Raiser>({
  person: fc.constantFrom("ana", "ben", "cho"),
  cell: fc.constantFrom("depot", "ward", undefined),
  joinedAt: fc.integer({ min: now - 20 * day, max: now }),
  cellMadeAt: fc.integer({ min: now - 20 * day, max: now }),
  coordinates: fc.boolean(),
  steward: fc.boolean(),
});
const scope = fc.constantFrom(...alertScopes);
const old = { joinedAt: now - newFor, cellMadeAt: now - 30 * day, coordinates: false, steward: false, cell: "depot" };

describe("who may raise an alert", () => {
  it("is never one person, nor depends on who begins", () => {
    fc.assert(
      fc.property(scope, raiser, raiser, (to, one, other) => {
        if (one.person === other.person) expect(whyNotTogether(to, one, other, now)).toBe("same");
        expect(whyNotTogether(to, one, other, now)).toBe(whyNotTogether(to, other, one, now));
      }),
    );
  });

  it("is nobody new, but with who coordinates a cell that is new itself", () => {
    fc.assert(
      fc.property(scope, raiser, raiser, (to, one, other) => {
        fc.pre(whyNotTogether(to, one, other, now) === undefined);
        const fresh = [one, other].filter(({ joinedAt }) => now - joinedAt < newFor);
        if (fresh.length === 0) return;
        expect([one, other].some(({ coordinates }) => coordinates)).toBe(true);
        expect(fresh.every(({ cellMadeAt }) => now - cellMadeAt < newFor)).toBe(true);
        if (to !== "cell") expect(fresh).toHaveLength(1);
      }),
    );
  });

  it("takes coordinators of different cells, or one and a steward, for more than a cell", () => {
    const [ana, ben] = [
      { ...old, person: "ana" },
      { ...old, person: "ben" },
    ];
    expect(whyNotTogether("cell", ana, ben, now)).toBeUndefined();
    expect(whyNotTogether("cell", ana, { ...ben, cell: "ward" }, now)).toBe("other-cell");
    expect(whyNotTogether("federation", ana, ben, now)).toBe("not-coordinators");
    const [one, other] = [
      { ...ana, coordinates: true },
      { ...ben, coordinates: true },
    ];
    expect(whyNotTogether("federation", one, other, now)).toBe("not-coordinators");
    expect(whyNotTogether("sector", one, { ...other, cell: "ward" }, now)).toBeUndefined();
    expect(whyNotTogether("federation", one, { ...ben, steward: true }, now)).toBeUndefined();
    expect(whyNotTogether("federation", { ...one, steward: true }, ben, now)).toBe("not-coordinators");
  });

  it("is refused at the beginning only where nobody could be the second", () => {
    fc.assert(
      fc.property(scope, raiser, raiser, (to, one, other) => {
        fc.pre(whyNotTogether(to, one, other, now) === undefined);
        expect(whyNotBegin(to, one, now)).toBeUndefined();
      }),
    );
  });
});
