-- AlterTable
ALTER TABLE "Action" ADD COLUMN "sharedAt" DATETIME;
