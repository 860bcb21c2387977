import type { Brief } from "../../core/brief/brief.ts";
import type { ToolDescriptor } from "../../core/review/manifest.ts";
import { manifestDifferences } from "../../core/review/manifest-differences.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { examineRevision } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";

/** What a run executes, as it was approved, and who drives it. */
export interface ApprovedRun {
  driverId: string | null;
  graph: Graph;
  brief: Brief;
  tools: ToolDescriptor[];
  models: Readonly<Record<string, string>>;
}

/** Reads what a run executes; null when there is no such run. */
export async function loadRun({ store }: Pick<Ports, "store">, runId: string): Promise<ApprovedRun | null> {
  const run = await store.runs.find(runId);
  if (run === null) return null;
  const [revision, brief, manifest] = await Promise.all([store.revisions.findById(run.revisionId), store.briefs.findVersion(run.briefVersionId), store.decisions.findManifest(run.decisionId)]);
  if (revision === null || brief === null || manifest === null) return null;
  return { driverId: run.driverId, graph: revision.graph, brief: brief.content, tools: manifest.tools, models: manifest.models };
}

/** Resolves again what an approval covers, and says in sentences what is different now (DESIGN.md §6.5). */
export async function differencesOfRun(ports: Pick<Ports, "store" | "models" | "tools">, runId: string): Promise<string[]> {
  const { store } = ports;
  const run = await store.runs.find(runId);
  if (run === null) return [];
  const [revision, brief, approved] = await Promise.all([store.revisions.findById(run.revisionId), store.briefs.findVersion(run.briefVersionId), store.decisions.findManifest(run.decisionId)]);
  const decision = await store.decisions.find(run.decisionId);
  if (revision === null || brief === null || approved === null || decision === null) return ["What was approved is gone."];
  const { manifest, manifestDigest } = await examineRevision(ports, { revision, brief, waivers: approved.waivers, opinionsBy: decision.createdAt });
  if (manifestDigest === run.manifestDigest) return [];
  const differences = manifestDifferences(approved, manifest);
  return differences.length > 0 ? differences : ["What would run now has another digest."];
}
