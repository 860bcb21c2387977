-- AlterTable
ALTER TABLE "model_fact" ADD COLUMN     "takes_form" BOOLEAN NOT NULL DEFAULT false;
