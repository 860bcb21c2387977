import { generateText } from "ai";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { briefSchema, type BriefInput } from "../../../core/brief/brief.ts";
import type { FoundPassage } from "../../../core/planning/found-passage.ts";
import { runPreflight } from "../../../core/preflight/preflight.ts";
import { unknownSurroundings } from "../../../core/preflight/surroundings.ts";
import { applyOps, parseOp } from "../../../core/workflow/apply-op.ts";
import { emptyGraph, type Graph } from "../../../core/workflow/graph.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import { createOfflineModel } from "./offline-model.ts";
import { answerPlan } from "./answer-plan.ts";

const readingTools = [{ name: "look", description: "Looks.", effects: "read-only" as const }];

function request(brief: BriefInput, written: Graph = emptyGraph) {
  const parsed = briefSchema.parse({ scope: { tools: ["look"], collections: ["shelf"] }, ...brief });
  const collections = [{ name: "shelf", documentCount: 9 }];
  return JSON.stringify({ task: "write-plan", brief: parsed, tools: readingTools, collections, written });
}

type Prompt = Parameters<typeof answerPlan>[0]["prompt"];

/** The ops of one turn without a search. */
function opsFor(brief: BriefInput, written?: Graph, passages?: FoundPassage[]) {
  const prompt: Prompt = [{ role: "user", content: [{ type: "text", text: request(brief, written) }] }];
  const first = answerPlan({ prompt, toolNames: new Set(passages === undefined ? [] : ["search_sources"]) });
  if (first?.type !== "tool-calls") return linesOf(first);
  const results: Prompt = first.calls.flatMap(({ toolName, input }, index): Prompt => [
    { role: "assistant", content: [{ type: "tool-call", toolCallId: `c${index}`, toolName, input }] },
    { role: "tool", content: [{ type: "tool-result", toolCallId: `c${index}`, toolName, output: { type: "json", value: JSON.parse(JSON.stringify(passages)) } }] },
  ]);
  return linesOf(answerPlan({ prompt: [...prompt, ...results], toolNames: new Set(["search_sources"]) }));
}

function linesOf(turn: ReturnType<typeof answerPlan>) {
  if (turn?.type !== "text") throw new Error("A plan is text.");
  return turn.text.trim().split("\n").filter((line) => line !== "").map((line) => {
    const parsed = parseOp(JSON.parse(line));
    if (!parsed.ok) throw new Error(parsed.refusal.message);
    return parsed.op;
  });
}

function graphOf(ops: ReturnType<typeof opsFor>, before: Graph = emptyGraph): Graph {
  let graph = before;
  for (const op of ops) {
    const outcome = applyOps(graph, [op]);
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    graph = outcome.graph;
  }
  return graph;
}

const surroundings = { ...unknownSurroundings, priceOf: () => 0, modelOf: () => "offline:templates" };

/** Errors and warnings; that one worker answers for a critical part is only remarked. */
const findingsOf = (graph: Graph, brief: BriefInput) =>
  runPreflight(graph, briefSchema.parse({ scope: { tools: ["look"], collections: ["shelf"] }, ...brief }), surroundings).findings.filter(({ severity }) => severity !== "note");

const requirement = fc.record({ text: fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }).map((text) => `R ${text}`), kind: fc.constantFrom("aspect" as const, "evidence" as const, "item" as const), isCritical: fc.boolean() });

const briefArbitrary = fc.record({
  question: fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
    fc.constantFrom("Compare oak, pine and ash.", "How do I move from paper to glass, and what are the limits of glass?", "For each valve, who may close it?", "Why?", "Is it so?"),
  ),
  requirements: fc.array(requirement, { maxLength: 60 }).map((all) => all.map((one, index) => ({ ...one, id: `r${index}` }))),
  budget: fc.record({
    maxAgents: fc.integer({ min: 3, max: 300 }),
    maxTokens: fc.integer({ min: 500, max: 5_000_000 }),
    maxMinutes: fc.double({ min: 0.01, max: 600, noNaN: true }),
    maxParallel: fc.integer({ min: 1, max: 64 }),
  }),
});

describe("a plan of the offline model", () => {
  test("applies op by op, covers every requirement, fits the budget and passes every rule, whatever is asked", () => {
    fc.assert(
      fc.property(briefArbitrary, (brief) => {
        expect(findingsOf(graphOf(opsFor(brief)), brief)).toEqual([]);
      }),
    );
  });

  test("gives no title twice, whatever is asked", () => {
    const titlesOf = (brief: BriefInput) => graphOf(opsFor(brief)).nodes.map(({ title }) => title);
    fc.assert(
      fc.property(briefArbitrary, (brief) => {
        const titles = titlesOf(brief);
        expect(new Set(titles).size).toBe(titles.length);
      }),
    );
    const titles = titlesOf({ question: "What are the limits of kiln drying, and what are the limits of air seasoning?" });
    expect(titles.filter((title) => title.includes("kiln drying"))).toHaveLength(titles.filter((title) => title.includes("air seasoning")).length);
    expect(titles.filter((title) => /\(\d\)$/.test(title))).toEqual([]);
  });

  test("broken off after any op, it is completed to the same graph", () => {
    fc.assert(
      fc.property(briefArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (brief, share) => {
        const ops = opsFor(brief);
        const written = graphOf(ops.slice(0, Math.floor(ops.length * share)));
        expect(graphOf(opsFor(brief, written), written)).toEqual(graphOf(ops));
      }),
    );
  });

  test("divides an open question along the headings that a search brings up", () => {
    const passages = ["Kneading yeast dough", "Storing yeast", "Yeast and salt"].map((heading, index) => ({ sourceId: `s${index}`, collection: "shelf", title: "Bread", path: "bread.md", heading, text: "About yeast." }));
    const graph = graphOf(opsFor({ question: "yeast" }, undefined, passages));
    expect(graph.nodes.map(({ title }) => title)).toEqual(expect.arrayContaining(["Kneading yeast dough", "Storing yeast", "Yeast and salt"]));
  });

  test("uses only the tools and collections it was told of", () => {
    const graph = graphOf(opsFor({ question: "Compare oak and pine." }));
    const agents = graph.nodes.filter((node) => node.kind === "agent");
    expect(new Set(agents.flatMap(({ tools }) => (Array.isArray(tools) ? tools : [])))).toEqual(new Set(["look"]));
    expect(new Set(agents.flatMap(({ context }) => ("sources" in context ? context.sources : [])))).toEqual(new Set(["shelf"]));
  });

  test("works through an item at a time where each is asked for, as many at most as the brief has agents", () => {
    const graph = graphOf(opsFor({ question: "For each valve, who may close it?", budget: { maxAgents: 8 } }));
    const map = graph.nodes.find((node) => node.kind === "map");
    expect(map).toMatchObject({ items: "inputs.list.items", itemKey: "item.name" });
    expect(graph.nodes.filter(({ parent }) => parent === map?.id)).toHaveLength(1);
    expect(graph.edges.find(({ to }) => to === map?.id)?.as).toBe("list");
  });
});

describe("the offline model", () => {
  test("says what it is when it is asked for something else", async () => {
    const { text, usage } = await generateText({ model: createOfflineModel({ paceMs: 0 }), prompt: "Write a poem." });
    expect(text).toMatch(/offline model/);
    expect(usage.outputTokens).toBe(countTokens(text));
  });
});
