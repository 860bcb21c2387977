import type { z } from "zod";
import { viewGraph, type GraphView } from "../preflight/graph-view.ts";
import { foldRun } from "../run/fold-run.ts";
import type { RunEntry, RunEvent } from "../run/run-event.ts";
import { unstartedRun, type RunState, type StepState } from "../run/run-state.ts";
import type { StoredValue } from "../run/stored-value.ts";
import type { JsonValue } from "../workflow/json-value.ts";
import { claimsOutputSchema, type CandidateClaim, type Missing } from "./claim.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { reportSchema, type FinalClaim, type Report } from "./report.ts";
import { verdictsOutputSchema, type Verdict } from "./verdict.ts";

type SourceRead = Extract<RunEvent, { type: "source-read" }>;

/** A recorded run as audit rules and report pages walk it, made once for all of them. */
export interface AuditedRun extends RecordedRun {
  /** In the order of their sequences. */
  entries: readonly RunEntry[];
  view: GraphView;
  state: RunState;
  /** What the report's step wrote; null with the reason why there is none. */
  report: Report | null;
  whyNoReport: string;
  candidatesById: ReadonlyMap<string, CandidateClaim>;
  /** By the candidate or final claim that was ruled on, in the order of the steps. */
  verdictsByClaimId: ReadonlyMap<string, readonly Verdict[]>;
  /** What workers looked for and did not find. */
  missing: readonly (Missing & { stepId: string })[];
  readsBySourceId: ReadonlyMap<string, readonly SourceRead[]>;
  /** Steps whose stored result is gone or of another form: what they claimed or ruled is not known. */
  unreadableStepIds: readonly string[];
  /** Whether no event is missing between the first and the last. */
  isGapless: boolean;
}

export function viewRun(run: RecordedRun): AuditedRun {
  const entries = run.entries.toSorted((left, right) => left.sequence - right.sequence);
  const state = foldRun(unstartedRun, entries);
  const read = readSteps(run, state);
  return {
    ...run,
    ...read,
    ...readReport(run, state),
    entries,
    state,
    view: viewGraph(run.graph),
    readsBySourceId: Map.groupBy(
      entries.flatMap(({ event }) => (event.type === "source-read" ? [event] : [])),
      ({ sourceId }) => sourceId,
    ),
    isGapless: entries.length > 0 && entries.every(({ sequence }, index) => sequence === index + 1),
  };
}

/** A value of an event, where it is at hand. */
export function valueOf(contents: RecordedRun["contents"], stored: StoredValue | null): JsonValue | undefined {
  if (stored === null) return undefined;
  return "json" in stored ? stored.json : contents.get(stored.digest);
}

type Stated<Claim> = Pick<Report, "blocks"> & { claims: Claim[] };

/** Claims of the report that some sentence states, in the order of the report's own list. */
export function statedClaims<Claim extends { id: string }>({ blocks, claims }: Stated<Claim>): Claim[] {
  const stated = new Set(blocks.flatMap(({ sentences }) => sentences.flatMap(({ claimIds, isConnective }) => (isConnective ? [] : claimIds))));
  return claims.filter(({ id }) => stated.has(id));
}

/** Those of them that answer what was asked, as far as who found them could tell. */
export function answeringClaims<Claim extends { id: string; doubt?: string | undefined }>(report: Stated<Claim>): Claim[] {
  return statedClaims(report).filter(({ doubt }) => (doubt ?? "") === "");
}

/** What a claim of the report is called where people read: `C1`, `C2` … in the report's order. */
export function claimLabel({ claims }: Report, claimId: string): string {
  return `C${claims.findIndex(({ id }) => id === claimId) + 1}`;
}

/** Every ruling on a claim of the report, also those on the candidates that it came from. */
export function verdictsOn(claim: FinalClaim, { verdictsByClaimId }: Pick<AuditedRun, "verdictsByClaimId">): Verdict[] {
  return [...new Set([claim.id, ...claim.from])].flatMap((id) => verdictsByClaimId.get(id) ?? []);
}

function readSteps({ graph, contents }: RecordedRun, { stepsById }: RunState) {
  const kindsById = new Map(graph.nodes.map((node) => [node.id, node.kind === "agent" && !answersWithClaims(node.output) ? "other" : node.kind]));
  const candidatesById = new Map<string, CandidateClaim>();
  const verdicts: Verdict[] = [];
  const missing: (Missing & { stepId: string })[] = [];
  const unreadableStepIds: string[] = [];
  const read = <Output>(step: StepState, schema: z.ZodType<Output>): Output | null => {
    const parsed = schema.safeParse(valueOf(contents, step.output));
    if (!parsed.success) unreadableStepIds.push(step.stepId);
    return parsed.success ? parsed.data : null;
  };
  for (const step of stepsById.values()) {
    const kind = kindsById.get(step.nodeId);
    if (step.status !== "completed") continue;
    if (kind === "agent") {
      const answer = read(step, claimsOutputSchema);
      for (const claim of answer?.claims ?? []) candidatesById.set(claim.id, claim);
      missing.push(...(answer?.missing ?? []).map((one) => ({ ...one, stepId: step.stepId })));
    }
    if (kind === "verify") verdicts.push(...(read(step, verdictsOutputSchema)?.verdicts ?? []));
  }
  return { candidatesById, verdictsByClaimId: Map.groupBy(verdicts, ({ claimId }) => claimId), missing, unreadableStepIds };
}

function answersWithClaims(output: { as: string } | { unknown: string }): boolean {
  return "as" in output && output.as === "claims";
}

function readReport({ graph, contents }: RecordedRun, { stepsById }: RunState): Pick<AuditedRun, "report" | "whyNoReport"> {
  const node = graph.nodes.find(({ id }) => id === graph.reportNode) ?? graph.nodes.find(({ kind, parent }) => kind === "synthesize" && parent === undefined);
  if (node === undefined) return { report: null, whyNoReport: "no step of this plan writes a report" };
  const step = stepsById.get(node.id);
  if (step?.status !== "completed") return { report: null, whyNoReport: `"${node.title}" did not write its report` };
  const parsed = reportSchema.safeParse(valueOf(contents, step.output));
  if (!parsed.success) return { report: null, whyNoReport: `what "${node.title}" wrote has not the form of a report` };
  return { report: parsed.data, whyNoReport: "" };
}
