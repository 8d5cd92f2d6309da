import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** A program in which Rust panics, asked past the stand-in, which would refuse. */
const PANIC = `
  import * as wasm from "@matrix-org/matrix-sdk-crypto-wasm";
  import { DeviceId, OlmMachine, onFatal, UserId } from "${import.meta.dirname}/../src/index.ts";
  process.on("uncaughtException", () => console.log("ignored"));
  if (process.argv[1]) onFatal((error) => { console.log(error.message); process.exit(9); });
  await OlmMachine.initialize(new UserId("@a:b"), new DeviceId("D"));
  const handle = await wasm.StoreHandle.open();
  const machine = await wasm.OlmMachine.initFromStore(new wasm.UserId("@a:b"), new wasm.DeviceId("D"), handle);
  machine.encryptRoomEvent(new wasm.RoomId("!a:b"), "m", "{}").catch(() => {});
  setTimeout(() => console.log("goes on"), 2000);`;

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const options = { encoding: "utf8" as const, cwd: import.meta.dirname };
  return spawnSync(process.execPath, ["--input-type=module", "--eval", PANIC, ...args], options);
}

test("a panic ends the process, even where uncaught exceptions are ignored", () => {
  const { status, stdout, stderr } = run();
  expect([status, stdout]).toEqual([70, ""]);
  expect(stderr).toContain("matrix-crypto: the encryption library panicked");
});

test("a handler may end it in its own way", () => {
  const { status, stdout } = run("handler");
  expect([status, stdout.trim()]).toEqual([9, "the encryption library panicked"]);
});
