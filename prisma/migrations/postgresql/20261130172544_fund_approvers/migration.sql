-- CreateTable
CREATE TABLE "FundApprover" (
    "cellId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "chosenAt" TIMESTAMP(3),

    CONSTRAINT "FundApprover_pkey" PRIMARY KEY ("cellId","personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "FundApprover_voteId_key" ON "FundApprover"("voteId");

-- CreateIndex
CREATE INDEX "FundApprover_personId_idx" ON "FundApprover"("personId");

-- AddForeignKey
ALTER TABLE "FundApprover" ADD CONSTRAINT "FundApprover_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundApprover" ADD CONSTRAINT "FundApprover_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
