-- AlterTable
ALTER TABLE "collection" ADD COLUMN     "skipped" JSONB NOT NULL DEFAULT '[]';
