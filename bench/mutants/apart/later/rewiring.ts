import type { Node } from "../../../../core/workflow/node.ts";
import { withGraph, type Mutant } from "../../operator.ts";
import type { GoodPlan } from "../../good-plan.ts";

export type Agent = Extract<Node, { kind: "agent" }>;
export type Verify = Extract<Node, { kind: "verify" }>;

/** Something that has a graph: a plan or a mutant. */
type Plan = Pick<GoodPlan, "brief" | "graph">;

export const writers: readonly string[] = ["send_mail", "update_ticket", "open_pull_request", "delete_rows"];
export const readers: readonly string[] = ["search_sources", "read_source", "run_tests", "query_metrics", "read_repository", "list_tickets", "fetch_url", "search_web"];

export function agentsOf({ graph }: Plan): Agent[] {
  return graph.nodes.filter((node): node is Agent => node.kind === "agent");
}

/** Agents that stand in no container. */
export function topAgents(plan: Plan): Agent[] {
  return agentsOf(plan).filter(({ parent }) => parent === undefined);
}

export function makesClaims({ output }: Agent): boolean {
  return "as" in output && output.as === "claims";
}

export function verifiersOf({ graph }: Plan): Verify[] {
  return graph.nodes.filter((node): node is Verify => node.kind === "verify");
}

export function nodeOf({ graph }: Plan, id: string): Node | undefined {
  return graph.nodes.find((node) => node.id === id);
}

export function intoOf({ graph }: Plan, id: string) {
  return graph.edges.filter(({ to }) => to === id);
}

export function outOf({ graph }: Plan, id: string) {
  return graph.edges.filter(({ from }) => from === id);
}

export function edge(from: string, to: string, rest: object = {}): object {
  return { id: `m-${from}-${to}`.slice(0, 60).replace(/-$/, ""), from, to, ...rest };
}

/** Whether something leads from one node to the other. */
export function leads({ graph }: Plan, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) for (const one of graph.edges) if (one.from === id) seen.add(one.to);
  return from !== to && seen.has(to);
}

/** All that comes after a node. */
export function after(plan: Plan, id: string): Node[] {
  return plan.graph.nodes.filter((node) => leads(plan, id, node.id));
}

/** The plan with some nodes changed. */
export function changed(plan: Plan, ids: readonly string[], change: (node: Node) => object): Mutant {
  return withGraph({ name: "", ...plan }, { nodes: plan.graph.nodes.map((node) => (ids.includes(node.id) ? { ...node, ...change(node) } : node)) });
}

/** The plan with more nodes and edges. */
export function extended(plan: Plan, nodes: readonly object[], edges: readonly object[]): Mutant {
  return withGraph({ name: "", ...plan }, { nodes: [...plan.graph.nodes, ...nodes], edges: [...plan.graph.edges, ...edges] });
}

/** The plan with other edges. */
export function rewired(plan: Plan, edges: readonly object[], nodes: readonly object[] = plan.graph.nodes): Mutant {
  return withGraph({ name: "", ...plan }, { nodes, edges });
}

/** The plan without a node, what came before it joined to what came after it under the same name as far as that is free. */
export function splicedOut(plan: Plan, id: string): Mutant {
  const into = intoOf(plan, id);
  const out = outOf(plan, id);
  const kept = plan.graph.edges.filter(({ from, to }) => from !== id && to !== id);
  const joined: object[] = [];
  for (const { to, as } of out) {
    const taken = new Set(kept.filter((one) => one.to === to).map((one) => one.as));
    const fed = new Set(kept.filter((one) => one.to === to).map((one) => one.from));
    let name = as;
    for (const { from } of into) {
      if (fed.has(from)) continue;
      for (let count = 2; taken.has(name); count += 1) name = `${as}_${count}`;
      taken.add(name);
      joined.push(edge(from, to, { as: name }));
    }
  }
  return rewired(plan, [...kept, ...joined], plan.graph.nodes.filter((node) => node.id !== id));
}

/** Whether claims reach the report on a way that no verifier stands on. */
export function hasUnverifiedWay({ graph }: Plan): boolean {
  const isChecked = (node: Node) => node.kind === "verify" || (node.kind === "map" && graph.nodes.some(({ parent, kind }) => parent === node.id && kind === "verify"));
  const seen = new Set([graph.reportNode ?? ""]);
  for (const id of seen) for (const { from, to, kind } of graph.edges) {
    const source = nodeOf({ graph } as Plan, from);
    if (to === id && kind === "data" && source !== undefined && !isChecked(source)) seen.add(from);
  }
  const bare = [...seen].map((id) => nodeOf({ graph } as Plan, id));
  return bare.some((node) => node !== undefined && ((node.kind === "agent" && makesClaims(node)) || (node.kind === "map" && graph.nodes.some((inner) => inner.parent === node.id && inner.kind === "agent"))));
}

/** An instruction with a sentence more. */
export function withSentence(node: Agent, sentence: string, place: "first" | "last" = "last"): { instructions: string } {
  const own = typeof node.instructions === "string" ? node.instructions : "";
  return { instructions: place === "first" ? `${sentence} ${own}` : `${own}${own.includes("\n") ? "\n" : " "}${sentence}` };
}
