/**
 * Codes that are used once: to bind a chat to a cell or council, to link an account to a person. Only their HMAC is stored.
 *
 * A code is issued, then either used (`usedAt`), or past its ten minutes; both stay for a day, so that whoever comes
 * late is told why. Wrong codes are counted for each account in rows of the same table: five slots, each taken for an
 * hour. Whoever finds no free slot has to wait.
 */
import { minuteEnd, minuteOf } from "../domain/time.ts";
import type { FederationRecord } from "./federations.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Outlived } from "./outlived.ts";
import type { Session } from "./session.ts";
import type { Code, CodeKind, CodeSubject } from "./entering.ts";

/** How long a code is good, in minutes. */
export const codeMinutes = 10;

/** No vowels, so that no word comes out, and nothing that looks like something else. */
const alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";
const codeLength = 8;
const minute = 60_000;
/** Finds a code in a text of the bot's. */
export const codePattern = new RegExp(`\\b[${alphabet}]{${codeLength}}\\b`);

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
        expiresAt: new Date(minuteEnd(now + codeMinutes * minute)),
      },
    });
    return code;
  }

  /** Uses a code up. False if somebody else was quicker, or it is another federation's. */
  async use(code: Code): Promise<boolean> {
    const { tx, now } = this.#session;
    const { count } = await tx.code.updateMany({
      where: { lookup: code.lookup, federationId: this.#federation.id, usedAt: null, expiresAt: { gt: new Date(now) } },
      data: { usedAt: new Date(minuteOf(now)) },
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
      retention: nothing("a code is kept for a day, and housekeeping removes it"),
      cellLeavesCouncil: short,
    };
  }
}

/** Codes of all federations, and everybody's tries, past their time before `before` (milliseconds since 1970). */
export const outlivedCodes = (before: number): Outlived => ({
  table: "Code",
  key: "lookup",
  where: Prisma.sql`"expiresAt" < ${new Date(before)}`,
});
