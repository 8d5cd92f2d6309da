-- AlterTable
ALTER TABLE "Inbox" ADD COLUMN     "federationId" TEXT;
