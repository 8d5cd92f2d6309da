-- CreateTable
CREATE TABLE "CareNeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedWhat" TEXT NOT NULL,
    "sealedForm" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "openAt" DATETIME NOT NULL,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "CareNeed_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CareNeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CareOffer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedForm" TEXT NOT NULL,
    "saidAt" DATETIME NOT NULL,
    CONSTRAINT "CareOffer_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CareOffer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CareAsk" (
    "needId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedState" TEXT NOT NULL,

    PRIMARY KEY ("needId", "personId"),
    CONSTRAINT "CareAsk_needId_fkey" FOREIGN KEY ("needId") REFERENCES "CareNeed" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CareAsk_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CareNeed_cellId_idx" ON "CareNeed"("cellId");

-- CreateIndex
CREATE INDEX "CareNeed_personId_idx" ON "CareNeed"("personId");

-- CreateIndex
CREATE INDEX "CareNeed_federationId_at_idx" ON "CareNeed"("federationId", "at");

-- CreateIndex
CREATE INDEX "CareOffer_cellId_idx" ON "CareOffer"("cellId");

-- CreateIndex
CREATE INDEX "CareOffer_personId_idx" ON "CareOffer"("personId");

-- CreateIndex
CREATE INDEX "CareOffer_federationId_saidAt_idx" ON "CareOffer"("federationId", "saidAt");

-- CreateIndex
CREATE INDEX "CareAsk_personId_idx" ON "CareAsk"("personId");
