import type { Wait, WaitAction } from "../../core/run/wait.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { countText } from "../parts/number-text.ts";
import { stepTitle } from "./event-line.tsx";
import { limitText, waitWords } from "./event-words.ts";

const limitNames = { tokens: "tokens", cost: "cost", minutes: "time", agents: "agents" } as const;

/** What a wait is called: by the step that it is about, where it is about one. */
export function waitTitle(wait: Wait, graph: Pick<Graph, "nodes">): string {
  const stepId = waitingStepId(wait);
  const stepName = stepId === null ? null : stepTitle(stepId, graph);
  switch (wait.kind) {
    case "checkpoint":
      return stepName ?? "Checkpoint";
    case "budget":
      return `Limit reached: ${limitNames[wait.limit]}${stepName === null ? "" : ` of ${stepName}`}`;
    case "provider":
      return `No ${wait.role} model`;
    case "step-failed":
      return `Failed: ${stepName ?? "a step"}`;
    case "items-over-limit":
      return `More items than approved: ${stepName ?? "a map"}`;
    case "manifest-changed":
      return "Not what was approved any more";
    case "paused":
      return "Paused";
  }
}

/** The step that waits; null where the whole run does. */
export function waitingStepId(wait: Wait): string | null {
  return "stepId" in wait ? wait.stepId : null;
}

/** What happened, and what an answer means. */
export function waitSentence(wait: Wait): string {
  switch (wait.kind) {
    case "budget":
      return `${limitText(wait.limit, wait.used)} of ${limitText(wait.limit, wait.allowed)} are used; the next call may take ${limitText(wait.limit, wait.wanted)} more. It was not made. Everything that is done is kept.`;
    case "items-over-limit":
      return `${countText(wait.count, "item")} came, at most ${wait.maxItems.toLocaleString("en")} were approved. None was dropped, none has begun.`;
    case "provider":
      return `${wait.message} Everything that is done is kept.`;
    case "step-failed":
      return wait.message;
    case "manifest-changed":
      return "A model, a tool or a setting is another than the one that was approved. Nothing goes on until somebody looks.";
    case "paused":
      return `${wait.by.name} paused it. Nothing new starts.`;
    case "checkpoint":
      return waitWords(wait);
  }
}

/** What a button says that gives this answer. */
export const actionLabels: Record<WaitAction, string> = {
  approve: "Approve",
  edit: "Approve as edited",
  "send-back": "Send back",
  reject: "Reject",
  raise: "Raise the limit",
  finish: "Finish with what is there",
  cancel: "Cancel the run",
  retry: "Try again",
  skip: "Go on without it",
  end: "End the run",
  continue: "Continue",
};

/** Answers that end or throw away something: drawn as such. */
export const isGrave = (action: WaitAction) => action === "reject" || action === "cancel" || action === "end";

/** Answers that nobody understands later without a reason. */
export const needsReason = (action: WaitAction) => action === "send-back" || action === "reject";
