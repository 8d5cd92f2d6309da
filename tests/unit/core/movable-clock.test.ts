import { expect, it } from "vitest";
import { MovableClock } from "../../../src/core/clock.ts";

it("a clock that is moved ahead rings what falls due on the way, in order, and what that sets", async () => {
  const clock = new MovableClock();
  const begin = clock.now();
  const hour = 3_600_000;
  const rung: [string, number][] = [];
  const ring = (name: string) => () => {
    rung.push([name, Math.round((clock.now() - begin) / hour)]);
  };
  clock.after(5 * hour, ring("five"));
  clock.after(2 * hour, () => {
    ring("two")();
    clock.after(hour, ring("three"));
  });
  const cancelled = clock.after(4 * hour, ring("never"));
  cancelled();
  const late = clock.after(9 * hour, ring("late"));
  let settled = 0;
  await clock.move(6 * hour, () => {
    settled++;
    return Promise.resolve();
  });
  late();
  expect(rung).toEqual([
    ["two", 2],
    ["three", 3],
    ["five", 5],
  ]);
  expect(settled).toBe(4);
  expect(Math.round((clock.now() - begin) / hour)).toBe(6);
});
