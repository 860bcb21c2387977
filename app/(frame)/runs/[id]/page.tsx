import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { RunScreen } from "../../../../components/runs/run-screen.tsx";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const { isAllowed } = await requireMember("run-read");
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  return isAllowed ? <RunScreen runId={id} /> : <ForbiddenPage />;
}
