import type { Metadata } from "next";
import { z } from "zod";
import { notFound } from "next/navigation";
import { ComparisonScreen } from "../../../../../components/comparison/comparison-screen.tsx";
import { ForbiddenPage } from "../../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Compare" };

export default async function ComparePage({ params }: { params: Promise<{ id: string }> }) {
  const { isAllowed } = await requireMember("workflow-read");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  return isAllowed ? <ComparisonScreen workflowId={id} /> : <ForbiddenPage />;
}
