-- CreateTable
CREATE TABLE "presence" (
    "workflow_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "present" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "presence_pkey" PRIMARY KEY ("workflow_id")
);

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE CASCADE ON UPDATE CASCADE;
