import canonicalize from "canonicalize";
import { briefSchema } from "../../core/brief/brief.ts";
import type { ClaimsOutput } from "../../core/evidence/claim.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import { stepIdOf } from "../../core/run/step-id.ts";
import type { StoredValue } from "../../core/run/stored-value.ts";
import { digestOfText } from "../../core/text/digest.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { TimedEvent } from "./staged-run.ts";

const person = { id: null, name: "operator" };
const second = 1_000;

export const storyBrief = briefSchema.parse({
  question: "When a process crashes in the middle of a run, what survives, and what has to be done again?",
  requirements: [
    { id: "r1", text: "What survives a crash", isCritical: true },
    { id: "r2", text: "What runs again" },
  ],
  scope: { tools: ["search_sources", "read_source"], collections: ["Household"] },
});

/** Workers beside each other, a map, a person, a check and a report. */
export function storyGraph(mapItems: number) {
  return graphSchema.parse({
    title: "Crash survival",
    phases: [
      { id: "read", title: "Read" },
      { id: "reconcile", title: "Reconcile" },
      { id: "verify", title: "Verify" },
      { id: "report", title: "Report" },
    ],
    nodes: [
      { kind: "agent", id: "tool-loop", title: "What survives in a tool loop", phase: "read", covers: ["r1"], tools: ["search_sources"], maxTurns: 12 },
      { kind: "agent", id: "contrary", title: "Contrary evidence", phase: "read", covers: ["r1", "r2"], tools: ["search_sources"], maxTurns: 12 },
      { kind: "map", id: "each", title: "Read each document", phase: "read", items: "inputs.documents", maxItems: mapItems, concurrency: 8 },
      { kind: "agent", id: "one", title: "Read one document", parent: "each", covers: ["r2"], tools: ["read_source"], maxTurns: 4 },
      {
        kind: "checkpoint",
        id: "confirm",
        title: "Confirm the version pair",
        phase: "reconcile",
        rationale: "Two versions of the documents are there, and they disagree.",
        asks: "Two versions of the documents are in the collection, and they disagree. Which one are claims judged against?",
        form: {
          type: "object",
          required: ["version"],
          properties: {
            version: {
              title: "Version",
              oneOf: [
                { const: "7", title: "The newer one", description: "57 documents, read in this run" },
                { const: "6", title: "The older one", description: "3 documents, from an upload" },
              ],
            },
            note: { type: "string", title: "Note for the writer", maxLength: 100 },
          },
        },
      },
      { kind: "join", id: "group", title: "Bring claims together", phase: "reconcile" },
      { kind: "verify", id: "check", title: "Quotes are in the source", phase: "verify" },
      { kind: "synthesize", id: "write", title: "Write the answer", phase: "report" },
    ],
    edges: [
      { id: "e1", from: "tool-loop", to: "confirm" },
      { id: "e2", from: "tool-loop", to: "group" },
      { id: "e3", from: "contrary", to: "group" },
      { id: "e4", from: "each", to: "group" },
      { id: "e5", from: "confirm", to: "check" },
      { id: "e6", from: "group", to: "check" },
      { id: "e7", from: "check", to: "write" },
    ],
    reportNode: "write",
  });
}

/** Values that stand beside the events. */
export const storyContents: { digest: string; text: string }[] = [];

function stored(value: JsonValue): StoredValue & { digest: string } {
  const text = canonicalize(value) ?? "null";
  const digest = digestOfText(text);
  if (!storyContents.some((one) => one.digest === digest)) storyContents.push({ digest, text });
  return { digest, byteLength: text.length };
}

