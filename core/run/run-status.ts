/** How a run or one of its steps stands (DESIGN.md §2). Only steps are skipped; a paused run waits. */
export const runStatuses = ["pending", "running", "waiting", "completed", "failed", "skipped", "canceled"] as const;

export type RunStatus = (typeof runStatuses)[number];

/** Whether nothing more can come of it; a failed run or step goes on only when a person retries it. */
export function isEnded(status: RunStatus): boolean {
  return status === "completed" || status === "failed" || status === "skipped" || status === "canceled";
}

/** How it stands with a run, as the beginning of a sentence: "The run was canceled". */
export function runStands(status: RunStatus): string {
  if (status === "canceled") return "The run was canceled";
  return isEnded(status) ? `The run ${status}` : `The run is ${status}`;
}
