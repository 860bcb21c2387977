import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runnableGraphArbitrary, simulate, type Simulation } from "../../tests/setup/simulated-run.ts";
import { viewGraph } from "../preflight/graph-view.ts";
import { graphSchema, type GraphInput } from "../workflow/graph.ts";
import { foldRun } from "./fold-run.ts";
import { nextSteps, settle } from "./next-steps.ts";
import { unstartedRun } from "./run-state.ts";
import { nodeIdOf } from "./step-id.ts";

const behaviour = fc.record({ seed: fc.string({ maxLength: 6 }), failing: fc.constantFrom(0, 0, 15), items: fc.nat(5) });
const finishOrder = fc.infiniteStream(fc.nat(1_000));

function run(graph: Parameters<typeof simulate>[0], how: Parameters<typeof simulate>[1], order: Iterator<number>, parallel: number): Simulation {
  return simulate(graph, how, (count) => (order.next().value ?? 0) % count, parallel);
}

const siblingOf = (stepId: string, nodeId: string) => `${stepId.slice(0, stepId.lastIndexOf("/") + 1)}${nodeId}`;

describe("over random graphs and orders in which steps finish", () => {
  const cases = [runnableGraphArbitrary, behaviour, finishOrder, fc.integer({ min: 1, max: 6 })] as const;

  test("every step runs exactly once, each retry is an attempt of its own (O6), and nothing starts before what it waits for (O1, O4)", () => {
    fc.assert(
      fc.property(...cases, (graph, how, order, parallel) => {
        const { starts, graph: { view } } = run(graph, how, order, parallel);
        const seen = starts.map(({ stepId, attempt }) => `${stepId} ${attempt}`);
        expect(new Set(seen).size).toBe(seen.length);
        for (const { stepId, before } of starts) {
          const node = view.node(nodeIdOf(stepId))!;
          const edges = view.incoming(node.id).map((edge) => settle(edge, before.stepsById.get(siblingOf(stepId, edge.from))));
          const delivered = edges.filter((edge) => edge === "delivered").length;
          const wanted = node.kind === "join" && node.waitFor !== "all" ? (node.waitFor === "any" ? 1 : node.waitFor) : Infinity;
          expect(edges.length === 0 || delivered >= wanted || (delivered > 0 && !edges.includes("unsettled"))).toBe(true);
        }
      }),
    );
  });

  test("a run that completes has settled all it began, and one that failed has nothing in flight (E1)", () => {
    fc.assert(
      fc.property(...cases, (graph, how, order, parallel) => {
        const { state, graph: { view } } = run(graph, how, order, parallel);
        const statuses = [...state.stepsById.values()].filter(({ itemKeys }) => itemKeys === null).map(({ status }) => status);
        expect(statuses).not.toContain("running");
        if (state.status !== "completed") return;
        expect(statuses).not.toContain("waiting");
        for (const { id } of view.children(null)) expect(["completed", "skipped"]).toContain(state.stepsById.get(id)?.status);
      }),
    );
  });

  test("any prefix of the events, folded at once or one by one, gives the same next steps", () => {
    fc.assert(
      fc.property(...cases, fc.nat(), (graph, how, order, parallel, cut) => {
        const { entries, graph: walked } = run(graph, how, order, parallel);
        const prefix = entries.slice(0, cut % (entries.length + 1));
        const oneByOne = prefix.reduce((state, entry) => foldRun(state, [entry]), unstartedRun);
        const atOnce = foldRun(unstartedRun, prefix);
        expect(atOnce).toEqual(oneByOne);
        expect(nextSteps(walked, atOnce)).toEqual(nextSteps(walked, oneByOne));
        // Who looked at every prefix on the way, and at what had ended no more, sees the same.
        let progress = new Map<string, number>();
        let state = unstartedRun;
        for (const entry of prefix) {
          state = foldRun(state, [entry]);
          if (entry.event.type === "step-retried" || entry.event.type === "wait-answered") progress = new Map();
          expect(nextSteps(walked, state, progress)).toEqual(nextSteps(walked, state));
        }
      }),
    );
  });

  test("where nothing fails and no join is in a hurry, the order makes no difference to what is run and what is skipped", () => {
    fc.assert(
      fc.property(runnableGraphArbitrary, behaviour, finishOrder, finishOrder, (graph, how, one, other) => {
        const calm = graphSchema.parse({ ...graph, nodes: graph.nodes.map((node) => (node.kind === "join" ? { ...node, waitFor: "all" } : node)) });
        const outcome = (order: Iterator<number>, parallel: number) => {
          const { state } = run(calm, { ...how, failing: 0 }, order, parallel);
          return [...state.stepsById.values()].map(({ stepId, status }) => `${stepId} ${status}`).toSorted();
        };
        expect(outcome(one, 1)).toEqual(outcome(other, 5));
      }),
    );
  });
});

