-- CreateTable
CREATE TABLE "HelpCard" (
    "cellId" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "sealedText" TEXT,
    "confirmedAt" DATETIME,
    "changeId" TEXT,
    "sealedChange" TEXT,
    "changedAt" DATETIME,
    "changedById" TEXT,
    CONSTRAINT "HelpCard_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "HelpCard_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "HelpCard_changedById_idx" ON "HelpCard"("changedById");

-- CreateIndex
CREATE INDEX "HelpCard_federationId_idx" ON "HelpCard"("federationId");
