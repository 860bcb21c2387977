import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, targetsOf } from "../../../tests/setup/examine.ts";
import { soundGraph } from "../../../tests/setup/sound-graph.ts";
import { requirementUncovered } from "./requirement-uncovered.ts";

const brief = { question: "What survives?", requirements: [{ id: "r1", text: "Before" }, { id: "r2", text: "After", isCritical: true }] };
const graph = (covers: string[]) => ({ nodes: [{ kind: "agent" as const, id: "a", title: "A", covers }] });

describe("coverage/requirement-uncovered", () => {
  it("trips on each requirement that no node covers, and says which is critical", () => {
    expect(examineWith(requirementUncovered, graph(["r1"]), brief)).toMatchObject([
      { target: { type: "requirement", id: "r2" }, severity: "error", message: 'No step covers the critical requirement R2, "After".' },
    ]);
  });

  it("is silent when one node covers all, also more than was asked for", () => {
    expect(examineWith(requirementUncovered, graph(["r1", "r2", "r3"]), brief)).toEqual([]);
  });

  it("does not run without a brief", () => {
    expect(targetsOf(examineWith(requirementUncovered, graph([])))).toEqual(["there is no brief to compare with"]);
  });

  it("adds a step for it that is told what to find and hands its claims to the check", () => {
    const plan = soundGraph({ covers: ["r1"], tools: [] });
    expect(afterFixes(requirementUncovered, plan, brief)).toEqual({ left: [], added: ["coverage/single-worker"] });
    expect(examineWith(requirementUncovered, graph(["r1"]), brief)).toMatchObject([{ fixes: [] }]);
  });
});
