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
  ])("is silent on %s / %s", (first, second) => {
    expect(tripped(duplicateWork, two(first, second))).toEqual([]);
  });

  it("is silent where they are given different things, or say that they work apart on purpose", () => {
    const same = "Find how retries work in the client library.";
    expect(tripped(duplicateWork, two(same, same, { covers: ["r2"] }))).toEqual([]);
    expect(tripped(duplicateWork, two(same, same, { context: { sources: ["other"] } }))).toEqual([]);
    expect(tripped(duplicateWork, two(same, same, { rationale: "A second reader, because this part is critical." }))).toEqual([]);
  });
});
