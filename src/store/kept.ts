/** Words that wait, sealed, for the end of somebody's quiet hours: for a job that holds nothing but ids. */
import { Buttons } from "./buttons.ts";
import type { FederationRecord } from "./federations.ts";
import { nothing } from "./of-persons.ts";
import type { Session } from "./session.ts";

/** Quiet hours end within a day. What a bot that was down could not say by then is given up, in milliseconds: three days. */
const keptFor = 3 * 24 * 60 * 60_000;

/** They are kept where answers wait for their readers, under an id that stands on no button. */
export class KeptWords {
  readonly #buttons: Buttons;
  readonly #session: Session;
  readonly #federation: FederationRecord;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#buttons = new Buttons(session);
    this.#federation = federation;
  }

  readonly ofPersons = nothing("whose words they are is not kept, and they go once they were said");

  /** @returns the id under which {@link take} finds them */
  async keep(words: string): Promise<string> {
    const { id: federationId, sealer } = this.#federation;
    const expiresAt = this.#session.now + keptFor;
    const row = { federationId, chatId: undefined, owner: undefined, meaning: JSON.stringify({ words }), expiresAt };
    const [id = ""] = await this.#buttons.write([row], sealer);
    return id;
  }

  /** The words, which go; undefined where they have gone. */
  async take(id: string): Promise<string | undefined> {
    const row = await this.#buttons.find(id);
    if (row?.federationId !== this.#federation.id) return undefined;
    // An edge: only `keep` writes what has such an id.
    const { words } = JSON.parse(this.#buttons.meaning(row, this.#federation.sealer)) as { readonly words?: string };
    await this.#buttons.remove(id);
    return words;
  }
}
