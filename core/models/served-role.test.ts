import { expect, test } from "vitest";
import { modelNames, servedRoles } from "./served-role.ts";

const available = ["maker:small", "maker:large"];
const served = (environment: object, settings: object) => {
  const [planner] = servedRoles({ environment, settings, available, usual: "maker:small" });
  const { fallback: _, ...own } = planner!;
  return own;
};

test("the environment goes before what an admin chose, and that before what is usual", () => {
  expect(served({}, {})).toEqual({ role: "planner", model: "maker:small", chosenBy: "default" });
  expect(served({}, { planner: "maker:large" })).toEqual({ role: "planner", model: "maker:large", chosenBy: "setting" });
  expect(served({ planner: "maker:small" }, { planner: "maker:large" })).toEqual({ role: "planner", model: "maker:small", chosenBy: "environment" });
});

test("a choice that this version can't speak to any more serves no role", () => {
  expect(served({}, { planner: "gone:model" })).toEqual({ role: "planner", model: "maker:small", chosenBy: "default" });
});

test("a model takes over by the same rules, and without a choice none does", () => {
  const roles = servedRoles({ environment: { "worker fallback": "maker:large" }, settings: { "worker fallback": "maker:small", "verifier fallback": "maker:large", "critic fallback": "gone:model" }, available, usual: "maker:small" });
  expect(roles.map(({ fallback }) => fallback)).toEqual([
    { model: null, chosenBy: "default" },
    { model: "maker:large", chosenBy: "environment" },
    { model: "maker:large", chosenBy: "setting" },
    { model: null, chosenBy: "default" },
    { model: null, chosenBy: "default" },
  ]);
  expect(modelNames(roles)).toMatchObject({ worker: "maker:small", "worker fallback": "maker:large" });
  expect(Object.keys(modelNames(roles))).not.toContain("planner fallback");
});
