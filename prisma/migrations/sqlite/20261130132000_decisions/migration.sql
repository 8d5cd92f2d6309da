-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT,
    "councilId" TEXT,
    "number" INTEGER NOT NULL,
    "sealedText" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "objectUntil" DATETIME,
    "sealedKey" TEXT,
    "objections" INTEGER,
    "voteId" TEXT,
    "decidedBy" TEXT,
    "settledAt" DATETIME,
    "reviewOn" TEXT,
    "supersedesId" TEXT,
    CONSTRAINT "Decision_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Decision_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Decision_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Rows lie in the order of random keys, and nothing tells who came when.
CREATE TABLE "Objection" (
    "decisionId" TEXT NOT NULL,
    "objector" TEXT NOT NULL,

    PRIMARY KEY ("decisionId", "objector"),
    CONSTRAINT "Objection_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateIndex
CREATE INDEX "Decision_federationId_idx" ON "Decision"("federationId");

-- CreateIndex
CREATE INDEX "Decision_voteId_idx" ON "Decision"("voteId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_cellId_number_key" ON "Decision"("cellId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_councilId_number_key" ON "Decision"("councilId", "number");
