-- AlterTable
ALTER TABLE "CheckIn" ADD COLUMN     "about" TEXT NOT NULL DEFAULT 'care',
ADD COLUMN     "sealedWhat" TEXT,
ADD COLUMN     "subject" TEXT;

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "checkInId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_subject_key" ON "CheckIn"("subject");

-- CreateIndex
CREATE INDEX "Decision_checkInId_idx" ON "Decision"("checkInId");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE SET NULL ON UPDATE CASCADE;
