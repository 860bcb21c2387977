import { expect, test } from "vitest";
import { stemsOf } from "../question/stem.ts";
import { aspectsOf } from "./aspect.ts";
import { tellingCheck } from "./telling-check.ts";
import { nowhere } from "./word-places.ts";

const assignment = { part: "assignment", task: "work", title: "", instructions: "", doneWhen: "", answerAs: "claims", schema: null } as const;

test.each([
  ["Lampstore is a safe place.", false],
  ["Lampstore burns old wicks first while the oil is low.", true],
])("what tells nothing but the name that is asked about is no answer: %s", (text, isEnough) => {
  const [aspect] = aspectsOf(assignment, { question: "Which wicks does Lampstore burn first when its oil is low?", requirements: [] }, null);
  expect(aspect && tellingCheck(aspect, () => 3)({ ...nowhere, own: new Set(stemsOf(text)) })).toBe(isEnough);
});
