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
  ])("trips on %s", (criteria) => {
    expect(judged(criteria)).toEqual(["v"]);
  });

  it.each([
    "A claim is supported when its quotes alone carry it, refuted when they say otherwise.",
    "Valid JSON, and each claim is supported by a verbatim quote from the source.",
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
