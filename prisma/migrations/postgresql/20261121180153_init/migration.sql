-- CreateTable
CREATE TABLE "Federation" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "wrappedKey" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "smallestGroup" INTEGER NOT NULL DEFAULT 5,
    "stepMinutes" INTEGER NOT NULL DEFAULT 5,
    "vouches" INTEGER NOT NULL DEFAULT 0,
    "retentionDays" INTEGER NOT NULL DEFAULT 90,

    CONSTRAINT "Federation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sector" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "lookupName" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Sector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cell" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "sectorId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "lookupName" TEXT NOT NULL,
    "sealedPlace" TEXT,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "coordinatorId" TEXT,
    "powerRoleId" TEXT,

    CONSTRAINT "Cell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chat" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "Chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "language" TEXT,
    "zone" TEXT,
    "quietFrom" INTEGER,
    "quietTo" INTEGER,
    "steward" BOOLEAN NOT NULL DEFAULT false,
    "cellId" TEXT,
    "vouched" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL,
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
    "seenAt" TIMESTAMP(3) NOT NULL,
    "lastChatId" TEXT,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "personId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("personId","cellId")
);

-- CreateTable
CREATE TABLE "Presence" (
    "identityId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("identityId","chatId")
);

-- CreateTable
CREATE TABLE "Vouch" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Vouch_pkey" PRIMARY KEY ("fromId","toId")
);

-- CreateTable
CREATE TABLE "Code" (
    "lookup" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cellId" TEXT,
    "councilId" TEXT,
    "personId" TEXT,
    "identityId" TEXT,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "Code_pkey" PRIMARY KEY ("lookup")
);

