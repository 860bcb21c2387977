-- AlterTable
ALTER TABLE "run" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3),
ADD COLUMN     "acknowledged_by_name" TEXT;
