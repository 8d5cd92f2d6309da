/**
 * What keeps a ballot apart from its person. While a vote is open a ballot is kept under an HMAC of the person with a key
 * that only this vote has; the close removes ballots and key, and then the log file of the database, in which both may
 * still stand, is truncated. So it is after the close of a check-in.
 */
import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import type { Sealer } from "./sealing.ts";
import { Jobs } from "./jobs.ts";
import type { Session } from "./session.ts";

/** A key for one vote (id), sealed to be kept. */
export const newBallotKey = (sealer: Sealer, purpose: string, id: string): string =>
  sealer.seal(randomBytes(32).toString("base64"), purpose, id);

/** As whose ballots of a vote (id) are kept, the key being opened once. */
export function voters(sealedKey: string, sealer: Sealer, purpose: string, id: string): (personId: string) => string {
  const bytes = Buffer.from(sealer.open(sealedKey, purpose, id), "base64");
  // One key for all that are counted: with a buffer Node makes it anew for each.
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return (personId) => createHmac("sha256", key).update(personId).digest().subarray(0, 16).toString("base64url");
}

/** The job after which the log file is truncated: src/steward.ts. */
export const erasure = "erasure";

/** Plans it for now, or for `dueAt` (milliseconds since 1970). */
export const planErasure = (session: Session, dueAt = session.now): Promise<void> =>
  new Jobs(session).schedule({ kind: erasure, key: erasure, payload: {}, dueAt });
