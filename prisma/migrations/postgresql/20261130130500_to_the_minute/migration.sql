-- Times of rows that refer to people are kept to the minute (see the schema): those that are there already, too. Where order
-- matters the milliseconds count what came in one minute.
-- Before the notes: a note is brought once, and those that were brought are counted with the times as they were.
UPDATE "RoleTurn" SET "notedAt" = date_trunc('minute', "notedAt") + interval '1 millisecond' * (
    SELECT count(*) FROM "RoleNote" n WHERE n."termId" = "RoleTurn"."termId" AND n."createdAt" <= "RoleTurn"."notedAt"
      AND date_trunc('minute', n."createdAt") = date_trunc('minute', "RoleTurn"."notedAt"))
  WHERE "notedAt" IS NOT NULL;
UPDATE "Identity" SET "seenAt" = date_trunc('minute', "seenAt") + interval '1 millisecond' * least(999, o."place")
  FROM (SELECT "id", row_number() OVER (PARTITION BY date_trunc('minute', "seenAt") ORDER BY "seenAt", "id") - 1 AS "place"
    FROM "Identity" WHERE "seenAt" IS NOT NULL) o
  WHERE o."id" = "Identity"."id" AND "seenAt" IS NOT NULL;
UPDATE "Membership" SET "joinedAt" = date_trunc('minute', "joinedAt") + interval '1 millisecond' * least(999, o."place")
  FROM (SELECT "personId", "cellId", row_number() OVER (PARTITION BY "personId", date_trunc('minute', "joinedAt") ORDER BY "joinedAt", "personId", "cellId") - 1 AS "place"
    FROM "Membership" WHERE "joinedAt" IS NOT NULL) o
  WHERE o."personId" = "Membership"."personId" AND o."cellId" = "Membership"."cellId" AND "joinedAt" IS NOT NULL;
UPDATE "RoleNote" SET "createdAt" = date_trunc('minute', "createdAt") + interval '1 millisecond' * least(999, o."place")
  FROM (SELECT "id", row_number() OVER (PARTITION BY "termId", date_trunc('minute', "createdAt") ORDER BY "createdAt", "id") AS "place"
    FROM "RoleNote" WHERE "createdAt" IS NOT NULL) o
  WHERE o."id" = "RoleNote"."id" AND "createdAt" IS NOT NULL;
UPDATE "CarePlace" SET "takenAt" = date_trunc('minute', "takenAt") + interval '1 millisecond' * least(999, o."place")
  FROM (SELECT "id", row_number() OVER (PARTITION BY "actId", date_trunc('minute', "takenAt") ORDER BY "takenAt", "id") - 1 AS "place"
    FROM "CarePlace" WHERE "takenAt" IS NOT NULL) o
  WHERE o."id" = "CarePlace"."id" AND "takenAt" IS NOT NULL;
UPDATE "Speaker" SET "askedAt" = date_trunc('minute', "askedAt") + interval '1 millisecond' * least(999, o."place")
  FROM (SELECT "id", row_number() OVER (PARTITION BY "assemblyId", date_trunc('minute', "askedAt") ORDER BY "askedAt", "id") - 1 AS "place"
    FROM "Speaker" WHERE "askedAt" IS NOT NULL) o
  WHERE o."id" = "Speaker"."id" AND "askedAt" IS NOT NULL;
UPDATE "Speaker" SET "spokeAt" = date_trunc('minute', "spokeAt") + interval '1 millisecond' * least(999, o."place")
  FROM (SELECT "id", row_number() OVER (PARTITION BY "assemblyId", date_trunc('minute', "spokeAt") ORDER BY "spokeAt", "id") - 1 AS "place"
    FROM "Speaker" WHERE "spokeAt" IS NOT NULL) o
  WHERE o."id" = "Speaker"."id" AND "spokeAt" IS NOT NULL;
