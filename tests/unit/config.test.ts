import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, keyFileOf, readConfig, variableNames, type ConfigMistake } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";

const key = Buffer.from("8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92", "hex").toString("base64");

/** What is wrong with an environment, and the whole message. */
function mistakesIn(environment: Record<string, string>): readonly ConfigMistake[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

const example = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);

describe("the configuration", () => {
  it("of an empty environment is the console with an SQLite file and a key beside it", () => {
    for (const environment of [{}, { DATABASE_URL: "", TELEGRAM_TOKEN: " ", LOG_LEVEL: "" }]) {
      expect(readConfig(environment)).toEqual({
        databaseUrl: "file:data/steward.db",
        masterKey: { from: "file", file: "data/master.key" },
        newMasterKey: undefined,
        logLevel: "info",
        platforms: {},
        console: true,
        operations: undefined,
        publicUrl: undefined,
        secrets: [],
      });
    }
  });

  it("reads every variable", () => {
    const config = readConfig({
      DATABASE_URL: "postgresql://steward:geheim123@localhost/steward",
      STEWARD_MASTER_KEY: key,
      LOG_LEVEL: "warn",
      TELEGRAM_TOKEN: "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      DISCORD_TOKEN: "abc.def.ghi",
      MATRIX_HOMESERVER: "https://matrix.example.org",
      MATRIX_ACCESS_TOKEN: "syt_secret_token",
      PATH: "/usr/bin",
    });
    expect(config.masterKey).toEqual({ from: "environment", key: Buffer.from(key, "base64") });
    expect(config.platforms.matrix).toEqual({
      homeserver: "https://matrix.example.org",
      login: { accessToken: "syt_secret_token" },
      keys: "data/matrix",
      inviters: [],
    });
    expect(config).toMatchObject({ console: false, operations: { host: "127.0.0.1", port: 9321 } });
    expect(config.secrets).toEqual(expect.arrayContaining([key, "geheim123", "abc.def.ghi", "syt_secret_token"]));
  });

  it("hides a password of PostgreSQL however it is written", () => {
    const { secrets } = readConfig({
      DATABASE_URL: "postgresql://steward:p%40ss%20word@localhost/steward",
      PGPASSWORD: "another one",
      STEWARD_MASTER_KEY: key,
    });
    expect(secrets).toEqual(expect.arrayContaining(["p%40ss%20word", "p@ss word", "another one"]));
  });

  it("names each mistake with its variable and a remedy, all at once", () => {
    const mistakes = mistakesIn({
      DATABASE_URL: "mysql://root@localhost/x",
      LOG_LEVEL: "loud",
      TELEGRAM_TOKEN: "hello",
      DISCORD_TOKEN: "hello",
      MATRIX_HOMESERVER: "example",
      STEWARD_MASTER_KEY: "c2hvcnQ=",
      STEWARD_MASTRE_KEY: "x",
    });
    expect(mistakes.map(({ variable }) => variable).sort()).toEqual([
      "DATABASE_URL",
      "DISCORD_TOKEN",
      "LOG_LEVEL",
      "MATRIX_ACCESS_TOKEN",
      "MATRIX_HOMESERVER",
      "STEWARD_MASTER_KEY",
      "STEWARD_MASTRE_KEY",
      "TELEGRAM_TOKEN",
    ]);
    for (const { wrong, remedy } of mistakes) {
      expect(wrong).not.toBe("");
      expect(remedy).not.toBe("");
    }
    expect(mistakes.find(({ variable }) => variable === "STEWARD_MASTRE_KEY")?.remedy).toContain("STEWARD_MASTER_KEY");
  });

  it("wants a key with PostgreSQL, and a real one", () => {
    expect(mistakesIn({ DATABASE_URL: "postgresql://localhost/steward" })).toMatchObject([
      { variable: "STEWARD_MASTER_KEY" },
    ]);
    expect(mistakesIn({ STEWARD_MASTER_KEY: "0".repeat(64) })).toMatchObject([{ variable: "STEWARD_MASTER_KEY" }]);
    expect(mistakesIn({ STEWARD_NEW_MASTER_KEY: "nonsense!" })).toMatchObject([{ variable: "STEWARD_NEW_MASTER_KEY" }]);
  });

  it("never repeats a value", () => {
    const secret = "hunter2-hunter2-hunter2";
    for (const name of listed) {
      try {
        readConfig({ [name]: secret });
      } catch (error) {
        expect(String(error)).not.toContain(secret);
        expect(String(error)).toContain(name);
      }
    }
  });

  it("and .env.example list the same variables, each with a line of explanation before it", () => {
    expect(
      listed.every((name) => mistakesIn({ [name]: "x" }).every(({ wrong }) => wrong !== "there is no such variable")),
    ).toBe(true);
    expect(mistakesIn({ MATRIX_OTHER: "x" })).toMatchObject([{ wrong: "there is no such variable" }]);
    const lines = example.split("\n");
    for (const name of listed) expect(lines[lines.indexOf(`${name}=`) - 1]).toMatch(/^# .{20,}[.]$/);
    expect([...listed].sort()).toEqual([...variableNames].sort());
  });

  it("puts the key file beside the database", () => {
    expect(keyFileOf("file:data/steward.db")).toBe("data/master.key");
    expect(keyFileOf("file:///var/lib/steward/s.db")).toBe("/var/lib/steward/master.key");
    expect(keyFileOf("file:steward.db")).toBe("master.key");
  });
});

describe("the log", () => {
  /** What is written for one entry. */
  function logged(fields: Record<string, unknown>, message = "something happened"): string {
    const lines: string[] = [];
    const log = createLog({
      level: "info",
      to: { write: (line: string) => void lines.push(line) },
      secrets: [key, "geheim123"],
    });
    log.error(fields, message);
    return lines.join("");
  }

  it("is JSON with time, level and what is no secret", () => {
    const entry = JSON.parse(logged({ platform: "telegram", attempts: 3, ms: 1.5 })) as Record<string, unknown>;
    expect(entry).toMatchObject({
      level: "error",
      platform: "telegram",
      attempts: 3,
      ms: 1.5,
      msg: "something happened",
    });
    expect(Number.isNaN(Date.parse(String(entry["time"])))).toBe(false);
  });

  it("holds no text, names, ids or secrets, however they get in", () => {
    const sentence = "Shall we strike on Friday?";
    const person = "Ana Pérez";
    const output = [
      logged({
        text: sentence,
        sender: person,
        chatId: "-100123",
        user_id: "42",
        nested: { body: { name: person, question: sentence } },
      }),
      logged({ error: new Error(`no such person: ${person}`), cause: [new TypeError(sentence)] }),
      logged({ note: `token 123456789:AAFooBarFooBarFooBarFooBarFooBarFoo` }),
      logged({ note: "syt_YWxpY2U_abcdefghijk @ana:example.org postgresql://steward:geheim123@db/x" }),
      logged({}, `could not use ${key}`),
      logged({ deep: { deep: { deep: { deep: { words: sentence } } } } }),
    ].join("\n");
    for (const secret of [sentence, person, "-100123", '"42"', "AAFoo", "syt_YWx", "@ana:", "geheim123", key]) {
      expect(output).not.toContain(secret);
    }
    expect(output).toContain("TypeError");
    expect(output).toMatch(/config\.test\.ts:\d+/);
  });
});
