/** What falls due for a fund: questions that waited for the morning, and those that nobody has answered in a week. */
import type { JobRunner } from "../../src/core/command.ts";
import { approvedBy, fundJobs, requestLife } from "../../src/domain/fund.ts";
import { mayDecide } from "./approvers.ts";
import { outcome, question, questions } from "./messages.ts";

/** One who may approve is asked, if it is still theirs to answer. */
const ask: JobRunner = async (context, { request = "", person = "" }) => {
  const asked = await context.funds.find(request);
  if (asked?.state !== "open") return [];
  // What waited for the morning, or while nobody was there, may be asked of all in a moment.
  if (await context.jobs.isDue(`${fundJobs.again}:${request}`)) return [];
  const may = await mayDecide(context, asked);
  const done = approvedBy(asked.approvals, { may, now: context.now });
  return may.includes(person) && !done.includes(person) ? [await question(context, asked, may, person)] : [];
};

/** After a week all are asked again: approvals have lapsed, and others may be treasurer now. After four weeks it ends. */
const again: JobRunner = async (context, { request = "" }) => {
  const asked = await context.funds.find(request);
  if (asked?.state !== "open") return [];
  if (context.now - asked.createdAt < requestLife) {
    await context.funds.askAgain(asked.id);
    for (const person of await mayDecide(context, asked)) {
      await context.jobs.cancel(`${fundJobs.question}:${request}:${person}`);
    }
    return questions(context, asked);
  }
  await context.funds.end(asked, "ended");
  return outcome(context, { ...asked, state: "ended" });
};

const told: JobRunner = async (context, { request = "", person = "" }) => {
  const asked = await context.funds.find(request);
  return asked?.enteredById === person ? outcome(context, asked) : [];
};

export const jobs = { [fundJobs.question]: ask, [fundJobs.again]: again, [fundJobs.told]: told };
