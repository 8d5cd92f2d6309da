-- CreateTable
CREATE TABLE "FundApprover" (
    "cellId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "chosenAt" DATETIME,

    PRIMARY KEY ("cellId", "personId"),
    CONSTRAINT "FundApprover_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FundApprover_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "FundApprover_voteId_key" ON "FundApprover"("voteId");

-- CreateIndex
CREATE INDEX "FundApprover_personId_idx" ON "FundApprover"("personId");
