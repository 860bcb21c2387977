import type { RunEvent } from "../../run/run-event.ts";
import { audited, withAllEvents, type AuditRule, type AuditRuleFinding } from "../audit-rule.ts";
import type { AuditedRun } from "../audited-run.ts";

type ModelCalled = Extract<RunEvent, { type: "model-called" }>;

/** A model that took over for another: most often no harm, but a verifier that falls back to the worker's model checks its own work. */
export const fallbackUsed: AuditRule = {
  id: "audit/fallback-used",
  seeks: "Models that took over for others",
  severity: "warning",
  why: "Which models work was approved, and so was who takes over; that it came to it changes how far the checks can be trusted.",
  examine: (run) =>
    withAllEvents(run, () => {
      const calls = run.entries.flatMap(({ event }) => (event.type === "model-called" ? [event] : []));
      return audited([...takenOver(calls).map((one) => findingOf(run, one)), ...selfChecks(run, calls)]);
    }),
};

interface TakenOver {
  stepId: string;
  model: string;
  insteadOf: string;
  times: number;
}

function takenOver(calls: readonly ModelCalled[]): TakenOver[] {
  const known = new Map<string, TakenOver>();
  for (const { stepId, model, insteadOf } of calls) {
    if (insteadOf === undefined) continue;
    const key = JSON.stringify([stepId, model, insteadOf]);
    known.set(key, { stepId, model, insteadOf, times: (known.get(key)?.times ?? 0) + 1 });
  }
  return [...known.values()];
}

function findingOf(run: AuditedRun, { stepId, model, insteadOf, times }: TakenOver): AuditRuleFinding {
  const often = times === 1 ? "one call" : `${times} calls`;
  return { target: { type: "step", id: stepId }, severity: "note", message: `${model} answered ${often} of "${titleOf(run, stepId)}", because ${insteadOf} could not be used.` };
}

/** Verifiers that ruled on claims which their own model had made, where a model had taken over on one side. */
function selfChecks(run: AuditedRun, calls: readonly ModelCalled[]): AuditRuleFinding[] {
  const callsByStepId = Map.groupBy(calls, ({ stepId }) => stepId);
  const callsOf = (stepId: string, by: string) => (callsByStepId.get(stepId) ?? []).filter(({ model }) => model === by);
  const claimsByVerifier = new Map<string, { stepId: string; verifier: string; claimIds: Set<string> }>();
  for (const [claimId, verdicts] of run.verdictsByClaimId) {
    const producer = run.candidatesById.get(claimId)?.stepId;
    if (producer === undefined) continue;
    for (const { stepId, verifier, method } of verdicts) {
      const made = callsOf(producer, verifier);
      const hasTakenOver = [...made, ...callsOf(stepId, verifier)].some(({ insteadOf }) => insteadOf !== undefined);
      if (method !== "model" || made.length === 0 || !hasTakenOver) continue;
      const key = JSON.stringify([stepId, verifier]);
      const known = claimsByVerifier.get(key) ?? { stepId, verifier, claimIds: new Set<string>() };
      claimsByVerifier.set(key, known);
      known.claimIds.add(claimId);
    }
  }
  return [...claimsByVerifier.values()].map(({ stepId, verifier, claimIds }) => ({
    target: { type: "step", id: stepId },
    message: `"${titleOf(run, stepId)}" was ruled by ${verifier}, which also made ${claimIds.size === 1 ? "the claim" : `${claimIds.size} of the claims`}: a model had taken over.`,
  }));
}

function titleOf({ view, state }: AuditedRun, stepId: string): string {
  return view.node(state.stepsById.get(stepId)?.nodeId ?? "")?.title ?? stepId;
}
