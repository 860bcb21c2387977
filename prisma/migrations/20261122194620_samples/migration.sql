-- AlterTable
ALTER TABLE "workflow" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);
