-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Role" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT,
    "councilId" TEXT,
    "number" INTEGER NOT NULL,
    "sealedName" TEXT NOT NULL,
    "sealedChecklist" TEXT,
    "pattern" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "holders" INTEGER NOT NULL DEFAULT 1,
    "limit" INTEGER NOT NULL DEFAULT 1,
    "leads" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Role_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Role_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Role_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Until now a role had the number of its place among those of its cell or council that are still there.
INSERT INTO "new_Role" ("cellId", "councilId", "createdAt", "endedAt", "federationId", "holders", "id", "leads", "limit", "minute", "number", "pattern", "sealedChecklist", "sealedName", "start", "zone") SELECT "cellId", "councilId", "createdAt", "endedAt", "federationId", "holders", "id", "leads", "limit", "minute", row_number() OVER (PARTITION BY "cellId", "councilId" ORDER BY "createdAt", "id"), "pattern", "sealedChecklist", "sealedName", "start", "zone" FROM "Role";
DROP TABLE "Role";
ALTER TABLE "new_Role" RENAME TO "Role";
CREATE INDEX "Role_federationId_idx" ON "Role"("federationId");
CREATE INDEX "Role_cellId_idx" ON "Role"("cellId");
CREATE INDEX "Role_councilId_idx" ON "Role"("councilId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
