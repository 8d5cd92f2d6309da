/** People and their accounts: what is read from a row, and how an account is found. */
import type { PlatformName } from "../../chat/inbound.ts";
import type { Identity as IdentityRow, Person as PersonRow } from "../generated/sqlite/client.ts";
import type { Keyring, Sealer } from "../sealing.ts";

/** One human being in one federation. */
export interface Person {
  readonly id: string;
  readonly federationId: string;
  /** Where it differs from the chat's. */
  readonly language: string | undefined;
  readonly zone: string | undefined;
  /** Quiet hours, minutes of the day in their zone; both or none. */
  readonly quietFrom: number | undefined;
  readonly quietTo: number | undefined;
  readonly steward: boolean;
  /** The cell in which they count. */
  readonly cellId: string | undefined;
  /** How many members vouch for them. */
  readonly vouched: number;
}

/** One account of a person on one platform. */
export interface Identity {
  readonly id: string;
  readonly personId: string;
  readonly platform: PlatformName;
  readonly account: string;
  /** As the platform names it. */
  readonly ref: { readonly id: string; readonly username?: string };
  readonly name: string;
  /** The direct chat's id, if the bot may write to them there. */
  readonly direct: string | undefined;
  /** Milliseconds since 1970. */
  readonly seenAt: number;
  /** The chat they last spoke in (id of ours). */
  readonly lastChatId: string | undefined;
}

/** For what place each text is sealed: see sealing.ts. */
export const purposes = {
  ref: "Identity.sealedRef",
  name: "Identity.sealedName",
  direct: "Identity.sealedDirect",
} as const;

/** The key by which an account is found before its federation is known. */
export const identityLookup = (keyring: Keyring, platform: string, userId: string): string =>
  keyring.lookup("identity", platform, userId);

/** The key by which an account is found by its `@name`. */
export const usernameLookup = (keyring: Keyring, platform: string, username: string): string =>
  keyring.lookup("username", platform, username.toLowerCase());

/** The key of the account that waits to be linked to a person (src/store/links.ts). */
export const linkRequestLookup = (keyring: Keyring, personId: string): string =>
  keyring.lookup("link-request", personId);

export function personRecord(row: PersonRow): Person {
  return {
    id: row.id,
    federationId: row.federationId,
    language: row.language ?? undefined,
    zone: row.zone ?? undefined,
    quietFrom: row.quietFrom ?? undefined,
    quietTo: row.quietTo ?? undefined,
    steward: row.steward,
    cellId: row.cellId ?? undefined,
    vouched: row.vouched,
  };
}

export function identityRecord(row: IdentityRow, sealer: Sealer): Identity {
  return {
    id: row.id,
    personId: row.personId,
    platform: row.platform,
    account: row.account,
    ref: JSON.parse(sealer.open(row.sealedRef, purposes.ref, row.id)) as Identity["ref"],
    name: sealer.open(row.sealedName, purposes.name, row.id),
    direct: row.sealedDirect === null ? undefined : sealer.open(row.sealedDirect, purposes.direct, row.id),
    seenAt: row.seenAt.getTime(),
    lastChatId: row.lastChatId ?? undefined,
  };
}
