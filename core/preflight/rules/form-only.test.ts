import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { verify } from "../../../tests/setup/part.ts";
import { formOnly } from "./form-only.ts";

const judged = (criteria: string) => tripped(formOnly, { nodes: [verify("v", { criteria })] });

describe("verify/form-only", () => {
  it.each([
    "The output must be valid JSON that matches the schema.",
    "Check that the report has all required sections, headings in the right order, and no more than 800 words.",
    "Verify formatting: bullet points, consistent heading levels, correct spelling and grammar.",
    "Make sure every claim has a title, the tone is professional and the text is concise.",
    "Pass if the answer is well-structured and between 300 and 500 words; fail otherwise.",
    "Each entry needs the fields name, date and amount. None of the fields may be empty.",
    "Citations are formatted as [1], [2] and each paragraph has at least one citation.",
    "Ensure that the response is readable, polite and in complete sentences.",
    "Look at the length of each section and whether the table has all of its columns.",
    "Columns are aligned, links are clickable, and abbreviations are spelled out.",
    "Make sure that the result is good and of high quality.",
    "The text is clear, tidy and easy to follow.",
    "Pass when no field is empty.",
    "Check the work carefully and thoroughly.",
    "Confirm the markdown parses and that no heading is missing from the template.",
    "The report has a title, an introduction and a conclusion.",
    "Does the answer look professional?",
    "Verify that every claim has an id, a text and a quotes array.",
    "You are a meticulous editor. Check spelling, grammar and punctuation.",
    "- max 5 bullets",
    "- each under 20 words",
    "Looks good to me is enough.",
    "The writing flows well and the argument is easy to follow.",
    "Output parses as JSON; no trailing commas.",
    "Check that each claim has a citation in square brackets.",
    "Every statement carries at least one footnote.",
    "Is the summary shorter than one page, and is it written in the active voice?",
    "Ensure consistency of terminology, units and date formats.",
    "It is to be controlled whether the text is written in correct English.",
    "Please be so kind as to check the tone.",
    "All required fields are filled in.",
    "Only pass answers that are complete, clear and well presented.",
    "Reject if there are typos.",
    "Make sure nothing is empty.",
    "The table has four columns, sorted by date.",
    "Rate overall quality from 1 to 10; pass at 7.",
    "Headings use title case. Lists are parallel. Numbers below ten are written out.",
    "Approve when the draft meets our style guide.",
    "Check the file name and the file size.",
    "CHECK LENGTH AND FORMAT ONLY.",
    "Does each section begin with a topic sentence?",
    "Acceptable if the response is polite and addresses the user directly.",
    "Just make sure it reads smoothly.",
    "The claims should be numbered consecutively and each end with a full stop.",
    "Confirm that the claims are written in the third person and past tense.",
    "A claim passes when it is one sentence long.",
    "Word choice, flow, and reader friendliness.",
  ])("trips on %s", (criteria) => {
    expect(judged(criteria)).toEqual(["v"]);
  });

  it.each([
    "A claim is supported when its quotes alone carry it, refuted when they say otherwise.",
    "Valid JSON, and each claim is supported by a verbatim quote from the source.",
    "Both quoted lines carry the same heading and differ in length or format as claimed.",
    "For every row of the table, compare the figure with the invoice; mark the row when they differ.",
    "Check that the quoted passage says what the claim says, including numbers and units.",
    "Does the diff do what the issue asks, and do the tests cover the regression?",
    "Reject claims that the evidence contradicts. The report should have a section for what is undecided.",
    "Is it true? Look it up in the cited document, not in your memory.",
    "Re-run the query from the log and see whether the number in the summary is the same.",
    "Every finding has a source, and the source holds it.",
    "Prüfe, ob das JSON gültig ist und die Überschriften stimmen.",
    "Valida el formato JSON y la longitud de cada sección.",
    "",
    "A claim passes when its quote says the same thing.",
    "Check each number against the table it was copied from.",
    "Open the cited page and see whether it says so.",
    "The quoted paragraph must state this number for ten years of service.",
    "Does the passage carry the claim? Mind conditions and negations.",
    "Is the claim borne out by the log lines?",
    "Look the figure up again in the annual report.",
    "Each bug must be reproducible by the failing test.",
    "Judge only by the quotes: supported, refuted, or not enough.",
    "The dose in the claim is the dose on the leaflet, unit included.",
    "Valid JSON. Then: does the quoted clause say what the summary says?",
    "Two tables, both complete, and every cell backed by a cited line.",
    "Ignore style. Only ask whether the evidence entails the statement.",
    "Reject whatever the source does not say.",
    "Is every date the one in the minutes?",
    "Check that nothing was read into the passage.",
    "The claim must not go beyond its quote.",
    "Recalculate totals from the rows; flag any that are off.",
    "Compare wording with the contract, letter by letter.",
    "A claim without a matching passage is undecided.",
    "Would a careful reader of the quote come to the same conclusion?",
    "Does the cited commit really change this function?",
    "Try to break each claim: what in the sources says otherwise?",
    "No claim may rest on a paraphrase; find the sentence itself.",
  ])("is silent on %s", (criteria) => {
    expect(judged(criteria)).toEqual([]);
  });

  it("does not run where the criteria are not known", () => {
    expect(examineWith(formOnly, { nodes: [verify("v", { criteria: { unknown: "in code" } })] })).toBe('the criteria of "v" can\'t be known: in code');
  });

  it("asks for the evidence, too, and keeps what was asked", () => {
    expect(examineWith(formOnly, { nodes: [verify("v", { criteria: "Valid JSON only." })] })).toMatchObject([{ fixes: [{ ops: [{ changes: [{ value: expect.stringMatching(/quotes alone carry it.* Valid JSON only\.$/) }] }] }] }]);
    expect(afterFixes(formOnly, { nodes: [verify("v", { criteria: "Valid JSON only." })] })).toEqual({ left: [], added: [] });
  });
});
