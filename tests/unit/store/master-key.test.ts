import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keyFile, MasterKeyError, parseMasterKey, replaceKeyFile } from "../../../src/store/master-key.ts";

describe("STEWARD_MASTER_KEY", () => {
  const key = randomBytes(32);

  it("is hexadecimal or base64", () => {
    for (const text of [key.toString("hex"), key.toString("base64"), ` ${key.toString("base64url")}\n`]) {
      expect(parseMasterKey(text)).toEqual(key);
    }
  });

  it.each([
    ["", "is empty"],
    ["correct horse battery staple", "neither base64 nor hexadecimal"],
    [randomBytes(31).toString("base64"), "has 31 bytes instead of 32"],
    [randomBytes(33).toString("base64"), "has 33 bytes instead of 32"],
    ["0".repeat(64), "is not random"],
  ])("that is %j is refused with what is wrong and how to make one", (text, wrong) => {
    expect(() => parseMasterKey(text)).toThrow(MasterKeyError);
    expect(() => parseMasterKey(text)).toThrow(wrong);
    expect(() => parseMasterKey(text)).toThrow("Make one with");
    if (text !== "") expect(() => parseMasterKey(text)).not.toThrow(text);
  });
});

describe("the key file", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "steward-key-"));
    file = join(folder, "data", "master.key");
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is made on the first start with mode 0600, and read from then on", async () => {
    const first = await keyFile(file);
    expect(first.created).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await keyFile(file)).toEqual({ key: first.key, created: false });
    expect(await readdir(join(folder, "data"))).toEqual(["master.key"]);
  });

  it("is the same for two starts at once", async () => {
    const keys = await Promise.all([keyFile(file), keyFile(file), keyFile(file)]);
    expect(new Set(keys.map(({ key }) => key.toString("hex"))).size).toBe(1);
    expect(keys.filter(({ created }) => created)).toHaveLength(1);
  });

  it("is refused when others may read it", async () => {
    await keyFile(file);
    await chmod(file, 0o640);
    await expect(keyFile(file)).rejects.toThrow(`mode 640 instead of 600. Run: chmod 600 ${file}`);
  });

  it.each(["", "short", randomBytes(31).toString("base64"), `${randomBytes(32).toString("base64")}x`])(
    "is refused, and left alone, when it holds %j",
    async (text) => {
      await keyFile(file);
      await writeFile(file, text);
      await expect(keyFile(file)).rejects.toThrow("does not hold a key of 32 bytes");
      expect(await readFile(file, "utf8")).toBe(text);
    },
  );

  it("can be replaced", async () => {
    await keyFile(file);
    const key = randomBytes(32);
    await replaceKeyFile(file, key);
    expect((await keyFile(file)).key).toEqual(key);
  });
});
