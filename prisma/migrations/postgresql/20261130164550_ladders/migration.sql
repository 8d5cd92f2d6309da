-- AlterTable
ALTER TABLE "Drive" ADD COLUMN     "afterId" TEXT,
ADD COLUMN     "sealedDemands" TEXT,
ADD COLUMN     "sealedWays" TEXT;

-- CreateIndex
CREATE INDEX "Drive_afterId_idx" ON "Drive"("afterId");

-- AddForeignKey
ALTER TABLE "Drive" ADD CONSTRAINT "Drive_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "Drive"("id") ON DELETE SET NULL ON UPDATE CASCADE;
