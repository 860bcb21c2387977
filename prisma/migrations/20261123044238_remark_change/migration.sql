-- CreateTable
CREATE TABLE "remark_change" (
    "remark_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT,
    "mention_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "remark_change_pkey" PRIMARY KEY ("remark_id","ordinal")
);

-- AddForeignKey
ALTER TABLE "remark_change" ADD CONSTRAINT "remark_change_remark_id_fkey" FOREIGN KEY ("remark_id") REFERENCES "remark"("id") ON DELETE CASCADE ON UPDATE CASCADE;
