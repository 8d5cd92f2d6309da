-- Times of rows that refer to people are kept to the minute (see the schema): those that are there already, too. Where order
-- matters the milliseconds count what came in one minute.
-- Before the notes: a note is brought once, and those that were brought are counted with the times as they were.
UPDATE "RoleTurn" SET "notedAt" = substr("notedAt", 1, 17) || printf('00.%03d', min(999, (
    SELECT count(*) FROM "RoleNote" n WHERE n."termId" = "RoleTurn"."termId" AND n."createdAt" <= "RoleTurn"."notedAt"
      AND substr(n."createdAt", 1, 16) = substr("RoleTurn"."notedAt", 1, 16)))) || substr("notedAt", 24)
  WHERE "notedAt" IS NOT NULL;
UPDATE "Identity" SET "seenAt" = substr("seenAt", 1, 17) || printf('00.%03d', min(999, o."place")) || substr("seenAt", 24)
  FROM (SELECT "id", row_number() OVER (PARTITION BY substr("seenAt", 1, 16) ORDER BY "seenAt", "id") - 1 AS "place"
    FROM "Identity" WHERE "seenAt" IS NOT NULL) o
  WHERE o."id" = "Identity"."id" AND "seenAt" IS NOT NULL;
UPDATE "Membership" SET "joinedAt" = substr("joinedAt", 1, 17) || printf('00.%03d', min(999, o."place")) || substr("joinedAt", 24)
  FROM (SELECT "personId", "cellId", row_number() OVER (PARTITION BY "personId", substr("joinedAt", 1, 16) ORDER BY "joinedAt", "personId", "cellId") - 1 AS "place"
    FROM "Membership" WHERE "joinedAt" IS NOT NULL) o
  WHERE o."personId" = "Membership"."personId" AND o."cellId" = "Membership"."cellId" AND "joinedAt" IS NOT NULL;
UPDATE "RoleNote" SET "createdAt" = substr("createdAt", 1, 17) || printf('00.%03d', min(999, o."place")) || substr("createdAt", 24)
  FROM (SELECT "id", row_number() OVER (PARTITION BY "termId", substr("createdAt", 1, 16) ORDER BY "createdAt", "id") AS "place"
    FROM "RoleNote" WHERE "createdAt" IS NOT NULL) o
  WHERE o."id" = "RoleNote"."id" AND "createdAt" IS NOT NULL;
UPDATE "CarePlace" SET "takenAt" = substr("takenAt", 1, 17) || printf('00.%03d', min(999, o."place")) || substr("takenAt", 24)
  FROM (SELECT "id", row_number() OVER (PARTITION BY "actId", substr("takenAt", 1, 16) ORDER BY "takenAt", "id") - 1 AS "place"
    FROM "CarePlace" WHERE "takenAt" IS NOT NULL) o
  WHERE o."id" = "CarePlace"."id" AND "takenAt" IS NOT NULL;
UPDATE "Speaker" SET "askedAt" = substr("askedAt", 1, 17) || printf('00.%03d', min(999, o."place")) || substr("askedAt", 24)
  FROM (SELECT "id", row_number() OVER (PARTITION BY "assemblyId", substr("askedAt", 1, 16) ORDER BY "askedAt", "id") - 1 AS "place"
    FROM "Speaker" WHERE "askedAt" IS NOT NULL) o
  WHERE o."id" = "Speaker"."id" AND "askedAt" IS NOT NULL;
UPDATE "Speaker" SET "spokeAt" = substr("spokeAt", 1, 17) || printf('00.%03d', min(999, o."place")) || substr("spokeAt", 24)
  FROM (SELECT "id", row_number() OVER (PARTITION BY "assemblyId", substr("spokeAt", 1, 16) ORDER BY "spokeAt", "id") - 1 AS "place"
    FROM "Speaker" WHERE "spokeAt" IS NOT NULL) o
  WHERE o."id" = "Speaker"."id" AND "spokeAt" IS NOT NULL;
UPDATE "Person" SET "createdAt" = substr("createdAt", 1, 17) || '00.000' || substr("createdAt", 24);
UPDATE "Vouch" SET "createdAt" = substr("createdAt", 1, 17) || '00.000' || substr("createdAt", 24);
UPDATE "Code" SET "expiresAt" = substr("expiresAt", 1, 17) || '00.000' || substr("expiresAt", 24),
  "usedAt" = substr("usedAt", 1, 17) || '00.000' || substr("usedAt", 24);
UPDATE "Drive" SET "deadline" = substr("deadline", 1, 17) || '00.000' || substr("deadline", 24),
  "closedAt" = substr("closedAt", 1, 17) || '00.000' || substr("closedAt", 24),
  "goalAt" = substr("goalAt", 1, 17) || '00.000' || substr("goalAt", 24),
  "remindedAt" = substr("remindedAt", 1, 17) || '00.000' || substr("remindedAt", 24),
  "clearedAt" = substr("clearedAt", 1, 17) || '00.000' || substr("clearedAt", 24);
