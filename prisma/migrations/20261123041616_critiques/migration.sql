-- CreateTable
CREATE TABLE "critique" (
    "plan_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "asked_by_id" UUID,
    "asked_by_name" TEXT NOT NULL,

    CONSTRAINT "critique_pkey" PRIMARY KEY ("plan_id")
);

-- CreateIndex
CREATE INDEX "critique_revision_id_idx" ON "critique"("revision_id");

-- AddForeignKey
ALTER TABLE "critique" ADD CONSTRAINT "critique_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critique" ADD CONSTRAINT "critique_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
