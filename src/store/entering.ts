/**
 * Somebody enters a code: what it opens, or why it opens nothing. Here the federation is not known yet; what one federation
 * does with its codes is in codes.ts.
 */
import { minuteEnd } from "../domain/time.ts";
import type { Session } from "./session.ts";

export type CodeKind = "chat" | "link";

/** What a code opens. */
export interface CodeSubject {
  readonly cellId?: string;
  readonly councilId?: string;
  readonly personId?: string;
  readonly identityId?: string;
}

/** A code that is good now. */
export interface Code extends CodeSubject {
  readonly lookup: string;
  readonly federationId: string;
  readonly kind: CodeKind;
}

/** Who types a code: an account, known to us or not. */
export interface Entrant {
  readonly platform: string;
  readonly user: string;
}

/** What became of a code that somebody typed. */
export type Entered =
  | { readonly outcome: "found"; readonly code: Code }
  | { readonly outcome: "unknown" | "used" | "expired" }
  /** Too many wrong codes; `until`, in ms since 1970, is when the next try is free. */
  | { readonly outcome: "too-many"; readonly until: number };

const triesPerHour = 5;
/** A wrong code belongs to no federation. */
export const noFederation = "";
const hour = 60 * 60_000;

/** What people type, as it was issued: spaces, dashes and small letters do not matter. */
const plain = (typed: string): string => typed.replace(/[\s\p{Pd}]/gu, "").toUpperCase();

/** See `Federations.enterCode`. */
export async function enterCode(session: Session, kind: CodeKind, typed: string, who: Entrant): Promise<Entered> {
  const { tx, keyring, now } = session;
  const slots = Array.from({ length: triesPerHour }, (_, slot) =>
    keyring.lookup("code-try", who.platform, who.user, String(slot)),
  );
  const taken = await tx.code.findMany({ where: { lookup: { in: slots }, expiresAt: { gt: new Date(now) } } });
  if (taken.length >= triesPerHour) {
    return { outcome: "too-many", until: Math.min(...taken.map(({ expiresAt }) => expiresAt.getTime())) };
  }
  const row = await tx.code.findUnique({ where: { lookup: keyring.lookup("code", kind, plain(typed)) } });
  if (row !== null && row.usedAt === null && row.expiresAt.getTime() > now) {
    const { lookup, federationId } = row;
    return { outcome: "found", code: { lookup, federationId, kind, ...subjectOf(row) } };
  }
  const free = slots.find((slot) => taken.every(({ lookup }) => lookup !== slot));
  if (free !== undefined) {
    const expiresAt = new Date(minuteEnd(now + hour));
    await tx.code.upsert({
      where: { lookup: free },
      create: { lookup: free, federationId: noFederation, kind: "try", expiresAt },
      update: { expiresAt },
    });
  }
  return { outcome: row === null ? "unknown" : row.usedAt === null ? "expired" : "used" };
}

interface SubjectColumns {
  readonly cellId: string | null;
  readonly councilId: string | null;
  readonly personId: string | null;
  readonly identityId: string | null;
}

const subjectOf = ({ cellId, councilId, personId, identityId }: SubjectColumns): CodeSubject => ({
  ...(cellId === null ? {} : { cellId }),
  ...(councilId === null ? {} : { councilId }),
  ...(personId === null ? {} : { personId }),
  ...(identityId === null ? {} : { identityId }),
});
