/**
 * The promise "nothing lost, nothing twice", kept by a real process on a real database that is killed again and again.
 */
import { randomInt } from "node:crypto";
import { expect, it } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recount } from "../kit/recount.ts";
import { eachDatabase } from "../kit/databases.ts";
import { event, Feeder } from "../kit/feeder.ts";

const pledges = 2_000;
const kills = 50;
const people = 120;
const cells = ["Depot", "Ward", "School"];

eachDatabase((_, _open, freshUrl) => {
  it(
    `${pledges} pledges survive ${kills} kills: each once, each answered, counters equal to a recount`,
    { timeout: 600_000 },
    async () => {
      const url = await freshUrl();
      const feeder = new Feeder(url);
      await feeder.start();

      const [first = ""] = cells;
      await feeder.ask(
        event(first, "zoe", `/setup federation:F cell:${first} sector:s0 zone:Europe/Paris language:en`),
      );
      for (const [index, cell] of cells.entries()) {
        if (index === 0) continue;
        await feeder.ask(event(first, "zoe", `/sector new s${index}`));
        await feeder.ask(event(first, "zoe", `/cell new ${cell} sector:s${index} zone:Europe/Paris language:en`));
        await feeder.until(() => feeder.code !== "");
        await feeder.ask(event(cell, "zoe", `/cell join ${feeder.code}`));
      }
      for (let person = 0; person < people; person++) {
        await feeder.ask(event(cells[person % cells.length] ?? first, `p${person}`, "/help"));
      }
      await feeder.ask(event(first, "zoe", '/drive new Shall we? goal:80 deadline:"in 30 days" scope:federation'));

      const answers = ["in", "in", "in", "withdraw", "if 3", "if 40", "if 90", "if 5 sector"];
      const events: Inbound[] = [];
      const last = new Map<string, string>();
      for (let index = 0; index < pledges; index++) {
        const person = randomInt(people);
        const answer = answers[randomInt(answers.length)] ?? "in";
        events.push(event(cells[person % cells.length] ?? first, `p${person}`, `/pledge ${answer}`));
        last.set(`p${person}`, answer);
      }

      await feeder.underFire(events, kills, 64);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await feeder.kill();

      const database = await openDatabase({ url });
      try {
        const { standing, mistakes } = await recount(database);
        expect(mistakes).toEqual([]);
        const expected: Record<string, number> = {};
        for (const answer of last.values()) {
          const stored =
            answer === "withdraw"
              ? "out"
              : answer.replace(
                  /^if (\d+) ?(sector)?$/u,
                  (_, n: string, s?: string) => `if:${n}${s === undefined ? "" : ":sector"}`,
                );
          if (stored !== "out") expected[stored] = (expected[stored] ?? 0) + 1;
        }
        expect(standing).toEqual(expected);
      } finally {
        await database.close();
      }
      expect(feeder.problems).toEqual([]);
    },
  );
});
