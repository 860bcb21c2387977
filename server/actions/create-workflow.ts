import type { Actor } from "../../core/access/actor.ts";
import type { Brief } from "../../core/brief/brief.ts";
import { digestOf } from "../../core/text/digest.ts";
import type { Ports } from "./ports.ts";
import type { Records } from "./store.ts";
import type { BriefVersionRecord } from "./workflow-store.ts";

const maxTitleLength = 120;

type CreateOutcome =
  | { ok: true; workflowId: string; planId: string }
  | { ok: false; reason: "no-such-brief" }
  /** The brief opens what isn't here: nobody would find anything in it, and the report would say that the documents don't answer. */
  | { ok: false; reason: "not-here"; missing: Missing };

/** Names in a brief's scope that stand for nothing. */
interface Missing {
  collections: string[];
  tools: string[];
}

/**
 * Turns a brief into a workflow whose plan is to be written, and has a worker write it. A brief that was changed is its
 * next version and a workflow of its own: why, is told in `brief-version.decision.md`.
 * @param briefId of the brief that this is a version of; null for a new one.
 */
export async function createWorkflow(
  { store, now, planning, tools }: Pick<Ports, "store" | "now" | "planning" | "tools">,
  actor: Actor,
  { brief, title, briefId, sampleId }: { brief: Brief; title: string | null; briefId: string | null; sampleId?: string },
): Promise<CreateOutcome> {
  const missing = await missingOf({ store, tools }, brief);
  if (missing.collections.length + missing.tools.length > 0) return { ok: false, reason: "not-here", missing };
  const at = now();
  const created = await store.transaction(async (records) => {
    const author = { createdById: actor.id, now: at };
    const newest = briefId === null ? null : await records.briefs.holdNewest(briefId);
    if (briefId !== null && newest === null) return null;
    const version = await versionOf(records, { briefId, content: brief, newest, ...author });
    const workflow = await records.workflows.create({
      title: title ?? shortened(brief.question),
      briefVersionId: version.id,
      createdByName: actor.name,
      ...(sampleId === undefined ? {} : { sampleId }),
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
        beforeDigest: newest?.digest ?? null,
        afterDigest: version.digest,
      },
      at,
    );
    return { workflowId: workflow.id, planId: plan.id };
  });
  if (created === null) return { ok: false, reason: "no-such-brief" };
  await planning.enqueue(created.planId);
  return { ok: true, ...created };
}

async function missingOf({ store, tools }: Pick<Ports, "store" | "tools">, { scope }: Brief): Promise<Missing> {
  const [collections, descriptors] = await Promise.all([store.collections.names(), tools.descriptors()]);
  const known = { collections: new Set(collections), tools: new Set(descriptors.map(({ name }) => name)) };
  return { collections: scope.collections.filter((name) => !known.collections.has(name)), tools: scope.tools.filter((name) => !known.tools.has(name)) };
}

/** A brief that says what its newest version says is that version, not another one. */
async function versionOf(
  records: Records,
  { newest, ...version }: { briefId: string | null; content: Brief; newest: BriefVersionRecord | null; createdById: string | null; now: Date },
): Promise<BriefVersionRecord> {
  const digest = digestOf(version.content);
  return newest?.digest === digest ? newest : records.briefs.addVersion({ ...version, digest });
}

/** A question as a title: its first line, cut at a word. */
function shortened(question: string): string {
  const [line = ""] = question.trim().split("\n");
  if (line.length <= maxTitleLength) return line;
  const cut = line.slice(0, maxTitleLength - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 60))}…`;
}
