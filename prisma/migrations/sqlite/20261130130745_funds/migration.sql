-- AlterTable
ALTER TABLE "Cell" ADD COLUMN "treasurerRoleId" TEXT;

-- AlterTable
ALTER TABLE "Council" ADD COLUMN "treasurerRoleId" TEXT;

-- CreateTable
CREATE TABLE "Fund" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sealedName" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Fund_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FundEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fundId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "undoes" INTEGER,
    "amount" BIGINT NOT NULL,
    "at" DATETIME NOT NULL,
    "textFixed" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedText" TEXT,
    CONSTRAINT "FundEntry_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FundPart" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "entryId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "fixed" TEXT NOT NULL,
    "sealedOpening" TEXT,
    "personId" TEXT,
    CONSTRAINT "FundPart_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "FundEntry" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FundPart_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FundRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fundId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "sealedText" TEXT,
    "payeeId" TEXT,
    "enteredById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decidedAt" DATETIME,
    CONSTRAINT "FundRequest_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "Fund" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FundRequest_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "FundRequest_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FundApproval" (
    "requestId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("requestId", "personId"),
    CONSTRAINT "FundApproval_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "FundRequest" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FundApproval_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Fund_cellId_number_key" ON "Fund"("cellId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "FundEntry_fundId_number_key" ON "FundEntry"("fundId", "number");

-- CreateIndex
CREATE INDEX "FundPart_entryId_idx" ON "FundPart"("entryId");

-- CreateIndex
CREATE INDEX "FundPart_personId_idx" ON "FundPart"("personId");

-- CreateIndex
CREATE INDEX "FundRequest_payeeId_idx" ON "FundRequest"("payeeId");

-- CreateIndex
CREATE INDEX "FundRequest_enteredById_idx" ON "FundRequest"("enteredById");

-- CreateIndex
CREATE UNIQUE INDEX "FundRequest_cellId_number_key" ON "FundRequest"("cellId", "number");

-- CreateIndex
CREATE INDEX "FundApproval_personId_idx" ON "FundApproval"("personId");
