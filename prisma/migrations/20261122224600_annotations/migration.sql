-- CreateTable
CREATE TABLE "annotation" (
    "id" UUID NOT NULL,
    "workflow_id" UUID NOT NULL,
    "revision" INTEGER,
    "target" JSONB NOT NULL,
    "target_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_name" TEXT,

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remark" (
    "id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "mention_ids" UUID[],
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "remark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "annotation_workflow_id_idx" ON "annotation"("workflow_id");

-- CreateIndex
CREATE INDEX "annotation_resolved_at_idx" ON "annotation"("resolved_at");

-- CreateIndex
CREATE INDEX "remark_created_by_id_idx" ON "remark"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "remark_annotation_id_ordinal_key" ON "remark"("annotation_id", "ordinal");

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remark" ADD CONSTRAINT "remark_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
