-- AlterTable
ALTER TABLE "Decision" ADD COLUMN "rule" INTEGER;

-- Rows lie in the order of random keys, and nothing tells who wrote first.
CREATE TABLE "MarginNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "rule" INTEGER NOT NULL,
    "number" INTEGER,
    "shownAt" DATETIME,
    "sealedText" TEXT,
    "author" TEXT,
    "sealedKey" TEXT,
    CONSTRAINT "MarginNote_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MarginNote_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateIndex
CREATE INDEX "MarginNote_federationId_idx" ON "MarginNote"("federationId");

-- CreateIndex
CREATE UNIQUE INDEX "MarginNote_cellId_number_key" ON "MarginNote"("cellId", "number");
