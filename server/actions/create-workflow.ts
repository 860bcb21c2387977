import type { Actor } from "../../core/access/actor.ts";
import type { Brief } from "../../core/brief/brief.ts";
import { digestOf } from "../../core/text/digest.ts";
import type { Ports } from "./ports.ts";

const maxTitleLength = 120;

/** Turns a brief into a workflow whose plan is to be written, and has a worker write it. */
export async function createWorkflow(
  { store, now, planning }: Pick<Ports, "store" | "now" | "planning">,
  actor: Actor,
  { brief, title }: { brief: Brief; title: string | null },
): Promise<{ ok: true; workflowId: string; planId: string }> {
  const at = now();
  const created = await store.transaction(async (records) => {
    const author = { createdById: actor.id, now: at };
    const version = await records.briefs.addVersion({ briefId: null, content: brief, digest: digestOf(brief), ...author });
    const workflow = await records.workflows.create({
      title: title ?? shortened(brief.question),
      briefVersionId: version.id,
      createdByName: actor.name,
      ...author,
    });
    const plan = await records.plans.create({ workflowId: workflow.id, now: at });
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "workflow-create",
        targetType: "workflow",
        targetId: workflow.id,
        summary: `Asked for a plan: ${workflow.title}`,
        beforeDigest: null,
        afterDigest: version.digest,
      },
      at,
    );
    return { workflowId: workflow.id, planId: plan.id };
  });
  await planning.enqueue(created.planId);
  return { ok: true, ...created };
}

/** A question as a title: its first line, cut at a word. */
function shortened(question: string): string {
  const [line = ""] = question.trim().split("\n");
  if (line.length <= maxTitleLength) return line;
  const cut = line.slice(0, maxTitleLength - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 60))}…`;
}
