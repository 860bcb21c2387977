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
    "All workers have handed in their claims.",
    "Twelve outputs lie on the table.",
    "All seven have reported.",
    "Everyone is back.",
    "7/7 done.",
    "No agent is still running.",
    "Every verifier has finished.",
    "When the number of answers equals the number of workers.",
    "Each worker has answered its question.",
    "The report has been written.",
    "As soon as the last one is in.",
    "Once nothing is left in the queue.",
    "All steps are green and no errors occurred.",
    "When every agent has said something.",
    "The team has delivered.",
    "Each branch ended.",
    "After the final step has run.",
    "All results are there.",
    "One output per agent.",
    "Done when each of the readers has returned a list of findings.",
    "Every node shows the status completed.",
    "The workflow runs through to the end.",
    "ALL AGENTS HAVE REPORTED BACK.",
    "It is finished when everybody has submitted their part.",
    "Time is up.",
    "There is an output from every worker.",
    "All of the parallel investigations have come to an end.",
    "The synthesis is done after all the experts replied.",
    "When all research agents have returned their findings to the synthesizer.",
    "The plan is done as soon as every worker has come back with an answer.",
    "Nobody is working any more.",
    "Completed when all 12 sub-agents return successfully.",
    "When we have heard from all of them.",
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
    "Every requirement has a claim whose quote was checked, or is named as unanswered.",
    "All three causes were ruled in or out with evidence.",
    "Each city has both figures with a quote, or stands in the list of gaps.",
    "The number was confirmed from the paragraph, or the handbook was shown not to say it.",
    "All workers returned, every claim was checked, and open points are named.",
    "Two readers agree on each figure.",
    "The migration compiles and all tests pass.",
    "Count of leases in the table equals count of documents in the collection.",
    "Every ticket of the month is in one group, with a quote.",
    "The officer approved the list of rows, and exactly these rows are gone.",
    "Both sides were heard and the verdict on each claim is recorded.",
    "A reader can follow every sentence of the report to a quote.",
    "The question is answered with yes, no or undecided, with what speaks for each.",
    "Rule and holds are confirmed, the count of rows is confirmed, the officer has decided.",
    "Each advisory: affected or not, with call path and version quoted.",
    "Every vendor has a filled cell per criterion or \"not stated\" with the place that was searched.",
    "The cause is reproduced on the test system.",
    "No requirement is left without a supported claim.",
    "All labels that were signed off are applied.",
    "Done as soon as the clause is found and a second reader agrees.",
    "Each worker's claims have passed the check.",
    "Searches bring nothing new in two passes in a row.",
    "All contradictions between the two registers are listed with both passages.",
  ])("is silent on %s", (doneWhen) => {
    expect(done(doneWhen)).toEqual([]);
  });

  it("says instead what is to be reached", () => {
    expect(afterFixes(allReturned, { strategy: { doneWhen: "All workers have returned." } })).toEqual({ left: [], added: [] });
  });
});
