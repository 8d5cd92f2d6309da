/** What people are called in a message. */
import type { FederationContext, Context } from "../src/core/context.ts";
import { phrase, mention, type PhraseArgs, type PhraseArg } from "../src/chat/phrase.ts";

/** How a person is named in a sentence: mentioned where the platform can, by the account that they have there. */
export async function nameOf({ people }: FederationContext, personId: string): Promise<PhraseArgs[string]> {
  const [first, ...others] = (await people.identities(personId)).map(({ platform, ref, name }) => ({
    user: { platform, id: ref.id },
    name,
  }));
  if (first === undefined) return phrase("people-somebody");
  return mention(
    first.user,
    first.name,
    others.filter(({ user }) => user.platform !== first.user.platform),
  );
}

/** What people are called, in a sentence: somebody who was forgotten is somebody. */
export async function namesOf(
  { people }: Context,
  ids: readonly (string | undefined)[],
): Promise<(id: string | undefined) => PhraseArg> {
  const names = await people.called([...new Set(ids.filter((id) => id !== undefined))]);
  return (id) => (id === undefined ? undefined : names.get(id)) ?? phrase("people-somebody");
}
