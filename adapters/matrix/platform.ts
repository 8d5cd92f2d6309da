/** Matrix, for `src/platforms.ts`. */
import type { Ask, Platform, Reading } from "../../src/chat/platform.ts";
import { free, isUrl, secret, variable, words, type Given, type Variables } from "../../src/chat/variables.ts";
import { matrixCapabilities } from "./capabilities.ts";

export interface MatrixSettings {
  readonly homeserver: string;
  readonly login: { readonly accessToken: string } | { readonly user: string; readonly password: string };
  /** The directory of the keys for encrypted rooms. */
  readonly keys: string;
  /** From whom invitations are accepted: whole ids, servers, or `*`; empty for the people of the bot's own server. */
  readonly inviters: readonly string[];
}

const variables = {
  MATRIX_HOMESERVER: variable(
    (value) => isUrl(value, ["https:", "http:"]),
    "it is no address",
    "Write the address of the homeserver, such as https://matrix.example.org",
  ),
  MATRIX_ACCESS_TOKEN: secret(
    variable(
      (value) => /^\S{8,}$/.test(value),
      "it does not look like an access token (it is very short, or has spaces)",
      "Copy the access token of the bot's account, whole and without quotes",
    ),
  ),
  MATRIX_USER: variable(
    (value) => /^@[^\s:@]+:[\w.:[\]-]+$/.test(value),
    "it is no whole name of an account",
    "Write it with its server, such as @steward:example.org",
  ),
  MATRIX_PASSWORD: secret(free),
  MATRIX_KEYS: free,
  MATRIX_INVITERS: variable(
    (value) =>
      words(value).every((word) => word === "*" || /^@[^\s:@]+:\S+$/.test(word) || /^[\w.-]+(?::\d+)?$/.test(word)),
    "one of them is neither a person nor a server",
    "Write names such as @ana:example.org, servers such as example.org, with spaces between, or * for everybody",
  ),
} satisfies Variables;

/** With the address of a homeserver, and a token or a user with their password. */
function read(given: Given<typeof variables>, reading: Reading): MatrixSettings | undefined {
  const { MATRIX_HOMESERVER: homeserver, MATRIX_ACCESS_TOKEN: accessToken } = given;
  const { MATRIX_USER: user, MATRIX_PASSWORD: password } = given;
  const missing = (name: keyof typeof variables, because: keyof typeof variables, remedy: string): undefined => {
    reading.wrong({ variable: name, wrong: `it is missing, while ${because} is set`, remedy });
  };
  const all =
    "Set MATRIX_HOMESERVER with MATRIX_ACCESS_TOKEN, or with MATRIX_USER and MATRIX_PASSWORD, or none of them";
  if (homeserver === undefined) {
    for (const name of ["MATRIX_ACCESS_TOKEN", "MATRIX_USER", "MATRIX_PASSWORD"] as const) {
      if (given[name] !== undefined) return missing("MATRIX_HOMESERVER", name, all);
    }
    return undefined;
  }
  if (accessToken !== undefined && password !== undefined) {
    const wrong = "there are two ways to log in";
    reading.wrong({ variable: "MATRIX_ACCESS_TOKEN", wrong, remedy: "Remove it, or MATRIX_USER and MATRIX_PASSWORD" });
    return undefined;
  }
  const common = {
    homeserver,
    keys: given.MATRIX_KEYS ?? reading.beside("matrix"),
    inviters: words(given.MATRIX_INVITERS ?? ""),
  };
  if (accessToken !== undefined) return { ...common, login: { accessToken } };
  if (user !== undefined && password !== undefined) return { ...common, login: { user, password } };
  if (user !== undefined) return missing("MATRIX_PASSWORD", "MATRIX_USER", all);
  if (password !== undefined) return missing("MATRIX_USER", "MATRIX_PASSWORD", all);
  return missing("MATRIX_ACCESS_TOKEN", "MATRIX_HOMESERVER", all);
}

/** The homeserver, then a token, or without one the account with its password. */
function asks(answered: Given<typeof variables>): Ask<"matrix"> | undefined {
  const { MATRIX_HOMESERVER: homeserver, MATRIX_ACCESS_TOKEN: token, MATRIX_USER: user } = answered;
  if (homeserver === undefined) {
    return {
      variable: "MATRIX_HOMESERVER",
      question: "The address of the homeserver, such as https://matrix.example.org",
    };
  }
  if (token === undefined) {
    const question = "The access token of the bot's account; or only Enter, to log in with its name and password";
    return { variable: "MATRIX_ACCESS_TOKEN", question, optional: true };
  }
  if (token !== "") return undefined;
  if (user === undefined)
    return { variable: "MATRIX_USER", question: "The bot's account, such as @steward:example.org" };
  return answered.MATRIX_PASSWORD === undefined ? { variable: "MATRIX_PASSWORD", question: "Its password" } : undefined;
}

/** `example.org` of `@ana:example.org`. */
const serverOf = (user: string): string => (user.includes(":") ? user.slice(user.indexOf(":") + 1) : "");

export const matrix: Platform<"matrix", MatrixSettings> = {
  name: "matrix",
  capabilities: matrixCapabilities,
  connection: {
    variables,
    read,
    asks,
    accountOf: ({ homeserver, login }) => `${homeserver} ${"user" in login ? login.user : login.accessToken}`,
    async adapter({ homeserver, login, keys, inviters: allowed }, house) {
      const { inviters, MatrixAdapter } = await import("./adapter.ts");
      const listed = inviters(allowed);
      const adapter: InstanceType<typeof MatrixAdapter> = new MatrixAdapter({
        homeserver,
        login,
        keys: { directory: keys, key: house.storeKey() },
        mayInvite: (inviter) =>
          allowed.length > 0
            ? listed(inviter)
            : serverOf(inviter) !== "" && serverOf(inviter) === serverOf(adapter.account),
      });
      return adapter;
    },
    async check({ homeserver, login }, facts) {
      const { MatrixCheck } = await import("./check.ts");
      return new MatrixCheck({ homeserver, login, facts });
    },
  },
  rehearsed: {
    personId: (name) => `@${name.toLowerCase()}:example.org`,
    chatId: (_, digits) => `!${digits(18)}:example.org`,
    encrypts: true,
    tellsEdits: true,
  },
  telling: [
    /(?:(?<=%[\da-f]{2})|(?<![a-z]))(?:syt|mat|mct)_[a-z0-9_]{10,}/gi, // access tokens
    /[@!#][^\s:@]+:[\w.-]+\.\w+/g, // @ana:example.org, !room:example.org
    /%(?:40|21|23)[^\s/?&]+?%3A[\w.-]+\.\w+/gi, // the same in an address
  ],
};
