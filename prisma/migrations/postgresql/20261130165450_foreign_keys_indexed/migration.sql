-- DropIndex
DROP INDEX "Pledge_driveId_cellId_idx";

-- CreateIndex
CREATE INDEX "Action_plannedById_idx" ON "Action"("plannedById");

-- CreateIndex
CREATE INDEX "Action_confirmedById_idx" ON "Action"("confirmedById");

-- CreateIndex
CREATE INDEX "CareEntry_toId_idx" ON "CareEntry"("toId");

-- CreateIndex
CREATE INDEX "CareEntry_enteredById_idx" ON "CareEntry"("enteredById");

-- CreateIndex
CREATE INDEX "Cell_sectorId_idx" ON "Cell"("sectorId");

-- CreateIndex
CREATE INDEX "DriveCell_cellId_idx" ON "DriveCell"("cellId");

-- CreateIndex
CREATE INDEX "FundRequest_fundId_idx" ON "FundRequest"("fundId");

-- CreateIndex
CREATE INDEX "Gathering_organizerId_idx" ON "Gathering"("organizerId");

-- CreateIndex
CREATE INDEX "Pledge_cellId_driveId_idx" ON "Pledge"("cellId", "driveId");

-- CreateIndex
CREATE INDEX "Seat_cellId_idx" ON "Seat"("cellId");

-- CreateIndex
CREATE INDEX "Vote_itemId_idx" ON "Vote"("itemId");
