-- AlterTable
ALTER TABLE "Vote" ADD COLUMN     "cellId" TEXT,
ADD COLUMN     "closesAt" TIMESTAMP(3),
ADD COLUMN     "federationId" TEXT,
ADD COLUMN     "quorum" TEXT,
ALTER COLUMN "councilId" DROP NOT NULL,
ALTER COLUMN "assemblyId" DROP NOT NULL;

-- Whose a vote is was known by its assembly only.
UPDATE "Vote" v SET "federationId" = c."federationId" FROM "Council" c WHERE c."id" = v."councilId";
ALTER TABLE "Vote" ALTER COLUMN "federationId" SET NOT NULL;

-- CreateIndex
CREATE INDEX "Vote_federationId_closedAt_idx" ON "Vote"("federationId", "closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Vote_cellId_number_key" ON "Vote"("cellId", "number");

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;
