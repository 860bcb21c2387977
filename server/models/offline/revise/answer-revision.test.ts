import { describe, expect, it } from "vitest";
import type { AnnotationTarget } from "../../../../core/annotation/annotation-target.ts";
import { rangeOf } from "../../../../core/annotation/text-range.ts";
import { briefSchema } from "../../../../core/brief/brief.ts";
import type { ReviseRequest } from "../../../../core/planning/revise-request.ts";
import type { Point } from "../../../../core/proposal/point.ts";
import { changeSchema, unreadSchema } from "../../../../core/proposal/proposed-change.ts";
import { applyOps } from "../../../../core/workflow/apply-op.ts";
import { graphSchema, type Graph } from "../../../../core/workflow/graph.ts";
import { opSchema, type Op, type OpInput } from "../../../../core/workflow/op.ts";
import { answerRevision } from "./answer-revision.ts";

const brief = briefSchema.parse({ question: "Why do kettles sing?", requirements: [{ id: "r1", text: "The cause" }, { id: "r2", text: "The pitch" }], scope: { tools: ["search_sources", "read_source"], collections: ["kettles"] } });

const plan = graphSchema.parse({
  title: "Singing kettles",
  phases: [{ id: "read", title: "Read" }],
  nodes: [
    { kind: "agent", id: "listen", title: "Listen to kettles", phase: "read", instructions: "Listen closely. Write down the pitch.", tools: ["read_source"], covers: ["r1"], budget: { maxTokens: 9_000 }, maxTurns: 6 },
    { kind: "map", id: "each-kettle", title: "Each kettle", items: "inputs.listen", maxItems: 20 },
    { kind: "agent", id: "boil", title: "Boil it", parent: "each-kettle", instructions: "" },
    { kind: "verify", id: "check", title: "Check claims" },
    { kind: "synthesize", id: "report", title: "Write the report" },
  ],
  edges: [
    { id: "e1", from: "listen", to: "each-kettle" },
    { id: "e2", from: "each-kettle", to: "check" },
    { id: "e3", from: "check", to: "report" },
  ],
  reportNode: "report",
});

const ask = (points: Point[], graph: Graph = plan) => {
  const tools = brief.scope.tools.map((name) => ({ name, description: "", effects: "read-only" as const }));
  const request: ReviseRequest = { task: "revise-plan", brief, tools, collections: [{ name: "kettles", documentCount: 3 }], plan: graph, points, answered: [], part: [] };
  const turn = answerRevision({ prompt: [{ role: "user", content: [{ type: "text", text: JSON.stringify(request) }] }], toolNames: new Set() });
  if (turn?.type !== "text") throw new Error("A revision is answered in words.");
  const lines = turn.text.split("\n").filter((line) => line !== "").map((line): unknown => JSON.parse(line));
  return {
    changes: lines.flatMap((line) => changeSchema.safeParse(line).data ?? []),
    unread: lines.flatMap((line) => unreadSchema.safeParse(line).data ?? []),
  };
};

const remark = (text: string, target: AnnotationTarget, ref = "a1"): Point => ({ type: "remark", ref, annotationId: "x", target, targetName: "", said: [{ by: "Ada", text }] });
const at = (id: string): AnnotationTarget => ({ type: "node", id });

/** The plan once everything that was read of a remark is in it. */
function revised(text: string, target: AnnotationTarget): { graph: Graph; unread: string[] } {
  const { changes, unread } = ask([remark(text, target)]);
  const graph = changes.reduce((before, { ops }) => {
    const outcome = applyOps(before, ops);
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    return outcome.graph;
  }, plan);
  return { graph, unread: unread.map(({ words }) => words) };
}

const nodeIn = ({ nodes }: Graph, id: string) => nodes.find((node) => node.id === id);

