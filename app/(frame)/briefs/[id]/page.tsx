import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { BriefVersionsScreen } from "../../../../components/briefs/brief-versions-screen.tsx";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Brief" };

export default async function BriefPage({ params }: { params: Promise<{ id: string }> }) {
  const { isAllowed } = await requireMember("workflow-read");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  return isAllowed ? <BriefVersionsScreen briefId={id} /> : <ForbiddenPage />;
}
