/**
 * Days that a council proposes, in a real process that is killed again and again while people answer, while it counts, and
 * while it calls the question off: what counts is what each has said last, it is counted once, and nothing of it is left.
 */
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { dateJobs, sayings, type DateResult, type Saying, type Verdict } from "../../src/domain/dates.ts";
import { between } from "../kit/between.ts";
import { eachDatabase } from "../kit/databases.ts";
import { event, Feeder } from "../kit/feeder.ts";

const kills = 8;
const countingKills = 5;
const perCell = 12;
const answers = 150;
const days = 2;
const cells = ["Depot", "Ward", "School"] as const;
const people = cells.length * perCell;
const cellOf = (person: number): string => cells[person % cells.length] ?? cells[0];

/** The rule word for word. */
function verdict(said: readonly Saying[], members: number): Verdict {
  const can = said.filter((one) => one === "can").length;
  if (said.length === 0 || said.length * 3 < members) return "no-answer";
  return can * 2 > said.length ? "possible" : can * 2 < said.length ? "impossible" : "tie";
}

eachDatabase((_, _open, freshUrl) => {
  it(
    `${answers} answers of ${people} people survive ${kills + countingKills} kills`,
    { timeout: 600_000 },
    async () => {
      const url = await freshUrl();
      const feeder = new Feeder(url);
      await feeder.start();
      const say = (chat: string, user: string, text: string): Promise<void> => feeder.ask(event(chat, user, text));
      const zone = "zone:Europe/Paris language:en";
      await say(cells[0], "zoe", `/setup federation:F cell:${cells[0]} sector:S ${zone}`);
      for (const cell of cells.slice(1)) {
        await say(cells[0], "zoe", `/cell new ${cell} sector:S ${zone}`);
        await say(cell, "zoe", `/cell join ${feeder.code}`);
      }
      await say(cells[0], "zoe", `/council new Council cells:"${cells.join(", ")}" ${zone}`);
      await say("council", "zoe", `/council join ${feeder.code}`);
      for (let person = 0; person < people; person++) await say(cellOf(person), `p${person}`, "/help");
      await say("council", "zoe", '/date propose March days:"in 10 days, in 11 days"');

      const last = new Map<string, Saying>();
      const said = Array.from({ length: answers }, () => {
        const person = randomInt(people);
        const day = 1 + randomInt(days);
        const saying = sayings[randomInt(sayings.length)] ?? "can";
        last.set(`${person} ${day}`, saying);
        return event(cellOf(person), `p${person}`, `/date ${saying} ${day}`);
      });
      await feeder.underFire(said, kills);
      await feeder.kill();

      // The 72 hours are over, and it dies while it counts.
      const ids = await between(url, async ({ tx, now }) => {
        const { id } = await tx.dateProposal.findFirstOrThrow();
        const over = new Date(now);
        await tx.dateProposal.update({ where: { id }, data: { closesAt: over } });
        await tx.job.updateMany({ where: { kind: dateJobs.close }, data: { dueAt: over } });
        const council = await tx.council.findFirstOrThrow({ include: { cells: { include: { cell: true } } } });
        // In the order in which they were made.
        return council.cells
          .map(({ cell }) => cell)
          .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
          .map((cell) => cell.id);
      });
      for (let killed = 0; killed < countingKills; killed++) {
        await feeder.start();
        await sleep(randomInt(120));
        await feeder.kill();
      }
      await feeder.start();
      await feeder.until(() =>
        feeder.said.some((text) => text.includes("date-state-answered") || text.includes("have answered")),
      );
      await feeder.kill();
      await between(url, async ({ tx }) => {
        const { result } = await tx.dateProposal.findFirstOrThrow();
        const { own } = JSON.parse(result ?? "") as DateResult;
        const expected = ids.map((id, cell) => {
          const theirs = Array.from({ length: perCell }, (_person, index) => index * cells.length + cell);
          return [
            id,
            Array.from({ length: days }, (_day, day) =>
              verdict(
                theirs.flatMap((person) => last.get(`${person} ${day + 1}`) ?? []),
                // Zoe is in the first cell.
                perCell + (cell === 0 ? 1 : 0),
              ),
            ),
          ];
        });
        expect(own).toEqual(Object.fromEntries(expected));
        expect(await tx.dateAnswer.count()).toBe(0);
      });

      // It dies right after the question was called off: everybody is told all the same.
      await feeder.start();
      await say("council", "zoe", "/date cancel 1");
      await feeder.kill();
      await feeder.start();
      const told = (): number =>
        [...feeder.saidById.values()].filter((text) => text.includes("Nobody needs to answer any more")).length;
      await feeder.until(() => told() === cells.length + 1);
      await feeder.kill();
      await between(url, async ({ tx }) => {
        expect(await tx.dateProposal.count({ where: { cancelledAt: { not: null } } })).toBe(1);
        expect(await tx.job.count({ where: { kind: { startsWith: "date-" } } })).toBe(0);
      });
      expect(told()).toBe(cells.length + 1);
      expect(feeder.problems).toEqual([]);
    },
  );
});
