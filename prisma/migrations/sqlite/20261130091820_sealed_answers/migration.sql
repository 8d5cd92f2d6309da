-- Answers and ballots are sealed. What only the program can seal is put down here as "0" and the text, and is sealed at this
-- start (src/store/resealing.ts), before anything else. All texts of a column are of one length.
--
-- Their tables have no rowid any more: rows lie in the order of random keys, and nothing tells who came when.
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;

CREATE TABLE "new_Pledge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "driveId" TEXT NOT NULL,
    "personId" TEXT,
    "cellId" TEXT NOT NULL,
    "sealedAnswer" TEXT NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "awayUnitId" TEXT,
    "counted" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "Pledge_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Pledge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Pledge_cellId_fkey" FOREIGN KEY ("cellId") REFERENCES "Cell" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_Pledge" ("awayUnitId", "cellId", "counted", "driveId", "id", "personId", "step", "sealedAnswer")
  SELECT "awayUnitId", "cellId", "counted", "driveId", "id", "personId", "step",
    '0' || substr("answer" || ' ' || "atStep" || ' ' || CASE WHEN "kept" THEN '1' ELSE '0' END || ' '
      || replace("answeredAt", '+00:00', 'Z') || printf('%64s', ''), 1, 64)
  FROM "Pledge";
DROP TABLE "Pledge";
ALTER TABLE "new_Pledge" RENAME TO "Pledge";
CREATE INDEX "Pledge_personId_idx" ON "Pledge"("personId");
CREATE INDEX "Pledge_driveId_cellId_idx" ON "Pledge"("driveId", "cellId");
CREATE INDEX "Pledge_awayUnitId_idx" ON "Pledge"("awayUnitId");
CREATE UNIQUE INDEX "Pledge_driveId_personId_key" ON "Pledge"("driveId", "personId");

CREATE TABLE "new_PledgeEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pledgeId" TEXT NOT NULL,
    "sealedChange" TEXT NOT NULL,
    CONSTRAINT "PledgeEvent_pledgeId_fkey" FOREIGN KEY ("pledgeId") REFERENCES "Pledge" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_PledgeEvent" ("id", "pledgeId", "sealedChange")
  SELECT "id", "pledgeId", '0' || substr("answer" || ' ' || replace("at", '+00:00', 'Z') || printf('%48s', ''), 1, 48)
  FROM "PledgeEvent";
DROP TABLE "PledgeEvent";
ALTER TABLE "new_PledgeEvent" RENAME TO "PledgeEvent";
CREATE INDEX "PledgeEvent_pledgeId_idx" ON "PledgeEvent"("pledgeId");

CREATE TABLE "new_PledgeTag" (
    "driveId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "pledgeId" TEXT NOT NULL,

    PRIMARY KEY ("driveId", "tag", "pledgeId"),
    CONSTRAINT "PledgeTag_pledgeId_fkey" FOREIGN KEY ("pledgeId") REFERENCES "Pledge" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_PledgeTag" ("driveId", "tag", "pledgeId") SELECT "driveId", "tag", "pledgeId" FROM "PledgeTag";
DROP TABLE "PledgeTag";
ALTER TABLE "new_PledgeTag" RENAME TO "PledgeTag";
CREATE INDEX "PledgeTag_pledgeId_idx" ON "PledgeTag"("pledgeId");

CREATE TABLE "new_Ballot" (
    "voteId" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "sealedChoice" TEXT NOT NULL,

    PRIMARY KEY ("voteId", "voter"),
    CONSTRAINT "Ballot_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_Ballot" ("voteId", "voter", "sealedChoice")
  SELECT "voteId", "voter", '0' || substr("choice" || printf('%7s', ''), 1, 7) FROM "Ballot";
DROP TABLE "Ballot";
ALTER TABLE "new_Ballot" RENAME TO "Ballot";

CREATE TABLE "new_PollBallot" (
    "pollId" TEXT NOT NULL,
    "voter" TEXT NOT NULL,
    "sealedChoices" TEXT NOT NULL,

    PRIMARY KEY ("pollId", "voter"),
    CONSTRAINT "PollBallot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_PollBallot" ("pollId", "voter", "sealedChoices")
  SELECT "pollId", "voter", '0' || substr("choices" || printf('%256s', ''), 1, max(256, length("choices"))) FROM "PollBallot";
DROP TABLE "PollBallot";
ALTER TABLE "new_PollBallot" RENAME TO "PollBallot";

CREATE TABLE "new_Rsvp" (
    "gatheringId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedAnswer" TEXT NOT NULL,

    PRIMARY KEY ("gatheringId", "personId"),
    CONSTRAINT "Rsvp_gatheringId_fkey" FOREIGN KEY ("gatheringId") REFERENCES "Gathering" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Rsvp_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_Rsvp" ("gatheringId", "personId", "sealedAnswer")
  SELECT "gatheringId", "personId",
    '0' || substr("answer" || ' ' || "turn" || ' ' || replace("answeredAt", '+00:00', 'Z') || printf('%40s', ''), 1, 40)
  FROM "Rsvp";
DROP TABLE "Rsvp";
ALTER TABLE "new_Rsvp" RENAME TO "Rsvp";
CREATE INDEX "Rsvp_personId_idx" ON "Rsvp"("personId");

CREATE TABLE "new_TimeChoice" (
    "timeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("timeId", "personId"),
    CONSTRAINT "TimeChoice_timeId_fkey" FOREIGN KEY ("timeId") REFERENCES "GatheringTime" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TimeChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_TimeChoice" ("timeId", "personId") SELECT "timeId", "personId" FROM "TimeChoice";
DROP TABLE "TimeChoice";
ALTER TABLE "new_TimeChoice" RENAME TO "TimeChoice";
CREATE INDEX "TimeChoice_personId_idx" ON "TimeChoice"("personId");

CREATE TABLE "new_CheckInAnswer" (
    "checkInId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "sealedAnswer" TEXT NOT NULL,

    PRIMARY KEY ("checkInId", "personId", "question"),
    CONSTRAINT "CheckInAnswer_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CheckInAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_CheckInAnswer" ("checkInId", "personId", "question", "sealedAnswer")
  SELECT "checkInId", "personId", "question", "sealedAnswer" FROM "CheckInAnswer";
DROP TABLE "CheckInAnswer";
ALTER TABLE "new_CheckInAnswer" RENAME TO "CheckInAnswer";
CREATE INDEX "CheckInAnswer_personId_idx" ON "CheckInAnswer"("personId");

PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
