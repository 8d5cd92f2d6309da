-- CreateTable
CREATE TABLE "HelpCard" (
    "cellId" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "sealedText" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "changeId" TEXT,
    "sealedChange" TEXT,
    "changedAt" TIMESTAMP(3),
    "changedById" TEXT,

    CONSTRAINT "HelpCard_pkey" PRIMARY KEY ("cellId")
);

-- CreateIndex
CREATE INDEX "HelpCard_changedById_idx" ON "HelpCard"("changedById");

-- CreateIndex
CREATE INDEX "HelpCard_federationId_idx" ON "HelpCard"("federationId");

-- AddForeignKey
ALTER TABLE "HelpCard" ADD CONSTRAINT "HelpCard_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HelpCard" ADD CONSTRAINT "HelpCard_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
