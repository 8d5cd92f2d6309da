import { expect, it } from "vitest";
import { inWords, reasonOf } from "../../../src/core/receipts.ts";

it("notes a reason without the name of a chat, and reads it back", () => {
  expect(reasonOf("removed", undefined)).toBe("removed");
  expect(reasonOf("no-rights", "Send Messages in #depot-5: night")).toBe("no-rights: Send Messages");
  expect(reasonOf("no-rights", " in #depot-5")).toBe("no-rights");
  expect(inWords("no-rights: Send Messages")).toMatchObject({ args: { right: "Send Messages" } });
  expect(inWords("no-rights")).toEqual({ id: "receipts-no-rights" });
  // What the platform calls its refusal is for the log.
  expect(inWords("refused: M_TOO_LARGE")).toEqual({ id: "receipts-refused" });
  expect(inWords("toString")).toEqual({ id: "receipts-refused" });
});