const receipt = stored({
  format: "countersign/receipt@1",
  role: "worker",
  model: "offline:quoting",
  promptVersion: "worker@1",
  messages: [
    { role: "system", parts: [{ origin: { kind: "prompt", name: "worker@1" }, tokens: 110, content: { json: "You read documents and report claims. Quote exactly." } }] },
    {
      role: "user",
      parts: [
        { origin: { kind: "brief", name: "question" }, tokens: 62, content: { json: storyBrief.question } },
        { origin: { kind: "plan", name: "instructions" }, tokens: 310, content: { json: "List what is still there after a crash, each with the line that says so." } },
      ],
    },
    { role: "tool", parts: [{ origin: { kind: "tool", name: "search_sources" }, tokens: 3_900, content: { json: "# Kettle\n\nThe kettle whistles." } }] },
  ],
  tools: ["search_sources", "read_source"],
  cut: [{ origin: { kind: "tool", name: "search_sources" }, what: "6 passages of lower rank", tokens: 2_200 }],
  tokens: 4_382,
  maxTokens: 24_000,
}).digest;

interface Storyteller {
  at(ms: number, ...events: RunEvent[]): void;
  events: TimedEvent[];
}

function storyteller(): Storyteller {
  const events: TimedEvent[] = [];
  return { events, at: (ms, ...told) => void events.push(...told.map((event) => ({ atMs: ms, event }))) };
}

const started = (stepId: string, nodeId: string, attempt = 1): RunEvent => ({ type: "step-started", stepId, nodeId, attempt, idempotencyKey: `${stepId}#${attempt}` });

const completed = (stepId: string, summary: string, output: StoredValue = { json: null }): RunEvent => ({ type: "step-completed", stepId, attempt: 1, output, edges: {}, summary });

const modelCalled = (stepId: string, call: number, attempt = 1, cost: number | null = 20_000): RunEvent => ({
  type: "model-called",
  stepId,
  attempt,
  call,
  role: "worker",
  model: "offline:quoting",
  receipt,
  answer: { json: { text: "One claim." } },
  usage: { input: 4_100, output: 300, cachedInput: 0, reasoning: 0 },
  costMicroUsd: cost,
  finishReason: "stop",
  promptVersion: "worker@1",
  durationMs: 1_200,
});

const toolCalled = (stepId: string, tool: string, outcome: Extract<RunEvent, { type: "tool-called" }>["outcome"] = "ok"): RunEvent => ({
  type: "tool-called",
  stepId,
  attempt: 1,
  tool,
  input: { json: { query: "exactly once" } },
  output: outcome === "ok" ? { json: [{ path: "kettle.md" }] } : null,
  outcome,
  durationMs: 40,
});

/** @param sourceId of a document that is there, in which the quote stands from 10 to 31. */
function claimsOf(stepId: string, sourceId: string): ClaimsOutput {
  return {
    claims: [
      { id: `${stepId}#1`, stepId, text: "Finished steps survive a crash.", stance: "affirms", answers: ["r1"], doubt: "", quotes: [{ sourceId, exact: "The kettle whistles.", place: { start: 10, end: 30, match: "exact" } }] },
      { id: `${stepId}#2`, stepId, text: "Every tool call is repeated after a crash.", stance: "affirms", answers: ["r2"], doubt: "", quotes: [{ sourceId, exact: "All calls happen again.", place: null }] },
    ],
    missing: [{ text: "Whether a call that was under way is repeated", why: "Nothing in the documents says it.", answers: [], closest: [] }],
  };
}

/**
 * Everything up to the checkpoint, in the order in which it happens: every sort of call, retry, refusal and failure.
 * @param mapItems so many documents, of which one fails and the last few are still being read.
 */
