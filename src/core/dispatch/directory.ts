/** Where replies go: the chats and people of one federation, in one transaction. */
import type { Capabilities } from "../../chat/adapter.ts";
import { askedHours, undisturbed } from "../../domain/time.ts";
import { Buttons } from "../../store/buttons.ts";
import type { FederationRecord } from "../../store/federations.ts";
import { People } from "../../store/people/people.ts";
import type { Session } from "../../store/session.ts";
import { findChats } from "../../store/whereabouts.ts";
import type { Directory, Voice } from "../speak/asker.ts";
import { Speaker } from "../speak/speaker.ts";
import { capabilitiesOf, type DispatchParts, type Machinery } from "./parts.ts";

/** Looks up the places and people that replies go to. */
export class StoreDirectory implements Directory {
  readonly #session: Session;
  readonly #federation: FederationRecord | undefined;
  readonly #parts: DispatchParts;

  constructor(session: Session, federation: FederationRecord | undefined, parts: DispatchParts) {
    this.#session = session;
    this.#federation = federation;
    this.#parts = parts;
  }

  async chats(ids: readonly string[]) {
    const federation = this.#federation;
    if (federation === undefined) return [];
    const found = await findChats(this.#session, federation, ids);
    return found.map(({ chat, group }) => ({
      chat,
      voice: { language: chat.language ?? group.language, zone: group.zone },
    }));
  }

  async reach(person: string, only?: string) {
    const federation = this.#federation;
    if (federation === undefined) return undefined;
    const people = new People(this.#session, federation);
    const who = await people.withVoice(person);
    if (who === undefined) return undefined;
    const reached = (await people.identities(person)).find(
      ({ id, platform, account, direct }) =>
        (only === undefined || id === only) &&
        (direct !== undefined || this.capabilities(platform, account)?.direct === "anybody"),
    );
    if (reached === undefined) return undefined;
    return {
      identityId: reached.id,
      platform: reached.platform,
      account: reached.account,
      userId: reached.ref.id,
      direct: reached.direct,
      voice: this.#voice(federation, who),
    };
  }

  /** Whether somebody can be written to directly. */
  async reaches(person: string): Promise<boolean> {
    const found = await this.reach(person);
    if (found === undefined) return false;
    return found.direct !== undefined || this.capabilities(found.platform, found.account)?.direct === "anybody";
  }

  async accountOf(person: string, platform: string) {
    const federation = this.#federation;
    if (federation === undefined) return undefined;
    const accounts = await new People(this.#session, federation).identities(person);
    return accounts.find((one) => one.platform === platform)?.ref.id;
  }

  async undisturbed(person: string, asks: boolean) {
    const { now } = this.#session;
    const federation = this.#federation;
    const who = federation === undefined ? undefined : await new People(this.#session, federation).withVoice(person);
    if (federation === undefined || who === undefined) return now;
    const { zone } = this.#voice(federation, who);
    return undisturbed(now, asks ? askedHours(who.person) : who.person, zone);
  }

  /** Of a person where they are not in a chat: their own, else their cell's. */
  #voice(federation: FederationRecord, { person, cell }: NonNullable<Awaited<ReturnType<People["withVoice"]>>>): Voice {
    return {
      language: person.language ?? cell.language ?? federation.language,
      zone: person.zone ?? cell.zone ?? federation.zone,
    };
  }

  capabilities(platform: string, account: string): Capabilities | undefined {
    return capabilitiesOf(this.#parts, platform, account);
  }
}

/** Who says things to a federation's chats and people. */
export const speakerFor = (machinery: Machinery, session: Session, federation: FederationRecord | undefined): Speaker =>
  new Speaker({
    session,
    buttons: new Buttons(session),
    presenter: machinery.presenter,
    federation,
    directory: new StoreDirectory(session, federation, machinery),
    rowId: () => machinery.rowId(),
  });
