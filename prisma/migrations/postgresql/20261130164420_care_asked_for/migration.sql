-- CreateTable
CREATE TABLE "CareNeed" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedWhat" TEXT NOT NULL,
    "sealedForm" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "openAt" TIMESTAMP(3) NOT NULL,
    "listed" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CareNeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareOffer" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedForm" TEXT NOT NULL,
    "saidAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CareOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareAsk" (
    "needId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedState" TEXT NOT NULL,

    CONSTRAINT "CareAsk_pkey" PRIMARY KEY ("needId","personId")
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

-- AddForeignKey
ALTER TABLE "CareNeed" ADD CONSTRAINT "CareNeed_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareNeed" ADD CONSTRAINT "CareNeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareOffer" ADD CONSTRAINT "CareOffer_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareOffer" ADD CONSTRAINT "CareOffer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareAsk" ADD CONSTRAINT "CareAsk_needId_fkey" FOREIGN KEY ("needId") REFERENCES "CareNeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareAsk" ADD CONSTRAINT "CareAsk_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
