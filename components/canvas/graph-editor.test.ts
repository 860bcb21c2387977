import { expect, test } from "vitest";
import { applyOps } from "../../core/workflow/apply-op.ts";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import { opSchema, type OpInput } from "../../core/workflow/op.ts";
import { createGraphEditor } from "./graph-editor.ts";

const opened = graphSchema.parse({
  nodes: [
    { id: "read", kind: "agent", title: "Read" },
    { id: "write", kind: "synthesize", title: "Write" },
  ],
  edges: [{ id: "read-write", from: "read", to: "write" }],
});
const ops = (...inputs: OpInput[]) => inputs.map((input) => opSchema.parse(input));

test("undo leads back to the same digest, redo forward again", () => {
  const editor = createGraphEditor(opened);
  editor.apply(ops({ op: "edge-remove", id: "read-write" }, { op: "node-remove", id: "read" }));
  editor.apply(ops({ op: "node-update", id: "write", changes: [{ path: ["title"], value: "Answer" }] }));
  const changed = digestGraph(editor.read().graph);
  editor.undo();
  editor.undo();
  expect(digestGraph(editor.read().graph)).toBe(digestGraph(opened));
  expect(editor.read()).toMatchObject({ batches: [], canUndo: false, canRedo: true });
  editor.redo();
  editor.redo();
  expect(digestGraph(editor.read().graph)).toBe(changed);
});

test("a refused batch changes nothing and tells nobody", () => {
  const editor = createGraphEditor(opened);
  let calls = 0;
  editor.subscribe(() => (calls += 1));
  expect(editor.apply(ops({ op: "node-remove", id: "read" }))).toMatchObject({ ok: false });
  expect(calls).toBe(0);
  expect(editor.read().graph).toBe(opened);
});

test("its batches lead from what was opened to what is shown, also after an undo in between", () => {
  const editor = createGraphEditor(opened, [ops({ op: "node-update", id: "read", changes: [{ path: ["title"], value: "Look" }] })]);
  editor.apply(ops({ op: "node-add", node: { id: "check", kind: "verify", title: "Check" } }));
  editor.undo();
  editor.apply(ops({ op: "plan-update", changes: [{ path: ["title"], value: "A plan" }] }));
  const { graph, batches } = editor.read();
  let replayed = opened;
  for (const batch of batches) {
    const outcome = applyOps(replayed, batch);
    if (outcome.ok) replayed = outcome.graph;
  }
  expect(batches).toHaveLength(2);
  expect(digestGraph(replayed)).toBe(digestGraph(graph));
});

test("what somebody else moved moves here too, except what was moved here, and undo leads to where they put it", () => {
  const editor = createGraphEditor(opened);
  editor.apply(ops({ op: "layout-update", positions: { write: { x: 9, y: 9 } } }));
  editor.apply(ops({ op: "node-update", id: "read", changes: [{ path: ["title"], value: "Look" }] }));
  editor.undo();
  editor.follow({ read: { x: 1, y: 2 }, write: { x: 3, y: 4 } });
  expect(editor.read()).toMatchObject({ graph: { layout: { read: { x: 1, y: 2 }, write: { x: 9, y: 9 } } }, canRedo: true });
  editor.redo();
  expect(editor.read().graph.nodes[0]?.title).toBe("Look");
  editor.undo();
  editor.undo();
  expect(editor.read().graph.layout).toEqual({ read: { x: 1, y: 2 }, write: { x: 3, y: 4 } });
  editor.redo();
  editor.reset();
  expect(editor.read().graph.layout).toEqual({ read: { x: 1, y: 2 }, write: { x: 3, y: 4 } });
});
