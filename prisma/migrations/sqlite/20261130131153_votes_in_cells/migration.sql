-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Vote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "councilId" TEXT,
    "assemblyId" TEXT,
    "cellId" TEXT,
    "closesAt" DATETIME,
    "quorum" TEXT,
    "itemId" TEXT,
    "number" INTEGER NOT NULL,
    "sealedText" TEXT NOT NULL,
    "num" INTEGER NOT NULL,
    "den" INTEGER NOT NULL,
    "base" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "secret" BOOLEAN NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "sealedKey" TEXT,
    "result" TEXT,
    CONSTRAINT "Vote_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Vote_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Vote_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Vote_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
-- Whose a vote is was known by its assembly only.
INSERT INTO "new_Vote" ("id", "federationId", "councilId", "assemblyId", "itemId", "number", "sealedText", "num", "den", "base", "by", "secret", "openedAt", "closedAt", "sealedKey", "result")
  SELECT v."id", c."federationId", v."councilId", v."assemblyId", v."itemId", v."number", v."sealedText", v."num", v."den", v."base", v."by", v."secret", v."openedAt", v."closedAt", v."sealedKey", v."result"
  FROM "Vote" v JOIN "Council" c ON c."id" = v."councilId";
DROP TABLE "Vote";
ALTER TABLE "new_Vote" RENAME TO "Vote";
CREATE INDEX "Vote_assemblyId_idx" ON "Vote"("assemblyId");
CREATE INDEX "Vote_federationId_closedAt_idx" ON "Vote"("federationId", "closedAt");
CREATE UNIQUE INDEX "Vote_councilId_number_key" ON "Vote"("councilId", "number");
CREATE UNIQUE INDEX "Vote_cellId_number_key" ON "Vote"("cellId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
