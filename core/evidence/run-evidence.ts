import type { Requirement } from "../brief/brief.ts";
import type { RunStatus } from "../run/run-status.ts";
import type { AuditedRun } from "./audited-run.ts";
import { mapItemsOf, type MapItems } from "./map-items.ts";
import { quoteReader, type CitedQuote } from "./cited-quote.ts";
import type { RunSource } from "./recorded-run.ts";
import type { Report } from "./report.ts";
import { runClaims, type RunClaim } from "./run-claim.ts";
import { scopeLedger, type LedgerLine } from "./scope-ledger.ts";
import { verificationMatrix, type VerificationMatrix } from "./verification-matrix.ts";

/** What the report leaves open, with the passages that come closest to it and the steps that found them. */
interface OpenPart {
  requirementId: string | null;
  text: string;
  why: string;
  closest: readonly (CitedQuote & { stepId: string | null })[];
}

/** Everything that the report page and the audit page of a run show, derived from its events. */
export interface RunEvidence {
  title: string;
  question: string;
  status: RunStatus;
  requirements: readonly Requirement[];
  report: Report | null;
  /** As it stands in a sentence; empty with a report. */
  whyNoReport: string;
  claims: readonly RunClaim[];
  unanswered: readonly OpenPart[];
  /** What workers looked for and did not find, and where. */
  missing: readonly { stepId: string; title: string; text: string; why: string }[];
  matrix: VerificationMatrix;
  ledger: readonly LedgerLine[];
  items: readonly MapItems[];
  sources: readonly Omit<RunSource, "text">[];
  /** How many steps read a source, by its id. */
  readersBySourceId: Readonly<Record<string, number>>;
  /** Titles of the nodes of steps that claims, verdicts and findings name, by step id. */
  titlesByStepId: Readonly<Record<string, string>>;
}

/** @param now until when the time of a run that goes on is counted; to its newest event where none is given. */
export function runEvidence(run: AuditedRun, now?: Date): RunEvidence {
  const claims = runClaims(run);
  const titleOf = (stepId: string) => run.view.node(run.state.stepsById.get(stepId)?.nodeId ?? "")?.title ?? stepId;
  return {
    title: run.graph.title,
    question: run.brief.question,
    status: run.state.status,
    requirements: run.brief.requirements,
    report: run.report,
    whyNoReport: run.whyNoReport,
    claims,
    unanswered: openParts(run),
    missing: run.missing.map(({ stepId, text, why }) => ({ stepId, title: titleOf(stepId), text, why })),
    matrix: verificationMatrix(run, claims),
    ledger: scopeLedger(run, now),
    items: mapItemsOf(run),
    sources: [...run.sources.values()].map(({ text: _, ...source }) => source),
    readersBySourceId: Object.fromEntries([...run.readsBySourceId].map(([id, reads]) => [id, new Set(reads.map(({ stepId }) => stepId)).size])),
    titlesByStepId: Object.fromEntries([...run.state.stepsById.keys()].map((stepId) => [stepId, titleOf(stepId)])),
  };
}

function openParts(run: AuditedRun): OpenPart[] {
  const read = quoteReader(run);
  const finderOf = ({ sourceId, exact }: CitedQuote) => run.missing.find(({ closest }) => closest.some((one) => one.sourceId === sourceId && one.exact === exact))?.stepId ?? null;
  return (run.report?.unanswered ?? []).map((one) => ({ ...one, closest: one.closest.map(read).map((quote) => ({ ...quote, stepId: finderOf(quote) })) }));
}
