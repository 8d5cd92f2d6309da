-- CreateTable
CREATE TABLE "CalendarEvent" (
    "federationId" TEXT NOT NULL,
    "uid" TEXT NOT NULL,
    "calendar" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "sealedTitle" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CalendarEvent_pkey" PRIMARY KEY ("federationId","uid")
);

-- CreateIndex
CREATE INDEX "CalendarEvent_federationId_calendar_idx" ON "CalendarEvent"("federationId", "calendar");

-- AddForeignKey
ALTER TABLE "CalendarEvent" ADD CONSTRAINT "CalendarEvent_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