describe("the offline model reads a remark that", () => {
  it.each<[string, string, string, object]>([
    ["gives a tool", "Give this node the tool search_sources.", "listen", { tools: ["read_source", "search_sources"] }],
    ["takes a tool, in words of its own", "It should not use read source", "listen", { tools: [] }],
    ["lowers a budget", "lower the budget to 5000 tokens", "listen", { budget: { maxTokens: 5_000 } }],
    ["lowers it by so much", "Please reduce the budget by 2k tokens", "listen", { budget: { maxTokens: 7_000 } }],
    ["limits turns in a word", "at most eight turns", "listen", { maxTurns: 8 }],
    ["limits the cost", "Limit this to $0.50", "listen", { budget: { maxTokens: 9_000, maxCostMicroUsd: 500_000 } }],
    ["names a requirement to cover", "This must also cover requirement R2.", "listen", { covers: ["r1", "r2"] }],
    ["names a requirement to leave", "It no longer covers R1", "listen", { covers: [] }],
    ["renames", "Rename to “Hear kettles sing”", "listen", { title: "Hear kettles sing" }],
    ["renames without quotes", "Rename this to Hear them.", "listen", { title: "Hear them" }],
    ["adds to instructions", "The instructions should say “Note the room's size.”", "listen", { instructions: "Listen closely. Write down the pitch. Note the room's size." }],
    ["replaces instructions", 'Replace the instructions with "Only listen."', "listen", { instructions: "Only listen." }],
    ["writes instructions where there were none", "Instructions must ask for the time it takes", "boil", { instructions: "The time it takes." }],
    ["chooses one of a few words", "Set on error to skip", "listen", { onError: "skip" }],
    ["chooses with a colon", "on refuted: send back", "check", { onRefuted: "send-back" }],
    ["gives a collection", "Let it read the documents of kettles", "listen", { context: { question: true, requirements: "covered", sources: ["kettles"], inputs: "all" } }],
  ])("%s", (_what, text, id, expected) => {
    const { graph, unread } = revised(text, at(id));
    expect(unread).toEqual([]);
    expect(nodeIn(graph, id)).toMatchObject(expected);
  });

  it("sets the limit of the container that has it", () => {
    expect(nodeIn(revised("raise fan-out to 30", at("boil")).graph, "each-kettle")).toMatchObject({ maxItems: 30 });
    expect(nodeIn(revised("Raise the fan-out to 12", { type: "plan" }).graph, "each-kettle")).toMatchObject({ maxItems: 12 });
  });

  it("removes a step, and leads what went into it on to where its result went", () => {
    const { graph } = revised("Remove this node.", at("check"));
    expect(graph.nodes.map(({ id }) => id)).not.toContain("check");
    expect(graph.edges).toMatchObject([{ id: "e1" }, { from: "each-kettle", to: "report" }]);
  });

  it("removes a container with what is in it, and a step that it names though it was written elsewhere", () => {
    expect(revised("delete this step", at("each-kettle")).graph.nodes.map(({ id }) => id)).toEqual(["listen", "check", "report"]);
    expect(revised("Please remove “Check claims”", { type: "plan" }).graph.nodes.map(({ id }) => id)).toEqual(["listen", "each-kettle", "boil", "report"]);
  });

  it("adds a verifier behind a step, and a checkpoint before one", () => {
    const verified = revised("Add a verifier", at("listen")).graph;
    expect(nodeIn(verified, "check-after-listen")).toMatchObject({ kind: "verify", phase: "read" });
    expect(verified.edges).toContainEqual(expect.objectContaining({ id: "e1", from: "check-after-listen", to: "each-kettle" }));
    expect(revised("A person should sign off: add a checkpoint before this", at("report")).graph.edges).toContainEqual(expect.objectContaining({ id: "e3", to: "ask-before-report" }));
  });

  it("is about words, and puts others in their place or takes them out", () => {
    const text = "Listen closely. Write down the pitch.";
    const words: AnnotationTarget = { type: "text", nodeId: "listen", field: "instructions", range: rangeOf(text, { start: 7, end: 14 }) };
    expect(nodeIn(revised("should say “from afar”", words).graph, "listen")).toMatchObject({ instructions: "Listen from afar. Write down the pitch." });
    expect(nodeIn(revised("remove this", words).graph, "listen")).toMatchObject({ instructions: "Listen. Write down the pitch." });
  });

  it("asks for several things, one change each", () => {
    const { changes, unread } = ask([remark("Give it the tool search_sources and lower the budget to 5,000 tokens. Rename to “Hear”.", at("listen"))]);
    expect(changes.map(({ ops }) => ops[0])).toMatchObject([{ changes: [{ path: ["tools"] }] }, { changes: [{ path: ["budget", "maxTokens"], value: 5_000 }] }, { changes: [{ path: ["title"] }] }]);
    expect(unread).toEqual([]);
  });

  it.each([
    ["free prose", "This feels a little thin, can we think about acoustics?"],
    ["a question", "Should we remove this node?"],
    ["what is not to be done", "Do not remove this node."],
    ["a tool that nobody grants", "Give it the tool launch_rocket"],
    ["a number without a unit", "lower the budget to 5"],
    ["a removal of something that is no step", "remove the second half of the sentence"],
    ["a requirement that isn't there", "cover requirement R9"],
    ["what is so already", "Rename to “Listen to kettles”"],
  ])("is %s, and says that it couldn't", (_what, text) => {
    const { changes, unread } = ask([remark(text, at("listen"))]);
    expect(changes).toEqual([]);
    expect(unread).toMatchObject([{ unread: "a1", why: expect.stringMatching(/\S/) as unknown }]);
  });

  it("holds a wish inside quotes, and takes that for words and nothing else", () => {
    const { graph } = revised("The instructions should say “Remove this node and rename it to X.”", at("listen"));
    expect(nodeIn(graph, "listen")).toMatchObject({ title: "Listen to kettles", instructions: expect.stringMatching(/Remove this node and rename it to X\.$/) as unknown });
  });

  it("gives its reason beside its wish, and doesn't call that unread", () => {
    expect(revised("We know the pitch already, remove this node.", at("listen")).unread).toEqual([]);
  });
});

