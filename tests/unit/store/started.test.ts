import { expect, it } from "vitest";
import type { Outgoing } from "../../../src/chat/adapter.ts";
import { kindOfLane, laneOf, type OutboxBody } from "../../../src/chat/outgoing.ts";
import { Outbox } from "../../../src/store/outbox.ts";
import { removeOutlived } from "../../../src/store/outlived.ts";
import { rotateMasterKey } from "../../../src/store/rotate.ts";
import { openKeyring, type Keyring } from "../../../src/store/sealing.ts";
import type { Session } from "../../../src/store/session.ts";
import { outlivedStarted, Started } from "../../../src/store/started.ts";
import { eachDatabase } from "../../kit/databases.ts";

const [oldKey, newKey] = [7, 8].map((byte) => new Uint8Array(32).fill(byte)) as [Uint8Array, Uint8Array];
const now = Date.UTC(2026, 2, 20, 16, 0);
const minute = 60_000;
const ana = { platform: "telegram", account: "1", user: "4711" };

eachDatabase((_, open) => {
  it("who opened the direct chat is found after the master key was replaced, and what waits keeps its lane", async () => {
    const database = await open();
    const within = <T>(keyring: Keyring, work: (session: Session) => Promise<T>): Promise<T> =>
      database.transaction((tx) => work({ tx, keyring, now, newId: () => "id" }));
    const chat = { id: "-5" };
    const message = { language: "en", blocks: [] };
    const all: readonly Outgoing[] = [
      { id: "a", type: "private", chat, to: "4711", message, interaction: "t" },
      { id: "b", type: "delete", chat, messageId: "1" },
      { id: "c", type: "message", chat, message },
      { id: "d", type: "direct", to: "4711", message },
    ];
    const lanesUnder = (keyring: Keyring) => all.map((one) => laneOf(one, ana, (...parts) => keyring.lookup(...parts)));
    const [before, after] = [openKeyring(oldKey), openKeyring(newKey)];
    await within(before, async (session) => {
      await new Started(session).note({ ...ana, direct: "4711" }, now + 1);
      const lanes = lanesUnder(before);
      await new Outbox(session).write(
        all.map((outgoing, index) => ({
          id: outgoing.id,
          federationId: undefined,
          platform: ana.platform,
          account: ana.account,
          chatId: undefined,
          identityId: undefined,
          lane: lanes[index] ?? "",
          priority: 0,
          sealedBody: before.system.seal(
            JSON.stringify({ outgoing } satisfies OutboxBody),
            "Outbox.sealedBody",
            outgoing.id,
          ),
          broadcastId: undefined,
          attempts: 0,
          dueAt: now,
          body: { outgoing } satisfies OutboxBody,
        })),
      );
    });
    await rotateMasterKey(database, oldKey, newKey);
    const lanes = (await within(after, (session) => new Outbox(session).waiting("", 10))).map(({ lane }) => lane);
    expect(lanes).toEqual(lanesUnder(after));
    expect(lanes.map(kindOfLane)).toEqual(["answer", "delete", "row", "row"]);
    expect(await within(after, (session) => new Started(session).take(ana))).toBe("4711");
    expect(await within(after, (session) => new Started(session).take(ana))).toBeUndefined();
  });

  it("is not given when its time has come, and a later Start renews it", async () => {
    const database = await open();
    const keyring = openKeyring(oldKey);
    const at = <T>(when: number, work: (started: Started) => Promise<T>): Promise<T> =>
      database.transaction((tx) => work(new Started({ tx, keyring, now: when, newId: () => "id" })));
    const forget = (when: number): Promise<number> =>
      database.transaction((tx) =>
        removeOutlived({ tx, keyring, now: when, newId: () => "id" }, outlivedStarted(when), 10),
      );
    await at(now, (started) => started.note({ ...ana, direct: "4711" }, now + 10 * minute));
    await at(now + 5 * minute, (started) => started.note({ ...ana, direct: "4711" }, now + 20 * minute));
    expect(await forget(now + 15 * minute)).toBe(0);
    expect(await at(now + 20 * minute, (started) => started.take(ana))).toBeUndefined();
    await at(now, (started) => started.note({ ...ana, direct: "4711" }, now + 10 * minute));
    expect(await forget(now + 11 * minute)).toBe(1);
  });
});
