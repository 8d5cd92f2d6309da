/** The words of `/assembly` for who is there: checking in and out, asking to speak, calling whose turn it is. */
import { Refused, usage, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { choice, optional, type Council } from "../../src/core/options/index.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { councilHere } from "../council.ts";
import { which, ofCard, ofCouncil, currentOf, attending, told } from "./meant.ts";

export const checkin = usage({
  about: "assembly-checkin-about",
  level: "delegate",
  where: ofCouncil,
  answer: "private",
  // Who is there is seen in the council's chats anyway.
  fallback: "chat",
  options: { assembly: ofCard, council: which },
  async run(context, values) {
    const { assembly, hold } = await attending(context, values.assembly, values.council);
    const { assemblies, cells, person } = context;
    const came = await assemblies.checkIn(assembly.id, person.id, hold.cellId);
    const cell = (await cells.get(hold.cellId))?.name ?? "";
    if (hold.as === "delegate") return [told(phrase(came ? "assembly-in" : "assembly-in-already", { cell }))];
    const counts = await assemblies.counts(assembly, person.id);
    return [told(phrase(counts ? "assembly-in-for" : "assembly-in-beside", { cell }))];
  },
});

export const checkout = usage({
  about: "assembly-checkout-about",
  level: "delegate",
  where: ofCouncil,
  answer: "private",
  fallback: "chat",
  options: { assembly: ofCard, council: which },
  async run(speaking, values) {
    const { context, assembly } = await attending(speaking, values.assembly, values.council);
    const gone = await context.assemblies.checkOut(assembly.id, context.person.id);
    return [told(gone ? phrase("assembly-out") : phrase("assembly-out-already"))];
  },
});

export const speak = usage({
  about: "assembly-speak-about",
  level: "delegate",
  where: ofCouncil,
  answer: "private",
  fallback: "chat",
  options: {
    action: optional(choice(["off", "next"]), {
      about: "assembly-option-speak",
      ask: "assembly-ask-speak",
      position: 0,
    }),
    assembly: ofCard,
    council: which,
  },
  async run(context, values) {
    if (values.action === "next") return nextToSpeak(context, values.council);
    const { assembly, hold } = await attending(context, values.assembly, values.council);
    const { assemblies, person } = context;
    if (values.action === "off") {
      const stopped = await assemblies.stopAsking(assembly.id, person.id);
      return [told(stopped ? phrase("assembly-speak-off") : phrase("assembly-speak-not-waiting"))];
    }
    await assemblies.checkIn(assembly.id, person.id, hold.cellId);
    await assemblies.askToSpeak(assembly.id, person.id, hold);
    const { waiting } = await assemblies.speakers(assembly.id);
    const place = waiting.findIndex((one) => one.person === person.id) + 1;
    return [told(phrase("assembly-speak-place", { place }))];
  },
});

/** The council's coordinator calls whose turn it is. */
async function nextToSpeak(context: MemberContext, of: Council | undefined): Promise<readonly Reply[]> {
  const { assemblies, people } = context;
  const council = await councilHere(context, of, "coordinator");
  const assembly = await currentOf(context, council);
  const called = await assemblies.callSpeaker(assembly.id);
  if (called === undefined) throw new Refused(phrase("assembly-speak-nobody"));
  const { waiting } = await assemblies.speakers(assembly.id);
  const after = waiting[0]?.person;
  const names = await people.called([called.person, ...(after === undefined ? [] : [after])]);
  const name = names.get(called.person) ?? "";
  const content =
    after === undefined
      ? phrase("assembly-speaks", { name })
      : phrase("assembly-speaks-then", { name, after: names.get(after) ?? "" });
  const chats = await assemblies.councilChats(council.id);
  const said: Reply = { to: "chats", chats, message: { blocks: [{ type: "paragraph", style: "strong", content }] } };
  return context.group?.kind === "council" ? [said] : [said, told(phrase("vote-done-elsewhere"))];
}
