import { describe, expect, it } from "vitest";
import { examineWith, targetsOf } from "../../../tests/setup/examine.ts";
import { applyOps } from "../../workflow/apply-op.ts";
import { graphSchema } from "../../workflow/graph.ts";
import { toolOutside } from "./tool-outside.ts";

const brief = { question: "What?", scope: { tools: ["search_sources"] } };
const graph = graphSchema.parse({
  nodes: [
    { kind: "agent", id: "a", title: "A", tools: ["search_sources", "send_mail"] },
    { kind: "tool", id: "t", title: "T", tool: "delete_rows" },
    { kind: "agent", id: "b", title: "B", tools: { unknown: "the import doesn't say" } },
  ],
});

describe("scope/tool-outside", () => {
  it("trips on every tool beyond the brief, of agents and of tool steps", () => {
    expect(examineWith(toolOutside, graph, brief)).toMatchObject([
      { target: { id: "a" }, message: '"A" may use "send_mail", which the brief doesn\'t grant.' },
      { target: { id: "t" }, fixes: [] },
    ]);
  });

  it("offers to take the tool away, and is then silent on that node", () => {
    const findings = examineWith(toolOutside, graph, brief);
    const fixed = applyOps(graph, typeof findings === "string" ? [] : (findings[0]?.fixes[0]?.ops ?? []));
    expect(fixed.ok && targetsOf(examineWith(toolOutside, fixed.graph, brief))).toEqual(["t"]);
  });

  it("is silent on what is granted, and does not run without a brief", () => {
    const granted = { nodes: [{ kind: "agent" as const, id: "a", title: "A", tools: ["search_sources"] }] };
    expect(examineWith(toolOutside, granted, brief)).toEqual([]);
    expect(examineWith(toolOutside, granted)).toBe("there is no brief to compare with");
  });
});
