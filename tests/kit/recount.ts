/** Counts everything in a database again from the single answers, and compares with the counters that are kept. */
import { noPledges, replace, writeHistogram } from "../../src/domain/pledges.ts";
import { readAnswer } from "../../src/store/drives/records.ts";
import type { Database } from "../../src/store/database.ts";
import type { Keyring } from "../../src/store/sealing.ts";
import { pledgesIn } from "./answers.ts";

/** The standing answers by kind, and every counter that differs from them. Without a keyring, opened with that of most tests. */
export async function recount(
  database: Pick<Database, "read">,
  keyring?: Keyring,
): Promise<{ readonly standing: Record<string, number>; readonly mistakes: readonly string[] }> {
  return database.read(async (tx) => {
    const mistakes: string[] = [];
    const standing: Record<string, number> = {};
    const pledges = await pledgesIn(tx, keyring);
    const seen = new Set<string>();
    for (const { driveId, personId, answer } of pledges) {
      const key = `${driveId} ${personId ?? ""}`;
      if (personId !== null && seen.has(key)) mistakes.push(`two answers of one person in ${driveId}`);
      seen.add(key);
      if (answer !== "out") standing[answer] = (standing[answer] ?? 0) + 1;
    }
    // Of what is over for long only the counts are left.
    const kept = { drive: { clearedAt: null } };
    for (const cell of await tx.driveCell.findMany({ where: kept })) {
      let histogram = noPledges;
      for (const pledge of pledges) {
        if (pledge.driveId !== cell.driveId || pledge.cellId !== cell.cellId || !pledge.counted) continue;
        histogram = replace(histogram, "withdrawn", readAnswer(pledge.answer));
      }
      const counted = writeHistogram(histogram);
      if (counted !== cell.histogram) mistakes.push(`histogram of ${cell.cellId}: ${cell.histogram}, not ${counted}`);
    }
    const units = await tx.driveUnit.findMany({ where: kept, include: { counts: true, drive: true } });
    for (const { id, driveId, drive, counts, steps, ...unit } of units) {
      const cells = new Set(counts.map(({ cellId }) => cellId));
      // Who has gone, or counts elsewhere, is a change where they are still published. A pledge last changed before the newest step has its answer as the one at that step (schema.prisma); one that is
      // shown apart, for want of vouches, counts like none. From the close on it is counted who kept their pledge since the
      // last step of that.
      const changed =
        drive.closedAt === null
          ? pledges.filter(
              (pledge) =>
                pledge.awayUnitId === id ||
                (pledge.awayUnitId === null &&
                  pledge.driveId === driveId &&
                  cells.has(pledge.cellId) &&
                  pledge.step === steps &&
                  (pledge.counted ? pledge.answer : "out") !== pledge.atStep),
            ).length
          : counts.reduce((sum, cell) => sum + cell.kept, 0) - unit.kept;
      if (changed !== unit.changed) mistakes.push(`changed in ${id}: ${unit.changed}, not ${changed}`);
    }
    return { standing, mistakes };
  });
}
