-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "rule" INTEGER;

-- CreateTable
CREATE TABLE "MarginNote" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "rule" INTEGER NOT NULL,
    "number" INTEGER,
    "shownAt" TIMESTAMP(3),
    "sealedText" TEXT,
    "author" TEXT,
    "sealedKey" TEXT,

    CONSTRAINT "MarginNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MarginNote_federationId_idx" ON "MarginNote"("federationId");

-- CreateIndex
CREATE UNIQUE INDEX "MarginNote_cellId_number_key" ON "MarginNote"("cellId", "number");

-- AddForeignKey
ALTER TABLE "MarginNote" ADD CONSTRAINT "MarginNote_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarginNote" ADD CONSTRAINT "MarginNote_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;
