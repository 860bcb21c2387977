import type { Brief } from "../../core/brief/brief.ts";
import { viewGraph } from "../../core/preflight/graph-view.ts";
import { projectCost, type PriceOf } from "../../core/preflight/project-cost.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { shortNumber } from "../canvas/node-facts.ts";
import classes from "./projection-figures.module.css";

/** What the plan will likely use of what the brief allows; a figure above its limit stands out. */
export function ProjectionFigures({ graph, brief, priceOf }: { graph: Graph; brief: Brief; priceOf: PriceOf }) {
  const { agents, tokens, minutes, costMicroUsd, guessedNodeIds } = projectCost({ graph, view: viewGraph(graph), brief }, priceOf);
  const { budget, scope } = brief;
  const figures = [
    { name: "Agents", value: agents.toLocaleString("en"), limit: budget.maxAgents.toLocaleString("en"), isOver: agents > budget.maxAgents },
    { name: "Tokens", value: `≈ ${shortNumber(tokens)}`, limit: shortNumber(budget.maxTokens), isOver: tokens > budget.maxTokens },
    {
      name: "Cost",
      value: costMicroUsd === null ? "not known" : `≈ ${dollars(costMicroUsd)}`,
      limit: dollars(budget.maxCostMicroUsd),
      isOver: costMicroUsd !== null && costMicroUsd > budget.maxCostMicroUsd,
    },
    { name: "Time", value: `≈ ${minutes.toLocaleString("en", { maximumFractionDigits: 1 })} min`, limit: `${budget.maxMinutes} min`, isOver: minutes > budget.maxMinutes },
  ];
  const tools = scope.tools.length === 0 ? "no tools" : scope.tools.length === 1 ? "1 tool" : `${scope.tools.length} tools`;
  return (
    <dl className={classes.figures} title={guessedNodeIds.length === 0 ? undefined : `A guess for ${guessedNodeIds.join(", ")}: no limit is declared.`}>
      {figures.map(({ name, value, limit, isOver }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-over={isOver || undefined}>
            {value} <span className={classes.limit}>of {limit}</span>
          </dd>
        </div>
      ))}
      <div>
        <dt>Permissions</dt>
        <dd>
          {scope.effects === "read-only" ? "read-only" : "may write"}, {tools}
        </dd>
      </div>
    </dl>
  );
}

function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(2)}`;
}
