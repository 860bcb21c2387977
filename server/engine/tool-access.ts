import type { Brief } from "../../core/brief/brief.ts";
import type { ToolDescriptor } from "../../core/review/manifest.ts";
import type { CallEvent } from "../../core/run/run-event.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { RunnableNode } from "../../core/workflow/runnable-kind.ts";
import type { GrantedTool, ToolAccess, ToolCallOutcome } from "./executors/executor-ports.ts";
import type { StepRun } from "./executors/executor.ts";

/** A tool of the registry, as runs call it. */
export interface CallableTool extends GrantedTool {
  execute(
    input: JsonValue,
    scope: { collections: readonly string[] | null },
    call: { idempotencyKey: string; signal: AbortSignal },
  ): Promise<{ ok: true; output: object } | { ok: false; reason: "bad-input" | "not-found" | "outside-scope"; issues?: readonly string[] }>;
}

interface Caller extends Pick<StepRun, "stepId" | "attempt" | "idempotencyKey" | "record" | "signal"> {
  node: RunnableNode;
  brief: Brief;
  contents: Pick<StepRun["contents"], "put">;
}

const refusals = {
  "bad-input": "The input doesn't fit.",
  "not-found": "There is no such thing.",
  "outside-scope": "This is outside of what the run may touch.",
} as const;

/** Grants a step what its node names, its brief allows and its manifest holds; every call is recorded, refused or not. */
export function toolAccess(
  { tools, isOutage }: { tools: readonly CallableTool[]; isOutage(error: unknown): boolean },
  approved: readonly ToolDescriptor[],
  caller: Caller,
): ToolAccess {
  const { node, brief, contents } = caller;
  const { scope } = brief;
  const named = new Set(namesOf(node));
  const held = new Set(approved.map(({ name }) => name));
  const granted = tools.filter(
    ({ name, effects }) => named.has(name) && held.has(name) && scope.tools.includes(name) && (effects === "read-only" || scope.effects === "may-write"),
  );
  let calls = 0;

  async function outcomeOf(name: string, input: JsonValue): Promise<ToolCallOutcome> {
    const tool = granted.find((one) => one.name === name);
    if (tool === undefined) return { ok: false, reason: "not-granted", message: `The tool ${name} is not granted to this step.` };
    calls += 1;
    const call = { idempotencyKey: `${caller.idempotencyKey}-${calls}`, signal: caller.signal };
    try {
      const outcome = await tool.execute(input, { collections: collectionsOf(node, brief) }, call);
      if (outcome.ok) return { ok: true, output: outcome.output as JsonValue };
      const { reason, issues = [] } = outcome;
      return { ok: false, reason, message: [refusals[reason], ...issues].join(" ") };
    } catch (error) {
      if (caller.signal.aborted || isOutage(error)) throw error;
      return { ok: false, reason: "failed", message: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    granted,
    async call(name, input) {
      const begun = performance.now();
      const outcome = await outcomeOf(name, input);
      const event: CallEvent = {
        type: "tool-called",
        stepId: caller.stepId,
        attempt: caller.attempt,
        tool: name,
        input: contents.put(input),
        output: outcome.ok ? contents.put(outcome.output) : null,
        outcome: outcome.ok ? "ok" : outcome.reason,
        durationMs: Math.round(performance.now() - begun),
      };
      await caller.record([event]);
      return outcome;
    },
  };
}

function namesOf(node: RunnableNode): readonly string[] {
  if (node.kind === "tool") return typeof node.tool === "string" ? [node.tool] : [];
  return node.kind === "agent" && Array.isArray(node.tools) ? node.tools : [];
}

/** Those of the brief; of an agent whose context names some, those of them. */
function collectionsOf(node: RunnableNode, { scope }: Brief): readonly string[] {
  if (node.kind !== "agent" || !("sources" in node.context)) return scope.collections;
  const named = new Set(node.context.sources);
  const chosen = scope.collections.filter((name) => named.has(name));
  return chosen.length > 0 ? chosen : scope.collections;
}
