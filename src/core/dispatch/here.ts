/** Who speaks, and where: found out at each event, and again where a button or a question names another federation. */
import type { Capabilities } from "../../chat/adapter.ts";
import type { Inbound } from "../../chat/inbound.ts";
import type { Level, Where } from "../../chat/levels.ts";
import { nearestLanguage } from "../../domain/nearest-language.ts";
import { Cells } from "../../store/cells.ts";
import { Councils } from "../../store/councils.ts";
import { keptDays } from "../../store/housekeeping.ts";
import { Inbox } from "../../store/inbox.ts";
import type { FreshRow } from "../../store/outbox.ts";
import { People } from "../../store/people/people.ts";
import { Roles } from "../../store/roles/roles.ts";
import type { Sealer } from "../../store/sealing.ts";
import type { Session } from "../../store/session.ts";
import { Started, type StartedAccount } from "../../store/started.ts";
import { findWhereabouts, nowhere, type Whereabouts } from "../../store/whereabouts.ts";
import type { Reply, AnyUsage } from "../command.ts";
import type { Context } from "../context.ts";
import type { Asker } from "../speak/asker.ts";
import type { Speaker } from "../speak/speaker.ts";
import { makeContext, voiceOf } from "./contexts.ts";
import { speakerFor } from "./directory.ts";
import { levelOf } from "./levels.ts";
import { adapterOf, type Machinery } from "./parts.ts";

const day = 24 * 60 * 60 * 1000;

/** Where an event happens: the account, the place, the federation, and what the person may do there. */
export class Here {
  readonly session: Session;
  readonly inbound: Inbound;
  readonly capabilities: Capabilities;
  readonly #machinery: Machinery;
  at: Whereabouts = nowhere;
  /** What the person may do in the council whose chat this is. */
  inCouncil: Level = "anyone";
  /** Who coordinates the cell or council of this chat. */
  coordinators: readonly string[] = [];
  /** The federation that a button or a question named, where it is not the one in which the person spoke last. */
  meant: string | undefined;
  #speaker: Speaker | undefined;

  /** @throws if the event came from an account that is none of ours */
  constructor(machinery: Machinery, session: Session, inbound: Inbound) {
    const adapter = adapterOf(machinery, inbound.platform, inbound.account);
    if (adapter === undefined) throw new Error("an event came from an account that is not ours");
    this.#machinery = machinery;
    this.session = session;
    this.inbound = inbound;
    this.capabilities = adapter.capabilities;
  }

  /** `meant`: in a direct chat, the federation that is meant, if the account is known there. */
  async locate(meant?: string): Promise<void> {
    this.at = await findWhereabouts(this.session, this.inbound, meant);
    const { federation, group, known } = this.at;
    this.#speaker = undefined;
    if (federation !== undefined && group?.kind === "council" && known !== undefined) {
      this.inCouncil = await new Councils(this.session, federation).levelOf(known.person, group);
    }
    await this.#findCoordinators();
  }

