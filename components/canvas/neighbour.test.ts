import { expect, test } from "vitest";
import { graphSchema } from "../../core/workflow/graph.ts";
import { neighbourOf } from "./neighbour.ts";

const graph = graphSchema.parse({
  nodes: [
    { id: "left", kind: "agent", title: "Left" },
    { id: "below", kind: "agent", title: "Below" },
    { id: "right", kind: "map", title: "Right", items: "[1]" },
    { id: "inside", kind: "agent", title: "Inside", parent: "right" },
  ],
});
const positions = { left: { x: 0, y: 0 }, below: { x: 0, y: 112 }, right: { x: 276, y: 0 }, inside: { x: 12, y: 36 } };

test("arrows lead to the nearest node in their direction, into containers too", () => {
  expect(neighbourOf("left", "ArrowRight", graph, positions)).toBe("right");
  expect(neighbourOf("left", "ArrowDown", graph, positions)).toBe("below");
  expect(neighbourOf("right", "ArrowDown", graph, positions)).toBe("inside");
  expect(neighbourOf("below", "ArrowUp", graph, positions)).toBe("left");
});

test("at the edge the selection stays; without one it begins at the first node", () => {
  expect(neighbourOf("left", "ArrowUp", graph, positions)).toBe("left");
  expect(neighbourOf(null, "ArrowUp", graph, positions)).toBe("left");
});
