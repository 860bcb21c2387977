import { expect, test } from "vitest";
import { graphSchema } from "../workflow/graph.ts";
import { countOpened, findingKey, openedPartsSchema, openedWords } from "./opened.ts";

const graph = graphSchema.parse({ nodes: ["one", "two", "three"].map((id) => ({ id, kind: "agent", title: id })) });
const finding = (id: string, severity: "error" | "warning") => ({ ruleId: "a/b", severity, target: { type: "node" as const, id }, message: "Look.", why: "Because.", fixes: [] });
const findings = [finding("one", "error"), finding("two", "error"), finding("three", "warning")];

test("what was opened is counted of what there is, and what isn't there counts for nothing", () => {
  const parts = openedPartsSchema.parse({ nodes: ["one", "one", "elsewhere"], findings: findings.map(findingKey).slice(0, 2), definition: true });
  const opened = countOpened(parts, { graph, findings });
  expect(opened).toMatchObject({ nodes: { seen: 1, of: 3 }, errors: { seen: 2, of: 2 }, others: { seen: 0, of: 1 } });
  expect(openedWords(opened)).toBe("opened 1 of 3 nodes, both errors, not the other finding, the raw definition");
});

test("a plan without findings that was read whole is told in four words", () => {
  expect(openedWords(countOpened(openedPartsSchema.parse({ nodes: ["one", "two", "three"] }), { graph, findings: [] }))).toBe("opened all 3 nodes");
});
