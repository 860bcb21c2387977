import { useMemo } from "react";
import type { Brief } from "../../core/brief/brief.ts";
import { viewGraph } from "../../core/preflight/graph-view.ts";
import { learnProjection, type PastRun } from "../../core/preflight/learned-projection.ts";
import { projectPlan } from "../../core/preflight/projection.ts";
import type { Range } from "../../core/preflight/range.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { modelRoles } from "../../core/workflow/model-role.ts";
import { shortNumber } from "../canvas/node-facts.ts";
import { browserSurroundings, type KnownHouse } from "./browser-surroundings.ts";
import classes from "./projection-figures.module.css";

/** What the plan will likely use of what the brief allows, each with its range; a figure above its limit stands out. */
export function ProjectionFigures({ graph, brief, examined, pastRuns }: { graph: Graph; brief: Brief; examined: KnownHouse; pastRuns: readonly PastRun[] }) {
  const projection = useMemo(() => projectPlan({ graph, view: viewGraph(graph), brief, surroundings: browserSurroundings(examined) }), [graph, brief, examined]);
  const { agents, unpricedRoles, pricedRoles, guessedNodeIds, atOnce } = projection;
  const { tokens, minutes, costMicroUsd, runCount } = learnProjection(projection, pastRuns, graph.nodes.some(({ kind }) => kind === "checkpoint"));
  const prices = pricesOf(pricedRoles, examined);
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
    { name: "Time", value: minutes.likely < 0.1 ? "< 0.1 min" : `≈ ${minutesIn(minutes.likely)} min`, limit: `${budget.maxMinutes} min`, isOver: minutes.likely > budget.maxMinutes, range: `${inWords(minutes, minutesIn)} minutes` },
  ];
  const tools = scope.tools.length === 0 ? "no tools" : scope.tools.length === 1 ? "1 tool" : `${scope.tools.length} tools`;
  const learned = runCount === 0 ? "" : `Likely values from ${runCount === 1 ? "1 run" : `${runCount} runs`} of plans like this`;
  return (
    <div>
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
      {(learned !== "" || prices !== null) && (
        <p className={classes.basis}>
          {learned}
          {learned !== "" && prices !== null && " · "}
          {prices !== null && <span title={prices.rows.join("\n")}>{prices.words}</span>}
        </p>
      )}
    </div>
  );
}

/** How old the prices are by which the cost is told, and where they are from; null where nothing costs anything. */
function pricesOf(roles: readonly string[], { facts }: KnownHouse): { words: string; rows: string[] } | null {
  const priced = modelRoles.flatMap((role) => {
    const { price } = facts[role];
    return price === null || price.microUsdPerMillionTokens === 0 || !roles.includes(role) ? [] : [{ role, ...price }];
  });
  const [oldest] = priced.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
  if (oldest === undefined) return null;
  const sources = new Set(priced.map(({ source }) => source));
  return {
    words: `Prices as of ${oldest.asOf}, ${sources.size === 1 ? oldest.source : `${sources.size} sources`}`,
    rows: priced.map(({ role, model, microUsdPerMillionTokens, asOf, source }) => `${role}: ${model}, at most ${dollars(microUsdPerMillionTokens)} for a million tokens, as of ${asOf}, ${source}`),
  };
}

/** The whole range, for whoever wants to know how sure the figure is. */
function inWords({ least, likely, most }: Range, write: (value: number) => string): string {
  return `at least ${write(least)}, likely ${write(likely)}, ${most === null ? "no limit" : `at most ${write(most)}`}`;
}

function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(2)}`;
}
