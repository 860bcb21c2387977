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
    "Is it true that the plant leaks?",
    "The new pricing reduced churn, right?",
    "Remote work makes teams faster. True or false?",
    "Find out if the supplier breached the contract.",
    "Does caching help",
    "We want to know whether the trial met its endpoint.",
    "Build the case that we should migrate.",
    "How likely is it that the outage came from DNS?",
    "Management believes that the app is slow.",
    "Did the lanes, opened in 2023, make buses faster?",
    "Was the fire caused by the contractor? Screen the files.",
    "Give me arguments for buying the firm.",
    "It is often claimed that sugar makes children hyperactive.",
    "Please confirm that clause 4 is void.",
    "The theory that prices drove churn - is that so?",
    "So the deployment on Friday broke checkout?",
    "Should the board approve the merger, yes or no?",
    "Test the assumption that older users prefer paper.",
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
    "Which of the three routes is fastest?",
    "What did the audit find?",
    "List the risks of the migration.",
    "How many leases end in 2027?",
    "Is it A or B?",
    "Can you summarise the contract?",
    "Would you list all vendors that offer SSO?",
    "Why did checkout slow down in March?",
    "Compare the two drafts.",
    "Extract rent, term and notice period of every lease.",
    "Who approved the change, and when?",
    "Do the tickets of May by theme, please.",
    "Any changes since version 4?",
    "Describe how retries work.",
    "To which cities does the rule apply?",
    "Find out who signed and when.",
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
