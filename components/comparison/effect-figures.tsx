import { useMemo } from "react";
import type { Brief } from "../../core/brief/brief.ts";
import { viewGraph } from "../../core/preflight/graph-view.ts";
import { toolsOf } from "../../core/preflight/node-tools.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import { projectPlan } from "../../core/preflight/projection.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { shortNumber } from "../canvas/node-facts.ts";
import { browserSurroundings } from "../review/browser-surroundings.ts";
import type { ApiOutput } from "../shell/api.ts";
import classes from "./effect-figures.module.css";

interface EffectFiguresProps {
  from: Graph;
  to: Graph;
  brief: Brief;
  /** Null until the checks have answered. */
  reports: { before: PreflightReport; after: PreflightReport } | null;
  examined: NonNullable<ApiOutput["workflows"]["get"]>["examined"];
}

/** What the changes come to: agents, tokens, findings and tools, before and after. */
export function EffectFigures({ from, to, brief, reports, examined }: EffectFiguresProps) {
  const figures = useMemo(() => {
    if (examined === null) return [];
    const surroundings = browserSurroundings(examined);
    const figuresOf = (graph: Graph, report: PreflightReport | null) => {
      const { agents, tokens } = projectPlan({ graph, view: viewGraph(graph), brief, surroundings });
      const count = (severity: string) => (report === null ? "…" : String(report.findings.filter((finding) => finding.severity === severity).length));
      return {
        "Agents at most": agents.most === null ? "unbounded" : agents.most.toLocaleString("en"),
        "Likely tokens": shortNumber(tokens.likely),
        Errors: count("error"),
        Warnings: count("warning"),
        Tools: String(new Set(graph.nodes.flatMap(toolsOf)).size),
      };
    };
    const [before, after] = [figuresOf(from, reports?.before ?? null), figuresOf(to, reports?.after ?? null)];
    return Object.entries(after).map(([name, value]) => ({ name, value, earlier: new Map(Object.entries(before)).get(name) ?? "" }));
  }, [from, to, brief, reports, examined]);
  return (
    <dl className={classes.figures}>
      {figures.map(({ name, value, earlier }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {earlier === value ? (
              value
            ) : (
              <>
                <span className={classes.earlier}>{earlier}</span> → <b>{value}</b>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
