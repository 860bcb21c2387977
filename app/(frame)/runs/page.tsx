import type { Metadata } from "next";
import { RunsScreen } from "../../../components/explore/runs-screen.tsx";
import { ForbiddenPage } from "../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage() {
  const { isAllowed } = await requireMember("run-read");
  return isAllowed ? <RunsScreen /> : <ForbiddenPage />;
}
