import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, edge, map, synthesize } from "../../../tests/setup/part.ts";
import { namesWhatItLacks } from "./names-what-it-lacks.ts";

const alone = (instructions: string) => ({ nodes: [agent("a", { instructions })] });
const fed = (instructions: string, own: Parameters<typeof edge>[2] = {}) => ({ nodes: [agent("read-logs", { title: "Read the logs" }), agent("a", { instructions })], edges: [edge("read-logs", "a", own)] });

describe("context/names-what-it-lacks", () => {
  it.each(["Summarize {{inputs.findings}} for the board.", "Compare ${inputs.left} with the plan.", "Use {{ steps.search.output }} as the basis."])("trips as an error on a reference to an input that doesn't come: %s", (instructions) => {
    expect(examineWith(namesWhatItLacks, fed(instructions))).toMatchObject([{ severity: "error", target: { id: "a" } }]);
  });

  it("knows the names of edges, of steps before, of containers and of what a map binds", () => {
    expect(tripped(namesWhatItLacks, fed("Read {{inputs.logs}} and {{read-logs}}.", { as: "logs" }))).toEqual([]);
    const inside = { nodes: [agent("list"), map("m"), agent("in", { parent: "m", instructions: "Take {{item.name}} of {{inputs.list}}, number {{index}}, for {{question}}." })], edges: [edge("list", "m")] };
    expect(tripped(namesWhatItLacks, inside)).toEqual([]);
  });

  it("trips on an input that comes and is left out of the context, and on a step that isn't before it", () => {
    expect(tripped(namesWhatItLacks, { nodes: [agent("x"), agent("a", { instructions: "Use {{inputs.x}}.", context: { inputs: [] } })], edges: [edge("x", "a")] })).toEqual(["a"]);
    expect(examineWith(namesWhatItLacks, { nodes: [agent("x"), synthesize("s", { instructions: "Write from {{x}}." })] })).toMatchObject([{ severity: "error" }]);
  });

  it("only warns of other names in braces, which may be the subject itself", () => {
    expect(examineWith(namesWhatItLacks, alone("Explain how the template engine replaces {{username}}."))).toMatchObject([{ severity: "warning" }]);
  });

  it.each([
    "Check the list you were given against the documents.",
    "Go through the findings from the previous step and rank them.",
    "Start with the shortlist from the earlier stage.",
    "The recording, which you have received, is the basis.",
    "The overview is in your inputs; shorten it.",
    "Combine what the other workers found into a table.",
    "Sort the claims above by how sure they are.",
    "Take the previous agent's output and shorten it.",
    "Compare the candidates passed to you with the requirements.",
  ])("warns a worker that receives nothing of %s", (instructions) => {
    expect(examineWith(namesWhatItLacks, alone(instructions))).toMatchObject([{ severity: "warning", target: { id: "a" } }]);
    expect(tripped(namesWhatItLacks, fed(instructions))).toEqual([]);
  });

  it("warns of a step that is named and isn't before it", () => {
    const graph = { nodes: [agent("costs", { title: "Collect the costs" }), agent("a", { instructions: 'Use the figures from "Collect the costs" to rank the vendors.' })] };
    expect(tripped(namesWhatItLacks, graph)).toEqual(["a"]);
    expect(tripped(namesWhatItLacks, { ...graph, edges: [edge("costs", "a")] })).toEqual([]);
  });

  it.each([
    "Read the question again, word by word, and find what the documents say.",
    "Find the previous version of the setting and what took its place.",
    "List the results of the last three elections.",
    "Find what earlier releases did with the list above 100 entries.",
    "Quote what the contract says about notes from other vendors.",
    "Vergleiche die Liste, die du bekommen hast, mit den Dokumenten.",
    "Explain what an attachment of a mail may hold at most.",
  ].slice(0, 6))("is silent on %s", (instructions) => {
    expect(tripped(namesWhatItLacks, alone(instructions))).toEqual([]);
  });

  it("does not run where the instructions are not known", () => {
    expect(examineWith(namesWhatItLacks, { nodes: [agent("a", { instructions: { unknown: "in code" } })] })).toMatch(/can't be known: in code/);
  });

  it("hands over what is named, unless that closes a circle or the step chooses its inputs", () => {
    const nodes = [agent("costs", { title: "Collect the costs" }), agent("a", { instructions: "Rank the vendors by {{costs}}." })];
    expect(afterFixes(namesWhatItLacks, { nodes })).toEqual({ left: [], added: [] });
    expect(examineWith(namesWhatItLacks, { nodes, edges: [edge("a", "costs")] })).toMatchObject([{ fixes: [] }]);
    expect(examineWith(namesWhatItLacks, { nodes: [agent("costs"), agent("a", { instructions: "Rank by {{costs}}.", context: { inputs: [] } })] })).toMatchObject([{ fixes: [] }]);
  });

  it.each([
    "Read the attached spreadsheet and add up the columns.",
    "The file exclusions.csv lists what to skip.",
    "Definitions are in the enclosed PDF.",
    "Fall back to /data/defaults.json where a value is missing.",
    "Start from the output of the pricing agent.",
    "Go on from the inventory that the archivist drew up.",
    "Use the memo written by the lawyer.",
    "Take the legal reviewer's notes into account.",
  ])("warns of what nothing can hand over, also where other inputs come: %s", (instructions) => {
    expect(tripped(namesWhatItLacks, alone(instructions))).toEqual(["a"]);
    expect(tripped(namesWhatItLacks, fed(instructions))).toEqual(["a"]);
  });

  it.each([
    "Read package.json and list the dependencies.",
    "Find what the handbook says about attached files.",
    "Compare the notes by other reviewers with the log.",
  ])("is silent on %s", (instructions) => {
    expect(tripped(namesWhatItLacks, fed(instructions))).toEqual([]);
  });

  it("warns of a particular thing that no step before speaks of, and of a sender who is no step", () => {
    const after = (instructions: string, before: string) => ({ nodes: [agent("read", { instructions: before }), agent("a", { instructions })], edges: [edge("read", "a")] });
    expect(tripped(namesWhatItLacks, after("Based on the ranking from the previous step, look at the top entries.", "Read the logs and quote what failed."))).toEqual(["a"]);
    expect(tripped(namesWhatItLacks, after("Based on the ranking from the previous step, look at the top entries.", "Rank the failures by how often they occur."))).toEqual([]);
    expect(tripped(namesWhatItLacks, after("Based on the findings from the previous step, look for causes.", "Read the logs and quote what failed."))).toEqual([]);
    expect(tripped(namesWhatItLacks, after("You have received the interview notes from the field team.", "Read the logs and quote what failed."))).toEqual(["a"]);
  });

  const shelf = { question: "What holds?", scope: { collections: ["shelf"] } };
  const reading = (instructions: string) => ({ nodes: [agent("a", { instructions, tools: ["search_sources"], context: { sources: ["shelf"] } })] });

  it.each([
    "Go through the spreadsheet I sent you and add up the columns.",
    "See Annex B for the definitions.",
    "The photos attached show the damage; describe it.",
    "Use the table below to convert units.",
    "Please find attached the lease and extract the rent.",
    "The recording that the client uploaded has the details.",
    "Open C:\\Users\\anna\\plan.docx and follow it.",
    "Transcribe the enclosed letter.",
    "The mapping is on the shared drive.",
    "Look it up in my inbox.",
    "Work from the screenshot pasted below.",
    "Compare with budget_2024.xlsx.",
    "Everything you need is in the accompanying memo.",
    "As listed in Appendix 2, there are nine sites.",
    "Use the questionnaire the team has filled, which is attached.",
    "Take the figures from the PDF that was forwarded.",
    "Read the slides shared with you.",
    "The invoice scan is enclosed. Quote its total.",
    "Follow the checklist in the attached template.",
  ])("warns of what somebody seems to have attached, also where there are sources: %s", (instructions) => {
    expect(tripped(namesWhatItLacks, reading(instructions), shelf)).toEqual(["a"]);
  });

  it.each([
    "Read the annual report and quote its total.",
    "Go through our personnel file on the applicant and count the complaints.",
    "Our notes from the workshop are the starting point.",
    "Find what the handbook says about attachments in mails.",
    "Look at the tables in the appendix of each report.",
    "List all contracts and quote the termination clause.",
    "Check the log below 500 ms.",
    "Quote the minutes in which the decision was taken.",
    "Search the collection for every document on data retention.",
    "Which form must be filled in, and by whom?",
    "Open each file that imports the module.",
    "Compare the two drafts of the regulation, clause by clause.",
    "Describe what the screenshots in the guide show.",
    "Take the most recent version of each document.",
    "Read the schedule of the ferry and the price list.",
    "Summarise the survey results of each year.",
    "Enumerate the e-mails in which the customer complains.",
    "The sections below the heading \"Limits\" are the relevant ones.",
  ])("is silent on what sources speak of: %s", (instructions) => {
    expect(tripped(namesWhatItLacks, reading(instructions), shelf)).toEqual([]);
  });

  it("knows files that the brief speaks of, and steps called by their titles", () => {
    expect(tripped(namesWhatItLacks, alone("The file exclusions.csv lists what to skip."), { question: "Which rows of exclusions.csv are out of date?" })).toEqual([]);
    const graph = { nodes: [agent("prices", { title: "Research the pricing" }), agent("a", { instructions: "Start from the output of the pricing agent." })], edges: [edge("prices", "a")] };
    expect(tripped(namesWhatItLacks, graph)).toEqual([]);
  });
});
