/** `.ci/run` skips nothing: a program that is not there is a failure, with a sentence. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("a program that could not be installed is a failure with a sentence", () => {
  const script = readFileSync(new URL("../../.ci/run", import.meta.url), "utf8");
  const [need = ""] = /^need\(\) \{[^]*?^\}$/mu.exec(script) ?? [];
  const play = [
    "set -euo pipefail",
    "results=$(mktemp -d); trap 'rm -rf \"$results\"' EXIT; failed=0",
    need,
    "need /bin/sh /no/such/browser",
    'cat "$results/failed"; echo "$failed failed"',
  ];
  const { stdout, status } = spawnSync("bash", ["-c", play.join("\n")], { encoding: "utf8" });
  const sentence =
    "failed: /no/such/browser is not here and could not be installed, so the tests that need it cannot run";
  expect([stdout.trim().split("\n"), status]).toEqual([[sentence, sentence, "1 failed"], 0]);
  // What is needed is what the tests look for, which they leave out else.
  const [, needed = ""] = /^need (.*)$/mu.exec(script) ?? [];
  expect(needed.split(" ").sort()).toEqual([
    "/usr/bin/caddy",
    "/usr/bin/chromium",
    "/usr/lib/*/faketime/libfaketime.so.1",
    "/usr/sbin/nginx",
  ]);
});
