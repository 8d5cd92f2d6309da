/** The files of the product: what is written by hand, and not what is generated. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Their texts, by where they lie below the project's root. */
export const productFiles = (): ReadonlyMap<string, string> =>
  new Map(
    ["src", "commands", "adapters"].flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.parentPath.includes("/generated"))
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [relative(root, path), readFileSync(path, "utf8")] as const),
    ),
  );
