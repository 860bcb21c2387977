import type { RunEvent } from "./run-event.ts";

/** What people look for among the events of a run. */
export const eventGroups = {
  decisions: ["run-created", "wait-began", "wait-answered", "step-retried", "run-canceled"],
  failures: ["step-failed", "model-failed", "run-failed"],
  steps: ["step-started", "items-listed", "step-completed", "step-failed", "step-skipped", "step-set-aside", "step-retried"],
  calls: ["model-called", "model-failed", "tool-called"],
  passages: ["source-read"],
} as const satisfies Record<string, readonly RunEvent["type"][]>;

export type EventGroup = keyof typeof eventGroups;

export const eventGroupNames = Object.keys(eventGroups) as [EventGroup, ...EventGroup[]];
