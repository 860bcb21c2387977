import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, tool } from "../../../tests/setup/part.ts";
import { scopeWrites } from "./scope-writes.ts";

const brief = { question: "What?", scope: { tools: ["send_mail", "look", "read_source"] } };
const mailer = { nodes: [agent("a", { tools: ["read_source", "send_mail"] })] };
const declared = { toolsByName: new Map([["send_mail", { effects: "writes" as const, server: "mail" }], ["look", { effects: "read-only" as const, server: "built-in" }]]) };

describe("scope/writes", () => {
  it("trips as an error on a declared write, as a warning on one that only its name gives away", () => {
    expect(examineWith(scopeWrites, mailer, brief, declared)).toMatchObject([{ severity: "error", target: { id: "a" } }]);
    expect(examineWith(scopeWrites, mailer, brief)).toMatchObject([{ severity: "warning", message: '"a" may use "send_mail" (a write, by its name), and the brief is read-only.' }]);
  });

  it("is silent once its fix is taken, and where the brief lets it write", () => {
    expect(afterFixes(scopeWrites, mailer, brief, declared)).toEqual({ left: [], added: [] });
    expect(tripped(scopeWrites, mailer, { ...brief, scope: { ...brief.scope, effects: "may-write" } }, declared)).toEqual([]);
  });

  it("is silent on what is declared as reading, whatever it is called, and on names that read", () => {
    const { toolsByName } = declared;
    expect(tripped(scopeWrites, { nodes: [tool("t", "post_review")] }, brief, { toolsByName: new Map([...toolsByName, ["post_review", { effects: "read-only" as const, server: "x" }]]) })).toEqual([]);
    expect(tripped(scopeWrites, { nodes: [agent("a", { tools: ["get_order", "list_updates", "searchMessages"] })] }, brief)).toEqual([]);
  });

  it("does not run on tools of which nobody knows what they do", () => {
    expect(examineWith(scopeWrites, { nodes: [tool("t", "frobnicate")] }, brief)).toBe('what the tool "frobnicate" does is not known');
  });
});
