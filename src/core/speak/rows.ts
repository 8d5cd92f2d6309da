/** What is said becomes rows of the outbox: in whose language, with whose buttons, in which lane, and sealed. */
import type { Outgoing } from "../../chat/adapter.ts";
import type { Message, Rendered } from "../../chat/message.ts";
import { laneOf, type AskedBy, type OutboxBody } from "../../chat/outgoing.ts";
import type { Buttons } from "../../store/buttons.ts";
import type { FederationRecord } from "../../store/federations.ts";
import type { FreshRow, Priority } from "../../store/outbox.ts";
import type { Sealer } from "../../store/sealing.ts";
import type { Session } from "../../store/session.ts";
import type { Presenter, Reader } from "../present.ts";
import type { Asker } from "./asker.ts";

/** What rows are made with. */
export interface RowParts {
  readonly session: Session;
  readonly buttons: Buttons;
  readonly presenter: Presenter;
  readonly federation: FederationRecord | undefined;
  readonly rowId: () => string;
}

/** The rows of one event or job, in one transaction. */
export class Rows {
  readonly session: Session;
  readonly buttons: Buttons;
  readonly federation: FederationRecord | undefined;
  readonly #presenter: Presenter;
  readonly #rowId: () => string;
  readonly rows: FreshRow[] = [];

  constructor({ session, buttons, presenter, federation, rowId }: RowParts) {
    this.session = session;
    this.buttons = buttons;
    this.federation = federation;
    this.#presenter = presenter;
    this.#rowId = rowId;
  }

  get sealer(): Sealer {
    return this.federation?.sealer ?? this.session.keyring.system;
  }

  /** A message for one reader; its buttons are written. */
  present(message: Message, reader: Omit<Reader, "now" | "federationId">): Promise<Rendered> {
    const whole = { ...reader, now: this.session.now, federationId: this.federation?.id };
    return this.#presenter.present(message, whole, this.buttons, this.sealer);
  }

  /** HMAC of a place. */
  place(platform: string, account: string, id: string): string {
    return this.session.keyring.lookup("place", platform, account, id);
  }

  /** HMAC of the account whose buttons are its own. */
  owner(platform: string, user: string): string {
    return this.session.keyring.lookup("owner", platform, user);
  }

  /** HMAC of somebody's direct chat, also of one that is not known yet. */
  directPlace(platform: string, account: string, user: string, place: string | undefined): string {
    return place === undefined
      ? this.session.keyring.lookup("direct", platform, account, user)
      : this.place(platform, account, place);
  }

  /** A row that answers an event. */
  write(
    outgoing: Unnumbered<Outgoing>,
    how: {
      asker: Asker;
      priority: Priority;
      expiresAt?: number;
      instead?: Unnumbered<Outgoing>;
      by?: AskedBy | undefined;
      held?: NonNullable<OutboxBody["held"]>;
    },
  ) {
    const { inbound, chat } = how.asker;
    const numbered: Outgoing = { ...outgoing, id: "" };
    this.push(numbered, {
      platform: inbound.platform,
      account: inbound.account,
      ...(outgoing.type === "direct" || chat === undefined ? {} : { chatId: chat.id }),
      lane: laneOf(numbered, inbound, (...parts) => this.session.keyring.lookup(...parts)),
      priority: how.priority,
      by: this.owner(inbound.platform, inbound.sender.id),
      ...(how.by === undefined ? {} : { askedBy: how.by }),
      ...(how.held === undefined ? {} : { held: how.held }),
      ...(how.expiresAt === undefined
        ? {}
        : {
            interaction: {
              expiresAt: how.expiresAt,
              ...(how.instead === undefined ? {} : { instead: { ...how.instead, id: "" } }),
            },
          }),
    });
  }

  /** A row of its own. */
  push(
    outgoing: Outgoing,
    how: {
      platform: string;
      account: string;
      chatId?: string;
      identityId?: string;
      lane: string;
      priority: Priority;
      broadcastId?: string | undefined;
      interaction?: OutboxBody["interaction"];
      otherwise?: OutboxBody["otherwise"];
      by?: string;
      askedBy?: AskedBy;
      held?: NonNullable<OutboxBody["held"]>;
    },
  ) {
    const id = this.#rowId();
    const body: OutboxBody = {
      outgoing: { ...outgoing, id },
      place: how.lane,
      ...(how.interaction === undefined ? {} : { interaction: how.interaction }),
      ...(how.otherwise === undefined ? {} : { otherwise: how.otherwise }),
      ...(how.askedBy === undefined ? {} : { askedBy: how.askedBy }),
      ...(how.held === undefined ? {} : { held: how.held }),
    };
    this.rows.push({
      id,
      federationId: this.federation?.id,
      platform: how.platform,
      account: how.account,
      chatId: how.chatId,
      identityId: how.identityId,
      lane: how.lane,
      priority: how.priority,
      sealedBody: this.sealer.seal(JSON.stringify(body), "Outbox.sealedBody", id),
      body,
      broadcastId: how.broadcastId,
      attempts: 0,
      dueAt: this.session.now,
      ...(how.by === undefined ? {} : { by: how.by }),
    });
  }
}

/** An `Outgoing` that has not got its id yet. */
type Unnumbered<T> = T extends unknown ? Omit<T, "id"> & { readonly id?: string } : never;
