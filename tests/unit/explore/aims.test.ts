/** What the explorer aims at: each feature is dealt its share, each word that reads is read. */
import { expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { readStep } from "../../../src/rehearsal/scenario.ts";
import { features, featuresOf, handOf, handSize } from "../../explore/aims.ts";
import { nameOf } from "../../explore/grammar.ts";
import { reading, readingsOf } from "../../explore/reading.ts";
import { waiting } from "../../explore/story.ts";
import { formsOf } from "../../fuzz/inputs.ts";

const chats = new Map([["a", { name: "a", platform: "telegram" as const, encrypted: false }]]);

it("any twenty seeds in a row are dealt each feature equally often, and its aims in turn", () => {
  for (const first of [0, 7, 1_984]) {
    const dealt = Array.from({ length: 20 }, (_, index) => handOf(first + index)).flat();
    for (const feature of features) {
      const turns = dealt.filter((one) => one.feature === feature).map(({ turn }) => turn % feature.aims.length);
      const fair = (20 * handSize) / features.length;
      expect(Math.abs(turns.length - fair), feature.name).toBeLessThan(2);
      expect(new Set(turns).size, feature.name).toBe(feature.aims.length);
    }
  }
});

it("a hand holds a feature once, twice only at the end of a deck", () => {
  for (let seed = 0; seed < 100; seed++) expect(handOf(seed)).toHaveLength(handSize);
  expect(handOf(5)).toEqual(handOf(5));
});

it("features are chosen by name or by what they belong to", () => {
  expect(featuresOf([])).toEqual(features);
  expect(featuresOf(["charter", "votes"]).map(({ name }) => name)).toEqual(["votes", "charter"]);
  expect(featuresOf(["memory"]).map(({ name }) => name)).toContain("decisions");
  expect(() => featuresOf(["nothing"])).toThrow("There is no aim nothing, but drives,");
});

it("at the heart of each feature are words that do something, jobs and steps that there are", () => {
  const words = new Set(
    formsOf(commands)
      .map(nameOf)
      .filter((name) => !reading.has(name)),
  );
  const jobs = new Set(commands.flatMap(({ jobs: of }) => Object.keys(of ?? {})));
  const steps = new Set(["removed a", "ana leaves a"].map((line) => readStep(1, line, chats).type as string));
  const all = features.flatMap(({ name, heart }) => [name, ...heart]);
  expect(features.filter(({ heart }) => heart.length === 0)).toEqual([]);
  const known = new Set([...words, ...jobs, ...steps, ...features.map(({ name }) => name)]);
  expect(all.filter((name) => !known.has(name))).toEqual([]);
});

it("every word that only reads is there, and is read in one of three seeds", () => {
  const words = new Set(formsOf(commands).map(nameOf));
  expect([...reading].filter((name) => !words.has(name))).toEqual([]);
  expect([301, 302, 303].flatMap(readingsOf).sort()).toEqual([...reading].sort());
});

it("a wait is as long as it has to be, and is read so", () => {
  const hour = 3_600_000;
  const lines = [1, 60_000, 9 * hour, 9 * hour + 1, 26 * hour, 3 * 24 * hour - 5, 31 * 24 * hour];
  expect(lines.map(waiting)).toEqual([
    "wait 1 minute",
    "wait 1 minute",
    "wait 9 hours",
    "wait 9 hours 1 minute",
    "wait 1 day 2 hours",
    "wait 3 days",
    "wait 31 days",
  ]);
  for (const line of lines.map(waiting)) expect(readStep(1, line, new Map()).type).toBe("wait");
});
