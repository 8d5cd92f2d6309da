import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellPresences,
  nextSpeaker,
  representatives,
  sectorPresences,
  speakingOrder,
  type Seat,
  type Speaker,
  type Spoke,
} from "../../../src/domain/assemblies.ts";

const people = ["ana", "ben", "cho", "dee", "eli", "fay"];
const aPerson = fc.option(fc.constantFrom(...people), { nil: undefined });
const aSeat: fc.Arbitrary<Seat> = fc.record({
  cell: fc.constantFrom("a", "b", "c"),
  sector: fc.constantFrom("x", "y"),
  delegate: aPerson,
  alternate: aPerson,
});
const someHere = fc.subarray(people).map((here) => new Set(here));

describe("who represents a seat", () => {
  it("is the delegate who is there, else the alternate, and nobody twice", () => {
    fc.assert(
      fc.property(fc.array(aSeat, { maxLength: 8 }), someHere, (seats, here) => {
        const found = representatives(seats, here);
        const counted = found.filter((person) => person !== undefined);
        expect(new Set(counted).size).toBe(counted.length);
        for (const [index, person] of found.entries()) {
          const seat = seats[index];
          if (person === undefined) continue;
          expect(here.has(person)).toBe(true);
          expect([seat?.delegate, seat?.alternate]).toContain(person);
          if (seat?.delegate !== undefined && here.has(seat.delegate)) expect(person).toBe(seat.delegate);
        }
      }),
    );
  });

  it("leaves no seat alone whose own delegate is there, or whose own alternate, the delegate being away", () => {
    // Everybody has one place in the council, as in life.
    const ownPlaces = fc.shuffledSubarray(people).map((drawn) =>
      Array.from({ length: 3 }, (_, index): Seat => {
        const [delegate, alternate] = [drawn[2 * index], drawn[2 * index + 1]];
        return { cell: `c${index}`, sector: "x", delegate, alternate };
      }),
    );
    fc.assert(
      fc.property(ownPlaces, someHere, (seats, here) => {
        const there = (person: string | undefined) => (person !== undefined && here.has(person) ? person : undefined);
        expect(representatives(seats, here)).toEqual(
          seats.map(({ delegate, alternate }) => there(delegate) ?? there(alternate)),
        );
      }),
    );
  });

  it("changes when the delegate comes, and back when they go", () => {
    const seat: Seat = { cell: "a", sector: "x", delegate: "ana", alternate: "ben" };
    expect(representatives([seat], new Set(["ben"]))).toEqual(["ben"]);
    expect(representatives([seat], new Set(["ben", "ana"]))).toEqual(["ana"]);
    expect(representatives([seat], new Set())).toEqual([undefined]);
  });

  it("can be told of somebody from the seats alone in which they sit or stand in", () => {
    fc.assert(
      fc.property(fc.array(aSeat, { maxLength: 8 }), someHere, fc.constantFrom(...people), (seats, here, who) => {
        const own = seats.filter(({ delegate, alternate }) => delegate === who || alternate === who);
        expect(representatives(own, here).includes(who)).toBe(representatives(seats, here).includes(who));
      }),
    );
  });

  it("adds up by cells, and by sectors", () => {
    fc.assert(
      fc.property(fc.array(aSeat, { maxLength: 12 }), someHere, (drawn, here) => {
        const seats = drawn.map((seat) => ({ ...seat, sector: seat.cell === "c" ? "y" : "x" }));
        const cells = cellPresences(seats, representatives(seats, here));
        const sum = (of: readonly { seats: number; filled: number; present: number }[]) => [
          of.reduce((all, one) => all + one.seats, 0),
          of.reduce((all, one) => all + one.filled, 0),
          of.reduce((all, one) => all + one.present, 0),
        ];
        expect(sum(cells)).toEqual([
          seats.length,
          seats.filter(({ delegate }) => delegate !== undefined).length,
          representatives(seats, here).filter((person) => person !== undefined).length,
        ]);
        expect(sum(sectorPresences(cells))).toEqual(sum(cells));
      }),
    );
  });
});

describe("the speakers' queue", () => {
  const sectorOf = (person: string): string => ["x", "y", "z"][people.indexOf(person) % 3] ?? "";
  const speaker = (person: string): Speaker => ({ person, sector: sectorOf(person) });
  const waiting = fc.shuffledSubarray(people, { minLength: 1 }).map((all) => all.map(speaker));
  const past: fc.Arbitrary<readonly Spoke[]> = fc
    .array(fc.constantFrom(...people), { maxLength: 8 })
    .map((all) => all.map((person, index) => ({ ...speaker(person), first: !all.slice(0, index).includes(person) })));

  it("alternates between those who have spoken and those who have not, while there are both", () => {
    fc.assert(
      fc.property(waiting, past, (queue, spoke) => {
        const heard = (person: string): boolean => spoke.some((one) => one.person === person);
        const next = nextSpeaker(queue, spoke);
        if (next === undefined) throw new Error("nobody speaks");
        expect(next.first).toBe(!heard(next.person));
        const both = queue.some(({ person }) => heard(person)) && queue.some(({ person }) => !heard(person));
        if (both) expect(next.first).toBe(spoke.at(-1)?.first !== true);
      }),
    );
  });

  it("hears another sector than the last one while another waits, and the one that waited longest", () => {
    fc.assert(
      fc.property(waiting, past, (queue, spoke) => {
        const next = nextSpeaker(queue, spoke);
        const heard = (person: string): boolean => spoke.some((one) => one.person === person);
        const peers = queue.filter(({ person }) => heard(person) === heard(next?.person ?? ""));
        const last = (sector: string): number => spoke.findLastIndex((one) => one.sector === sector);
        for (const peer of peers) expect(last(next?.sector ?? "")).toBeLessThanOrEqual(last(peer.sector));
        const same = peers.filter(({ sector }) => sector === next?.sector);
        expect(next?.person).toBe(same[0]?.person);
      }),
    );
  });

  it("hears everybody who waits, each once", () => {
    fc.assert(
      fc.property(waiting, past, (queue, spoke) => {
        const order = speakingOrder(queue, spoke).map(({ person }) => person);
        expect([...order].sort()).toEqual(queue.map(({ person }) => person).sort());
        expect(order[0]).toBe(nextSpeaker(queue, spoke)?.person);
      }),
    );
  });

  it("is told by an example", () => {
    const ask = (person: string, sector: string): Speaker => ({ person, sector });
    const spoke: Spoke[] = [{ person: "ana", sector: "x", first: true }];
    const queue = [ask("ana", "x"), ask("ben", "x"), ask("cho", "y"), ask("dee", "z")];
    expect(speakingOrder(queue, spoke).map(({ person }) => person)).toEqual(["ana", "cho", "dee", "ben"]);
  });
});
