import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { megolmPosition } from "../src/index.ts";
import { Homeserver } from "./homeserver.ts";
import type { FromChild } from "./kill-child.ts";
import { ALICE, arrive, BOB, KEY, scratch } from "./kit.ts";

const KILLS = 30;

test(`${KILLS} times SIGKILL: no message index is used twice, and whatever was sent is read`, async () => {
  const server = new Homeserver();
  const storePath = join(scratch(), "store");
  const bob = await arrive(server, { userId: BOB });
  const sent: { content: string; text: string }[] = [];
  let silent = 0;

  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = sent.length;
    const child = start(storePath);
    serve(child, server, sent);
    // One in three dies while it starts, makes its keys or opens its store; the others while they send.
    if (kill % 3 === 2) await pause(50 + Math.random() * 350);
    else {
      await messages(child, 1 + Math.floor(Math.random() * 15));
      await pause(Math.random() * 5);
    }
    await killed(child);
    if (sent.length === before) silent += 1;
    await bob.sync();
  }

  const positions = sent.map(({ content }) => JSON.stringify(megolmPosition(content)));
  expect(new Set(positions).size).toBe(positions.length);
  const read = await Promise.all(sent.map(({ content }) => bob.decrypt(content, ALICE)));
  expect(read).toEqual(sent.map(({ text }) => text));
  const sessions = new Set(sent.map(({ content }) => megolmPosition(content).sessionId)).size;
  console.log(`${KILLS} kills (${silent} before anything was sent), ${sent.length} messages in ${sessions} sessions`);
  expect(sent.length).toBeGreaterThan(KILLS);
});

function start(storePath: string): ChildProcess {
  const file = join(import.meta.dirname, "kill-child.ts");
  return fork(file, [storePath, KEY.toString("hex"), ALICE, `${ALICE},${BOB}`], { execArgv: [], stdio: "inherit" });
}

function serve(child: ChildProcess, server: Homeserver, sent: { content: string; text: string }[]): void {
  child.on("message", async (message: FromChild) => {
    if (message.kind === "sent") sent.push(message);
    else {
      const { id, account } = message;
      const answer =
        message.kind === "sync" ? await server.sync(account) : await server.post(account, message.path, message.body);
      if (child.connected) child.send({ id, answer }, () => {});
    }
  });
}

function messages(child: ChildProcess, count: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let heard = 0;
  child.on("message", ({ kind }: FromChild) => {
    if (kind === "sent" && (heard += 1) === count) resolve();
  });
  child.on("exit", (code) => reject(new Error(`the child ended by itself: ${code}`)));
  return promise;
}

function pause(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, milliseconds);
  return promise;
}

/** Kills it, and waits until all that it said has been heard. */
function killed(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.on("close", (_code, signal) => (signal === "SIGKILL" ? resolve() : reject(new Error("ended by itself"))));
  child.kill("SIGKILL");
  return promise;
}
