import type { Finding } from "../../core/preflight/finding.ts";
import { preflightRules, runPreflight, type PreflightReport } from "../../core/preflight/preflight.ts";
import { canonicalManifest, type Manifest } from "../../core/review/manifest.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Ports } from "./ports.ts";
import type { BriefVersionRecord, RevisionRecord } from "./workflow-store.ts";

/** What is put before somebody who decides, and the digest they send back. */
export interface ExaminedRevision {
  report: PreflightReport;
  manifest: Manifest;
  manifestText: string;
  manifestDigest: string;
}

/** Resolves everything that an approval of a revision covers, as it is at this moment. */
export async function examineRevision(
  { models, tools }: Pick<Ports, "models" | "tools">,
  { revision, brief }: { revision: RevisionRecord; brief: BriefVersionRecord },
): Promise<ExaminedRevision> {
  const report = runPreflight(revision.graph, brief.content, preflightRules(await models.prices()));
  const used = toolNamesOf(revision.graph);
  const manifest: Manifest = {
    format: "countersign/manifest@1",
    workflow: { id: revision.workflowId, revision: revision.number },
    definition: revision.digest,
    overlay: null,
    brief: { version: brief.number, digest: brief.digest },
    arguments: null,
    models: await models.resolved(),
    tools: (await tools.descriptors()).filter(({ name }) => used.has(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    policy: null,
    findings: report.findings.map(({ ruleId, severity, target, message }) => ({ ruleId, severity, message, target: nameOf(target) })),
    notRun: report.notRun,
    waivers: [],
    reach: "this-run",
  };
  const { text, digest } = canonicalManifest(manifest);
  return { report, manifest, manifestText: text, manifestDigest: digest };
}

function toolNamesOf(graph: Graph): ReadonlySet<string> {
  return new Set(
    graph.nodes.flatMap((node) => {
      if (node.kind === "tool") return typeof node.tool === "string" ? [node.tool] : [];
      return "tools" in node && Array.isArray(node.tools) ? node.tools : [];
    }),
  );
}

function nameOf(target: Finding["target"]): string {
  return "id" in target ? `${target.type}/${target.id}` : target.type;
}
