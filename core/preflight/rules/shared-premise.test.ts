import { describe, expect, it } from "vitest";
import { examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent } from "../../../tests/setup/part.ts";
import { sharedPremise } from "./shared-premise.ts";

const brief = { question: "Why did checkout slow down in March, and what should we do about it?" };
const told = (...instructions: string[]) => ({ nodes: instructions.map((text, index) => agent(`a${index}`, { instructions: text })) });

describe("framing/shared-premise", () => {
  it.each([
    ["The new cache caused the outage. Find when it was deployed.", "Read the deploy log. The new cache caused the outage."],
    ["Since the new cache caused the outage, find its configuration.", "Because the outage was caused by the new cache, look for its owner in the log."],
    ["Given that the payment provider is unreliable, list its incidents.", "The payment provider is unreliable. Compare its error rates with ours."],
    ["As everybody knows, larger teams ship later. Read the plans.", "It is certain that larger teams ship later. Count the people."],
    ["Keep in mind that the database was migrated without an index. Read the schema.", "Note that the database was migrated without an index; read the query plans."],
    ["As everyone agrees, smaller teams argue less. Read the minutes.", "It has been shown that smaller teams argue less. Count the meetings."],
    ["Remember that the published figures are inflated. Find them.", "The published figures are inflated. Read the tables."],
    ["It is well known that mobile users leave after three seconds. Find the numbers.", "Mobile users leave after three seconds. Read the analytics and compare the months."],
  ])("trips on %s / %s", (first, second) => {
    expect(tripped(sharedPremise, told(first, second), brief)).toEqual(["plan"]);
  });

  it("names the workers and the statement", () => {
    expect(examineWith(sharedPremise, told("The new cache caused the outage. Read the log.", "Ask why: the log is long. The new cache caused the outage."), brief)).toMatchObject([
      { message: '2 workers ("a0", "a1") are told that "The new cache caused the outage", which the brief doesn\'t say.' },
    ]);
  });

  it.each([
    ["The new cache caused the outage. Find when it was deployed.", "Read the deploy log and find what changed in the week before."],
    ["Checkout did slow down in March. Find the first report.", "Checkout did slow down in March. Read the graphs."],
    ["Quote the exact words, with version or condition where the source names one. The other parts have workers of their own.", "Quote the exact words, with version or condition where the source names one. The other parts have workers of their own."],
    ["If the cache is involved, say how. Each claim needs a quote.", "If the cache is involved, say how. Each claim needs a quote."],
    ["Is the cache to blame? Which setting was changed?", "Is the cache to blame? Which setting was changed?"],
    ["Der neue Cache hat den Ausfall verursacht. Lies das Protokoll.", "Der neue Cache hat den Ausfall verursacht. Suche den Zeitpunkt."],
    ["Find whether the new cache caused the outage.", "Find whether the new cache caused the outage, also by the second log."],
  ])("is silent on %s / %s", (first, second) => {
    expect(tripped(sharedPremise, told(first, second), brief)).toEqual([]);
  });

  it("does not run without a brief", () => {
    expect(examineWith(sharedPremise, told("The new cache caused the outage."))).toBe("there is no brief to compare with");
  });
});
