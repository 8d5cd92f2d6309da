/** What people are called in a message. */
import type { FederationContext, Context } from "../src/core/context.ts";
import { phrase, mention, type PhraseArgs, type PhraseArg } from "../src/chat/phrase.ts";

/** How a person is named in a sentence: mentioned where the platform can, by the account that they have there. */
export async function nameOf({ people }: FederationContext, personId: string): Promise<PhraseArgs[string]> {
  return mentionOf(await people.identities(personId));
}

/** Accounts of one person, the one that spoke last first. */
type Accounts = Awaited<ReturnType<FederationContext["people"]["identities"]>>;

function mentionOf(identities: Accounts): PhraseArg {
  const [first, ...others] = identities.map(({ platform, ref, name }) => ({ user: { platform, id: ref.id }, name }));
  if (first === undefined) return phrase("people-somebody");
  return mention(
    first.user,
    first.name,
    others.filter(({ user }) => user.platform !== first.user.platform),
  );
}

/** People who were read together: as they are mentioned, and as they are called without a mention. */
export interface NamedAll {
  readonly mentioned: (id: string | undefined) => PhraseArg;
  readonly named: (id: string | undefined) => PhraseArg;
}

/** By the name of the account that spoke last, and on each platform by that of the account that spoke last there. */
function nameIn(identities: Accounts): PhraseArg {
  const [first] = identities;
  if (first === undefined) return phrase("people-somebody");
  const on = Object.fromEntries(identities.toReversed().map(({ platform, name }) => [platform, name]));
  return { kind: "name", name: first.name, on };
}

/** Several people at once, some to be mentioned and some only named. */
export async function namesOfAll(
  { people }: FederationContext,
  ids: readonly (string | undefined)[],
): Promise<NamedAll> {
  const all = await people.identitiesOf(ids.filter((id) => id !== undefined));
  return {
    mentioned: (id) => mentionOf(all.get(id ?? "") ?? []),
    named: (id) => nameIn(all.get(id ?? "") ?? []),
  };
}

/** What people are called, in a sentence: somebody who was forgotten is somebody. */
export async function namesOf(
  { people }: Context,
  ids: readonly (string | undefined)[],
): Promise<(id: string | undefined) => PhraseArg> {
  const names = await people.called([...new Set(ids.filter((id) => id !== undefined))]);
  return (id) => (id === undefined ? undefined : names.get(id)) ?? phrase("people-somebody");
}
