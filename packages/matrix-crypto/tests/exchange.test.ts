import { describe, expect, test } from "vitest";
import {
  Attachment,
  DecryptionError,
  DeviceLists,
  EncryptedAttachment,
  megolmPosition,
  type RoomKey,
  UserId,
} from "../src/index.ts";
import { ROOM } from "./client.ts";
import { Homeserver } from "./homeserver.ts";
import { ALICE, arrive, BOB } from "./kit.ts";

async function two(): ReturnType<typeof pair> {
  return pair(new Homeserver());
}

async function pair(server: Homeserver) {
  const alice = await arrive(server, { userId: ALICE });
  const bob = await arrive(server, { userId: BOB });
  return { server, alice, bob };
}

describe("two devices", () => {
  test("read each other", async () => {
    const { alice, bob } = await two();
    const hello = await alice.encrypt("hello", [ALICE, BOB]);
    await bob.sync();
    expect(await bob.decrypt(hello, ALICE)).toBe("hello");
    const answer = await bob.encrypt("and hello to you", [ALICE, BOB]);
    await alice.sync();
    expect(await alice.decrypt(answer, BOB)).toBe("and hello to you");
    expect(hello).not.toContain("hello");
  });

  test("do not wait for a key query: new people are written to and heard within a second", async () => {
    const { server, alice } = await two();
    await arrive(server, { userId: "@cho:example.org" });
    const began = performance.now();
    const message = await alice.encrypt("hello", [ALICE, BOB, "@cho:example.org"]);
    const dan = await arrive(server, { userId: "@dan:example.org" });
    const second = await alice.encrypt("hello Dan", [ALICE, BOB, "@cho:example.org", "@dan:example.org"]);
    await dan.sync();
    expect(await dan.decrypt(second, ALICE)).toBe("hello Dan");
    expect(performance.now() - began).toBeLessThan(1000);
    expect(message).not.toBe(second);
  });

  test("user ids that are handed over can be used again", async () => {
    const { alice } = await two();
    const users = [new UserId(BOB)];
    await alice.machine.updateTrackedUsers(users);
    await alice.machine.getMissingSessions(users);
    await alice.machine.receiveSyncChanges("[]", new DeviceLists(users, users), {}, null);
    expect(users.map(String)).toEqual([BOB]);
    expect(users[0]?.localpart).toBe("bob");
  });
});

describe("a room key that comes late", () => {
  test("is missing at first, is announced when it comes, and then the message is read", async () => {
    const { server, alice, bob } = await two();
    server.heldBack = [];
    const message = await alice.encrypt("late", [ALICE, BOB]);
    await bob.sync();
    const failure: unknown = await bob.decrypt(message, ALICE).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DecryptionError);
    expect(failure).toMatchObject({ code: "MissingRoomKey" });

    const announced: RoomKey[] = [];
    bob.machine.onRoomKeys((keys) => announced.push(...keys));
    for (const deliver of server.heldBack) deliver();
    await bob.sync();
    expect(announced).toEqual([{ roomId: ROOM, sessionId: megolmPosition(message).sessionId }]);
    expect(await bob.decrypt(message, ALICE)).toBe("late");
  });
});

