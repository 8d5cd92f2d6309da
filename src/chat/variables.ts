/**
 * Variables of the environment, for the bot itself (`src/config.ts`) and for each platform (`platform.ts`): what one may
 * be, what is said of it, and how it is read. No value is ever repeated in what is said: it may be a secret.
 */

/** A variable of the environment; each may be missing. */
export interface Variable {
  readonly valid: (value: string) => boolean;
  /** What is said of a value that is not valid. */
  readonly wrong: string;
  readonly remedy: string;
  /** It opens something: the log must not show it. */
  readonly secret?: true;
}
export type Variables = Readonly<Record<string, Variable>>;

/** What is set, by the names of some variables. An empty one is not set. */
export type Given<Of extends Variables = Variables> = Readonly<Partial<Record<keyof Of, string>>>;

/** One thing that is wrong with the environment. */
export interface ConfigMistake {
  readonly variable: string;
  /** What is wrong, without the value. */
  readonly wrong: string;
  readonly remedy: string;
}

export const variable = (valid: Variable["valid"], wrong: string, remedy: string): Variable => ({
  valid,
  wrong,
  remedy,
});
/** Taken as it is, or looked at with others. */
export const free: Variable = variable(() => true, "", "");
/** The same, and the log must not show it. */
export const secret = (of: Variable): Variable => ({ ...of, secret: true });

/** Where to listen. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** `PORT` or `ADDRESS:PORT`; an IPv6 address stands in brackets. */
export function readAddress(value: string): ListenAddress | undefined {
  const [, host = "", digits = ""] = /^(?:(\[[\da-f:.]+\]|[\w.-]+):)?(\d{1,5})$/i.exec(value) ?? [];
  const port = Number(digits);
  if (port < 1 || port > 65_535) return undefined;
  return { host: host === "" ? "127.0.0.1" : host.replace(/^\[|\]$/g, ""), port };
}

/** What stands between blanks and commas. */
export const words = (value: string): string[] => value.split(/[\s,]+/).filter((word) => word !== "");

/** Whether it is an address with one of these protocols (`https:`), and a host. */
export const isUrl = (value: string, protocols: readonly string[]): boolean => {
  const url = URL.parse(value);
  return url !== null && protocols.includes(url.protocol) && url.hostname !== "";
};
