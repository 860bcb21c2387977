-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "opened" JSONB,
ADD COLUMN     "policy_digest" TEXT;

-- What was decided before says in its manifest under which policy it was.
UPDATE "decision" SET "policy_digest" = "manifest_text"::json ->> 'policy';
