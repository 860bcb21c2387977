-- CreateTable
CREATE TABLE "model_choice" (
    "role" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "chosen_by_name" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_choice_pkey" PRIMARY KEY ("role")
);
