-- AlterTable
ALTER TABLE "Card" ADD COLUMN     "shownAs" TEXT;
