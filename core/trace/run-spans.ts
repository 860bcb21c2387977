import type { AuditedRun } from "../evidence/audited-run.ts";
import type { RunEntry, RunEvent } from "../run/run-event.ts";
import type { StepState } from "../run/run-state.ts";
import type { RunStatus } from "../run/run-status.ts";
import { placeOfStep } from "../run/step-id.ts";
import { digestOf } from "../text/digest.ts";
import { attributesOf } from "./event-attributes.ts";
import type { Span, SpanEvent } from "./span.ts";

type CallEntry = RunEntry & { event: Extract<RunEvent, { type: "model-called" | "model-failed" | "tool-called" }> };

/**
 * A run as a trace: the run, below it its steps, items below their maps, below each step its calls; what else happened
 * are events of these. The same run gives the same ids.
 * @param runId a UUID: its digits are the trace's id.
 */
export function runSpans(run: AuditedRun, runId: string): Span[] {
  const traceId = runId.replaceAll("-", "").toLowerCase();
  const root = spanIdOf(runId, "");
  const entriesByStep = Map.groupBy(run.entries, ({ event }) => ("stepId" in event && event.type !== "run-failed" ? event.stepId : null));
  const evaluations = evaluationsOf(run);
  const ofRun = (entriesByStep.get(null) ?? []).filter(({ event }) => event.type !== "run-created" && event.type !== "run-completed");
  const created = run.entries.find(({ event }) => event.type === "run-created");
  const { state, graph } = run;
  const beganAt = state.createdAt ?? run.entries[0]?.at;
  if (beganAt === undefined) return [];
  const spans: Span[] = [
    {
      traceId,
      spanId: root,
      parentSpanId: null,
      name: `invoke_workflow ${graph.title}`,
      kind: "internal",
      startMs: beganAt.getTime(),
      endMs: state.endedAt?.getTime() ?? null,
      attributes: { "gen_ai.operation.name": "invoke_workflow", "gen_ai.workflow.name": graph.title, "countersign.run.id": runId, ...(created === undefined ? {} : attributesOf(created.event)) },
      events: ofRun.map(eventOf),
      status: statusOf(state.status, state.failure?.message ?? ""),
    },
  ];
  for (const step of state.stepsById.values()) {
    const entries = entriesByStep.get(step.stepId) ?? [];
    const parent = placeOfStep(step.stepId)?.parentStepId;
    const spanId = spanIdOf(runId, step.stepId);
    const calls = entries.filter(isCall);
    spans.push({
      traceId,
      spanId,
      parentSpanId: parent === undefined ? root : spanIdOf(runId, parent),
      ...nameOf(run, step),
      kind: "internal",
      startMs: (entries[0]?.at ?? step.startedAt ?? beganAt).getTime(),
      endMs: step.endedAt?.getTime() ?? null,
      events: [...entries.filter((entry) => !isCall(entry)).map(eventOf), ...(evaluations.get(step.stepId) ?? [])],
      status: statusOf(step.status, step.error?.message ?? ""),
    });
    for (const call of calls) spans.push({ traceId, spanId: spanIdOf(runId, call.sequence), parentSpanId: spanId, ...ofCall(call) });
  }
  return spans;
}

const spanIdOf = (runId: string, part: string | number) => digestOf([runId, part]).slice(0, 16);

function isCall(entry: RunEntry): entry is CallEntry {
  const { type } = entry.event;
  return type === "model-called" || type === "model-failed" || type === "tool-called";
}

function ofCall({ at, event }: CallEntry): Omit<Span, "traceId" | "spanId" | "parentSpanId"> {
  const attributes = attributesOf(event);
  const isFailed = "error.type" in attributes;
  return {
    name: event.type === "tool-called" ? `execute_tool ${event.tool}` : `chat ${String(attributes["gen_ai.request.model"])}`,
    kind: event.type === "tool-called" ? "internal" : "client",
    startMs: at.getTime() - event.durationMs,
    endMs: at.getTime(),
    attributes,
    events: [],
    status: { code: isFailed ? "error" : "ok", message: event.type === "model-failed" ? event.message : isFailed ? String(attributes["error.type"]) : "" },
  };
}

/** What a model does is an agent's; the rest are steps, for which the conventions have no name yet. */
function nameOf({ view }: AuditedRun, { stepId, nodeId }: StepState): Pick<Span, "name" | "attributes"> {
  const node = view.node(nodeId);
  const [title, kind] = [node?.title ?? nodeId, node?.kind ?? "unknown"];
  const own = { "countersign.node.id": nodeId, "countersign.node.kind": kind, "countersign.step.id": stepId };
  if (kind !== "agent" && kind !== "verify" && kind !== "synthesize") return { name: `${kind} ${title}`, attributes: own };
  return { name: `invoke_agent ${title}`, attributes: { "gen_ai.operation.name": "invoke_agent", "gen_ai.agent.id": nodeId, "gen_ai.agent.name": title, ...own } };
}

function eventOf({ at, event }: RunEntry): SpanEvent {
  return { name: `countersign.${event.type}`, atMs: at.getTime(), attributes: attributesOf(event) };
}

/** One `gen_ai.evaluation.result` for each vote of a verifier, at the step whose claim it is about. */
function evaluationsOf({ candidatesById, verdictsByClaimId, state }: AuditedRun): Map<string, SpanEvent[]> {
  const events = new Map<string, SpanEvent[]>();
  for (const [claimId, verdicts] of verdictsByClaimId) {
    const stepId = candidatesById.get(claimId)?.stepId;
    for (const { verdict, method, verifier, reason, stepId: ruledBy } of verdicts) {
      const about = stepId ?? ruledBy;
      const endedAt = state.stepsById.get(ruledBy)?.endedAt;
      if (!endedAt) continue;
      const attributes = {
        "gen_ai.evaluation.name": "claim-support",
        "gen_ai.evaluation.score.label": verdict,
        "gen_ai.evaluation.explanation": reason,
        "countersign.claim.id": claimId,
        "countersign.verdict.method": method,
        "countersign.verifier": verifier,
        "countersign.verifier.step.id": ruledBy,
      };
      events.set(about, [...(events.get(about) ?? []), { name: "gen_ai.evaluation.result", atMs: endedAt.getTime(), attributes }]);
    }
  }
  return events;
}

function statusOf(status: RunStatus, message: string): Span["status"] {
  if (status === "failed") return { code: "error", message };
  return { code: status === "completed" ? "ok" : "unset", message: "" };
}
