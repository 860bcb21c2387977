import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/result.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { changeRun, type RunRefusal } from "./change-run.ts";
import type { Ports } from "./ports.ts";

type RunPorts = Pick<Ports, "store" | "now" | "running" | "runStates">;
type RunOutcome = Promise<Result<object, RunRefusal>>;

/** Lets nothing new begin; what is in flight ends first. */
export function pauseRun(ports: RunPorts, actor: Actor, { runId }: { runId: string }): RunOutcome {
  return changeRun(ports, actor, runId, (state) => {
    if (isEnded(state.status) || state.openWaits.some(({ wait }) => wait.kind === "paused")) return { ok: false, reason: "over" };
    const waitId = `paused-${state.sequence + 1}`;
    return { ok: true, change: { events: [{ type: "wait-began", waitId, wait: { kind: "paused", by: actor } }], action: "run-pause", summary: "Paused a run" } };
  });
}

/** Lifts a pause. */
export function continueRun(ports: RunPorts, actor: Actor, { runId }: { runId: string }): RunOutcome {
  return changeRun(ports, actor, runId, ({ openWaits }) => {
    const pauses = openWaits.filter(({ wait }) => wait.kind === "paused");
    if (pauses.length === 0) return { ok: false, reason: "over" };
    const events = pauses.map(({ waitId }) => ({ type: "wait-answered", waitId, by: actor, action: "continue", value: null, reason: "" }) as const);
    return { ok: true, change: { events, action: "run-continue", summary: "Had a paused run continue" } };
  });
}

/** Ends a run for good: what is in flight is aborted and counts no more. */
export function cancelRun(ports: RunPorts, actor: Actor, { runId, reason }: { runId: string; reason: string }): RunOutcome {
  return changeRun(ports, actor, runId, ({ status }) => {
    if (isEnded(status)) return { ok: false, reason: "over" };
    return { ok: true, change: { events: [{ type: "run-canceled", by: actor, reason }], action: "run-cancel", summary: "Canceled a run" } };
  });
}

/**
 * Has a failed step tried anew, with the failed steps of the items of a map and the maps around it; a run that failed by
 * it goes on.
 */
export function retryStep(ports: RunPorts, actor: Actor, { runId, stepId, reason }: { runId: string; stepId: string; reason: string }): RunOutcome {
  return changeRun(ports, actor, runId, ({ stepsById, status }) => {
    if (status === "canceled" || status === "completed" || stepsById.get(stepId)?.status !== "failed") return { ok: false, reason: "over" };
    const around = (other: string) => other.startsWith(`${stepId}[`) || stepId.startsWith(`${other}[`);
    const failed = [...stepsById.values()].filter((step) => step.status === "failed" && (step.stepId === stepId || around(step.stepId)));
    const events = failed.map((step) => ({ type: "step-retried", stepId: step.stepId, by: actor, reason }) as const);
    return { ok: true, change: { events, action: "run-retry", summary: `Had step ${stepId} of a run tried again` } };
  });
}
