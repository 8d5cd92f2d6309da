/** What a homeserver sends, read without trust: a field of another kind than expected counts as missing. */

export type Json = Readonly<Record<string, unknown>>;

const nothing: Json = {};

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value as an object; an empty one if it is none. */
export const record = (value: unknown): Json => (isRecord(value) ? value : nothing);

export const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Power levels may be strings in old rooms (versions 1 to 9). */
export const integer = (value: unknown): number | undefined => {
  const number = typeof value === "string" && /^\s*[+-]?\d+\s*$/u.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;
};

/** Parses text that should be JSON; anything else is `undefined`. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
