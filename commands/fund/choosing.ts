/** `/fund approver`: a cell chooses by a vote who approves what goes out, beside treasurer and coordinator. */
import { Refused, usage } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { person as personOption, required } from "../../src/core/options/index.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { mostChosen } from "../../src/domain/fund.ts";
import { openVote, shown } from "../vote.ts";

export const approver = usage({
  about: "fund-approver-about",
  level: "coordinator",
  where: ["cell"],
  answer: "chat",
  options: {
    person: required(personOption(), { about: "fund-option-approver", ask: "fund-ask-approver", position: 0 }),
  },
  async run(context, { person }) {
    const { group, funds, people, votes } = context;
    if (group === undefined) throw new Refused(phrase("fund-no-cell"));
    if (!(await people.isMember(person.id, group.id))) throw new Refused(phrase("fund-approver-not-member"));
    const all = await funds.approvers(group.id);
    const before = all.find(({ personId }) => personId === person.id);
    const running = before === undefined ? undefined : await votes.get(before.voteId);
    if (running !== undefined && running.closedAt === undefined) throw new Refused(phrase("fund-approver-voting"));
    if (before === undefined && all.length >= mostChosen) throw new Refused(phrase("fund-approvers-full"));
    const made = await openVote(context, {
      text: await question(context, group.id, before !== undefined),
      secret: true,
    });
    await funds.proposeApprover(group.id, person.id, made.id);
    return shown(context, made);
  },
});

/** Without a name: what was voted on stays for good, and whom it was about only as long as they are there. */
async function question(context: MemberContext, cellId: string, isChosen: boolean): Promise<string> {
  const asked = new Set((await context.votes.list({ cell: cellId }, { closed: false })).map(({ text }) => text));
  for (let number = 1; ; number++) {
    const text = context.plain(
      isChosen ? phrase("fund-approver-fewer", { number }) : phrase("fund-approver-more", { number }),
    );
    if (!asked.has(text)) return text;
  }
}