  /** Asked at each event: at a hand-over the power has moved at once, old buttons included. */
  async #findCoordinators(): Promise<void> {
    const { federation, group } = this.at;
    if (federation === undefined || group === undefined) return;
    this.coordinators = await new Roles(this.session, federation).coordinators(group);
  }

  /**
   * A button or a question in a direct chat belongs to the federation that wrote it, whichever the person spoke in last.
   * False where it is not theirs.
   */
  async goTo(federation: string): Promise<boolean> {
    if (this.at.federation?.id === federation) return true;
    if (this.inbound.chat.kind !== "direct") return false;
    const there = await findWhereabouts(this.session, this.inbound, federation);
    if (there.federation?.id !== federation) return false;
    this.at = there;
    this.#speaker = undefined;
    await this.#findCoordinators();
    this.meant = federation;
    return true;
  }

  /** Somebody who is not known yet says from which chat (id of ours) they come: they are from nowhere if they are not in it. */
  async comesFrom(chat: string): Promise<void> {
    if (this.at.known !== undefined) return;
    this.at = await findWhereabouts(this.session, this.inbound, undefined, chat);
    this.#speaker = undefined;
    const { platform, account, eventId } = this.inbound;
    if (this.at.federation !== undefined) await this.inbox.belongs(platform, account, eventId);
  }

  get speaker(): Speaker {
    this.#speaker ??= speakerFor(this.#machinery, this.session, this.at.federation);
    return this.#speaker;
  }

  /** What is to be said, so far. */
  get rows(): readonly FreshRow[] {
    return this.#speaker?.rows ?? [];
  }

  async answer(usage: Pick<AnyUsage, "answer" | "fallback"> | undefined, replies: readonly Reply[]) {
    await this.speaker.answer(this.asker(), usage, replies);
  }

  /** Seals what is kept of this conversation. */
  get sealer(): Sealer {
    return this.at.federation?.sealer ?? this.session.keyring.system;
  }

  /** Who is answered. */
  asker(): Asker {
    const { federation, chat, group, known } = this.at;
    const person = known?.person;
    const base = voiceOf(federation, this.#machinery);
    const place = {
      language: chat?.language ?? group?.language ?? base.language,
      zone: group?.zone ?? base.zone,
      name: group?.name,
    };
    const fresh = federation === undefined ? this.#hint() : undefined;
    return {
      inbound: this.inbound,
      capabilities: this.capabilities,
      chat,
      place: fresh === undefined ? place : { ...place, language: fresh },
      person: {
        language: person?.language ?? fresh ?? place.language,
        zone: person?.zone ?? place.zone,
        ...(person === undefined ? {} : { id: person.id }),
      },
      direct: known?.identity.direct,
    };
  }

  /** The language of somebody nobody knows yet: what their platform says, if the bot speaks it. */
  #hint(): string | undefined {
    const hint = this.inbound.sender.language;
    return hint === undefined ? undefined : nearestLanguage(hint, this.#machinery.texts.languages);
  }

  /** Somebody who writes in the name of a group: nobody in particular, so nothing can be theirs. */
  get anonymous(): boolean {
    return this.inbound.sender.anonymous === true;
  }

  /** In which kind of place it was said. */
  get where(): Where {
    if (this.inbound.chat.kind === "direct") return "direct";
    return this.at.chat === undefined ? "unbound" : (this.at.group?.kind ?? "unbound");
  }

  /** What a handler gets. */
  context(administrator: boolean): Context {
    const { federation, chat, group, known } = this.at;
    const asker = this.asker();
    const { said } = this.inbound;
    return makeContext(this.#machinery, this.session, {
      federation,
      chat,
      group: chat === undefined ? undefined : group,
      voice: asker.person,
      platform: this.inbound.platform,
      account: this.inbound.account,
      inbound: this.inbound,
      person: known?.person,
      level: levelOf(this),
      administrator,
      mentioned:
        said.type === "text"
          ? (said.mentions ?? []).map(({ from, to, user }) => ({ written: said.text.slice(from, to), user }))
          : said.type === "command"
            ? (said.users ?? []).map((user) => ({ written: `@${user.id}`, user }))
            : [],
    });
  }

  /** HMAC of the place. */
  get place(): string {
    const { platform, account, chat } = this.inbound;
    return this.session.keyring.lookup("place", platform, account, chat.id);
  }

  /** A chat from which something comes is one that the bot sits in, whatever was noted when it was last refused. */
  async noteOpen(): Promise<void> {
    const { chat, federation } = this.at;
    if (chat === undefined || federation === undefined || chat.state === "open") return;
    await new Cells(this.session, federation).setState(chat.id, "open");
  }

  /** Whoever writes directly can be written to from now on. */
  async noteDirect(): Promise<void> {
    const { known, federation } = this.at;
    const direct = this.inbound.chat.id;
    if (known === undefined && this.capabilities.direct === "after-start") {
      await new Started(this.session).note({ ...this.account, direct }, this.session.now + keptDays.started * day);
      return;
    }
    if (known === undefined || federation === undefined || known.identity.direct === direct) return;
    await new People(this.session, federation).setDirect(known.identity, direct);
    this.at = { ...this.at, known: { ...known, identity: { ...known.identity, direct } } };
  }

  /** The account that speaks. */
  get account(): StartedAccount {
    const { platform, account, sender } = this.inbound;
    return { platform, account, user: sender.id };
  }

  /** Whether what is put to an account is put to who speaks: by that account, or by another one of the same person. */
  async owns(owner: string): Promise<boolean> {
    const { keyring } = this.session;
    if (owner === this.owner) return true;
    const { federation, known } = this.at;
    if (federation === undefined || known === undefined) return false;
    const accounts = await new People(this.session, federation).identities(known.person.id);
    return accounts.some((one) => owner === keyring.lookup("owner", one.platform, one.ref.id));
  }

  /** HMAC of the account that speaks: what is put to it is its own. */
  get owner(): string {
    const { platform, sender } = this.inbound;
    return this.session.keyring.lookup("owner", platform, sender.id);
  }

  /** Of what is kept for that federation, or for none. After {@link goTo}. */
  sealerOf(federationId: string | undefined): Sealer {
    return federationId === undefined ? this.session.keyring.system : this.sealer;
  }

  /** The events of the federation, where that is known. */
  get inbox(): Inbox {
    return new Inbox(this.session, this.at.federation?.id);
  }

  /** A command may have bound this chat or changed the person: the answer is written with what is true now. */
  async relocate(usage: AnyUsage): Promise<void> {
    const nobodys = this.at.federation === undefined;
    if (!nobodys && usage.changesVoice !== true) return;
    const said = this.rows;
    await this.locate();
    this.speaker.rows.unshift(...said);
    const { platform, account, eventId } = this.inbound;
    if (nobodys && this.at.federation !== undefined) await this.inbox.belongs(platform, account, eventId);
  }

  /** The first accepted command or press in a chat of a cell makes one a member (docs/rules.md). */
  async enter(): Promise<void> {
    const { federation, known } = this.at;
    const chat = this.at.chat ?? this.at.from;
    if (federation === undefined || chat === undefined || this.anonymous) return;
    // In a council's chat nobody becomes known, and of who only passes through nothing is noted.
    if (chat.councilId !== undefined && levelOf(this) === "anyone") return;
    const { platform, account, sender } = this.inbound;
    const people = new People(this.session, federation);
    const { kind, id } = this.inbound.chat;
    const direct = kind === "direct" ? { direct: id } : {};
    const entered = await people.recognise({ platform, account, user: sender, chat, ...direct }, known);
    this.at = {
      ...this.at,
      known: { ...entered, present: true, member: chat.cellId !== undefined || known?.member === true },
    };
  }
}
