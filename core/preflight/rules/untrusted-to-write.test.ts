import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, checkpoint, edge, tool } from "../../../tests/setup/part.ts";
import { untrustedToWrite } from "./untrusted-to-write.ts";

const web = agent("web", { tools: ["fetch_url"] });
const send = tool("send", "send_mail");
const declared = { toolsByName: new Map([["send_mail", { effects: "writes" as const, server: "mail" }], ["crm", { effects: "read-only" as const, server: "crm-server" }]]) };

describe("scope/untrusted-to-write", () => {
  it("trips where a page's words come to a step that sends, however many steps are between", () => {
    const graph = { nodes: [web, agent("sum"), send], edges: chain("web", "sum", "send") };
    expect(examineWith(untrustedToWrite, graph, null, declared)).toMatchObject([{ severity: "error", target: { id: "send" } }]);
    expect(examineWith(untrustedToWrite, graph)).toMatchObject([{ severity: "warning" }]);
  });

  it("trips on one step that does both, and on what another server's tool brings", () => {
    expect(tripped(untrustedToWrite, { nodes: [agent("both", { tools: ["fetch_url", "send_mail"] })] })).toEqual(["both"]);
    expect(tripped(untrustedToWrite, { nodes: [agent("a", { tools: ["crm"] }), send], edges: [edge("a", "send")] }, null, declared)).toEqual(["send"]);
  });

  it("is silent with a checkpoint between, without a way, along mere order, and on what the house stores", () => {
    expect(tripped(untrustedToWrite, { nodes: [web, checkpoint("look"), send], edges: chain("web", "look", "send") })).toEqual([]);
    expect(tripped(untrustedToWrite, { nodes: [web, send] })).toEqual([]);
    expect(tripped(untrustedToWrite, { nodes: [web, send], edges: [edge("web", "send", { kind: "order" })] })).toEqual([]);
    expect(tripped(untrustedToWrite, { nodes: [agent("a", { tools: ["search_sources"] }), send], edges: [edge("a", "send")] })).toEqual([]);
  });

  it("is silent once its fix is taken", () => {
    expect(afterFixes(untrustedToWrite, { nodes: [web, send], edges: [edge("web", "send")] }, null, declared)).toEqual({ left: [], added: [] });
  });
});
