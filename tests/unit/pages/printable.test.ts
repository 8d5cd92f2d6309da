/** What people write stands on pages as they wrote it, without what hides in it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { printable } from "../../../src/pages/printable.ts";

it("joiners stay where a script writes its words with them", () => {
  for (const word of ["क्\u200Dष", "क्\u200Cष", "می\u200Cخواهم", "ක්\u200Dෂ"]) expect(printable(word)).toBe(word);
});

it("joiners go where they only hide: at an edge, in a row, between letters of other scripts", () => {
  expect(printable("\u200Dक")).toBe("क");
  expect(printable("क\u200D \u200Dष")).toBe("क ष");
  expect(printable("क\u200D\u200Cष")).toBe("कष");
  expect(printable("pay\u200Dpal")).toBe("paypal");
  expect(printable("aक\u200Db")).toBe("aकb");
});

it("nothing takes no place but a joiner between two letters, and nothing turns the direction", () => {
  const hidden = ["\u200B", "\u200C", "\u200D", "\u200E", "\u202E", "\u2066", "\uFEFF", "\u0007"];
  const unit = fc.constantFrom(...hidden, "क", "्", "ی", "a", " ", "1");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      const shown = printable(text);
      expect(shown).not.toMatch(/[\u0007\u200B\u200E\u202E\u2066\uFEFF]/u);
      expect(shown.replace(/(?<=[क्ی])[\u200C\u200D](?=[क्ی])/gu, "")).not.toMatch(/[\u200C\u200D]/u);
      // What can be seen is all there.
      const seen = (of: string): string => of.replace(/[\s\p{Cf}\p{Cc}]/gu, "");
      expect(seen(shown)).toBe(seen(text));
      expect(printable(shown)).toBe(shown);
    }),
  );
});

it("a sign that stands behind a space in French stays with its word", () => {
  expect(printable("On y va ?")).toBe("On y va\u202F?");
  expect(printable("« Demain » : oui ; à 18 h !")).toBe("«\u202FDemain\u202F»\u202F: oui\u202F; à 18 h\u202F!");
  for (const text of ["at :here", "5 %d", "a ?b"]) expect(printable(text)).toBe(text);
});
