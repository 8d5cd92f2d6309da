-- CreateTable
CREATE TABLE "PageAddress" (
    "lookup" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "cellId" TEXT,
    "assemblyId" TEXT,
    "named" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "mark" TEXT,
    "changedAt" DATETIME,
    CONSTRAINT "PageAddress_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PageAddress_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PageAddress_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PageAddress_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PageAddress_federationId_idx" ON "PageAddress"("federationId");

-- CreateIndex
CREATE INDEX "PageAddress_personId_idx" ON "PageAddress"("personId");

-- CreateIndex
CREATE INDEX "PageAddress_cellId_idx" ON "PageAddress"("cellId");

-- CreateIndex
CREATE INDEX "PageAddress_assemblyId_idx" ON "PageAddress"("assemblyId");