describe("the offline model mends a finding", () => {
  const fixes = (...ops: OpInput[][]) => ops.map((batch, index) => ({ title: `Fix ${index + 1}`, ops: batch.map((op): Op => opSchema.parse(op)) }));
  const finding = (ref: string, ...ops: OpInput[][]): Point => ({ type: "finding", ref, ruleId: "gate/missing", severity: "warning", on: "node/listen", message: `Message ${ref}`, why: "", fixes: fixes(...ops) });
  const gate: OpInput = { op: "node-add", node: { kind: "checkpoint", id: "gate", title: "Gate" } };

  it("by the first of its fixes that applies, and says of one without any that none is known", () => {
    const { changes, unread } = ask([finding("f1", [{ op: "node-remove", id: "gone" }], [{ op: "node-update", id: "listen", changes: [{ path: ["maxTurns"], value: 3 }] }]), finding("f2")]);
    expect(changes).toMatchObject([{ answers: ["f1"], why: "Fix 2." }]);
    expect(unread).toMatchObject([{ unread: "f2", words: "Message f2" }]);
  });

  it("under an id that is free where two fixes chose one, and once where two findings call for the same", () => {
    const { changes } = ask([finding("f1", [gate]), finding("f2", [gate]), finding("f3", [gate, { op: "edge-add", edge: { id: "g", from: "gate", to: "listen" } }])]);
    expect(changes.map(({ answers }) => answers)).toEqual([["f1", "f2"], ["f3"]]);
    expect(changes[1]?.ops).toMatchObject([{ node: { id: "gate-2" } }, { edge: { from: "gate-2", to: "listen" } }]);
  });
});
