/** Which council and which assembly the words of `/assembly` are about, and who speaks for which seat. */
import { Refused, type Reply } from "../../src/core/command.ts";
import type { Context, MemberContext } from "../../src/core/context.ts";
import { council as councilOption, optional, type Council } from "../../src/core/options/index.ts";
import { assembly as assemblyOption } from "../../src/core/options/vote.ts";
import { phrase, type Phrase } from "../../src/chat/phrase.ts";
import type { Assembly, SeatHold } from "../../src/domain/assemblies.ts";
import { whenOf } from "./messages.ts";
import { councilHere } from "../council.ts";
import type { Level } from "../../src/chat/levels.ts";

export const which = optional(councilOption(), { about: "council-option-council", ask: "council-ask-council" });

/** Set by the buttons of a card. */
export const ofCard = optional(assemblyOption(), {
  about: "assembly-option-assembly",
  ask: "assembly-option-assembly",
  hidden: true,
});

export const everywhere = ["council", "cell", "direct"] as const;
export const ofCouncil = ["council", "direct"] as const;

/** The council that is meant by somebody who only looks: in a cell's chat it is shown to the cell. */
export const lookAt = (context: MemberContext, named: Council | undefined): Promise<Council> => {
  const needs: Level = context.group?.kind === "cell" && named === undefined ? "anyone" : "member";
  return councilHere(context, named, needs);
};

/** The assembly that goes on, or the next one. */
export async function currentOf({ assemblies }: Context, council: Council): Promise<Assembly> {
  const found = await assemblies.current(council.id);
  if (found === undefined) throw new Refused(phrase("assembly-none", { council: council.name }));
  return found;
}

/** Somebody in an assembly that people can check in to. */
interface Attending {
  readonly context: MemberContext;
  readonly assembly: Assembly;
  readonly hold: SeatHold;
}

/** The assembly of the card that was pressed, or the one that goes on here, for who holds a seat or stands in for one. */
export async function attending(
  context: MemberContext,
  named: Assembly | undefined,
  of: Council | undefined,
): Promise<Attending> {
  const { delegates, councils, person } = context;
  const assembly = named ?? (await currentOf(context, await councilHere(context, of, "delegate")));
  const [hold] = await delegates.holds(assembly.councilId, person.id);
  if (hold === undefined) {
    const council = await councils.get(assembly.councilId);
    throw new Refused(phrase("assembly-no-seat", { council: council?.name ?? "" }));
  }
  if (assembly.closedAt !== undefined) throw new Refused(phrase("assembly-is-closed"));
  if (assembly.openedAt === undefined) throw new Refused(phrase("assembly-not-yet", { when: whenOf(assembly) }));
  return { context, assembly, hold };
}

export const here = (content: Phrase): Reply => ({ to: "here", message: { blocks: [{ type: "paragraph", content }] } });

export const told = (content: Phrase): Reply => ({
  to: "person",
  message: { blocks: [{ type: "paragraph", content }] },
});
