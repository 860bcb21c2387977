import type { Metadata } from "next";
import { BriefScreen } from "../../../../components/briefs/brief-screen.tsx";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "New brief" };

export default async function NewBriefPage() {
  const { isAllowed } = await requireMember("workflow-write");
  return isAllowed ? <BriefScreen /> : <ForbiddenPage />;
}
