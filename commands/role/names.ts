/** How people are named where roles are shown: only in the chats of the cell or council whose function they hold, and to its people. */
import type { Context } from "../../src/core/context.ts";
import { phrase, type Phrase, type PhraseArg } from "../../src/chat/phrase.ts";
import type { Cover, TermShown, Turn } from "../../src/domain/roles.ts";
import { namesOf } from "../names.ts";

/** The name that is shown, without a mention: a card that is posted anew would call everybody. */
export async function plainName(context: Context, id: string | undefined): Promise<PhraseArg> {
  const [name = phrase("people-somebody")] = await plainNames(context, [id]);
  return name;
}

/** The names of several people, in their order. */
export async function plainNames(context: Context, ids: readonly (string | undefined)[]): Promise<PhraseArg[]> {
  return ids.map(await namesOf(context, ids));
}

/** Who holds a place now. */
export const holding = ({ turns }: TermShown): readonly Turn[] =>
  turns.filter(({ state }) => state === "accepted" || state === "acting");

/** Who stands in for the holder of a turn at a moment. */
export const standinAt = (covers: readonly Cover[], { personId }: Turn, at: number): Cover | undefined =>
  covers.find((one) => one.forId === personId && one.from <= at && at < one.to);

/** What people are called whose names were read together (`namesOf`). */
export type Names = (id: string | undefined) => PhraseArg;

/** Those who hold the places of a term now: who stands in for whom, and who is only acting. */
export const holdersOf = (names: Names, shown: TermShown, now: number): readonly PhraseArg[] =>
  holding(shown).map((turn) => {
    const cover = standinAt(shown.covers, turn, now);
    if (cover !== undefined) return standsIn(names, cover.byId, turn.personId);
    const person = names(turn.personId);
    return turn.state === "acting" ? phrase("role-person-acting", { person }) : person;
  });

/** Somebody who does the work of a holder. */
export const standsIn = (names: Names, standinId: string, personId: string | undefined): Phrase =>
  phrase("role-person-stand-in", { standin: names(standinId), person: names(personId) });

/** Up to when those of a term who do its work now do so: to its end, or that of the first stand-in. Ms since 1970. */
export const doneUntil = ({ term, turns, covers }: Pick<TermShown, "term" | "turns" | "covers">, now: number): number =>
  Math.min(term.to, ...turns.flatMap((turn) => standinAt(covers, turn, now)?.to ?? []));
