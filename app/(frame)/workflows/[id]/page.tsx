import type { Metadata } from "next";
import { z } from "zod";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { preload } from "react-dom";
import { WorkflowScreen } from "../../../../components/review/workflow-screen.tsx";
import { queryAddress } from "../../../../components/shell/early-query.ts";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Workflow" };

export default async function WorkflowPage({ params }: { params: Promise<{ id: string }> }) {
  const { isAllowed } = await requireMember("workflow-read");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  // A page that is already there asks when it has to: what came too soon would be answered out of date later.
  const isNewDocument = (await headers()).get("sec-fetch-dest") === "document";
  if (isAllowed && isNewDocument) preload(queryAddress("workflows.get", { workflowId: id }), { as: "fetch", crossOrigin: "anonymous" });
  return isAllowed ? <WorkflowScreen workflowId={id} /> : <ForbiddenPage />;
}
