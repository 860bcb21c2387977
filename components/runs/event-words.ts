import type { RunEvent } from "../../core/run/run-event.ts";
import type { RunStatus } from "../../core/run/run-status.ts";
import type { Wait, WaitAction } from "../../core/run/wait.ts";
import { shortNumber } from "../canvas/node-facts.ts";
import { countText, moneyText, spanText } from "../parts/number-text.ts";

/** One event in a sentence: whom it is about, and what happened. */
interface EventWords {
  tone: RunStatus | "error" | "note";
  /** Null for the run itself. */
  stepId: string | null;
  text: string;
}

const driverWords = { start: "takes the run", wake: "goes on with the run", "take-over": "takes over from a worker that is gone" } as const;
const refusalWords: Record<string, string> = { "bad-input": "refused, bad input", "not-found": "found nothing", "outside-scope": "refused, outside the scope", "not-granted": "refused, not granted", failed: "failed" };
const skipWords = { "nothing-delivered": "nothing was delivered to it", "on-error": "it failed and may be left out", person: "somebody left it out", finish: "the run finishes with what is there" } as const;

export const actionWords: Record<WaitAction, string> = {
  approve: "approved",
  edit: "edited and approved",
  "send-back": "sent back",
  reject: "rejected",
  raise: "raised the limit",
  finish: "had it finish with what is there",
  cancel: "canceled",
  retry: "had it tried again",
  skip: "left it out",
  end: "ended the run",
  continue: "had it continue",
};

/** Says what happened; exhaustive, so that a new event without words doesn't compile. */
export function eventWords(event: RunEvent): EventWords {
  switch (event.type) {
    case "run-created":
      return { tone: "pending", stepId: null, text: `${event.by.name} started the run` };
    case "driver-changed":
      return { tone: event.reason === "take-over" ? "waiting" : "running", stepId: null, text: `Worker ${event.workerId.replace(/^worker-/, "").slice(0, 8)} ${driverWords[event.reason]}` };
    case "wait-began":
      return { tone: "waiting", stepId: "stepId" in event.wait ? event.wait.stepId : null, text: waitWords(event.wait) };
    case "wait-answered":
      return { tone: event.action === "reject" || event.action === "cancel" || event.action === "end" ? "canceled" : "completed", stepId: null, text: `${event.by.name} ${actionWords[event.action]}${event.reason === "" ? "" : `: ${event.reason}`}` };
    case "run-canceled":
      return { tone: "canceled", stepId: null, text: `${event.by.name} canceled the run${event.reason === "" ? "" : `: ${event.reason}`}` };
    case "run-completed":
      return { tone: "completed", stepId: null, text: "The run completed" };
    case "run-failed":
      return { tone: "failed", stepId: event.stepId, text: `The run failed: ${event.message}` };
    case "step-started":
      return { tone: "running", stepId: event.stepId, text: event.attempt === 1 ? "started" : `started, attempt ${event.attempt}` };
    case "items-listed":
      return { tone: "running", stepId: event.stepId, text: `has ${countText(event.keys.length, "item")}` };
    case "step-completed":
      return { tone: "completed", stepId: event.stepId, text: event.summary === "" ? "completed" : event.summary };
    case "step-failed":
      return event.retryInMs === null
        ? { tone: "failed", stepId: event.stepId, text: `failed after ${countText(event.attempt, "attempt")}: ${event.error.message}` }
        : { tone: "error", stepId: event.stepId, text: `attempt ${event.attempt} failed, again in ${spanText(event.retryInMs)}: ${event.error.message}` };
    case "step-skipped":
      return { tone: "skipped", stepId: event.stepId, text: `skipped: ${skipWords[event.reason]}` };
    case "step-set-aside":
      return { tone: "waiting", stepId: event.stepId, text: "waits until that is answered" };
    case "step-retried":
      return { tone: "pending", stepId: event.stepId, text: `${event.by.name} had it tried again${event.reason === "" ? "" : `: ${event.reason}`}` };
    case "model-called":
      return { tone: "running", stepId: event.stepId, text: `${event.model}, call ${event.call}: ${shortNumber(event.usage.input + event.usage.output)} tokens, ${moneyText(event.costMicroUsd)}${event.insteadOf === undefined ? "" : `, in place of ${event.insteadOf}`}` };
    case "model-failed":
      return { tone: "error", stepId: event.stepId, text: `${event.model}, call ${event.call}, brought no answer${event.retryInMs === undefined ? "" : `, again in ${spanText(event.retryInMs)}`}: ${event.message}` };
    case "tool-called":
      return event.outcome === "ok"
        ? { tone: "running", stepId: event.stepId, text: `called ${event.tool}` }
        : { tone: event.outcome === "not-found" ? "note" : "error", stepId: event.stepId, text: `${event.tool} ${refusalWords[event.outcome] ?? event.outcome}` };
    case "source-read":
      return { tone: "running", stepId: event.stepId, text: `read a passage of ${countText(event.end - event.start, "character")}` };
  }
}

/** Why a run waits, in one sentence. */
export function waitWords(wait: Wait): string {
  switch (wait.kind) {
    case "checkpoint":
      return wait.asks === "" ? "asks a reviewer" : wait.asks;
    case "budget":
      return `The next call would go above the limit of ${limitText(wait.limit, wait.allowed)}`;
    case "provider":
      return `The ${wait.role} model can’t be used: ${wait.message}`;
    case "step-failed":
      return `failed and asks what to do: ${wait.message}`;
    case "items-over-limit":
      return `${countText(wait.count, "item")} came, ${wait.maxItems.toLocaleString("en")} were approved`;
    case "manifest-changed":
      return "What would run now differs from what was approved";
    case "paused":
      return "Paused";
  }
}

/** A limit with its unit. @param value tokens, agents and minutes as counts, cost in micro-USD. */
export function limitText(limit: Extract<Wait, { kind: "budget" }>["limit"], value: number): string {
  switch (limit) {
    case "tokens":
      return `${shortNumber(value)} tokens`;
    case "cost":
      return moneyText(value);
    case "minutes":
      return `${value.toLocaleString("en", { maximumFractionDigits: 1 })} minutes`;
    case "agents":
      return countText(value, "agent");
  }
}
