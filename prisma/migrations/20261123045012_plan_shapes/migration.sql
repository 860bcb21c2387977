-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "shape" TEXT;

-- CreateIndex
CREATE INDEX "revision_shape_idx" ON "revision"("shape");
