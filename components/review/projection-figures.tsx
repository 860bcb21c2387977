import { useMemo } from "react";
import type { Brief } from "../../core/brief/brief.ts";
import { viewGraph } from "../../core/preflight/graph-view.ts";
import { projectPlan } from "../../core/preflight/projection.ts";
import type { Range } from "../../core/preflight/range.ts";
import type { Surroundings } from "../../core/preflight/surroundings.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { shortNumber } from "../canvas/node-facts.ts";
import classes from "./projection-figures.module.css";

/** What the plan will likely use of what the brief allows, each with its range; a figure above its limit stands out. */
export function ProjectionFigures({ graph, brief, surroundings }: { graph: Graph; brief: Brief; surroundings: Surroundings }) {
  const projection = useMemo(() => projectPlan({ graph, view: viewGraph(graph), brief, surroundings }), [graph, brief, surroundings]);
  const { agents, tokens, minutes, costMicroUsd, unpricedRoles, guessedNodeIds, atOnce } = projection;
  const { budget, scope } = brief;
  const minutesIn = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });
  const counted = (value: number) => value.toLocaleString("en");
  const figures = [
    { name: "Agents", value: counted(agents.likely), limit: counted(budget.maxAgents), isOver: agents.likely > budget.maxAgents, range: `${inWords(agents, counted)}, at most ${atOnce} at once` },
    { name: "Tokens", value: `≈ ${shortNumber(tokens.likely)}`, limit: shortNumber(budget.maxTokens), isOver: tokens.likely > budget.maxTokens, range: inWords(tokens, shortNumber) },
    {
      name: "Cost",
      value: costMicroUsd === null ? "not known" : `≈ ${dollars(costMicroUsd.likely)}`,
      limit: dollars(budget.maxCostMicroUsd),
      isOver: costMicroUsd !== null && costMicroUsd.likely > budget.maxCostMicroUsd,
      range: costMicroUsd === null ? `no price is known for ${unpricedRoles.join(", ")}` : inWords(costMicroUsd, dollars),
    },
    { name: "Time", value: `≈ ${minutesIn(minutes.likely)} min`, limit: `${budget.maxMinutes} min`, isOver: minutes.likely > budget.maxMinutes, range: `${inWords(minutes, minutesIn)} minutes` },
  ];
  const tools = scope.tools.length === 0 ? "no tools" : scope.tools.length === 1 ? "1 tool" : `${scope.tools.length} tools`;
  return (
    <dl className={classes.figures} title={guessedNodeIds.length === 0 ? undefined : `A guess for ${guessedNodeIds.join(", ")}: no limit is declared.`}>
      {figures.map(({ name, value, limit, isOver, range }) => (
        <div key={name} title={`${name}: ${range}`}>
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

/** The whole range, for whoever wants to know how sure the figure is. */
function inWords({ least, likely, most }: Range, write: (value: number) => string): string {
  return `at least ${write(least)}, likely ${write(likely)}, ${most === null ? "no limit" : `at most ${write(most)}`}`;
}

function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(2)}`;
}
