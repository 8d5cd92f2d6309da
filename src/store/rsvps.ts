/** Who said that they come to a gathering: sealed, each as long as every other one, with their turn and when they said it. */
import { seats, type RsvpAnswer } from "../domain/gatherings.ts";
import type { Tx } from "./database.ts";
import type { Rsvp } from "./generated/sqlite/client.ts";
import { rowOf, type Sealer } from "./sealing.ts";

/** One person's answer. */
export interface Coming {
  readonly answer: RsvpAnswer;
  /** Ascending in the order in which people answered: the order of the waiting list. */
  readonly turn: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const purpose = "Rsvp.sealedAnswer";
/** Characters of the longest. */
const length = 40;

export function openComing(sealer: Sealer, { gatheringId, personId, sealedAnswer }: Rsvp): Coming {
  const text = sealer.open(sealedAnswer, purpose, rowOf(gatheringId, personId));
  const [answer, turn, at = ""] = text.split(" ");
  return { answer: answer as RsvpAnswer, turn: Number(turn), at: Date.parse(at) }; // an edge: only `writeComing` writes it
}

export const isGoing = ({ answer }: Coming): boolean => answer === "going";

/** Everybody's answer to one gathering. */
export async function comingsTo(
  tx: Tx,
  sealer: Sealer,
  gatheringId: string,
): Promise<readonly (Coming & { readonly personId: string })[]> {
  const rows = await tx.rsvp.findMany({ where: { gatheringId }, orderBy: { personId: "asc" } });
  return rows.map((row) => ({ personId: row.personId, ...openComing(sealer, row) }));
}

export async function writeComing(
  tx: Tx,
  sealer: Sealer,
  of: { readonly gatheringId: string; readonly personId: string },
  { answer, turn, at }: Coming,
): Promise<void> {
  const text = `${answer} ${turn} ${new Date(at).toISOString()}`.padEnd(length);
  const sealedAnswer = sealer.seal(text, purpose, rowOf(of.gatheringId, of.personId));
  await tx.rsvp.upsert({
    where: { gatheringId_personId: of },
    create: { ...of, sealedAnswer },
    update: { sealedAnswer },
  });
}

/** The gatherings (ids) to which a person goes and has a place: whoever waits for one does not go yet. */
export async function goesTo(tx: Tx, sealer: Sealer, personId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.rsvp.findMany({
    where: { personId },
    include: { gathering: { select: { capacity: true } } },
    orderBy: { gatheringId: "asc" },
  });
  const going = new Set<string>();
  for (const { gathering, ...row } of rows) {
    if (!isGoing(openComing(sealer, row))) continue;
    if (gathering.capacity !== null) {
      const all = (await comingsTo(tx, sealer, row.gatheringId)).filter(isGoing);
      if (!seats(all, gathering.capacity).seated.includes(personId)) continue;
    }
    going.add(row.gatheringId);
  }
  return going;
}