describe("by the rules", () => {
  const played = (graph: GraphInput, failing = 0) => simulate(graphSchema.parse(graph), { seed: "s", failing, items: 3 }, () => 0);
  const agent = (id: string, more: object = {}) => ({ kind: "agent" as const, id, title: id, ...more });

  test("C1: a map has at most so many items under way", () => {
    const graph = graphSchema.parse({ nodes: [{ kind: "map", id: "m", title: "m", items: "inputs", concurrency: 2 }, agent("a", { parent: "m" }), agent("b", { parent: "m" })], edges: [{ id: "e", from: "a", to: "b" }] });
    const walked = { view: viewGraph(graph), reportNode: undefined };
    const at = new Date(0);
    const keys = ["x", "y", "z"];
    const begun = foldRun(unstartedRun, [
      { sequence: 1, at, event: { type: "step-started", stepId: "m", nodeId: "m", attempt: 1, idempotencyKey: "k" } },
      { sequence: 2, at, event: { type: "items-listed", stepId: "m", keys, items: { json: keys } } },
    ]);
    expect(nextSteps(walked, begun).map((next) => next.do === "start" && next.step.stepId)).toEqual(["m[x]/a", "m[y]/a"]);
    const further = foldRun(begun, ["x", "y"].flatMap((key, index) => [
      { sequence: 3 + 2 * index, at, event: { type: "step-started" as const, stepId: `m[${key}]/a`, nodeId: "a", attempt: 1, idempotencyKey: "k" } },
      { sequence: 4 + 2 * index, at, event: { type: "step-completed" as const, stepId: `m[${key}]/a`, attempt: 1, output: { json: 1 }, edges: {}, summary: "" } },
    ]));
    expect(nextSteps(walked, further).map((next) => next.do === "start" && next.step.stepId)).toEqual(["m[x]/b", "m[y]/b"]);
  });

  test("a thousand items are each begun once, in looks that grow with their number and no faster", () => {
    const looksOf = (count: number) => {
      const graph = graphSchema.parse({ nodes: [{ kind: "map", id: "m", title: "m", items: "inputs", concurrency: 8 }, agent("a", { parent: "m" })] });
      const walked = { view: viewGraph(graph), reportNode: undefined };
      const progress = new Map();
      const at = new Date(0);
      const keys = Array.from({ length: count }, (_, index) => String(index));
      let looks = 0;
      const begun: string[] = [];
      let state = foldRun(unstartedRun, [
        { sequence: 1, at, event: { type: "step-started", stepId: "m", nodeId: "m", attempt: 1, idempotencyKey: "k" } },
        { sequence: 2, at, event: { type: "items-listed", stepId: "m", keys, items: { json: [] } } },
      ]);
      for (;;) {
        const stepsById = new Map(state.stepsById);
        const counted = { get: (id: string) => ((looks += 1), stepsById.get(id)), has: (id: string) => ((looks += 1), stepsById.has(id)) };
        const next = nextSteps(walked, { ...state, stepsById: counted as unknown as typeof stepsById }, progress);
        const starts = next.flatMap((one) => (one.do === "start" ? [one.step.stepId] : []));
        if (starts.length === 0) return { looks, begun, last: next.map((one) => one.do) };
        begun.push(...starts);
        const events = starts.flatMap((stepId) => [
          { type: "step-started" as const, stepId, nodeId: "a", attempt: 1, idempotencyKey: "k" },
          { type: "step-completed" as const, stepId, attempt: 1, output: { json: 1 }, edges: {}, summary: "" },
        ]);
        state = foldRun(state, events.map((event, index) => ({ sequence: state.sequence + index + 1, at, event })));
      }
    };
    const [half, whole] = [looksOf(500), looksOf(1_000)];
    expect(new Set(whole.begun).size).toBe(1_000);
    expect(whole.begun).toHaveLength(1_000);
    expect(whole.last).toEqual(["collect"]);
    expect(whole.looks).toBeLessThan(half.looks * 2.1);
  });

  test("E2: a failure that is skipped delivers nothing; what waits for nothing else is skipped too (O3)", () => {
    const { state } = played({ nodes: [agent("a", { onError: "skip" }), agent("b")], edges: [{ id: "e", from: "a", to: "b" }] }, 100);
    expect([...state.stepsById.values()].map(({ status, skipReason }) => [status, skipReason])).toEqual([["skipped", "on-error"], ["skipped", "nothing-delivered"]]);
    expect(state.status).toBe("completed");
  });

  test("E3: a failure under ask makes the run wait for a person, who is not asked twice", () => {
    const graph = graphSchema.parse({ nodes: [agent("a", { onError: "ask" }), agent("b")] });
    const walked = { view: viewGraph(graph), reportNode: undefined };
    const at = new Date(0);
    const failed = foldRun(unstartedRun, [
      { sequence: 1, at, event: { type: "step-started", stepId: "a", nodeId: "a", attempt: 1, idempotencyKey: "k" } },
      { sequence: 2, at, event: { type: "step-failed", stepId: "a", attempt: 1, error: { code: "c", message: "It broke." }, retryInMs: null } },
    ]);
    const wait = { kind: "step-failed" as const, stepId: "a", message: "It broke." };
    expect(nextSteps(walked, failed)).toMatchObject([{ do: "ask", wait }, { do: "start", step: { stepId: "b" } }]);
    const asked = foldRun(failed, [{ sequence: 3, at, event: { type: "wait-began", waitId: "w", wait } }]);
    expect(nextSteps(walked, asked)).toMatchObject([{ do: "start", step: { stepId: "b" } }]);
  });

  test("E1: a failure that nothing catches ends the run by its name", () => {
    expect(played({ nodes: [agent("a")] }, 100).state).toMatchObject({ status: "failed", failure: { stepId: "a", message: "It was drawn." } });
  });

  test("steps that wait for each other fail the run instead of holding it for ever", () => {
    const circle = { nodes: [agent("a"), agent("b")], edges: [{ id: "e", from: "a", to: "b" }, { id: "f", from: "b", to: "a" }] };
    expect(played(circle).state).toMatchObject({ status: "failed", failure: { stepId: null } });
  });
});
