import { expect, it } from "vitest";
import { readSeats } from "../../../src/words/seats.ts";

it("seats are read in people's words", () => {
  const ten = { kind: "members", per: 10, cap: 4 };
  for (const text of [
    "10/4",
    "10 max 4",
    "per 10 max 4",
    "cada 10 máximo 4",
    "10 members, max 4",
    " PER 10 , max: 4",
  ]) {
    expect(readSeats(text), text).toEqual(ten);
  }
  expect(readSeats("per 10")).toEqual({ kind: "members", per: 10, cap: 5 });
  expect(readSeats("2")).toEqual({ kind: "fixed", seats: 2 });
  for (const text of ["0", "21", "", "many", "10/0", "0/3", "10/21", "-1", "1.5", "2 seats of 3"]) {
    expect(readSeats(text), text).toBeUndefined();
  }
});
