import { expect, test } from "vitest";
import { modelRoles } from "../../core/workflow/model-role.ts";
import { createModelRegistry } from "./model-registry.ts";

test("without a choice the offline model serves every role, and says so", () => {
  const registry = createModelRegistry({ choice: {}, paceMs: 0 });
  expect(registry.list()).toEqual(modelRoles.map((role) => ({ role, model: "offline:templates", isOffline: true })));
});

test("a provider that this version doesn't speak to is refused in a sentence that names the variable", () => {
  expect(() => createModelRegistry({ choice: { planner: "someone:large" }, paceMs: 0 })).toThrow(
    'COUNTERSIGN_MODEL_PLANNER asks for "someone:large", and this version of Countersign speaks to the offline model only: set it to offline:templates, or take it away.',
  );
});