export function storyUntilCheckpoint({ mapItems, sourceId, sha256 }: { mapItems: number; sourceId: string; sha256: string }): TimedEvent[] {
  const { at, events } = storyteller();
  const keys = Array.from({ length: mapItems }, (_, index) => `${String(index).padStart(2, "0")}-document.mdx`);
  at(second, { type: "driver-changed", workerId: "worker-019ab", reason: "start" });
  at(2 * second, started("tool-loop", "tool-loop"), started("contrary", "contrary"), started("each", "each"));
  at(3 * second, toolCalled("tool-loop", "search_sources"), { type: "source-read", stepId: "tool-loop", attempt: 1, sourceId, sha256, start: 0, end: 30 }, { type: "items-listed", stepId: "each", keys, items: stored(keys) });
  at(4 * second, modelCalled("tool-loop", 1), toolCalled("contrary", "fetch_url", "not-granted"), { type: "driver-changed", workerId: "worker-019ac", reason: "take-over" });
  at(6 * second, { type: "step-failed", stepId: "contrary", attempt: 1, error: { code: "answer-invalid", message: "The answer is not in its schema." }, retryInMs: 1_000 });
  at(7 * second, started("contrary", "contrary", 2), modelCalled("contrary", 1, 2));
  const settled = Math.max(0, mapItems - 6);
  for (const [index, key] of keys.entries()) {
    const stepId = stepIdOf("one", "each", key);
    const from = (4 + Math.floor(index / 8) * 9 + (index % 8)) * second;
    if (index >= mapItems - 2) break;
    at(from, started(stepId, "one"), toolCalled(stepId, "read_source"), { type: "source-read", stepId, attempt: 1, sourceId, sha256, start: 0, end: 30 });
    if (index >= settled) continue;
    at(from + 6 * second, modelCalled(stepId, 1, 1, 14_000));
    if (index === 5) at(from + 7 * second, { type: "step-failed", stepId, attempt: 1, error: { code: "answer-invalid", message: "The answer is not in its schema." }, retryInMs: null });
    else at(from + 7 * second, completed(stepId, index % 3 === 0 ? "no claim, said why" : "2 claims", stored(claimsOf(stepId, sourceId))));
  }
  at(40 * second, completed("tool-loop", "2 claims, 1 quote not in its source", stored(claimsOf("tool-loop", sourceId))));
  at(41 * second, started("confirm", "confirm"), {
    type: "wait-began",
    waitId: "confirm-1",
    wait: { kind: "checkpoint", stepId: "confirm", asks: "Two versions of the documents are in the collection, and they disagree. Which one are claims judged against?", form: formOfStory(), shown: stored({ tool_loop: "2 claims" }) },
  });
  return events.toSorted((a, b) => a.atMs - b.atMs);
}

function formOfStory() {
  const node = storyGraph(1).nodes.find(({ id }) => id === "confirm");
  return node?.kind === "checkpoint" ? node.form : {};
}

/** How a run goes on from the checkpoint to one of its ends. */
export function storyEnding(ending: "completed" | "failed" | "canceled" | "over-budget", fromMs: number): TimedEvent[] {
  const { at, events } = storyteller();
  const answer: RunEvent = { type: "wait-answered", waitId: "confirm-1", by: person, action: "approve", value: { version: "7" }, reason: "The newer one counts." };
  if (ending === "canceled") {
    at(fromMs, { type: "run-canceled", by: person, reason: "Asked the wrong question." });
    return events;
  }
  at(fromMs, answer, completed("confirm", "The newer one counts.", { json: { version: "7" } }));
  if (ending === "over-budget") {
    at(fromMs + second, { type: "wait-began", waitId: "budget-1", wait: { kind: "budget", stepId: null, limit: "cost", used: 4_980_000, wanted: 40_000, allowed: 5_000_000 } }, { type: "step-set-aside", stepId: "contrary", attempt: 2, waitId: "budget-1" });
    return events;
  }
  if (ending === "failed") {
    at(fromMs + second, { type: "step-failed", stepId: "contrary", attempt: 2, error: { code: "provider", message: "The provider's quota is used up." }, retryInMs: null }, { type: "step-skipped", stepId: "group", reason: "nothing-delivered" });
    at(fromMs + 2 * second, { type: "run-failed", stepId: "contrary", message: "Contrary evidence failed after 2 attempts: the provider's quota is used up." });
    return events;
  }
  at(fromMs + second, completed("contrary", "nothing speaks against it"), completed("each", "58 of 60 documents"), started("group", "group"));
  at(fromMs + 2 * second, completed("group", "116 claims"), started("check", "check"));
  at(fromMs + 4 * second, modelCalled("check", 1), completed("check", "116 rulings"), started("write", "write"));
  at(fromMs + 6 * second, completed("write", "7 claims in 4 paragraphs"));
  at(fromMs + 7 * second, { type: "run-completed", output: null });
  return events;
}
