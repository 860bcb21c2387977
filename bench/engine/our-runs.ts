import type { GraphInput } from "../../core/workflow/graph.ts";
import { operator } from "../../core/access/actor.ts";
import { createServices } from "../../server/services.ts";
import { approvedRun } from "../../tests/setup/approved-run.ts";
import { until } from "../harness/until.ts";
import { sizeOf, type Measured } from "./measured.ts";
import { noOpResult } from "./no-op-result.ts";

const tables = ["log_entry", "log_topic", "run", "run_content"];
const parallel = 64;
const lookEveryMs = 2;

const noOp = (id: string, characters: number) => ({ kind: "tool" as const, id, title: id, tool: "search_sources", arguments: { characters: String(characters) } });

/** Runs of the real worker on the real database; only what a step does is replaced by nothing. */
export async function startOurRuns(databaseUrl: string) {
  let onStep: (stepId: string) => void = () => undefined;
  const services = createServices(
    { databaseUrl, secret: "the secret of a bench, long enough", publicOrigin: null, port: 0 },
    {
      executors: {
        tool: async ({ stepId, node }) => {
          onStep(stepId);
          const { characters, entries } = node.arguments as { characters?: string; entries?: string };
          const output = entries === undefined ? noOpResult(Number(characters)) : { entries: Array.from({ length: Number(entries) }, (_, index) => index) };
          return { status: "completed", output, summary: "" };
        },
      },
    },
  );
  const work = await services.startWork();
  const begin = (graph: GraphInput) =>
    approvedRun(services, databaseUrl, { graph, brief: { question: "How fast?", scope: { tools: ["search_sources"] }, budget: { maxParallel: parallel } } });
  const standing = async (runId: string) => {
    const { runs } = await services.listRuns({ statuses: [], isWaiting: false, auditResults: [], startedById: null, workflowId: null, startedAfter: null, minCost: null, sort: "started", isAscending: false, after: null, search: "", limit: 5 });
    return runs.find(({ id }) => id === runId) ?? null;
  };
  const untilIs = (runId: string, status: string) =>
    until(async () => {
      const run = await standing(runId);
      if (run?.status === "failed") throw new Error(`The run ${runId} failed.`);
      return run?.status === status ? run : null;
    }, lookEveryMs * 10);

  async function measure(graph: GraphInput, steps: number): Promise<Measured> {
    const before = await sizeOf(databaseUrl, tables);
    const runId = await begin(graph);
    await untilIs(runId, "completed");
    const entries = await services.readRunEvents({ runId, group: null, after: 0, limit: 100_000 });
    const at = (type: string) => entries.find(({ event }) => event.type === type)?.at.getTime() ?? Number.NaN;
    return { msPerStep: (at("run-completed") - at("driver-changed")) / steps, bytesPerStep: ((await sizeOf(databaseUrl, tables)) - before) / steps };
  }

  return {
    chain: (steps: number, characters: number) => measure(chainOf(steps, characters), steps),
    fanOut: (steps: number, characters: number) => measure(fanOutOf(steps, characters), steps),
    /** From the request that answers a checkpoint to the beginning of the step behind it, in milliseconds. */
    async gate(): Promise<number> {
      const runId = await begin({
        title: "Gate",
        nodes: [{ kind: "checkpoint", id: "gate", title: "Gate" }, noOp("after", 200)],
        edges: [{ id: "e", from: "gate", to: "after" }],
      });
      const { waits } = await untilIs(runId, "waiting");
      await until(async () => (await services.describeRun(runId))?.run.driverId === null, lookEveryMs);
      const begun = new Promise<number>((resolve) => (onStep = () => resolve(performance.now())));
      const asked = performance.now();
      await services.answerWait(operator, { runId, waitId: waits[0]?.waitId ?? "", action: "approve", value: null, reason: "" });
      const latency = (await begun) - asked;
      await untilIs(runId, "completed");
      return latency;
    },
    async stop() {
      await work.close();
      await services.close();
    },
  };
}

function chainOf(steps: number, characters: number): GraphInput {
  const ids = Array.from({ length: steps }, (_, index) => `n${index + 1}`);
  return {
    title: "Chain",
    nodes: ids.map((id) => noOp(id, characters)),
    edges: ids.slice(1).map((id, index) => ({ id: `e${index + 1}`, from: ids[index] ?? "", to: id })),
    reportNode: ids.at(-1),
  };
}

function fanOutOf(steps: number, characters: number): GraphInput {
  return {
    title: "Fan-out",
    nodes: [
      { ...noOp("list", characters), arguments: { entries: String(steps) } },
      { kind: "map", id: "each", title: "Each", items: "inputs.list.entries", maxItems: steps, concurrency: parallel },
      { ...noOp("one", characters), parent: "each" },
    ],
    edges: [{ id: "e", from: "list", to: "each" }],
    reportNode: "each",
  };
}
