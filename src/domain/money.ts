/**
 * Money: currencies of ISO 4217, and amounts as whole numbers of the smallest unit that the standard knows of each (cents).
 * Never a fraction, never a sum of two currencies. No amount is larger than a number can say exactly.
 */

/** Some money. `minor`: in the smallest unit of the currency; less than nothing where it goes out. */
export interface Money {
  readonly minor: number;
  /** The code of ISO 4217: `EUR`. */
  readonly currency: string;
}

/**
 * How many digits stand behind the point, where they are not two (ISO 4217, list one, "Minor unit"). Not taken from Intl: its
 * digits are those that people write, which for 17 currencies (`HUF`, `IQD`, `COP`) are fewer than the standard's.
 */
const digits: ReadonlyMap<string, number> = new Map([
  ..."BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0] as const),
  ..."BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3] as const),
  ..."CLF UYW".split(" ").map((code) => [code, 4] as const),
]);

/** Codes that begin with X and are money all the same: those of several countries. The others are metals, tests and the like. */
const shared: ReadonlySet<string> = new Set(["XAF", "XCD", "XCG", "XOF", "XPF"]);

/** The codes of all currencies, in alphabetical order. */
export const currencies: readonly string[] = Intl.supportedValuesOf("currency").filter(
  (code) => !code.startsWith("X") || shared.has(code),
);
const known: ReadonlySet<string> = new Set(currencies);

export const isCurrency = (code: string): boolean => known.has(code);

/** How many digits stand behind the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number => digits.get(currency) ?? 2;

/** The largest amount, in minor units. Nine thousand of them can be added exactly. */
export const largestAmount = 1_000_000_000_000;

/** The amount with all its digits, a point, and nothing else: `-1234.50`. Of what Intl writes, and of files. */
export function decimal({ minor, currency }: Money): string {
  const behind = minorDigits(currency);
  const size = String(Math.abs(minor)).padStart(behind + 1, "0");
  const sign = minor < 0 ? "-" : "";
  return behind === 0 ? `${sign}${size}` : `${sign}${size.slice(0, -behind)}.${size.slice(-behind)}`;
}

/** As many minor units as whole and decimal digits say; undefined: more digits than the currency has. */
export function minorOf(whole: string, behind: string, currency: string): number | undefined {
  const most = minorDigits(currency);
  if (behind.length > most) return undefined;
  return Number(`${whole}${behind.padEnd(most, "0")}`);
}
