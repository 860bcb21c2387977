import type { Metadata } from "next";
import { AuditLogScreen } from "../../../../components/audit-log/audit-log-screen.tsx";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditLogPage() {
  const { isAllowed } = await requireMember("audit-log-read");
  return isAllowed ? <AuditLogScreen /> : <ForbiddenPage />;
}