UPDATE "Person" SET "createdAt" = date_trunc('minute', "createdAt");
UPDATE "Vouch" SET "createdAt" = date_trunc('minute', "createdAt");
UPDATE "Code" SET "expiresAt" = date_trunc('minute', "expiresAt"),
  "usedAt" = date_trunc('minute', "usedAt");
UPDATE "Drive" SET "deadline" = date_trunc('minute', "deadline"),
  "closedAt" = date_trunc('minute', "closedAt"),
  "goalAt" = date_trunc('minute', "goalAt"),
  "remindedAt" = date_trunc('minute', "remindedAt"),
  "clearedAt" = date_trunc('minute', "clearedAt");
UPDATE "Inbox" SET "at" = date_trunc('minute', "at");
UPDATE "Outbox" SET "sentAt" = date_trunc('minute', "sentAt");
UPDATE "Button" SET "expiresAt" = date_trunc('minute', "expiresAt");
UPDATE "Started" SET "expiresAt" = date_trunc('minute', "expiresAt");
UPDATE "Prompt" SET "expiresAt" = date_trunc('minute', "expiresAt");
UPDATE "Job" SET "failedAt" = date_trunc('minute', "failedAt");
UPDATE "RoleMember" SET "lastEnd" = date_trunc('minute', "lastEnd"),
  "joinedAt" = date_trunc('minute', "joinedAt"),
  "leftAt" = date_trunc('minute', "leftAt");
UPDATE "RoleTurn" SET "heldFrom" = date_trunc('minute', "heldFrom"),
  "heldTo" = date_trunc('minute', "heldTo"),
  "changedAt" = date_trunc('minute', "changedAt");
UPDATE "RoleOffer" SET "from" = date_trunc('minute', "from"),
  "to" = date_trunc('minute', "to"),
  "createdAt" = date_trunc('minute', "createdAt");
UPDATE "Absence" SET "from" = date_trunc('minute', "from"),
  "to" = date_trunc('minute', "to");
UPDATE "Action" SET "startsAt" = date_trunc('minute', "startsAt"),
  "endsAt" = date_trunc('minute', "endsAt"),
  "confirmedAt" = date_trunc('minute', "confirmedAt"),
  "createdAt" = date_trunc('minute', "createdAt"),
  "endedAt" = date_trunc('minute', "endedAt"),
  "clearedAt" = date_trunc('minute', "clearedAt");
UPDATE "Gathering" SET "at" = date_trunc('minute', "at"),
  "createdAt" = date_trunc('minute', "createdAt"),
  "decidesAt" = date_trunc('minute', "decidesAt"),
  "askedAt" = date_trunc('minute', "askedAt"),
  "remindedAt" = date_trunc('minute', "remindedAt"),
  "endedAt" = date_trunc('minute', "endedAt"),
  "clearedAt" = date_trunc('minute', "clearedAt"),
  "changedAt" = date_trunc('minute', "changedAt");
UPDATE "CareEntry" SET "at" = date_trunc('minute', "at");
UPDATE "CirclePlace" SET "lastStory" = date_trunc('minute', "lastStory"),
  "lastSkill" = date_trunc('minute', "lastSkill");
UPDATE "CircleTurn" SET "at" = date_trunc('minute', "at");
UPDATE "Attendance" SET "cameAt" = date_trunc('minute', "cameAt"),
  "leftAt" = date_trunc('minute', "leftAt");
UPDATE "Seat" SET "until" = date_trunc('minute', "until"),
  "acceptedAt" = date_trunc('minute', "acceptedAt");
UPDATE "Poll" SET "until" = date_trunc('minute', "until"),
  "openedAt" = date_trunc('minute', "openedAt"),
  "standUntil" = date_trunc('minute', "standUntil"),
  "closesAt" = date_trunc('minute', "closesAt"),
  "closedAt" = date_trunc('minute', "closedAt");
UPDATE "RoleTerm" SET "from" = date_trunc('minute', "from"),
  "to" = date_trunc('minute', "to");
UPDATE "Role" SET "endedAt" = date_trunc('minute', "endedAt");
