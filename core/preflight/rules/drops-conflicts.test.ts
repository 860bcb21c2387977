import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, synthesize, verify } from "../../../tests/setup/part.ts";
import { dropsConflicts } from "./drops-conflicts.ts";

const told = (instructions: string) => examineWith(dropsConflicts, { nodes: [synthesize("s", { instructions })] });

describe("synthesis/drops-conflicts", () => {
  it("trips as an error on the declared field, and is silent once both sides are kept", () => {
    const graph = { nodes: [agent("a", { maxTurns: 2 }), verify("v"), synthesize("s", { conflicts: "drop" })], edges: chain("a", "v", "s"), reportNode: "s" };
    expect(examineWith(dropsConflicts, graph)).toMatchObject([{ severity: "error" }]);
    expect(afterFixes(dropsConflicts, graph)).toEqual({ left: [], added: [] });
  });

  it.each([
    "Write the summary. Ignore contradictory findings.",
    "If the sources disagree, use the most common answer.",
    "Merge everything into one coherent narrative for the board.",
    "Where claims conflict, pick the most plausible one and move on.",
    "Outliers should be left out of the table.",
    "Give one picture; leave out whatever doesn't fit.",
    "Settle contradictions quietly before you write.",
    "Report only the prevailing opinion.",
    "Two figures that clash are to be averaged.",
    "Never trouble the board with disagreements between the sources.",
    "Readers need not see that experts disagree.",
    "The report speaks with one voice.",
    "Report only the consensus view of the workers.",
    "Resolve contradictions by majority vote.",
    "Do not mention disagreements between the readers.",
    "Smooth over any inconsistencies so that the text reads well.",
    "Keep the newest version where two documents contradict each other; the older one is dropped.",
  ])("warns of instructions: %s", (instructions) => {
    expect(told(instructions)).toMatchObject([{ severity: "warning", target: { id: "s" } }]);
  });

  it.each([
    "Keep both sides of every conflict, each with its quote.",
    "Never drop a claim because it contradicts another one.",
    "Keep every conflict in the report, and don't average figures that clash.",
    "Say so where there are no conflicting statements in the text.",
    "Leave out what doesn't answer the question, and show where sources disagree.",
    "Do not resolve conflicts by picking the most common answer: show both.",
    "Name every contradiction in a section of its own, with what each side rests on.",
    "Say where the sources disagree and what would settle it.",
    "Refuted and undecided claims are shown as such, and what contradicts stays in with both quotes.",
    "Ignore marketing pages. Begin with the answer, then the evidence.",
    "Ignoriere widersprüchliche Aussagen.",
  ])("is silent on %s", (instructions) => {
    expect(told(instructions)).toEqual([]);
  });

  it("looks at workers, too, and not at checks", () => {
    expect(tripped(dropsConflicts, { nodes: [agent("a", { instructions: "Discard conflicting values from the older reports." }), verify("v", { criteria: "Ignore conflicting claims of the others." })] })).toEqual(["a"]);
  });
});
