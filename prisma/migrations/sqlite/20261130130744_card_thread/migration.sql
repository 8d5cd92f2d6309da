-- AlterTable
ALTER TABLE "Card" ADD COLUMN "sealedThread" TEXT;