-- CreateTable
CREATE TABLE "Drive" (
    "id" TEXT NOT NULL,
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
    "openedAt" TIMESTAMP(3) NOT NULL,
    "deadline" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "goalAt" TIMESTAMP(3),
    "remindedAt" TIMESTAMP(3),
    "answered" BOOLEAN NOT NULL DEFAULT false,
    "smallestGroup" INTEGER NOT NULL,
    "stepMinutes" INTEGER NOT NULL,
    "final" TEXT,
    "clearedAt" TIMESTAMP(3),

    CONSTRAINT "Drive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DriveUnit" (
    "id" TEXT NOT NULL,
    "driveId" TEXT NOT NULL,
    "sectorId" TEXT,
    "members" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "shown" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "kept" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DriveUnit_pkey" PRIMARY KEY ("id")
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

    CONSTRAINT "DriveCell_pkey" PRIMARY KEY ("driveId","cellId")
);

-- CreateTable
CREATE TABLE "Pledge" (
    "id" TEXT NOT NULL,
    "driveId" TEXT NOT NULL,
    "personId" TEXT,
    "cellId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "atStep" TEXT NOT NULL DEFAULT 'out',
    "step" INTEGER NOT NULL DEFAULT 0,
    "counted" BOOLEAN NOT NULL DEFAULT true,
    "kept" BOOLEAN NOT NULL DEFAULT false,
    "answeredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Pledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PledgeEvent" (
    "id" TEXT NOT NULL,
    "pledgeId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "PledgeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "lookup" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("lookup")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "sealedMessage" TEXT,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "edits" INTEGER NOT NULL DEFAULT 0,
    "postedAt" TIMESTAMP(3),
    "dueAt" TIMESTAMP(3),
    "notBefore" TIMESTAMP(3) NOT NULL,
    "ended" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Button" (
    "id" TEXT NOT NULL,
    "federationId" TEXT,
    "key" TEXT,
    "chatId" TEXT,
    "identityId" TEXT,
    "sealedAction" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "Button_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Choice" (
    "lookup" TEXT NOT NULL,
    "buttons" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Choice_pkey" PRIMARY KEY ("lookup")
);

-- CreateTable
CREATE TABLE "Prompt" (
    "lookup" TEXT NOT NULL,
    "federationId" TEXT,
    "sealedState" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Prompt_pkey" PRIMARY KEY ("lookup")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL,
    "federationId" TEXT,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failedAt" TIMESTAMP(3),
    "reason" TEXT,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "key" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleMember" (
    "roleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "terms" INTEGER NOT NULL DEFAULT 0,
    "served" INTEGER NOT NULL DEFAULT 0,
    "lastEnd" TIMESTAMP(3),
    "steady" BOOLEAN NOT NULL DEFAULT false,
    "joinedAt" TIMESTAMP(3) NOT NULL,
    "leftAt" TIMESTAMP(3),

    CONSTRAINT "RoleMember_pkey" PRIMARY KEY ("roleId","personId")
);

-- CreateTable
CREATE TABLE "RoleTerm" (
    "id" TEXT NOT NULL,
    "roleId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "from" TIMESTAMP(3) NOT NULL,
    "to" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "stage" INTEGER NOT NULL DEFAULT 0,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "news" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RoleTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleTurn" (
    "id" TEXT NOT NULL,
    "roleId" TEXT NOT NULL,
    "termId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "personId" TEXT,
    "forId" TEXT,
    "state" TEXT NOT NULL,
    "second" BOOLEAN NOT NULL DEFAULT false,
    "credited" BOOLEAN NOT NULL DEFAULT false,
    "heldFrom" TIMESTAMP(3),
    "heldTo" TIMESTAMP(3),
    "why" TEXT,
    "remind" TEXT,
    "news" BOOLEAN NOT NULL DEFAULT false,
    "notedAt" TIMESTAMP(3),
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RoleTurn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleOffer" (
    "id" TEXT NOT NULL,
    "roleId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "turnId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "from" TIMESTAMP(3) NOT NULL,
    "to" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'offered',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RoleOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleNote" (
    "id" TEXT NOT NULL,
    "termId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "sealedText" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RoleNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "from" TIMESTAMP(3) NOT NULL,
    "to" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Action" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sealedWhat" TEXT NOT NULL,
    "sealedWhere" TEXT,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "plannedById" TEXT,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "sealedReason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "clearedAt" TIMESTAMP(3),

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareAct" (
    "id" TEXT NOT NULL,
    "actionId" TEXT NOT NULL,
    "sealedForm" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "places" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "CareAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CarePlace" (
    "id" TEXT NOT NULL,
    "actId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CarePlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionTemplate" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "sealedPlan" TEXT NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ActionTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gathering" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actionId" TEXT,
    "sealedWhat" TEXT,
    "sealedWhere" TEXT,
    "at" TIMESTAMP(3),
    "minutes" INTEGER,
    "capacity" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'open',
    "organizerId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidesAt" TIMESTAMP(3),
    "askedAt" TIMESTAMP(3),
    "remindedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "clearedAt" TIMESTAMP(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Gathering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rsvp" (
    "gatheringId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Rsvp_pkey" PRIMARY KEY ("gatheringId","personId")
);

-- CreateTable
CREATE TABLE "GatheringTime" (
    "id" TEXT NOT NULL,
    "gatheringId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "GatheringTime_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimeChoice" (
    "timeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "TimeChoice_pkey" PRIMARY KEY ("timeId","personId")
);

-- CreateTable
CREATE TABLE "PhaseCalendar" (
    "federationId" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "burstDays" INTEGER NOT NULL,
    "lullDays" INTEGER NOT NULL,

    CONSTRAINT "PhaseCalendar_pkey" PRIMARY KEY ("federationId")
);

-- CreateTable
CREATE TABLE "CareEntry" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sealedWhat" TEXT NOT NULL,
    "sealedTo" TEXT,
    "giverId" TEXT,
    "toId" TEXT,
    "enteredById" TEXT,
    "waitsForId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "source" TEXT,

    CONSTRAINT "CareEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "gatheringId" TEXT,
    "smallestGroup" INTEGER NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckInAnswer" (
    "checkInId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "sealedAnswer" TEXT NOT NULL,

    CONSTRAINT "CheckInAnswer_pkey" PRIMARY KEY ("checkInId","personId","question")
);

-- CreateTable
CREATE TABLE "Circle" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "minute" INTEGER NOT NULL,
    "gatheringId" TEXT,

    CONSTRAINT "Circle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CirclePlace" (
    "circleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "stories" INTEGER NOT NULL DEFAULT 0,
    "skills" INTEGER NOT NULL DEFAULT 0,
    "lastStory" TIMESTAMP(3),
    "lastSkill" TIMESTAMP(3),

    CONSTRAINT "CirclePlace_pkey" PRIMARY KEY ("circleId","personId")
);

-- CreateTable
CREATE TABLE "CircleTurn" (
    "id" TEXT NOT NULL,
    "circleId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "part" TEXT NOT NULL,
    "personId" TEXT,
    "fixed" BOOLEAN NOT NULL DEFAULT false,
    "declined" TEXT NOT NULL DEFAULT '[]',

    CONSTRAINT "CircleTurn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Council" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "lookupName" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "coordinatorId" TEXT,
    "seatRule" TEXT NOT NULL DEFAULT '1',

    CONSTRAINT "Council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilCell" (
    "councilId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL,
    "sealedMandate" TEXT,

    CONSTRAINT "CouncilCell_pkey" PRIMARY KEY ("councilId","cellId")
);

-- CreateTable
CREATE TABLE "AssemblySeries" (
    "id" TEXT NOT NULL,
    "councilId" TEXT NOT NULL,
    "sealedName" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "lengthMinutes" INTEGER NOT NULL,
    "quorum" TEXT NOT NULL,
    "names" BOOLEAN NOT NULL DEFAULT false,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "AssemblySeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assembly" (
    "id" TEXT NOT NULL,
    "seriesId" TEXT NOT NULL,
    "councilId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "plannedAt" TIMESTAMP(3) NOT NULL,
    "slotAt" TIMESTAMP(3) NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "openedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "hostSectorId" TEXT,
    "sealedHostPlace" TEXT,
    "hostAnswer" TEXT,
    "hostWhy" TEXT,
    "sealedPassed" TEXT,
    "final" TEXT,
    "clearedAt" TIMESTAMP(3),

    CONSTRAINT "Assembly_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "assemblyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "cameAt" TIMESTAMP(3) NOT NULL,
    "leftAt" TIMESTAMP(3),

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("assemblyId","personId")
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" TEXT NOT NULL,
    "assemblyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "sectorId" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "spokeAt" TIMESTAMP(3),
    "first" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL,
    "assemblyId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sealedText" TEXT,
    "openedAt" TIMESTAMP(3),

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vote" (
    "id" TEXT NOT NULL,
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
    "openedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "sealedKey" TEXT,
    "result" TEXT,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "voteId" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "choice" TEXT NOT NULL,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("voteId","voter")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" TEXT NOT NULL,
    "councilId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "delegateId" TEXT,
    "alternateId" TEXT,
    "until" TIMESTAMP(3),
    "acceptedAt" TIMESTAMP(3),

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Poll" (
    "id" TEXT NOT NULL,
    "federationId" TEXT NOT NULL,
    "councilId" TEXT NOT NULL,
    "cellId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "seats" INTEGER NOT NULL DEFAULT 0,
    "alternates" INTEGER NOT NULL DEFAULT 0,
    "renews" BOOLEAN NOT NULL DEFAULT false,
    "until" TIMESTAMP(3),
    "round" INTEGER NOT NULL DEFAULT 1,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "standUntil" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "sealedKey" TEXT,
    "sealedSeed" TEXT NOT NULL,
    "result" TEXT,

    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PollCandidate" (
    "id" TEXT NOT NULL,
    "pollId" TEXT NOT NULL,
    "personId" TEXT,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "scores" TEXT NOT NULL DEFAULT '[]',

    CONSTRAINT "PollCandidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PollBallot" (
    "pollId" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "choices" TEXT NOT NULL,

    CONSTRAINT "PollBallot_pkey" PRIMARY KEY ("pollId","voter")
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

-- AddForeignKey
ALTER TABLE "Sector" ADD CONSTRAINT "Sector_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cell" ADD CONSTRAINT "Cell_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cell" ADD CONSTRAINT "Cell_sectorId_fkey" FOREIGN KEY ("sectorId") REFERENCES "Sector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vouch" ADD CONSTRAINT "Vouch_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vouch" ADD CONSTRAINT "Vouch_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Drive" ADD CONSTRAINT "Drive_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DriveUnit" ADD CONSTRAINT "DriveUnit_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DriveCell" ADD CONSTRAINT "DriveCell_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DriveCell" ADD CONSTRAINT "DriveCell_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DriveCell" ADD CONSTRAINT "DriveCell_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "DriveUnit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PledgeEvent" ADD CONSTRAINT "PledgeEvent_pledgeId_fkey" FOREIGN KEY ("pledgeId") REFERENCES "Pledge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleMember" ADD CONSTRAINT "RoleMember_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleMember" ADD CONSTRAINT "RoleMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleTerm" ADD CONSTRAINT "RoleTerm_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleTurn" ADD CONSTRAINT "RoleTurn_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleTurn" ADD CONSTRAINT "RoleTurn_termId_fkey" FOREIGN KEY ("termId") REFERENCES "RoleTerm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleTurn" ADD CONSTRAINT "RoleTurn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleOffer" ADD CONSTRAINT "RoleOffer_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleOffer" ADD CONSTRAINT "RoleOffer_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleOffer" ADD CONSTRAINT "RoleOffer_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleNote" ADD CONSTRAINT "RoleNote_termId_fkey" FOREIGN KEY ("termId") REFERENCES "RoleTerm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleNote" ADD CONSTRAINT "RoleNote_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_plannedById_fkey" FOREIGN KEY ("plannedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareAct" ADD CONSTRAINT "CareAct_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarePlace" ADD CONSTRAINT "CarePlace_actId_fkey" FOREIGN KEY ("actId") REFERENCES "CareAct"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarePlace" ADD CONSTRAINT "CarePlace_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionTemplate" ADD CONSTRAINT "ActionTemplate_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gathering" ADD CONSTRAINT "Gathering_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gathering" ADD CONSTRAINT "Gathering_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Gathering" ADD CONSTRAINT "Gathering_organizerId_fkey" FOREIGN KEY ("organizerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rsvp" ADD CONSTRAINT "Rsvp_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rsvp" ADD CONSTRAINT "Rsvp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GatheringTime" ADD CONSTRAINT "GatheringTime_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeChoice" ADD CONSTRAINT "TimeChoice_timeId_fkey" FOREIGN KEY ("timeId") REFERENCES "GatheringTime"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeChoice" ADD CONSTRAINT "TimeChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseCalendar" ADD CONSTRAINT "PhaseCalendar_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareEntry" ADD CONSTRAINT "CareEntry_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareEntry" ADD CONSTRAINT "CareEntry_giverId_fkey" FOREIGN KEY ("giverId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareEntry" ADD CONSTRAINT "CareEntry_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareEntry" ADD CONSTRAINT "CareEntry_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareEntry" ADD CONSTRAINT "CareEntry_waitsForId_fkey" FOREIGN KEY ("waitsForId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckInAnswer" ADD CONSTRAINT "CheckInAnswer_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckInAnswer" ADD CONSTRAINT "CheckInAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Circle" ADD CONSTRAINT "Circle_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirclePlace" ADD CONSTRAINT "CirclePlace_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CirclePlace" ADD CONSTRAINT "CirclePlace_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CircleTurn" ADD CONSTRAINT "CircleTurn_circleId_fkey" FOREIGN KEY ("circleId") REFERENCES "Circle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CircleTurn" ADD CONSTRAINT "CircleTurn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Council" ADD CONSTRAINT "Council_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilCell" ADD CONSTRAINT "CouncilCell_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilCell" ADD CONSTRAINT "CouncilCell_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssemblySeries" ADD CONSTRAINT "AssemblySeries_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assembly" ADD CONSTRAINT "Assembly_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "AssemblySeries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speaker" ADD CONSTRAINT "Speaker_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "Assembly"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_alternateId_fkey" FOREIGN KEY ("alternateId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_federationId_fkey" FOREIGN KEY ("federationId") REFERENCES "Federation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollCandidate" ADD CONSTRAINT "PollCandidate_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollCandidate" ADD CONSTRAINT "PollCandidate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollBallot" ADD CONSTRAINT "PollBallot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;
