-- AlterTable
ALTER TABLE "collection" ADD COLUMN     "retired_at" TIMESTAMPTZ(3);
