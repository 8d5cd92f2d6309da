/** After the close, and the retention of the federation: what is personal is removed. */
import { minuteOf } from "../../domain/time.ts";
import { driveCard, driveJobs } from "../../domain/drives.ts";
import type { Store } from "../repository.ts";
import type {} from "./records.ts";
import { driveById } from "./rows.ts";

/** Pledges removed in one transaction. */
const clearedAtOnce = 5_000;

export async function planClear(store: Store, driveId: string, dueAt: number): Promise<void> {
  const kind = driveJobs.clear;
  await store.jobs.schedule({ kind, key: `${kind}:${driveId}`, payload: { drive: driveId }, dueAt });
}

/**
 * The retention has passed: every pledge with its events, and who opened the drive, are removed. What remains is
 * counts. Some thousands at a time, so that nobody waits; the rest is planned for now.
 */
export async function clearDrive(store: Store, driveId: string): Promise<void> {
  const { tx, now } = store.session;
  const drive = await driveById(store, driveId);
  if (drive?.closedAt === undefined || drive.clearedAt !== undefined) return;
  const ids = await tx.pledge.findMany({ where: { driveId }, select: { id: true }, take: clearedAtOnce });
  await tx.$executeRaw`
    DELETE FROM "Pledge" WHERE "id" IN (SELECT "id" FROM "Pledge" WHERE "driveId" = ${driveId} LIMIT ${clearedAtOnce})`;
  if (ids.length === clearedAtOnce) return planClear(store, driveId, now);
  await tx.drive.update({ where: { id: driveId }, data: { clearedAt: new Date(minuteOf(now)), createdById: null } });
  store.cards.touch({ kind: driveCard, subject: driveId });
}
