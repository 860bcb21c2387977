import fc from "fast-check";
import { foldRun } from "../../core/run/fold-run.ts";
import { nextSteps, type NextStep, type RunGraph } from "../../core/run/next-steps.ts";
import type { RunEntry, RunEvent } from "../../core/run/run-event.ts";
import { unstartedRun, type RunState } from "../../core/run/run-state.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { viewGraph } from "../../core/preflight/graph-view.ts";
import { digestOfText } from "../../core/text/digest.ts";
import type { EdgeInput } from "../../core/workflow/edge.ts";
import { graphSchema, type Graph } from "../../core/workflow/graph.ts";
import type { NodeInput } from "../../core/workflow/node.ts";

/** What a step does depends on its id alone, never on when it runs. */
export interface Behaviour {
  seed: string;
  /** Of a hundred. */
  failing: number;
  items: number;
}

/** Graphs without cycles whose nodes can all run; some nodes are bodies of maps. */
export const runnableGraphArbitrary: fc.Arbitrary<Graph> = fc
  .record({
    nodes: fc.array(fc.record({ parent: fc.option(fc.nat(7), { nil: undefined, freq: 2 }), waitFor: fc.constantFrom("all" as const, "any" as const, 2), isJoin: fc.boolean(), onError: fc.constantFrom("fail" as const, "fail" as const, "skip" as const, "ask" as const), onItemError: fc.constantFrom("keep" as const, "skip" as const, "fail" as const), concurrency: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 8 }),
    edges: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.boolean(), fc.boolean()), { maxLength: 12 }),
  })
  .map(({ nodes, edges }) => {
    const parents = nodes.map(({ parent }, index) => (parent !== undefined && parent < index ? parent : undefined));
    const made = nodes.map(({ waitFor, isJoin, onError, onItemError, concurrency }, index): NodeInput => {
      const parent = parents[index];
      const shared = { id: `n${index}`, title: `n${index}`, onError, ...(parent === undefined ? {} : { parent: `n${parent}` }) };
      if (parents.includes(index)) return { ...shared, kind: "map", items: "inputs", onItemError, concurrency };
      return isJoin ? { ...shared, kind: "join", waitFor } : { ...shared, kind: "agent" };
    });
    const wanted = edges.filter(([from, to]) => from < to && to < nodes.length && parents[from] === parents[to]);
    const kept = new Map(wanted.map(([from, to, isOrder, isConditional]): [string, EdgeInput] => [`e-${from}-${to}`, { id: `e-${from}-${to}`, from: `n${from}`, to: `n${to}`, kind: isOrder ? "order" : "data", ...(isConditional ? { when: "true" } : {}) }]));
    return graphSchema.parse({ nodes: made, edges: [...kept.values()] });
  });

export interface Simulation {
  graph: RunGraph;
  entries: RunEntry[];
  state: RunState;
  /** What was decided after each entry. */
  starts: { stepId: string; attempt: number; before: RunState }[];
}

const epoch = new Date(0);

/**
 * Runs a graph without an engine: decides, lets one step in flight after the other finish, and answers what is asked.
 * @param choose one of so many: the order in which things finish, and what people answer.
 */
export function simulate(graph: Graph, behaviour: Behaviour, choose: (count: number) => number, parallel = 3): Simulation {
  const run: Simulation = { graph: { view: viewGraph(graph), reportNode: undefined }, entries: [], state: unstartedRun, starts: [] };
  const add = (event: RunEvent) => {
    const entry = { sequence: run.entries.length + 1, at: epoch, event };
    run.entries.push(entry);
    run.state = foldRun(run.state, [entry]);
  };
  add({ type: "run-created", by: { id: null, name: "operator" }, decisionId: "d", manifestDigest: "0".repeat(64), definitionDigest: "0".repeat(64) });
  add({ type: "driver-changed", workerId: "w", reason: "start" });
  for (let turn = 0; turn < 5_000; turn += 1) {
    let next: NextStep | undefined;
    while ((next = nextSteps(run.graph, run.state).find((one) => one.do !== "start" || inFlight(run.state).length < parallel)) !== undefined) {
      if (next.do === "start") run.starts.push({ stepId: next.step.stepId, attempt: next.attempt, before: run.state });
      add(eventOf(next, turn));
      if (isEnded(run.state.status)) return run;
    }
    const flying = inFlight(run.state);
    const stepId = flying[choose(Math.max(1, flying.length))];
    if (stepId !== undefined) add(outcomeOf(run, stepId, behaviour));
    else if (!answer(run, add, choose)) throw new Error(`The run stands still: ${JSON.stringify([...run.state.stepsById.values()].map((step) => [step.stepId, step.status]))}`);
  }
  throw new Error("The run doesn't end.");
}

function inFlight({ stepsById }: RunState): string[] {
  return [...stepsById.values()].filter((step) => step.status === "running" && step.itemKeys === null).map(({ stepId }) => stepId);
}

function eventOf(next: NextStep, turn: number): RunEvent {
  switch (next.do) {
    case "start":
      return { type: "step-started", stepId: next.step.stepId, nodeId: next.step.node.id, attempt: next.attempt, idempotencyKey: "k" };
    case "skip":
      return { type: "step-skipped", stepId: next.stepId, reason: next.reason };
    case "ask":
      return { type: "wait-began", waitId: `${next.wait.stepId}:${turn}`, wait: next.wait };
    case "collect":
      return { type: "step-completed", stepId: next.step.stepId, attempt: 1, output: { json: [] }, edges: {}, summary: "" };
    case "fail-map":
      return { type: "step-failed", stepId: next.stepId, attempt: next.attempt, error: { code: "item-failed", message: next.message }, retryInMs: null };
    case "complete":
      return { type: "run-completed", output: null };
    case "fail":
      return { type: "run-failed", stepId: next.stepId, message: next.message };
  }
}

function outcomeOf({ graph, state }: Simulation, stepId: string, { seed, failing, items }: Behaviour): RunEvent {
  const step = state.stepsById.get(stepId)!;
  const draw = Number.parseInt(digestOfText(`${seed} ${stepId} ${step.attempt}`).slice(0, 8), 16);
  if (draw % 100 < failing) return { type: "step-failed", stepId, attempt: step.attempt, error: { code: "drawn", message: "It was drawn." }, retryInMs: null };
  const node = graph.view.node(step.nodeId)!;
  if (node.kind === "map") return { type: "items-listed", stepId, keys: Array.from({ length: draw % (items + 1) }, (_, index) => String(index)), items: { json: [] } };
  const edges = Object.fromEntries(graph.view.outgoing(node.id).flatMap((edge) => (edge.when === undefined ? [] : [[edge.id, digestOfText(`${seed} ${stepId} ${edge.id}`) < "9"]])));
  return { type: "step-completed", stepId, attempt: step.attempt, output: { json: null }, edges, summary: "" };
}

function answer({ state }: Simulation, add: (event: RunEvent) => void, choose: (count: number) => number): boolean {
  const open = state.openWaits[choose(Math.max(1, state.openWaits.length))];
  if (open === undefined) return false;
  const actions = ["retry", "skip", "end"] as const;
  add({ type: "wait-answered", waitId: open.waitId, by: { id: null, name: "operator" }, action: actions[choose(3)] ?? "skip", value: null, reason: "" });
  return true;
}
