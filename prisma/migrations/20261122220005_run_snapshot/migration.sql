-- CreateTable
CREATE TABLE "run_snapshot" (
    "run_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "packed" TEXT NOT NULL,

    CONSTRAINT "run_snapshot_pkey" PRIMARY KEY ("run_id")
);

-- AddForeignKey
ALTER TABLE "run_snapshot" ADD CONSTRAINT "run_snapshot_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
