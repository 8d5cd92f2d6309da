import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { megolmPosition, readBackup } from "../src/index.ts";
import type { Client } from "./client.ts";
import { Homeserver } from "./homeserver.ts";
import { ALICE, arrive, BOB, KEY, open, scratch } from "./kit.ts";

async function send(client: Client, count: number): Promise<string[]> {
  const sent = [];
  for (let n = 0; n < count; n += 1) sent.push(await client.encrypt(`${n}`, [ALICE, BOB]));
  return sent;
}

describe("a backup", () => {
  test("is read into a new device, which knows everything, and uses no message index twice", async () => {
    const server = new Homeserver();
    const bob = await arrive(server, { userId: BOB });
    const alice = await arrive(server, { storePath: join(scratch(), "store") });
    await alice.publish(await alice.machine.bootstrapCrossSigning(true), true);
    await alice.sync();
    const before = await send(alice, 5);
    const file = join(scratch(), "backup");
    const during = send(alice, 20);
    await alice.machine.backup(file);
    const after = [...(await during), ...(await send(alice, 5))];
    await alice.machine.close();

    const backup = await readBackup(file, KEY);
    expect(backup.account).toEqual({ userId: ALICE, deviceId: "DEVICE" });
    const restored = await arrive(server, { storePath: join(scratch(), "store"), deviceId: "RESTORED" });
    expect(await restored.machine.importBackup(backup)).toEqual({ imported: 1, total: 1 });
    expect(await restored.machine.importBackup(backup)).toMatchObject({ total: 1 });
    if (!backup.crossSigningKeys) throw new Error("no cross-signing keys");
    await restored.machine.importCrossSigningKeys(backup.crossSigningKeys);
    await restored.publish(await restored.machine.bootstrapCrossSigning(false), false);
    const since = await send(restored, 5);

    await bob.sync();
    const all = [...before, ...after, ...since];
    const positions = all.map((content) => JSON.stringify(megolmPosition(content)));
    expect(new Set(positions).size).toBe(35);
    for (const content of all) await bob.decrypt(content, ALICE);
    for (const content of before) await restored.decrypt(content, ALICE);
    await restored.machine.close();
  });

  test("is one private file, sealed like the store, and does not overwrite", async () => {
    const alice = await arrive(new Homeserver(), { storePath: join(scratch(), "store") });
    const directory = scratch();
    const file = join(directory, "backup");
    await alice.machine.backup(file);
    expect(fs.readdirSync(directory)).toEqual(["backup"]);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readFileSync(file, "latin1")).not.toContain("alice");
    await expect(alice.machine.backup(file)).rejects.toThrow("exists");
    await expect(readBackup(file, new Uint8Array(32))).rejects.toMatchObject({ problem: "wrong-key" });
    await alice.machine.close();
  });

  test("is not opened as a store, and a store is not read as a backup", async () => {
    const storePath = join(scratch(), "store");
    const alice = await arrive(new Homeserver(), { storePath });
    const elsewhere = join(scratch(), "store");
    fs.mkdirSync(elsewhere);
    await alice.machine.backup(join(elsewhere, "matrix-crypto.sqlite3"));
    await alice.machine.close();
    await expect(open({ storePath: elsewhere })).rejects.toMatchObject({ problem: "is-backup" });
    await expect(readBackup(join(storePath, "matrix-crypto.sqlite3"), KEY)).rejects.toMatchObject({
      problem: "not-a-backup",
    });
  });

  test("is not taken over by the device that made it, or by another user", async () => {
    const server = new Homeserver();
    const alice = await arrive(server, { storePath: join(scratch(), "store") });
    const file = join(scratch(), "backup");
    await alice.machine.backup(file);
    await alice.machine.close();
    const backup = await readBackup(file, KEY);
    const same = await open({ deviceId: "DEVICE" });
    const bob = await open({ userId: BOB });
    for (const machine of [same, bob]) {
      await expect(machine.importBackup(backup)).rejects.toMatchObject({ problem: "wrong-account" });
    }
  });
});

test("room keys are exported with a passphrase and imported into another store", async () => {
  const server = new Homeserver();
  const alice = await arrive(server, { storePath: join(scratch(), "store") });
  const sent = await send(alice, 2);
  const began = performance.now();
  const armored = await alice.machine.exportRoomKeys("correct horse");
  console.log(`an export takes ${Math.round(performance.now() - began)} ms`);
  await alice.machine.close();
  expect(armored).toMatch(/^-----BEGIN MEGOLM SESSION DATA-----\n/);

  const storePath = join(scratch(), "store");
  const second = await arrive(server, { storePath, deviceId: "SECOND" });
  await expect(second.machine.importRoomKeys(armored, "wrong")).rejects.toThrow();
  expect(await second.machine.importRoomKeys(armored, "correct horse")).toEqual({ imported: 1, total: 1 });
  await second.machine.close();
  const again = await arrive(server, { storePath, deviceId: "SECOND" });
  for (const [n, content] of sent.entries()) expect(await again.decrypt(content, ALICE)).toBe(`${n}`);
  await again.machine.close();
});
