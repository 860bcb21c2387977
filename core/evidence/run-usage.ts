import { agentCount } from "../run/agent-count.ts";
import type { RunEvent } from "../run/run-event.ts";
import { workedMs } from "../run/worked-ms.ts";
import type { AuditedRun } from "./audited-run.ts";
import type { LimitName } from "./run-limit.ts";

type ToolCall = Extract<RunEvent, { type: "tool-called" }> & { sequence: number };

/** What a run used, by its own events. */
export interface RunUsage {
  /** Null where it isn't known: the price of a model. */
  limits: Record<LimitName, number | null>;
  /** Calls that were let through, by tool. */
  callsByTool: ReadonlyMap<string, number>;
  /** Calls that were refused because nobody granted them. */
  refused: readonly ToolCall[];
  /** Calls that went through though the brief doesn't grant the tool. */
  ungranted: readonly ToolCall[];
  /** How many documents were read of each collection. */
  documentsByCollection: ReadonlyMap<string, number>;
  /** Ids of documents that are in no collection the brief grants, or in none that is known. */
  foreignSourceIds: readonly string[];
}

/** @param now until when the time of a run that goes on is counted; to its newest event where none is given. */
export function usageOf(run: AuditedRun, now = run.entries.at(-1)?.at): RunUsage {
  const calls = run.entries.flatMap(({ sequence, event }): ToolCall[] => (event.type === "tool-called" ? [{ ...event, sequence }] : []));
  const through = calls.filter(({ outcome }) => outcome !== "outside-scope" && outcome !== "not-granted");
  const granted = new Set(run.brief.scope.tools);
  const readIds = [...run.readsBySourceId.keys()];
  const { usage, costMicroUsd } = run.state.spending;
  return {
    limits: { tokens: usage.input + usage.output, cost: costMicroUsd, minutes: workedMs(run.state, now?.getTime() ?? 0) / 60_000, agents: agentCount(run.graph, run.state) },
    callsByTool: counts(through.map(({ tool }) => tool)),
    refused: calls.filter((call) => !through.includes(call)),
    ungranted: through.filter(({ tool }) => !granted.has(tool)),
    documentsByCollection: counts(readIds.flatMap((id) => run.sources.get(id)?.collection ?? [])),
    foreignSourceIds: readIds.filter((id) => !run.brief.scope.collections.includes(run.sources.get(id)?.collection ?? "")),
  };
}

function counts(names: readonly string[]): Map<string, number> {
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}
