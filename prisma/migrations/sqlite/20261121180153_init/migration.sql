-- CreateTable
CREATE TABLE "Federation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL,
    "wrappedKey" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "smallestGroup" INTEGER NOT NULL DEFAULT 5,
    "stepMinutes" INTEGER NOT NULL DEFAULT 5,
    "vouches" INTEGER NOT NULL DEFAULT 0,
    "retentionDays" INTEGER NOT NULL DEFAULT 90
);

-- CreateTable
CREATE TABLE "Sector" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "lookupName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Sector_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Cell" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "sectorId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "lookupName" TEXT NOT NULL,
    "sealedPlace" TEXT,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "coordinatorId" TEXT,
    "powerRoleId" TEXT,
    CONSTRAINT "Cell_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Cell_sectorId_fkey" FOREIGN KEY ("sectorId") REFERENCES "Sector" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Chat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT,
    "councilId" TEXT,
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "lookup" TEXT NOT NULL,
    "sealedRef" TEXT NOT NULL,
    "sealedTitle" TEXT,
    "encrypted" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT,
    "createdAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    CONSTRAINT "Chat_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Chat_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Chat_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "language" TEXT,
    "zone" TEXT,
    "quietFrom" INTEGER,
    "quietTo" INTEGER,
    "steward" BOOLEAN NOT NULL DEFAULT false,
    "cellId" TEXT,
    "vouched" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Person_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "lookup" TEXT NOT NULL,
    "lookupName" TEXT,
    "sealedRef" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "sealedDirect" TEXT,
    "lookupDirect" TEXT,
    "seenAt" DATETIME NOT NULL,
    "lastChatId" TEXT,
    CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Membership" (
    "personId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "joinedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "cellId"),
    CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Presence" (
    "identityId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,

    PRIMARY KEY ("identityId", "chatId"),
    CONSTRAINT "Presence_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Presence_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Vouch" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("fromId", "toId"),
    CONSTRAINT "Vouch_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Vouch_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Code" (
    "lookup" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cellId" TEXT,
    "councilId" TEXT,
    "personId" TEXT,
    "identityId" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Drive" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sealedQuestion" TEXT NOT NULL,
    "sealedName" TEXT,
    "scope" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "sectors" TEXT NOT NULL DEFAULT '[]',
    "createdById" TEXT,
    "goal" INTEGER NOT NULL,
    "goalPercent" INTEGER,
    "minimum" INTEGER NOT NULL DEFAULT 0,
    "reveal" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "deadline" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "goalAt" DATETIME,
    "remindedAt" DATETIME,
    "answered" BOOLEAN NOT NULL DEFAULT false,
    "smallestGroup" INTEGER NOT NULL,
    "stepMinutes" INTEGER NOT NULL,
    "final" TEXT,
    "clearedAt" DATETIME,
    CONSTRAINT "Drive_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DriveUnit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "driveId" TEXT NOT NULL,
    "sectorId" TEXT,
    "members" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "shown" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "kept" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "DriveUnit_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DriveCell" (
    "driveId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "unitId" TEXT,
    "sectorId" TEXT NOT NULL,
    "histogram" TEXT NOT NULL,
    "unvouched" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("driveId", "cellId"),
    CONSTRAINT "DriveCell_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DriveCell_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DriveCell_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "DriveUnit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Pledge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "driveId" TEXT NOT NULL,
    "personId" TEXT,
    "cellId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "atStep" TEXT NOT NULL DEFAULT 'out',
    "step" INTEGER NOT NULL DEFAULT 0,
    "counted" BOOLEAN NOT NULL DEFAULT true,
    "kept" BOOLEAN NOT NULL DEFAULT false,
    "answeredAt" DATETIME NOT NULL,
    CONSTRAINT "Pledge_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Pledge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Pledge_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PledgeEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pledgeId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "answer" TEXT NOT NULL,
    CONSTRAINT "PledgeEvent_pledgeId_fkey" FOREIGN KEY ("pledgeId") REFERENCES "Pledge" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Inbox" (
    "lookup" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT,
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chatId" TEXT,
    "identityId" TEXT,
    "lane" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "sealedBody" TEXT NOT NULL,
    "broadcastId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "sentAt" DATETIME
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "chatId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "sealedMessage" TEXT,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "edits" INTEGER NOT NULL DEFAULT 0,
    "postedAt" DATETIME,
    "dueAt" DATETIME,
    "notBefore" DATETIME NOT NULL,
    "ended" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Card_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Button" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT,
    "key" TEXT,
    "chatId" TEXT,
    "identityId" TEXT,
    "sealedAction" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME
);

-- CreateTable
CREATE TABLE "Choice" (
    "lookup" TEXT NOT NULL PRIMARY KEY,
    "buttons" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Prompt" (
    "lookup" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT,
    "sealedState" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failedAt" DATETIME,
    "reason" TEXT
);

-- CreateTable
CREATE TABLE "Fact" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "sealed" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Role" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT,
    "councilId" TEXT,
    "sealedName" TEXT NOT NULL,
    "sealedChecklist" TEXT,
    "pattern" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "holders" INTEGER NOT NULL DEFAULT 1,
    "limit" INTEGER NOT NULL DEFAULT 1,
    "leads" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Role_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Role_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Role_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleMember" (
    "roleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "terms" INTEGER NOT NULL DEFAULT 0,
    "served" INTEGER NOT NULL DEFAULT 0,
    "lastEnd" DATETIME,
    "steady" BOOLEAN NOT NULL DEFAULT false,
    "joinedAt" DATETIME NOT NULL,
    "leftAt" DATETIME,

    PRIMARY KEY ("roleId", "personId"),
    CONSTRAINT "RoleMember_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoleMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleTerm" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roleId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "stage" INTEGER NOT NULL DEFAULT 0,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "news" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "RoleTerm_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleTurn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roleId" TEXT NOT NULL,
    "termId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "personId" TEXT,
    "forId" TEXT,
    "state" TEXT NOT NULL,
    "second" BOOLEAN NOT NULL DEFAULT false,
    "credited" BOOLEAN NOT NULL DEFAULT false,
    "heldFrom" DATETIME,
    "heldTo" DATETIME,
    "why" TEXT,
    "remind" TEXT,
    "news" BOOLEAN NOT NULL DEFAULT false,
    "notedAt" DATETIME,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "RoleTurn_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoleTurn_termId_fkey" FOREIGN KEY ("termId") REFERENCES "RoleTerm" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoleTurn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleOffer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roleId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "turnId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'offered',
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RoleOffer_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoleOffer_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoleOffer_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "termId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "sealedText" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RoleNote_termId_fkey" FOREIGN KEY ("termId") REFERENCES "RoleTerm" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RoleNote_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME NOT NULL,
    CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Action" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sealedWhat" TEXT NOT NULL,
    "sealedWhere" TEXT,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "plannedById" TEXT,
    "confirmedById" TEXT,
    "confirmedAt" DATETIME,
    "sealedReason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "clearedAt" DATETIME,
    CONSTRAINT "Action_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Action_plannedById_fkey" FOREIGN KEY ("plannedById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Action_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CareAct" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "actionId" TEXT NOT NULL,
    "sealedForm" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "places" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    CONSTRAINT "CareAct_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CarePlace" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "actId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "takenAt" DATETIME NOT NULL,
    CONSTRAINT "CarePlace_actId_fkey" FOREIGN KEY ("actId") REFERENCES "CareAct" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CarePlace_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActionTemplate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "sealedPlan" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    CONSTRAINT "ActionTemplate_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Gathering" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actionId" TEXT,
    "sealedWhat" TEXT,
    "sealedWhere" TEXT,
    "at" DATETIME,
    "minutes" INTEGER,
    "capacity" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'open',
    "organizerId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "decidesAt" DATETIME,
    "askedAt" DATETIME,
    "remindedAt" DATETIME,
    "endedAt" DATETIME,
    "clearedAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Gathering_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Gathering_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Gathering_organizerId_fkey" FOREIGN KEY ("organizerId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Rsvp" (
    "gatheringId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "answeredAt" DATETIME NOT NULL,

    PRIMARY KEY ("gatheringId", "personId"),
    CONSTRAINT "Rsvp_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Rsvp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GatheringTime" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "gatheringId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "GatheringTime_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TimeChoice" (
    "timeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("timeId", "personId"),
    CONSTRAINT "TimeChoice_timeId_fkey" FOREIGN KEY ("timeId") REFERENCES "GatheringTime" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TimeChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PhaseCalendar" (
    "federationId" TEXT NOT NULL PRIMARY KEY,
    "startsOn" TEXT NOT NULL,
    "burstDays" INTEGER NOT NULL,
    "lullDays" INTEGER NOT NULL,
    CONSTRAINT "PhaseCalendar_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CareEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sealedWhat" TEXT NOT NULL,
    "sealedTo" TEXT,
    "giverId" TEXT,
    "toId" TEXT,
    "enteredById" TEXT,
    "waitsForId" TEXT,
    "at" DATETIME NOT NULL,
    "source" TEXT,
    CONSTRAINT "CareEntry_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CareEntry_giverId_fkey" FOREIGN KEY ("giverId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CareEntry_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "CareEntry_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "CareEntry_waitsForId_fkey" FOREIGN KEY ("waitsForId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "gatheringId" TEXT,
    "smallestGroup" INTEGER NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    CONSTRAINT "CheckIn_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CheckInAnswer" (
    "checkInId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "sealedAnswer" TEXT NOT NULL,

    PRIMARY KEY ("checkInId", "personId", "question"),
    CONSTRAINT "CheckInAnswer_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CheckInAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Circle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "minute" INTEGER NOT NULL,
    "gatheringId" TEXT,
    CONSTRAINT "Circle_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CirclePlace" (
    "circleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "stories" INTEGER NOT NULL DEFAULT 0,
    "skills" INTEGER NOT NULL DEFAULT 0,
    "lastStory" DATETIME,
    "lastSkill" DATETIME,

    PRIMARY KEY ("circleId", "personId"),
    CONSTRAINT "CirclePlace_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CirclePlace_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CircleTurn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "circleId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "part" TEXT NOT NULL,
    "personId" TEXT,
    "fixed" BOOLEAN NOT NULL DEFAULT false,
    "declined" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "CircleTurn_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CircleTurn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Council" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "lookupName" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "coordinatorId" TEXT,
    "seatRule" TEXT NOT NULL DEFAULT '1',
    CONSTRAINT "Council_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CouncilCell" (
    "councilId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "joinedAt" DATETIME NOT NULL,
    "sealedMandate" TEXT,

    PRIMARY KEY ("councilId", "cellId"),
    CONSTRAINT "CouncilCell_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CouncilCell_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AssemblySeries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "lengthMinutes" INTEGER NOT NULL,
    "quorum" TEXT NOT NULL,
    "names" BOOLEAN NOT NULL DEFAULT false,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "AssemblySeries_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assembly" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "seriesId" TEXT NOT NULL,
    "councilId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "plannedAt" DATETIME NOT NULL,
    "slotAt" DATETIME NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "openedAt" DATETIME,
    "closedAt" DATETIME,
    "hostSectorId" TEXT,
    "sealedHostPlace" TEXT,
    "hostAnswer" TEXT,
    "hostWhy" TEXT,
    "sealedPassed" TEXT,
    "final" TEXT,
    "clearedAt" DATETIME,
    CONSTRAINT "Assembly_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "AssemblySeries" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attendance" (
    "assemblyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "cameAt" DATETIME NOT NULL,
    "leftAt" DATETIME,

    PRIMARY KEY ("assemblyId", "personId"),
    CONSTRAINT "Attendance_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assemblyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "sectorId" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "spokeAt" DATETIME,
    "first" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Speaker_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Speaker_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assemblyId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sealedText" TEXT,
    "openedAt" DATETIME,
    CONSTRAINT "AgendaItem_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Vote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "assemblyId" TEXT NOT NULL,
    "itemId" TEXT,
    "number" INTEGER NOT NULL,
    "sealedText" TEXT NOT NULL,
    "num" INTEGER NOT NULL,
    "den" INTEGER NOT NULL,
    "base" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "secret" BOOLEAN NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "sealedKey" TEXT,
    "result" TEXT,
    CONSTRAINT "Vote_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Vote_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Ballot" (
    "voteId" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "choice" TEXT NOT NULL,

    PRIMARY KEY ("voteId", "voter"),
    CONSTRAINT "Ballot_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "councilId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "delegateId" TEXT,
    "alternateId" TEXT,
    "until" DATETIME,
    "acceptedAt" DATETIME,
    CONSTRAINT "Seat_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Seat_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Seat_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Seat_alternateId_fkey" FOREIGN KEY ("alternateId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Poll" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "federationId" TEXT NOT NULL,
    "councilId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "seats" INTEGER NOT NULL DEFAULT 0,
    "alternates" INTEGER NOT NULL DEFAULT 0,
    "renews" BOOLEAN NOT NULL DEFAULT false,
    "until" DATETIME,
    "round" INTEGER NOT NULL DEFAULT 1,
    "openedAt" DATETIME NOT NULL,
    "standUntil" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "sealedKey" TEXT,
    "sealedSeed" TEXT NOT NULL,
    "result" TEXT,
    CONSTRAINT "Poll_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Poll_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PollCandidate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pollId" TEXT NOT NULL,
    "personId" TEXT,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "scores" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "PollCandidate_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PollCandidate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PollBallot" (
    "pollId" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "choices" TEXT NOT NULL,

    PRIMARY KEY ("pollId", "voter"),
    CONSTRAINT "PollBallot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Sector_federationId_lookupName_key" ON "Sector"("federationId", "lookupName");

-- CreateIndex
CREATE UNIQUE INDEX "Cell_federationId_lookupName_key" ON "Cell"("federationId", "lookupName");

-- CreateIndex
CREATE UNIQUE INDEX "Chat_lookup_key" ON "Chat"("lookup");

-- CreateIndex
CREATE INDEX "Chat_cellId_idx" ON "Chat"("cellId");

-- CreateIndex
CREATE INDEX "Chat_councilId_idx" ON "Chat"("councilId");

-- CreateIndex
CREATE INDEX "Chat_federationId_idx" ON "Chat"("federationId");

-- CreateIndex
CREATE INDEX "Person_federationId_idx" ON "Person"("federationId");

-- CreateIndex
CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");

-- CreateIndex
CREATE INDEX "Identity_lookupName_idx" ON "Identity"("lookupName");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_lookup_federationId_key" ON "Identity"("lookup", "federationId");

-- CreateIndex
CREATE INDEX "Membership_cellId_idx" ON "Membership"("cellId");

-- CreateIndex
CREATE INDEX "Presence_chatId_idx" ON "Presence"("chatId");

-- CreateIndex
CREATE INDEX "Vouch_toId_idx" ON "Vouch"("toId");

-- CreateIndex
CREATE INDEX "Code_federationId_idx" ON "Code"("federationId");

-- CreateIndex
CREATE INDEX "Code_expiresAt_idx" ON "Code"("expiresAt");

-- CreateIndex
CREATE INDEX "Drive_federationId_closedAt_idx" ON "Drive"("federationId", "closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Drive_federationId_number_key" ON "Drive"("federationId", "number");

-- CreateIndex
CREATE INDEX "DriveUnit_driveId_idx" ON "DriveUnit"("driveId");

-- CreateIndex
CREATE INDEX "DriveCell_unitId_idx" ON "DriveCell"("unitId");

-- CreateIndex
CREATE INDEX "Pledge_personId_idx" ON "Pledge"("personId");

-- CreateIndex
CREATE INDEX "Pledge_driveId_cellId_idx" ON "Pledge"("driveId", "cellId");

-- CreateIndex
CREATE UNIQUE INDEX "Pledge_driveId_personId_key" ON "Pledge"("driveId", "personId");

-- CreateIndex
CREATE INDEX "PledgeEvent_pledgeId_idx" ON "PledgeEvent"("pledgeId");

-- CreateIndex
CREATE INDEX "Inbox_at_idx" ON "Inbox"("at");

-- CreateIndex
CREATE INDEX "Outbox_state_dueAt_idx" ON "Outbox"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Outbox_broadcastId_state_idx" ON "Outbox"("broadcastId", "state");

-- CreateIndex
CREATE INDEX "Outbox_chatId_idx" ON "Outbox"("chatId");

-- CreateIndex
CREATE INDEX "Outbox_federationId_idx" ON "Outbox"("federationId");

-- CreateIndex
CREATE INDEX "Card_kind_subjectId_idx" ON "Card"("kind", "subjectId");

-- CreateIndex
CREATE INDEX "Card_dueAt_idx" ON "Card"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Card_chatId_kind_subjectId_key" ON "Card"("chatId", "kind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Button_key_key" ON "Button"("key");

-- CreateIndex
CREATE INDEX "Button_expiresAt_idx" ON "Button"("expiresAt");

-- CreateIndex
CREATE INDEX "Button_federationId_idx" ON "Button"("federationId");

-- CreateIndex
CREATE INDEX "Choice_createdAt_idx" ON "Choice"("createdAt");

-- CreateIndex
CREATE INDEX "Prompt_expiresAt_idx" ON "Prompt"("expiresAt");

-- CreateIndex
CREATE INDEX "Prompt_federationId_idx" ON "Prompt"("federationId");

-- CreateIndex
CREATE UNIQUE INDEX "Job_key_key" ON "Job"("key");

-- CreateIndex
CREATE INDEX "Job_failedAt_dueAt_idx" ON "Job"("failedAt", "dueAt");

-- CreateIndex
CREATE INDEX "Job_federationId_idx" ON "Job"("federationId");

-- CreateIndex
CREATE INDEX "Role_federationId_idx" ON "Role"("federationId");

-- CreateIndex
CREATE INDEX "Role_cellId_idx" ON "Role"("cellId");

-- CreateIndex
CREATE INDEX "Role_councilId_idx" ON "Role"("councilId");

-- CreateIndex
CREATE INDEX "RoleMember_personId_idx" ON "RoleMember"("personId");

-- CreateIndex
CREATE INDEX "RoleTerm_roleId_to_idx" ON "RoleTerm"("roleId", "to");

-- CreateIndex
CREATE INDEX "RoleTerm_roleId_state_idx" ON "RoleTerm"("roleId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "RoleTerm_roleId_index_key" ON "RoleTerm"("roleId", "index");

-- CreateIndex
CREATE INDEX "RoleTurn_termId_idx" ON "RoleTurn"("termId");

-- CreateIndex
CREATE INDEX "RoleTurn_roleId_personId_idx" ON "RoleTurn"("roleId", "personId");

-- CreateIndex
CREATE INDEX "RoleTurn_personId_remind_idx" ON "RoleTurn"("personId", "remind");

-- CreateIndex
CREATE INDEX "RoleOffer_roleId_state_idx" ON "RoleOffer"("roleId", "state");

-- CreateIndex
CREATE INDEX "RoleOffer_turnId_idx" ON "RoleOffer"("turnId");

-- CreateIndex
CREATE INDEX "RoleOffer_fromId_idx" ON "RoleOffer"("fromId");

-- CreateIndex
CREATE INDEX "RoleOffer_toId_idx" ON "RoleOffer"("toId");

-- CreateIndex
CREATE INDEX "RoleNote_termId_idx" ON "RoleNote"("termId");

-- CreateIndex
CREATE INDEX "RoleNote_fromId_idx" ON "RoleNote"("fromId");

-- CreateIndex
CREATE INDEX "Absence_personId_to_idx" ON "Absence"("personId", "to");

-- CreateIndex
CREATE INDEX "Action_federationId_idx" ON "Action"("federationId");

-- CreateIndex
CREATE UNIQUE INDEX "Action_cellId_number_key" ON "Action"("cellId", "number");

-- CreateIndex
CREATE INDEX "CareAct_actionId_idx" ON "CareAct"("actionId");

-- CreateIndex
CREATE INDEX "CarePlace_personId_idx" ON "CarePlace"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CarePlace_actId_personId_key" ON "CarePlace"("actId", "personId");

-- CreateIndex
CREATE INDEX "ActionTemplate_cellId_idx" ON "ActionTemplate"("cellId");

-- CreateIndex
CREATE INDEX "Gathering_federationId_idx" ON "Gathering"("federationId");

-- CreateIndex
CREATE INDEX "Gathering_actionId_idx" ON "Gathering"("actionId");

-- CreateIndex
CREATE UNIQUE INDEX "Gathering_cellId_number_key" ON "Gathering"("cellId", "number");

-- CreateIndex
CREATE INDEX "Rsvp_personId_idx" ON "Rsvp"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "GatheringTime_gatheringId_at_key" ON "GatheringTime"("gatheringId", "at");

-- CreateIndex
CREATE INDEX "TimeChoice_personId_idx" ON "TimeChoice"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CareEntry_source_key" ON "CareEntry"("source");

-- CreateIndex
CREATE INDEX "CareEntry_cellId_idx" ON "CareEntry"("cellId");

-- CreateIndex
CREATE INDEX "CareEntry_federationId_at_idx" ON "CareEntry"("federationId", "at");

-- CreateIndex
CREATE INDEX "CareEntry_giverId_idx" ON "CareEntry"("giverId");

-- CreateIndex
CREATE INDEX "CareEntry_waitsForId_idx" ON "CareEntry"("waitsForId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_gatheringId_key" ON "CheckIn"("gatheringId");

-- CreateIndex
CREATE INDEX "CheckIn_cellId_idx" ON "CheckIn"("cellId");

-- CreateIndex
CREATE INDEX "CheckIn_federationId_idx" ON "CheckIn"("federationId");

-- CreateIndex
CREATE INDEX "CheckInAnswer_personId_idx" ON "CheckInAnswer"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Circle_cellId_key" ON "Circle"("cellId");

-- CreateIndex
CREATE INDEX "Circle_federationId_idx" ON "Circle"("federationId");

-- CreateIndex
CREATE INDEX "CirclePlace_personId_idx" ON "CirclePlace"("personId");

-- CreateIndex
CREATE INDEX "CircleTurn_personId_idx" ON "CircleTurn"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CircleTurn_circleId_at_part_key" ON "CircleTurn"("circleId", "at", "part");

-- CreateIndex
CREATE INDEX "Council_coordinatorId_idx" ON "Council"("coordinatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Council_federationId_lookupName_key" ON "Council"("federationId", "lookupName");

-- CreateIndex
CREATE INDEX "CouncilCell_cellId_idx" ON "CouncilCell"("cellId");

-- CreateIndex
CREATE INDEX "AssemblySeries_councilId_idx" ON "AssemblySeries"("councilId");

-- CreateIndex
CREATE INDEX "Assembly_councilId_closedAt_idx" ON "Assembly"("councilId", "closedAt");

-- CreateIndex
CREATE INDEX "Assembly_seriesId_idx" ON "Assembly"("seriesId");

-- CreateIndex
CREATE UNIQUE INDEX "Assembly_councilId_number_key" ON "Assembly"("councilId", "number");

-- CreateIndex
CREATE INDEX "Attendance_personId_idx" ON "Attendance"("personId");

-- CreateIndex
CREATE INDEX "Speaker_assemblyId_idx" ON "Speaker"("assemblyId");

-- CreateIndex
CREATE INDEX "Speaker_personId_idx" ON "Speaker"("personId");

-- CreateIndex
CREATE INDEX "AgendaItem_assemblyId_idx" ON "AgendaItem"("assemblyId");

-- CreateIndex
CREATE INDEX "Vote_assemblyId_idx" ON "Vote"("assemblyId");

-- CreateIndex
CREATE UNIQUE INDEX "Vote_councilId_number_key" ON "Vote"("councilId", "number");

-- CreateIndex
CREATE INDEX "Seat_councilId_delegateId_idx" ON "Seat"("councilId", "delegateId");

-- CreateIndex
CREATE INDEX "Seat_councilId_alternateId_idx" ON "Seat"("councilId", "alternateId");

-- CreateIndex
CREATE INDEX "Seat_delegateId_idx" ON "Seat"("delegateId");

-- CreateIndex
CREATE INDEX "Seat_alternateId_idx" ON "Seat"("alternateId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_councilId_cellId_number_key" ON "Seat"("councilId", "cellId", "number");

-- CreateIndex
CREATE INDEX "Poll_federationId_closedAt_idx" ON "Poll"("federationId", "closedAt");

-- CreateIndex
CREATE INDEX "Poll_cellId_closedAt_idx" ON "Poll"("cellId", "closedAt");

-- CreateIndex
CREATE INDEX "PollCandidate_personId_idx" ON "PollCandidate"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "PollCandidate_pollId_personId_key" ON "PollCandidate"("pollId", "personId");
