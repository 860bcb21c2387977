import type { Metadata } from "next";
import { SourcesScreen } from "../../../components/sources/sources-screen.tsx";
import { ForbiddenPage } from "../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage() {
  const { isAllowed } = await requireMember("source-read");
  return isAllowed ? <SourcesScreen /> : <ForbiddenPage />;
}
