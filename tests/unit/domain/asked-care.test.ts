import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  giverOf,
  isOpenPoint,
  mayGive,
  openPointAt,
  toAsk,
  waitUntil,
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
const states = fc.constantFrom<AskState>("asked", "no", "yes", "given", "passed");
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
    ["food for the kids", undefined],
    ["insulin", undefined],
  ])("finds what %s is about", (words, form) => {
    expect(formOfWords(words)).toBe(form);
  });
});
