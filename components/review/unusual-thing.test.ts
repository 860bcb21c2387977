import { expect, test } from "vitest";
import { briefSchema } from "../../core/brief/brief.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import { unusualThings } from "./unusual-thing.ts";

const quiet = {
  graph: graphSchema.parse({ nodes: [{ id: "read", kind: "agent", title: "Read", maxTurns: 8 }] }),
  brief: briefSchema.parse({ question: "Why?", requirements: [{ id: "r1", text: "The reason" }] }),
  report: { findings: [], notRun: [] },
  tools: [],
};

test("a plan with limits that only reads has nothing unusual", () => {
  expect(unusualThings(quiet)).toEqual([]);
});

test("findings come before what is merely rare", () => {
  const graph = graphSchema.parse({ nodes: [{ id: "read", kind: "agent", title: "Read" }] });
  const report = { findings: [{ ruleId: "a/b", severity: "warning" as const, target: { type: "plan" as const }, message: "Look here.", why: "Because.", fixes: [] }], notRun: [] };
  expect(unusualThings({ ...quiet, graph, report })).toEqual(["Look here.", '"Read" has no limit of its own.']);
});

test("what can do harm comes first: tools that write, tools from elsewhere, characters that nobody sees", () => {
  const graph = graphSchema.parse({ nodes: [{ id: "send", kind: "agent", title: "Send", maxTurns: 2, tools: ["post_message"] }] });
  const tool = { name: "post_message", description: "", inputDigest: "c".repeat(64), effects: "writes" as const, server: "chat" };
  const finding = (ruleId: string, message: string) => ({ ruleId, severity: "error" as const, target: { type: "plan" as const }, message, why: "Because.", fixes: [] });
  const report = { findings: [finding("a/b", "Look here."), finding("text/hidden-characters", "Nobody sees this.")], notRun: [] };
  expect(unusualThings({ ...quiet, graph, report, tools: [tool] })).toEqual([
    'The tool post_message writes outside. It may be used by "Send".',
    "The tool post_message comes from chat, not from this installation.",
    "Nobody sees this.",
    "Look here.",
  ]);
});
