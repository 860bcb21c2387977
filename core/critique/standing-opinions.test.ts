import { expect, test } from "vitest";
import { soundGraph } from "../../tests/setup/sound-graph.ts";
import { applyOps } from "../workflow/apply-op.ts";
import { graphSchema } from "../workflow/graph.ts";
import { opSchema, type OpInput } from "../workflow/op.ts";
import { findingOf } from "./opinion.ts";
import { standingOpinions } from "./standing-opinions.ts";

const before = graphSchema.parse(soundGraph({ covers: ["r1"], tools: [] }));
const opinions = ["plan", "node/read", `edge/${before.edges[0]?.id ?? ""}`, "requirement/r1"].map((on) => findingOf({ on, topic: "blind-spot", severity: "note", message: "Thin.", why: "It is.", fixes: [] }));
const ofRule = { ...opinions[0], ruleId: "done/missing" } as (typeof opinions)[number];

function standingAfter(op: OpInput): string[] {
  const outcome = applyOps(before, [opSchema.parse(op)]);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return standingOpinions([...opinions, ofRule], before, outcome.graph).map(({ target }) => target.type);
}

test("an opinion stands until what it is about is changed, and is never made of what a rule says", () => {
  expect(standingAfter({ op: "plan-update", changes: [{ path: ["title"], value: "Other" }] })).toEqual(["plan", "node", "edge", "requirement"]);
  expect(standingAfter({ op: "node-update", id: "read", changes: [{ path: ["instructions"], value: "Read both sides." }] })).toEqual(["plan", "edge", "requirement"]);
  expect(standingAfter({ op: "edge-remove", id: before.edges[0]?.id ?? "" })).toEqual(["plan", "node", "requirement"]);
});
