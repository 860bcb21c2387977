import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { allReturned } from "./all-returned.ts";

const done = (doneWhen: string) => tripped(allReturned, { strategy: { doneWhen } });

describe("done/all-returned", () => {
  it.each([
    "All workers have returned.",
    "All subtasks are green.",
    "None of the agents is busy any more.",
    "The number of outputs equals the number of inputs.",
    "There are as many reports as there were assignments.",
    "Done when every agent has finished its work.",
    "When each of the parallel branches is complete, the run is over.",
    "As soon as all three researchers have reported back.",
    "The run is finished once no step is still running.",
    "When the whole pipeline has been executed.",
    "All steps completed successfully and their outputs were collected.",
    "When the last worker comes back.",
    "Complete when outputs from all agents have been received and merged.",
    "Every task is done.",
  ])("trips on %s", (doneWhen) => {
    expect(done(doneWhen)).toEqual(["plan"]);
  });

  it.each([
    "Each requirement has a claim that passed the check, or the report names it as unanswered.",
    "All workers have returned and every requirement has a supported claim.",
    "The root cause is explained and reproduced, or the report says that it isn't.",
    "Every vendor of the list has a filled row with a source.",
    "When all tests pass on the migrated module and the reviewer approved.",
    "Two independent readers agree on each figure.",
    "Every part has claims that passed the check, or the report names it as unanswered.",
    "Wenn alle Arbeiter zurück sind.",
    "",
  ])("is silent on %s", (doneWhen) => {
    expect(done(doneWhen)).toEqual([]);
  });

  it("says instead what is to be reached", () => {
    expect(afterFixes(allReturned, { strategy: { doneWhen: "All workers have returned." } })).toEqual({ left: [], added: [] });
  });
});
