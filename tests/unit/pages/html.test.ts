/** People's text in HTML and SVG: it is text, and one place sees to that. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeHtml } from "../../../src/chat/html.ts";
import { readHtml } from "../../kit/html.ts";

it("text is no markup, and is read as it was written", () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom("<b>", "&amp;", "&#39;", '"', "'", "\n"), fc.string()))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, (of) => {
      const written = escapeHtml(of);
      expect(written).not.toMatch(/[<>"']/u);
      expect(readHtml(written)).toBe(of);
    }),
  );
});

it("one place does it for all", () => {
  const root = join(import.meta.dirname, "../../..");
  const files = ["src", "adapters", "commands"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((one) => join(folder, one)),
  );
  const doing = files.filter(
    (file) =>
      file.endsWith(".ts") &&
      !file.includes("/generated/") &&
      /`&#|: "&lt;"/u.test(readFileSync(join(root, file), "utf8")),
  );
  expect(doing).toEqual(["src/chat/html.ts"]);
});
