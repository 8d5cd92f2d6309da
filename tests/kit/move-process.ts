/**
 * A move to PostgreSQL that stops half way and waits to be killed: it says so on its output.
 *
 * `node tests/kit/move-process.ts FROM TO TABLE`: when it is about to copy that table.
 */
import { openFixture } from "./fixture.ts";
import { moveDatabase } from "../../src/store/moving.ts";

const [from = "", to = "", table = ""] = process.argv.slice(2);
const store = await openFixture(from);
await moveDatabase(store, to, async (what, at) => {
  if (what !== "copying" || at !== table) return;
  process.stdout.write("half way\n");
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});
