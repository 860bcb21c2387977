import { edgeSchema, type Edge } from "../../core/workflow/edge.ts";
import { emptyGraph, type Graph } from "../../core/workflow/graph.ts";
import { nodeSchema, type Node, type NodeInput } from "../../core/workflow/node.ts";

const subjects = ["brakes", "valves", "hinges", "gears", "seals", "sensors", "pumps", "cables", "filters", "housings"];
const regards = ["wear", "price", "maintenance", "approval", "noise", "supply", "weight", "corrosion", "repair", "warranty"];
const groupSize = 20;

/** A plan of any size as models write them: groups of readers, a check and a summary each, maps among them, one report. */
export function widePlan(size: number): Graph {
  const nodes: Node[] = [];
  const edges: Edge[] = [];
  const add = (node: NodeInput) => nodes.push(nodeSchema.parse(node));
  const lead = (from: string, to: string) => edges.push(edgeSchema.parse({ id: `e${edges.length}`, from, to }));
  for (let group = 0; nodes.length + groupSize + 1 <= size || group === 0; group += 1) {
    const check = `check-${group}`;
    add({ kind: "verify", id: check, title: `Check group ${group}`, criteria: "A claim is supported when its quotes alone carry it.", phase: "check" });
    for (let reader = 0; reader < groupSize - 4; reader += 1) add(readerOf(group, reader));
    for (let reader = 0; reader < groupSize - 4; reader += 1) lead(`read-${group}-${reader}`, check);
    add({ kind: "map", id: `each-${group}`, title: `Each part of group ${group}`, items: "inputs.list.items", maxItems: 12, concurrency: 4, phase: "read", covers: ["r1"] });
    add({ ...readerOf(group, 99), parent: `each-${group}` });
    lead(`read-${group}-0`, `each-${group}`);
    lead(`each-${group}`, check);
    add({ kind: "checkpoint", id: `ask-${group}`, title: `Ask about group ${group}`, asks: "Is this what you wanted?", phase: "check" });
    lead(check, `ask-${group}`);
  }
  add({ kind: "synthesize", id: "report", title: "Report", instructions: "Answer the question; every sentence rests on a checked claim.", phase: "report" });
  for (const { id } of nodes.filter(({ kind }) => kind === "checkpoint")) lead(id, "report");
  const phases = ["read", "check", "report"].map((id) => ({ id, title: id }));
  return { ...emptyGraph, title: "A wide plan", strategy: { ...emptyGraph.strategy, doneWhen: "Each requirement has a checked claim." }, phases, nodes, edges, reportNode: "report" };
}

function readerOf(group: number, reader: number): NodeInput {
  const [subject, regard] = [subjects[group % subjects.length], regards[reader % regards.length]];
  return {
    kind: "agent",
    id: `read-${group}-${reader}`,
    title: `${regard} of ${subject}, part ${group}.${reader}`,
    rationale: `What is said of the ${regard} of ${subject} stands in documents of its own, so it has a worker of its own.`,
    instructions: `Find what the documents say about the ${regard} of ${subject} in series ${group}.${reader}, under normal and under hard conditions. Quote the exact words, with version or condition where the source names one. Say so where the documents are silent, and don't fill the gap from memory.`,
    covers: reader % 2 === 0 ? ["r1"] : ["r2"],
    tools: ["search_sources"],
    context: { sources: ["handbook"] },
    phase: "read",
    maxTurns: 6,
    budget: { maxTokens: 20_000 },
  };
}
