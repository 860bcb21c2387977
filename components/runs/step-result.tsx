"use client";

import { claimsOutputSchema } from "../../core/evidence/claim.ts";
import { reportSchema } from "../../core/evidence/report.ts";
import { verdictsOutputSchema, type Verdict } from "../../core/evidence/verdict.ts";
import type { StepState } from "../../core/run/run-state.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Node } from "../../core/workflow/node.ts";
import { countText, durationText } from "../parts/number-text.ts";
import { CandidateList } from "./candidate-list.tsx";
import { LongText } from "./long-text.tsx";
import { useRunSnapshot } from "./run-context.tsx";
import classes from "./step-result.module.css";
import { StoredValueView } from "./stored-value-view.tsx";
import type { StepEvents } from "./use-step-events.ts";

const skipWords = {
  "nothing-delivered": "Nothing was delivered to it: what comes before it was skipped, or its conditions don’t hold.",
  "on-error": "It failed, and the plan says to go on without it.",
  person: "Somebody left it out.",
  finish: "The run finishes with what is there.",
} as const;

/** What came of a step, or why nothing did. */
export function StepResult({ node, step, sources }: { node: Node; step: StepState; sources: StepEvents["sources"] }) {
  const { status, error, output, summary, skipReason, retry, feedback } = step;
  return (
    <div className={classes.result}>
      {error !== null && status !== "completed" && (
        <div className={classes.error} role="note">
          <p>
            <b>{status === "failed" ? "Failed" : "The last attempt failed"}</b> <code>{error.code}</code>
          </p>
          <p>{error.message}</p>
          {retry !== null && <p>It is tried again {durationText(retry.inMs)} after that.</p>}
        </div>
      )}
      {feedback !== "" && <p className={classes.quiet}>Tried again because: {feedback}</p>}
      {skipReason !== null && <p className={classes.quiet}>{skipWords[skipReason]}</p>}
      {summary !== "" && <p className={classes.summary}>{summary}</p>}
      {output !== null ? (
        <StoredValueView stored={output} name={`Result of ${node.id}`}>
          {(value) => <OutputView value={value} nodeId={node.id} sources={sources} />}
        </StoredValueView>
      ) : (
        error === null && skipReason === null && <p className={classes.quiet}>{waitingWords(step)}</p>
      )}
    </div>
  );
}

function OutputView({ value, nodeId, sources }: { value: JsonValue; nodeId: string; sources: StepEvents["sources"] }) {
  const ruled = verdictsOutputSchema.safeParse(value);
  if (ruled.success) {
    const { claims, verdicts, dropped, missing } = ruled.data;
    return (
      <>
        <VerdictCounts verdicts={verdicts} />
        <CandidateList claims={claims} verdicts={verdicts} sources={sources} />
        {dropped.length > 0 && (
          <>
            <h3 className={classes.title}>Taken out</h3>
            <CandidateList claims={dropped} verdicts={verdicts} sources={sources} />
          </>
        )}
        <MissingList missing={missing} />
      </>
    );
  }
  const claimed = claimsOutputSchema.safeParse(value);
  if (claimed.success) {
    return (
      <>
        <CandidateList claims={claimed.data.claims} sources={sources} />
        <MissingList missing={claimed.data.missing} />
      </>
    );
  }
  const report = reportSchema.safeParse(value);
  if (report.success) return <ReportFacts report={report.data} />;
  return <LongText name={`Result of ${nodeId}`} text={typeof value === "string" ? value : JSON.stringify(value, null, 2)} />;
}

function ReportFacts({ report: { blocks, claims, conflicts, leftOut, unanswered } }: { report: ReturnType<typeof reportSchema.parse> }) {
  const { state } = useRunSnapshot();
  return (
    <>
      <p className={classes.quiet}>
        {countText(claims.length, "claim")}, {countText(conflicts.length, "conflict")}, {leftOut.length} left out, {countText(unanswered.length, "open point")}.
        {state.status === "completed" && " The report itself is in its own tab."}
      </p>
      {blocks.map(({ type, sentences }, index) => {
        const text = sentences.map((sentence) => sentence.text).join(" ");
        // Blocks have no ids; their order never changes.
        return type === "heading" ? (
          <h3 key={index} className={classes.title}>
            {text}
          </h3>
        ) : (
          <p key={index} className={classes.reading} data-item={type === "list-item" || undefined}>
            {text}
          </p>
        );
      })}
    </>
  );
}

function VerdictCounts({ verdicts }: { verdicts: readonly Verdict[] }) {
  const count = (verdict: Verdict["verdict"]) => verdicts.filter((one) => one.verdict === verdict).length;
  return (
    <p className={classes.quiet}>
      {countText(verdicts.length, "ruling")}: {count("supported")} supported, {count("refuted")} refuted, {count("not-enough-info")} not enough info.
    </p>
  );
}

function MissingList({ missing }: { missing: readonly string[] }) {
  if (missing.length === 0) return null;
  return (
    <div className={classes.missing}>
      <h3 className={classes.title}>Looked for and not found</h3>
      <ul>
        {missing.map((text, index) => (
          <li key={`${index} ${text}`}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function waitingWords({ status, itemKeys, retry }: StepState): string {
  if (itemKeys !== null) return `${countText(itemKeys.length, "item")}. Their results stand with each of them.`;
  if (status === "pending") return retry === null ? "It has not begun." : "It will be tried again.";
  if (status === "waiting") return "It waits for somebody.";
  return status === "running" ? "No result yet." : "It left no result.";
}
