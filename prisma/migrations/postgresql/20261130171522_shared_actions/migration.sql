-- AlterTable
ALTER TABLE "Action" ADD COLUMN     "sharedAt" TIMESTAMP(3);
