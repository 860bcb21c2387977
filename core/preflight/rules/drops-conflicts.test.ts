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
    "Where two workers come to different results, decide for the likelier one and don't mention the other.",
    "Sources will contradict each other here and there. Pick one and move on.",
    "The reader must not notice that the documents disagree.",
    "Keep any dissent among the workers to yourself.",
    "Write as if everybody agreed.",
    "Disagreements are settled before writing and do not appear in the text.",
    "Please kindly leave differences of opinion aside; they only confuse.",
    "Conflicting evidence has no place in an executive summary.",
    "If one source says yes and another says no, go with the more recent source.",
    "Present a united front: one answer, one number, no ifs and buts.",
    "DO NOT MENTION CONTRADICTIONS.",
    "Minority findings should be left aside.",
    "When in doubt follow the majority of the workers.",
    "Report a single figure per question, even where the sources give several.",
    "It is not necessary to show that the studies came to different conclusions.",
    "You decide which of the contradicting claims is right, and write only that one.",
    "Any tension between the sources is to be smoothed out in the interest of readability.",
    "Avoid presenting opposing views; management wants clarity.",
    "Only include claims on which all workers agree.",
    "The weaker of two clashing claims falls away without comment.",
    "Treat deviating values as measuring errors and delete them.",
    "Harmonise contradictory statements so that the picture is uniform.",
    "Take sides where the evidence is split, and do not tell the reader that there was another side.",
    "The client should not be bothered with inconsistencies between the reports.",
    "Counter-evidence can be omitted if the main line is well supported.",
    "Where claims clash, the one with more quotes wins.",
    "Please make sure the text reads as though there had never been any debate.",
    "If there are discrepancies, choose whichever value seems more plausible.",
    "Different numbers for the same thing are averaged.",
    "Be decisive: where experts differ, adopt the view of the most senior one.",
    "Gloss over gaps and contradictions.",
    "Contradictions between sources must be eliminated from the final text.",
    "Don't tell anyone that two of the studies found the opposite.",
    "Let the strongest claim stand and forget about those that oppose it.",
    "Should the sources be at odds, the official one is right.",
    "If readers might be confused by conflicting numbers, show the lower one only.",
    "Discrepancies? Use the latest figure.",
    "Resolve all disagreements before you write; the report only carries the outcome.",
    "- merge the findings\n- where figures don't match, take the mean\n- no footnotes on discrepancies",
    "## Conflicts\nResolve them silently in favour of the newer document.",
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
    "Where sources differ, give both figures with their dates.",
    "List conflicts openly; don't pick a winner.",
    "If two claims contradict each other, keep both and say which source each rests on.",
    "Do not smooth over contradictions.",
    "Never average two figures that differ.",
    "Contradictions stay in the report as contradictions.",
    "Merge duplicates, but keep claims that conflict as separate entries.",
    "Drop claims that the check refuted, and name them in an appendix.",
    "Start with the answer. Then the points on which the sources disagree, each side with its quote.",
    "Prefer primary sources over summaries.",
    "Use the most recent version of each document.",
    "Mark claims that one worker supports and another refutes as disputed.",
    "A disagreement between the two readers is shown with both readings; it isn't decided by you.",
    "Group the findings by theme, and quote one sentence per finding.",
    "Where the two readings differ, show both and say what would decide it.",
    "Say which of the three causes the evidence favours, and what speaks against it.",
    "Keep only claims with the verdict supported; list the others separately under \"Not confirmed\".",
    "Write one paragraph per requirement. Do not add anything that no claim carries.",
    "Nothing that contradicts the answer may be left out.",
    "If the numbers don't match, report the mismatch with both quotes.",
    "Where the versions conflict, the newer text applies; name the older one and its date.",
    "Compare the two offers and list the differences between them in a table.",
    "Remove duplicates and rank the causes by the number of incidents.",
    "Conflicting claims are to be presented side by side, not merged.",
    "Refuted claims must not appear as fact.",
    "Do not present a claim as settled when the sources disagree.",
    "Ignore formatting differences between the files.",
    "Discard documents from other years. Different plans have different prices; give each.",
    "Describe how the two libraries differ in their default settings and pick the setting we should use.",
    "Choose the better of the two libraries and give your reasons, including what speaks for the other.",
    "Each disagreement gets its own line: who says what, with the quote.",
    "Write from verified claims only. Unresolved conflicts go into a section of their own.",
    "Summarise what all three readers agree on, then what only one of them found.",
    "Quote the exact words. No claim without a quote, no conflict without both sides.",
    "Keep the null results; they count as much as the others.",
    "Where evidence is mixed, say so.",
    "Use only claims that passed the check; where two of them differ, keep both.",
    "Do not ignore or hide conflicting results.",
    "Give a single recommendation and, below it, the strongest objection.",
    "One row per vendor; a cell that nobody confirmed stays empty.",
  ])("is silent on %s", (instructions) => {
    expect(told(instructions)).toEqual([]);
  });

  it("looks at workers, too, and not at checks", () => {
    expect(tripped(dropsConflicts, { nodes: [agent("a", { instructions: "Discard conflicting values from the older reports." }), verify("v", { criteria: "Ignore conflicting claims of the others." })] })).toEqual(["a"]);
  });
});
