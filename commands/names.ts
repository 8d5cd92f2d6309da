/** What people are called in a message. */
import type { FederationContext } from "../src/core/context.ts";
import { phrase, mention, type PhraseArgs } from "../src/chat/phrase.ts";

/** How a person is named in a sentence: mentioned where the platform can. */
export async function nameOf({ people }: FederationContext, personId: string): Promise<PhraseArgs[string]> {
  const [identity] = await people.identities(personId);
  if (identity === undefined) return phrase("people-somebody");
  return mention({ platform: identity.platform, id: identity.ref.id }, identity.name);
}
