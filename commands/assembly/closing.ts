/** The words of `/assembly` for its end: closing it, and the minutes. */
import { Refused, usage } from "../../src/core/command.ts";
import { integer, optional } from "../../src/core/options/index.ts";
import { phrase, time } from "../../src/chat/phrase.ts";
import { closedReplies } from "./jobs.ts";
import { titleOf, whenOf } from "./messages.ts";
import { councilHere } from "../council.ts";
import { minutesFiles } from "./minutes-paper.ts";
import { which, everywhere, ofCouncil, lookAt, currentOf, here } from "./meant.ts";

export const close = usage({
  about: "assembly-close-about",
  ends: true,
  level: "coordinator",
  where: ofCouncil,
  answer: "chat",
  options: { council: which },
  async run(context, values) {
    const council = await councilHere(context, values.council, "coordinator");
    const assembly = await currentOf(context, council);
    if (assembly.openedAt === undefined) {
      throw new Refused(phrase("assembly-close-early", { assembly: titleOf(assembly), when: whenOf(assembly) }));
    }
    const [open] = await context.votes.list({ council: council.id }, { closed: false });
    if (open !== undefined) {
      const button = {
        label: phrase("vote-button-close"),
        action: { command: "vote", word: "close", options: { vote: `#${open.id}` } },
        press: "seen" as const,
      };
      throw new Refused(phrase("assembly-vote-open", { text: open.text.slice(0, 80) }), {
        blocks: [{ type: "buttons", rows: [[button]] }],
      });
    }
    const done = await context.assemblies.close(assembly.id);
    if (done === undefined) throw new Refused(phrase("assembly-is-closed"));
    const said = await closedReplies(context, done);
    return context.group?.kind === "council" ? said : [...said, here(phrase("vote-done-elsewhere"))];
  },
});

export const minutes = usage({
  about: "assembly-minutes-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: {
    number: optional(integer({ min: 1, max: 1_000_000 }), {
      about: "assembly-option-number",
      ask: "assembly-ask-number",
      position: 0,
    }),
    council: which,
  },
  async run(context, values) {
    const { assemblies } = context;
    const council = await lookAt(context, values.council);
    const running = await assemblies.current(council.id);
    const found =
      values.number !== undefined
        ? await assemblies.byNumber(council.id, values.number)
        : running?.openedAt === undefined
          ? await assemblies.latest(council.id)
          : running;
    if (found === undefined) throw new Refused(phrase("assembly-minutes-none"));
    const held = await assemblies.minutes(found);
    const content = phrase(found.closedAt === undefined ? "assembly-minutes-so-far" : "assembly-minutes-of", {
      assembly: titleOf(found),
      start: time(found.startsAt, "date"),
    });
    return [{ to: "here", message: { blocks: [{ type: "paragraph", content }, ...minutesFiles(held)] } }];
  },
});
