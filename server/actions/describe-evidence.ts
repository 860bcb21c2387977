import { exportRun as exportAudited, type RunExport } from "../../core/evidence/run-export.ts";
import { reportHtml } from "../../core/evidence/report-html.ts";
import { reportMarkdown } from "../../core/evidence/report-markdown.ts";
import { runEvidence, type RunEvidence } from "../../core/evidence/run-evidence.ts";
import { auditView } from "../../core/evidence/audit-run.ts";
import type { Audit } from "../../core/evidence/audit-finding.ts";
import { runPreflight } from "../../core/preflight/preflight.ts";
import { otlpTrace } from "../../core/trace/otlp-trace.ts";
import { runSpans } from "../../core/trace/run-spans.ts";
import { loadRecordedRun } from "./load-recorded-run.ts";
import { currentSurroundings } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";
import type { RunAuditRecord } from "./run-store.ts";

/** What the report and the audit page of a run start from. */
export interface EvidenceDescription extends RunEvidence {
  /** The newest audit; null until the run ended and was audited, and again while it goes on. */
  audit: RunAuditRecord | null;
  /** Who said that they have seen that it, or its audit, failed. */
  acknowledged: { at: Date; byName: string } | null;
}

/** Derives from a run's events what its report claims, on what, and who checked it. */
export async function describeEvidence({ store, now }: Pick<Ports, "store" | "now">, runId: string): Promise<EvidenceDescription | null> {
  const run = await store.runs.find(runId);
  if (run === null) return null;
  const recorded = await loadRecordedRun(store, run);
  return { ...runEvidence(recorded, now()), audit: run.auditResult === null ? null : await store.runAudits.findNewest(runId), acknowledged: run.acknowledged };
}

/** A text to keep as a file. */
export interface DownloadFile {
  name: string;
  mediaType: string;
  text: string;
}

/** A run's report as a file for people, or everything of it as JSON, or what happened in it as a trace. */
export async function downloadReport(ports: Pick<Ports, "store" | "now" | "models" | "tools">, { runId, form }: { runId: string; form: "markdown" | "html" | "json" | "otlp" }): Promise<DownloadFile | null> {
  const name = `run-${runId.slice(-8)}`;
  if (form === "json") {
    const value = await exportRun(ports, runId);
    return value === null ? null : { name: `${name}.json`, mediaType: "application/json", text: `${JSON.stringify(value, null, 2)}\n` };
  }
  if (form === "otlp") {
    const value = await traceRun(ports, runId);
    return value === null ? null : { name: `${name}.otlp.json`, mediaType: "application/json", text: `${JSON.stringify(value)}\n` };
  }
  const evidence = await describeEvidence(ports, runId);
  if (evidence === null) return null;
  const file = { runId, evidence, audit: evidence.audit };
  return form === "html"
    ? { name: `${name}.html`, mediaType: "text/html", text: reportHtml(file) }
    : { name: `${name}.md`, mediaType: "text/markdown", text: reportMarkdown(file) };
}

/** A run as one value of JSON; with an audit of its own where none is recorded. */
export async function exportRun({ store, models, tools }: Pick<Ports, "store" | "models" | "tools">, runId: string): Promise<RunExport | null> {
  const run = await store.runs.find(runId);
  if (run === null) return null;
  const recorded = await loadRecordedRun(store, run);
  const { surroundings } = await currentSurroundings({ store, models, tools });
  // A collection that was removed after the run is no defect of the plan that it followed.
  const { findings } = runPreflight(recorded.graph, recorded.brief, { ...surroundings, collections: null });
  const kept = run.auditResult === null ? null : await store.runAudits.findNewest(runId);
  const audit: Audit = kept === null ? auditView(recorded) : { result: kept.result, findings: kept.findings, notRun: kept.notRun };
  return exportAudited(recorded, { runId, findings, audit });
}

/** What happened in a run as an OpenTelemetry trace. */
export async function traceRun({ store, now }: Pick<Ports, "store" | "now">, runId: string): Promise<ReturnType<typeof otlpTrace> | null> {
  const run = await store.runs.find(runId);
  return run === null ? null : otlpTrace(runSpans(await loadRecordedRun(store, run), runId), now().getTime());
}
