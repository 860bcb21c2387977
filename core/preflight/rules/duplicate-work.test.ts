import { describe, expect, it } from "vitest";
import { tripped } from "../../../tests/setup/examine.ts";
import { agent } from "../../../tests/setup/part.ts";
import { duplicateWork } from "./duplicate-work.ts";

const two = (first: string, second: string, own: Parameters<typeof agent>[1] = {}) => ({ nodes: [agent("a", { instructions: first, title: "First" }), agent("b", { instructions: second, title: "Second", ...own })] });

describe("structure/duplicate-work", () => {
  it.each([
    ["Find how retries work in the client library and quote the exact words.", "Find how retries work in the client library and quote the exact words."],
    ["Find how retries work in the client library and quote the exact words.", "Look up how the retries of the client library work. Cite the documents."],
    ["Collect the prices of all vendors from their price lists.", "Please collect the prices of every vendor from the price lists, carefully."],
    ["Read the incident log and list what happened, minute by minute.", "List, minute by minute, what happened according to the incident log."],
    ["Fasse die Verträge zusammen.", "Fasse die Verträge zusammen!"],
    ["Extract rent, term and notice period of every lease.", "Would you kindly extract the rent, the term and the notice period of each lease? Thank you."],
    ["List all outages of the payment service since January.", "All outages of the payment service since January are to be listed."],
    ["You are a careful analyst. Find how the grid fee is computed.", "Find how the grid fee is computed. Be careful, analyst."],
    ["List:\n- price per seat\n- setup fee of the vendor\n- discounts", "Determine price per seat, setup fee of the vendor, and discounts."],
    ["FIND THE CLAUSES ON LIABILITY.", "Find clauses on liability."],
    ["## Task\nSummarise the complaints about delivery.", "Please write a summary of the complaints about delivery."],
    ["Identify which endpoints lack authentication and name the file.", "Which endpoints lack authentication? Name the file of each."],
    ["Gather all statements on side effects in the trial reports.", "Collect every statement on side effects from the reports of the trials, with quotes."],
    ["Check when the backups ran and whether they were restored.", "Please check, in your own time, whether the backups were restored and when they ran."],
    ["Collect the opening hours of the libraries.", "The opening hours of the libraries should be gathered."],
    ["Read the minutes. Note who voted against the budget.", "From the minutes, note who voted against the budget."],
  ])("trips on %s / %s", (first, second) => {
    expect(tripped(duplicateWork, two(first, second))).toEqual(["b"]);
  });

  it.each([
    ["Find how retries work in the client library.", "Find how timeouts work in the client library."],
    ["Summarize the report of 2023 on water quality in the river and its causes.", "Summarize the report of 2024 on water quality in the river and its causes."],
    ["Find what the contract with Acme says about liability, notice periods and penalties.", "Find what the contract with Globex says about liability, notice periods and penalties."],
    ["Answer this part of the question: \"what survives a crash\". Quote the exact words.", "Answer this part of the question: \"what must change in code\". Quote the exact words."],
    ["Read src/parser.ts for unsafe input handling, missing checks and races.", "Read src/lexer.ts for unsafe input handling, missing checks and races."],
    ["Vote on whether the claim holds. Do not talk to the others.", "Vote on whether the claim holds. Do not talk to the others."],
    ["Fasse den Vertrag mit Müller zusammen.", "Fasse den Vertrag mit Meier zusammen."],
    ["Quote.", "Read."],
    ["List the outages of the payment service.", "List the causes of the outages of the payment service, and who fixed them."],
    ["Find what speaks for the merger in the board papers.", "Find what speaks against the merger in the board papers."],
    ["Read the minutes of the first half of the year.", "Read the minutes of the second half of the year from July on."],
    ["Collect the strengths of the offer.", "Collect the weaknesses of the offer."],
    ["Measure latency before the release on all endpoints.", "Measure latency after the release on all endpoints."],
    ["Extract rent and index clause of this lease.", "Extract start, end and options of this lease."],
    ["Look for prices in the catalogue of Boreal.", "Look for prices in the catalogue of Cintra."],
    ["Review app/login for injection.", "Review app/billing for injection."],
    ["Take the buyer's chair and read the contract.", "Take the seller's chair and read the contract."],
    ["Screen the abstracts and include when in doubt, so that no trial is lost.", "Read the full texts of the included trials and extract the dose."],
  ])("is silent on %s / %s", (first, second) => {
    expect(tripped(duplicateWork, two(first, second))).toEqual([]);
  });

  it("is silent where they are given different things, or say that they work apart on purpose", () => {
    const same = "Find how retries work in the client library.";
    expect(tripped(duplicateWork, two(same, same, { covers: ["r2"] }))).toEqual([]);
    expect(tripped(duplicateWork, two(same, same, { context: { sources: ["other"] } }))).toEqual([]);
    expect(tripped(duplicateWork, two(same, same, { rationale: "A second reader, because this part is critical." }))).toEqual([]);
    const both = two(same, same).nodes.map((node) => ({ ...node, rationale: "A second pair of eyes." }));
    expect(tripped(duplicateWork, { nodes: both })).toEqual(["b"]);
  });
});
