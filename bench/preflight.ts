import { briefSchema, type BriefInput } from "../core/brief/brief.ts";
import { runPreflight } from "../core/preflight/preflight.ts";
import { preflightRules } from "../core/preflight/preflight-rules.ts";
import { unknownSurroundings } from "../core/preflight/surroundings.ts";
import { applyOps } from "../core/workflow/apply-op.ts";
import { emptyGraph, type Graph } from "../core/workflow/graph.ts";
import type { BenchHarness, BenchMetrics } from "./harness.ts";
import { percentile } from "./harness/percentile.ts";
import { heldWhileEditing } from "./preflight/while-editing.ts";
import { widePlan } from "./preflight/wide-plan.ts";

const sizes = [100, 1_000, 10_000];
const frameMs = 16;
const rules = { structure: preflightRules.filter(({ reads }) => reads === "structure"), prose: preflightRules.filter(({ reads }) => reads === "prose") };
const edits = 30;
const asked: BriefInput = {
  question: "What do the documents say about each of the parts, and does it hold?",
  requirements: [{ id: "r1", text: "What is said of each part", isCritical: true }, { id: "r2", text: "Whether it holds" }],
  scope: { tools: ["search_sources"], collections: ["handbook"] },
  budget: { maxAgents: 10_000, maxTokens: 1_000_000_000, maxMinutes: 10_000 },
};
const brief = briefSchema.parse(asked);

/** Checks plans of growing size, by structure and by prose, whole and after one edit; JSON.stringify is the yardstick. Then edits one in a browser. */
export async function run({ say, table }: BenchHarness): Promise<BenchMetrics> {
  const metrics: BenchMetrics = {};
  const rows = sizes.map((size) => {
    say(`${size} nodes …`);
    const graph = widePlan(size);
    const stringifyMs = median(size, () => graph, (one) => JSON.stringify(one));
    const row: Record<string, string | number> = { nodes: size, "JSON.stringify ms": stringifyMs };
    for (const [name, some] of Object.entries(rules)) {
      const check = (one: Graph) => runPreflight(one, brief, unknownSurroundings, some);
      // A copy has been read by no rule yet; an edited graph shares all nodes but one with what has.
      const fullMs = median(size, () => structuredClone(graph), check);
      check(graph);
      const editMs = median(size, edited(graph), check);
      row[`${name} ms`] = fullMs;
      row[`${name} ÷ stringify`] = fullMs / stringifyMs;
      row[`${name} after an edit ms`] = editMs;
      metrics[`${name}${size}FullMs`] = fullMs;
      metrics[`${name}${size}EditMs`] = editMs;
      metrics[`${name}${size}Ratio`] = fullMs / stringifyMs;
    }
    return row;
  });
  table(rows);
  const growth = (metrics.structure10000FullMs ?? 0) / (metrics.structure1000FullMs ?? 1);
  say(`Structure, 1,000 nodes: ${metrics.structure1000FullMs?.toFixed(1)} ms of a frame's ${frameMs}; ten times the nodes take ${growth.toFixed(1)} times as long.`);
  say("Editing a plan of 1,000 nodes in the browser …");
  const heldMs = await heldWhileEditing(widePlan(1_000), asked, edits);
  const held = { browserHeldP50Ms: percentile(heldMs, 50), browserHeldP95Ms: percentile(heldMs, 95), browserHeldWorstMs: Math.max(...heldMs) };
  table([{ "page's own parts of checks": heldMs.length, "p50 ms": held.browserHeldP50Ms, "p95 ms": held.browserHeldP95Ms, "worst ms": held.browserHeldWorstMs }]);
  return { ...metrics, structureGrowth: growth, ...held };
}

/** Another edited graph each time it is asked. */
function edited(graph: Graph): () => Graph {
  let count = 0;
  return () => {
    count += 1;
    const id = graph.nodes[(count * 37) % graph.nodes.length]?.id ?? "";
    // Ten thousand nodes are more than a graph may hold, and still tell how the cost grows.
    const one = graph.nodes.find((node) => node.id === id) ?? graph.nodes[0];
    if (one === undefined) return graph;
    const outcome = applyOps({ ...emptyGraph, phases: graph.phases, nodes: [{ ...one, parent: undefined }] }, [{ op: "node-update", id: one.id, changes: [{ path: ["title"], value: `Edited ${count}` }] }]);
    const [node] = outcome.ok ? outcome.graph.nodes : [];
    return node === undefined ? graph : { ...graph, nodes: graph.nodes.map((other) => (other.id === id ? { ...node, parent: one.parent } : other)) };
  };
}

function median<Value>(size: number, prepare: () => Value, work: (value: Value) => unknown): number {
  const rounds = size > 5_000 ? 7 : 21;
  const timesMs: number[] = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    const value = prepare();
    const began = performance.now();
    work(value);
    // The first rounds pay for the compiler.
    if (round >= 3) timesMs.push(performance.now() - began);
  }
  return percentile(timesMs, 50);
}
