import { briefSchema, type Brief, type BriefInput } from "../../core/brief/brief.ts";
import type { ToolFacts } from "../../core/preflight/surroundings.ts";
import { findDefect } from "../../core/workflow/graph-defect.ts";
import { graphSchema, type Graph, type GraphInput } from "../../core/workflow/graph.ts";

/** A plan as a careful person would approve it, with the brief it answers. */
export interface GoodPlan {
  name: string;
  brief: Brief;
  graph: Graph;
}

/** Writes a plan down; edges are chains of ids, `a > b` or `a > b as name`. */
export function goodPlan(name: string, brief: BriefInput, { edges, ...graph }: Omit<GraphInput, "edges"> & { edges: string[] }): GoodPlan {
  const parsed = graphSchema.parse({
    ...graph,
    edges: edges.flatMap((line) => {
      const [path = "", as] = line.split(" as ");
      const ids = path.split(">").map((id) => id.trim());
      return ids.slice(1).map((to, index) => ({ id: `${ids[index]}-${to}`.slice(0, 64), from: ids[index] ?? "", to, as }));
    }),
  });
  const defect = findDefect(parsed);
  if (defect !== null) throw new Error(`${name}: ${defect.message}`);
  return { name, brief: briefSchema.parse(brief), graph: parsed };
}

/** The tools of the house in which these plans would run. */
export const houseTools: ReadonlyMap<string, ToolFacts> = new Map<string, ToolFacts>([
  ...["search_sources", "read_source", "run_tests", "query_metrics", "read_repository", "list_tickets"].map((name) => [name, { effects: "read-only" as const, server: "built-in" }] as const),
  ...["fetch_url", "search_web"].map((name) => [name, { effects: "read-only" as const, server: "web" }] as const),
  ...["send_mail", "update_ticket", "open_pull_request", "delete_rows"].map((name) => [name, { effects: "writes" as const, server: "office" }] as const),
]);

/** Each role has a model of its own there. */
export const houseModels: Record<string, string> = { planner: "a:large", worker: "a:small", verifier: "b:large", synthesizer: "a:large", critic: "c:large" };
