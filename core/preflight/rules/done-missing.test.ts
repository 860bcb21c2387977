import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent } from "../../../tests/setup/part.ts";
import { doneMissing } from "./done-missing.ts";

const nodes = [agent("a", { maxTurns: 2 })];

describe("done/missing", () => {
  it("trips on a plan that doesn't say when it is done, also with spaces, and offers the usual words", () => {
    expect(tripped(doneMissing, { nodes, strategy: { doneWhen: " \n" } })).toEqual(["plan"]);
    expect(afterFixes(doneMissing, { nodes })).toEqual({ left: [], added: [] });
  });

  it("is silent on any words, and on a plan that isn't begun", () => {
    expect(tripped(doneMissing, { nodes, strategy: { doneWhen: "Wenn jede Frage belegt ist." } })).toEqual([]);
    expect(tripped(doneMissing, {})).toEqual([]);
  });
});