UPDATE "Inbox" SET "at" = substr("at", 1, 17) || '00.000' || substr("at", 24);
UPDATE "Outbox" SET "sentAt" = substr("sentAt", 1, 17) || '00.000' || substr("sentAt", 24);
UPDATE "Button" SET "expiresAt" = substr("expiresAt", 1, 17) || '00.000' || substr("expiresAt", 24);
UPDATE "Started" SET "expiresAt" = substr("expiresAt", 1, 17) || '00.000' || substr("expiresAt", 24);
UPDATE "Prompt" SET "expiresAt" = substr("expiresAt", 1, 17) || '00.000' || substr("expiresAt", 24);
UPDATE "Job" SET "failedAt" = substr("failedAt", 1, 17) || '00.000' || substr("failedAt", 24);
UPDATE "RoleMember" SET "lastEnd" = substr("lastEnd", 1, 17) || '00.000' || substr("lastEnd", 24),
  "joinedAt" = substr("joinedAt", 1, 17) || '00.000' || substr("joinedAt", 24),
  "leftAt" = substr("leftAt", 1, 17) || '00.000' || substr("leftAt", 24);
UPDATE "RoleTurn" SET "heldFrom" = substr("heldFrom", 1, 17) || '00.000' || substr("heldFrom", 24),
  "heldTo" = substr("heldTo", 1, 17) || '00.000' || substr("heldTo", 24),
  "changedAt" = substr("changedAt", 1, 17) || '00.000' || substr("changedAt", 24);
UPDATE "RoleOffer" SET "from" = substr("from", 1, 17) || '00.000' || substr("from", 24),
  "to" = substr("to", 1, 17) || '00.000' || substr("to", 24),
  "createdAt" = substr("createdAt", 1, 17) || '00.000' || substr("createdAt", 24);
UPDATE "Absence" SET "from" = substr("from", 1, 17) || '00.000' || substr("from", 24),
  "to" = substr("to", 1, 17) || '00.000' || substr("to", 24);
UPDATE "Action" SET "startsAt" = substr("startsAt", 1, 17) || '00.000' || substr("startsAt", 24),
  "endsAt" = substr("endsAt", 1, 17) || '00.000' || substr("endsAt", 24),
  "confirmedAt" = substr("confirmedAt", 1, 17) || '00.000' || substr("confirmedAt", 24),
  "createdAt" = substr("createdAt", 1, 17) || '00.000' || substr("createdAt", 24),
  "endedAt" = substr("endedAt", 1, 17) || '00.000' || substr("endedAt", 24),
  "clearedAt" = substr("clearedAt", 1, 17) || '00.000' || substr("clearedAt", 24);
UPDATE "Gathering" SET "at" = substr("at", 1, 17) || '00.000' || substr("at", 24),
  "createdAt" = substr("createdAt", 1, 17) || '00.000' || substr("createdAt", 24),
  "decidesAt" = substr("decidesAt", 1, 17) || '00.000' || substr("decidesAt", 24),
  "askedAt" = substr("askedAt", 1, 17) || '00.000' || substr("askedAt", 24),
  "remindedAt" = substr("remindedAt", 1, 17) || '00.000' || substr("remindedAt", 24),
  "endedAt" = substr("endedAt", 1, 17) || '00.000' || substr("endedAt", 24),
  "clearedAt" = substr("clearedAt", 1, 17) || '00.000' || substr("clearedAt", 24),
  "changedAt" = substr("changedAt", 1, 17) || '00.000' || substr("changedAt", 24);
UPDATE "CareEntry" SET "at" = substr("at", 1, 17) || '00.000' || substr("at", 24);
UPDATE "CirclePlace" SET "lastStory" = substr("lastStory", 1, 17) || '00.000' || substr("lastStory", 24),
  "lastSkill" = substr("lastSkill", 1, 17) || '00.000' || substr("lastSkill", 24);
UPDATE "CircleTurn" SET "at" = substr("at", 1, 17) || '00.000' || substr("at", 24);
UPDATE "Attendance" SET "cameAt" = substr("cameAt", 1, 17) || '00.000' || substr("cameAt", 24),
  "leftAt" = substr("leftAt", 1, 17) || '00.000' || substr("leftAt", 24);
UPDATE "Seat" SET "until" = substr("until", 1, 17) || '00.000' || substr("until", 24),
  "acceptedAt" = substr("acceptedAt", 1, 17) || '00.000' || substr("acceptedAt", 24);
UPDATE "Poll" SET "until" = substr("until", 1, 17) || '00.000' || substr("until", 24),
  "openedAt" = substr("openedAt", 1, 17) || '00.000' || substr("openedAt", 24),
  "standUntil" = substr("standUntil", 1, 17) || '00.000' || substr("standUntil", 24),
  "closesAt" = substr("closesAt", 1, 17) || '00.000' || substr("closesAt", 24),
  "closedAt" = substr("closedAt", 1, 17) || '00.000' || substr("closedAt", 24);
UPDATE "RoleTerm" SET "from" = substr("from", 1, 17) || '00.000' || substr("from", 24),
  "to" = substr("to", 1, 17) || '00.000' || substr("to", 24);
UPDATE "Role" SET "endedAt" = substr("endedAt", 1, 17) || '00.000' || substr("endedAt", 24);
