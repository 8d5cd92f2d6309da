/** Which cell, council and poll the words of `/delegate` are about. */
import { Refused } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { council as councilOption, optional, type Cell, type Council } from "../../src/core/options/index.ts";
import { poll as pollOption } from "../../src/core/options/poll.ts";
import { onlyOne } from "../../src/core/options/which.ts";
import { phrase, type Phrase } from "../../src/chat/phrase.ts";
import type { Poll } from "../../src/domain/elections.ts";
import { neededCell } from "../cell-here.ts";
import { oneCouncil } from "../council.ts";
import { placesOf } from "./messages.ts";
import { namesOf } from "../names.ts";

export const whichCouncil = optional(councilOption(), { about: "council-option-council", ask: "council-ask-council" });

export const whichPoll = optional(pollOption(), { about: "delegate-option-poll", ask: "delegate-which", hidden: true });

/** The cell that is meant here, and the council: the one that was named, the only one of the cell; else it is asked which. */
export async function seatsHere(
  context: MemberContext,
  named: Council | undefined,
): Promise<{ readonly cell: Cell; readonly council: Council }> {
  const cell = await neededCell(context);
  const sits = await context.councils.list({ cell: cell.id });
  if (named !== undefined && !sits.some(({ id }) => id === named.id)) {
    throw new Refused(phrase("delegate-not-in-council", { cell: cell.name, council: named.name }));
  }
  if (sits.length === 0) throw new Refused(phrase("delegate-no-council", { cell: cell.name }));
  return { cell, council: named ?? (await oneCouncil(sits)) };
}

/** The poll that is meant: the one that a button names, or the only one that is open; else it is asked which. */
export async function pollHere(context: MemberContext, named: Poll | undefined, kind?: Poll["kind"]): Promise<Poll> {
  const open = named === undefined ? await context.polls.open({ cell: (await neededCell(context)).id }) : [named];
  return onlyOne({
    option: "poll",
    of: open.filter((one) => kind === undefined || one.kind === kind),
    none: () => phrase("delegate-no-poll"),
    choice: async (one) => ({ value: `#${one.id}`, label: await pollLabel(context, one) }),
  });
}

async function pollLabel(context: MemberContext, { kind, personId, ...of }: Poll): Promise<Phrase> {
  if (kind === "election") return phrase("delegate-which-election", await placesOf(context, of));
  const name = await namesOf(context, [personId]);
  return phrase("delegate-which-recall", { person: name(personId) });
}
