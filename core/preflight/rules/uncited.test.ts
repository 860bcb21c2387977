import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, synthesize, verify } from "../../../tests/setup/part.ts";
import { uncited } from "./uncited.ts";

const told = (instructions: string) => tripped(uncited, { nodes: [synthesize("s", { instructions })] });

describe("synthesis/uncited", () => {
  it("trips on a report that needs no evidence, and on one in plain text", () => {
    const loose = { nodes: [agent("a", { maxTurns: 2 }), verify("v"), synthesize("s", { requireEvidence: false })], edges: chain("a", "v", "s"), reportNode: "s" };
    expect(tripped(uncited, loose)).toEqual(["s"]);
    expect(afterFixes(uncited, loose)).toEqual({ left: [], added: [] });
    expect(tripped(uncited, { nodes: [agent("a", { output: { as: "text" } })], reportNode: "a" })).toEqual(["a"]);
  });

  it.each(["Write an executive summary. Do not include citations, they distract the reader.", "Keep it short; sources are not needed.", "Write the memo in plain prose without citing anything.", "Strip all citations before you hand it over to the client."])("warns of instructions: %s", (instructions) => {
    expect(examineWith(uncited, { nodes: [synthesize("s", { instructions })] })).toMatchObject([{ severity: "warning" }]);
  });

  it.each(["Do not cite a source that you have not read; every sentence needs its quote.", "Never include a claim without citations from the checked list.", "Quellen sind nicht nötig.", "Cite each sentence. No claim without a source."])("is silent on %s", (instructions) => {
    expect(told(instructions)).toEqual([]);
  });

  it("is silent on a text that goes on, and is not the report", () => {
    expect(tripped(uncited, { nodes: [agent("a", { output: { as: "text" } }), synthesize("s")], edges: chain("a", "s"), reportNode: "s" })).toEqual([]);
  });
});
