-- CreateIndex
CREATE INDEX "Person_cellId_idx" ON "Person"("cellId");
