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

  it.each([
    "It is known that the records of 2023 were falsified.",
    "The decline began with the reorganisation in March.",
    "Work on the assumption that the vendor is dishonest.",
    "Start from the fact that remote teams are slower.",
    "Keep in mind that management wants to close the site.",
    "Experience shows that small suppliers deliver late.",
    "Treat the cache as the confirmed cause.",
    "The supplier has a history of late deliveries.",
    "Focus on the second half, since the first half was manipulated.",
    "Note: the migration caused the outage.",
    "**Background:** The new pricing scared customers away.",
    "Undoubtedly the lane made buses faster.",
    "We already established that the memory leak sits in the parser.",
    "As you know, older documents are unreliable.",
    "Remember: users hate pop-ups.",
    "NOTE THAT THE DATABASE WAS CORRUPTED.",
    "The root cause is a misconfigured load balancer.",
    "Since it is clear that the contractor is at fault, quantify the damage.",
    "Take it as given that prices will double.",
    "Nobody doubts that the drug works.",
    "Consider it proven that the fire started in the kitchen.",
    "Build failures are caused by the flaky network.",
    "There is no question that the merger failed.",
    "Proceed from the premise that customers prefer the app.",
    "The board has decided to sell.",
    "Don't forget that the auditors were bribed.",
    "You may take for granted that the clause is void.",
    "Collect the figures, bearing in mind that the northern branch cheats.",
    "Most of the delays come from the northern office.",
    "Behind all of this stands the failed reorganisation; it explains the numbers.",
    "It's a fact that open offices lower productivity.",
    "Our competitors already use this technique successfully.",
    "Assume the migration to be the culprit.",
    "The plaintiff is lying.",
    "Clearly the newer version is faster.",
    "Given the negligence of the operator, look for further breaches.",
    "That the bridge was unsafe is beyond dispute.",
    "It has long been accepted that sugar causes hyperactivity.",
    "Because of the fraud in the northern office, its numbers are worthless.",
    "Everybody in the industry knows the tool is dead.",
    "The product is safe.",
    "Smaller places perform worse.",
    "Proceed as though the leak had been proven.",
    "Everyone involved believes the vendor lied, and so do we.",
    "By now it should be common ground that the tender was rigged.",
    "It may be taken as settled that the vendor lied.",
    "Let us not forget that the auditors were bribed.",
    "Act on the knowledge that the vendor is broke.",
    "The client is convinced that the app is slow.",
    "Our house view is that prices will fall.",
    "There can be no doubt that the lane helped.",
    "We believe the new router drops packets.",
  ])("trips where two workers are told, one before and one behind what they have to do: %s", (premise) => {
    expect(tripped(sharedPremise, told(`${premise} Read the minutes and list the decisions.`, `- list the votes\n- quote each of them ${premise}`), brief)).toEqual(["plan"]);
  });

  it.each([
    "Quote the exact words, with version or condition where the source names one.",
    "The other parts have workers of their own.",
    "If the cache is involved, say how.",
    "Each claim needs a quote.",
    "Give both figures when they differ.",
    "Leave out values that were only simulated.",
    "A null result is a result and is to be reported as one.",
    "Note which version each passage speaks of.",
    "Assume nothing that isn't in the documents.",
    "Keep in mind that sources may be out of date.",
    "Remember to quote the page.",
    "Dates are given as day, month and year.",
    "Include documents from both periods, because definitions changed.",
    "Where a passage is missing, say so.",
    "Consider all departments, also the small ones.",
    "Given the list of vendors, take one at a time.",
    "As a second step, compare the two tables.",
    "Note the date of each passage.",
    "Don't rely on memory.",
    "The list is complete when the last page was empty.",
    "Because a summary may hide conditions, read the original clause.",
    "Since two editions exist, name the edition.",
    "Background reading is not needed.",
    "The question is about Europe only.",
    "Check that the numbers add up.",
    "Ensure every row has a source.",
    "Background: see the brief.",
    "Silence of the handbook is a finding too.",
    "You are an accountant.",
    "Work independently of the others.",
    "Report what would have to be true for the answer to be no.",
    "Make sure that every claim is quoted.",
    "Assume that you have no network.",
  ])("takes no order and no remark on the work for a premise: %s", (said) => {
    expect(tripped(sharedPremise, told(`${said} Read the minutes.`, `List the votes. ${said}`), brief)).toEqual([]);
  });

  it.each([
    "Since ",
    "Because ",
    "Given that ",
    "Considering that ",
    "As everyone knows, ",
    "Note that ",
    "Remember that ",
    "Remember: ",
    "It is clear that ",
    "It is known that ",
    "Obviously, ",
    "Of course ",
    "Knowing that ",
    "Assume that ",
    "Assuming ",
    "Keep in mind: ",
    "Bear in mind that ",
    "The fact is that ",
    "The fact remains that ",
    "Background: ",
    "Context: ",
    "Fact: ",
    "We know that ",
    "We already know ",
    "You know that ",
    "It goes without saying that ",
    "Needless to say, ",
    "Be aware that ",
    "Consider that ",
    "Recall that ",
    "It's a fact that ",
    "Clearly ",
    "Evidently, ",
    "It has been shown that ",
    "Work from this: ",
    "One thing is certain: ",
    "For this plan it counts as settled that ",
    "Before you start: ",
    "You should know that ",
    "In everything you do, remember that ",
    "The team agrees that ",
    "All of us know that ",
    "Let us be honest: ",
    "There is a consensus that ",
    "Please note: ",
    "Our starting point: ",
    "Internally it is an open secret that ",
    "Don't waste time on doubts, ",
    "To be clear, ",
    "By the way, ",
    "FYI: ",
    "Trust us that ",
    "Believe me, ",
    "Everyone agrees: ",
    "It will turn out that ",
    "As always, ",
    "Take it from us: ",
    "What we know so far: ",
    "Just so you know, ",
    "Rest assured that ",
    "Never doubt that ",
    "In this case ",
    "Once more ",
    "No matter what you find, ",
    "Whatever you read, ",
    "Regardless of the sources, ",
    "Even if the documents say otherwise, ",
    "Unless proven otherwise, ",
    "If in doubt, remember that ",
  ])("hears what is taken for granted behind %s", (opening) => {
    const premises = ["the vendor is to blame for the delay", "nobody uses the export function", "quality suffered after the merger"];
    for (const premise of premises) expect(tripped(sharedPremise, told(`${opening}${premise}. Read the minutes.`, `${opening}${premise}, so look for details.`), brief)).toEqual(["plan"]);
  });

  it("trips where the answer to a yes-or-no question is told as a fact, which the brief only asks", () => {
    const question = "Did the new cache cause the outage?";
    expect(examineWith(sharedPremise, told("The new cache caused the outage. Read the log.", "Count the errors. The new cache caused the outage."), { question })).toMatchObject([{ message: expect.stringContaining("which the brief only asks") as unknown }]);
    expect(tripped(sharedPremise, told("The question is whether the new cache caused the outage.", "The question is whether the new cache caused the outage."), { question })).toEqual([]);
  });

  it("does not run without a brief", () => {
    expect(examineWith(sharedPremise, told("The new cache caused the outage."))).toBe("there is no brief to compare with");
  });
});
