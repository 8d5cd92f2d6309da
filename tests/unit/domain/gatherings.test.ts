import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bestTime,
  decisionTime,
  movedUp,
  nextAsk,
  nextReminder,
  openAfter,
  seats,
  type Going,
} from "../../../src/domain/gatherings.ts";
import { localParts, wallClock } from "../../../src/domain/time.ts";

const hour = 60 * 60_000;
const day = 24 * hour;

describe("places and the waiting list", () => {
  /** What people do, in any order, again and again: somebody (0 to 9) says that they are going, or not. */
  const doings = fc.array(fc.tuple(fc.nat(9), fc.boolean()), { maxLength: 60 });

  it("never skip anyone and never exceed the capacity, under any order of joins, leaves and repeats", () => {
    fc.assert(
      fc.property(doings, fc.integer({ min: 1, max: 5 }), (all, capacity) => {
        let going: readonly Going[] = [];
        let turn = 0;
        /** The brute force: a queue of people, as on paper. */
        const queue: string[] = [];
        for (const [who, joins] of all) {
          const personId = `p${who}`;
          const before = seats(going, capacity);
          const standing = going.find((one) => one.personId === personId);
          if (joins && standing === undefined) going = [...going, { personId, turn: ++turn }];
          if (!joins) going = going.filter((one) => one !== standing);
          if (joins && !queue.includes(personId)) queue.push(personId);
          if (!joins && queue.includes(personId)) queue.splice(queue.indexOf(personId), 1);
          // Whatever order the database gives them in.
          const shuffled = [...going].sort((a, b) => ((a.turn * 7) % 11) - ((b.turn * 7) % 11));
          const after = seats(shuffled, capacity);
          expect([...after.seated, ...after.waiting]).toEqual(queue);
          expect(after.seated).toHaveLength(Math.min(capacity, queue.length));
          const up = movedUp(before, after);
          // Nobody loses a place but by leaving, and who moves up is who waited longest.
          expect(before.seated.filter((id) => !after.seated.includes(id))).toEqual(
            joins ? [] : before.seated.filter((id) => id === personId),
          );
          expect(up).toEqual(!joins && before.seated.includes(personId) ? before.waiting.slice(0, 1) : []);
        }
      }),
    );
  });

  it("are for all where there is no capacity", () => {
    const going = [3, 1, 2].map((turn) => ({ personId: `p${turn}`, turn }));
    expect(seats(going, undefined)).toEqual({ seated: ["p1", "p2", "p3"], waiting: [] });
  });
});

