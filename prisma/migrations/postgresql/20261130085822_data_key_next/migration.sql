-- AlterTable
ALTER TABLE "Federation" ADD COLUMN     "wrappedNext" TEXT;
