/** The list of platforms, what each says of itself, and when its library is loaded. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { capabilitiesOf, platformNamed, platformNames, platforms } from "../../src/platforms.ts";

const root = join(import.meta.dirname, "../..");
const tokens = {
  TELEGRAM_TOKEN: "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  DISCORD_TOKEN: "abc.def.ghi",
  MATRIX_HOMESERVER: "https://matrix.example.org",
  MATRIX_ACCESS_TOKEN: "syt_secret_token",
};

/** What a process loads that reads its configuration and connects what is on. */
function loadedBy(environment: Readonly<Record<string, string>>) {
  const program = `
    import { registerHooks } from "node:module";
    const loaded = new Set();
    registerHooks({
      load(url, context, next) {
        const name = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
        if (name !== undefined) loaded.add(name);
        return next(url, context);
      },
    });
    const { connectPlatforms } = await import("./src/platforms.ts");
    const byList = [...loaded];
    const { readConfig } = await import("./src/config.ts");
    const { openKeyring } = await import("./src/store/sealing.ts");
    const { platforms } = readConfig(${JSON.stringify(environment)});
    const adapters = await connectPlatforms(platforms, openKeyring(Buffer.alloc(32, "k")));
    const on = adapters.map(({ capabilities }) => capabilities.platform);
    process.stdout.write(JSON.stringify({ byList, on, all: [...loaded] }), () => process.exit());
  `;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: root,
    encoding: "utf8",
  });
  return JSON.parse(said) as Readonly<Record<"byList" | "on" | "all", readonly string[]>>;
}

describe("the list of platforms", () => {
  it("has every folder of adapters/, under its name, with variables that begin with it", () => {
    expect([...platformNames].sort()).toEqual(readdirSync(join(root, "adapters")).sort());
    for (const { name, capabilities, connection, telling = [] } of platforms) {
      expect(capabilities.platform).toBe(name);
      expect(name).toMatch(/^[a-z][a-z0-9]*$/);
      // The log replaces all of them.
      for (const pattern of telling) expect(pattern.flags).toContain("g");
      for (const variable of Object.keys(connection?.variables ?? {})) {
        expect(variable.startsWith(`${name.toUpperCase()}_`)).toBe(true);
      }
    }
  });

  it("is in the order in which they are named, and knows no other", () => {
    const { platforms: settings } = readConfig({ ...tokens, DATABASE_URL: "file:steward.db" });
    expect(Object.keys(settings)).toEqual(["telegram", "discord", "matrix"]);
    expect(settings.matrix?.keys).toBe("matrix");
    expect(platformNamed("telex")).toBeUndefined();
    expect(() => capabilitiesOf("telex")).toThrow(/no platform telex/);
  });

  it("hides from the log what opens something, of each platform", () => {
    const password = { MATRIX_USER: "@steward:example.org", MATRIX_PASSWORD: "correct horse" };
    const { MATRIX_ACCESS_TOKEN, ...others } = tokens;
    expect(readConfig(tokens).secrets).toEqual([tokens.TELEGRAM_TOKEN, tokens.DISCORD_TOKEN, MATRIX_ACCESS_TOKEN]);
    expect(readConfig({ ...others, ...password }).secrets).toContain("correct horse");
  });
});

describe("a platform's library", () => {
  it("is loaded where the platform is on, and the list itself loads none", () => {
    const { TELEGRAM_TOKEN } = tokens;
    const alone = loadedBy({});
    const telegram = loadedBy({ TELEGRAM_TOKEN });
    expect([alone.on, telegram.on]).toEqual([[], ["telegram"]]);
    expect([...alone.byList, ...telegram.byList]).toEqual([]);
    const libraries = ["grammy", "discord.js", "matrix-bot-sdk", "@matrix-org/matrix-sdk-crypto-nodejs"];
    expect(alone.all.filter((name) => libraries.includes(name))).toEqual([]);
    expect(telegram.all.filter((name) => libraries.includes(name))).toEqual(["grammy"]);
  });
});
