/** No internal error, no warning in the log, no job given up, nothing that the bot throws (design.md, "The way of one message"). */
import type { Check, Found } from "./check.ts";

/** Where a mistake was made: the first file of ours that it names, without lines, which move. */
function placeOf(fields: Readonly<Record<string, unknown>>): string {
  const at = Array.isArray(fields["at"]) ? fields["at"].map(String) : [];
  const own = at.find((line) => !/node:|node_modules|database\.ts|driver/u.test(line)) ?? at[0] ?? "";
  const file = /((?:[\w-]+\/)?[\w-]+\.ts):\d+:\d+/u.exec(own)?.[1];
  return [fields["kind"], file].filter((one) => typeof one === "string").join(" ") || "somewhere";
}

export const log: Check = {
  name: "log",
  begin: () => ({
    step: (_, { logged, words, jobs }): readonly Found[] =>
      logged.map(({ message, fields }) => ({
        feature: placeOf(fields),
        kind: `${message}${typeof fields["error"] === "string" && message !== "the bot threw" ? `, ${fields["error"]}` : ""}`,
        detail: `${JSON.stringify(fields)} after ${[...words, ...jobs].slice(-6).join(", ")}`,
      })),
    whole: (play) =>
      play.look(async ({ tx }) => {
        const rows = await tx.job.findMany({ where: { failedAt: { not: null } } });
        return rows.map(({ kind, reason }) => ({ feature: kind, kind: "a job was given up", detail: reason ?? "" }));
      }),
  }),
};
