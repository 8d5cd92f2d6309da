-- CreateTable
CREATE TABLE "CardPart" (
    "cardId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,

    PRIMARY KEY ("cardId", "kind", "subjectId"),
    CONSTRAINT "CardPart_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CardPart_kind_subjectId_idx" ON "CardPart"("kind", "subjectId");
