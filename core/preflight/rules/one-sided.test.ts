import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent } from "../../../tests/setup/part.ts";
import { soundGraph } from "../../../tests/setup/sound-graph.ts";
import { oneSided } from "./one-sided.ts";

const plan = (...instructions: string[]) => ({ nodes: instructions.map((text, index) => agent(`a${index}`, { instructions: text })) });
const supporting = plan("Find studies that show the effect of four-day weeks on output.", "Collect quotes from companies that switched and were happy with it.");
const asked = (question: string, graph = supporting) => tripped(oneSided, graph, { question });

describe("framing/one-sided", () => {
  it.each([
    "Does a four-day week raise output?",
    "Is the new cache the reason for the slow start?",
    "Should we move to the new router?",
    "Our hypothesis is that shorter weeks raise output. Find out.",
    "Show that remote teams ship faster.",
    "We believe that the outage came from the migration. What happened?",
    "Find out whether the supplier breached the contract.",
    "In small companies, has the four-day week worked?",
  ])("trips on %s", (question) => {
    expect(asked(question)).toEqual(["plan"]);
  });

  it.each([
    "What changes when a company moves to a four-day week?",
    "How does the cache work, and which limits does it have?",
    "Is Postgres or SQLite the better fit for this?",
    "Can you list the settings of the compiler?",
    "Find out whether A or B was installed first.",
    "Ist der neue Cache schuld?",
  ])("is silent on %s", (question) => {
    expect(asked(question)).toEqual([]);
  });

  it.each([
    "Look for companies that went back, and for studies that contradict the effect.",
    "Gather the evidence against it with the same care.",
    "Play devil's advocate: what else could explain the numbers?",
    "Find other explanations for the rise, such as new hires.",
    "List pros and cons as the documents state them.",
    "Which results would refute it? Search for them first.",
  ])("is silent where a worker is told: %s", (instructions) => {
    expect(asked("Does a four-day week raise output?", plan("Find studies that show the effect.", instructions))).toEqual([]);
  });

  it("is silent in a language that it doesn't know, and says whose instructions are not known", () => {
    expect(asked("Does a four-day week raise output?", plan("Finde Studien, die den Effekt zeigen."))).toEqual([]);
    expect(examineWith(oneSided, { nodes: [agent("a", { instructions: { unknown: "in code" } })] }, { question: "Is it so?" })).toMatch(/can't be known: in code/);
  });

  it("adds a worker that looks for the contrary, which leaves nothing else to complain of", () => {
    const told = soundGraph({ covers: ["r1"], tools: [] });
    const graph = { ...told, nodes: (told.nodes ?? []).map((node) => (node.kind === "agent" ? { ...node, instructions: "Find studies that show the effect of four-day weeks on output." } : node)) };
    const brief = { question: "Does a four-day week raise output?", requirements: [{ id: "r1", text: "The effect on output" }] };
    expect(tripped(oneSided, graph, brief)).toEqual(["plan"]);
    expect(afterFixes(oneSided, graph, brief)).toEqual({ left: [], added: [] });
  });
});
