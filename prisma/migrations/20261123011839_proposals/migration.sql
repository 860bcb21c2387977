-- CreateTable
CREATE TABLE "proposal" (
    "plan_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "base" JSONB NOT NULL,
    "node_ids" TEXT[],
    "points" JSONB NOT NULL,
    "left_out" INTEGER NOT NULL,
    "asked_by_id" UUID,
    "asked_by_name" TEXT NOT NULL,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("plan_id")
);

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
