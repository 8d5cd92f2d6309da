import type { Provider } from "../../src/store/driver.ts";

/** The databases that STEWARD_TEST_DATABASES asks for: sqlite (the default), postgresql or both. */
export function chosenDatabases(): readonly Provider[] {
  const wish = process.env["STEWARD_TEST_DATABASES"] ?? "sqlite";
  if (wish === "both") return ["sqlite", "postgresql"];
  if (wish === "sqlite" || wish === "postgresql") return [wish];
  throw new Error(`STEWARD_TEST_DATABASES is "${wish}"; it must be sqlite, postgresql or both.`);
}
