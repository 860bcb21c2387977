import { digestGraph } from "../../workflow/digest-graph.ts";
import { audited, withAllEvents, type AuditRule, type AuditRuleFinding } from "../audit-rule.ts";
import type { AuditedRun } from "../audited-run.ts";
import { usageOf } from "../run-usage.ts";

/** A run that did, or tried to do, what nobody granted it. */
export const scopeExceeded: AuditRule = {
  id: "audit/scope-exceeded",
  seeks: "Use beyond the scope",
  severity: "error",
  why: "What a run may use is what was approved; anything beyond that nobody agreed to.",
  examine: (run) =>
    withAllEvents(run, () => {
      const { ungranted, refused, foreignSourceIds } = usageOf(run);
      return audited([
        ...structure(run),
        ...bySteps(ungranted).map(({ stepId, tool, times }): AuditRuleFinding => ({ target: { type: "step", id: stepId }, message: `"${titleOf(run, stepId)}" used "${tool}", which the brief doesn't grant${times}.` })),
        ...foreignSourceIds.map((id): AuditRuleFinding => ({ target: { type: "source", id }, message: outside(run, id) })),
        // The guard held: worth a look, and no breach.
        ...bySteps(refused).map(({ stepId, tool, times }): AuditRuleFinding => ({
          target: { type: "step", id: stepId },
          severity: "warning",
          message: `"${titleOf(run, stepId)}" tried to use "${tool}" outside what was granted${times}, and was refused.`,
        })),
      ]);
    }),
};

function structure({ graph, entries }: AuditedRun): AuditRuleFinding[] {
  const created = entries.find(({ event }) => event.type === "run-created")?.event;
  if (created?.type !== "run-created" || created.definitionDigest === digestGraph(graph)) return [];
  return [{ target: { type: "run" }, message: "The plan of this run is not the one that was approved: their digests differ." }];
}

function outside({ sources, brief }: AuditedRun, id: string): string {
  const source = sources.get(id);
  if (source === undefined) return `A source was read that is not there any more (${id}).`;
  const granted = brief.scope.collections.join(", ");
  return `${source.path} was read, of the collection "${source.collection}"; the brief grants ${granted === "" ? "none" : granted}.`;
}

function titleOf({ view, state }: AuditedRun, stepId: string): string {
  return view.node(state.stepsById.get(stepId)?.nodeId ?? "")?.title ?? stepId;
}

function bySteps(calls: readonly { stepId: string; tool: string }[]): { stepId: string; tool: string; times: string }[] {
  return [...Map.groupBy(calls, ({ stepId, tool }) => JSON.stringify([stepId, tool])).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ stepId: first.stepId, tool: first.tool, times: alike.length === 1 ? "" : `, ${alike.length} times` }];
  });
}
