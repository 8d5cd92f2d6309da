-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT,
    "councilId" TEXT,
    "number" INTEGER NOT NULL,
    "sealedText" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "objectUntil" TIMESTAMP(3),
    "sealedKey" TEXT,
    "objections" INTEGER,
    "voteId" TEXT,
    "decidedBy" TEXT,
    "settledAt" TIMESTAMP(3),
    "reviewOn" TEXT,
    "supersedesId" TEXT,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objection" (
    "decisionId" TEXT NOT NULL,
    "objector" TEXT NOT NULL,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("decisionId","objector")
);

-- CreateIndex
CREATE INDEX "Decision_federationId_idx" ON "Decision"("federationId");

-- CreateIndex
CREATE INDEX "Decision_voteId_idx" ON "Decision"("voteId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_cellId_number_key" ON "Decision"("cellId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_councilId_number_key" ON "Decision"("councilId", "number");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
