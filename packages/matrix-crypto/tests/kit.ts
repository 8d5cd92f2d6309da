import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { DeviceId, OlmMachine, provideStoreKey, UserId } from "../src/index.ts";
import { Client } from "./client.ts";
import type { Server } from "./homeserver.ts";

export const ALICE = "@alice:example.org";
export const BOB = "@bob:example.org";
export const KEY = randomBytes(32);

/** A directory that is gone after the test. */
export function scratch(): string {
  const directory = mkdtempSync(join(tmpdir(), "matrix-crypto-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export interface Where {
  userId?: string;
  deviceId?: string;
  /** In memory if there is none. */
  storePath?: string;
  key?: Uint8Array;
}

/** A machine whose keys are on the server. */
export async function arrive(server: Server, where: Where = {}): Promise<Client> {
  const client = new Client(await open(where), server);
  await client.flush();
  await client.sync();
  return client;
}

/** A machine. One with a store is to be closed by the test. */
export async function open({ userId = ALICE, deviceId = "DEVICE", storePath, key = KEY }: Where): Promise<OlmMachine> {
  if (storePath) provideStoreKey(storePath, key);
  return OlmMachine.initialize(new UserId(userId), new DeviceId(deviceId), storePath, "", 0);
}
