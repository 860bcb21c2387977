"use client";

import type { StepState } from "../../core/run/run-state.ts";
import type { Node } from "../../core/workflow/node.ts";
import { countText, spanText } from "../parts/number-text.ts";
import { OutputView } from "./output-view.tsx";
import classes from "./step-result.module.css";
import { WordsNow } from "./words-now.tsx";
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
          {retry !== null && <p>It is tried again {spanText(retry.inMs)} after that.</p>}
        </div>
      )}
      {feedback !== "" && <p className={classes.quiet}>Tried again because: {feedback}</p>}
      {skipReason !== null && <p className={classes.quiet}>{skipWords[skipReason]}</p>}
      {output !== null && status !== "completed" && <p className={classes.quiet}>This came of the attempt before.</p>}
      {summary !== "" && <p className={classes.summary}>{summary}</p>}
      {output !== null ? (
        <StoredValueView stored={output} name={`Result of ${node.id}`}>
          {(value) => <OutputView value={value} name={`Result of ${node.id}`} sources={sources} />}
        </StoredValueView>
      ) : (
        error === null && skipReason === null && <p className={classes.quiet}>{waitingWords(step)}</p>
      )}
      {status === "running" && <WordsNow stepId={step.stepId} />}
    </div>
  );
}

function waitingWords({ status, itemKeys, retry }: StepState): string {
  if (itemKeys !== null) return `${countText(itemKeys.length, "item")}. Their results stand with each of them.`;
  if (status === "pending") return retry === null ? "It has not begun." : "It will be tried again.";
  if (status === "waiting") return "It waits for somebody.";
  return status === "running" ? "No result yet." : "It left no result.";
}
