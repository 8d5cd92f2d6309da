/**
 * The promise "nothing lost, nothing twice", kept by a real process on a real database that is killed again and again.
 */
import { randomInt } from "node:crypto";
import { expect, it } from "vitest";
import type { Inbound } from "../../src/core/inbound.ts";
import { codePattern } from "../../src/store/codes.ts";
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

      const ask = async (inbound: Inbound): Promise<void> => {
        feeder.feed(inbound);
        await feeder.until(() => feeder.acknowledged.has(inbound.eventId) && feeder.answered.has(inbound.eventId));
      };
      const [first = ""] = cells;
      await ask(event(first, "zoe", `/setup federation:F cell:${first} sector:s0 zone:Europe/Paris language:en`));
      for (const [index, cell] of cells.entries()) {
        if (index === 0) continue;
        await ask(event(first, "zoe", `/sector new s${index}`));
        await ask(event(first, "zoe", `/cell new ${cell} sector:s${index} zone:Europe/Paris language:en`));
        await feeder.until(() => code(feeder.said) !== undefined);
        await ask(event(cell, "zoe", `/cell join ${code(feeder.said) ?? ""}`));
      }
      for (let person = 0; person < people; person++) {
        await ask(event(cells[person % cells.length] ?? first, `p${person}`, "/help"));
      }
      await ask(event(first, "zoe", '/drive new Shall we? goal:80 deadline:"in 30 days" scope:federation'));

      const answers = ["in", "in", "in", "withdraw", "if 3", "if 40", "if 90", "if 5 sector"];
      const events: Inbound[] = [];
      const last = new Map<string, string>();
      for (let index = 0; index < pledges; index++) {
        const person = randomInt(people);
        const answer = answers[randomInt(answers.length)] ?? "in";
        events.push(event(cells[person % cells.length] ?? first, `p${person}`, `/pledge ${answer}`));
        last.set(`p${person}`, answer);
      }

      // A window of events is in flight; the process dies at random moments; what was not acknowledged comes again, and
      // some of what was acknowledged comes again as well.
      let next = 0;
      const open = new Map<string, Inbound>();
      const fill = (): void => {
        for (const [id] of open) if (feeder.acknowledged.has(id)) open.delete(id);
        // Each person waits for their own answer, as people do: then the last one that counts is known.
        while (next < events.length && open.size < 64) {
          const candidate = events[next];
          if (candidate === undefined || [...open.values()].some(({ sender }) => sender.id === candidate.sender.id))
            break;
          next++;
          open.set(candidate.eventId, candidate);
          feeder.feed(candidate);
        }
      };
      const every = Math.floor(pledges / kills);
      let target = every;
      while (next < events.length || open.size > 0) {
        fill();
        if (open.size === 0) break;
        await feeder.until(() => [...open.keys()].some((id) => feeder.acknowledged.has(id)));
        if (feeder.deaths < kills && next >= target) {
          target += every;
          await new Promise((resolve) => setTimeout(resolve, randomInt(12)));
          await feeder.kill();
          await feeder.start();
          for (const waiting of open.values()) feeder.feed(waiting);
          const again = events[randomInt(Math.max(1, next))];
          if (again !== undefined && feeder.acknowledged.has(again.eventId)) feeder.feed(again);
        }
      }
      expect(feeder.deaths).toBeGreaterThanOrEqual(kills - 1);
      await feeder.until(() => events.every(({ eventId }) => feeder.answered.has(eventId)));
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

const code = (said: readonly string[]): string | undefined =>
  said.join("\n").match(new RegExp(codePattern, "gu"))?.at(-1);
