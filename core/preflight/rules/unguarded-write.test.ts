import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, checkpoint, edge, loop, tool } from "../../../tests/setup/part.ts";
import { unguardedWrite } from "./unguarded-write.ts";

const mayWrite = { question: "What?", scope: { effects: "may-write" as const } };
const nodes = [agent("draft"), tool("send", "send_mail")];
const declared = { toolsByName: new Map([["send_mail", { effects: "writes" as const, server: "mail" }]]) };

describe("scope/unguarded-write", () => {
  it("trips on a write without a checkpoint before it, and where one of two ways goes around it", () => {
    expect(examineWith(unguardedWrite, { nodes, edges: chain("draft", "send") }, mayWrite, declared)).toMatchObject([{ severity: "error", target: { id: "send" } }]);
    const around = { nodes: [...nodes, checkpoint("ask")], edges: [...chain("draft", "ask", "send"), edge("draft", "send")] };
    expect(tripped(unguardedWrite, around, mayWrite)).toEqual(["send"]);
  });

  it("trips on a write inside a body that nothing guards, and after one whose checkpoint is inside another branch", () => {
    const inside = { nodes: [loop("l"), tool("send", "send_mail", { parent: "l" })] };
    expect(tripped(unguardedWrite, inside, mayWrite)).toEqual(["send"]);
  });

  it("is silent behind a checkpoint, also around the container, and under a brief that is read-only", () => {
    expect(tripped(unguardedWrite, { nodes: [...nodes, checkpoint("ask")], edges: chain("draft", "ask", "send") }, mayWrite)).toEqual([]);
    expect(tripped(unguardedWrite, { nodes: [checkpoint("ask"), loop("l"), tool("send", "send_mail", { parent: "l" })], edges: [edge("ask", "l")] }, mayWrite)).toEqual([]);
    expect(tripped(unguardedWrite, { nodes }, { question: "What?" })).toEqual([]);
  });

  it("offers a checkpoint through which the only input passes, and is then silent", () => {
    expect(afterFixes(unguardedWrite, { nodes, edges: chain("draft", "send") }, mayWrite, declared)).toEqual({ left: [], added: [] });
    expect(afterFixes(unguardedWrite, { nodes: [tool("send", "send_mail")] }, mayWrite, declared)).toEqual({ left: [], added: [] });
  });

  it("offers nothing where several inputs would come as one", () => {
    const two = { nodes: [...nodes, agent("second")], edges: [edge("draft", "send"), edge("second", "send")] };
    expect(examineWith(unguardedWrite, two, mayWrite)).toMatchObject([{ fixes: [] }]);
  });
});
