import { expect, test } from "vitest";
import { withoutSideClauses } from "./side-clause.ts";

test.each([
  ["When it rains, does the lamp still burn?", "does the lamp still burn"],
  ["Does the lamp burn before somebody pays?", "Does the lamp burn"],
  ["What do I use instead of leaning on oil?", "What do I use"],
  ["When does the lamp burn?", "When does the lamp burn"],
  ["Where should I put the lamp?", "Where should I put the lamp"],
])("%s", (question, main) => {
  expect(withoutSideClauses(question).replaceAll(/[,?]/g, "").replaceAll(/\s+/g, " ").trim()).toBe(main);
});
