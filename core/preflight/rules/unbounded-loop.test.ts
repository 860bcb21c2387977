import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { loop } from "../../../tests/setup/part.ts";
import { unboundedLoop } from "./unbounded-loop.ts";

const strict = { policy: { ceilings: { maxIterations: 3 } } };

describe("structure/unbounded-loop", () => {
  it("trips on a loop without a limit, and on one above the policy's", () => {
    expect(tripped(unboundedLoop, { nodes: [loop("a"), loop("b", { maxIterations: 4 }), loop("c", { maxIterations: 3 })] }, null, strict)).toEqual(["a", "b"]);
  });

  it("offers a limit, after which it is silent", () => {
    expect(afterFixes(unboundedLoop, { nodes: [loop("a"), loop("b", { maxIterations: 4 })] }, null, strict)).toEqual({ left: [], added: [] });
  });

  it("does not run on a limit that is not known", () => {
    expect(examineWith(unboundedLoop, { nodes: [loop("a", { maxIterations: { unknown: "set when it runs" } })] })).toBe('the limit of "a" can\'t be known: set when it runs');
  });
});
