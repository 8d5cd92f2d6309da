-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Drive" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sealedQuestion" TEXT NOT NULL,
    "sealedName" TEXT,
    "sealedDemands" TEXT,
    "sealedWays" TEXT,
    "afterId" TEXT,
    "scope" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "sectors" TEXT NOT NULL DEFAULT '[]',
    "cells" TEXT NOT NULL DEFAULT '[]',
    "createdById" TEXT,
    "goal" INTEGER NOT NULL,
    "goalPercent" INTEGER,
    "minimum" INTEGER NOT NULL DEFAULT 0,
    "reveal" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "deadline" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "goalAt" DATETIME,
    "remindedAt" DATETIME,
    "answered" BOOLEAN NOT NULL DEFAULT false,
    "smallestGroup" INTEGER NOT NULL,
    "stepMinutes" INTEGER NOT NULL,
    "lookedAt" INTEGER,
    "sealedKey" TEXT,
    "final" TEXT,
    "clearedAt" DATETIME,
    CONSTRAINT "Drive_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Drive_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "Drive" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Drive" ("answered", "cellId", "cells", "clearedAt", "closedAt", "createdById", "deadline", "federationId", "final", "goal", "goalAt", "goalPercent", "id", "lookedAt", "minimum", "number", "openedAt", "remindedAt", "reveal", "scope", "sealedKey", "sealedName", "sealedQuestion", "sectors", "smallestGroup", "stepMinutes") SELECT "answered", "cellId", "cells", "clearedAt", "closedAt", "createdById", "deadline", "federationId", "final", "goal", "goalAt", "goalPercent", "id", "lookedAt", "minimum", "number", "openedAt", "remindedAt", "reveal", "scope", "sealedKey", "sealedName", "sealedQuestion", "sectors", "smallestGroup", "stepMinutes" FROM "Drive";
DROP TABLE "Drive";
ALTER TABLE "new_Drive" RENAME TO "Drive";
CREATE INDEX "Drive_federationId_closedAt_idx" ON "Drive"("federationId", "closedAt");
CREATE INDEX "Drive_afterId_idx" ON "Drive"("afterId");
CREATE UNIQUE INDEX "Drive_federationId_number_key" ON "Drive"("federationId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
