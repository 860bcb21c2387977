import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { checkpoint } from "../../../tests/setup/part.ts";
import { autoApprove } from "./auto-approve.ts";

describe("gate/auto-approve", () => {
  it("trips on a checkpoint that approves itself, and is silent once it waits", () => {
    const graph = { nodes: [checkpoint("ask", { timeoutMinutes: 30, onTimeout: "approve" })] };
    expect(examineWith(autoApprove, graph)).toMatchObject([{ message: '"ask" approves itself after 30 minutes.' }]);
    expect(afterFixes(autoApprove, graph)).toEqual({ left: [], added: [] });
  });

  it("is silent on one that rejects or waits", () => {
    expect(tripped(autoApprove, { nodes: [checkpoint("a", { timeoutMinutes: 30, onTimeout: "reject" }), checkpoint("b", { timeoutMinutes: 30 })] })).toEqual([]);
  });
});