describe("sessions", () => {
  test("change after the room's number of messages", async () => {
    const { alice } = await two();
    alice.rotateAfter(3);
    const positions = [];
    for (let n = 0; n < 7; n += 1) positions.push(megolmPosition(await alice.encrypt(`${n}`, [ALICE, BOB])));
    expect(positions.map(({ index }) => index)).toEqual([0, 1, 2, 0, 1, 2, 0]);
    expect(new Set(positions.map(({ sessionId }) => sessionId)).size).toBe(3);
  });

  test("bear sends of one room that overtake each other where the session is about to change", async () => {
    const { alice, bob } = await two();
    alice.rotateAfter(2);
    const sent = await Promise.all(Array.from({ length: 20 }, (_, n) => alice.encrypt(`${n}`, [ALICE, BOB])));
    await bob.sync();
    const read = await Promise.all(sent.map((content) => bob.decrypt(content, ALICE)));
    expect(read).toEqual(Array.from({ length: 20 }, (_, n) => `${n}`));
    const positions = sent.map((content) => JSON.stringify(megolmPosition(content)));
    expect(new Set(positions).size).toBe(20);
  });

  test("are refused, not a panic, without a shared key and after too many messages", async () => {
    const { alice } = await two();
    await expect(alice.encryptOnly("x")).rejects.toThrow("was not shared");
    alice.rotateAfter(1);
    await alice.share([ALICE, BOB]);
    for (let n = 0; n < 51; n += 1) await alice.encryptOnly("x");
    await expect(alice.encryptOnly("x")).rejects.toThrow("too many messages");
    await alice.encrypt("x", [ALICE, BOB]);
  });
});

describe("cross-signing", () => {
  test("is made once, seen by others, and taken over by a new device of the same user", async () => {
    const { server, alice, bob } = await two();
    expect(await alice.machine.crossSigningStatus()).toEqual({
      hasMaster: false,
      hasSelfSigning: false,
      hasUserSigning: false,
    });
    expect(await alice.machine.exportCrossSigningKeys()).toBeUndefined();
    await alice.publish(await alice.machine.bootstrapCrossSigning(true), true);
    await alice.sync();
    const keys = await alice.machine.exportCrossSigningKeys();
    if (!keys) throw new Error("no keys");

    const second = await arrive(server, { userId: ALICE, deviceId: "SECOND" });
    expect(await second.machine.importCrossSigningKeys(keys)).toEqual({
      hasMaster: true,
      hasSelfSigning: true,
      hasUserSigning: true,
    });
    await second.publish(await second.machine.bootstrapCrossSigning(false), false);
    expect(await second.machine.exportCrossSigningKeys()).toEqual(keys);

    const query = await server.post(
      { userId: BOB, deviceId: "DEVICE" },
      "keys/query",
      `{"device_keys":{"${ALICE}":[]}}`,
    );
    const { device_keys, self_signing_keys } = JSON.parse(query);
    const [signer] = Object.keys(self_signing_keys[ALICE].keys);
    for (const device of ["DEVICE", "SECOND"]) {
      expect(Object.keys(device_keys[ALICE][device].signatures[ALICE])).toContain(signer);
    }
    await bob.sync();
  });

  test("keys of another identity are not taken", async () => {
    const { server, alice, bob } = await two();
    await alice.publish(await alice.machine.bootstrapCrossSigning(true), true);
    await bob.publish(await bob.machine.bootstrapCrossSigning(true), true);
    const keys = await bob.machine.exportCrossSigningKeys();
    if (!keys) throw new Error("no keys");
    const second = await arrive(server, { userId: ALICE, deviceId: "SECOND" });
    await expect(second.machine.importCrossSigningKeys(keys)).rejects.toThrow();
  });
});

test("a signature is found under the key of the device", async () => {
  const { alice } = await two();
  const signatures = (await alice.machine.sign('{"a":1}')).get(new UserId(ALICE));
  expect(signatures?.["ed25519:DEVICE"]?.isValid).toBe(true);
  expect(signatures?.["ed25519:DEVICE"]?.signature?.toBase64()).toMatch(/^[\w+/]{86}$/);
});

test("a file is encrypted, read again, and refused where it was changed", () => {
  const { encryptedData, mediaEncryptionInfo } = Attachment.encrypt(Buffer.from("a flyer"));
  const read = Attachment.decrypt(new EncryptedAttachment(encryptedData, mediaEncryptionInfo));
  expect(Buffer.from(read).toString()).toBe("a flyer");
  const changed = encryptedData.map((byte, at) => (at === 0 ? byte ^ 1 : byte));
  expect(() => Attachment.decrypt(new EncryptedAttachment(changed, mediaEncryptionInfo))).toThrow();
});
