import type { Metadata } from "next";
import { SourceScreen } from "../../../../components/sources/source-screen.tsx";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Source" };

export default async function SourcePage({ params }: { params: Promise<{ id: string }> }) {
  const { isAllowed } = await requireMember("source-read");
  const { id } = await params;
  return isAllowed ? <SourceScreen sourceId={id} /> : <ForbiddenPage />;
}
