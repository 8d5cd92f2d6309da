/** How people are named where roles are shown: only in the chats of the cell or council whose function they hold, and to its people. */
import type { Context, FederationContext } from "../../src/core/context.ts";
import { phrase, type Phrase, type PhraseArg } from "../../src/chat/phrase.ts";
import type { Cover, TermShown, Turn } from "../../src/domain/roles.ts";
import { nameOf, namesOf } from "../names.ts";

/** The name that is shown, without a mention: a card that is posted anew would call everybody. */
export async function plainName(context: Context, id: string | undefined): Promise<PhraseArg> {
  const [name = phrase("people-somebody")] = await plainNames(context, [id]);
  return name;
}

/** The names of several people, in their order. */
export async function plainNames(context: Context, ids: readonly (string | undefined)[]): Promise<PhraseArg[]> {
  return ids.map(await namesOf(context, ids));
}

/** Mentioned: for what people are to notice. */
export const mentions = (context: FederationContext, ids: readonly string[]): Promise<PhraseArg[]> =>
  Array.fromAsync(ids, (id) => nameOf(context, id));

/** Who holds a place now. */
export const holding = ({ turns }: TermShown): readonly Turn[] =>
  turns.filter(({ state }) => state === "accepted" || state === "acting");

/** Those who hold the places of a term: who stands in for whom, and who is only acting. */
export async function holdersOf(context: Context, shown: TermShown): Promise<readonly Phrase[] | readonly PhraseArg[]> {
  const { now } = context;
  return Array.fromAsync(holding(shown), async ({ personId, state }) => {
    const person = await plainName(context, personId);
    const cover = shown.covers.find((one: Cover) => one.forId === personId && one.from <= now && now < one.to);
    if (cover !== undefined) {
      return phrase("role-person-stand-in", { standin: await plainName(context, cover.byId), person });
    }
    return state === "acting" ? phrase("role-person-acting", { person }) : person;
  });
}
