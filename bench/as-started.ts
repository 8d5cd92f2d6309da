/** How `npm start` starts the bot, so that the benchmarks measure what people run. */
import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  readonly scripts: { readonly start: string };
};
const words = scripts.start.split(" ");
const program = words.indexOf("node");
if (program < 0) throw new Error("the script `start` of package.json does not begin Node.js");

/** The variables of the environment that it sets. */
export const environment: Readonly<Record<string, string>> = Object.fromEntries(
  words.slice(0, program).map((word) => {
    const [name = "", ...value] = word.split("=");
    return [name, value.join("=")];
  }),
);

/** What Node.js itself is told. */
export const flags: readonly string[] = words.slice(program + 1).filter((word) => word.startsWith("--"));
