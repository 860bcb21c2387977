import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent } from "../../../tests/setup/part.ts";
import { sourceOutside } from "./source-outside.ts";

const brief = { question: "What?", scope: { collections: ["handbook"] } };
const reader = (...sources: string[]) => ({ nodes: [agent("a", { context: { sources }, maxTurns: 3 })] });

describe("scope/source-outside", () => {
  it("trips on every collection beyond the brief", () => {
    expect(tripped(sourceOutside, reader("handbook", "payroll", "diary"), brief)).toEqual(["a", "a"]);
  });

  it("is silent on what is granted and on a worker without sources", () => {
    expect(tripped(sourceOutside, { nodes: [...reader("handbook").nodes, agent("b")] }, brief)).toEqual([]);
  });

  it("is silent once its fix is taken", () => {
    expect(afterFixes(sourceOutside, reader("handbook", "payroll", "diary"), brief)).toEqual({ left: [], added: [] });
  });

  it("does not run without a brief, nor on a context that is not known", () => {
    expect(examineWith(sourceOutside, reader("handbook"))).toBe("there is no brief to compare with");
    expect(examineWith(sourceOutside, { nodes: [agent("a", { context: { unknown: "not exported" } })] }, brief)).toBe('the context of "a" can\'t be known: not exported');
  });
});
