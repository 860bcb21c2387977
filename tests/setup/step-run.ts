import { simulateReadableStream } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import type { CallEvent } from "../../core/run/run-event.ts";
import { digestOf } from "../../core/text/digest.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { nodeSchema, type NodeInput } from "../../core/workflow/node.ts";
import type { NodeOf, RunnableKind } from "../../core/workflow/runnable-kind.ts";
import type { StoredSource, ToolCallOutcome } from "../../server/engine/executors/executor-ports.ts";
import type { StepRun } from "../../server/engine/executors/executor.ts";

const usage = {
  inputTokens: { total: 100, noCache: 100, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 10, text: 10, reasoning: 0 },
};

/** What a model says in one turn: text, or calls of tools. */
export type Said = string | { call: string; input: JsonValue }[];

/** A model that says these things, one after the other; it keeps what it was sent. */
export function modelThatSays(...said: Said[]) {
  const turns = said.values();
  return new MockLanguageModelV4({
    doStream: async () => {
      const turn = turns.next().value ?? "";
      const parts =
        typeof turn === "string"
          ? [{ type: "text-start" as const, id: "t" }, { type: "text-delta" as const, id: "t", delta: turn }, { type: "text-end" as const, id: "t" }]
          : turn.map(({ call, input }, index) => ({ type: "tool-call" as const, toolCallId: `${call}-${index}`, toolName: call, input: JSON.stringify(input) }));
      const unified = typeof turn === "string" ? ("stop" as const) : ("tool-calls" as const);
      return { stream: simulateReadableStream({ chunks: [{ type: "stream-start" as const, warnings: [] }, ...parts, { type: "finish" as const, usage, finishReason: { unified, raw: undefined } }] }) };
    },
  });
}

interface Surroundings {
  model: MockLanguageModelV4;
  name?: string;
  /** The model's window. */
  contextTokens?: number;
  brief?: BriefInput;
  inputs?: Record<string, JsonValue>;
  sources?: StoredSource[];
  /** What tools answer; others are refused. */
  tools?: Record<string, JsonValue>;
  earlierCalls?: readonly CallEvent[];
  item?: StepRun["item"];
  reserve?: StepRun["reserve"];
}

/** One execution of a step among parts that remember what was done with them. */
export function stepRun<Kind extends RunnableKind>(kind: Kind, fields: Omit<NodeInput & { kind: Kind }, "kind" | "id" | "title"> & { title?: string }, around: Surroundings) {
  const { model, name = "maker:model", contextTokens = null, brief = { question: "What?" }, inputs = {}, sources = [], tools = {}, earlierCalls = [], item = null } = around;
  const events: CallEvent[] = [];
  const contents = new Map<string, JsonValue>();
  const keep = (value: JsonValue) => {
    contents.set(digestOf(value), value);
    return digestOf(value);
  };
  const serving = { open: () => model, name, price: null, contextTokens, microUsdPerMillionTokens: 0, fallback: null, isOffline: name.startsWith("offline:") };
  const step: StepRun<Kind> = {
    runId: "run",
    node: nodeSchema.parse({ kind, id: "step", title: "Step", ...fields }) as NodeOf<Kind>,
    brief: briefSchema.parse(brief),
    stepId: "step",
    attempt: 1,
    idempotencyKey: "key",
    inputs,
    item,
    answer: null,
    feedback: "",
    earlierCalls,
    show: async () => undefined,
    record: async (recorded) => void events.push(...recorded),
    reserve: around.reserve ?? (async () => ({ release: () => undefined })),
    contents: { put: (value) => ({ digest: keep(value), byteLength: 1 }), keep, get: async (stored) => ("json" in stored ? stored.json : (contents.get(stored.digest) ?? null)) },
    findSource: async (id) => sources.find((source) => source.id === id) ?? null,
    model: () => serving,
    tools: {
      granted: Object.keys(tools).map((tool) => ({ name: tool, description: tool, effects: "read-only", inputSchema: { type: "object" } })),
      async call(tool): Promise<ToolCallOutcome> {
        const output = tools[tool];
        return output === undefined ? { ok: false, reason: "not-granted", message: `The tool ${tool} is not granted.` } : { ok: true, output };
      },
    },
    signal: new AbortController().signal,
  };
  const received = () => model.doStreamCalls.map(({ prompt }) => JSON.stringify(prompt));
  return { step, events, contents, received };
}
