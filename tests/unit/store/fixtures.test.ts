/** Databases of earlier versions (tests/fixtures/README.md): opened with this one, people see in them what they saw. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { eachDatabase } from "../../kit/databases.ts";
import { factsIn, fixtureFile, fixtureVersions, playOn, readScenario, restoreFixture } from "../../kit/fixture.ts";

const versions = await fixtureVersions();

it("there is one", () => {
  expect(versions).toContain("0.1.0");
});

eachDatabase((name, _open, freshUrl) => {
  it.each(versions)(
    "in the database of %s every figure, name, date and state is as it was",
    async (version) => {
      const url = await freshUrl();
      await restoreFixture(version, name, url);
      const made = await readScenario(version, "scenario");
      const then = factsIn(await readFile(fixtureFile(version, "seen.txt"), "utf8"), made);
      const now = factsIn(await playOn(url, await readScenario(version, "readings"), "readings"), made);
      expect(Object.keys(then).length).toBeGreaterThan(100);
      expect(now).toEqual(then);
    },
    180_000,
  );
});
