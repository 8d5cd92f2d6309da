-- CreateTable
CREATE TABLE "DateProposal" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "councilId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sealedWhat" TEXT NOT NULL,
    "days" TEXT NOT NULL,
    "driveId" TEXT,
    "smallestGroup" INTEGER NOT NULL,
    "units" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "result" TEXT,
    "voteId" TEXT,
    "votedDay" TEXT,
    "agreedDay" TEXT,
    "agreedAt" TIMESTAMP(3),
    "agreements" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DateProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DateAnswer" (
    "dateId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedAnswer" TEXT NOT NULL,

    CONSTRAINT "DateAnswer_pkey" PRIMARY KEY ("dateId","personId")
);

-- CreateIndex
CREATE INDEX "DateProposal_federationId_idx" ON "DateProposal"("federationId");

-- CreateIndex
CREATE INDEX "DateProposal_voteId_idx" ON "DateProposal"("voteId");

-- CreateIndex
CREATE UNIQUE INDEX "DateProposal_councilId_number_key" ON "DateProposal"("councilId", "number");

-- CreateIndex
CREATE INDEX "DateAnswer_personId_idx" ON "DateAnswer"("personId");

-- AddForeignKey
ALTER TABLE "DateProposal" ADD CONSTRAINT "DateProposal_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateProposal" ADD CONSTRAINT "DateProposal_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateAnswer" ADD CONSTRAINT "DateAnswer_dateId_fkey" FOREIGN KEY ("dateId") REFERENCES "DateProposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateAnswer" ADD CONSTRAINT "DateAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
