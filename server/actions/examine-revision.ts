import type { RoleFacts } from "../../core/models/role-fact.ts";
import { nameOfTarget } from "../../core/preflight/finding.ts";
import { toolsOf } from "../../core/preflight/node-tools.ts";
import { runPreflight, type PreflightReport } from "../../core/preflight/preflight.ts";
import { surroundingsOf } from "../../core/preflight/surroundings.ts";
import { canonicalManifest, type Manifest } from "../../core/review/manifest.ts";
import { digestOfPolicy, type Policy } from "../../core/review/policy.ts";
import { currentPolicy } from "./change-policy.ts";
import type { Ports } from "./ports.ts";
import { opinionsOn } from "./read-plan.ts";
import type { BriefVersionRecord, RevisionRecord } from "./workflow-store.ts";

/** What is put before somebody who decides, and the digest they send back. */
export interface ExaminedRevision {
  report: PreflightReport;
  /** Under which it was examined. */
  policy: Policy;
  /** What the models cost and take in, for projections; of the manifest it is no part. */
  facts: RoleFacts;
  /** The names of the collections there are. */
  collections: readonly string[];
  manifest: Manifest;
  manifestText: string;
  manifestDigest: string;
}

/** What the checks go by at this moment, and what that is made of. */
export async function currentSurroundings({ store, models, tools }: Pick<Ports, "store" | "models" | "tools">) {
  const [policy, facts, resolved, descriptors, collections] = await Promise.all([currentPolicy({ store }), models.facts(), models.resolved(), tools.descriptors(), store.collections.names()]);
  return { policy, facts, resolved, descriptors, collections, surroundings: surroundingsOf({ facts, models: resolved, tools: descriptors, collections, policy }) };
}

/**
 * Resolves everything that an approval of a revision covers, as it is at this moment.
 * @param waivers what an approver accepts; part of the manifest that is approved, not of the one that is looked at before.
 * @param opinionsBy when it was approved: what a model thought of it later is no part of that; null for now.
 */
export async function examineRevision(
  { store, models, tools }: Pick<Ports, "store" | "models" | "tools">,
  { revision, brief, waivers = [], opinionsBy = null }: { revision: RevisionRecord; brief: BriefVersionRecord; waivers?: Manifest["waivers"]; opinionsBy?: Date | null },
): Promise<ExaminedRevision> {
  const { policy, facts, resolved, descriptors, collections, surroundings } = await currentSurroundings({ store, models, tools });
  const checked = runPreflight(revision.graph, brief.content, surroundings);
  const report = { ...checked, findings: [...checked.findings, ...(await opinionsOn(store, revision.id, opinionsBy))] };
  const used = new Set(revision.graph.nodes.flatMap(toolsOf));
  const manifest: Manifest = {
    format: "countersign/manifest@1",
    workflow: { id: revision.workflowId, revision: revision.number },
    definition: revision.digest,
    overlay: null,
    brief: { version: brief.number, digest: brief.digest },
    arguments: null,
    models: resolved,
    tools: descriptors.filter(({ name }) => used.has(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    policy: digestOfPolicy(policy),
    findings: report.findings.map(({ ruleId, severity, target, message }) => ({ ruleId, severity, message, target: nameOfTarget(target) })),
    notRun: report.notRun,
    waivers,
    reach: "this-run",
  };
  const { text, digest } = canonicalManifest(manifest);
  return { report, policy, facts, collections, manifest, manifestText: text, manifestDigest: digest };
}
