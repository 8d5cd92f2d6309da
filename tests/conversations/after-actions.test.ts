/** After an action ended there is, at every later moment, a decompression that was held or let go, or a job that will ask. */
import { expect } from "vitest";
import { overlaps } from "../../src/domain/actions.ts";
import { gatheringJobs } from "../../src/domain/gatherings.ts";
import { Dice } from "../fuzz/inputs.ts";
import { conversation, only } from "../kit/conversation.ts";
import type { Stage } from "../kit/stage.ts";

const hour = 60 * 60_000;

/** What is wrong, in words. */
async function mistakes(stage: Stage): Promise<readonly string[]> {
  return stage.database.read(async (tx) => {
    const now = stage.clock.now();
    const wrong: string[] = [];
    for (const action of await tx.action.findMany({ include: { acts: true, gatherings: true } })) {
      const span = { from: action.startsAt.getTime(), to: action.endsAt.getTime() };
      for (const { startsAt, endsAt } of action.acts) {
        if (action.state !== "over" && !overlaps({ from: startsAt.getTime(), to: endsAt.getTime() }, span)) {
          wrong.push(`care outside action ${action.number}`);
        }
      }
      const open = action.gatherings.filter(({ state }) => state === "open");
      const ended = action.gatherings.some(({ state }) => state === "held" || state === "let-go");
      if (open.length > 1) wrong.push(`two decompressions of action ${action.number}`);
      if (action.state === "planned" || action.state === "confirmed") {
        const end = await tx.job.findFirst({ where: { key: `action-end:${action.id}`, failedAt: null } });
        if (end?.dueAt.getTime() !== span.to) wrong.push(`the end of action ${action.number} is not planned`);
      }
      if (action.state === "cancelled" && open.length > 0) wrong.push(`action ${action.number} is cancelled`);
      if (action.state !== "over" || ended) continue;
      const keys = open.map(({ id }) => `${gatheringJobs.rest}:${id}`);
      const jobs = await tx.job.findMany({ where: { key: { in: keys }, failedAt: null } });
      const [job] = jobs;
      if (job === undefined) wrong.push(`nobody will ask after action ${action.number}`);
      else if (job.dueAt.getTime() <= now) wrong.push(`it was not asked after action ${action.number}`);
    }
    for (const { state, id } of await tx.gathering.findMany({ where: { state: { not: "open" } } })) {
      const kinds = [gatheringJobs.remind, gatheringJobs.decide, gatheringJobs.rest].map((kind) => `${kind}:${id}`);
      if ((await tx.job.count({ where: { key: { in: kinds } } })) > 0) wrong.push(`a ${state} gathering has a job`);
    }
    return wrong;
  });
}

conversation(
  "whatever people do with actions and gatherings, in any order",
  only("it is long, and about rules", "console"),
  async ({ cell, stage }) => {
    const { zoe, ana } = await cell("Depot 5", { sector: "transport" });
    for (let seed = 1; seed <= 2; seed++) {
      const dice = new Dice(seed);
      const number = (): number => 1 + dice.integer(4);
      const ahead = (): string => `"in ${1 + dice.integer(4)} days"`;
      for (let step = 0; step < 70; step++) {
        const does = [
          () => zoe.says(`/action plan Picket from:${ahead()} to:${1 + dice.integer(40)}h care:meals`),
          () => zoe.says(`/action plan Picket from:${ahead()} to:2h rest:none`),
          () => zoe.says(`/action change ${number()} from:${ahead()}`),
          () => zoe.says(`/action change ${number()} to:${1 + dice.integer(30)}h`),
          () => zoe.says(`/action care ${number()} rides from:${ahead()} to:3h`),
          () => zoe.says(`/action cancel ${number()}`),
          () => zoe.says(`/action close ${number()}`),
          () => zoe.says(`/gather when ${number()} some evening next week`),
          () => zoe.says(`/gather choose ${number()} now`),
          () => zoe.says(`/gather move ${number()} at:${ahead()}`),
          () => zoe.says(`/gather cancel ${number()}`),
          () => zoe.says(`/gather ${dice.once(2) ? "held" : "let-go"} ${number()}`),
          () => ana.says(`/gather going ${number()}`),
          () => stage.wait(dice.integer(60) * hour),
          () => stage.wait(dice.integer(12) * 24 * hour),
          () => stage.restart(),
        ];
        await dice.pick(does)();
        expect(await mistakes(stage), `seed ${seed}, step ${step}`).toEqual([]);
      }
    }
    // Enough has happened for the above to mean something.
    const over = await stage.database.read((tx) => tx.action.count({ where: { state: "over" } }));
    expect(over).toBeGreaterThan(3);
    expect(stage.problems).toEqual([]);
  },
);
