import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { briefSchema, type Requirement } from "../brief/brief.ts";
import { graphSchema } from "../workflow/graph.ts";
import { preflightRules, runPreflight } from "./preflight.ts";

const rules = preflightRules(() => 1_000_000);
const requirements: Requirement[] = [{ id: "r1", text: "What survives", kind: "aspect", isCritical: true }];
const brief = briefSchema.parse({ question: "What survives a crash?", requirements, scope: { tools: ["search_sources"] } });

describe("runPreflight", () => {
  it("has nothing to say of a plan that does what was asked for", () => {
    const graph = graphSchema.parse({
      nodes: [
        { kind: "agent", id: "read", title: "Read", covers: ["r1"], tools: ["search_sources"], maxTurns: 4 },
        { kind: "verify", id: "check", title: "Check" },
        { kind: "synthesize", id: "report", title: "Report" },
      ],
      edges: [
        { id: "e1", from: "read", to: "check" },
        { id: "e2", from: "check", to: "report" },
      ],
      reportNode: "report",
    });
    expect(runPreflight(graph, brief, rules)).toEqual({ findings: [], notRun: [] });
  });

  it("names every rule that could not run, with its reason", () => {
    const { notRun } = runPreflight(graphSchema.parse({}), null, rules);
    expect(notRun.map(({ ruleId }) => ruleId)).toEqual(["coverage/requirement-uncovered", "scope/tool-outside", "budget/over"]);
    expect(notRun.every(({ reason }) => reason !== "")).toBe(true);
  });

  it("says something sensible of every graph, and the same each time", () => {
    fc.assert(
      fc.property(graphArbitrary, (graph) => {
        const report = runPreflight(graph, brief, rules);
        expect(report.findings.every(({ message, ruleId }) => message !== "" && ruleId.includes("/"))).toBe(true);
        expect(runPreflight(structuredClone(graph), brief, rules)).toEqual(report);
      }),
    );
  });
});
