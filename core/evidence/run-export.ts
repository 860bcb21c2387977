import { z } from "zod";
import { briefSchema } from "../brief/brief.ts";
import type { Finding } from "../preflight/finding.ts";
import { runEventSchema } from "../run/run-event.ts";
import { runStatuses } from "../run/run-status.ts";
import type { StoredValue } from "../run/stored-value.ts";
import { digestGraph } from "../workflow/digest-graph.ts";
import { graphSchema } from "../workflow/graph.ts";
import { jsonValueSchema, type JsonValue } from "../workflow/json-value.ts";
import { auditSchema, type Audit } from "./audit-finding.ts";
import type { AuditedRun } from "./audited-run.ts";
import { doubtSchema } from "./claim.ts";
import { claimStates, reportSchema } from "./report.ts";
import { runClaims, type RunClaim } from "./run-claim.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/, "A digest has 64 hexadecimal digits.");

const exportedClaimSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  state: z.enum(claimStates),
  answers: z.array(z.string()),
  doubt: doubtSchema,
  /** `start` and `end` in UTF-16 code units of the source's text; null for a quote that is not in it. */
  evidence: z.array(
    z.strictObject({
      sourceId: z.string(),
      path: z.string().nullable(),
      exact: z.string(),
      start: z.number().nullable(),
      end: z.number().nullable(),
      stepId: z.string().nullable(),
    }),
  ),
  verdicts: z.array(z.strictObject({ verdict: z.string(), method: z.string(), verifier: z.string(), stepId: z.string(), reason: z.string() })),
});

/** A run in one file, as `countersign run` and `export` print it and `countersign audit` reads it. */
export const runExportSchema = z.strictObject({
  format: z.literal("countersign/run@1"),
  brief: briefSchema,
  definition: graphSchema,
  /** Of the definition. */
  digest,
  /** What the checks say of the plan. */
  findings: z.array(z.strictObject({ ruleId: z.string(), severity: z.enum(["error", "warning", "note"]), target: jsonValueSchema, message: z.string() })),
  run: z.strictObject({
    id: z.string(),
    status: z.enum(runStatuses),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    tokens: z.number(),
    costMicroUsd: z.number().nullable(),
  }),
  /** Those of the report. */
  claims: z.array(exportedClaimSchema),
  /** Claims of workers that the report leaves out. */
  leftOut: z.array(exportedClaimSchema.extend({ reason: z.string() })),
  report: reportSchema.nullable(),
  audit: auditSchema,
  events: z.array(z.strictObject({ sequence: z.number().int().positive(), at: z.iso.datetime().pipe(z.coerce.date()), event: runEventSchema })),
  /** The results of steps, by digest. */
  contents: z.record(digest, jsonValueSchema),
  /** Every source that was read; with its text where something cites it. */
  sources: z.array(
    z.strictObject({ id: z.string(), collection: z.string(), path: z.string(), title: z.string(), sha256: digest, text: z.string().nullable() }),
  ),
});

/** As it is written. */
export type RunExport = z.input<typeof runExportSchema>;

/** Everything that is known of a run, as one value of JSON; another audit of it comes to the same result. */
export function exportRun(run: AuditedRun, about: { runId: string; findings: readonly Finding[]; audit: Audit }): RunExport {
  const { state, brief, graph, report } = run;
  const claims = runClaims(run);
  const cited = new Set([...claims.flatMap(({ quotes }) => quotes), ...(report?.unanswered ?? []).flatMap(({ closest }) => closest)].map(({ sourceId }) => sourceId));
  return {
    format: "countersign/run@1",
    brief,
    definition: graph,
    digest: digestGraph(graph),
    findings: about.findings.map(({ ruleId, severity, target, message }) => ({ ruleId, severity, target: { ...target }, message })),
    run: {
      id: about.runId,
      status: state.status,
      startedAt: state.startedAt?.toISOString() ?? null,
      endedAt: state.endedAt?.toISOString() ?? null,
      tokens: state.spending.usage.input + state.spending.usage.output,
      costMicroUsd: state.spending.costMicroUsd,
    },
    claims: claims.filter(({ isFinal }) => isFinal).map((claim) => exportedClaim(claim, run)),
    leftOut: claims.filter(({ isFinal }) => !isFinal).map((claim) => ({ ...exportedClaim(claim, run), reason: claim.place })),
    report,
    audit: about.audit,
    events: run.entries.map(({ sequence, at, event }) => ({ sequence, at: at.toISOString(), event })),
    contents: outputsOf(run),
    sources: [...run.sources.values()].map((source) => ({ ...source, text: cited.has(source.id) ? source.text : null })),
  };
}

function exportedClaim({ id, text, state, answers, doubt, quotes, rulings }: RunClaim, { sources }: AuditedRun): z.infer<typeof exportedClaimSchema> {
  return {
    id,
    text,
    state,
    answers: [...answers],
    doubt,
    evidence: quotes.map((quote) => {
      const place = quote.found === "in-source" ? quote.place : null;
      const { sourceId, exact, stepId } = quote;
      // Exactly as it stands in the source, also where the worker wrote other quotation marks.
      const stored = place === null ? exact : (sources.get(sourceId)?.text?.slice(place.start, place.end) ?? exact);
      return { sourceId, path: sources.get(sourceId)?.path ?? null, exact: stored, start: place?.start ?? null, end: place?.end ?? null, stepId };
    }),
    verdicts: rulings.flatMap(({ votes }) => votes.map(({ verdict, method, verifier, stepId, reason }) => ({ verdict, method, verifier, stepId, reason }))),
  };
}

/** The values that an audit reads; what was sent to models and came from tools stays where it is. */
function outputsOf({ entries, contents }: AuditedRun): Record<string, JsonValue> {
  const stored = entries.flatMap(({ event }): (StoredValue | null)[] => (event.type === "step-completed" || event.type === "run-completed" ? [event.output] : []));
  return Object.fromEntries(
    stored.flatMap((value) => {
      const content = value !== null && "digest" in value ? contents.get(value.digest) : undefined;
      return value !== null && "digest" in value && content !== undefined ? [[value.digest, content]] : [];
    }),
  );
}
