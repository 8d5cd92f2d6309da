-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "sectorId" TEXT,
    "sealedText" TEXT NOT NULL,
    "beganById" TEXT,
    "beganAt" TIMESTAMP(3) NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "lifted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertAnswer" (
    "alertId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedAnswer" TEXT NOT NULL,

    CONSTRAINT "AlertAnswer_pkey" PRIMARY KEY ("alertId","personId")
);

-- CreateIndex
CREATE INDEX "Alert_cellId_idx" ON "Alert"("cellId");

-- CreateIndex
CREATE INDEX "Alert_federationId_beganAt_idx" ON "Alert"("federationId", "beganAt");

-- CreateIndex
CREATE INDEX "Alert_beganById_idx" ON "Alert"("beganById");

-- CreateIndex
CREATE INDEX "Alert_confirmedById_idx" ON "Alert"("confirmedById");

-- CreateIndex
CREATE INDEX "AlertAnswer_personId_idx" ON "AlertAnswer"("personId");

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_beganById_fkey" FOREIGN KEY ("beganById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertAnswer" ADD CONSTRAINT "AlertAnswer_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertAnswer" ADD CONSTRAINT "AlertAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
