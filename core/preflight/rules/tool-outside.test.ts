import { describe, expect, it } from "vitest";
import { afterFixes, examineWith } from "../../../tests/setup/examine.ts";
import { agent, tool } from "../../../tests/setup/part.ts";
import { toolOutside } from "./tool-outside.ts";

const brief = { question: "What?", scope: { tools: ["search_sources"] } };
const outside = agent("a", { tools: ["search_sources", "send_mail"] });

describe("scope/tool-outside", () => {
  it("trips on every tool beyond the brief, of agents and of tool steps", () => {
    expect(examineWith(toolOutside, { nodes: [outside, tool("t", "delete_rows")] }, brief)).toMatchObject([
      { target: { id: "a" }, message: '"a" may use "send_mail", which the brief doesn\'t grant.' },
      { target: { id: "t" }, fixes: [] },
    ]);
  });

  it("offers to take the tool away, and is then silent on that node", () => {
    expect(afterFixes(toolOutside, { nodes: [outside, tool("t", "delete_rows")] }, brief)).toEqual({ left: ["t"], added: [] });
  });

  it("is silent on what is granted, and does not run without a brief or where the tools are not known", () => {
    expect(examineWith(toolOutside, { nodes: [agent("a", { tools: ["search_sources"] })] }, brief)).toEqual([]);
    expect(examineWith(toolOutside, { nodes: [outside] })).toBe("there is no brief to compare with");
    expect(examineWith(toolOutside, { nodes: [agent("b", { tools: { unknown: "the import doesn't say" } })] }, brief)).toBe('the tools of "b" can\'t be known: the import doesn\'t say');
  });
});
