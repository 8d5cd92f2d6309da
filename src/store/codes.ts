/**
 * Codes that are used once: to bind a chat to a cell or council, to link an account to a person. Only their HMAC is stored.
 *
 * A code is issued, then either used (`usedAt`), or past its ten minutes; both stay for a day, so that whoever comes
 * late is told why. Wrong codes are counted for each account in rows of the same table: five slots, each taken for an
 * hour. Whoever finds no free slot has to wait.
 */
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
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

/** How long a code is good, in minutes. */
export const codeMinutes = 10;

/** No vowels, so that no word comes out, and nothing that looks like something else. */
const alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";
const codeLength = 8;
/** Finds a code in a text of the bot's. */
export const codePattern = new RegExp(`\\b[${alphabet}]{${codeLength}}\\b`);

const triesPerHour = 5;
/** A wrong code belongs to no federation. */
const noFederation = "";
const minute = 60_000;
const hour = 60 * minute;

/** What people type, as it was issued: spaces, dashes and small letters do not matter. */
const plain = (typed: string): string => typed.replace(/[\s\p{Pd}]/gu, "").toUpperCase();

export class Codes {
  /** How long a code is good. */
  readonly minutes = codeMinutes;
  readonly #session: Session;
  readonly #federation: FederationRecord;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
  }

  /** A new code, good for ten minutes. `random` gives an integer from 0 to below its argument (`context.random`). */
  async issue(kind: CodeKind, subject: CodeSubject, random: (below: number) => number): Promise<string> {
    const { tx, keyring, now } = this.#session;
    const code = Array.from({ length: codeLength }, () => alphabet[random(alphabet.length)] ?? "").join("");
    await tx.code.create({
      data: {
        ...subject,
        lookup: keyring.lookup("code", kind, code),
        federationId: this.#federation.id,
        kind,
        expiresAt: new Date(now + codeMinutes * minute),
      },
    });
    return code;
  }

  /** Uses a code up. False if somebody else was quicker, or it is another federation's. */
  async use(code: Code): Promise<boolean> {
    const { tx, now } = this.#session;
    const { count } = await tx.code.updateMany({
      where: { lookup: code.lookup, federationId: this.#federation.id, usedAt: null, expiresAt: { gt: new Date(now) } },
      data: { usedAt: new Date(now) },
    });
    return count === 1;
  }

  get ofPersons(): OfPersons {
    const { tx } = this.#session;
    const federationId = this.#federation.id;
    const short = nothing("a code is good for ten minutes, whoever made it");
    return {
      tables: ["Code"],
      leavesCell: short,
      countsElsewhere: short,
      becomesOne: async ({ second }) => {
        await tx.code.deleteMany({ where: { personId: second, federationId } });
      },
      forgotten: async ({ person, accounts }) => {
        const theirs = [{ personId: person.id }, { identityId: { in: [...accounts] } }];
        await tx.code.deleteMany({ where: { federationId, OR: theirs } });
      },
      exported: async ({ personId, accounts }) => {
        const theirs = [{ personId }, { identityId: { in: [...accounts] } }];
        const rows = await tx.code.findMany({ where: { federationId, OR: theirs } });
        return { codes: rows.map(({ kind, expiresAt, usedAt }) => ({ kind, expiresAt, usedAt })) };
      },
      retention: () => this.#forgetOld(),
      cellLeavesCouncil: short,
    };
  }

  /** Removes this federation's codes, and everybody's tries, a day after their time. */
  async #forgetOld(): Promise<void> {
    const { tx, now } = this.#session;
    await tx.code.deleteMany({
      where: {
        federationId: { in: [this.#federation.id, noFederation] },
        expiresAt: { lt: new Date(now - 24 * hour) },
      },
    });
  }
}

/** Removes codes of all federations, and everybody's tries, past their time before `before` (milliseconds since 1970). */
export function forgetCodes({ tx }: Session, before: number, most: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Code" WHERE "lookup" IN
      (SELECT "lookup" FROM "Code" WHERE "expiresAt" < ${new Date(before)} LIMIT ${most})`;
}

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
    const expiresAt = new Date(now + hour);
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
