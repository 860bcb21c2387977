"use client";

import { runLimits } from "../../core/evidence/run-limit.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { agentCount } from "../../core/run/agent-count.ts";
import type { RunState } from "../../core/run/run-state.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { workedMs } from "../../core/run/worked-ms.ts";
import { shortNumber } from "../canvas/node-facts.ts";
import { useNow } from "../parts/elapsed.tsx";
import { durationText, moneyText } from "../parts/number-text.ts";
import { useRun, useRunSnapshot } from "./run-context.tsx";
import classes from "./run-meters.module.css";
import { atOnce } from "./at-once.ts";

const nearLimit = 0.9;

/** What the run has used of what its brief allows; orange near a limit, red above it. */
export function RunMeters() {
  const { graph, brief } = useRun();
  const { state } = useRunSnapshot();
  const now = useNow(state.status === "running");
  return (
    <dl className={classes.meters}>
      {metersOf({ graph, state, now, limits: runLimits(brief, state), parallel: brief.budget.maxParallel }).map(({ name, value, limit, share }) => (
        <div key={name} className={classes.meter} data-tone={share === null || name === "At once" ? undefined : share > 1 ? "over" : share >= nearLimit ? "near" : undefined}>
          <dt>{name}</dt>
          <dd>
            <b>{value}</b> of {limit}
          </dd>
          <span className={classes.bar} aria-hidden="true">
            <span style={{ width: `${Math.min(100, (share ?? 0) * 100)}%` }} />
          </span>
        </div>
      ))}
    </dl>
  );
}

interface MeterInput {
  graph: Graph;
  state: RunState;
  now: number | null;
  limits: ReturnType<typeof runLimits>;
  parallel: number;
}

function metersOf({ graph, state, now, limits, parallel }: MeterInput) {
  const { usage, costMicroUsd } = state.spending;
  const tokens = usage.input + usage.output;
  const worked = workedMs(state, now ?? state.startedAt?.getTime() ?? 0);
  const allowedMs = limits.minutes.allowed * 60_000;
  const agents = agentCount(graph, state);
  const busy = atOnce(state);
  const atOnceMeter = { name: "At once", value: busy.toLocaleString("en"), limit: parallel.toLocaleString("en"), share: shareOf(busy, parallel) };
  return [
    { name: "Cost", value: moneyText(costMicroUsd), limit: moneyText(limits.cost.allowed), share: costMicroUsd === null ? null : shareOf(costMicroUsd, limits.cost.allowed) },
    { name: "Tokens", value: shortNumber(tokens), limit: shortNumber(limits.tokens.allowed), share: shareOf(tokens, limits.tokens.allowed) },
    { name: "Time", value: durationText(worked), limit: durationText(allowedMs), share: shareOf(worked, allowedMs) },
    { name: "Agents", value: agents.toLocaleString("en"), limit: limits.agents.allowed.toLocaleString("en"), share: shareOf(agents, limits.agents.allowed) },
    ...(isEnded(state.status) ? [] : [atOnceMeter]),
  ];
}

function shareOf(used: number, allowed: number): number {
  return allowed === 0 ? (used > 0 ? 2 : 0) : used / allowed;
}
