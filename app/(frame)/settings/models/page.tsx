import type { Metadata } from "next";
import { ModelsScreen } from "../../../../components/models/models-screen.tsx";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Models" };

export default async function ModelsPage() {
  const { isAllowed } = await requireMember("workflow-read");
  return isAllowed ? <ModelsScreen /> : <ForbiddenPage />;
}
