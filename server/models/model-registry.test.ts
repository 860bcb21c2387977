import { expect, test } from "vitest";
import { createModelRegistry } from "./model-registry.ts";

test("the offline model can be chosen, and says what it is", () => {
  expect(createModelRegistry({ environment: {}, paceMs: 0 }).available).toEqual([{ model: "offline:templates", isOffline: true }]);
});

test("a provider that this version doesn't speak to is refused in a sentence that names the variable", () => {
  expect(() => createModelRegistry({ environment: { planner: "someone:large" }, paceMs: 0 })).toThrow(
    'COUNTERSIGN_MODEL_PLANNER asks for "someone:large", and this version of Countersign speaks to the offline model only: set it to offline:templates, or take it away.',
  );
});
