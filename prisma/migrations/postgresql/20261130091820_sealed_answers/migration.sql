-- Answers and ballots are sealed. What only the program can seal is put down here as "0" and the text, and is sealed at this
-- start (src/store/resealing.ts), before anything else. All texts of a column are of one length.

-- AlterTable
ALTER TABLE "Pledge" ADD COLUMN "sealedAnswer" TEXT;
UPDATE "Pledge" SET "sealedAnswer" = '0' || rpad("answer" || ' ' || "atStep" || ' ' || CASE WHEN "kept" THEN '1' ELSE '0' END
  || ' ' || to_char("answeredAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 64);
ALTER TABLE "Pledge" ALTER COLUMN "sealedAnswer" SET NOT NULL;
ALTER TABLE "Pledge" DROP COLUMN "answer",
DROP COLUMN "answeredAt",
DROP COLUMN "atStep",
DROP COLUMN "kept";

-- AlterTable
ALTER TABLE "PledgeEvent" ADD COLUMN "sealedChange" TEXT;
UPDATE "PledgeEvent" SET "sealedChange" = '0' || rpad("answer" || ' ' || to_char("at", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 48);
ALTER TABLE "PledgeEvent" ALTER COLUMN "sealedChange" SET NOT NULL;
ALTER TABLE "PledgeEvent" DROP COLUMN "answer",
DROP COLUMN "at";

-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN "sealedChoice" TEXT;
UPDATE "Ballot" SET "sealedChoice" = '0' || rpad("choice", 7);
ALTER TABLE "Ballot" ALTER COLUMN "sealedChoice" SET NOT NULL;
ALTER TABLE "Ballot" DROP COLUMN "choice";

-- AlterTable
ALTER TABLE "PollBallot" ADD COLUMN "sealedChoices" TEXT;
UPDATE "PollBallot" SET "sealedChoices" = '0' || rpad("choices", greatest(256, length("choices")));
ALTER TABLE "PollBallot" ALTER COLUMN "sealedChoices" SET NOT NULL;
ALTER TABLE "PollBallot" DROP COLUMN "choices";

-- AlterTable
ALTER TABLE "Rsvp" ADD COLUMN "sealedAnswer" TEXT;
UPDATE "Rsvp" SET "sealedAnswer" = '0' || rpad("answer" || ' ' || "turn" || ' ' || to_char("answeredAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 40);
ALTER TABLE "Rsvp" ALTER COLUMN "sealedAnswer" SET NOT NULL;
ALTER TABLE "Rsvp" DROP COLUMN "answer",
DROP COLUMN "answeredAt",
DROP COLUMN "turn";
