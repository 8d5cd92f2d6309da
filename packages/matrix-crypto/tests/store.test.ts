import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OlmMachine, RoomId } from "../src/index.ts";
import { StoreFile } from "../src/store-file.ts";
import { ROOM } from "./client.ts";
import { Homeserver } from "./homeserver.ts";
import { ALICE, arrive, BOB, KEY, open, scratch } from "./kit.ts";

const FILE = "matrix-crypto.sqlite3";

/** A store with a session that has encrypted one message, closed again. */
async function used(): Promise<{ server: Homeserver; storePath: string; file: string; message: string }> {
  const server = new Homeserver();
  const storePath = join(scratch(), "store");
  await arrive(server, { userId: BOB });
  const alice = await arrive(server, { storePath });
  const message = await alice.encrypt("kept", [ALICE, BOB]);
  await alice.machine.close();
  return { server, storePath, file: join(storePath, FILE), message };
}

describe("a store", () => {
  test("keeps the device, its sessions and its room keys", async () => {
    const { server, storePath, message } = await used();
    const alice = await arrive(server, { storePath });
    expect(await alice.decrypt(message, ALICE)).toBe("kept");
    const next = await alice.encrypt("goes on", [ALICE, BOB]);
    expect(JSON.parse(next).session_id).toBe(JSON.parse(message).session_id);
    expect(server.calls.get("keys/claim")).toBe(1);
    await alice.machine.close();
  });

  test("is readable by its owner only, the log and the watermark too, even where they were not before", async () => {
    const { server, storePath, file } = await used();
    fs.chmodSync(storePath, 0o755);
    fs.chmodSync(file, 0o644);
    const alice = await arrive(server, { storePath });
    await alice.encrypt("x", [ALICE, BOB]);
    expect(fs.statSync(storePath).mode & 0o777).toBe(0o700);
    expect(fs.readdirSync(storePath).sort()).toEqual([FILE, `${FILE}-wal`, `${FILE}.watermark`]);
    for (const name of fs.readdirSync(storePath)) {
      expect([name, fs.statSync(join(storePath, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    await alice.machine.close();
  });

  test("shows no user, room or device", async () => {
    const { server, storePath } = await used();
    const alice = await arrive(server, { storePath });
    await alice.encrypt("x", [ALICE, BOB]);
    const content = fs
      .readdirSync(storePath)
      .map((name) => fs.readFileSync(join(storePath, name), "latin1"))
      .join("");
    for (const secret of ["alice", "bob", "example.org", "!room", "DEVICE"]) expect(content).not.toContain(secret);
    await alice.machine.close();
  });

  test("is found by its path, while it is open", async () => {
    const { storePath } = await used();
    const machine = await open({ storePath });
    expect(OlmMachine.at(storePath)).toBe(machine);
    await machine.close();
    expect(OlmMachine.at(storePath)).toBeUndefined();
  });
});

describe("a store is not opened", () => {
  test("without a key, or with one of another length", async () => {
    await expect(open({ storePath: scratch(), key: new Uint8Array(31) })).rejects.toMatchObject({ problem: "no-key" });
    const { userId, deviceId } = await open({});
    await expect(OlmMachine.initialize(userId, deviceId, scratch(), "")).rejects.toMatchObject({ problem: "no-key" });
  });

  test("with another key, and is unharmed by the attempt", async () => {
    const { storePath } = await used();
    await expect(open({ storePath, key: new Uint8Array(32) })).rejects.toMatchObject({ problem: "wrong-key" });
    await (await open({ storePath })).close();
  });

  test("for another user or device", async () => {
    const { storePath } = await used();
    await expect(open({ storePath, userId: BOB })).rejects.toMatchObject({ problem: "wrong-account" });
    await expect(open({ storePath, deviceId: "OTHER" })).rejects.toMatchObject({ problem: "wrong-account" });
    await (await open({ storePath })).close();
  });

  test("twice, in one process or in two", async () => {
    const { storePath } = await used();
    const machine = await open({ storePath });
    await expect(open({ storePath })).rejects.toMatchObject({ problem: "in-use" });
    const other = `import { DeviceId, OlmMachine, provideStoreKey, UserId } from "${import.meta.dirname}/../src/index.ts";
      provideStoreKey(${JSON.stringify(storePath)}, Buffer.from("${KEY.toString("hex")}", "hex"));
      OlmMachine.initialize(new UserId("${ALICE}"), new DeviceId("DEVICE"), ${JSON.stringify(storePath)})
        .then(() => console.log("opened"), (error) => console.log(error.problem));`;
    const said = execFileSync(process.execPath, ["--input-type=module", "--eval", other], { encoding: "utf8" });
    expect(said.trim()).toBe("in-use");
    await machine.close();
    expect(execFileSync(process.execPath, ["--input-type=module", "--eval", other], { encoding: "utf8" }).trim()).toBe(
      "opened",
    );
  });

  test("where it was replaced by an older one, emptied, or removed", async () => {
    const { server, storePath, file } = await used();
    const older = fs.readFileSync(file);
    const alice = await arrive(server, { storePath });
    await alice.encrypt("x", [ALICE, BOB]);
    await alice.machine.close();
    const newest = fs.readFileSync(file);
    for (const content of [older, Buffer.alloc(0), undefined]) {
      if (content) fs.writeFileSync(file, content);
      else fs.rmSync(file);
      await expect(open({ storePath })).rejects.toMatchObject({ problem: "rolled-back" });
    }
    fs.writeFileSync(file, newest);
    await (await open({ storePath })).close();
  });

  test("where the end of its log was lost", async () => {
    const { server, storePath, file } = await used();
    const alice = await arrive(server, { storePath });
    await alice.encrypt("x", [ALICE, BOB]);
    const copy = join(scratch(), "copy");
    fs.cpSync(storePath, copy, { recursive: true });
    await alice.machine.close();
    const log = join(copy, `${FILE}-wal`);
    const content = fs.readFileSync(log);
    // A damaged frame ends the log for SQLite, which says nothing.
    const at = content.length - 100;
    content.writeUInt8(content.readUInt8(at) ^ 1, at);
    fs.writeFileSync(log, content);
    await expect(open({ storePath: copy })).rejects.toMatchObject({ problem: "rolled-back" });
    expect(file).not.toContain(copy);
  });

  test("where any part of it is damaged, unless that part holds nothing", async () => {
    const { storePath, file } = await used();
    const intact = fs.readFileSync(file);
    const attempt = (): unknown => {
      const store = StoreFile.open(file, KEY, { userId: ALICE, deviceId: "DEVICE" });
      try {
        return store.load();
      } finally {
        store.close();
      }
    };
    const content = attempt();
    let noticed = 0;
    const tries = 400;
    for (let n = 0; n < tries; n += 1) {
      const at = Math.floor((n / tries) * intact.length);
      const damaged = Buffer.from(intact);
      damaged.fill(0x5a, at, at + 8);
      fs.writeFileSync(file, damaged);
      try {
        // Unused space of a page: nothing is lost.
        expect(attempt()).toEqual(content);
      } catch (error) {
        expect(["corrupt", "wrong-key"]).toContain(Reflect.get(Object(error), "problem"));
        noticed += 1;
      }
    }
    expect(noticed).toBeGreaterThan(tries / 5);

    fs.writeFileSync(file, intact.fill(0, 0, 16));
    await expect(open({ storePath })).rejects.toMatchObject({ problem: "corrupt" });
  });
});

test("a room id of version 12, without a server, is taken", async () => {
  const server = new Homeserver();
  const alice = await arrive(server);
  const room = "!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM";
  const message = await alice.encrypt("x", [ALICE], room);
  expect(await alice.decrypt(message, ALICE, room)).toBe("x");
  expect(`${new RoomId(ROOM)}`).toBe(ROOM);
});
