import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount, readCurrency } from "../../../src/words/amounts.ts";
import { localeOf, languages } from "../../../src/words/languages.ts";
import { decimal, minorDigits } from "../../../src/domain/money.ts";

const one = (text: string, currency = "EUR"): string | readonly string[] => {
  const read = readAmount(text, currency);
  const shown = ({ minor, rest }: { readonly minor: number; readonly rest: string }): string => `${minor}|${rest}`;
  if (read.ok) return shown(read);
  return read.either === undefined ? read.error : read.either.map(shown);
};

describe("amounts", () => {
  it("are read as people write them", () => {
    const amounts: Readonly<Record<string, number>> = {
      "12": 1200,
      "12,5": 1250,
      "12.5": 1250,
      "12,50": 1250,
      "12 €": 1200,
      "12€": 1200,
      "€12": 1200,
      "€ 12": 1200,
      "12 EUR": 1200,
      "12 eur": 1200,
      "12eur": 1200,
      "EUR 12": 1200,
      EUR12: 1200,
      "12 euros": 1200,
      "1 euro": 100,
      "1.234,50": 123450,
      "1,234.50": 123450,
      "1 234,50": 123450,
      "1\u00a0234,50 €": 123450,
      "1\u202f234,50 €": 123450,
      "1'234.50": 123450,
      "1’234.50": 123450,
      "1.234.567": 123456700,
      "1 234 567": 123456700,
      "12.345.678,9": 1234567890,
      "0,05": 5,
      "1234567": 123456700,
      "12.": 1200,
      "٥٠": 5000,
    };
    for (const [text, minor] of Object.entries(amounts)) {
      expect(one(text), text).toBe(`${String(minor)}|`);
    }
  });

  it("leave what it is for", () => {
    expect(one("12 Collection at the gate")).toBe("1200|Collection at the gate");
    expect(one("12 € Collection")).toBe("1200|Collection");
    expect(one("€12 Collection")).toBe("1200|Collection");
    expect(one("1 234,50 € rent")).toBe("123450|rent");
    expect(one("1 234,50 rent")).toBe("123450|rent");
    expect(one("12 euros rent for May")).toBe("1200|rent for May");
    expect(one("12 3 flyers")).toBe("1200|3 flyers");
    expect(one("12 kg of rice")).toBe("1200|kg of rice");
    expect(one("€12 500 flyers")).toEqual("1250000|flyers");
  });

  it("are asked about where they may be two", () => {
    expect(one("1.234")).toEqual(["123400|", "123|"]);
    expect(one("1,234 € rent")).toEqual(["123400|rent", "123|rent"]);
    expect(one("1.234", "KWD")).toEqual(["1234000|", "1234|"]);
    expect(one("12 500 flyers")).toEqual(["1250000|flyers", "1200|500 flyers"]);
    expect(one("1.234", "JPY")).toBe("1234|");
    expect(one("1,234", "VND")).toBe("1234|");
  });

  it("are not guessed", () => {
    for (const text of [
      "",
      "rent",
      "-12",
      "12-",
      "1,2,3",
      "1.23.4",
      "1.234.50",
      "12:30",
      "2k",
      "100 mil",
      "2 thousand euros",
      "1,5 millones",
      "½",
      ".",
    ]) {
      expect(one(text), text).toBe("amount-not-understood");
    }
    for (const text of ["12 $", "$12", "12 USD", "£12"]) expect(one(text), text).toBe("amount-other-currency");
    for (const text of ["12,3456", "0,123"]) expect(one(text), text).toBe("amount-too-fine");
    expect(one("12,5", "JPY")).toBe("amount-too-fine");
    expect(one("0")).toBe("amount-nothing");
    expect(one("0,00")).toBe("amount-nothing");
    expect(one("99999999999999")).toBe("amount-too-large");
  });

  it("are read back as each language writes them, or asked about with what was meant among the answers", () => {
    const currency = fc.constantFrom("EUR", "USD", "MXN", "JPY", "VND", "KWD", "CHF");
    fc.assert(
      fc.property(
        fc.constantFrom(...[...languages.keys(), "fr", "de", "pt-BR", "de-CH"]),
        currency,
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.constantFrom("symbol" as const, "code" as const),
        (language, code, minor, currencyDisplay) => {
          const written = new Intl.NumberFormat(localeOf(language), {
            style: "currency",
            currency: code,
            currencyDisplay,
            minimumFractionDigits: minorDigits(code),
          }).format(decimal({ minor, currency: code }) as Intl.StringNumericLiteral);
          // Signs of languages that the bot does not speak are not known to it.
          fc.pre(languages.has(language) || currencyDisplay === "code");
          const read = readAmount(`${written} for bread`, code);
          const meant = { minor, rest: "for bread" };
          if (read.ok) expect({ minor: read.minor, rest: read.rest }, written).toEqual(meant);
          else expect(read.either, written).toContainEqual(meant);
        },
      ),
    );
  });

  it("never break, and never make more of a text than it has", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789.,'’ €$\u00a0AEUReur-٥½") }),
        fc.constantFrom("EUR", "JPY", "KWD"),
        (text, code) => {
          const read = readAmount(text, code);
          for (const { rest } of read.ok ? [read] : (read.either ?? []))
            expect(rest.length).toBeLessThanOrEqual(text.normalize("NFC").length + 2);
        },
      ),
    );
  });
});

describe("currencies", () => {
  it("are read by code, sign and name", () => {
    expect(["EUR", "eur", "€", "euros", "Euro"].map(readCurrency)).toEqual(Array(5).fill("EUR"));
    expect(["yen japonés", "JPY", "US dollars", "dong vietnamita", "Đồng"].map(readCurrency)).toEqual([
      "JPY",
      "JPY",
      "USD",
      "VND",
      undefined,
    ]);
    expect(["$", "£", "", "money", "XXX", "pesos"].map(readCurrency)).toEqual(Array(6).fill(undefined));
  });
});
