import { expect, test } from "vitest";
import { z } from "zod";
import { nodeSchema } from "../workflow/node.ts";
import { firstIssue } from "./first-issue.ts";

const node = { kind: "agent", id: "a", title: "A" };

test.each([
  [{ ...node, maxTurns: 0 }, "maxTurns: Use more than 0."],
  [{ ...node, maxTurns: "many" }, "maxTurns: Use a number."],
  [{ ...node, budget: { maxCostMicroUsd: -1 } }, "budget.maxCostMicroUsd: Use at least 0."],
  [{ ...node, retry: { maxAttempts: 99 } }, "retry.maxAttempts: Use at most 20."],
  [{ ...node, onError: "shrug" }, "onError: Use one of: fail, skip, ask."],
  [{ ...node, mood: "good" }, 'There is no field "mood" here.'],
  [{ ...node, title: "" }, "title: Enter something here."],
  [{ kind: "agent", id: "a" }, "title: Something has to stand here."],
])("what is wrong with a field is said in words (%#)", (value, words) => {
  const parsed = nodeSchema.safeParse(value);
  expect(parsed.success ? "" : firstIssue(parsed.error)).toBe(words);
});

test("a list that is too long is told how long it may be", () => {
  const parsed = z.object({ rows: z.array(z.string()).max(1_000) }).safeParse({ rows: Array.from({ length: 1_001 }, () => "") });
  expect(parsed.success ? "" : firstIssue(parsed.error)).toBe("rows: Use at most 1,000 entries.");
});

test("the first form of something that has several is what is asked for", () => {
  const parsed = z.union([z.string(), z.strictObject({ unknown: z.string() })]).safeParse(7);
  expect(parsed.success ? "" : firstIssue(parsed.error)).toBe("Use a text.");
});
