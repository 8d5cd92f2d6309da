/** `steward fund check`: a printed report against the books. */
import { expect } from "vitest";
import { checkBooks } from "../../src/cli/fund.ts";
import { inGroups } from "../../commands/fund/report.ts";
import { aboutARule, conversation } from "../kit/conversation.ts";

conversation(
  "a check number says whether anything before it was changed since",
  aboutARule,
  async ({ cell, stage }) => {
    const { database } = stage;
    const check = async (typed: string): Promise<{ readonly right: boolean; readonly said: string }> => {
      const said: string[] = [];
      const right = await checkBooks({ database }, typed, (line) => said.push(line));
      return { right, said: said.join("\n") };
    };
    expect(await check("")).toMatchObject({ right: true, said: expect.stringContaining("There is no fund") });
    const { zoe } = await cell("Depot 5", { sector: "transport" });
    await zoe.says("/fund new Strike fund currency:EUR");
    for (const amount of ["10", "20", "30"]) await zoe.says(`/fund in ${amount} Collection`);
    const [, printed = "", last = ""] = await database.read(async (tx) =>
      (await tx.fundEntry.findMany({ orderBy: { number: "asc" } })).map(({ hash }) => hash),
    );
    const without = await check("");
    expect(without.right).toBe(true);
    expect(without.said).toMatch(/3 entries, each fits to the one before/);
    expect(without.said).toMatch(/proves nothing against whoever runs the bot/);
    for (const typed of [printed, inGroups(printed), printed.toUpperCase(), printed.slice(0, 16)]) {
      const { right, said } = await check(typed);
      expect(right, typed).toBe(true);
      expect(said).toMatch(/Entry 2 of fund \S+, of 2026-03-20, has this number[^]*Entries since then: 1/);
    }
    expect((await check("0".repeat(64))).said).toMatch(/No entry of any fund has this number/);
    await expect(check("12345678")).rejects.toThrow(/check number has 64/);
    await expect(check("not a number at all")).rejects.toThrow(/check number has 64/);

    // Somebody changes an amount in the database: the number of the last entry is there still, and does not fit.
    await database.transaction((tx) => tx.fundEntry.updateMany({ where: { number: 2 }, data: { amount: 1n } }));
    const changed = await check(last);
    expect(changed.right).toBe(false);
    expect(changed.said).toMatch(/entry 2 does not fit/);
    expect((await check("")).right).toBe(false);
  },
);