describe("the best time", () => {
  it("is the one that a brute force finds: that most can make, ties to the earliest, never one that has passed", () => {
    const times = fc.uniqueArray(fc.record({ at: fc.nat(20), choices: fc.nat(4) }), { selector: ({ at }) => at });
    fc.assert(
      fc.property(times, fc.nat(20), (all, now) => {
        const possible = all.filter(({ at, choices }) => at > now && choices > 0);
        const most = Math.max(...possible.map(({ choices }) => choices));
        const winners = possible.filter(({ choices }) => choices === most).sort((a, b) => a.at - b.at);
        expect(bestTime(all, now)).toEqual(winners[0]);
      }),
    );
  });

  it("is decided before any of the proposed times, and not before now", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.array(fc.integer({ min: 1, max: 60 * day }), { minLength: 1 }),
        (now, ahead) => {
          const times = ahead.map((ms) => now + ms);
          const decided = decisionTime(now, times, "Europe/Paris");
          expect(decided).toBeGreaterThanOrEqual(now);
          expect(decided).toBeLessThan(Math.min(...times));
        },
      ),
    );
  });

  it("is decided between nine in the morning and nine in the evening wherever that leaves an hour on both sides", () => {
    const minute = 60_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 * 24 * 60 }),
        fc.array(fc.integer({ min: 1, max: 4 * 24 * 60 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom("Europe/Paris", "America/Bogota", "Pacific/Apia", "Asia/Kolkata"),
        (begin, ahead, zone) => {
          const now = Date.UTC(2026, 0, 1) + begin * minute;
          const times = ahead.map((minutes) => now + minutes * minute);
          const waking = (at: number): boolean => {
            const { minuteOfDay } = localParts(at, zone);
            return minuteOfDay >= 9 * 60 && minuteOfDay <= 21 * 60;
          };
          const decided = decisionTime(now, times, zone);
          // The brute force: every quarter of an hour that there is, on the clock of the zone.
          const last = Math.min(...times) - hour;
          let possible = false;
          for (let at = Math.ceil((now + hour) / (15 * minute)) * 15 * minute; at <= last; at += 15 * minute) {
            possible ||= waking(at);
          }
          if (!possible) return;
          expect(waking(decided)).toBe(true);
          expect(decided).toBeGreaterThanOrEqual(now + hour);
          expect(decided).toBeLessThanOrEqual(last);
        },
      ),
    );
  });

  it("waits for the morning, or is settled in the evening before", () => {
    const at = (words: string): number => wallClock("2026-03-21", words, "Europe/Paris");
    const zone = "Europe/Paris";
    // Friday evening, for Saturday: halfway is 06:15, and 01:30.
    expect(decisionTime(at("18:30") - day, [at("18:00")], zone)).toBe(at("09:00"));
    expect(decisionTime(at("17:30") - day, [at("09:30")], zone)).toBe(at("21:00") - day);
    // At half past nine in the evening, for seven: there is no better hour.
    expect(decisionTime(at("21:30") - day, [at("07:00")], zone)).toBe(at("02:15"));
  });
});

describe("reminders", () => {
  it("come a day and an hour before, each once, and never late", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 * day }), (ahead) => {
        const at = 100 * day;
        const seen: number[] = [];
        for (let now = at - ahead; ;) {
          const next = nextReminder(at, now);
          if (next === undefined) break;
          expect(next).toBeGreaterThan(now);
          seen.push(next);
          now = next;
        }
        expect(seen).toEqual([at - day, at - hour].filter((due) => due > at - ahead));
      }),
    );
  });
});

describe("what is asked of a decompression", () => {
  it("never ends: at every moment there is a next question, until it is held or let go", () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 30 }))), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(moves, (all) => {
        const actionEndedAt = 1000 * day;
        let state = {
          actionEndedAt,
          at: undefined as number | undefined,
          askedAt: undefined as number | undefined,
          remindedAt: undefined as number | undefined,
        };
        let now = actionEndedAt;
        for (const [waits, moved] of all) {
          // Time passes; whatever falls due is asked, and noted.
          now += waits * day;
          for (let round = 0; ; round++) {
            const next = nextAsk(state);
            // A week after the last word, or after its time, somebody is reminded: it can never fall asleep.
            const last = Math.max(actionEndedAt, state.remindedAt ?? 0, state.at ?? 0);
            expect(next.at).toBeLessThanOrEqual(last + openAfter);
            if (next.at > now) break;
            state = next.what === "held" ? { ...state, askedAt: now } : { ...state, remindedAt: now };
            expect(round).toBeLessThan(3);
          }
          if (moved !== null) state = { ...state, at: now + moved * day, askedAt: undefined };
        }
      }),
    );
  });

  it("whether it was held once, two hours after; after seven days every seven days", () => {
    const actionEndedAt = 1000 * day;
    const at = actionEndedAt + day;
    const open = { actionEndedAt, at, askedAt: undefined, remindedAt: undefined };
    expect(nextAsk(open)).toEqual({ what: "held", at: at + 2 * hour });
    const asked = { ...open, askedAt: at + 2 * hour };
    expect(nextAsk(asked)).toEqual({ what: "overdue", at: actionEndedAt + 7 * day });
    const reminded = { ...asked, remindedAt: actionEndedAt + 7 * day };
    expect(nextAsk(reminded)).toEqual({ what: "overdue", at: actionEndedAt + 14 * day });
    expect(nextAsk({ ...open, at: undefined })).toEqual({ what: "overdue", at: actionEndedAt + 7 * day });
  });
});
