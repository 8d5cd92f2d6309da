-- CreateTable
CREATE TABLE "CalendarEvent" (
    "federationId" TEXT NOT NULL,
    "uid" TEXT NOT NULL,
    "calendar" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "sealedTitle" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("federationId", "uid"),
    CONSTRAINT "CalendarEvent_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CalendarEvent_federationId_calendar_idx" ON "CalendarEvent"("federationId", "calendar");
