/** `/care mine`: what one gave, asks for and offers, what waits for one's yes, and what its buttons do. */
import { Refused, usage } from "../../src/core/command.ts";
import { say } from "../../src/chat/message.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { choice, flag, optional, text } from "../../src/core/options/index.ts";
import { careKinds } from "../../src/domain/ledger.ts";
import { doings, ownAsked, pressed, takeOfferBack } from "./asked.ts";
import { answered, asRead, entriesOf, kindLabels, toPerson } from "./ledger.ts";

const set = { about: "care-option-what", ask: "care-ask-what", hidden: true } as const;

export const mine = usage({
  about: "care-mine-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  options: {
    entry: optional(text({ max: 40 }), set),
    answer: optional(choice(["yes", "unnamed", "no"]), set),
    kind: optional(choice(careKinds), { ...set, ask: "care-ask-kind" }),
    remove: optional(flag("confirm"), { ...set, about: "option-confirm", ask: "option-confirm" }),
    need: optional(text({ max: 40 }), set),
    do: optional(choice(doings), set),
    offer: optional(text({ max: 40 }), set),
  },
  async run(context, { entry, answer, kind, remove, need, do: doing, offer }) {
    const { ledger, person: asking } = context;
    if (need !== undefined) return pressed(context, need, doing);
    if (offer !== undefined) return takeOfferBack(context, offer);
    if (entry === undefined) {
      const all = [...(await ownAsked(context)), ...(await entriesOf(context))];
      return all.length === 0 ? [toPerson(say("care-mine-none"))] : all;
    }
    if (answer !== undefined) {
      if ((await ledger.answer(entry, asking.id, answer)) === undefined) throw new Refused(phrase("care-gone"));
      return [toPerson(say(answered[answer]))];
    }
    if (kind !== undefined) {
      const care = await ledger.sort(entry, asking.id, kind);
      if (care === undefined) throw new Refused(phrase("care-gone"));
      return [toPerson(say("care-sorted", { kind: kindLabels[kind], what: asRead(care) }))];
    }
    if (remove !== true || !(await ledger.remove(entry, asking.id))) throw new Refused(phrase("care-gone"));
    return [toPerson(say("care-removed"))];
  },
});
