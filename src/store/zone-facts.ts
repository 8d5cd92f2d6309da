/**
 * By which rules the moments of a zone in the database were computed: a fact for each zone. It is noted when a zone comes
 * into use, and by src/store/local-hours.ts, which moves what was computed by other rules.
 */
import { zoneRules, type ZoneRules } from "../domain/zone-rules.ts";
import { Facts } from "./facts.ts";
import type { Session } from "./session.ts";

/** JSON. */
export interface NotedZone {
  /** Of the zone data: "2026f". */
  readonly version: string;
  /** The rules hold until then: milliseconds since 1970. */
  readonly until: number;
  readonly rules: ZoneRules;
}

const day = 86_400_000;
/** Nothing comes round more rarely than every ten years. */
const rulesLast = 11 * 366 * day;
const renewAfter = 366 * day;
const factOf = (zone: string): string => `zone:${zone}`;

/** Of the zone data that this process has. */
export const ownVersion = (): string => process.versions["tz"] ?? "";

/** What is noted of a zone. */
export async function notedZone(session: Session, zone: string): Promise<NotedZone | undefined> {
  const fact = await new Facts(session).get(factOf(zone));
  return fact === undefined ? undefined : (JSON.parse(fact) as NotedZone); // an edge: only `noteAnew` writes it
}

/** Whether it needs no noting anew: it is of this process's data, and of the last year. */
export const isFresh = ({ version, until }: NotedZone, now: number): boolean =>
  version === ownVersion() && until > now + rulesLast - renewAfter;

/** From now on the moments in a zone are those that this process knows. */
export async function noteAnew(session: Session, zone: string): Promise<void> {
  const { now } = session;
  const until = now + rulesLast;
  // A little before now: what lies behind by these rules may be ahead by others.
  const noted: NotedZone = { version: ownVersion(), until, rules: zoneRules(zone, now - 2 * day, until) };
  await new Facts(session).set(factOf(zone), JSON.stringify(noted));
}

/** A zone comes into use: moments in it are computed as this process knows them. Nothing happens if it is noted. */
export async function noteZone(session: Session, zone: string): Promise<void> {
  if ((await notedZone(session, zone)) === undefined) await noteAnew(session, zone);
}
