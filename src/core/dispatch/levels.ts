/** What somebody may do where they speak (docs/rules.md, "People and permission"), and what they are told where they may not. */
import { ranks, type Level, type Where } from "../../chat/levels.ts";
import { phrase, type Phrase, type PhraseArg } from "../../chat/phrase.ts";
import { Councils } from "../../store/councils.ts";
import { People } from "../../store/people/people.ts";
import type { Session } from "../../store/session.ts";
import type { Whereabouts } from "../../store/whereabouts.ts";
import type { AnyUsage } from "../command.ts";

/** Who speaks, and where, as far as levels go by it. */
export interface Standing {
  readonly session: Session;
  readonly at: Whereabouts;
  readonly where: Where;
  readonly anonymous: boolean;
  readonly inCouncil: Level;
  readonly coordinators: readonly string[];
}

export function levelOf({ at, anonymous, inCouncil, coordinators }: Standing): Level {
  const { known, group, chat, from } = at;
  if (group?.kind === "council") return inCouncil;
  const person = known?.person;
  if (person === undefined) return (chat ?? from) === undefined || anonymous ? "anyone" : "member";
  if (person.steward) return "steward";
  if (coordinators.includes(person.id)) return "coordinator";
  return "member";
}

/**
 * Whether the person may use it. In a direct chat the business of a council may be that of any council of theirs: the
 * command itself asks for their level in the one that is meant (`Councils.levelOf`).
 */
export async function may(standing: Standing, { level, where }: AnyUsage): Promise<boolean> {
  if (ranks[levelOf(standing)] >= ranks[level]) return true;
  const { federation, known } = standing.at;
  if (standing.where !== "direct" || !where.includes("council") || federation === undefined || known === undefined) {
    return false;
  }
  return ranks[await new Councils(standing.session, federation).highestLevel(known.person)] >= ranks[level];
}

/** Where a command can be used that cannot be used here. */
export async function elsewhere(
  { session, at: { group, federation }, where: here }: Standing,
  { where, level }: AnyUsage,
): Promise<Phrase> {
  if (here === "unbound") return phrase("core-not-set-up");
  if (here === "direct") return phrase("core-only-in-group");
  if (where.includes("unbound")) return phrase("core-set-up-already");
  if (group?.kind === "council" && where.includes("cell")) return phrase("core-of-council", { council: group.name });
  if (group?.kind === "cell" && where.includes("council")) {
    const all = federation === undefined ? [] : await new Councils(session, federation).list({ cell: group.id });
    if (all.length === 0) return phrase("core-only-in-council");
    const councils = all.map(({ name }) => name);
    return level === "coordinator"
      ? phrase("core-only-in-council-lead", { councils })
      : phrase("core-only-in-council-of", { councils });
  }
  return phrase("core-only-direct");
}

/** Whose it is, if it is not this person's. */
export async function needs(standing: Standing, level: Level): Promise<Phrase> {
  const { group, known } = standing.at;
  if (level === "steward") return phrase("core-needs-steward");
  if (group?.kind === "council" && levelOf(standing) === "anyone") {
    const council = group.name;
    return known === undefined
      ? phrase("core-council-stranger", { council })
      : phrase("core-council-guest", { council });
  }
  if (level === "delegate") return phrase("core-needs-delegate");
  if (level === "member") return phrase("core-needs-member");
  const people = await coordinatorNames(standing);
  if (group?.kind === "council") {
    return people.length === 0
      ? phrase("core-council-uncoordinated", { council: group.name })
      : phrase("core-needs-council-coordinator", { people });
  }
  return people.length === 0 ? phrase("core-uncoordinated") : phrase("core-needs-coordinator", { people });
}

/** Who coordinates here: whoever may ask is a member, and members know. */
async function coordinatorNames({ session, at, coordinators }: Standing): Promise<readonly PhraseArg[]> {
  if (at.federation === undefined || coordinators.length === 0) return [];
  const names = await new People(session, at.federation).called(coordinators);
  return coordinators.flatMap((id) => names.get(id) ?? []);
}
