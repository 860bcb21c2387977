import { expect, test } from "vitest";
import { graphSchema } from "../../core/workflow/graph.ts";
import { foundBy } from "./outline-filter.tsx";

const { nodes } = graphSchema.parse({ nodes: [{ id: "read", kind: "agent", title: "Read" }, { id: "check", kind: "verify", title: "Check" }, { id: "write", kind: "synthesize", title: "Write" }] });
const known = { findingsById: new Map([["read", []]]), comments: new Map([["node write", 2]]), selectedId: null };
const found = (filter: string | null, selectedId: string | null = null) => foundBy(filter, nodes, { ...known, selectedId });

test("a filter lets through what it names, and without one everything is there", () => {
  expect([found("finding"), found("comment"), found("verify")].map((ids) => [...(ids ?? [])])).toEqual([["read"], ["write"], ["check"]]);
  expect(found(null, "read")).toBeUndefined();
});

test("the selected node stays in the outline whatever the filter", () => {
  expect([...(found("verify", "write") ?? [])]).toEqual(["check", "write"]);
});
