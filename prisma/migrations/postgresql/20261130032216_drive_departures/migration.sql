-- Open drives: up to now a departure was no change, so a unit may still show people who have gone or count in another one.
-- Whoever it shows beyond those whose answers are known as shown has gone: they make up the number of changes from now on,
-- and what shows an older figure than the last one takes a step.
UPDATE "DriveUnit" SET "changed" =
  GREATEST(
    (SELECT COUNT(*) FROM "Pledge" p JOIN "DriveCell" c ON c."driveId" = p."driveId" AND c."cellId" = p."cellId"
      WHERE c."unitId" = "DriveUnit"."id" AND p."step" >= "DriveUnit"."steps"
        AND (CASE WHEN p."counted" THEN p."answer" ELSE 'out' END) <> p."atStep")
    + GREATEST(0, ("state"::jsonb -> 'seen' -> -1 ->> 'certain')::int + ("state"::jsonb -> 'seen' -> -1 ->> 'conditional')::int
      - (SELECT COUNT(*) FROM "Pledge" p JOIN "DriveCell" c ON c."driveId" = p."driveId" AND c."cellId" = p."cellId"
          WHERE c."unitId" = "DriveUnit"."id" AND 'out' <>
            (CASE WHEN p."step" >= "DriveUnit"."steps" THEN p."atStep" WHEN p."counted" THEN p."answer" ELSE 'out' END))),
    CASE WHEN ("state"::jsonb ->> 'fresh')::boolean THEN 0
      ELSE (SELECT d."smallestGroup" FROM "Drive" d WHERE d."id" = "DriveUnit"."driveId") END)
WHERE "driveId" IN (SELECT "id" FROM "Drive" WHERE "closedAt" IS NULL);

-- These steps are late ones: they are taken at the start.
INSERT INTO "Job" ("id", "federationId", "kind", "key", "payload", "dueAt", "attempts")
SELECT 'step' || SUBSTR(d."id", 5), d."federationId", 'drive-step', 'drive-step:' || d."id" || ':0',
  '{"drive":"' || d."id" || '","due":"0"}', '1970-01-01 00:00:00', 0
FROM "Drive" d WHERE d."closedAt" IS NULL AND EXISTS (
  SELECT 1 FROM "DriveUnit" u WHERE u."driveId" = d."id" AND u."changed" >= d."smallestGroup");

-- AlterTable
ALTER TABLE "Drive" ADD COLUMN     "cells" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "lookedAt" INTEGER,
ADD COLUMN     "sealedKey" TEXT;

-- AlterTable
ALTER TABLE "DriveCell" ADD COLUMN     "final" TEXT;

-- AlterTable
ALTER TABLE "DriveUnit" DROP COLUMN "state";

-- AlterTable
ALTER TABLE "Pledge" ADD COLUMN     "awayUnitId" TEXT;

-- CreateTable
CREATE TABLE "PledgeTag" (
    "driveId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "pledgeId" TEXT NOT NULL,

    CONSTRAINT "PledgeTag_pkey" PRIMARY KEY ("driveId","tag","pledgeId")
);

-- CreateIndex
CREATE INDEX "PledgeTag_pledgeId_idx" ON "PledgeTag"("pledgeId");

-- CreateIndex
CREATE INDEX "Pledge_awayUnitId_idx" ON "Pledge"("awayUnitId");

-- AddForeignKey
ALTER TABLE "PledgeTag" ADD CONSTRAINT "PledgeTag_pledgeId_fkey" FOREIGN KEY ("pledgeId") REFERENCES "Pledge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The cells that are in a drive of sectors are those that were in it up to now.
UPDATE "Drive" SET "cells" = (SELECT json_agg(c."cellId")::text FROM "DriveCell" c WHERE c."driveId" = "Drive"."id")
WHERE "scope" = 'sector' AND EXISTS (SELECT 1 FROM "DriveCell" c WHERE c."driveId" = "Drive"."id");
