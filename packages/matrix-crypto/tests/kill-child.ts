/** Encrypts without end, through the parent as homeserver, until it is killed. Started by kill.test.ts. */
import { type Account, DeviceId, OlmMachine, provideStoreKey, UserId } from "../src/index.ts";
import { Client } from "./client.ts";
import type { Server, Sync } from "./homeserver.ts";

/** What the child says: a request to answer, or a message that it has sent. */
export type FromChild =
  | { kind: "post"; id: number; account: Account; path: string; body: string }
  | { kind: "sync"; id: number; account: Account }
  | { kind: "sent"; content: string; text: string };

/** The answer to a request. */
export interface FromParent {
  id: number;
  answer: unknown;
}

const [storePath = "", key = "", userId = "", members = ""] = process.argv.slice(2);
const waiting = new Map<number, (answer: unknown) => void>();
let last = 0;

process.on("message", ({ id, answer }: FromParent) => {
  waiting.get(id)?.(answer);
  waiting.delete(id);
});

function tell(message: FromChild): void {
  process.send?.(message);
}

function ask(message: (id: number) => FromChild): Promise<unknown> {
  const id = (last += 1);
  const { promise, resolve } = Promise.withResolvers<unknown>();
  waiting.set(id, resolve);
  tell(message(id));
  return promise;
}

const server: Server = {
  post: async (account, path, body) => String(await ask((id) => ({ kind: "post", id, account, path, body }))),
  sync: async (account) => (await ask((id) => ({ kind: "sync", id, account }))) as Sync,
};

provideStoreKey(storePath, Buffer.from(key, "hex"));
const machine = await OlmMachine.initialize(new UserId(userId), new DeviceId("DEVICE"), storePath);
const alice = new Client(machine, server);
alice.rotateAfter(9);
await alice.flush();
await alice.sync();
for (let n = 0; ; n += 1) {
  const text = `${process.pid} ${n}`;
  tell({ kind: "sent", content: await alice.encrypt(text, members.split(",")), text });
}
