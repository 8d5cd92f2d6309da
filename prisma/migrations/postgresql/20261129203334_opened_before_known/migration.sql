-- CreateTable
CREATE TABLE "Started" (
    "lookup" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Started_pkey" PRIMARY KEY ("lookup")
);

-- CreateIndex
CREATE INDEX "Started_expiresAt_idx" ON "Started"("expiresAt");

-- CreateIndex
CREATE INDEX "Button_identityId_idx" ON "Button"("identityId");
