import { expect, it } from "vitest";
import { nearestLanguage } from "../../../src/domain/nearest-language.ts";

const codes = ["ar", "en", "es", "pt-BR"];

it.each([
  ["pt-BR", "pt-BR"],
  ["pt", "pt-BR"],
  ["pt-PT", "pt-BR"],
  ["pt_br", "pt-BR"],
  ["PT", "pt-BR"],
  ["es-419", "es"],
  ["en-US", "en"],
  ["ar-EG", "ar"],
  ["de", undefined],
  ["pto", undefined],
  ["", undefined],
])("%s reads %s", (tag, code) => {
  expect(nearestLanguage(tag, codes)).toBe(code);
});

it("what is exact comes before what is near", () => {
  expect(nearestLanguage("pt", ["pt-BR", "pt"])).toBe("pt");
  expect(nearestLanguage("pt-PT", ["pt-BR", "pt-PT"])).toBe("pt-PT");
});
