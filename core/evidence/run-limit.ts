import type { Brief } from "../brief/brief.ts";
import type { RunState } from "../run/run-state.ts";
import type { Wait } from "../run/wait.ts";

/** What a run may use of, in all. */
export type LimitName = Extract<Wait, { kind: "budget" }>["limit"];

/** Tokens, agents and minutes as counts, cost in micro-USD. */
export interface RunLimit {
  /** As the brief says. */
  declared: number;
  /** As it stands after people raised it while the run waited. */
  allowed: number;
  /** Who raised it, in order. */
  raisedBy: readonly string[];
}

/** The limits of a run: those of the brief, and what people raised them to. */
export function runLimits({ budget }: Brief, { answeredWaits }: RunState): Record<LimitName, RunLimit> {
  const limit = (name: LimitName, declared: number): RunLimit => {
    const raises = answeredWaits.flatMap(({ wait, answer }) =>
      wait.kind === "budget" && wait.stepId === null && wait.limit === name && answer.action === "raise" && typeof answer.value === "number"
        ? [{ to: answer.value, by: answer.by.name }]
        : [],
    );
    return { declared, allowed: Math.max(declared, ...raises.map(({ to }) => to)), raisedBy: raises.map(({ by }) => by) };
  };
  return {
    tokens: limit("tokens", budget.maxTokens),
    cost: limit("cost", budget.maxCostMicroUsd),
    minutes: limit("minutes", budget.maxMinutes),
    agents: limit("agents", budget.maxAgents),
  };
}
