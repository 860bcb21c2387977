-- AlterTable
ALTER TABLE "run" ADD COLUMN     "audit_result" TEXT;

-- AlterTable
ALTER TABLE "workflow" ADD COLUMN     "sample_id" TEXT;

-- CreateTable
CREATE TABLE "run_audit" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "not_run" JSONB NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "run_audit_run_id_created_at_idx" ON "run_audit"("run_id", "created_at");

-- CreateIndex
CREATE INDEX "run_audit_result_ended_at_idx" ON "run"("audit_result", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_sample_id_key" ON "workflow"("sample_id");

-- AddForeignKey
ALTER TABLE "run_audit" ADD CONSTRAINT "run_audit_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
