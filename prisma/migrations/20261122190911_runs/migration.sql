-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "brief_version_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "manifest_digest" TEXT NOT NULL,
    "started_by_id" UUID,
    "started_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "driver_id" TEXT,
    "wants_driver" BOOLEAN NOT NULL DEFAULT true,
    "wake_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "waits" JSONB NOT NULL DEFAULT '[]',
    "tokens" INTEGER NOT NULL DEFAULT 0,
    "cost_micro_usd" BIGINT DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_content" (
    "run_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "run_content_pkey" PRIMARY KEY ("run_id","digest")
);

-- CreateTable
CREATE TABLE "run_search" (
    "run_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "run_search_pkey" PRIMARY KEY ("run_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "run_decision_id_key" ON "run"("decision_id");

-- CreateIndex
CREATE INDEX "run_workflow_id_idx" ON "run"("workflow_id");

-- CreateIndex
CREATE INDEX "run_wants_driver_idx" ON "run"("wants_driver");

-- CreateIndex
CREATE INDEX "run_created_at_id_idx" ON "run"("created_at", "id");

-- CreateIndex
CREATE INDEX "run_status_idx" ON "run"("status");

-- CreateIndex
CREATE INDEX "run_search_words_idx" ON "run_search" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_brief_version_id_fkey" FOREIGN KEY ("brief_version_id") REFERENCES "brief_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_content" ADD CONSTRAINT "run_content_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_search" ADD CONSTRAINT "run_search_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
