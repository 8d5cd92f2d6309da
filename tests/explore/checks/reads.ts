/**
 * Two reads give the same: a command that changed nothing, said again at once, is answered in the same words. The first may
 * say more: what is said once only (where to answer unseen), and what had waited until the person could be written to.
 */
import { waitingAnswers } from "../../../src/chat/cards.ts";
import type { Play, Played } from "../play.ts";
import type { Check } from "./check.ts";

/** What was answered, without cards; the order of what is read out may be chance. */
const answers = ({ notices }: Played): readonly string[] =>
  notices
    .filter(({ card, kind }) => !card && kind !== "edit")
    .map(({ text }) => text.split("\n").sort().join("\n"))
    .sort();

/** So long the notice of a chat is before everybody's eyes, in milliseconds. */
const noticeFor = 2 * 60_000;

/**
 * Whether an answer was just kept for who cannot be written to, in a chat whose notice says so already: it is one for all,
 * and is not said again while people see it.
 */
const isKept = (play: Play): Promise<boolean> =>
  play.look(async ({ tx, now }) => {
    const kept = await tx.button.findMany({
      where: { key: { startsWith: "held " }, createdAt: { gte: new Date(now - 1_000) } },
      select: { chatId: true },
    });
    const chatId = { in: kept.flatMap((button) => button.chatId ?? []) };
    const postedAt = { gte: new Date(now - noticeFor) };
    return (await tx.card.count({ where: { kind: waitingAnswers, chatId, postedAt } })) > 0;
  });

export const reads: Check = {
  name: "reads",
  begin: () => ({
    async step(play, played) {
      const before = play.played.at(-2);
      if (before?.line !== played.line || played.step.type !== "says" || play.didSomething(before)) return [];
      const [word] = played.words;
      if (word === undefined || played.words.length > 1 || before.words[0] !== word) return [];
      const [was, is] = [answers(before), answers(played)];
      const silent = was.length > 0 && is.length === 0;
      if (silent ? await isKept(play) : is.every((text) => was.includes(text))) return [];
      return [{ feature: word, kind: "two reads differ", detail: `${was.join("\n")}\n--\n${is.join("\n")}` }];
    },
  }),
};
