import type { Metadata } from "next";
import { PolicyScreen } from "../../../../components/policy/policy-screen.tsx";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Policy" };

export default async function PolicyPage() {
  const { isAllowed } = await requireMember("workflow-read");
  return isAllowed ? <PolicyScreen /> : <ForbiddenPage />;
}
