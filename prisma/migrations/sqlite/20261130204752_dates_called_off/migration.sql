-- AlterTable
ALTER TABLE "DateProposal" ADD COLUMN "cancelledAt" DATETIME;
