import { expect, test } from "vitest";
import { describeChanges } from "../../core/comparison/describe-changes.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import { changeSummary } from "./change-summary.ts";

const before = graphSchema.parse({ nodes: [{ kind: "agent", id: "read", title: "Read" }, { kind: "agent", id: "ask", title: "Ask" }], edges: [{ id: "e", from: "read", to: "ask" }] });
const after = graphSchema.parse({ nodes: [{ kind: "agent", id: "read", title: "Read closely", instructions: "Quote." }, { kind: "verify", id: "check", title: "Check" }] });

test("changes are told in a line, nodes before connections, the rest counted", () => {
  expect(changeSummary(describeChanges(before, after))).toBe("removed Ask, added Check, changed Read closely (title, instructions), and 1 more");
  expect(changeSummary([])).toBe("");
});
