-- AlterTable
ALTER TABLE "Role" ADD COLUMN     "number" INTEGER;

-- Until now a role had the number of its place among those of its cell or council that are still there.
UPDATE "Role" r SET "number" = o."place" FROM (
  SELECT "id", row_number() OVER (PARTITION BY "cellId", "councilId" ORDER BY "createdAt", "id") AS "place" FROM "Role"
) o WHERE o."id" = r."id";
ALTER TABLE "Role" ALTER COLUMN "number" SET NOT NULL;
