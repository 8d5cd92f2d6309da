-- CreateTable
CREATE TABLE "Started" (
    "lookup" TEXT NOT NULL PRIMARY KEY,
    "sealed" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Started_expiresAt_idx" ON "Started"("expiresAt");

-- CreateIndex
CREATE INDEX "Button_identityId_idx" ON "Button"("identityId");
