-- AlterTable
ALTER TABLE "CheckIn" ADD COLUMN "about" TEXT NOT NULL DEFAULT 'care';
ALTER TABLE "CheckIn" ADD COLUMN "sealedWhat" TEXT;
ALTER TABLE "CheckIn" ADD COLUMN "subject" TEXT;

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN "checkInId" TEXT REFERENCES "CheckIn" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_subject_key" ON "CheckIn"("subject");

-- CreateIndex
CREATE INDEX "Decision_checkInId_idx" ON "Decision"("checkInId");
