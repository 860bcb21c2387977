import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, checkpoint, edge, map, synthesize, tool, verify } from "../../../tests/setup/part.ts";
import { gateMissing } from "./gate-missing.ts";

const asking = (checkpoints: { beforeWrites?: boolean; afterFanOutOver?: number; beforeReport?: boolean }) => ({ policy: { checkpoints } });
const nodes = [agent("a", { maxTurns: 2 }), verify("v"), synthesize("report")];
const sound = { nodes, edges: chain("a", "v", "report"), reportNode: "report" };

describe("gate/missing", () => {
  it("trips before a write and before the report where the policy asks for it, and offers the checkpoint", () => {
    expect(tripped(gateMissing, { nodes: [tool("t", "send_mail")] }, null, asking({ beforeWrites: true }))).toEqual(["t"]);
    expect(tripped(gateMissing, sound, null, asking({ beforeReport: true }))).toEqual(["report"]);
    expect(afterFixes(gateMissing, sound, null, asking({ beforeReport: true }))).toEqual({ left: [], added: [] });
  });

  it("trips on a wide map whose results nobody looks at", () => {
    const wide = [map("m", { maxItems: 50 }), agent("in", { parent: "m" }), checkpoint("ask"), ...nodes];
    expect(tripped(gateMissing, { nodes: wide, edges: [edge("m", "v")] }, null, asking({ afterFanOutOver: 20 }))).toEqual(["m"]);
    expect(tripped(gateMissing, { nodes: wide, edges: chain("m", "ask", "v") }, null, asking({ afterFanOutOver: 20 }))).toEqual([]);
    expect(tripped(gateMissing, { nodes: wide, edges: [edge("m", "v")] }, null, asking({ afterFanOutOver: 50 }))).toEqual([]);
  });

  it("is silent where the checkpoint is there, and where the policy asks for none", () => {
    expect(tripped(gateMissing, { nodes: [...nodes, checkpoint("ask")], edges: chain("a", "v", "ask", "report") }, null, asking({ beforeReport: true, beforeWrites: true }))).toEqual([]);
    expect(tripped(gateMissing, { ...sound, nodes: [...nodes, tool("t", "send_mail")] })).toEqual([]);
  });
});
