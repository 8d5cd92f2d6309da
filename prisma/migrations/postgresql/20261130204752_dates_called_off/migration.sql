-- AlterTable
ALTER TABLE "DateProposal" ADD COLUMN     "cancelledAt" TIMESTAMP(3);
