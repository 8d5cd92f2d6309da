import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newWrappedKey, openKeyring, rewrap, SealingError } from "../../../src/store/sealing.ts";

/** A place that texts of these tests are sealed for. */
const here = ["Identity.sealedName", "row"] as const;

const master = randomBytes(32);
const keyring = openKeyring(master);
const { wrappedKey, sealer } = keyring.newSealer("f1");

describe("a sealer", () => {
  it("opens what it sealed, for the same place only, and hides it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), fc.string(), fc.string(), (text, column, row, other) => {
        const sealed = sealer.seal(text, column, row);
        expect(sealer.open(sealed, column, row)).toBe(text.toWellFormed());
        expect(sealer.seal(text, column, row)).not.toBe(sealed);
        if (text.length > 4) expect(sealed).not.toContain(text);
        if (other !== column) expect(() => sealer.open(sealed, other, row)).toThrow(SealingError);
        if (other !== row) expect(() => sealer.open(sealed, column, other)).toThrow(SealingError);
      }),
    );
  });

  it("notices every changed, cut or added character", () => {
    const sealed = sealer.seal("Ana", ...here);
    for (let at = 0; at < sealed.length; at += 1) {
      for (const changed of [sealed[at] === "A" ? "B" : "A", "", "A" + (sealed[at] ?? ""), "="]) {
        const tampered = sealed.slice(0, at) + changed + sealed.slice(at + 1);
        if (tampered !== sealed) expect(() => sealer.open(tampered, ...here)).toThrow(SealingError);
      }
    }
    for (const nothing of ["", "1", "2", "1AAAA", "Ana"])
      expect(() => sealer.open(nothing, ...here)).toThrow(SealingError);
  });

  it("does not open with another federation's key, nor with the system's", () => {
    const sealed = sealer.seal("Ana", ...here);
    expect(() => keyring.newSealer("f2").sealer.open(sealed, ...here)).toThrow(SealingError);
    expect(() => keyring.system.open(sealed, ...here)).toThrow(SealingError);
  });
});

describe("a keyring", () => {
  it("opens a wrapped key after a restart, and keeps it", () => {
    const later = openKeyring(master);
    expect(later.sealer("f1", wrappedKey).open(sealer.seal("Ana", ...here), ...here)).toBe("Ana");
    expect(later.sealer("f1", wrappedKey)).toBe(later.sealer("f1", wrappedKey));
  });

  it("fails closed with another master key, or under another federation's name, and shows no secret", () => {
    const wrong = openKeyring(randomBytes(32));
    const message = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        if (error instanceof SealingError) return error.message;
      }
      return "";
    };
    const said = message(() => wrong.sealer("f1", wrappedKey));
    expect(said).toContain("master key does not fit");
    expect(said).not.toContain(wrappedKey);
    expect(said).not.toContain(master.toString("base64"));
    expect(message(() => openKeyring(master).sealer("f2", wrappedKey))).toContain("master key does not fit");
    expect(() => openKeyring(randomBytes(31))).toThrow(SealingError);
  });

  it("forgets a shredded federation, also for who still holds its sealer", () => {
    const { sealer: shredded } = keyring.newSealer("gone");
    const sealed = shredded.seal("Ana", ...here);
    keyring.forget("gone");
    expect(() => shredded.open(sealed, ...here)).toThrow("shredded");
    expect(() => shredded.seal("Ben", ...here)).toThrow("shredded");
  });

  it("looks up by HMAC: the same parts the same, any others not", () => {
    const parts = fc.array(
      fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(parts, parts, (one, two) => {
        const same = JSON.stringify(one) === JSON.stringify(two);
        expect(keyring.lookup(...one) === keyring.lookup(...two)).toBe(same);
      }),
    );
    expect(keyring.lookup("a", "bc")).not.toBe(keyring.lookup("ab", "c"));
    expect(keyring.lookup("a", "")).not.toBe(keyring.lookup("a"));
    expect(keyring.lookup("a")).toMatch(/^[\w-]{22}$/);
    expect(openKeyring(randomBytes(32)).lookup("a")).not.toBe(keyring.lookup("a"));
  });

  it("derives different keys for different uses", () => {
    const key = keyring.storeKey("matrix");
    expect(key).toHaveLength(32);
    expect(key.equals(master)).toBe(false);
    expect(key.equals(keyring.storeKey("telegram"))).toBe(false);
    expect(openKeyring(master).storeKey("matrix").equals(key)).toBe(true);
  });

  it("rotates: data stays until it is sealed anew, the wrapping and the system's data change hands", () => {
    const next = randomBytes(32);
    const rotated = openKeyring(next);
    const rewrapped = rewrap("f1", wrappedKey, master, next);
    expect(rotated.sealer("f1", rewrapped).open(sealer.seal("Ana", ...here), ...here)).toBe("Ana");
    expect(() => openKeyring(master).sealer("f1", rewrapped)).toThrow(SealingError);
    expect(() => rewrap("f1", wrappedKey, next, master)).toThrow(SealingError);
    expect(() => rotated.system.open(keyring.system.seal("token", ...here), ...here)).toThrow(SealingError);
    const coming = rotated.sealerOnce("f1", newWrappedKey("f1", next));
    expect(() => coming.open(sealer.seal("Ana", ...here), ...here)).toThrow(SealingError);
  });
});
